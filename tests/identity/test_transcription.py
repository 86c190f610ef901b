"""Words of names in two alphabets: what is near, what is far, what is found under one key."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.identity.candidates import pairs_to_compare, sound_keys
from generator.identity.comparison import compare_names, form_of
from generator.identity.transcription import (
    FAR,
    between,
    distance,
    in_cyrillic,
    levelled,
    skeletons,
)
from generator.model.ids import LanguageCode

EN, KY, RU, UZ, TR = (LanguageCode(code) for code in ("en", "ky", "ru", "uz", "tr"))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Nigel", "Найджел"),
        ("Hughes", "Хьюз"),
        ("Wallace", "Уоллес"),
        ("Schäuble", "Шойбле"),
        ("Moreau", "Моро"),
        ("McCoy", "Маккой"),
        ("Zhang", "Чжан"),
        ("Sadyr", "Садыр"),
    ],
)
def test_spellings_by_sound_are_near(latin: str, cyrillic: str) -> None:
    assert distance(latin, cyrillic, by_sound=True) < 0.45
    assert set(skeletons(latin)) & set(skeletons(cyrillic))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("Warner", "Вагнер"), ("Carter", "Картрайт"), ("Martin", "Мартинес"), ("Lee", "Ким")],
)
def test_other_names_are_far(latin: str, cyrillic: str) -> None:
    assert distance(latin, cyrillic, by_sound=True) > 0.9


def test_where_letters_count_a_sound_costs_more() -> None:
    assert distance("Karimov", "Каримов", by_sound=False) == 0
    assert distance("Karimov", "Керимов", by_sound=False) > 0.45
    assert distance("Karimov", "Керимов", by_sound=True) < 0.45


def test_alphabets_are_levelled() -> None:
    assert levelled("Джеффри") == levelled("Жеффри")
    assert levelled("Қоҳир") == levelled("Кохир")
    assert between("Хедер", "Хидер") == 0.5
    assert between("Хедер", "Хедер") == 0
    assert between("Ли", "Расулзода") == FAR


def test_languages_that_spell_as_they_speak() -> None:
    assert in_cyrillic("Caparov", "tr") == "жапаров"
    assert in_cyrillic("Nayjel", "uz") == "найжел"
    assert in_cyrillic("Nigel", "en") is None


def test_only_names_worth_comparing_are_compared() -> None:
    forms = [
        [form_of("Nigel Hamilton", EN)],
        [form_of("Найджел Хэмилтон", RU)],
        [form_of("Асель Токтогулова", RU)],
        [form_of("Хэмилтон", RU)],
    ]
    assert list(pairs_to_compare(forms)) == [(0, 1)]
    assert sound_keys(form_of("Хэмилтон", RU)) == frozenset()


@pytest.mark.parametrize(
    ("written", "words", "patronymic"),
    [
        ("Сооронбай Шарипович Жээнбеков", ["soronbai", "jenbekov"], "sharipovich"),
        ("Айбек Маратов Асан уулу", ["aibek", "maratov"], "asan"),
        ("Урсула фон дер Ляйен", ["ursula", "laien"], None),
        ("Бакыт Асан уулу", ["bakit", "asan"], None),
        ("А. Сабиров", ["a", "sabirov"], None),
    ],
)
def test_names_are_taken_apart(written: str, words: list[str], patronymic: str | None) -> None:
    form = form_of(written, RU)
    assert [word.fold for word in form.words] == words
    assert form.patronymic == patronymic
    assert form.full == (not written.startswith("А."))


@settings(max_examples=200)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    verdict = compare_names(one, EN, other, RU)
    assert verdict == compare_names(other, RU, one, EN)
    assert verdict.judgement in ("same", "different", "unsure")
    skeletons(one)
