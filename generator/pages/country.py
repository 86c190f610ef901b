"""The page of one country, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.entity import Entity
from generator.model.ids import CountryCode, EntityId, entity_key
from generator.model.names import Role
from generator.model.page import Page
from generator.model.quantity import Quantity
from generator.model.site import Briefing, Site
from generator.rendering import urls
from generator.rendering.key_facts import Figure, Named, Office, figure_of, offices_of, values
from generator.rendering.page_type import RenderContext
from generator.rendering.stories import Stories
from generator.rendering.view import LIST_LIMIT, Desk, bind, desks, newest_date

_OFFICE_HOLDERS = 12
_FIGURES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody in an office of the country, as the newest briefing that says so has it."""

    named: Named
    office: Office
    date: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure that concerns the country."""

    figure: Figure
    date: str
    href: str


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The lists, then every country that appears in a briefing."""
    stories = Stories(site)
    countries = [entity for entity in site.entities.values() if entity.kind == "country"]
    countries = [entity for entity in countries if site.appearances.get(entity.id)]
    for desk in desks(site, context, urls.countries):
        yield _index(countries, stories, desk)
    for entity in countries:
        code = CountryCode(entity_key(entity.id))
        for desk in desks(site, context, bind(urls.country, code)):
            yield _page(entity, code, stories, desk)


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


def _page(entity: Entity, code: CountryCode, stories: Stories, desk: Desk) -> Page:
    briefings = desk.site.appearances[entity.id]
    told = stories.among(briefings)
    name = desk.wording.country(code)
    return desk.page(
        "country",
        name,
        bind(urls.country, code),
        description=f"{name}. {desk.wording.count('briefings', len(told))}",
        metadata={"date": newest_date(briefings)},
        noted=desk.noted(entity.id),
        holders=tuple(_holders(code, briefings, desk)),
        figures=tuple(_figures(entity.id, code, briefings, desk)),
        days=desk.days(told[:LIST_LIMIT]),
        total=len(told),
        left_out=max(0, len(told) - LIST_LIMIT),
        archive=desk.to(urls.archive(desk.ui)),
    )


def _holders(code: CountryCode, briefings: Sequence[Briefing], desk: Desk) -> Iterator[Holder]:
    """The newest first, each person once in each office."""
    seen: set[tuple[EntityId, str]] = set()
    for briefing in briefings:
        for fact in briefing.facts:
            role, holder = fact.value, fact.argument("holder")
            if not isinstance(role, Role) or role.country != code or holder is None:
                continue
            entity = desk.site.entities.get(holder)
            if role.former or role.office is None or entity is None:
                continue
            if (holder, role.office) in seen:
                continue
            seen.add((holder, role.office))
            (office,) = offices_of([role], desk.wording, briefing.article.language)
            yield Holder(
                named=Named(name=desk.wording.entity(entity), href=desk.link(holder)),
                office=Office(title=office.title, country=None),
                date=desk.day(briefing),
                href=desk.evidence(briefing, fact.evidence[0].span),
            )
            if len(seen) == _OFFICE_HOLDERS:
                return


def _figures(
    entity: EntityId, code: CountryCode, briefings: Sequence[Briefing], desk: Desk
) -> Iterator[Measured]:
    """Figures the text ties to the country and says what they measure; the newest first."""
    seen: set[tuple[object, ...]] = set()
    for briefing in briefings:
        for mention, quantity in values(briefing, Quantity):
            if not {code, entity} & set(quantity.of):
                continue
            what = quantity.indicator or quantity.about
            key = (quantity.value, quantity.unit, quantity.role, quantity.indicator)
            if what is None or key in seen:
                continue
            seen.add(key)
            yield Measured(
                figure=figure_of(mention, quantity, briefing, desk.site, desk.wording),
                date=desk.day(briefing),
                href=desk.evidence(briefing, mention.span),
            )
            if len(seen) == _FIGURES:
                return
