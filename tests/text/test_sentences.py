"""Where sentences end."""

from __future__ import annotations

import pytest

from generator.model.span import Span
from generator.text.sentences import split_sentences

ABBREVIATIONS = frozenset({"млн", "г", "ж", "mr"})


@pytest.mark.parametrize(
    "sentences",
    [
        ["Жолугушуу өттү.", "Анда соода талкууланды."],
        ["Оборот составил 36 млн. долларов.", "Это много."],
        ["А. Б. Сабиров келди.", "Ал сүйлөдү."],
        ["«Келишим даяр!» — деди төрага.", "Жыйын аяктады."],
        ["Mr. Smith came.", "He spoke."],
        ["Was it so?", "“No.”", "The end…"],
        ["2.5 per cent grew.", "3 fell."],
        ["Алар «Эмгек. Достук. Келечек» форумуна барышты.", "Форум бүттү."],
        ["На форуме «Труд. Дружба. Мир!» говорили о хлебе.", "Потом разошлись."],
        ["«Биз келдик.", "Жол жаман экен», — деди ал."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    spans = split_sentences(text, [Span(0, len(text))], ABBREVIATIONS)
    assert [span.of(text) for span in spans] == sentences


def test_a_paragraph_ends_a_sentence() -> None:
    text = "Headline without a stop\n\nFirst sentence"
    spans = split_sentences(text, [Span(0, 23), Span(25, len(text))])
    assert [span.of(text) for span in spans] == ["Headline without a stop", "First sentence"]
