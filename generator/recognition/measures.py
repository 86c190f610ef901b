"""What an amount is about, read from the words of its sentence.

`Surroundings.describe(…)` tells its role (actual, target, previous, change), the indicator or other
thing measured, whom it concerns (`figure_owners`) and of when it is (`figure_periods`);
`same_sum_once` lets mentions of one figure complete each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import TypeVar, get_args

from generator.lexicon.language import Language
from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode
from generator.model.mention import Mention
from generator.model.quantity import Direction, Quantity, QuantityKind, QuantityRole
from generator.model.span import Span
from generator.recognition.amounts import (
    DATE_KINDS,
    Amount,
    Amounts,
    phrase_pattern,
    phrases_pattern,
)
from generator.recognition.figure_owners import Owners
from generator.recognition.figure_periods import Periods
from generator.recognition.figure_words import Indicator, IndicatorWords, indicators
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable
from generator.recognition.recogniser import Found

Item = TypeVar("Item")

_THOUSAND = Decimal(1000)
_CLAUSE = 90
"""Characters in which a role's cue is looked for on either side of an amount."""
_NEAR = 28
"""Characters between an amount and the cue of its role, at most."""
_FORECAST = 48
"""Characters before an amount in which it is said to be foreseen."""
_FAR = 14
"""Words between an amount and the thing measured, at most; a change may be told late."""
_HEAD = 3
"""Words between a thing measured and the noun that it only describes, at most."""
_GOES_ON = 3
"""Words after a colon that are more than a figure and its hedges."""
_STOP = re.compile(r"[;!?…]|\.\s")
_COMMA = re.compile(r"[,;\u2013\u2014](?!\d)")
_BRACKETS = re.compile(r"^\s*\([^)]*\)")
_NOTHING = "-"
"""Stands for the indicator of what is not measured by the word in it."""


@dataclass(slots=True)
class _Read:
    """What is known of one passage so far."""

    passage: Passage
    measured: dict[Span, tuple[PhraseMatch[str], ...]] = field(default_factory=dict)
    said: dict[Span, Quantity] = field(default_factory=dict)
    """Figures already described, by their place."""


class Surroundings:
    """Tells what an amount is about from the words of its sentence."""

    def __init__(self, language: Language, home: CountryCode | None = None) -> None:
        """`home` is the country whose press the site reads."""
        self.language = language
        self._amounts = Amounts.shared(language)
        self._words = self._amounts.words
        words = language.table("indicators", IndicatorWords) or IndicatorWords(indicators={})
        rows: list[tuple[str, str]] = [
            (phrase, indicator)
            for indicator, phrases in words.indicators.items()
            for phrase in phrases
        ]
        rows += [(phrase, "") for phrase in words.measured]
        rows += [(phrase, _NOTHING) for phrase in words.not_measured]
        self._table = PhraseTable(rows, language, inflect_all=True)
        self._joiners = frozenset(self._words.joiners)
        self._known = indicators()
        self._owners = Owners(language, words, home)
        self._periods = Periods(language, self._words, words)
        self._cues = {
            (kind, before): self._pattern(kind, before=before)
            for kind in get_args(QuantityKind)
            for before in (False, True)
        }
        self._heads_before = phrases_pattern(words.heads_before, anchor_end=True)
        self._heads_after = frozenset(words.heads_after)
        self._genitive = words.genitive_endings
        self._parts = phrases_pattern(words.parts)
        self._parts_after = phrases_pattern(words.parts_after, anchor_start=True)
        self._goods = phrases_pattern(words.goods_after, anchor_start=True)
        self._required_before = phrases_pattern(words.required_before)
        self._required_after = phrases_pattern(words.required_after)
        self._forecast_before = phrases_pattern(words.forecast_before)
        self._forecast_after = phrases_pattern(words.forecast_after)
        self._ways: tuple[tuple[Direction, re.Pattern[str]], ...] = (
            ("up", phrases_pattern(self._words.rises)),
            ("down", phrases_pattern(self._words.falls)),
        )
        self._beyond = {
            "at-least": _anywhere(self._words.more_than),
            "at-most": _anywhere(self._words.less_than),
        }
        self._levels = frozenset(words.levels)
        self._averages = phrases_pattern(words.averages, anchor_end=True)
        self._carriers = frozenset(words.carriers)
        self._needs = _by_family(self._known, words.needs)
        self._spoils = _by_family(self._known, words.spoils)
        self._units_of = {id_: frozenset(units) for id_, units in (words.units_of or {}).items()}
        subjects = words.subjects or {}
        self._subjects = PhraseTable(
            [(phrase, id_) for id_, phrases in subjects.items() for phrase in phrases], language
        )
        self._alike = PhraseTable([(phrase, "") for phrase in words.alike], language)
        refers = (
            *words.back_references,
            *(words.years_before or {}),
            *(self._words.relative_years or {}),
            *self._words.approximate_before,
            *self._words.at_least_before,
            *self._words.at_most_before,
        )
        self._refers = phrases_pattern(refers)
        self._memo: _Read | None = None

    @classmethod
    def shared(cls, language: Language, home: CountryCode | None = None) -> Surroundings:
        """The one instance for `language` on a site of the country `home`."""
        return _surroundings(language, home)

    def describe(
        self,
        passage: Passage,
        found: Found,
        *,
        kind: QuantityKind,
        amount: Amount,
        span: Span,
        unit: str,
        amounts: Sequence[Amount],
    ) -> Quantity:
        """The quantity at `span`, with all that its sentence says of it."""
        role = self._role(passage, kind, amount, span, amounts)
        way = self._direction(passage, amount, span, amounts) if role == "change" else None
        role = self._as_foreseen(passage, role, amount, span, amounts)
        phrase = self._indicator(passage, amount, span, kind, role)
        if phrase is not None and not self._holds(
            passage,
            phrase,
            amount=amount,
            span=span,
            kind=kind,
            unit=unit,
            role=role,
            amounts=amounts,
        ):
            phrase = None
        level = kind in ("money", "count")
        taken = level and phrase is not None and role != "previous"
        if taken and phrase and self._is_another(passage, phrase, amount, amounts):
            phrase = None
        indicator = phrase.row if phrase is not None and phrase.row else None
        if role == "change" and kind == "percent" and indicator in self._levels:
            role, way = "actual", None
        about = phrase.phrase if phrase is not None else None
        quantity = Quantity(
            kind=kind,
            value=amount.value,
            unit=unit,
            approximate=amount.approximate,
            bound=amount.bound,
            strict=self._is_strict(passage, amount, span),
            role=role,
            direction=way,
            about=about,
            indicator=indicator,
        )
        if phrase is None:
            quantity = self._carried(passage, found, quantity, amount, span)
        else:
            known = self._known.get(indicator or "", Indicator(flow=True))
            if indicator is not None:
                owners = self._owners.of(
                    passage,
                    found,
                    known,
                    phrase=phrase.span(passage),
                    directed=self._directed(passage, amount.sentence),
                    sentence=amount.sentence,
                    span=span,
                    unit=unit,
                )
                quantity = replace(quantity, of=owners)
            clause = _beside(passage, amount, span, amounts)[1]
            if known.daily and self._averages.search(passage.text[: span.start][-_NEAR:].lower()):
                quantity = replace(quantity, approximate=False)
            period = self._period(
                passage, found, quantity, known, span=span, sentence=amount.sentence, clause=clause
            )
            quantity = replace(quantity, period=period)
        self._read(passage).said[span] = quantity
        return quantity

    def _directed(self, passage: Passage, sentence: Span) -> tuple[tuple[Span, str], ...]:
        """The words of a sentence for what goes to another country or comes from it."""
        return tuple(
            (match.span(passage), known.goes)
            for match in self._measured(passage, sentence)
            if (known := self._known.get(match.row)) is not None and known.goes is not None
        )

    def _read(self, passage: Passage) -> _Read:
        if self._memo is None or self._memo.passage is not passage:
            self._memo = _Read(passage)
        return self._memo

    # -- role ---------------------------------------------------------------------------------

    def _role(
        self,
        passage: Passage,
        kind: QuantityKind,
        amount: Amount,
        span: Span,
        amounts: Sequence[Amount],
    ) -> QuantityRole | None:
        behind, ahead = _beside(passage, amount, span, amounts)
        best: tuple[int, QuantityRole] | None = None
        match = self._cues[kind, False].search(ahead)
        if match is not None and match.lastgroup and match.start() <= _NEAR:
            told = _cue_role(match.lastgroup)
            if told != "previous" or not _COMMA.search(ahead[: match.start()]):
                best = (match.start(), told)  # `5 bn, a year earlier 4 bn`: that is of the next
        if self._periods.is_earlier(_COMMA.split(behind)[-1]):
            return "previous"
        cues = list(self._cues[kind, True].finditer(behind))
        if cues and cues[-1].lastgroup:
            distance = len(behind) - cues[-1].end()
            if distance <= _NEAR and (best is None or distance < best[0]):
                best = (distance, _cue_role(cues[-1].lastgroup))
        return None if best is None else best[1]

    def _is_strict(self, passage: Passage, amount: Amount, span: Span) -> bool:
        """Whether the words of its bound leave the amount itself out."""
        if amount.bound is None:
            return False
        before, after, within = self._beyond[amount.bound]
        text = passage.text
        start = max(amount.sentence.start, span.start - _NEAR)
        return (
            before.search(text[start : span.start].lower()) is not None
            or after.search(text[span.end : span.end + _NEAR].lower()) is not None
            or within.search(text[span.start : span.end].lower()) is not None
        )

    def _direction(
        self, passage: Passage, amount: Amount, span: Span, amounts: Sequence[Amount]
    ) -> Direction | None:
        """Which way a change went, by the nearest word that says so; `None` where two are."""
        behind, ahead = _beside(passage, amount, span, amounts)
        # A bound has no way: `fell more than 5%` is no rise.
        behind = self._amounts.before_hedges(behind)
        _, bound, end = self._amounts.hedge_after(passage, span.end)
        if bound is not None:
            ahead = ahead[end - span.end :]
        found: list[tuple[int, Direction]] = []
        for way, pattern in self._ways:
            found += [(len(behind) - match.end(), way) for match in pattern.finditer(behind)]
            found += [(match.start(), way) for match in pattern.finditer(ahead)]
        found = sorted(one for one in found if one[0] <= _NEAR)
        if not found or any(one[0] == found[0][0] and one != found[0] for one in found):
            return None
        return found[0][1]

    def _pattern(self, kind: QuantityKind, *, before: bool) -> re.Pattern[str]:
        branches = []
        for number, cue in enumerate(self._words.roles):
            phrases = cue.before if before else cue.after
            if phrases and (not cue.kinds or kind in cue.kinds):
                alternatives = "|".join(_cue(phrase, before=before) for phrase in phrases)
                branches.append(f"(?P<{cue.role}_{number}>(?<!\\w)(?:{alternatives})(?!\\w))")
        return re.compile("|".join(branches) or r"(?!)")

    def _as_foreseen(
        self,
        passage: Passage,
        role: QuantityRole | None,
        amount: Amount,
        span: Span,
        amounts: Sequence[Amount],
    ) -> QuantityRole | None:
        """`role`, or `target` where the words make it a forecast or a plan."""
        if role in ("target", "previous"):
            return role
        behind, ahead = _beside(passage, amount, span, amounts)
        stop = behind.rfind(";")
        if self._forecast_before.search(behind[stop + 1 :][-_FORECAST:]):
            return "target"
        match = self._forecast_after.search(ahead)
        return "target" if match is not None and match.start() <= _NEAR else role

    # -- what is measured ---------------------------------------------------------------------

    def _indicator(
        self,
        passage: Passage,
        amount: Amount,
        span: Span,
        kind: QuantityKind,
        role: QuantityRole | None,
    ) -> PhraseMatch[str] | None:
        """The nearest thing before the amount that is measured so, else the one right after it."""
        matches = [
            match
            for match in self._measured(passage, amount.sentence)
            if self._fits(match.row, kind, role)
        ]
        reach = 2 * _FAR if role in ("change", "previous") else _FAR
        before = [m for m in matches if m.last < amount.first and amount.first - m.last <= reach]
        if before:
            nearest, named = before[-1], [m for m in before if not self._is_generic(m)]
            if self._is_generic(nearest) and named and nearest.first - named[-1].last <= _HEAD:
                return named[-1]  # товар жүгүртүүнүн көлөмү: the volume of what was named before
            return nearest
        for match in matches:
            between = passage.text[span.end : max(span.end, passage.tokens[match.first].start)]
            joined = not self._joiners.isdisjoint(between.lower().split())
            if match.first > amount.last and len(between) <= _NEAR // 2 and not joined:
                if self._words.measured_after_bare and not self._is_bare(passage, span):
                    return None
                return match if between.replace(" ", "").isalpha() or not between.strip() else None
        return None

    def _is_generic(self, match: PhraseMatch[str]) -> bool:
        return not match.row or (match.row in self._known and self._known[match.row].generic)

    def _holds(
        self,
        passage: Passage,
        match: PhraseMatch[str],
        *,
        amount: Amount,
        span: Span,
        kind: QuantityKind,
        unit: str,
        role: QuantityRole | None,
        amounts: Sequence[Amount],
    ) -> bool:
        """Whether the amount is told of the thing itself, as far as the words show."""
        known = self._known.get(match.row, Indicator())
        if kind == "money" and (
            (known.most is not None and amount.value > known.most) or known.currency == unit
        ):
            return False
        if kind == "count" and unit and unit not in self._units_of.get(match.row, (unit,)):
            return False
        text = passage.text
        sentence = text[amount.sentence.start : amount.sentence.end].lower()
        needs, spoils = self._needs.get(match.row), self._spoils.get(match.row)
        if needs is not None and not needs.search(sentence):
            return False
        if spoils is not None and spoils.search(sentence):
            return False
        behind = text[max(amount.sentence.start, span.start - _CLAUSE) : span.start].lower()
        ahead = text[span.end : min(amount.sentence.end, span.end + _CLAUSE)].lower()
        if kind == "percent" and (
            self._required_before.search(behind[-_NEAR:])
            or self._required_after.search(_COMMA.split(ahead)[0][:_NEAR])
        ):
            return False
        if self._parts_after.search(ahead):
            return False
        if match.first > amount.last:
            return True
        if any(other.scale > 1 and match.first - other.last == 1 for other in amounts):
            return False  # `32 million people live …, 20 thousand go`: the first one has taken it
        if kind == "money" and self._goods.search(_BRACKETS.sub("", ahead)):
            return False
        return self._is_head(passage, match, amount, role)

    def _is_head(
        self,
        passage: Passage,
        match: PhraseMatch[str],
        amount: Amount,
        role: QuantityRole | None,
    ) -> bool:
        """Whether the amount is told of what stands before it, not of what that describes."""
        text = passage.text
        phrase = match.span(passage)
        behind = text[max(amount.sentence.start, phrase.start - _CLAUSE) : phrase.start].lower()
        if self._heads_before.search(behind) or behind.rstrip().endswith("%"):
            return False
        following = match.last + 1
        if following < amount.first and not self._heads_after.isdisjoint(
            passage.base_forms(following)
        ):
            return False
        if self._genitive and role != "change":
            last = passage.tokens[match.last].text.lower()
            named = match.phrase.lower().rpartition(" ")[2]
            if last.endswith(self._genitive) and last != named:
                heads = range(following, min(following + _HEAD, amount.first))
                if all(self._carriers.isdisjoint(passage.base_forms(head)) for head in heads):
                    return False
        between = text[phrase.end : passage.tokens[amount.first].start]
        if self._parts.search(between.lower()):
            return False
        clause = max(between.rfind(":"), between.rfind(";"))
        return clause < 0 or len(between[clause + 1 :].split()) <= _GOES_ON

    def _is_another(
        self,
        passage: Passage,
        phrase: PhraseMatch[str],
        amount: Amount,
        amounts: Sequence[Amount],
    ) -> bool:
        """Whether an amount between the thing and this one has taken it: `debt … 4, of it … 3`.

        The second of two amounts side by side is the same sum in other words: `4 bn (300 bn)`.
        """
        between = [
            other
            for other in amounts
            if phrase.last < other.first
            and other.last < amount.first
            and not other.shares
            and (other.scale > 1) == (amount.scale > 1)
            and (other.scale > 1 or other.value >= 100)  # else a percentage or a factor
        ]
        if not between or amount.upper:
            return False
        last = between[-1]
        gap = passage.tokens[last.last + 1 : amount.first]
        side = any(token.text == "(" or token.text.lower() in self._joiners for token in gap)
        return not (side and len(gap) <= 5)

    def _is_bare(self, passage: Passage, span: Span) -> bool:
        """Whether the last word of the amount has no ending: `15 пайыз бажы алымы`."""
        index = passage.token_at(span.end - 1)
        if index is None or not passage.tokens[index].is_word:
            return True
        written = passage.tokens[index].text
        return self.language.base_forms(written)[0] == written.lower()

    def _fits(self, indicator: str, kind: QuantityKind, role: QuantityRole | None) -> bool:
        if not indicator:
            return kind in ("money", "count") or role == "change"
        if kind in self._known.get(indicator, Indicator()).kinds:
            return True
        return kind in ("percent", "multiple") and role == "change"

    def _of_the_next(
        self, passage: Passage, span: Span, sentence: Span, clause: str
    ) -> Span | None:
        """What after a comma leads to the next amount: `…, last year it was` of another one.

        All that follows is of the next one where that is what this one is compared with.
        """
        end = span.end + len(clause)
        cues = list(self._cues["money", True].finditer(clause))
        if cues and cues[-1].lastgroup and _cue_role(cues[-1].lastgroup) == "previous":
            return Span(span.end, sentence.end)
        comma = _COMMA.search(clause)
        if comma is None or not passage.text[end : min(end + 1, sentence.end)].isdigit():
            return None
        return Span(span.end + comma.start(), end)

    def _measured(self, passage: Passage, sentence: Span) -> tuple[PhraseMatch[str], ...]:
        known = self._read(passage).measured
        if sentence not in known:
            found: list[PhraseMatch[str]] = []
            tokens = passage.tokens_in(sentence)
            subject = self._subject(passage, tokens, sentence)
            index = tokens.start
            while index < tokens.stop:
                matches = self._table.match_at(passage, index)
                if subject is not None and subject.first == index and not matches:
                    matches = (subject,)
                if matches:
                    if matches[0].row != _NOTHING:
                        found.append(matches[0])
                    index = matches[0].last + 1
                else:
                    index += 1
            known[sentence] = tuple(found)
        return known[sentence]

    def _subject(self, passage: Passage, tokens: range, sentence: Span) -> PhraseMatch[str] | None:
        """What begins a sentence after one about its like: `Евро стоит …` after a rate."""
        matches = self._subjects.match_at(passage, tokens.start) if tokens else ()
        if not matches:
            return None
        ids = {id_ for id_, indicator in self._known.items() if indicator.currency is not None}
        for earlier in reversed([one for one in passage.sentences if one.end <= sentence.start]):
            if "\n" in passage.text[earlier.end : sentence.start].strip(" "):
                break
            if any(match.row in ids for match in self._measured(passage, earlier)):
                return matches[0]
        if passage.article.title and passage.sentences and passage.sentences[0] != sentence:
            title = passage.tokens_in(passage.sentences[0])
            if any(self._alike.match_at(passage, index) for index in title):
                return matches[0]
        return None

    def _carried(
        self, passage: Passage, found: Found, quantity: Quantity, amount: Amount, span: Span
    ) -> Quantity:
        """A figure of a sentence that only tells when: it is of what was measured before it."""
        if quantity.role == "change" or quantity.kind not in ("money", "count", "percent"):
            return quantity
        sentence = amount.sentence
        commas = list(_COMMA.finditer(passage.text, sentence.start, span.start))
        clause = Span(commas[-1].end() if commas else sentence.start, sentence.end)
        before = [
            (where, other)
            for where, other in self._read(passage).said.items()
            if where.end <= clause.start
            and (other.kind, other.unit) == (quantity.kind, quantity.unit)
        ]
        if not before:
            return quantity
        where, other = max(before, key=lambda item: item[0].start)
        if not sentence.contains(where):
            clause = sentence
        if other.about is None or other.role == "change":
            return quantity
        if not self._refers_back(passage, found, clause, span):
            return quantity
        first = next((one for one in passage.sentences if one.start > where.end), None)
        if clause == sentence and (
            "\n" in passage.text[where.end : sentence.start] or first != sentence
        ):
            return quantity
        start = passage.text[clause.start : span.start].lower()
        period = self._periods.of(
            passage, found, span, clause, within=2 * _CLAUSE, role="previous"
        ) or self._periods.earlier(start, other.period)
        role = quantity.role
        before_it = _is_earlier(period, other.period, passage) or self._periods.is_earlier(start)
        if role in (None, "actual") and before_it and other.role != "target":
            role = "previous"
        return replace(
            quantity,
            role=role,
            about=other.about,
            indicator=other.indicator,
            of=other.of,
            period=period,
        )

    def _refers_back(self, passage: Passage, found: Found, sentence: Span, span: Span) -> bool:
        """Whether nothing before the amount in its sentence names another thing."""
        start = passage.text[sentence.start : span.start].lower()
        for mention in reversed(found.of(*DATE_KINDS)):
            if sentence.start <= mention.span.start and mention.span.end <= span.start:
                low, high = mention.span.start - sentence.start, mention.span.end - sentence.start
                start = f"{start[:low]}\x00{start[high:]}"
        if "\x00" not in start and not self._periods.when(start):
            return False
        rest = self._refers.sub(" ", start.replace("\x00", " "))
        return not rest.strip(" ,:\u2013\u2014-$€£₽\u00a0")

    def _period(
        self,
        passage: Passage,
        found: Found,
        quantity: Quantity,
        known: Indicator,
        *,
        span: Span,
        sentence: Span,
        clause: str,
    ) -> PartialDate | None:
        """Of when the figure at `span` is; `clause` is what follows it, up to the next amount."""
        role = quantity.role
        if role == "previous":
            # Its own date follows it; `a year earlier` counts from the figure before it.
            rest = Span(span.start, min(sentence.end, span.end + len(clause)))
            own = self._periods.of(passage, found, span, rest, within=_CLAUSE // 2, role=role)
            if own is not None:
                return own
            others = [
                q for where, q in self._read(passage).said.items() if sentence.contains(where)
            ]
            period = next((q.period for q in others if q.indicator == quantity.indicator), None)
            return self._periods.earlier(clause, period)
        within = _CLAUSE * 2 if known.flow or role == "change" else _CLAUSE // 2
        period = self._periods.of(
            passage,
            found,
            span,
            sentence,
            within=within,
            role=role,
            clause=len(clause),
            others=self._of_the_next(passage, span, sentence, clause),
        )
        if period is None and known.daily and role in (None, "actual"):
            published = passage.article.published
            day = self._periods.day_of_headline(passage, found)
            period = day or (None if published is None else published.date)
        return period


@cache
def _surroundings(language: Language, home: CountryCode | None) -> Surroundings:
    return Surroundings(language, home)


def same_sum_once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions of one sum say the same of it: what one leaves open is taken from the fullest.

    An article states its main figure two or three times, once with all its particulars. Only
    figures that are unlikely to meet by chance are taken for the same: sums of money from a
    thousand up, and numbers of three digits or more that are not nought. Where two mentions
    contradict each other in a particular, both keep their own.
    """
    result = list(mentions)
    groups: dict[tuple[Decimal, str], list[int]] = {}
    for n, mention in enumerate(result):
        value = mention.value
        if isinstance(value, Quantity) and _is_particular(value):
            groups.setdefault((value.value, value.unit), []).append(n)
    for members in groups.values():
        values = [v for n in members if isinstance(v := result[n].value, Quantity)]
        if len(values) < 2:
            continue
        role: QuantityRole | None = _only(v.role for v in values)
        indicator = _only(v.indicator for v in values)
        about = _only(v.about for v in values)
        if about is None and indicator is not None:
            about = next((v.about for v in values if v.indicator == indicator), None)
        of = _fullest(v.of for v in values)
        period = _only(v.period for v in values)
        for n, value in zip(members, values, strict=True):
            same_indicator = indicator is not None and value.indicator in (None, indicator)
            filled = replace(
                value,
                role=value.role or role,
                indicator=value.indicator or indicator,
                about=about if same_indicator else value.about or about,
                of=value.of if of is None else of,
                period=value.period or period,
            )
            result[n] = replace(result[n], value=filled)
    return tuple(result)


def _is_particular(quantity: Quantity) -> bool:
    if quantity.kind == "money" and quantity.value >= _THOUSAND:
        return True
    return len(quantity.value.normalize().as_tuple().digits) >= 3


# -- helpers ------------------------------------------------------------------------------------


def _only(values: Iterable[Item | None]) -> Item | None:
    """The one value there is, or nothing where there are several."""
    known = {value for value in values if value is not None}
    return next(iter(known)) if len(known) == 1 else None


def _fullest(owners: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The one that has all the others name; nothing where they contradict each other."""
    known = sorted({one for one in owners if one}, key=lambda one: (-len(one), one))
    if known and all(set(one) <= set(known[0]) for one in known[1:]):
        return known[0] if len(known) < 2 or len(known[1]) < len(known[0]) else None
    return None


def _cue_role(group: str) -> QuantityRole:
    name = group.rpartition("_")[0]
    if name == "actual":
        return "actual"
    if name == "target":
        return "target"
    return "previous" if name == "previous" else "change"


def _beside(
    passage: Passage, amount: Amount, span: Span, amounts: Sequence[Amount]
) -> tuple[str, str]:
    """What stands before and after an amount in its clause, lower case, up to other amounts."""
    sentence = amount.sentence
    end = min(sentence.end, span.end + _CLAUSE)
    start = max(sentence.start, span.start - _CLAUSE)
    for other in amounts:
        if other.span.start > span.end:
            if not (amount.shares or other.shares):
                end = min(end, other.span.start)
        elif other.span.end <= span.start and not (other.shares or amount.upper):
            start = max(start, other.span.end)
    ahead = passage.text[span.end : end].lower()
    stop = _STOP.search(ahead)
    if stop is not None:
        ahead = ahead[: stop.start()]
    return passage.text[start : span.start].lower(), ahead


def _anywhere(
    phrases: Iterable[str],
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Expressions for any of `phrases` right before an amount, right after it, and in it."""
    some = tuple(phrases)
    return (
        phrases_pattern(some, anchor_end=True),
        phrases_pattern(some, anchor_start=True),
        phrases_pattern(some),
    )


def _by_family(
    known: Iterable[str], phrases: Mapping[str, tuple[str, ...]] | None
) -> dict[str, re.Pattern[str]]:
    """By indicator, an expression for any of the phrases listed for it or for its family."""
    return {
        id_: phrases_pattern(some)
        for family, some in (phrases or {}).items()
        for id_ in known
        if id_ == family or id_.startswith(f"{family}-")
    }


def _is_earlier(period: PartialDate | None, other: PartialDate | None, passage: Passage) -> bool:
    """Whether `period` is over before `other`; before the day of the text where that is unknown."""
    if period is None or period.year is None:
        return False
    if other is None or other.year is None:
        published = passage.article.published
        return published is not None and period.year < published.year
    if period.year != other.year or period.month is None or other.month is None:
        return period.year < other.year
    return period.month < other.month


def _cue(phrase: str, *, before: bool) -> str:
    """A cue of a role as an expression; `+` at its end asks that it touch the amount."""
    if not phrase.endswith(" +"):
        return phrase_pattern(phrase)
    body = phrase_pattern(phrase.removesuffix(" +"))
    return rf"{body}(?=\W*$)" if before else rf"(?:^\W*{body})"
