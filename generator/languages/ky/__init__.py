"""Kyrgyz."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.lexicon.language import Language
from generator.lexicon.morphology import Morphology, NameStems, Stems, SuffixTable
from generator.lexicon.name_tags import name_tags
from generator.model.ids import LanguageCode

if TYPE_CHECKING:
    from generator.lexicon.folded_morphology import FoldedMorphology

_REMEMBERED = 65_536


class Kyrgyz(Language):
    """Kyrgyz, from its tables."""

    code = LanguageCode("ky")
    folder = Path(__file__).parent

    @cached_property
    def morphology(self) -> Morphology:
        """The suffix engine over this pack's tables."""
        return Morphology(
            self.required("suffixes", SuffixTable),
            self.required("stems", Stems),
            self.required("names_morphology", NameStems),
        )

    @cached_property
    def _folded(self) -> FoldedMorphology:
        """For searches: the same tables with their letters folded."""
        from generator.lexicon.folded_morphology import FoldedMorphology, SearchTable

        return FoldedMorphology(
            self.required("suffixes", SuffixTable),
            self.required("stems", Stems),
            self.required("search", SearchTable),
        )

    # On the instance, so that every pack remembers its own words; made when first asked for, since
    # a text in another language needs none of them.
    @cached_property
    def _base_forms(self) -> Callable[[str], tuple[str, ...]]:
        return lru_cache(_REMEMBERED)(self.morphology.base_forms)

    @cached_property
    def _base_form(self) -> Callable[[str], str]:
        return lru_cache(_REMEMBERED)(self.morphology.base_form)

    @cached_property
    def _name_base(self) -> Callable[[str], str]:
        return lru_cache(_REMEMBERED)(self.morphology.name_base)

    @cached_property
    def _search_stem(self) -> Callable[[str], str]:
        return lru_cache(_REMEMBERED)(self._folded.search_stem)

    def base_forms(self, word: str) -> tuple[str, ...]:
        return self._base_forms(word)

    def base_form(self, word: str) -> str:
        return self._base_form(word)

    def name_base(self, word: str, *, gender: str | None = None) -> str:
        return self._name_base(word)

    def person_bases(self, words: tuple[str, ...], beside: tuple[str, ...] = ()) -> tuple[str, ...]:
        return self.morphology.person_bases(words)

    def forms(self, base: str) -> tuple[str, ...]:
        return self.morphology.forms(base)

    def search_stem(self, word: str) -> str:
        return self._search_stem(word)

    def search_table(self) -> Mapping[str, object]:
        return self._folded.for_browser()

    def name_tags(self, word: str) -> frozenset[str]:
        return name_tags(word, base_only=True)


PACK = Kyrgyz
