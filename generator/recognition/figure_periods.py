"""Of when a figure is: the dates of its sentence that can be its own."""

from __future__ import annotations

import re

from generator.lexicon.language import Language
from generator.model.calendar import PartialDate
from generator.model.mention import Mention
from generator.model.quantity import QuantityRole
from generator.model.span import Span
from generator.recognition.amounts import DATE_KINDS, QuantityWords, phrases_pattern
from generator.recognition.figure_words import IndicatorWords
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found

_STRETCH = 16
"""Characters between the two dates of a stretch of time, at most: ` айынан `."""
_DASHES = "-\u2010\u2011\u2013\u2014"


class Periods:
    """Tells of when figures are, in one language."""

    def __init__(self, language: Language, amounts: QuantityWords, words: IndicatorWords) -> None:
        self._comparison_after = phrases_pattern(amounts.comparison_after)
        self._comparison_before = phrases_pattern(amounts.comparison_before, anchor_end=True)
        self._as_of_after = phrases_pattern(amounts.as_of_after, anchor_start=True)
        self._as_of_before = phrases_pattern(amounts.as_of_before, anchor_end=True)
        self._part_after = phrases_pattern(amounts.part_after, anchor_start=True)
        self._part_before = phrases_pattern(amounts.part_before, anchor_end=True)
        years = amounts.relative_years or {}
        self._relative = tuple(
            (phrases_pattern((phrase,)), offset) for phrase, offset in years.items()
        )
        earlier = words.years_before or {}
        self._earlier = tuple(
            (phrases_pattern((phrase,)), offset) for phrase, offset in earlier.items()
        )
        self._from_before = phrases_pattern(words.stretch_from, anchor_end=True)
        self._from_after = phrases_pattern(words.stretch_from_after, anchor_start=True)
        self._from_endings = words.stretch_from_endings
        self._to_before = phrases_pattern(words.stretch_to, anchor_end=True)
        self._to_after = phrases_pattern(words.stretch_to_after, anchor_start=True)

    def of(
        self,
        passage: Passage,
        found: Found,
        span: Span,
        sentence: Span,
        *,
        within: int,
        role: QuantityRole | None,
        clause: int | None = None,
        others: Span | None = None,
    ) -> PartialDate | None:
        """The nearest date of `sentence` that can be the figure's, `within` characters.

        A date beyond the `clause` characters up to the next figure is only taken for want of one,
        a date in `others` not at all.
        What follows `compared with` is a figure's own date only where it is the yardstick.
        """
        text = passage.text
        taken = others or Span(sentence.end, sentence.end)
        dates = [m for m in found.of(*DATE_KINDS) if sentence.contains(m.span)]
        stretch = self._ends_of_stretches(text, dates)
        previous = role == "previous"
        candidates: list[tuple[bool, int, PartialDate]] = []
        until = sentence.end if clause is None else span.end + clause
        for mention in dates:
            value = mention.value
            if not isinstance(value, PartialDate) or value.year is None:
                continue
            if mention.span in stretch or _in_range(text, mention.span):
                continue
            if taken.contains(mention.span):
                continue
            if self._is_partial(text, mention.span, value):
                continue
            if not previous and self._is_yardstick(text, mention.span, sentence):
                continue
            if role != "target" and self._is_limit(text, mention.span, sentence):
                continue
            if value.day is not None and not self._is_as_of(text, mention.span, sentence):
                continue
            beyond = mention.span.start >= until
            candidates.append((beyond, _distance(mention.span, span), value))
        published = passage.article.published
        if published is not None:
            for pattern, offset in self._relative:
                for match in pattern.finditer(text[sentence.start : sentence.end].lower()):
                    where = Span(sentence.start + match.start(), sentence.start + match.end())
                    beside = any(0 <= m.span.start - where.end <= 1 for m in dates)
                    if taken.contains(where):
                        continue
                    if beside or self._is_yardstick(text, where, sentence):
                        continue  # `былтыр январда`: the month tells more
                    year = PartialDate(year=published.year + offset)
                    candidates.append((where.start >= until, _distance(where, span), year))
        near = [candidate for candidate in candidates if candidate[1] <= within]
        return min(near, default=(False, 0, None), key=lambda c: c[:2])[2]

    def day_of_headline(self, passage: Passage, found: Found) -> PartialDate | None:
        """The day a headline says it is of: `Курсы валют на 9 апреля`."""
        headline = passage.sentences[0] if passage.sentences else None
        if headline is None or not passage.article.title:
            return None
        for mention in found.of(*DATE_KINDS):
            value = mention.value
            if not isinstance(value, PartialDate) or value.day is None:
                continue
            if headline.contains(mention.span) and self._is_as_of(
                passage.text, mention.span, headline
            ):
                return value
        return None

    def when(self, said: str) -> bool:
        """Whether `said`, in lower case, tells a time that is counted from another."""
        return any(pattern.search(said) for pattern, _ in (*self._relative, *self._earlier))

    def is_earlier(self, said: str) -> bool:
        """Whether `said`, in lower case, tells a time before the one spoken of."""
        return any(pattern.search(said) and years < 0 for pattern, years in self._earlier)

    def earlier(self, said: str, period: PartialDate | None) -> PartialDate | None:
        """The period as long before `period` as `said`, in lower case, tells."""
        if period is None or period.year is None:
            return None
        for pattern, offset in self._earlier:
            if pattern.search(said):
                return PartialDate(year=period.year + offset, month=period.month)
        return None

    def _ends_of_stretches(self, text: str, dates: list[Mention]) -> frozenset[Span]:
        """Dates that only begin or end a stretch: `январь айынан апрелге чейин`."""
        ends: set[Span] = set()
        for place, first in enumerate(dates):
            if not self._begins_stretch(text, first):
                continue
            ends.add(first.span)
            last = dates[place + 1] if place + 1 < len(dates) else None
            if last is None:
                continue
            between = text[first.span.end : last.span.start].lower()
            if len(between) > _STRETCH or re.search(r"[.;,\d]", between):
                continue
            after = text[last.span.end : last.span.end + 12].lower()
            if self._to_before.search(between) or self._to_after.search(after):
                ends.add(last.span)
        return frozenset(ends)

    def _begins_stretch(self, text: str, date: Mention) -> bool:
        """Whether a date is only where something begins: `с января`, `январь айынан`."""
        behind = text[max(0, date.span.start - 20) : date.span.start].lower()
        if self._from_before.search(behind):
            return True
        said = text[date.span.start : date.span.end].lower()
        if self._from_endings and said.endswith(self._from_endings):
            return True
        return self._from_after.search(text[date.span.end : date.span.end + 12].lower()) is not None

    def _is_limit(self, text: str, span: Span, sentence: Span) -> bool:
        """Whether a date only ends a stretch: `апрелге чейин`."""
        ahead = text[span.end : min(sentence.end, span.end + 12)].lower()
        return self._to_after.search(ahead) is not None

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


def _in_range(text: str, span: Span) -> bool:
    """Whether a date is an end of a stretch of time: `2019-2020-жылдары`, `январь-март`."""
    before = text[max(0, span.start - 2) : span.start].strip()
    after = text[span.end : span.end + 3].strip()
    dashes = tuple(_DASHES)
    if before.endswith(dashes):
        return True
    if after.startswith(dashes) and after[1:2].isalnum():
        return True
    return any(dash in text[span.start : span.end] for dash in "\u2013\u2014")


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
