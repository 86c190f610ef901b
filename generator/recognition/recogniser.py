"""What a fact type's recogniser is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.span import Span
from generator.recognition.passage import Passage


@dataclass(frozen=True, slots=True)
class Found:
    """What the recognisers that ran before this one have found, by kind."""

    by_kind: dict[Kind, tuple[Mention, ...]] = field(default_factory=dict)
    """Each in order of the text."""

    def of(self, *kinds: str) -> tuple[Mention, ...]:
        """All mentions of these kinds, in order of the text."""
        if len(kinds) == 1:
            return self.by_kind.get(Kind(kinds[0]), ())
        chosen = [mention for kind in kinds for mention in self.by_kind.get(Kind(kind), ())]
        chosen.sort(key=lambda mention: (mention.span.start, mention.span.end, mention.kind))
        return tuple(chosen)

    def covering(self, span: Span, *kinds: str) -> tuple[Mention, ...]:
        """Mentions of these kinds that overlap `span`."""
        return tuple(mention for mention in self.of(*kinds) if mention.span.overlaps(span))


class Recogniser(Protocol):
    """Finds every mention of one kind in a passage.

    It is made once per language, so tables are compiled in its constructor, and it keeps no state
    between passages. What it returns need not be sorted or free of overlaps; the engine sees to
    that (`overlaps.keep_best`: longest first, then leftmost).
    """

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        """Every mention in `passage`; `found` holds the kinds named in `REQUIRES`.

        What was weighed and found wanting may be told as a `Rejection`, for `explain`.
        """
        ...


class FactType(Protocol):
    """A module on the `facts` shelf: its three module-level names."""

    KIND: Kind
    REQUIRES: tuple[Kind, ...]

    def create(self, language: Language, knowledge: Knowledge) -> Recogniser | None:
        """The recogniser for `language`; `None` where its pack has no words for this kind."""
        ...
