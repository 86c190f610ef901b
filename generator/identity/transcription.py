"""How far two spellings of one word of a name are apart, by letters and by sound.

`Nigel` is written `Найджел` in Russian and `Найжел` in Kyrgyz: no scheme of transliteration leads
from one to the other, but a table of what each spelling may sound like does. Nothing here decides
whether two people are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from generator.tables import load_toml

FAR = 9.0
"""The distance of words that have nothing to do with each other."""

_VOWELS = frozenset("аеиоуюя")
_DOUBLED = re.compile(r"(.)\1+")
_MARKS = re.compile(r"[`'\u02bb\u02bc\u2018\u2019]")
_MARKED = str.maketrans(
    {
        "ß": "ss", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "đ": "d",
        # Slavic and Turkish letters whose mark makes another consonant
        "č": "ch", "ć": "ch", "š": "sh", "ś": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "ź": "zh",
        "ż": "zh",
    }
)  # fmt: skip
_USUAL, _RARE, _UNLIKELY = 0.08, 0.16, 0.6
"""Costs of a spelling by sound: the first way of the table, another, and where letters count."""
_LONGEST = 4
"""Letters in the longest spelling of the tables."""
_READINGS = 24
"""Skeletons one word may have at most; a longer word of many readings keeps the first ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcription:
    """`transcription.toml`, all in lower case."""

    faint: tuple[str, ...]
    """Letters that one spelling of a name may lack."""
    alike: tuple[str, ...]
    """Pairs of letters that spellings of one name exchange."""
    levels: Mapping[str, str]
    letters: Mapping[str, str]
    sounds: Mapping[str, str]
    readings: Mapping[str, Mapping[str, str]]
    """By language, spellings it reads otherwise than English does."""
    skeleton: Mapping[str, str]


def is_cyrillic(word: str) -> bool:
    """Whether the first letter of `word` is Cyrillic."""
    return "\u0400" <= word[:1] <= "\u04ff"


@lru_cache(32_768)
def levelled(word: str) -> str:
    """A Cyrillic word without what only alphabets and habits of spelling differ in."""
    read = word.lower()
    for spelling, level in _table().levels.items():
        read = read.replace(spelling, level)
    return _DOUBLED.sub(r"\1", read)


@lru_cache(32_768)
def in_cyrillic(word: str, language: str) -> str | None:
    """A Latin word of a language that spells as it speaks, in levelled Cyrillic.

    `None` where the language has no such reading, as English has none.
    """
    readings = _table().readings.get(language)
    if readings is None:
        return None
    letters = _table().letters
    read, place = [], 0
    lowered = _MARKS.sub("'", word.replace("İ", "i").lower())
    while place < len(lowered):
        for size in (2, 1):
            part = lowered[place : place + size]
            if size == 2 and part not in readings and part[0] in readings and part[0] != "y":
                continue  # `je` is not е where j is ж
            found = readings.get(part) or (letters.get(part, "").partition(" ")[0])
            if found:
                read.append(found)
                place += size
                break
        else:
            place += 1
    return levelled("".join(read))


@lru_cache(131_072)
def distance(latin: str, cyrillic: str, *, by_sound: bool) -> float:
    """What it costs to read `latin` as `cyrillic`: 0 for a usual spelling, 1 a wrong consonant.

    `by_sound` is for names that are transcribed; other names are spelled by their letters, and a
    spelling by sound then costs too much to pass.
    """
    source, target = _plain(latin), levelled(cyrillic)
    if not source or not target:
        return FAR
    if abs(len(source) - len(target)) > max(len(source), len(target)) * 0.6 + 1:
        return FAR
    by_letters, by_sounds, far_sounds = _correspondences()
    sounds = by_sounds if by_sound else far_sounds
    width = len(target) + 1
    best = [[FAR] * width for _ in range(len(source) + 1)]
    best[0][0] = 0.0
    for i in range(len(source) + 1):
        row = best[i]
        for j in range(width):
            cost = row[j]
            if cost >= 3:
                continue
            if j < len(target):  # a letter written that the Latin spelling lacks
                gap = 0.5 if target[j] in _VOWELS else 0.3 if target[j] == "й" else 1.0
                row[j + 1] = min(row[j + 1], cost + gap)
            if i == len(source):
                continue
            here = source[i]
            lost = 0.5 if here in "aeiouyhw'" else 1.0
            below = best[i + 1]
            below[j] = min(below[j], cost + lost)
            if j < len(target):
                swap = 0.5 if here in "aeiouy" and target[j] in _VOWELS else 1.0
                below[j + 1] = min(below[j + 1], cost + swap)
            for size in range(1, min(_LONGEST, len(source) - i) + 1):
                spelling = source[i : i + size]
                ways = by_letters.get(spelling, ())
                if i + size == len(source):
                    ways = (*ways, *sounds.get(f"{spelling}$", ()))
                for rendering, price in (*ways, *sounds.get(spelling, ())):
                    if target.startswith(rendering, j):
                        at, end = best[i + size], j + len(rendering)
                        at[end] = min(at[end], cost + price)
    return min(best[-1][-1], FAR)


@lru_cache(65_536)
def between(one: str, other: str) -> float:
    """How far two Cyrillic spellings are apart, in the same measure as `distance`."""
    source, target = levelled(one), levelled(other)
    if source == target:
        return 0.0
    if abs(len(source) - len(target)) > 2:
        return FAR
    row = [0.0]
    for letter in target:
        row.append(row[-1] + _gap(letter))
    for left in source:
        above, row = row, [row[0] + _gap(left)]
        for j, right in enumerate(target):
            row.append(
                min(
                    above[j] + _swap(left, right),
                    above[j + 1] + _gap(left),
                    row[j] + _gap(right),
                )
            )
    return row[-1]


@lru_cache(32_768)
def skeletons(word: str) -> tuple[str, ...]:
    """Classes of the consonants of `word`, in each way it may be read; sorted, never empty."""
    table = _table().skeleton
    read = levelled(word) if is_cyrillic(word) else _plain(word)
    parts: list[tuple[str, ...]] = []
    count, place = 1, 0
    while place < len(read):
        size = next((n for n in (4, 3, 2, 1) if read[place : place + n] in table), 0)
        if size == 0:
            place += 1
            continue
        part = read[place : place + size]
        if place + size == len(read):
            part = f"{part}$" if f"{part}$" in table else part
        choices = tuple(table[part].split("|"))
        if count * len(choices) > _READINGS:
            choices = choices[:1]
        count *= len(choices)
        parts.append(choices)
        # `ge` is looked at for its `g`: the vowel may begin the next spelling
        place += size
    found = {_DOUBLED.sub(r"\1", "".join(choice)) for choice in product(*parts)}
    return tuple(sorted(found))


def _gap(letter: str) -> float:
    if letter in _table().faint:
        return 0.4
    return 0.5 if letter in _VOWELS else 1.0


def _swap(left: str, right: str) -> float:
    if left == right:
        return 0.0
    if left in _VOWELS and right in _VOWELS:
        return 0.5
    if left + right in _table().alike or right + left in _table().alike:
        return 0.4
    return 1.0


def _plain(word: str) -> str:
    """Latin letters without marks; a doubled consonant is one."""
    read = _MARKS.sub("", unicodedata.normalize("NFC", word).replace("İ", "i").lower())
    read = read.translate(_MARKED)
    read = "".join(c for c in unicodedata.normalize("NFD", read) if not unicodedata.combining(c))
    return re.sub(r"([^aeiou])\1+", r"\1", read)


@cache
def _table() -> Transcription:
    return load_toml(Path(__file__).with_name("transcription.toml"), Transcription)


_Renderings = dict[str, tuple[tuple[str, float], ...]]


@cache
def _correspondences() -> tuple[_Renderings, _Renderings, _Renderings]:
    """Spellings to renderings and costs: by letter, by sound, by sound where letters count."""
    table = _table()
    letters = {
        spelling: tuple((levelled(one), 0.0) for one in renderings.split())
        for spelling, renderings in table.letters.items()
    }
    sounds = {
        spelling: tuple(
            ("" if one == "-" else levelled(one), _USUAL if place < 1 else _RARE)
            for place, one in enumerate(renderings.split())
        )
        for spelling, renderings in table.sounds.items()
    }
    unlikely = {
        spelling: tuple((one, cost + _UNLIKELY) for one, cost in renderings)
        for spelling, renderings in sounds.items()
    }
    return letters, sounds, unlikely
