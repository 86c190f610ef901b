"""Every page type on a small site: addresses, links that hold, nothing that runs."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

import markdown
import pytest

from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode, LanguageCode
from generator.model.names import Role
from generator.model.page import Page
from generator.model.site import Site
from generator.pages import all_page_types
from generator.rendering import urls
from tests.rendering.newsroom import UIS, Desk, context, site
from tests.rendering.test_key_facts import talks

ROOT = "https://news.example/sub/folder/"


def _evil() -> Desk:
    desk = Desk(
        "<script>alert(1)</script> **bold** {{ 7*7 }}",
        '"><img src=x onerror=alert(2)> met <b>Evil</b> Person in Kyrgyzstan. '
        "</p></div></article> [x](javascript:alert(3)) `code` {: onclick=alert(4) }.",
        slug="evil",
        day=(2025, 12, 31),
        source_url="javascript:alert(5)",
    )
    evil = desk.person("<b>Evil</b> Person", "evil-person")
    desk.role("met", evil, Role(title="<i>*chief*</i>", office=None, country=CountryCode("KG")))
    desk.country("Kyrgyzstan", "KG")
    desk.key('"><img src=x onerror=alert(2)> met <b>Evil</b> Person in Kyrgyzstan.')
    desk.quote("</p></div></article> [x](javascript:alert(3))", evil)
    return desk


def _small() -> Site:
    original = talks()
    translation = Desk(
        "Эки кошуна соодасын эсептейт",
        "Кыргызстандын министри Аида Токтосунова Ошто жолугушту.",
        language="ky",
        slug="talks-ky",
        translation_of="talks",
    )
    translation.person("Аида Токтосунова", "aida")
    translation.country("Кыргызстан", "KG")
    earlier = Desk("Earlier talks", "Aida Toktosunova spoke.", slug="earlier", day=(2026, 1, 5))
    earlier.person("Aida Toktosunova", "aida")
    return site([original, translation, earlier, _evil()])


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    made = [
        page
        for page_type in all_page_types()
        for page in page_type.pages(_small(), context(demonstration=True))
    ]
    assert len({page.uri for page in made}) == len(made)
    return {page.uri: page for page in made}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []
        self.headings: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "img", "iframe", "style", "object"}
        found = dict(attrs)
        assert not [name for name in found if name.startswith("on")]
        if tag not in {"br", "hr", "input"}:
            self.open.append(tag)
        if found.get("href"):
            self.links.append(found["href"] or "")
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _read(page: Page) -> _Links:
    reader = _Links()
    reader.feed(page.markdown)
    reader.close()
    assert not reader.open, page.uri
    return reader


def test_what_a_reader_gets(pages: dict[str, Page]) -> None:
    assert "index.md" in pages
    for ui in UIS:
        for address in (
            "index.md",
            "2026/02/13/talks/index.md",
            "people/index.md",
            "people/aida/index.md",
            "countries/index.md",
            "countries/kg/index.md",
            "archive/index.md",
            "2026/index.md",
            "2026/02/index.md",
            "about/index.md",
        ):
            assert pages[f"{ui}/{address}"].language == ui


def test_every_link_leads_somewhere(pages: dict[str, Page]) -> None:
    ids = {uri: set(_read(page).ids) for uri, page in pages.items()}
    for uri, page in pages.items():
        for link in _read(page).links:
            address, anchor = urldefrag(urljoin(ROOT + urls.site_path(uri), link))
            assert address.startswith(ROOT), link
            target = address.removeprefix(ROOT) + "index.md"
            assert target in pages, f"{uri}: {link}"
            assert not anchor or anchor in ids[target], f"{uri}: {link}"


def test_well_formed_and_nothing_runs(pages: dict[str, Page]) -> None:
    for page in pages.values():
        reader = _read(page)
        assert len(reader.ids) == len(set(reader.ids)), page.uri
        assert reader.headings.count(1) == 1, page.uri
        steps = zip(reader.headings, reader.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), page.uri


def test_markdown_hands_the_body_through(pages: dict[str, Page]) -> None:
    """`generator build` writes these as Markdown files; another tool may render them."""
    for page in pages.values():
        rendered = markdown.markdown(page.markdown, extensions=["attr_list", "md_in_html"])
        assert rendered.split() == page.markdown.split(), page.uri


def test_hostile_text_is_still_readable(pages: dict[str, Page]) -> None:
    body = pages["en/2025/12/31/evil/index.md"].markdown
    assert "javascript:alert(5)" not in unescape(body)
    assert "<script>alert(1)</script> **bold** {{ 7*7 }}" in unescape(body)
    assert "49" not in body


def test_every_page_is_told_its_other_languages(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert tuple(page.alternates) == UIS
        for uri in page.alternates.values():
            assert uri in pages
        if page.uri != urls.DOOR:
            assert page.alternates[page.language] == page.uri


def test_the_text_says_its_language_where_it_is_not_the_pages(pages: dict[str, Page]) -> None:
    own = pages["ky/2026/02/13/talks-ky/index.md"].markdown
    foreign = pages["en/2026/02/13/talks-ky/index.md"].markdown
    assert '<div class="text">' in own
    assert '<div class="text" lang="ky">' in foreign
    assert "Text in Kyrgyz" in foreign


def test_home_tells_a_story_once_in_the_readers_language(pages: dict[str, Page]) -> None:
    home = pages["ky/index.md"].markdown
    assert "Эки кошуна соодасын эсептейт" in home
    assert "Two neighbours count their trade" not in home
    assert "2026/02/13/talks/" in home  # as the same story in another language


def test_a_persons_page_names_her_in_every_language_met(pages: dict[str, Page]) -> None:
    page = pages["en/people/aida/index.md"]
    assert page.title == "Aida Toktosunova"
    assert "Аида Токтосунова" in page.markdown
    assert "minister of trade, Kyrgyzstan" in page.markdown
    assert "We aim at" in page.markdown
    assert "2 stories (3 texts)" in page.markdown  # as the data say, which count texts


def test_an_office_is_first_and_last_seen() -> None:
    desks = []
    for day in (1, 9):
        desk = Desk("Talks", "Aida Toktosunova, chair, spoke.", slug=f"t{day}", day=(2026, 3, day))
        aida = desk.person("Aida Toktosunova", "aida")
        desk.role("chair", aida, Role(title="chair", office=None, country=None))
        desks.append(desk)
    made = _pages(site(desks))
    assert "1–9 March 2026" in made["en/people/aida/index.md"].markdown


def test_a_countrys_page_has_people_in_office_and_figures(pages: dict[str, Page]) -> None:
    desk = talks()
    aida = desk.person("Toktosunova", "aida", nth=1)
    role = Role(title="minister", office="trade-minister", country=CountryCode("KG"))
    desk.role("minister of trade of", aida, role)
    body = _pages(site([desk]))["en/countries/kg/index.md"].markdown
    assert "People in office" in body
    assert "$500 million" in unescape(body)


def test_a_list_stays_small() -> None:
    desks = []
    for number in range(150):
        desk = Desk("Talks", "In Kyrgyzstan.", slug=f"t{number}", day=(2026, 1, 1 + number % 28))
        desk.country("Kyrgyzstan", "KG")
        desks.append(desk)
    made = _pages(site(desks))
    parts = [
        made[f"en/countries/kg/{part}index.md"].markdown for part in ("", "2/", "3/", "4/", "5/")
    ]
    assert [body.count('class="card"') for body in parts] == [30] * 5
    assert "150 briefings" in parts[0]


def test_a_site_without_articles_builds() -> None:
    made = _pages(site([]))
    assert "There are no briefings yet." in made["en/index.md"].markdown


def test_a_month_leads_to_its_days_and_weeks(pages: dict[str, Page]) -> None:
    body = pages["en/2026/02/index.md"].markdown
    assert '<a href="13/">13</a>' in body
    assert 'href="../w07/"' in body


def test_the_same_site_gives_the_same_bytes() -> None:
    assert _pages(_small()) == _pages(_small())


def test_a_page_without_a_language_of_the_site_is_not_made() -> None:
    made = [
        page
        for page_type in all_page_types()
        for page in page_type.pages(_small(), context(uis=(LanguageCode("ru"),)))
    ]
    assert {page.language for page in made} == {"ru"}


def _pages(whole: Site) -> dict[str, Page]:
    return {
        page.uri: page
        for page_type in all_page_types()
        for page in page_type.pages(whole, context())
    }


def test_an_unknown_year_is_no_crash() -> None:
    desk = Desk("Talks", "It was in May.")
    desk.says("date", "May", PartialDate(month=5))
    assert _pages(site([desk]))
