"""What became different: another holder of an office, another value of a known figure.

Both compare a briefing with what earlier days said, never with the world. What a day says twice, or
says in two ways, changes nothing: a wrong change is worse than a missing one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Literal

from generator.knowledge.offices import load_offices
from generator.knowledge.terms import has_left, term_of
from generator.model.calendar import PartialDate
from generator.model.fact import Fact
from generator.model.ids import EntityId
from generator.model.mention import Mention
from generator.model.names import Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing, Site
from generator.model.span import Span
from generator.model.statement import Event

_LATELY = 365
"""Days within which the old holder must have been seen for a new one to be news."""
_NEW = 28
"""Days in office after which somebody is not new."""
_HIGHEST = "head-of-state"
"""Whoever holds this office holds no other of the state."""
_HANDOVERS = ("appointment", "dismissal", "election")
"""Kinds of event of which a new holder is news, whenever the old one was seen."""
_ALIKE = Decimal("0.05")
"""Two values of which one is approximate are one where they differ by no more than this share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a briefing said, and where."""

    briefing: Briefing
    span: Span
    holder: EntityId | None = None
    """Who held the office, of an office."""
    mention: Mention | None = None
    quantity: Quantity | None = None
    """The value, of a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`after` says otherwise than `before`, the last that was known before that day."""

    kind: Literal["office", "figure"]
    role: Role | None = None
    """The office, of a change of its holder."""
    of: EntityId | None = None
    """The place or body whose office it is, where it is no country's."""
    before: Seen
    after: Seen

    @property
    def briefing(self) -> Briefing:
        """The first briefing that says so."""
        return self.after.briefing


def find_changes(site: Site) -> tuple[Change, ...]:
    """Every change in the archive, newest first; of one day, offices before figures."""
    offices: dict[Hashable, list[_Held]] = {}
    figures: dict[Hashable, Seen] = {}
    changes: list[tuple[PartialDate, int, Change]] = []
    for day, group in groupby(reversed(site.briefings), key=_day):
        if day is None:
            continue
        briefings = list(group)[::-1]  # of one day the first of the site speaks first
        _see_holders(briefings, site, offices)
        changes.extend((day, 1, change) for change in _new_values(briefings, figures))
    for sights in offices.values():
        for before, after in pairwise(_runs(sights)):
            if not _is_news(before[-1], after[0], site):
                continue
            change = Change(
                kind="office",
                role=after[0].role,
                of=after[0].of,
                before=before[-1].seen,
                after=after[0].seen,
            )
            day = _day(change.briefing)
            if day is not None:
                changes.append((day, 0, change))
    # Sorted twice, and stably, so that of one day changes keep the order they were found in.
    changes.sort(key=lambda found: found[1])
    changes.sort(key=lambda found: found[0], reverse=True)
    return tuple(change for _, _, change in changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """Somebody in an office on one day."""

    holder: EntityId
    role: Role
    of: EntityId | None
    seen: Seen


def _day(briefing: Briefing) -> PartialDate | None:
    return None if briefing.article.published is None else briefing.article.published.date


def _see_holders(
    briefings: Iterable[Briefing], site: Site, offices: dict[Hashable, list[_Held]]
) -> None:
    """Add to each office the holder that a day's briefings name; of two, the one not yet known."""
    today: dict[Hashable, dict[EntityId, _Held]] = {}
    for briefing in briefings:
        for fact in briefing.facts:
            role, holder = fact.value, fact.argument("holder")
            if not isinstance(role, Role) or holder is None or holder not in site.entities:
                continue
            whose = _whose(fact, role)
            if whose is None or role.former or role.acting:
                continue
            seen = Seen(briefing=briefing, span=fact.evidence[0].span, holder=holder)
            held = _Held(holder=holder, role=role, of=fact.argument("of"), seen=seen)
            if _is_misread(held):
                continue
            today.setdefault((role.office, whose), {}).setdefault(holder, held)
    for office, holders in today.items():
        sights = offices.setdefault(office, [])
        last = sights[-1].holder if sights else None
        new = [held for holder, held in holders.items() if holder != last]
        if len(new) == 1 and (last in holders or len(holders) == 1):
            sights.append(new[0])
        elif not new and last is not None:
            sights.append(holders[last])


def _whose(fact: Fact, role: Role) -> str | None:
    """The country, place or body that has one holder of this office; `None` where none is known."""
    offices = load_offices()
    if role.office is None:
        return None
    if offices.has_one_holder(role.office):
        return role.country
    return fact.argument("of") if role.office in offices.one_each else None


def _is_news(before: _Held, after: _Held, site: Site) -> bool:
    """Whether the office has just changed hands, as far as can be known.

    Articles far apart in time tell of two holders though nothing happened in the week of the later
    one. It is news where the text speaks of who takes or leaves an office; else the old holder must
    have been seen lately, and nobody may know that the new one has held the office for long.
    """
    day, then = _date(after.seen.briefing), _date(before.seen.briefing)
    if day is None or then is None:
        return False
    since = _in_office_since(after, day, site)
    if since is not None and (day - since).days > _NEW:
        return False
    return (day - then).days <= _LATELY or any(
        isinstance(mention.value, Event) and mention.value.kind in _HANDOVERS
        for mention in after.seen.briefing.mentions
    )


def _is_misread(held: _Held) -> bool:
    """Whether it is known that she cannot have the office: she left it, or heads the state."""
    office, country, day = held.role.office, held.role.country, _date(held.seen.briefing)
    if office is None or country is None or day is None or held.of is not None:
        return False
    moment = day.isoformat()
    if has_left(held.holder, office, country, moment):
        return True
    return office != _HIGHEST and term_of(held.holder, _HIGHEST, country, moment) is not None


def _in_office_since(held: _Held, day: date, site: Site) -> date | None:
    """The last day on which somebody can have taken office, from notes or what is shipped."""
    office, country = held.role.office, held.role.country
    if office is None or country is None or held.of is not None:
        return None
    note = site.notes.get(held.holder)
    for role in () if note is None else note.roles:
        if (role.office, role.country) == (office, country) and role.since is not None:
            return _last_day(str(role.since))
    term = term_of(held.holder, office, country, day.isoformat())
    return None if term is None else _last_day(term.since)


def _last_day(moment: str) -> date | None:
    """The last day of an ISO 8601 year, month or day; `None` for what is no date."""
    try:
        year, month, day = (*map(int, moment.split("-")), 0, 0)[:3]
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


def _date(briefing: Briefing) -> date | None:
    published = briefing.article.published
    try:
        return None if published is None else date(published.year, published.month, published.day)
    except ValueError:
        return None


def _runs(sights: Iterable[_Held]) -> list[list[_Held]]:
    """Days on end with one holder.

    Somebody seen once between two sights of another was misread, or the text looked back.
    """
    runs: list[list[_Held]] = []
    for held in sights:
        if runs and runs[-1][0].holder == held.holder:
            runs[-1].append(held)
        elif len(runs) > 1 and len(runs[-1]) == 1 and runs[-2][0].holder == held.holder:
            runs.pop()
            runs[-1].append(held)
        else:
            runs.append([held])
    return runs


def _new_values(briefings: Iterable[Briefing], known: dict[Hashable, Seen]) -> Iterator[Change]:
    """Figures whose value is not the last known one; `known` learns of the day."""
    today: dict[Hashable, list[Seen]] = {}
    for briefing in briefings:
        for key, seen in _comparable(briefing).items():
            today.setdefault(key, []).append(seen)
    for key, found in today.items():
        after = _newest(found)
        if after is None:
            continue
        before = known.get(key)
        if before is None:
            known[key] = after
            continue
        if _period_of(after) < _period_of(before):
            continue  # a text that looks back
        known[key] = after
        if not _same(before, after):
            yield Change(kind="figure", before=before, after=after)


def _comparable(briefing: Briefing) -> Mapping[Hashable, Seen]:
    """Figures that can be known again, the newest period of each; one with two values is none."""
    found: dict[Hashable, list[Seen]] = {}
    for mention in briefing.mentions:
        value = mention.value
        if not isinstance(value, Quantity) or value.role == "previous":
            continue
        if value.indicator is None or not value.of:
            continue
        period = value.period
        precision = (
            0 if period is None else 1 + (period.month is not None) + (period.day is not None)
        )
        key = (
            value.indicator,
            tuple(sorted(value.of)),
            value.kind,
            value.unit,
            value.role if value.role in ("target", "change") else None,
            precision,
        )
        found.setdefault(key, []).append(
            Seen(briefing=briefing, span=mention.span, mention=mention, quantity=value)
        )
    newest = {key: _newest(seen) for key, seen in found.items()}
    return {key: seen for key, seen in newest.items() if seen is not None}


def _newest(found: Iterable[Seen]) -> Seen | None:
    """The one of the newest period; `None` where several of it differ."""
    ranked = sorted(found, key=_period_of)
    last = [seen for seen in ranked if _period_of(seen) == _period_of(ranked[-1])]
    if all(_same(last[0], seen) for seen in last):
        return last[0]
    return None


def _period_of(seen: Seen) -> tuple[int, int, int]:
    return _order(None if seen.quantity is None else seen.quantity.period)


def _order(period: PartialDate | None) -> tuple[int, int, int]:
    if period is None:
        return 0, 0, 0
    return period.year or 0, period.month or 0, period.day or 0


def _same(one: Seen, other: Seen) -> bool:
    """Whether two figures of one key have one value, as far as their words allow to tell."""
    first, second = one.quantity, other.quantity
    if first is None or second is None:
        return False
    if first.value == second.value:
        return True
    if not (first.approximate or second.approximate or first.bound or second.bound):
        return False
    return abs(first.value - second.value) <= _ALIKE * max(abs(first.value), abs(second.value))
