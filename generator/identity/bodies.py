"""Whose body an article means where its name is one that many countries' bodies have.

`Жогорку сот` beside a country is that country's. Without one it is what the article calls so
elsewhere, else the home country's, or that of the one country the article is about. Where that is
open the body goes by its bare name, as any body does that nothing is known of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel.languages import get_official_languages

from generator.knowledge.base import Knowledge
from generator.knowledge.people import countries_by_name
from generator.knowledge.standing_bodies import kinds_by_name, lowered, standing_bodies
from generator.model.entity import Entity
from generator.model.ids import CountryCode, EntityId, LanguageCode, entity_key
from generator.model.mention import Mention
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName, Role
from generator.model.span import Span
from generator.text.transliterate import slugify

_PROPER = ("organisation.known", "organisation.quoted", "organisation.unquoted")
"""Rules that find names no two countries' bodies share."""
_ABOUT = 3
"""Times a country must be named, and times more often than the next, for the article to be about
it; the same number parts it from the home country, which a home text need not name."""
_ARTICLE = 5
"""Letters that may stand before the owner in a name: `the`."""
_NEXT = 20
"""Letters after a name within which the country that it is of begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """A body as one mention names it."""

    mention: Mention
    value: OrganisationName
    kinds: tuple[str, ...]
    """What the name means, whoever's it is; empty for a name of its own."""
    country: CountryCode | None
    """Whose the text says it is, right there."""
    own: bool
    """Whether the name is nobody else's: a company's, or one with a country in it."""


def bodies_of(
    mentions: Sequence[Mention], text: str, language: LanguageCode, knowledge: Knowledge
) -> Mapping[Span, Entity]:
    """The body that each mention of an organisation means."""
    around = _Text(
        text=text,
        language=language,
        states={
            mention.span: mention.value.code
            for mention in mentions
            if isinstance(mention.value, CountryName)
        },
        owners=tuple(
            dict.fromkeys(
                mention.span.of(text)
                for mention in mentions
                if isinstance(mention.value, CountryName)
            )
        ),
        ends=frozenset(
            mention.span.end for mention in mentions if isinstance(mention.value, OrganisationName)
        ),
    )
    met = [
        _read(mention, mention.value, around)
        for mention in mentions
        if isinstance(mention.value, OrganisationName)
    ]
    said: dict[str, set[CountryCode]] = defaultdict(set)
    for one in met:
        if one.country is not None:
            for kind in one.kinds:
                said[kind].add(one.country)
    named = _Named(mentions, met, language, knowledge)
    return {one.mention.span: _entity(one, said, named) for one in met}


class _Named:
    """The countries an article speaks of, by how often it names them or what is theirs."""

    def __init__(
        self,
        mentions: Iterable[Mention],
        met: Iterable[_Met],
        language: LanguageCode,
        knowledge: Knowledge,
    ) -> None:
        self.language = language
        self.knowledge = knowledge
        self.home = knowledge.home_country
        self.bodies = {entity_key(one.value.id) for one in met if one.value.id is not None}
        counts = Counter(code for mention in mentions for code in self._countries(mention))
        self._own = 0 if self.home is None else counts.pop(self.home, 0)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        self._ranked = [*ranked, (None, 0), (None, 0)]

    def _countries(self, mention: Mention) -> Iterable[CountryCode]:
        value = mention.value
        if isinstance(value, CountryName):
            return (value.code,)
        if isinstance(value, PersonName):
            return countries_by_name().get(value.written.lower(), ())
        if isinstance(value, PlaceName) or (
            isinstance(value, OrganisationName) and value.id is not None
        ):
            return () if value.country is None else (value.country,)
        if isinstance(value, Role) and value.country not in (None, self.home):
            return (value.country,)  # a title of no country is taken for the home country's
        return ()

    def owner(self, kinds: Sequence[str]) -> CountryCode | None:
        """Whose body a name alone means in this article; `None` where that is open."""
        alone = _sole(kinds)
        if alone is not None:
            return alone
        (first, most), (_, next_most) = self._ranked[:2]
        clear = most >= _ABOUT * next_most
        at_home = self.home is not None and _kind_in(kinds, self.home) is not None
        if not at_home:
            fits = first is not None and _kind_in(kinds, first) is not None
            return first if fits and clear else None
        if self._own:
            return self.home if 2 * self._own >= most else None
        if self.home is not None and self.language in _languages_of(self.home):
            if most <= 1:
                return self.home
            clear = clear and most >= _ABOUT
        return first if clear else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What stands around the names of bodies."""

    text: str
    language: LanguageCode
    states: Mapping[Span, CountryCode]
    ends: frozenset[int]
    """Where names of bodies end."""
    owners: tuple[str, ...]
    """The countries as the text writes them: `Тажикстандын`."""


def _read(mention: Mention, value: OrganisationName, around: _Text) -> _Met:
    """What one mention says of itself."""
    text, states, language = around.text, around.states, around.language
    span = mention.span
    inside = {s: code for s, code in states.items() if span.start <= s.start and s.end <= span.end}
    country = None if value.id is not None else value.country
    kinds = () if _goes_on(span, around.ends) else _kinds(value.name, language)
    owner = next((s for s in sorted(inside) if s.start - span.start <= _ARTICLE), None)
    if owner is not None and not kinds:
        kinds = _kinds(_without(value.name, text[span.start : owner.end]), language)
        country = country or inside[owner]
    for before in around.owners:
        # named before with its owner, and so called by the whole name here: `Жогорку сот`
        if not kinds and country is not None and value.name.startswith(f"{before} "):
            kinds = _kinds(_without(value.name, before), language)
    if country is None and kinds:
        country = _owner_beside(span, around)
    own = bool(inside) or mention.rule.startswith(_PROPER) or value.name.startswith(around.owners)
    return _Met(mention=mention, value=value, kinds=kinds, country=country, own=own)


def _without(name: str, owner: str) -> str:
    """The rest of a name after the words of its owner: `Тажикстандын Ички иштер министрлиги`."""
    return " ".join(name.split()[len(owner.split()) :])


def _goes_on(span: Span, ends: frozenset[int]) -> bool:
    """Whether a body's name stands right before: `Trades Union` and `Congress` are one body."""
    return span.start - 1 in ends


def _kinds(name: str, language: LanguageCode) -> tuple[str, ...]:
    known = kinds_by_name(language)
    name = lowered(name)
    first, _, rest = name.partition(" ")
    if first in standing_bodies().articles.get(language, ()):
        name = rest
    return known.get(name, ())


def _owner_beside(span: Span, around: _Text) -> CountryCode | None:
    """The country right before a name, or after it where a word leads there: `of Kazakhstan`."""
    links = standing_bodies().links.get(around.language, ())
    for state, code in sorted(around.states.items()):
        if state.end == span.start - 1 and around.text[state.end] == " ":
            return code
        near = span.end < state.start <= span.end + _NEXT
        if near and around.text[span.end : state.start].strip().lower() in links:
            return code
    return None


def _entity(one: _Met, said: Mapping[str, set[CountryCode]], named: _Named) -> Entity:
    value = one.value
    country = one.country
    others = {code for kind in one.kinds for code in said[kind]}
    if country is None:
        if len(others) == 1:
            (country,) = others
        elif value.id is None and not others and not _means_another(one.kinds, named.bodies):
            country = named.owner(one.kinds) if one.kinds else None
    if value.id is not None and (value.country is None or country in (None, value.country)):
        return _plain(value.id, value, named.language)
    kind = None if country is None else _kind_in(one.kinds, country)
    if kind is not None and country is not None:
        return _plain(standing_bodies().entity(kind, country), value, named.language)
    entity = value.id or _id(value.name)
    if country not in (None, named.home) and (one.kinds or not one.own):
        assert country is not None
        entity = _of(value.name, country)
    return _plain(entity, value, named.language)


def _sole(kinds: Iterable[str]) -> CountryCode | None:
    """The country of a body that no other country has."""
    known = standing_bodies().bodies
    return next((known[kind].countries[0] for kind in kinds if known[kind].sole), None)


def _means_another(kinds: Iterable[str], bodies: set[str]) -> bool:
    known = standing_bodies().bodies
    return any(other in bodies for kind in kinds for other in known[kind].unless)


def _kind_in(kinds: Iterable[str], country: CountryCode) -> str | None:
    """The kind that a country has, of those a name may mean."""
    return next((kind for kind in kinds if standing_bodies().has(kind, country)), None)


def shown_names(entity: EntityId, knowledge: Knowledge) -> Mapping[LanguageCode, str]:
    """What a site calls a body of state, in each of its languages; abroad with the country.

    Empty for what goes by its own name.
    """
    known = standing_bodies()
    found = known.owner(entity)
    if found is None:
        return {}
    kind, country = found
    names = known.bodies[kind].names
    plain = known.bodies[kind].sole or country == knowledge.home_country
    return {
        pack.code: names[pack.code][0]
        if plain
        else with_country(names[pack.code][0], country, pack.code, knowledge)
        for pack in knowledge.countries.languages
        if pack.code in names
    }


def with_country(
    name: str, country: CountryCode, language: LanguageCode, knowledge: Knowledge
) -> str:
    """`Верховный суд (Казахстан)`."""
    return f"{name} ({knowledge.countries.name(country, language)})"


def is_of_country(entity: EntityId, value: OrganisationName) -> bool:
    """Whether an id was made of a name that needs the country, and the country."""
    return value.country is not None and entity == _of(value.name, value.country)


def _plain(entity: EntityId, value: OrganisationName, language: LanguageCode) -> Entity:
    return Entity(id=entity, kind="organisation", names={language: value.name})


def _id(name: str) -> EntityId:
    return EntityId(f"organisation:{slugify(name)}")


def _of(name: str, country: CountryCode) -> EntityId:
    return EntityId(f"{_id(name)}-{country.lower()}")


@cache
def _languages_of(country: CountryCode) -> frozenset[str]:
    """Languages in which a country's own texts are written. Source: CLDR."""
    return frozenset(get_official_languages(country, de_facto=True))
