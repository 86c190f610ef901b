"""Where versions of one story contradict one another.

Only what can be compared across languages is: amounts in one unit, dates with their numbers
written, offices by their id, surnames of a kind that every script spells alike. What stands in one
version and nowhere in the other is no contradiction; two values are one only when both stand in the
same place of the story, or when both say that they are the same measurement.
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
from pathlib import Path
from typing import TypeVar

from generator.identity.likeness import place_key
from generator.model.calendar import PartialDate
from generator.model.fact import Evidence
from generator.model.ids import ArticleId, EntityId
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
_FACTORS = tuple(
    map(
        Decimal, ("0.3048", "1.6093", "0.4536", "0.4047", "2.59", "2.54", "28.35", "3.785", "4.546")
    )
)
_ORDER: Mapping[DisagreementKind, int] = {"figure": 0, "date": 1, "name": 2, "title": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """`surnames.toml`."""

    regular_endings: tuple[str, ...]


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
        """Mentions with a value of that class; in the body, if anything is said there."""
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


# -- two versions -------------------------------------------------------------------------------


Found = Iterator[tuple[DisagreementKind, EntityId | None, Claim, Claim]]


def _contradictions(left: _Version, right: _Version) -> Found:
    places = _Places(left.sentences, right.sentences)
    for one, other in _figures(left, right, places):
        yield "figure", None, left.claim(one), right.claim(other)
    for one, other in _dates(left, right, places):
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
        self.pairs = _aligned(left, right)

    def same(self, one: Span, other: Span) -> bool:
        """Whether both stand in blocks that say the same."""
        ours, theirs = self.left.at(one), self.right.at(other)
        return ours is not None and theirs is not None and (ours, theirs) in self.pairs


def _aligned(left: _Blocks, right: _Blocks) -> tuple[tuple[int, int], ...]:
    """Pairs of blocks in one order that share most, as translations keep the order of a text.

    The usual alignment by dynamic programming: a block that the other version lacks costs a little,
    and length helps where nothing language-free is said. A pair counts if it, or the pairs beside
    it, share enough.
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
    found = frozenset(pairs)
    return tuple(pair for pair in sorted(found) if _supported(pair, found, left, right))


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


def _figures(left: _Version, right: _Version, places: _Places) -> Iterator[tuple[Mention, Mention]]:
    found = list(_apart(left, right, Quantity, places))
    # A paragraph is the same where a sentence became two; counts are too many for so wide a place.
    wide = _Places(left.paragraphs, right.paragraphs)
    found += [pair for pair in _apart(left, right, Quantity, wide) if _key(pair[0])[0] != "count"]
    found += _in_turn(left, right)
    seen: set[Mention] = set()
    for one, other in found:
        if one not in seen and other not in seen and _exclude_each_other(one.value, other.value):
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
            if _is_loose(one, left, yours, right) and _is_loose(other, right, mine, left):
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
    """Pairs of one kind in one place that differ, each the only such one of its kind there."""
    ours = _by_block(left, shape, places.left)
    theirs = _by_block(right, shape, places.right)
    for row, column in places.pairs:
        mine = _loose(ours[row], left, _around(theirs, column), right)
        yours = _loose(theirs[column], right, _around(ours, row), left)
        for key in sorted(mine.keys() & yours.keys()):
            if len({one.value for one in mine[key]}) == 1 == len({o.value for o in yours[key]}):
                one, other = mine[key][0], yours[key][0]
                if not (
                    _stands_there(one, places.left, other, places.right)
                    or _stands_there(other, places.right, one, places.left)
                ):
                    yield one, other


def _dates(left: _Version, right: _Version, places: _Places) -> Iterator[tuple[Mention, Mention]]:
    yield from _apart(left, right, PartialDate, places)


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
) -> Mapping[tuple[str, ...], Sequence[Mention]]:
    """Values written in digits that the other version does not have there, by kind and unit."""
    found: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if _is_loose(mention, here, others, there):
            found[_key(mention)].append(mention)
    return found


def _is_loose(mention: Mention, here: _Version, others: Sequence[Mention], there: _Version) -> bool:
    return _NUMBER.search(mention.span.of(here.text)) is not None and not any(
        _agree(mention, here, other, there) for other in others
    )


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


def _stands_there(one: Mention, here: _Blocks, other: Mention, there: _Blocks) -> bool:
    """Whether the digits of `one` stand beside `other`, though nobody read them there."""
    digits = _digits(one.span.of(here.text))
    if digits == _digits(other.span.of(there.text)):
        return False  # 36 million and 36 billion
    number = there.at(other.span)
    place = other.span if number is None else there.spans[number]
    return digits <= _digits(place.of(there.text))


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
    if one.of and other.of and not {*one.of} & {*other.of}:
        return False
    return not (one.kind == "count" and _converted(one.value, other.value))


def _converted(one: Decimal, other: Decimal) -> bool:
    """Whether a count may be the other in another measure: 20 feet and 6 metres."""
    for value, target in ((one, other), (other, one)):
        exponent = target.normalize().as_tuple().exponent
        slack = Decimal("0.5").scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
        read = [value * factor for factor in _FACTORS]
        read.append((value - 32) * 5 / 9)  # degrees
        if any(abs(amount - target) <= slack for amount in read):
            return True
    return False


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
            if _one_given_name(mine, yours) and places.same(mine.span, yours.span):
                found.add((one, other))
    for one, other in sorted(found):
        if one != other and (one in right.people or other in left.people):
            continue  # the one named here is named there as well
        if _surely_different(left, one, right, other):
            yield one, other


def _one_given_name(one: Mention, other: Mention) -> bool:
    if not (isinstance(one.value, PersonName) and isinstance(other.value, PersonName)):
        return False
    mine, yours = one.value.given, other.value.given
    return bool(mine and yours and len(mine) > 2 and _bones(mine) == _bones(yours))


def _surely_different(left: _Version, one: EntityId, right: _Version, other: EntityId) -> bool:
    """Whether no spelling can make one person of the two, nor of one and anybody else there."""
    same_language = left.briefing.article.language == right.briefing.article.language
    mine, yours = _surname(left.people.get(one)), _surname(right.people.get(other))
    if mine is None or yours is None or _bones(mine) == _bones(yours):
        return False
    if not same_language and not (_regular(mine) and _regular(yours)):
        return False
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
    return one == other or one.endswith(f"-{other}") or other.endswith(f"-{one}")
