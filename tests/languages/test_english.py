"""English plurals and possessives."""

from __future__ import annotations

import pytest

from generator import languages
from generator.lexicon.language import Language
from generator.model.ids import LanguageCode


@pytest.fixture(scope="module")
def english() -> Language:
    return languages.get(LanguageCode("en"))


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("ministers", "minister"),
        ("Ministers'", "Minister"),
        ("countries", "country"),
        ("buses", "bus"),
        ("cases", "case"),
        ("bases", "base"),
        ("classes", "class"),
        ("taxes", "tax"),
        ("branches", "branch"),
        ("women", "woman"),
        ("children’s", "child"),
        ("crises", "crisis"),
        ("secretaries-general", "secretary-general"),
        ("people", "people"),
        ("news", "news"),
        ("series", "series"),
        ("economics", "economics"),
        ("Congress", "Congress"),
        ("gas", "gas"),
        ("Kyrgyzstan's", "Kyrgyzstan"),
        ("Honduras", "Honduras"),
        ("U.S.", "U.S."),
        ("MPs", "MP"),
        ("ROBOTS", "ROBOT"),
    ],
)
def test_base_form(english: Language, word: str, base: str) -> None:
    assert english.base_form(word) == base
    assert {base.lower(), word.lower()} <= set(english.base_forms(word))


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Japarov's", "Japarov"),
        ("Japarov’s", "Japarov"),
        ("James's", "James"),
        ("Jones'", "Jones"),
        ("Williams", "Williams"),
        ("O'Brien", "O'Brien"),
    ],
)
def test_a_name_loses_the_possessive_alone(english: Language, word: str, base: str) -> None:
    assert english.name_base(word) == base


@pytest.mark.parametrize("base", ["country", "minister", "woman", "class", "tax", "day", "person"])
def test_every_form_leads_back_to_its_base(english: Language, base: str) -> None:
    assert all(base in english.base_forms(form) for form in english.forms(base))


@pytest.mark.parametrize("text", ["", "'", "s", "'s", "’", "😀", "12", "-s"])
def test_any_text_has_a_base(english: Language, text: str) -> None:
    assert text.lower() in english.base_forms(text)
    english.base_form(text)
    english.name_base(text)
    english.search_stem(text)
    assert english.forms(text)[0] == text
