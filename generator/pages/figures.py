"""The ledger: every figure of the archive with the sentence it was read from.

The whole of it, then the lines of each measure and of each country, so that a reader without
JavaScript finds a series of figures however long the archive is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.ids import CountryCode, country_entity
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import ROWS, Address, Part, address, parts
from generator.rendering.rows import figure_row, pager
from generator.rendering.timeline import FigureStated, Told
from generator.rendering.view import Desk, bind, desks

_MILLION = 1_000_000

Lines = Sequence[Told[FigureStated]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A part of the ledger by what its lines share."""

    name: str
    href: str
    lines: int


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The ledger in parts, the newest figures first; then by measure and by country."""
    timeline = context.timeline(site)
    for part in parts(timeline.figures, ROWS):
        for desk in desks(site, context, address(urls.figures, part.number)):
            yield _whole(part, desk)
    for measure, lines in sorted(timeline.measures.items()):
        yield from _some(measure, lines, site, context)
    for code in timeline.countries_with_figures():
        yield from _some(code, timeline.figures_of(country_entity(code)), site, context)


def _some(key: str, lines: Lines, site: Site, context: RenderContext) -> Iterator[Page]:
    """The lines of one measure or, where `key` is a code in capitals, of one country."""
    base = bind(urls.ledger, key)
    for part in parts(lines, ROWS):
        for desk in desks(site, context, address(base, part.number)):
            name = _name(key, desk)
            yield _page(
                part, base, desk, title=desk.wording.say("ledger-of", name=name), whole=False
            )


def _name(key: str, desk: Desk) -> str:
    if key.isupper():
        return desk.wording.country(CountryCode(key))
    return desk.wording.indicator(key)


def _whole(part: Part[Told[FigureStated]], desk: Desk) -> Page:
    return _page(part, urls.figures, desk, title=desk.wording.say("ledger"), whole=True)


def _page(
    part: Part[Told[FigureStated]], base: Address, desk: Desk, *, title: str, whole: bool
) -> Page:
    order = desk.context.settings.interface_languages
    rows = tuple(figure_row(desk, told.best(desk.ui, order)) for told in part.items)
    multipliers = desk.context.languages[desk.ui].numerals.multipliers
    return desk.page(
        "figures",
        title,
        address(base, part.number),
        description=desk.wording.say("ledger-hint"),
        rows=rows,
        whole=whole,
        ledger=desk.to(urls.figures(desk.ui)),
        measures=_measures(desk) if whole and part.first else (),
        countries=_countries(desk) if whole and part.first else (),
        million=next((word for word, value in multipliers.items() if value == _MILLION), ""),
        total=part.total,
        pager=pager(desk, part, base, [row.date for row in rows]),
    )


def _measures(desk: Desk) -> tuple[Shelf, ...]:
    """What is measured, most figures first."""
    found = [
        Shelf(
            name=desk.wording.indicator(measure),
            href=desk.to(urls.ledger(desk.ui, measure)),
            lines=len(lines),
        )
        for measure, lines in sorted(desk.timeline.measures.items())
    ]
    return tuple(sorted(found, key=lambda one: (-one.lines, desk.wording.sort_key(one.name))))


def _countries(desk: Desk) -> tuple[Shelf, ...]:
    """Whom figures concern, in the order of the alphabet."""
    found = [
        Shelf(
            name=desk.wording.country(code),
            href=desk.to(urls.ledger(desk.ui, code)),
            lines=len(desk.timeline.figures_of(country_entity(code))),
        )
        for code in desk.timeline.countries_with_figures()
    ]
    return tuple(sorted(found, key=lambda one: desk.wording.sort_key(one.name)))
