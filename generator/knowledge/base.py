"""Everything shipped and everything the site's editors noted, looked up by id or by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.knowledge.countries import CountryKnowledge
from generator.knowledge.notes import NO_NOTES, Notes
from generator.knowledge.people import KnownPerson, shipped_people
from generator.model.ids import CountryCode, EntityId


@dataclass(frozen=True)
class Knowledge:
    """Built once a run by `pipeline`, read by recognisers, the resolver and the pages."""

    countries: CountryKnowledge
    home_country: CountryCode | None = None
    """Whose offices are meant where a text says `the president` and no more."""
    people: Mapping[EntityId, KnownPerson] = field(default_factory=shipped_people)
    """People known before any article names them."""
    notes: Notes = NO_NOTES
    """What the site's editors noted; of it recognition uses the names of people."""

    @cached_property
    def capitals(self) -> Mapping[str, CountryCode]:
        return self.countries.capitals
