"""Articles that tell the same event, and briefings worth reading beside one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from generator.model.fact import Evidence
from generator.model.ids import ArticleId, EntityId
from generator.model.mention import Value

StoryId = NewType("StoryId", str)
"""The part of an address a story has: `kyrgyz-tajik-trade`."""

DisagreementKind = Literal["figure", "date", "name", "title"]
ReasonKind = Literal["people", "figure", "pair", "organisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one version says on a point; `evidence` names the article and the characters."""

    value: Value
    """`Quantity`, `PartialDate`, `PersonName` or `Role`, as the kind of disagreement asks."""
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Versions of one story that cannot all be right."""

    kind: DisagreementKind
    subject: EntityId | None = None
    """Whose title is disputed; `None` for the other kinds."""
    claims: tuple[Claim, ...]
    """At least two, one for each version that speaks of it, in the order of the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Two or more articles that tell the same event, in one language or several."""

    id: StoryId
    articles: tuple[ArticleId, ...]
    """The earliest first; of one day, the smallest id first."""
    declared: bool
    """Whether their authors said so of all of them (`translation_of`); else some were found."""
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What two briefings have in common, for a page to word in its language."""

    kind: ReasonKind
    entities: tuple[EntityId, ...] = ()
    """The people, the two countries, the bodies, or whom the figure concerns."""
    indicator: str | None = None
    """What is measured, for `figure`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another briefing, and why a reader of this one may want it."""

    article: ArticleId
    reasons: tuple[Reason, ...]
    """At least one, the weightiest first."""
