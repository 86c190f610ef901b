"""No violation that axe-core knows, on every kind of page, in light and dark, on phone and desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.reader import Reader
from tests.site.sites import Build

pytestmark = [pytest.mark.site, pytest.mark.browser]

# Every language, both screens and both schemes; not each with each, for a page has one markup and
# one style sheet in all of them.
READERS = (
    pytest.param(("en", 1280, "light"), id="en-desk-light"),
    pytest.param(("ky", 360, "dark"), id="ky-phone-dark"),
    pytest.param(("ru", 1280, "dark"), id="ru-desk-dark"),
)
STORY = "2026/02/13/*"


@pytest.fixture(params=READERS)
def visit(
    request: pytest.FixtureRequest, browser: Browser, real_address: str
) -> Iterator[tuple[str, Reader]]:
    code, width, scheme = request.param
    reader = Reader(browser, real_address, width=width, scheme=scheme)
    yield code, reader
    reader.close()


def violations(page: Page) -> list[str]:
    """What axe finds wrong, with the elements it is wrong of."""
    found = Axe().run(page).response["violations"]
    return [
        f"{page.url} {one['id']} ({one['help']}): {[node['target'] for node in one['nodes']]}"
        for one in found
    ]


def test_no_page_has_a_violation(visit: tuple[str, Reader], real_site: Build) -> None:
    code, reader = visit
    folder = real_site.site / code
    paths = [
        "",
        _first(folder, STORY),
        _first(folder, "people/*"),
        "countries/kg/",
        "countries/kg-tj/",
        _first(folder, "organisations/*"),
        "events/meeting/",
        "figures/?least=1000000",
        "figures/trade-turnover/",
        "quotes/",
        _first(folder, "stories/*"),
        "2026/02/13/",
        "2026/w07/",
        "2026/02/",
        "2026/",
        "archive/",
        "about/",
    ]
    assert [one for path in paths for one in violations(reader.open(f"/{code}/{path}"))] == []


def _first(folder: Path, pattern: str) -> str:
    found = next(path for path in sorted(folder.glob(pattern)) if path.is_dir())
    return f"{found.relative_to(folder).as_posix()}/"


def test_no_search_has_a_violation(visit: tuple[str, Reader]) -> None:
    code, reader = visit
    page = reader.open(f"/{code}/search/?q=Tajikistan")
    expect(page.locator("#found [data-result]").first).to_be_visible()
    expect(page.locator("#facets details").first).to_be_visible()
    found = violations(page)
    page.locator("#search-open").click()
    box = page.locator("#query")
    for text in ("Tajikistan", "over $10 million", "Rasulzodda"):
        box.fill(text)
        expect(page.locator("#search-results")).to_have_attribute("data-query", text)
        found += violations(page)
    assert found == []
