"""The words around direct speech: verbs of saying and what stands for them, pronouns, bodies.

What a language writes in `quotation.toml`, and the same made ready for looking up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.names import PersonName
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.text.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """Verbs of saying: forms listed whole, and every stem with every ending."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    passives: tuple[str, ...] = ()
    """Further stems, of verbs that have no speaker for a subject (`айтыл`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gendered:
    """What shows that somebody is a man, or a woman; lower case."""

    pronouns: tuple[str, ...]
    before: tuple[str, ...] = ()
    """Words right before a name: `Mrs`, `г-жа`."""
    given: tuple[str, ...] = ()
    """Given names, in lists separated by spaces."""
    given_endings: tuple[str, ...] = ()
    """How the given names end that no list has."""
    family_endings: tuple[str, ...] = ()
    """How surnames and patronymics end."""
    verb_endings: tuple[str, ...] = ()
    """How a verb of saying ends beside its subject."""


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
    conjunctions: tuple[str, ...] = ()
    """Phrases that begin with a word like a pronoun and are none (`ал эми`)."""
    reporting: tuple[str, ...] = ()
    """How a sentence begins that names the source of the whole article (`бул тууралуу`)."""
    source_endings: tuple[str, ...] = ()
    """Case endings of a source (`министрликтен билдиришти`), taken off its name."""
    oblique_endings: tuple[str, ...] = ()
    """Case endings that keep a noun from being a subject or a source."""
    genitive_endings: tuple[str, ...] = ()
    """Among the oblique ones, those of a noun that belongs to the noun after it."""
    attributed_endings: tuple[str, ...] = ()
    """How a noun in such a case ends whose name stands before it (`«24.kg» агенттигине`)."""
    adverbs: tuple[str, ...] = ()
    """Words beside a verb of saying that are no part of its subject (`бүгүн`)."""
    chiefs: tuple[str, ...] = ()
    """Base forms of titles that one and the same head of a body may bear."""
    members: tuple[str, ...] = ()
    """Words for one of a body's people, as they stand right after its name: `ИИМ өкүлү`."""
    indefinite: tuple[str, ...] = ()
    """`One of them`: somebody without a name, described by the word before."""
    plural_verbs: tuple[str, ...] = ()
    """How verbs of saying end whose speaker is not one person."""
    man: Gendered | None = None
    """Where pronouns differ: whom `he` can mean, and whom `she` in `woman`."""
    woman: Gendered | None = None
    participles: tuple[str, ...] = ()
    """How a word after a name ends whose subject it is inside the sentence: `X берген жооп`."""
    oblique_honorifics: tuple[str, ...] = ()
    """Words right before a name that make it no subject: `г-же`."""
    honorifics: tuple[str, ...] = ()
    """Words after a name that take its case: `Асанова айымга`."""
    postpositions: tuple[str, ...] = ()
    """Words right after a name that make it no subject: `Асанов менен`."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something, as the text puts it."""

    span: Span | None
    """A person, title or organisation mention; `None` for somebody only described."""
    text: str | None
    """`None` for somebody the text neither names nor describes."""
    body: bool = False
    """An organisation, which no `he` or `she` means."""


Gender = Literal["man", "woman"]

UNNAMED = Speaker(None, None)
"""The text has a subject that cannot be shown: nobody named before is meant."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying, or what stands for one; token indexes."""

    first: int
    last: int
    according: bool = False

    def span(self, passage: Passage) -> Span:
        """Where it stands in the text."""
        return Span(passage.tokens[self.first].start, passage.tokens[self.last].end)


class Phrases:
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


class Genders:
    """Tells who is a man and who a woman, where the words of a language do."""

    def __init__(self, words: SpeechWords) -> None:
        sides: tuple[tuple[Gender, Gendered | None], ...] = (
            ("man", words.man),
            ("woman", words.woman),
        )
        self._sides = tuple((gender, row) for gender, row in sides if row is not None)
        self.of_pronoun: Mapping[str, Gender] = {
            word: gender for gender, row in self._sides for word in row.pronouns
        }
        self._before = {word: gender for gender, row in self._sides for word in row.before}
        self._given = {
            name: gender
            for gender, row in self._sides
            for line in row.given
            for name in line.split()
        }

    def of_verb(self, word: str) -> Gender | None:
        """The gender of the subject that a verb shows."""
        return next(
            (gender for gender, row in self._sides if word.endswith(row.verb_endings or ("\n",))),
            None,
        )

    def is_honorific(self, word: str) -> bool:
        """Whether a word goes before the names of men or of women only."""
        return word in self._before

    def of(self, name: PersonName, before: str) -> Gender | None:
        """The gender that a name shows, or the word right before it; `None` for either."""
        told = self._before.get(before)
        if told is not None:
            return told
        words = name.written.lower().split()
        given = (name.given or "").lower().split() or words[: len(words) - 1]
        if given and given[0] in self._given:
            return self._given[given[0]]
        family = [word.lower() for word in (name.patronymic, name.family) if word]
        for gender, row in self._sides:
            endings = row.family_endings or ("\n",)
            if any(word.endswith(endings) for word in family or words[-1:]):
                return gender
        for gender, row in self._sides:
            if given and given[0].endswith(row.given_endings or ("\n",)):
                return gender
        return None


class SpeechRules:
    """`SpeechWords` made ready once for looking up."""

    def __init__(self, words: SpeechWords) -> None:
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
        self.adverbs = frozenset(words.adverbs)
        self.indefinite = frozenset(words.indefinite)
        self.chiefs = frozenset(words.chiefs)
        self.linking = frozenset(words.linking)
        self.documents = frozenset(words.documents)
        self.subordinators = frozenset(words.subordinators)
        self.source_endings = words.source_endings
        self.oblique_endings = words.oblique_endings
        self.genitive_endings = words.genitive_endings
        self.attributed_endings = words.attributed_endings
        self._plural_verbs = words.plural_verbs
        self._finite_endings = words.finite_endings
        endings = words.verbs.endings
        passives = {stem + ending for stem in words.verbs.passives for ending in endings}
        self.impersonal = passives.union(words.impersonal)
        verbs = passives.union(words.verbs.words)
        verbs.update(stem + ending for stem in words.verbs.stems for ending in endings)
        self.verbs = Phrases(verbs)
        self.according = Phrases(words.according)
        self.pronouns = Phrases((*words.pronouns, *words.plural_pronouns))
        self.conjunctions = Phrases(words.conjunctions)
        self.following = Phrases(words.following)
        self.reporting = Phrases(words.reporting)
        self.departments = Phrases(words.departments)
        self.members = frozenset(words.members)
        self.participles = words.participles
        self.honorifics = words.honorifics
        self.oblique_honorifics = frozenset(words.oblique_honorifics)
        self.postpositions = frozenset(words.postpositions)
        self.genders = Genders(words)
        self.is_subject_marked = not words.prepositions
        self._naming = tuple(word.rstrip("*") for word in words.naming if word.endswith("*"))
        self._naming_whole = frozenset(word for word in words.naming if not word.endswith("*"))

    def is_name_giving(self, word: str) -> bool:
        """Whether, after `linking`, the verb makes a name of the quoted words."""
        return word in self._naming_whole or (bool(self._naming) and word.startswith(self._naming))

    def is_plural_verb(self, word: str) -> bool:
        """Whether a verb of saying shows that more than one person, or a body, speaks."""
        return bool(self._plural_verbs) and word.endswith(self._plural_verbs)

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

    def source_base(self, word: str) -> str:
        """A source's last word without its case ending, the word itself where it has none."""
        for ending in self.source_endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word[: -len(ending)]
        return word
