"""Countries: CLDR's names (through Babel) joined with what the language packs add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from babel import Locale

from generator.lexicon.language import Language
from generator.model.ids import CountryCode, LanguageCode


@dataclass(frozen=True)
class CountryKnowledge:
    """Names of all countries in the languages of this site."""

    languages: Sequence[Language]

    @cached_property
    def codes(self) -> tuple[CountryCode, ...]:
        """ISO 3166-1 alpha-2 codes in alphabetical order."""
        territories = Locale("en").territories
        excluded = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "XK"}
        return tuple(
            CountryCode(code)
            for code in sorted(territories)
            if len(code) == 2 and code.isalpha() and code not in excluded
        )

    @cached_property
    def capitals(self) -> Mapping[str, CountryCode]:
        return {}

    def name(self, code: CountryCode, language: LanguageCode) -> str:
        """The name to show; the code itself where CLDR has none."""
        for pack in self.languages:
            if pack.code == language:
                words = pack.countries.countries.get(code)
                if words is not None and words.preferred:
                    return words.preferred
        return str(Locale(language).territories.get(code, code))
