"""Whatever a site says: a mention leads to one page or is plain, and every page lists its articles.

Sites are made at random from a few names, so that people, countries and organisations meet in the
same sentences, stand beside one another and come back in later articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as data_field
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.model.ids import ArticleId, CountryCode, EntityId, LanguageCode
from generator.model.names import Role
from generator.model.page import Page
from generator.model.site import Site
from generator.pages import all_page_types
from generator.rendering import urls
from tests.rendering.newsroom import Desk, context, site

EN = LanguageCode("en")
UIS = (EN, LanguageCode("ky"))
ROOT = "https://news.example/"

_NAMES: Mapping[str, tuple[str, str]] = {
    "Aida Toktosunova": ("person", "aida-toktosunova"),
    "Bakyt Usenov": ("person", "bakyt-usenov"),
    "Gulnara Saparova": ("person", "gulnara-saparova"),
    "Kyrgyzstan": ("country", "KG"),
    "Tajikistan": ("country", "TJ"),
    "Uzbekistan": ("country", "UZ"),
    "Water Council": ("organisation", "water-council"),
    "Steppe Bank": ("organisation", "steppe-bank"),
}
_FILLERS = ("spoke to", "and", "in", "wrote about", "<i>left</i>", "—", "of")
_SENTENCES = st.lists(
    st.tuples(st.sampled_from(sorted(_NAMES)), st.sampled_from(_FILLERS), st.booleans()),
    min_size=0,
    max_size=4,
)
_ARTICLES = st.lists(
    st.tuples(st.lists(_SENTENCES, min_size=1, max_size=3), st.integers(1, 27), st.booleans()),
    min_size=1,
    max_size=6,
)

Plan = list[tuple[list[list[tuple[str, str, bool]]], int, bool]]


def _build(plan: Plan) -> Site:
    desks = []
    for number, (sentences, day, chairs) in enumerate(plan):
        body = "\n\n".join(
            " ".join(part for name, filler, _ in sentence for part in (name, filler)) + " so."
            for sentence in sentences
        )
        desk = Desk(f"Report {number}", body, slug=f"r{number}", day=(2026, 1 + day % 3, day))
        times: dict[str, int] = defaultdict(int)
        for sentence in sentences:
            for name, _, known in sentence:
                kind, id_ = _NAMES[name]
                nth = times[name]
                times[name] += 1
                if not known:  # a name nobody recognised there
                    continue
                if kind == "country":
                    desk.country(name, id_, nth)
                elif kind == "organisation":
                    desk.organisation(name, id_, nth)
                else:
                    person = desk.person(name, id_, nth)
                    if chairs and not desk.facts:
                        role = Role(
                            title="chair", office="head-of-state", country=CountryCode("KG")
                        )
                        desk.role("so", person, role)
        desks.append(desk)
    return site(desks)


@dataclass
class _Text(HTMLParser):
    """Links of a page: all of them, those in the article's text, those in cards."""

    base: str
    text_links: list[tuple[str, str]] = data_field(default_factory=list)
    cards: list[set[str]] = data_field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []
        self._href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in {"br", "hr", "input"}:
            return
        self._open.append((tag, found.get("class", "")))
        if ("article", "card") in self._open and tag == "article":
            self.cards.append(set())
        if tag == "a":
            assert not self._href, "a link within a link"
            self._href = urljoin(ROOT + self.base, found["href"])
            if ("article", "card") in self._open:
                self.cards[-1].add(self._href.partition("#")[0])

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()
        if tag == "a":
            self._href = ""

    def handle_data(self, data: str) -> None:
        if self._href and ("div", "text") in self._open:
            self.text_links.append((data, self._href))


def _read(page: Page) -> _Text:
    reader = _Text(urls.site_path(page.uri))
    reader.feed(page.markdown)
    reader.close()
    return reader


def _mentions(whole: Site) -> tuple[dict[ArticleId, list[tuple[str, EntityId]]], set[EntityId]]:
    """Of each article the words of its mentions in the body with whom they mean."""
    found: dict[ArticleId, list[tuple[str, EntityId]]] = {}
    entities: set[EntityId] = set()
    for briefing in whole.briefings:
        title = briefing.article.title_span
        surely = sorted(
            (
                (one.mention.span, one.entity)
                for one in briefing.identities
                if one.judgement == "same"
            ),
        )
        assert title is not None
        found[briefing.article.id] = [
            (span.of(briefing.article.text), entity) for span, entity in surely
        ]
        entities.update(entity for _, entity in surely)
    return found, entities


def _implied(whole: Site) -> dict[ArticleId, set[EntityId]]:
    """Of each article the countries whose offices it speaks of, named or not."""
    return {
        briefing.article.id: {
            country for fact in briefing.facts if (country := fact.argument("country")) is not None
        }
        for briefing in whole.briefings
    }


def _check(whole: Site) -> None:
    pages = {
        page.uri: page
        for page_type in all_page_types()
        for page in page_type.pages(whole, context(uis=UIS))
    }
    mentioned, entities = _mentions(whole)
    implied = _implied(whole)
    entities |= set().union(*implied.values())
    for ui in UIS:
        listed: dict[EntityId, list[str]] = {}
        for entity in sorted(entities):
            uri = urls.entity(ui, entity)
            assert uri is not None
            parts = [
                one for one in pages if re.fullmatch(re.escape(uri[:-8]) + r"(\d+/)?index.md", one)
            ]
            cards = [card for one in parts for card in _read(pages[one]).cards]
            there = [
                id_
                for card in cards
                for id_ in mentioned
                if ROOT + urls.site_path(urls.article(ui, id_)) in card
            ]
            listed[entity] = list(map(str, there))
            wanted = [
                id_
                for id_, names in mentioned.items()
                if entity in implied[id_] or any(e == entity for _, e in names)
            ]
            assert sorted(there) == sorted(wanted), f"{ui} {entity}"
            assert len(there) == len(set(there)), "each once"
            count = re.search(
                r'<span class="n">(\d+) ', pages[uri].markdown[::1].rpartition("<h2>")[2]
            )
            assert count is not None
            assert int(count.group(1)) == len(wanted), "counted"
        for id_, names in mentioned.items():
            found = _read(pages[urls.article(ui, id_)]).text_links
            assert [words for words, _ in found] == [words for words, _ in names]
            for (_, href), (_, entity) in zip(found, names, strict=True):
                target = href.removeprefix(ROOT) + "index.md"
                assert target == urls.entity(ui, entity)
                assert target in pages
                assert id_ in listed[entity]


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],  # to shrink a site takes minutes
)
@given(plan=_ARTICLES)
def test_every_mention_has_its_page_and_every_page_its_articles(plan: Plan) -> None:
    _check(_build(plan))


@pytest.mark.parametrize("total", [59, 95])
def test_also_where_lists_have_several_parts(total: int) -> None:
    names = sorted(_NAMES)
    plan: Plan = [
        ([[(names[n % 8], "and", True), (names[3], "in", n % 2 == 0)]], 1 + n % 27, n % 5 == 0)
        for n in range(total)
    ]
    _check(_build(plan))
