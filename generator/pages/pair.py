"""The page of two countries: what passes between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.model.ids import country_entity
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.key_facts import event_of
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import Address, Part, address
from generator.rendering.rows import named, pager, pair_name, series
from generator.rendering.stories import Story
from generator.rendering.timeline import Pair
from generator.rendering.view import Card, Desk, bind, listed, newest_date

_TOGETHER = frozenset({"meeting", "visit", "call", "agreement"})
"""Kinds of events that two countries take part in."""
_ENCOUNTERS = 20
_SERIES = 12


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """Every pair that at least one briefing concerns."""
    timeline = context.timeline(site)
    for pair in sorted(timeline.pairs):
        told = timeline.stories.among(timeline.pairs[pair])
        base = bind(urls.pair, pair)
        for part, desk in listed(site, context, told, base):
            yield _page(pair, told, part, base, desk)


def _page(
    pair: Pair, told: tuple[Story, ...], part: Part[Story], base: Address, desk: Desk
) -> Page:
    name = pair_name(desk, pair)
    days = desk.days(part.items)
    timeline = desk.timeline
    countries = [country_entity(code) for code in pair]
    return desk.page(
        "pair",
        name,
        address(base, part.number),
        description=f"{name}. {desk.wording.count('briefings', len(told))}",
        metadata={"date": newest_date(timeline.pairs[pair][:1])},
        countries=tuple(
            named(desk, entity) for entity in countries if entity in desk.site.entities
        ),
        series=series(desk, timeline.figures_of(*countries), _SERIES, on=countries)
        if part.first
        else (),
        encounters=tuple(islice(_encounters(told, desk), _ENCOUNTERS)) if part.first else (),
        days=days,
        total=part.total,
        texts=len(timeline.pairs[pair]),
        pager=pager(desk, part, base, [day.iso_date for day in days]),
    )


def _encounters(told: tuple[Story, ...], desk: Desk) -> Iterator[tuple[Card, str | None]]:
    """Stories of meetings, visits, calls and agreements, the newest first, with which it was."""
    for story in desk.newest_first(told):
        kinds = [kind for kind in map(event_of, story.versions) if kind in _TOGETHER]
        if kinds:
            yield desk.card(story), desk.wording.event(kinds[0])
