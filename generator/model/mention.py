"""One thing said at one place of an article."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.calendar import PartialDate
from generator.model.ids import Kind
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName, Role
from generator.model.quantity import Quantity
from generator.model.span import Span
from generator.model.statement import Event, KeySentence, Quotation

Value = (
    CountryName
    | PlaceName
    | OrganisationName
    | PersonName
    | Role
    | Quantity
    | PartialDate
    | Quotation
    | Event
    | KeySentence
)
"""Every value a mention can carry; its class goes with the mention's kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What the text says at `span`, before anybody asks who or what is meant."""

    kind: Kind
    span: Span
    value: Value
    arguments: tuple[tuple[str, Span], ...] = ()
    """Other spans this one points to, by role: `holder`, `speaker`, `cue`. Sorted by role."""
    rule: str
    """The rule and, where there is one, the table row that made it: `money.amount-unit/USD`."""

    def argument(self, role: str) -> Span | None:
        """The first span in that role."""
        return next((span for name, span in self.arguments if name == role), None)

    def declined(self, reason: str) -> Rejection:
        """The record of a mention that was made and then given up."""
        return Rejection(kind=self.kind, span=self.span, rule=self.rule, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """What a recogniser considered a mention and decided against; `explain` shows it.

    Only what a reader of the text may miss is told so, not every word that was looked at. Where a
    mention was made and something of it left open, such as the year of a date, that is told too.
    """

    kind: Kind
    span: Span
    rule: str
    """The rule that proposed it and, where there is one, the table row."""
    reason: str
    """Why it is none, as a short phrase."""
