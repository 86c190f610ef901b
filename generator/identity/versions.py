"""The versions of one story as their comparison reads them, and which places of two are the same.

Places are told by what is free of language: who and what a sentence speaks of, its amounts and
dates, its length. A translation keeps the order of its text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.identity.likeness import place_key
from generator.model.calendar import PartialDate
from generator.model.fact import Evidence
from generator.model.ids import EntityId
from generator.model.mention import Mention
from generator.model.names import PersonName, Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.span import Span
from generator.model.story import Claim
from generator.text.transliterate import fold_name

V = TypeVar("V")
Anchor = tuple[str, str]

_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]")
_DRIFT = 0.25
"""By how much of their length two tellings may get out of step."""
_ENOUGH = 1.0
"""Least that two blocks and their neighbours must share to be one place of the story."""
_PLENTY = 2.0
"""Shared so much, they are one place even where their neighbours are not."""
_ONCE = 1.5
"""What something counts that either text says once."""
_NEAR_BY = 1
"""Blocks by which the counterpart of something may be off its place between those aligned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The sentences of an article, or its paragraphs."""

    text: str
    spans: tuple[Span, ...]
    anchors: tuple[set[Anchor], ...]
    """For each, what it speaks of in terms free of language."""

    def at(self, span: Span) -> int | None:
        """The number of the block in which `span` begins."""
        number = bisect_right(self.spans, span.start, key=lambda block: block.start) - 1
        return number if number >= 0 and span.start < self.spans[number].end else None

    def said_once(self) -> dict[Anchor, int]:
        """What only one block of the body speaks of, with the number of the block."""
        found: dict[Anchor, list[int]] = defaultdict(list)
        for number, anchors in enumerate(self.anchors[1:], start=1):
            for anchor in anchors:
                found[anchor].append(number)
        return {anchor: numbers[0] for anchor, numbers in found.items() if len(numbers) == 1}

    def hull(self, numbers: Iterable[int], span: Span) -> Span:
        """From the first of those blocks to the last, `span` among them; numbers may exceed."""
        spans = [span, *(self.spans[n] for n in numbers if 0 <= n < len(self.spans))]
        return Span(min(one.start for one in spans), max(one.end for one in spans))


class Version:
    """A briefing, with what the comparison asks of it."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.text = briefing.article.text
        self.language = briefing.article.language
        self.entities: Mapping[tuple[str, Span], EntityId] = {
            (identity.mention.kind, identity.mention.span): identity.entity
            for identity in briefing.identities
            if identity.judgement == "same"
        }

    def mentions(self, shape: type[V]) -> list[tuple[Mention, V]]:
        """Mentions with a value of that class."""
        return [
            (mention, mention.value)
            for mention in self.briefing.mentions
            if isinstance(mention.value, shape)
        ]

    def claim(self, mention: Mention) -> Claim:
        """What `mention` says."""
        return Claim(
            value=mention.value,
            evidence=Evidence(
                article=self.briefing.article.id,
                span=mention.span,
                quote=mention.span.of(self.text),
                rule=mention.rule,
            ),
        )

    @cached_property
    def sentences(self) -> Blocks:
        return self._blocks(self.briefing.sentences)

    @cached_property
    def paragraphs(self) -> Blocks:
        return self._blocks(self.briefing.article.prose)

    def _blocks(self, spans: tuple[Span, ...]) -> Blocks:
        blocks = Blocks(text=self.text, spans=spans, anchors=tuple(set() for _ in spans))
        for mention in self.briefing.mentions:
            number = blocks.at(mention.span)
            if number is not None:
                blocks.anchors[number].update(self._anchors_of(mention))
        return blocks

    def _anchors_of(self, mention: Mention) -> Iterator[Anchor]:
        value = mention.value
        entity = self.entities.get((mention.kind, mention.span))
        if entity is not None and mention.kind != "place":
            yield "entity", entity
        if mention.kind == "place" and hasattr(value, "name"):
            yield "place", place_key(value.name)
        elif isinstance(value, PersonName):
            yield "surname", bones(value.family or value.written)[:5]
        elif isinstance(value, Quantity):
            yield "amount", f"{value.value.normalize():f} {unit_of(value)}"
            if value.indicator is not None:
                yield "indicator", value.indicator
        elif isinstance(value, PartialDate):
            yield "date", str(value)
        elif isinstance(value, Role) and value.office is not None:
            yield "office", value.office

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words with a capital, whatever they are."""
        return frozenset(m.group() for m in _WORD.finditer(self.text) if m.group()[0].isupper())

    @cached_property
    def capitals_within(self) -> frozenset[str]:
        """Words with a capital that do not only begin sentences, and all of people's names."""
        starts = {m.start() for span in self.sentences.spans if (m := self._first_word(span))}
        within = {
            m.group()
            for m in _WORD.finditer(self.text)
            if m.group()[0].isupper() and m.start() not in starts
        }
        named = (mention.span.of(self.text) for mention, _ in self.mentions(PersonName))
        return frozenset(within.union(*map(_WORD.findall, named)))

    def words_of(self, span: Span) -> frozenset[str]:
        """The words in a part of the text."""
        return frozenset(_WORD.findall(span.of(self.text)))

    def _first_word(self, span: Span) -> re.Match[str] | None:
        return _WORD.search(self.text, span.start, span.end)

    @cached_property
    def holders(self) -> Mapping[tuple[str, str], Mapping[EntityId, tuple[Mention, Span]]]:
        """Office and country to whoever holds it now, with the mention of title and of person."""
        found: dict[tuple[str, str], dict[EntityId, tuple[Mention, Span]]] = defaultdict(dict)
        for mention, holder, span in self._roles():
            role = mention.value
            assert isinstance(role, Role)
            if role.office is not None and role.country is not None and not role.former:
                found[role.office, role.country].setdefault(holder, (mention, span))
        return found

    @cached_property
    def offices(self) -> Mapping[EntityId, Mapping[str, Mention]]:
        """Person to the offices this version gives her, former ones left out."""
        return self._held(lambda role: role.office)

    @cached_property
    def positions(self) -> Mapping[EntityId, Mapping[str, Mention]]:
        """Person to the positions this version gives her, former ones left out."""
        return self._held(lambda role: role.position)

    def _held(
        self, called: Callable[[Role], str | None]
    ) -> Mapping[EntityId, Mapping[str, Mention]]:
        found: dict[EntityId, dict[str, Mention]] = defaultdict(dict)
        for mention, holder, _ in self._roles():
            role = mention.value
            assert isinstance(role, Role)
            name = called(role)
            if name is not None and not role.former:
                found[holder].setdefault(name, mention)
        return found

    def _roles(self) -> Iterator[tuple[Mention, EntityId, Span]]:
        for mention in self.briefing.mentions:
            span = mention.argument("holder")
            if mention.kind != "role" or span is None or not isinstance(mention.value, Role):
                continue
            entity = self.entities.get(("person", span))
            if entity is not None:
                yield mention, entity, span

    @cached_property
    def people(self) -> Mapping[EntityId, Mention]:
        """Person to the mention with her fullest name."""
        found: dict[EntityId, Mention] = {}
        for mention, name in self.mentions(PersonName):
            entity = self.entities.get((mention.kind, mention.span))
            if entity is None:
                continue
            known = found.get(entity)
            if known is None or len(_written(known)) < len(name.written):
                found[entity] = mention
        return found

    @cached_property
    def sightings(self) -> Mapping[EntityId, tuple[int, ...]]:
        """Person to the sentences that name her, in order."""
        found: dict[EntityId, list[int]] = defaultdict(list)
        for mention, _ in self.mentions(PersonName):
            entity = self.entities.get((mention.kind, mention.span))
            number = self.sentences.at(mention.span)
            if entity is not None and number is not None and number not in found[entity]:
                found[entity].append(number)
        return {person: tuple(sorted(numbers)) for person, numbers in found.items()}


def _written(mention: Mention) -> str:
    return mention.value.written if isinstance(mention.value, PersonName) else ""


def unit_of(quantity: Quantity) -> str:
    """The unit; of counts only that it is one, for its words are the language's."""
    return "count" if quantity.kind == "count" else quantity.unit


def bones(name: str) -> str:
    """The consonants of a name, none twice in a row: what no regular spelling changes."""
    folded = fold_name(name).replace(" ", "")
    first = "a" if _VOWEL.match(folded) else folded[:1]
    return re.sub(r"(.)\1+", r"\1", first + _VOWEL.sub("", folded[1:]))


class Places:
    """Which sentences (or paragraphs) of two versions say the same, in the order of both."""

    def __init__(
        self,
        left: Blocks,
        right: Blocks,
        pairs: Sequence[tuple[int, int]],
        reach: Sequence[Collection[int]],
    ) -> None:
        self.left, self.right = left, right
        self.pairs = tuple(pairs)
        self._same = frozenset(pairs)
        self.reach = reach
        """For each block on the left, those on the right that may stand at its place."""

    @staticmethod
    def in_order(left: Blocks, right: Blocks) -> Places:
        """Places of a text and its translation, which keeps the order."""
        beside = _aligned(left, right)
        known = frozenset(beside)
        pairs = [pair for pair in beside if _supported(pair, known, left, right)]
        return Places(left, right, pairs, _reach(beside, len(left.spans)))

    @staticmethod
    def anywhere(left: Blocks, right: Blocks) -> Places:
        """Places of two reports of one event: a block and the one that shares most with it.

        Headlines are left out. What only they say in either text tells more of a place.
        """
        once = left.said_once().keys() & right.said_once().keys()
        shared = {
            (row, column): sum(_ONCE if anchor in once else 1 for anchor in ours & theirs)
            for row, ours in enumerate(left.anchors)
            for column, theirs in enumerate(right.anchors)
            if row and column
        }
        best = {*_best(shared, 0), *_best(shared, 1)}
        pairs = sorted(pair for pair in best if shared[pair] >= _ONCE)
        reach: list[set[int]] = [set() for _ in left.spans]
        for row, column in pairs:
            reach[row].update(range(max(1, column - _NEAR_BY), column + _NEAR_BY + 1))
        return Places(left, right, pairs, reach)

    def same(self, one: Span, other: Span) -> bool:
        """Whether both stand in blocks that say the same."""
        ours, theirs = self.left.at(one), self.right.at(other)
        return ours is not None and theirs is not None and (ours, theirs) in self._same

    def near(self, one: Span, other: Span) -> bool:
        """Whether they stand side by side, if the blocks before and after do."""
        ours, theirs = self.left.at(one), self.right.at(other)
        return ours is not None and theirs is not None and theirs in self.reach[ours]

    def around(self, one: Span, other: Span) -> tuple[Span, Span]:
        """What may stand at the place of `other` on the left, and at that of `one` on the right."""
        ours, theirs = self.left.at(one), self.right.at(other)
        rows = [row for row, reach in enumerate(self.reach) if theirs in reach]
        columns = () if ours is None else self.reach[ours]
        return self.left.hull(rows, one), self.right.hull(columns, other)


def _best(shared: Mapping[tuple[int, int], float], side: int) -> Collection[tuple[int, int]]:
    """For each block of one side the pair that shares most; none where two share as much."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in sorted(shared):
        rivals = found[pair[side]]
        if not rivals or shared[pair] == shared[rivals[0]]:
            rivals.append(pair)
        elif shared[pair] > shared[rivals[0]]:
            rivals[:] = [pair]
    return [rivals[0] for rivals in found.values() if len(rivals) == 1]


def out_of_order(left: Blocks, right: Blocks) -> tuple[int, int]:
    """Of what both say once, how much stands out of order, and how much there is.

    The longest run is the order; a translation keeps it. Headlines, the first blocks, are left out.
    """
    ours, theirs = left.said_once(), right.said_once()
    shared = sorted((ours[anchor], theirs[anchor]) for anchor in ours.keys() & theirs.keys())
    run: list[int] = []
    """The least last column of a run of each length."""
    for _, column in shared:
        place = bisect_right(run, column)
        run[place : place + 1] = [column]
    return len(shared) - len(run), len(shared)


def _reach(pairs: Sequence[tuple[int, int]], rows: int) -> Sequence[range]:
    """For each block on the left, those on the right that may stand at its place."""
    if not pairs:
        return [range(0)] * rows
    found: list[range] = []
    place = 0
    for row in range(rows):
        while place < len(pairs) - 1 and pairs[place][0] < row:
            place += 1
        after = pairs[place]
        before = after if after[0] <= row or place == 0 else pairs[place - 1]
        found.append(range(before[1] - _NEAR_BY, after[1] + _NEAR_BY + 1))
    return found


def _aligned(left: Blocks, right: Blocks) -> tuple[tuple[int, int], ...]:
    """Pairs of blocks in one order that share most, as translations keep the order of a text.

    The usual alignment by dynamic programming: a block that the other version lacks costs a little,
    and length helps where nothing language-free is said. Not every pair need say the same.
    """
    rows, columns = len(left.spans), len(right.spans)
    if not rows or not columns:
        return ()
    ratio = sum(map(len, right.spans)) / max(1, sum(map(len, left.spans)))
    reach = max(3, abs(rows - columns) + 2, round(max(rows, columns) * _DRIFT))
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            score = max(best[row - 1][column], best[row][column - 1])
            if abs(row * columns / rows - column) <= reach:
                pair = _shared(left, row - 1, right, column - 1, ratio)
                score = max(score, best[row - 1][column - 1] + pair)
            best[row][column] = score
    pairs: list[tuple[int, int]] = []
    row, column = rows, columns
    while row and column:
        if best[row][column] == best[row - 1][column]:
            row -= 1
        elif best[row][column] == best[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return tuple(reversed(pairs))


def _shared(left: Blocks, row: int, right: Blocks, column: int, ratio: float) -> float:
    shared = len(left.anchors[row] & right.anchors[column])
    ours, theirs = len(left.spans[row]) * ratio, len(right.spans[column])
    alike = min(ours, theirs) / max(ours, theirs, 1.0)
    return shared + 0.75 * max(0.0, alike - 0.4)


def _supported(
    pair: tuple[int, int], pairs: frozenset[tuple[int, int]], left: Blocks, right: Blocks
) -> bool:
    """Whether what a pair shares, with half of what its neighbours do, is enough to trust it."""
    row, column = pair
    support = float(len(left.anchors[row] & right.anchors[column]))
    beside = 0
    for step in (-2, -1, 1, 2):
        other = (row + step, column + step)
        if other in pairs:
            beside += 1
            support += 0.5 * len(left.anchors[other[0]] & right.anchors[other[1]])
        elif not (0 <= other[0] < len(left.spans) and 0 <= other[1] < len(right.spans)):
            beside += other[0] < 0 > other[1] or (
                other[0] >= len(left.spans) and other[1] >= len(right.spans)
            )
    return support >= _ENOUGH and (support >= _PLENTY or beside >= 2)
