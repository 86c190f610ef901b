"""Everything that is known when the first page is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.article import Article
from generator.model.entity import Entity
from generator.model.fact import Fact
from generator.model.identity import Identity
from generator.model.ids import ArticleId, EntityId
from generator.model.mention import Mention
from generator.model.note import Note
from generator.model.notice import Notice
from generator.model.span import Span
from generator.model.story import Related, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One article, understood. A pure function of the article until entities are shared.

    Straight from one article, entity ids are local to it; `identity.resolver` returns briefings
    whose ids are the site's.
    """

    article: Article
    sentences: tuple[Span, ...]
    """Every sentence of the prose, in order; evidence is shown inside its sentence."""
    mentions: tuple[Mention, ...]
    """In order of the text, of all kinds."""
    identities: tuple[Identity, ...]
    """For each person, country, place and organisation mention, who is meant."""
    facts: tuple[Fact, ...]
    """Sorted by kind of fact, then by first evidence."""
    entities: tuple[Entity, ...]
    """Every entity this article mentions, in order of first mention."""
    notices: tuple[Notice, ...] = ()

    def sentence_at(self, span: Span) -> Span:
        """The sentence in which `span` begins, or `span` itself outside all sentences."""
        return next((s for s in self.sentences if s.start <= span.start < s.end), span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two people who may be one; they stay two until an editor says so."""

    first: EntityId
    second: EntityId
    """`first` is the smaller id."""
    reason: str
    """What speaks for one person, or what leaves it open, as a short phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All briefings, newest first, and who appears where."""

    briefings: tuple[Briefing, ...]
    entities: Mapping[EntityId, Entity]
    appearances: Mapping[EntityId, tuple[Briefing, ...]]
    """Entity to the briefings that mention it, newest first."""
    notices: tuple[Notice, ...] = ()
    notes: Mapping[EntityId, Note] = field(default_factory=dict)
    """What editors noted, by whom or what it is about."""
    redirects: Mapping[EntityId, EntityId] = field(default_factory=dict)
    """Ids whose pages an editor's word has moved, to the ids they are at now."""
    doubts: tuple[Doubt, ...] = ()
    """Pairs of people nothing decides, sorted; for the editor to settle."""
    stories: tuple[Story, ...] = ()
    """What two or more articles tell, newest first."""
    related: Mapping[ArticleId, tuple[Related, ...]] = field(default_factory=dict)
    """Briefings worth reading beside an article, best first; none of its own story."""
