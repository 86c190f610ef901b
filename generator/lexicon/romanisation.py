"""Names in Latin letters for readers of English, by the scheme of the name's own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.lexicon.language import Language

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Romanisation:
    """`romanisation.toml`, all keys in lower case."""

    letters: Mapping[str, str]
    """Single letters, and pairs that are written otherwise than their letters."""
    initial: Mapping[str, str]
    """Letters that are written otherwise at the beginning of a word."""
    after_vowel: Mapping[str, str]
    """Letters that are written otherwise after one of `vowels`."""
    vowels: str
    """Letters after which `after_vowel` holds; signs that separate count too."""
    endings: Mapping[str, str]
    """Ends of words that are written otherwise as a whole."""


def romanise(text: str, language: Language) -> str:
    """`text` in Latin letters; unchanged where the pack has no `romanisation.toml`.

    Capitals stay: a word all in capitals stays so, otherwise only its first letter is one.
    """
    table = language.table("romanisation", Romanisation)
    if table is None:
        return text
    return _WORD.sub(lambda match: _romanise_word(match.group(), table), text)


def _romanise_word(word: str, table: Romanisation) -> str:
    lowered = word.lower()
    ending = next(
        (
            e
            for e in sorted(table.endings, key=len, reverse=True)
            if lowered.endswith(e) and len(lowered) > len(e)
        ),
        "",
    )
    stem = lowered[: len(lowered) - len(ending)]
    read: list[str] = []
    place = 0
    while place < len(stem):
        pair = table.letters.get(stem[place : place + 2])
        if pair is not None and place + 1 < len(stem):
            read.append(pair)
            place += 2
            continue
        letter = stem[place]
        usual = table.letters.get(letter, letter)
        if place == 0:
            usual = table.initial.get(letter, usual)
        elif stem[place - 1] in table.vowels:
            usual = table.after_vowel.get(letter, usual)
        read.append(usual)
        place += 1
    read.append(table.endings.get(ending, ""))
    latin = "".join(read)
    if len(word) > 1 and word.isupper():
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin
