"""The front page of one interface language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.rows import ChangeRow, change_row, week_name
from generator.rendering.view import Desk, desks, newest_date

_STORIES = 30
_IN_THE_NEWS = 60
"""How many of the newest stories decide who is in the news."""
_PEOPLE = 8
_COUNTRIES = 10
_CHANGES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The newest week's brief, and the first of what changed in it."""

    name: str
    href: str
    changes: tuple[ChangeRow, ...]


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """One front page for each interface language."""
    stories = context.timeline(site).stories
    recent = stories.all[:_IN_THE_NEWS]
    for desk in desks(site, context, urls.home):
        shown = desk.newest_first(stories.all)[:_STORIES]
        yield desk.page(
            "home",
            desk.site_name,
            urls.home,
            description=desk.wording.say("site-description"),
            metadata={"date": newest_date(site.briefings[:1])} if site.briefings else {},
            lead=desk.lead(shown[0]) if shown else None,
            days=desk.days(shown[1:]),
            left_out=len(stories.all) - len(shown),
            archive=desk.to(urls.archive(desk.ui)),
            people=desk.ranked(recent, "person", _PEOPLE),
            all_people=desk.to(urls.people(desk.ui)),
            countries=desk.ranked(recent, "country", _COUNTRIES),
            all_countries=desk.to(urls.countries(desk.ui)),
            week=_week(desk),
            demonstration=context.settings.demonstration,
        )


def _week(desk: Desk) -> Week | None:
    """The newest week; `None` where nothing has a date."""
    timeline = desk.timeline
    if not timeline.weeks:
        return None
    newest = max(timeline.weeks)
    changes = (
        change
        for day in sorted(timeline.weeks[newest], reverse=True)
        for change in timeline.changes_on(day)
    )
    return Week(
        name=week_name(desk, newest),
        href=desk.to(urls.week(desk.ui, *newest)),
        changes=tuple(change_row(desk, change) for change in islice(changes, _CHANGES)),
    )
