"""The archive: years, months with their calendar, and the page that lists them."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.calendar import PartialDate
from generator.model.ids import LanguageCode
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import CARDS
from generator.rendering.rows import day_titles, told_on
from generator.rendering.view import Desk, bind, desks

Month = tuple[int, int]
"""Year and month."""
_TITLES = 6
"""Headlines of a day in a full month; the day's own page has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """A month in the list of a year."""

    name: str
    href: str
    stories: int
    share: int
    """Per cent of the fullest month of the year, for the bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day in a month's calendar."""

    day: int | None
    """`None` for a place before the first or after the last day."""
    href: str | None
    """The page of the day where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWeek:
    """A line of a month's calendar."""

    number: int
    """By ISO 8601."""
    href: str | None
    """The page of the week where it has one."""
    cells: tuple[Cell, ...]


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The page of all years, then years and months, newest first."""
    timeline = context.timeline(site)
    dates: dict[Month, list[date]] = {}
    for day in sorted(timeline.days, reverse=True):
        dates.setdefault((day.year, day.month), []).append(day)
    months = sorted(dates, reverse=True)
    years = sorted({year for year, _ in months}, reverse=True)
    for desk in desks(site, context, urls.archive):
        yield desk.page(
            "archive",
            desk.wording.say("archive"),
            urls.archive,
            events=desk.to(urls.events(desk.ui)),
            years=tuple(
                (year, desk.to(urls.year(desk.ui, year)), _rows(year, dates, desk))
                for year in years
            ),
        )
    for year in years:
        for desk in desks(site, context, bind(urls.year, year)):
            yield _year(year, dates, desk)
    for number, month in enumerate(months):
        newer = months[number - 1] if number else None
        older = months[number + 1] if number + 1 < len(months) else None
        for desk in desks(site, context, _address(month)):
            yield _month(month, dates[month], (newer, older), desk)


def _rows(year: int, dates: Mapping[Month, Sequence[date]], desk: Desk) -> tuple[MonthRow, ...]:
    found = {
        month: sum(map(len, told_on(desk, dates[month]).values()))
        for month in sorted(dates, reverse=True)
        if month[0] == year
    }
    fullest = max(found.values(), default=1)
    return tuple(
        MonthRow(
            name=desk.wording.month_name(month[1]),
            href=desk.to(urls.month(desk.ui, *month)),
            stories=stories,
            share=max(1, round(100 * stories / fullest)),
        )
        for month, stories in found.items()
    )


def _year(year: int, dates: Mapping[Month, Sequence[date]], desk: Desk) -> Page:
    rows = _rows(year, dates, desk)
    return desk.page(
        "year",
        str(year),
        bind(urls.year, year),
        rows=rows,
        total=sum(row.stories for row in rows),
        archive=desk.to(urls.archive(desk.ui)),
    )


def _month(
    month: Month, dates: Sequence[date], around: tuple[Month | None, Month | None], desk: Desk
) -> Page:
    newer, older = around
    told = told_on(desk, dates)
    total = sum(map(len, told.values()))
    full = total < 2 * CARDS
    return desk.page(
        "month",
        _title(month, desk),
        _address(month),
        year=month[0],
        year_href=desk.to(urls.year(desk.ui, month[0])),
        archive=desk.to(urls.archive(desk.ui)),
        weekdays=desk.wording.weekdays(),
        weeks=tuple(_weeks(month, dates, desk)),
        cards=desk.days(story for stories in told.values() for story in stories) if full else (),
        titles=() if full else day_titles(desk, told, _TITLES),
        total=total,
        newer=None if newer is None else (_title(newer, desk), _href(newer, desk)),
        older=None if older is None else (_title(older, desk), _href(older, desk)),
    )


def _weeks(month: Month, dates: Sequence[date], desk: Desk) -> Iterator[CalendarWeek]:
    for days in calendar.Calendar().monthdatescalendar(*month):
        year, number, _ = days[0].isocalendar()
        yield CalendarWeek(
            number=number,
            href=desk.to(urls.week(desk.ui, year, number))
            if (year, number) in desk.timeline.weeks
            else None,
            cells=tuple(
                Cell(
                    day=day.day if (day.year, day.month) == month else None,
                    href=desk.to(urls.day(desk.ui, day.year, day.month, day.day))
                    if day in dates
                    else None,
                )
                for day in days
            ),
        )


def _title(month: Month, desk: Desk) -> str:
    return desk.wording.date(PartialDate(year=month[0], month=month[1]))


def _href(month: Month, desk: Desk) -> str:
    return desk.to(urls.month(desk.ui, *month))


def _address(month: Month) -> Callable[[LanguageCode], str]:
    return lambda code: urls.month(code, *month)
