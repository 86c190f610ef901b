"""Names of people.

Runs of capitalised words are cut into names by weighing evidence: given names and surnames known
from lists and dictionaries, endings that make surnames and patronymics, a title or honorific
beside them, a verb of saying, and what other recognisers found there. The weights are in whole
points; a name needs `_ENOUGH`. A surname alone counts where a title goes before it, where the
dictionary knows it for nothing else, or where the article names somebody of that surname in full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.knowledge.base import Knowledge
from generator.knowledge.names import KnownNames, load_names
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName
from generator.model.span import Span
from generator.recognition.known_people import KnownPeople
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found, Recogniser
from generator.text.scripts import script_of

KIND = Kind("person")
REQUIRES = (Kind("country"), Kind("place"), Kind("organisation"), Kind("title"))

_ENOUGH = 6
_OPENING = "«“„\"(‘'"
_CLOSING = "»”“\")’'"
_DOUBTFUL = frozenset({"person.words", "person.given-like", "person.word-family"})
_REACH = 8
"""Tokens between a title and its holder's name at most."""
_LIST = 80
"""Tokens in a list of names at most."""
_ROMAN = frozenset("IVX")
_MANY = 6
"""Single words in a list that are not taken for people any more."""
_YEARS = 110
"""The highest age."""
_STEADY = 3
"""Times a surname stands in one and the same form before that is taken for its base form."""
_SHORT = 3
"""Letters of a word that may begin a longer name of a place: `Сан`."""
_BRACKETED = 3
"""Tokens of one word in brackets."""
_NEIGHBOURS = 2
"""Full names that stand with two unknown words in one list and make a name of them."""
_LONGEST = 5
"""Words a name has at most, particles not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """`names.toml`: how a language's texts build names, and the words around them."""

    surname_endings: tuple[str, ...]
    """Endings that surnames have and other words may have too."""
    strong_surname_endings: tuple[str, ...]
    """Endings that a capitalised word has only when it is a surname."""
    given_endings: tuple[str, ...] = ()
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
    capital_particles: tuple[str, ...] = ()
    """Particles that may have a capital inside a name: `Ди`."""
    family_plurals: tuple[str, ...] = ()
    """Parts of surnames that stand for a whole family: `овдор`."""
    plural_surname_endings: tuple[str, ...] = ()
    """What well-known surnames take where they stand for a whole family: `Клинтонов`."""
    unknown_endings: tuple[str, ...] = ()
    """Endings of an unknown surname whose base form may end in one of `unknown_bases`."""
    unknown_bases: tuple[str, ...] = ()
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
    closing_endings: tuple[str, ...] = ()
    """Endings of a name's last word only: `Smith's`."""
    surname_prefixes: tuple[str, ...] = ()
    """Beginnings of a surname that a capital follows inside the word: `Mc`, `O'`."""
    not_before_initials: tuple[str, ...] = ()
    """Words before which an initial and a surname name a village or a school."""


@dataclass(slots=True)
class _Atom:
    """A word or initial of a run; token indexes, both included."""

    first: int
    last: int
    text: str
    base: str = ""
    kind: str = "word"  # word, initial, particle, kin
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


@dataclass(slots=True)
class _Run:
    """Neighbouring words that could make names, and what stands around them."""

    atoms: list[_Atom] = field(default_factory=list)
    titled: bool = False
    honorific: bool = False
    begins_sentence: bool = False
    headline: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: int
    atoms: tuple[_Atom, ...]
    rule: str


@dataclass(slots=True)
class _Left:
    """Neighbouring words of a run that are in no name, and the best that was tried with them."""

    run: _Run
    atoms: list[_Atom] = field(default_factory=list)
    score: int = 0
    rule: str = "person.words"

    def add(self, atom: _Atom, best: _Candidate | None) -> None:
        self.atoms.append(atom)
        if best is not None and best.score > self.score:
            self.score, self.rule = best.score, best.rule


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    table = language.table("names", Names)
    if table is None:
        return None
    known = KnownPeople(
        language,
        knowledge,
        inflect_all=not table.bare_inside,
        particles=table.particles,
        family_first=table.family_first,
    )
    return PersonRecogniser(language, table, load_names(), known)


class PersonRecogniser:
    """Finds names of people; see the module."""

    def __init__(
        self, language: Language, table: Names, known: KnownNames, people: KnownPeople
    ) -> None:
        self._language = language
        self._table = table
        self._people = people
        self._given = known.given()
        self._family = known.family()
        self._famous = known.famous()
        self._not_names = frozenset(table.not_names)
        self._particles = frozenset(table.particles)
        self._kin = frozenset(table.patronymic_words)
        self._family_first = frozenset(word.lower() for word in table.family_first)
        self._honorifics = frozenset(table.honorifics)
        self._said = frozenset(table.said)
        self._after = frozenset(table.honorifics_after) | frozenset(table.namers)
        self._joints = frozenset(table.joints)
        self._not_before = frozenset(table.not_before)
        self._not_before_starts = tuple(
            word[:-1] for word in table.not_before if word.endswith("*")
        )
        self._not_after = frozenset(table.not_after)
        self._not_before_initials = frozenset(table.not_before_initials)
        self._joined_particles = frozenset(table.joined_particles) | self._particles
        self._kinsfolk = frozenset(table.kinsfolk)
        self._namers_before = tuple(phrase.split() for phrase in table.namers_before)
        self._capital_particles = frozenset(table.capital_particles)
        self._two_letter_initials = frozenset(table.two_letter_initials)
        self._script = language.profile.script
        self._words = _Words(
            goes_with_name=self._title_goes_with_name,
            is_given=self._is_given,
            is_surname=self._is_surname,
            is_listed=self._family.__contains__,
            said=self._said,
        )

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        context = _Context(passage, found, self._words)
        mentions: list[Mention] = []
        left: list[_Left] = []
        for run in self._runs(passage, context):
            for result in self._names_in(passage, context, run):
                if isinstance(result, _Left):
                    left.append(result)
                else:
                    mentions.append(result)
        mentions.extend(self._among_names(passage, context, left, mentions))
        mentions = self._people.complete(passage, mentions, context.barriers)
        found_all = [*mentions, *self._surnames_alone(passage, context, mentions)]
        yield from _without_cut(passage, found_all)
        named = {index for mention in found_all for index in passage.tokens_in(mention.span)}
        for words in left:
            if named.isdisjoint(range(words.atoms[0].first, words.atoms[-1].last + 1)):
                yield from self._declined(passage, words)
        yield from self._in_bodies(passage, found)

    def _is_given(self, word: str) -> bool:
        return word in self._given

    def _is_surname(self, word: str) -> bool:
        return self._language.name_base(word).endswith(self._table.strong_surname_endings)

    # -- cutting --------------------------------------------------------------------------------

    def _runs(self, passage: Passage, context: _Context) -> Iterator[_Run]:
        run = _Run()
        for atom in self._atoms(passage, context):
            if run.atoms and not self._joins(passage, run.atoms[-1], atom):
                yield self._trimmed(run)
                run = _Run()
            if not run.atoms:
                if atom.kind in ("particle", "kin", "numeral"):
                    continue
                run.begins_sentence = atom.first in context.beginnings
                run.titled = self._titled(passage, context, atom.first)
                run.honorific = self._honorific_before(passage, atom.first)
                run.headline = context.in_headline(atom.first)
            run.atoms.append(atom)
        if run.atoms:
            yield self._trimmed(run)

    def _trimmed(self, run: _Run) -> _Run:
        while run.atoms and run.atoms[-1].kind == "particle":
            run.atoms.pop()
        return run

    def _atoms(self, passage: Passage, context: _Context) -> Iterator[_Atom]:
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
                yield _Atom(first, index, text + ".", base=text + ".", kind="initial")
                index += 1
                continue
            lower = text.lower()
            if len(text) == 1 and (lower not in self._family_first or text.islower()):
                continue  # a preposition, or an initial with no full stop
            if token.start and passage.text[token.start - 1] == "#":
                continue
            if lower in self._capital_particles and self._inside_name(passage, first):
                yield _Atom(first, first, text, base=text, kind="particle")
                continue
            if text[0].islower():
                if lower in self._kin:
                    yield _Atom(first, first, text, base=lower, kind="kin")
                elif lower in self._particles:
                    yield _Atom(first, first, text, base=lower, kind="particle")
                elif "-" in text and self._particle_joined(text):
                    yield self._word(first, text, context)
                elif any(base in self._kin for base in passage.base_forms(first)):
                    base = next(b for b in passage.base_forms(first) if b in self._kin)
                    yield _Atom(first, first, text, base=base, kind="kin")
                continue
            if lower in self._honorifics or any(
                base in self._after for base in passage.base_forms(first)
            ):
                continue
            if (
                len(text) > 1 and text[:2].isalpha() and text[:2].isupper()
            ):  # `АКШ`, and with an ending `ЖЭБди`
                if set(text) <= _ROMAN:
                    yield _Atom(first, first, text, base=text, kind="numeral")
                continue
            atom = self._word(first, text, context)
            if lower in self._not_names or atom.base.lower() in self._not_names:
                if not (atom.given or atom.family or atom.leading):
                    continue
                atom.weak = True
            yield atom

    def _other_name(self, passage: Passage, index: int) -> bool:
        """Whether a word in brackets parts a given name from a surname."""
        tokens = passage.tokens
        return (
            (tokens[index - 1].text, tokens[index + 1].text) == ("(", ")")
            and tokens[index].is_capitalised
            and self._is_given(tokens[index - 2].text.lower())
            and tokens[index + 2].is_capitalised
            and self._is_surname(tokens[index + 2].text)
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

    def _particle_joined(self, text: str) -> bool:
        """`аль-Ассад`: a name that begins with a small particle."""
        head, _, tail = text.partition("-")
        return head in self._joined_particles and tail[:1].isupper()

    def _joins(self, passage: Passage, left: _Atom, right: _Atom) -> bool:
        gap = passage.text[passage.tokens[left.last].end : passage.tokens[right.first].start]
        if right.first == left.last + 1 + _BRACKETED:
            # `Айгүл (Айка) Токтосунова`: another name of hers in brackets
            inside = gap.strip()
            return (
                left.given and right.strong and (inside[0], inside[-1]) == ("(", ")")
            ) and inside[1].isupper()
        if right.first != left.last + 1 or gap.strip() or "\n" in gap:
            return False
        return right.kind == "numeral" or script_of(left.text[0]) == script_of(right.text[0])

    def _word(self, index: int, text: str, context: _Context) -> _Atom:
        language = self._language
        base = language.name_base(text)
        written, bare = text.lower(), base.lower()
        tags = language.name_tags(text) | language.name_tags(base)
        atom = _Atom(index, index, text, base=base)
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

    # -- evidence around ------------------------------------------------------------------------

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

    def _titled(self, passage: Passage, context: _Context, index: int) -> bool:
        before = index - 1
        if (
            before > 0
            and passage.tokens[before].text == "."
            and passage.adjacent(before - 1, before)
        ):
            before -= 1  # `Sen. Jeff Flake`
            return before in context.title_ends and self._abbreviation(passage, before)
        if self._table.title_reach:
            # `президент Пакистана Мамнун Хусейн`: what the title is of stands between
            while before > index - _REACH and (
                before in context.barriers
                or before in context.places
                or passage.tokens[before].text.lower() in self._table.title_reach
            ):
                before -= 1
            if before < index - 1 and not (
                index - 1 in context.barriers or index - 1 in context.places
            ):
                return False
        return (
            before in context.title_ends
            and "\n" not in passage.text[passage.tokens[before].end : passage.tokens[index].start]
        )

    def _abbreviation(self, passage: Passage, index: int) -> bool:
        return passage.tokens[index].text.lower() in self._language.profile.abbreviations

    def _honorific_before(self, passage: Passage, index: int) -> bool:
        before = index - 1
        if before >= 0 and passage.tokens[before].text == ".":
            before -= 1
        return before >= 0 and passage.tokens[before].text.lower() in self._honorifics

    def _support(
        self, passage: Passage, context: _Context, run: _Run, atoms: Sequence[_Atom]
    ) -> int:
        """Points for what stands around these atoms."""
        tokens = passage.tokens
        first, last = atoms[0].first, atoms[-1].last
        points = 0
        if atoms[0] is run.atoms[0]:
            points += 4 * run.titled + 6 * run.honorific
        after = [token.text.lower() for token in tokens[last + 1 : last + 4]]
        before = tokens[first - 1].text.lower() if first else ""
        if any(base in self._after for base in self._bases_at(passage, last + 1)):
            points += 4
        # after one word alone, `it was with Barton but he said` speaks of somebody else
        beside = after[: 1 if len(atoms) == 1 else 3]
        if before in self._said or any(word in self._said for word in beside):
            points += 2
        if after[:1] == [","] and context.title_within(last + 2, 6):
            points += 3
        several = sum(atom.kind == "word" for atom in atoms) > 1
        several = several and not (atoms[-1].place or last in context.places)
        if (several or atoms[0].given) and self._introduced(passage, first):
            points += 4
        if several and self._aged(passage, first, last):
            points += 5
        if before in _OPENING and first > 1:
            before = tokens[first - 2].text.lower()
        if (
            before in self._not_after and not self._introduced(passage, first)
        ) or self._names_a_street(passage, last + 1):
            points -= 8
        short = len(atoms) == 1 or atoms[0].kind == "initial"
        if short and after[:1] and after[0] in self._not_before_initials:
            points -= 8
        if len(atoms) == 1 and not run.titled and self._enumerated(passage, first):
            points -= 6
        quoted = first > 0 and tokens[first - 1].text in _OPENING
        if quoted and after[:1] and after[0] in _CLOSING:
            points -= 4
        if run.headline:
            points -= 2
        return points

    @staticmethod
    def _enumerated(passage: Passage, index: int) -> bool:
        """Whether the word is one of many single words with commas between, as streets are."""
        tokens = passage.tokens
        words = commas = 0
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(tokens) and (
                tokens[at].text == "," or (tokens[at].is_word and tokens[at].is_capitalised)
            ):
                commas += tokens[at].text == ","
                words += tokens[at].text != ","
                at += step
        # names in full take two words each
        return commas + 1 >= _MANY and 2 * (words + 1) < 3 * (commas + 1)

    def _introduced(self, passage: Passage, first: int) -> bool:
        """Whether a relative or a word for `named` stands before."""
        if not first:
            return False
        tokens = passage.tokens
        for phrase in self._namers_before:
            start = first - len(phrase)
            if start >= 0 and [t.text.lower() for t in tokens[start:first]] == phrase:
                return True
        return not self._kinsfolk.isdisjoint(passage.base_forms(first - 1))

    def _aged(self, passage: Passage, first: int, last: int) -> bool:
        """Whether the person's age stands beside the name."""
        tokens = passage.tokens
        for index in range(first - 1, max(first - 5, -1), -1):
            if not (tokens[index].is_word or tokens[index].text == "-"):
                break
            if any(mark in tokens[index].text.lower() for mark in self._table.age_marks):
                return True
        after = [token.text for token in tokens[last + 1 : last + 6]]
        if not after or after[0] not in (",", "("):
            return False
        if any(mark in word.lower() for word in after[1:] for mark in self._table.age_marks):
            return True
        return (
            len(after) > 2
            and after[1].isdecimal()
            and (0 < int(after[1]) < _YEARS and after[2] in (",", ")"))
        )

    def _names_a_street(self, passage: Passage, index: int) -> bool:
        """Whether a word such as `көчөсү` follows, maybe after more names in a list."""
        for at in range(index, min(index + _LIST, len(passage.tokens))):
            token = passage.tokens[at]
            word = token.text.lower()
            if at == index and (
                word in self._not_before or word.startswith(self._not_before_starts)
            ):
                return True
            if self._table.streets and word.startswith(self._table.streets):
                return True
            if not (token.text == "," or word in self._joints or token.is_capitalised):
                return False
        return False

    def _bases_at(self, passage: Passage, index: int) -> tuple[str, ...]:
        return passage.base_forms(index) if index < len(passage.tokens) else ()

    # -- weighing -------------------------------------------------------------------------------

    def _names_in(
        self, passage: Passage, context: _Context, run: _Run
    ) -> Iterator[Mention | _Left]:
        start = 0
        left: _Left | None = None
        while start < len(run.atoms):
            best: _Candidate | None = None
            for stop in range(start + 1, min(start + _LONGEST + 2, len(run.atoms)) + 1):
                candidate = self._weigh(passage, context, run, run.atoms[start:stop])
                if candidate is None:
                    continue
                # a longer name is preferred while it is a name at all
                if best is None or candidate.score + 2 * (candidate.score >= _ENOUGH) >= best.score:
                    best = candidate
            if best is None or best.score < _ENOUGH:
                left = left or _Left(run)
                left.add(run.atoms[start], best)
                start += 1
                continue
            if left is not None:
                yield left
                left = None
            yield self._mention(passage, context, best)
            start += len(best.atoms)
        if left is not None:
            yield left

    def _weigh(
        self, passage: Passage, context: _Context, run: _Run, atoms: Sequence[_Atom]
    ) -> _Candidate | None:
        words = [atom for atom in atoms if atom.kind != "particle"]
        if atoms[0].kind in ("particle", "kin") or atoms[-1].kind == "particle":
            return None
        if self._table.bare_inside and any(
            atom.inflected for atom in words[:-1] if atom.kind == "word"
        ):
            return None
        closing = self._table.closing_endings
        if closing and any(atom.text.endswith(closing) for atom in words[:-1]):
            return None
        if any(self._never(atom) for atom in words):
            return None
        if len(words) == 1 and self._whole_family(words[0]):
            return None
        starts = run.begins_sentence and atoms[0] is run.atoms[0]
        if atoms[0].weak and (starts or len(words) == 1 or words[1].weak):
            return None
        named = words[-1].family or words[-1].strong or words[-1].given
        if atoms[0].weak and not (named or (words[0].leading and len(words) == 3)):
            return None
        if atoms[-1].weak and not atoms[0].given:
            return None
        foreign = script_of(atoms[0].text[0]) != self._script
        if foreign and len(words) < 2:
            return None
        shape = self._shape(words, starts=starts)
        if shape is None:
            return None
        points, rule = shape
        points += self._support(passage, context, run, atoms)
        real = [atom for atom in words if atom.kind == "word"]
        points -= 2 * foreign
        alone = again = False
        if len(real) > 1 and rule in _DOUBTFUL:
            alone = context.alone(real[-2].base, real[-1].base)
            again = context.pairs(real[-2].base, real[-1].base) > 1
            described = real[0].common and not (real[0].given or real[0].family)
            if alone and not real[-1].common and not described:
                # the article says the last word alone, as it does with surnames
                points += (1 if rule == "person.words" else 3) + 2 * again
            if starts and alone and not (real[0].family or real[0].given_like):
                points -= 4  # then the first one may only begin the sentence
        if len(real) == 3 and rule == "person.given-family":
            last = real[-1]
            plain = len(last.text) > _SHORT and last.text == last.base and not last.family
            points += 2 * (plain and context.alone(real[-2].base, last.base))
        if any(atom.first in context.places for atom in real):
            points -= 1 if rule in _DOUBTFUL and again and alone else 4
        elif (len(real) == 1 or rule in _DOUBTFUL) and any(atom.place for atom in real):
            points -= 4
        if real and all(atom.common and not (atom.given or atom.listed) for atom in real):
            points -= 3
        return _Candidate(points, tuple(atoms), rule)

    def _never(self, last: _Atom) -> bool:
        """`Ташкенттеги`: an ending that names of people do not take."""
        endings = self._table.never_endings
        return bool(endings) and not last.given and last.text.lower().endswith(endings)

    def _whole_family(self, atom: _Atom) -> bool:
        """`Клинтонов`, `Ибрагимовдордун`: a surname in the plural, which is no one person's."""
        written = atom.text.lower()
        if any(part in written for part in self._table.family_plurals):
            return True
        return any(
            written.endswith(ending) and written[: -len(ending)] in self._famous
            for ending in self._table.plural_surname_endings
        )

    def _shape(self, words: Sequence[_Atom], *, starts: bool) -> tuple[int, str] | None:
        """Points for the words themselves, and the name of the rule."""
        kinds = [word.kind for word in words]
        plain = [word for word in words if word.kind == "word"]
        if kinds[-1] == "numeral":
            if len(plain) in (1, 2) and plain[0].given and len(words) == len(plain) + 1:
                return 7, "person.numbered"
            return None
        if "numeral" in kinds:
            return None
        if "kin" in kinds:
            return self._with_kin(words, kinds, starts=starts)
        if "initial" in kinds:
            return self._with_initials(words, kinds)
        if len(plain) == 1:
            return self._alone(plain[0], starts=starts)
        return self._several(plain, starts=starts)

    def _with_initials(
        self, words: Sequence[_Atom], kinds: Sequence[str]
    ) -> tuple[int, str] | None:
        plain = [word for word in words if word.kind == "word"]
        if any(len(word.text) < 3 and not word.leading for word in plain) or len(words) > 3:
            return None  # initials alone, and an ending or a mark after them
        if len(plain) == 1 and kinds[-1] == "word":
            return (9 if plain[0].family else 7), "person.initials"
        if len(plain) == 1 and kinds[0] == "word" and len(words) <= 3:
            return (7, "person.initials-after") if plain[0].strong else None
        if len(plain) == 2 and kinds[0] == "word" and kinds[-1] == "word" and plain[0].given:
            return 9, "person.middle-initial"
        return None

    def _with_kin(
        self, words: Sequence[_Atom], kinds: Sequence[str], *, starts: bool
    ) -> tuple[int, str] | None:
        shape = " ".join(kinds)
        if words[kinds.index("kin") - 1].strong:
            return None  # a surname: her daughter, and no daughter's name
        if starts and len(words) == 4 and not (words[0].given or words[0].family):
            return None  # a word that begins the sentence
        points = {
            "word kin": 3,
            "word kin word": 10,
            "initial word kin": 9,
            "word word kin": 10,
            "word word word kin": 8,
        }.get(shape)
        return None if points is None else (points, "person.father")

    def _alone(self, word: _Atom, *, starts: bool) -> tuple[int, str] | None:
        if len(word.text) < 2:
            return None
        if word.famous:
            return 6, "person.surname"
        if word.given and not word.strong:
            return (2 - starts), "person.given"
        if word.strong:
            return (5 - 2 * starts + 1 * (not word.common)), "person.surname"
        if word.family:
            return (4 - 2 * starts + (not word.common)), "person.surname"
        return (self._table.lone_word - 2 * starts), "person.word"

    def _several(self, words: Sequence[_Atom], *, starts: bool) -> tuple[int, str] | None:
        count = len(words)
        if count > _LONGEST - 1:
            return None
        first, last = words[0], words[-1]
        middle = words[1:-1]
        if any(word.patronymic for word in words):
            if first.given and words[1].patronymic and count <= 3:
                return 8 + 2 * (count - 2), "person.patronymic"
            begun = words[1].given or first.strong
            if count in (3, 4) and last.patronymic and first.family and begun:
                return 10, "person.patronymic"
            if not first.given and count <= 3 and words[1].patronymic:
                return 8 + (count - 2), "person.patronymic"
        if (
            first.leading
            and (count == 3 or (count == 2 and not last.strong))
            and not (first.given and last.family and not last.leading)
        ):
            points = 5 + (count == 3) - 3 * starts * first.common
            joined = last.text.partition("-")[2]  # `Jong-un`
            points += 3 * (joined != "" and joined.islower())
            return points + any(
                word.leading or word.given for word in words[1:]
            ), "person.family-first"
        if self._glued(words):
            return None
        if first.given:
            points = 7 + 2 * last.family
            if count == 3:
                points = 7 + last.family + 2 * (middle[0].given or middle[0].family)
            elif count > 3:
                points = 4 + last.family
                if middle[0].given and (middle[1].family or last.family):
                    points = 8 + 2 * last.family  # two given names and two surnames
            if last.given and not last.family:
                points += 1
            if count == 3 and not (last.family or last.given):
                points -= 2
            if count > 2 and words[1].strong and not (last.strong or last.listed):
                return None  # a surname ends the name, the next word begins something else
            if count > 2 and words[1].family and not (words[1].given or last.family):
                points -= 3
            return points, "person.given-family"
        if count == 2 and last.camel and not (starts and first.common):
            return 7, "person.word-family"
        if count == 2 and first.strong and last.given and not last.strong:
            return 7, "person.family-given"
        if count == 2 and last.famous and not first.given_like:
            return 3 - starts, "person.words-before-surname"
        if count == 2 and last.strong:
            points = 7 if not starts else 6
            if first.given_like:
                points += 1
            if first.common and not first.family:
                points -= 3
            return points, "person.word-family"
        if count == 2 and last.family:
            doubled = 3 * (last.leading and "-" in first.text)  # `Кай-Фу Ли`
            return 4 + doubled + first.given_like - 2 * starts - first.common, "person.word-family"
        if count == 2 and last.given:
            return 3 - starts, "person.words"
        if count == 2 and first.given_like:
            return 4 - starts, "person.given-like"
        if count == 2:
            return 2 - starts, "person.words"
        if count == 3 and last.strong:
            return 4 - 2 * starts, "person.words"
        return 1, "person.words"

    @staticmethod
    def _glued(words: Sequence[_Atom]) -> bool:
        """Whether these are names of two people: a surname ends a name and begins none."""
        for at, word in enumerate(words[1:-1], start=1):
            ends = word.strong or (word.listed and not word.given)
            after = words[at + 1]
            if ends and words[0].given and (after.strong or (after.given and not after.listed)):
                return True
        first, last = words[0], words[-1]
        both = first.strong and last.strong and not (first.given or last.given)
        return len(words) == 2 and both and not first.given_like

    # -- surnames of people named in full ---------------------------------------------------------

    def _surnames_alone(
        self, passage: Passage, context: _Context, mentions: Sequence[Mention]
    ) -> Iterator[Mention]:
        families: dict[str, str] = {}
        taken: set[int] = set()
        for mention in mentions:
            name = mention.value
            assert isinstance(name, PersonName)
            taken.update(passage.tokens_in(mention.span))
            for part in (name.family, name.given if name.family is None else None):
                if part is not None:
                    families.setdefault(part.lower(), part)
        for index, token in enumerate(passage.tokens):
            if index in taken or not token.is_word or index in context.barriers:
                continue
            if not token.is_capitalised and not self._particle_joined(token.text):
                continue
            if index in context.titles or token.text.isupper():
                continue
            written = token.text.lower()
            family = families.get(written)
            if family is None:
                for base in (
                    self._language.name_base(token.text).lower(),
                    *passage.base_forms(index),
                ):
                    family = families.get(base)
                    if family is not None:
                        break
            if family is None or len(family) < 2:
                continue
            if written in self._not_names and index in context.beginnings:
                continue
            yield Mention(
                kind=KIND,
                span=token.span,
                value=PersonName(given=None, family=family, written=family),
                rule="person.surname-again",
            )

    # -- what is left out -------------------------------------------------------------------------

    def _declined(self, passage: Passage, left: _Left) -> Iterator[Rejection]:
        """Why words of a run are no name, where they could have been one."""
        words = [atom for atom in left.atoms if atom.kind == "word"]
        begins = left.run.begins_sentence and left.atoms[0] is left.run.atoms[0]
        introduced = left.run.titled or left.run.honorific
        first, last = left.atoms[0].first, left.atoms[-1].last
        before = passage.tokens[first - 1].text.lower() if first else ""
        if not words:
            return
        one = words[0] if len(words) == 1 else None
        likely = one is None or one.strong or introduced or (one.given and not begins)
        if not likely or (one is not None and one.weak):
            return  # any word with a capital
        if before in self._not_after or self._names_a_street(passage, last + 1):
            reason = "the name of a street, a place or a body"
        elif one is None:
            reason = f"{left.score} of the {_ENOUGH} points that a name needs"
            if begins:
                reason += "; its first word may only begin the sentence"
        elif one.strong:
            reason = "a surname alone, and nobody in the text has it beside a given name"
        elif one.given:
            reason = "a given name alone"
        else:
            reason = f"{left.score} of the {_ENOUGH} points that a name needs"
        span = Span(passage.tokens[first].start, passage.tokens[last].end)
        yield Rejection(kind=KIND, span=span, rule=left.rule, reason=reason)

    def _in_bodies(self, passage: Passage, found: Found) -> Iterator[Rejection]:
        """Names of people that are a part of a body's."""
        tokens = passage.tokens
        for body in found.of("organisation"):
            indexes = passage.tokens_in(body.span)
            for first in indexes[:-1]:
                one, two = tokens[first], tokens[first + 1]
                if (
                    one.is_capitalised
                    and two.is_capitalised
                    and self._is_given(one.text.lower())
                    and self._is_surname(two.text)
                ):
                    yield Rejection(
                        kind=KIND,
                        span=Span(one.start, two.end),
                        rule="person.given-family",
                        reason=f"part of the name of a body, {body.rule}",
                    )

    def _among_names(
        self,
        passage: Passage,
        context: _Context,
        left: Sequence[_Left],
        mentions: Sequence[Mention],
    ) -> Iterator[Mention]:
        """Two unknown words in a list whose other members are names in full."""
        full = [mention for mention in mentions if _is_full(mention)]
        if len(full) < _NEIGHBOURS:
            return
        ranges = [passage.tokens_in(mention.span) for mention in full]
        starts = {indexes[0]: indexes[-1] for indexes in ranges}
        ends = {indexes[-1]: indexes[0] for indexes in ranges}
        for words in left:
            atoms = words.atoms
            if len(atoms) != len(words.run.atoms) or len(atoms) != 2:
                continue
            if any(
                atom.kind != "word" or atom.weak or atom.place or atom.first in context.places
                for atom in atoms
            ):
                continue
            if any(atom.base.lower() in context.lower for atom in atoms):
                continue
            left_side = self._neighbours(passage, atoms[0].first, ends, step=-1)
            right_side = self._neighbours(passage, atoms[-1].last, starts, step=1)
            if not right_side and not self._ends_list(passage, atoms[-1].last + 1):
                continue
            if left_side + right_side >= _NEIGHBOURS:
                yield self._mention(
                    passage, context, _Candidate(_ENOUGH, tuple(atoms), "person.in-list")
                )

    def _ends_list(self, passage: Passage, index: int) -> bool:
        """Whether a list may end before a token: at a mark or `and`, and not at a verb."""
        if index >= len(passage.tokens):
            return True
        token = passage.tokens[index]
        return not token.is_word or token.text.lower() in self._joints

    def _neighbours(
        self, passage: Passage, index: int, other_side: Mapping[int, int], *, step: int
    ) -> int:
        """How many full names follow one another in a list from `index` on, in one direction."""
        tokens = passage.tokens
        count = 0
        while True:
            at, marks = index + step, 0
            while 0 <= at < len(tokens) and (
                tokens[at].text == "," or tokens[at].text.lower() in self._joints
            ):
                at, marks = at + step, marks + 1
            if not marks or at not in other_side:
                return count
            index, count = other_side[at], count + 1

    # -- names ----------------------------------------------------------------------------------

    def _mention(self, passage: Passage, context: _Context, candidate: _Candidate) -> Mention:
        atoms = candidate.atoms
        bases = self._bases(atoms, context)
        span = Span(passage.tokens[atoms[0].first].start, passage.tokens[atoms[-1].last].end)
        written = bases[0]
        for left, right, base in zip(atoms, atoms[1:], bases[1:], strict=False):
            gap = passage.text[passage.tokens[left.last].end : passage.tokens[right.first].start]
            written += (" " if gap else "") + base
        return Mention(
            kind=KIND,
            span=span,
            value=self._name(candidate, bases, written),
            rule=candidate.rule,
        )

    def _bases(self, atoms: Sequence[_Atom], context: _Context) -> tuple[str, ...]:
        words = [n for n, atom in enumerate(atoms) if atom.kind == "word"]
        bases = [atom.base for atom in atoms]
        if self._table.bare_inside:
            # only the last word takes an ending
            for n, atom in enumerate(atoms[:-1]):
                if atom.kind != "initial":
                    bases[n] = atom.text
            for n in words:
                if n == len(atoms) - 1:
                    found = self._language.person_bases(tuple(atoms[m].text for m in words))
                    bases[n] = found[-1]
            return self._as_elsewhere(tuple(bases), atoms, context)
        found = self._language.person_bases(tuple(atoms[n].text for n in words))
        for n, base in zip(words, found, strict=True):
            written = atoms[n].text
            # `Зорица` is no form of a name that nobody has
            kept = written.lower() in self._given and base.lower() not in self._given
            first = n == words[0] and not atoms[n].family
            bases[n] = written if kept and first else base
            if first and bases[n] == written and written.lower() not in self._given:
                bases[n] = self._of_woman(written)
        return self._as_elsewhere(tuple(bases), atoms, context)

    def _of_woman(self, written: str) -> str:
        """The listed given name whose instrumental it is, before a surname with no case: `Дианой`.

        The word itself where it is none; shorter endings are other names' own (`Кори`).
        """
        for ending in self._table.unknown_endings:
            stem = written.removesuffix(ending)
            if len(ending) < 2 or stem == written:
                continue
            for base in self._table.unknown_bases:
                if (stem + base).lower() in self._given:
                    return stem + base
        return written

    def _as_elsewhere(
        self, bases: tuple[str, ...], atoms: Sequence[_Atom], context: _Context
    ) -> tuple[str, ...]:
        """An unknown surname that kept its ending, in the base form the article has elsewhere."""
        last = atoms[-1]
        if last.kind != "word" or last.strong or last.given:
            return bases
        if bases[-1] != last.text:
            # a name that is never seen otherwise, however often, has no endings at all
            if last.listed or last.famous:
                return bases
            # endings that mark a subject too leave only its place to tell one by
            steady = context.subject if self._table.bare_inside else context.steady
            return (*bases[:-1], last.text) if steady(last.text) else bases
        for ending in self._table.unknown_endings:
            if last.text.endswith(ending):
                stem = last.text[: -len(ending)]
                for base in self._table.unknown_bases:
                    if len(stem) > 2 and context.has(stem + base):
                        return (*bases[:-1], stem + base)
        for base in self._language.base_forms(last.text):
            written = base[:1].upper() + base[1:]
            if 1 < len(base) < len(last.text) and written != last.text and context.has(written):
                return (*bases[:-1], written)
        return bases

    def _name(self, candidate: _Candidate, bases: tuple[str, ...], written: str) -> PersonName:
        atoms = candidate.atoms
        rule = candidate.rule
        if len(atoms) == 1:
            alone = bases[0]
            if rule == "person.given":
                return PersonName(given=alone, family=None, written=written)
            return PersonName(given=None, family=alone, written=written)
        if rule == "person.numbered":
            return PersonName(given=written, family=None, written=written)
        if rule == "person.father":
            return self._father_name(atoms, bases, written)
        if rule == "person.patronymic":
            patronymic = next(n for n, atom in enumerate(atoms) if atom.patronymic)
            given = bases[patronymic - 1]
            rest = [b for n, b in enumerate(bases) if n not in (patronymic, patronymic - 1)]
            return PersonName(
                given=given,
                family=" ".join(rest) or None,
                patronymic=bases[patronymic],
                written=written,
            )
        if rule in ("person.family-first", "person.family-given", "person.initials-after"):
            return PersonName(given=" ".join(bases[1:]), family=bases[0], written=written)
        split = len(bases) - 1
        if len(atoms) == _LONGEST - 1 and all(atom.kind == "word" for atom in atoms):
            split -= not (atoms[2].given and not atoms[2].family)  # two surnames
        while split > 1 and atoms[split - 1].kind == "particle":
            split -= 1
        given = bases[0] if atoms[0].kind == "initial" else " ".join(bases[:split])
        return PersonName(given=given, family=" ".join(bases[split:]), written=written)

    def _father_name(
        self, atoms: Sequence[_Atom], bases: tuple[str, ...], written: str
    ) -> PersonName:
        kin = next(n for n, atom in enumerate(atoms) if atom.kind == "kin")
        father = f"{bases[kin - 1]} {bases[kin]}"
        rest = [base for n, base in enumerate(bases) if n not in (kin - 1, kin)]
        return PersonName(given=" ".join(rest) or None, family=father, written=written)


def _is_full(mention: Mention) -> bool:
    name = mention.value
    return isinstance(name, PersonName) and None not in (name.given, name.family)


def _without_cut(passage: Passage, mentions: Sequence[Mention]) -> list[Mention | Rejection]:
    """All but a name at the end of a headline that was cut, where the text below says more."""
    headline = passage.article.title_span
    if headline is None:
        return list(mentions)
    text = passage.text
    title = headline.of(text).rstrip(".… ")
    end = headline.start + len(title)
    below = headline.end
    while below < len(text) and text[below].isspace():
        below += 1
    if not text.startswith(title, below):
        return list(mentions)
    shift = below - headline.start
    goes_on = text[end + shift : end + shift + 1].isalpha()
    lengths = {mention.span.start: mention.span.end for mention in mentions}
    return [
        mention
        if not (headline.start <= mention.span.start < end and mention.span.end >= end)
        or not (goes_on or lengths.get(mention.span.start + shift, 0) > mention.span.end + shift)
        else mention.declined("cut off at the end of the headline; the text has it in full")
        for mention in mentions
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What the language says of single words."""

    goes_with_name: Callable[[Passage, int], bool]
    """Whether the title that ends at a token may be said of the name after it."""
    is_given: Callable[[str], bool]
    is_surname: Callable[[str], bool]
    is_listed: Callable[[str], bool]
    """Whether a list of surnames has it, as it has `brewer`."""
    said: Collection[str]


class _Context:
    """What other recognisers found, by token index."""

    def __init__(self, passage: Passage, found: Found, words: _Words) -> None:
        self._passage = passage
        self._said = words.said
        self._words: frozenset[str] | None = None
        self._capitals: dict[str, set[str]] | None = None
        self.beginnings = self._sentence_beginnings(passage)
        self.titles: set[int] = set()
        self.lower = frozenset(
            base
            for index, token in enumerate(passage.tokens)
            if token.is_word and not token.is_capitalised
            for base in passage.base_forms(index)
        )
        self._title_starts: set[int] = set()
        self.title_ends: set[int] = set()
        for mention in found.of("title"):
            indexes = passage.tokens_in(mention.span)
            if len(indexes) == 1 and self._is_name(indexes[0], words):
                continue
            self.titles.update(indexes)
            self._title_starts.update(indexes[:1])
            if indexes and words.goes_with_name(passage, indexes[-1]):
                self.title_ends.add(indexes[-1])
        self.places: set[int] = set()
        self.barriers: set[int] = set()
        for mention in found.of("country", "place", "organisation"):
            indexes = passage.tokens_in(mention.span)
            if isinstance(mention.value, PlaceName):
                self.places.update(indexes)
            elif isinstance(mention.value, CountryName | OrganisationName):
                self.barriers.update(indexes)
        self._headlines = self._headline_sentences(passage)

    def _is_name(self, index: int, words: _Words) -> bool:
        """A title's word in a name: `Султан Айбашев`, `Chad Brewer`."""
        tokens = self._passage.tokens
        word = tokens[index].text.lower()
        if not tokens[index].is_capitalised or tokens[index].text.isupper():
            return False
        before_name = index + 1 < len(tokens) and tokens[index + 1].is_capitalised
        if before_name:
            if not words.is_given(word):
                return False
            return index not in self.beginnings or words.is_surname(tokens[index + 1].text.lower())
        return (
            words.is_listed(word)
            and index > 0
            and index - 1 not in self.titles
            and (words.is_given(tokens[index - 1].text.lower()) or index - 2 in self.titles)
            and tokens[index - 1].is_capitalised
            and tokens[index - 1].end + 1 == tokens[index].start
        )

    def has(self, written: str) -> bool:
        """Whether the article has the word in just this form."""
        if self._words is None:
            self._words = frozenset(token.text for token in self._passage.tokens)
        return written in self._words

    def steady(self, written: str) -> bool:
        """Whether the article has a surname often, and always in this form."""
        return len(self._places(written)) >= _STEADY

    def subject(self, written: str) -> bool:
        """Whether it is always in this form, and once a subject: `деди Холл.` has no ending."""
        tokens = self._passage.tokens
        return any(
            tokens[index - 1].text.lower() in self._said
            and (index + 1 == len(tokens) or tokens[index + 1].text == ".")
            for index in self._places(written)[1:]
        )

    def _places(self, written: str) -> list[int]:
        """Where an unknown surname stands; empty where it has more than one form."""
        language = self._passage.language
        base = language.name_base(written)
        tokens = self._passage.tokens
        found = [
            index
            for index, token in enumerate(tokens)
            if token.text[:2] == written[:2] and language.name_base(token.text) in (base, written)
        ]
        return [] if any(tokens[index].text != written for index in found) else found

    def title_within(self, index: int, count: int) -> bool:
        """Whether a title begins in `count` tokens from `index`, with no mark before it."""
        for at in range(index, min(index + count, len(self._passage.tokens))):
            if at in self._title_starts:
                return True
            if not self._passage.tokens[at].is_word:
                return False
        return False

    def alone(self, before: str, base: str) -> bool:
        """Whether the article has `base` with a capital where `before` does not go before it."""
        if self._capitals is None:
            language = self._passage.language
            self._capitals = {}
            self._pairs: Counter[tuple[str, str]] = Counter()
            last, end = "", -1
            for token in self._passage.tokens:
                if token.is_capitalised:
                    word = language.name_base(token.text).lower()
                    previous = last if token.start - end <= 1 else ""
                    self._capitals.setdefault(word, set()).add(previous)
                    self._pairs[previous, word] += 1
                    last, end = word, token.end
        return bool(self._capitals.get(base.lower(), set()) - {before.lower()})

    def pairs(self, before: str, base: str) -> int:
        """How often the two words stand together with capitals; ask `alone` first."""
        return self._pairs[before.lower(), base.lower()]

    def in_headline(self, index: int) -> bool:
        """Whether the token stands in a sentence whose every word is capitalised."""
        return any(index in sentence for sentence in self._headlines)

    def _sentence_beginnings(self, passage: Passage) -> frozenset[int]:
        found: set[int] = set()
        for sentence in passage.sentences:
            indexes = passage.tokens_in(sentence)
            found.update(next(([i] for i in indexes if passage.tokens[i].is_word), []))
            # direct speech begins a sentence of its own
            for index in indexes:
                if index + 1 < len(passage.tokens) and passage.tokens[index].text in "«“„":
                    found.add(index + 1)
        return frozenset(found)

    def _headline_sentences(self, passage: Passage) -> list[range]:
        found: list[range] = []
        for sentence in passage.sentences:
            indexes = passage.tokens_in(sentence)
            long = [
                i for i in indexes if passage.tokens[i].is_word and len(passage.tokens[i].text) > 3
            ]
            if len(long) > 3 and all(passage.tokens[i].is_capitalised for i in long):
                found.append(indexes)
        return found
