"""Countries: CLDR's names (through Babel) joined with what the language packs add."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from babel import localedata

from generator.knowledge.places import Place, shipped_places
from generator.lexicon.language import Language
from generator.lexicon.shapes import CountryWords
from generator.model.ids import CountryCode, LanguageCode

# CLDR lists these beside the countries of ISO 3166-1: groupings, exceptional reservations (parts of
# other countries) and codes for tests. XK is nobody's code in ISO, but everybody's for Kosovo.
_NOT_ISO = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
_NOTHING = CountryWords()


@dataclass(frozen=True)
class CountryKnowledge:
    """Names of all countries in the languages of this site."""

    languages: Sequence[Language]
    noted: Mapping[CountryCode, Mapping[LanguageCode, str]] = field(default_factory=dict)
    """Names to show that the site's editors chose, by country and language."""

    @cached_property
    def codes(self) -> tuple[CountryCode, ...]:
        """ISO 3166-1 alpha-2 codes, and XK, in alphabetical order."""
        return tuple(
            CountryCode(code)
            for code in sorted(_territories("en"))
            if len(code) == 2 and code.isalpha() and code not in _NOT_ISO
        )

    @cached_property
    def capitals(self) -> Mapping[str, CountryCode]:
        """Names of capitals in any language, lower case, to the country they are the capital of."""
        return MappingProxyType(
            {
                name.lower(): place.country
                for place in self._capital_places
                for names in place.names.values()
                for name in names
                if place.country is not None
            }
        )

    def code_of_capital(self, name: str, language: LanguageCode) -> CountryCode | None:
        """The country whose capital is called `name` (base form) in that language."""
        wanted = name.lower()
        for place in self._capital_places:
            if any(wanted == known.lower() for known in place.names.get(language, ())):
                return place.country
        return None

    def name(self, code: CountryCode, language: LanguageCode) -> str:
        """The name to show; the code itself where CLDR has none."""
        noted = self.noted.get(code, {}).get(language)
        return noted or self.words(code, language).preferred or self._cldr(code, language) or code

    def names(self, code: CountryCode, language: LanguageCode) -> tuple[str, ...]:
        """Every name of a country, base form: the one to show first, then CLDR's, then others."""
        words = self.words(code, language)
        candidates = (words.preferred, self._cldr(code, language), *words.nouns)
        return tuple(dict.fromkeys(name for name in candidates if name))

    def words(self, code: CountryCode, language: LanguageCode) -> CountryWords:
        """What the language's pack adds for a country; empty where it adds nothing."""
        for pack in self.languages:
            if pack.code == language:
                return pack.countries.countries.get(code, _NOTHING)
        return _NOTHING

    def _cldr(self, code: CountryCode, language: LanguageCode) -> str | None:
        return _territories(language).get(code)

    @cached_property
    def _capital_places(self) -> tuple[Place, ...]:
        return tuple(place for place in shipped_places().values() if place.capital)


@cache
def _territories(language: str) -> Mapping[str, str]:
    """CLDR's names of countries in a language, by code."""
    # The language's own file alone: what it inherits names no country, and is most of what
    # `babel.Locale` would load. Babel itself would remember it as all there is of the language.
    with Path(localedata.resolve_locale_filename(language)).open("rb") as file:
        names: Mapping[str, str] = pickle.load(file)["territories"]
    return names
