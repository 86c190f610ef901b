"""Pairs, organisations, events, the ledger, quotations, day and week briefs, on a small site."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest

from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode
from generator.model.names import CountryName, Role
from generator.model.page import Page
from generator.model.quantity import Quantity, QuantityRole
from generator.model.site import Site
from generator.pages import all_page_types
from generator.rendering.timeline import concern
from tests.rendering.newsroom import UIS, Desk, context, site


def _trade(value: int, year: int | None, day: int, *, role: QuantityRole | None = "actual") -> Desk:
    desk = Desk(
        "Trade grows",
        f"Trade of Kyrgyzstan with Tajikistan came to ${value} million. It was discussed.",
        slug=f"trade-{day}",
        day=(2026, 2, day),
    )
    desk.country("Kyrgyzstan", "KG")
    desk.country("Tajikistan", "TJ")
    desk.says(
        "money",
        f"${value} million",
        Quantity(
            kind="money",
            value=Decimal(value) * 1_000_000,
            unit="USD",
            role=role,
            indicator="trade-turnover",
            of=("KG", "TJ"),
            period=None if year is None else PartialDate(year=year),
        ),
    )
    desk.key(f"Trade of Kyrgyzstan with Tajikistan came to ${value} million.", event="meeting")
    return desk


def _minister(who: str, day: int) -> Desk:
    desk = Desk(
        f"{who} speaks",
        f"{who}, foreign minister of Kyrgyzstan, told the Water Council: we shall see.",
        slug=f"speech-{day}",
        day=(2026, 2, day),
    )
    person = desk.person(who, who.lower().replace(" ", "-"))
    office = Role(title="minister", office="foreign-minister", country=CountryCode("KG"))
    desk.role("foreign minister", person, office)
    desk.country("Kyrgyzstan", "KG")
    desk.organisation("Water Council", "water-council")
    desk.quote("we shall see", person)
    desk.key(f"{who}, foreign", event="statement")
    return desk


def _site() -> Site:
    return site(
        [
            _trade(500, None, 12, role="target"),
            _trade(36, 2025, 11),
            _trade(20, 2024, 3),
            _minister("Asan Bekov", 3),
            _minister("Dina Esenova", 11),
        ]
    )


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {
        page.uri: page
        for page_type in all_page_types()
        for page in page_type.pages(_site(), context())
    }


def _text(page: Page) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", page.markdown)).split())


@pytest.mark.parametrize(
    "address",
    [
        "countries/kg-tj/",
        "organisations/",
        "organisations/water-council/",
        "events/",
        "events/meeting/",
        "figures/",
        "quotes/",
        "2026/02/11/",
        "2026/w07/",
    ],
)
def test_what_a_reader_gets(pages: dict[str, Page], address: str) -> None:
    for ui in UIS:
        page = pages[f"{ui}/{address}index.md"]
        assert page.language == ui
        for word in re.findall(r"<h2>([^<]+)", page.markdown):
            assert not re.fullmatch(r"[a-z-]+", word.strip()), f"no words for {word} in {ui}"


def test_a_pairs_figures_stand_in_order_of_time_the_target_last(pages: dict[str, Page]) -> None:
    body = unescape(pages["en/countries/kg-tj/index.md"].markdown)
    table = body[body.index("<table") : body.index("</table>")]
    assert re.findall(r"US\$(\d+)", table) == ["20", "36", "500"]
    assert re.findall(r'class="tag">(\w+)', table) == ["actual", "actual", "target"]
    assert re.findall(r"M0 0h(\d+)v8", table) == ["4", "7", "100"]
    assert 'href="../../2026/02/03/trade-3/#s2"' in table
    bars = "".join(re.findall(r"<svg.*?</svg>", table))
    assert len(bars) <= 3 * 130


def test_a_pair_lists_its_meetings_and_is_linked_from_both_countries(
    pages: dict[str, Page],
) -> None:
    assert 'class="timeline"' in pages["en/countries/kg-tj/index.md"].markdown
    for code in ("kg", "tj"):
        assert 'href="../kg-tj/"' in pages[f"en/countries/{code}/index.md"].markdown
    article = pages["en/2026/02/11/trade-11/index.md"].markdown
    assert 'href="../../../../countries/kg-tj/"' in article


def test_the_ledger_has_every_figure_with_its_sentence(pages: dict[str, Page]) -> None:
    body = pages["ru/figures/index.md"].markdown
    assert body.count("<tr") == 1 + 3
    assert "<mark>$36 million</mark>" in unescape(body)
    assert 'href="../countries/tj/"' in body
    assert body.count('data-v="36000000"') == 1


def test_the_ledger_is_cut_by_measure_and_by_country(pages: dict[str, Page]) -> None:
    whole = pages["en/figures/index.md"].markdown
    assert 'href="trade-turnover/"' in whole
    assert 'href="kg/"' in whole
    for key, title in (("trade-turnover", "trade turnover"), ("kg", "Kyrgyzstan")):
        page = pages[f"en/figures/{key}/index.md"]
        assert page.title == f"Figures: {title}"
        assert page.markdown.count("<tr") == 1 + 3
        assert 'href="../"' in page.markdown
        assert 'id="by-value"' not in page.markdown  # that form searches all figures
    assert 'href="../../figures/kg/"' in pages["en/countries/kg/index.md"].markdown
    link = 'href="../../figures/kg-tj/#trade-turnover"'
    assert link in unescape(pages["en/countries/kg-tj/index.md"].markdown)
    assert link in unescape(pages["en/countries/kg/index.md"].markdown)
    both = pages["en/figures/kg-tj/index.md"]
    assert both.title == "Figures: Kyrgyzstan – Tajikistan"
    assert both.markdown.count('id="trade-turnover"') == 1


def test_the_reason_for_a_related_briefing_leads_to_what_is_shared(
    pages: dict[str, Page],
) -> None:
    body = pages["ru/2026/02/11/trade-11/index.md"].markdown
    reasons = body[body.index('class="versions related"') :]
    assert 'href="../../../../figures/trade-turnover/"' in reasons
    assert 'href="../../../../countries/kg-tj/"' in reasons


def test_quotations_name_the_speaker_and_lead_to_the_words(pages: dict[str, Page]) -> None:
    body = pages["en/quotes/index.md"].markdown
    assert body.count("<blockquote") == 2
    assert 'href="../people/dina-esenova/"' in body
    assert "2 quotations" in body
    person = pages["en/people/dina-esenova/index.md"].markdown
    assert "we shall see" in person


def test_an_organisation_lists_who_is_named_with_it(pages: dict[str, Page]) -> None:
    body = pages["en/organisations/water-council/index.md"].markdown
    assert "2 briefings" in body
    assert 'href="../../people/asan-bekov/"' in body
    assert 'href="../../organisations/water-council/"' not in body
    article = pages["en/2026/02/03/speech-3/index.md"].markdown
    assert 'href="../../../../organisations/water-council/">Water Council</a>' in article


@pytest.mark.parametrize("address", ["2026/02/11/", "2026/w07/"])
def test_a_brief_tells_what_changed_and_who_is_new(pages: dict[str, Page], address: str) -> None:
    text = _text(pages[f"en/{address}index.md"])
    changed = text[text.index("What changed") :]
    assert "Dina Esenova" in changed
    assert "before: Asan Bekov" in changed
    assert "US$36 million" in changed
    assert "before: US$20 million" in changed
    assert "New names" in text
    assert "What changed" not in _text(pages["en/2026/02/03/index.md"])


def test_home_tells_what_changed_in_the_newest_week(pages: dict[str, Page]) -> None:
    home = pages["en/index.md"].markdown
    assert 'href="2026/w07/"' in home
    assert "before: " in home


def _named(*codes: str, joined: bool = False, title: str = "Report") -> Desk:
    body = "-".join(codes) if joined else " and ".join(codes) + "."
    desk = Desk(title, body)
    for code in codes:
        if joined:
            desk.says("country", code, CountryName(code=CountryCode(code), form="adjective"))
        else:
            desk.country(code, code)
    return desk


def test_which_pairs_a_briefing_concerns() -> None:
    assert concern(_named("KG", "TJ").briefing()) == {("KG", "TJ")}
    assert concern(_named("TJ", "KG", joined=True).briefing()) == {("KG", "TJ")}
    assert not concern(_named("KG").briefing())
    assert not concern(_named("KG", "TJ", "UZ", "KZ").briefing()), "a list of countries"


def test_a_country_named_far_below_makes_no_pair() -> None:
    desk = Desk("Report", "KG.\n\nThis.\n\nThat.\n\nAnd so on.\n\nTJ.")
    desk.country("KG", "KG")
    desk.country("TJ", "TJ")
    assert not concern(desk.briefing())
