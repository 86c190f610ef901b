"""What an amount is about, read from the words of its sentence.

`Surroundings.describe(…)` tells its role (actual, target, previous, change), the indicator or other
thing measured, whom it concerns and of when it is; `same_sum_once` lets mentions of one figure
complete each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar, get_args

from generator import knowledge as knowledge_folder
from generator.lexicon.language import Language
from generator.model.calendar import PartialDate
from generator.model.mention import Mention
from generator.model.names import CountryName
from generator.model.quantity import Quantity, QuantityKind, QuantityRole
from generator.model.span import Span
from generator.recognition.amounts import (
    DATE_KINDS,
    Amount,
    Amounts,
    phrase_pattern,
    phrases_pattern,
)
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable
from generator.recognition.recogniser import Found
from generator.tables import load_toml

Item = TypeVar("Item")

_THOUSAND = Decimal(1000)
_CLAUSE = 90
"""Characters in which a role's cue is looked for on either side of an amount."""
_NEAR = 28
"""Characters between an amount and the cue of its role, at most."""
_FAR = 14
"""Words between an amount and the thing measured, at most; a change may be told late."""
_STOP = re.compile(r"[;!?…]|\.\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorWords:
    """`indicators.toml` of a pack: what is measured, base form, by indicator."""

    indicators: Mapping[str, tuple[str, ...]]
    measured: tuple[str, ...] = ()
    """Things measured that are no recurring indicator: `узундук`, `cost`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One row of `knowledge/indicators.toml`."""

    kinds: tuple[QuantityKind, ...] = ("money",)
    """What it is measured in. Its change may be told in per cent or as a factor all the same;
    a percentage that is no change is a share of it and says nothing of its size."""
    national: bool = True
    """Whether the country named with it is whose it is (exports), not whom it hits (tariffs)."""
    bilateral: bool = False
    """Whether it is usually of two countries together, like trade turnover."""
    flow: bool = False
    """Whether it is of a stretch of time (exports of a year) rather than of a moment (debt)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """`knowledge/indicators.toml`: language-neutral ids of recurring indicators."""

    indicators: Mapping[str, Indicator]


class Surroundings:
    """Tells what an amount is about from the words of its sentence."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words = Amounts.shared(language).words
        words = language.table("indicators", IndicatorWords) or IndicatorWords(indicators={})
        rows: list[tuple[str, str]] = [
            (phrase, indicator)
            for indicator, phrases in words.indicators.items()
            for phrase in phrases
        ]
        rows += [(phrase, "") for phrase in words.measured]
        self._table = PhraseTable(rows, language, inflect_all=True)
        self._joiners = frozenset(self._words.joiners)
        self._known = indicators()
        self._cues = {
            (kind, before): self._pattern(kind, before=before)
            for kind in get_args(QuantityKind)
            for before in (False, True)
        }
        self._comparison_after = phrases_pattern(self._words.comparison_after)
        self._comparison_before = phrases_pattern(self._words.comparison_before, anchor_end=True)
        self._as_of_after = phrases_pattern(self._words.as_of_after, anchor_start=True)
        self._as_of_before = phrases_pattern(self._words.as_of_before, anchor_end=True)
        self._part_after = phrases_pattern(self._words.part_after, anchor_start=True)
        self._part_before = phrases_pattern(self._words.part_before, anchor_end=True)
        years = self._words.relative_years or {}
        self._relative = tuple(
            (phrases_pattern((phrase,)), offset) for phrase, offset in years.items()
        )
        self._memo: tuple[Passage, dict[Span, tuple[PhraseMatch[str], ...]]] | None = None

    @classmethod
    def shared(cls, language: Language) -> Surroundings:
        """The one instance for `language`."""
        return _surroundings(language)

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
        phrase = self._indicator(passage, amount, span, kind, role)
        level = kind in ("money", "count")
        if level and phrase and self._is_another(passage, phrase, amount, amounts):
            phrase = None
        indicator = phrase.row if phrase is not None and phrase.row else None
        about = phrase.phrase if phrase is not None else None
        concerned: tuple[str, ...] = ()
        if indicator is not None and phrase is not None:
            concerned = self._concerned(passage, found, phrase, amount, span)
        period = None
        if about is not None and role != "previous":
            known = self._known.get(indicator or "", Indicator(flow=True))
            within = _CLAUSE * 2 if known.flow or role == "change" else _CLAUSE // 2
            period = self._period(passage, found, amount, span, within=within)
        return Quantity(
            kind=kind,
            value=amount.value,
            unit=unit,
            approximate=amount.approximate,
            bound=amount.bound,
            role=role,
            about=about,
            indicator=indicator,
            of=concerned,
            period=period,
        )

    # -- role ---------------------------------------------------------------------------------

    def _role(
        self,
        passage: Passage,
        kind: QuantityKind,
        amount: Amount,
        span: Span,
        amounts: Sequence[Amount],
    ) -> QuantityRole | None:
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
        behind = passage.text[start : span.start].lower()
        best: tuple[int, QuantityRole] | None = None
        match = self._cues[kind, False].search(ahead)
        if match is not None and match.lastgroup and match.start() <= _NEAR:
            best = (match.start(), _cue_role(match.lastgroup))
        cues = list(self._cues[kind, True].finditer(behind))
        if cues and cues[-1].lastgroup:
            distance = len(behind) - cues[-1].end()
            if distance <= _NEAR and (best is None or distance < best[0]):
                best = (distance, _cue_role(cues[-1].lastgroup))
        return None if best is None else best[1]

    def _pattern(self, kind: QuantityKind, *, before: bool) -> re.Pattern[str]:
        branches = []
        for number, cue in enumerate(self._words.roles):
            phrases = cue.before if before else cue.after
            if phrases and (not cue.kinds or kind in cue.kinds):
                alternatives = "|".join(_cue(phrase, before=before) for phrase in phrases)
                branches.append(f"(?P<{cue.role}_{number}>(?<!\\w)(?:{alternatives})(?!\\w))")
        return re.compile("|".join(branches) or r"(?!)")

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
        reach = 2 * _FAR if role == "change" else _FAR
        before = [m for m in matches if m.last < amount.first and amount.first - m.last <= reach]
        named = [m for m in before if m.row]
        if before and not before[-1].row and named and before[-1].first - named[-1].last <= 2:
            return named[-1]  # товар жүгүртүүнүн көлөмү: the volume of what was named just before
        if before:
            return before[-1]
        for match in matches:
            between = passage.text[span.end : max(span.end, passage.tokens[match.first].start)]
            joined = not self._joiners.isdisjoint(between.lower().split())
            if match.first > amount.last and len(between) <= _NEAR // 2 and not joined:
                if self._words.measured_after_bare and not self._is_bare(passage, span):
                    return None
                return match if between.replace(" ", "").isalpha() or not between.strip() else None
        return None

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

    def _measured(self, passage: Passage, sentence: Span) -> tuple[PhraseMatch[str], ...]:
        memo = self._memo
        if memo is None or memo[0] is not passage:
            memo = self._memo = (passage, {})
        if sentence not in memo[1]:
            found: list[PhraseMatch[str]] = []
            tokens = passage.tokens_in(sentence)
            index = tokens.start
            while index < tokens.stop:
                matches = self._table.match_at(passage, index)
                if matches:
                    found.append(matches[0])
                    index = matches[0].last + 1
                else:
                    index += 1
            memo[1][sentence] = tuple(found)
        return memo[1][sentence]

    def _concerned(
        self,
        passage: Passage,
        found: Found,
        phrase: PhraseMatch[str],
        amount: Amount,
        span: Span,
    ) -> tuple[str, ...]:
        """Country codes of whose figure it is."""
        known = self._known.get(phrase.row, Indicator())
        if not known.national:
            return ()
        countries = [m for m in found.of("country") if isinstance(m.value, CountryName)]
        inside = [m for m in countries if amount.sentence.contains(m.span)]
        if known.bilateral:
            codes = _codes(sorted(inside, key=lambda m: _distance(m.span, span)))
            if not codes:
                codes = self._pair_before(passage, countries, amount.sentence)
            return tuple(sorted(codes[:2]))
        anchor = phrase.span(passage)
        before = [m for m in inside if m.span.end <= max(span.start, anchor.start)]
        if before:
            return _codes(before)[-1:]
        return _codes(inside)[:1] if len(_codes(inside)) == 1 else ()

    def _pair_before(
        self, passage: Passage, countries: Sequence[Mention], sentence: Span
    ) -> tuple[str, ...]:
        """The pair of countries named last before `sentence`, in its own paragraph."""
        for earlier in reversed(passage.sentences):
            if earlier.end > sentence.start:
                continue
            if "\n" in passage.text[earlier.end : sentence.start]:
                return ()
            codes = _codes([m for m in countries if earlier.contains(m.span)])
            if codes:
                return codes if len(codes) == 2 else ()
        return ()

    # -- of when ------------------------------------------------------------------------------

    def _period(
        self, passage: Passage, found: Found, amount: Amount, span: Span, *, within: int
    ) -> PartialDate | None:
        """The nearest date of the sentence that can be the figure's, `within` characters."""
        sentence = amount.sentence
        text = passage.text
        candidates: list[tuple[int, PartialDate]] = []
        for mention in found.of(*DATE_KINDS):
            value = mention.value
            if not isinstance(value, PartialDate) or not sentence.contains(mention.span):
                continue
            if value.year is None or self._is_yardstick(text, mention.span, sentence):
                continue
            if _in_range(text, mention.span) or self._is_partial(text, mention.span, value):
                continue
            if value.day is not None and not self._is_as_of(text, mention.span, sentence):
                continue
            candidates.append((_distance(mention.span, span), value))
        published = passage.article.published
        if published is not None:
            for pattern, offset in self._relative:
                for match in pattern.finditer(text[sentence.start : sentence.end].lower()):
                    where = Span(sentence.start + match.start(), sentence.start + match.end())
                    if not self._is_yardstick(text, where, sentence):
                        year = PartialDate(year=published.year + offset)
                        candidates.append((_distance(where, span), year))
        near = [candidate for candidate in candidates if candidate[0] <= within]
        return min(near, default=(0, None), key=lambda c: c[0])[1]

    def _is_yardstick(self, text: str, span: Span, sentence: Span) -> bool:
        ahead = text[span.end : min(sentence.end, span.end + 60)].lower()
        match = self._comparison_after.search(ahead)
        if match is not None and not re.search(r"\d|[;]", ahead[: match.start()]):
            return True
        behind = text[max(sentence.start, span.start - 60) : span.start].lower()
        return self._comparison_before.search(behind) is not None

    def _is_partial(self, text: str, span: Span, value: PartialDate) -> bool:
        """Whether a part of the year is meant: `2022-жылдын I кварталы`."""
        if value.month is not None:
            return False
        ahead, behind = text[span.end : span.end + 30], text[max(0, span.start - 40) : span.start]
        return (
            self._part_after.search(ahead.lower()) is not None
            or self._part_before.search(behind.lower()) is not None
        )

    def _is_as_of(self, text: str, span: Span, sentence: Span) -> bool:
        ahead = text[span.end : min(sentence.end, span.end + 30)].lower()
        behind = text[max(sentence.start, span.start - 30) : span.start].lower()
        return (
            self._as_of_after.search(ahead) is not None
            or self._as_of_before.search(behind) is not None
        )


@cache
def _surroundings(language: Language) -> Surroundings:
    return Surroundings(language)


def indicators() -> Mapping[str, Indicator]:
    """Every recurring indicator, by id."""
    path = Path(knowledge_folder.__file__).parent / "indicators.toml"
    return load_toml(path, Indicators).indicators


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
        of = _only(v.of or None for v in values)
        period = _only(v.period for v in values)
        for n, value in zip(members, values, strict=True):
            same_indicator = indicator is not None and value.indicator in (None, indicator)
            filled = replace(
                value,
                role=value.role or role,
                indicator=value.indicator or indicator,
                about=about if same_indicator else value.about or about,
                of=value.of or of or (),
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


def _cue_role(group: str) -> QuantityRole:
    name = group.rpartition("_")[0]
    if name == "actual":
        return "actual"
    if name == "target":
        return "target"
    return "previous" if name == "previous" else "change"


def _codes(mentions: Iterable[Mention]) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for mention in mentions:
        if isinstance(mention.value, CountryName):
            codes[mention.value.code] = None
    return tuple(codes)


def _in_range(text: str, span: Span) -> bool:
    """Whether a date is an end of a stretch of time: `2019-2020-жылдары`, `январь-март`."""
    before = text[max(0, span.start - 2) : span.start].strip()
    after = text[span.end : span.end + 3].strip()
    dashes = tuple("-\u2010\u2011\u2013\u2014")
    if before.endswith(dashes):
        return True
    if after.startswith(dashes) and after[1:2].isalnum():
        return True
    return any(dash in text[span.start : span.end] for dash in "\u2013\u2014")


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _cue(phrase: str, *, before: bool) -> str:
    """A cue of a role as an expression; `+` at its end asks that it touch the amount."""
    if not phrase.endswith(" +"):
        return phrase_pattern(phrase)
    body = phrase_pattern(phrase.removesuffix(" +"))
    return rf"{body}(?=\W*$)" if before else rf"(?:^\W*{body})"
