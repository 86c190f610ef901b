"""Names of people.

Runs of capitalised words are cut into names by weighing evidence: given names and surnames known
from lists and dictionaries, endings that make surnames and patronymics, a title or honorific
beside them, a verb of saying, and what other recognisers found there. The weights are in whole
points; a name needs `_ENOUGH`. A surname alone counts where a title goes before it, where the
dictionary knows it for nothing else, or where the article names somebody of that surname in full.
What each word may be is read in `name_words`, what the article says around it in `name_context`;
`name_forms` puts what was found into base form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.knowledge.base import Knowledge
from generator.knowledge.names import KnownNames, load_names
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import PersonName
from generator.model.span import Span
from generator.recognition.known_people import KnownPeople
from generator.recognition.name_context import NameContext
from generator.recognition.name_forms import NameForms
from generator.recognition.name_words import SHORT, NameAtom, Names, NameWords
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
_MANY = 6
"""Single words in a list that are not taken for people any more."""
_YEARS = 110
"""The highest age."""
_BRACKETED = 3
"""Tokens of one word in brackets."""
_NEIGHBOURS = 2
"""Full names that stand with two unknown words in one list and make a name of them."""
_COUPLE = 3
"""Words of a woman's given name and a man's full one."""
_LONGEST = 5
"""Words a name has at most, particles not counted."""


@dataclass(slots=True)
class _Run:
    """Neighbouring words that could make names, and what stands around them."""

    atoms: list[NameAtom] = field(default_factory=list)
    title: int | None = None
    """The first token of the title before them."""
    of_place: bool = False
    """Whether that title is mostly of a place, which then stands between."""
    honorific: bool = False
    begins_sentence: bool = False
    headline: bool = False

    @property
    def titled(self) -> bool:
        return self.title is not None


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: int
    atoms: tuple[NameAtom, ...]
    rule: str


@dataclass(slots=True)
class _Left:
    """Neighbouring words of a run that are in no name, and the best that was tried with them."""

    run: _Run
    atoms: list[NameAtom] = field(default_factory=list)
    score: int = 0
    rule: str = "person.words"

    def add(self, atom: NameAtom, best: _Candidate | None) -> None:
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
        self._famous = known.famous()
        self._not_names = frozenset(table.not_names)
        self._kin = frozenset(table.patronymic_words)
        self._honorifics = frozenset(table.honorifics)
        self._title_reach = frozenset((*table.title_reach, *table.title_located))
        self._title_generic = frozenset(table.title_generic)
        self._said = frozenset(table.said)
        self._subject_after = self._said.union(table.subject_after)
        self._after = frozenset(table.honorifics_after) | frozenset(table.namers)
        self._joints = frozenset(table.joints)
        self._not_before = frozenset(table.not_before)
        self._not_before_starts = tuple(
            word[:-1] for word in table.not_before if word.endswith("*")
        )
        self._not_after = frozenset(table.not_after)
        self._not_before_initials = frozenset(table.not_before_initials)
        self._appointing = frozenset(table.appointing)
        self._articles = frozenset(table.articles)
        self._place_titles = frozenset(table.place_titles)
        self._names_bodies = self._not_before.difference(known.family())
        self._kinsfolk = frozenset(table.kinsfolk)
        self._namers_before = tuple(phrase.split() for phrase in table.namers_before)
        self._script = language.profile.script
        self._words = NameWords(language, table, known)
        self._forms = NameForms(language, table, self._given)

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        context = NameContext(passage, found, self._words.checks)
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

    # -- cutting --------------------------------------------------------------------------------

    def _runs(self, passage: Passage, context: NameContext) -> Iterator[_Run]:
        run = _Run()
        for atom in self._words.read(passage, context):
            if run.atoms and not self._joins(passage, run.atoms[-1], atom):
                yield self._trimmed(run)
                run = _Run()
            if not run.atoms:
                if atom.kind in ("particle", "kin", "numeral"):
                    continue
                run.begins_sentence = atom.first in context.beginnings
                run.title = self._title_before(passage, context, atom.first)
                run.of_place = run.title is not None and (
                    atom.first in context.places
                    if run.title < atom.first - 1
                    else not self._place_titles.isdisjoint(passage.base_forms(run.title))
                )
                run.honorific = self._honorific_before(passage, atom.first)
                run.headline = context.in_headline(atom.first)
            run.atoms.append(atom)
        if run.atoms:
            yield self._trimmed(run)

    def _trimmed(self, run: _Run) -> _Run:
        while run.atoms and run.atoms[-1].kind == "particle":
            run.atoms.pop()
        if run.of_place and _begins_with_place(run.atoms):
            del run.atoms[0]
        return run

    def _joins(self, passage: Passage, left: NameAtom, right: NameAtom) -> bool:
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

    # -- evidence around ------------------------------------------------------------------------

    def _title_before(self, passage: Passage, context: NameContext, index: int) -> int | None:
        """The first token of the title that goes before a name at `index`."""
        before = index - 1
        if (
            before > 0
            and passage.tokens[before].text == "."
            and passage.adjacent(before - 1, before)
        ):
            before -= 1  # `Sen. Jeff Flake`
            return context.title_ends.get(before) if self._abbreviation(passage, before) else None
        if self._table.title_reach:
            # `президент Пакистана Мамнун Хусейн`: what the title is of stands between
            located = False
            while before > index - _REACH and (
                before in context.barriers
                or before in context.places
                or passage.tokens[before].text.lower() in self._title_reach
                or passage.tokens[before].text.lower() in self._title_generic
            ):
                located |= passage.tokens[before].text.lower() in self._table.title_located
                before -= 1
            place = index in context.places  # `посол в Бишкеке Асан Асанов`: the run begins there
            if located and not (place or passage.tokens[index - 1].is_capitalised):
                return None  # `игрок в американском Отелло`
            if before < index - 1 and not (
                place
                or index - 1 in context.barriers
                or index - 1 in context.places
                or passage.tokens[index - 1].text.lower() in self._title_generic
            ):
                return None
        if "\n" in passage.text[passage.tokens[before].end : passage.tokens[index].start]:
            return None
        return context.title_ends.get(before)

    def _abbreviation(self, passage: Passage, index: int) -> bool:
        return passage.tokens[index].text.lower() in self._language.profile.abbreviations

    def _honorific_before(self, passage: Passage, index: int) -> bool:
        before = index - 1
        if before >= 0 and passage.tokens[before].text == ".":
            before -= 1
        return before >= 0 and passage.tokens[before].text.lower() in self._honorifics

    def _support(
        self, passage: Passage, context: NameContext, run: _Run, atoms: Sequence[NameAtom]
    ) -> int:
        """Points for what stands around these atoms."""
        tokens = passage.tokens
        first, last = atoms[0].first, atoms[-1].last
        points = 0
        if atoms[0] is run.atoms[0]:
            points += 4 * run.titled + 6 * run.honorific
        elif run.titled and self._after_places(context, run, atoms):
            points += 4
        after = [token.text.lower() for token in tokens[last + 1 : last + 4]]
        before = tokens[first - 1].text.lower() if first else ""
        named = self._after.intersection(self._bases_at(passage, last + 1))
        unknown = len(atoms) == 1 and not (atoms[0].given or atoms[0].family)
        # `деген` names an island too
        if named and not (unknown and named <= self._said):
            points += 4
        # after one word alone, `it was with Barton but he said` speaks of somebody else
        beside = after[: 1 if len(atoms) == 1 else 3]
        if (
            before in self._said
            or any(word in self._said for word in beside)
            or before in self._subject_after
            or before in self._appointing
        ):
            points += 2
        if after[:1] == [","] and context.title_within(last + 2, 6):
            points += 3
        if before in self._appointing and context.begins_title(last + 1):
            points += 3
        several = sum(atom.kind == "word" for atom in atoms) > 1
        several = several and not (atoms[-1].place or last in context.places)
        alone = self._given_alone(run, atoms)
        if ((several or alone) and self._introduced(passage, first)) or (
            self._between_commas(passage, first, last)
            and ((several and context.ends_office(first - 2)) or self._related(passage, first - 2))
        ):
            points += 4
        before_name = several or (alone and self._table.given_with_age)
        if (before_name and self._age_before(passage, first)) or (
            several and self._age_after(passage, last)
        ):
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
        rest = [atom for atom in run.atoms if atom.first >= atoms[-1].first]
        if any(atom.text.lower() in self._names_bodies for atom in rest):
            points -= 8  # `Prince Aziz Stadium`
        if before in self._articles and not any(map(str.islower, after[:1])):
            points -= 6  # `the Anna Maria,` is a ship
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

    @staticmethod
    def _given_alone(run: _Run, atoms: Sequence[NameAtom]) -> bool:
        """Whether this is a given name, and no surname can follow it."""
        if len(atoms) > 1 or not atoms[0].given or atoms[0].place:
            return False
        after = next((atom for atom in run.atoms if atom.first > atoms[0].last), None)
        return after is None or after.place

    def _between_commas(self, passage: Passage, first: int, last: int) -> bool:
        """Whether the words stand between commas, or between one and the sentence's end."""
        tokens = passage.tokens
        return (
            first > 1
            and tokens[first - 1].text == ","
            and "\n" not in passage.text[tokens[first - 1].end : tokens[first].start]
            and last + 1 < len(tokens)
            and tokens[last + 1].text in ",."
        )

    def _related(self, passage: Passage, index: int) -> bool:
        """Whether the token is a relative: `her mother, Anele, said`."""
        return not self._kinsfolk.isdisjoint(passage.base_forms(index))

    def _introduced(self, passage: Passage, first: int) -> bool:
        """Whether a relative or a word for `named` stands before."""
        if not first:
            return False
        tokens = passage.tokens
        for phrase in self._namers_before:
            start = first - len(phrase)
            if start >= 0 and [t.text.lower() for t in tokens[start:first]] == phrase:
                return True
        related = passage.base_forms(first - 1)
        if not self._kin.isdisjoint(related):
            # `Асановдун кызы Жибек`; `Асан кызы` is a name of its own
            whose = tokens[first - 2].text.lower() if first > 1 else ""
            return whose.endswith(self._table.belongs_endings or ("\n",))
        return not self._kinsfolk.isdisjoint(related)

    def _age_before(self, passage: Passage, first: int) -> bool:
        """Whether an age stands before the name, with only words between."""
        for token in reversed(passage.tokens[max(first - 4, 0) : first]):
            if not (token.is_word or token.text == "-"):
                return False
            if any(mark in token.text.lower() for mark in self._table.age_marks):
                return True
        return False

    def _age_after(self, passage: Passage, last: int) -> bool:
        """Whether an age set off from the name follows it."""
        tokens = passage.tokens
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
        self, passage: Passage, context: NameContext, run: _Run
    ) -> Iterator[Mention | _Left]:
        start = 0
        left: _Left | None = None
        while start < len(run.atoms):
            best: _Candidate | None = None
            longest = 1 if self._before_man(run.atoms[start : start + _COUPLE]) else _LONGEST + 2
            for stop in range(start + 1, min(start + longest, len(run.atoms)) + 1):
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
            yield self._mention(passage, context, best, run)
            start += len(best.atoms)
        if left is not None:
            yield left

    def _weigh(
        self, passage: Passage, context: NameContext, run: _Run, atoms: Sequence[NameAtom]
    ) -> _Candidate | None:
        words = [atom for atom in atoms if atom.kind != "particle"]
        if atoms[0].kind in ("particle", "kin") or atoms[-1].kind == "particle":
            return None
        if (
            self._table.bare_inside
            and any(
                atom.inflected
                and atom.text.lower() not in self._given  # `Кристи` is not `Крис` here
                for atom in words[:-1]
                if atom.kind == "word"
            )
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
        if rule == "person.misspelt":
            spelt = self._people.spelling(words[0].base, words[1].base)
            if context.has(spelt):
                return None  # the article has the right name too
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
                surname = not context.ends(real[-2].base, real[-1].base)
                surname = surname and context.says(real[-1].base)
                points += 3 * (rule == "person.words" and surname)
            if starts and alone and not (again or real[0].family or real[0].given_like):
                points -= 4  # then the first one may only begin the sentence
        if len(real) == 3 and rule == "person.given-family":
            _, middle, last = real
            unknown = len(last.base) > SHORT and not last.family
            if unknown and context.alone(middle.base, last.base):
                # either may be the surname that the article says alone
                points += -3 if context.ends(middle.base, last.base) else 2
        places = [atom.first in context.places for atom in real]
        if any(places):
            # `Памир Асанов`: nobody names a place right before a surname
            surname = rule == "person.given-family" and real[-1].strong and places == [True, False]
            points -= 1 if surname or (rule in _DOUBTFUL and again and alone) else 4
        elif (len(real) == 1 or rule in _DOUBTFUL) and any(atom.place for atom in real):
            points -= 4
        if real and all(atom.common and not (atom.given or atom.listed) for atom in real):
            points -= 3
        return _Candidate(points, tuple(atoms), rule)

    def _never(self, last: NameAtom) -> bool:
        """`Ташкенттеги`: an ending that names of people do not take."""
        endings = self._table.never_endings
        return bool(endings) and not last.given and last.text.lower().endswith(endings)

    def _whole_family(self, atom: NameAtom) -> bool:
        """`Клинтонов`, `Ибрагимовдордун`: a surname in the plural, which is no one person's."""
        written = atom.text.lower()
        if any(part in written for part in self._table.family_plurals):
            return True
        return any(
            written.endswith(ending) and written[: -len(ending)] in self._famous
            for ending in self._table.plural_surname_endings
        )

    def _shape(self, words: Sequence[NameAtom], *, starts: bool) -> tuple[int, str] | None:
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
        self, words: Sequence[NameAtom], kinds: Sequence[str]
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
        self, words: Sequence[NameAtom], kinds: Sequence[str], *, starts: bool
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

    def _alone(self, word: NameAtom, *, starts: bool) -> tuple[int, str] | None:
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

    def _several(self, words: Sequence[NameAtom], *, starts: bool) -> tuple[int, str] | None:
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
        if self._glued(words) or self._of_two_cases(words):
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
        if count == 2 and last.famous and self._people.spelling(first.base, last.base):
            return 8, "person.misspelt"
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

    def _before_man(self, words: Sequence[NameAtom]) -> bool:
        """Whether a woman's given name stands before a man's name: `Айжана Урмат Бекболиев`."""
        endings = self._table.woman_given_endings
        if not endings or len(words) < _COUPLE or not all(word.given for word in words[:2]):
            return False
        her, his, family = (word.base.lower() for word in words)
        return (
            her.endswith(endings)
            and not his.endswith(endings)
            and words[-1].kind == "word"
            and family.endswith(self._table.man_surname_endings)
        )

    def _of_two_cases(self, words: Sequence[NameAtom]) -> bool:
        """Whether neighbours have endings of two cases: `удар Ивана Асановым`."""
        endings = [word.text[-1] if word.inflected else "" for word in words]
        return any(
            left + right in self._table.clashing_endings for left, right in pairwise(endings)
        )

    @staticmethod
    def _glued(words: Sequence[NameAtom]) -> bool:
        """Whether these are names of two people: a surname ends a name and begins none."""
        for at, word in enumerate(words[1:-1], start=1):
            ends = word.strong or (word.listed and not word.given)
            after = words[at + 1]
            begins = after.strong or after.famous or (after.given and not after.listed)
            if ends and words[0].given and begins:
                return True
        first, last = words[0], words[-1]
        both = first.strong and last.strong and not (first.given or last.given)
        return len(words) == 2 and both and not first.given_like

    # -- surnames of people named in full ---------------------------------------------------------

    def _surnames_alone(
        self, passage: Passage, context: NameContext, mentions: Sequence[Mention]
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
        if not families:
            return
        for index, token in enumerate(passage.tokens):
            if index in taken or not token.is_word or index in context.barriers:
                continue
            if not token.is_capitalised and not (
                "-" in token.text and self._words.begins_with_particle(token.text)
            ):
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
                    and self._words.is_given(one.text.lower())
                    and self._words.is_surname(two.text)
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
        context: NameContext,
        left: Sequence[_Left],
        mentions: Sequence[Mention],
    ) -> Iterator[Mention]:
        """Two unknown words in a list whose other members are names in full."""
        full = [mention for mention in mentions if _is_full(mention)]
        if not full:
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
            # beside one name alone the article has to say the second word again
            first, last = (atom.base for atom in atoms)
            again = context.alone(first, last) and not context.ends(first, last)
            if left_side + right_side >= (1 if again else _NEIGHBOURS):
                yield self._mention(
                    passage,
                    context,
                    _Candidate(_ENOUGH, tuple(atoms), "person.in-list"),
                    words.run,
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

    def _mention(
        self, passage: Passage, context: NameContext, candidate: _Candidate, run: _Run
    ) -> Mention:
        atoms = candidate.atoms
        beside = tuple(self._agreeing(passage, context, run, atoms))
        return Mention(
            kind=KIND,
            span=Span(passage.tokens[atoms[0].first].start, passage.tokens[atoms[-1].last].end),
            value=self._forms.name(passage, context, atoms, candidate.rule, beside),
            rule=candidate.rule,
        )

    @staticmethod
    def _after_places(context: NameContext, run: _Run, atoms: Sequence[NameAtom]) -> bool:
        """Whether nothing but places of the run stands before: `мэр Оша Асан Асанов`."""
        before = range(run.atoms[0].first, atoms[0].first)
        return all(index in context.places for index in before)

    def _agreeing(
        self, passage: Passage, context: NameContext, run: _Run, atoms: Sequence[NameAtom]
    ) -> Iterator[str]:
        """Words around a name that agree with it: its titles, a verb beside it."""
        tokens = passage.tokens
        before, after = atoms[0].first - 1, atoms[-1].last + 1
        titled = run.title is not None and self._after_places(context, run, atoms)
        if run.title is not None and titled:
            yield tokens[run.title].text
        elif before >= 0 and tokens[before].text.lower() in self._subject_after:
            yield tokens[before].text
        if after + 1 >= len(tokens):
            return
        subject = (
            titled
            or before < 0
            or not tokens[before].is_word  # and not `партия Асанова решила`
            or atoms[0].first in context.beginnings
        )
        if tokens[after].text == "," and context.begins_title(after + 1):
            yield tokens[after + 1].text  # `Андреа Найду, глава отдела`
        elif subject and "verb" in self._language.name_tags(tokens[after].text.lower()):
            yield tokens[after].text


def _begins_with_place(atoms: Sequence[NameAtom]) -> bool:
    """Whether an unknown word that stands before a full name after a title may be a place."""
    first = atoms[0]
    words = [atom for atom in atoms if atom.kind == "word"]
    return (
        len(words) >= _COUPLE
        and first.kind == "word"
        and not (first.given or first.strong or first.listed or first.leading)
        and not any(atom.kind in ("kin", "initial") for atom in atoms)
    )


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
