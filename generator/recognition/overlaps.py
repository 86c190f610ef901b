"""Which of two overlapping mentions of one kind stays."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.mention import Mention


def keep_best(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions that do not overlap, in order of the text: the longest stay, then the leftmost."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.span), m.span.start, m.rule)):
        if len(mention.span) and not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.span))
