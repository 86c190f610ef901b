"""What an editor says of one fact of one article."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode, Kind
from generator.model.quantity import Bound, QuantityRole
from generator.model.statement import EventKind

Action = Literal["hide", "confirm", "set"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a fact is set to; `None` leaves a part of it as it was."""

    value: Decimal | None = None
    unit: str | None = None
    role: QuantityRole | None = None
    about: str | None = None
    indicator: str | None = None
    of: tuple[CountryCode, ...] | None = None
    period: PartialDate | None = None
    approximate: bool | None = None
    bound: Bound | None = None
    title: str | None = None
    office: str | None = None
    country: CountryCode | None = None
    former: bool | None = None
    acting: bool | None = None
    name: str | None = None
    date: PartialDate | None = None
    event: EventKind | None = None
    speaker: str | None = None
    """Words of the article that name the speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One item of `facts:`, in an article's front matter or in the sidecar beside it."""

    action: Action
    words: str
    """Words of the article, as they stand there; white space does not matter."""
    kind: Kind | None = None
    """The kind of fact meant, which is made where the words stand for none yet; `None` if the words
    alone tell which fact is meant."""
    kinds: tuple[Kind, ...] = ()
    """Kinds that the fact may be of; empty for any."""
    nth: int | None = None
    """One-based: which occurrence of the words is meant; `None` for all of them."""
    changes: Changes = Changes()
    by: str | None = None
    on: PartialDate | None = None
    because: str | None = None
    path: str
    """The file that says so."""
    line: int | None = None

    @property
    def rule(self) -> str:
        """The rule of a fact that this made: `editor/set`."""
        return f"editor/{self.action}"
