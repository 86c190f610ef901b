"""The ledger: every figure of the archive with the sentence it was read from.

The whole of it, then the lines of each measure and of each country, so that a reader without
JavaScript finds a series of figures however long the archive is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.ids import CountryCode, country_entity
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import ROWS, Address, Part, address, parts
from generator.rendering.rows import (
    FigureRow,
    conflicts,
    figure_row,
    pager,
    pair_key,
    pair_name,
)
from generator.rendering.timeline import FigureStated, Pair, Told, measured_first
from generator.rendering.view import Desk, bind, desks

_MILLION = 1_000_000
_CONFLICTS = 6
"""Notices of values that contradict one another, on a page."""
_OTHER = bind(urls.ledger, "other")

Lines = Sequence[Told[FigureStated]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A part of the ledger by what its lines share."""

    name: str
    href: str
    lines: int


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The ledger in parts, the newest figures first; then by measure, by country and by pair.

    What is not said to measure anything has a list of its own: mostly things counted in passing.
    """
    timeline = context.timeline(site)
    for part in parts(timeline.measured, ROWS):
        for desk in desks(site, context, address(urls.figures, part.number)):
            yield _page(part, urls.figures, desk, title=desk.wording.say("ledger"), whole=True)
    if timeline.unmeasured:
        for part in parts(timeline.unmeasured, ROWS):
            for desk in desks(site, context, address(_OTHER, part.number)):
                title = desk.wording.say("ledger-other")
                yield _page(part, _OTHER, desk, title=title, other=True)
    for measure, lines in sorted(timeline.measures.items()):
        yield from _some(measure, lines, site, context)
    for code in timeline.countries_with_figures():
        yield from _some(code, timeline.figures_of(country_entity(code)), site, context)
    for pair in sorted(timeline.pairs_with_figures):
        of_both = timeline.figures_of(*map(country_entity, pair))
        yield from _some(pair_key(pair), of_both, site, context, pair)


def _some(
    key: str, lines: Lines, site: Site, context: RenderContext, pair: Pair | None = None
) -> Iterator[Page]:
    """The lines of one measure or, where `key` is in capitals, of one country or pair."""
    base = bind(urls.ledger, key)
    for part in parts(measured_first(lines), ROWS):
        for desk in desks(site, context, address(base, part.number)):
            name = _name(key, desk) if pair is None else pair_name(desk, pair)
            title = desk.wording.say("ledger-of", name=name)
            yield _page(part, base, desk, title=title)


def _name(key: str, desk: Desk) -> str:
    if key.isupper():
        return desk.wording.country(CountryCode(key))
    return desk.wording.indicator(key)


def _page(
    part: Part[Told[FigureStated]],
    base: Address,
    desk: Desk,
    *,
    title: str,
    whole: bool = False,
    other: bool = False,
) -> Page:
    order = desk.context.settings.interface_languages
    stated = [told.best(desk.ui, order) for told in part.items]
    rows = _with_anchors(figure_row(desk, one) for one in stated)
    multipliers = desk.context.languages[desk.ui].numerals.multipliers
    rest = desk.timeline.unmeasured
    return desk.page(
        "figures",
        title,
        address(base, part.number),
        description=desk.wording.say("ledger-hint"),
        rows=rows,
        conflicts=conflicts(desk, stated, _CONFLICTS),
        whole=whole,
        other=other,
        rest=Shelf(
            name=desk.wording.say("ledger-other"), href=desk.to(_OTHER(desk.ui)), lines=len(rest)
        )
        if whole and rest
        else None,
        ledger=desk.to(urls.figures(desk.ui)),
        measures=_measures(desk) if whole and part.first else (),
        countries=_countries(desk) if whole and part.first else (),
        million=next((word for word, value in multipliers.items() if value == _MILLION), ""),
        total=part.total,
        pager=pager(desk, part, base, [row.iso_date for row in rows]),
    )


def _with_anchors(rows: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    """The first line of each measure can be linked to."""
    seen: set[str] = set()
    made = []
    for row in rows:
        made.append(row if row.measure in seen else replace(row, anchor=row.measure))
        seen.add(row.measure)
    return tuple(made)


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
