"""A page stays small however much the archive says: lists are cut, and say so."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest

from generator.model.calendar import PartialDate
from generator.model.page import Page
from generator.model.quantity import Quantity
from generator.model.site import Site
from generator.pages import country, day, figures, pair, week
from tests.rendering.newsroom import UIS, Desk, context, site

MANY = 90


def _briefing(number: int) -> Desk:
    value = 100 + number
    who = f"Asan Bekov{chr(97 + number // 26)}{chr(97 + number % 26)}"
    desk = Desk(
        f"Trade {number}",
        f"Trade of Kyrgyzstan with Tajikistan came to ${value} million. {who} said so.",
        slug=f"trade-{number}",
        day=(2026, 2, 9),
    )
    desk.country("Kyrgyzstan", "KG")
    desk.country("Tajikistan", "TJ")
    quantity = Quantity(
        kind="money",
        value=Decimal(value) * 1_000_000,
        unit="USD",
        role="actual",
        indicator="trade-turnover",
        of=("KG", "TJ"),
        period=PartialDate(year=1930 + number),
    )
    desk.says("money", f"${value} million", quantity)
    desk.person(who, who.lower().replace(" ", "-"))
    return desk


@pytest.fixture(scope="module")
def archive() -> Site:
    return site([_briefing(number) for number in range(MANY)])


@pytest.fixture(scope="module")
def pages(archive: Site) -> dict[str, Page]:
    types = (country, pair, figures, week, day)
    return {page.uri: page for one in types for page in one.pages(archive, context())}


@pytest.mark.parametrize("address", ["countries/kg", "countries/kg-tj"])
def test_a_series_shows_its_latest_figures_and_leads_to_the_others(
    pages: dict[str, Page], address: str
) -> None:
    for ui in UIS:
        body = unescape(pages[f"{ui}/{address}/index.md"].markdown)
        shown = re.findall(r'<th scope="row">(?:<[^>]+>)?[^<]*?(\d{4})', body)
        assert shown == [str(1930 + MANY - 24 + n) for n in range(24)]
        link = re.search(r'<a href="([^"]+)">[^<]*?66</a></p>', body)
        assert link is not None
        assert link[1] == "../../figures/kg-tj/#trade-turnover"


def test_the_measures_own_ledger_has_every_figure(pages: dict[str, Page]) -> None:
    lines = [
        line
        for uri, page in pages.items()
        if uri.startswith("en/figures/trade-turnover/")
        for line in re.findall(r"<mark>([^<]+)", unescape(page.markdown))
    ]
    assert sorted(lines) == sorted(f"${100 + number} million" for number in range(MANY))


@pytest.mark.parametrize(("address", "shown"), [("2026/w07", 40), ("2026/02/09", 80)])
def test_a_brief_names_some_new_people_and_how_many_more_there_are(
    pages: dict[str, Page], address: str, shown: int
) -> None:
    for ui in UIS:
        body = pages[f"{ui}/{address}/index.md"].markdown
        new = body[body.index('<ul class="new">') :]
        assert new.count("<li>") == shown
        assert re.search(rf'<p class="more">[^<]*\b{MANY - shown}\b', new)
