"""The archive: years, months with their calendar, and the page that lists them."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.calendar import PartialDate
from generator.model.ids import LanguageCode
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.stories import Stories, Story
from generator.rendering.view import Desk, bind, desks

Month = tuple[int, int]
"""Year and month."""
_CARDS = 400
"""Most briefings a month's page lists; a desk that publishes more wants day pages."""


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
    stories: int
    iso_date: str


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The page of all years, then years and months, newest first."""
    by_month: dict[Month, list[Story]] = {}
    for story in Stories(site).all:
        moment = story.versions[0].article.published
        if moment is not None:
            by_month.setdefault((moment.year, moment.month), []).append(story)
    months = sorted(by_month, reverse=True)
    years = sorted({year for year, _ in months}, reverse=True)
    for desk in desks(site, context, urls.archive):
        yield desk.page(
            "archive",
            desk.wording.say("archive"),
            urls.archive,
            years=tuple(
                (year, desk.to(urls.year(desk.ui, year)), _rows(year, by_month, desk))
                for year in years
            ),
        )
    for year in years:
        for desk in desks(site, context, bind(urls.year, year)):
            yield _year(year, by_month, desk)
    for number, month in enumerate(months):
        newer = months[number - 1] if number else None
        older = months[number + 1] if number + 1 < len(months) else None
        for desk in desks(site, context, _address(month)):
            yield _month(month, by_month[month], newer, older, desk)


def _rows(year: int, by_month: Mapping[Month, Sequence[Story]], desk: Desk) -> tuple[MonthRow, ...]:
    found = [month for month in sorted(by_month, reverse=True) if month[0] == year]
    fullest = max((len(by_month[month]) for month in found), default=1)
    return tuple(
        MonthRow(
            name=desk.wording.month_name(month[1]),
            href=desk.to(urls.month(desk.ui, *month)),
            stories=len(by_month[month]),
            share=max(1, round(100 * len(by_month[month]) / fullest)),
        )
        for month in found
    )


def _year(year: int, by_month: Mapping[Month, Sequence[Story]], desk: Desk) -> Page:
    rows = _rows(year, by_month, desk)
    return desk.page(
        "year",
        str(year),
        bind(urls.year, year),
        rows=rows,
        total=sum(row.stories for row in rows),
        archive=desk.to(urls.archive(desk.ui)),
    )


def _month(
    month: Month, stories: Sequence[Story], newer: Month | None, older: Month | None, desk: Desk
) -> Page:
    return desk.page(
        "month",
        _title(month, desk),
        _address(month),
        year=month[0],
        year_href=desk.to(urls.year(desk.ui, month[0])),
        archive=desk.to(urls.archive(desk.ui)),
        weekdays=desk.wording.weekdays(),
        weeks=tuple(_weeks(month, stories)),
        days=desk.days(stories[:_CARDS]),
        total=len(stories),
        newer=None if newer is None else (_title(newer, desk), _href(newer, desk)),
        older=None if older is None else (_title(older, desk), _href(older, desk)),
    )


def _weeks(month: Month, stories: Sequence[Story]) -> Iterator[tuple[Cell, ...]]:
    counts: dict[int, int] = {}
    for story in stories:
        moment = story.versions[0].article.published
        if moment is not None:
            counts[moment.day] = counts.get(moment.day, 0) + 1
    for week in calendar.Calendar().monthdayscalendar(*month):
        yield tuple(
            Cell(
                day=day or None,
                stories=counts.get(day, 0),
                iso_date=f"{month[0]:04d}-{month[1]:02d}-{day:02d}",
            )
            for day in week
        )


def _title(month: Month, desk: Desk) -> str:
    return desk.wording.date(PartialDate(year=month[0], month=month[1]))


def _href(month: Month, desk: Desk) -> str:
    return desk.to(urls.month(desk.ui, *month))


def _address(month: Month) -> Callable[[LanguageCode], str]:
    return lambda code: urls.month(code, *month)
