"""What a page states, with the characters it came from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.correction import Correction
from generator.model.ids import ArticleId, EntityId, Kind
from generator.model.mention import Value
from generator.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact was read. `quote` always equals the text under `span`."""

    article: ArticleId
    span: Span
    quote: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement of a page; `evidence` is never empty, its first item is the best."""

    kind: Kind
    value: Value
    arguments: tuple[tuple[str, EntityId], ...] = ()
    """Entities by their part in the fact: `holder`, `speaker`, `country`, `subject`."""
    evidence: tuple[Evidence, ...]
    correction: Correction | None = None
    """The editor's word that confirmed or made it."""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a fact without evidence: {self.value!r}")

    def argument(self, role: str) -> EntityId | None:
        """The first entity in that role."""
        return next((entity for name, entity in self.arguments if name == role), None)
