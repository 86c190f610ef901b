"""What kind of thing happened, at most one an article.

What happened is what the main verb of the headline and of the first sentence says, with its
object; what a sentence is about comes second. So every cue there adds its weight to its kind, a
predicate the most, a mere topic the least, the more the earlier its sentence stands. The heaviest
kind wins if it is heavy enough; the mention's span is its strongest cue. A figure alone says
nothing: only a verb of measuring or a comparison of periods makes it statistics.
"""

from __future__ import annotations

import re
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
_PREDICATE = 2.0
"""How much more the main verb of a sentence counts."""
_TOPIC = 0.75
"""How much less what is no main verb counts, where verbs are told from nouns."""
_NEGATED = 0.4
_DENIAL = 2.2
"""What a cue denied counts for `statement`, where the denial is the predicate."""
_MORE = 0.5
"""What each further cue of the same kind adds."""
_GAP = ("~",)
_SENTENCE_END = (".", "!", "?", "…")
_PLAIN = 5.0
"""From this weight on, another kind is plainly meant, whoever says so."""
_OUTCOMES: dict[EventKind, tuple[EventKind, ...]] = {
    "meeting": ("agreement",),
    "visit": ("agreement",),
    "crime": ("court",),
    "accident": ("disaster",),
    "statistics": ("disaster",),
}
"""What a kind gives way to: a treaty signed at a meeting, a deed judged, a quake's death toll."""
_OUTCOME = 0.4
"""The share of its weight from which on a kind gives way to its outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words of one kind and weight."""

    kind: EventKind
    weight: float
    words: tuple[str, ...] = ()
    """Phrases; a word ending in `*` stands for whatever begins so, one ending in `+` for all
    forms of a verb, `|` stands between words of which any will do, `~` for up to `gap` words."""
    verbs: tuple[str, ...] = ()
    """The same for finite verbs, where their place in the sentence does not tell them."""
    with_figure: bool = False
    """Whether they count only in a sentence with a figure."""
    reports: bool = False
    """Verbs that only pass on what happened: the predicate of what is told is the main one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What figures and people say about the kind of event."""

    beside: float
    """Added to `statistics` for each figure of a sentence with one of its cues, up to three."""
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
    verb_ending: str = ""
    """What may follow the stem of a verb, as a regular expression."""
    conjunctions: tuple[str, ...] = ()
    """Words that join a further predicate to the first (`met and signed`)."""
    predicate_last: bool = False
    """Whether the predicate ends the sentence; else the first of the `verbs` is taken for it."""
    auxiliaries: tuple[str, ...] = ()
    """Verbs that may follow the predicate at the end of a sentence (`курулуп жатат`)."""
    threshold: float = 2.5
    """A kind lighter than this is `other`."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    phrase: str
    words: tuple[tuple[str, ...], ...]
    """Each place of the phrase with the words that may stand there."""
    kind: EventKind
    weight: float
    verb: bool
    with_figure: bool
    reports: bool


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
            phrases = [(phrase, False) for phrase in cues.words]
            phrases.extend((phrase, True) for phrase in cues.verbs)
            for phrase, verb in phrases:
                pattern = _Pattern(
                    phrase,
                    tuple(tuple(word.split("|")) for word in phrase.split()),
                    cues.kind,
                    cues.weight,
                    verb,
                    cues.with_figure,
                    cues.reports,
                )
                for head in pattern.words[0]:
                    table = self._prefix if head.endswith(("*", "+")) else self._whole
                    table.setdefault(head.rstrip("*+"), []).append(pattern)
        self._ending = re.compile(words.verb_ending)
        lengths = {len(head) for head in self._prefix}
        self._lengths = tuple(sorted(lengths))

    def recognise(self, passage: Passage, found: Found) -> Iterator[Mention]:
        headline = passage.article.title_span
        if headline is not None and passage.text[: headline.end].endswith(_SENTENCE_END):
            headline = None  # the first line is no headline but the first sentence
        titled = [s for s in passage.sentences if headline is not None and headline.contains(s)]
        body = [s for s in passage.sentences if s not in titled]
        if len(body) > 1 and body[0].of(passage.text) == body[1].of(passage.text):
            del body[0]  # a headline with an end mark, given again below
        weighed = [(s, _HEADLINE) for s in titled] + list(zip(body, _READ, strict=False))
        score: dict[EventKind, float] = {}
        best: dict[EventKind, _Sign] = {}
        for number, (sentence, weight) in enumerate(weighed):
            place = number - len(titled)
            for kind, sign in self._sentence(passage, sentence, found, place).items():
                value = sign.value * weight
                score[kind] = score.get(kind, 0.0) + value
                if kind not in best or value > best[kind].value:
                    best[kind] = _Sign(value, sign.span, sign.rule)
        score = {kind: value for kind, value in score.items() if value > 0}
        if not score:
            return
        kind = max(sorted(score), key=lambda name: score[name])
        for outcome in _OUTCOMES.get(kind, ()):
            if score.get(outcome, 0.0) >= _OUTCOME * score[kind]:
                kind = outcome
        if score[kind] < self._words.threshold:
            return
        yield Mention(kind=KIND, span=best[kind].span, value=Event(kind=kind), rule=best[kind].rule)

    def _sentence(
        self, passage: Passage, sentence: Span, found: Found, place: int
    ) -> dict[EventKind, _Sign]:
        """The weight of each kind in one sentence, and its strongest cue.

        `place` is 0 for the first sentence of the body, less for the headline.
        """
        region = passage.tokens_in(sentence)
        figures = [
            mention
            for mention in found.of("money", "percent", "multiple", "count")
            if sentence.contains(mention.span)
        ]
        hits = [
            hit for hit in self._hits(passage, region) if figures or not hit.pattern.with_figure
        ]
        main = self._predicates(passage, region, hits, told=place <= 0)
        main, idle = self._counted(passage, hits, main, figures)
        result: dict[EventKind, _Sign] = {}
        strongest: dict[EventKind, float] = {}
        for hit in hits:
            kind = hit.pattern.kind
            value = hit.pattern.weight
            if hit in idle:
                value *= _NEGATED
            elif hit.last in main:
                value *= _PREDICATE
            elif not self._words.predicate_last:
                value *= _TOPIC
            if self._negated(passage, hit, region):
                value *= _NEGATED
                if self._words.predicate_last:
                    kind, value = "statement", _DENIAL  # it has not happened, somebody says
            span = Span(passage.tokens[hit.first].start, passage.tokens[hit.last].end)
            rule = f"event.cue/{hit.pattern.phrase}"
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
        speech = found.covering(sentence, "quotation") if place == 0 else ()
        if speech and speech[0].span.start - sentence.start <= 1:
            more = self._words.figures.quoted
            if statement is None or statement.value < more:
                result["statement"] = _Sign(more, speech[0].span, "event.quotation")
        elif persons and statement is not None and not plain:
            more = self._words.figures.speaker
            result["statement"] = _Sign(statement.value + more, statement.span, statement.rule)
        statistics = result.get("statistics")
        if figures and statistics is not None:
            more = self._words.figures.beside * min(len(figures), 3)
            result["statistics"] = _Sign(statistics.value + more, statistics.span, statistics.rule)
        return result

    def _predicates(
        self, passage: Passage, region: range, hits: list[_Hit], *, told: bool
    ) -> frozenset[int]:
        """Tokens that end the main predicate of a sentence.

        Where the sentence tells what happened, a verb that passes it on gives way to its verb.
        """
        if not self._words.predicate_last:
            verbs = [hit for hit in hits if hit.pattern.verb]
            if told and any(not hit.pattern.reports for hit in verbs):
                verbs = [hit for hit in verbs if not hit.pattern.reports]
            joined = (
                hit
                for hit in verbs[1:]
                if passage.tokens[hit.first - 1].text.lower() in self._words.conjunctions
            )
            return frozenset(hit.last for hit in (*verbs[:1], *joined))
        words = [index for index in region if passage.tokens[index].is_word]
        ends = words[-1:]
        while len(ends) < len(words) and (
            passage.tokens[ends[-1]].text.lower() in self._words.auxiliaries
        ):
            ends.append(words[-1 - len(ends)])
        content = [hit.last for hit in hits if hit.last not in ends]
        if told and content and any(hit.last in ends and hit.pattern.reports for hit in hits):
            return frozenset(content[-1:])  # that the road was closed, the police say
        return frozenset(ends)

    def _counted(
        self, passage: Passage, hits: list[_Hit], main: frozenset[int], figures: list[Mention]
    ) -> tuple[frozenset[int], frozenset[_Hit]]:
        """`200 fires were registered` counts fires; `a fire was registered` is a fire.

        Returns the predicates with what is registered added to them, and the verbs of measuring
        that measure nothing.
        """
        idle: set[_Hit] = set()
        added: set[int] = set()
        for hit in hits:
            if not hit.pattern.with_figure or hit.last not in main:
                continue
            for other in hits:
                if other.last != hit.first - 1 or other.pattern.kind == hit.pattern.kind:
                    continue
                start = passage.tokens[other.first].start
                if not any(f.span.start <= start <= f.span.end + 1 for f in figures):
                    idle.add(hit)
                    added.add(other.last)
        return main | added, frozenset(idle)

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
            if not tokens[index].is_word:
                continue
            word = tokens[index].text.lower()
            candidates = list(self._whole.get(word, ()))
            for length in self._lengths:
                if length > len(word):
                    break
                candidates.extend(self._prefix.get(word[:length], ()))
            hits = []
            for pattern in candidates:
                if index < done and _GAP not in pattern.words:
                    continue  # within a phrase already found
                if not self._same(word, pattern.words[0]):
                    continue
                last = self._follow(passage, pattern, index, region)
                if last is not None:
                    hits.append(_Hit(index, last, pattern))
            if hits:
                hit = max(hits, key=lambda h: (h.pattern.weight, h.last, h.pattern.kind))
                yield hit
                if hit.last - hit.first < 3:
                    done = max(done, hit.last + 1)

    def _follow(self, passage: Passage, pattern: _Pattern, index: int, region: range) -> int | None:
        """The last token of `pattern` when it begins at `index`, else `None`."""
        tokens = passage.tokens
        place = index
        gap = 0
        for word in pattern.words[1:]:
            if word == _GAP:
                gap = self._words.gap
                continue
            for step in range(1, gap + 2):
                if place + step >= region.stop:
                    return None
                if self._same(tokens[place + step].text.lower(), word):
                    place += step
                    break
            else:
                return None
            gap = 0
        return place

    def _same(self, text: str, words: tuple[str, ...]) -> bool:
        return any(self._form(text, word) for word in words)

    def _form(self, text: str, word: str) -> bool:
        if word.endswith("*"):
            return text.startswith(word[:-1])
        if word.endswith("+"):
            stem = word[:-1]
            return text.startswith(stem) and bool(self._ending.fullmatch(text, len(stem)))
        return text == word
