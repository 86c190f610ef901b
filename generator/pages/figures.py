"""The ledger: every figure of the archive with the sentence it was read from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import ROWS, Part, address, parts
from generator.rendering.rows import figure_row, pager
from generator.rendering.timeline import FigureStated, Told
from generator.rendering.view import Desk, desks


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The ledger in parts, the newest figures first."""
    for part in parts(context.timeline(site).figures, ROWS):
        for desk in desks(site, context, address(urls.figures, part.number)):
            yield _page(part, desk)


def _page(part: Part[Told[FigureStated]], desk: Desk) -> Page:
    order = desk.context.settings.interface_languages
    rows = tuple(figure_row(desk, told.best(desk.ui, order)) for told in part.items)
    return desk.page(
        "figures",
        desk.wording.say("ledger"),
        address(urls.figures, part.number),
        description=desk.wording.say("ledger-hint"),
        rows=rows,
        total=part.total,
        pager=pager(desk, part, urls.figures, [row.date for row in rows]),
    )
