"""The brief of one week: what changed, who is new, what happened day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.ids import LanguageCode
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import Address
from generator.rendering.rows import (
    change_row,
    day_titles,
    new_people,
    partial_date,
    told_on,
    week_name,
)
from generator.rendering.timeline import Week
from generator.rendering.view import Desk, desks

_TITLES = 12
"""Headlines of a day; its own page has them all."""
_NEW = 40
_CHANGED = 40
"""Lines of each list; what is left out is on the pages of the days."""


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """Every week that has a briefing, the newest first."""
    weeks = sorted(context.timeline(site).weeks, reverse=True)
    for place, week in enumerate(weeks):
        newer = weeks[place - 1] if place else None
        older = weeks[place + 1] if place + 1 < len(weeks) else None
        for desk in desks(site, context, _address(week)):
            yield _page(week, newer, older, desk)


def _page(week: Week, newer: Week | None, older: Week | None, desk: Desk) -> Page:
    timeline = desk.timeline
    days = sorted(timeline.weeks[week], reverse=True)
    title = week_name(desk, week)
    first, last = date.fromisocalendar(*week, 1), date.fromisocalendar(*week, 7)
    told = told_on(desk, days)
    total = sum(map(len, told.values()))
    changes = [change for day in days for change in timeline.changes_on(day)]
    people = new_people(desk, days)
    return desk.page(
        "week",
        title,
        _address(week),
        description=f"{title}. {desk.wording.count('briefings', total)}",
        metadata={"date": days[0].isoformat()},
        span=desk.wording.dates(partial_date(first), partial_date(last)),
        archive=desk.to(urls.archive(desk.ui)),
        year=(str(week[0]), desk.to(urls.year(desk.ui, days[0].year))),
        changes=tuple(change_row(desk, one) for one in changes[:_CHANGED]),
        changes_left=max(0, len(changes) - _CHANGED),
        people=people[:_NEW],
        people_left=max(0, len(people) - _NEW),
        days=day_titles(desk, told, _TITLES),
        total=total,
        newer=None if newer is None else (week_name(desk, newer), _href(newer, desk)),
        older=None if older is None else (week_name(desk, older), _href(older, desk)),
    )


def _href(week: Week, desk: Desk) -> str:
    return desk.to(_address(week)(desk.ui))


def _address(week: Week) -> Address:
    def at(code: LanguageCode) -> str:
        return urls.week(code, *week)

    return at
