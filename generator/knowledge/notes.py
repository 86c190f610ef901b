"""What the site's own editors noted: looked up by entity, and by the names articles may use.

The shapes are those of the files (`content/people/<id>.md` …); `reading.notes` reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from generator.model.ids import CountryCode, EntityId, LanguageCode, entity_key, entity_kind
from generator.model.note import Note

FOLDERS: Mapping[str, str] = MappingProxyType(
    {"people": "person", "organisations": "organisation", "countries": "country"}
)
"""Folder of the content folder to the kind of entity its notes are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShape:
    """One item of `roles`."""

    title: str | None = None
    office: str | None = None
    country: str | None = None
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteShape:
    """The front matter of a note on a person or organisation."""

    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    roles: tuple[RoleShape, ...] = ()
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryNoteShape:
    """The front matter of a note on a country: who it is, its code already says."""

    names: Mapping[str, str] = field(default_factory=dict)
    wikidata: str | None = None


@dataclass(frozen=True)
class Notes:
    """All notes of a site."""

    by_entity: Mapping[EntityId, Note]

    def of_kind(self, kind: str) -> tuple[Note, ...]:
        """Notes on entities of that kind, by id."""
        return tuple(
            note for id_, note in sorted(self.by_entity.items()) if entity_kind(id_) == kind
        )

    @cached_property
    def country_names(self) -> Mapping[CountryCode, Mapping[LanguageCode, str]]:
        """What pages call countries, where an editor chose it."""
        return MappingProxyType(
            {
                CountryCode(entity_key(note.entity)): note.names
                for note in self.of_kind("country")
                if note.names
            }
        )

    @cached_property
    def names_of_people(self) -> tuple[str, ...]:
        """All in the notes that decides what is found in an article, in a fixed order."""
        return tuple(
            "\n".join((*(f"{code} {name}" for code, name in note.names.items()), *note.aliases))
            for note in self.of_kind("person")
            if note.names or note.aliases
        )

    @cached_property
    def same(self) -> Mapping[EntityId, EntityId]:
        """Id that a note calls the same to the id of that note."""
        return MappingProxyType(
            {
                other: note.entity
                for _, note in sorted(self.by_entity.items())
                for other in note.same_as
            }
        )

    @cached_property
    def apart(self) -> frozenset[frozenset[EntityId]]:
        """Pairs that are two, whatever they are called."""
        return frozenset(
            frozenset((note.entity, other))
            for note in self.by_entity.values()
            for other in note.not_same_as
        )

    def settled(self, left: EntityId, right: EntityId) -> bool:
        """Whether an editor has said if these two are one."""
        merged = self.same.get(left, left) == self.same.get(right, right)
        return merged or frozenset((left, right)) in self.apart


NO_NOTES = Notes(by_entity=MappingProxyType({}))
