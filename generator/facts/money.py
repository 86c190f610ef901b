"""Sums of money, in full units of an ISO 4217 currency."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import CountryName
from generator.model.span import Span
from generator.recognition.amounts import Amount, Amounts
from generator.recognition.measures import Surroundings, same_sum_once
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable
from generator.recognition.recogniser import Found, Recogniser
from generator.recognition.units import MoneyWords

KIND = Kind("money")
REQUIRES = (Kind("country"), Kind("place"), Kind("date"))

_LARGE = Decimal(1000)
_SHARED = ""
"""Stands for the currency of a word that several have."""
_COUNTRY = 2
"""Letters of an ISO 4217 code that are those of the country."""


@dataclass(frozen=True, slots=True)
class _Sum:
    amount: Amount
    span: Span
    currency: str
    parts: int
    rule: str


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    words = language.table("money", MoneyWords)
    return None if words is None else _Money(language, words, knowledge.home_country)


class _Money:
    def __init__(self, language: Language, words: MoneyWords, home: CountryCode | None) -> None:
        self._amounts = Amounts.shared(language)
        self._surroundings = Surroundings.shared(language, home)
        rows: list[tuple[str, tuple[str, int]]] = [
            (word, (code, 1)) for code, forms in words.currencies.items() for word in forms
        ]
        rows += [(word, (unit.currency, unit.parts)) for word, unit in words.sub_units.items()]
        self._rows = {word.lower(): row for word, row in rows}
        rows += [(word, (_SHARED, 1)) for word in words.shared if word not in self._rows]
        self._shared = words.shared
        self._units = PhraseTable(rows, language, inflect_all=True)
        self._suffixes = words.suffixes
        self._symbols = words.symbols
        self._longest = max((len(symbol) for symbol in words.symbols), default=0)
        self._comparatives = frozenset(words.comparatives)
        self._versus = frozenset(words.versus)
        self._then = frozenset(words.then)
        self._whole_endings = words.whole_endings or ("\n",)
        self._joiners = frozenset(self._amounts.words.joiners)
        self._fillers = frozenset(self._amounts.words.fillers)

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        amounts = self._amounts.of(passage, found)
        named = {
            country.value.code
            for country in found.of("country")
            if isinstance(country.value, CountryName)
        }
        sums = [self._sum(passage, amount, named) if amount.value else None for amount in amounts]
        self._share(passage, amounts, sums)
        mentions = [
            Mention(
                kind=KIND,
                span=item.span,
                value=self._surroundings.describe(
                    passage,
                    found,
                    kind="money",
                    amount=replace(item.amount, value=item.amount.value / item.parts),
                    span=item.span,
                    unit=item.currency,
                    amounts=amounts,
                ),
                rule=f"money.{item.rule}/{item.currency}",
            )
            for item in _merged(passage, [s for s in sums if s is not None])
        ]
        declined = self._amounts.declined_before(passage, found, self._units, KIND)
        return [*same_sum_once(mentions), *declined]

    def _sum(
        self, passage: Passage, amount: Amount, countries: Collection[CountryCode]
    ) -> _Sum | None:
        """The sum that an amount is, in an article that names these countries."""
        start = self._symbol_before(passage, amount)
        match = self._unit_after(passage, amount)
        currency, parts = self._meant(match, countries)
        if match is not None and currency != _SHARED:
            begin = amount.span.start
            if start is not None:
                begin = start[0]
            end = passage.tokens[match.last].end
            read = self._bounded(passage, amount, end)
            return _Sum(read, Span(begin, end), currency, parts, "amount-unit")
        if start is not None:
            span = Span(start[0], amount.span.end)
            return _Sum(amount, span, start[1], 1, "symbol-amount")
        after = self._symbol_after(passage, amount)
        if after is not None:
            span = Span(amount.span.start, after[0])
            return _Sum(amount, span, after[1], 1, "amount-symbol")
        return None

    def _meant(
        self, match: PhraseMatch[tuple[str, int]] | None, countries: Collection[CountryCode]
    ) -> tuple[str, int]:
        """The currency of a word in an article, `_SHARED` where it leaves that open."""
        if match is None:
            return _SHARED, 1
        codes = self._shared.get(match.phrase, ())
        meant = [code for code in codes if code[:_COUNTRY] in countries]
        return (meant[0], 1) if len(meant) == 1 else match.row

    def _unit_after(self, passage: Passage, amount: Amount) -> PhraseMatch[tuple[str, int]] | None:
        index = amount.after
        for _ in range(2):
            if index >= len(passage.tokens) or not amount.sentence.contains(
                passage.tokens[index].span
            ):
                return None
            if amount.hyphen and passage.tokens[index].text in "-\u2010\u2011\u2013":
                index += 1
                continue
            matches = self._units.match_at(passage, index)
            if matches:
                return matches[0]
            for last in (index, index + 1):
                row = self._adjective(passage, index, last)
                if row is not None:
                    return PhraseMatch(index, last, row, "")
            if passage.tokens[index].text.lower() not in self._fillers:
                return None
            index += 1
        return None

    def _adjective(self, passage: Passage, first: int, last: int) -> tuple[str, int] | None:
        """The currency of an adjective made of it: `сомдук`."""
        if not self._suffixes or last >= len(passage.tokens):
            return None
        words = " ".join(token.text.lower() for token in passage.tokens[first : last + 1])
        for suffix in self._suffixes:
            row = self._rows.get(words.removesuffix(suffix)) if words.endswith(suffix) else None
            if row is not None:
                return row
        return None

    def _bounded(self, passage: Passage, amount: Amount, end: int) -> Amount:
        """`amount` with the hedge after its unit: `750 миң сомдон ашык`."""
        approximate, bound, _ = self._amounts.hedge_after(passage, end)
        return replace(
            amount,
            approximate=amount.approximate or approximate,
            bound=amount.bound or bound,
        )

    def _symbol_before(self, passage: Passage, amount: Amount) -> tuple[int, str] | None:
        text = passage.text
        end = amount.span.start
        if end > amount.sentence.start and text[end - 1] in " \u00a0":
            end -= 1
        for length in range(self._longest, 0, -1):
            start = end - length
            if start < amount.sentence.start:
                continue
            code = self._symbols.get(text[start:end])
            if code is not None and (start == 0 or not text[start - 1].isalpha()):
                return start, code
        return None

    def _symbol_after(self, passage: Passage, amount: Amount) -> tuple[int, str] | None:
        text = passage.text
        start = amount.span.end
        if text[start : start + 1] in (" ", "\u00a0"):
            start += 1
        for length in range(self._longest, 0, -1):
            end = start + length
            code = self._symbols.get(text[start:end])
            if code is not None and end <= amount.sentence.end:
                following = text[end : end + 1]
                if not following.isalpha() and not (
                    following.isdigit() and start > amount.span.end
                ):
                    return end, code
        return None

    def _share(self, passage: Passage, amounts: Sequence[Amount], sums: list[_Sum | None]) -> None:
        """Give a sum its currency from the next one, where the two are coordinated."""
        for n in range(len(amounts) - 2, -1, -1):
            left, right, named = amounts[n], amounts[n + 1], sums[n + 1]
            if sums[n] is not None or named is None or left.sentence != right.sentence:
                continue
            if self._coordinated(passage, left, right, named):
                sums[n] = _Sum(left, left.span, named.currency, named.parts, "shared-unit")
        for n in range(1, len(amounts)):
            left, right, named = amounts[n - 1], amounts[n], sums[n - 1]
            if sums[n] is not None or named is None or left.sentence != right.sentence:
                continue
            if self._continued(passage, left, right, named):
                sums[n] = _Sum(right, right.span, named.currency, named.parts, "shared-unit")

    def _coordinated(self, passage: Passage, left: Amount, right: Amount, named: _Sum) -> bool:
        if left.shares:
            return named.rule != "symbol-amount" or left.span.end < right.span.start
        if self._amounts.joined(passage, left, right) and named.rule != "symbol-amount":
            return True
        if left.scale < _LARGE or left.scale != right.scale or named.rule == "symbol-amount":
            return False
        token = passage.tokens[left.after] if left.after < len(passage.tokens) else None
        if token is None or token.start >= right.span.start:
            return True
        lower = token.text.lower()
        return not token.is_word or lower in self._comparatives or lower in self._joiners

    def _continued(self, passage: Passage, left: Amount, right: Amount, named: _Sum) -> bool:
        if right.upper and left.shares:
            return True
        if self._is_part(passage, left, right, named):
            return True
        if right.scale != left.scale or right.value < 10 or right.spelled or right.ending:
            return False
        before = passage.tokens[right.first - 1].text.lower() if right.first else ""
        if before not in self._versus:
            return False
        token = passage.tokens[right.after] if right.after < len(passage.tokens) else None
        if token is None or token.start >= right.sentence.end or token.text in ".!?;)":
            return True
        if token.text.lower() in self._then:
            return True
        return right.scale >= _LARGE and not token.is_word

    def _is_part(self, passage: Passage, left: Amount, right: Amount, named: _Sum) -> bool:
        """`170 млн сомдун 150 миллиону`: of the sum right before."""
        whole = named.span.of(passage.text).lower()
        if not right.ending or right.scale != left.scale or right.value > left.value:
            return False
        if not whole.endswith(self._whole_endings):
            return False
        return passage.text[named.span.end : right.span.start].isspace()


def _merged(passage: Passage, sums: Sequence[_Sum]) -> list[_Sum]:
    """`5 сом 30 тыйын` is one sum."""
    result: list[_Sum] = []
    for item in sums:
        before = result[-1] if result else None
        if (
            before is not None
            and item.parts > 1
            and before.parts == 1
            and before.currency == item.currency
            and passage.text[before.span.end : item.span.start].strip() == ""
            and item.amount.value < item.parts
        ):
            value = before.amount.value + item.amount.value / item.parts
            amount = replace(before.amount, value=value, last=item.amount.last)
            span = Span(before.span.start, item.span.end)
            result[-1] = replace(before, amount=amount, span=span)
        else:
            result.append(item)
    return result
