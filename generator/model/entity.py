"""Who or what mentions mean, whatever the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.ids import EntityId, LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, country, place or organisation."""

    id: EntityId
    kind: str
    """`person`, `country`, `place`, `organisation`."""
    names: Mapping[LanguageCode, str]
    """Best known name by language, base form. Read-only."""
    aliases: tuple[str, ...] = ()
    """Every other base form met or declared, sorted."""
    external_ids: Mapping[str, str] = field(default_factory=dict)
    """Identifiers elsewhere, such as `wikidata`."""
