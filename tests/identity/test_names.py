"""When two names of one article are one person's."""

from __future__ import annotations

import pytest

from generator.identity.names import compare, fullness, same_given, same_word, words_of
from generator.model.names import PersonName


def name(written: str) -> PersonName:
    given, _, family = written.rpartition(" ")
    return PersonName(given=given or None, family=family, written=written)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Нурлан Асанов", "Нурлан Асанов", "same"),
        ("Н. Асанов", "Нурлан Асанов", "same"),
        ("Н. Асанов", "Данияр Асанов", "different"),
        ("Асанов Нурлан", "Нурлан Асанов", "same"),
        ("Асанов", "Нурлан Асанов", "unsure"),
        ("Асанова", "Нурлан Асанов", "different"),
        ("Айгүл Асанова", "Нурлан Асанов", "different"),
        ("Рустам Мирзоахмедов", "Рустам Мирзоахмадов", "same"),
        ("Joe Crane", "Joseph Crane", "same"),
        ("Robert Crane", "Joseph Crane", "different"),
        ("Чен", "Нурлан Асанов", "different"),
    ],
)
def test_compare(left: str, right: str, verdict: str) -> None:
    assert compare(name(left), name(right)) == verdict
    assert compare(name(right), name(left)) == verdict


def test_a_slip_is_forgiven_in_long_words_only() -> None:
    assert same_word("Бердымухамедов", "Бердымухаммедов")
    assert not same_word("Асанов", "Асанова")
    assert not same_word("Орлов", "Орлав")
    assert not same_word("Каримов", "Керимав")


def test_given_names_may_be_initials() -> None:
    assert same_given("Н.", "Нурлан")
    assert not same_given("Н.", "Данияр")


def test_initials_count_less_than_names() -> None:
    assert words_of("А.Б. Асанов") == ("А.", "Б.", "Асанов")
    assert fullness(name("А. Асанов")) < fullness(name("Нурлан Асанов"))
