"""Kyrgyz search stems: forms of one word get one stem, different words do not."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from generator import languages
from generator.model.ids import LanguageCode
from generator.tables import load_toml
from tests.lexicon.search_pairs import SearchPairs, Written

PAIRS = load_toml(Path(__file__).parent / "search_pairs.toml", SearchPairs)
SETS = [
    pytest.param(PAIRS.seen, id="seen"),
    pytest.param(PAIRS.chosen, id="chosen"),
    pytest.param(PAIRS.aside, id="aside"),
]
WRITTEN = [
    pytest.param(PAIRS.held_2, id="held_2"),
    pytest.param(PAIRS.held_3, id="held_3"),
    pytest.param(PAIRS.held_4, id="held_4"),
]

LEAST_ALIKE = 0.97
MOST_ALIKE = 0.02


def stem(word: str) -> str:
    return languages.get(LanguageCode("ky")).search_stem(word)


@pytest.mark.parametrize("words", SETS)
def test_forms_of_one_word_meet(words: tuple[str, ...]) -> None:
    pairs = list(_related(words))
    assert len(pairs) >= 500
    apart = [pair for pair in pairs if stem(pair[0]) != stem(pair[1])]
    share = 1 - len(apart) / len(pairs)
    print(f"{share:.3f} of {len(pairs)} pairs have one stem", apart[:60])
    assert share >= LEAST_ALIKE, apart


@pytest.mark.parametrize("words", SETS)
def test_different_words_stay_apart(words: tuple[str, ...]) -> None:
    pairs = list(_unrelated(words))
    assert len(pairs) >= 500
    together = [pair for pair in pairs if stem(pair[0]) == stem(pair[1])]
    share = len(together) / len(pairs)
    print(f"{share:.3f} of {len(pairs)} pairs have one stem", together)
    assert share <= MOST_ALIKE, together


@pytest.mark.parametrize("written", WRITTEN)
def test_written_forms_of_one_word_meet(written: Written) -> None:
    lines = [line.split() for line in written.alike]
    pairs = [(base, form) for base, *forms in lines for form in forms]
    assert len(pairs) >= 250
    apart = [pair for pair in pairs if stem(pair[0]) != stem(pair[1])]
    share = 1 - len(apart) / len(pairs)
    print(f"{share:.3f} of {len(pairs)} pairs have one stem", apart)
    assert share >= LEAST_ALIKE, apart


@pytest.mark.parametrize("written", WRITTEN)
def test_written_words_of_different_bases_stay_apart(written: Written) -> None:
    pairs = [line.split() for line in written.different]
    assert len(pairs) >= 200
    together = [pair for pair in pairs if stem(pair[0]) == stem(pair[1])]
    share = len(together) / len(pairs)
    print(f"{share:.3f} of {len(pairs)} pairs have one stem", together)
    assert share <= MOST_ALIKE, together


@pytest.mark.parametrize("line", PAIRS.verbs)
def test_forms_of_one_verb_meet(line: str) -> None:
    assert len({stem(form) for form in line.split()}) == 1


@pytest.mark.parametrize("pair", PAIRS.alike)
def test_words_of_different_spelling_meet(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) == stem(pair[1])


def test_words_that_look_alike_stay_apart() -> None:
    together = [pair for pair in PAIRS.different if stem(pair[0]) == stem(pair[1])]
    assert len(together) <= MOST_ALIKE * len(PAIRS.different), together


def _forms(word: str) -> list[str]:
    """The forms a text has: plural, possessive and case, not those of `that of those who …`."""
    forms = languages.get(LanguageCode("ky")).forms(word)
    return [form for form in forms if not any(part in form[len(word) - 1 :] for part in PAIRS.rare)]


def _related(words: tuple[str, ...]) -> list[tuple[str, str]]:
    found = []
    for line in words:
        for word in line.split():
            forms = _forms(word)
            # One suffix, as most words of a text have, then some with two and three.
            chosen = [*forms[1:11], *forms[12 :: len(forms) // 4]]
            found += list(itertools.pairwise([word, *chosen]))
    return found


def _unrelated(words: tuple[str, ...]) -> list[tuple[str, str]]:
    bases = sorted(word for line in words for word in line.split())
    found = []
    for number, (one, other) in enumerate(itertools.pairwise(bases)):  # neighbours look alike
        ours, theirs = _forms(one), _forms(other)
        for step in range(9):
            at = (number + 7 * step) % len(ours)
            found.append((ours[at], theirs[(number + 11 * step) % len(theirs)]))
    return found
