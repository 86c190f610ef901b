"""What kind of thing happened, at most one an article.

Every cue that stands in the headline or the first sentences adds its weight to its kind, the more
the earlier it stands and the more it is the predicate of its sentence. The heaviest kind wins if
it is heavy enough; the mention's span is its strongest cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention
from generator.model.span import Span
from generator.model.statement import Event, EventKind
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found, Recogniser

KIND = Kind("event")
REQUIRES = (
    Kind("person"),
    Kind("money"),
    Kind("percent"),
    Kind("multiple"),
    Kind("count"),
    Kind("quotation"),
)

_READ = (1.0, 0.4, 0.15)
"""What a cue counts in the first, second and third sentence."""
_HEADLINE = 1.0
_PREDICATE = 1.5
_NEGATED = 0.4
_MORE = 0.5
"""What each further cue of the same kind adds."""
_SENTENCE_END = (".", "!", "?", "…")
_PLAIN = 5.0
"""From this weight on, another kind is plainly meant, whoever says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words of one kind and weight."""

    kind: EventKind
    weight: float
    words: tuple[str, ...]
    """Phrases; a word ending in `*` stands for all its forms, `~` for up to `gap` words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What figures and people say about the kind of event."""

    beside: float
    """Added to `statistics` for each figure of a sentence with one of its cues, up to three."""
    alone: float
    """For `statistics` when the first sentence has figures, no cue of it and no person."""
    quoted: float
    """For `statement` when the first sentence is direct speech."""
    speaker: float
    """Added to `statement` when a person stands in the sentence with one of its cues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """`event.toml`."""

    cues: tuple[Cues, ...]
    figures: Figures
    gap: int
    """Words that `~` may stand for."""
    negations: tuple[str, ...]
    """Words that, right beside a cue, deny it."""
    predicate_last: bool = False
    """Whether the predicate ends the sentence; a cue there counts half as much again."""
    threshold: float = 2.5
    """A kind lighter than this is `other`."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    kind: EventKind
    weight: float


@dataclass(frozen=True, slots=True)
class _Sign:
    """Where a sentence says of what kind the event is, and how heavily."""

    value: float
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class _Hit:
    first: int
    last: int
    pattern: _Pattern


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """`None` where the pack has no `event.toml`."""
    words = language.table("event", EventWords)
    return None if words is None else _Events(words)


class _Events:
    def __init__(self, words: EventWords) -> None:
        self._words = words
        self._whole: dict[str, list[_Pattern]] = {}
        self._prefix: dict[str, list[_Pattern]] = {}
        for cues in words.cues:
            for phrase in cues.words:
                pattern = _Pattern(tuple(phrase.split()), cues.kind, cues.weight)
                head = pattern.words[0]
                table = self._prefix if head.endswith("*") else self._whole
                table.setdefault(head.rstrip("*"), []).append(pattern)
        lengths = {len(head) for head in self._prefix}
        self._lengths = tuple(sorted(lengths))

    def recognise(self, passage: Passage, found: Found) -> Iterator[Mention]:
        headline = passage.article.title_span
        if headline is not None and passage.text[: headline.end].endswith(_SENTENCE_END):
            headline = None  # the first line is no headline but the first sentence
        titled = [s for s in passage.sentences if headline is not None and headline.contains(s)]
        body = [s for s in passage.sentences if s not in titled]
        weighed = [(s, _HEADLINE) for s in titled] + list(zip(body, _READ, strict=False))
        score: dict[EventKind, float] = {}
        best: dict[EventKind, _Sign] = {}
        for number, (sentence, weight) in enumerate(weighed):
            lead = number == len(titled)
            for kind, sign in self._sentence(passage, sentence, found, lead=lead).items():
                value = sign.value * weight
                score[kind] = score.get(kind, 0.0) + value
                if kind not in best or value > best[kind].value:
                    best[kind] = _Sign(value, sign.span, sign.rule)
        score = {kind: value for kind, value in score.items() if value > 0}
        if not score:
            return
        kind = max(sorted(score), key=lambda name: score[name])
        if score[kind] < self._words.threshold:
            return
        yield Mention(kind=KIND, span=best[kind].span, value=Event(kind=kind), rule=best[kind].rule)

    def _sentence(
        self, passage: Passage, sentence: Span, found: Found, *, lead: bool
    ) -> dict[EventKind, _Sign]:
        """The weight of each kind in one sentence, and its strongest cue."""
        region = passage.tokens_in(sentence)
        words = [i for i in region if passage.tokens[i].is_word]
        last_word = words[-1] if words else -1
        result: dict[EventKind, _Sign] = {}
        strongest: dict[EventKind, float] = {}
        for hit in self._hits(passage, region):
            value = hit.pattern.weight
            if self._words.predicate_last and hit.last == last_word:
                value *= _PREDICATE
            if self._negated(passage, hit, region):
                value *= _NEGATED
            kind = hit.pattern.kind
            span = Span(passage.tokens[hit.first].start, passage.tokens[hit.last].end)
            rule = f"event.cue/{' '.join(hit.pattern.words)}"
            before = result.get(kind)
            if before is None or value > strongest[kind]:
                strongest[kind] = value
                more = 0.0 if before is None else _MORE
                result[kind] = _Sign(value + more, span, rule)
            else:
                result[kind] = _Sign(before.value + _MORE, before.span, before.rule)
        persons = any(sentence.contains(m.span) for m in found.of("person"))
        statement = result.get("statement")
        plain = any(sign.value >= _PLAIN for kind, sign in result.items() if kind != "statement")
        speech = found.covering(sentence, "quotation") if lead else ()
        if speech and speech[0].span.start - sentence.start <= 1:
            more = self._words.figures.quoted
            if statement is None or statement.value < more:
                result["statement"] = _Sign(more, speech[0].span, "event.quotation")
        elif persons and statement is not None and not plain:
            more = self._words.figures.speaker
            result["statement"] = _Sign(statement.value + more, statement.span, statement.rule)
        figures = [
            mention
            for mention in found.of("money", "percent", "multiple", "count")
            if sentence.contains(mention.span)
        ]
        if figures:
            statistics = result.get("statistics")
            if statistics is not None:
                more = self._words.figures.beside * min(len(figures), 3)
                result["statistics"] = _Sign(
                    statistics.value + more, statistics.span, statistics.rule
                )
            elif lead and not persons:
                result["statistics"] = _Sign(
                    self._words.figures.alone, figures[0].span, "event.figure"
                )
        return result

    def _negated(self, passage: Passage, hit: _Hit, region: range) -> bool:
        """Whether a word of negation stands right before or right after the cue."""
        return any(
            passage.tokens[index].text.lower() in self._words.negations
            for index in (hit.first - 1, hit.last + 1)
            if index in region
        )

    def _hits(self, passage: Passage, region: range) -> Iterator[_Hit]:
        tokens = passage.tokens
        done = region.start
        for index in region:
            if not tokens[index].is_word or index < done:
                continue
            word = tokens[index].text.lower()
            candidates = list(self._whole.get(word, ()))
            for length in self._lengths:
                if length > len(word):
                    break
                candidates.extend(self._prefix.get(word[:length], ()))
            hits = []
            for pattern in candidates:
                last = self._follow(passage, pattern, index, region)
                if last is not None:
                    hits.append(_Hit(index, last, pattern))
            if hits:
                hit = max(hits, key=lambda h: (h.pattern.weight, h.last, h.pattern.kind))
                yield hit
                if hit.last - hit.first < 3:
                    done = hit.last + 1

    def _follow(self, passage: Passage, pattern: _Pattern, index: int, region: range) -> int | None:
        """The last token of `pattern` when it begins at `index`, else `None`."""
        tokens = passage.tokens
        place = index
        gap = 0
        for word in pattern.words[1:]:
            if word == "~":
                gap = self._words.gap
                continue
            for step in range(1, gap + 2):
                if place + step >= region.stop:
                    return None
                if _same(tokens[place + step].text.lower(), word):
                    place += step
                    break
            else:
                return None
            gap = 0
        return place


def _same(text: str, word: str) -> bool:
    return text.startswith(word[:-1]) if word.endswith("*") else text == word
