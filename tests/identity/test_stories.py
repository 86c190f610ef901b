"""Articles that tell one event are found; articles that do not are left alone."""

from __future__ import annotations

import random

import pytest

from generator.identity.likeness import skeleton
from generator.identity.related import find_related
from generator.identity.stories import WINDOW, find_stories
from tests.identity.tellings import BRIDGE, OTHERS, TALKS, site, told

ALL = {**BRIDGE, **TALKS, **OTHERS}


def declared(name: str, text: str) -> str:
    return f"---\ntranslation_of: {name}\n---\n{text}"


def test_versions_in_three_languages_find_one_another_and_nothing_else() -> None:
    assert told(site(ALL)) == [sorted(BRIDGE), sorted(TALKS)]
    assert not any(story.declared for story in site(ALL).stories)


@pytest.mark.parametrize("missing", ["bridge-ky.txt", "bridge-ru.txt", "bridge-en.txt"])
def test_a_story_that_one_language_lacks_takes_no_other_article_instead(missing: str) -> None:
    files = {path: text for path, text in ALL.items() if path != missing}
    assert told(site(files)) == [sorted({*BRIDGE} - {missing}), sorted(TALKS)]


def test_a_story_stands_even_where_the_site_has_nothing_else() -> None:
    assert told(site(BRIDGE)) == [sorted(BRIDGE)]


def test_nothing_depends_on_the_order_of_files() -> None:
    whole = site(ALL)
    shuffled = list(whole.briefings)
    random.Random(7).shuffle(shuffled)
    assert find_stories(shuffled) == whole.stories
    assert find_related(shuffled, whole.stories) == whole.related
    assert site(dict(reversed(ALL.items()))).stories == whole.stories


def test_the_same_words_weeks_later_are_another_story() -> None:
    later = BRIDGE["bridge-en.txt"].replace("2026-03-11", f"2026-03-{11 + WINDOW + 1}")
    files = {**ALL, "bridge-en.txt": later}
    assert ["bridge-ky.txt", "bridge-ru.txt"] in told(site(files))


def test_new_talks_of_the_same_people_in_one_language_are_another_story() -> None:
    second = """2026-03-14
Кулубаев и Кошербаев подписали план сотрудничества

Министр иностранных дел Кыргызстана Жээнбек Кулубаев и министр иностранных дел Казахстана Ермек
Кошербаев 14 марта подписали в Астане план сотрудничества на 2027 год. В нём 24 пункта.
"""
    stories = told(site({**ALL, "plan-ru.txt": second}))
    assert stories == [sorted(BRIDGE), sorted(TALKS)]


def test_a_copy_in_the_same_language_is_the_same_story() -> None:
    copy = TALKS["talks-ru.txt"].replace("Главы МИД", "Министры")
    assert sorted([*TALKS, "copy-ru.txt"]) in told(site({**ALL, "copy-ru.txt": copy}))


def test_what_authors_declare_holds_whatever_the_texts_say() -> None:
    files = {**OTHERS, "wages-ky.txt": declared("exhibition-en.txt", OTHERS["wages-ky.txt"])}
    (story,) = site(files).stories
    assert story.declared
    assert told(site(files)) == [["exhibition-en.txt", "wages-ky.txt"]]


def test_a_found_version_joins_declared_ones() -> None:
    files = {**ALL, "bridge-ru.txt": declared("bridge-ky.txt", BRIDGE["bridge-ru.txt"])}
    assert told(site(files)) == [sorted(BRIDGE), sorted(TALKS)]
    assert not any(story.declared for story in site(files).stories)  # not of all of them


def test_files_named_alike_but_for_the_language_are_declared() -> None:
    files = {f"bridge.{path[7:9]}.txt": text for path, text in BRIDGE.items()}
    (story,) = site(files).stories
    assert story.declared
    assert len(story.articles) == 3


def test_circles_of_translations_end() -> None:
    names = ["snow-ru.txt", "exhibition-en.txt", "wages-ky.txt"]
    files = {name: declared(names[n - 1], OTHERS[name]) for n, name in enumerate(names)}
    assert told(site(files)) == [sorted(names)]
    alone = {"snow-ru.txt": declared("snow-ru.txt", OTHERS["snow-ru.txt"])}
    assert site(alone).stories == ()


def test_a_story_is_called_after_its_first_article() -> None:
    stories = {story.id: story.articles[0] for story in site(ALL).stories}
    assert sorted(article[:10] for article in stories.values()) == ["2026/03/10", "2026/03/12"]
    assert all(article.endswith(f"/{id_}") for id_, article in stories.items())


def test_two_stories_with_one_slug_are_told_apart_and_the_older_keeps_it() -> None:
    week_later = {
        f"later-{path}": text.replace("2026-03-", "2026-04-") for path, text in BRIDGE.items()
    }
    later, first = site({**BRIDGE, **week_later}).stories
    assert first.articles[0] < later.articles[0]
    assert later.id.startswith(f"{first.id}-")
    assert len(later.id) == len(first.id) + 7


def test_an_empty_site_has_no_stories() -> None:
    assert find_stories(()) == ()


def test_a_skeleton_is_the_same_across_scripts() -> None:
    assert skeleton("Trump") == skeleton("Трамп")
    assert skeleton("Syrgabaev") == skeleton("Сыргабаев")
