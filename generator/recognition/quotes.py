"""Stretches of text between quotation marks.

News text is careless with its marks: `"… «X» …«, — деди`, one closing mark where two were due, a
mark that opens where one should close. So the characters around a mark say first whether it opens
or closes, and its shape only where they do not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.model.span import Span

_BEFORE_OPENING = frozenset("([{-–—/:;,")
_AFTER_CLOSING = frozenset(".,;:!?…)]}-–—/")
_SINGLE = frozenset("'‘’")
_LONGEST_SPEECH = 8
"""Paragraphs after the first one in which a quotation may still be closed."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between an outermost pair of marks."""

    start: int
    """The opening mark."""
    end: int
    """After the closing mark; the paragraph's end where the next paragraph opens anew."""
    inner: Span
    """Without the marks and without white space at either end."""


@dataclass(frozen=True, slots=True)
class _Mark:
    place: int
    opens: bool
    single: bool


@dataclass(frozen=True, slots=True)
class _Matched:
    pairs: tuple[tuple[int, int], ...]
    """Outermost ones."""
    closings: tuple[int, ...]
    """All closing marks, of inner pairs too."""
    open_left: int | None
    """The outermost opening mark that nothing closes."""
    close_left: int | None
    """The first closing mark that closes nothing."""


class QuoteFinder:
    """Finds quoted stretches; made once from a language's pairs of marks."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        openers = {pair[0] for pair in pairs}
        closers = {pair[1] for pair in pairs}
        self._only_open = openers - closers
        self._only_close = closers - openers
        self._all = openers | closers
        self._pattern = re.compile("[" + re.escape("".join(sorted(self._all))) + "]")

    def find(self, text: str, paragraphs: Collection[Span]) -> tuple[Quoted, ...]:
        """Outermost quoted stretches of `text`, in order, not overlapping."""
        if self._pattern.search(text) is None:
            return ()
        blocks = list(paragraphs)
        matched = [self._match(text, block) for block in blocks]
        found: list[Quoted] = []
        done = -1  # end of the last stretch taken
        for number, (block, marks) in enumerate(zip(blocks, matched, strict=True)):
            pairs = list(marks.pairs)
            if marks.close_left is not None and pairs and marks.close_left > done:
                # «X» begins the speech and the mark that opened the speech itself is missing
                first = pairs[0][0]
                if not text[block.start : first].strip() and _dash_follows(
                    text, marks.close_left + 1, block.end
                ):
                    pairs = [(first, marks.close_left)] + [
                        pair for pair in pairs if pair[0] > marks.close_left
                    ]
            if marks.open_left is not None and marks.open_left > done:
                pairs.extend(self._close(text, blocks, matched, number))
            for opened, closed in sorted(pairs):
                if opened > done:
                    done = closed
                    quoted = _quoted(text, opened, closed)
                    if quoted is not None:
                        found.append(quoted)
        return tuple(found)

    def _close(
        self, text: str, blocks: list[Span], matched: list[_Matched], number: int
    ) -> list[tuple[int, int]]:
        """Where the opening mark left over in paragraph `number` is closed after all."""
        block, marks = blocks[number], matched[number]
        opened = marks.open_left
        assert opened is not None
        for closing in marks.closings:  # one mark closes the inner and the outer pair
            if closing > opened and _dash_follows(text, closing + 1, block.end):
                return [(opened, closing)]
        if marks.closings and marks.closings[-1] > opened:
            closing = marks.closings[-1]
            if not text[closing + 1 : block.end].strip(" .,!?…"):
                return [(opened, closing)]
        for later in range(number + 1, min(number + 1 + _LONGEST_SPEECH, len(blocks))):
            next_block, next_marks = blocks[later], matched[later]
            first = next_marks.pairs[0][0] if next_marks.pairs else next_marks.open_left
            if first is not None and not text[next_block.start : first].strip():
                return [(opened, block.end)]  # the next paragraph opens its own mark
            if next_marks.close_left is not None:
                return [(opened, next_marks.close_left)]
            if next_marks.open_left is not None:
                break
        lost = _LOST.search(text, opened, block.end)
        return [] if lost is None or marks.closings else [(opened, lost.start() + 1)]

    def _match(self, text: str, block: Span) -> _Matched:
        stack: list[_Mark] = []
        pairs: list[tuple[int, int]] = []
        closings: list[int] = []
        close_left: int | None = None
        for mark in self._marks(text, block):
            if mark.opens:
                stack.append(mark)
                continue
            while stack and stack[-1].single and not mark.single:
                stack.pop()  # an apostrophe after all
            if mark.single and not (stack and stack[-1].single):
                continue
            if stack:
                opened = stack.pop()
                closings.append(mark.place)
                pairs.append((opened.place, mark.place))
            elif close_left is None:
                close_left = mark.place
        left = [mark.place for mark in stack if not mark.single]
        outer: list[tuple[int, int]] = []
        for opened_at, closed_at in sorted(pairs):
            if not outer or opened_at > outer[-1][1]:
                outer.append((opened_at, closed_at))
        open_left = min(left) if left else None
        if open_left is not None:
            outer = [pair for pair in outer if pair[1] < open_left] + [
                pair for pair in outer if pair[0] > open_left
            ]
        return _Matched(tuple(outer), tuple(closings), open_left, close_left)

    def _marks(self, text: str, block: Span) -> list[_Mark]:
        found: list[_Mark] = []
        depth = 0
        for match in self._pattern.finditer(text, block.start, block.end):
            place = match.start()
            mark = match.group()
            before = text[place - 1] if place > block.start else " "
            after = text[place + 1] if place + 1 < block.end else " "
            single = mark in _SINGLE
            if single and before.isalnum() and after.isalnum():
                continue  # an apostrophe
            after_opening = bool(found) and found[-1].place == place - 1 and found[-1].opens
            stray = mark in self._only_close and after in _AFTER_CLOSING  # a space before it
            may_open = (before.isspace() or before in _BEFORE_OPENING or after_opening) and not (
                after.isspace() or stray
            )
            may_close = (
                not before.isspace()
                and not after_opening
                and (after.isspace() or after in _AFTER_CLOSING or after in self._all)
            )
            if may_open == may_close:
                opens = mark in self._only_open or (mark not in self._only_close and depth == 0)
            else:
                opens = may_open
            if single and opens and mark == "’":
                continue
            depth = depth + 1 if opens else max(0, depth - 1)
            found.append(_Mark(place, opens, single))
        return found


def _quoted(text: str, opened: int, closed: int) -> Quoted | None:
    start, end = opened + 1, closed
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    after = closed + 1 if closed < len(text) and not text[closed].isspace() else closed
    return Quoted(opened, after, Span(start, end))


_LOST = re.compile(r"[.,!?…](?:\d|(?=\s))\s*[-–—]\s*(?=[^\W\d_])")
"""Where the writer says who spoke, the closing mark being forgotten or typed as a digit."""
_DASH = re.compile(r"[\s,.!?…]*[-–—]")


def _dash_follows(text: str, start: int, end: int) -> bool:
    return _DASH.match(text, start, end) is not None
