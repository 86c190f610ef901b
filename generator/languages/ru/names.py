"""Words of Russian-language personal names back to the nominative, in agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from generator.lexicon.name_tags import analyser, readings

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

Gender = Literal["m", "f"]
_GENDERS: tuple[Gender, ...] = ("m", "f")
_MARKS: Mapping[Gender, str] = {"m": "masc", "f": "femn"}
_VERBS = frozenset({"VERB", "PRTS"})
_SAYS_NOTHING = frozenset({"Fixd", "Impe", "Impx", "impr", "inan"})
"""Nouns that never decline, adjectives of things, verbs that may have no subject."""
_NAME_TAGS = ("Name", "Surn", "Patr")
_REMEMBERED = 65_536
_EVEN_SCORE = 0.33
"""What pymorphy3 gives a typical reading of a name whose readings it has not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declension:
    """Endings of one declension of names, by case; several where spellings compete."""

    genders: tuple[Gender, ...]
    after: str
    """The class of `NameTable.classes` that the letters before the ending belong to."""
    weight: float
    min_stem: int = 2
    """Least number of letters before the ending."""
    nominative: tuple[str, ...]
    genitive: tuple[str, ...]
    dative: tuple[str, ...]
    accusative: tuple[str, ...]
    instrumental: tuple[str, ...]
    prepositional: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """Endings of names that stay the same in every case."""

    genders: tuple[Gender, ...]
    endings: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanging:
    """Words of names that never decline; in lists separated by spaces."""

    words: tuple[str, ...]
    patronymics: tuple[str, ...]
    """`уулу`: the word before does not decline either."""
    syllables: tuple[str, ...]
    """Words that decline only where they end the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTable:
    """`names_morphology.toml`. Weights add up; the best sum wins."""

    case_weights: Mapping[str, float]
    gender_weights: Mapping[str, float]
    knowledge: Mapping[str, float]
    nominative_too: tuple[str, ...]
    """Endings of an oblique case that names in the nominative have as well: `Толстой`, `Ким`."""
    given_endings: Mapping[str, tuple[str, ...]]
    given_names: Mapping[str, tuple[str, ...]]
    """By gender, in lists separated by spaces."""
    unchanging: Unchanging
    classes: Mapping[str, tuple[str, ...]]
    declensions: tuple[Declension, ...]
    unchanged: tuple[Unchanged, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A word as one gender and case of a name whose nominative is `base`."""

    base: str
    weight: float


_Readings = Mapping[tuple[Gender, str], _Reading]


class Names:
    """The table, ready to use. `cases` maps the dictionary's cases to those of the table."""

    def __init__(self, table: NameTable, cases: Mapping[str, str]) -> None:
        self._table = table
        self._cases = cases
        self._case_names = tuple(table.case_weights)
        self._weights = {
            (gender, case): table.case_weights[case] + table.gender_weights[gender]
            for gender in _GENDERS
            for case in self._case_names
        }
        self._patronymics = frozenset(_split(table.unchanging.patronymics))
        self._unchanging = self._patronymics.union(_split(table.unchanging.words))
        self._syllables = frozenset(_split(table.unchanging.syllables))
        self._given = {sex: frozenset(_split(names)) for sex, names in table.given_names.items()}
        self._by_ending: dict[str, list[tuple[Declension, str]]] = {}
        for declension in table.declensions:
            for case in self._case_names:
                for ending in getattr(declension, case):
                    self._by_ending.setdefault(ending, []).append((declension, case))
        # An ending that belongs to an oblique case alone makes a bare consonant name unlikely.
        self._oblique = tuple(
            sorted(
                {
                    ending
                    for declension in table.declensions
                    for case in ("instrumental", "genitive", "dative")
                    for ending in getattr(declension, case)
                    if len(ending) > 1 and ending[-1] not in table.classes["vowel"]
                }
                - set(table.nominative_too)
            )
        )
        self._readings = lru_cache(_REMEMBERED)(self._read)
        self._forms_of = lru_cache(_REMEMBERED)(self._read_beside)
        self._agreed = lru_cache(_REMEMBERED)(self._agree)

    def bases(
        self, words: tuple[str, ...], gender: str | None = None, beside: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """The nominative of each word of one name, in order; capitals kept.

        `beside` are words that agree with the name: a title in its case, a verb it is subject of.
        """
        agreeing = tuple(self._forms_of(word.lower()) for word in beside)
        agreed = iter(self._agreed(tuple(word.lower() for word in words), gender, agreeing))
        result: list[str] = []
        for word in words:
            pieces = [_capitals(next(agreed), piece) for piece in word.split("-")]
            result.append("-".join(pieces))
        return tuple(result)

    def _read_beside(self, word: str) -> frozenset[tuple[Gender, str]]:
        """Genders and cases of a name that agrees with a word; empty where the word tells none."""
        found: set[tuple[Gender, str]] = set()
        known = readings(word) if analyser().word_is_known(word) else ()
        verbs = [parse for parse in known if not _VERBS.isdisjoint(parse.tag.grammemes)]
        for parse in verbs or known:
            tag = parse.tag.grammemes
            if "sing" not in tag or not _SAYS_NOTHING.isdisjoint(tag):
                continue
            if verbs:
                marked = [sex for sex, mark in _MARKS.items() if mark in tag]
                told = marked or (() if "neut" in tag else _GENDERS)
                found.update((sex, "nominative") for sex in told)
            elif "NOUN" in tag or "ADJF" in tag:  # a woman may be `министр`, a man `судья`
                case = self._cases.get(str(parse.tag.case))
                found.update((sex, case) for sex in _GENDERS if case is not None)
        return frozenset(found)

    def _agree(
        self,
        words: tuple[str, ...],
        gender: str | None,
        agreeing: tuple[frozenset[tuple[Gender, str]], ...],
    ) -> tuple[str, ...]:
        """Nominatives of all words, split at hyphens, in the likeliest common gender and case."""
        parts: list[str] = []
        readings: list[_Readings] = []
        for index, word in enumerate(words):
            following = words[index + 1] if index + 1 < len(words) else ""
            for part, options in self._options(word, following):
                parts.append(part)
                readings.append(options)
        best: tuple[float, tuple[Gender, str]] | None = None
        penalty = self._table.knowledge["disagreement"]
        for key, weight in self._weights.items():
            if gender in _GENDERS and key[0] != gender:
                continue
            bonus = self._table.knowledge["agreeing"]
            total = weight + bonus * sum(key in keys for keys in agreeing)
            for options in readings:
                reading = options.get(key)
                total += penalty if reading is None else reading.weight
            if best is None or total > best[0] + 1e-9:
                best = (total, key)
        if best is None:
            return tuple(parts)
        found = [options.get(best[1]) for options in readings]
        return tuple(
            part if reading is None else reading.base
            for part, reading in zip(parts, found, strict=True)
        )

    def _options(self, word: str, following: str) -> Iterator[tuple[str, _Readings]]:
        """The parts of `word` with their readings, where `following` is the next word."""
        knowledge = self._table.knowledge
        *halves, last = word.split("-")
        for half in halves:
            options = dict(self._readings(half))
            self._merge(options, self._everywhere(half, _GENDERS, knowledge["first_half"]))
            yield half, options
        if following in self._patronymics or (following and last in self._syllables):
            yield last, self._everywhere(last, _GENDERS, knowledge["uninflected_part"])
        else:
            yield last, self._readings(last)

    def _read(self, word: str) -> _Readings:
        found: dict[tuple[Gender, str], _Reading] = {}
        if word in self._unchanging or not word.isalpha() or len(word) < 2:
            return self._everywhere(word, _GENDERS, 1.0)
        self._from_dictionary(word, found)
        self._from_declensions(word, found)
        for row in self._table.unchanged:
            if word.endswith(row.endings):
                for gender in row.genders:
                    weight = row.weight + self._given_bonus(word, gender)
                    self._merge(found, self._everywhere(word, (gender,), weight))
        return found

    def _from_declensions(self, word: str, found: dict[tuple[Gender, str], _Reading]) -> None:
        knowledge = self._table.knowledge
        for length in range(min(3, len(word) - 2) + 1):
            stem = word[: len(word) - length]
            for declension, case in self._by_ending.get(word[len(stem) :], ()):
                before = self._table.classes[declension.after]
                if len(stem) < declension.min_stem or not stem.endswith(before):
                    continue
                base = stem + declension.nominative[0]
                weight = declension.weight
                if case == "nominative" and length == 0 and word.endswith(self._oblique):
                    weight += knowledge["looks_inflected"]
                for gender in declension.genders:
                    reading = _Reading(base, weight + self._given_bonus(base, gender))
                    self._keep(found, (gender, case), reading)

    def _from_dictionary(self, word: str, found: dict[tuple[Gender, str], _Reading]) -> None:
        if not analyser().word_is_known(word):
            return
        bonus = self._table.knowledge["dictionary"]
        vowels = self._table.classes["vowel"]
        for parse in readings(word):
            tag = parse.tag.grammemes
            if tag.isdisjoint(_NAME_TAGS) or "sing" not in tag:
                continue
            case = self._cases.get(str(parse.tag.case))
            base = _nominative(parse)
            if case is None or base is None:
                continue
            base = base if "ё" in word else base.replace("ё", "е")
            genders: Iterable[Gender] = _GENDERS
            if "masc" in tag:
                genders = ("m",)
            elif "femn" in tag:
                genders = ("f",)
            weight = bonus + (2.0 if "Patr" in tag else 1.0)
            weight += self._table.knowledge["frequency"] * (parse.score - _EVEN_SCORE)
            if "Fixd" in tag and "Name" in tag and word.endswith(vowels):
                weight += self._table.knowledge["fixed"]
            for gender in genders:
                self._keep(found, (gender, case), _Reading(base, weight))

    def _given_bonus(self, base: str, gender: Gender) -> float:
        if base in self._given.get(gender, ()):
            return self._table.knowledge["dictionary"] + 1.0
        endings = self._table.given_endings.get(gender, ())
        return self._table.knowledge["given_ending"] if base.endswith(tuple(endings)) else 0.0

    def _everywhere(self, word: str, genders: Iterable[Gender], weight: float) -> _Readings:
        reading = _Reading(word, weight)
        return {(gender, case): reading for gender in genders for case in self._case_names}

    def _merge(self, found: dict[tuple[Gender, str], _Reading], more: _Readings) -> None:
        for key, reading in more.items():
            self._keep(found, key, reading)

    @staticmethod
    def _keep(
        found: dict[tuple[Gender, str], _Reading], key: tuple[Gender, str], reading: _Reading
    ) -> None:
        before = found.get(key)
        if before is None or reading.weight > before.weight:
            found[key] = reading


def _nominative(parse: Parse) -> str | None:
    """A word of a name in the nominative of its own gender and number; `None` if it has none."""
    tag = parse.tag.grammemes
    base: str | None
    if "Fixd" in tag:
        base = parse.word
    elif "masc" in tag and "Patr" not in tag:
        base = parse.normal_form
    else:  # takes long, and is needed where the normal form is of the other gender
        nominative = parse.inflect({"nomn"})
        base = None if nominative is None else nominative.word
    return base


def _split(lines: tuple[str, ...]) -> list[str]:
    return [word for line in lines for word in line.split()]


def _capitals(base: str, word: str) -> str:
    """`base` with the capitals that `word` has."""
    if word.isupper() and len(word) > 1:
        return base.upper()
    return "".join(
        letter.upper() if word[n : n + 1].isupper() else letter for n, letter in enumerate(base)
    )
