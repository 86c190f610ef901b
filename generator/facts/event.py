"""What kind of thing happened, at most one an article.

What happened is what the main verb of the headline and of the first sentence says, with its
object; what a sentence is about comes second. So every cue there adds its weight to its kind, a
predicate the most, a mere topic the least, the more the earlier its sentence stands. The heaviest
kind wins if it is heavy enough; the mention's span is its strongest cue. A figure alone says
nothing: only a verb of measuring or a comparison of periods makes it statistics. A text that is
mostly somebody's words is a statement where nothing else is plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.quantity import Quantity
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
_CLAUSE = 4
"""Of how many last words of what is told one must be a cue, else only the telling counts."""
_UNDENIED: tuple[EventKind, ...] = (
    "statistics",
    "court",
    "project",
    "statement",
    "election",
    "other",
)
"""What is the same kind when denied: none is a number, a court that did not acquit has ruled, a
ship put off is still the ship, one who does not stand is news of the election."""
_REACH = 6
"""Within how many words a verb governs an infinitive, or a source follows its comma."""
_MISHAPS: tuple[EventKind, ...] = ("accident", "crime", "disaster")
_MANY = 20
"""From this number on, mishaps are counted, not told."""
_MORE = 0.5
"""What each further cue of the same kind adds."""
_GAP = "~"
_ANY = "*"
_OPEN = "*+="
_CLASS = "@"
_SENTENCE_END = (".", "!", "?", "…")
_PLAIN = 5.0
"""From this weight on, another kind is plainly meant, whoever says so."""
_WEAK: tuple[EventKind, ...] = ("other", "statement")
_FAINT = 4.0
"""Below this weight of all other kinds, a text of somebody's words is a statement."""
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
    """Words of one kind and weight; those of `other` keep what is no event out of the rest."""

    kind: EventKind
    weight: float
    """0 for words that look like others of the table and are not."""
    words: tuple[str, ...] = ()
    """Phrases; a word ending in `*` stands for whatever begins so, one ending in `+` for all
    forms of a verb, in `=` for its finite forms, `|` stands between words of which any will do,
    `@name` for the words of a class, `~` for up to `gap` words."""
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
    share: float
    """From this share of the text on, direct speech is what it consists of."""
    mostly_quoted: float
    """Added to `statement` when the text consists of direct speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """`event.toml`."""

    cues: tuple[Cues, ...]
    figures: Figures
    gap: int
    """Words that `~` may stand for."""
    negations: tuple[str, ...]
    """Words that, right beside a cue, deny it."""
    negated_ending: str = ""
    """How a verb ends that denies itself, as a regular expression."""
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that mean things of one sort, for `@name`."""
    verb_ending: str = ""
    """What may follow the stem of a verb, as a regular expression."""
    finite_ending: str = ""
    """The same for the forms that end a sentence or clause."""
    conjunctions: tuple[str, ...] = ()
    """Words that join a further predicate to the first (`met and signed`)."""
    predicate_last: bool = False
    """Whether the predicate ends the sentence; else the first of the `verbs` is taken for it."""
    background: tuple[str, ...] = ()
    """Words that begin a clause of what was before (`after`, `because`), up to a comma."""
    relatives: tuple[str, ...] = ()
    """Words that begin a relative clause, whose verb is not the predicate of the sentence."""
    infinitive: str = ""
    """The word before an infinitive, which is the predicate only after one of `governors`."""
    governors: tuple[str, ...] = ()
    """Verbs whose infinitive says what is done: `voted to remove`, `plans to open`."""
    auxiliaries: tuple[str, ...] = ()
    """Verbs that may follow the predicate at the end of a sentence (`курулуп жатат`)."""
    told_ending: str = ""
    """How the predicate ends that a verb of saying passes on (`-ганын билдирди`), as a regular
    expression. Where it is no cue itself, what is said is no event of a kind."""
    threshold: float = 2.5
    """A kind lighter than this is `other`."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The words that may stand at one place of a phrase."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    stems: tuple[tuple[str, re.Pattern[str]], ...]
    """Of verbs, each with what may follow it."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    phrase: str
    first: _Place
    rest: tuple[tuple[_Place, int], ...]
    """Each further place with how many words may stand before it."""
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


def _heaviest(hits: list[_Hit]) -> _Hit:
    """Of the cues that begin at one word.

    One without weight is there to keep out the others, as far as it reaches.
    """
    kept_out = max((hit.last for hit in hits if not hit.pattern.weight), default=-1)
    return max(
        hits,
        key=lambda hit: (
            hit.last > kept_out or not hit.pattern.weight,
            hit.pattern.weight,
            hit.last,
            hit.pattern.kind,
        ),
    )


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """`None` where the pack has no `event.toml`."""
    words = language.table("event", EventWords)
    return None if words is None else _Events(words)


class _Events:
    def __init__(self, words: EventWords) -> None:
        self._words = words
        self._endings = {
            "+": re.compile(words.verb_ending),
            "=": re.compile(words.finite_ending),
        }
        self._told = re.compile(words.told_ending) if words.told_ending else None
        self._denying = re.compile(words.negated_ending) if words.negated_ending else None
        self._place = cache(self._read_place)  # most cues name the same classes of words
        self._whole: dict[str, list[_Pattern]] = {}
        self._prefix: dict[str, list[_Pattern]] = {}
        lengths: dict[str, set[int]] = {}
        for cues in words.cues:
            phrases = [(phrase, False) for phrase in cues.words]
            phrases.extend((phrase, True) for phrase in cues.verbs)
            for phrase, verb in phrases:
                pattern = self._pattern(phrase, cues, verb=verb)
                for head in pattern.first.whole:
                    self._whole.setdefault(head, []).append(pattern)
                stems = (stem for stem, _ in pattern.first.stems)
                for head in dict.fromkeys((*pattern.first.beginnings, *stems)):
                    self._prefix.setdefault(head, []).append(pattern)
                    lengths.setdefault(head[:1], set()).add(len(head))
        self._lengths = {letter: tuple(sorted(some)) for letter, some in lengths.items()}

    def _pattern(self, phrase: str, cues: Cues, *, verb: bool) -> _Pattern:
        places: list[tuple[_Place, int]] = []
        gap = 0
        for word in phrase.split():
            if word == _GAP:
                gap = self._words.gap
            else:
                places.append((self._place(word), gap))
                gap = 0
        return _Pattern(
            phrase,
            places[0][0],
            tuple(places[1:]),
            cues.kind,
            cues.weight,
            verb,
            cues.with_figure,
            cues.reports,
        )

    def _read_place(self, alternatives: str) -> _Place:
        words: list[str] = []
        for word in alternatives.split("|"):
            words.extend(self._words.classes[word[1:]] if word.startswith(_CLASS) else (word,))
        return _Place(
            frozenset(word for word in words if word[-1] not in _OPEN),
            tuple(word[:-1] for word in words if word[-1] == _ANY),
            tuple(
                (word[:-1], self._endings[word[-1]]) for word in words if word[-1] in self._endings
            ),
        )

    def recognise(self, passage: Passage, found: Found) -> Iterator[Mention | Rejection]:
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
        figures = found.of("money", "percent", "multiple", "count")
        persons = found.of("person")
        for number, (sentence, weight) in enumerate(weighed):
            place = number - len(titled)
            measured = [mention for mention in figures if sentence.contains(mention.span)]
            named = any(sentence.contains(mention.span) for mention in persons)
            speech = found.covering(sentence, "quotation") if place == 0 else ()
            signs = self._sentence(passage, sentence, measured, speech, named=named, place=place)
            for kind, sign in signs.items():
                value = sign.value * weight
                score[kind] = score.get(kind, 0.0) + value
                if kind not in best or value > best[kind].value:
                    best[kind] = _Sign(value, sign.span, sign.rule)
        words = self._mostly_quoted(passage, found)
        plain = any(value >= _FAINT for kind, value in score.items() if kind not in _WEAK)
        if words is not None and not plain:
            score.pop("other", None)  # a match as its captain sees it
            score["statement"] = score.get("statement", 0.0) + self._words.figures.mostly_quoted
            best.setdefault("statement", _Sign(0.0, words, "event.quotation"))
        score = {kind: value for kind, value in score.items() if value > 0}
        if not score:
            return
        kind = max(sorted(score), key=lambda name: score[name])
        for outcome in _OUTCOMES.get(kind, ()):
            if score.get(outcome, 0.0) >= _OUTCOME * score[kind]:
                kind = outcome
        told = {
            name: Mention(kind=KIND, span=sign.span, value=Event(kind=name), rule=sign.rule)
            for name, sign in best.items()
            if name in score
        }
        if kind == "other":
            bar = f"no event {score[kind]:.1f}"
            told.pop(kind)
        elif score[kind] >= self._words.threshold:
            yield told.pop(kind)
            bar = f"{kind} {score[kind]:.1f}"
        else:
            bar = f"a kind must weigh {self._words.threshold:.1f}"
        for name, mention in told.items():
            yield mention.declined(f"{name} weighs {score[name]:.1f}, {bar}")

    def _mostly_quoted(self, passage: Passage, found: Found) -> Span | None:
        """The first words quoted, where the text consists of somebody's words."""
        speech = found.of("quotation")
        quoted = sum(mention.span.end - mention.span.start for mention in speech)
        if not speech or quoted < self._words.figures.share * len(passage.text):
            return None
        return speech[0].span

    def _sentence(
        self,
        passage: Passage,
        sentence: Span,
        figures: list[Mention],
        speech: tuple[Mention, ...],
        *,
        named: bool,
        place: int,
    ) -> dict[EventKind, _Sign]:
        """The weight of each kind in one sentence, and its strongest cue.

        `figures` and `speech` stand in it, a person is `named` in it; `place` is 0 for the first
        sentence of the body, less for the headline.
        """
        region = passage.tokens_in(sentence)
        hits = [
            hit for hit in self._hits(passage, region) if figures or not hit.pattern.with_figure
        ]
        main = self._predicates(passage, region, hits, told=place <= 0)
        main, idle = self._counted(passage, hits, main, figures)
        counted = {hit for hit in hits if self._many(passage, hit, figures)}
        if any(
            hit.pattern.kind in _MISHAPS and hit.pattern.weight >= _PLAIN and hit not in counted
            for hit in hits
        ):
            counted = set()  # the victims of one mishap, which the sentence tells
        result: dict[EventKind, _Sign] = {}
        strongest: dict[EventKind, float] = {}
        for hit in hits:
            kind = hit.pattern.kind
            value = hit.pattern.weight
            if hit in idle:
                value *= _NEGATED
            elif hit.last in main:
                value *= _PREDICATE
            elif not self._words.predicate_last or hit.pattern.with_figure:
                value *= _TOPIC
            if hit in counted:
                kind = "statistics"
            denied = self._negated(passage, hit, region, main)
            if denied and kind not in _UNDENIED:
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
        statement = result.get("statement")
        plain = any(sign.value >= _PLAIN for kind, sign in result.items() if kind != "statement")
        if speech and speech[0].span.start - sentence.start <= 1:
            more = self._words.figures.quoted
            if statement is None or statement.value < more:
                result["statement"] = _Sign(more, speech[0].span, "event.quotation")
        elif named and statement is not None and not plain:
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
            verbs = self._finite(passage, region, hits)
            if told and any(not hit.pattern.reports for hit in verbs):
                verbs = [hit for hit in verbs if not hit.pattern.reports]
            if verbs and verbs[0].pattern.reports and self._trails(passage, region, verbs[0]):
                return frozenset()
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
        if not told or not any(hit.last in ends and hit.pattern.reports for hit in hits):
            return frozenset(ends)
        content = [hit.last for hit in hits if hit.last not in ends]
        clause = next(
            (i for i in reversed(words) if i not in ends and self._passed_on(passage, i)), None
        )
        if clause is not None:  # that the road was closed, the police say
            content = [last for last in content if clause - _CLAUSE < last <= clause]
        return frozenset(content[-1:] or ends)

    def _finite(self, passage: Passage, region: range, hits: list[_Hit]) -> list[_Hit]:
        """The verbs that may be the predicate.

        None of a relative clause, of a clause of what was before, no infinitive of purpose.
        """
        words = self._words
        texts = {index: passage.tokens[index].text.lower() for index in region}
        verbs = [hit for hit in hits if hit.pattern.verb]
        aside: set[int] = set()
        for index in region:
            if texts[index] not in words.background and texts[index] not in words.relatives:
                continue
            comma = next((i for i in range(index + 2, region.stop) if texts[i] == ","), None)
            if comma is None and index == region.start:
                continue  # `After a day of talks the two sides signed`
            within = [hit for hit in verbs if index <= hit.first < (comma or region.stop)]
            if texts[index] in words.relatives:
                within = within[:1]
            aside.update(hit.first for hit in within)
        for hit in verbs:
            before = hit.first - 1
            if before in region and texts[before] == words.infinitive:
                governed = range(max(region.start, before - _REACH), before)
                if not any(texts[index] in words.governors for index in governed):
                    aside.add(hit.first)
        return [hit for hit in verbs if hit.first not in aside]

    def _trails(self, passage: Passage, region: range, hit: _Hit) -> bool:
        """Whether only the source of the news follows the last comma: `…, police said`."""
        commas = [index for index in region if passage.tokens[index].text == ","]
        return bool(commas) and hit.first - _REACH <= commas[-1] < hit.first

    def _passed_on(self, passage: Passage, index: int) -> bool:
        text = passage.tokens[index].text.lower()
        return self._told is not None and bool(self._told.search(text))

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

    def _many(self, passage: Passage, hit: _Hit, figures: list[Mention]) -> bool:
        """Whether a high number stands right before a mishap: `1200 fires broke out`.

        People who died or were robbed are no number of mishaps.
        """
        start = passage.tokens[hit.first].start
        return hit.pattern.kind in _MISHAPS and any(
            isinstance(figure.value, Quantity)
            and figure.value.kind == "count"
            and figure.value.value >= _MANY
            and figure.span.start <= start <= figure.span.end + 1
            and (start < figure.span.end or " " not in figure.span.of(passage.text))
            for figure in figures
        )

    def _negated(self, passage: Passage, hit: _Hit, region: range, main: frozenset[int]) -> bool:
        """Whether the cue denies itself or a word of negation stands right beside it."""
        last = passage.tokens[hit.last].text.lower()
        if hit.last in main and self._denying is not None and self._denying.search(last):
            return True
        return any(
            passage.tokens[index].text.lower() in self._words.negations
            for index in (hit.first - 1, hit.last + 1)
            if index in region
        )

    def _hits(self, passage: Passage, region: range) -> Iterator[_Hit]:
        texts = [token.text.lower() for token in passage.tokens[region.start : region.stop]]
        done = 0
        for index, word in enumerate(texts):
            if not passage.tokens[region.start + index].is_word:
                continue
            candidates = list(self._whole.get(word, ()))
            for length in self._lengths.get(word[:1], ()):
                if length > len(word):
                    break
                candidates.extend(self._prefix.get(word[:length], ()))
            hits = []
            for pattern in candidates:
                if index < done and not any(gap for _, gap in pattern.rest):
                    continue  # within a phrase already found
                if not self._stands(word, pattern.first):
                    continue
                last = self._follow(texts, pattern, index)
                if last is not None:
                    hits.append(_Hit(region.start + index, region.start + last, pattern))
            if hits:
                hit = _heaviest(hits)
                yield hit
                if hit.last - hit.first < 3:
                    done = max(done, hit.last + 1 - region.start)

    def _follow(self, texts: list[str], pattern: _Pattern, index: int) -> int | None:
        """The last word of `pattern` when it begins at `index`, else `None`."""
        at = index
        for place, gap in pattern.rest:
            for step in range(at + 1, min(at + gap + 2, len(texts))):
                if self._stands(texts[step], place):
                    at = step
                    break
            else:
                return None
        return at

    def _stands(self, text: str, place: _Place) -> bool:
        return (
            text in place.whole
            or text.startswith(place.beginnings)
            or any(
                text.startswith(stem) and ending.fullmatch(text, len(stem)) is not None
                for stem, ending in place.stems
            )
        )
