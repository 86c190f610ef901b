"""The page of one organisation, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.entity import Entity
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import Address, Part, address
from generator.rendering.rows import company, mentions_of, pager, series
from generator.rendering.stories import Story
from generator.rendering.view import Desk, bind, desks, listed, newest_date

_COMPANY = 12
_SERIES = 6
_LISTED = 500
"""Organisations in the list of all: those in most briefings. Search finds every one."""


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The lists, then every organisation that appears in a briefing."""
    timeline = context.timeline(site)
    found = [
        entity
        for entity in site.entities.values()
        if entity.kind == "organisation" and site.appearances.get(entity.id)
    ]
    for desk in desks(site, context, urls.organisations):
        yield _index(found, desk)
    for entity in found:
        base = bind(urls.organisation, entity.id)
        told = timeline.stories.among(site.appearances[entity.id])
        for part, desk in listed(site, context, told, base):
            yield _page(entity, part, base, desk)


def _index(found: Sequence[Entity], desk: Desk) -> Page:
    stories = desk.timeline.stories
    most = sorted(found, key=lambda one: (-len(desk.site.appearances[one.id]), one.id))[:_LISTED]
    listed = sorted(
        (
            (
                desk.wording.entity(entity),
                desk.link(entity.id),
                len(stories.among(desk.site.appearances[entity.id])),
                entity.id,
            )
            for entity in most
        ),
        key=lambda row: (desk.wording.sort_key(row[0].text), row[3]),
    )
    return desk.page(
        "organisations",
        desk.wording.say("organisations"),
        urls.organisations,
        organisations=listed,
        left_out=len(found) - len(listed),
    )


def _page(entity: Entity, part: Part[Story], base: Address, desk: Desk) -> Page:
    name = desk.wording.entity(entity)
    mentions = tuple(mentions_of(desk, entity.id, part.items))
    first = part.first
    return desk.page(
        "organisation",
        name.text,
        address(base, part.number),
        description=f"{name.text}. {desk.wording.count('briefings', part.total)}",
        metadata={"date": newest_date(desk.site.appearances[entity.id][:1])},
        name=name,
        names=tuple(
            (desk.wording.language_name(code), code, written)
            for code, written in entity.names.items()
            if written != name.text
        ),
        noted=desk.noted(entity.id),
        people=company(desk, entity.id, "person", _COMPANY) if first else (),
        countries=company(desk, entity.id, "country", _COMPANY) if first else (),
        series=series(desk, desk.timeline.figures_of(entity.id), _SERIES, on=(entity.id,))
        if first
        else (),
        mentions=mentions,
        total=part.total,
        texts=len(desk.site.appearances[entity.id]),
        pager=pager(desk, part, base, [one.card.iso_date for one in mentions]),
    )
