"""Direct speech and who speaks.

Quoted words are direct speech where the text says so: a verb of saying (or what stands for one)
right after them or right before them, a colon, or a speaker's sentence next to words that are
whole sentences themselves. Everything else between quotation marks is a name, a title or a
fragment, and is left alone: an article never says who spoke such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import OrganisationName, PersonName, Role
from generator.model.span import Span
from generator.model.statement import Quotation
from generator.recognition.passage import Passage
from generator.recognition.quotes import Quoted, QuoteFinder
from generator.recognition.recogniser import Found, Recogniser
from generator.text.tokens import Token

KIND = Kind("quotation")
REQUIRES = (Kind("person"), Kind("title"), Kind("organisation"))

_DASHES = "-–—"
_DASHES_OPEN = frozenset(_DASHES)
_AFTER = re.compile(r"[\s,.!?…]*[-–—]\s*")
_SENTENCE_END = ".!?…"
_SPEECH_END = tuple(",.!?…-–—")
_WINDOW = 30
"""Words after the speech among which its verb of saying is looked for."""
_INVERTED = 4
"""A subject after its verb of saying begins within so many words when others precede the verb."""
_ATTRIBUTE = 3
"""Words between a name and the noun it is an attribute of."""
_SHORT = 5
"""Words of a clause so short that it can only say who spoke, be there a comma or not."""
_SOURCE_BEFORE = 8
_SOURCE_AFTER = 3
"""How near to a verb of saying the body stands that is its subject."""
_BESIDE = 4
"""Words between a title and the verb of saying after it whose subject it is."""
_OPENING = 6
"""Words of a sentence among which a title is taken for its subject."""
_NAME_WORDS = 5
"""Between quotation marks, up to so many words after a verb of saying are a name."""
_MEMORY = 6
"""Sentences before the speech in which a speaker meant by a pronoun is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """Verbs of saying: forms listed whole, and every stem with every ending."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """`quotation.toml`: the words around direct speech, lower case."""

    verbs: Verbs
    linking: tuple[str, ...]
    """What stands between the speech and its verb (`деп`)."""
    naming: tuple[str, ...]
    """After `linking`, verbs that make the quoted words a name; `*` stands for any ending."""
    subordinators: tuple[str, ...]
    """Right before the opening mark: the quoted words are a part of the sentence around them."""
    according: tuple[str, ...]
    """What stands for a verb of saying (`айтымында`, `по словам`)."""
    according_side: Literal["before", "after"]
    """Where the speaker stands, seen from `according`."""
    attributive: tuple[str, ...]
    """Forms of verbs of saying that also qualify a noun; speech only after a dash."""
    predicate_last: bool
    """Whether the main verb ends the sentence."""
    bodies: tuple[str, ...]
    """Nouns for a body that speaks without its name: the one named before is meant."""
    quoting: tuple[str, ...]
    """Among the verbs: their subject passes on what somebody else has said."""
    possessives: tuple[str, ...]
    """With such a verb: the words are those of somebody named before."""
    impersonal: tuple[str, ...]
    """Among the verbs: they have no speaker for a subject."""
    prepositions: tuple[str, ...]
    """Right before a name they make it no subject, in a language whose names do not tell."""
    coordination: tuple[str, ...]
    """Words that join two people in one subject."""
    departments: tuple[str, ...]
    """What follows the name of a body whose office speaks for it (`басма сөз кызматы`)."""
    plural_pronouns: tuple[str, ...]
    """Pronouns that cannot mean one person."""
    following: tuple[str, ...]
    """How a sentence begins that tells who spoke the one before it."""
    documents: tuple[str, ...]
    """Nouns for what the words are taken from: the speaker is the source named before."""
    pronouns: tuple[str, ...]
    people: Mapping[str, str]
    """Nouns for speakers without a name: form in the text to the form shown."""
    finite_endings: tuple[str, ...]
    """How the last word of a whole clause ends; empty where endings do not tell."""


@dataclass(frozen=True, slots=True)
class _Speaker:
    span: Span | None
    """A person, title or organisation mention; `None` for somebody only described."""
    text: str | None
    body: bool = False
    """An organisation, which no `he` or `she` means."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Somebody who may be the subject of a verb of saying."""

    first: int
    """Token index."""
    last: int
    rank: int
    """Person 0, pronoun 1, title 2, described person 3, organisation 4."""
    subject: bool
    """Whether its form lets it be a subject."""
    speaker: _Speaker
    plural: bool = False
    """A pronoun that cannot mean one person."""


_PERSON, _PRONOUN, _TITLE, _DESCRIBED, _ORGANISATION = range(5)


@dataclass(frozen=True, slots=True)
class _Cue:
    first: int
    last: int
    according: bool = False

    def span(self, passage: Passage) -> Span:
        return Span(passage.tokens[self.first].start, passage.tokens[self.last].end)


@dataclass(frozen=True, slots=True)
class _Speech:
    """One attributed piece."""

    inner: Span
    cue: _Cue | None
    speaker: _Speaker | None
    rule: str


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """`None` where the pack has no `quotation.toml`."""
    words = language.table("quotation", SpeechWords)
    return None if words is None else _Quotations(words, language)


class _Quotations:
    def __init__(self, words: SpeechWords, language: Language) -> None:
        self._finder = QuoteFinder(language.quotes.pairs)
        self.predicate_last = words.predicate_last
        self.according_side = words.according_side
        self.people = words.people
        self.attributive = frozenset(words.attributive)
        self.bodies = frozenset(words.bodies)
        self.plural = frozenset(words.plural_pronouns)
        self.coordination = frozenset(words.coordination)
        self.prepositions = frozenset(words.prepositions)
        self.quoting = frozenset(words.quoting)
        self.possessives = frozenset(words.possessives)
        self.impersonal = frozenset(words.impersonal)
        self.departments = _Phrases(words.departments)
        self._finite_endings = words.finite_endings
        verbs = set(words.verbs.words)
        verbs.update(stem + ending for stem in words.verbs.stems for ending in words.verbs.endings)
        self.verbs = _Phrases(verbs)
        self.according = _Phrases(words.according)
        self.pronouns = _Phrases((*words.pronouns, *words.plural_pronouns))
        self.following = _Phrases(words.following)
        self.linking = frozenset(words.linking)
        self.documents = frozenset(words.documents)
        self.subordinators = frozenset(words.subordinators)
        self._naming = tuple(word.rstrip("*") for word in words.naming if word.endswith("*"))
        self._naming_whole = frozenset(word for word in words.naming if not word.endswith("*"))

    def recognise(self, passage: Passage, found: Found) -> Iterator[Mention | Rejection]:
        article = passage.article
        quoted = self._finder.find(passage.text, article.prose)
        dialogue = [
            span
            for span in article.prose
            if passage.text[span.start : span.end][:1] in _DASHES_OPEN
        ]
        if not quoted and not dialogue:
            return
        reading = _Reading(passage, self, found, quoted)
        speeches = list(reading.speeches())
        spoken = [whole for whole, _ in reading.done]
        for stretch in quoted:
            if not any(whole.start <= stretch.start < whole.end for whole in spoken):
                yield Rejection(
                    kind=KIND,
                    span=stretch.inner,
                    rule="quotation.marks",
                    reason="nobody is said to have spoken these words",
                )
        seen: dict[str, int] = {}
        for number, speech in enumerate(speeches):
            seen[speech.inner.of(passage.text).casefold().strip(" .,!?…")] = number
        for number, speech in enumerate(speeches):
            if seen[speech.inner.of(passage.text).casefold().strip(" .,!?…")] != number:
                continue  # the headline repeats what is quoted below
            arguments: list[tuple[str, Span]] = []
            if speech.cue is not None:
                arguments.append(("cue", speech.cue.span(passage)))
            speaker = speech.speaker
            if speaker is not None and speaker.span is not None:
                arguments.append(("speaker", speaker.span))
            yield Mention(
                kind=KIND,
                span=speech.inner,
                value=Quotation(speaker_text=None if speaker is None else speaker.text),
                arguments=tuple(arguments),
                rule=f"quotation.{speech.rule}",
            )

    # -- words ------------------------------------------------------------------------------------

    def is_name_giving(self, word: str) -> bool:
        return word in self._naming_whole or (bool(self._naming) and word.startswith(self._naming))

    def is_finite(self, text: str) -> bool:
        """Whether quoted words look like a whole clause."""
        words = re.findall(r"\w+", text)
        if len(words) < 3:
            return False
        if text[-1] in "!?…":
            return True
        endings = self._finite_endings
        if endings:
            return bool(words[-1].lower().endswith(endings))
        return text[0].isupper() or not text[0].isalpha()


class _Phrases:
    """Lower-case phrases of one or more words, found at a token."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(phrases):
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)

    def length_at(self, tokens: tuple[Token, ...], index: int, stop: int) -> int:
        """How many words the longest phrase at `index` has, 0 for none; it ends before `stop`."""
        best = 0
        for words in self._by_first.get(tokens[index].text.lower(), ()):
            size = len(words)
            if (
                size > best
                and index + size <= stop
                and all(tokens[index + n].text.lower() == words[n] for n in range(1, size))
            ):
                best = size
        return best


@dataclass
class _Reading:
    """One passage being read; `done` grows speech by speech."""

    passage: Passage
    rules: _Quotations
    found: Found
    quoted: tuple[Quoted, ...]
    items: list[_Item] = field(default_factory=list)
    done: list[tuple[Span, _Speech]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.items = sorted(self._items(), key=lambda item: (item.first, item.rank))

    def speeches(self) -> Iterator[_Speech]:
        for place, paragraph in enumerate(self.passage.article.prose):
            inside = [
                quoted for quoted in self.quoted if paragraph.start <= quoted.start < paragraph.end
            ]
            if self.passage.text[paragraph.start : paragraph.end][:1] in _DASHES_OPEN:
                yield from self._keep(paragraph, self._dialogue(paragraph))
            for quoted in inside:
                whole = Span(quoted.start, quoted.end)
                yield from self._keep(whole, self._attributed(quoted, paragraph, place))

    def _keep(self, whole: Span, speeches: list[_Speech]) -> list[_Speech]:
        self.done.extend((whole, speech) for speech in speeches)
        return speeches

    # -- attribution ------------------------------------------------------------------------------

    def _attributed(self, quoted: Quoted, paragraph: Span, place: int) -> list[_Speech]:
        text = self.passage.text
        rules = self.rules
        last = self._paragraph_of(quoted.end - 1)
        sentence_start, before = self._before(quoted, paragraph)
        previous = self._word_before(quoted.start, sentence_start)
        embedded = bool(before) and before[-1] not in ',:-–—.!?…;«“"'
        inner_text = quoted.inner.of(text)
        cue, rule = self._cue_after(quoted, last, embedded)
        if cue is not None:
            if rule == "linked" and previous in rules.subordinators:
                return []
            speaker = self._speaker_after(quoted, cue, last, sentence_start)
            return [_Speech(quoted.inner, cue, speaker, rule)]
        inset = self._inset(quoted.inner)
        if inset is not None:
            return inset
        if (embedded and not self._says_whole(quoted, sentence_start)) or (
            previous in rules.subordinators
        ):
            return []
        whole_clause = rules.is_finite(inner_text)
        unmarked = bool(before) and embedded and self._says_whole(quoted, sentence_start)
        if before and (before[-1] in ":," or unmarked):
            spoken = self._cue_before(quoted, sentence_start, before[-1], whole_clause)
            if spoken is not None:
                return [spoken]
        if before:
            return []
        # words that are sentences of their own
        if len(re.findall(r"\w+", inner_text)) < 4 or not self._stands_alone(quoted, last):
            return []
        neighbour = self._continued(quoted, place)
        if neighbour is not None:
            return [_Speech(quoted.inner, None, neighbour.speaker, "continued")]
        following = self._cue_following(quoted, last)
        if following is not None:
            return [following]
        introduced = self._introduced(quoted, paragraph, place)
        return [] if introduced is None else [introduced]

    def _before(self, quoted: Quoted, paragraph: Span) -> tuple[int, str]:
        """Where the sentence around the opening mark begins, and its text up to the mark."""
        start = paragraph.start
        for sentence in self.passage.sentences:
            if sentence.start > quoted.start:
                break
            if sentence.start >= paragraph.start:
                start = sentence.start
        for whole, _ in self.done:
            if start < whole.end <= quoted.start and whole.start <= start:
                start = whole.end
        return start, self.passage.text[start : quoted.start].strip()

    def _word_before(self, place: int, start: int) -> str:
        tokens = self.passage.tokens_in(Span(start, max(start, place)))
        return self.passage.tokens[tokens[-1]].text.lower() if len(tokens) else ""

    def _paragraph_of(self, place: int) -> Span:
        for span in self.passage.article.prose:
            if span.start <= place < span.end:
                return span
        return Span(place, place)

    def _region(self, quoted: Quoted, paragraph: Span) -> range:
        """Tokens from the closing mark to the end of the sentence or to the next quotation."""
        text = self.passage.text
        stop = paragraph.end
        for sentence in self.passage.sentences:
            if sentence.start < quoted.end <= sentence.end and sentence.end > quoted.start:
                stop = sentence.end
                rest = text[quoted.end : stop].strip(" .,!?…")
                if not rest and text[quoted.end - 2 : quoted.end - 1] in "?!":
                    continue  # “…!” Smith said: the splitter sees a new sentence in the capital
                break
            if sentence.start >= quoted.end:
                if sentence.start < paragraph.end and stop <= sentence.start:
                    gap = text[quoted.end : sentence.start]
                    if not gap.strip():
                        stop = sentence.end
                break
        for other in self.quoted:
            if other.start >= quoted.end and (
                len(self.passage.tokens_in(other.inner)) > _NAME_WORDS
                or text[quoted.end : other.start].rstrip()[-1:] in _SPEECH_END
            ):
                stop = min(stop, other.start)
                break
        return self.passage.tokens_in(Span(quoted.end, max(quoted.end, stop)))

    def _cue_after(
        self, quoted: Quoted, paragraph: Span, embedded: bool
    ) -> tuple[_Cue | None, str]:
        text = self.passage.text
        tokens = self.passage.tokens
        region = self._region(quoted, paragraph)
        words = [index for index in region if tokens[index].is_word]
        if not words:
            return None, ""
        gap = _AFTER.match(text, quoted.end)
        dash = gap is not None and tokens[words[0]].start == gap.end()
        first = words[0]
        stop = region.stop
        inner_text = quoted.inner.of(text).rstrip("'’»“”\"")
        rules = self.rules
        word = tokens[first].text.lower()
        comma = inner_text[-1:] in _SPEECH_END or text[quoted.end : quoted.end + 1] == ","
        if word in rules.linking:
            return self._cue_linked(quoted, words, stop, dash or comma)
        whole = (
            not self._before_mark(quoted, paragraph)
            and len(words) <= _SHORT
            and text[quoted.end : quoted.end + 1] != ","
            and rules.is_finite(quoted.inner.of(text))
        )
        if embedded or not (dash or comma or whole):
            return None, ""
        if word in rules.attributive and not dash:
            return None, ""
        if not dash and rules.predicate_last and not rules.verbs.length_at(tokens, first, stop):
            return None, ""
        window = words[:_WINDOW]
        if not dash and inner_text[-1:] not in _SPEECH_END and not whole:
            # a comma outside the marks may belong to the sentence around a quoted name
            window = window[: self._capitalised(window) + 1]
        for index in window:
            size = rules.verbs.length_at(tokens, index, stop)
            if size:
                return _Cue(index, index + size - 1), "after"
            size = rules.according.length_at(tokens, index, stop)
            if size:
                return _Cue(index, index + size - 1, according=True), "after"
        return None, ""

    def _capitalised(self, words: list[int]) -> int:
        """How many of the first words begin with a capital letter."""
        for count, index in enumerate(words):
            if not self.passage.tokens[index].is_capitalised:
                return count
        return len(words)

    def _before_mark(self, quoted: Quoted, paragraph: Span) -> str:
        return self.passage.text[paragraph.start : quoted.start].strip()

    def _cue_linked(
        self, quoted: Quoted, words: list[int], stop: int, marked: bool
    ) -> tuple[_Cue | None, str]:
        """`«…» деп билдирди`: with a dash or a comma always speech, else only a whole clause."""
        tokens = self.passage.tokens
        rules = self.rules
        first = words[0]
        document = any(tokens[index].text.lower() in rules.documents for index in words)
        if (
            len(words) > 1
            and rules.is_name_giving(tokens[words[1]].text.lower())
            and not (marked and document)
        ):
            return None, ""
        finite = rules.is_finite(quoted.inner.of(self.passage.text))
        window = words[1:_WINDOW]
        for index in window:
            size = rules.verbs.length_at(tokens, index, stop)
            if size and (marked or (finite and index - first <= 4)):
                close = index == first + 1
                return _Cue(first if close else index, index + size - 1), "linked"
        if marked and finite:
            return _Cue(first, first), "linked"
        return None, ""

    def _inset(self, inner: Span) -> list[_Speech] | None:
        """«A, — сказал X. — B»: the verb of saying stands inside the marks."""
        text = self.passage.text
        tokens = self.passage.tokens
        for match in re.finditer(r"[,!?…]\s*[-–—]\s+", text[inner.start : inner.end]):
            place = inner.start + match.end()
            closing = re.search(r"[.,]\s*[-–—]\s+", text[place : inner.end])
            end = inner.end if closing is None else place + closing.start()
            clause = self.passage.tokens_in(Span(place, end))
            words = [index for index in clause if tokens[index].is_word]
            if not words or len(words) > 15:
                continue
            size = self.rules.verbs.length_at(tokens, words[0], clause.stop)
            if not size:
                continue
            cue = _Cue(words[0], words[0] + size - 1)
            verb = tokens[cue.first].text.lower()
            own = None if verb in self.rules.quoting else self._pick(clause, cue, inset=True)
            speaker = own or self._back(inner.start)
            first = _trim(text, inner.start, inner.start + match.start())
            pieces = [_Speech(first, cue, speaker, "inset")]
            if closing is not None:
                second = _trim(text, place + closing.end(), inner.end)
                if len(second):
                    pieces.append(_Speech(second, cue, speaker, "inset"))
            return pieces
        return None

    def _dialogue(self, paragraph: Span) -> list[_Speech]:
        """`— A, — деди X. — B`: a paragraph that begins with a dash and has a verb of saying."""
        text = self.passage.text
        start = paragraph.start
        while start < paragraph.end and (text[start] in _DASHES or text[start].isspace()):
            start += 1
        if start >= paragraph.end:
            return []
        for quoted in self.quoted:
            if quoted.start == start:
                return []
        return self._inset(Span(start, paragraph.end)) or []

    def _cue_before(
        self, quoted: Quoted, start: int, mark: str, whole_clause: bool
    ) -> _Speech | None:
        """`X said: “…”`, `Касымалиев: «…»`, `По словам X, «…»`."""
        tokens = self.passage.tokens
        region = self.passage.tokens_in(Span(start, quoted.start))
        cue: _Cue | None = None
        for index in region:
            size = self.rules.according.length_at(tokens, index, region.stop)
            if size:
                cue = _Cue(index, index + size - 1, according=True)
                continue
            size = self.rules.verbs.length_at(tokens, index, region.stop)
            if size and (cue is None or not cue.according):
                cue = _Cue(index, index + size - 1)
        inner_text = quoted.inner.of(self.passage.text)
        if mark != ":":
            if cue is None or not whole_clause or not inner_text[0].isupper():
                return None
            if region.stop - cue.last > 8 and not cue.according:
                return None
        elif cue is None:
            items = self._in(region)
            if not items or items[-1].rank == _ORGANISATION or items[-1].last < region.stop - 2:
                return None
            return _Speech(quoted.inner, None, items[-1].speaker, "colon")
        assert cue is not None
        speaker = self._pick(region, cue)
        if speaker is None and self._without_subject(region, cue):
            speaker = self._back(start)
        return _Speech(quoted.inner, cue, speaker, "colon" if mark == ":" else "before")

    def _without_subject(self, region: range, cue: _Cue) -> bool:
        """Whether a clause leaves its subject to the sentences before: a pronoun, or nothing."""
        pronouns = [item for item in self._in(region) if item.rank == _PRONOUN]
        if pronouns:
            return not pronouns[0].plural
        return self.rules.predicate_last or cue.first == region.start

    def _says_whole(self, quoted: Quoted, start: int) -> bool:
        """`He said last night "We will not comment."`: no comma, yet a verb and a sentence."""
        inner = quoted.inner.of(self.passage.text)
        if not (inner[0].isupper() and inner[-1] in _SENTENCE_END and self.rules.is_finite(inner)):
            return False
        region = self.passage.tokens_in(Span(start, quoted.start))
        return any(
            self.rules.verbs.length_at(self.passage.tokens, index, region.stop)
            for index in region[-4:]
        )

    def _stands_alone(self, quoted: Quoted, paragraph: Span) -> bool:
        """Whether the quoted words are whole sentences, nothing else in their last one."""
        text = self.passage.text
        inner = quoted.inner.of(text)
        rest = text[quoted.end : paragraph.end].lstrip()
        ended = inner[-1] in _SENTENCE_END or rest[:1] in _SENTENCE_END or not rest
        rest = rest.lstrip(" .!?…")
        return ended and (
            not rest or rest[0].isupper() or rest[0] in '«“„"—–-' or rest[0].isdigit()
        )

    def _continued(self, quoted: Quoted, place: int) -> _Speech | None:
        """The speech right before this one: in this paragraph, or ending the one before."""
        if not self.done:
            return None
        whole, speech = self.done[-1]
        between = Span(whole.end, quoted.start) if whole.end <= quoted.start else None
        if between is None:
            return None
        gap = between.of(self.passage.text)
        if gap.count("\n") and gap.strip(" \n\t.,!?…"):
            # other words end the paragraph before: they must belong to the speech's own sentence
            sentence = self._sentence_at(whole.end - 1)
            if self.passage.text[max(sentence.end, whole.end) : quoted.start].strip():
                return None
            if speech.rule in ("colon", "before", "introduced"):
                return None
            return speech if len(gap.split("\n")[0]) < 120 else None
        sentence = self._sentence_at(whole.end - 1)
        if self.passage.text[max(sentence.end, whole.end) : quoted.start].strip(" \n\t.,!?…"):
            return None
        return speech

    def _sentence_at(self, place: int) -> Span:
        return next(
            (s for s in self.passage.sentences if s.start <= place < s.end), Span(place, place + 1)
        )

    def _cue_following(self, quoted: Quoted, paragraph: Span) -> _Speech | None:
        """The sentence after tells whose words they were: `«…». Мындай пикирин X билдирди.`."""
        after = [s for s in self.passage.sentences if quoted.end <= s.start < paragraph.end]
        if not after:
            return None
        tokens = self.passage.tokens
        region = self.passage.tokens_in(after[0])
        if not len(region) or not self.rules.following.length_at(tokens, region[0], region.stop):
            return None
        for index in reversed(region):
            size = self.rules.verbs.length_at(tokens, index, region.stop)
            if size:
                cue = _Cue(index, index + size - 1)
                return _Speech(quoted.inner, cue, self._pick(region, cue), "following")
        return None

    def _introduced(self, quoted: Quoted, paragraph: Span, place: int) -> _Speech | None:
        """A sentence before with a verb of saying, or one that ends in a colon."""
        text = self.passage.text
        before = [s for s in self.passage.sentences if s.end <= quoted.start]
        if not before:
            return None
        sentence = before[-1]
        colon = text[sentence.end - 1] == ":"
        alone = not text[paragraph.start : quoted.start].strip()
        if not colon and self._inside_quotation(sentence):
            return None
        region = self.passage.tokens_in(sentence)
        cue = self._main_cue(region)
        if cue is None:
            if not colon:
                return None
            return _Speech(quoted.inner, None, self._back(quoted.start), "colon")
        if not alone and not colon and self._paragraph_of(sentence.start) != paragraph:
            return None
        speaker = self._pick(region, cue)
        if not colon and speaker is None:
            first = self._in(region)
            if not first or first[0].rank != _PRONOUN:
                return None
        return _Speech(quoted.inner, cue, speaker or self._back(sentence.start), "introduced")

    def _main_cue(self, region: range) -> _Cue | None:
        """The verb of saying that governs a sentence: the last one, or the first one."""
        cues: list[_Cue] = []
        for index in region:
            if any(q.start <= self.passage.tokens[index].start < q.end for q in self.quoted):
                continue
            for phrases in (self.rules.verbs, self.rules.according):
                size = phrases.length_at(self.passage.tokens, index, region.stop)
                if size:
                    spoken = phrases is self.rules.according
                    cues.append(_Cue(index, index + size - 1, according=spoken))
        if not cues:
            return None
        return cues[-1] if self.rules.predicate_last else cues[0]

    def _inside_quotation(self, span: Span) -> bool:
        return any(q.start <= span.start and span.end <= q.end + 1 for q in self.quoted)

    # -- speakers ---------------------------------------------------------------------------------

    def _items(self) -> Iterator[_Item]:
        passage = self.passage
        text = passage.text
        taken: list[Span] = []
        for mention in self.found.of("person"):
            value = mention.value
            if isinstance(value, PersonName):
                taken.append(mention.span)
                surface = mention.span.of(text)
                before = self.passage.tokens_in(mention.span).start - 1
                subject = (
                    _fold(surface) == _fold(value.written)
                    and not re.match(r"['’]s?\b", text[mention.span.end : mention.span.end + 2])
                    and (
                        before < 0
                        or passage.tokens[before].text.lower() not in self.rules.prepositions
                    )
                )
                yield self._item(
                    mention.span, _PERSON, _Speaker(mention.span, value.written), subject=subject
                )
        for mention in self.found.of("title"):
            value = mention.value
            if isinstance(value, Role) and not any(mention.span.overlaps(s) for s in taken):
                taken.append(mention.span)
                speaker = self._bearer(mention.span) or _Speaker(mention.span, value.title)
                yield self._item(mention.span, _TITLE, speaker)
        for mention in self.found.of("organisation"):
            value = mention.value
            if isinstance(value, OrganisationName) and not any(
                mention.span.overlaps(s) for s in taken
            ):
                taken.append(mention.span)
                name = self._with_department(mention.span) or value.name
                yield self._item(
                    mention.span, _ORGANISATION, _Speaker(mention.span, name, body=True)
                )
        people = self.rules.people
        for index, token in enumerate(passage.tokens):
            size = self.rules.pronouns.length_at(passage.tokens, index, len(passage.tokens))
            if size:
                plural = token.text.lower() in self.rules.plural
                yield _Item(index, index, _PRONOUN, True, _Speaker(None, None), plural)
            shown = people.get(token.text.lower())
            if shown is not None and not any(
                s.start <= token.start and token.end <= s.end for s in taken
            ):
                yield _Item(index, index, _DESCRIBED, True, _Speaker(None, shown))

    def _bearer(self, span: Span) -> _Speaker | None:
        """`министр`, where one person alone is called some kind of minister above."""
        tokens = self.passage.tokens_in(span)
        if len(tokens) != 1:
            return None
        bare = self.passage.language.base_forms(self.passage.tokens[tokens[0]].text)[0]
        bearers: dict[str, _Speaker] = {}
        titles = {mention.span.end: mention for mention in self.found.of("title")}
        for mention in self.found.of("person"):
            value = mention.value
            title = titles.get(mention.span.start - 1)
            if mention.span.start >= span.start or not isinstance(value, PersonName):
                continue
            if title is None or len(self.passage.tokens_in(title.span)) == 1:
                continue
            last = self.passage.tokens[self.passage.tokens_in(title.span)[-1]].text
            if bare in self.passage.language.base_forms(last):
                bearers[value.written] = _Speaker(mention.span, value.written)
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _with_department(self, span: Span) -> str | None:
        """A body's name with the office that speaks for it, as they stand in the text."""
        tokens = self.passage.tokens
        index = self.passage.tokens_in(span).stop
        if index >= len(tokens):
            return None
        size = self.rules.departments.length_at(tokens, index, len(tokens))
        return self.passage.text[span.start : tokens[index + size - 1].end] if size else None

    def _item(self, span: Span, rank: int, speaker: _Speaker, *, subject: bool = True) -> _Item:
        tokens = self.passage.tokens_in(span)
        first = tokens.start
        last = max(first, tokens.stop - 1)
        return _Item(first, last, rank, subject, speaker)

    def _in(self, region: range) -> list[_Item]:
        return [
            item
            for item in self.items
            if region.start <= item.first and item.last < region.stop and item.subject
        ]

    def _outside(self, region: range) -> list[_Item]:
        """Possible subjects in `region` that do not stand between quotation marks."""
        tokens = self.passage.tokens
        return [
            item
            for item in self._in(region)
            if not any(q.start <= tokens[item.first].start < q.end for q in self.quoted)
            or item.rank == _ORGANISATION
        ]

    def _pick(self, region: range, cue: _Cue, *, inset: bool = False) -> _Speaker | None:
        """The subject of the verb of saying, looked for on both sides of it.

        `inset` is set where the clause itself stands between quotation marks.
        """
        if cue.according:
            return self._pick_according(region, cue)
        after = range(cue.last + 1, region.stop)
        before = range(region.start, cue.first)
        words_before = [i for i in before if self.passage.tokens[i].is_word]
        linked = [
            i for i in words_before if self.passage.tokens[i].text.lower() not in self.rules.linking
        ]
        sides = (after, before) if not linked else (before, after)
        for side in sides:
            chosen = self._subject(side, forward=side is after, inset=inset)
            if chosen is None:
                continue
            far = side is after and bool(linked) and chosen.first - cue.last > _INVERTED
            if far or chosen.rank == _PRONOUN:  # far: the subject stood before and is not known
                return None
            return chosen.speaker
        return None

    def _pick_according(self, region: range, cue: _Cue) -> _Speaker | None:
        if self.rules.according_side == "before":
            side = range(region.start, cue.first)
            items = [i for i in self._any(side) if cue.first - i.last <= 2]
            items.reverse()
        else:
            side = range(cue.last + 1, region.stop)
            items = self._any(side)
        items = [item for item in items if item.rank != _PRONOUN]
        if not items:
            return None
        nearest = items[0]
        for item in items:
            if item.rank == _PERSON and abs(item.first - nearest.first) <= 8:
                return item.speaker
        return nearest.speaker

    def _any(self, region: range) -> list[_Item]:
        return [
            item for item in self.items if region.start <= item.first and item.last < region.stop
        ]

    def _subject(self, region: range, *, forward: bool, inset: bool) -> _Item | None:
        tokens = self.passage.tokens
        items = self._in(region) if inset else self._outside(region)
        if not items:
            return None
        if forward:
            comma = next((i for i in region if tokens[i].text in ",;("), region.stop)
            everybody = items
            items = [item for item in items if item.first < comma] or items
            if items[0].rank == _PRONOUN:
                return items[0]
            best = min(items, key=lambda item: (item.rank, item.first))
            apposed = [item for item in everybody if item.first == comma + 1]
            if best.rank != _PERSON and apposed and apposed[0].rank == _PERSON:
                return apposed[0]  # said the minister, Anna Kim
            return best
        nearest = items[-1]
        persons = [item for item in items if item.rank == _PERSON]
        if nearest.rank == _PRONOUN and (nearest.last == region.stop - 1 or not persons):
            return nearest
        if persons:
            head = next((item for item in items if item.first > persons[-1].last), None)
            between = range(persons[-1].last + 1, nearest.first)
            if (
                head is not None
                and not self.rules.predicate_last
                and len(between) <= _ATTRIBUTE
                and all(tokens[i].is_word for i in between)
            ):
                return head  # the name is an attribute: the Kim campaign spokesman
            return persons[-1]
        beside = [
            item
            for item in items
            if item.first - region.start < _OPENING or region.stop - item.last <= _BESIDE
        ]
        return min(beside, key=lambda item: (item.rank, item.first)) if beside else None

    def _speaker_after(
        self, quoted: Quoted, cue: _Cue, paragraph: Span, sentence_start: int
    ) -> _Speaker | None:
        region = self._region(quoted, paragraph)
        tokens = self.passage.tokens
        words = {tokens[i].text.lower() for i in region}
        verb = {tokens[i].text.lower() for i in range(cue.first, cue.last + 1)}
        if verb & self.rules.quoting:
            named = [item for item in self._any(region) if item.rank == _PERSON]
            if named:
                return named[0].speaker
            return self._back(sentence_start) if words & self.rules.possessives else None
        if verb & self.rules.impersonal:
            return self._source(sentence_start, persons=False)
        chosen = self._pick(region, cue)
        if chosen is None and not words & self.rules.bodies:
            chosen = self._unknown_name(region, cue)
        if chosen is not None:
            return chosen
        pronouns = [item for item in self._in(region) if item.rank == _PRONOUN]
        if pronouns and pronouns[0].plural:
            return self._source(sentence_start, persons=False)
        if words & self.rules.bodies:
            return (
                self._named_body(region)
                or self._source(sentence_start, persons=False)
                or self._unknown_noun(region, cue)
            )
        if words & self.rules.documents:
            return self._source(sentence_start, persons=True)
        if not pronouns:
            described = self._unknown_noun(region, cue)
            if described is not None:
                return described
            opening = self.passage.tokens_in(Span(sentence_start, quoted.start))
            subject = next((i for i in self._outside(opening) if i.rank in (_PERSON, _TITLE)), None)
            if subject is not None:
                return subject.speaker
        return self._back(sentence_start)

    def _unknown_name(self, region: range, cue: _Cue) -> _Speaker | None:
        """A capitalised word beside the verb of saying that no recogniser knows as a name."""
        tokens = self.passage.tokens
        if cue.according:
            return None
        for side in (range(cue.last + 1, region.stop), range(cue.first - 1, region.start - 1, -1)):
            run: list[int] = []
            for index in side:
                if not tokens[index].is_capitalised:
                    break
                run.append(index)
            if run:
                words = [tokens[i].text for i in sorted(run)]
                whole = self.passage.language.name_base(words[-1]) == words[-1]
                return _Speaker(None, " ".join(words)) if whole else None
        return None

    def _named_body(self, region: range) -> _Speaker | None:
        """`the newspaper Dawn`: a body whose name no recogniser knows."""
        tokens = self.passage.tokens
        for index in region:
            if tokens[index].text.lower() in self.rules.bodies:
                after = list(range(index + 1, region.stop))
                run = after[: self._capitalised(after)]
                if run:
                    return _Speaker(None, " ".join(tokens[i].text for i in run), body=True)
        return None

    def _unknown_noun(self, region: range, cue: _Cue) -> _Speaker | None:
        """A subject after the verb that no table knows: it is described, or left open."""
        tokens = self.passage.tokens
        after = [i for i in range(cue.last + 1, region.stop) if tokens[i].is_word]
        if not after or cue.according or after[0] != cue.last + 1:
            return None
        if len(after) == 1 and self.rules.predicate_last:
            return _Speaker(None, self.passage.language.base_form(tokens[after[0]].text))
        return _Speaker(None, None)

    def _back(self, place: int) -> _Speaker | None:
        """Who spoke or acted last before `place`: what a pronoun means."""
        himself = False
        for sentence in self._earlier(place)[:_MEMORY]:
            for whole, speech in reversed(self.done):
                speaker = speech.speaker
                near = whole.start < sentence.end and sentence.start < whole.end
                if near and speaker is not None and not speaker.body:
                    return speaker
            if self._inside_quotation(sentence):
                continue
            region = self.passage.tokens_in(sentence)
            cue = self._main_cue(region)
            if cue is not None:
                speaker = self._pick(region, cue)
                if speaker is not None and not speaker.body:
                    return speaker
            items = self._outside(region)
            persons = [item for item in items if item.rank == _PERSON]
            if len(persons) > 1 and self._coordinated(persons[0], persons[1]):
                continue
            if persons:
                return persons[0].speaker
            for item in items:
                if item.rank == _TITLE and item.first - region.start < _OPENING:
                    return item.speaker
            named = [item for item in self._any(region) if item.rank == _PERSON]
            if himself and len(named) == 1:
                return named[0].speaker
            himself = cue is not None and any(item.rank == _PRONOUN for item in items)
        return None

    def _coordinated(self, first: _Item, second: _Item) -> bool:
        """Whether two people share a predicate, so that neither is meant by `he`."""
        tokens = self.passage.tokens
        return any(
            tokens[index].text.lower() in self.rules.coordination
            for index in range(first.last + 1, second.first)
        )

    def _source(self, place: int, *, persons: bool) -> _Speaker | None:
        """The one body (or person) that sentences before `place` name as a source."""
        ranks = (_ORGANISATION, _PERSON) if persons else (_ORGANISATION,)
        sources: dict[str | None, _Speaker] = {}
        for sentence in self._earlier(place):
            region = self.passage.tokens_in(sentence)
            cue = self._main_cue(region)
            if cue is None:
                continue
            for item in self._any(region):
                near = (
                    0 < cue.first - item.last <= _SOURCE_BEFORE
                    if item.last < cue.first
                    else item.first - cue.last <= _SOURCE_AFTER
                )
                if item.rank in ranks and near:
                    sources.setdefault(item.speaker.text, item.speaker)
                    break
        return next(iter(sources.values())) if len(sources) == 1 else None

    def _earlier(self, place: int) -> list[Span]:
        """Sentences that end before `place`, nearest first."""
        return [s for s in self.passage.sentences if s.end <= place][::-1]


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
