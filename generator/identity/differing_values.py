"""Amounts and dates on which two versions of one story contradict one another.

Two values are one only when both stand in the same place of the story and nothing else there could
be meant. Amounts are compared in one unit, counts by what is counted. Of two reports that are no
translations of one another less is believed: each has figures of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from operator import ne
from pathlib import Path

from generator.identity.versions import Blocks, Places, Version, out_of_order, unit_of
from generator.model.calendar import PartialDate
from generator.model.ids import Kind, LanguageCode
from generator.model.mention import Mention
from generator.model.quantity import Quantity
from generator.model.span import Span
from generator.tables import load_toml

Shape = type[Quantity | PartialDate]

_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"(?<!\d:)(?<!\d\d:)\d+(?!:\d\d)(?:[.,]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")
_THOUSANDS = re.compile(r"(?:000)+$")
_LONG_THOUSANDS = re.compile(r"(?<=\d{3})(?:000)+$")
_THING, _SCALES, _AGE = "thing", "scales", "age"
_SHORTEST = 3
"""Letters of a unit's name from which on a case ending is told from the rest of another word."""
_ROUNDED = Decimal(3)
"""Degrees by which a temperature given in round numbers is off."""
_OFF = Decimal("0.1")
"""Part of itself by which a round number is off: `about 10` may be 11, not 13."""
_MOST = 0.4
"""Part of their blocks that a text and its translation have in common at least."""
_NEARLY_ALL = 0.8
"""Part in common that makes sure of a text with few numbers, though two of them are its own."""
_OWN = 0.34
"""Part of its numbers and dates that one of them has for itself at most."""
_FEW = 2
"""Numbers and dates that a text and its translation may both have for themselves."""
_ASTRAY = 0.1
"""Part of what both say once that a translation puts elsewhere at most."""
_SIZES = 10
"""How many times more one of two counts of the same is at most, but for slips."""
_SOME = 3
"""Things in words up to which they are told in many ways: `both`, `a pair`."""
_LONG_NUMBER = 3
"""Digits from which on two numbers that differ in one are no chance."""
_CROWD = 12
"""Values without counterpart in one place from which on nobody can say which is meant by which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is counted where it is no thing: years, miles, people."""

    words: Mapping[LanguageCode, tuple[str, ...]]
    scales: bool = False
    """Whether two numbers of it may be one measurement on two scales."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """What tells that a number is somebody's age."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """`units.toml`."""

    endings: Mapping[LanguageCode, tuple[str, ...]]
    """Case endings that a noun no dictionary has keeps in what counts give as its base form."""
    units: tuple[Unit, ...]
    ages: Mapping[LanguageCode, Age]
    currencies: tuple[tuple[str, ...], ...]
    """Currencies (ISO 4217) that go by one name."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Value:
    """An amount or a date at its place in a version."""

    mention: Mention
    said: Quantity | PartialDate
    essence: Hashable
    """Equal for values that are the same, whatever is said of them."""
    key: tuple[str, ...]
    """What values must share to be compared: kind and unit, or which parts of a date are known."""
    counted: str | None
    """Of a count, a unit by its first word, `thing`, or `None` where nothing is named."""
    numbers: frozenset[str]
    """Numbers in its words, as runs of digits."""
    figures: tuple[str, ...]
    """Its one number as written and in full without the thousands, to compare digit by digit."""
    dated: bool
    """Whether its words have a year."""


Pairs = Iterator[tuple[Value, Value]]


class Values:
    """The amounts, or the dates, of two versions side by side."""

    def __init__(self, left: Version, right: Version, shape: Shape) -> None:
        self._left, self._right = _Side(left, shape), _Side(right, shape)

    def _orphans(self, *, exact: bool) -> tuple[Sequence[Value], Sequence[Value]]:
        """What either has and the other nowhere, but perhaps rounded."""
        return (
            self._left.without(self._right, exact=exact),
            self._right.without(self._left, exact=exact),
        )

    @property
    def told(self) -> tuple[int, int]:
        """How many either version has, each counted once."""
        return len(self._left.essences), len(self._right.essences)

    @property
    def alone(self) -> tuple[int, int]:
        """How many either version has in digits and the other nowhere."""
        mine, yours = (
            len({one.essence for one in values if one.numbers})
            for values in self._orphans(exact=False)
        )
        return mine, yours

    def apart(self, places: Places, *, translated: bool = False, everywhere: bool = False) -> Pairs:
        """Pairs that differ in one place, and that nothing else there could be meant by.

        In a translation numbers in words on both sides are compared too, and nothing is rounded
        unless it says so. `everywhere`: what agrees may stand anywhere, as with two reporters.
        """
        ours = self._left.by_block(places.left)
        theirs = self._right.by_block(places.right)
        for row, column in places.pairs:
            there = self._right.values if everywhere else _around(theirs, column)
            here = self._left.values if everywhere else _around(ours, row)
            mine = _loose(ours[row], there, self._left, exact=translated)
            yours = _loose(theirs[column], here, self._right, exact=translated)
            if mine and yours:
                written = _numbers(places.left.spans[row].of(places.left.text))
                beside = _numbers(places.right.spans[column].of(places.right.text))
                yield from _counterparts(
                    [one for one in mine if not _unread(one, beside, theirs[column])],
                    [one for one in yours if not _unread(one, written, ours[row])],
                    in_words=translated,
                )

    def in_other_money(self, *, digits: int) -> Pairs:
        """Sums of one number in two currencies, that either version has in one of them only.

        Dollars of two countries may be one sum: a text leaves out what its readers know. `digits`:
        how many the number must have, that two sums are not alike by chance.
        """
        mine, yours = (
            _loose(_sums(side.values), other.values, side)
            for side, other in ((self._left, self._right), (self._right, self._left))
        )
        yield from _only_each_other(
            [(one, o) for one in mine for o in yours if _in_other_money(one, o, digits=digits)]
        )

    def in_turn(self) -> Pairs:
        """The one pair that differs where both versions list amounts of one unit in one order."""
        for key in sorted({value.key for value in self._left.values}):
            mine, yours = self._left.sequence(key), self._right.sequence(key)
            if key[0] == "count" or len(mine) != len(yours):
                continue
            apart = [pair for pair in zip(mine, yours, strict=True) if not _agree(*pair)]
            if len(apart) == 1 < len(mine):
                ((one, other),) = apart
                if (
                    _loose([one], yours, self._left)
                    and _loose([other], mine, self._right)
                    and _comparable(one, other)
                ):
                    yield one, other

    def nowhere_else(self, places: Places, *, translated: bool) -> Pairs:
        """What one has and the other not anywhere, where the texts run side by side.

        Two reporters have each their own figures: unless one text is the other sentence by
        sentence, only a long number with one digit otherwise is the same.
        """
        mine, yours = self._orphans(exact=translated)
        theirs: dict[int, list[Value]] = defaultdict(list)
        for other in yours:
            number = places.right.at(other.mention.span)
            if number is not None:
                theirs[number].append(other)
        near: dict[Value, list[Value]] = {}
        rivals: dict[Value, list[Value]] = defaultdict(list)
        for one in mine:
            row = places.left.at(one.mention.span)
            near[one] = [o for n in places.reach[row] for o in theirs[n]] if row is not None else []
            for other in near[one]:
                rivals[other].append(one)
        for one in mine:
            if len(near[one]) > _CROWD:
                continue
            every = dict.fromkeys(rival for other in near[one] for rival in rivals[other])
            for first, second in _counterparts(list(every), near[one], in_words=False):
                if first is one and (translated or slip(first, second, digits=_LONG_NUMBER)):
                    yield first, second


class _Side:
    """The amounts, or the dates, of one version."""

    def __init__(self, version: Version, shape: Shape) -> None:
        self._version = version
        self.values = tuple(_value(mention, version) for mention, _ in version.mentions(shape))
        if shape is Quantity:
            self.values += tuple(_ages(version))
        self.essences = frozenset(value.essence for value in self.values)

    def by_block(self, blocks: Blocks) -> Sequence[Sequence[Value]]:
        found: list[list[Value]] = [[] for _ in blocks.spans]
        for value in self.values:
            number = blocks.at(value.mention.span)
            if number is not None:
                found[number].append(value)
        return found

    def sequence(self, key: tuple[str, ...]) -> Sequence[Value]:
        """Values of that key in order of the text, each once."""
        found: dict[Hashable, Value] = {}
        for value in self.values:
            if value.key == key:
                found.setdefault(value.essence, value)
        return list(found.values())

    def without(self, other: _Side, *, exact: bool) -> Sequence[Value]:
        """Values that nothing in the other version agrees with, nor the digits of its text."""
        sentences = self._version.sentences
        return [
            value
            for value in self.values
            if sentences.at(value.mention.span) is not None
            and value.essence not in other.essences
            and _loose([value], other._alike(value), self, exact=exact)
            and not (_by_number(value) and value.numbers <= other._unread(value.key))
        ]

    def _alike(self, value: Value) -> Sequence[Value]:
        """Values here that may agree with one of another version."""
        if isinstance(value.said, PartialDate):
            return self.values
        sizes, values = self._by_size.get(unit_of(value.said), ([], []))
        size = abs(value.said.value)
        # rounding never halves a value nor doubles it
        return values[bisect_left(sizes, size / 2) : bisect_right(sizes, size * 2)]

    @cached_property
    def _by_size(self) -> Mapping[str, tuple[Sequence[Decimal], Sequence[Value]]]:
        found: dict[str, tuple[list[Decimal], list[Value]]] = defaultdict(lambda: ([], []))
        amounts = [(value.said, value) for value in self.values if isinstance(value.said, Quantity)]
        for amount, value in sorted(amounts, key=lambda item: abs(item[0].value)):
            sizes, values = found[unit_of(amount)]
            sizes.append(abs(amount.value))
            values.append(value)
        return found

    def _unread(self, key: tuple[str, ...]) -> frozenset[str]:
        """Numbers of the text that no value of that key was read from."""
        if key not in self._unread_numbers:
            read = {n for value in self.values if value.key == key for n in value.numbers}
            self._unread_numbers[key] = self._numbers - read
        return self._unread_numbers[key]

    @cached_property
    def _unread_numbers(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return _numbers(self._version.text)


def side_by_side(places: Places, amounts: Values, dates: Values) -> bool:
    """Whether one text is the other sentence by sentence, and not a second report of the event.

    Most sentences then say what one of the other does, and most numbers and dates are the same.
    """
    most = max(len(places.left.spans), len(places.right.spans))
    if len(places.pairs) < _MOST * most:
        return False
    astray, every = out_of_order(places.left, places.right)
    if astray > max(1, _ASTRAY * every):
        return False
    told = [sum(pair) for pair in zip(amounts.told, dates.told, strict=True)]
    alone = [sum(pair) for pair in zip(amounts.alone, dates.alone, strict=True)]
    spare = _FEW if len(places.pairs) >= _NEARLY_ALL * most else 1
    return min(alone) <= spare and all(
        own <= max(_FEW + 1, _OWN * every) for own, every in zip(alone, told, strict=True)
    )


def figures(
    left: Version, right: Version, places: Places, amounts: Values, *, translated: bool
) -> Iterator[tuple[Mention, Mention]]:
    """Amounts that cannot both be right."""
    found = [*amounts.in_other_money(digits=1 if translated else 2)]
    if translated:
        found += amounts.apart(places, translated=True)
        # A paragraph is the same where a sentence became two; for counts so wide a place has too
        # many.
        wide = Places.in_order(left.paragraphs, right.paragraphs)
        found += (pair for pair in amounts.apart(wide) if pair[0].key[0] != "count")
        found += amounts.in_turn()
        found += amounts.nowhere_else(places, translated=True)
    else:
        # two reporters have each figures of their own
        apart = [
            *amounts.apart(places, everywhere=True),
            *amounts.nowhere_else(places, translated=False),
        ]
        found += (pair for pair in apart if slip(*pair) or _of_one_measure(*pair))
    return _each_once((one, other) for one, other in found if _exclude_each_other(one, other))


def differing_dates(
    places: Places, dates: Values, *, translated: bool
) -> Iterator[tuple[Mention, Mention]]:
    """Dates of one thing that differ."""
    return _each_once(
        (
            *dates.apart(places, everywhere=not translated),
            *dates.nowhere_else(places, translated=translated),
        )
    )


def _each_once(found: Iterable[tuple[Value, Value]]) -> Iterator[tuple[Mention, Mention]]:
    seen: set[Value] = set()
    for one, other in found:
        if one not in seen and other not in seen:
            seen |= {one, other}
            yield one.mention, other.mention


# -- one value ----------------------------------------------------------------------------------


def _value(mention: Mention, version: Version) -> Value:
    said = mention.value
    written = mention.span.of(version.text)
    assert isinstance(said, Quantity | PartialDate)
    return Value(
        mention=mention,
        said=said,
        essence=(unit_of(said), said.value) if isinstance(said, Quantity) else said,
        key=_key(said),
        counted=_counted(said, version.language),
        numbers=_numbers(written),
        figures=_figures(said, _NUMBER.findall(written)),
        dated=_YEAR.search(written) is not None,
    )


def _ages(version: Version) -> Iterator[Value]:
    """Ages of people, which the box leaves out."""
    for match in _age_pattern(version.language).finditer(version.text):
        (number,) = filter(None, match.groups())
        said = Quantity(kind="count", value=Decimal(number), unit="")
        span = Span(match.start(), match.end())
        yield Value(
            mention=Mention(kind=Kind("count"), span=span, value=said, rule="age"),
            said=said,
            essence=(_AGE, said.value),
            key=(_AGE,),
            counted=_AGE,
            numbers=frozenset({number}),
            figures=(number,),
            dated=False,
        )


@cache
def _age_pattern(language: LanguageCode) -> re.Pattern[str]:
    known = _units().ages.get(language, Age(before=(), after=()))
    forms = [r"(?<=\w, )(\d{1,3})(?=, )"]
    if known.before:
        forms.append(rf"(?:{'|'.join(map(re.escape, known.before))})(\d{{1,3}})\b")
    if known.after:
        forms.append(rf"\b(\d{{1,3}})(?:{'|'.join(map(re.escape, known.after))})")
    return re.compile("|".join(forms))


def _key(said: Quantity | PartialDate) -> tuple[str, ...]:
    if isinstance(said, Quantity):
        return said.kind, unit_of(said)
    return tuple(str(part is not None) for part in (said.year, said.month, said.day))


def _counted(said: Quantity | PartialDate, language: LanguageCode) -> str | None:
    if not isinstance(said, Quantity) or not said.unit:
        return None
    words = said.unit.lower().split()
    known, endings = _unit_of_word(), _units().endings
    # `3 рабочих дня`: the noun is the last word
    for word in (" ".join(words), words[-1]):
        if (language, word) in known:
            return known[language, word]
    for ending in endings.get(language, ()):
        stem = words[-1].removesuffix(ending)
        if len(stem) >= _SHORTEST and stem != words[-1] and (language, stem) in known:
            return known[language, stem]
    return _THING


@cache
def _units() -> Units:
    return load_toml(Path(__file__).with_name("units.toml"), Units)


@cache
def _unit_of_word() -> Mapping[tuple[LanguageCode, str], str]:
    """A word of a language to the first word of its unit."""
    return {
        (language, word): _SCALES if unit.scales else next(iter(unit.words.values()))[0]
        for unit in _units().units
        for language, words in unit.words.items()
        for word in words
    }


def _numbers(text: str) -> frozenset[str]:
    """Numbers as runs of digits, whatever separates thousands and decimals.

    Thousands in full are those of a word: `380,000` is `380 миң`. Of `1000` too little would be
    left to know it by.
    """
    return frozenset(
        _LONG_THOUSANDS.sub("", re.sub(r"\D", "", number)) for number in _NUMBER.findall(text)
    )


def _figures(said: Quantity | PartialDate, numbers: Sequence[str]) -> tuple[str, ...]:
    if len(numbers) != 1:
        return ()
    if not isinstance(said, Quantity):
        return (numbers[0],)
    full = f"{said.value.normalize():f}"
    bare = re.sub(r"\D", "", numbers[0])
    return (
        full if re.sub(r"\D", "", full) == bare else numbers[0].replace(",", "."),
        _THOUSANDS.sub("", full),
    )


# -- two values ---------------------------------------------------------------------------------


def _counterparts(mine: Sequence[Value], yours: Sequence[Value], *, in_words: bool) -> Pairs:
    """Pairs of values that only each other can be meant by.

    Where there are several, the two that are one digit apart, as slips are.
    """
    if max(len(mine), len(yours)) > _CROWD:
        return
    pairs = [(one, o) for one in mine for o in yours if _comparable(one, o, in_words=in_words)]
    slips = [(one, other) for one, other in pairs if slip(one, other)]
    chosen = [_only_each_other(pairs), _only_each_other(slips)]
    yield from (pair for pair in pairs if any(pair in sure for sure in chosen))


def _only_each_other(pairs: Sequence[tuple[Value, Value]]) -> Collection[tuple[Value, Value]]:
    """Pairs neither of which is in a pair with another value."""
    ours: dict[Hashable, set[Hashable]] = defaultdict(set)
    theirs: dict[Hashable, set[Hashable]] = defaultdict(set)
    for one, other in pairs:
        ours[one.essence].add(other.essence)
        theirs[other.essence].add(one.essence)
    return {
        (one, other)
        for one, other in pairs
        if len(ours[one.essence]) == len(theirs[other.essence]) == 1
    }


def slip(one: Value, other: Value, *, digits: int = 2) -> bool:
    """Whether two numbers of at least so many digits differ as by a slip of the pen.

    In one digit, in the order of the digits, or in nothing but their size.
    """
    mine, yours = one.said, other.said
    if (
        isinstance(mine, Quantity)
        and isinstance(yours, Quantity)
        and mine.value.adjusted() != yours.value.adjusted()
    ):
        return mine.value.normalize().as_tuple().digits == yours.value.normalize().as_tuple().digits
    return any(
        len(figure) == len(their) >= digits
        and (sum(map(ne, figure, their)) == 1 or sorted(figure) == sorted(their))
        for figure, their in zip(one.figures, other.figures, strict=False)
    )


def _comparable(one: Value, other: Value, *, in_words: bool = False) -> bool:
    """Whether both may be of one measurement; in words both only where that is sure."""
    if one.key != other.key:
        return False
    mine, yours = one.said, other.said
    if not (isinstance(mine, Quantity) and isinstance(yours, Quantity)):
        return True
    if not (one.numbers or other.numbers) and not (in_words and _both_counted(one, other)):
        return False
    if mine.kind != "count":
        return True
    less, more = sorted(abs(said.value) for said in (mine, yours))
    if less * _SIZES < more and not slip(one, other):
        return False
    if one.counted == other.counted == _SCALES:
        return not _other_scale(mine.value, yours.value)
    return None in (one.counted, other.counted) or one.counted == other.counted


def _both_counted(one: Value, other: Value) -> bool:
    """Whether both are counts of one unit; `one` and `a` are no numbers, `two` of things few."""
    least = _SOME if one.counted == _THING else 1
    return (
        one.key[0] == "count"
        and one.counted == other.counted
        and one.counted not in (None, _SCALES)
        and all(isinstance(v.said, Quantity) and v.said.value > least for v in (one, other))
    )


def _sums(values: Iterable[Value]) -> Sequence[Value]:
    return [value for value in values if value.key[0] == "money" and value.numbers]


def _in_other_money(one: Value, other: Value, *, digits: int) -> bool:
    mine, yours = one.said, other.said
    assert isinstance(mine, Quantity)
    assert isinstance(yours, Quantity)
    return (mine.value == yours.value and _length(mine.value) >= digits) and not any(
        {mine.unit, yours.unit} <= set(called) for called in _units().currencies
    )


def _other_scale(one: Decimal, other: Decimal) -> bool:
    """Whether one number of degrees may be the other in Fahrenheit, as rounded."""
    return any(
        abs((warm - 32) * 5 / 9 - cold) <= _ROUNDED for warm, cold in ((one, other), (other, one))
    )


def _around(blocks: Sequence[Sequence[Value]], number: int) -> Sequence[Value]:
    """What stands in a block and in its neighbours: a translator may move the border."""
    return [value for block in blocks[max(0, number - 1) : number + 2] for value in block]


def _loose(
    values: Iterable[Value], others: Sequence[Value], own: _Side, *, exact: bool = False
) -> Sequence[Value]:
    """Values that none of the others agrees with.

    One that its own version has as well is no other value rounded: beside `at least 50 votes` in
    both, 51 seats in one are not 50.
    """
    said = {other.essence for other in others}
    rounded = [other for other in others if other.essence not in own.essences]
    return [
        value
        for value in values
        if value.essence not in said
        and not any(_agree(value, other, exact=exact) for other in rounded)
    ]


def _agree(one: Value, other: Value, *, exact: bool = False) -> bool:
    """Whether both values may be right."""
    mine, yours = one.said, other.said
    if isinstance(mine, Quantity) and isinstance(yours, Quantity):
        if unit_of(mine) != unit_of(yours):
            return False
        return _rounded_alike(mine, yours) and (not exact or _says_so(one, mine, other, yours))
    if isinstance(mine, PartialDate) and isinstance(yours, PartialDate):
        if mine == yours:
            return True
        # a year that a text leaves out was reckoned from the day of publication
        either = not (one.dated and other.dated) and mine.month is not None
        return either and (mine.month, mine.day) == (yours.month, yours.day)
    return False


def _by_number(value: Value) -> bool:
    """Whether its digits alone tell it: those of a day of a month do not."""
    said = value.said
    return bool(value.numbers) and not (isinstance(said, PartialDate) and said.month is not None)


def _unread(one: Value, there: frozenset[str], read: Iterable[Value]) -> bool:
    """Whether the digits of `one` stand in that place of the other text, though unread there."""
    if not _by_number(one):
        return False
    told = set(there)
    for value in read:  # 36 million and 36 billion
        if value.key == one.key:
            told -= value.numbers
    return one.numbers <= told


def _of_one_measure(one: Value, other: Value) -> bool:
    """Whether both amounts say they measure the same."""
    mine, yours = one.said, other.said
    return (
        isinstance(mine, Quantity)
        and isinstance(yours, Quantity)
        and mine.indicator is not None
        and (mine.indicator, mine.role, mine.of) == (yours.indicator, yours.role, yours.of)
    )


def _exclude_each_other(one: Value, other: Value) -> bool:
    """Whether both amounts are of one measurement and cannot both be right.

    What a number measures, and whether it is a forecast, may be read otherwise in another language:
    a slip is a slip all the same, and one number in two currencies is one sum.
    """
    mine, yours = one.said, other.said
    if not (isinstance(mine, Quantity) and isinstance(yours, Quantity)):
        return False
    if slip(one, other) or mine.value == yours.value:
        return True
    if mine.role and yours.role and mine.role != yours.role:
        return False
    if mine.of and yours.of and not {*mine.of} & {*yours.of}:
        return False
    return mine.indicator is None or yours.indicator in (None, mine.indicator)


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
    beyond = abs(fine.value) - abs(coarse.value)
    if not (fine.approximate or fine.bound) and (
        (coarse.bound == "at-least" and beyond < 0) or (coarse.bound == "at-most" and beyond > 0)
    ):
        return False
    off = min(Decimal(5).scaleb(exponent - 1), _OFF * abs(coarse.value))
    return abs(beyond) <= off


def _says_so(one: Value, mine: Quantity, other: Value, yours: Quantity) -> bool:
    """Whether of two amounts that round to one the shorter is said to, or lacks decimals only.

    `about 130` is `133`; `about 133` and `about 130`, or both bare, are not one number translated.
    """
    if _length(mine.value) < _length(yours.value):
        one, mine, other, yours = other, yours, one, mine
    if any("." in figure for figure in one.figures):
        return True
    vague, fine_vague = (bool(amount.approximate or amount.bound) for amount in (yours, mine))
    return mine.value == yours.value or (vague and not fine_vague)


@cache
def _length(value: Decimal) -> int:
    """Significant digits."""
    return len(value.normalize().as_tuple().digits)
