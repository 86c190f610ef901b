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

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.knowledge.base import Knowledge
from generator.knowledge.offices import Offices, load_offices
from generator.knowledge.people import KnownOffice
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import CountryName, PersonName, Role
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found, Recogniser
from generator.recognition.setting import OFTEN, Setting
from generator.recognition.title_view import View
from generator.recognition.titles import TitleRecogniser, titles_of
from generator.text.tokens import Token

KIND = Kind("role")
REQUIRES = (Kind("country"), Kind("place"), Kind("organisation"), Kind("title"), Kind("person"))

_OCCUPATION = "title.occupation"
_QUOTES = '«»“”„"'
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
_VERB = 4
"""Tokens from a title or its object to the verb that gives it, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """`roles.toml`: words that may stand between a title and its holder, and what binds them."""

    default_country: CountryCode | None = None
    """Whose office a text in this language means when nothing else says so."""
    home_name_endings: tuple[str, ...] = ()
    """Endings of names that people of the default country have, and few farther away."""
    home_minority_endings: tuple[str, ...] = ()
    """Endings of names that people of many countries have, those of the default one among them."""
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
    home_parliament: tuple[str, ...] = ()
    """Names of the parliament of the default country, as a text has them in any case."""
    other_parliaments: tuple[str, ...] = ()
    """Parts of words that name other countries' parliaments."""
    negations: tuple[str, ...] = ()
    """Words after a title that say somebody does not hold it."""
    describing_titles: tuple[str, ...] = ()
    """Titles by which a text goes on to speak of the one person it is about: `the politician`."""
    subject_ends: tuple[str, ...] = ()
    """What may follow the base form of a title that stands for a name."""
    relatives_of: tuple[str, ...] = ()
    """Relatives: between a name and a title said to be held, they hold it."""
    as_words: tuple[str, ...] = ()
    """Words before a title that somebody gets by another verb: `joined as chairman`."""
    appointing: tuple[str, ...] = ()
    """Verbs whose object gets a title after one of those."""
    replacing: tuple[str, ...] = ()
    """Verbs whose object loses it."""
    giving: tuple[str, ...] = ()
    """Verbs, in the active voice, that give their object a title or take it: `назначил`."""
    posts: tuple[str, ...] = ()
    """Words between that object and the title: `на пост`."""
    object_endings: tuple[str, ...] = ()
    """What a name that is an object ends in; none where names have no cases."""
    open_lists: bool = False
    """Whether a list of names may have no joint: `депутаттар A, B`."""
    predicate_after: tuple[str, ...] = (".",)
    """What ends a sentence that says what somebody is or was: `X депутат болгон`."""
    predicate_between: tuple[str, ...] = ()
    """Words that may stand in it beside whose the title is: `мурда`, `жылы`."""
    null_subject: bool = False
    """Whether a sentence goes on about the one person that the article names without `she`."""
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
        self._giving = frozenset(table.giving)
        self._posts = frozenset((*table.posts, *table.between, *table.giving))
        self._indefinite = frozenset(table.indefinite)
        self._definite = frozenset(table.definite)
        self._articles = self._definite | self._indefinite
        self._name_joints = frozenset(table.name_joints)
        self._known: dict[str, frozenset[CountryCode]] = {}
        self._offices_of: dict[str, tuple[KnownOffice, ...]] = {}
        for person in knowledge.people.values():
            for written in person.names.get(language.code, ()):
                known = self._known.get(written.lower(), frozenset())
                self._known[written.lower()] = known | person.countries
                held = self._offices_of.get(written.lower(), ())
                self._offices_of[written.lower()] = (*held, *person.offices)

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        people = found.of("person")
        named = {index for person in people for index in passage.tokens_in(person.span)}
        titles = tuple(
            title
            for title in found.of("title")
            if not named.intersection(passage.tokens_in(title.span))  # `Султан` may be a name
        )
        if not people:
            reason = "nobody is named in the text"
            return [_unheld(title, reason) for title in titles if title.rule != _OCCUPATION]
        several = (
            self._titles_of_several.several(passage, found)
            if self._titles_of_several is not None and len(people) > 1
            else []
        )
        if not (titles or several):
            return ()
        view = View(passage, found, titles, people)
        bound = self._bind(view)
        titles = tuple(
            self._as_bound(view, title, *bound[number]) if number in bound else title
            for number, title in enumerate(titles)
        )
        names = {person.span: _surname(person) for person in people}
        setting = Setting(passage, found, visited_endings=self._table.visited_endings)
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
        roles.extend(
            self._of_several(view, [*several, *self._before_brackets(view, bound)], setting)
        )
        unbound = [title for number, title in enumerate(titles) if number not in bound]
        others = list(self._other_titles(view, roles, unbound, names))
        others.extend(self._without_name(view, setting, [*roles, *others], unbound))
        roles = self._in_one_country(setting, roles, titles)
        return [
            *roles,
            *others,
            *self._without_holder(view, unbound, [*roles, *others]),
            *self._of_no_country(roles, titles),
        ]

    def _in_one_country(
        self, setting: Setting, roles: Sequence[Mention], titles: Sequence[Mention]
    ) -> list[Mention]:
        """Offices whose country nothing else tells, in the only one the article speaks of.

        Some office in it has that country for certain, and no other country is named at all.
        """
        codes = {code for role in roles if (code := _country_of(role)) is not None}
        if len(codes) != 1 or not set(setting.mentioned) <= codes:
            return list(roles)
        of_states = {title.span for title in titles if self._of_a_state(title)}
        return [
            replace(role, value=replace(role.value, country=next(iter(codes))))
            if isinstance(role.value, Role)
            and role.value.country is None
            and role.span in of_states
            else role
            for role in roles
        ]

    def _without_name(
        self,
        view: View,
        setting: Setting,
        roles: Sequence[Mention],
        titles: Sequence[Mention],
    ) -> Iterator[Mention]:
        """Titles that stand for somebody the article has named before.

        `The politician` is the only person it names; `the president` the one known to be in office
        on its day.
        """
        said = {role.value.title.lower() for role in roles if isinstance(role.value, Role)}
        taken = {role.span for role in roles}
        offices = {role.value.office for role in roles if isinstance(role.value, Role)}
        for title in titles:
            value = title.value
            assert isinstance(value, Role)
            known_already = value.title.lower() in said or title.span in taken
            if known_already or value.former or not self._stands_for_name(view, title):
                continue
            holder: Mention | None = None
            country: CountryCode | None = None
            if value.title.lower() in self._table.describing_titles:
                before = [person for person in view.people if person.span.end <= title.span.start]
                if before and len({_surname(person) for person in view.people}) == 1:
                    holder = before[-1]
            elif value.office is not None and value.office not in offices:
                in_office = self._in_office(view, value.office)
                if len(in_office) == 1:
                    holder, country = in_office[0]
                    if value.country not in (None, country) or not (
                        country == (self._knowledge.home_country or self._table.default_country)
                        or setting.is_of_one(country)
                    ):
                        holder = None
            if holder is not None:
                said.add(value.title.lower())
                yield Mention(
                    kind=KIND,
                    span=title.span,
                    value=replace(value, country=country),
                    arguments=(("holder", holder.span),),
                    rule="role.without-name",
                )

    def _stands_for_name(self, view: View, title: Mention) -> bool:
        """Whether a title has nothing beside it that says whose it is, and stands as a subject."""
        tokens = view.passage.tokens
        first, after = view.first_of(title), view.last_of(title) + 1
        before = tokens[first - 1].text.lower() if first else ""
        if before in self._indefinite or before in self._between or before.isdecimal():
            return False
        if first - 1 in view.body_at or before.endswith(self._table.belongs_endings or ("\n",)):
            return False
        if after < len(tokens) and (
            tokens[after].text.lower() in (*self._links, *self._table.negations)
            or after in view.body_at
        ):
            return False
        value = title.value
        assert isinstance(value, Role)
        written = title.span.of(view.passage.text).lower()
        rest = written.removeprefix(value.title.lower())
        return written.startswith(value.title.lower()) and rest in ("", *self._table.subject_ends)

    def _in_office(self, view: View, office: str) -> list[tuple[Mention, CountryCode]]:
        """People the article names in full that are known to hold an office on its day."""
        published = view.passage.article.published
        if published is None or not self._offices.has_one_holder(office):
            return []
        day = str(published.date)
        found: dict[str, tuple[Mention, CountryCode]] = {}
        for person in view.people:
            name = person.value
            assert isinstance(name, PersonName)
            for held in self._offices_of.get(name.written.lower(), ()):
                if (
                    held.office == office
                    and held.country is not None
                    and (held.from_ or day) <= day
                    and day[: len(held.to or day)] <= (held.to or day)
                ):
                    found.setdefault(name.written.lower(), (person, held.country))
        return list(found.values())

    # -- what is left out -------------------------------------------------------------------------

    def _without_holder(
        self, view: View, unbound: Sequence[Mention], roles: Sequence[Mention]
    ) -> Iterator[Rejection]:
        held = {role.span for role in roles}
        said = {role.value.title.lower() for role in roles if isinstance(role.value, Role)}
        for title in unbound:
            if title.span in held:
                continue
            value = title.value
            assert isinstance(value, Role)
            if view.people_in(view.passage.sentence_of(title.span)):
                yield _unheld(title, "not tied to anybody named in its sentence")
            elif value.title.lower() in said:
                yield _unheld(title, "nobody is named in its sentence; a holder is elsewhere")
            elif title.rule != _OCCUPATION:
                yield _unheld(title, "nobody is named in its sentence")

    def _of_no_country(
        self, roles: Sequence[Mention], titles: Sequence[Mention]
    ) -> Iterator[Rejection]:
        """Offices of state whose country the text leaves open."""
        of_states = {title.span for title in titles if self._of_a_state(title)}
        for role in roles:
            if _country_of(role) is None and role.span in of_states:
                yield role.declined("without a country: nothing tells whose office it is")

    # -- binding --------------------------------------------------------------------------------

    def _bind(self, view: View) -> dict[int, tuple[Mention, str]]:
        """Title's number to who holds it and the rule that says so, the surest rule first."""
        bound: dict[int, tuple[Mention, str]] = {}
        forwards = range(len(view.titles))
        backwards = forwards[::-1]
        steps: tuple[tuple[range, str, Callable[[int], Mention | None]], ...] = (
            (backwards, "role.before-name", lambda number: self._named_after(view, number)),
            (forwards, "role.apposition", lambda number: self._named_before(view, number)),
            (forwards, "role.given", lambda number: self._given(view, number)),
            (backwards, "role.held", lambda number: self._held(view, number)),
            (forwards, "role.predicate", lambda number: self._predicated(view, number)),
            (backwards, "role.listed", lambda number: self._listed(view, number, bound)),
            (forwards, "role.listed", lambda number: self._listed_on(view, number, bound)),
        )
        for order, rule, find in steps:
            for number in order:
                holder = find(number) if number not in bound else None
                if holder is not None:
                    bound[number] = (holder, rule)
        return bound

    def _named_after(self, view: View, number: int) -> Mention | None:
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

    def _set_off(self, view: View, number: int, index: int) -> Mention | None:
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

    def _ends_body(self, view: View, number: int, index: int) -> bool:
        """Whether words taken for a name go on with a body's: `X, secretary of UN Sea Rescue`."""
        if not self._links or index - 1 not in view.organisation_at:
            return False
        if not self._after_name(view, number):
            return False
        at = view.first_of(view.titles[number]) - 1
        while at not in view.person_ending:
            at -= 1
        return view.first_token(view.person_ending[at]) - 1 not in view.title_at

    def _is_definite(self, view: View, number: int) -> bool:
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

    def _after_name(self, view: View, number: int) -> bool:
        """Whether a name and a comma stand right before the title, or before its article."""
        tokens = view.passage.tokens
        index = view.first_of(view.titles[number]) - 1
        while index > 0 and tokens[index].text.lower() in self._articles:
            index -= 1
        return index > 0 and tokens[index].text == "," and index - 1 in view.person_ending

    def _as_bound(self, view: View, title: Mention, holder: Mention, rule: str) -> Mention:
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

    def _of_country(self, view: View, person: Mention) -> CountryCode | None:
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
        self, view: View, several: Sequence[Mention], setting: Setting
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

    @staticmethod
    def _before_brackets(view: View, bound: Collection[int]) -> list[Mention]:
        """Titles right before a bracket that a name begins: of one each, where two are in it."""
        tokens = view.passage.tokens
        return [
            title
            for number, title in enumerate(view.titles)
            if number not in bound
            and (after := view.last_of(title) + 1) < len(tokens)
            and tokens[after].text == "("
            and after + 1 in view.person_at
        ]

    def _of_state_body(self, view: View, between: range) -> bool:
        words = [view.passage.tokens[n].text for n in between if n in view.organisation_at]
        titles = self._titles_of_several
        return titles is not None and titles.is_of_state(words)

    def _up_to_name(
        self, view: View, last: int, starts: Collection[int]
    ) -> tuple[list[CountryCode], int | None]:
        """The countries between a title of several and the first name, and where that is."""
        passage = view.passage
        countries: list[CountryCode] = []
        unknown = 0
        marked = False
        for index in range(last + 1, min(last + 1 + 2 * _FARTHEST, len(passage.tokens))):
            token = passage.tokens[index]
            word = token.text.lower()
            if view.line_breaks(index) or index in view.title_at or index in starts:
                break
            if not self._table.reach_after and not (
                index in view.person_at or token.text in self._table.appositions
            ):
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
                marked = marked or token.text == ","
                continue
            if token.text == "." and self._abbreviation(passage, index - 1):
                continue  # `Sens.`
            if f"{passage.tokens[index - 1].text}{token.text}".lower().endswith(
                self._table.belongs_endings or ("\n",)
            ):
                continue  # `the two countries' committees`
            unknown += 1
            if marked or unknown > _UNNAMED or not self._may_be_of(view, index, 1):
                break
        return countries, None

    def _coordinated(self, view: View, index: int) -> list[tuple[Mention, CountryCode | None]]:
        """Names in a list, two at least, each with the country after it.

        A joint closes the list, brackets do, or its end where the language says so without.
        """
        tokens = view.passage.tokens
        named: list[tuple[Mention, CountryCode | None]] = []
        closed = self._table.open_lists or (index > 0 and tokens[index - 1].text == "(")
        while True:
            person = view.person_at.get(index)
            if person is None or view.first_token(person) != index:
                # `A, B менен`: with them, and not they
                after_joint = tokens[index - 1].text.lower() in self._name_joints
                return named if closed and len(named) > 1 and not after_joint else []
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
            after = index
            index += index < len(tokens) and tokens[index].text == ","
            if index < len(tokens) and tokens[index].text.lower() in self._name_joints:
                closed = True
                index += 1
            if index == after or index >= len(tokens) or (closed and index not in view.person_at):
                joined = index > after and tokens[index - 1].text.lower() in self._name_joints
                return named if closed and len(named) > 1 and not joined else []

    def _agree(
        self,
        view: View,
        title: Mention,
        named: Sequence[tuple[Mention, CountryCode | None]],
        first: int,
    ) -> bool:
        """Whether a title of several stands in the case of the names after it."""
        text = view.passage.text
        base_form = all(
            isinstance(person.value, PersonName) and person.span.of(text) == person.value.written
            for person, _ in named
        )
        written = title.span.of(text).lower().split()
        if not self._table.agreement:
            # `депутаттарга A менен B` is about three parties
            nominative = self._table.plural_nominative
            bracketed = view.passage.tokens[first - 1].text == "("
            return not nominative or bracketed or (base_form and written[-1].endswith(nominative))
        head = written[0]
        if head.endswith(self._table.plural_nominative or ("\n",)):
            return base_form
        # `адвокатов Ивана Петрова и Анны Орловой` are lawyers of theirs
        return not base_form and self._of_a_state(title)

    def _in_next_sentence(
        self, view: View, title: Mention, last: int, starts: Collection[int]
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

    def _honorific(self, view: View, index: int) -> bool:
        """Whether the token is an honorific or its full stop."""
        tokens = view.passage.tokens
        at = index - 1 if tokens[index].text == "." else index
        return tokens[at].text.lower() in self._honorifics

    def _disagree(self, view: View, number: int, person: Mention) -> bool:
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

    def _may_be_of(self, view: View, index: int, steps: int) -> bool:
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

    def _named_before(self, view: View, number: int) -> Mention | None:
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
                if (
                    self._table.reach_after
                    and unknown > _DESCRIBING
                    and passage.tokens[index + 1].text.lower() not in self._articles
                ):
                    return None  # `X, the city fire service spokesman`
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
                if unknown > _UNNAMED or not (
                    self._table.reach_after or self._set_off_by_commas(view, title)
                ):
                    return None
                if not self._describes(token):
                    return None
            index -= 1
        return None

    def _set_off_by_commas(self, view: View, title: Mention) -> bool:
        """Whether a comma follows and whose the title is stands right before it."""
        tokens = view.passage.tokens
        after = view.last_of(title) + 1
        return (
            after < len(tokens)
            and tokens[after].text == ","
            and tokens[view.first_of(title) - 1]
            .text.lower()
            .endswith(self._table.belongs_endings or ("\n",))
        )

    def _relative(self, passage: Passage, index: int) -> bool:
        """`was` of `who was`."""
        tokens = passage.tokens
        return (
            index > 0
            and tokens[index].text.lower() in self._table.relative_copulas
            and tokens[index - 1].text.lower() in self._table.relatives
        )

    def _declined_apart(self, view: View, title: Mention, person: Mention) -> bool:
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

    def _closes(self, view: View, number: int) -> bool:
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
        self, view: View, number: int, bound: dict[int, tuple[Mention, str]]
    ) -> Mention | None:
        """The holder of the next title, where only a comma or `and` parts the two."""
        following = bound.get(number + 1)
        if following is None or number + 1 >= len(view.titles):
            return None
        title, after = view.titles[number], view.titles[number + 1]
        if following[0].span.start < after.span.start and following[1] != "role.held":
            # apposition: the holder goes before both, and so may the first title
            return None
        if following[1] == "role.before-name" and self._said_of_another(view, title):
            return None
        if self._table.nominal_links and title.span.of(view.passage.text).lower().endswith(
            self._table.belongs_endings
        ):
            return None  # `президенттин жана министрдин өкүлү`
        return following[0] if self._one_list(view, title, after) else None

    def _said_of_another(self, view: View, title: Mention) -> bool:
        """`X is a great poet and the critic Y`: a name and `is` before the title."""
        passage = view.passage
        first = view.first_of(title)
        sentence = passage.tokens_in(passage.sentence_of(title.span))
        for index in range(first - 1, sentence[0] - 1, -1):
            if passage.tokens[index].text.lower() in self._holding_before:
                return any(at in view.person_at for at in range(sentence[0], index))
            if index in view.person_at or not (
                passage.tokens[index].is_word or passage.tokens[index].text in "'’-"
            ):
                return False
        return False

    def _listed_on(
        self, view: View, number: int, bound: dict[int, tuple[Mention, str]]
    ) -> Mention | None:
        """The holder of the title before, in apposition: `X, the founder and head of Y`."""
        before = bound.get(number - 1)
        if before is None or before[0].span.start > view.titles[number - 1].span.start:
            return None
        if not self._one_list(view, view.titles[number - 1], view.titles[number]):
            return None
        return before[0] if self._closes(view, number) else None

    def _one_list(self, view: View, left: Mention, right: Mention) -> bool:
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
        if not gap:  # `peer Lord X`, and not `продюсер певца X`
            return acting or all(_bare(title, view.passage) for title in (left, right))
        first = view.passage.tokens[gap[0]].text.lower()
        if self._table.reach_after:
            return marks == 1
        return (marks == 1 and (first == "," or first in self._joints)) or (marks == 0 and acting)

    def _predicated(self, view: View, number: int) -> Mention | None:
        """`X америкалык актриса.`: a sentence of a name and what she is."""
        if not self._table.nominal_links:
            return None
        title, passage = view.titles[number], view.passage
        after = view.last_of(title) + 1
        if after < len(passage.tokens) and (
            passage.tokens[after].text.lower() not in self._table.predicate_after
        ):
            return None
        links = (*self._table.nominal_links, *self._table.belongs_endings)
        index = view.first_of(title) - 1
        for _ in range(_FARTHEST):
            if index < 0 or index in view.person_at:
                break
            word = passage.tokens[index].text.lower()
            if not (
                word.endswith(links)
                or index in view.body_at
                or word in self._table.predicate_between
                or passage.tokens[index].text.isdecimal()
            ):
                return None
            index -= 1
        person = view.person_ending.get(index)
        if person is None or not isinstance(person.value, PersonName):
            return None
        if passage.sentence_of(person.span) != passage.sentence_of(title.span):
            return None
        return person if person.span.of(passage.text) == person.value.written else None

    def _given(self, view: View, number: int) -> Mention | None:
        """Whom a verb gives the title: `назначил X министром`, `X-ди министр кылып дайындады`."""
        title = view.titles[number]
        tokens = view.passage.tokens
        index = view.first_of(title) - 1
        while index > 0 and tokens[index].text.lower() in self._posts:
            index -= 1
        person = view.person_ending.get(index)
        if person is None or not self._is_object(view, person):
            return None
        if view.passage.sentence_of(person.span) != view.passage.sentence_of(title.span):
            return None
        start = max(view.first_token(person) - _VERB, 0)
        return person if self._gives(view, range(start, view.last_of(title) + _VERB)) else None

    def _gives(self, view: View, region: range) -> bool:
        """Whether one of the words there gives somebody a title, or takes it."""
        words = view.passage.tokens[region.start : region.stop + 1]
        return any(token.text.lower() in self._giving for token in words)

    def _is_object(self, view: View, person: Mention) -> bool:
        """Whether a name stands as the object of a verb, where its case can tell."""
        endings = self._table.object_endings
        written = person.span.of(view.passage.text)
        assert isinstance(person.value, PersonName)
        return not endings or (
            written != person.value.written
            and any(word.endswith(endings) for word in written.split())
        )

    def _held(self, view: View, number: int) -> Mention | None:
        """`X … болуп дайындалды`: the one person of the sentence who can be its subject."""
        title = view.titles[number]
        if not (self._held_after(view, title) or self._held_before(view, title)):
            return None
        passage = view.passage
        near = self._as_title(view, title)
        if near is not None:
            return near
        sentence = passage.sentence_of(title.span)
        people = view.people_in(sentence)
        if not people and any(
            passage.tokens[index].text.lower() in self._pronouns
            for index in passage.tokens_in(sentence)
            if index < view.first_of(title)
        ):
            number = passage.sentences.index(sentence) if sentence in passage.sentences else 0
            people = view.people_in(passage.sentences[number - 1]) if number else []
        if not people and self._table.null_subject:
            before = [person for person in view.people if person.span.end <= sentence.start]
            if before and len({_surname(person) for person in view.people}) == 1:
                return before[-1]
        subjects = [
            person
            for person in people
            if isinstance(person.value, PersonName)
            and person.span.of(passage.text) == person.value.written
            and person.span.start < title.span.start
            and not self._governed(view, person)
            and not self._replaced(view, person)
        ]
        if len(subjects) != 1:
            return None
        after = view.passage.tokens_in(subjects[0].span)[-1] + 1
        if self._table.object_endings and self._gives(
            view, range(after, view.last_of(title) + _VERB)
        ):
            return None  # she gives it to another
        others = {passage.tokens[at].text.lower() for at in range(after, view.first_of(title))}
        return subjects[0] if others.isdisjoint(self._table.relatives_of) else None

    def _as_title(self, view: View, title: Mention) -> Mention | None:
        """Who gets a title in `Smith, 52, joined as chairman`, `named Smith as chairman`."""
        tokens = view.passage.tokens
        index = view.first_of(title) - 1
        while index > 0 and tokens[index].text.lower() in self._between:
            index -= 1
        if tokens[index].text.lower() not in self._table.as_words:
            return None
        object_ = view.person_ending.get(index - 1)
        if object_ is not None:
            before = tokens[view.first_token(object_) - 1].text.lower()
            return object_ if before in self._table.appointing else None
        index -= 2  # one verb
        if index > 1 and tokens[index].text == "," and self._age_before(view.passage, index):
            index -= 3
        return view.person_ending.get(index)

    def _replaced(self, view: View, person: Mention) -> bool:
        """Whether the person is the one who loses a title: `replaced Smith as chairman`."""
        first = view.first_token(person)
        return first > 0 and view.passage.tokens[first - 1].text.lower() in self._table.replacing

    def _held_after(self, view: View, title: Mention) -> bool:
        after = view.last_of(title) + 1
        words = [token.text.lower() for token in view.passage.tokens[after : after + 2]]
        return any(word in self._holding for word in words)

    def _held_before(self, view: View, title: Mention) -> bool:
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

    def _governed(self, view: View, person: Mention) -> bool:
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
            return title.rule == "title.state"  # `Supreme Court nominee`
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
        setting: Setting,
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
        if (
            own == self._table.default_country
            and value.office == "member-of-parliament"
            and setting.names(self._table.home_parliament)
            and not setting.names(self._table.other_parliaments)
        ):
            return own
        minority = self._table.home_minority_endings or ("\n",)
        if (
            own == self._table.default_country
            and not setting.mentioned
            and (any(word.endswith(minority) for word in name.written.lower().split()))
        ):
            return own  # the press of a country says which when it means another
        best = setting.best()
        count = setting.named.get(best, 0) if best is not None else 0
        if own is None or own != self._table.default_country:
            home = 0 if own is None else setting.mentioned.get(own, 0)
            if home and (count < OFTEN or count < 3 * home):
                return own
            return best if setting.is_of_one(best) else None
        home = setting.mentioned.get(own, 0)
        if self._may_be_home(name):
            native = not set(self._table.home_letters).isdisjoint(name.written)
            namesakes = self._table.letter_namesakes if native else self._table.namesakes
            rival = max((setting.named.get(code, 0) for code in namesakes), default=0)
            if rival < OFTEN and (not rival or home):
                return own
            if home and rival < 3 * home:
                return own
            elsewhere = "given" in self._language.name_tags(name.given or "")
            if best not in self._table.alike and not elsewhere:
                return None  # most likely the country that is visited or spoken of
            return best if count >= OFTEN and setting.is_of_one(best) else None
        foreign = max(
            (n for code, n in setting.mentioned.items() if code != own),
            default=0,
        )
        if home > foreign:
            return own
        return best if setting.is_of_one(best) and best != own else None

    def _spoken_of(self, view: View, title: Mention, home: CountryCode) -> CountryCode | None:
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

    def _is_indefinite(self, view: View, title: Mention) -> bool:
        """Whether `a` stands before the title, at most one adjective between."""
        first = view.first_of(title)
        before = [token.text.lower() for token in view.passage.tokens[max(first - 2, 0) : first]]
        return not self._indefinite.isdisjoint(before)

    def _other_titles(
        self,
        view: View,
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


def _bare(title: Mention, passage: Passage) -> bool:
    """Whether a title stands in its base form."""
    value = title.value
    return isinstance(value, Role) and title.span.of(passage.text).lower() == value.title.lower()


def _unheld(title: Mention, reason: str) -> Rejection:
    return Rejection(kind=KIND, span=title.span, rule=title.rule, reason=reason)


def _code(country: Mention) -> CountryCode:
    assert isinstance(country.value, CountryName)
    return country.value.code


def _country_of(role: Mention) -> CountryCode | None:
    return role.value.country if isinstance(role.value, Role) else None


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
