"""Places shipped with the program: capitals, cities, regions, rivers, parts of the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.model.ids import CountryCode, LanguageCode
from generator.tables import load_toml

_FILE = Path(__file__).parent / "places.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One row of `places.toml`."""

    country: CountryCode | None = None
    """`None` for what lies in several countries or in none."""
    capital: bool = False
    names: Mapping[LanguageCode, tuple[str, ...]]
    """By language, base form; the first one is the one to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """`places.toml`."""

    places: Mapping[str, Place]
    """By an id of our own."""


@cache
def shipped_places() -> Mapping[str, Place]:
    """Every place shipped, by id; raises `TableError` when the file is wrong."""
    return load_toml(_FILE, Places).places


def known_place(name: str) -> str | None:
    """The id of the place shipped under this name in some language, in any case of its letters."""
    return _by_name().get(name.lower())


@cache
def _by_name() -> Mapping[str, str]:
    return {
        name.lower(): id_
        for id_, place in sorted(shipped_places().items())
        for names in place.names.values()
        for name in names
    }
