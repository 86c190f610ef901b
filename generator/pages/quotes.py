"""Quotations: who said what, when, with the place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import Part, address
from generator.rendering.rows import QuoteRow, pager, quote_row
from generator.rendering.stories import Story
from generator.rendering.view import Desk, listed

_STORIES = 25
"""Stories with direct speech on a page; versions of one differ in how much they quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedDay:
    """Quotations of one day's briefings."""

    date: str
    iso_date: str
    quotes: tuple[QuoteRow, ...]


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """All quotations in parts, the newest first."""
    timeline = context.timeline(site)
    quoting = timeline.stories.among(b for b in site.briefings if b.article.id in timeline.quotes)
    totals = {
        ui: sum(
            1 for _ in timeline.quotations(site.briefings, ui, context.settings.interface_languages)
        )
        for ui in context.settings.interface_languages
    }
    for part, desk in listed(site, context, quoting, urls.quotes, _STORIES):
        yield _page(part, totals[desk.ui], desk)


def _page(part: Part[Story], total: int, desk: Desk) -> Page:
    briefings = [briefing for story in part.items for briefing in story.versions]
    order = desk.context.settings.interface_languages
    rows = [quote_row(desk, one) for one in desk.timeline.quotations(briefings, desk.ui, order)]
    days = tuple(
        QuotedDay(date=date, iso_date=iso, quotes=tuple(group))
        for (iso, date), group in groupby(rows, key=lambda row: (row.iso_date, row.date))
    )
    return desk.page(
        "quotes",
        desk.wording.say("quotes"),
        address(urls.quotes, part.number),
        description=desk.wording.say("quotes-hint"),
        days=days,
        total=total,
        pager=pager(desk, part, urls.quotes, [row.iso_date for row in rows]),
    )
