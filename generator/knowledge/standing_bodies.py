"""Bodies of state that many countries have under one name: ministries, courts, parliaments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from generator.model.ids import CountryCode, EntityId, LanguageCode, entity_key
from generator.tables import load_toml

_CODE = 2
"""Letters of a country's code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingBody:
    """One kind of body, of whichever country."""

    names: Mapping[LanguageCode, tuple[str, ...]]
    """By language, base form; the first one is the one to show."""
    countries: tuple[CountryCode, ...] = ()
    """Those that have one; empty where any country may."""
    ids: Mapping[CountryCode, str] = field(default_factory=dict)
    """The part of the entity's id after the colon, where it is not country and kind."""
    unless: tuple[str, ...] = ()
    """Organisations (ids as in `ids`) beside which the name alone means something else."""
    sole: bool = False
    """Whether the name means the body of its one country wherever it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingBodies:
    """`standing_bodies.toml`."""

    articles: Mapping[LanguageCode, tuple[str, ...]]
    """Words that may stand before a name: `the`."""
    links: Mapping[LanguageCode, tuple[str, ...]]
    """Words between a name and the country after it: `of`."""
    bodies: Mapping[str, StandingBody]

    def entity(self, kind: str, country: CountryCode) -> EntityId:
        """The id of a country's body."""
        own = self.bodies[kind].ids.get(country)
        return EntityId(f"organisation:{own or f'{country.lower()}-{kind}'}")

    def owner(self, entity: EntityId) -> tuple[str, CountryCode] | None:
        """The kind and the country of a body with this id; `None` where it is none of these."""
        key = entity_key(entity)
        found = _own_ids().get(key)
        code, _, kind = key.partition("-")
        if found is None and len(code) == _CODE and kind in self.bodies:
            found = kind, CountryCode(code.upper())
        return found

    def has(self, kind: str, country: CountryCode) -> bool:
        """Whether a country may have a body of this kind."""
        countries = self.bodies[kind].countries
        return not countries or country in countries


@cache
def standing_bodies() -> StandingBodies:
    """The bodies shipped; raises `TableError` when the file is damaged."""
    return load_toml(Path(__file__).with_name("standing_bodies.toml"), StandingBodies)


@cache
def _own_ids() -> Mapping[str, tuple[str, CountryCode]]:
    """The ids that are not country and kind, to both."""
    found: dict[str, tuple[str, CountryCode]] = {}
    for kind, body in standing_bodies().bodies.items():
        for country, own in body.ids.items():
            found.setdefault(own, (kind, country))
    return MappingProxyType(found)


@cache
def kinds_by_name(language: LanguageCode) -> Mapping[str, tuple[str, ...]]:
    """Names in lower case to the kinds they mean, those of few countries first."""
    found: dict[str, list[str]] = {}
    bodies = standing_bodies().bodies
    for kind in sorted(bodies, key=lambda kind: (not bodies[kind].countries, kind)):
        for name in bodies[kind].names.get(language, ()):
            kinds = found.setdefault(lowered(name), [])
            if kind not in kinds:
                kinds.append(kind)
    return MappingProxyType({name: tuple(kinds) for name, kinds in found.items()})


def lowered(name: str) -> str:
    """A name as names of one language are compared: capitals and the dots of `ё` do not count."""
    return name.casefold().replace("ё", "е").replace("\u2019", "'")
