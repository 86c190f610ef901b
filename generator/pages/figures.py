"""The ledger: every figure of the archive with the sentence it was read from."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import ROWS, Part, address, parts
from generator.rendering.rows import figure_row, pager
from generator.rendering.timeline import FigureStated, Told
from generator.rendering.view import Desk, desks

_MILLION = 1_000_000


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The ledger in parts, the newest figures first."""
    for part in parts(context.timeline(site).figures, ROWS):
        for desk in desks(site, context, address(urls.figures, part.number)):
            yield _page(part, desk)


def _page(part: Part[Told[FigureStated]], desk: Desk) -> Page:
    order = desk.context.settings.interface_languages
    rows = tuple(figure_row(desk, told.best(desk.ui, order)) for told in part.items)
    # A reader may write the words of any language of the site.
    multipliers = {
        word: int(value)
        for code in dict.fromkeys((desk.ui, *order))
        for word, value in desk.context.languages[code].numerals.multipliers.items()
        if value >= 1
    }
    return desk.page(
        "figures",
        desk.wording.say("ledger"),
        address(urls.figures, part.number),
        description=desk.wording.say("ledger-hint"),
        rows=rows,
        multipliers=json.dumps(multipliers, ensure_ascii=False),
        million=next((word for word, value in multipliers.items() if value == _MILLION), ""),
        total=part.total,
        pager=pager(desk, part, urls.figures, [row.date for row in rows]),
    )
