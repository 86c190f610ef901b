"""Names of people, places, countries and bodies, in base form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.ids import CountryCode, EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name in base form (nominative, no suffix), in the article's script."""

    given: str | None
    """Given name, or its initial with the dot; `None` where only a surname stands."""
    family: str | None
    patronymic: str | None = None
    written: str
    """The whole name in base form, its parts in the order of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryName:
    """A country named by noun (`Кыргызстан`, `АКШ`) or by adjective or nationality (`кыргыз`)."""

    code: CountryCode
    form: Literal["noun", "adjective"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A city, region, river …: never a country."""

    name: str
    """Base form."""
    country: CountryCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationName:
    """A named body."""

    name: str
    """Base form, without quotation marks."""
    id: EntityId | None
    """The known organisation meant, `None` for one known only by this name."""
    country: CountryCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title the text gives somebody. The holder is the mention's `holder` argument."""

    title: str
    """Base form, as `eval/GUIDELINES.md` cuts it: no country genitive unless part of the title."""
    office: str | None
    """Language-neutral office (`head-of-government`); `None` where the title is none of those."""
    country: CountryCode | None
    """Whose office it is, where the text says or plainly implies it."""
    former: bool = False
    acting: bool = False
    position: str | None = None
    """What a title that is no known office says she is, free of language: `professor`."""
