"""Who is who across articles, languages and scripts."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from generator.identity.candidates import a_letter_apart
from generator.identity.comparison import form_of
from generator.identity.resolver import resolve
from generator.model.ids import LanguageCode
from generator.model.site import Briefing
from tests.facts.people import knowledge
from tests.identity.briefings import briefing_of
from tests.identity.sightings import Person, told

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


def doubts(*briefings: Briefing) -> list[str]:
    return [doubt.reason for doubt in resolve(briefings, knowledge())[2]]


def in_office(day: str, name: str, office: str, country: str = "KG") -> Briefing:
    person = Person(name=name, office=office, country=country)
    return told("ky", day, person, about=(country,), name=f"{office}-{day}")


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        # not merged, for two people may be called so, but shown to an editor
        (
            ("Мирлан Сагынбаев", "district-head"),
            ("Мирлан Сагымбаев", "district-head"),
            ["surnames a letter apart, one office"],
        ),
        (
            ("Мирлан Сагынбаев", "district-head"),
            ("Мирлан Сагынбекаев", "district-head"),
            [],
        ),
        (
            ("Мирлан Сагынбаев", "mayor"),
            ("Мирлан Сагынбадев", "district-head"),
            ["surnames a letter apart, one country"],
        ),
        (("Мирлан Сагынбаев", "mayor"), ("Нурлан Сагымбаев", "mayor"), []),
        (("Мирлан Сагынбаев", "mayor", "KG"), ("Мирлан Сагымбаев", "mayor", "KZ"), []),
        (("Эркин Токтосунов", "mayor"), ("Эркин Токтосунова", "mayor"), []),  # a man and a woman
    ],
)
def test_surnames_a_letter_apart_are_a_doubt(
    one: tuple[str, ...], other: tuple[str, ...], reasons: list[str]
) -> None:
    briefings = [in_office("2026-01-02", *one), in_office("2026-02-05", *other)]
    assert doubts(*briefings) == reasons
    assert len(people(resolve(briefings, knowledge())[1])) == 2


def test_many_names_are_looked_through_in_no_time() -> None:
    """Every surname has neighbours a letter apart; each is compared with these alone."""
    letters = "абвгджзклмнпрст"
    surnames = ["".join(word) + "анов" for word in product(letters, repeat=3)]
    forms = [[form_of(f"Асан {surname}", LanguageCode("ky"))] for surname in surnames]
    pairs = list(a_letter_apart(forms))
    assert all(len(surnames[one]) == len(surnames[other]) for one, other in pairs)
    assert len(pairs) < len(surnames) * 3 * len(letters)


def test_a_namesake_of_another_lifetime_is_not_the_known_person() -> None:
    old = told("ky", "1935-01-02", "Садыр Жапаров", about=("KG",))
    new = told("ky", "2026-01-02", "Садыр Жапаров", about=("KG",))
    (lone,) = people(resolve([old], knowledge())[1])
    assert lone != "person:sadyr-japarov"
    assert people(resolve([new], knowledge())[1]) == ["person:sadyr-japarov"]
    assert len(people(resolve([old, new], knowledge())[1])) == 2


def test_a_namesake_is_told_by_who_holds_the_office_she_is_given() -> None:
    known = briefing_of("ky", "Кыргызстандын премьер-министри Артём Новиков келди.", "2020/12/02/n")
    other = briefing_of(
        "ky", "Кыргызстандын тышкы иштер министри Артём Новиков келди.", "2021/06/02/n"
    )
    _, entities, doubts = resolve([known, other], knowledge())
    assert len(people(entities)) == 2
    assert [doubt.reason for doubt in doubts] == ["one name"]


def test_a_longer_given_name_is_a_doubt_unless_the_office_is_one() -> None:
    short = briefing_of("ky", "Депутат Кылыч Сманов келди.", "2026/03/01/k")
    long = briefing_of("ky", "Депутат Кылычбек Сманов келди.", "2026/03/02/k")
    _, entities, doubts = resolve([short, long], knowledge())
    assert len(people(entities)) == 2
    assert len(doubts) == 1
    office = "Кыргызстандын премьер-министри {} Сманов келди."
    short = briefing_of("ky", office.format("Кылыч"), "2026/03/01/k")
    long = briefing_of("ky", office.format("Кылычбек"), "2026/03/02/k")
    assert len(people(resolve([short, long], knowledge())[1])) == 1


def test_a_mans_given_name_left_in_a_case_is_the_same_name() -> None:
    base = briefing_of("ky", "Элчи Айдар Сманов келди.", "2026/03/01/k")
    case = briefing_of("ky", "Элчи Айдара Сманов келди.", "2026/03/02/k")
    assert len(people(resolve([base, case], knowledge())[1])) == 1


def test_names_typed_wrong_in_one_article_are_a_doubt() -> None:
    text = "Элчи Эдмунд Кранер келди.\nЭлчи Эдмун Крaнeр сүйлөдү.".replace("Крaнeр", "Кранир")
    _, entities, doubts = resolve([briefing_of("ky", text, "2026/03/01/k")], knowledge())
    assert len(people(entities)) == 2
    assert len(doubts) == 1
