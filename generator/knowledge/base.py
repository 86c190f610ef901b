"""Everything shipped and everything the site's editors noted, looked up by id or by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.knowledge.countries import CountryKnowledge
from generator.model.ids import CountryCode


@dataclass(frozen=True)
class Knowledge:
    """Built once a run by `pipeline`, read by recognisers, the resolver and the pages."""

    countries: CountryKnowledge
    home_country: CountryCode | None = None
    """Whose offices are meant where a text says `the president` and no more."""

    @cached_property
    def capitals(self) -> Mapping[str, CountryCode]:
        return self.countries.capitals
