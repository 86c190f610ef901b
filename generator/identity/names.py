"""How two names compare, in whatever language or script they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA

from generator.knowledge.names import load_names
from generator.model.names import PersonName

Comparison = Literal["same", "different", "unsure"]

_WORD = re.compile(r"[^\s.]+\.?")
_LONG_ENOUGH = 6
"""Letters a word must have before one slip of the pen in it is forgiven."""


def fold(word: str) -> str:
    """Letters of `word` as they count when names of one script are compared."""
    return word.casefold().replace("ё", "е").replace("\u2019", "'")


def is_initial(word: str) -> bool:
    """Whether `word` is the first letter of a name: `М.`, `J.`."""
    return len(word) <= 2 and word.endswith(".")


def same_word(left: str, right: str) -> bool:
    """Whether two written forms are one name, give or take one slip in a long word.

    The first letter must agree and so must the last two: those carry gender in surnames
    (`Каримов`, `Каримова`), and a slip there more often means somebody else.
    """
    left, right = fold(left), fold(right)
    if left == right:
        return True
    if min(len(left), len(right)) < _LONG_ENOUGH or left[0] != right[0]:
        return False
    return left[-2:] == right[-2:] and OSA.distance(left, right, score_cutoff=1) <= 1


def same_given(left: str, right: str) -> bool:
    """Whether two given names may be one: equal, a slip apart, an initial or a short form."""
    if is_initial(left) or is_initial(right):
        return fold(left)[0] == fold(right)[0]
    if same_word(left, right):
        return True
    formal = _formal_names()
    if formal.get(left.lower(), frozenset()) & formal.get(right.lower(), frozenset()):
        return True
    left, right = fold(left), fold(right)
    return (  # a given name is spelled many ways, and its gender shows in the last letter
        min(len(left), len(right)) >= _LONG_ENOUGH
        and left[0] == right[0]
        and left[-1] == right[-1]
        and OSA.distance(left, right, score_cutoff=1) <= 1
    )


@cache
def _formal_names() -> Mapping[str, frozenset[str]]:
    return load_names().nicknames_of()


def compare(left: PersonName, right: PersonName) -> Comparison:
    """Whether two names of one article are one person's.

    `unsure` is the answer where one of them is a single word that fits the other: whether it is
    the same person then depends on who else is about.
    """
    if fold(left.written) == fold(right.written):
        return "same"
    if left.family and right.family and left.given and right.given:
        if (
            left.patronymic
            and right.patronymic
            and not same_given(left.patronymic, right.patronymic)
        ):
            return "different"
        if same_word(left.family, right.family) and same_given(left.given, right.given):
            return "same"
        return "same" if _turned_round(left, right) else "different"
    short, long = (left, right) if _size(left) <= _size(right) else (right, left)
    word = short.family or short.given
    if word is None:
        return "different"
    fits = any(
        part is not None and not is_initial(part) and same_word(word, part)
        for part in (long.family, long.given)
    )
    return "unsure" if fits else "different"


def words_of(written: str) -> tuple[str, ...]:
    """The words and initials of a name: `А.Сабиров` → `А.`, `Сабиров`."""
    return tuple(_WORD.findall(written))


def fullness(name: PersonName) -> tuple[int, int]:
    """How complete a name is: parts that are no initials, then letters."""
    parts = words_of(name.written)
    return sum(1 for part in parts if not is_initial(part)), len(name.written)


def _size(name: PersonName) -> int:
    return sum(part is not None for part in (name.given, name.family, name.patronymic))


def _turned_round(left: PersonName, right: PersonName) -> bool:
    """`Жапаров Садыр` and `Садыр Жапаров`."""
    return sorted(map(fold, words_of(left.written))) == sorted(map(fold, words_of(right.written)))
