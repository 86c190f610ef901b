"""What people are is the same in every language, and no more than the title says."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import generator.identity
from generator.knowledge.offices import load_offices
from generator.languages import codes, get
from generator.lexicon.positions import position_in, position_of, positions_of
from generator.model.ids import LanguageCode

KY, RU, EN = map(LanguageCode, ("ky", "ru", "en"))


@pytest.mark.parametrize("code", codes())
def test_every_language_has_words_for_every_position(code: LanguageCode) -> None:
    table = positions_of(get(code))
    assert table.positions.keys() == positions_of(get(EN)).positions.keys()
    assert set(table.of_men) <= table.positions.keys()
    words = Counter(word.lower() for words in table.positions.values() for word in words)
    assert [word for word, times in words.items() if times > 1] == []


def test_a_title_is_a_position() -> None:
    assert position_of("башкы дарыгер", get(KY)) == "chief-doctor"
    assert position_of("Главный врач", get(RU)) == "chief-doctor"
    assert position_of("museum director", get(EN)) is None


def test_a_museum_director_is_a_director_but_her_assistant_is_not() -> None:
    assert position_in("museum director", get(EN)) == "director"
    assert position_in("assistant museum director", get(EN)) is None
    assert position_in("заместитель директора музея", get(RU)) is None
    assert position_in("showrunner", get(EN)) is None


def test_what_translators_exchange_are_offices_or_positions() -> None:
    path = Path(generator.identity.__file__).with_name("positions.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {*positions_of(get(EN)).positions, *load_offices().offices}
    for groups in table.values():
        assert {id_ for group in groups for id_ in group} <= known
