"""The page of one person, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.entity import Entity
from generator.model.ids import country_entity
from generator.model.page import Page
from generator.model.site import Site
from generator.rendering import urls
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import Address, Part, address
from generator.rendering.rows import (
    company,
    family_name,
    mentions_of,
    pager,
    pairs_with,
    quote_row,
    terms,
)
from generator.rendering.stories import Stories, Story
from generator.rendering.view import Desk, bind, desks, listed, newest_date

_TERMS = 40
"""Offices and titles; the newest sight of each comes first."""
_LISTED = 500
"""People in the list of all: those in most briefings. Search finds everybody."""
_COMPANY = 10
"""People and countries of the same briefings."""


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The lists, then every person who appears in a briefing."""
    stories = context.timeline(site).stories
    people = [entity for entity in site.entities.values() if entity.kind == "person"]
    people = [entity for entity in people if site.appearances.get(entity.id)]
    for desk in desks(site, context, urls.people):
        yield _index(people, stories, desk)
    for entity in people:
        base = bind(urls.person, entity.id)
        for part, desk in listed(site, context, stories.among(site.appearances[entity.id]), base):
            yield _page(entity, part, base, desk)


def _index(people: Sequence[Entity], stories: Stories, desk: Desk) -> Page:
    listed = sorted(
        (
            (
                desk.wording.entity(entity),
                desk.link(entity.id),
                desk.offices(entity.id)[:1],
                len(stories.among(desk.site.appearances[entity.id])),
                entity.id,
            )
            for entity in sorted(people, key=lambda one: -len(desk.site.appearances[one.id]))[
                :_LISTED
            ]
        ),
        key=lambda row: (
            desk.wording.name_key(row[0].text, family_name(desk.site, row[4], row[0].text)),
            row[4],
        ),
    )
    title = desk.wording.say("people")
    left_out = len(people) - len(listed)
    return desk.page("people", title, urls.people, people=listed, left_out=left_out)


def _page(entity: Entity, part: Part[Story], base: Address, desk: Desk) -> Page:
    """Every part has briefings and what she said in them; the first, all else about the person."""
    name = desk.wording.entity(entity)
    order = desk.context.settings.interface_languages
    timeline = desk.timeline
    mentions = tuple(mentions_of(desk, entity.id, part.items))
    first = part.first
    told = [briefing for story in part.items for briefing in story.versions]
    quotations = timeline.quotations_by(entity.id, told, desk.ui, order)
    office = next(iter(desk.offices(entity.id)), None)
    offices = tuple(terms(desk, timeline.roles.get(entity.id, ())))
    return desk.page(
        "person",
        name.text,
        address(base, part.number),
        description=f"{name.text}. {desk.wording.count('briefings', part.total)}",
        metadata={"date": newest_date(desk.site.appearances[entity.id][:1])},
        name=name,
        names=tuple(
            (desk.wording.language_name(code), code, written)
            for code, written in entity.names.items()
            if code != desk.ui
        )
        if first
        else (),
        aliases=tuple(alias for alias in entity.aliases if alias not in entity.names.values())
        if first
        else (),
        noted=desk.noted(entity.id) if first else None,
        office=office,
        office_country=None
        if office is None or office.code is None
        else desk.link(country_entity(office.code)),
        terms=offices[:_TERMS],
        terms_left=len(offices[_TERMS:]),
        quotations=tuple(quote_row(desk, one) for one in quotations),
        people=company(desk, entity.id, "person", _COMPANY) if first else (),
        countries=company(desk, entity.id, "country", _COMPANY) if first else (),
        mentions=mentions,
        pairs=pairs_with(desk, timeline.stories.among(desk.site.appearances[entity.id]), _COMPANY)
        if first
        else (),
        total=part.total,
        texts=len(desk.site.appearances[entity.id]),
        pager=pager(desk, part, base, [one.card.iso_date for one in mentions]),
        first=first,
    )
