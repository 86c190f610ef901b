"""What editors decided about who is who, applied to what the program found by itself.

`resolve` sees no note. This step takes its result and moves people (and organisations) to the ids
of the notes that mean them, so that taking a note away gives the earlier site to the byte:

- what a note calls `same_as`, and whatever is called by one of its names, is the note's;
- what a note calls `not_same_as` stays, or becomes, somebody else: where the program had made one
  of the two, each article's person goes to the note whose names she has or, where both have them,
  to the one whose roles agree with the article; who fits both or none stays where she was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from generator.identity.names import fold, words_of
from generator.knowledge.notes import Notes
from generator.model.entity import Entity
from generator.model.fact import Fact
from generator.model.identity import Identity
from generator.model.ids import EntityId, LanguageCode, entity_key, entity_kind
from generator.model.names import Role
from generator.model.note import Note, NotedRole
from generator.model.notice import Notice
from generator.model.site import Briefing, Doubt
from generator.model.span import Span
from generator.text.transliterate import fold_name

KINDS = ("person", "organisation")
"""Kinds of entity that can be two or one; a country is its code."""

Key = tuple[str, ...]
Local = tuple[int, EntityId]
"""Somebody as one article knows her: the briefing's place in the list, the article's own id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The site's identities after the editors' word."""

    briefings: tuple[Briefing, ...]
    entities: tuple[Entity, ...]
    doubts: tuple[Doubt, ...]
    """Those that no note settles."""
    redirects: Mapping[EntityId, EntityId]
    """Id that nobody has any more to the one that took its place."""
    notices: tuple[Notice, ...]


def rule(
    originals: Sequence[Briefing],
    resolved: Sequence[Briefing],
    entities: Sequence[Entity],
    doubts: Sequence[Doubt],
    notes: Notes,
) -> Ruled:
    """Apply the notes. `originals` are the briefings as `resolve` got them, in the same order."""
    if not notes.by_entity:
        return Ruled(
            briefings=tuple(resolved),
            entities=tuple(entities),
            doubts=tuple(doubts),
            redirects=MappingProxyType({}),
            notices=(),
        )
    known = {entity.id: entity for entity in entities}
    ruling = _Ruling(notes=notes, known=known, originals=originals, resolved=resolved)
    for kind in KINDS:
        ruling.decide(kind)
    moves = ruling.moves
    moved = tuple(
        _moved(briefing, original, moves, place)
        for place, (original, briefing) in enumerate(zip(originals, resolved, strict=True))
    )
    found = _entities(known, moved, moves)
    ruled = {id_: _noted(entity, notes.by_entity.get(id_)) for id_, entity in found.items()}
    return Ruled(
        briefings=tuple(_with_offices(briefing, notes) for briefing in moved),
        entities=tuple(ruled[id_] for id_ in sorted(ruled)),
        doubts=tuple(_open(doubts, notes, moves)),
        redirects=MappingProxyType(_redirects(notes, moves, ruled)),
        notices=(*ruling.notices, *_unknown(notes, known)),
    )


# -- who goes where --------------------------------------------------------------------------------


@dataclass
class _Moves:
    """Where everybody goes; who is not listed stays."""

    wholly: dict[EntityId, EntityId] = field(default_factory=dict)
    singly: dict[Local, EntityId] = field(default_factory=dict)
    split: set[EntityId] = field(default_factory=set)
    """Ids whose people are listed singly."""

    @cached_property
    def changed(self) -> frozenset[EntityId]:
        """Every id that somebody leaves, once all is decided."""
        return frozenset({old for old, new in self.wholly.items() if old != new} | self.split)


@dataclass
class _Ruling:
    notes: Notes
    known: Mapping[EntityId, Entity]
    originals: Sequence[Briefing]
    resolved: Sequence[Briefing]
    moves: _Moves = field(default_factory=_Moves)
    notices: list[Notice] = field(default_factory=list)

    def decide(self, kind: str) -> None:
        """Find the moves among the entities of one kind."""
        by_name: dict[Key, list[Note]] = defaultdict(list)
        for note in self.notes.of_kind(kind):
            for key in sorted(_note_keys(note)):
                by_name[key].append(note)
        for id_, entity in sorted(self.known.items()):
            if entity.kind != kind:
                continue
            own = self.notes.by_entity.get(self.notes.same.get(id_, id_))
            named = {
                note.entity: note
                for key in _keys((*entity.names.values(), *entity.aliases))
                for note in by_name.get(key, ())
            }
            rivals = [
                note
                for _, note in sorted(named.items())
                if note is not own and self._may_take(note, id_)
            ]
            claiming = [id_ if own is None else own.entity, *(one.entity for one in rivals)]
            if any(self._are_two(*pair) for pair in combinations(claiming, 2)):
                self._split(id_, own, rivals)
            elif own is not None:
                self.moves.wholly[id_] = own.entity
            elif len(rivals) == 1:
                self.moves.wholly[id_] = rivals[0].entity
            elif rivals:
                self.notices.append(_which(entity, rivals))

    def _are_two(self, left: EntityId, right: EntityId) -> bool:
        return frozenset((left, right)) in self.notes.apart

    def _may_take(self, note: Note, id_: EntityId) -> bool:
        """Whether `note` may take people out of `id_` because they have its names.

        Not where the program has found the two by itself and the editor says they are two: then
        each has whom it has.
        """
        return not self._are_two(note.entity, id_) or note.entity not in self.known

    def _split(self, id_: EntityId, own: Note | None, rivals: Sequence[Note]) -> None:
        """Hand the people of one id out to those whom an editor says to be two."""
        people = self._locals[id_]
        names = {local: _local_names(local, self.originals) for local in people}
        notes = [*rivals, *((own,) if own else ())]
        kept = id_ if own is None else own.entity
        gone: dict[Local, EntityId] = {}
        # To the letter first: two people may be a letter apart that other scripts do not tell.
        for form in (_letters, _keys):
            claims = {note.entity: form((*note.names.values(), *note.aliases)) for note in notes}
            for local in people:
                named = [note for note in notes if claims[note.entity] & form(names[local])]
                if len(named) == 1 and (
                    len(notes) > 1  # else a name that everybody here has tells nobody apart
                    or any(
                        not claims[named[0].entity] & form(names[peer])
                        for peer in people
                        if self._language(peer) == self._language(local)
                    )
                ):
                    gone.setdefault(local, named[0].entity)
        for local in people:
            named = [note for note in notes if _note_keys(note) & _keys(names[local])]
            if own is not None and own not in named:
                named.append(own)
            fitting = [note for note in named if _agrees(note, local, self.originals)]
            gone.setdefault(local, fitting[0].entity if len(fitting) == 1 else kept)
        self.moves.singly.update(gone)
        self.moves.split.add(id_)
        self.notices.extend(
            _untold(note, kept) for note in rivals if note.entity not in gone.values()
        )

    def _language(self, local: Local) -> LanguageCode:
        return self.originals[local[0]].article.language

    @cached_property
    def _locals(self) -> Mapping[EntityId, Sequence[Local]]:
        """Everybody in every article, by the id that `resolve` gave."""
        found: dict[EntityId, list[Local]] = defaultdict(list)
        for place, (original, briefing) in enumerate(
            zip(self.originals, self.resolved, strict=True)
        ):
            for old, new in sorted(_renaming(original, briefing).items()):
                found[new].append((place, old))
        return found


def _agrees(note: Note, local: Local, originals: Sequence[Briefing]) -> bool:
    """Whether the article gives the person an office that the note gives, at that time."""
    place, id_ = local
    briefing = originals[place]
    moment = briefing.article.published
    day = "" if moment is None else str(moment.date)
    return any(
        isinstance(fact.value, Role)
        and fact.argument("holder") == id_
        and any(_one_role(role, fact.value, day) for role in note.roles)
        for fact in briefing.facts
    )


def _one_role(noted: NotedRole, said: Role, day: str) -> bool:
    """Equal as far as both speak; something must agree, and nothing may contradict."""
    if noted.country is not None and said.country is not None and noted.country != said.country:
        return False
    since, until = str(noted.since or ""), str(noted.until or "")
    if (
        day
        and not said.former
        and (day[: len(since)] < since or (until and day[: len(until)] > until))
    ):
        return False
    if noted.office is not None and said.office is not None:
        return noted.office == said.office
    return noted.title is not None and fold(noted.title) == fold(said.title)


def _renaming(original: Briefing, briefing: Briefing) -> dict[EntityId, EntityId]:
    """The article's own ids to the site's."""
    now = {_place(identity): identity.entity for identity in briefing.identities}
    return {
        identity.entity: now[_place(identity)]
        for identity in original.identities
        if _place(identity) in now
    }


def _place(identity: Identity) -> tuple[str, Span]:
    return identity.mention.kind, identity.mention.span


def _note_keys(note: Note) -> frozenset[Key]:
    return _keys((*note.names.values(), *note.aliases))


def _local_names(local: Local, originals: Sequence[Briefing]) -> tuple[str, ...]:
    place, id_ = local
    entity = next((one for one in originals[place].entities if one.id == id_), None)
    return () if entity is None else (*entity.names.values(), *entity.aliases)


def _letters(names: Iterable[str]) -> frozenset[Key]:
    """Names as they are written, whichever part of them comes first."""
    return frozenset(tuple(sorted(map(fold, name.split()))) for name in names)


def _keys(names: Iterable[str]) -> frozenset[Key]:
    """Names in the form all scripts share, whichever part of them comes first."""
    return frozenset(tuple(sorted(folded.split())) for name in names if (folded := fold_name(name)))


# -- moving ----------------------------------------------------------------------------------------


def _moved(briefing: Briefing, original: Briefing, moves: _Moves, place: int) -> Briefing:
    """The briefing with the ids that editors want."""
    if not any(entity.id in moves.changed for entity in briefing.entities):
        return briefing
    ids = _targets(briefing, original, moves, place)
    by_local = {local: new for local, (_, new) in ids.items()}
    by_site = dict(ids.values())
    if all(old == new for old, new in by_site.items()):
        return briefing
    own = {_place(identity): identity.entity for identity in original.identities}
    stated = [fact.arguments for fact in original.facts]
    if len(stated) != len(briefing.facts):
        stated = [fact.arguments for fact in briefing.facts]
    return replace(
        briefing,
        identities=tuple(
            replace(
                identity,
                entity=by_local.get(
                    own.get(_place(identity), identity.entity),
                    by_site.get(identity.entity, identity.entity),
                ),
            )
            for identity in briefing.identities
        ),
        facts=tuple(
            replace(
                fact,
                arguments=tuple(
                    (role, by_local.get(entity, by_site.get(entity, entity)))
                    for role, entity in arguments
                ),
            )
            for arguments, fact in zip(stated, briefing.facts, strict=True)
        ),
        entities=_one_each(original, ids, briefing, moves),
    )


def _with_offices(briefing: Briefing, notes: Notes) -> Briefing:
    """Titles that say no office by themselves, given the one that the holder's note gives them."""
    if not any(id_ in notes.by_entity for fact in briefing.facts for _, id_ in fact.arguments):
        return briefing
    moment = briefing.article.published
    day = "" if moment is None else str(moment.date)
    facts = tuple(_with_office(fact, notes, day) for fact in briefing.facts)
    return replace(briefing, facts=facts)


def _with_office(fact: Fact, notes: Notes, day: str) -> Fact:
    holder = fact.argument("holder")
    note = None if holder is None else notes.by_entity.get(holder)
    if note is None or not isinstance(fact.value, Role) or fact.value.office is not None:
        return fact
    for noted in note.roles:
        if noted.office is not None and noted.title and _one_role(noted, fact.value, day):
            country = fact.value.country or noted.country
            return replace(fact, value=replace(fact.value, office=noted.office, country=country))
    return fact


def _targets(
    briefing: Briefing, original: Briefing, moves: _Moves, place: int
) -> dict[EntityId, tuple[EntityId, EntityId]]:
    """The article's own id to the site's, before and after."""
    return {
        local: (site, moves.singly.get((place, local)) or moves.wholly.get(site, site))
        for local, site in _renaming(original, briefing).items()
    }


def _one_each(
    original: Briefing,
    ids: Mapping[EntityId, tuple[EntityId, EntityId]],
    briefing: Briefing,
    moves: _Moves,
) -> tuple[Entity, ...]:
    """The article's entities under their new ids, each once, in order of first mention."""
    found: dict[EntityId, Entity] = {}
    for entity in briefing.entities:
        if entity.id not in moves.split:
            id_ = moves.wholly.get(entity.id, entity.id)
            found[id_] = _joined(found.get(id_), replace(entity, id=id_))
            continue
        for own in original.entities:  # one id here may have stood for two of the article's
            before, id_ = ids.get(own.id, (own.id, own.id))
            if before == entity.id:
                found[id_] = _joined(found.get(id_), replace(own, id=id_))
    return tuple(found.values())


def _joined(first: Entity | None, second: Entity) -> Entity:
    """Both as one of an article's entities; of two names of a language, the fuller."""
    if first is None:
        return second
    both = sorted({**first.names, **second.names})
    names = {
        language: max(
            filter(None, (first.names.get(language), second.names.get(language))),
            key=lambda name: (len(words_of(name)) > 1, len(name)),
        )
        for language in both
    }
    return _called(first, names, second)


def _added(first: Entity | None, second: Entity) -> Entity:
    """Both as one of the site's entities, which keeps the names of the first."""
    if first is None:
        return second
    return _called(first, dict(sorted({**second.names, **first.names}.items())), second)


def _called(first: Entity, names: Mapping[LanguageCode, str], second: Entity) -> Entity:
    every = {*first.names.values(), *second.names.values(), *first.aliases, *second.aliases}
    return replace(
        first,
        names=MappingProxyType(names),
        aliases=tuple(sorted(every - set(names.values()))),
        external_ids={**second.external_ids, **first.external_ids},
    )


def _entities(
    known: Mapping[EntityId, Entity], moved: Sequence[Briefing], moves: _Moves
) -> dict[EntityId, Entity]:
    """Every entity of the site by the id it has now."""
    found: dict[EntityId, Entity] = {}
    # Whoever has the id already comes first: her names are chosen where both have one.
    order = sorted(known, key=lambda id_: (moves.wholly.get(id_, id_) != id_, id_))
    for id_ in order:
        if id_ not in moves.split:
            target = moves.wholly.get(id_, id_)
            found[target] = _added(found.get(target), replace(known[id_], id=target))
    if moves.split:
        before = [known[id_] for id_ in sorted(moves.split)]
        _gather(set(moves.singly.values()), moved, found, before)
    return found


def _gather(
    wanted: set[EntityId],
    moved: Sequence[Briefing],
    found: dict[EntityId, Entity],
    before: Sequence[Entity],
) -> None:
    """Whoever was split gets the names of her own articles, the commonest first."""
    names: dict[EntityId, dict[LanguageCode, Counter[str]]] = {}
    aliases: dict[EntityId, set[str]] = defaultdict(set)
    for briefing in moved:
        for entity in briefing.entities:
            if entity.id in wanted:
                counts = names.setdefault(entity.id, defaultdict(Counter))
                for language, name in entity.names.items():
                    counts[language][name] += 1
                aliases[entity.id].update(entity.aliases)
    kept = {entity.id: entity for entity in before}
    for id_, by_language in sorted(names.items()):
        best = {
            language: max(
                counts, key=lambda name: (len(words_of(name)) > 1, counts[name], len(name), name)
            )
            for language, counts in sorted(by_language.items())
        }
        every = {name for counts in by_language.values() for name in counts} | aliases[id_]
        entity = Entity(
            id=id_,
            kind=entity_kind(id_),
            names=best,
            aliases=tuple(sorted(every - set(best.values()))),
            external_ids=kept[id_].external_ids if id_ in kept else {},
        )
        found[id_] = _added(found.get(id_), entity)


def _noted(entity: Entity, note: Note | None) -> Entity:
    """The entity with what its note says of its names."""
    if note is None or entity.kind not in KINDS:
        return entity
    names = dict(sorted({**entity.names, **note.names}.items()))
    every = {*entity.names.values(), *entity.aliases, *note.aliases} - set(names.values())
    external = dict(entity.external_ids)
    if note.wikidata is not None:
        external["wikidata"] = note.wikidata
    return replace(
        entity,
        names=MappingProxyType(names),
        aliases=tuple(sorted(every)),
        external_ids=MappingProxyType(external),
    )


# -- what to tell ----------------------------------------------------------------------------------


def _redirects(
    notes: Notes, moves: _Moves, entities: Mapping[EntityId, Entity]
) -> dict[EntityId, EntityId]:
    """Every address that an editor's word has made empty."""
    wanted = {**dict(notes.same), **moves.wholly}
    return {
        old: new
        for old, new in sorted(wanted.items())
        if old != new and old not in entities and new in entities
    }


def _open(doubts: Iterable[Doubt], notes: Notes, moves: _Moves) -> Iterable[Doubt]:
    found: dict[tuple[EntityId, EntityId], Doubt] = {}
    for doubt in doubts:
        first, second = sorted(moves.wholly.get(id_, id_) for id_ in (doubt.first, doubt.second))
        settled = notes.settled(doubt.first, doubt.second) or notes.settled(first, second)
        if first != second and not settled:
            found.setdefault((first, second), replace(doubt, first=first, second=second))
    return [found[pair] for pair in sorted(found)]


def _unknown(notes: Notes, known: Mapping[EntityId, Entity]) -> Iterable[Notice]:
    for note in notes.by_entity.values():
        if not _note_keys(note) and note.entity not in known and _can_be_two(note.entity):
            yield Notice(
                code="unknown-id",
                severity="warning",
                problem=f"Nobody on the site has the id `{entity_key(note.entity)}` now.",
                path=note.path,
                hint="Write `names:` into the note: it is found by them whatever the address.",
            )
        for key in ("same_as", "not_same_as"):
            for number, other in enumerate(getattr(note, key)):
                if other not in known and other not in notes.by_entity:
                    yield Notice(
                        code="unknown-id",
                        severity="warning",
                        problem=f"Nobody on the site has the id `{entity_key(other)}` now.",
                        path=note.path,
                        line=note.line(f"{key}[{number}]"),
                        hint="It is the last part of a page's address; if it is right, keep it.",
                    )


def _can_be_two(id_: EntityId) -> bool:
    return entity_kind(id_) in KINDS


def _untold(note: Note, other: EntityId) -> Notice:
    return Notice(
        code="ambiguous-note",
        severity="warning",
        problem=f"Nothing here tells anybody from `{entity_key(other)}`, who has the same name.",
        path=note.path,
        line=note.line("names"),
        hint="Write `names:` or `roles:` as the articles have them, into the notes of both.",
    )


def _which(entity: Entity, rivals: Sequence[Note]) -> Notice:
    first, second, *_ = rivals
    return Notice(
        code="ambiguous-note",
        severity="warning",
        problem=f"The names of `{entity_key(entity.id)}` stand in {second.path}, too.",
        path=first.path,
        line=first.line("names"),
        hint=f"Write `same_as: [{entity_key(entity.id)}]` into the one that is meant.",
    )
