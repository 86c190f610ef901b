"""The brief of one day: what happened, who is new, what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.calendar import PartialDate
from generator.model.ids import LanguageCode
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import CARDS, Address, Part, address, parts
from generator.rendering.rows import change_row, new_people, pager, partial_date, week_name
from generator.rendering.stories import Story
from generator.rendering.view import Desk, desks

_NEW = 80
_CHANGED = 80
"""Lines of each list at most."""


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """Every day that has a briefing, the newest first."""
    timeline = context.timeline(site)
    days = sorted(timeline.days, reverse=True)
    for place, day in enumerate(days):
        newer = days[place - 1] if place else None
        older = days[place + 1] if place + 1 < len(days) else None
        base = _address(day)
        for part in parts(timeline.stories.told_by(timeline.days[day]), CARDS):
            here = address(base, part.number, urls.day_part)
            for desk in desks(site, context, here):
                yield _page(day, part, (newer, older), here, desk)


def _page(
    day: date,
    part: Part[Story],
    around: tuple[date | None, date | None],
    here: Address,
    desk: Desk,
) -> Page:
    title = desk.wording.date(partial_date(day))
    year, week, _ = day.isocalendar()
    changes = desk.timeline.changes_on(day) if part.first else ()
    people = new_people(desk, [day]) if part.first else ()
    return desk.page(
        "day",
        title,
        here,
        description=f"{title}. {desk.wording.count('briefings', part.total)}",
        metadata={"date": day.isoformat()},
        iso_date=day.isoformat(),
        month=(
            desk.wording.date(PartialDate(year=day.year, month=day.month)),
            desk.to(urls.month(desk.ui, day.year, day.month)),
        ),
        week=(week_name(desk, (year, week)), desk.to(urls.week(desk.ui, year, week))),
        cards=tuple(desk.card(story) for story in part.items),
        changes=tuple(change_row(desk, one) for one in changes[:_CHANGED]),
        changes_left=max(0, len(changes) - _CHANGED),
        people=people[:_NEW],
        people_left=max(0, len(people) - _NEW),
        total=part.total,
        texts=len(desk.timeline.days[day]),
        pager=pager(desk, part, _address(day), [], urls.day_part),
        newer=_neighbour(around[0], desk),
        older=_neighbour(around[1], desk),
    )


def _neighbour(day: date | None, desk: Desk) -> tuple[str, str] | None:
    if day is None:
        return None
    return desk.wording.date(partial_date(day)), desk.to(_address(day)(desk.ui))


def _address(day: date) -> Address:
    def at(code: LanguageCode) -> str:
        return urls.day(code, day.year, day.month, day.day)

    return at
