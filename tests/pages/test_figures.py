"""Series and the ledger: whose a figure is, of when, and what speaks against it."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest

from generator.model.calendar import PartialDate
from generator.model.page import Page
from generator.model.quantity import Quantity
from generator.pages import all_page_types
from tests.rendering.newsroom import Desk, context, site

NAMES = {"KG": "Kyrgyzstan", "TJ": "Tajikistan", "UZ": "Uzbekistan"}


def _figure(words: str, day: int, quantity: Quantity) -> Desk:
    named = " and ".join(NAMES[code] for code in quantity.of) or "Somebody"
    desk = Desk("Figures", f"{named} had {words} then.", slug=f"f{day}", day=(2026, 2, day))
    for code in quantity.of:
        desk.country(NAMES[code], code)
    desk.says(quantity.kind, words, quantity)
    return desk


def _trade(value: str, day: int, *of: str, year: int | None = 2025) -> Desk:
    quantity = Quantity(
        kind="money",
        value=Decimal(value) * 1_000_000,
        unit="USD",
        indicator="trade-turnover",
        of=of,
        period=None if year is None else PartialDate(year=year),
    )
    return _figure(f"${value} million", day, quantity)


def _count(value: int, unit: str, day: int, *of: str) -> Desk:
    quantity = Quantity(kind="count", value=Decimal(value), unit=unit, of=of)
    return _figure(f"{value} {unit}", day, quantity)


def _pages(*desks: Desk) -> dict[str, Page]:
    return {
        page.uri: page for kind in all_page_types() for page in kind.pages(site(desks), context())
    }


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return _pages(
        _trade("1150", 3, "KG", "UZ"),
        _trade("1510", 4, "KG", "UZ"),
        _trade("36", 5, "KG", "TJ"),
        _trade("400", 6, "KG", "TJ", year=None),
        _count(3, "ministers", 7, "KG"),
    )


def _said(page: Page) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", page.markdown)).split())


def test_a_series_is_of_one_pair_which_its_heading_names(pages: dict[str, Page]) -> None:
    body = unescape(pages["ru/countries/kg/index.md"].markdown)
    tables = re.findall(r"<table.*?</table>", body, re.DOTALL)
    said = [" ".join(re.sub("<[^>]+>", "", table).split()) for table in tables]
    of = {"Узбекистан": ("1,15", "1,51"), "Таджикистан": ("36", "400")}
    for partner, values in of.items():
        (table,) = [one for one in said if one.startswith(f"товарооборот: {partner}")]
        assert all(value in table for value in values)
    own = _said(pages["ru/countries/kg-uz/index.md"])
    assert "товарооборот:" not in own[: own.index("Материалы")]  # both stand in the title


def test_a_value_without_a_period_says_that_its_day_is_the_texts(pages: dict[str, Page]) -> None:
    assert "по тексту от 6 февраля 2026 года" in _said(pages["ru/countries/kg-tj/index.md"])
    assert "reported on 6 February 2026" in _said(pages["en/countries/kg-tj/index.md"])
    ledger = pages["en/figures/index.md"].markdown
    assert re.findall(r'<th scope="col">([^<]+)', ledger)[:4] == [
        "Published",
        "Measure",
        "Country",
        "Period",
    ]


@pytest.mark.parametrize(
    "address", ["countries/kg-uz", "countries/kg", "figures", "figures/kg-uz", "figures/kg"]
)
def test_values_that_contradict_one_another_are_told(pages: dict[str, Page], address: str) -> None:
    body = unescape(pages[f"en/{address}/index.md"].markdown)
    notice = body[body.index("The texts give different values") :]
    notice = notice[: notice.index("</div>")]
    assert re.findall(r">(US\$[^<]+)<", notice) == ["US$1.15\xa0billion", "US$1.51\xa0billion"]
    assert notice.count("#s2") == 2
    other = pages["en/countries/kg-tj/index.md"].markdown
    assert "different values" not in other  # one has no period


@pytest.mark.parametrize(("one", "other"), [("1150", "1200"), ("30", "29.8"), ("5", "500")])
def test_a_rounding_or_a_part_is_no_contradiction(one: str, other: str) -> None:
    body = _pages(_trade(one, 3, "KG", "UZ"), _trade(other, 4, "KG", "UZ"))
    assert "different values" not in body["en/countries/kg-uz/index.md"].markdown


def test_the_ledger_begins_with_what_is_measured(pages: dict[str, Page]) -> None:
    whole, other = pages["en/figures/index.md"], pages["en/figures/other/index.md"]
    assert "ministers" not in whole.markdown
    assert whole.markdown.count("<mark>") == 4
    assert 'href="other/"' in whole.markdown
    assert "3 ministers" in other.markdown
    country = pages["en/figures/kg/index.md"].markdown  # newer, but a mere count
    assert re.findall(r"<mark>([^<]+)", unescape(country))[-1] == "3 ministers"


def test_values_are_sorted_within_their_unit(pages: dict[str, Page]) -> None:
    units = {
        unit
        for uri in ("figures", "figures/other")
        for unit in re.findall(r'data-u="([^"]+)"', pages[f"en/{uri}/index.md"].markdown)
    }
    assert units == {"0 USD", "3 ministers"}


def test_partners_stand_in_the_order_of_the_counts_shown() -> None:
    """Four texts of one story weigh less than two of two."""
    told = [
        Desk(
            "Talks of Kyrgyzstan and Tajikistan",
            "Kyrgyzstan and Tajikistan talked.",
            slug=f"v{n}",
            language="en",
            day=(2026, 2, 3),
            translation_of=None if n == 0 else "v0",
        )
        for n in range(4)
    ]
    for desk in told:
        desk.country("Kyrgyzstan", "KG")
        desk.country("Tajikistan", "TJ")
    more = [_trade("1", 10, "KG", "UZ"), _trade("2", 20, "KG", "UZ", year=2020)]
    body = _pages(*told, *more)["en/countries/kg/index.md"].markdown
    partners = body[body.index("Partners</h2>") :]
    assert partners.index("kg-uz/") < partners.index("kg-tj/")
    counts = re.findall(r'class="n">(\d+) briefing', partners[: partners.index("</ul>")])
    assert counts == ["2", "1"]
