"""What a reader does, done in a real Chromium: on a phone and on a desk, in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.reader import Reader

pytestmark = [pytest.mark.site, pytest.mark.browser]

SCREENS = [
    pytest.param((width, scheme), id=f"{width}-{scheme}")
    for width in (360, 1280)
    for scheme in ("light", "dark")
]
INTERFACE = ("ky", "ru", "en")


@pytest.fixture(params=SCREENS)
def reader(request: pytest.FixtureRequest, browser: Browser, real_address: str) -> Iterator[Reader]:
    width, scheme = request.param
    reader = Reader(browser, real_address, width=width, scheme=scheme)
    yield reader
    reader.close()


@pytest.fixture(params=SCREENS)
def reader_without_scripts(
    request: pytest.FixtureRequest, browser: Browser, real_address: str
) -> Iterator[Reader]:
    width, scheme = request.param
    reader = Reader(browser, real_address, width=width, scheme=scheme, scripts=False)
    yield reader
    reader.close()


@pytest.mark.parametrize("code", INTERFACE)
def test_the_home_page(reader: Reader, code: str) -> None:
    page = reader.open(f"/{code}/")
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("main h1, main h2").first).to_be_visible()
    assert reader.fits()
    assert (
        page.evaluate(BRIGHTNESS) > 128
        if reader.scheme == "light"
        else page.evaluate(BRIGHTNESS) < 128
    )


BRIGHTNESS = """() => {
  const painted = [document.body, document.documentElement]
    .map(one => getComputedStyle(one).backgroundColor.match(/[\\d.]+/g).map(Number))
    .find(rgb => rgb.length === 3 || rgb[3] > 0);
  return (painted[0] + painted[1] + painted[2]) / 3;
}"""


def test_from_an_article_to_a_person_and_on_to_a_country(reader: Reader) -> None:
    page = story_page(reader, "en")
    assert reader.fits()
    person = page.locator("main a[href*='/people/']:visible").first
    name = person.inner_text()
    person.click()
    expect(page).to_have_url(re.compile(r"/en/people/[^/]+/$"))
    expect(page.locator("main h1")).to_contain_text(name.split()[-1])
    assert reader.fits()
    page.locator("main a[href*='/countries/']:visible").first.click()
    expect(page).to_have_url(re.compile(r"/en/countries/[a-z]{2}/$"))
    expect(page.locator("main h1")).to_be_visible()
    assert reader.fits()


def story_page(reader: Reader, code: str) -> Page:
    """The briefing on the trade talks of 13 February 2026, reached from the home page."""
    page = reader.open(f"/{code}/")
    page.locator("main a[href*='2026/02/13/']:visible").first.click()
    expect(page.locator("section.facts")).to_be_visible()
    page.wait_for_load_state("load")
    return page


LOOK = """target => [target, target.closest('.s') || target].map(element => {
  const style = getComputedStyle(element);
  return [style.backgroundColor, style.backgroundImage, style.boxShadow, style.outline].join();
}).join()"""


def opens_its_evidence(page: Page, link: Locator) -> None:
    """Following a line of the box highlights its sentence and brings it into view."""
    anchor = (link.get_attribute("href") or "").removeprefix("#")
    target = page.locator(f"[id='{anchor}']")
    before = target.evaluate(LOOK)
    link.click()
    expect(page).to_have_url(re.compile(f"#{re.escape(anchor)}$"))
    expect(target).to_be_in_viewport()
    assert target.evaluate("element => element.matches(':target')")
    assert target.evaluate(LOOK) != before, f"#{anchor} looks as it did before"


def test_a_fact_opens_its_sentence(reader: Reader) -> None:
    page = story_page(reader, "ru")
    for link in page.locator("section.facts a.ev:visible").all()[:6]:
        opens_its_evidence(page, link)


def test_a_fact_opens_its_sentence_without_scripts(reader_without_scripts: Reader) -> None:
    page = story_page(reader_without_scripts, "ky")
    for link in page.locator("section.facts a.ev:visible").all()[:6]:
        opens_its_evidence(page, link)


def test_the_language_switch_stays_on_the_page(reader: Reader) -> None:
    page = story_page(reader, "en")
    for code in ("ky", "ru", "en"):
        here = reader.path()
        switch = page.locator(f"header a[hreflang='{code}']").first
        if here.startswith(f"/{code}/"):
            continue
        switch.click()
        expect(page.locator("html")).to_have_attribute("lang", code)
        assert reader.path() == re.sub(r"^/\w\w/", f"/{code}/", here)
        assert reader.fits()


def test_every_language_is_offered_at_the_door(reader: Reader) -> None:
    """A reader whose language the site does not have still finds one she can read."""
    page = reader.open("/")
    page.wait_for_url(re.compile(r"/ky/$"))


def test_the_door_works_without_scripts(reader_without_scripts: Reader) -> None:
    page = reader_without_scripts.open("/")
    for code in INTERFACE:
        expect(
            page.locator(f"main a[hreflang='{code}'], main a[lang='{code}']").first
        ).to_be_visible()


@pytest.mark.parametrize(
    ("code", "word", "title"),
    [
        pytest.param("en", "glacier", "Dushanbe conference calls for action", id="en"),
        pytest.param("ru", "границе", "Жапаров и Рахмон подписали договор", id="ru"),
        pytest.param("ky", "келишимге", "Кыргызстан менен Тажикстан мамлекеттик чек", id="ky"),
        pytest.param("en", "rasulzoda", "Kohir Rasulzoda", id="person"),
    ],
)
def test_a_word_is_searched_and_its_page_found(
    reader: Reader, code: str, word: str, title: str
) -> None:
    page = reader.open(f"/{code}/")
    search(page, word)
    page.locator("#search-results a", has_text=title).first.click()
    expect(page.locator("main h1")).to_contain_text(title)


def search(page: Page, word: str) -> None:
    """Open the search and type a word."""
    page.locator("#search-open").click()
    page.locator("#query").fill(word)
