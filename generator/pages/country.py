"""The page of one country, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.entity import Entity
from generator.model.ids import CountryCode, entity_key
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import Address, Part, address
from generator.rendering.rows import office_holders, pager, partners, series
from generator.rendering.stories import Stories, Story
from generator.rendering.view import Desk, bind, desks, listed, newest_date

_OFFICE_HOLDERS = 16
"""Present ones shown at once."""
_ALL_HOLDERS = 100
"""Present and earlier ones on the page at all."""
_PARTNERS = 12
_SERIES = 10


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
        for part, desk in listed(site, context, stories.among(site.appearances[entity.id]), base):
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
        holders=office_holders(desk, code, _OFFICE_HOLDERS, _ALL_HOLDERS) if first else None,
        partners=partners(desk, code, _PARTNERS) if first else (),
        series=series(desk, timeline.figures_of(entity.id), _SERIES, on=(entity.id,))
        if first
        else (),
        days=days,
        total=part.total,
        texts=len(desk.site.appearances[entity.id]),
        pager=pager(desk, part, base, [day.iso_date for day in days]),
        ledger=desk.to(urls.ledger(desk.ui, code)),
    )
