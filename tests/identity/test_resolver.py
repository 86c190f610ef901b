"""Who is who across articles, languages and scripts."""

from __future__ import annotations

from itertools import permutations

from generator.identity.resolver import resolve
from tests.facts.people import knowledge
from tests.identity.briefings import briefing_of

KY = briefing_of("ky", "Депутат Садык Алымбаев келди.", "2026/02/13/a")
RU = briefing_of("ru", "Депутат Садык Алымбаев прибыл в Бишкек.", "2026/02/13/b")
EN = briefing_of("en", "Lawmaker Sadyk Alymbaev said so.", "2026/02/14/c")
OTHER = briefing_of("ky", "Депутат Асан Алымбаев келди.", "2026/02/15/d")


def people(entities: object) -> list[str]:
    assert isinstance(entities, tuple)
    return [str(entity.id) for entity in entities if entity.kind == "person"]


def test_one_name_in_three_languages_is_one_person() -> None:
    briefings, entities, _ = resolve([KY, RU, EN], knowledge())
    (person,) = (entity for entity in entities if entity.kind == "person")
    assert set(person.names) == {"ky", "ru", "en"}
    assert all(person.id in {e.id for e in briefing.entities} for briefing in briefings)


def test_facts_point_to_the_site_wide_id() -> None:
    briefings, entities, _ = resolve([KY, EN], knowledge())
    ids = {entity.id for entity in entities}
    for briefing in briefings:
        for fact in briefing.facts:
            assert {entity for _, entity in fact.arguments} <= ids
        assert {identity.entity for identity in briefing.identities} <= ids


def test_another_given_name_is_another_person() -> None:
    _, entities, _ = resolve([KY, OTHER], knowledge())
    assert len(people(entities)) == 2


def test_the_order_of_the_files_does_not_matter() -> None:
    outcomes = {
        tuple(people(resolve(order, knowledge())[1])) for order in permutations([KY, RU, EN, OTHER])
    }
    assert len(outcomes) == 1


def test_a_surname_alone_joins_the_one_holder_of_the_same_office() -> None:
    short = briefing_of("ky", "Кыргызстандын премьер-министри Сманов кетти.", "2026/03/01/e")
    full = briefing_of("ky", "Кыргызстандын премьер-министри Эсен Сманов кетти.", "2026/03/02/f")
    _, entities, _ = resolve([short, full], knowledge())
    assert len(people(entities)) == 1


def test_a_surname_alone_without_an_office_stays_with_its_article() -> None:
    short = briefing_of("ky", "Кечээ Алымбаев мырза кетти.", "2026/03/01/e")
    _, entities, _ = resolve([KY, short], knowledge())
    assert len(people(entities)) == 2


def test_no_articles() -> None:
    assert resolve([], knowledge()) == ((), (), ())
