"""Which of two overlapping mentions of one kind stays."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.mention import Mention, Rejection


def keep_best(mentions: Iterable[Mention]) -> tuple[tuple[Mention, ...], tuple[Rejection, ...]]:
    """Mentions that do not overlap, in order of the text, and those that had to give way.

    The longest stay, then the leftmost.
    """
    kept: list[Mention] = []
    rejected: list[Rejection] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.span), m.span.start, m.rule)):
        if not len(mention.span):
            continue
        winner = next((other for other in kept if mention.span.overlaps(other.span)), None)
        if winner is None:
            kept.append(mention)
        elif winner.span != mention.span or winner.value != mention.value:
            rejected.append(mention.declined(f"part of a longer one, {winner.rule}"))
    return tuple(sorted(kept, key=lambda m: m.span.start)), tuple(rejected)
