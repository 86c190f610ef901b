"""The sentences that state the news, at most three, best first.

News is written top down, so the first whole sentence of the body states it unless it is a mere
remark; what stands later has to earn its place: words of the headline, the event, people, figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.span import Span
from generator.model.statement import KeySentence
from generator.recognition.passage import Passage
from generator.recognition.phrases import fold
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
_BEGINNING = 2
"""Letters in which words of one stem are alike."""
_SENTENCE_ENDS = '.!?…»”")'

_Words = Mapping[str, list[str]]
"""The longer words of a sentence by how they begin: few pairs of sentences share as many
beginnings as they must stems to say the same, so that few words need be reduced to their stem."""


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """Every language has key sentences."""
    language.search_stem("")  # loads its tables now; few texts ask, and one of them would wait
    words = language.table("quotation", SpeechWords)
    return _Summary(language, Phrases(() if words is None else words.reporting))


class _Summary:
    def __init__(self, language: Language, reporting: Phrases) -> None:
        self._language = language
        self._reporting = reporting

    def recognise(self, passage: Passage, found: Found) -> Iterator[Mention | Rejection]:
        headline = passage.article.title_span
        whole = [s for s in passage.sentences if self._is_sentence(passage, s)]
        body = [s for s in whole if headline is None or not headline.contains(s)]
        if headline is not None and (not body or _ends(passage.text, headline)):
            body = whole  # the first line is no headline but the first sentence
        if not body:
            body = list(passage.sentences[:1])
        if len(body) > 1 and headline is not None and headline.contains(body[0]):
            first, second = (_words(passage, sentence) for sentence in body[:2])
            if self._same(first, second):
                body = body[1:]  # the headline, given again in full below
        title = _headline_words(passage)
        own = {sentence: _words(passage, sentence) for sentence in body[:_READ]}
        weighed = [
            (
                self._weight(passage, found, sentence, place)
                + self._repeated(title, own[sentence]),
                -place,
                sentence,
            )
            for place, sentence in enumerate(body[:_READ])
        ]
        weighed.sort(key=lambda row: (-row[0], -row[1]))
        chosen: list[tuple[int, Span]] = []
        said: list[_Words] = []
        least = 0.0
        for weight, place, sentence in weighed:
            if len(chosen) == _MOST:
                yield _declined(sentence, f"weighs {weight:.1f}, the last one chosen {least:.1f}")
            elif any(self._same(own[sentence], other) for other in said):
                yield _declined(sentence, "says the same as a sentence that weighs more")
            else:
                chosen.append((place, sentence))
                said.append(own[sentence])
                least = weight
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

    def _stems(self, words: _Words, beginnings: Iterable[str]) -> frozenset[str]:
        """What the words that begin so are found by."""
        return frozenset(
            self._language.search_stem(word) for start in beginnings for word in words[start]
        )

    def _repeated(self, title: _Words, own: _Words) -> float:
        """The weight of the headline's words that a sentence repeats."""
        alike = title.keys() & own.keys()
        if not alike:
            return 0.0
        shared = self._stems(title, alike) & self._stems(own, alike)
        return 3.0 * len(shared) / len(self._stems(title, title))

    def _same(self, one: _Words, other: _Words) -> bool:
        """Whether two sentences say the same, one of them perhaps cut short."""
        alike = one.keys() & other.keys()
        most = sum(min(len(one[start]), len(other[start])) for start in alike)
        if most < _SAME * max(_LEAST_WORDS, min(len(one), len(other))):
            return False
        stems, others = self._stems(one, one), self._stems(other, other)
        least = min(len(stems), len(others))
        return least >= _LEAST_WORDS and len(stems & others) >= _SAME * least

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


def _declined(sentence: Span, reason: str) -> Rejection:
    return Rejection(kind=KIND, span=sentence, rule="summary.weight", reason=reason)


def _headline_words(passage: Passage) -> _Words:
    headline = passage.article.title_span
    if headline is None:
        words = passage.article.title.split()
    else:
        words = [passage.tokens[i].text for i in passage.tokens_in(headline)]
    return _by_beginning(filter(str.isalpha, words))


def _words(passage: Passage, sentence: Span) -> _Words:
    return _by_beginning(passage.tokens[i].text for i in passage.tokens_in(sentence))


def _by_beginning(words: Iterable[str]) -> _Words:
    found: dict[str, list[str]] = {}
    for word in words:
        if len(word) > 3:
            found.setdefault(fold(word)[:_BEGINNING], []).append(word)
    return found


def _ends(text: str, span: Span) -> bool:
    return len(span) > 0 and text[span.end - 1] in _SENTENCE_ENDS
