"""Who speaks: the subject of a verb of saying, or whom a pronoun or a document leads back to.

The subject is looked for in the clause of the verb itself. A clause that names somebody, be it
somebody no recogniser knows, never takes its speaker from another sentence; one with a pronoun or
with nothing takes the subject of what was said or done last, and never a name in another case
than the nominative. Words from a document are those of the source the article names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.mention import Mention
from generator.model.names import OrganisationName, PersonName, Role
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.quotes import Quoted
from generator.recognition.recogniser import Found
from generator.recognition.speech import UNNAMED, Cue, Gender, Speaker, SpeechRules

_INVERTED = 4
"""A subject after its verb of saying begins within so many words when others precede the verb."""
_ATTRIBUTE = 3
"""Words between a name and the noun it is an attribute of."""
_SOURCE_BEFORE = 8
_SOURCE_AFTER = 3
"""How near to a verb of saying the body stands that is its subject."""
_BESIDE = 4
"""Words between a title and the verb of saying after it whose subject it is."""
_OPENING = 6
"""Words of a sentence among which a title is taken for its subject."""
_MEMORY = 6
"""Sentences before the speech in which a speaker meant by a pronoun is looked for."""
_SILENT = 1
"""Sentences that name nobody between a pronoun and whom it means, at most."""
_DESCRIPTION = 5
"""Words of a description that is shown for a speaker without a name."""
_NAME_WORDS = 4
"""Between quotation marks, up to so many words before a noun for a body are its name."""
_QUALIFIED = 2
"""Words before a known noun for somebody without a name that are shown with it."""
_SOURCE_WORDS = 8
"""Words of a source that no recogniser knows."""

_PERSON, _PRONOUN, _TITLE, _DESCRIBED, _ORGANISATION = range(5)


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
    speaker: Speaker
    plural: bool = False
    """A pronoun that cannot mean one person."""
    gender: Gender | None = None
    """That of a person, or of whom a pronoun means, where the words show it."""


class Speakers:
    """The possible speakers of one passage; `said` is to grow speech by speech."""

    def __init__(
        self, passage: Passage, rules: SpeechRules, found: Found, quoted: tuple[Quoted, ...]
    ) -> None:
        self.passage = passage
        self.rules = rules
        self.found = found
        self.quoted = quoted
        self.said: list[tuple[Span, Speaker | None]] = []
        """What was quoted so far, marks included, and who said it."""
        self._genders = self._told_genders()
        self._titled = tuple(self._with_titles())
        self.items = sorted(self._items(), key=lambda item: (item.first, item.rank))

    # -- attribution ------------------------------------------------------------------------------

    def of_speech(self, region: range, cue: Cue, quoted: Span, sentence: int) -> Speaker | None:
        """The speaker of `quoted` when its verb of saying is `cue`, in the clause `region` after.

        `sentence` is where the sentence around the speech begins.
        """
        rules = self.rules
        tokens = self.passage.tokens
        words = {tokens[i].text.lower() for i in region}
        verb = {tokens[i].text.lower() for i in range(cue.first, cue.last + 1)}
        if verb & rules.quoting:
            named = [item for item in self._any(region) if item.rank == _PERSON]
            if named:
                return named[0].speaker
            return self.back(sentence, region) if words & rules.possessives else None
        document = next(
            (i for i in range(cue.last + 1, region.stop) if self._lower(i) in rules.documents), None
        )
        if document is not None and rules.predicate_last:
            authors = self._any(range(cue.last + 1, document))
            authors = [i for i in authors if i.rank in (_PERSON, _TITLE, _ORGANISATION)]
            if authors:
                return authors[-1].speaker
        if verb & rules.impersonal:
            if document is None and any(
                tokens[i].is_word for i in range(cue.last + 1, region.stop)
            ):
                return UNNAMED if rules.predicate_last else self._source(sentence, persons=False)
            author = self._author_before(self.passage.tokens_in(Span(sentence, quoted.start)))
            return author or self._source(sentence, persons=document is not None)
        chosen = self.pick(region, cue)
        if chosen is None and not words & rules.bodies:
            chosen = self._unknown_name(region, cue)
        if chosen is not None:
            return self._described(chosen, cue)
        pronouns = [item for item in self._in(region) if item.rank == _PRONOUN]
        if pronouns and pronouns[0].plural:
            return self._source(sentence, persons=False)
        if words & rules.bodies:
            return (
                self._named_body(region)
                or self._quoted_body(region, quoted.start)
                or self._source(sentence, persons=False)
                or self._unknown_noun(region, cue)
            )
        if document is not None:
            return self._source(sentence, persons=True)
        if not pronouns:
            described = self._unknown_noun(region, cue)
            if described is not None:
                return described
            return self._opening_subject(sentence, quoted, cue)
        return self.back(sentence, region)

    def _author_before(self, opening: range) -> Speaker | None:
        """`In the ministry's statement “…” is said`: whose document is named before the speech."""
        if len(opening) < 2 or self._lower(opening[-1]) not in self.rules.documents:
            return None
        for item in self._any(opening):
            if item.last == opening[-2] and item.rank in (_PERSON, _TITLE, _ORGANISATION):
                return item.speaker
        token = self.passage.tokens[opening[-2]]
        if not token.is_word or not token.text.lower().endswith(self.rules.genitive_endings):
            return None
        if token.text.lower() in (*self.rules.possessives, *self.rules.adverbs):
            return None
        return Speaker(None, self.passage.language.name_base(token.text), body=True)

    def _opening_subject(self, sentence: int, quoted: Span, cue: Cue) -> Speaker | None:
        """The speaker when the verb has no subject beside it: before the speech, or before that."""
        opening = self.passage.tokens_in(Span(sentence, quoted.start))
        items = self._outside(opening)
        plural = self.rules.is_plural_verb(self._lower(cue.last))
        ranks = (_TITLE, _DESCRIBED) if plural else (_PERSON, _TITLE, _DESCRIBED)
        subject = next((item for item in items if item.rank in ranks), None)
        if subject is not None:
            return subject.speaker
        if plural:
            return self._source(sentence, persons=False)
        before = self.passage.text[sentence : quoted.start].strip()
        if before[-1:].isalpha() and not any(item.rank == _PRONOUN for item in items):
            return UNNAMED  # their children “…” say: a subject that no recogniser knows
        return self.back(sentence, opening)

    def inset(self, clause: range, cue: Cue, place: int) -> Speaker | None:
        """The speaker of `A, — сказал X. — B`, whose verb of saying stands in `clause`."""
        if {self._lower(i) for i in range(cue.first, cue.last + 1)} & self.rules.quoting:
            return self.back(place, clause)
        own = self.pick(clause, cue, inset=True)
        if own is None and not any(item.rank == _PRONOUN for item in self._in(clause)):
            own = self._unknown_name(clause, cue) or self._unknown_noun(clause, cue)
        return own or self.back(place, clause)

    def only_name(self, region: range) -> Speaker | None:
        """`X: “…”`: the person a region ends with."""
        items = self._in(region)
        if not items or items[-1].rank == _ORGANISATION or items[-1].last < region.stop - 2:
            return None
        return items[-1].speaker

    def is_name(self, words: list[int]) -> bool:
        """Whether words are nothing but a title, a name or both."""
        named: set[int] = set()
        for item in self._in(range(words[0], words[-1] + 1)):
            if item.rank in (_PERSON, _TITLE):
                named.update(range(item.first, item.last + 1))
        return named.issuperset(words)

    def begins_with_pronoun(self, region: range) -> bool:
        """Whether the first possible subject of a sentence is a pronoun."""
        first = self._in(region)
        return bool(first) and first[0].rank == _PRONOUN

    def without_subject(self, region: range, cue: Cue) -> bool:
        """Whether a clause leaves its subject to the sentences before: a pronoun, or nothing."""
        pronouns = [item for item in self._in(region) if item.rank == _PRONOUN]
        if pronouns:
            return not pronouns[0].plural
        return self.rules.predicate_last or cue.first == region.start

    def main_cue(self, region: range) -> Cue | None:
        """The verb of saying that governs a sentence: the last one, or the first one."""
        cues: list[Cue] = []
        for index in region:
            if any(q.start <= self.passage.tokens[index].start < q.end for q in self.quoted):
                continue
            for phrases in (self.rules.verbs, self.rules.according):
                size = phrases.length_at(self.passage.tokens, index, region.stop)
                if size:
                    spoken = phrases is self.rules.according
                    cues.append(Cue(index, index + size - 1, according=spoken))
        if not cues:
            return None
        return cues[-1] if self.rules.predicate_last else cues[0]

    def inside_quotation(self, span: Span) -> bool:
        """Whether all of `span` is quoted."""
        return any(q.start <= span.start and span.end <= q.end + 1 for q in self.quoted)

    # -- possible subjects ------------------------------------------------------------------------

    def _items(self) -> Iterator[_Item]:
        passage = self.passage
        text = passage.text
        taken: list[Span] = []
        for mention in self.found.of("person"):
            value = mention.value
            if isinstance(value, PersonName):
                taken.append(mention.span)
                surface = mention.span.of(text)
                before = self._before_name(mention)
                subject = (
                    _fold(surface) == _fold(value.written)
                    and not re.match(r"['’]s?\b", text[mention.span.end : mention.span.end + 2])
                    and before not in self.rules.prepositions
                    and not self._is_governed(mention)
                )
                yield self._item(
                    mention.span, _PERSON, Speaker(mention.span, value.written), subject=subject
                )
        for mention in self.found.of("title"):
            value = mention.value
            if isinstance(value, Role) and not any(mention.span.overlaps(s) for s in taken):
                taken.append(mention.span)
                speaker = Speaker(mention.span, self._of_body(mention.span) or value.title)
                if not self._before_oblique(mention.span):
                    speaker = (
                        self._holder(mention.span) or self._bearer(mention.span, value) or speaker
                    )
                subject = not self._oblique(mention.span, value.title)
                yield self._item(mention.span, _TITLE, speaker, subject=subject)
        for mention in self.found.of("organisation"):
            value = mention.value
            if isinstance(value, OrganisationName) and not any(
                mention.span.overlaps(s) for s in taken
            ):
                taken.append(mention.span)
                yield self._organisation(mention, value)
        yield from self._unnamed(taken)

    def _before_name(self, mention: Mention) -> str:
        """The word before a name, or before `Mrs`; empty where there is none."""
        index = self.passage.tokens_in(mention.span).start - 1
        if index >= 0 and self.passage.tokens[index].text == ".":
            index -= 1
        if index > 0 and self.rules.genders.is_honorific(self._lower(index)):
            index -= 1
        return self._lower(index) if index >= 0 else ""

    def _is_governed(self, mention: Mention) -> bool:
        """Whether a word beside a name makes it no subject: `X менен`, `X айымга`, `г-же X`."""
        words = self.passage.tokens_in(mention.span)
        if words.start and self._lower(words.start - 1) in self.rules.oblique_honorifics:
            return True
        index = words.stop
        if index >= len(self.passage.tokens):
            return False
        word = self._lower(index)
        return word in self.rules.postpositions or (
            word.startswith(self.rules.honorifics or ("\n",)) and word not in self.rules.honorifics
        )

    def _told_genders(self) -> dict[str, Gender]:
        """Surname to the gender that the mentions of everybody who bears it show.

        The verb she is subject of tells more than her name.
        """
        genders, tokens = self.rules.genders, self.passage.tokens
        by_name: dict[str, set[Gender]] = {}
        by_verb: dict[str, set[Gender]] = {}
        for mention in self.found.of("person"):
            if not isinstance(mention.value, PersonName):
                continue
            surname = _surname(mention.value.written)
            words = self.passage.tokens_in(mention.span)
            index = words.start - 1
            if index > 0 and tokens[index].text == ".":
                index -= 1
            gender = genders.of(mention.value, self._lower(index) if index >= 0 else "")
            if gender is not None:
                by_name.setdefault(surname, set()).add(gender)
            for beside in (words.start - 1, words.stop):
                if 0 <= beside < len(tokens) and self.rules.verbs.length_at(
                    tokens, beside, beside + 1
                ):
                    gender = genders.of_verb(self._lower(beside))
                    if gender is not None:
                        by_verb.setdefault(surname, set()).add(gender)
        told = {**by_name, **by_verb}
        return {name: next(iter(found)) for name, found in told.items() if len(found) == 1}

    def _fits(self, speaker: Speaker, gender: Gender | None) -> bool:
        """Whether a pronoun of this gender may mean the speaker."""
        if gender is None or not speaker.text:
            return True
        return self._genders.get(_surname(speaker.text), gender) == gender

    def _organisation(self, mention: Mention, value: OrganisationName) -> _Item:
        department = self._with_department(mention.span)
        subject = department is not None or not (
            self._oblique(mention.span, value.name) or self._attributed(mention.span)
        )
        speaker = Speaker(mention.span, department or value.name, body=True)
        return self._item(mention.span, _ORGANISATION, speaker, subject=subject)

    def _unnamed(self, taken: list[Span]) -> Iterator[_Item]:
        """Pronouns, and people without a name."""
        tokens = self.passage.tokens
        for index, token in enumerate(tokens):
            word = token.text.lower()
            if self.rules.conjunctions.length_at(tokens, index, len(tokens)):
                continue
            if self.rules.pronouns.length_at(tokens, index, len(tokens)):
                plural = word in self.rules.plural
                gender = self.rules.genders.of_pronoun.get(word)
                yield _Item(index, index, _PRONOUN, True, Speaker(None, None), plural, gender)
            shown = self.rules.people.get(word)
            if shown is None and word not in self.rules.indefinite:
                continue
            if any(s.start <= token.start and token.end <= s.end for s in taken):
                continue
            if shown is not None:
                yield _Item(index, index, _DESCRIBED, True, Speaker(None, shown))
            elif index and tokens[index - 1].is_word:
                if any(s.start == token.end + 1 for s in taken):
                    continue  # one of the singers, Anna Kim: the name follows
                text = f"{tokens[index - 1].text} {token.text}"
                yield _Item(index - 1, index, _DESCRIBED, True, Speaker(None, text))

    def _before_oblique(self, span: Span) -> bool:
        """`Юрист X-тин ишин токтотууну суранды`: the name after a title may be another's."""
        for person in self.found.of("person"):
            if person.span.start == span.end + 1 and isinstance(person.value, PersonName):
                words = self.passage.tokens_in(person.span)
                spoken = words.stop < len(self.passage.tokens) and self.rules.according.length_at(
                    self.passage.tokens, words.stop, len(self.passage.tokens)
                )
                declined = _fold(person.span.of(self.passage.text)) != _fold(person.value.written)
                return self.rules.predicate_last and declined and not spoken
        return False

    def _holder(self, span: Span) -> Speaker | None:
        """Who is meant by a title that stands for her name, as the roles of the article tell."""
        held = (role.argument("holder") for role in self.found.of("role") if role.span == span)
        holder = next((held_by for held_by in held if held_by is not None), None)
        for person in self.found.of("person"):
            if person.span == holder and isinstance(person.value, PersonName):
                return Speaker(holder, person.value.written)
        return None

    def _of_body(self, span: Span) -> str | None:
        """`ИИМ өкүлү`: somebody unnamed and the body right before, as they stand in the text."""
        text = self.passage.text
        if not self.rules.members:
            return None
        last = self.passage.tokens[self.passage.tokens_in(span)[-1]].text.lower()
        if last not in self.rules.members:
            return None
        for mention in self.found.of("organisation"):
            if mention.span.end + 1 == span.start and text[mention.span.end] == " ":
                return text[mention.span.start : span.end]
        return None

    def _bearer(self, span: Span, role: Role) -> Speaker | None:
        """`министр`, where one person alone is called some kind of minister above.

        Or `head of state`, where one alone is called president. Where several are, the one named
        last is meant, if his paragraph names nobody after him.
        """
        tokens = self.passage.tokens_in(span)
        if len(tokens) != 1 and role.office is None:
            return None
        bare = self.passage.tokens[tokens[0]].text.lower() if len(tokens) == 1 else ""
        chief = not self.rules.chiefs.isdisjoint(self.passage.language.base_forms(bare))
        bearers: dict[str, Speaker] = {}
        nearest: Speaker | None = None
        for speaker, title, bases in self._titled:
            assert speaker.span is not None
            if speaker.span.start >= span.start:
                continue
            nearest = None
            if title is None or title.former != role.former:
                continue
            if role.office is not None and title.office is None:
                continue  # the president of a federation
            same = role.office is not None and title.office == role.office
            if same or bare in bases or (chief and not self.rules.chiefs.isdisjoint(bases)):
                if "\n" not in self.passage.text[speaker.span.end : span.start]:
                    nearest = speaker
                bearers[speaker.text or ""] = speaker
        if not bearers and role.office is not None:
            bearers = self._in_office(span, role.office)
        return next(iter(bearers.values())) if len(bearers) == 1 else nearest

    def _in_office(self, span: Span, office: str) -> dict[str, Speaker]:
        """Those named before who hold an office, as the roles of the article tell."""
        found: dict[str, Speaker] = {}
        names = {person.span: person.value for person in self.found.of("person")}
        for role in self.found.of("role"):
            holder = role.argument("holder")
            name = None if holder is None else names.get(holder)
            if (
                holder is not None
                and isinstance(name, PersonName)
                and isinstance(role.value, Role)
                and role.value.office == office
                and not role.value.former
                and holder.start < span.start
            ):
                found[name.written] = Speaker(holder, name.written)
        return found

    def _with_titles(self) -> Iterator[tuple[Speaker, Role | None, tuple[str, ...]]]:
        """Each person named, the title before the name and the base forms of its last word."""
        titles = {mention.span.end: mention for mention in self.found.of("title")}
        held = {(role.span, role.argument("holder")) for role in self.found.of("role")}
        for mention in self.found.of("person"):
            if not isinstance(mention.value, PersonName):
                continue
            speaker = Speaker(mention.span, mention.value.written)
            title = titles.get(mention.span.start - 1)
            another = title is not None and bool(held) and (title.span, mention.span) not in held
            if title is None or another or not isinstance(title.value, Role):
                yield speaker, None, ()  # another’s: `Өлкө башчысы X утканын белгиледи`
                continue
            last = self.passage.tokens[self.passage.tokens_in(title.span)[-1]].text
            yield speaker, title.value, self.passage.language.base_forms(last)

    def _oblique(self, span: Span, base: str) -> bool:
        """Whether the last word of a mention stands in a case that is no subject's."""
        words = self.passage.tokens_in(span)
        if not len(words) or not base or not self.rules.oblique_endings:
            return False
        return self._is_oblique(self._lower(words[-1]), base.rsplit(maxsplit=1)[-1].lower())

    def _is_oblique(self, word: str, base: str) -> bool:
        common = 0
        while common < min(len(word), len(base)) and word[common] == base[common]:
            common += 1
        ending = word[common:]
        return ending.endswith(self.rules.oblique_endings) and not ending.endswith(
            self.rules.source_endings
        )

    def _attributed(self, span: Span) -> bool:
        """`«24.kg» агенттигине`: the name belongs to a noun whose case is no subject's."""
        index = self.passage.tokens_in(span).stop
        if index >= len(self.passage.tokens) or not self.rules.attributed_endings:
            return False
        token = self.passage.tokens[index]
        gap = self.passage.text[span.end : token.start]
        return len(gap) <= 3 and token.text.lower().endswith(self.rules.attributed_endings)

    def _with_department(self, span: Span) -> str | None:
        """A body's name with the office that speaks for it, as they stand in the text."""
        tokens = self.passage.tokens
        index = self.passage.tokens_in(span).stop
        if index >= len(tokens):
            return None
        size = self.rules.departments.length_at(tokens, index, len(tokens))
        if not size:
            return None
        text = self.passage.text[span.start : tokens[index + size - 1].end]
        return self.rules.source_base(text)

    def _item(self, span: Span, rank: int, speaker: Speaker, *, subject: bool = True) -> _Item:
        tokens = self.passage.tokens_in(span)
        first = tokens.start
        last = max(first, tokens.stop - 1)
        return _Item(first, last, rank, subject, speaker)

    def _any(self, region: range) -> list[_Item]:
        return [
            item for item in self.items if region.start <= item.first and item.last < region.stop
        ]

    def _in(self, region: range) -> list[_Item]:
        return [item for item in self._any(region) if item.subject]

    def _outside(self, region: range) -> list[_Item]:
        """Possible subjects in `region` that do not stand between quotation marks."""
        tokens = self.passage.tokens
        return [
            item
            for item in self._in(region)
            if not any(q.start <= tokens[item.first].start < q.end for q in self.quoted)
            or item.rank == _ORGANISATION
        ]

    def _lower(self, index: int) -> str:
        return self.passage.tokens[index].text.lower()

    # -- the subject of a verb --------------------------------------------------------------------

    def pick(self, region: range, cue: Cue, *, inset: bool = False) -> Speaker | None:
        """The subject of the verb of saying, looked for on both sides of it.

        `inset` is set where the clause itself stands between quotation marks.
        """
        if cue.according:
            return self._pick_according(region, cue)
        after = range(cue.last + 1, region.stop)
        before = range(region.start, cue.first)
        words_before = [i for i in before if self.passage.tokens[i].is_word]
        linked = [i for i in words_before if self._lower(i) not in self.rules.linking]
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

    def _pick_according(self, region: range, cue: Cue) -> Speaker | None:
        if self.rules.according_side == "before":
            side = range(region.start, cue.first)
            items = [i for i in self._any(side) if cue.first - i.last <= 2]
            items.reverse()
        else:
            side = range(cue.last + 1, region.stop)
            items = self._any(side)
        items = [item for item in items if item.rank != _PRONOUN]
        if not items:
            return self._unknown_author(region, cue)
        nearest = items[0]
        for item in items:
            if item.rank == _PERSON and abs(item.first - nearest.first) <= 8:
                return item.speaker
        return nearest.speaker

    def _unknown_author(self, region: range, cue: Cue) -> Speaker | None:
        """`кызы Индиранын айтымында`: the word right before, be it known to nobody."""
        if self.rules.according_side != "before" or cue.first - 1 < region.start:
            return None
        token = self.passage.tokens[cue.first - 1]
        word = token.text.lower()
        if not token.is_word or word in self.rules.possessives or word in self.rules.adverbs:
            return None
        if word in self.rules.bodies or self._lower(cue.last) in self.rules.documents:
            return None  # a body, which no pronoun means
        if self._circumstance(token.text):
            return None  # the speaker stands before the one who was told
        if not token.is_capitalised or cue.first - 1 == region.start:
            return UNNAMED
        return Speaker(None, self.passage.language.name_base(token.text))

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
        inner = [item for item in items if item.rank == _PERSON and self._is_embedded(item, region)]
        if inner and inner != items:
            items = [item for item in items if item not in inner]
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
            if (
                self.rules.predicate_last
                and region.stop - 1 - persons[-1].last > _BESIDE
                and items[0].rank == _DESCRIBED
            ):
                return items[0]  # the name is the subject of what is told, within the sentence
            return persons[-1]
        beside = [
            item
            for item in items
            if item.first - region.start < _OPENING or region.stop - item.last <= _BESIDE
        ]
        return min(beside, key=lambda item: (item.rank, item.first)) if beside else None

    def _is_embedded(self, item: _Item, region: range) -> bool:
        """Whether a name is the subject of the participle right after it: `X берген жооп`."""
        index = item.last + 1
        return (
            index < region.stop - 1
            and self.passage.tokens[index + 1].is_word
            and self._lower(index).endswith(self.rules.participles or ("\n",))
        )

    # -- speakers that no recogniser knows --------------------------------------------------------

    def _described(self, speaker: Speaker, cue: Cue) -> Speaker:
        """Somebody without a name, with the words between the verb and the noun."""
        if speaker.span is not None or not self.rules.predicate_last:
            return speaker
        for item in self.items:
            if item.speaker is speaker and item.rank == _DESCRIBED:
                between = range(cue.last + 1, item.first)
                words = [self.passage.tokens[i] for i in between]
                if 0 < len(words) <= _QUALIFIED and all(word.is_word for word in words):
                    text = self.passage.text[words[0].start : words[-1].end]
                    return Speaker(None, f"{text} {speaker.text}")
        return speaker

    def _unknown_name(self, region: range, cue: Cue) -> Speaker | None:
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
            if not run:
                continue
            follows = run[-1] + 1
            attribute = follows < region.stop and tokens[follows].is_word
            if attribute and side.step > 0 and self.rules.predicate_last:
                continue  # the name belongs to the noun after it
            words = [tokens[i].text for i in sorted(run)]
            if self.rules.is_plural_verb(self._lower(cue.last)):
                words[-1] = self.rules.source_base(words[-1])
            whole = self.passage.language.name_base(words[-1]) == words[-1]
            return Speaker(None, " ".join(words)) if whole else None
        return None

    def _named_body(self, region: range) -> Speaker | None:
        """`the newspaper Dawn`: a body whose name no recogniser knows."""
        tokens = self.passage.tokens
        for index in region:
            if self._lower(index) in self.rules.bodies:
                run: list[str] = []
                for after in range(index + 1, region.stop):
                    if not tokens[after].is_capitalised:
                        break
                    run.append(tokens[after].text)
                if run:
                    return Speaker(None, " ".join(run), body=True)
        return None

    def _quoted_body(self, region: range, place: int) -> Speaker | None:
        """`from the company`, where one `«Name» company` stands above, known to nobody."""
        language = self.passage.language
        words = [self._lower(i) for i in region]
        bodies = tuple(language.base_form(word) for word in words if word in self.rules.bodies)
        names: set[str] = set()
        for quoted in self.quoted:
            after = self.passage.tokens_in(Span(quoted.end, max(quoted.end, place)))
            if not len(after) or len(self.passage.tokens_in(quoted.inner)) > _NAME_WORDS:
                continue
            noun = language.base_form(self._lower(after[0]))
            if noun.endswith(bodies):  # авиакомпания is a компания
                names.add(quoted.inner.of(self.passage.text))
        return Speaker(None, names.pop(), body=True) if len(names) == 1 else None

    def _unknown_noun(self, region: range, cue: Cue) -> Speaker | None:
        """A subject after the verb that no table knows: it is described, or left open."""
        tokens = self.passage.tokens
        if cue.according or self._lower(cue.last) in self.rules.linking:
            return None
        words: list[str] = []
        for index in range(cue.last + 1, region.stop):
            if not tokens[index].is_word:
                break
            words.append(tokens[index].text)
        if not self.rules.predicate_last:
            return UNNAMED if words else None
        while words and words[-1].lower() in self.rules.adverbs:
            words.pop()
        if not words:
            return None
        base = self.passage.language.base_form(words[-1])
        if self._is_oblique(words[-1].lower(), base.lower()):
            return None  # where or when it was said
        if len(words) == 1:
            return Speaker(None, base)
        if len(words) > _DESCRIPTION or words[0].lower() in self.rules.possessives:
            return UNNAMED
        return Speaker(None, self.rules.source_base(" ".join(words)))

    # -- speakers meant by a pronoun or a document ------------------------------------------------

    def back(self, place: int, clause: range | None = None) -> Speaker | None:
        """Who spoke or acted last before `place`: what a pronoun in `clause` means.

        Nobody where another may be meant who is named in its own sentence.
        """
        pronoun = None
        if clause is not None:
            pronoun = next((item for item in self._in(clause) if item.rank == _PRONOUN), None)
        if pronoun is None:
            return self._back(place, None)
        speaker = self._back(place, pronoun.gender)
        if speaker is None or speaker is UNNAMED:
            return speaker
        rivals = self._before_pronoun(pronoun)
        if any(self._fits(one, pronoun.gender) and not _same(one, speaker) for one in rivals):
            return UNNAMED
        return speaker

    def _before_pronoun(self, pronoun: _Item) -> list[Speaker]:
        """Those whom the sentence of a pronoun names before it, where it may mean one of them.

        As its subject; or in a clause of their own: `президентке жаккан жок, ал айтты`.
        """
        tokens = self.passage.tokens
        sentence = self.passage.sentence_of(tokens[pronoun.first].span)
        opening = self.passage.tokens_in(Span(sentence.start, tokens[pronoun.first].start))
        if not len(opening):
            return []
        text = self.passage.text[tokens[opening[0]].start : tokens[pronoun.first].start].rstrip()
        if self.rules.predicate_last and text[-1:] == "," and self.rules.is_finite(text[:-1]):
            named = [item for item in self._any(opening) if item.rank in (_PERSON, _TITLE)]
        else:
            named = [item for item in self._outside(opening) if item.rank == _PERSON]
        return [item.speaker for item in named]

    def _back(self, place: int, gender: Gender | None) -> Speaker | None:
        """The one of this gender, where it is known, who spoke or acted last before `place`."""
        himself = False
        silent = 0
        for sentence in self._earlier(place)[:_MEMORY]:
            for whole, speaker in reversed(self.said):
                near = whole.start < sentence.end and sentence.start < whole.end
                if near and speaker is None:
                    return UNNAMED
                if (
                    near
                    and speaker is not None
                    and not speaker.body
                    and (self._fits(speaker, gender))
                ):
                    return speaker
            if self.inside_quotation(sentence):
                continue
            region = self.passage.tokens_in(sentence)
            cue = self.main_cue(region)
            if cue is not None:
                speaker = self.pick(region, cue)
                if speaker is not None and not speaker.body and self._fits(speaker, gender):
                    return speaker
                if cue.according and self._inherited(region, cue):
                    continue  # in his words: the one before him is meant
            items = [item for item in self._outside(region) if self._fits(item.speaker, gender)]
            silent += not self._any(region)
            if silent > _SILENT:
                return UNNAMED
            if items and items[0].rank == _PRONOUN and items[0].first - region.start <= 1:
                himself = cue is not None
                continue  # he did something else: the one before him is meant
            persons = [item for item in items if item.rank == _PERSON]
            if len(persons) > 1 and self._coordinated(persons[0], persons[1]):
                continue
            if self._is_open(items, persons) or self._names_unknown(region):
                return UNNAMED
            for item in items:
                if item.rank == _PERSON:
                    return item.speaker
                if item.rank == _DESCRIBED and item.first - region.start < _OPENING:
                    return item.speaker
                if not persons and item.rank == _TITLE and item.first - region.start < _OPENING:
                    return item.speaker
            named = [
                item
                for item in self._any(region)
                if item.rank == _PERSON and self._fits(item.speaker, gender)
            ]
            if himself and len(named) == 1 and not self._owner(named[0]):
                return named[0].speaker  # he told it himself, whom the sentence before is about
            himself = cue is not None and any(item.rank == _PRONOUN for item in items)
        return None

    def _is_open(self, items: list[_Item], persons: list[_Item]) -> bool:
        """Whether two people may each be the subject of a sentence, by their case."""
        if not self.rules.is_subject_marked or not persons:
            return False
        titles = [item for item in items if item.rank == _TITLE and item.first < persons[0].first]
        return any(not _same(item.speaker, persons[0].speaker) for item in persons[1:]) or any(
            item.last + 1 != persons[0].first and not _same(item.speaker, persons[0].speaker)
            for item in titles
        )

    def _names_unknown(self, region: range) -> bool:
        """Whether an honorific follows a name that no recogniser knows."""
        known = {at for item in self._any(region) for at in range(item.first, item.last + 1)}
        return any(
            self._lower(index) in self.rules.honorifics
            and index - 1 not in known
            and self.passage.tokens[index - 1].is_capitalised
            for index in region[1:]
        )

    def _inherited(self, region: range, cue: Cue) -> bool:
        """`Анын айтымында`, `Айтымында`: words that a sentence gives to somebody before it."""
        if self.rules.according_side != "before":
            return False
        return cue.first == region.start or self._lower(cue.first - 1) in self.rules.possessives

    def _owner(self, item: _Item) -> bool:
        """Whether somebody's name is a genitive: not he but what is his may be meant."""
        endings = self.rules.genitive_endings
        return bool(endings) and self._lower(item.last).endswith(endings)

    def _coordinated(self, first: _Item, second: _Item) -> bool:
        """Whether two people share a predicate, so that neither is meant by `he`."""
        return any(
            self._lower(index) in self.rules.coordination
            for index in range(first.last + 1, second.first)
        )

    def _source(self, place: int, *, persons: bool) -> Speaker | None:
        """The one body (or person) that sentences before `place` name as a source."""
        told = self._told(place)
        if told is not None:
            return told if persons or told.body else None
        ranks = (_ORGANISATION, _PERSON) if persons else (_ORGANISATION,)
        sources: dict[str | None, Speaker] = {}
        for sentence in self._earlier(place):
            region = self.passage.tokens_in(sentence)
            cue = self.main_cue(region)
            if cue is None:
                continue
            for item in self._any(region):
                near = (
                    0 < cue.first - item.last <= _SOURCE_BEFORE
                    if item.last < cue.first
                    else item.first - cue.last <= _SOURCE_AFTER
                )
                # the subject may open the sentence that its verb ends
                near = near or (self.rules.predicate_last and item.first == region.start)
                if item.rank in ranks and near and (item.subject or cue.according):
                    sources.setdefault(item.speaker.text, item.speaker)
                    break
        return next(iter(sources.values())) if len(sources) == 1 else None

    def _told(self, place: int) -> Speaker | None:
        """`Бул тууралуу X билдирди`: the source of the whole article, if it names just one."""
        if not self.rules.predicate_last:
            return None
        sources: dict[str | None, Speaker] = {}
        for sentence in self._earlier(place):
            region = self.passage.tokens_in(sentence)
            if not len(region) or self.inside_quotation(sentence):
                continue
            size = self.rules.reporting.length_at(self.passage.tokens, region[0], region.stop)
            cue = self.main_cue(region) if size else None
            if cue is not None:
                source = self._teller(range(region.start + size, cue.first))
                if source is not None:
                    sources.setdefault(source.text, source)
        return next(iter(sources.values())) if len(sources) == 1 else None

    def _teller(self, region: range) -> Speaker | None:
        """The subject that stands in `region`, which ends at its verb of saying."""
        tokens = self.passage.tokens
        last = region.stop - 1
        while last >= region.start and (
            not tokens[last].is_word or self._lower(last) in self.rules.adverbs
        ):
            last -= 1
        if last < region.start:
            return None
        known = [i for i in self._in(region) if i.rank in (_PERSON, _TITLE, _ORGANISATION)]
        persons = [item for item in known if item.rank == _PERSON]
        if persons:
            return persons[-1].speaker
        for item in reversed(known):
            size = self.rules.departments.length_at(tokens, item.last + 1, region.stop)
            if item.last + size >= last:
                return item.speaker
        head = tokens[last].text
        if self._circumstance(head):
            return None
        first = last
        while first > region.start and tokens[first - 1].is_word:
            if self._circumstance(tokens[first - 1].text):
                break
            first -= 1
        words = [tokens[i].text for i in range(first, last + 1)]
        if len(words) == 1 and head[0].islower():
            return Speaker(None, self.passage.language.base_form(head), body=True)
        if len(words) > _SOURCE_WORDS or words[0].lower() in self.rules.possessives:
            return None
        text = self.passage.text[tokens[first].start : tokens[last].end]
        return Speaker(None, self.rules.source_base(text), body=True)

    def _circumstance(self, word: str) -> bool:
        """Whether a word tells where, when or to whom, or another thing than the subject."""
        lower = word.lower()
        if lower in self.rules.adverbs:
            return True
        if lower.endswith((*self.rules.genitive_endings, *self.rules.source_endings)):
            return False
        if lower.endswith(self.rules.attributed_endings):
            return True
        return self._is_oblique(lower, self.passage.language.base_form(word).lower())

    def _earlier(self, place: int) -> list[Span]:
        """Sentences that end before `place`, nearest first."""
        return [s for s in self.passage.sentences if s.end <= place][::-1]


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())


def _surname(name: str) -> str:
    return _fold(name).rpartition(" ")[2]


def _same(one: Speaker, other: Speaker) -> bool:
    return _surname(one.text or "") == _surname(other.text or "")
