"""Where versions of one story contradict one another.

Only what can be compared across languages is: amounts in one unit, dates, offices by their id,
names. What stands in one version and nowhere in the other is no contradiction; two values are one
only when both stand in the same place of the story and nothing else there could be meant, or when
both say that they are the same measurement. Of two reports that are no translations of one another
less is believed: each has figures of its own. A name is another name where its given name and its
place agree and no habit of spelling leads from one surname to the other, nor to any word of the
other text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from itertools import combinations, product
from operator import ne
from pathlib import Path
from typing import TypeVar

from generator.identity.comparison import same_word, sound_apart, words_apart
from generator.identity.likeness import place_key
from generator.model.calendar import PartialDate
from generator.model.fact import Evidence
from generator.model.ids import ArticleId, EntityId, LanguageCode
from generator.model.mention import Mention
from generator.model.names import PersonName, Role
from generator.model.notice import Notice
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.span import Span
from generator.model.story import Claim, Disagreement, DisagreementKind, Story
from generator.tables import load_toml
from generator.text.transliterate import fold_name

V = TypeVar("V")
Anchor = tuple[str, str]

_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")
_VOWEL = re.compile("[aeiouy]")
_DRIFT = 0.25
"""By how much of their length two tellings may get out of step."""
_ENOUGH = 1.0
"""Least that two blocks and their neighbours must share to be one place of the story."""
_PLENTY = 2.0
"""Shared so much, they are one place even where their neighbours are not."""
_THING, _SCALES = "thing", "scales"
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = 4
"""Letters a case may add to a name."""
_ROUNDED = Decimal(3)
"""Degrees by which a temperature given in round numbers is off."""
_MOST = 0.4
"""Part of their blocks that a text and its translation have in common at least."""
_OWN = 0.34
"""Part of its numbers and dates that one of them has for itself at most."""
_LONG_NUMBER = 3
"""Digits from which on two numbers that differ in one are no chance."""
_NEAR_BY = 1
"""Blocks by which the counterpart of something may be off its place between those aligned."""
_ORDER: Mapping[DisagreementKind, int] = {"figure": 0, "date": 1, "name": 2, "title": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """`surnames.toml`."""

    regular_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is counted where it is no thing: years, miles, people."""

    words: Mapping[LanguageCode, tuple[str, ...]]
    scales: bool = False
    """Whether two numbers of it may be one measurement on two scales."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """`units.toml`."""

    units: tuple[Unit, ...]


def disagreements(versions: Sequence[Briefing]) -> tuple[Disagreement, ...]:
    """Every point on which these versions of one story contradict one another."""
    told = [_Version(briefing) for briefing in versions]
    points: list[tuple[DisagreementKind, EntityId | None, dict[ArticleId, Claim]]] = []
    for left, right in combinations(told, 2):
        for kind, subject, one, other in _contradictions(left, right):
            _file(points, kind, subject, (one, other))
    order = {briefing.article.id: place for place, briefing in enumerate(versions)}
    found = [
        Disagreement(
            kind=kind,
            subject=subject,
            claims=tuple(claims[article] for article in sorted(claims, key=order.__getitem__)),
        )
        for kind, subject, claims in points
    ]
    return tuple(
        sorted(
            found,
            key=lambda point: (
                _ORDER[point.kind],
                order[point.claims[0].evidence.article],
                point.claims[0].evidence.span,
            ),
        )
    )


def notices(stories: Iterable[Story], briefings: Iterable[Briefing]) -> tuple[Notice, ...]:
    """A warning for each disagreement, at the version that stands alone or was written last."""
    articles = {briefing.article.id: briefing.article for briefing in briefings}
    return tuple(
        Notice(
            code="versions-disagree",
            severity="warning",
            problem=f"Versions of one story disagree on a {point.kind}: "
            + "; ".join(
                f"{articles[claim.evidence.article].source.path} says “{claim.evidence.quote}” "
                f"(characters {claim.evidence.span.start}–{claim.evidence.span.end})"
                for claim in point.claims
            )
            + ".",
            path=articles[odd.evidence.article].source.path,
            span=odd.evidence.span,
            hint="Compare them with the source and mend the one that is wrong.",
        )
        for story in stories
        for point in story.disagreements
        for odd in (_odd_one(point),)
    )


def _odd_one(point: Disagreement) -> Claim:
    """The claim that fewest versions share; of equals the last."""
    said = [_essence(claim.value) for claim in point.claims]
    return min(enumerate(point.claims), key=lambda item: (said.count(said[item[0]]), -item[0]))[1]


def _essence(value: object) -> Hashable:
    if isinstance(value, Quantity):
        return value.value
    if isinstance(value, Role):
        return value.office
    if isinstance(value, PersonName):
        return _bones(value.family or value.written)
    return str(value)


def _file(
    points: list[tuple[DisagreementKind, EntityId | None, dict[ArticleId, Claim]]],
    kind: DisagreementKind,
    subject: EntityId | None,
    claims: tuple[Claim, Claim],
) -> None:
    """Join a contradiction of two versions to the one that a third already has on that point."""
    for known, about, held in points:
        if known != kind or about != subject:
            continue
        told = [held.get(claim.evidence.article) for claim in claims]
        fresh = [claim for claim, one in zip(claims, told, strict=True) if one is None]
        agree = all(
            one is None or _essence(one.value) == _essence(claim.value)
            for claim, one in zip(claims, told, strict=True)
        )
        if agree and len(fresh) < len(claims):
            held.update((claim.evidence.article, claim) for claim in fresh)
            return
    points.append((kind, subject, {claim.evidence.article: claim for claim in claims}))


# -- one version --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Blocks:
    """The sentences of an article, or its paragraphs."""

    text: str
    spans: tuple[Span, ...]
    anchors: tuple[set[Anchor], ...]
    """For each, what it speaks of in terms free of language."""

    def at(self, span: Span) -> int | None:
        """The number of the block in which `span` begins."""
        number = bisect_right(self.spans, span.start, key=lambda block: block.start) - 1
        return number if number >= 0 and span.start < self.spans[number].end else None


class _Version:
    """A briefing, with what the comparison asks of it."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.text = briefing.article.text
        self.entities = {
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

    def claim(self, mention: Mention, span: Span | None = None) -> Claim:
        """What `mention` says, at `span` if that is not its own."""
        place = span or mention.span
        return Claim(
            value=mention.value,
            evidence=Evidence(
                article=self.briefing.article.id,
                span=place,
                quote=place.of(self.text),
                rule=mention.rule,
            ),
        )

    @cached_property
    def sentences(self) -> _Blocks:
        return self._blocks(self.briefing.sentences)

    @cached_property
    def paragraphs(self) -> _Blocks:
        return self._blocks(self.briefing.article.prose)

    def _blocks(self, spans: tuple[Span, ...]) -> _Blocks:
        blocks = _Blocks(text=self.text, spans=spans, anchors=tuple(set() for _ in spans))
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
            yield "surname", _bones(value.family or value.written)[:5]
        elif isinstance(value, Quantity):
            yield "amount", f"{value.value.normalize():f} {_unit(value)}"
            if value.indicator is not None:
                yield "indicator", value.indicator
        elif isinstance(value, PartialDate):
            yield "date", str(value)
        elif isinstance(value, Role) and value.office is not None:
            yield "office", value.office

    def speaks_of(self, surname: str, language: LanguageCode) -> bool:
        """Whether the text has a word that may be `surname` in some case, read as a name or not."""
        words = {word for word in _WORD.findall(self.text) if word[0].isupper()}
        return any(
            not words_apart(surname, language, word[:size], self.briefing.article.language)
            for word in words
            for size in range(max(2, len(word) - _ENDING), len(word) + 1)
        )

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
        found: dict[EntityId, dict[str, Mention]] = defaultdict(dict)
        for mention, holder, _ in self._roles():
            role = mention.value
            assert isinstance(role, Role)
            if role.office is not None and not role.former:
                found[holder].setdefault(role.office, mention)
        return found

    def _roles(self) -> Iterator[tuple[Mention, EntityId, Span]]:
        for mention in self.briefing.mentions:
            span = mention.argument("holder")
            if mention.kind != "role" or span is None or not isinstance(mention.value, Role):
                continue
            for (kind, place), entity in self.entities.items():
                if kind == "person" and place == span:
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


def _written(mention: Mention) -> str:
    return mention.value.written if isinstance(mention.value, PersonName) else ""


def _unit(quantity: Quantity) -> str:
    """The unit; of counts only that it is one, for its words are the language's."""
    return "count" if quantity.kind == "count" else quantity.unit


def _counted(quantity: Quantity, language: LanguageCode) -> str | None:
    """What a count counts: a unit by its first word, `thing`, or `None` where nothing is named."""
    words = quantity.unit.lower().split()
    if not words:
        return None
    # `3 рабочих дня`: the noun is the last word
    known = _units()
    return known.get((language, " ".join(words))) or known.get((language, words[-1]), _THING)


@cache
def _units() -> Mapping[tuple[LanguageCode, str], str]:
    table = load_toml(Path(__file__).with_name("units.toml"), Units)
    return {
        (language, word): _SCALES if unit.scales else next(iter(unit.words.values()))[0]
        for unit in table.units
        for language, words in unit.words.items()
        for word in words
    }


# -- two versions -------------------------------------------------------------------------------


Found = Iterator[tuple[DisagreementKind, EntityId | None, Claim, Claim]]


def _side_by_side(left: _Version, right: _Version, places: _Places) -> bool:
    """Whether one text is the other sentence by sentence, and not a second report of the event.

    Most sentences then say what one of the other does, and most numbers are the same.
    """
    most = max(len(places.left.spans), len(places.right.spans))
    return (
        len(places.pairs) >= _MOST * most
        and _tells_little_else(left, right)
        and _tells_little_else(right, left)
    )


def _tells_little_else(version: _Version, other: _Version) -> bool:
    """Whether nearly all numbers and dates of `version` stand in `other`."""
    alone = [*_orphans(version, Quantity, other), *_orphans(version, PartialDate, other)]
    told = len(version.mentions(Quantity)) + len(version.mentions(PartialDate))
    return sum(_in_digits(one, version) for one in alone) <= max(1, _OWN * told)


def _contradictions(left: _Version, right: _Version) -> Found:
    places = _Places(left.sentences, right.sentences)
    translated = _side_by_side(left, right, places)
    for one, other in _figures(left, right, places, translated=translated):
        yield "figure", None, left.claim(one), right.claim(other)
    for one, other in _dates(left, right, places, translated=translated):
        yield "date", None, left.claim(one), right.claim(other)
    named: set[EntityId] = set()
    for ours, theirs in _names(left, right, places):
        named |= {ours, theirs}
        yield "name", None, left.claim(left.people[ours]), right.claim(right.people[theirs])
    for person in sorted(left.offices.keys() & right.offices.keys()):
        mine, yours = left.offices[person], right.offices[person]
        if person not in named and not any(_compatible(a, b) for a in mine for b in yours):
            for one, other in product(mine.values(), yours.values()):
                if places.same(one.span, other.span):
                    yield "title", person, left.claim(one), right.claim(other)
                    break


class _Places:
    """Which sentences (or paragraphs) of two versions say the same, in the order of both."""

    def __init__(self, left: _Blocks, right: _Blocks) -> None:
        self.left, self.right = left, right
        beside = _aligned(left, right)
        known = frozenset(beside)
        self.pairs = tuple(pair for pair in beside if _supported(pair, known, left, right))
        self._same = frozenset(self.pairs)
        self._reach = _reach(beside, len(left.spans))

    def same(self, one: Span, other: Span) -> bool:
        """Whether both stand in blocks that say the same."""
        ours, theirs = self.left.at(one), self.right.at(other)
        return ours is not None and theirs is not None and (ours, theirs) in self._same

    def near(self, one: Span, other: Span) -> bool:
        """Whether they stand side by side, if the blocks before and after do."""
        ours, theirs = self.left.at(one), self.right.at(other)
        return ours is not None and theirs is not None and theirs in self._reach[ours]


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


def _aligned(left: _Blocks, right: _Blocks) -> tuple[tuple[int, int], ...]:
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


def _shared(left: _Blocks, row: int, right: _Blocks, column: int, ratio: float) -> float:
    shared = len(left.anchors[row] & right.anchors[column])
    ours, theirs = len(left.spans[row]) * ratio, len(right.spans[column])
    alike = min(ours, theirs) / max(ours, theirs, 1.0)
    return shared + 0.75 * max(0.0, alike - 0.4)


def _supported(
    pair: tuple[int, int], pairs: frozenset[tuple[int, int]], left: _Blocks, right: _Blocks
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


def _figures(
    left: _Version, right: _Version, places: _Places, *, translated: bool
) -> Iterator[tuple[Mention, Mention]]:
    found = list(_apart(left, right, Quantity, places))
    # A paragraph is the same where a sentence became two; counts are too many for so wide a place.
    wide = _Places(left.paragraphs, right.paragraphs)
    found += [pair for pair in _apart(left, right, Quantity, wide) if _key(pair[0])[0] != "count"]
    found += _in_turn(left, right)
    found += _nowhere_else(left, right, Quantity, places, translated=translated)
    seen: set[Mention] = set()
    for one, other in found:
        if _key(one)[0] == "count" and not translated and not _slip(one, left, other, right):
            continue  # two reporters have counted different things
        if one not in seen and other not in seen and _exclude_each_other(one.value, other.value):
            seen |= {one, other}
            yield one, other


def _dates(
    left: _Version, right: _Version, places: _Places, *, translated: bool
) -> Iterator[tuple[Mention, Mention]]:
    found = list(_apart(left, right, PartialDate, places))
    found += _nowhere_else(left, right, PartialDate, places, translated=translated)
    seen: set[Mention] = set()
    for one, other in found:
        if one not in seen and other not in seen:
            seen |= {one, other}
            yield one, other


def _in_turn(left: _Version, right: _Version) -> Iterator[tuple[Mention, Mention]]:
    """The one pair that differs where both versions list amounts of one unit in one order."""
    for key in sorted({_key(mention) for mention, _ in left.mentions(Quantity)}):
        mine, yours = _sequence(left, key), _sequence(right, key)
        if key[0] == "count" or len(mine) != len(yours):
            continue
        apart = [
            pair
            for pair in zip(mine, yours, strict=True)
            if not _agree(pair[0], left, pair[1], right)
        ]
        if len(apart) == 1 < len(mine):
            ((one, other),) = apart
            if (
                _is_loose(one, left, yours, right)
                and _is_loose(other, right, mine, left)
                and _comparable(one, left, other, right)
            ):
                yield one, other


def _sequence(version: _Version, key: tuple[str, ...]) -> list[Mention]:
    """Amounts of that unit in order of the text, each value once."""
    found: dict[Decimal, Mention] = {}
    for mention, quantity in version.mentions(Quantity):
        if _key(mention) == key:
            found.setdefault(quantity.value, mention)
    return list(found.values())


def _apart(
    left: _Version, right: _Version, shape: type[Quantity | PartialDate], places: _Places
) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of one kind in one place that differ, and that nothing else there could be meant by."""
    ours = _by_block(left, shape, places.left)
    theirs = _by_block(right, shape, places.right)
    for row, column in places.pairs:
        mine = _loose(ours[row], left, _around(theirs, column), right)
        yours = _loose(theirs[column], right, _around(ours, row), left)
        beside, there = places.left.spans[row], places.right.spans[column]
        yield from _counterparts(
            [one for one in mine if not _unread(one, left, there, yours, right)],
            left,
            [one for one in yours if not _unread(one, right, beside, mine, left)],
            right,
        )


def _nowhere_else(
    left: _Version,
    right: _Version,
    shape: type[Quantity | PartialDate],
    places: _Places,
    *,
    translated: bool,
) -> Iterator[tuple[Mention, Mention]]:
    """What one version says and the other does not anywhere, where the texts run side by side.

    Two reporters have each their own figures: unless one text is the other sentence by sentence,
    only a long number with one digit otherwise is the same.
    """
    mine, yours = _orphans(left, shape, right), _orphans(right, shape, left)
    beside = [[other for other in yours if places.near(one.span, other.span)] for one in mine]
    for one, near in zip(mine, beside, strict=True):
        rivals = [rival for rival, others in zip(mine, beside, strict=True) if {*others} & {*near}]
        for first, second in _counterparts(rivals, left, near, right):
            if first is one and (
                translated or _slip(first, left, second, right, digits=_LONG_NUMBER)
            ):
                yield first, second


def _orphans(
    version: _Version, shape: type[Quantity | PartialDate], other: _Version
) -> list[Mention]:
    """Values of `version` that nothing `other` says agrees with, nor the digits of its text."""
    every = [mention for mention, _ in other.mentions(shape)]
    whole = [Span(0, len(other.text))]
    return [
        mention
        for mention, _ in version.mentions(shape)
        if version.sentences.at(mention.span) is not None
        and not any(_agree(mention, version, one, other) for one in every)
        and not any(_unread(mention, version, place, every, other) for place in whole)
    ]


def _counterparts(
    mine: Sequence[Mention], here: _Version, yours: Sequence[Mention], there: _Version
) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of values of one kind that only each other can be meant by.

    Where there are several, the two that are one digit apart, as slips are.
    """
    pairs = [
        (one, other) for one in mine for other in yours if _comparable(one, here, other, there)
    ]
    slips = [(one, other) for one, other in pairs if _slip(one, here, other, there)]
    for one, other in pairs:
        for chosen in (pairs, slips):
            if (one, other) in chosen and all(
                (_same_value(a, one)) == (_same_value(b, other)) for a, b in chosen
            ):
                yield one, other
                break


def _same_value(one: Mention, other: Mention) -> bool:
    return one.value == other.value


def _slip(
    one: Mention, here: _Version, other: Mention, there: _Version, *, digits: int = 2
) -> bool:
    """Whether two numbers of at least so many digits differ in one of them."""
    mine = _NUMBER.findall(one.span.of(here.text))
    yours = _NUMBER.findall(other.span.of(there.text))
    if len(mine) != 1 or len(yours) != 1 or len(mine[0]) != len(yours[0]):
        return False
    return len(mine[0]) >= digits and sum(map(ne, mine[0], yours[0])) == 1


def _comparable(one: Mention, here: _Version, other: Mention, there: _Version) -> bool:
    """Whether both may be of one measurement, and one at least is written in digits."""
    if _key(one) != _key(other):
        return False
    mine, yours = one.value, other.value
    if not (isinstance(mine, Quantity) and isinstance(yours, Quantity)):
        return True
    if not (_in_digits(one, here) or _in_digits(other, there)):
        return False
    if mine.kind != "count":
        return True
    counted = (
        _counted(mine, here.briefing.article.language),
        _counted(yours, there.briefing.article.language),
    )
    if counted == (_SCALES, _SCALES):
        return not _other_scale(mine.value, yours.value)
    return None in counted or counted[0] == counted[1]


def _other_scale(one: Decimal, other: Decimal) -> bool:
    """Whether one number of degrees may be the other in Fahrenheit, as rounded."""
    return any(
        abs((warm - 32) * 5 / 9 - cold) <= _ROUNDED for warm, cold in ((one, other), (other, one))
    )


def _in_digits(mention: Mention, version: _Version) -> bool:
    return _NUMBER.search(mention.span.of(version.text)) is not None


def _by_block(
    version: _Version, shape: type[Quantity | PartialDate], blocks: _Blocks
) -> Sequence[Sequence[Mention]]:
    found: list[list[Mention]] = [[] for _ in blocks.spans]
    for mention, _ in version.mentions(shape):
        number = blocks.at(mention.span)
        if number is not None:
            found[number].append(mention)
    return found


def _around(blocks: Sequence[Sequence[Mention]], number: int) -> Sequence[Mention]:
    """What stands in a block and in its neighbours: a translator may move the border."""
    return [mention for block in blocks[max(0, number - 1) : number + 2] for mention in block]


def _loose(
    mentions: Sequence[Mention], here: _Version, others: Sequence[Mention], there: _Version
) -> list[Mention]:
    """Values that the other version does not have there."""
    return [mention for mention in mentions if _is_loose(mention, here, others, there)]


def _is_loose(mention: Mention, here: _Version, others: Sequence[Mention], there: _Version) -> bool:
    return not any(_agree(mention, here, other, there) for other in others)


def _agree(one: Mention, here: _Version, other: Mention, there: _Version) -> bool:
    """Whether both values may be right."""
    mine, yours = one.value, other.value
    if isinstance(mine, Quantity) and isinstance(yours, Quantity):
        return _unit(mine) == _unit(yours) and _rounded_alike(mine, yours)
    if isinstance(mine, PartialDate) and isinstance(yours, PartialDate):
        if mine == yours:
            return True
        # a year that a text leaves out was reckoned from the day of publication
        dated = _YEAR.search(one.span.of(here.text)) and _YEAR.search(other.span.of(there.text))
        return not dated and mine.month is not None and _day(mine) == _day(yours)
    return False


def _day(date: PartialDate) -> tuple[int | None, int | None]:
    return date.month, date.day


def _unread(
    one: Mention, here: _Version, place: Span, read: Iterable[Mention], there: _Version
) -> bool:
    """Whether the digits of `one` stand in that place of the other text, though unread there."""
    digits = _digits(one.span.of(here.text))
    if not digits or (isinstance(one.value, PartialDate) and one.value.month is not None):
        return False
    told = set(_digits(place.of(there.text)))
    for mention in read:  # 36 million and 36 billion
        if _key(mention) == _key(one):
            told -= _digits(mention.span.of(there.text))
    return digits <= told


def _digits(text: str) -> frozenset[str]:
    """Numbers as runs of digits, whatever separates thousands and decimals."""
    return frozenset(re.sub(r"\D", "", number) for number in _NUMBER.findall(text))


def _key(mention: Mention) -> tuple[str, ...]:
    """What values must share to be compared: kind and unit, or which parts of a date are known."""
    value = mention.value
    if isinstance(value, Quantity):
        return value.kind, _unit(value)
    if isinstance(value, PartialDate):
        known = (value.year, value.month, value.day)
        return tuple(str(part is not None) for part in known)
    return ()


def _exclude_each_other(one: object, other: object) -> bool:
    """Whether both amounts are of one measurement and cannot both be right."""
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return False
    if one.role and other.role and one.role != other.role:
        return False
    if one.indicator and other.indicator and one.indicator != other.indicator:
        return False
    return not (one.of and other.of and not {*one.of} & {*other.of})


def _rounded_alike(one: Quantity, other: Quantity) -> bool:
    """Whether the amounts are equal, or one is the other with fewer digits: 36.4 and 36.

    One digit is enough where the text says that it rounds: `about 500` is 507, bare 500 is not.
    """
    if one.value == other.value:
        return True
    fine, coarse = sorted((one, other), key=lambda amount: -_length(amount.value))
    kept = _length(coarse.value)
    if kept == _length(fine.value) or not (kept > 1 or coarse.approximate or coarse.bound):
        return False
    exponent = coarse.value.normalize().as_tuple().exponent
    if not isinstance(exponent, int):
        return False
    return abs(fine.value - coarse.value) <= Decimal(5).scaleb(exponent - 1)


def _length(value: Decimal) -> int:
    """Significant digits."""
    return len(value.normalize().as_tuple().digits)


# -- names and titles -----------------------------------------------------------------------------


def _names(left: _Version, right: _Version, places: _Places) -> Iterator[tuple[EntityId, EntityId]]:
    """Two people who must be one: the same office, or the same given name in the same place.

    One whom the site knows for one person may still be misspelled in a version.
    """
    found = {(person, person) for person in left.people.keys() & right.people.keys()}
    for key in sorted(left.holders.keys() & right.holders.keys()):
        ours, theirs = left.holders[key], right.holders[key]
        if len(ours) == len(theirs) == 1:
            found.add((next(iter(ours)), next(iter(theirs))))
    for one, mine in left.people.items():
        for other, yours in right.people.items():
            if places.near(mine.span, yours.span) and _one_given_name(mine, left, yours, right):
                found.add((one, other))
    for one, other in sorted(found):
        if one != other and (one in right.people or other in left.people):
            continue  # the one named here is named there as well
        if _surely_different(left, one, right, other):
            yield one, other


def _one_given_name(one: Mention, here: _Version, other: Mention, there: _Version) -> bool:
    if not (isinstance(one.value, PersonName) and isinstance(other.value, PersonName)):
        return False
    mine, yours = one.value.given, other.value.given
    if not mine or not yours or min(len(mine), len(yours)) <= 2:
        return False
    languages = here.briefing.article.language, there.briefing.article.language
    return _bones(mine) == _bones(yours) or same_word(mine, languages[0], yours, languages[1])


def _surely_different(left: _Version, one: EntityId, right: _Version, other: EntityId) -> bool:
    """Whether no spelling can make one person of the two, nor of one and anybody else there."""
    languages = left.briefing.article.language, right.briefing.article.language
    mine, yours = _surname(left.people.get(one)), _surname(right.people.get(other))
    if mine is None or yours is None or _bones(mine) == _bones(yours):
        return False
    if languages[0] != languages[1] and not (_regular(mine) and _regular(yours)):
        return (
            one != other
            and sound_apart(mine, languages[0], yours, languages[1])
            and not right.speaks_of(mine, languages[0])
            and not left.speaks_of(yours, languages[1])
        )
    elsewhere = {_bones(name) for name in map(_surname, right.people.values()) if name}
    here = {_bones(name) for name in map(_surname, left.people.values()) if name}
    return _bones(mine) not in elsewhere and _bones(yours) not in here


def _surname(mention: Mention | None) -> str | None:
    if mention is None or not isinstance(mention.value, PersonName):
        return None
    return mention.value.family


def _bones(name: str) -> str:
    """The consonants of a name, none twice in a row: what no regular spelling changes."""
    folded = fold_name(name).replace(" ", "")
    first = "a" if _VOWEL.match(folded) else folded[:1]
    return re.sub(r"(.)\1+", r"\1", first + _VOWEL.sub("", folded[1:]))


def _regular(surname: str) -> bool:
    return fold_name(surname).replace(" ", "").endswith(_surnames().regular_endings)


@cache
def _surnames() -> Surnames:
    return load_toml(Path(__file__).with_name("surnames.toml"), Surnames)


def _compatible(one: str, other: str) -> bool:
    """Whether one person may be called both in two tellings: `minister`, `foreign-minister`."""
    short, long = sorted((one, other), key=len)
    return short == long or (long.endswith(f"-{short}") and long != f"deputy-{short}")
