"""Titles that the text gives to a named person.

A title belongs to the name right after it, with nothing but whose it is between (`министр
энергетики России Александр Новак`), to the name before it in apposition (`X, депутат`), or stands
in a list with one that does. A different title of an office that one person here holds is that
person's too (`өлкө башчысы` after `президент Рахмон`).

The country is the one the phrase names; else the one another office of the same person has; for
an office of state it is else the site's own, where text and name speak for it, or the country the
whole article is about. Where they do not, nothing is said of the country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.knowledge.base import Knowledge
from generator.knowledge.offices import Offices, load_offices
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName, Role
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found, Recogniser
from generator.recognition.titles import TitleRecogniser, titles_of
from generator.text.tokens import Token

KIND = Kind("role")
REQUIRES = (Kind("country"), Kind("place"), Kind("organisation"), Kind("title"), Kind("person"))

_QUOTES = '«»“”„"'
_PLAIN = 4
"""Points of naming that make a country the article's own; a name counts two, a place one."""
_OFTEN = 6
"""Points that make it so although the country is not the site's own."""
_DESCRIBING = 2
"""Unknown words between a name and the title in apposition to it, at most."""
_UNNAMED = 5
"""Words of what a title is of that no other recogniser knows, at most."""
_SEVERAL = 3
"""Countries and names at least that tie a title of several to names in the next sentence."""
_ENDS = ".;!?"
"""Marks that end a name set off as a comma does."""
_FARTHEST = 12
"""Tokens between a title and its holder at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """`roles.toml`: words that may stand between a title and its holder, and what binds them."""

    default_country: CountryCode | None = None
    """Whose office a text in this language means when nothing else says so."""
    home_name_endings: tuple[str, ...] = ()
    """Endings of names that people of the default country have, and few farther away."""
    namesakes: tuple[CountryCode, ...] = ()
    """Countries whose people have names with the same endings."""
    body_titles: tuple[str, ...] = ()
    """Titles that are held of a body and of no country, whichever stands beside: `директор`."""
    home_letters: str = ""
    """Letters that only names of the default country and of `letter_namesakes` are printed with."""
    letter_namesakes: tuple[CountryCode, ...] = ()
    alike: tuple[CountryCode, ...] = ()
    """Those of `namesakes` where most people have such names."""
    visited_endings: tuple[str, ...] = ()
    """Endings of a place where something happens or goes to, which says whose no office is."""
    status_titles: tuple[str, ...] = ()
    """Titles that are no office yet, and so no country's: `candidate`."""
    belongs_endings: tuple[str, ...] = ()
    """Endings of words that say whose a title is, before it: the genitive."""
    between: tuple[str, ...] = ()
    """Words that may stand between a title and the name it goes before, or the name and its
    apposition: articles, `former`, `and`."""
    links: tuple[str, ...] = ()
    """Words that begin what a title is of: `of`, `for`."""
    joints: tuple[str, ...] = ()
    """Words that join two titles of one person: `and`."""
    honorifics: tuple[str, ...] = ()
    appositions: tuple[str, ...] = (",", "—", "–", "-", "(")
    """Marks between a name and the title after it."""
    definite: tuple[str, ...] = ()
    """`the`, `our`: a title after it is one person's."""
    of_words: tuple[str, ...] = ()
    """Words between a holder's name and whose her office is: `President Xi of China`."""
    served_titles: tuple[str, ...] = ()
    """Titles that are no office after the name of the person served: `Trump's deputy`."""
    name_joints: tuple[str, ...] = ()
    """Words before the last of several names; none where titles of several are not looked for."""
    plural_nominative: tuple[str, ...] = ()
    """Endings of a title of several in the case that names in base form go with."""
    reach_after: bool = False
    """Whether what a title is of stands after it (`президент России`)."""
    agreement: bool = False
    """Whether a title takes the case of its holder's name, so that a title in the nominative
    before a name in another case is another person's (`адвокат Трампа`)."""
    stops: tuple[str, ...] = ()
    """Words that end what a title is of: verbs and function words."""
    holding_before: tuple[str, ...] = ()
    """The same before a title: `является`, `is`, `as`."""
    indefinite: tuple[str, ...] = ()
    """`a`: a title after it is anybody's."""
    relatives: tuple[str, ...] = ()
    """`who`: between a name and what it says she is."""
    relative_copulas: tuple[str, ...] = ()
    """Words for `is` and `was` that count after one of `relatives` only."""
    oblique_titles: tuple[str, ...] = ()
    """Endings of a title in a case that a name after it shows with one of `oblique_names`."""
    oblique_names: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    """Parts of words that tell somebody's age: `-летн`."""
    nominal_links: tuple[str, ...] = ()
    """Endings of the words between a name and the title that ends the sentence and needs no verb
    (`X америкалык актриса.`); empty where a language does not say so."""
    pronouns: tuple[str, ...] = ()
    """`she`, `he`: the subject of the sentence before."""
    holding: tuple[str, ...] = ()
    """Words after a title, or a list of titles, that say the sentence's subject holds it."""
    copulas: tuple[str, ...] = ()
    """Words between a name and a title that say she holds or gets it."""


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    table = language.table("roles", RoleWords)
    if table is None:
        return None
    several = titles_of(language) if table.name_joints else None
    return RoleRecogniser(language, table, load_offices(), knowledge, several)


class RoleRecogniser:
    """Binds titles to names; see the module."""

    def __init__(
        self,
        language: Language,
        table: RoleWords,
        offices: Offices,
        knowledge: Knowledge,
        several: TitleRecogniser | None = None,
    ) -> None:
        self._language = language
        self._table = table
        self._offices = offices
        self._knowledge = knowledge
        self._titles_of_several = several
        self._between = frozenset(table.between)
        self._links = frozenset(table.links)
        self._joints = frozenset(table.joints)
        self._honorifics = frozenset(table.honorifics)
        self._copulas = frozenset(table.copulas)
        self._stops = frozenset(table.stops)
        self._pronouns = frozenset(table.pronouns)
        self._holding_before = frozenset(table.holding_before)
        self._holding = frozenset(table.holding)
        self._indefinite = frozenset(table.indefinite)
        self._definite = frozenset(table.definite)
        self._articles = self._definite | self._indefinite
        self._name_joints = frozenset(table.name_joints)
        self._known: dict[str, frozenset[CountryCode]] = {}
        for person in knowledge.people.values():
            for written in person.names.get(language.code, ()):
                known = self._known.get(written.lower(), frozenset())
                self._known[written.lower()] = known | person.countries

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention]:
        people = found.of("person")
        named = {index for person in people for index in passage.tokens_in(person.span)}
        titles = tuple(
            title
            for title in found.of("title")
            if not named.intersection(passage.tokens_in(title.span))  # `Султан` may be a name
        )
        several = (
            self._titles_of_several.several(passage, found)
            if self._titles_of_several is not None and len(people) > 1
            else []
        )
        if not people or not (titles or several):
            return ()
        view = _View(passage, found, titles, people)
        bound: dict[int, tuple[Mention, str]] = {}
        for number in range(len(titles) - 1, -1, -1):
            holder = self._named_after(view, number)
            if holder is not None:
                bound[number] = (holder, "role.before-name")
        for number in range(len(titles)):
            if number not in bound:
                holder = self._named_before(view, number, bound)
                if holder is not None:
                    bound[number] = (holder, "role.apposition")
        for number in range(len(titles) - 1, -1, -1):
            if number not in bound:
                holder = self._held(view, number)
                if holder is not None:
                    bound[number] = (holder, "role.held")
        for number in range(len(titles)):
            if number not in bound:
                holder = self._predicated(view, number)
                if holder is not None:
                    bound[number] = (holder, "role.predicate")
        for number in range(len(titles) - 1, -1, -1):
            if number not in bound:
                holder = self._listed(view, number, bound)
                if holder is not None:
                    bound[number] = (holder, "role.listed")
        for number in range(1, len(titles)):
            if number not in bound:
                holder = self._listed_on(view, number, bound)
                if holder is not None:
                    bound[number] = (holder, "role.listed")
        titles = tuple(
            self._as_bound(view, title, *bound[number]) if number in bound else title
            for number, title in enumerate(titles)
        )
        names = {person.span: _surname(person) for person in people}
        setting = _Setting(passage, found, self._table)
        said = self._said_of_holders(titles, bound, names)
        taken = {
            (value.office, value.country, names[holder.span])
            for number, (holder, _) in bound.items()
            if isinstance(value := titles[number].value, Role) and value.country is not None
        }
        roles = []
        for number, (holder, rule) in sorted(bound.items()):
            value = titles[number].value
            home = said.get(names[holder.span]) or self._home(setting, value, holder, people)
            listed_with = number - (number - 1 in bound and bound[number - 1][0] == holder)
            if home is not None and self._is_definite(view, listed_with):
                home = self._spoken_of(view, titles[listed_with], home)
            role = self._role(titles[number], holder, rule, home)
            if (
                isinstance(value, Role)
                and value.country is None
                and _held_by_another(role, names[holder.span], taken)
            ):
                role = self._role(titles[number], holder, rule, None)
            roles.append(role)
        roles.extend(self._of_several(view, several, setting))
        unbound = [title for number, title in enumerate(titles) if number not in bound]
        return [*roles, *self._other_titles(view, roles, unbound, names)]

    # -- binding --------------------------------------------------------------------------------

    def _named_after(self, view: _View, number: int) -> Mention | None:
        """The person whose name the title goes before."""
        index = view.last_of(view.titles[number]) + 1
        passage = view.passage
        quoted = bracketed = False
        for steps in range(_FARTHEST):
            if index >= len(passage.tokens) or view.line_breaks(index):
                return None
            person = None if bracketed else view.person_at.get(index)
            if person is not None:
                linked = passage.tokens[index - 1].text.lower() in self._links
                linked = linked or self._ends_body(view, number, index)
                return None if linked or self._disagree(view, number, person) else person
            token = passage.tokens[index]
            if token.text == "," and not steps:
                return self._set_off(view, number, index + 1)
            if token.text == "," and self._links and not (quoted or bracketed):
                apposed = self._after_name(view, number)  # `X, president of A, Y, president of B`
                return None if apposed else self._set_off(view, number, index + 1)
            if index in view.title_at and index > view.last_of(view.titles[number]):
                return None  # a later title is nearer to the name
            if token.text in _QUOTES:
                quoted = not quoted
            elif token.text == "(" or bracketed:
                bracketed = token.text != ")"
            elif not (
                self._honorific(view, index)
                or (token.text == "." and steps == 0 and self._abbreviation(passage, index - 1))
                or (self._table.reach_after and (quoted or self._may_be_of(view, index, steps)))
            ):
                return None
            index += 1
        return None

    def _set_off(self, view: _View, number: int, index: int) -> Mention | None:
        """The person named between commas right after a title: `the chair, X, said`."""
        tokens = view.passage.tokens
        person = view.person_at.get(index)
        if person is None or view.line_breaks(index):
            return None
        after = view.passage.tokens_in(person.span)[-1] + 1
        name = person.value
        assert isinstance(name, PersonName)
        if person.span.of(view.passage.text) != name.written:
            return None
        if after >= len(tokens) or tokens[after].text in _ENDS:
            return person if self._is_definite(view, number) else None
        if tokens[after].text != "," or after + 1 >= len(tokens) or after + 1 in view.person_at:
            return None
        following = after + 1
        while following < len(tokens) and tokens[following].text.lower() in self._articles:
            following += 1
        return None if following in view.title_at else person

    def _ends_body(self, view: _View, number: int, index: int) -> bool:
        """Whether words taken for a name go on with a body's: `X, secretary of UN Sea Rescue`."""
        if not self._links or index - 1 not in view.organisation_at:
            return False
        if not self._after_name(view, number):
            return False
        at = view.first_of(view.titles[number]) - 1
        while at not in view.person_ending:
            at -= 1
        return view.first_token(view.person_ending[at]) - 1 not in view.title_at

    def _is_definite(self, view: _View, number: int) -> bool:
        """Whether `the` or a possessive says that the title is one person's."""
        index = view.first_of(view.titles[number]) - 1
        tokens = view.passage.tokens
        for at in range(index, max(index - _DESCRIBING, 0) - 1, -1):
            word = tokens[at].text.lower()
            if word in self._definite or word.endswith(self._table.belongs_endings or ("\n",)):
                return True
            if not self._describes(tokens[at]):
                return False
        return False

    def _after_name(self, view: _View, number: int) -> bool:
        """Whether a name and a comma stand right before the title, or before its article."""
        tokens = view.passage.tokens
        index = view.first_of(view.titles[number]) - 1
        while index > 0 and tokens[index].text.lower() in self._articles:
            index -= 1
        return index > 0 and tokens[index].text == "," and index - 1 in view.person_ending

    def _as_bound(self, view: _View, title: Mention, holder: Mention, rule: str) -> Mention:
        """The title with what its holder's name, or that of the one served, says of it."""
        value = title.value
        assert isinstance(value, Role)
        before = view.first_of(title) - 1
        token = view.passage.tokens[max(before, 0)]
        possessive = (
            token.is_capitalised
            and before not in view.body_at
            and token.text.lower().endswith(self._table.belongs_endings or ("\n",))
        )
        if possessive and value.title.lower() in self._table.served_titles:
            return replace(
                title, value=replace(value, office=None, country=None), rule="title.official"
            )
        if rule == "role.before-name" and self._of_a_state(title):
            first = view.first_token(holder)
            country = self._of_country(view, holder)
            if country is not None and first == view.last_of(title) + 1:
                return replace(title, value=replace(value, country=country))
        return title

    def _of_country(self, view: _View, person: Mention) -> CountryCode | None:
        """The country that `of` ties to a name: `Xi Jinping of China`."""
        tokens = view.passage.tokens
        index = view.passage.tokens_in(person.span)[-1] + 1
        if index >= len(tokens) or tokens[index].text.lower() not in self._table.of_words:
            return None
        index += 1
        if index < len(tokens) and tokens[index].text.lower() in self._articles:
            index += 1
        country = view.country_at.get(index)
        return None if country is None else _code(country)

    # -- titles of several ------------------------------------------------------------------------

    def _of_several(
        self, view: _View, several: Sequence[Mention], setting: _Setting
    ) -> Iterator[Mention]:
        """`Presidents X of A, Y of B and Z of C`: the title of each, and whose it is."""
        starts = {view.passage.tokens_in(title.span)[0] for title in several}
        for title in several:
            value = title.value
            assert isinstance(value, Role)
            last = view.passage.tokens_in(title.span)[-1]
            countries, first = self._up_to_name(view, last, starts)
            named = [] if first is None else self._coordinated(view, first)
            if first is not None and named and not self._agree(view, title, named, first):
                named = []
            if first is None:
                countries, named = self._in_next_sentence(view, title, last, starts)
            holders = [holder for holder, _ in named]
            between = range(last + 1, last + 1 if first is None else first)
            joined = any(
                view.passage.tokens[index].text.lower() in self._name_joints for index in between
            )
            own = None if view.body_at.intersection(between) else value.country
            state = self._of_a_state(title) or self._of_state_body(view, between)
            for place, (holder, of_country) in enumerate(named):
                country = of_country or own
                if of_country is None and countries:
                    several_states = len(countries) > 1
                    in_order = countries[place] if len(countries) == len(named) else None
                    # one known of `A and B` is nobody's for certain
                    of_all = None if joined else countries[0]
                    country = in_order if several_states else of_all
                elif (
                    country is None
                    and self._of_a_state(title)
                    and not view.body_at.intersection(between)
                ):
                    country = self._home(setting, value, holder, holders)
                yield Mention(
                    kind=KIND,
                    span=holder.span,
                    value=replace(value, country=country if state else None),
                    arguments=(("holder", holder.span),),
                    rule="role.of-several",
                )

    def _of_state_body(self, view: _View, between: range) -> bool:
        words = [view.passage.tokens[n].text for n in between if n in view.organisation_at]
        titles = self._titles_of_several
        return titles is not None and titles.is_of_state(words)

    def _up_to_name(
        self, view: _View, last: int, starts: Collection[int]
    ) -> tuple[list[CountryCode], int | None]:
        """The countries between a title of several and the first name, and where that is."""
        passage = view.passage
        countries: list[CountryCode] = []
        unknown = 0
        for index in range(last + 1, min(last + 1 + 2 * _FARTHEST, len(passage.tokens))):
            token = passage.tokens[index]
            word = token.text.lower()
            if view.line_breaks(index) or index in view.title_at or index in starts:
                break
            if index in view.person_at:
                return countries, None if passage.tokens[index - 1].text.lower() in (
                    self._links
                ) else index
            if index in view.body_at:
                if view.begins_country(index):
                    countries.append(_code(view.country_at[index]))
                continue
            if word in self._links or word in self._joints or word in self._between:
                continue
            if token.text in _QUOTES or token.text in self._table.appositions:
                continue
            if f"{passage.tokens[index - 1].text}{token.text}".lower().endswith(
                self._table.belongs_endings or ("\n",)
            ):
                continue  # `the two countries' committees`
            unknown += 1
            if unknown > _UNNAMED or not self._may_be_of(view, index, 1):
                break
        return countries, None

    def _coordinated(self, view: _View, index: int) -> list[tuple[Mention, CountryCode | None]]:
        """Names in a list that a joint closes, two at least, each with the country after it."""
        tokens = view.passage.tokens
        named: list[tuple[Mention, CountryCode | None]] = []
        closed = False
        while not closed or not named:
            person = view.person_at.get(index)
            if person is None or view.first_token(person) != index:
                return []
            country = self._of_country(view, person)
            named.append((person, country))
            index = view.passage.tokens_in(person.span)[-1] + 1
            if country is not None:
                while (
                    index < len(tokens)
                    and (index in view.body_at or tokens[index].is_word)
                    and tokens[index].text.lower() not in self._name_joints
                ):
                    index += 1
            index += index < len(tokens) and tokens[index].text == ","
            if index < len(tokens) and tokens[index].text.lower() in self._name_joints:
                closed = True
                index += 1
            elif tokens[index - 1].text != ",":
                return []
        person = view.person_at.get(index)
        if person is None or view.first_token(person) != index:
            return []
        return [*named, (person, self._of_country(view, person))]

    def _agree(
        self,
        view: _View,
        title: Mention,
        named: Sequence[tuple[Mention, CountryCode | None]],
        first: int,
    ) -> bool:
        """Whether a title of several stands in the case of the names after it."""
        if not self._table.agreement:
            return True
        text = view.passage.text
        head = title.span.of(text).lower().split()[0]
        base_form = all(
            isinstance(person.value, PersonName) and person.span.of(text) == person.value.written
            for person, _ in named
        )
        if head.endswith(self._table.plural_nominative or ("\n",)):
            return base_form
        # `адвокатов Ивана Петрова и Анны Орловой` are lawyers of theirs
        return not base_form and self._of_a_state(title)

    def _in_next_sentence(
        self, view: _View, title: Mention, last: int, starts: Collection[int]
    ) -> tuple[list[CountryCode], list[tuple[Mention, CountryCode | None]]]:
        """Holders as in `The ministers of A, B and C met. The act is signed by X, Y and Z.`.

        Three at least, as many names as countries, and nobody else in either sentence.
        """
        passage = view.passage
        countries: list[CountryCode] = []
        nobody: tuple[list[CountryCode], list[tuple[Mention, CountryCode | None]]] = ([], [])
        tokens = passage.tokens
        for index in range(last + 1, len(tokens)):
            if view.begins_country(index):
                countries.append(_code(view.country_at[index]))
            elif index not in view.country_at and not (
                tokens[index].text == ","
                or tokens[index].text.lower() in self._joints
                or tokens[index].text.lower() in self._links
                or tokens[index].text.lower() in self._articles
            ):
                break
        sentence = passage.sentence_of(title.span)
        if len(set(countries)) < _SEVERAL or len(set(countries)) != len(countries):
            return nobody
        if sentence not in passage.sentences or view.people_in(sentence):
            return nobody
        number = passage.sentences.index(sentence) + 1
        if number >= len(passage.sentences):
            return nobody
        following = passage.sentences[number]
        people = view.people_in(following)
        titled = view.title_at.union(starts).intersection(passage.tokens_in(following))
        if len(people) != len(countries) or titled:
            return nobody
        named = self._coordinated(view, view.first_token(people[0]))
        full = all(
            isinstance(person.value, PersonName)
            and person.value.given is not None
            and person.span.of(passage.text) == person.value.written
            for person, _ in named
        )
        return (countries, named) if full and len(named) == len(people) else nobody

    # -- binding, continued -----------------------------------------------------------------------

    def _abbreviation(self, passage: Passage, index: int) -> bool:
        return passage.tokens[index].text.lower() in self._language.profile.abbreviations

    def _honorific(self, view: _View, index: int) -> bool:
        """Whether the token is an honorific or its full stop."""
        tokens = view.passage.tokens
        at = index - 1 if tokens[index].text == "." else index
        return tokens[at].text.lower() in self._honorifics

    def _disagree(self, view: _View, number: int, person: Mention) -> bool:
        """A title in the nominative and a name in another case."""
        title, value = view.titles[number].value, person.value
        assert isinstance(title, Role)
        assert isinstance(value, PersonName)
        if not self._table.agreement:
            return False
        written = view.titles[number].span.of(view.passage.text).lower()
        name = person.span.of(view.passage.text)
        oblique = self._table.oblique_titles or ("\n",)
        if written != title.title.lower() and written.split()[0].endswith(oblique):
            # `сопредседателем кампании Трампа` is somebody else
            declined = name.lower() != value.written.lower()
            endings = self._table.oblique_names
            return declined and not any(word.endswith(endings) for word in name.lower().split())
        return written == title.title.lower() and name.lower() != value.written.lower()

    def _may_be_of(self, view: _View, index: int, steps: int) -> bool:
        """Whether a word after a title can be part of what the title is of."""
        token = view.passage.tokens[index]
        word = token.text.lower()
        if index in view.body_at:
            return True
        if not token.is_word or word in self._stops:
            return False
        tags = self._language.name_tags(word)
        if "function" in tags or ("verb" in tags and "common" not in tags):
            return False  # `части` is a noun too
        if self._table.links and steps == 0:
            return word in self._links
        return steps < _UNNAMED or word in self._links or word in self._between

    def _named_before(
        self, view: _View, number: int, bound: dict[int, tuple[Mention, str]]
    ) -> Mention | None:
        """The person to whose name the title stands in apposition."""
        title = view.titles[number]
        passage = view.passage
        index = view.first_of(title) - 1
        unknown = 0
        for _ in range(_FARTHEST):
            if index < 0 or view.line_breaks(index + 1):
                return None
            token = passage.tokens[index]
            if token.text == "," and self._age_before(passage, index):
                index -= 1
            elif token.text == "-" and passage.adjacent(index, index + 1):
                pass  # `42-летний`
            elif (
                token.text in self._table.appositions
                or token.text.lower() in self._copulas
                or self._relative(passage, index)
            ):
                before = index - 1
                related = passage.tokens[max(before, 0)].text.lower() in self._table.relatives
                if related and before > 0:
                    before -= 1 + (passage.tokens[before - 1].text == ",")
                person = view.person_ending.get(before)
                if person is None or not (related or self._closes(view, number)):
                    return None
                if self._declined_apart(view, title, person):
                    return None
                return person
            elif index in view.person_at or index in view.title_at:
                return None
            elif not (
                index in view.body_at
                or self._tells_age(token)
                or token.text in _QUOTES
                or token.text.lower() in self._between
                or token.text.lower().endswith(self._table.belongs_endings or ("\n",))
            ):
                unknown += 1  # `a nonpartisan analyst`
                if not (self._table.reach_after and unknown <= _DESCRIBING):
                    return None
                if not self._describes(token):
                    return None
            index -= 1
        return None

    def _relative(self, passage: Passage, index: int) -> bool:
        """`was` of `who was`."""
        tokens = passage.tokens
        return (
            index > 0
            and tokens[index].text.lower() in self._table.relative_copulas
            and tokens[index - 1].text.lower() in self._table.relatives
        )

    def _declined_apart(self, view: _View, title: Mention, person: Mention) -> bool:
        """`X, Россиянын өкмөт башчысынан …`: a case that a title beside a bare name never has."""
        value, name = title.value, person.value
        assert isinstance(value, Role)
        assert isinstance(name, PersonName)
        endings = (*self._table.visited_endings, *self._table.belongs_endings)
        written = title.span.of(view.passage.text).lower()
        return (
            bool(self._table.visited_endings)
            and written != value.title.lower()
            and written.endswith(endings)
            and person.span.of(view.passage.text) == name.written
        )

    def _tells_age(self, token: Token) -> bool:
        """`42-летний`, `жаштагы` and the number before it."""
        word = token.text.lower()
        return token.text.isdecimal() or any(mark in word for mark in self._table.ages)

    @staticmethod
    def _age_before(passage: Passage, index: int) -> bool:
        """Whether the comma closes an age in commas: `X, 68, an electrician`."""
        tokens = passage.tokens
        return index > 1 and tokens[index - 1].text.isdecimal() and tokens[index - 2].text == ","

    def _describes(self, token: Token) -> bool:
        """Whether a word no table has may be an adjective before a title."""
        word = token.text.lower()
        return (
            token.is_word
            and not token.is_capitalised
            and word not in self._stops
            and not {"verb", "function"} & self._language.name_tags(word)
        )

    def _closes(self, view: _View, number: int) -> bool:
        """Whether the apposition ends after the title or what it is of, with no name after it."""
        index = view.last_of(view.titles[number]) + 1
        passage = view.passage
        for steps in range(_FARTHEST):
            if index >= len(passage.tokens) or view.line_breaks(index):
                return True
            token = passage.tokens[index]
            if index in view.person_at:
                return self._ends_body(view, number, index)
            if not token.is_word and token.text not in _QUOTES:
                return True
            if not self._table.reach_after:
                return token.text.lower() in self._joints or not token.is_capitalised
            if not (self._may_be_of(view, index, steps) or token.text in _QUOTES):
                return True
            index += 1
        return True

    def _listed(
        self, view: _View, number: int, bound: dict[int, tuple[Mention, str]]
    ) -> Mention | None:
        """The holder of the next title, where only a comma or `and` parts the two."""
        following = bound.get(number + 1)
        if following is None or number + 1 >= len(view.titles):
            return None
        title, after = view.titles[number], view.titles[number + 1]
        if following[0].span.start < after.span.start and following[1] != "role.held":
            # apposition: the holder goes before both, and so may the first title
            return None
        return following[0] if self._one_list(view, title, after) else None

    def _listed_on(
        self, view: _View, number: int, bound: dict[int, tuple[Mention, str]]
    ) -> Mention | None:
        """The holder of the title before, in apposition: `X, the founder and head of Y`."""
        before = bound.get(number - 1)
        if before is None or before[0].span.start > view.titles[number - 1].span.start:
            return None
        if not self._one_list(view, view.titles[number - 1], view.titles[number]):
            return None
        return before[0] if self._closes(view, number) else None

    def _one_list(self, view: _View, left: Mention, right: Mention) -> bool:
        """Whether only one comma or `and`, and whose they are, parts two titles."""
        gap = range(view.last_of(left) + 1, view.first_of(right))
        if len(gap) > _FARTHEST or (gap and view.line_breaks(gap[0])):
            return False
        marks = unknown = 0
        for index in gap:
            token = view.passage.tokens[index]
            word = token.text.lower()
            if index in view.person_at:
                return False
            describes = token.is_word and word not in self._joints
            if self._table.reach_after and describes and not marks and unknown < _UNNAMED:
                unknown += index not in view.body_at
                if word in self._stops or {"verb"} & self._language.name_tags(word):
                    return False
                continue
            if token.text == "," or word in self._joints:
                marks += 1
            elif not (
                index in view.body_at
                or word in self._between
                or word in self._links
                or token.text in _QUOTES
                or word.endswith(self._table.belongs_endings or ("\n",))
            ):
                return False
        value = left.value
        acting = isinstance(value, Role) and value.acting
        if not gap:
            return acting
        first = view.passage.tokens[gap[0]].text.lower()
        if self._table.reach_after:
            return marks == 1
        return (marks == 1 and (first == "," or first in self._joints)) or (marks == 0 and acting)

    def _predicated(self, view: _View, number: int) -> Mention | None:
        """`X америкалык актриса.`: a sentence of a name and what she is."""
        if not self._table.nominal_links:
            return None
        title, passage = view.titles[number], view.passage
        after = view.last_of(title) + 1
        if after < len(passage.tokens) and passage.tokens[after].text != ".":
            return None
        index = view.first_of(title) - 1
        for _ in range(_DESCRIBING):
            if index < 0 or index in view.person_at:
                break
            if not passage.tokens[index].text.lower().endswith(self._table.nominal_links):
                return None
            index -= 1
        person = view.person_ending.get(index)
        if person is None or not isinstance(person.value, PersonName):
            return None
        if passage.sentence_of(person.span) != passage.sentence_of(title.span):
            return None
        return person if person.span.of(passage.text) == person.value.written else None

    def _held(self, view: _View, number: int) -> Mention | None:
        """`X … болуп дайындалды`: the one person of the sentence who can be its subject."""
        title = view.titles[number]
        if not (self._held_after(view, title) or self._held_before(view, title)):
            return None
        passage = view.passage
        sentence = passage.sentence_of(title.span)
        people = view.people_in(sentence)
        if not people and any(
            passage.tokens[index].text.lower() in self._pronouns
            for index in passage.tokens_in(sentence)
            if index < view.first_of(title)
        ):
            number = passage.sentences.index(sentence) if sentence in passage.sentences else 0
            people = view.people_in(passage.sentences[number - 1]) if number else []
        subjects = [
            person
            for person in people
            if isinstance(person.value, PersonName)
            and person.span.of(passage.text) == person.value.written
            and person.span.start < title.span.start
            and not self._governed(view, person)
        ]
        return subjects[0] if len(subjects) == 1 else None

    def _held_after(self, view: _View, title: Mention) -> bool:
        after = view.last_of(title) + 1
        words = [token.text.lower() for token in view.passage.tokens[after : after + 2]]
        return any(word in self._holding for word in words)

    def _held_before(self, view: _View, title: Mention) -> bool:
        first = view.first_of(title)
        for index in range(first - 1, max(first - 5, -1), -1):
            word = view.passage.tokens[index].text.lower()
            if word in self._holding_before:
                related = index > 0 and (
                    view.passage.tokens[index - 1].text.lower() in self._table.relatives
                )
                return not related  # `who was` goes with the name before it
            if word not in self._between and index not in view.body_at:
                return False
        return False

    def _governed(self, view: _View, person: Mention) -> bool:
        """Whether a function word before the name makes it no subject: `by Smith`."""
        index = view.first_token(person) - 1
        if index < 0:
            return False
        word = view.passage.tokens[index].text.lower()
        return word in self._links or "function" in self._language.name_tags(word)

    # -- whose office -----------------------------------------------------------------------------

    def _role(
        self, title: Mention, holder: Mention, rule: str, home: CountryCode | None
    ) -> Mention:
        value = title.value
        assert isinstance(value, Role)
        return Mention(
            kind=KIND,
            span=title.span,
            value=replace(value, country=self._country(title, home)),
            arguments=(("holder", holder.span),),
            rule=rule,
        )

    def _country(self, title: Mention, home: CountryCode | None) -> CountryCode | None:
        value = title.value
        assert isinstance(value, Role)
        if value.office is None and value.title.lower().endswith(
            self._table.body_titles or ("\n",)
        ):
            return None
        if value.country is not None:
            return value.country
        if not self._of_a_state(title):
            return None
        return home

    def _of_a_state(self, title: Mention) -> bool:
        """Whether the title, as it stands, is an office that some state has."""
        value = title.value
        assert isinstance(value, Role)
        if self._is_status(value):
            return False
        _, _, office = title.rule.partition("/")
        return title.rule == "title.state" or bool(
            office and self._offices.offices.get(office) != "body"
        )

    def _is_status(self, value: Role) -> bool:
        return value.title.lower().rpartition(" ")[2] in self._table.status_titles

    def _said_of_holders(
        self,
        titles: Sequence[Mention],
        bound: Mapping[int, tuple[Mention, str]],
        names: Mapping[Span, str],
    ) -> dict[str, CountryCode]:
        """Surname to the one country that the text names with an office of hers."""
        found: dict[str, set[CountryCode]] = {}
        for number, (holder, _) in bound.items():
            value = titles[number].value
            if (
                isinstance(value, Role)
                and value.country is not None
                and self._of_a_state(titles[number])
            ):
                found.setdefault(names[holder.span], set()).add(value.country)
        return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}

    def _home(
        self,
        setting: _Setting,
        value: object,
        holder: Mention,
        people: Sequence[Mention],
    ) -> CountryCode | None:
        """The country whose office a bare title means when it is given to `holder`."""
        assert isinstance(value, Role)
        name = self._full_name(holder, people)
        known = self._known_country(name, value)
        if known is not None:
            return known
        own = self._knowledge.home_country or self._table.default_country
        best = setting.best()
        count = setting.named.get(best, 0) if best is not None else 0
        if own is None or own != self._table.default_country:
            home = 0 if own is None else setting.mentioned.get(own, 0)
            if home and (count < _OFTEN or count < 3 * home):
                return own
            return best if setting.is_of_one(best) else None
        home = setting.mentioned.get(own, 0)
        if self._may_be_home(name):
            native = not set(self._table.home_letters).isdisjoint(name.written)
            namesakes = self._table.letter_namesakes if native else self._table.namesakes
            rival = max((setting.named.get(code, 0) for code in namesakes), default=0)
            if rival < _OFTEN and (not rival or home):
                return own
            if home and rival < 3 * home:
                return own
            elsewhere = "given" in self._language.name_tags(name.given or "")
            if best not in self._table.alike and not elsewhere:
                return None  # most likely the country that is visited or spoken of
            return best if count >= _OFTEN and setting.is_of_one(best) else None
        foreign = max(
            (n for code, n in setting.mentioned.items() if code != own),
            default=0,
        )
        if home > foreign:
            return own
        return best if setting.is_of_one(best) and best != own else None

    def _spoken_of(self, view: _View, title: Mention, home: CountryCode) -> CountryCode | None:
        """The country the sentence is about: `Chad's economy grew, the minister, X, said`."""
        passage = view.passage
        before = [
            index
            for index in passage.tokens_in(passage.sentence_of(title.span))
            if index < view.first_of(title) and index in view.country_at
        ]
        codes = {_code(view.country_at[index]) for index in before}
        if not self._definite or not codes or home in codes:
            return home
        endings = self._table.belongs_endings or ("\n",)
        owning = any(passage.tokens[index].text.lower().endswith(endings) for index in before)
        return codes.pop() if owning and len(codes) == 1 else None

    def _may_be_home(self, name: PersonName) -> bool:
        """Whether the name is of a kind that people of the default country have."""
        words = name.written.lower().split()
        endings = self._table.home_name_endings
        return not endings or any(word.endswith(endings) for word in words if len(word) > 3)

    def _full_name(self, holder: Mention, people: Sequence[Mention]) -> PersonName:
        """The holder's name in full, where the article has one of this surname."""
        value = holder.value
        assert isinstance(value, PersonName)
        if value.given is not None or value.family is None:
            return value
        full = {
            other.value.written: other.value
            for other in people
            if isinstance(other.value, PersonName)
            and other.value.family == value.family
            and other.value.given is not None
        }
        return next(iter(full.values())) if len(full) == 1 else value

    def _known_country(self, name: PersonName, value: Role) -> CountryCode | None:
        """The country of the known person of just this full name, if she held but one's offices."""
        countries = self._known.get(name.written.lower())
        return next(iter(countries)) if countries is not None and len(countries) == 1 else None

    # -- other titles of the same office ----------------------------------------------------------

    def _is_indefinite(self, view: _View, title: Mention) -> bool:
        """Whether `a` stands before the title, at most one adjective between."""
        first = view.first_of(title)
        before = [token.text.lower() for token in view.passage.tokens[max(first - 2, 0) : first]]
        return not self._indefinite.isdisjoint(before)

    def _other_titles(
        self,
        view: _View,
        roles: Sequence[Mention],
        titles: Sequence[Mention],
        names: Mapping[Span, str],
    ) -> Iterator[Mention]:
        for title in titles:
            value = title.value
            assert isinstance(value, Role)
            if value.office is None or value.former or not title.rule.startswith("title.office"):
                continue
            if self._is_indefinite(view, title):
                continue  # `a conservative judge`
            same = [
                role
                for role in roles
                if isinstance(role.value, Role)
                and role.value.office == value.office
                and not role.value.former
                and value.country in (None, role.value.country)
            ]
            own = self._knowledge.home_country or self._table.default_country
            if value.country is None and any(_country_of(role) == own for role in same):
                # of several, the press of a country means its own
                same = [role for role in same if _country_of(role) == own]
            holders = {names[span] for role in same if (span := role.argument("holder"))}
            held = {role.value.title.lower() for role in same if isinstance(role.value, Role)}
            heads = {known.rpartition(" ")[2] for known in held if " " in known}
            said = value.title.lower()
            if " " in said and said.rpartition(" ")[2] in heads:
                continue  # another wording of the same title
            if len(holders) == 1 and said not in held:
                span, held_role = same[0].argument("holder"), same[0].value
                assert span is not None
                assert isinstance(held_role, Role)
                yield Mention(
                    kind=KIND,
                    span=title.span,
                    value=replace(value, country=held_role.country),
                    arguments=(("holder", span),),
                    rule="role.other-title",
                )


def _code(country: Mention) -> CountryCode:
    assert isinstance(country.value, CountryName)
    return country.value.code


def _country_of(role: Mention) -> CountryCode | None:
    return role.value.country if isinstance(role.value, Role) else None


class _Setting:
    """Which countries an article is about, in points: a name counts two, a place or body one."""

    def __init__(
        self,
        passage: Passage,
        found: Found,
        table: RoleWords,
    ) -> None:
        self.mentioned: Counter[CountryCode] = Counter()
        """Every country named."""
        self.named: Counter[CountryCode] = Counter()
        """The same without those that are only somewhere to go or to be."""
        self._first: dict[CountryCode, int] = {}
        for mention in found.of("country", "place", "organisation"):
            value = mention.value
            code: CountryCode | None = None
            if isinstance(value, CountryName):
                code = value.code
            elif isinstance(value, PlaceName | OrganisationName):
                code = value.country
            if code is None:
                continue
            points = 2 if isinstance(value, CountryName) else 1
            self.mentioned[code] += points
            self._first.setdefault(code, mention.span.start)
            if not self._visited(passage, mention, table):
                self.named[code] += points

    def best(self) -> CountryCode | None:
        """The country named most, the first of several."""
        return max(
            self.named,
            key=lambda code: (self.named[code], -self._first[code]),
            default=None,
        )

    def is_of_one(self, code: CountryCode | None) -> bool:
        """Whether the article is plainly about this country more than about any other.

        An article about several countries does not say whose a title is.
        """
        if code is None or self.named[code] < _PLAIN:
            return False
        others = [count for other, count in self.mentioned.items() if other != code]
        count = self.named[code]
        return count > sum(others) or (count >= _OFTEN and count >= 3 * max(others))

    @staticmethod
    def _visited(passage: Passage, mention: Mention, table: RoleWords) -> bool:
        tokens = passage.tokens_in(mention.span)
        if not tokens:
            return False
        before = passage.tokens[tokens[0] - 1].text if tokens[0] else ""
        after = passage.tokens[tokens[-1] + 1].text if tokens[-1] + 1 < len(passage.tokens) else ""
        if before == "(" and after == ")":
            return True
        last = passage.tokens[tokens[-1]].text.lower()
        return bool(table.visited_endings) and last.endswith(table.visited_endings)


class _View:
    """Mentions by token index."""

    def __init__(
        self,
        passage: Passage,
        found: Found,
        titles: Sequence[Mention],
        people: Sequence[Mention],
    ) -> None:
        self.passage = passage
        self.titles = titles
        self._ranges = {mention.span: passage.tokens_in(mention.span) for mention in titles}
        self.title_at = {i for indexes in self._ranges.values() for i in indexes}
        self.person_at: dict[int, Mention] = {}
        self.person_ending: dict[int, Mention] = {}
        for mention in people:
            indexes = passage.tokens_in(mention.span)
            self.person_at.update(dict.fromkeys(indexes, mention))
            if indexes:
                self.person_ending[indexes[-1]] = mention
        self.organisation_at = {
            index
            for mention in found.of("organisation")
            for index in passage.tokens_in(mention.span)
        }
        self.country_at: dict[int, Mention] = {
            index: mention
            for mention in found.of("country")
            if isinstance(mention.value, CountryName)
            for index in passage.tokens_in(mention.span)
        }
        self.body_at = {
            index
            for mention in found.of("country", "place", "organisation")
            for index in passage.tokens_in(mention.span)
        }

    def begins_country(self, index: int) -> bool:
        """Whether a country's name begins at the token."""
        country = self.country_at.get(index)
        return country is not None and self.first_token(country) == index

    def first_of(self, title: Mention) -> int:
        return self._ranges[title.span][0]

    def last_of(self, title: Mention) -> int:
        return self._ranges[title.span][-1]

    def first_token(self, mention: Mention) -> int:
        return self.passage.tokens_in(mention.span)[0]

    def people_in(self, sentence: Span) -> list[Mention]:
        """People named in the sentence, in order."""
        found = {
            self.person_at[index].span: self.person_at[index]
            for index in self.passage.tokens_in(sentence)
            if index in self.person_at
        }
        return [found[span] for span in sorted(found)]

    def line_breaks(self, index: int) -> bool:
        """Whether a line ends right before the token."""
        if index <= 0:
            return False
        tokens = self.passage.tokens
        return "\n" in self.passage.text[tokens[index - 1].end : tokens[index].start]


def _held_by_another(
    role: Mention, name: str, taken: Collection[tuple[str | None, CountryCode | None, str]]
) -> bool:
    """Whether the text gives this office of this country to somebody of another name."""
    value = role.value
    assert isinstance(value, Role)
    return value.office is not None and any(
        office == value.office and country == value.country and holder != name
        for office, country, holder in taken
    )


def _surname(person: Mention) -> str:
    """What all mentions of one person share."""
    value = person.value
    assert isinstance(value, PersonName)
    return (value.family or value.written).lower()
