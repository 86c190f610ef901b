"""Who is who inside one article."""

from __future__ import annotations

from generator.model.names import Role
from tests.identity.briefings import briefing_of, people_of


def test_a_surname_alone_is_the_person_named_in_full_above_or_below() -> None:
    briefing = briefing_of(
        "ky", "Бул тууралуу Сатыбалдиев айтты.\nДепутат Бакыт Сатыбалдиев сөз сүйлөдү."
    )
    assert list(people_of(briefing).values()) == ["Бакыт Сатыбалдиев"]
    (person,) = (entity for entity in briefing.entities if entity.kind == "person")
    assert person.aliases == ("Сатыбалдиев",)


def test_of_two_people_of_one_surname_neither_gets_the_surname_alone() -> None:
    briefing = briefing_of(
        "ky",
        "Депутат Бакыт Сатыбалдиев менен ырчы Нурлан Сатыбалдиев келди.\nСатыбалдиев кетти.",
    )
    assert len(people_of(briefing)) == 2
    last = [i for i in briefing.identities if i.mention.kind == "person"][-1]
    assert last.judgement == "unsure"


def test_a_title_alone_is_its_one_holder() -> None:
    text = "Премьер-министр Садык Алымбаев келди.\nПремьер-министр жыйын өткөрдү."
    briefing = briefing_of("ky", text)
    titles = [i for i in briefing.identities if i.mention.kind == "title"]
    assert [i.entity for i in titles] == ["person:sadyk-alymbaev"] * 2


def test_a_title_alone_of_two_holders_is_nobody() -> None:
    text = "Депутат Асан Исаков менен депутат Эсен Иманов талашты.\nДепутат кетти."
    briefing = briefing_of("ky", text)
    last = text.rindex("Депутат")
    assert not [i for i in briefing.identities if i.mention.span.start == last]


def test_namesakes_in_one_article_get_addresses_of_their_own() -> None:
    briefing = briefing_of("en", "Robert Crane met R. Crane and Joseph Crane.")
    assert len(set(people_of(briefing))) == len(people_of(briefing))


def test_every_mention_of_a_country_is_one_entity() -> None:
    briefing = briefing_of("ky", "Кыргызстан менен Казакстан. Кыргызстандын өкүлү.")
    assert {e.id for e in briefing.entities if e.kind == "country"} == {"country:KG", "country:KZ"}


def test_an_article_of_nothing_has_no_entities() -> None:
    briefing = briefing_of("ky", "жаан жаады.")
    assert not briefing.entities
    assert not briefing.facts


def test_roles_are_facts_with_holder_and_country() -> None:
    briefing = briefing_of("ky", "Тажикстандын премьер-министри Рустам Давлатов келди.")
    (role,) = (fact for fact in briefing.facts if fact.kind == "role")
    assert isinstance(role.value, Role)
    assert role.argument("holder") == "person:rustam-davlatov"
    assert role.argument("country") == "country:TJ"


def test_a_given_name_and_patronymic_are_the_one_person_of_that_given_name() -> None:
    text = "Бүгүн депутат Асан Сатыбалдиев келди.\nАсан Маратович аман. Эсен Маратович да аман."
    people = list(people_of(briefing_of("ky", text)).values())
    assert people == ["Асан Сатыбалдиев", "Эсен Маратович"]


def test_one_name_with_offices_of_two_countries_is_two_people() -> None:
    text = (
        "Жыйынга Казакстандын энергетика министринин орун басары Эсен Сманов жана Кыргызстандын"
        " транспорт министринин орун басары Эсен Сманов катышты.\nЭсен Сманов сүйлөдү."
    )
    briefing = briefing_of("ky", text)
    assert list(people_of(briefing)) == ["person:esen-smanov", "person:esen-smanov-2"]
    last = [i for i in briefing.identities if i.mention.kind == "person"][-1]
    assert last.judgement == "unsure", "nothing says which of the two spoke"
    countries = {
        fact.argument("holder"): fact.argument("country")
        for fact in briefing.facts
        if fact.kind == "role"
    }
    assert countries == {
        "person:esen-smanov": "country:KZ",
        "person:esen-smanov-2": "country:KG",
    }


def test_offices_of_two_countries_that_one_person_may_have() -> None:
    former = (
        "Казакстандын мурдагы энергетика министри Эсен Сманов келди. Кыргызстандын транспорт"
        " министри Эсен Сманов сүйлөдү."
    )
    assert len(people_of(briefing_of("ky", former))) == 1
    envoy = (
        "Кыргызстандын Казакстандагы элчиси Эсен Сманов келди. Казакстандын элчиси Эсен Сманов"
        " сүйлөдү."
    )
    assert len(people_of(briefing_of("ky", envoy))) == 1


def test_a_given_name_with_an_element_more_is_the_same_person_in_one_article() -> None:
    text = "Депутат Кылычбек Сманов келди.\nКечинде депутат Кылыч Сманов сүйлөдү."
    assert list(people_of(briefing_of("ky", text)).values()) == ["Кылычбек Сманов"]
    together = "Депутат Кылычбек Сманов менен депутат Кылыч Сманов талашты."
    assert len(people_of(briefing_of("ky", together))) == 2


def test_a_womans_surname_alone_is_hers_though_it_may_be_a_mans_in_a_case() -> None:
    text = "Директор Асель Сманова открыла школу.\n«Мы рады», — сказала Сманова."
    assert list(people_of(briefing_of("ru", text)).values()) == ["Асель Сманова"]


def test_a_known_name_before_a_place_is_the_known_name() -> None:
    briefing = briefing_of("ky", "Кытайдын төрагасы Си Цзиньпин Вашингтонду сындап чыкты.")
    assert list(people_of(briefing).values()) == ["Си Цзиньпин"]
