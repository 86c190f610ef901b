"""What a reader does, done in a real Chromium: on a phone and on a desk, in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.conftest import CHROMIUM

pytestmark = [pytest.mark.site, pytest.mark.browser]

SCREENS = [
    pytest.param((width, scheme), id=f"{width}-{scheme}")
    for width in (360, 1280)
    for scheme in ("light", "dark")
]
INTERFACE = ("ky", "ru", "en")
STORY = re.compile(r"/2026/02/\d+/[^/]*kasymaliev[^/]*/$")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


class Reader:
    """A tab of the browser that remembers everything that went wrong in it."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        width: int = 1280,
        scheme: str = "light",
        scripts: bool = True,
    ) -> None:
        self.address = address
        self.problems: list[str] = []
        self._context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            locale="fr-FR",  # none of the site's languages, so that nothing depends on the reader's
        )
        self._context.set_default_timeout(15_000)
        self.page: Page = self._context.new_page()
        self.page.on("console", lambda said: self._note(said.type == "error", said.text))
        self.page.on("pageerror", lambda error: self._note(True, str(error)))
        self.page.on("dialog", lambda dialog: self._note(True, f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self._note(self.foreign(request.url), request.url))
        self.page.on(
            "response", lambda got: self._note(got.status >= 400, f"{got.status} {got.url}")
        )

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.problems.append(what)

    def foreign(self, url: str) -> bool:
        """Whether a request leaves this site."""
        parts = urlsplit(url)
        return parts.scheme not in ("data", "blob") and not url.startswith(self.address)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def path(self) -> str:
        return urlsplit(self.page.url).path

    def fits(self) -> bool:
        """Whether the page is no wider than the screen."""
        return bool(
            self.page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        )

    def close(self) -> None:
        self._context.close()
        assert self.problems == []


@pytest.fixture(params=SCREENS)
def reader(request: pytest.FixtureRequest, browser: Browser, real_address: str) -> Iterator[Reader]:
    width, scheme = request.param
    reader = Reader(browser, real_address, width=width, scheme=scheme)
    yield reader
    reader.close()


@pytest.fixture
def reader_without_scripts(browser: Browser, real_address: str) -> Iterator[Reader]:
    reader = Reader(browser, real_address, scripts=False)
    yield reader
    reader.close()


@pytest.mark.parametrize("code", INTERFACE)
def test_the_home_page(reader: Reader, code: str) -> None:
    page = reader.open(f"/{code}/")
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("main h1, main h2").first).to_be_visible()
    assert reader.fits()
    shown, wanted = page.evaluate(
        """() => [getComputedStyle(document.body).colorScheme,
                  matchMedia('(prefers-color-scheme: dark)').matches]"""
    )
    assert shown is not None
    assert wanted in (True, False)


def test_from_an_article_to_a_person_and_on_to_a_country(reader: Reader) -> None:
    page = reader.open("/en/")
    page.locator("main a[href*='kasymaliev']:not([href*='people'])").first.click()
    expect(page.locator("main h1")).to_be_visible()
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
    """The briefing on the talks in Bishkek, reached from the home page."""
    page = reader.open(f"/{code}/")
    page.locator("main a[href*='/02/'][href*='talks']").first.click()
    expect(page.locator("section.facts")).to_be_visible()
    return page


def opens_its_evidence(page: Page, link: Locator) -> None:
    """Following a line of the box highlights its sentence and brings it into view."""
    anchor = (link.get_attribute("href") or "").removeprefix("#")
    target = page.locator(f"[id='{anchor}']")
    before = target.evaluate(LOOK)
    link.click()
    expect(page).to_have_url(re.compile(f"#{re.escape(anchor)}$"))
    expect(target).to_be_in_viewport()
    assert target.evaluate("element => element.matches(':target')")
    expect(target).not_to_have_css("background-color", before)


LOOK = "element => getComputedStyle(element).backgroundColor"


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
    ("code", "word", "found"),
    [("en", "glaciers", "glaciers"), ("ru", "договор", "border"), ("ky", "Кожент", "khujand")],
)
def test_a_word_is_searched_and_its_page_found(
    reader: Reader, code: str, word: str, found: str
) -> None:
    page = reader.open(f"/{code}/")
    search(page, word)
    result = page.locator(f".md-search-result__link[href*='{found}']").first
    result.click()
    page.wait_for_url(re.compile(rf"/{code}/.*{found}"))
    expect(page.locator("main h1")).to_be_visible()


def search(page: Page, word: str) -> None:
    """Type a word into the search field, opening it first where the screen is small."""
    field = page.locator("input[name=query]")
    if not field.is_visible():
        page.locator("label[for=__search]:visible").first.click()
    field.fill(word)
