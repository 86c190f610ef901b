"""What the recognisers of quantities share: the numbers of a passage, and the words around them.

`Amounts.of(passage, found)` reads every number a passage writes, in digits or words, with its
ending, its multiplier, the hedges around it (`about`, `at least`) and the ranges it belongs to;
`Amounts.declined(passage, found)` tells which are no amounts: ordinals, numbers of documents.
What the number counts is for the fact types to say; what it is about, `measures.py` tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from generator.lexicon.language import Language
from generator.lexicon.numerals import NumberWord, number_words, read_digits
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.quantity import Bound, QuantityRole
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseTable, Row
from generator.recognition.recogniser import Found
from generator.recognition.units import MoneyWords
from generator.text.scripts import script_of
from generator.text.tokens import Token

DATE_KINDS = ("date",)
_DATE = Kind("date")
_ONE = Decimal(1)
_THOUSAND = Decimal(1000)
_LOOK_BACK = 48
"""Characters before a number in which a hedge is looked for; the longest one listed fits."""
_MOST_DIGITS = 15
"""Of a number before its multiplier: more are a code, and with a trillion behind them more than the
28 that `Decimal` is exact to."""
_DASH = re.compile(r"\s*[-\u2010\u2011\u2013\u2014\u2212]\s*")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_CODE = re.compile(r"[^\W\d_]+(?:\d{2}|[014-9])\w*")
"""What goes on with letters and digits, and is no unit such as `м2`: the e400 of `1e400`."""
_CENTURIES = ("17", "18", "19", "20")
"""How a number of four digits begins that with an ending may be a year: `1916-дан`."""
_TIGHT_DASHES = "-\u2010\u2011\u2013\u2014"
_SLIP = 6
"""Letters of the shortest multiplier that is still known with one letter amiss: `миллард`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityWords:
    """`quantities.toml`: the words around numbers, whatever the numbers count.

    In hedges and cues, `*` stands for any ending of the word and `…` for up to three words.
    """

    endings: tuple[str, ...] = ()
    """What the language glues to a number in digits or to a number word: `ка`, `дөн`."""
    ordinal_endings: tuple[str, ...] = ()
    """Endings, glued or after a hyphen, that make an ordinal of a number: `чи`, `й`, `th`."""
    ordinal_words: tuple[str, ...] = ()
    """Ordinals by themselves, which make one of the number words before them."""
    clock_after: tuple[str, ...] = ()
    """Words after `23.58` that make it a time of day."""
    measured_after_bare: bool = False
    """Whether what is measured may follow an amount only where its unit has no ending."""
    approximate_endings: tuple[str, ...] = ()
    """Those of `endings` that say "about": `дай`."""
    range_endings: tuple[str, ...] = ()
    """Those of `endings` that say "from": `дан`, as in `15тен 20га чейин`."""
    hyphen_units: tuple[str, ...] = ()
    """What may follow a number after a hyphen as its unit: `*` is any word (`7,000-ton`),
    `процентн*` any form; after any other word the number is an ordinal or part of a name."""
    not_numbers: tuple[str, ...] = ()
    """Written forms that look like an inflected number word and are another word."""
    vague: tuple[str, ...] = ()
    """Written forms of multipliers that stand for no number unless one precedes: `thousands`."""
    certain_when_hedged: tuple[str, ...] = ()
    """Those of `vague` that a hedge before makes a number of one: `более тысячи человек`."""
    loose_endings: tuple[str, ...] = ()
    """Those of `endings` that are also written apart from a number in digits: `400 гө жакын`."""
    loose_before: tuple[str, ...] = ()
    """Words that must follow such an ending, unless a number does."""
    decimals_before: tuple[str, ...] = ()
    """What shows that a blank after the decimal mark is a slip: the `%` of `81, 2 %`."""
    money_multipliers: tuple[str, ...] = ()
    """Multipliers that hold only after a currency's sign, or before a currency or one of
    `millions_of`: the m of `$3m`."""
    millions_of: tuple[str, ...] = ()
    """What is counted in millions and never goes with metres: `3m people`."""
    currency_codes: tuple[str, ...] = ()
    """Codes that stand before a sum, and so begin no name of a model: `USD 500`."""
    article: tuple[str, ...] = ()
    """Words for "one" before a multiplier: `a` in `a million`, `half a million`."""
    addition: tuple[str, ...] = ()
    """Words inside a number: `and` in `two and a half`, `a hundred and five`."""
    parts: Mapping[str, Decimal] | None = None
    """Words before a multiplier that take a part of it: `четверть миллиона`; 0 for a part that no
    decimal number is equal to: `a third of a million`."""
    part_links: tuple[str, ...] = ()
    """Words between such a word and the multiplier: `of`."""
    range_between: tuple[str, ...] = ()
    """Words between the ends of a range when one of `range_before` stands before: `до`, `to`."""
    range_before: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    """Words that join two amounts of one unit: `or`, `and`."""
    fillers: tuple[str, ...] = ()
    """Words that may stand between a number and its unit: `гана`."""
    labels_before: tuple[str, ...] = ()
    """Lower-case words and marks after which a number is a name or an article's number: `№`."""
    approximate_before: tuple[str, ...] = ()
    approximate_after: tuple[str, ...] = ()
    at_least_before: tuple[str, ...] = ()
    at_least_after: tuple[str, ...] = ()
    at_most_before: tuple[str, ...] = ()
    at_most_after: tuple[str, ...] = ()
    more_than: tuple[str, ...] = ()
    """Those of the words for `at least` that leave the amount itself out: `exceeded`."""
    less_than: tuple[str, ...] = ()
    """Those of the words for `at most` that do."""
    rises: tuple[str, ...] = ()
    """What beside a change says that it went up."""
    falls: tuple[str, ...] = ()
    roles: tuple[Cue, ...] = ()
    """In order of strength: where two cues begin at one place, the first listed wins. A cue that
    ends in ` +` must touch the amount."""
    comparison_after: tuple[str, ...] = ()
    """What after a date says that it is the yardstick, not the period: `салыштырмалуу`."""
    comparison_before: tuple[str, ...] = ()
    part_after: tuple[str, ...] = ()
    """What after a year says that only a part of it is meant: `… квартал*`."""
    part_before: tuple[str, ...] = ()
    as_of_after: tuple[str, ...] = ()
    """What after a full date makes it the day the figure is of: `карата`."""
    as_of_before: tuple[str, ...] = ()
    relative_years: Mapping[str, int] | None = None
    """`өткөн жыл*` → -1: years counted from the year of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words from whose place beside an amount its role follows."""

    role: QuantityRole
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """The kinds of quantity it holds for; none listed means all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number as the passage writes it, before anybody asks what it counts."""

    value: Decimal
    raw: Decimal
    """Without the multiplier: 1.5 of `1,5 млрд`."""
    scale: Decimal
    """The multiplier that follows the number: 1 where there is none."""
    first: int
    """Index of its first token."""
    last: int
    """Index of its last token, a glued ending and an abbreviation's full stop included."""
    after: int
    """Index of the token where its unit may begin: hedges after the number are passed over."""
    span: Span
    """The number's own characters, ending included, without a full stop that follows."""
    sentence: Span
    ending: str = ""
    """What is glued to it, lower case."""
    approximate: bool = False
    bound: Bound | None = None
    shares: bool = False
    """Whether it is the lower end of a range and takes its unit from the next amount."""
    upper: bool = False
    """Whether it is the upper end of a range."""
    spelled: bool = False
    """Whether it is in words only."""
    compound: Span | None = None
    """The rest of a hyphenated word that begins with the number: `hour` in `two-hour`."""
    hyphen: bool = False
    """Whether a hyphen and a word follow directly: `7,000-ton`."""


@dataclass(slots=True, kw_only=True)
class _Build:
    """A number being read, token by token."""

    at: int
    """The next token."""
    last: int = -1
    """The last token that belongs to the number."""
    total: Decimal = Decimal(0)
    """What multipliers have closed: 2000000 of `2 million 300`."""
    current: Decimal | None = None
    """What stands since the last multiplier."""
    lowest: Decimal = Decimal(0)
    """The place of the last digit of `current` that words have filled: 20 → 10."""
    bound: Decimal = Decimal("Infinity")
    """The last multiplier: what follows it is smaller."""
    scale: Decimal = _ONE
    scaled: Decimal | None = None
    """What stood before the only multiplier."""
    numbers: int = 0
    """Number words and digits taken."""
    spelled: bool = True
    fraction_only: bool = False
    refused: str = ""
    """Why it turned out to be no amount at all; empty while it may be one."""
    abbreviated: bool = False
    """Whether the last word is a multiplier, which may end in a full stop."""
    ending: str = ""
    rest: Span | None = None

    @property
    def begun(self) -> bool:
        return self.numbers > 0 or self.current is not None

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or Decimal(0))

    @property
    def raw(self) -> Decimal:
        if self.scaled is not None and self.current is None:
            return self.scaled
        return self.value / self.scale

    def take_article(self) -> None:
        """`a` before a multiplier."""
        self.current = self.lowest = _ONE
        self.at += 1

    def take_part(self, value: Decimal, *, multiplier: int) -> None:
        """The word for a part of the multiplier that stands at `multiplier`."""
        self.current, self.lowest = value, Decimal(0)
        self.numbers += 1
        self.last, self.at = self.at, multiplier

    def take_digits(self, value: Decimal) -> bool:
        if self.current is not None or value >= self.bound:
            return False
        self.current, self.lowest, self.spelled = value, Decimal(0), False
        self._advance()
        return True

    def take_decimals(self, value: Decimal) -> None:
        """Digits after a decimal mark and a blank: two more tokens of the number just taken."""
        self.current = value
        self.at += 2
        self.last = self.at - 1

    def end_with(self, ending: str, *, tokens: int) -> None:
        """The ending glued to the digits, and how many tokens it takes."""
        self.ending = ending
        self.at += tokens
        self.last = self.at - 1

    def take(self, word: NumberWord) -> bool:
        """Take one number word; whether it can belong to this number."""
        taken = {
            "cardinal": self._take_cardinal,
            "fraction": self._take_fraction,
            "multiplier": self._take_multiplier,
        }[word.kind](word.value)
        if taken:
            self._advance()
        return taken

    def _advance(self) -> None:
        self.numbers += 1
        self.last = self.at
        self.at += 1

    def _take_cardinal(self, value: Decimal) -> bool:
        if self.current is not None:
            if not self.spelled or not 0 < value < self.lowest:
                return False
            self.current += value
        elif value >= self.bound or not self.spelled:
            return False  # 2.3 million five years ago
        else:
            self.current = value
        self.lowest = _place(value)
        return True

    def _take_fraction(self, value: Decimal) -> bool:
        if self.current is None and self.scale > 1:  # миллион жарым
            if value >= 1:
                return False
            self.total += value * self.bound
            self.scaled = None
        elif self.current is None:
            self.current = value
            self.fraction_only = value < 1
        elif value < 1 and self.current == int(self.current):
            self.current += value
        else:
            return False
        self.lowest = Decimal(0)
        return True

    def _take_multiplier(self, value: Decimal) -> bool:
        if value < _THOUSAND:  # hundreds stay open: two hundred thousand
            if self.current is not None and (not self.spelled or self.current >= value):
                return False
            self.current = (_ONE if self.current is None else self.current) * value
            self.lowest = value
            return True
        if value == self.bound or (self.current is None and self.numbers and not self.total):
            return False
        if value > self.bound:  # 11 миң 100 миллион, сто тысяч миллионов
            self.scaled = self.value
            self.total = self.scaled * value
        elif self.current is None and self.numbers:
            return False
        else:
            part = _ONE if self.current is None else self.current
            self.scaled = part if not self.total else None
            self.total += part * value
        self.scale = self.bound = value
        self.current = None
        return True


@dataclass(frozen=True, slots=True)
class _Memo:
    """What one passage has, given its dates."""

    passage: Passage
    dates: tuple[Mention, ...]
    amounts: tuple[Amount, ...]
    declined: tuple[Rejection, ...]


class Amounts:
    """Reads the numbers of passages in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words = language.table("quantities", QuantityWords) or QuantityWords()
        words = self.words
        self._endings = frozenset(words.endings)
        self._ordinals = frozenset(words.ordinal_endings)
        self._approximate = frozenset(words.approximate_endings)
        self._vague = frozenset(words.vague)
        self._certain = frozenset(words.certain_when_hedged)
        self._articles = frozenset(words.article)
        self._addition = frozenset(words.addition)
        self._parts = words.parts or {}
        self._part_links = frozenset((*words.part_links, *words.article))
        self._money_multipliers = frozenset(words.money_multipliers)
        self._millions_of = frozenset(words.millions_of) | _currencies(language)
        self._labels = frozenset(words.labels_before)
        not_numbers = frozenset(words.not_numbers)
        self._lexicon: Mapping[str, NumberWord] = {
            word: known
            for word, known in number_words(language, words.endings).items()
            if word not in not_numbers
        }
        self._plain = number_words(language)
        self._loose = frozenset(words.loose_endings)
        self._loose_before = frozenset(words.loose_before)
        self._decimals_before = phrases_pattern(words.decimals_before)
        self._scales = {
            word: known
            for word, known in self._plain.items()
            if known.kind == "multiplier" and known.value > _THOUSAND and len(word) >= _SLIP
        }
        self._scale_starts = frozenset(word[:2] for word in self._scales)
        self._endings_by_length = tuple(sorted(self._endings, key=lambda e: (-len(e), e)))
        self._any_unit = "*" in words.hyphen_units
        self._ordinal_words = phrases_pattern(words.ordinal_words)
        self._ordinal_forms = frozenset(
            w + e for w in self._plain for e in words.ordinal_endings if words.endings
        )
        self._clock_after = phrases_pattern(words.clock_after, anchor_start=True)
        self._ablative = words.range_endings
        self._hyphen_units = phrases_pattern(words.hyphen_units)
        self._script = language.profile.script
        self._decimal_mark = language.profile.decimal_mark
        self._between = phrases_pattern(words.range_between, whole=True)
        self._range_before = phrases_pattern(words.range_before, anchor_end=True)
        self._joiner = phrases_pattern((*words.joiners, ","), whole=True)
        self._before = _hedges(words, before=True)
        self._after = _hedges(words, before=False)
        self._years = frozenset(language.calendar.year_words)
        self._currencies = frozenset(words.currency_codes)
        self._memo: _Memo | None = None

    @classmethod
    def shared(cls, language: Language) -> Amounts:
        """The one reader of `language`, so that its four users read a passage once."""
        return _amounts(language)

    def of_word(self, passage: Passage, span: Span, value: Decimal, sentence: Span) -> Amount:
        """An amount for a word that is one by itself: `doubled` → 2."""
        index = passage.token_at(span.start) or 0
        approximate, bound = self._hedge_before(passage.text, span.start, sentence)
        last = passage.token_at(span.end - 1)
        last = index if last is None else last
        return Amount(
            value=value,
            raw=value,
            scale=_ONE,
            first=index,
            last=last,
            after=last + 1,
            span=span,
            sentence=sentence,
            approximate=approximate,
            bound=bound,
            spelled=True,
        )

    def of(self, passage: Passage, found: Found) -> tuple[Amount, ...]:
        """Every amount outside `found`'s dates, in order of the text."""
        return self._remembered(passage, found).amounts

    def declined(self, passage: Passage, found: Found) -> tuple[Rejection, ...]:
        """Every number that is no amount, of the kind `count`, in order of the text."""
        return self._remembered(passage, found).declined

    def declined_before(
        self, passage: Passage, found: Found, units: PhraseTable[Row], kind: Kind
    ) -> Iterator[Rejection]:
        """Those of them that one of `units` follows, which makes them look like a `kind`."""
        for rejection in self.declined(passage, found):
            unit = units.match_at(passage, passage.tokens_in(rejection.span).stop)
            if unit:
                span = Span(rejection.span.start, unit[0].span(passage).end)
                yield replace(rejection, kind=kind, span=span)

    def _remembered(self, passage: Passage, found: Found) -> _Memo:
        dates = found.by_kind.get(_DATE, ())
        memo = self._memo  # four recognisers read one passage, one after the other
        if memo is None or memo.passage is not passage or memo.dates != dates:
            declined: list[Rejection] = []
            amounts = tuple(self._read(passage, dates, declined))
            memo = self._memo = _Memo(passage, dates, amounts, tuple(declined))
        return memo

    def is_number_word(self, lower: str) -> bool:
        """Whether a lower-case word is a number or part of one."""
        return lower in self._lexicon

    def is_part(self, lower: str) -> bool:
        """Whether a lower-case word is a part of what follows: `third`."""
        return lower in self._parts

    def joined(self, passage: Passage, left: Amount, right: Amount) -> bool:
        """Whether nothing but joiners (`,`, `and`) stands between the two amounts."""
        between = passage.text[left.span.end : right.span.start]
        return self._joiner.fullmatch(between.lower()) is not None

    def behind(self, passage: Passage, amount: Amount) -> str:
        """What stands before `amount` in its sentence, nearby, lower case."""
        start = amount.span.start
        return passage.text[max(amount.sentence.start, start - 2 * _LOOK_BACK) : start].lower()

    def before_hedges(self, behind: str) -> str:
        """`behind` without the hedges at its end."""
        while (match := self._before.search(behind)) is not None:
            behind = behind[: match.start()]
        return behind

    def hedge_after(self, passage: Passage, offset: int) -> tuple[bool, Bound | None, int]:
        """Approximate or a bound, told by the words at `offset`, and where they end."""
        ahead = passage.text[offset : offset + _LOOK_BACK].lower()
        approximate, bound, end = _read_hedge(self._after.match(ahead), offset)
        if bound is not None and self._ablative:
            # `сомдон ашык` is a bound, `сомго ашык` a difference
            behind = passage.text[max(0, offset - 24) : offset].lower()
            if not behind.endswith(self._ablative):
                return False, None, offset
        return approximate, bound, end

    # -- reading ------------------------------------------------------------------------------

    def _read(
        self, passage: Passage, dates: Sequence[Mention], declined: list[Rejection]
    ) -> Iterator[Amount]:
        """The amounts; what is none is `declined`."""
        blocked: set[int] = set()
        for mention in dates:
            blocked.update(passage.tokens_in(mention.span))
        for sentence in passage.sentences:
            tokens = passage.tokens_in(sentence)
            raw: list[Amount] = []
            label_end = -1
            index = tokens.start
            while index < tokens.stop:
                amount = None
                if index not in blocked and self._may_begin(passage, index):
                    amount = self._amount(
                        passage, index, tokens.stop, sentence=sentence, blocked=blocked
                    )
                if isinstance(amount, Rejection):
                    declined.append(amount)
                if not isinstance(amount, Amount):
                    if passage.tokens[index].is_number:
                        label_end = index + 1
                    last = index + 1
                    if amount is not None and passage.tokens[index].text.lower() in self._parts:
                        last = passage.tokens_in(amount.span).stop
                    index = last
                elif index == label_end + 1 and passage.tokens[label_end].text in _TIGHT_DASHES:
                    index = label_end = amount.last + 1  # саат 6-7де: so is the other end
                    declined.append(_declined(amount.span, "the end of a range of no amounts"))
                else:
                    raw.append(amount)
                    index = amount.last + 1
            yield from self._ranges(passage, raw, declined)

    def _may_begin(self, passage: Passage, index: int) -> bool:
        token = passage.tokens[index]
        if token.is_number:
            return True
        if not token.is_word:
            return False
        lower = token.text.lower()
        return (
            lower in self._lexicon
            or lower in self._articles
            or lower in self._parts
            or ("-" in lower and lower.partition("-")[0] in self._plain)
        )

    def _amount(
        self, passage: Passage, index: int, stop: int, *, sentence: Span, blocked: Collection[int]
    ) -> Amount | Rejection | None:
        """The amount that begins at `tokens[index]`; `None` where there is no number."""
        build = _Build(at=index)
        while build.at < stop and build.at not in blocked and not build.ending:
            if build.at > index and self._line_ends(passage, build.at):
                break
            if self._joins_scales(passage, build, stop):
                build.at += 1
            if not self._step(passage, build, index, stop):
                break
        tokens, text = passage.tokens, passage.text
        if build.refused:
            end = tokens[max(index, build.last)].end
            return _declined(Span(tokens[index].start, end), build.refused)
        if not build.numbers or (build.fraction_only and build.numbers == 1):
            return None
        last = build.last
        start, end = tokens[index].start, tokens[last].end
        label = self._label(passage, index, last, build.spelled)
        if label:
            return _declined(Span(start, end), label)
        if build.raw.adjusted() >= _MOST_DIGITS or len(build.raw.as_tuple().digits) > _MOST_DIGITS:
            return _declined(Span(start, end), f"of more than {_MOST_DIGITS} digits")
        if build.rest is not None:
            end = build.rest.start - 1
        at = last + 1
        if build.abbreviated and at + 1 < stop and tokens[at].text == ".":
            at += passage.adjacent(last, at)  # млрд. сом
        approximate, limit = self._hedge_before(text, start, sentence)
        hedged, limit_after, offset = self.hedge_after(passage, tokens[at - 1].end)
        after = at
        while after < stop and tokens[after].start < offset:
            after += 1
        value = build.value
        if _has_minus(text, start):
            value, start = -value, start - 1
        return Amount(
            value=value,
            raw=build.raw,
            scale=build.scale,
            first=index,
            last=at - 1,
            after=after,
            span=Span(start, end),
            sentence=sentence,
            ending=build.ending,
            approximate=approximate or hedged or build.ending in self._approximate,
            bound=limit or limit_after,
            spelled=build.spelled,
            compound=build.rest,
            hyphen=self._hyphen_follows(passage, at, stop),
        )

    def _step(self, passage: Passage, build: _Build, index: int, stop: int) -> bool:
        """Take the token at `build.at` into the number; whether the number may go on."""
        token = passage.tokens[build.at]
        if token.is_number:
            return self._take_digits(passage, build, index, stop)
        if not token.is_word:
            return False
        lower = token.text.lower()
        if lower in self._parts and not build.begun:
            multiplier = self._divided(passage, build.at, stop)
            if multiplier is not None and self._parts[lower] <= 0:
                build.refused, build.last = "a part no decimal number is equal to", multiplier
                return False
            if multiplier is not None:
                build.take_part(self._parts[lower], multiplier=multiplier)
                return True
        known = self._lexicon.get(lower)
        if known is None and build.numbers:
            known = self._misspelt(lower)
        if known is None:
            if "-" in lower:
                return self._take_hyphenated(build, lower, token.start)
            return self._pass_over(passage, build, lower, stop)
        if (
            not build.begun
            and lower in self._vague
            and not (lower in self._certain and self._is_hedged(passage, token.start))
        ):
            build.refused = "says no certain number"
            return False
        money_only = known.kind == "multiplier" and lower in self._money_multipliers
        if money_only and not (
            _after_symbol(passage.text, passage.tokens[index])
            or self._counts_millions(passage, build.at + 1, stop)
        ):
            return False
        if not build.take(known):
            return False
        build.abbreviated = known.kind == "multiplier"
        build.ending = self._ending_of(lower)
        return True

    def _counts_millions(self, passage: Passage, index: int, stop: int) -> bool:
        """Whether what follows is counted in thousands or millions, and not in metres."""
        return index < stop and not self._millions_of.isdisjoint(
            (passage.tokens[index].text.lower(), *passage.base_forms(index))
        )

    def _take_digits(self, passage: Passage, build: _Build, index: int, stop: int) -> bool:
        tokens, at = passage.tokens, build.at
        value = read_digits(tokens[at].text, self._decimal_mark)
        if value is None or (at > index and passage.adjacent(at - 1, at)):
            return False
        if at + 1 < stop and unicodedata.category(tokens[at + 1].text[0]) == "No":  # 14½
            build.refused = "goes on with a sign that is no digit"
            return False
        if not build.take_digits(value):
            return False
        decimals = self._apart(passage, at, stop) if at == index else None
        if decimals is not None:
            build.take_decimals(decimals)
            return True
        if self._has_loose_ending(passage, at, stop):
            build.end_with(tokens[at + 1].text.lower(), tokens=1)
            return True
        if at + 1 < stop and passage.adjacent(at, at + 1) and tokens[at + 1].is_word:
            glued = tokens[at + 1].text.lower()
            if glued in self._ordinals:
                build.refused = "an ordinal"
            elif glued in self._endings and glued not in self._plain:
                build.end_with(glued, tokens=1)
        elif not _may_be_a_year(tokens[at].text) and self._has_hyphened_ending(passage, at, stop):
            build.end_with(tokens[at + 2].text.lower(), tokens=2)
        return True

    def _joins_scales(self, passage: Passage, build: _Build, stop: int) -> bool:
        """Whether a full stop here ends an abbreviation inside a number: `5 млрд. 439 млн.`."""
        tokens, at = passage.tokens, build.at
        if not build.abbreviated or at + 2 >= stop or tokens[at].text != ".":
            return False
        if not passage.adjacent(at - 1, at) or not tokens[at + 1].is_number:
            return False
        scale = self._lexicon.get(tokens[at + 2].text.lower())
        return scale is not None and scale.kind == "multiplier" and scale.value < build.bound

    def _misspelt(self, lower: str) -> NumberWord | None:
        """The multiplier that a word after a number is with one letter amiss: `миллард`."""
        if len(lower) < _SLIP or lower[:2] not in self._scale_starts:
            return None
        found = {known for word, known in self._scales.items() if _one_slip(word, lower)}
        return found.pop() if len(found) == 1 else None

    def _apart(self, passage: Passage, at: int, stop: int) -> Decimal | None:
        """The value of `81, 2` before a percent sign or a multiplier: a blank too many.

        Only where the second number is smaller than the first, as no list goes.
        """
        tokens = passage.tokens
        if at + 3 >= stop or tokens[at + 1].text != self._decimal_mark or self._decimal_mark == ".":
            return None
        whole, part, unit = tokens[at], tokens[at + 2], tokens[at + 3]
        gap = passage.text[tokens[at + 1].end : part.start]
        if not passage.adjacent(at, at + 1) or gap not in (" ", "\u00a0"):
            return None
        if not (whole.text.isdecimal() and part.text.isdecimal() and len(part.text) <= 2):
            return None
        if int(part.text) >= int(whole.text) or (at and tokens[at - 1].text == ","):
            return None
        if self._decimals_before.fullmatch(unit.text.lower()) is None:
            return None
        return Decimal(f"{whole.text}.{part.text}")

    def _has_loose_ending(self, passage: Passage, at: int, stop: int) -> bool:
        """Whether the number's ending stands apart: `400 гө жакын`, `8.00 дөн 18.00гө`."""
        tokens = passage.tokens
        if at + 2 >= stop or tokens[at + 1].text not in self._loose:
            return False
        if passage.text[tokens[at].end : tokens[at + 1].start] not in (" ", "\u00a0"):
            return False
        following = tokens[at + 2]
        return following.is_number or following.text.lower() in self._loose_before

    def _take_hyphenated(self, build: _Build, word: str, start: int) -> bool:
        """`twenty-five`, `two-hour`."""
        read = self._hyphenated(word, start)
        if read is None or build.begun:
            return False
        value, build.rest = read
        if build.rest is not None and not self._any_unit:
            build.refused = "in a hyphenated word"  # Тогуз-Торо, бир-эки
            return False
        build.take(NumberWord("cardinal", value))
        return build.rest is None

    def _pass_over(self, passage: Passage, build: _Build, lower: str, stop: int) -> bool:
        """Step over a word inside a number that is none itself: `a million`, `two and a half`."""
        at = build.at
        following = passage.tokens[at + 1].text.lower() if at + 1 < stop else ""
        scaled = self._lexicon.get(following)
        if lower in self._articles and scaled is not None and scaled.kind == "multiplier":
            if not build.begun:
                build.take_article()
                return True
            if build.fraction_only and build.numbers == 1:
                build.at += 1  # half a million
                return True
            return False
        if lower in self._addition and build.numbers:
            skip = self._addition_skip(passage, at, stop)
            build.at += skip
            return skip > 0
        return False

    def _divided(self, passage: Passage, at: int, stop: int) -> int | None:
        """The multiplier whose part the word at `at` is: `million` of `quarter of a million`."""
        for index in range(at + 1, min(at + 4, stop)):
            lower = passage.tokens[index].text.lower()
            known = self._plain.get(lower)
            if known is not None:
                large = known.kind == "multiplier" and known.value >= _THOUSAND
                return index if large else None
            if lower not in self._part_links:
                return None
        return None

    def _line_ends(self, passage: Passage, at: int) -> bool:
        tokens = passage.tokens
        return "\n" in passage.text[tokens[at - 1].end : tokens[at].start]

    def _hyphen_follows(self, passage: Passage, at: int, stop: int) -> bool:
        tokens = passage.tokens
        return (
            at + 1 < stop
            and tokens[at].text in _TIGHT_DASHES
            and passage.adjacent(at - 1, at)
            and passage.adjacent(at, at + 1)
            and tokens[at + 1].is_word
        )

    def _has_hyphened_ending(self, passage: Passage, at: int, stop: int) -> bool:
        """`2-х`, `15-тен`."""
        tokens = passage.tokens
        return (
            at + 2 < stop
            and tokens[at + 1].text in _TIGHT_DASHES
            and passage.adjacent(at, at + 1)
            and passage.adjacent(at + 1, at + 2)
            and tokens[at + 2].text.lower() in self._endings
            and tokens[at + 2].text.lower() not in self._ordinals
        )

    def _addition_skip(self, passage: Passage, at: int, stop: int) -> int:
        """Tokens to skip for `and` in a number: `and a half`, `hundred and five`; 0 for none."""
        tokens = passage.tokens
        following = [t.text.lower() for t in tokens[at + 1 : min(at + 3, stop)]]
        if len(following) == 2 and following[0] in self._articles:
            known = self._lexicon.get(following[1])
            if known is not None and known.kind == "fraction":
                return 2
        before = self._lexicon.get(tokens[at - 1].text.lower())
        known = self._lexicon.get(following[0]) if following else None
        if known is not None and known.kind == "fraction" and not self._articles:
            return 1  # миллион с половиной, 2 с половиной
        if before is None or known is None or before.kind != "multiplier":
            return 0
        return int(known.kind == "cardinal" and before.value <= _THOUSAND)

    def _hyphenated(self, word: str, start: int) -> tuple[Decimal, Span | None] | None:
        """`twenty-five` → 25; `two-hour` → 2 and the span of `hour`."""
        parts = word.split("-")
        total = Decimal(0)
        used = 0
        for part in parts:
            known = self._plain.get(part)
            if known is None or known.kind != "cardinal":
                break
            if used and not 0 < known.value < _place(total):
                break
            total += known.value
            used += 1
        if not used:
            return None
        if used == len(parts):
            return total, None
        offset = sum(len(part) + 1 for part in parts[:used])
        return total, Span(start + offset, start + len(word))

    def _ending_of(self, word: str) -> str:
        if word in self._plain:
            return ""
        for ending in self._endings_by_length:
            if word.endswith(ending) and word[: -len(ending)] in self._plain:
                return ending
        return ""

    def _label(self, passage: Passage, first: int, last: int, spelled: bool) -> str:
        """What the number names: `№ 5`, `109/1`, `24.kg`, `20:10`, `5-берене`; else empty."""
        tokens = passage.tokens
        if first > 0 and tokens[first - 1].text.lower() in self._labels:
            if first > 1 and tokens[first - 2].is_number:
                return ""  # 1 саат 47 мүнөт
            return f"the number of something, after {tokens[first - 1].text}"
        following = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
        if following in self._ordinal_forms or self._ordinal_words.fullmatch(following):
            return "an ordinal"  # он биринчи
        if spelled:
            return ""
        if first == last and _CLOCK.fullmatch(tokens[first].text):
            ahead = passage.text[tokens[last].end : tokens[last].end + 20].lower()
            if self._clock_after.search(ahead):
                return "a time of day"
        if first > 0 and self._is_tail(passage, first, last):
            return "the end of a name or of a longer number"
        if last + 1 >= len(tokens) or not passage.adjacent(last, last + 1):
            return ""
        mark = tokens[last + 1].text
        if _CODE.fullmatch(mark):
            return "the beginning of a code"
        if last + 2 >= len(tokens) or not passage.adjacent(last + 1, last + 2):
            return ""
        part = tokens[last + 2]
        if mark in "/:":
            return "the number of something, a score or a time of day"
        if mark == ".":
            return "" if part.text[0].isupper() else "the beginning of a longer name or number"
        if mark in _TIGHT_DASHES and part.is_word:
            word = part.text.lower()
            if word in self._endings:
                is_year = _may_be_a_year(tokens[first].text)
                return "years of the calendar" if is_year else ""  # 1980-х
            if self._hyphen_units.fullmatch(word) is None:
                return "an ordinal or the number of something"
        return ""

    def _is_tail(self, passage: Passage, first: int, last: int) -> bool:
        """Whether the number goes with what stands before it: a telephone number, `F125`."""
        tokens = passage.tokens
        before = tokens[first - 1]
        if before.text == "+" and tokens[last].end - tokens[first].start > 8:
            return True
        if self._is_model(passage, first):
            return True
        if not passage.adjacent(first - 1, first):
            return False
        if before.text in "/:_#@":
            return True
        if before.text == ".":
            return first > 1 and passage.adjacent(first - 2, first - 1)
        if before.is_word:
            return before.text.upper() != before.text or len(before.text) > 3
        return False

    def _is_model(self, passage: Passage, first: int) -> bool:
        """Whether the number ends a name: a small number after two capitalised words."""
        tokens = passage.tokens
        number = tokens[first].text
        if first < 1 or not number.isdigit() or len(number) > 4:
            return False
        one = tokens[first - 1]
        if self._script != "Latn" and self._is_foreign_name(passage, first):
            return True
        if first < 2 or len(number) > 2:
            return False
        two = tokens[first - 2]
        if "\n" in passage.text[two.end : tokens[first].start]:
            return False
        return one.is_capitalised and (
            (two.is_capitalised and script_of(two.text[0]) == "Latn")
            or (script_of(one.text[0]) == "Latn" and self._script != "Latn")
        )

    def _is_foreign_name(self, passage: Passage, first: int) -> bool:
        """Whether a name in Latin letters in a text of other letters ends here: `Boeing 707`."""
        tokens = passage.tokens
        name = tokens[first - 1]
        if not (name.is_word and name.is_capitalised and script_of(name.text[0]) == "Latn"):
            return False
        if passage.text[name.end : tokens[first].start] not in (" ", "\u00a0", "-"):
            return False
        if name.text.isupper() and len(name.text) == 3 and name.text in self._currencies:
            return False
        following = tokens[first + 1].text.lower() if first + 1 < len(tokens) else ""
        return following != "%" and following not in self._lexicon

    def _is_hedged(self, passage: Passage, start: int) -> bool:
        behind = passage.text[max(0, start - _LOOK_BACK) : start].lower()
        return "\n" not in behind[-2:] and self._before.search(behind) is not None

    def _hedge_before(self, text: str, start: int, sentence: Span) -> tuple[bool, Bound | None]:
        behind = text[max(sentence.start, start - _LOOK_BACK) : start].lower()
        approximate = False
        bound: Bound | None = None
        match = self._before.search(behind)
        while match is not None:
            hedged, limit, _ = _read_hedge(match, 0)
            approximate, bound = approximate or hedged, bound or limit
            behind = behind[: match.start()]
            match = self._before.search(behind)
        return approximate, bound

    def _ranges(
        self, passage: Passage, amounts: Sequence[Amount], declined: list[Rejection]
    ) -> Iterator[Amount]:
        """Mark ranges; their lower end takes the multiplier of the upper one."""
        result = self._without_scores(passage, amounts, declined)
        for n in range(len(result) - 1):
            low, high = result[n], result[n + 1]
            if not self._is_range(passage, low, high):
                continue
            if low.scale == 1 and high.scale > 1 and low.raw <= high.raw:
                low = replace(low, value=low.value * high.scale, scale=high.scale)
            approximate = low.approximate or high.approximate
            result[n] = replace(low, shares=True, approximate=approximate, bound=None)
            result[n + 1] = replace(high, upper=True, approximate=approximate)
        yield from result

    def _without_scores(
        self, passage: Passage, amounts: Sequence[Amount], declined: list[Rejection]
    ) -> list[Amount]:
        """`2-1`: a hyphen between numbers that do not rise is a score."""
        scores: set[int] = set()
        for n in range(len(amounts) - 1):
            one, two = amounts[n], amounts[n + 1]
            between = passage.text[one.span.end : two.span.start]
            falls = 0 <= two.value <= one.value and one.scale == two.scale == 1
            tight = between != "" and between in _TIGHT_DASHES
            if falls and tight and not (one.spelled or two.spelled or self._is_share(passage, two)):
                scores.update((n, n + 1))
                declined.append(_declined(Span(one.span.start, two.span.end), "a score"))
        return [amount for n, amount in enumerate(amounts) if n not in scores]

    def _is_share(self, passage: Passage, amount: Amount) -> bool:
        """Whether a percent sign follows: `70–30 %` is neither a score nor falls by mistake."""
        return passage.text[amount.span.end : amount.span.end + 2].lstrip()[:1] == "%"

    def _is_range(self, passage: Passage, low: Amount, high: Amount) -> bool:
        text = passage.text
        between = text[low.span.end : high.span.start].lower()
        falls = low.value >= high.value and low.scale == high.scale and low.value > 0
        if falls and not self._is_share(passage, high):
            return False
        if _DASH.fullmatch(between):
            return True
        if low.ending in self.words.range_endings and low.ending and between.isspace():
            return True
        if self._between.fullmatch(between):
            behind = text[max(low.sentence.start, low.span.start - 30) : low.span.start].lower()
            return self._range_before.search(behind) is not None
        return False


@cache
def _amounts(language: Language) -> Amounts:
    return Amounts(language)


# -- helpers ------------------------------------------------------------------------------------


def _declined(span: Span, reason: str) -> Rejection:
    return Rejection(kind=Kind("count"), span=span, rule="amounts.number", reason=reason)


def _one_slip(word: str, written: str) -> bool:
    """Whether `written` is `word` with one letter left out, put in or mistaken."""
    if word == written or abs(len(word) - len(written)) > 1:
        return False
    short, long = sorted((word, written), key=len)
    place = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    rest = short[place + 1 :] if len(short) == len(long) else short[place:]
    return rest == long[place + 1 :]


def _may_be_a_year(written: str) -> bool:
    return len(written) == 4 and written.startswith(_CENTURIES)


def _has_minus(text: str, start: int) -> bool:
    """Whether a minus sign (not one of the dashes) stands directly before the number."""
    if start < 1 or text[start - 1] != "\u2212":
        return False
    return start == 1 or not text[start - 2].isalnum()


def _currencies(language: Language) -> frozenset[str]:
    """The last words of the names of currencies, in base form."""
    money = language.table("money", MoneyWords)
    if money is None:
        return frozenset()
    names = [name for names in money.currencies.values() for name in names]
    return frozenset(name.rpartition(" ")[2] for name in (*names, *money.shared))


def _after_symbol(text: str, token: Token) -> bool:
    """Whether a currency's sign stands directly before the number."""
    before = text[max(0, token.start - 2) : token.start].rstrip()[-1:]
    return before != "" and unicodedata.category(before) == "Sc"


def _place(value: Decimal) -> Decimal:
    """The place of the last digit that is not nought: 20 → 10, 300 → 100, 7 → 1."""
    place = _ONE
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def phrase_pattern(phrase: str) -> str:
    """A phrase of a table as an expression: `*` any ending, `…` up to three words."""
    parts = []
    for word in phrase.lower().split():
        if word == "…":
            parts.append(r"(?:[\w'’-]+\s+){0,3}?")
            continue
        escaped = re.escape(word).replace(r"\*", r"\w*")
        parts.append(escaped + r"\s+")
    joined = "".join(parts)
    return joined.removesuffix(r"\s+")


def phrases_pattern(
    phrases: Iterable[str],
    *,
    anchor_start: bool = False,
    anchor_end: bool = False,
    whole: bool = False,
) -> re.Pattern[str]:
    """An expression for any of `phrases` as whole words, for text in lower case."""
    alternatives = "|".join(map(phrase_pattern, sorted(phrases, key=lambda p: (-len(p), p))))
    if not alternatives:
        return re.compile(r"(?!)")
    if whole:
        return re.compile(rf"(?:\s*(?:{alternatives})(?!\w)\s*)+")
    head = r"^\s*" if anchor_start else r"(?<!\w)"
    tail = r"\W*$" if anchor_end else r"(?!\w)"
    return re.compile(f"{head}(?:{alternatives}){tail}")


def _hedges(words: QuantityWords, *, before: bool) -> re.Pattern[str]:
    groups = {
        "approximate": words.approximate_before if before else words.approximate_after,
        "least": words.at_least_before if before else words.at_least_after,
        "most": words.at_most_before if before else words.at_most_after,
    }
    branches = []
    for name, phrases in groups.items():
        if phrases:
            ordered = sorted(phrases, key=lambda p: (-len(p), p))
            branches.append(f"(?P<{name}>{'|'.join(map(phrase_pattern, ordered))})")
    if not branches:
        return re.compile(r"(?!)")
    body = "|".join(branches)
    if before:
        return re.compile(rf"(?<!\w)(?:{body})\s*[\w$€£₽]{{0,3}}\$?\s*$")
    return re.compile(rf"[\s]*(?:{body})(?!\w)")


def _read_hedge(match: re.Match[str] | None, offset: int) -> tuple[bool, Bound | None, int]:
    if match is None:
        return False, None, offset
    end = offset + match.end()
    if match.group("approximate") if "approximate" in match.re.groupindex else None:
        return True, None, end
    if match.group("least") if "least" in match.re.groupindex else None:
        return False, "at-least", end
    return False, "at-most", end
