"""The page of one story, and what an article's page says of its story and its relations."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from generator.model.page import Page
from generator.pages import article, story
from tests.identity.tellings import BRIDGE, OTHERS, TALKS, site
from tests.rendering.newsroom import context

PLANTED = {
    **TALKS,
    **OTHERS,
    **BRIDGE,
    "bridge-en.txt": BRIDGE["bridge-en.txt"].replace("48 million", "58 million"),
}
DECLARED = {f"bridge.{path[7:9]}.txt": text for path, text in BRIDGE.items()}


@cache
def story_pages() -> dict[str, Page]:
    return {page.uri: page for page in story.pages(site(PLANTED), context())}


def article_page(files: dict[str, str], path: str, ui: str) -> str:
    whole = site(files)
    id_ = next(b.article.id for b in whole.briefings if b.article.source.path == path)
    pages = {page.uri: page.markdown for page in article.pages(whole, context())}
    return pages[f"{ui}/{id_}/index.md"]


def bridge_page(ui: str) -> Page:
    (page,) = [
        page
        for uri, page in story_pages().items()
        if uri.startswith(f"{ui}/stories/") and "World Bank" in page.markdown
    ]
    return page


def test_every_story_has_a_page_in_every_interface_language() -> None:
    assert len(story_pages()) == 2 * 3
    page = bridge_page("en")
    assert set(page.alternates) == {"ky", "ru", "en"}
    assert page.title == "New bridge opens in Osh Region"
    assert bridge_page("ru").title == "В Ошской области открыли новый мост"


def test_the_readers_language_stands_first() -> None:
    for ui in ("ky", "ru", "en"):
        columns = re.findall(r'<article class="version" lang="(\w+)"', bridge_page(ui).markdown)
        assert columns[0] == ui
        assert sorted(columns) == ["en", "ky", "ru"]


def test_a_disagreement_stands_on_the_page_with_all_its_versions() -> None:
    text = bridge_page("en").markdown
    assert "58 million" in text
    disputed = re.findall(r"<mark>(.*?)</mark>", text)
    assert len(disputed) == 3
    assert len(re.findall(r'<a class="ev" href="[^"]+#s\d+"', unescape(text))) == 3
    assert "Where the versions differ" in text
    talks = next(p for p in story_pages().values() if "1.7 billion" in p.markdown)
    assert "<mark>" not in talks.markdown


def test_an_article_leads_to_its_other_versions_and_to_the_comparison() -> None:
    text = article_page(PLANTED, "bridge-ru.txt", "ru")
    assert 'lang="ky"' in text
    assert 'lang="en"' in text
    assert "/stories/" in text
    assert "Версии расходятся в 1 пункте" in text
    assert "hreflang" not in text  # nobody declared a translation


def test_a_declared_translation_says_so_on_its_link() -> None:
    text = article_page(DECLARED, "bridge.ru.txt", "ru")
    assert text.count('hreflang="ky"') == text.count('hreflang="en"') == 2


def test_an_article_names_its_relations_with_their_reasons() -> None:
    text = article_page(PLANTED, "talks-earlier-ru.txt", "ru")
    assert 'Тот же человек: <a class="name" href="../../../../people/jeenbek-kulubaev/">' in text
    assert "Same person: " in article_page(PLANTED, "talks-earlier-ru.txt", "en")
    assert "Ошол эле адам: " in article_page(PLANTED, "talks-earlier-ru.txt", "ky")


def test_an_article_alone_has_neither() -> None:
    text = article_page(OTHERS, "exhibition-en.txt", "en")
    assert "versions" not in text
    assert "related" not in text


def test_a_versions_text_cannot_break_out_of_its_column() -> None:
    nasty = {
        path: text + "\n<script>alert(1)</script> </article></div>\n"
        for path, text in BRIDGE.items()
    }
    for page in story.pages(site(nasty), context()):
        assert "<script" not in page.markdown
        assert page.markdown.count("</article>") == 3
