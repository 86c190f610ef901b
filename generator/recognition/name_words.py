"""What each word of a text may be in a name of a person, whichever words it makes one with.

A given name, a surname, a patronymic, an initial, a particle; listed, famous, or an ordinary word
too. `names.toml` says how a language's names are built; lists and dictionaries add the known ones.
Which words make a name together is weighed in `facts.person`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge.names import KnownNames
from generator.lexicon.language import Language
from generator.recognition.name_context import NameContext, WordChecks
from generator.recognition.passage import Passage

SHORT = 3
"""Letters of a short word (`Сан`)."""
_ROMAN = frozenset("IVX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """`names.toml`: how a language's texts build names, and the words around them."""

    surname_endings: tuple[str, ...]
    """Endings that surnames have and other words may have too."""
    strong_surname_endings: tuple[str, ...]
    """Endings that a capitalised word has only when it is a surname."""
    given_endings: tuple[str, ...] = ()
    woman_given_endings: tuple[str, ...] = ()
    """Endings of women's given names, which no surname of a man goes with."""
    man_surname_endings: tuple[str, ...] = ()
    patronymic_endings: tuple[str, ...] = ()
    father_endings: tuple[str, ...] = ("",)
    """What a patronymic's stem may lack of the father's name."""
    patronymic_words: tuple[str, ...] = ()
    """Words after a father's name: `уулу`, `кызы`."""
    particles: tuple[str, ...]
    """Lower-case words inside a name: `аль`, `ван`, `de`."""
    family_first: tuple[str, ...]
    """Surnames that stand before the given name: `Ким`, `Xi`."""
    honorifics: tuple[str, ...]
    honorifics_after: tuple[str, ...] = ()
    joined_particles: tuple[str, ...] = ()
    """Particles that are joined to a name with a hyphen: `ас` of `ас-Сиси`."""
    title_reach: tuple[str, ...] = ()
    """Words that may stand between a title and a name beside the country or body it is of;
    empty where what a title is of stands before it."""
    title_generic: tuple[str, ...] = ()
    """What a title is of, in general words: `президент страны`."""
    place_titles: tuple[str, ...] = ()
    """Titles that are mostly of a place, whose name no list may have: `мэр Ижевска`."""
    title_located: tuple[str, ...] = ()
    """The same before where it is held: `посол в Бишкеке`."""
    streets: tuple[str, ...] = ()
    """Beginnings of words after a list of names that make all of them streets': `көчөлөр`."""
    joints: tuple[str, ...] = ()
    """Words that join names in a list: `жана`."""
    not_before: tuple[str, ...] = ()
    """Words before which a name is a street's or an institution's; `көчөсү*` stands for every
    word that begins so."""
    not_after: tuple[str, ...] = ()
    """Words after which it is: `улица`, `имени`."""
    namers: tuple[str, ...] = ()
    """Words after a name: `аттуу`."""
    namers_before: tuple[str, ...] = ()
    """Words before a name that say it is one: `по имени`."""
    kinsfolk: tuple[str, ...] = ()
    """Relatives, in base form, before whose name they stand: `жубайы`, `wife`."""
    age_marks: tuple[str, ...] = ()
    """Parts of words that tell somebody's age: `-летн`, `-year-old`."""
    given_with_age: bool = False
    """Whether an age makes a name of a given name alone; not where nouns describe nouns
    (`30-year-old Chelsea fan`)."""
    capital_particles: tuple[str, ...] = ()
    """Particles that may have a capital inside a name: `Ди`."""
    belongs_endings: tuple[str, ...] = ()
    """Endings of a word that says whose the relative after it is."""
    family_plurals: tuple[str, ...] = ()
    """Parts of surnames that stand for a whole family: `овдор`."""
    plural_surname_endings: tuple[str, ...] = ()
    """What well-known surnames take where they stand for a whole family: `Клинтонов`."""
    unknown_endings: tuple[str, ...] = ()
    """Endings of an unknown surname whose base form may end in one of `unknown_bases`."""
    unknown_bases: tuple[str, ...] = ()
    subject_after: tuple[str, ...] = ()
    """Other words that a name agrees with after them, as their subject: `назначена`."""
    appointing: tuple[str, ...] = ()
    """Verbs whose object is named before the office she gets: `elected Jane Roe speaker`."""
    articles: tuple[str, ...] = ()
    """Words that stand before no person's name alone: `the`."""
    said: tuple[str, ...]
    """Words of saying as they stand beside a speaker's name."""
    not_names: tuple[str, ...]
    """Words that a sentence begins with, or that are capitalised for another reason."""
    title_endings: tuple[str, ...] = ()
    """What a title may end in, after its base form, when it goes with the name that follows;
    none listed: titles agree with the name, any form will do."""
    two_letter_initials: tuple[str, ...] = ()
    """Initials that take two letters: `Дж`."""
    lone_word: int = 2
    """Points of a capitalised word nothing is known of; a title before it adds four, six are
    needed. Where a title is often followed by a body's name it is fewer."""
    never_endings: tuple[str, ...] = ()
    """Endings that an inflected name of a person never has."""
    bare_inside: bool = False
    """Whether only the last word of a name takes an ending."""
    clashing_endings: tuple[str, ...] = ()
    """Last letters of two neighbours in different cases, which are no one name."""
    closing_endings: tuple[str, ...] = ()
    """Endings of a name's last word only: `Smith's`."""
    surname_prefixes: tuple[str, ...] = ()
    """Beginnings of a surname that a capital follows inside the word: `Mc`, `O'`."""
    not_before_initials: tuple[str, ...] = ()
    """Words before which an initial and a surname name a village or a school."""


@dataclass(slots=True)
class NameAtom:
    """A word or initial and what it may be in a name; token indexes, both included."""

    first: int
    last: int
    text: str
    base: str = ""
    kind: str = "word"  # word, initial, particle, kin, numeral
    given: bool = False
    given_like: bool = False
    family: bool = False
    strong: bool = False
    patronymic: bool = False
    leading: bool = False
    common: bool = False
    famous: bool = False
    """Whether the surname alone says who is meant, in the news of any country."""
    camel: bool = False
    """Whether a surname's beginning and a capital after it say that it is one: `McIlvaney`."""
    listed: bool = False
    """Whether a list of surnames has it, so that being a common word too says little."""
    weak: bool = False
    """An ordinary word that may be a name inside a longer one: `Will`, `Вера`, `May`."""
    place: bool = False
    inflected: bool = False


class NameWords:
    """Reads the words of one language; see the module."""

    def __init__(self, language: Language, table: Names, known: KnownNames) -> None:
        self._language = language
        self._table = table
        self._given = known.given()
        self._family = known.family()
        self._famous = known.famous()
        self._not_names = frozenset(table.not_names)
        self._particles = frozenset(table.particles)
        self._joined_particles = frozenset(table.joined_particles) | self._particles
        self._capital_particles = frozenset(table.capital_particles)
        self._kin = frozenset(table.patronymic_words)
        self._family_first = frozenset(word.lower() for word in table.family_first)
        self._honorifics = frozenset(table.honorifics)
        self._after = frozenset(table.honorifics_after) | frozenset(table.namers)
        self._two_letter_initials = frozenset(table.two_letter_initials)
        self.checks = WordChecks(
            goes_with_name=self._title_goes_with_name,
            is_given=self.is_given,
            is_surname=self.is_surname,
            is_listed=self._family.__contains__,
            said=frozenset(table.said),
        )
        """What the surroundings of a name need to know of single words."""

    def read(self, passage: Passage, context: NameContext) -> Iterator[NameAtom]:
        """The words of an article that may stand in a name, in order."""
        tokens = passage.tokens
        index = 0
        while index < len(tokens):
            token = tokens[index]
            first, index = index, index + 1
            if not token.is_word or first in context.titles or first in context.barriers:
                continue
            if 1 < first < len(tokens) - 2 and self._other_name(passage, first):
                continue
            text = token.text
            if (
                (len(text) == 1 or text in self._two_letter_initials)
                and text[0].isupper()
                and index < len(tokens)
                and tokens[index].text == "."
                and tokens[index].start == token.end
                and text.lower() not in self._honorifics
            ):
                yield NameAtom(first, index, text + ".", base=text + ".", kind="initial")
                index += 1
                continue
            lower = text.lower()
            if len(text) == 1 and (lower not in self._family_first or text.islower()):
                continue  # a preposition, or an initial with no full stop
            if token.start and passage.text[token.start - 1] == "#":
                continue
            if lower in self._capital_particles and self._inside_name(passage, first):
                yield NameAtom(first, first, text, base=text, kind="particle")
                continue
            if text[0].islower():
                if lower in self._kin:
                    yield NameAtom(first, first, text, base=lower, kind="kin")
                elif lower in self._particles:
                    yield NameAtom(first, first, text, base=lower, kind="particle")
                elif "-" in text and self.begins_with_particle(text):
                    yield self._word(first, text, context)
                elif any(base in self._kin for base in passage.base_forms(first)):
                    base = next(b for b in passage.base_forms(first) if b in self._kin)
                    yield NameAtom(first, first, text, base=base, kind="kin")
                continue
            if lower in self._honorifics or any(
                base in self._after for base in passage.base_forms(first)
            ):
                continue
            if (
                len(text) > 1 and text[:2].isalpha() and text[:2].isupper()
            ):  # `АКШ`, and with an ending `ЖЭБди`
                if set(text) <= _ROMAN:
                    yield NameAtom(first, first, text, base=text, kind="numeral")
                continue
            atom = self._word(first, text, context)
            listed = atom.given or atom.family or atom.leading
            if lower in self._not_names or atom.base.lower() in self._not_names:
                if not listed:
                    continue
                atom.weak = True
            elif not listed and any(
                len(base) > SHORT and base in self._not_names for base in passage.base_forms(first)
            ):
                continue  # `Лигада`
            yield atom

    def _word(self, index: int, text: str, context: NameContext) -> NameAtom:
        language = self._language
        base = language.name_base(text)
        written, bare = text.lower(), base.lower()
        tags = language.name_tags(text) | language.name_tags(base)
        atom = NameAtom(index, index, text, base=base)
        atom.given = written in self._given or bare in self._given or "given" in tags
        atom.given_like = bare.endswith(self._table.given_endings) and len(bare) > 5
        atom.strong = len(bare) > 4 and bare.endswith(self._table.strong_surname_endings)
        atom.family = (
            atom.strong
            or bare in self._family
            or written in self._family
            or "family" in tags
            or (len(bare) > 5 and bare.endswith(self._table.surname_endings))
        )
        atom.listed = bare in self._family or written in self._family
        atom.camel = any(
            text.startswith(prefix) and text[len(prefix) :][:1].isupper()
            for prefix in self._table.surname_prefixes
        )
        if "common" in tags and "family" not in tags and not atom.listed:
            atom.strong = False  # an adjective such as `Московский`
        atom.famous = bare in self._famous and not atom.common
        atom.patronymic = "patronymic" in tags or self._of_father(bare)
        atom.leading = bare in self._family_first
        atom.common = "common" in tags
        atom.place = index in context.places or ("place" in tags and not atom.given)
        atom.inflected = bare != written and (
            written not in self._given or (bare in self._given and len(bare) > 3)
        )
        if bare in context.lower and not (atom.given or atom.strong):
            atom.common = True
        if "-" in text:
            parts = bare.split("-")
            atom.given = atom.given or all(part in self._given for part in parts)
        return atom

    def _of_father(self, bare: str) -> bool:
        """Whether a word in a patronymic's ending is made of a given name (`Кайратовна`).

        Surnames have these endings too (`Арестович`).
        """
        for ending in self._table.patronymic_endings:
            if bare.endswith(ending):
                stem = bare[: -len(ending)]
                return any(stem + last in self._given for last in self._table.father_endings)
        return False

    def is_given(self, word: str) -> bool:
        """Whether a lower-case word is a listed given name."""
        return word in self._given

    def is_surname(self, word: str) -> bool:
        """Whether a word ends as only surnames do."""
        return self._language.name_base(word).endswith(self._table.strong_surname_endings)

    def begins_with_particle(self, text: str) -> bool:
        """`аль-Ассад`: a name that begins with a small particle."""
        head, _, tail = text.partition("-")
        return head in self._joined_particles and tail[:1].isupper()

    def _other_name(self, passage: Passage, index: int) -> bool:
        """Whether a word in brackets parts a given name from a surname."""
        tokens = passage.tokens
        return (
            (tokens[index - 1].text, tokens[index + 1].text) == ("(", ")")
            and tokens[index].is_capitalised
            and self.is_given(tokens[index - 2].text.lower())
            and tokens[index + 2].is_capitalised
            and self.is_surname(tokens[index + 2].text)
        )

    def _inside_name(self, passage: Passage, index: int) -> bool:
        """Whether words with capitals stand on both sides."""
        tokens = passage.tokens
        return (
            0 < index < len(tokens) - 1
            and tokens[index - 1].is_capitalised
            and tokens[index + 1].is_capitalised
            and len(tokens[index - 1].text) > 1
            and passage.text[tokens[index - 1].end : tokens[index].start] == " "
            and passage.text[tokens[index].end : tokens[index + 1].start] == " "
        )

    def _title_goes_with_name(self, passage: Passage, last: int) -> bool:
        """Whether the title that ends at token `last` may be said of the name after it."""
        if not self._table.title_endings:
            return True
        written = passage.tokens[last].text.lower()
        for base in passage.base_forms(last):
            if written.startswith(base[:-1]):
                ending = written[len(base) :] if written.startswith(base) else None
                if ending is not None and (ending == "" or ending in self._table.title_endings):
                    # the word itself is always among its base forms and says nothing
                    if ending == "" and base != passage.base_forms(last)[0]:
                        continue
                    return True
        return False
