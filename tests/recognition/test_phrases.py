"""Word lists against passages: inflected, longest first, never over a line."""

from __future__ import annotations

import pytest

from generator import languages
from generator.model.ids import LanguageCode
from generator.recognition.phrases import PhraseTable, fold
from tests.facts.statements import passage_of


def found(
    code: str, phrases: dict[str, str], text: str, *, inflect_all: bool = False
) -> list[tuple[str, str]]:
    table = PhraseTable(phrases, languages.get(LanguageCode(code)), inflect_all=inflect_all)
    passage = passage_of(code, text)
    return [(match.span(passage).of(text), match.row) for match in table.find(passage)]


def test_the_last_word_may_be_inflected() -> None:
    assert found("ky", {"көк таш": "A"}, "Көк таштан көк ташка.") == [
        ("Көк таштан", "A"),
        ("көк ташка", "A"),
    ]


def test_the_longest_phrase_wins() -> None:
    phrases = {"көк": "A", "көк таш": "B", "көк таш үй": "C"}
    assert found("ky", phrases, "көк таш үйдө, көк ташта, көк") == [
        ("көк таш үйдө", "C"),
        ("көк ташта", "B"),
        ("көк", "A"),
    ]


def test_a_listed_word_may_be_inflected_itself() -> None:
    assert found("ky", {"тышкы иштер министри": "M"}, "Тышкы иштер министринин сөзү") == [
        ("Тышкы иштер министринин", "M")
    ]


@pytest.mark.parametrize(("inflect_all", "count"), [(True, 1), (False, 0)])
def test_other_words_decline_only_where_the_table_says_so(inflect_all: bool, count: int) -> None:
    matches = found("ru", {"синее море": "S"}, "У синего моря тихо.", inflect_all=inflect_all)
    assert len(matches) == count


def test_a_phrase_does_not_run_over_a_line() -> None:
    assert found("en", {"blue sea": "S"}, "The blue\nsea") == []


def test_marks_belong_to_phrases() -> None:
    assert found("en", {"u.s.": "U"}, "The U.S. team") == [("U.S.", "U")]


def test_letters_that_look_alike_compare_alike() -> None:
    assert fold("Кот\u2011д\u2019Ивуар") == fold("кот-д'ивуар")
    assert found("ru", {"чёрный дом": "D"}, "черный дом", inflect_all=True) == [("черный дом", "D")]


def test_a_table_remembers_nothing_of_a_passage() -> None:
    table = PhraseTable({"көк таш": "A"}, languages.get(LanguageCode("ky")))
    first, second = passage_of("ky", "көк таш"), passage_of("ky", "көк үй")
    assert len(list(table.find(first))) == 1
    assert list(table.find(second)) == []
    assert len(list(table.find(first))) == 1


def test_what_is_found_does_not_depend_on_the_texts_before() -> None:
    phrases = {"люди в чёрном": "M"}  # the base form begins otherwise: человек
    fresh, used = (
        PhraseTable(phrases, languages.get(LanguageCode("ru")), inflect_all=True) for _ in range(2)
    )
    list(used.find(passage_of("ru", "Он стоял с людьми в чёрном.")))
    text = passage_of("ru", "Он подошёл к людям в чёрном.")
    assert list(used.find(text)) == list(fresh.find(text))
