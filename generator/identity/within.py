"""Who is who inside one article.

A surname alone belongs to the one person of the article who bears it, named in full above or
below; a title alone (`the Prime Minister said`) to the one person who holds it here. Where two
could be meant the identity is `unsure`, and nothing is stated on it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.identity.bodies import bodies_of
from generator.identity.comparison import form_of, gender_pair, given_in_case, longer_given
from generator.identity.names import compare, fold, fullness, words_of
from generator.knowledge.base import Knowledge
from generator.knowledge.offices import load_offices
from generator.knowledge.people import countries_by_name
from generator.knowledge.places import known_place, shipped_places
from generator.model.entity import Entity
from generator.model.identity import Identity
from generator.model.ids import CountryCode, EntityId, LanguageCode, country_entity
from generator.model.mention import Mention
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName, Role
from generator.model.span import Span
from generator.text.transliterate import fold_name, slugify

_SENTENCE_END = re.compile(r"[.!?…\n]")
_BESIDE = 2
"""Letters between a name and a title after it: a comma and a space."""
_OF = 12
"""Letters within which the country of a title follows it: `minister of energy of Kazakhstan`."""


@dataclass
class _Person:
    """Mentions found to be one person's."""

    mentions: list[tuple[Mention, PersonName, str]] = field(default_factory=list)
    doubtful: list[Mention] = field(default_factory=list)
    countries: set[CountryCode] = field(default_factory=set)
    """Whose office of state she holds, where two people of her name hold one."""

    @property
    def best(self) -> PersonName:
        counts = Counter(name.written for _, name, _ in self.mentions)
        return max(
            (name for _, name, _ in self.mentions),
            key=lambda name: (fullness(name)[0], counts[name.written], len(name.written)),
        )

    def fits(self, name: PersonName) -> str:
        if name.family is None and name.given and name.patronymic:
            # `Асан Маратович` of the one Асан here whose surname stands elsewhere
            verdicts = {_by_father(known, name) for _, known, _ in self.mentions}
        else:
            verdicts = {compare(known, name) for _, known, _ in self.mentions}
        if "same" in verdicts:
            return "same"
        return "unsure" if "unsure" in verdicts else "different"


def _by_father(known: PersonName, name: PersonName) -> str:
    """Whether a given name and patronymic may mean the bearer of a full name."""
    if fold(known.written) == fold(name.written):
        return "same"
    if not known.given or not name.given or fold(known.given) != fold(name.given):
        return "different"
    if known.patronymic and fold(known.patronymic) != fold(name.patronymic or ""):
        return "different"
    return "unsure"


def resolve_article(
    mentions: Sequence[Mention], text: str, language: LanguageCode, knowledge: Knowledge
) -> tuple[tuple[Entity, ...], tuple[Identity, ...]]:
    """Entities of one article in order of first mention, and who each mention means."""
    identities: list[Identity] = []
    entities: dict[EntityId, Entity] = {}
    bodies = bodies_of(mentions, text, language, knowledge)
    for mention in mentions:
        if isinstance(mention.value, OrganisationName):
            entity: Entity | None = bodies[mention.span]
        else:
            entity = _plain_entity(mention, language, knowledge)
        if entity is not None:
            entities.setdefault(entity.id, entity)
            identities.append(_same(mention, entity.id, "named"))
    people = _people(mentions, text, language)
    taken: set[EntityId] = set()
    holder_of: dict[int, EntityId] = {}
    for person in people:
        entity = _person_entity(person, language, taken)
        taken.add(entity.id)
        entities[entity.id] = entity
        for mention, _, reason in person.mentions:
            identities.append(_same(mention, entity.id, reason))
            holder_of[mention.span.start] = entity.id
        identities.extend(
            Identity(
                mention=mention,
                entity=entity.id,
                judgement="unsure",
                reason="one of several of this name",
            )
            for mention in person.doubtful
        )
    identities.extend(_titles_alone(mentions, holder_of))
    identities.sort(key=lambda identity: (identity.mention.span, identity.entity))
    first: dict[EntityId, int] = {}
    for identity in identities:
        first.setdefault(identity.entity, identity.mention.span.start)
    ordered = sorted(entities.values(), key=lambda entity: (first.get(entity.id, 0), entity.id))
    return tuple(ordered), tuple(identities)


def country(code: CountryCode, knowledge: Knowledge) -> Entity:
    """A country's entity, named in every language of the site."""
    names = {
        pack.code: knowledge.countries.name(code, pack.code)
        for pack in knowledge.countries.languages
    }
    return Entity(id=country_entity(code), kind="country", names=names)


def _same(mention: Mention, entity: EntityId, reason: str) -> Identity:
    return Identity(mention=mention, entity=entity, judgement="same", reason=reason)


def _plain_entity(mention: Mention, language: LanguageCode, knowledge: Knowledge) -> Entity | None:
    """The entity of a mention whose value already says who is meant."""
    value = mention.value
    if isinstance(value, CountryName):
        return country(value.code, knowledge)
    if isinstance(value, PlaceName):
        return _place(value.name, language)
    return None


def _place(name: str, language: LanguageCode) -> Entity:
    """A place shipped is one in all languages, and is named in each."""
    known = known_place(name)
    names = (
        {}
        if known is None
        else {code: names[0] for code, names in shipped_places()[known].names.items()}
    )
    return Entity(
        id=EntityId(f"place:{known or slugify(name)}"),
        kind="place",
        names={**names, language: name},
    )


def _people(mentions: Sequence[Mention], text: str, language: LanguageCode) -> list[_Person]:
    """Full names first, so that a surname alone finds its person below it as well as above."""
    named = [
        (mention, mention.value) for mention in mentions if isinstance(mention.value, PersonName)
    ]
    full = [pair for pair in named if pair[1].given and pair[1].family]
    short = [pair for pair in named if not (pair[1].given and pair[1].family)]
    served = _countries_served(mentions, full)
    people: list[_Person] = []
    # the fullest names make the clusters, so that initials join a name and not the reverse; of one
    # name those first that the text gives an office of two countries to
    for mention, name in sorted(
        full,
        key=lambda pair: (-fullness(pair[1])[0], pair[0].span not in served, pair[0].span),
    ):
        country = served.get(mention.span)
        fitting = [
            person
            for person in people
            if person.fits(name) == "same"
            and not (country and person.countries and country not in person.countries)
        ]
        if len(fitting) == 1:
            fitting[0].mentions.append((mention, name, "full name"))
        elif fitting:
            _nearest(fitting, mention).doubtful.append(mention)
        else:
            people.append(_Person([(mention, name, "full name")]))
            fitting = people[-1:]
        if country is not None and len(fitting) == 1:
            fitting[0].countries.add(country)
    people = _with_longer_names(people, text, language)
    for mention, name in short:
        written = mention.span.of(text)
        fitting = [
            person
            for person in people
            if person.fits(name) != "different" or _is_her_surname(person, written, name)
        ]
        if len(fitting) == 1:
            if fitting[0].fits(name) == "different":
                name = replace(name, family=written, written=written)
            fitting[0].mentions.append((mention, name, "part of a name given in full here"))
        elif fitting:
            _nearest(fitting, mention).doubtful.append(mention)
        else:
            people.append(_Person([(mention, name, "named by one word")]))
    for person in people:
        person.mentions.sort(key=lambda item: item[0].span)
    return sorted(people, key=lambda person: person.mentions[0][0].span)


def _countries_served(
    mentions: Sequence[Mention], named: Iterable[tuple[Mention, PersonName]]
) -> Mapping[Span, CountryCode]:
    """Names that the text gives, side by side, offices of different states: two people's.

    Only where title, country and name stand together at each, now and not formerly: a title is
    misread more often than two people of one name meet. Whoever is known keeps her name, and an
    envoy's title may name the country she is sent to.
    """
    countries = sorted(
        (mention.span, mention.value.code)
        for mention in mentions
        if isinstance(mention.value, CountryName)
    )
    names = {
        mention.span: fold(name.written)
        for mention, name in named
        if name.written.lower() not in countries_by_name()
    }
    found: dict[Span, CountryCode] = {}
    for mention in mentions:
        role, holder = mention.value, mention.argument("holder")
        if mention.kind != "role" or not isinstance(role, Role) or holder not in names:
            continue
        serves = role.office is not None and load_offices().serves(role.office)
        if role.country is None or role.former or not serves:
            continue
        assert holder is not None
        if any(
            _stand_together(mention.span, span, holder)
            for span, code in countries
            if code == role.country
        ):
            found[holder] = role.country
    of_name: dict[str, set[CountryCode]] = defaultdict(set)
    for holder, country in found.items():
        of_name[names[holder]].add(country)
    return {holder: country for holder, country in found.items() if len(of_name[names[holder]]) > 1}


def _stand_together(title: Span, country: Span, name: Span) -> bool:
    """Whether a title and its country stand right before a name, or right after it."""
    if title.end <= name.start:
        joined = country.end >= title.start - 1 and country.end <= name.start
        return joined and name.start - max(title.end, country.end) <= 1
    after = name.end <= title.start <= name.end + _BESIDE
    return after and title.start <= country.start <= title.end + _OF


def _with_longer_names(
    people: Sequence[_Person], text: str, language: LanguageCode
) -> list[_Person]:
    """The people, with `Тынчтык` and `Тынчтыкбек` of one surname made one, or `Кайрата`, `Кайрат`.

    Not where one sentence names both, nor where a third one of the name stands by.
    """
    left = list(people)
    for one in people:
        form = form_of(one.best.written, language)
        fitting = [
            (other, known)
            for other in left
            if other is not one
            and (
                longer_given(form, known := form_of(other.best.written, language))
                or given_in_case(form, known)
            )
        ]
        if one not in left or len(fitting) != 1 or _named_together(one, fitting[0][0], text):
            continue
        other, known = fitting[0]
        if given_in_case(form, known):  # the shorter is the base form
            base = min(one.best, other.best, key=lambda name: len(name.written))
            for person in (one, other):
                person.mentions = [(mention, base, why) for mention, _, why in person.mentions]
        other.mentions.extend(one.mentions)
        other.doubtful.extend(one.doubtful)
        left.remove(one)
    return left


def _named_together(one: _Person, other: _Person, text: str) -> bool:
    """Whether two people are named in one sentence."""
    return any(
        not _SENTENCE_END.search(
            text, min(left.span.end, right.span.end), max(left.span.start, right.span.start)
        )
        for left, _, _ in one.mentions
        for right, _, _ in other.mentions
    )


def _is_her_surname(person: _Person, written: str, name: PersonName) -> bool:
    """Whether a word is a woman's surname to the letter, though read as a case of a man's."""
    family = name.family
    return (
        name.given is None
        and family is not None
        and fold(family) != fold(written)
        and any(
            known.family is not None
            and fold(known.family) == fold(written)
            and gender_pair(fold_name(known.family), fold_name(family))
            for _, known, _ in person.mentions
        )
    )


def _nearest(people: Sequence[_Person], mention: Mention) -> _Person:
    """The person named last before `mention`, or first after it."""

    def distance(person: _Person) -> tuple[int, int]:
        starts = [found.span.start for found, _, _ in person.mentions]
        before = [mention.span.start - start for start in starts if start <= mention.span.start]
        return (0, min(before)) if before else (1, min(starts))

    return min(people, key=distance)


def _person_entity(person: _Person, language: LanguageCode, taken: set[EntityId]) -> Entity:
    best = person.best
    stem = slugify(best.written) or "unnamed"
    entity, number = EntityId(f"person:{stem}"), 2
    while entity in taken:
        entity, number = EntityId(f"person:{stem}-{number}"), number + 1
    written = {name.written for _, name, _ in person.mentions}
    return Entity(
        id=entity,
        kind="person",
        names={language: best.written},
        aliases=tuple(sorted(written - {best.written})),
    )


def _titles_alone(
    mentions: Sequence[Mention], holder_of: dict[int, EntityId]
) -> Iterable[Identity]:
    """`the Prime Minister said`, where the article names one Prime Minister."""
    holders: dict[tuple[str, str], dict[EntityId, set[str | None]]] = defaultdict(dict)
    bound: dict[Span, EntityId] = {}
    for mention in mentions:
        if mention.kind != "role" or not isinstance(mention.value, Role):
            continue
        span = mention.argument("holder")
        holder = None if span is None else holder_of.get(span.start)
        if holder is None:
            continue
        bound[mention.span] = holder
        if mention.value.former:
            continue
        for key in _title_keys(mention.value):
            holders[key].setdefault(holder, set()).add(mention.value.country)
    for mention in mentions:
        if mention.kind != "title" or not isinstance(mention.value, Role):
            continue
        if mention.span in bound:
            yield _same(mention, bound[mention.span], "a title given to this person")
            continue
        if mention.value.former:
            continue
        for key in _title_keys(mention.value):
            fitting = [
                holder
                for holder, countries in holders.get(key, {}).items()
                if mention.value.country is None
                or mention.value.country in countries
                or countries == {None}
            ]
            if len(fitting) == 1:
                yield _same(mention, fitting[0], "the one person here who holds this title")
                break


def _title_keys(role: Role) -> Iterable[tuple[str, str]]:
    if role.office is not None:
        yield "office", role.office
    yield "title", " ".join(words_of(fold(role.title)))
