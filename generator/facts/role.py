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

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.knowledge.base import Knowledge
from generator.knowledge.offices import Offices, load_offices
from generator.knowledge.people import KnownOffice
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import PersonName, Role
from generator.model.span import Span
from generator.recognition.ended_offices import EndedOffices
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found, Recogniser
from generator.recognition.role_words import FARTHEST, QUOTES, UNNAMED, RoleWords, Wording
from generator.recognition.setting import Setting
from generator.recognition.shared_titles import SharedTitles
from generator.recognition.stated_titles import StatedTitles
from generator.recognition.title_view import View, surname
from generator.recognition.titles import TitleRecogniser, titles_of
from generator.recognition.whose_office import (
    OfficeCountries,
    country_of,
    full_name,
    held_by_another,
)
from generator.text.tokens import Token

KIND = Kind("role")
REQUIRES = (Kind("country"), Kind("place"), Kind("organisation"), Kind("title"), Kind("person"))

_LEADING = ("head-of-state", "head-of-government")
_OCCUPATION = "title.occupation"
_DESCRIBING = 2
"""Unknown words between a name and the title in apposition to it, at most."""
_NO_DAY = "9999"
"""Stands for the day of an undated article: after all others."""
_ENDS = ".;!?"
"""Marks that end a name set off as a comma does."""


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    table = language.table("roles", RoleWords)
    if table is None:
        return None
    several = titles_of(language) if table.name_joints else None
    return RoleRecogniser(Wording(language, table), load_offices(), knowledge, several)


class RoleRecogniser:
    """Binds titles to names; see the module."""

    def __init__(
        self,
        words: Wording,
        offices: Offices,
        knowledge: Knowledge,
        several: TitleRecogniser | None = None,
    ) -> None:
        self._words = words
        self._table = words.table
        self._offices = offices
        self._countries = OfficeCountries(words, offices, knowledge)
        self._stated = StatedTitles(words)
        self._ended = EndedOffices(words)
        self._shared = SharedTitles(words, self._countries, several)
        self._honorifics = frozenset(words.table.honorifics)
        self._copulas = frozenset(words.table.copulas)
        self._offices_of: dict[str, tuple[KnownOffice, ...]] = {}
        for person in knowledge.people.values():
            for written in person.names.get(words.language.code, ()):
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
        several = self._shared.titles(passage, found, people)
        if not (titles or several):
            return ()
        view = View(passage, found, titles, people)
        bound = self._bind(view)
        titles = tuple(
            self._as_bound(view, title, *bound[number]) if number in bound else title
            for number, title in enumerate(titles)
        )
        names = {person.span: surname(person) for person in people}
        setting = Setting(passage, found, visited_endings=self._table.visited_endings)
        said = self._countries.said_of_holders(titles, bound, names)
        taken = {
            (value.office, value.country, names[holder.span])
            for number, (holder, _) in bound.items()
            if isinstance(value := titles[number].value, Role) and value.country is not None
        }
        roles = []
        for number, (holder, rule) in sorted(bound.items()):
            value = titles[number].value
            home = said.get(names[holder.span]) or self._countries.home(
                setting, value, holder, people
            )
            listed_with = number - (number - 1 in bound and bound[number - 1][0] == holder)
            if home is not None and self._is_definite(view, listed_with):
                home = self._countries.spoken_of(view, titles[listed_with], home)
            role = self._role(titles[number], holder, rule, home)
            if (
                isinstance(value, Role)
                and value.country is None
                and held_by_another(role, names[holder.span], taken)
            ):
                role = self._role(titles[number], holder, rule, None)
            roles.append(role)
        roles = self._with_ends(view, roles, names)
        roles.extend(self._successors(view, roles))
        several = [*several, *self._shared.before_brackets(view, bound)]
        roles.extend(
            Mention(
                kind=KIND,
                span=holder.span,
                value=value,
                arguments=(("holder", holder.span),),
                rule="role.of-several",
            )
            for holder, value in self._shared.of_each(view, several, setting)
        )
        unbound = [title for number, title in enumerate(titles) if number not in bound]
        others = list(self._other_titles(view, roles, unbound, names))
        others.extend(self._without_name(view, setting, [*roles, *others], unbound))
        roles = self._countries.in_one_country(setting, roles, titles)
        return [
            *roles,
            *others,
            *self._without_holder(view, unbound, [*roles, *others]),
            *self._of_no_country(roles, titles),
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
        taken = {role.span for role in roles}
        held = [role.value for role in roles if isinstance(role.value, Role)]
        for title in titles:
            value = title.value
            assert isinstance(value, Role)
            leads = value.title.lower() in self._table.leading_titles and value.country is not None
            offices = _LEADING if leads else (value.office,) if value.office is not None else ()
            known_already = title.span in taken or any(
                one.title.lower() == value.title.lower()
                and (value.country is None or one.country == value.country)
                for one in held
            )
            if known_already or value.former or not self._stands_for_name(view, title):
                continue
            holder: Mention | None = None
            country: CountryCode | None = None
            if value.title.lower() in self._table.describing_titles:
                holder = view.only_person_before(title.span.start)
            elif offices and not any(
                one.office in offices and value.country in (None, one.country)
                for one in held
                if not leads
            ):
                in_office = [one for office in offices for one in self._in_office(view, office)]
                if value.country is not None:
                    in_office = [one for one in in_office if one[1] == value.country]
                if len({surname(person) for person, _ in in_office}) == 1:
                    holder, country = in_office[0]
                    if value.country is None and not (
                        country == self._countries.own or setting.is_of_one(country)
                    ):
                        holder = None
            if holder is not None:
                held.append(replace(value, country=country))
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
        if before in self._words.indefinite or before in self._words.between or before.isdecimal():
            return False
        value = title.value
        assert isinstance(value, Role)
        owned = first - 1 in view.body_at or before.endswith(self._table.belongs_endings or ("\n",))
        if owned and not (value.country is not None and first - 1 in view.country_at):
            return False
        if after < len(tokens) and (
            tokens[after].text.lower() in (*self._words.links, *self._table.negations)
            or (self._table.reach_after and after in view.body_at and after not in view.country_at)
        ):
            return False
        written = title.span.of(view.passage.text).lower()
        rest = written.removeprefix(value.title.lower())
        return written.startswith(value.title.lower()) and rest in ("", *self._table.subject_ends)

    def _in_office(self, view: View, office: str) -> list[tuple[Mention, CountryCode]]:
        """People the article names in full that are known to hold an office on its day.

        Where that is unknown, those not known to have left it.
        """
        published = view.passage.article.published
        if not self._offices.has_one_holder(office):
            return []
        day = _NO_DAY if published is None else str(published.date)
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

    def _with_ends(
        self, view: View, roles: Sequence[Mention], names: Mapping[Span, str]
    ) -> list[Mention]:
        """Roles, those of them former that their sentence says are over.

        What was given long ago is held still where the article says so elsewhere, or it is known.
        """
        long_ago = [self._ended.is_long_ago(view, role) for role in roles]
        holders = [role.argument("holder") for role in roles]
        held = {
            (names[holder], role.value.office)
            for role, holder, ago in zip(roles, holders, long_ago, strict=True)
            if not ago and holder is not None and isinstance(role.value, Role)
        }
        found = []
        for role, span, ago in zip(roles, holders, long_ago, strict=True):
            value = role.value
            assert isinstance(value, Role)
            assert span is not None
            person = next(one for one in view.people if one.span == span)
            over = self._ended.is_over(view, role, person) or (
                ago
                and (names[span], value.office) not in held
                and not self._known_to_hold(view, person, value)
            )
            found.append(replace(role, value=replace(value, former=True)) if over else role)
        return found

    def _successors(self, view: View, roles: Sequence[Mention]) -> list[Mention]:
        """Offices of those named in place of somebody who lost one."""
        found = []
        for role in roles:
            value, span = role.value, role.argument("holder")
            assert isinstance(value, Role)
            if not value.former or value.office is None or span is None:
                continue
            holder = next(one for one in view.people if one.span == span)
            successor = self._stated.successor(view, role, holder)
            if successor is not None:
                found.append(
                    Mention(
                        kind=KIND,
                        span=successor.span,
                        value=replace(value, former=False),
                        arguments=(("holder", successor.span),),
                        rule="role.successor",
                    )
                )
        return found

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
        of_states = {title.span for title in titles if self._countries.is_of_state(title)}
        for role in roles:
            if country_of(role) is None and role.span in of_states:
                yield role.declined("without a country: nothing tells whose office it is")

    # -- binding --------------------------------------------------------------------------------

    def _bind(self, view: View) -> dict[int, tuple[Mention, str]]:
        """Title's number to who holds it and the rule that says so, the surest rule first."""
        bound: dict[int, tuple[Mention, str]] = {}
        titles, stated = view.titles, self._stated
        forwards = range(len(titles))
        backwards = forwards[::-1]
        steps: tuple[tuple[range, str, Callable[[int], Mention | None]], ...] = (
            (backwards, "role.before-name", lambda number: self._named_after(view, number)),
            (forwards, "role.apposition", lambda number: self._named_before(view, number)),
            (forwards, "role.given", lambda number: stated.given(view, titles[number])),
            (backwards, "role.held", lambda number: stated.held(view, titles[number])),
            (forwards, "role.predicate", lambda number: stated.predicated(view, titles[number])),
            (backwards, "role.listed", lambda number: self._listed(view, number, bound)),
            (forwards, "role.listed", lambda number: self._listed_on(view, number, bound)),
        )
        for order, rule, find in steps:
            for number in order:
                holder = find(number) if number not in bound else None
                if holder is None or (
                    rule != "role.before-name" and stated.supposed(view, titles[number])
                ):
                    continue
                bound[number] = (holder, rule)
            if rule == "role.before-name":
                bound = self._without_subjects(view, bound)
        return bound

    def _without_subjects(
        self, view: View, bound: dict[int, tuple[Mention, str]]
    ) -> dict[int, tuple[Mention, str]]:
        """All but titles that stand for somebody else, who does something to the person named.

        `Президент Асановду кабыл алды`: where a title begins a sentence and the name after it is
        no subject, another who has the title in this article may be meant; so may the holder of
        an office that a country has but one of, unless the person named is known to hold it.
        """
        if not self._table.postpositions:
            return bound
        held = [
            (value, surname(holder))
            for number, (holder, _) in bound.items()
            if isinstance(value := view.titles[number].value, Role)
            and not self._may_be_subject(view, number, holder)
        ]
        kept = {}
        for number, (holder, rule) in bound.items():
            value, name = view.titles[number].value, surname(holder)
            assert isinstance(value, Role)
            same = {
                other
                for role, other in held
                if role.title == value.title or (value.office and role.office == value.office)
            }
            open_ = bool(same) or self._offices.has_one_holder(value.office or "")
            meant = open_ and name not in same and self._may_be_subject(view, number, holder)
            meant = meant or self._another_holds(view, number, name)
            if not (meant and not self._known_to_hold(view, holder, value)):
                kept[number] = (holder, rule)
        return kept

    def _may_be_subject(self, view: View, number: int, holder: Mention) -> bool:
        """Whether a title begins its sentence and the name after it does not."""
        passage = view.passage
        first = view.first_of(view.titles[number])
        if first != passage.tokens_in(passage.sentence_of(view.titles[number].span))[0]:
            return False
        name = holder.value
        assert isinstance(name, PersonName)
        after = passage.tokens_in(holder.span)[-1] + 1
        following = passage.tokens[after].text.lower() if after < len(passage.tokens) else ""
        if holder.span.of(passage.text) == name.written:
            joined = following in self._table.name_joints and (
                after + 1 in view.title_at or after + 1 in view.person_at
            )  # `депутат X менен депутат Y`: both of them, not with them
            return following in self._table.postpositions and not joined
        return following not in self._table.attributing

    def _another_holds(self, view: View, number: int, name: str) -> bool:
        """Whether a title that begins its sentence is known of another whom the article names.

        `Өлкө башчысы Асан Асанов утканын белгиледи`: the country's head said so of Asanov.
        """
        title = view.titles[number]
        value = title.value
        assert isinstance(value, Role)
        first = view.passage.tokens_in(view.passage.sentence_of(title.span))[0]
        return (
            view.first_of(title) == first
            and not value.former
            and value.country in (None, self._countries.own)
            and self._offices.has_one_holder(value.office or "")
            and any(
                surname(person) != name
                and title.span.start > person.span.start
                and self._known_to_hold(view, person, value)
                for person in view.people
            )
        )

    def _known_to_hold(self, view: View, holder: Mention, value: Role) -> bool:
        name = full_name(holder, view.people)
        return any(
            held.office == value.office for held in self._offices_of.get(name.written.lower(), ())
        )

    def _named_after(self, view: View, number: int) -> Mention | None:
        """The person whose name the title goes before."""
        index = view.last_of(view.titles[number]) + 1
        passage = view.passage
        quoted = bracketed = False
        for steps in range(FARTHEST):
            if index >= len(passage.tokens) or view.line_breaks(index):
                return None
            person = None if bracketed else view.person_at.get(index)
            if person is not None:
                before = index - 1
                while before > view.last_of(view.titles[number]) and self._honorific(view, before):
                    before -= 1  # `the spokesman for Mr. X`
                linked = passage.tokens[before].text.lower() in self._words.links
                linked = linked or self._ends_body(view, number, index)
                return None if linked or self._disagree(view, number, person) else person
            token = passage.tokens[index]
            if token.text == "," and not steps:
                return self._set_off(view, number, index + 1)
            if token.text == "," and self._words.links and not (quoted or bracketed):
                apposed = self._after_name(view, number)  # `X, president of A, Y, president of B`
                return None if apposed else self._set_off(view, number, index + 1)
            if index in view.title_at and index > view.last_of(view.titles[number]):
                return None  # a later title is nearer to the name
            if token.text in QUOTES:
                quoted = not quoted
            elif token.text == "(" or bracketed:
                bracketed = token.text != ")"
            elif not (
                self._honorific(view, index)
                or (
                    token.text == "."
                    and steps == 0
                    and self._words.is_abbreviation(passage, index - 1)
                )
                or (
                    self._table.reach_after
                    and (quoted or self._words.may_be_of(view, index, steps))
                )
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
        while following < len(tokens) and tokens[following].text.lower() in self._words.articles:
            following += 1
        return None if following in view.title_at else person

    def _ends_body(self, view: View, number: int, index: int) -> bool:
        """Whether words taken for a name go on with a body's: `X, secretary of UN Sea Rescue`."""
        if not self._words.links or index - 1 not in view.organisation_at:
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
            if word in self._words.definite or word.endswith(
                self._table.belongs_endings or ("\n",)
            ):
                return True
            if not self._words.describes(tokens[at]):
                return False
        return False

    def _after_name(self, view: View, number: int) -> bool:
        """Whether a name and a comma stand right before the title, or before its article."""
        tokens = view.passage.tokens
        index = view.first_of(view.titles[number]) - 1
        while index > 0 and tokens[index].text.lower() in self._words.articles:
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
        if rule == "role.before-name" and self._countries.is_of_state(title):
            first = view.first_token(holder)
            country = self._countries.of_name(view, holder)
            if country is not None and first == view.last_of(title) + 1:
                return replace(title, value=replace(value, country=country))
        return title

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

    def _named_before(self, view: View, number: int) -> Mention | None:
        """The person to whose name the title stands in apposition."""
        title = view.titles[number]
        passage = view.passage
        possessives = self._table.belongs_endings or ("\n",)
        if self._words.links and title.span.of(passage.text).lower().endswith(possessives):
            return None
        index = view.first_of(title) - 1
        unknown = 0
        for _ in range(FARTHEST):
            if index < 0 or view.line_breaks(index + 1):
                return None
            token = passage.tokens[index]
            if token.text == "," and self._words.age_before(passage, index):
                index -= 1
            elif token.text == "-" and passage.adjacent(index, index + 1):
                pass  # `42-летний`
            elif (
                token.text in self._table.appositions
                or token.text.lower() in self._copulas
                or self._relative(passage, index)
            ):
                before = index - 1
                while (
                    before > 0
                    and token.text not in self._table.appositions
                    and passage.tokens[before].text.lower() in self._words.between
                    and passage.tokens[before].text.lower() not in self._table.relatives
                ):
                    before -= 1
                related = passage.tokens[max(before, 0)].text.lower() in self._table.relatives
                if related and before > 0:
                    before -= 1 + (passage.tokens[before - 1].text == ",")
                person = view.person_ending.get(before)
                if person is None or not (related or self._closes(view, number)):
                    return None
                if (
                    self._table.reach_after
                    and unknown > _DESCRIBING
                    and passage.tokens[index + 1].text.lower() not in self._words.articles
                ):
                    return None  # `X, the city fire service spokesman`
                if self._declined_apart(view, title, person):
                    return None
                return person
            elif index in view.person_at or (
                index in view.title_at
                # `X, the president's envoy`
                and not (self._words.links and token.text.lower().endswith(possessives))
            ):
                return None
            elif not (
                index in view.body_at
                or self._tells_age(token)
                or token.text in QUOTES
                or token.text.lower() in self._words.between
                or token.text.lower().endswith(self._table.belongs_endings or ("\n",))
            ):
                unknown += 1  # `a nonpartisan analyst`
                if unknown > UNNAMED or not (
                    self._table.reach_after or self._set_off_by_commas(view, title)
                ):
                    return None
                before = index - 1
                while before > 0 and (
                    passage.tokens[before].text.lower() in self._words.articles
                    or (passage.tokens[before].is_capitalised and before not in view.person_at)
                ):
                    before -= 1  # `X, the Acme Town winger`
                named = (
                    token.is_capitalised
                    and bool(self._words.links)
                    and passage.tokens[before].text in self._table.appositions
                )
                if not (named or self._words.describes(token)):  # `X, Acme marketing director`
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
        if tokens[index].text.lower() not in self._table.relative_copulas:
            return False
        before = index - 1
        while before > 0 and tokens[before].text.lower() in self._words.between:
            before -= 1  # `который когда-то был`
        return before >= 0 and tokens[before].text.lower() in self._table.relatives

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

    def _closes(self, view: View, number: int) -> bool:
        """Whether the apposition ends after the title or what it is of, with no name after it."""
        index = view.last_of(view.titles[number]) + 1
        passage = view.passage
        for steps in range(FARTHEST):
            if index >= len(passage.tokens) or view.line_breaks(index):
                return True
            token = passage.tokens[index]
            if index in view.person_at:
                return self._ends_body(view, number, index)
            if not token.is_word and token.text not in QUOTES:
                return True
            if not self._table.reach_after:
                return token.text.lower() in self._words.joints or not token.is_capitalised
            if not (self._words.may_be_of(view, index, steps) or token.text in QUOTES):
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
            if passage.tokens[index].text.lower() in self._words.holding_before:
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
        if len(gap) > FARTHEST or view.line_breaks(view.last_of(left) + 1):
            return False
        marks = unknown = 0
        quoted = False
        adjectives = self._table.nominal_links or ("\n",)
        for index in gap:
            token = view.passage.tokens[index]
            word = token.text.lower()
            if index in view.person_at:
                return False
            if token.text in QUOTES:
                quoted = not quoted
            if quoted:
                continue  # the name of what she is director of
            describes = token.is_word and word not in self._words.joints
            if self._table.reach_after and describes and not marks and unknown < UNNAMED:
                unknown += index not in view.body_at
                # `ambassador to China`
                if index + 1 not in view.body_at and (
                    word in self._words.stops or {"verb"} & self._words.language.name_tags(word)
                ):
                    return False
                continue
            if token.text == "," or word in self._words.joints:
                marks += 1
            elif not (
                index in view.body_at
                or word in self._words.between
                or word in self._words.links
                or token.text in QUOTES
                or word.endswith(self._table.belongs_endings or ("\n",))
                or (word.endswith(adjectives) and index + 1 < gap.stop)  # `аймактык кеңештин`
            ):
                return False
        value = left.value
        acting = isinstance(value, Role) and value.acting
        if not gap:  # `peer Lord X`, and not `продюсер певца X`
            return acting or all(_bare(title, view.passage) for title in (left, right))
        first = view.passage.tokens[gap[0]].text.lower()
        if self._table.reach_after:
            # `представитель береговой охраны капитан X`
            ranked = self._table.agreement and _bare(left, view.passage)
            return marks == 1 or (marks == 0 and ranked and _bare(right, view.passage))
        return (marks == 1 and (first == "," or first in self._words.joints)) or (
            marks == 0 and acting
        )

    def _role(
        self, title: Mention, holder: Mention, rule: str, home: CountryCode | None
    ) -> Mention:
        value = title.value
        assert isinstance(value, Role)
        return Mention(
            kind=KIND,
            span=title.span,
            value=replace(value, country=self._countries.of_title(title, home)),
            arguments=(("holder", holder.span), *title.arguments),
            rule=rule,
        )

    # -- other titles of the same office ----------------------------------------------------------

    def _is_indefinite(self, view: View, title: Mention) -> bool:
        """Whether `a` stands before the title, at most one adjective between."""
        first = view.first_of(title)
        before = [token.text.lower() for token in view.passage.tokens[max(first - 2, 0) : first]]
        return not self._words.indefinite.isdisjoint(before)

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
            own = self._countries.own
            if value.country is None and any(country_of(role) == own for role in same):
                # of several, the press of a country means its own
                same = [role for role in same if country_of(role) == own]
            holders = {names[span] for role in same if (span := role.argument("holder"))}
            held = {role.value.title.lower() for role in same if isinstance(role.value, Role)}
            heads = {known.rpartition(" ")[2] for known in held if " " in known}
            said = value.title.lower()
            head = said.rpartition(" ")[2]
            if " " in said and (
                head in heads or held.intersection(self._words.language.base_forms(head))
            ):
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
