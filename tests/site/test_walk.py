"""A reader follows a name to a pair of countries, to the ledger, to the sentence, in a browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.reader import Reader

pytestmark = [pytest.mark.site, pytest.mark.browser]

CODES = ("ky", "ru", "en")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("code", CODES)
def test_person_pair_ledger_sentence(
    browser: Browser, real_address: str, code: str, width: int, scripts: bool
) -> None:
    reader = Reader(browser, real_address, width=width, scripts=scripts)
    page = reader.open(f"/{code}/people/sadyr-japarov/")
    assert _fits(reader, page, scripts=scripts)
    _to_country_kg(page, code)
    page.locator("main a[href*='kg-tj/']").first.click()
    expect(page).to_have_url(re.compile(rf"/{code}/countries/kg-tj/$"))
    expect(page.locator("main table.series").first).to_be_visible()
    expect(page.locator("main table.series svg").first).to_be_attached()
    assert _fits(reader, page, scripts=scripts)
    page.locator("header nav.sections a[href*='figures/']").click()
    expect(page).to_have_url(re.compile(rf"/{code}/figures/$"))
    assert _fits(reader, page, scripts=scripts)
    row = page.locator("#ledger tbody tr", has_text="2026").first
    words = row.locator("mark").inner_text()
    row.locator(".amount a").click()
    _is_lit(page, words)
    reader.close()


def _to_country_kg(page: Page, code: str) -> None:
    page.locator("main a[href$='countries/kg/']").first.click()
    expect(page).to_have_url(re.compile(rf"/{code}/countries/kg/$"))


def _fits(reader: Reader, page: Page, *, scripts: bool) -> bool:
    """Whether the page is no wider than the screen; without scripts nothing can be measured."""
    expect(page.locator("main h1")).to_be_visible()
    return not scripts or reader.fits()


def _is_lit(page: Page, words: str) -> None:
    """The sentence with those words is in view, the target of the address."""
    anchor = page.url.partition("#")[2]
    assert re.fullmatch(r"s\d+", anchor)
    sentence = page.locator(f"[id='{anchor}']")
    expect(sentence).to_be_in_viewport()
    expect(sentence).to_contain_text(" ".join(words.split()))


@pytest.mark.parametrize("code", CODES)
def test_the_ledger_is_sorted_and_filtered(browser: Browser, real_address: str, code: str) -> None:
    reader = Reader(browser, real_address)
    page = reader.open(f"/{code}/figures/")
    rows = page.locator("#ledger tbody tr")
    total = rows.count()
    value = page.locator("#ledger thead th").nth(4)
    value.get_by_role("button").click()
    expect(value).to_have_attribute("aria-sort", "ascending")
    amounts = _amounts(rows)
    assert amounts == sorted(amounts)
    assert len({unit for unit, _ in amounts}) > 1
    value.get_by_role("button").click()
    expect(value).to_have_attribute("aria-sort", "descending")
    # The greatest of a unit first; units keep their places.
    assert _amounts(rows) == sorted(amounts, key=lambda one: (one[0], -one[1]))
    page.locator(".filter input").fill("500")
    expect(page.locator("#ledger tbody tr:not([hidden])").first).to_contain_text("500")
    assert 0 < page.locator("#ledger tbody tr:visible").count() < total
    assert reader.fits()
    reader.close()


def _amounts(rows: Locator) -> list[tuple[str, float]]:
    """Unit and value of each line, sums of a currency before shares, shares before counts."""
    found = rows.locator(".amount").evaluate_all(
        "cells => cells.map(c => [c.dataset.u, Number(c.dataset.v)])"
    )
    return [(unit, value) for unit, value in found]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("code", CODES)
def test_a_series_of_a_pair_leads_to_its_own_ledger(
    browser: Browser, real_address: str, code: str, scripts: bool
) -> None:
    reader = Reader(browser, real_address, width=360, scripts=scripts)
    page = reader.open(f"/{code}/countries/kg-tj/")
    page.locator("table.series caption a").first.click()
    expect(page).to_have_url(re.compile(rf"/{code}/figures/kg-tj/#trade-turnover$"))
    expect(page.locator("#ledger [id='trade-turnover']")).to_be_in_viewport()
    if scripts:
        shown = page.locator("#ledger tbody tr:visible")
        measures = shown.evaluate_all("rows => rows.map(row => row.dataset.m)")
        assert set(measures) == {"trade-turnover"}
        assert reader.fits()
    reader.close()


@pytest.mark.parametrize("code", CODES)
def test_from_the_calendar_to_a_day_and_its_week(
    browser: Browser, real_address: str, code: str
) -> None:
    reader = Reader(browser, real_address, width=360)
    page = reader.open(f"/{code}/2026/02/")
    page.locator("table.calendar td a").first.click()
    expect(page).to_have_url(re.compile(rf"/{code}/2026/02/13/$"))
    assert reader.fits()
    page.locator("main a[href*='w07/']").first.click()
    expect(page).to_have_url(re.compile(rf"/{code}/2026/w07/$"))
    expect(page.locator("main h1")).to_contain_text("2026")
    assert reader.fits()
    reader.close()
