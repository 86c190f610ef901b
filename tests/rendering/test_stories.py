"""Articles that tell one story are taken together."""

from __future__ import annotations

from generator.model.ids import LanguageCode
from generator.rendering.stories import Stories
from tests.rendering.newsroom import UIS, Desk, site


def _slugs(desks: list[Desk]) -> list[list[str]]:
    return [
        sorted(briefing.article.slug for briefing in story.versions)
        for story in Stories(site(desks)).all
    ]


def test_a_translation_belongs_to_its_original_however_it_is_named() -> None:
    original = Desk("Talks", "Text.", slug="talks")
    by_slug = Desk("A", "Text.", language="ru", slug="a", translation_of="talks")
    by_id = Desk("B", "Text.", language="ky", slug="b", translation_of="2026/02/13/talks")
    by_path = Desk("C", "Text.", language="ky", slug="c", translation_of="talks.txt")
    other = Desk("D", "Text.", slug="d", day=(2026, 1, 1))
    assert _slugs([original, by_slug, by_id, by_path, other]) == [["a", "b", "c", "talks"], ["d"]]


def test_a_shared_name_that_is_no_article_ties_as_well() -> None:
    first = Desk("A", "Text.", slug="a", translation_of="folder/talks")
    second = Desk("B", "Text.", language="ky", slug="b", translation_of="folder/talks")
    assert _slugs([first, second, Desk("C", "Text.", slug="c")]) == [["a", "b"], ["c"]]


def test_translations_of_translations_and_circles() -> None:
    first = Desk("A", "Text.", slug="a", translation_of="b")
    second = Desk("B", "Text.", slug="b", translation_of="c")
    third = Desk("C", "Text.", slug="c", translation_of="a")
    itself = Desk("D", "Text.", slug="d", translation_of="d")
    assert _slugs([first, second, third, itself]) == [["a", "b", "c"], ["d"]]


def test_a_reader_gets_her_language_then_the_order_of_the_site() -> None:
    ru = Desk("R", "Text.", language="ru", slug="r", translation_of="e")
    en = Desk("E", "Text.", language="en", slug="e")
    (story,) = Stories(site([ru, en])).all
    assert story.best(LanguageCode("en"), UIS).article.slug == "e"
    assert story.best(LanguageCode("ky"), UIS).article.slug == "r"
    assert story.best(LanguageCode("kk"), ()) is story.versions[0]


def test_a_list_about_somebody_keeps_only_the_versions_that_name_her() -> None:
    ru = Desk("R", "Text.", language="ru", slug="r", translation_of="e")
    en = Desk("E", "Text.", language="en", slug="e")
    whole = site([ru, en])
    stories = Stories(whole)
    (story,) = stories.among(b for b in whole.briefings if b.article.slug == "r")
    assert [briefing.article.slug for briefing in story.versions] == ["r"]
