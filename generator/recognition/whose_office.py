"""Whose office a title is: the country it is of, where the text or the holder's name tells it.

The phrase itself, `of` after the holder's name, what knowledge says of the holder, the kind of name
she has and the countries the article is about are asked in turn. Where they leave it open, nothing
is said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.knowledge.base import Knowledge
from generator.knowledge.offices import Offices
from generator.model.ids import CountryCode
from generator.model.mention import Mention
from generator.model.names import PersonName, Role
from generator.model.span import Span
from generator.recognition.role_words import Wording
from generator.recognition.setting import OFTEN, Setting
from generator.recognition.title_view import View, country_code

_ALONE = 3
"""Points of naming that make the only country an article names its own: a name and a place."""
_ABROAD = frozenset({"ambassador", "consul"})
"""Offices of a country that the article is most likely not about: it tells of where they serve."""


class OfficeCountries:
    """Says of which country an office is; see the module."""

    def __init__(self, words: Wording, offices: Offices, knowledge: Knowledge) -> None:
        self._words = words
        self._table = words.table
        self._offices = offices
        self.own = knowledge.home_country or words.table.default_country
        """The country of the site, else the one whose offices a text in this language means."""
        self._known: dict[str, frozenset[CountryCode]] = {}
        for person in knowledge.people.values():
            for written in person.names.get(words.language.code, ()):
                known = self._known.get(written.lower(), frozenset())
                self._known[written.lower()] = known | person.countries

    def of_title(self, title: Mention, home: CountryCode | None) -> CountryCode | None:
        """Whose a title is: the country it says, or `home` where a state has the office."""
        value = title.value
        assert isinstance(value, Role)
        if value.office is None and value.title.lower().endswith(
            self._table.body_titles or ("\n",)
        ):
            return None
        if value.country is not None:
            return value.country
        if not self.is_of_state(title):
            return None
        return home

    def is_of_state(self, title: Mention) -> bool:
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

    def of_name(self, view: View, person: Mention) -> CountryCode | None:
        """The country that `of` ties to a name: `Xi Jinping of China`."""
        tokens = view.passage.tokens
        index = view.passage.tokens_in(person.span)[-1] + 1
        if index >= len(tokens) or tokens[index].text.lower() not in self._table.of_words:
            return None
        index += 1
        if index < len(tokens) and tokens[index].text.lower() in self._words.articles:
            index += 1
        country = view.country_at.get(index)
        return None if country is None else country_code(country)

    def said_of_holders(
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
                and self.is_of_state(titles[number])
            ):
                found.setdefault(names[holder.span], set()).add(value.country)
        return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}

    def home(
        self,
        setting: Setting,
        value: object,
        holder: Mention,
        people: Sequence[Mention],
    ) -> CountryCode | None:
        """The country whose office a bare title means when it is given to `holder`."""
        assert isinstance(value, Role)
        name = full_name(holder, people)
        known = self._known_country(name)
        if known is not None:
            return known
        if value.office in _ABROAD:
            return None
        own = self.own
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
            alone = len(setting.mentioned) == 1 and count >= _ALONE
            return best if alone or setting.is_of_one(best) else None
        home = setting.mentioned.get(own, 0)
        if self._may_be_home(name):
            native = not set(self._table.home_letters).isdisjoint(name.written)
            namesakes = self._table.letter_namesakes if native else self._table.namesakes
            rival = max((setting.named.get(code, 0) for code in namesakes), default=0)
            if rival < OFTEN and (not rival or home):
                return own
            if home and rival < 3 * home:
                return own
            elsewhere = "given" in self._words.language.name_tags(name.given or "")
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

    def spoken_of(self, view: View, title: Mention, home: CountryCode) -> CountryCode | None:
        """The country the sentence is about: `Chad's economy grew, the minister, X, said`."""
        passage = view.passage
        before = [
            index
            for index in passage.tokens_in(passage.sentence_of(title.span))
            if index < view.first_of(title) and index in view.country_at
        ]
        codes = {country_code(view.country_at[index]) for index in before}
        if not self._words.definite or not codes or home in codes:
            return home
        endings = self._table.belongs_endings or ("\n",)
        owning = any(passage.tokens[index].text.lower().endswith(endings) for index in before)
        return codes.pop() if owning and len(codes) == 1 else None

    def in_one_country(
        self, setting: Setting, roles: Sequence[Mention], titles: Sequence[Mention]
    ) -> list[Mention]:
        """Offices whose country nothing else tells, in the only one the article speaks of.

        Some office in it has that country for certain, or a body of that country is named, and no
        other country is named at all.
        """
        codes = {code for role in roles if (code := country_of(role)) is not None}
        codes = codes or set(setting.of_bodies)
        if len(codes) != 1 or not set(setting.mentioned) <= codes:
            return list(roles)
        of_states = {title.span for title in titles if self.is_of_state(title)}
        return [
            replace(role, value=replace(role.value, country=next(iter(codes))))
            if isinstance(role.value, Role)
            and role.value.country is None
            and role.span in of_states
            else role
            for role in roles
        ]

    def _may_be_home(self, name: PersonName) -> bool:
        """Whether the name is of a kind that people of the default country have."""
        words = name.written.lower().split()
        endings = self._table.home_name_endings
        return not endings or any(word.endswith(endings) for word in words if len(word) > 3)

    def _known_country(self, name: PersonName) -> CountryCode | None:
        """The country of the known person of just this full name, if she held but one's offices."""
        countries = self._known.get(name.written.lower())
        return next(iter(countries)) if countries is not None and len(countries) == 1 else None


def full_name(holder: Mention, people: Sequence[Mention]) -> PersonName:
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


def country_of(role: Mention) -> CountryCode | None:
    """The country a role is said to be of."""
    return role.value.country if isinstance(role.value, Role) else None


def held_by_another(
    role: Mention, name: str, taken: Collection[tuple[str | None, CountryCode | None, str]]
) -> bool:
    """Whether the text gives this office of this country to somebody of another name."""
    value = role.value
    assert isinstance(value, Role)
    return value.office is not None and any(
        office == value.office and country == value.country and holder != name
        for office, country, holder in taken
    )
