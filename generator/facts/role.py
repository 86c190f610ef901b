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

KIND = Kind("role")
REQUIRES = (Kind("country"), Kind("place"), Kind("organisation"), Kind("title"), Kind("person"))

_QUOTES = "«»“”„\""
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

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention]:
        people = found.of("person")
        titles = found.of("title")
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
                holder = self._listed(view, number, bound)
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
        quoted = False
        for steps in range(_FARTHEST):
            if index >= len(passage.tokens) or view.line_breaks(index):
                return None
            person = view.person_at.get(index)
            if person is not None:
                return person
            token = passage.tokens[index]
            if index in view.title_at and index > view.last_of(view.titles[number]):
                return None  # a later title is nearer to the name
            if token.text in _QUOTES:
                quoted = not quoted
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

    def _may_be_of(self, view: _View, index: int, steps: int) -> bool:
        """Whether a word after a title can be part of what the title is of."""
        token = view.passage.tokens[index]
        word = token.text.lower()
        if index in view.body_at:
            return True
        if not token.is_word:
            return False
        if self._table.links:
            return word in self._links if steps == 0 else (
                word in self._links or word in self._between or not token.is_capitalised
            )
        return not token.is_capitalised or "-" in word

    def _named_before(
        self, view: _View, number: int, bound: dict[int, tuple[Mention, str]]
    ) -> Mention | None:
        """The person to whose name the title stands in apposition."""
        title = view.titles[number]
        passage = view.passage
        index = view.first_of(title) - 1
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
                or token.text.lower().endswith(self._table.belongs_endings)
            ):
                return None
            index -= 1
        return None

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
        if following[0].span.start < after.span.start:
            # apposition: the holder goes before both, and so may the first title
            return None
        gap = range(view.last_of(title) + 1, view.first_of(after))
        if not gap or len(gap) > _FARTHEST or view.line_breaks(gap[0]):
            return None
        marks = 0
        for index in gap:
            token = view.passage.tokens[index]
            word = token.text.lower()
            if token.text == "," or word in self._joints:
                marks += 1
            elif not (
                index in view.body_at
                or word in self._between
                or word in self._links
                or token.text in _QUOTES
                or word.endswith(self._table.belongs_endings)
            ):
                return None
            if index in view.person_at:
                return None
        joined = view.passage.tokens[gap[0]].text.lower()
        if marks != 1 or not (joined == "," or joined in self._joints or self._table.reach_after):
            return None
        return following[0]

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
        if own is not None and named[own]:
            return own
        best = max(named, key=lambda code: (named[code], -first[code]))
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
