"""Who is who inside one article.

A surname alone belongs to the one person of the article who bears it, named in full above or
below; a title alone (`the Prime Minister said`) to the one person who holds it here. Where two
could be meant the identity is `unsure`, and nothing is stated on it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.identity.names import compare, fold, fullness, words_of
from generator.knowledge.base import Knowledge
from generator.model.entity import Entity
from generator.model.identity import Identity
from generator.model.ids import CountryCode, EntityId, LanguageCode, country_entity
from generator.model.mention import Mention
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName, Role
from generator.model.span import Span
from generator.text.transliterate import slugify


@dataclass
class _Person:
    """Mentions found to be one person's."""

    mentions: list[tuple[Mention, PersonName, str]] = field(default_factory=list)
    doubtful: list[Mention] = field(default_factory=list)

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
    mentions: Sequence[Mention], language: LanguageCode, knowledge: Knowledge
) -> tuple[tuple[Entity, ...], tuple[Identity, ...]]:
    """Entities of one article in order of first mention, and who each mention means."""
    identities: list[Identity] = []
    entities: dict[EntityId, Entity] = {}
    for mention in mentions:
        entity = _plain_entity(mention, language, knowledge)
        if entity is not None:
            entities.setdefault(entity.id, entity)
            identities.append(_same(mention, entity.id, "named"))
    people = _people(mentions)
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
        return Entity(
            id=EntityId(f"place:{slugify(value.name)}"), kind="place", names={language: value.name}
        )
    if isinstance(value, OrganisationName):
        entity = value.id or EntityId(f"organisation:{slugify(value.name)}")
        return Entity(id=entity, kind="organisation", names={language: value.name})
    return None


def _people(mentions: Iterable[Mention]) -> list[_Person]:
    """Full names first, so that a surname alone finds its person below it as well as above."""
    named = [
        (mention, mention.value) for mention in mentions if isinstance(mention.value, PersonName)
    ]
    full = [pair for pair in named if pair[1].given and pair[1].family]
    short = [pair for pair in named if not (pair[1].given and pair[1].family)]
    people: list[_Person] = []
    # the fullest names make the clusters, so that initials join a name and not the reverse
    for mention, name in sorted(full, key=lambda pair: (-fullness(pair[1])[0], pair[0].span)):
        fitting = [person for person in people if person.fits(name) == "same"]
        if len(fitting) == 1:
            fitting[0].mentions.append((mention, name, "full name"))
        elif fitting:
            _nearest(fitting, mention).doubtful.append(mention)
        else:
            people.append(_Person([(mention, name, "full name")]))
    for mention, name in short:
        fitting = [person for person in people if person.fits(name) != "different"]
        if len(fitting) == 1:
            fitting[0].mentions.append((mention, name, "part of a name given in full here"))
        elif fitting:
            _nearest(fitting, mention).doubtful.append(mention)
        else:
            people.append(_Person([(mention, name, "named by one word")]))
    for person in people:
        person.mentions.sort(key=lambda item: item[0].span)
    return sorted(people, key=lambda person: person.mentions[0][0].span)


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
