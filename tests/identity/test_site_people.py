"""One person is one page: what is joined across articles, what is not, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from generator.identity.resolver import resolve
from generator.model.entity import Entity
from generator.model.site import Briefing
from tests.facts.people import knowledge
from tests.identity.sightings import Person, told


def people(briefings: Sequence[Briefing]) -> dict[str, Entity]:
    """Everybody of the site, by the key of the id."""
    _, entities, _ = resolve(briefings, knowledge())
    return {str(e.id).partition(":")[2]: e for e in entities if e.kind == "person"}


def doubts(briefings: Sequence[Briefing]) -> list[str]:
    return [str(doubt.reason) for doubt in resolve(briefings, knowledge())[2]]


def minister(name: str, country: str, office: str = "finance-minister") -> Person:
    return Person(name=name, office=office, country=country)


def test_a_known_person_has_her_own_address_and_names_in_every_language() -> None:
    found = people([told("tg", "2026-02-13", "Қоҳир Расулзода", about=("TJ",))])
    assert list(found) == ["kohir-rasulzoda"]
    assert found["kohir-rasulzoda"].names["ky"] == "Кохир Расулзода"
    assert found["kohir-rasulzoda"].names["tg"] == "Қоҳир Расулзода"


def test_names_only_knowledge_can_bring_together() -> None:
    found = people(
        [
            told("ky", "2026-02-13", "Си Цзиньпин", name="a"),
            told("en", "2026-03-13", "Xi Jinping", name="b"),
            told("kk", "2026-04-13", "Ши Цзиньпин", name="c"),
        ]
    )
    assert list(found) == ["xi-jinping"]
    assert found["xi-jinping"].external_ids == {"wikidata": "Q15031"}


def test_a_name_many_bear_needs_its_country() -> None:
    alone = people([told("en", "2026-02-13", "Mike Johnson")])
    at_home = people([told("en", "2026-02-13", "Mike Johnson", about=("US",))])
    assert list(at_home) == ["mike-johnson"]
    assert "mike-johnson" not in alone  # the address of the one who is known is not given away
    assert [set(entity.names) for entity in alone.values()] == [{"en"}]


@pytest.mark.parametrize(
    ("articles", "address"),
    [
        ([("ky", "Төлөгөн Сыдыгалиев")], "tologon-sydygaliev"),
        ([("ru", "Евгений Щербаков")], "yevgeny-shcherbakov"),
        ([("ky", "Төлөгөн Сыдыгалиев"), ("en", "Tolegen Sydygaliyev")], "tologon-sydygaliev"),
        ([("ky", "Сыдыгалиев Төлөгөн")], "tologon-sydygaliev"),
        ([("ru", "Найджел Хэмилтон"), ("en", "Nigel Hamilton")], "nigel-hamilton"),
        ([("ru", "Уильям Тёрнер"), ("ky", "Уильям Тернер")], "uilyam-terner"),
    ],
)
def test_addresses(articles: list[tuple[str, str]], address: str) -> None:
    site = [
        told(code, f"2026-02-{place:02d}", name)
        for place, (code, name) in enumerate(articles, start=1)
    ]
    assert address in people(site)


def test_two_of_one_name_in_two_countries_are_two_and_asked_about() -> None:
    site = [
        told("ru", "2026-02-13", minister("Азамат Исаков", "KG"), about=("KG",), name="a"),
        told("ru", "2026-02-14", minister("Азамат Исаков", "KZ"), about=("KZ",), name="b"),
    ]
    assert len(people(site)) == 2
    assert doubts(site) == ["one name"]


def test_an_article_that_does_not_say_which_of_two_stays_apart() -> None:
    site = [
        told("ru", "2026-02-13", minister("Азамат Исаков", "KG"), about=("KG",), name="a"),
        told("ru", "2026-02-14", minister("Азамат Исаков", "KZ"), about=("KZ",), name="b"),
        told("ru", "2026-02-15", "Азамат Исаков", name="c"),
    ]
    assert len(people(site)) == 3


def test_an_article_about_the_country_of_one_of_two_means_that_one() -> None:
    site = [
        told("ru", "2026-02-13", minister("Азамат Исаков", "KG"), about=("KG",), name="a"),
        told("ru", "2026-02-14", minister("Азамат Исаков", "KZ"), about=("KZ",), name="b"),
        told("ru", "2026-02-15", "Азамат Исаков", about=("KZ",), name="c"),
    ]
    assert len(people(site)) == 2


def test_a_country_only_taken_for_granted_tells_nobody_apart() -> None:
    site = [
        told("ru", "2026-02-13", minister("Азамат Исаков", "KG"), name="a"),
        told("ru", "2026-02-14", minister("Азамат Исаков", "KZ"), about=("KZ",), name="b"),
    ]
    assert len(people(site)) == 1


def test_patronymics_part_namesakes_and_a_missing_one_does_not() -> None:
    two = [
        told("ru", "2026-02-13", "Иван Петрович Сидоров", name="a"),
        told("ru", "2026-02-14", "Иван Сергеевич Сидоров", name="b"),
    ]
    one = [
        told("ru", "2026-02-13", "Иван Петрович Сидоров", name="a"),
        told("ru", "2026-02-14", "Иван Сидоров", name="b"),
    ]
    assert len(people(two)) == 2
    assert len(people(one)) == 1


def test_two_people_of_one_article_stay_two() -> None:
    site = [
        told("ru", "2026-02-13", "Алан Смит", "Аллен Смит", name="a"),
        told("en", "2026-02-13", "Alan Smith", name="b"),
    ]
    assert len(people(site)) >= 2
    briefing = resolve(site, knowledge())[0][0]
    assert len({entity.id for entity in briefing.entities}) == 2


def test_a_surname_joins_its_office_holder_and_no_other() -> None:
    full = told("ky", "2026-02-13", minister("Эсен Сманов", "KG"), about=("KG",), name="a")
    same = told("ky", "2026-03-13", minister("Сманов", "KG"), about=("KG",), name="b")
    other = told(
        "ky", "2026-03-13", minister("Сманов", "KG", "defence-minister"), about=("KG",), name="c"
    )
    assert list(people([full, same])) == ["esen-smanov"]
    assert len(people([full, other])) == 2
    assert doubts([full, other]) == ["surname alone"]


def test_a_surname_with_two_full_names_for_one_office_joins_neither() -> None:
    site = [
        told("ky", "2026-02-13", minister("Эсен Сманов", "KG"), about=("KG",), name="a"),
        told("ky", "2026-02-20", minister("Тилек Сманов", "KG"), about=("KG",), name="b"),
        told("ky", "2026-02-21", minister("Сманов", "KG"), about=("KG",), name="c"),
    ]
    assert len(people(site)) == 3


def test_a_surname_and_nothing_else_has_an_address_of_its_own() -> None:
    found = people([told("ky", "2026-02-13", "Сманов"), told("ru", "2026-02-14", "Сманов")])
    assert len(found) == 2
    assert all(address.startswith("smanov-") for address in found)


def test_a_famous_surname_is_known_by_its_country() -> None:
    named = told("ru", "2026-02-13", "Макрон", about=("FR",), name="a")
    unnamed = told("ru", "2026-02-13", "Макрон", about=("BE",), name="b")
    assert list(people([named])) == ["emmanuel-macron"]
    assert "emmanuel-macron" not in people([unnamed])


def test_a_slip_in_the_name_of_the_one_holder_of_an_office() -> None:
    site = [
        told("ru", "2026-02-13", minister("Кубатбек Маралов", "KG"), about=("KG",), name="a"),
        told("ru", "2026-02-14", minister("Кубатбак Маралов", "KG"), about=("KG",), name="b"),
    ]
    without = [
        told("ru", "2026-02-13", "Кубатбек Усонбаев", name="a"),
        told("ru", "2026-02-14", "Кубатбек Усенбаев", name="b"),
    ]
    assert len(people(site)) == 1
    assert len(people(without)) == 2


def test_versions_of_one_story_help_each_other() -> None:
    company = ("Нурбек Алымов", "Асель Токтогулова")
    site = [
        told("ru", "2026-02-13", *company, "Болтон", "Саймон Хедер", name="a"),
        told("ky", "2026-02-14", *company, "Болтон", "Саймон Хидер", name="b"),
        told("ky", "2026-02-14", "Болтон", name="c"),
    ]
    found = people(site)
    assert len(found) == 5  # the four of the story, and the surname of the third article
    assert any(len(entity.names) == 2 for key, entity in found.items() if key.startswith("bolton"))


def test_nothing_depends_on_the_order_of_the_files() -> None:
    site = [
        told("ky", "2026-02-13", minister("Эсен Сманов", "KG"), "Төлөгөн Исаков", about=("KG",)),
        told("ru", "2026-02-14", minister("Сманов", "KG"), "Тологон Исаков", about=("KG",)),
        told("en", "2026-02-15", "Esen Smanov", minister("Tologon Isakov", "KZ"), about=("KZ",)),
        told("ru", "2026-02-16", "Э. Сманов", "Талгат Исаков"),
    ]
    outcomes = set()
    for order in permutations(site):
        briefings, entities, asked = resolve(order, knowledge())
        by_article = sorted(
            (str(b.article.id), tuple(str(e.id) for e in b.entities)) for b in briefings
        )
        outcomes.add((tuple(by_article), tuple(map(repr, entities)), asked))
    assert len(outcomes) == 1


def test_stories_do_not_depend_on_the_order_of_the_files_either() -> None:
    company = ("Нурбек Алымов", "Асель Токтогулова")
    site = [
        told("ru", "2026-02-13", *company, "Трамп", name="a"),
        told("ky", "2026-02-14", *company, "Трамп", name="b"),
        told("en", "2026-02-14", "Nurbek Alymov", "Asel Toktogulova", "Trump", name="c"),
        told("en", "2026-02-15", "Donald Trump", name="d"),
    ]
    outcomes = {repr(resolve(order, knowledge())[1:]) for order in permutations(site)}
    assert len(outcomes) == 1


def test_doubts_name_people_of_the_site_once_each() -> None:
    site = [
        told("ru", "2026-02-13", "Кубатбек Усонбаев", name="a"),
        told("ru", "2026-02-14", "Кубатбек Усенбаев", name="b"),
    ]
    _, entities, asked = resolve(site, knowledge())
    ids = {entity.id for entity in entities}
    assert len(asked) == 1
    assert {asked[0].first, asked[0].second} <= ids
    assert asked[0].first < asked[0].second
