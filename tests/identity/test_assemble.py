"""Mentions that say the same become one fact with all its evidence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.identity.assemble import assemble
from generator.languages import get
from generator.model.ids import Kind, LanguageCode
from generator.model.mention import Mention, Value
from generator.model.names import Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.span import Span
from generator.model.statement import Quotation
from tests.facts.people import knowledge, mentions_in
from tests.facts.statements import passage_of
from tests.identity.briefings import briefing_of
from tests.identity.tellings import read as briefing_at


def with_more(text: str, *more: Mention) -> Briefing:
    passage = passage_of("ky", text)
    found = [m for mentions in mentions_in("ky", text).values() for m in mentions]
    return assemble(
        article=passage.article,
        sentences=passage.sentences,
        mentions=tuple(sorted([*found, *more], key=lambda m: (m.span, m.kind))),
        knowledge=knowledge(),
        language=get(LanguageCode("ky")),
    )


def mention(kind: str, text: str, words: str, value: Value, *, last: bool = False) -> Mention:
    start = text.rindex(words) if last else text.index(words)
    return Mention(kind=Kind(kind), span=Span(start, start + len(words)), value=value, rule="test")


def test_one_title_said_twice_is_one_fact() -> None:
    text = "Депутат Асан Исаков келди.\nДепутат Асан Исаков кетти."
    briefing = briefing_of("ky", text)
    (role,) = (fact for fact in briefing.facts if fact.kind == "role")
    assert [e.span.start for e in role.evidence] == [0, text.rindex("Депутат")]


def test_evidence_quotes_the_text() -> None:
    briefing = briefing_of("ru", "Президент Узбекистана Рустам Каримбаев прибыл в Бишкек.")
    for fact in briefing.facts:
        for evidence in fact.evidence:
            assert evidence.quote == evidence.span.of(briefing.article.text)


def test_a_longer_title_says_the_shorter_one() -> None:
    text = "Биринчи вице-премьер-министр Асан Исаков келди.\nВице-премьер-министр Исаков кетти."
    briefing = briefing_of("ky", text)
    (role,) = (fact for fact in briefing.facts if fact.kind == "role")
    assert isinstance(role.value, Role)
    assert role.value.title == "биринчи вице-премьер-министр"
    assert len(role.evidence) == 2


def test_one_amount_said_twice_is_one_fact() -> None:
    text = "Экспорт 5 млн доллар болду. Бул 5 млн доллар аз."
    amount = Quantity(kind="money", value=Decimal(5_000_000), unit="USD", about="экспорт")
    briefing = with_more(
        text,
        mention("money", text, "5 млн доллар", amount),
        mention("money", text, "5 млн доллар", amount, last=True),
    )
    (fact,) = (fact for fact in briefing.facts if fact.kind == "money")
    assert len(fact.evidence) == 2


@pytest.mark.parametrize(
    ("words", "speaker"), [("Асан Исаков", "person:asan-isakov"), ("эл", None)]
)
def test_a_quotation_points_to_its_speaker(words: str, speaker: str | None) -> None:
    text = "«Жаан жаайт», — деди депутат Асан Исаков. Калың эл кетти."
    said = mention("quotation", text, "Жаан жаайт", Quotation(speaker_text=words))
    start = text.index(words)
    said = Mention(
        kind=said.kind,
        span=said.span,
        value=said.value,
        arguments=(("speaker", Span(start, start + len(words))),),
        rule="test",
    )
    (fact,) = (fact for fact in with_more(text, said).facts if fact.kind == "quotation")
    assert fact.argument("speaker") == speaker


def test_a_title_before_a_name_may_be_its_known_holders() -> None:
    text = (
        "2026-02-13\nЖаңы мектеп ачылды\n\nПрезидент Садыр Жапаров Ошко барды. "
        "{title} Асан Усенов баштаган топту кабыл алды.\n"
    )
    told = briefing_at("a-ky.txt", text.format(title="Мамлекет башчысы"))
    holders = {f.argument("holder") for f in told.facts if isinstance(f.value, Role)}
    assert holders == {"person:sadyr-zhaparov"}
    meant = {i.mention.span.of(told.article.text): i.entity for i in told.identities}
    assert meant["Мамлекет башчысы"] == "person:sadyr-zhaparov"
    # another country has a head of state of its own, and nobody has to know him
    told = briefing_at("b-ky.txt", text.format(title="Казакстандын президенти"))
    holders = {f.argument("holder") for f in told.facts if isinstance(f.value, Role)}
    assert holders == {"person:sadyr-zhaparov", "person:asan-usenov"}


def test_a_known_holder_with_an_initial_is_no_rival_of_his_own() -> None:
    told = briefing_at(
        "c-ky.txt",
        "2026-02-13\nЖаңы мектеп ачылды\n\nПрезидент Садыр Жапаров Ошко барды. "
        "Президент С. Жапаров мектепти ачты.\n",
    )
    (role,) = (fact for fact in told.facts if isinstance(fact.value, Role))
    assert len(role.evidence) == 2
