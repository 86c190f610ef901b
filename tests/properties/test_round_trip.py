"""Inflecting and then analysing gives the base back, for every country and name in the tables."""

from __future__ import annotations

from collections.abc import Iterable

from generator import languages
from generator.knowledge.countries import CountryKnowledge
from generator.knowledge.names import load_names
from generator.lexicon.language import Language
from generator.model.ids import LanguageCode

_EVERY = 29
"""One form in so many is tried: a word has some six hundred, and their number has no divisor in
common with that of cases or persons, so all suffixes come up."""


def _kyrgyz() -> Language:
    return languages.get(LanguageCode("ky"))


def _lost(words: Iterable[str], language: Language) -> list[tuple[str, str]]:
    return [
        (word, form)
        for word in sorted(set(words))
        for form in language.forms(word)[::_EVERY]
        if word.lower() not in language.base_forms(form)
    ]


def test_countries() -> None:
    kyrgyz = _kyrgyz()
    countries = CountryKnowledge(languages=(kyrgyz,))
    names = (countries.name(code, kyrgyz.code) for code in countries.codes)
    assert _lost((name.split()[-1] for name in names), kyrgyz) == []


def test_names_of_people() -> None:
    lists = load_names().cyrillic
    words = " ".join((*lists.given, *lists.family)).split()
    assert len(words) > 1000
    assert _lost(words[::17], _kyrgyz()) == []
