"""English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from generator.lexicon.endings import EndingStemmer, EndingTable
from generator.lexicon.language import Language
from generator.model.ids import LanguageCode

_REMEMBERED = 65_536
_QUOTES = '"“”«»‘'


@dataclass(frozen=True, slots=True, kw_only=True)
class Morphology:
    """`morphology.toml`."""

    possessives: tuple[str, ...]
    """Endings of possessives; what follows the apostrophe and the apostrophe go."""
    endings: tuple[tuple[str, str], ...]
    """Ending of a plural and of its singular, longest first."""
    keep: tuple[str, ...]
    """Endings of singulars that look like a plural."""
    whole: tuple[str, ...]
    """Words that look like a plural and are none, separated by spaces."""
    irregular: Mapping[str, str]
    """Plural to singular."""


class English(Language):
    """English, from its tables."""

    code = LanguageCode("en")
    folder = Path(__file__).parent

    def __init__(self) -> None:
        super().__init__()
        self._ranked = lru_cache(_REMEMBERED)(self._bases)

    @cached_property
    def morphology(self) -> Morphology:
        return self.required("morphology", Morphology)

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(word for line in self.morphology.whole for word in line.split())

    def base_forms(self, word: str) -> tuple[str, ...]:
        return self._ranked(word.strip(_QUOTES).lower())

    def base_form(self, word: str) -> str:
        base = self.base_forms(word)[0]
        if word.isupper() and len(word) > 1:
            return base.upper() if base != word.lower() else word
        shared = min(len(base), len(word))
        start = word.strip(_QUOTES)
        return "".join(
            base[n].upper() if n < shared and start[n : n + 1].isupper() else base[n]
            for n in range(len(base))
        )

    def name_base(self, word: str, *, gender: str | None = None) -> str:
        return self._without_possessive(word)

    def forms(self, base: str) -> tuple[str, ...]:
        lower = base.lower()
        found = {base: None}
        plurals = [
            plural for plural, single in self.morphology.irregular.items() if single == lower
        ]
        if not plurals and lower not in self._whole:
            plurals = [base + "s"]
            for plural, single in self.morphology.endings:
                if single and lower.endswith(single):
                    plurals = [base[: len(base) - len(single)] + plural]
                    break
        for plural in plurals:
            found[plural] = None
        for form in tuple(found):
            for apostrophe in "'’":
                found[form + apostrophe + ("" if form.endswith("s") and form != base else "s")] = (
                    None
                )
        return tuple(found)

    def search_stem(self, word: str) -> str:
        return self._stemmer.stem(word.strip(_QUOTES))

    def search_table(self) -> Mapping[str, object]:
        return self._stemmer.for_browser()

    @cached_property
    def _stemmer(self) -> EndingStemmer:
        return EndingStemmer(
            self.required("search", EndingTable), irregular=self.morphology.irregular
        )

    def _without_possessive(self, word: str) -> str:
        for ending in self.morphology.possessives:
            if word.lower().endswith(ending) and len(word) > len(ending) + 1:
                cut = len(ending) if ending[-1] == "s" else 1
                return word[: len(word) - cut]
        return word

    def _bases(self, lower: str) -> tuple[str, ...]:
        owner = self._without_possessive(lower)
        found: dict[str, None] = {}
        if owner in self._whole:
            found[owner] = None
        single = self.morphology.irregular.get(owner)
        if single is not None:
            found[single] = None
        elif owner not in self._whole and not owner.endswith(self.morphology.keep):
            for plural, ending in self.morphology.endings:
                if owner.endswith(plural) and len(owner) > len(plural) + 1:
                    found[owner[: len(owner) - len(plural)] + ending] = None
                    break
        found[owner] = None
        found[lower] = None
        return tuple(found)


PACK = English
