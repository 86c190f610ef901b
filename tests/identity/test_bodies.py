"""Whose body a name means that many countries' bodies have."""

from __future__ import annotations

import pytest

from generator.model.article import SourceFile
from generator.model.site import Briefing
from generator.pipeline import tie_together
from tests.identity.tellings import understanding


def read(code: str, text: str) -> Briefing:
    reader = understanding()
    content = f"2026-03-10\n\n{text}".encode()
    article, _ = reader.reader.read(SourceFile(path=f"note.{code}.txt", content=content))
    return reader.understand(article)


def bodies(code: str, text: str) -> list[str]:
    found = read(code, text)
    entities = {
        identity.mention.span: identity.entity.removeprefix("organisation:")
        for identity in found.identities
        if identity.mention.kind == "organisation"
    }
    return [entities[span] for span in sorted(entities)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ky", "Кыргызстандын Тышкы иштер министрлиги нота жолдоду."),
        ("ky", "Тышкы иштер министрлиги Кыргызстандын жарандарына кеңеш берди."),
        ("ru", "Министерство иностранных дел Кыргызстана направило ноту."),
        ("ru", "МИД Кыргызстана направил ноту."),
        ("en", "The Ministry of Foreign Affairs of Kyrgyzstan sent a note."),
        ("en", "Kyrgyzstan's Foreign Ministry sent a note."),
    ],
)
def test_one_body_in_every_language_and_with_its_country(code: str, text: str) -> None:
    assert bodies(code, f"Нота\n\n{text}") == ["kg-foreign-ministry"]


@pytest.mark.parametrize(
    ("one", "other", "body"),
    [
        ("Өзгөчө кырдаалдар министрлиги суу кирерин эскертти.", "ӨКМ эскертти.", "kg-emergencies"),
        ("Ички иштер министрлиги текшерүү баштады.", "ИИМ текшерүү баштады.", "kg-interior"),
        ("Министрлер кабинети токтом чыгарды.", "Кыргызстандын Министрлер кабинети.", "kg-cabinet"),
        ("УКМК аны кармады.", "Улуттук коопсуздук мамлекеттик комитети кармады.", "kg-gknb"),
    ],
)
def test_an_abbreviation_is_the_same_body(one: str, other: str, body: str) -> None:
    for text in (one, other):
        (found,) = bodies("ky", f"Кабар\n\n{text}")
        assert found.startswith(body)


def test_bodies_of_one_name_in_two_countries_are_two() -> None:
    text = (
        "Жыйын\n\nТажикстандын Ички иштер министрлиги жана Кыргызстандын Ички иштер министрлиги"
        " протоколго кол койду."
    )
    assert bodies("ky", text) == ["tj-interior-ministry", "kg-interior-ministry"]
    russian = "Суд\n\nВерховный суд Казахстана отменил приговор, Верховный суд Узбекистана — нет."
    assert bodies("ru", russian) == ["kz-supreme-court", "uz-supreme-court"]


def test_a_body_said_to_be_of_a_country_is_that_one_further_on() -> None:
    text = "Сот\n\nТажикстандын Жогорку соту өкүмдү жокко чыгарды. Жогорку сот ишти кайра карайт."
    assert bodies("ky", text) == ["tj-supreme-court"] * 2


def test_a_bare_name_is_of_the_country_the_article_is_about() -> None:
    text = (
        "Шайлоо\n\nАрменияда шайлоо өттү. Армениянын борбору тынч. Арменияда Улуттук жыйын жаңы"
        " төраганы шайлайт."
    )
    assert bodies("ky", text) == ["am-parliament"]
    abroad = (
        "Vote\n\nVoters in the United States chose. In the U.S., turnout rose. The United States"
        " waits: Congress meets on Monday."
    )
    assert bodies("en", abroad) == ["us-congress"]


def test_where_it_is_open_whose_a_body_is_it_goes_by_its_bare_name() -> None:
    assert bodies("en", "Court\n\nThe Supreme Court will sit on Monday.") == ["supreme-court"]
    text = "Vote\n\nFrance and Italy disagree. France waits for Italy. The Senate will vote."
    assert bodies("en", text) == ["senate"]


def test_a_name_that_goes_on_is_no_body_of_state() -> None:
    found = bodies("en", "Work\n\nBritain waits. Britain's Trades Union Congress met. Britain.")
    assert "us-congress" not in found
    assert not [body for body in found if body.startswith("gb-")]


def test_beside_the_united_nations_a_security_council_is_not_the_home_countrys() -> None:
    text = "Жыйын\n\nБУУ жыйын өткөрдү. Коопсуздук кеңеши Кыргызстандын сунушун карады."
    assert "kg-security-council" not in bodies("ky", text)


def test_a_company_abroad_is_the_same_company() -> None:
    assert bodies("ru", "Рынок\n\nGoogle открыл центр. Китайский Google молчит.") == ["google"] * 2


def shown(code: str, text: str) -> dict[str, str]:
    """The names of the one body of a site of one article."""
    site = tie_together([read(code, text)], (), understanding().knowledge)
    (entity,) = [one for one in site.entities.values() if one.kind == "organisation"]
    return {str(language): name for language, name in entity.names.items()}


def test_a_body_is_named_in_every_language_and_abroad_with_its_country() -> None:
    names = shown("ru", "Суд\n\nВерховный суд Казахстана отменил приговор.")
    assert names["ru"] == "Верховный суд (Казахстан)"
    assert names["en"] == "Supreme Court (Kazakhstan)"
    assert shown("ru", "Суд\n\nВерховный суд Кыргызстана отменил приговор.")["ky"] == "Жогорку сот"
    council = shown("ru", "Власть\n\nГосударственный совет Китая утвердил план.")
    assert council == {"ru": "Государственный совет (Китай)"}


def test_in_its_article_a_body_goes_by_the_name_it_is_given_there() -> None:
    found = read("ky", "Нота\n\nТажикстандын Тышкы иштер министрлиги нота жолдоду.")
    (entity,) = [one for one in found.entities if one.kind == "organisation"]
    assert dict(entity.names) == {"ky": "Тажикстандын Тышкы иштер министрлиги"}
