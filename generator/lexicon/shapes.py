"""The tables that every language has.

Words of a language stand in its pack's TOML files; these are the shapes of those files. A shape
that one fact type alone asks for is declared in that fact type's file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class DateFormats:
    """How a date is written.

    `{year}`, `{month}` (as `months_in_dates`), `{name}` (base form), `{day}`, `{time}` and
    `{date}` are filled in.
    """

    date: str
    """Year, month and day: `{day} {month} {year} года`."""
    day: str
    """Day and month without a year."""
    month: str
    """Month and year: a heading of the archive."""
    year: str
    moment: str = "{date}, {time}"
    """A date with a time of day."""


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
    day_suffixes: tuple[str, ...] = ()
    """Endings glued to the number of a day: `th`."""
    half_days: tuple[str, ...] = ()
    """Lower-case words after a time on a 12-hour clock: before noon, after noon; or none."""
    line_words: tuple[str, ...] = ()
    """Lower-case words that may stand beside the date on an article's date line."""
    weekdays: tuple[str, ...] = ()
    """Seven, Monday first, base form; a date line may name the day of the week."""
    months_in_dates: tuple[str, ...] = ()
    """Twelve: the month's form in a written date (`февраля`); empty where it is the base form."""
    month_names: tuple[str, ...] = ()
    """Twelve: the month by itself as shown; empty where that is the first spelling above."""
    formats: DateFormats | None = None
    """How dates are written for readers; `None` writes ISO 8601."""


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
    compared: Mapping[str, str] = field(default_factory=dict)
    """The same for what something is more or less than, where a language puts that in a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What an office is called in some states: `Chairman of the Cabinet of Ministers`."""

    name: str
    """As shown."""
    titles: tuple[str, ...]
    """Base forms, lower case, by which a text means it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """`styles.toml`: office id to style id to its words; the style ids are the same everywhere."""

    styles: Mapping[str, Mapping[str, Style]]

    def style_of(self, office: str, title: str) -> str | None:
        """The style a title of that office has, if it is one of those listed."""
        return next(
            (
                style
                for style, words in self.styles.get(office, {}).items()
                if title.lower() in words.titles
            ),
            None,
        )
