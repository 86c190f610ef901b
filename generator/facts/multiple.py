"""Factors of growth or comparison: `24 эсеге`, `в 2,3 раза`, `doubled`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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

KIND = Kind("multiple")
REQUIRES = (Kind("country"), Kind("place"), Kind("date"))

_REPEATED = "how often somebody did it"


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleWords:
    """`multiple.toml`."""

    units: tuple[str, ...]
    before: tuple[str, ...] = ()
    """Words one of which must stand before the number, or one of `after` after its unit, for it
    to be a factor and not a number of occasions; none listed: the unit alone is enough."""
    after: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    """What makes a factor of a number after a hyphen or glued to it: `fold`, `кратный`."""
    not_before: tuple[str, ...] = ()
    """Who does something that many times rather than grows: `пятикратный чемпион`."""
    stems: tuple[str, ...] = ()
    """How a verb made of the unit begins: `эселе` of `эки эселеп`."""
    idioms: tuple[str, ...] = ()
    """What after one of `words` makes another word of it: `doubled down`."""
    words: Mapping[str, Decimal]
    """Words that are factors by themselves; `*` for any ending."""


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    words = language.table("multiple", MultipleWords)
    return None if words is None else _Multiple(language, words, knowledge.home_country)


class _Multiple:
    def __init__(self, language: Language, words: MultipleWords, home: CountryCode | None) -> None:
        self._amounts = Amounts.shared(language)
        self._surroundings = Surroundings.shared(language, home)
        self._units = PhraseTable([(word, word) for word in words.units], language)
        self._asks = bool(words.before or words.after)
        self._before = phrases_pattern(words.before, anchor_end=True)
        self._after = phrases_pattern(words.after, anchor_start=True)
        self._compounds = frozenset(words.compounds)
        self._not_before = phrases_pattern(
            [phrase for word in words.not_before for phrase in (word, f"… {word}")],
            anchor_start=True,
        )
        self._stems = words.stems or ("\n",)
        self._idioms = phrases_pattern(words.idioms, anchor_start=True)
        self._single = tuple(
            (phrases_pattern((word,)), value) for word, value in words.words.items()
        )
        self._words = phrases_pattern(tuple(words.words))

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        amounts = self._amounts.of(passage, found)
        mentions: list[Mention] = []
        declined = list(self._amounts.declined_before(passage, found, self._units, KIND))
        following: Span | None = None
        for n in range(len(amounts) - 1, -1, -1):
            amount = amounts[n]
            span = self._span(passage, amount)
            if isinstance(span, Rejection):
                declined.append(span)
                span = None
            if span is None and amount.shares and following is not None:
                span = amount.span
            if span is not None and self._is_repeated(passage, span.end):
                declined.append(_declined(span, "unit", _REPEATED))
                span = None
            following = span
            if span is not None and amount.value > 0:
                mentions.append(
                    self._mention(passage, found, amount, span, amounts=amounts, rule="unit")
                )
        for sentence in passage.sentences:
            text = passage.text[sentence.start : sentence.end].lower()
            if len(text) != len(sentence):
                continue  # lower case changed the length: offsets would not hold
            for match in self._words.finditer(text):
                span = Span(sentence.start + match.start(), sentence.start + match.end())
                if self._is_repeated(passage, span.end):
                    declined.append(_declined(span, "word", _REPEATED))
                    continue
                if self._idioms.match(passage.text[span.end : span.end + 30].lower()):
                    continue
                value = next(v for one, v in self._single if one.match(text, match.start()))
                amount = self._amounts.of_word(passage, span, value, sentence)
                mentions.append(
                    self._mention(passage, found, amount, span, amounts=amounts, rule="word")
                )
        return [*same_sum_once(mentions), *declined]

    def _is_repeated(self, passage: Passage, end: int) -> bool:
        """Whether the number is of times somebody did it: `пятикратный чемпион мира`."""
        return self._not_before.match(passage.text[end : end + 60].lower()) is not None

    def _mention(
        self,
        passage: Passage,
        found: Found,
        amount: Amount,
        span: Span,
        *,
        amounts: tuple[Amount, ...],
        rule: str,
    ) -> Mention:
        approximate, _, _ = self._amounts.hedge_after(passage, span.end)
        read = replace(amount, approximate=amount.approximate or approximate)
        value = self._surroundings.describe(
            passage, found, kind="multiple", amount=read, span=span, unit="x", amounts=amounts
        )
        return Mention(kind=KIND, span=span, value=value, rule=f"multiple.{rule}")

    def _span(self, passage: Passage, amount: Amount) -> Span | Rejection | None:
        tokens = passage.tokens
        index = amount.last + 1
        if amount.compound is not None and amount.compound.of(passage.text) in self._compounds:
            return Span(amount.span.start, amount.compound.end)
        if index >= len(tokens):
            return None
        if amount.hyphen and tokens[index + 1].text.lower() in self._compounds:
            return Span(amount.span.start, tokens[index + 1].end)
        if passage.adjacent(index - 1, index) and tokens[index].text.lower() in self._compounds:
            return Span(amount.span.start, tokens[index].end)
        if amount.after < len(tokens):
            index = amount.after
        if not amount.sentence.contains(tokens[index].span):
            return None
        if tokens[index].text.lower().startswith(self._stems):
            return Span(amount.span.start, tokens[index].end)
        matches = self._units.match_at(passage, index)
        if not matches:
            return None
        end = tokens[matches[0].last].end
        if self._asks:
            text = passage.text
            behind = text[max(amount.sentence.start, amount.span.start - 40) : amount.span.start]
            ahead = text[end : min(amount.sentence.end, end + 30)]
            if not self._before.search(behind.lower()) and not self._after.search(ahead.lower()):
                reason = "no growth or comparison, but how often something happened"
                return _declined(Span(amount.span.start, end), "unit", reason)
        return Span(amount.span.start, end)


def _declined(span: Span, rule: str, reason: str) -> Rejection:
    return Rejection(kind=KIND, span=span, rule=f"multiple.{rule}", reason=reason)
