"""What an editor noted of a person, organisation or country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode, EntityId, LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedRole:
    """An office or title with the time it was held, as far as noted."""

    title: str | None = None
    """In the editor's words."""
    office: str | None = None
    country: CountryCode | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of an introduction, without markup."""

    text: str
    language: LanguageCode | None
    """`None` where it is too short to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One file: `content/people/<id>.md`, `content/organisations/<id>.md`, `…/countries/<CC>.md`.

    `names` and `aliases` are how articles may name the entity; `names` is also what pages call it.
    """

    entity: EntityId
    path: str
    names: Mapping[LanguageCode, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    roles: tuple[NotedRole, ...] = ()
    same_as: tuple[EntityId, ...] = ()
    """Ids under which the site would otherwise show the same entity."""
    not_same_as: tuple[EntityId, ...] = ()
    introduction: tuple[Paragraph, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """One-based line of the file on which each key stands: `names`, `same_as[0]`."""

    def line(self, key: str) -> int | None:
        """The line of `key`, for messages."""
        return self.lines.get(key)
