"""The page of one kind of event, and the list of all kinds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.model.site import Site
from generator.model.statement import EVENT_KINDS
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import Address, Part, address
from generator.rendering.rows import Neighbour, pager
from generator.rendering.stories import Story
from generator.rendering.view import Desk, bind, desks, listed, newest_date
from generator.rendering.wording import Said


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The lists, then each kind that a briefing tells of; `other` is none."""
    timeline = context.timeline(site)
    told = {
        kind: timeline.stories.among(timeline.events[kind])
        for kind in EVENT_KINDS
        if kind != "other" and timeline.events[kind]
    }
    for desk in desks(site, context, urls.events):
        yield desk.page(
            "events",
            desk.wording.say("events"),
            urls.events,
            kinds=tuple(
                Neighbour(
                    name=Said(text=desk.wording.event(kind) or kind),
                    href=desk.to(urls.event(desk.ui, kind)),
                    stories=len(stories),
                )
                for kind, stories in sorted(told.items(), key=lambda item: -len(item[1]))
            ),
        )
    for kind, stories in told.items():
        base = bind(urls.event, str(kind))
        for part, desk in listed(site, context, stories, base):
            yield _page(kind, part, base, desk)


def _page(kind: str, part: Part[Story], base: Address, desk: Desk) -> Page:
    name = desk.wording.event(kind) or kind
    days = desk.days(part.items)
    return desk.page(
        "event",
        name,
        address(base, part.number),
        description=f"{name}. {desk.wording.count('briefings', part.total)}",
        metadata={"date": newest_date(desk.timeline.events[kind][:1])},
        events=desk.to(urls.events(desk.ui)),
        days=days,
        total=part.total,
        texts=len(desk.timeline.events[kind]),
        pager=pager(desk, part, base, [day.iso_date for day in days]),
    )
