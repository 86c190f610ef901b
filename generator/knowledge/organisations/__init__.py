"""Organisations shipped with the program: international bodies, well-known agencies, media."""

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
class Organisation:
    """One row of a file of this folder."""

    country: CountryCode | None = None
    """`None` for what belongs to no one country."""
    wikidata: str | None = None
    """Wikidata id, given only where it is certain."""
    names: Mapping[LanguageCode, tuple[str, ...]]
    """By language, base form; the first one is the one to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisations:
    """A file of this folder."""

    organisations: Mapping[str, Organisation]
    """By the part of the entity's id after the colon: `un`."""


@cache
def shipped_organisations() -> Mapping[EntityId, Organisation]:
    """Every organisation shipped, by entity id, from all files in alphabetical order.

    Raises `TableError` when a file is wrong or two have the same id.
    """
    found: dict[EntityId, Organisation] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for key, organisation in load_toml(path, Organisations).organisations.items():
            entity = EntityId(f"organisation:{key}")
            if entity in found:
                raise TableError(path.name, (f"`{key}` is the id of another organisation",))
            found[entity] = organisation
    return MappingProxyType(found)
