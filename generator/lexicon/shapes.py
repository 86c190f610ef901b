"""The tables that every language has.

Words of a language stand in its pack's TOML files; these are the shapes of those files. A shape
that one fact type alone asks for is declared in that fact type's file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.ids import CountryCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`profile.toml`: the language itself."""

    name: str
    """In the language: `Кыргызча`."""
    english_name: str
    script: Literal["Cyrl", "Latn"]
    direction: Literal["ltr", "rtl"]
    decimal_mark: str
    alphabet: str
    """Lower-case letters in dictionary order, for sorting."""
    giveaway_letters: str
    """Letters that the neighbouring languages do not have."""
    abbreviations: tuple[str, ...]
    """Lower-case words that take a full stop without ending a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """`numerals.toml`: number words, in base form."""

    cardinals: Mapping[str, int]
    """`эки` → 2, `элүү` → 50: units and tens, and hundreds where they are one word."""
    multipliers: Mapping[str, Decimal]
    """`жүз` → 100, `миң` → 1000, `млн` → 1000000; spelling variants and abbreviations too."""
    fractions: Mapping[str, Decimal]
    """`жарым` → 0.5, `полтора` → 1.5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """`calendar.toml`: months in base form, first is January; words of years and days."""

    months: tuple[tuple[str, ...], ...]
    """Twelve lists of spellings; the first one of each is the standard one."""
    year_words: tuple[str, ...]
    """Base forms that follow a year: `жыл`, `год`."""
    year_abbreviations: tuple[str, ...]
    """`ж.`, `г.`, without the full stop."""
    day_words: tuple[str, ...] = ()
    """Base forms that may follow a day: `күн`, `число`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """`quotes.toml`: marks around direct speech, opening and closing."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryWords:
    """One country in `countries.toml`: what CLDR does not know."""

    nouns: tuple[str, ...] = ()
    """Short, long, colloquial and abbreviated names beside CLDR's, base form."""
    adjectives: tuple[str, ...] = ()
    """Base forms: `кыргыз`, `российский`."""
    peoples: tuple[str, ...] = ()
    """Inhabitants and peoples, base form singular: `казак`, `россиянин`."""
    preferred: str | None = None
    """The name to show, where the language's press does not use CLDR's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """`countries.toml`."""

    countries: Mapping[CountryCode, CountryWords]
    not_countries: tuple[str, ...] = ()
    """Phrases that contain a country's name and mean something else, lower case, base form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """`labels.toml`: everything the interface says in this language."""

    interface: Mapping[str, str]
    """Message id to text; `{name}` stands for what is filled in."""
    kinds: Mapping[str, str]
    """Heading of each kind of fact in the key-facts box."""
    events: Mapping[str, str]
    offices: Mapping[str, str]
    """Office id to its title."""
    indicators: Mapping[str, str]
    """Indicator id to its name."""
    units: Mapping[str, str]
