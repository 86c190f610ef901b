"""Russian."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.languages.ru.names import Names, NameTable
from generator.lexicon.endings import EndingStemmer, EndingTable
from generator.lexicon.language import Language
from generator.lexicon.name_tags import analyser, name_tags, parses
from generator.model.ids import LanguageCode

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_REMEMBERED = 65_536
_QUOTES = "«»„“”\"‘’'"
_NAME_TAGS = ("Surn", "Name", "Patr", "Geox")
_PARTICIPLE = "PRTF"
_SHORT_ABBREVIATION = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Morphology:
    """`morphology.toml`."""

    abbreviation_endings: tuple[str, ...]
    """Lower-case endings that may stand behind an abbreviation, longest first."""
    paradigms: Mapping[str, tuple[str, ...]]
    """Stem, `|` and the rest of a base form, to the endings behind the stem."""
    surname_endings: tuple[str, ...]
    """Of surnames that look like a genitive plural."""
    cases: Mapping[str, str]
    """The dictionary's cases to those of `names_morphology.toml`."""


class Russian(Language):
    """Russian: pymorphy3's dictionary for words, declension tables for names."""

    code = LanguageCode("ru")
    folder = Path(__file__).parent

    def __init__(self) -> None:
        super().__init__()
        self._ranked = lru_cache(_REMEMBERED)(self._bases)
        self._read = lru_cache(_REMEMBERED)(self._readings)

    @cached_property
    def _abbreviation(self) -> re.Pattern[str]:
        return re.compile(
            rf"([^\W\d_a-zа-яё]{{2,}})-?(?:{'|'.join(self.morphology.abbreviation_endings)})"
        )

    @cached_property
    def morphology(self) -> Morphology:
        return self.required("morphology", Morphology)

    @cached_property
    def _listed(self) -> Mapping[str, str]:
        """Each form of the words in `paradigms` to its base form."""
        found: dict[str, str] = {}
        for base, endings in self.morphology.paradigms.items():
            stem = base.partition("|")[0]
            for ending in endings:
                found[stem + ending] = base.replace("|", "")
        return found

    @cached_property
    def names(self) -> Names:
        """Declension of personal names."""
        return Names(self.required("names_morphology", NameTable), self.morphology.cases)

    def base_forms(self, word: str) -> tuple[str, ...]:
        return self._read(word)

    def _readings(self, word: str) -> tuple[str, ...]:
        inner = word.strip(_QUOTES)
        if inner.islower():
            return self._ranked(inner)
        match = self._abbreviation.fullmatch(inner)
        if match is not None:
            return (match.group(1).lower(), *self._ranked(inner.lower()))
        lower = inner.lower()
        if inner.isupper() and 1 < len(inner) <= _SHORT_ABBREVIATION:
            return (lower, *(base for base in self._ranked(lower) if base != lower))
        surname = inner[:1].isupper() and lower.endswith(self.morphology.surname_endings)
        if surname and not analyser().word_is_known(lower):
            return (lower, *(base for base in self._ranked(lower) if base != lower))
        return self._ranked(lower)

    def base_form(self, word: str) -> str:
        inner = word.strip(_QUOTES)
        if not inner:
            return word
        base = self.base_forms(word)[0]
        if "ё" not in inner.lower():
            base = base.replace("ё", "е")
        return word.replace(inner, _with_capitals(base, inner), 1)

    def name_base(self, word: str, *, gender: str | None = None) -> str:
        return self.names.bases((word,), gender)[0]

    def person_bases(self, words: tuple[str, ...], beside: tuple[str, ...] = ()) -> tuple[str, ...]:
        return self.names.bases(words, beside=beside)

    def name_tags(self, word: str) -> frozenset[str]:
        return name_tags(word)

    def forms(self, base: str) -> tuple[str, ...]:
        found = {base: None}
        lower = base.lower()
        for form, listed in self._listed.items():
            if listed == lower:
                found[_with_capitals(form, base)] = None
        if len(found) > 1:
            return tuple(found)
        for parse in parses(lower):
            if parse.normal_form.replace("ё", "е") == lower.replace("ё", "е"):
                for form in parse.lexeme:
                    word = form.word if "ё" in lower else form.word.replace("ё", "е")
                    found[_with_capitals(word, base)] = None
                break
        return tuple(found)

    def search_stem(self, word: str) -> str:
        # Not the dictionary's base form: the browser has no dictionary.
        return self._stemmer.stem(word.strip(_QUOTES))

    def search_table(self) -> Mapping[str, object]:
        return self._stemmer.for_browser()

    @cached_property
    def _stemmer(self) -> EndingStemmer:
        return EndingStemmer(self.required("search", EndingTable))

    def _parses(self, lower: str) -> Sequence[Parse]:
        """Readings, likeliest first; a word the dictionary lacks is rather a name than not."""
        found = parses(lower)
        return found if analyser().word_is_known(lower) else sorted(found, key=_name_rank)

    def _bases(self, lower: str) -> tuple[str, ...]:
        """Base forms in the dictionary's order, each with and without ё."""
        found: dict[str, None] = {}
        listed = self._listed.get(lower)
        if listed is not None:
            found[listed] = None
        participles = set()
        for parse in self._parses(lower):
            bases = [parse.normal_form]
            tag = parse.tag
            if _PARTICIPLE in tag.grammemes:  # whose normal form is a verb
                kind = (parse.word, parse.normal_form, tag.tense, tag.voice)
                if kind in participles:
                    continue  # the same in another case, as most forms may be
                participles.add(kind)
                nominative = parse.inflect({"nomn", "sing", "masc"})
                if nominative is not None:
                    bases.insert(0, nominative.word)
            for base in bases:
                found[base.replace("ё", "е")] = None
                found[base] = None
        found[lower] = None
        return tuple(found)


def _name_rank(parse: Parse) -> int:
    """The place of a guessed reading: as a surname first, then as another kind of name."""
    grammemes = parse.tag.grammemes
    if "plur" not in grammemes:
        for rank, tag in enumerate(_NAME_TAGS):
            if tag in grammemes:
                return rank
    return len(_NAME_TAGS)


def _with_capitals(base: str, word: str) -> str:
    """`base` with the capitals that `word` has."""
    if word.isupper() and len(word) > 1:
        return base.upper()
    return "".join(
        letter.upper() if word[n : n + 1].isupper() else letter for n, letter in enumerate(base)
    )


PACK = Russian
