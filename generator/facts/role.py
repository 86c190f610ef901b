"""Titles that the text gives to a named person.

A title belongs to the name right after it, with nothing but whose it is between (`министр
энергетики России Александр Новак`), to the name before it in apposition (`X, депутат`), or stands
in a list with one that does. A different title of an office that one person here holds is that
person's too (`өлкө башчысы` after `президент Рахмон`).

The country is the one the phrase names; for an office of state it is else the article's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from generator.text.tokens import Token

KIND = Kind("role")
REQUIRES = (Kind("country"), Kind("place"), Kind("organisation"), Kind("title"), Kind("person"))

_QUOTES = "«»“”„\""
_DESCRIBING = 2
"""Unknown words between a name and the title in apposition to it, at most."""
_UNNAMED = 5
"""Words of what a title is of that no other recogniser knows, at most."""
_FARTHEST = 12
"""Tokens between a title and its holder at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """`roles.toml`: words that may stand between a title and its holder, and what binds them."""

    default_country: CountryCode | None = None
    """Whose office a text in this language means when nothing else says so."""
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
    reach_after: bool = False
    """Whether what a title is of stands after it (`президент России`)."""
    agreement: bool = False
    """Whether a title takes the case of its holder's name, so that a title in the nominative
    before a name in another case is another person's (`адвокат Трампа`)."""
    stops: tuple[str, ...] = ()
    """Words that end what a title is of: verbs and function words."""
    holding_before: tuple[str, ...] = ()
    """The same before a title: `является`, `is`, `as`."""
    pronouns: tuple[str, ...] = ()
    """`she`, `he`: the subject of the sentence before."""
    holding: tuple[str, ...] = ()
    """Words after a title, or a list of titles, that say the sentence's subject holds it."""
    copulas: tuple[str, ...] = ()
    """Words between a name and a title that say she holds or gets it."""


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    table = language.table("roles", RoleWords)
    return None if table is None else RoleRecogniser(language, table, load_offices(), knowledge)


class RoleRecogniser:
    """Binds titles to names; see the module."""

    def __init__(
        self, language: Language, table: RoleWords, offices: Offices, knowledge: Knowledge
    ) -> None:
        self._language = language
        self._table = table
        self._offices = offices
        self._knowledge = knowledge
        self._between = frozenset(table.between)
        self._links = frozenset(table.links)
        self._joints = frozenset(table.joints)
        self._honorifics = frozenset(table.honorifics)
        self._copulas = frozenset(table.copulas)
        self._stops = frozenset(table.stops)
        self._pronouns = frozenset(table.pronouns)
        self._holding_before = frozenset(table.holding_before)
        self._holding = frozenset(table.holding)

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention]:
        people = found.of("person")
        named = {index for person in people for index in passage.tokens_in(person.span)}
        titles = tuple(
            title
            for title in found.of("title")
            if not named.intersection(passage.tokens_in(title.span))  # `Султан` may be a name
        )
        if not people or not titles:
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
        home = self._home(found)
        roles = [
            self._role(titles[number], holder, rule, home)
            for number, (holder, rule) in sorted(bound.items())
        ]
        unbound = [title for number, title in enumerate(titles) if number not in bound]
        names = {person.span: _surname(person) for person in people}
        return [*roles, *self._other_titles(roles, unbound, home, names)]

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
                return None if linked or self._disagree(view, number, person) else person
            token = passage.tokens[index]
            if index in view.title_at and index > view.last_of(view.titles[number]):
                return None  # a later title is nearer to the name
            if token.text in _QUOTES:
                quoted = not quoted
            elif token.text == "(" or bracketed:
                bracketed = token.text != ")"
            elif token.text.lower() in self._honorifics or (
                token.text == "." and passage.tokens[index - 1].text.lower() in self._honorifics
            ):
                pass
            elif not self._table.reach_after:
                return None
            elif not (quoted or self._may_be_of(view, index, steps)):
                return None
            index += 1
        return None

    def _disagree(self, view: _View, number: int, person: Mention) -> bool:
        """A title in the nominative and a name in another case."""
        title, value = view.titles[number].value, person.value
        assert isinstance(title, Role)
        assert isinstance(value, PersonName)
        if not self._table.agreement:
            return False
        written = view.titles[number].span.of(view.passage.text).lower()
        name = person.span.of(view.passage.text)
        return written == title.title.lower() and name.lower() != value.written.lower()

    def _may_be_of(self, view: _View, index: int, steps: int) -> bool:
        """Whether a word after a title can be part of what the title is of."""
        token = view.passage.tokens[index]
        word = token.text.lower()
        if index in view.body_at:
            return True
        if not token.is_word or word in self._stops:
            return False
        if {"verb", "function"} & self._language.name_tags(word):
            return False
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
            if token.text in self._table.appositions or token.text.lower() in self._copulas:
                person = view.person_ending.get(index - 1)
                if person is None or not self._closes(view, number):
                    return None
                return person
            if index in view.person_at or index in view.title_at:
                return None
            if not (
                index in view.body_at
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
                return False
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
            if self._table.reach_after and not marks and token.is_word and unknown < _UNNAMED:
                if word not in self._joints:
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
        return (marks == 1 and (first == "," or first in self._joints)) or (
            marks == 0 and acting
        )

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
                return True
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
        if value.country is not None:
            return value.country
        _, _, office = title.rule.partition("/")
        if title.rule == "title.state":
            return home
        if office and self._offices.offices.get(office) != "body":
            return home
        return None

    def _home(self, found: Found) -> CountryCode | None:
        """The country whose office a bare title means in this article."""
        named: Counter[CountryCode] = Counter()
        first: dict[CountryCode, int] = {}
        for mention in found.of("country", "place", "organisation"):
            value = mention.value
            code: CountryCode | None = None
            if isinstance(value, CountryName):
                code = value.code
            elif isinstance(value, PlaceName | OrganisationName):
                code = value.country
            if code is not None:
                named[code] += 2 if isinstance(value, CountryName) else 1
                first.setdefault(code, mention.span.start)
        own = self._knowledge.home_country or self._table.default_country
        if not named:
            return own
        best = max(named, key=lambda code: (named[code], -first[code]))
        if own is not None and (named[best] < 6 or named[best] < 3 * named[own]):
            return own
        if own is None and named[best] * 2 <= sum(named.values()):
            return None  # an article about several countries does not say whose a title is
        return best

    # -- other titles of the same office ----------------------------------------------------------

    def _other_titles(
        self,
        roles: Sequence[Mention],
        titles: Sequence[Mention],
        home: CountryCode | None,
        names: Mapping[Span, str],
    ) -> Iterator[Mention]:
        for title in titles:
            value = title.value
            assert isinstance(value, Role)
            if value.office is None or value.former or not title.rule.startswith("title.office"):
                continue
            country = self._country(title, home)
            same = [
                role
                for role in roles
                if isinstance(role.value, Role)
                and role.value.office == value.office
                and not role.value.former
                and role.value.country == country
            ]
            holders = {names[span] for role in same if (span := role.argument("holder"))}
            held = {role.value.title.lower() for role in same if isinstance(role.value, Role)}
            if len(holders) == 1 and value.title.lower() not in held:
                span = same[0].argument("holder")
                assert span is not None
                yield Mention(
                    kind=KIND,
                    span=title.span,
                    value=replace(value, country=country),
                    arguments=(("holder", span),),
                    rule="role.other-title",
                )


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
        self.body_at = {
            index
            for mention in found.of("country", "place", "organisation")
            for index in passage.tokens_in(mention.span)
        }

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


def _surname(person: Mention) -> str:
    """What all mentions of one person share."""
    value = person.value
    assert isinstance(value, PersonName)
    return (value.family or value.written).lower()
