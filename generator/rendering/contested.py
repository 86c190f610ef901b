"""Offices that articles give to two people, or one person offices of two states, at one time.

Nearly always a title was misread, or two people of one name were taken for one: a strong hint for
an editor, never shown to a reader.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.knowledge.offices import load_offices
from generator.knowledge.terms import has_ended, has_held, holders_on
from generator.model.ids import CountryCode, EntityId
from generator.model.names import Role
from generator.model.site import Briefing, Site
from generator.model.span import Span

_AT_ONE_TIME = 365
"""Days within which two sights are of one time in office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One article that gives somebody an office of a state, as hers now."""

    day: date
    holder: EntityId
    office: str
    country: CountryCode
    briefing: Briefing
    title: Span
    """Where the article gives the title."""

    @property
    def words(self) -> str:
        """As the article puts the title."""
        return self.title.of(self.briefing.article.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """Sights that do not go with others: of one office, or of one person."""

    sights: tuple[Sight, ...]
    """The ones in doubt, the first article first."""
    others: tuple[EntityId | CountryCode, ...]
    """Who else holds the office, or the other states that are served."""


def two_holders(site: Site) -> Iterator[Contested]:
    """Holders of an office of which another held it before and after, or is known to hold it."""
    offices = load_offices()
    by_office: dict[tuple[str, CountryCode], list[Sight]] = defaultdict(list)
    for sight in _sights(site):
        if offices.has_one_holder(sight.office):
            by_office[sight.office, sight.country].append(sight)
    for _, sights in sorted(by_office.items()):
        days: dict[EntityId, list[date]] = defaultdict(list)
        for sight in sights:
            days[sight.holder].append(sight.day)
        doubtful: dict[EntityId, list[Sight]] = defaultdict(list)
        others: dict[EntityId, set[EntityId]] = defaultdict(set)
        for sight in sights:
            rivals = _rivals(sight, days, site)
            if rivals:
                doubtful[sight.holder].append(sight)
                others[sight.holder] |= rivals
        for holder, found in sorted(doubtful.items()):
            yield Contested(sights=tuple(found), others=tuple(sorted(others[holder])))


def two_states(site: Site) -> Iterator[Contested]:
    """People who serve two states at one time; the state of fewer articles is the one in doubt."""
    by_person: dict[EntityId, list[Sight]] = defaultdict(list)
    for sight in _sights(site):
        by_person[sight.holder].append(sight)
    for _, sights in sorted(by_person.items()):
        by_state: dict[CountryCode, list[Sight]] = defaultdict(list)
        for sight in sights:
            by_state[sight.country].append(sight)
        days = {code: [sight.day for sight in found] for code, found in by_state.items()}
        states = sorted(by_state, key=lambda code: (len(by_state[code]), code))
        for place, code in enumerate(states):
            rest = [
                other
                for other in states[place + 1 :]
                if any(_near(days[other], sight.day) for sight in by_state[code])
            ]
            if rest:
                yield Contested(sights=tuple(by_state[code]), others=tuple(rest))


def _sights(site: Site) -> Iterator[Sight]:
    """Every office of a state that an article gives somebody, the oldest article first."""
    offices = load_offices()
    for briefing in reversed(site.briefings):
        published = briefing.article.published
        if published is None:
            continue
        for fact in briefing.facts:
            role, holder = fact.value, fact.argument("holder")
            if not isinstance(role, Role) or holder is None or role.former or role.acting:
                continue
            if role.office is None or role.country is None or not offices.serves(role.office):
                continue
            yield Sight(
                day=date(published.year, published.month, published.day),
                holder=holder,
                office=role.office,
                country=role.country,
                briefing=briefing,
                title=fact.evidence[0].span,
            )


def _rivals(sight: Sight, days: Mapping[EntityId, Sequence[date]], site: Site) -> set[EntityId]:
    """Who holds the office at the time of `sight`, where that is somebody else.

    `days` are those on which articles name each holder, in order. Whoever is known to hold the
    office until now may have been followed: then articles name her no more.
    """
    day = sight.day.isoformat()
    known = holders_on(sight.office, sight.country, day)
    if sight.holder in known:
        return set()
    sure = {
        holder
        for holder in known
        if (holder in days and days[holder][-1] >= sight.day)
        or has_ended(holder, sight.office, sight.country, day)
    }
    if sure and not has_held(sight.holder, sight.office, sight.country):
        return {holder for holder in sure if holder in site.entities} or sure
    return {
        holder
        for holder, seen in days.items()
        if holder != sight.holder
        and len(seen) >= len(days[sight.holder])
        and _near(seen, sight.day, before=True, after=True)
    }


def _near(days: Sequence[date], day: date, *, before: bool = False, after: bool = False) -> bool:
    """Whether one of `days` is of the time of `day`; one before it and one after, if asked."""
    span = timedelta(days=_AT_ONE_TIME)
    first, last = bisect_left(days, day - span), bisect_right(days, day + span)
    left = first < bisect_right(days, day)
    right = bisect_left(days, day) < last
    return (left or not before) and (right or not after) and (left or right)
