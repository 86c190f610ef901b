"""The sentences that state the news, at most three, best first.

News is written top down, so the first whole sentence of the body states it unless it is a mere
remark; what stands later has to earn its place: words of the headline, the event, people, figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention
from generator.model.span import Span
from generator.model.statement import KeySentence
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found, Recogniser
from generator.recognition.speech import Phrases, SpeechWords

KIND = Kind("summary")
REQUIRES = (
    Kind("person"), Kind("country"), Kind("money"), Kind("percent"), Kind("multiple"),
    Kind("count"), Kind("quotation"), Kind("event"),
)  # fmt: skip

_MOST = 3
_LEAST_WORDS = 4
"""A sentence shorter than this says no news."""
_READ = 8
"""Sentences of the body that are weighed."""
_REPORT_WORDS = 14
"""A sentence of so many words that begins by pointing back only says who told the news."""
_SAME = 0.85
"""The share of its words that a sentence has in common with one that says the same."""
_SENTENCE_ENDS = '.!?…»”")'


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """Every language has key sentences."""
    words = language.table("quotation", SpeechWords)
    return _Summary(language, Phrases(() if words is None else words.reporting))


class _Summary:
    def __init__(self, language: Language, reporting: Phrases) -> None:
        self._language = language
        self._reporting = reporting

    def recognise(self, passage: Passage, found: Found) -> Iterator[Mention]:
        headline = passage.article.title_span
        whole = [s for s in passage.sentences if self._is_sentence(passage, s)]
        body = [s for s in whole if headline is None or not headline.contains(s)]
        if headline is not None and (not body or _ends(passage.text, headline)):
            body = whole  # the first line is no headline but the first sentence
        if not body:
            body = list(passage.sentences[:1])
        if len(body) > 1 and headline is not None and headline.contains(body[0]):
            first, second = (self._stems(passage, sentence) for sentence in body[:2])
            if _same(first, second):
                body = body[1:]  # the headline, given again in full below
        stems = self._headline_stems(passage)
        own = {sentence: self._stems(passage, sentence) for sentence in body[:_READ]}
        weighed = [
            (
                self._weight(passage, found, sentence, place) + _shared(stems, own[sentence]),
                -place,
                sentence,
            )
            for place, sentence in enumerate(body[:_READ])
        ]
        weighed.sort(key=lambda row: (-row[0], -row[1]))
        chosen: list[tuple[int, Span]] = []
        said: list[frozenset[str]] = []
        for _, place, sentence in weighed:
            if len(chosen) < _MOST and not any(_same(own[sentence], other) for other in said):
                chosen.append((place, sentence))
                said.append(own[sentence])
        for rank, (place, sentence) in enumerate(chosen, 1):
            yield Mention(
                kind=KIND,
                span=sentence,
                value=KeySentence(rank=rank),
                rule="summary.lead" if place == 0 else "summary.weight",
            )

    def _is_sentence(self, passage: Passage, sentence: Span) -> bool:
        """Whether it is prose: enough words, and an end mark."""
        words = sum(1 for i in passage.tokens_in(sentence) if passage.tokens[i].is_word)
        return words >= _LEAST_WORDS and _ends(passage.text, sentence)

    def _only_reports(self, passage: Passage, sentence: Span) -> bool:
        """`The ministry said so`: a short sentence that names the source and tells no news."""
        region = passage.tokens_in(sentence)
        words = sum(1 for i in region if passage.tokens[i].is_word)
        return words <= _REPORT_WORDS and (
            self._reporting.length_at(passage.tokens, region.start, region.stop) > 0
        )

    def _headline_stems(self, passage: Passage) -> frozenset[str]:
        headline = passage.article.title_span
        if headline is None:
            words = passage.article.title.split()
        else:
            words = [passage.tokens[i].text for i in passage.tokens_in(headline)]
        return frozenset(
            self._language.search_stem(word) for word in words if len(word) > 3 and word.isalpha()
        )

    def _stems(self, passage: Passage, sentence: Span) -> frozenset[str]:
        """What the longer words of a sentence are found by."""
        words = [passage.tokens[i].text for i in passage.tokens_in(sentence)]
        return frozenset(self._language.search_stem(word) for word in words if len(word) > 3)

    def _weight(self, passage: Passage, found: Found, sentence: Span, place: int) -> float:
        weight = max(0.0, 6.0 - 1.0 * place) + (3.0 if place == 0 else 0.0)
        if found.covering(sentence, "event"):
            weight += 1.0
        weight += min(1.0, 0.5 * len(found.covering(sentence, "person", "country")))
        weight += min(1.0, 0.5 * len(found.covering(sentence, "money", "percent", "multiple")))
        if found.covering(sentence, "quotation"):
            weight -= 2.0
        if self._only_reports(passage, sentence):
            weight -= 4.0
        if passage.text[sentence.end - 1] == "?":
            weight -= 2.0
        return weight


def _shared(headline: frozenset[str], own: frozenset[str]) -> float:
    """The weight of the headline's words that a sentence repeats."""
    return 3.0 * len(headline & own) / len(headline) if headline else 0.0


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences say the same, one of them perhaps cut short."""
    least = min(len(one), len(other))
    return least >= _LEAST_WORDS and len(one & other) >= _SAME * least


def _ends(text: str, span: Span) -> bool:
    return len(span) > 0 and text[span.end - 1] in _SENTENCE_ENDS
