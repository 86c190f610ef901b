"""Direct speech and who speaks.

Quoted words are direct speech where the text says so: a verb of saying (or what stands for one)
right after them or right before them, a colon, or a speaker's sentence next to words that are
whole sentences themselves. Everything else between quotation marks is a name, a title or a
fragment, and is left alone: an article never says who spoke such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.span import Span
from generator.model.statement import Quotation
from generator.recognition.passage import Passage
from generator.recognition.quotes import Quoted, QuoteFinder
from generator.recognition.recogniser import Found, Recogniser
from generator.recognition.speakers import Speakers
from generator.recognition.speech import Cue, Speaker, SpeechRules, SpeechWords

KIND = Kind("quotation")
REQUIRES = (Kind("person"), Kind("title"), Kind("organisation"), Kind("role"))

_DASHES = "-–—"
_DASHES_OPEN = frozenset(_DASHES)
_AFTER = re.compile(r"[\s,.!?…]*[-–—]\s*")
_SENTENCE_END = ".!?…"
_SPEECH_END = tuple(",.!?…-–—")
_WINDOW = 30
"""Words after the speech among which its verb of saying is looked for."""
_SHORT = 5
"""Words of a clause so short that it can only say who spoke, be there a comma or not."""
_NAME_WORDS = 5
"""Between quotation marks, up to so many words after a verb of saying are a name."""


@dataclass(frozen=True, slots=True)
class _Speech:
    """One attributed piece."""

    inner: Span
    cue: Cue | None
    speaker: Speaker | None
    rule: str


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """`None` where the pack has no `quotation.toml`."""
    words = language.table("quotation", SpeechWords)
    return None if words is None else _Quotations(words, language)


class _Quotations:
    def __init__(self, words: SpeechWords, language: Language) -> None:
        self._finder = QuoteFinder(language.quotes.pairs)
        self._rules = SpeechRules(words)

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
        reading = _Reading(
            passage, self._rules, quoted, Speakers(passage, self._rules, found, quoted)
        )
        speeches = list(reading.speeches())
        spoken = [whole for whole, _ in reading.done]
        for stretch in quoted:
            if not any(whole.start <= stretch.start < whole.end for whole in spoken):
                yield Rejection(
                    kind=KIND,
                    span=stretch.inner,
                    rule="quotation.marks",
                    reason=self._why_not(passage, stretch.inner),
                )
        seen: dict[str, int] = {}
        for number, speech in enumerate(speeches):
            seen[speech.inner.of(passage.text).casefold().strip(" .,!?…")] = number
        for number, speech in enumerate(speeches):
            if seen[speech.inner.of(passage.text).casefold().strip(" .,!?…")] != number:
                # the headline repeats what is quoted below
                yield _declined(speech, "the same words are quoted again below")
                continue
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
            if speaker is None:
                yield _declined(speech, "without a speaker: nobody named is clearly the one")

    def _why_not(self, passage: Passage, inner: Span) -> str:
        """Why words between quotation marks are not taken for speech."""
        words = [passage.tokens[i] for i in passage.tokens_in(inner) if passage.tokens[i].is_word]
        if len(words) > _NAME_WORDS or self._rules.is_finite(inner.of(passage.text)):
            return "nobody is said to have spoken these words"
        if words and words[0].is_capitalised:
            return "a name or title: nobody is said to have spoken these words"
        return "a word or two of somebody's, or meant otherwise: no speech"


@dataclass
class _Reading:
    """One passage being read; `done` grows speech by speech."""

    passage: Passage
    rules: SpeechRules
    quoted: tuple[Quoted, ...]
    speakers: Speakers
    done: list[tuple[Span, _Speech]] = field(default_factory=list)

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
        self.speakers.said.extend((whole, speech.speaker) for speech in speeches)
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
            speaker = self.speakers.of_speech(
                self._region(quoted, last), cue, Span(quoted.start, quoted.end), sentence_start
            )
            return [_Speech(quoted.inner, cue, speaker, rule)]
        inset = self._inset(quoted.inner)
        if inset is not None:
            return inset
        if not embedded and rules.is_finite(inner_text):
            alone = self._only_speaker(quoted, last)
            if alone is not None:
                return [_Speech(quoted.inner, None, alone, "dash")]
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

    def _only_speaker(self, quoted: Quoted, paragraph: Span) -> Speaker | None:
        """`“…”, — Anna Kim.`: after the dash nothing but who spoke."""
        gap = _AFTER.match(self.passage.text, quoted.end)
        if gap is None:
            return None
        region = self._region(quoted, paragraph)
        words = [index for index in region if self.passage.tokens[index].is_word]
        if not words or self.passage.tokens[words[0]].start != gap.end():
            return None
        return self.speakers.only_name(region) if self.speakers.is_name(words) else None

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

    def _cue_after(self, quoted: Quoted, paragraph: Span, embedded: bool) -> tuple[Cue | None, str]:
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
                return Cue(index, index + size - 1), "after"
            size = rules.according.length_at(tokens, index, stop)
            if size:
                return Cue(index, index + size - 1, according=True), "after"
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
    ) -> tuple[Cue | None, str]:
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
        last_before = self.passage.tokens_in(Span(0, quoted.start)).stop - 1
        announced = last_before >= 0 and tokens[last_before].text.lower() in rules.documents
        window = words[1:_WINDOW]
        for index in window:
            size = rules.verbs.length_at(tokens, index, stop)
            passive = announced and tokens[index + size - 1].text.lower() in rules.impersonal
            if size and (marked or ((finite or passive) and index - first <= 4)):
                close = index == first + 1
                return Cue(first if close else index, index + size - 1), "linked"
        if marked and finite:
            return Cue(first, first), "linked"
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
            cue = Cue(words[0], words[0] + size - 1)
            speaker = self.speakers.inset(clause, cue, inner.start)
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
        cue: Cue | None = None
        for index in region:
            size = self.rules.according.length_at(tokens, index, region.stop)
            if size:
                cue = Cue(index, index + size - 1, according=True)
                continue
            size = self.rules.verbs.length_at(tokens, index, region.stop)
            if size and (cue is None or not cue.according):
                cue = Cue(index, index + size - 1)
        inner_text = quoted.inner.of(self.passage.text)
        if mark != ":":
            if cue is None or not whole_clause or not inner_text[0].isupper():
                return None
            if region.stop - cue.last > 8 and not cue.according:
                return None
        elif cue is None:
            name = self.speakers.only_name(region)
            return None if name is None else _Speech(quoted.inner, None, name, "colon")
        assert cue is not None
        speaker = self.speakers.pick(region, cue)
        if speaker is None and self.speakers.without_subject(region, cue):
            speaker = self.speakers.back(start, region)
        return _Speech(quoted.inner, cue, speaker, "colon" if mark == ":" else "before")

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
                cue = Cue(index, index + size - 1)
                return _Speech(quoted.inner, cue, self.speakers.pick(region, cue), "following")
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
        if not colon and self.speakers.inside_quotation(sentence):
            return None
        region = self.passage.tokens_in(sentence)
        cue = self.speakers.main_cue(region)
        if cue is None:
            if not colon:
                return None
            return _Speech(quoted.inner, None, self.speakers.back(quoted.start), "colon")
        if not alone and not colon and self._paragraph_of(sentence.start) != paragraph:
            return None
        speaker = self.speakers.pick(region, cue)
        if not colon and speaker is None and not self.speakers.begins_with_pronoun(region):
            return None
        return _Speech(
            quoted.inner, cue, speaker or self.speakers.back(sentence.start, region), "introduced"
        )

    # -- speakers ---------------------------------------------------------------------------------


def _declined(speech: _Speech, reason: str) -> Rejection:
    return Rejection(kind=KIND, span=speech.inner, rule=f"quotation.{speech.rule}", reason=reason)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
