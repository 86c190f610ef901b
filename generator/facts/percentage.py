"""Shares and rates in per cent, percentage points included: the unit is `%` for both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention, Rejection
from generator.model.span import Span
from generator.recognition.amounts import Amount, Amounts, phrases_pattern
from generator.recognition.measures import Surroundings, same_sum_once
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseTable
from generator.recognition.recogniser import Found, Recogniser
from generator.recognition.units import PercentWords

KIND = Kind("percent")
REQUIRES = (Kind("country"), Kind("place"), Kind("date"))


_MOST = Decimal(1000)
"""More than this is told as a factor; in per cent it is two columns of a table run together."""


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    words = language.table("percent", PercentWords)
    return None if words is None else _Percent(language, words, knowledge.home_country)


class _Percent:
    def __init__(self, language: Language, words: PercentWords, home: CountryCode | None) -> None:
        self._amounts = Amounts.shared(language)
        self._surroundings = Surroundings.shared(language, home)
        rows = [(word, "percent") for word in (*words.units, *words.symbols)]
        rows += [(word, "points") for word in words.points]
        self._units = PhraseTable(rows, language, inflect_all=True)
        self._compounds = phrases_pattern(words.compounds)
        self._fillers = frozenset(self._amounts.words.fillers)

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        amounts = self._amounts.of(passage, found)
        named = [self._named(passage, amount) for amount in amounts]
        self._share(passage, amounts, named)
        mentions = []
        declined = list(self._amounts.declined_before(passage, found, self._units, KIND))
        for amount, item in zip(amounts, named, strict=True):
            if item is None:
                continue
            span, rule = item
            if amount.value > _MOST:
                reason = f"more than {_MOST} per cent"
                declined.append(
                    Rejection(kind=KIND, span=span, rule=f"percent.{rule}", reason=reason)
                )
                continue
            approximate, bound, _ = self._amounts.hedge_after(passage, span.end)
            read = replace(
                amount,
                approximate=amount.approximate or approximate,
                bound=amount.bound or bound,
            )
            value = self._surroundings.describe(
                passage, found, kind="percent", amount=read, span=span, unit="%", amounts=amounts
            )
            if rule == "points":
                value = replace(value, role="change")
            mentions.append(Mention(kind=KIND, span=span, value=value, rule=f"percent.{rule}"))
        return [*same_sum_once(mentions), *declined]

    def _named(self, passage: Passage, amount: Amount) -> tuple[Span, str] | None:
        index = amount.after
        for _ in range(2):
            if index >= len(passage.tokens):
                return None
            token = passage.tokens[index]
            if not amount.sentence.contains(token.span):
                return None
            if amount.hyphen and token.text in "-\u2010\u2011\u2013":
                index += 1
                if self._compounds.fullmatch(passage.tokens[index].text.lower()):
                    return Span(amount.span.start, passage.tokens[index].end), "percent"
                continue
            matches = self._units.match_at(passage, index)
            if matches:
                last = matches[0].last
                tokens = passage.tokens
                if (
                    not tokens[last].is_word
                    and last + 1 < len(tokens)
                    and passage.adjacent(last, last + 1)
                    and tokens[last + 1].is_word
                ):
                    last += 1  # 12%га
                return Span(amount.span.start, tokens[last].end), matches[0].row
            if token.text.lower() not in self._fillers:
                return None
            index += 1
        return None

    def _share(
        self,
        passage: Passage,
        amounts: Sequence[Amount],
        named: list[tuple[Span, str] | None],
    ) -> None:
        for n in range(len(amounts) - 2, -1, -1):
            left, right, item = amounts[n], amounts[n + 1], named[n + 1]
            if named[n] is not None or item is None or left.sentence != right.sentence:
                continue
            joined = left.scale == 1 and not left.ending and right.value <= 1000
            if left.shares or (joined and self._amounts.joined(passage, left, right)):
                named[n] = (left.span, item[1])
