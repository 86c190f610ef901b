"""What became different: another holder of an office, another value of a known figure.

Both compare a briefing with what earlier days said, never with the world. What a day says twice, or
says in two ways, changes nothing: a wrong change is worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

from generator.knowledge.offices import load_offices
from generator.model.calendar import PartialDate
from generator.model.ids import EntityId
from generator.model.mention import Mention
from generator.model.names import Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing, Site
from generator.model.span import Span

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
    before: Seen
    after: Seen

    @property
    def briefing(self) -> Briefing:
        """The first briefing that says so."""
        return self.after.briefing


def find_changes(site: Site) -> tuple[Change, ...]:
    """Every change in the archive, newest first; of one day, offices before figures."""
    offices: dict[Hashable, Seen] = {}
    figures: dict[Hashable, Seen] = {}
    days: list[list[Change]] = []
    for _, group in groupby(reversed(site.briefings), key=_day):
        # Of one day the briefing that stands first in the site speaks first.
        briefings = list(group)[::-1]
        if briefings[0].article.published is None:
            continue
        days.append([*_new_holders(briefings, site, offices), *_new_values(briefings, figures)])
    return tuple(change for day in reversed(days) for change in day)


def _day(briefing: Briefing) -> PartialDate | None:
    return None if briefing.article.published is None else briefing.article.published.date


def _new_holders(
    briefings: Iterable[Briefing], site: Site, known: dict[Hashable, Seen]
) -> Iterator[Change]:
    """Offices whose holder is not the last known one; `known` learns of the day."""
    today: dict[Hashable, dict[EntityId, tuple[Role, Seen]]] = {}
    for briefing in briefings:
        for fact in briefing.facts:
            role, holder = fact.value, fact.argument("holder")
            if not isinstance(role, Role) or holder is None or holder not in site.entities:
                continue
            if role.office is None or role.country is None or role.former or role.acting:
                continue
            if not load_offices().has_one_holder(role.office):
                continue
            seen = Seen(briefing=briefing, span=fact.evidence[0].span, holder=holder)
            today.setdefault((role.office, role.country), {}).setdefault(holder, (role, seen))
    for office, holders in today.items():
        before = known.get(office)
        others = [held for holder, held in holders.items() if not before or holder != before.holder]
        if before is None:
            if len(holders) == 1:
                known[office] = others[0][1]
        elif not others:
            known[office] = holders[before.holder][1] if before.holder else before
        elif len(others) == 1:
            role, after = others[0]
            known[office] = after
            yield Change(kind="office", role=role, before=before, after=after)


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
