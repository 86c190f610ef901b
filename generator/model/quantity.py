"""Amounts: money, per cent, factors, counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.calendar import PartialDate

QuantityKind = Literal["money", "percent", "multiple", "count"]
Bound = Literal["at-least", "at-most"]
QuantityRole = Literal["actual", "target", "previous", "change"]
Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One amount as understood; the words as written are the text under the mention's span."""

    kind: QuantityKind
    value: Decimal
    """In full units: 36 million is 36000000, 12.5 per cent is 12.5, a threefold rise is 3."""
    unit: str
    """ISO 4217 code, `%`, `x`, or the counted noun in base form."""
    approximate: bool = False
    bound: Bound | None = None
    strict: bool = False
    """Whether the bound itself is excluded: `more than 27 billion`, not `at least`."""
    role: QuantityRole | None = None
    direction: Direction | None = None
    """Of a change, which way it went, where the text says so."""
    about: str | None = None
    """What is measured, in base form, in the words of the text."""
    indicator: str | None = None
    """Language-neutral id of what is measured where it is a recurring one: `trade-turnover`."""
    of: tuple[str, ...] = ()
    """Whom it concerns: country codes or entity ids."""
    period: PartialDate | None = None
    """The year, month or day it is of."""
