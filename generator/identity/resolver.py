"""Who is who across the articles of a site, whatever their language or script.

In steps, each of which only joins:

1. full names that are written alike in the form all scripts share;
2. full names that sound alike in two languages, given and family name both;
3. names nearly alike, and surnames alone, of two articles that tell one thing in two languages;
4. surnames alone that the article ties to an office, or to the country of a known person.

Nothing is joined against a contradiction: another country's office, another patronymic, two
people of one article. What could be one person and is not joined becomes a doubt, for an editor;
so do names a letter apart that stand with one office or country, which are never joined.
Nothing depends on the order of the files.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from generator.identity.bodies import is_of_country, shown_names, with_country
from generator.identity.candidates import a_letter_apart, of_one_surname, pairs_to_compare
from generator.identity.company import companions
from generator.identity.comparison import (
    LONGER_GIVEN,
    NEARLY_ALIKE,
    NOT_FULL,
    Verdict,
    compare_forms,
    form_of,
    same_surname,
    slips_apart,
    weights,
)
from generator.identity.groups import (
    ONE_ARTICLE,
    OTHER_COUNTRY,
    TWO_KNOWN,
    Group,
    Sighting,
    best_names,
    contradiction,
    known_group,
    sightings_of,
)
from generator.identity.transcription import is_cyrillic
from generator.identity.within import country
from generator.knowledge.base import Knowledge
from generator.knowledge.organisations import shipped_organisations
from generator.knowledge.terms import has_ended, has_held, holders_on
from generator.lexicon.language import Language
from generator.lexicon.romanisation import romanise
from generator.model.entity import Entity
from generator.model.ids import CountryCode, EntityId, LanguageCode, entity_key, entity_kind
from generator.model.names import OrganisationName
from generator.model.site import Briefing, Doubt
from generator.text.transliterate import fold_name, slugify

_CLEARLY_BETTER = 0.25
"""How much nearer one of two namesakes must be spelled to be taken for the one meant."""
_SAME_TERM = 365
"""Days within which one surname in one office of one country is one person."""
_SAME_DAYS = 30
"""The same for an office many hold at a time, such as member of parliament."""
_MOST_FORMS = 8
"""Spellings of one person that are compared with those of another."""


def resolve(
    briefings: Sequence[Briefing], knowledge: Knowledge
) -> tuple[tuple[Briefing, ...], tuple[Entity, ...], tuple[Doubt, ...]]:
    """The briefings with ids that hold in the whole site, every entity of it by id, and doubts."""
    people = _People(briefings, knowledge)
    people.join_equal_names()
    people.join_names_that_sound_alike()
    people.join_in_company()
    people.join_surnames()
    people.doubt_names_a_letter_apart()
    people.doubt_slips_in_one_article()
    groups = people.groups
    packs = {pack.code: pack for pack in knowledge.countries.languages}
    ids = _ids(groups, packs, taken={entity_key(entity) for entity in knowledge.people})
    rename: dict[int, dict[EntityId, EntityId]] = defaultdict(dict)
    for place, group in enumerate(groups):
        for sighting in group.sightings:
            rename[sighting.place][sighting.entity] = ids[place]
    persons = [_entity(ids[place], group) for place, group in enumerate(groups)]
    resolved = tuple(_renamed(briefing, rename[place]) for place, briefing in enumerate(briefings))
    others = [*_others(briefings, knowledge), *_implied(briefings, knowledge)]
    entities = tuple(sorted([*persons, *others], key=lambda entity: entity.id))
    of_group = {id(group): ids[place] for place, group in enumerate(groups)}
    return resolved, entities, people.doubts(of_group)


class _People:
    """The groups as far as they are joined."""

    def __init__(self, briefings: Sequence[Briefing], knowledge: Knowledge) -> None:
        self._briefings = briefings
        self._sightings = sightings_of(briefings)
        self._home = knowledge.home_country
        self._known = {
            entity: known_group(entity, person)
            for entity, person in sorted(knowledge.people.items())
        }
        self._groups: list[Group] = []
        self._doubts: list[tuple[Group, Group, str]] = []

    @property
    def groups(self) -> list[Group]:
        """Everybody an article names, by first article."""
        return sorted((g for g in self._groups if g.sightings), key=lambda group: group.order)

    def doubts(self, ids: Mapping[int, EntityId]) -> tuple[Doubt, ...]:
        """The pairs nothing decided, by id, the first reason of each."""
        found: dict[tuple[EntityId, EntityId], str] = {}
        for one, other, reason in self._doubts:
            left, right = ids.get(id(self._now(one))), ids.get(id(self._now(other)))
            if left is not None and right is not None and left != right:
                found.setdefault((min(left, right), max(left, right)), reason)
        return tuple(
            Doubt(first=first, second=second, reason=reason)
            for (first, second), reason in sorted(found.items())
        )

    # -- joining --------------------------------------------------------------------------------

    def _now(self, group: Group) -> Group:
        while group.joined is not None:
            group = group.joined
        return group

    def _join(self, one: Group, other: Group, *, reason: str, same_story: bool = False) -> bool:
        """Make one of two groups unless something speaks against it, which is then a doubt."""
        one, other = self._now(one), self._now(other)
        if one is other:
            return True
        against = contradiction(one, other, same_story=same_story)
        if against is not None:
            if against not in (TWO_KNOWN, ONE_ARTICLE):
                self._doubts.append((one, other, f"{reason}, but {against}"))
            return False
        if (other.known is not None, one.order) > (one.known is not None, other.order):
            one, other = other, one
        one.take(other)
        other.joined = one
        other.sightings = []
        return True

    # -- 1 --------------------------------------------------------------------------------------

    def join_equal_names(self) -> None:
        """Full names with the same words; a known person is who bears a name of hers."""
        known: dict[tuple[str, ...], list[Group]] = defaultdict(list)
        for group in self._known.values():
            for key in sorted({form.key for form in group.forms.values()}):
                known[key].append(group)
        self._groups.extend(self._known.values())
        by_key: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
        for sighting in self._sightings:
            if sighting.form.full:
                by_key[sighting.form.key].append(sighting)
            else:
                self._new(sighting)
        for key, sightings in sorted(by_key.items()):
            self._spread(sightings, known.get(key, []))

    def _new(self, sighting: Sighting) -> Group:
        group = Group()
        group.add(sighting)
        self._groups.append(group)
        return group

    def _spread(self, sightings: Sequence[Sighting], known: Sequence[Group]) -> None:
        """People of one name: those the articles tell apart first, then those they do not."""
        groups = list(known)
        plain: list[Sighting] = []
        for sighting in sightings:
            if not sighting.countries and sighting.form.patronymic is None:
                plain.append(sighting)
                continue
            fitting = [group for group in groups if self._may_be(sighting, group)]
            shared = [group for group in fitting if group.homes & sighting.countries]
            chosen = shared if shared else fitting
            if len(chosen) == 1:
                chosen[0].add(sighting)
            else:
                new = self._new(sighting)
                self._doubts.extend((group, new, "one name") for group in groups)
                groups.append(new)
        for sighting in plain:
            fitting = [group for group in groups if self._may_be(sighting, group)]
            near = [group for group in fitting if group.homes & sighting.about]
            if len(fitting) > 1 and len(near) == 1:
                fitting = near
            if len(fitting) == 1:
                fitting[0].add(sighting)
            else:
                new = self._new(sighting)
                self._doubts.extend((group, new, "one name") for group in groups)
                if not fitting:
                    groups.append(new)

    def _may_be(self, sighting: Sighting, group: Group) -> bool:
        """Whether nothing the article says of her speaks against `group`, whose name she has.

        A known person is met in articles that name her country, or are of it, even where they
        give her another country's title: a title is misread more often than two people share a
        famous name.
        """
        if (
            group.person is not None
            and group.person.common
            and _in_anothers_office(sighting, group)
        ):
            return False
        lone = Group()
        lone.add(sighting)
        against = contradiction(group, lone)
        if against != OTHER_COUNTRY or group.person is None:
            return against is None
        homes = group.person.countries
        return bool(homes & sighting.about) or self._home in homes

    # -- 2 --------------------------------------------------------------------------------------

    def join_names_that_sound_alike(self) -> None:
        """Full names of two languages whose given and family name both agree."""
        groups = sorted((g for g in self._groups if g.forms), key=lambda group: group.order)
        found: list[tuple[Verdict, int, int]] = []
        forms = [list(group.forms.values()) for group in groups]
        for one, other in sorted({*pairs_to_compare(forms), *of_one_surname(forms)}):
            verdict = _compared(groups[one], groups[other])
            if verdict.judgement != "different":
                found.append((verdict, one, other))
        rivals = self._rivals(groups, found)
        for verdict, one, other in sorted(found, key=lambda item: (item[0].cost, item[1], item[2])):
            left, right = groups[one], groups[other]
            if verdict.judgement == "unsure":
                if not self._same_unique_office(left, right, verdict):
                    self._doubts.append((left, right, verdict.reason))
            elif (one, other) in rivals:
                self._doubts.append((left, right, "several people have names that sound so"))
            else:
                self._join(left, right, reason=verdict.reason)

    def _rivals(
        self, groups: Sequence[Group], found: Iterable[tuple[Verdict, int, int]]
    ) -> set[tuple[int, int]]:
        """Pairs of which one side sounds like two people that are not one another."""
        same: dict[int, dict[int, float]] = defaultdict(dict)
        for verdict, one, other in found:
            if verdict.judgement == "same":
                same[one][other] = same[other][one] = verdict.cost
        rivals: set[tuple[int, int]] = set()
        for one, others in same.items():
            for other, cost in others.items():
                for third, price in others.items():
                    if (
                        third != other
                        and third not in same[other]
                        and price < cost + _CLEARLY_BETTER
                        and _languages(groups[third]) & _languages(groups[other])
                    ):
                        rivals.add((min(one, other), max(one, other)))
        return rivals

    def _same_unique_office(self, left: Group, right: Group, verdict: Verdict) -> bool:
        """One office with one holder, given to two names a slip apart, is one person's."""
        slip = verdict.reason in (NEARLY_ALIKE, LONGER_GIVEN)
        if not slip or self._now(left) is self._now(right):
            return self._now(left) is self._now(right)
        shared = _offices(left) & _offices(right)
        single = {office for office in shared if office[0] in weights().single_offices}
        if not single or not (verdict.reason == LONGER_GIVEN or _surnames_agree(left, right)):
            return False
        near = left.person is not None or right.person is not None
        if not near and min(map(right.nearest, left.days), default=_SAME_TERM + 1) > _SAME_TERM:
            return False
        return self._join(left, right, reason=verdict.reason)

    # -- 3 --------------------------------------------------------------------------------------

    def join_in_company(self) -> None:
        """Names nearly alike where two articles tell the same thing."""
        places = {id(group): place for place, group in enumerate(self._groups)}
        group_of = {
            (sighting.place, sighting.entity): group
            for group in self._groups
            for sighting in group.sightings
        }
        by_article: dict[int, list[Sighting]] = defaultdict(list)
        for sighting in self._sightings:
            by_article[sighting.place].append(sighting)
        numbers = {key: places[id(group)] for key, group in group_of.items()}
        for one, other in companions(self._briefings, numbers):
            self._pair_up(
                [group_of[one, sighting.entity] for sighting in by_article[one]],
                [group_of[other, sighting.entity] for sighting in by_article[other]],
                (one, other),
            )

    def _pair_up(
        self, left: Sequence[Group], right: Sequence[Group], places: tuple[int, int]
    ) -> None:
        """Join each who has one counterpart on the other side, and is that one's only one."""
        ours = list(dict.fromkeys(map(self._now, left)))
        theirs = list(dict.fromkeys(map(self._now, right)))
        both = {id(group) for group in ours} & {id(group) for group in theirs}
        ours = [group for group in ours if id(group) not in both]
        theirs = [group for group in theirs if id(group) not in both]
        likes = [
            (one, other)
            for one in ours
            for other in theirs
            if _like_in(one, places[0], other, places[1])
        ]
        for one, other in likes:
            if sum(a is one for a, _ in likes) == 1 and sum(b is other for _, b in likes) == 1:
                self._join(one, other, reason="names nearly alike in one story", same_story=True)

    # -- 4 --------------------------------------------------------------------------------------

    def join_surnames(self) -> None:
        """Surnames alone, and names with an initial, that join the one person they can mean."""
        full: dict[str, list[Group]] = defaultdict(list)
        for group in sorted(self._groups, key=lambda group: group.order):
            if not group.sightings or not group.forms:
                continue
            for surname in sorted({f.family.fold for f in group.forms.values() if f.family}):
                full[surname].append(group)
        weak: dict[str, list[Group]] = defaultdict(list)
        for group in self._known.values():
            for name in group.person.weak if group.person is not None else ():
                weak[" ".join(fold_name(name).split())].append(group)
        alone = [group for group in self.groups if not group.forms]
        for group in alone:
            self._join_surname(group, full, weak)
        self._join_office_holders([group for group in alone if group.joined is None])

    def _join_surname(
        self, group: Group, full: Mapping[str, list[Group]], weak: Mapping[str, list[Group]]
    ) -> None:
        forms = sorted({sighting.form for sighting in group.sightings}, key=repr)
        fitting = {
            id(now): now
            for form in forms
            if form.family is not None
            for now in map(self._now, full.get(form.family.fold, []))
            if now is not group
            and contradiction(now, group) is None
            and any(same_surname(form, each) for each in now.forms.values())
        }
        meant = {
            id(now): now
            for form in forms
            for now in map(self._now, weak.get(" ".join(w.fold for w in form.words), []))
            if contradiction(now, group) is None and _about_home(group, now)
        }
        if len(meant) == 1 and not set(fitting) - set(meant):
            self._join(next(iter(meant.values())), group, reason="surname")
            return
        held = [now for now in fitting.values() if _held(now, group)]
        if len(held) == 1:
            self._join(held[0], group, reason="surname")
        elif len(fitting) == 1:
            self._doubts.append((next(iter(fitting.values())), group, "surname alone"))

    def _join_office_holders(self, alone: Sequence[Group]) -> None:
        """Articles that give one office of one country to one surname, and never a full name."""
        last: dict[tuple[str, tuple[str, str]], Group] = {}
        for group in alone:
            first = min(group.sightings, key=lambda sighting: sighting.order)
            surname = " ".join(word.fold for word in first.form.words)
            for office in sorted(group.offices):
                if office[0] not in weights().single_offices:
                    continue
                known = last.get((surname, office))
                if known is not None and self._now(known).nearest(group.days[0]) <= _SAME_TERM:
                    self._join(known, group, reason="surname and office")
                last[surname, office] = self._now(group)

    # -- 5 --------------------------------------------------------------------------------------

    def doubt_names_a_letter_apart(self) -> None:
        """Surnames of one given name that a slip may have made two, where the context agrees."""
        groups = [group for group in self.groups if group.forms and (group.homes or group.offices)]
        for one, other in a_letter_apart([group.forms.values() for group in groups]):
            left, right = groups[one], groups[other]
            if contradiction(left, right) is not None:
                continue
            if _offices(left) & _offices(right):
                self._doubts.append((left, right, "surnames a letter apart, one office"))
            elif left.homes & right.homes:
                self._doubts.append((left, right, "surnames a letter apart, one country"))

    def doubt_slips_in_one_article(self) -> None:
        """Two full names of one article, no word of which is more than a slip from the other's."""
        by_article: dict[int, list[Group]] = defaultdict(list)
        for group in self.groups:
            for sighting in group.sightings:
                if sighting.form.full:
                    by_article[sighting.place].append(group)
        for _, groups in sorted(by_article.items()):
            for left, right in combinations(dict.fromkeys(groups), 2):
                if any(
                    slips_apart(one, other)
                    for one in left.forms.values()
                    for other in right.forms.values()
                ):
                    self._doubts.append((left, right, "names a slip apart in one article"))


def _in_anothers_office(sighting: Sighting, group: Group) -> bool:
    """Whether an article gives her an office that others than the known `group` held that day.

    Only terms that have ended are sure: a holder until now may have been followed since.
    """
    if group.known is None or sighting.day < 1:
        return False
    day = date.fromordinal(sighting.day).isoformat()
    for office, code in sorted(sighting.offices):
        land = CountryCode(code)
        if office not in weights().single_offices or has_held(group.known, office, land):
            continue
        if any(has_ended(one, office, land, day) for one in holders_on(office, land, day)):
            return True
    return False


def _compared(one: Group, other: Group) -> Verdict:
    """The best that the spellings of two people say; names of one language count as well."""
    if {form.key for form in one.forms.values()} & {form.key for form in other.forms.values()}:
        # told apart, or left open, when equal names were joined
        return Verdict(judgement="unsure", reason="one name")
    best = Verdict(judgement="different", reason="names differ", cost=9.0)
    ranks = {"same": 0, "unsure": 1, "different": 2}
    for left in list(one.forms.values())[:_MOST_FORMS]:
        for right in list(other.forms.values())[:_MOST_FORMS]:
            verdict = compare_forms(left, right)
            if (ranks[verdict.judgement], verdict.cost) < (ranks[best.judgement], best.cost):
                best = verdict
    return best


def _languages(group: Group) -> set[LanguageCode]:
    return {language for language, _ in group.forms}


def _offices(group: Group) -> set[tuple[str, str]]:
    if group.person is None:
        return group.offices
    return group.offices | {
        (office.office, office.country)
        for office in group.person.offices
        if office.country is not None
    }


def _surnames_agree(one: Group, other: Group) -> bool:
    return any(
        same_surname(left, right) for left in one.forms.values() for right in other.forms.values()
    )


def _like_in(one: Group, place: int, other: Group, other_place: int) -> bool:
    """Whether the names two people have in two articles could be one name."""
    left = next(s.form for s in one.sightings if s.place == place)
    right = next(s.form for s in other.sightings if s.place == other_place)
    verdict = compare_forms(left, right)
    if verdict.judgement == "different" or contradiction(one, other, same_story=True):
        return False
    return verdict.judgement == "same" or verdict.reason in (LONGER_GIVEN, NEARLY_ALIKE, NOT_FULL)


def _about_home(group: Group, known: Group) -> bool:
    """Whether the articles that name `group` name the country or the office of `known`."""
    if known.person is None:
        return False
    return all(
        sighting.about & known.person.countries or sighting.offices & _offices(known)
        for sighting in group.sightings
    )


def _held(full: Group, group: Group) -> bool:
    """Whether one office of one country ties a surname to a full-named person of that surname."""
    for office in _offices(full) & group.offices:
        days = _SAME_TERM if office[0] in weights().single_offices else _SAME_DAYS
        if all(full.nearest(day) <= days for day in group.days):
            return True
    return False


def _ids(
    groups: Sequence[Group], packs: Mapping[LanguageCode, Language], *, taken: set[str]
) -> dict[int, EntityId]:
    """An address for each person: the known one, else her name in Latin letters.

    Whoever is met first has the plain name; a namesake's, and a surname alone, end in letters made
    of the first article that names her, so that another article more does not move them. `taken`
    are the addresses of known people.
    """
    found: dict[int, EntityId] = {}
    for place, group in enumerate(groups):
        if group.known is not None:
            found[place] = group.known
    for place, group in enumerate(groups):
        if place in found:
            continue
        stem = slugify(_latin(group, packs)) or "unnamed"
        first = min(group.sightings, key=lambda sighting: sighting.order)
        mark = hashlib.sha256(f"{first.article} {first.entity}".encode()).hexdigest()[:6]
        name = stem if group.forms else f"{stem}-{mark}"
        while name in taken:
            name = f"{stem}-{mark}" if name == stem else f"{name}-2"
        taken.add(name)
        found[place] = EntityId(f"person:{name}")
    return found


def _latin(group: Group, packs: Mapping[LanguageCode, Language]) -> str:
    """The name as English writes it, else as another language in Latin letters or a scheme does."""
    names = best_names(group)
    full = {code: name for code, name in names.items() if form_of(name, code).full} or names
    if "en" in full:
        return _given_first(full[LanguageCode("en")], LanguageCode("en"))
    for code, name in full.items():
        if not is_cyrillic(name):
            return _given_first(name, code)
    for code in packs:
        if code in full:
            return romanise(_given_first(full[code], code), packs[code])
    return next(iter(full.values()))


def _given_first(name: str, language: LanguageCode) -> str:
    """`Жапаров Садыр` as `Садыр Жапаров`: an address does not depend on a list's order."""
    words = name.split()
    form = form_of(name, language)
    if len(words) == 2 and len(form.words) == 2 and form.family == form.words[0]:
        return f"{words[1]} {words[0]}"
    return name


def _entity(entity: EntityId, group: Group) -> Entity:
    """The person as all articles name her: other spellings are those met, not those only known."""
    names = best_names(group)
    every = {name for s in group.sightings for name in (s.name, *s.aliases)}
    external: dict[str, str] = {}
    if group.person is not None and group.person.wikidata is not None:
        external["wikidata"] = group.person.wikidata
    return Entity(
        id=entity,
        kind="person",
        names=names,
        aliases=tuple(sorted(every - set(names.values()))),
        external_ids=external,
    )


def _others(briefings: Sequence[Briefing], knowledge: Knowledge) -> Iterable[Entity]:
    """Countries, places and organisations: their ids hold everywhere; their names are gathered."""
    abroad = _bodies_abroad(briefings)
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
        if entity_id in abroad:
            best = {
                code: with_country(name, abroad[entity_id], code, knowledge)
                for code, name in best.items()
            }
        if kinds[entity_id] == "organisation":
            best = dict(sorted({**best, **shown_names(entity_id, knowledge)}.items()))
        external: dict[str, str] = {}
        known = shipped_organisations().get(entity_id)
        if known is not None:  # it has a name to show in languages that did not name it, too
            shown = {code: names[0] for code, names in known.names.items()}
            best = dict(sorted({**best, **shown}.items()))
            if known.wikidata is not None:
                external["wikidata"] = known.wikidata
        yield Entity(
            id=entity_id,
            kind=kinds[entity_id],
            names=best,
            aliases=tuple(sorted(every - set(best.values()))),
            external_ids=external,
        )


def _bodies_abroad(briefings: Iterable[Briefing]) -> Mapping[EntityId, CountryCode]:
    """Bodies whose name another country's have as well, to the country they are of."""
    return {
        identity.entity: value.country
        for briefing in briefings
        for identity in briefing.identities
        if isinstance(value := identity.mention.value, OrganisationName)
        and value.country is not None
        and is_of_country(identity.entity, value)
    }


def _implied(briefings: Sequence[Briefing], knowledge: Knowledge) -> Iterable[Entity]:
    """Countries that no article names, whose offices articles speak of all the same."""
    named = {entity.id for briefing in briefings for entity in briefing.entities}
    meant = {
        entity
        for briefing in briefings
        for fact in briefing.facts
        for _, entity in fact.arguments
        if entity_kind(entity) == "country"
    }
    for entity in sorted(meant - named):
        yield country(CountryCode(entity_key(entity)), knowledge)


def _renamed(briefing: Briefing, ids: dict[EntityId, EntityId]) -> Briefing:
    """The briefing with the site's ids for people."""
    ids = {local: entity for local, entity in ids.items() if local != entity}
    if not ids:
        return briefing
    return replace(
        briefing,
        identities=tuple(
            replace(identity, entity=ids[identity.entity]) if identity.entity in ids else identity
            for identity in briefing.identities
        ),
        facts=tuple(
            replace(
                fact,
                arguments=tuple((role, ids.get(entity, entity)) for role, entity in fact.arguments),
            )
            if any(entity in ids for _, entity in fact.arguments)
            else fact
            for fact in briefing.facts
        ),
        entities=_merged(
            replace(entity, id=ids[entity.id]) if entity.id in ids else entity
            for entity in briefing.entities
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
