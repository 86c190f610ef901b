"""People shipped with the program: who held the offices that stand in every other text.

One file a country or a group of bodies. What a page states of a person still comes from articles;
this only tells under which names, in which languages, one person is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from generator.errors import TableError
from generator.model.ids import CountryCode, EntityId, LanguageCode
from generator.tables import load_toml

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOffice:
    """An office somebody held."""

    office: str
    """Id as in `knowledge/offices.toml`."""
    country: CountryCode | None = None
    """`None` for the office of an international body."""
    body: str | None = None
    """The part of the organisation's entity id after the colon: `un`."""
    from_: str | None = None
    """ISO 8601 year, month or day; `None` where it is not certain or was before 2020."""
    to: str | None = None
    """The last day, month or year in office; `None` for still in office, or not certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """One row of a file of this folder."""

    names: Mapping[LanguageCode, tuple[str, ...]]
    """Full names by language, base form; the first one is the one to show."""
    weak: tuple[str, ...] = ()
    """Names that mean this person only where the article also names her country or office."""
    common: bool = False
    """Whether others bear the name as well, so that the article has to name her country."""
    wikidata: str | None = None
    offices: tuple[KnownOffice, ...] = ()

    @property
    def countries(self) -> frozenset[CountryCode]:
        """Countries this person held an office of."""
        return frozenset(office.country for office in self.offices if office.country is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPeople:
    """A file of this folder."""

    people: Mapping[str, KnownPerson]
    """By the part of the entity's id after the colon: `sadyr-japarov`."""


@cache
def shipped_people() -> Mapping[EntityId, KnownPerson]:
    """Everybody shipped, by entity id, from all files in alphabetical order.

    Raises `TableError` when a file is wrong or two people have the same id.
    """
    found: dict[EntityId, KnownPerson] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for key, person in load_toml(path, KnownPeople).people.items():
            entity = EntityId(f"person:{key}")
            if entity in found:
                raise TableError(path.name, (f"`{key}` is the id of another person",))
            found[entity] = person
    return MappingProxyType(found)


@cache
def countries_by_name() -> Mapping[str, tuple[CountryCode, ...]]:
    """Names of the people shipped, in lower case, to the countries whose offices they held."""
    return MappingProxyType(
        {
            name.lower(): tuple(sorted(person.countries))
            for person in shipped_people().values()
            for names in (*person.names.values(), person.weak)
            for name in names
        }
    )
