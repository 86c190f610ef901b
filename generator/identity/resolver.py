"""Who is who across the articles of a site, whatever their language or script.

Two people are one when given and family name agree in the form all scripts share. A person named
by surname or initials alone joins a full-named one only where exactly one of that surname holds
the same office; otherwise she stays with her article. Nothing depends on the order of the files.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.identity.candidates import Key, comparison_key
from generator.identity.names import is_initial, words_of
from generator.knowledge.base import Knowledge
from generator.model.entity import Entity
from generator.model.ids import EntityId, LanguageCode
from generator.model.names import Role
from generator.model.site import Briefing
from generator.text.transliterate import fold_name, slugify

Local = tuple[int, EntityId]
"""A person as one article knows her: the briefing's place in the list, the local id."""


@dataclass
class _Group:
    """What the articles say of one person."""

    members: list[Local] = field(default_factory=list)
    names: Counter[tuple[LanguageCode, str]] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    offices: set[tuple[str, str]] = field(default_factory=set)
    first_seen: tuple[str, str] = ("", "")


def resolve(
    briefings: Sequence[Briefing], knowledge: Knowledge
) -> tuple[tuple[Briefing, ...], tuple[Entity, ...]]:
    """The briefings with ids that hold in the whole site, and every entity of it, by id."""
    groups, single = _full_named(briefings)
    for local, group in single:
        groups[_key_of_partial(local, group, groups, briefings)].append_all(group)
    ids = _ids(groups)
    rename: dict[int, dict[EntityId, EntityId]] = defaultdict(dict)
    people: list[Entity] = []
    for key, group in groups.items():
        for place, local_id in group.members:
            rename[place][local_id] = ids[key]
        people.append(_entity(ids[key], group))
    resolved = tuple(_renamed(briefing, rename[place]) for place, briefing in enumerate(briefings))
    others = _others(briefings)
    return resolved, tuple(sorted([*people, *others], key=lambda entity: entity.id))


class _Groups(dict[Key, "_Merged"]):
    """Groups by key; an unknown key opens an empty group."""

    def __missing__(self, key: Key) -> _Merged:
        self[key] = _Merged()
        return self[key]


class _Merged(_Group):
    def append_all(self, other: _Group) -> None:
        """Take over everything `other` knows."""
        self.members.extend(other.members)
        self.names.update(other.names)
        self.aliases.update(other.aliases)
        self.offices.update(other.offices)
        self.first_seen = min(filter(any, (self.first_seen, other.first_seen)))


def _full_named(briefings: Sequence[Briefing]) -> tuple[_Groups, list[tuple[Local, _Group]]]:
    groups = _Groups()
    single: list[tuple[Local, _Group]] = []
    for place, briefing in sorted(
        enumerate(briefings), key=lambda item: (str(item[1].article.id), item[0])
    ):
        language = briefing.article.language
        offices = _offices(briefing)
        for entity in briefing.entities:
            if entity.kind != "person":
                continue
            name = entity.names[language]
            group = _Group(
                members=[(place, entity.id)],
                names=Counter({(language, name): 1}),
                aliases=set(entity.aliases),
                offices=offices[entity.id],
                first_seen=(str(briefing.article.id), name),
            )
            key = comparison_key(name)
            if key is None:
                single.append(((place, entity.id), group))
            else:
                groups[key].append_all(group)
    return groups, single


def _offices(briefing: Briefing) -> dict[EntityId, set[tuple[str, str]]]:
    """Offices with their country by local person; an office without a country proves nothing."""
    found: dict[EntityId, set[tuple[str, str]]] = defaultdict(set)
    for fact in briefing.facts:
        holder = fact.argument("holder")
        value = fact.value
        if (
            holder is not None
            and isinstance(value, Role)
            and value.office is not None
            and value.country is not None
        ):
            found[holder].add((value.office, value.country))
    return found


def _key_of_partial(
    local: Local, group: _Group, groups: _Groups, briefings: Sequence[Briefing]
) -> Key:
    """The one full-named person of that surname and office, else a key of her own."""
    (_, name) = group.first_seen
    words = [fold_name(word) for word in words_of(name) if not is_initial(word)]
    fitting = [
        key
        for key, other in groups.items()
        if key[0] and words and set(words) <= set(key) and other.offices & group.offices
    ]
    if len(fitting) == 1:
        return fitting[0]
    place, entity = local
    return ("", str(briefings[place].article.id), str(entity))


def _ids(groups: _Groups) -> dict[Key, EntityId]:
    """An address for each person from her name in Latin letters; namesakes get a number."""
    found: dict[Key, EntityId] = {}
    taken: set[str] = set()
    for key in sorted(groups, key=lambda key: (groups[key].first_seen, key)):
        article, name = groups[key].first_seen
        stem = slugify(fold_name(name)) or slugify(name) or "unnamed"
        if not key[0]:
            stem = f"{stem}-{slugify(article)}"
        unique, number = stem, 2
        while unique in taken:
            unique, number = f"{stem}-{number}", number + 1
        taken.add(unique)
        found[key] = EntityId(f"person:{unique}")
    return found


def _entity(entity: EntityId, group: _Group) -> Entity:
    by_language: dict[LanguageCode, Counter[str]] = defaultdict(Counter)
    for (language, name), count in sorted(group.names.items()):
        by_language[language][name] += count
    names = {
        language: max(
            counts, key=lambda name: (len(words_of(name)) > 1, counts[name], len(name), name)
        )
        for language, counts in sorted(by_language.items())
    }
    every = group.aliases | {name for _, name in group.names}
    return Entity(
        id=entity,
        kind="person",
        names=names,
        aliases=tuple(sorted(every - set(names.values()))),
    )


def _others(briefings: Sequence[Briefing]) -> Iterable[Entity]:
    """Countries, places and organisations: their ids hold everywhere; their names are gathered."""
    found: dict[EntityId, dict[LanguageCode, Counter[str]]] = {}
    kinds: dict[EntityId, str] = {}
    aliases: dict[EntityId, set[str]] = defaultdict(set)
    for briefing in briefings:
        for entity in briefing.entities:
            if entity.kind == "person":
                continue
            kinds[entity.id] = entity.kind
            aliases[entity.id].update(entity.aliases)
            names = found.setdefault(entity.id, defaultdict(Counter))
            for language, name in entity.names.items():
                names[language][name] += 1
    for entity_id, by_language in sorted(found.items()):
        best = {
            language: max(counts, key=lambda name: (counts[name], len(name), name))
            for language, counts in sorted(by_language.items())
        }
        every = {name for counts in by_language.values() for name in counts} | aliases[entity_id]
        yield Entity(
            id=entity_id,
            kind=kinds[entity_id],
            names=best,
            aliases=tuple(sorted(every - set(best.values()))),
        )


def _renamed(briefing: Briefing, ids: dict[EntityId, EntityId]) -> Briefing:
    """The briefing with the site's ids for people."""
    return replace(
        briefing,
        identities=tuple(
            replace(identity, entity=ids.get(identity.entity, identity.entity))
            for identity in briefing.identities
        ),
        facts=tuple(
            replace(
                fact,
                arguments=tuple((role, ids.get(entity, entity)) for role, entity in fact.arguments),
            )
            for fact in briefing.facts
        ),
        entities=_merged(
            replace(entity, id=ids.get(entity.id, entity.id)) for entity in briefing.entities
        ),
    )


def _merged(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The same entities as this article names them, one an id.

    Two local people may have turned out to be one; the fuller name stays the name.
    """
    found: dict[EntityId, Entity] = {}
    for entity in entities:
        known = found.get(entity.id)
        if known is None:
            found[entity.id] = entity
            continue
        names = {
            language: max(filter(None, (known.names.get(language), name)), key=len)
            for language, name in {**known.names, **entity.names}.items()
        }
        every = {*known.names.values(), *entity.names.values(), *known.aliases, *entity.aliases}
        found[entity.id] = replace(
            known, names=names, aliases=tuple(sorted(every - set(names.values())))
        )
    return tuple(found.values())
