"""The page of one country, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.entity import Entity
from generator.model.ids import CountryCode, entity_key
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import CARDS, Address, Part, address, parts
from generator.rendering.rows import office_holders, pager, partners, series
from generator.rendering.stories import Stories, Story
from generator.rendering.view import Desk, bind, desks, newest_date

_OFFICE_HOLDERS = 16
_PARTNERS = 12
_SERIES = 8


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The lists, then every country that appears in a briefing."""
    stories = context.timeline(site).stories
    countries = [entity for entity in site.entities.values() if entity.kind == "country"]
    countries = [entity for entity in countries if site.appearances.get(entity.id)]
    for desk in desks(site, context, urls.countries):
        yield _index(countries, stories, desk)
    for entity in countries:
        code = CountryCode(entity_key(entity.id))
        base = bind(urls.country, code)
        for part in parts(stories.among(site.appearances[entity.id]), CARDS):
            for desk in desks(site, context, address(base, part.number)):
                yield _page(entity, code, part, base, desk)


def _index(countries: Sequence[Entity], stories: Stories, desk: Desk) -> Page:
    listed = sorted(
        (
            (
                desk.wording.entity(entity),
                desk.link(entity.id),
                len(stories.among(desk.site.appearances[entity.id])),
            )
            for entity in countries
        ),
        key=lambda row: desk.wording.sort_key(row[0].text),
    )
    return desk.page("countries", desk.wording.say("countries"), urls.countries, countries=listed)


def _page(entity: Entity, code: CountryCode, part: Part[Story], base: Address, desk: Desk) -> Page:
    """The first part has everything about the country; the others go on with the briefings."""
    name = desk.wording.country(code)
    timeline = desk.timeline
    days = desk.days(part.items)
    first = part.first
    return desk.page(
        "country",
        name,
        address(base, part.number),
        description=f"{name}. {desk.wording.count('briefings', part.total)}",
        metadata={"date": newest_date(desk.site.appearances[entity.id][:1])},
        noted=desk.noted(entity.id) if first else None,
        holders=office_holders(desk, code, _OFFICE_HOLDERS) if first else (),
        partners=partners(desk, code, _PARTNERS) if first else (),
        series=series(desk, timeline.figures_of(entity.id), _SERIES) if first else (),
        days=days,
        total=part.total,
        pager=pager(desk, part, base, [day.date for day in days]),
        ledger=desk.to(urls.ledger(desk.ui, code)),
    )
