"""The page of one person, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.entity import Entity
from generator.model.ids import EntityId, country_entity
from generator.model.names import Role
from generator.model.page import Page
from generator.model.site import Briefing, Site
from generator.model.statement import Quotation
from generator.rendering import urls
from generator.rendering.key_facts import Office, offices_of, shortened
from generator.rendering.page_type import RenderContext
from generator.rendering.stories import Stories, Story
from generator.rendering.view import LIST_LIMIT, Card, Desk, bind, desks, newest_date
from generator.rendering.wording import Said

_QUOTATIONS = 20
_LISTED = 500
"""People in the list of all: those in most briefings. Search finds everybody."""
_SENTENCE_LENGTH = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An office, and when the archive first and last saw somebody in it."""

    office: Office
    first: str
    last: str
    href: str
    """The newest evidence."""
    country_href: str | None
    """The page of the office's country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Something the person said, with the address of where the text has it."""

    text: Said
    href: str
    date: str
    iso_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A briefing with the sentence that names the person."""

    card: Card
    sentence: Said
    href: str


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """The lists, then every person who appears in a briefing."""
    stories = Stories(site)
    people = [entity for entity in site.entities.values() if entity.kind == "person"]
    people = [entity for entity in people if site.appearances.get(entity.id)]
    for desk in desks(site, context, urls.people):
        yield _index(people, stories, desk)
    for entity in people:
        for desk in desks(site, context, bind(urls.person, entity.id)):
            yield _page(entity, stories, desk)


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
        key=lambda row: (desk.wording.sort_key(row[0].text), row[4]),
    )
    title = desk.wording.say("people")
    left_out = len(people) - len(listed)
    return desk.page("people", title, urls.people, people=listed, left_out=left_out)


def _page(entity: Entity, stories: Stories, desk: Desk) -> Page:
    briefings = desk.site.appearances[entity.id]
    told = stories.among(briefings)
    name = desk.wording.entity(entity)
    terms = tuple(_terms(entity.id, briefings, desk))
    return desk.page(
        "person",
        name.text,
        bind(urls.person, entity.id),
        description=f"{name.text}. {desk.wording.count('briefings', len(told))}",
        metadata={"date": newest_date(briefings)},
        name=name,
        names=tuple(
            (desk.wording.language_name(code), code, written)
            for code, written in entity.names.items()
            if code != desk.ui
        ),
        aliases=tuple(alias for alias in entity.aliases if alias not in entity.names.values()),
        noted=desk.noted(entity.id),
        terms=terms,
        quotations=tuple(_quotations(entity.id, briefings, desk)),
        appearances=tuple(_appearances(entity.id, told[:LIST_LIMIT], desk)),
        total=len(told),
        archive=desk.to(urls.archive(desk.ui)),
    )


def _terms(person: EntityId, briefings: Sequence[Briefing], desk: Desk) -> Iterator[Term]:
    """Offices, the one seen last first; `briefings` are newest first."""
    seen: dict[tuple[object, ...], list[tuple[Briefing, Role, str]]] = {}
    for briefing in briefings:
        for fact in briefing.facts:
            role = fact.value
            if isinstance(role, Role) and fact.argument("holder") == person:
                what = role.office or (briefing.article.language, role.title.lower())
                key = (what, role.country, role.former, role.acting)
                href = desk.evidence(briefing, fact.evidence[0].span)
                seen.setdefault(key, []).append((briefing, role, href))
    for found in seen.values():
        newest, role, href = found[0]
        oldest = found[-1][0]
        (office,) = offices_of([role], desk.wording, newest.article.language)
        yield Term(
            office=office,
            first=desk.day(oldest),
            last=desk.day(newest),
            href=href,
            country_href=None if role.country is None else desk.link(country_entity(role.country)),
        )


def _quotations(person: EntityId, briefings: Sequence[Briefing], desk: Desk) -> Iterator[Quoted]:
    number = 0
    for briefing in briefings:
        for fact in briefing.facts:
            if isinstance(fact.value, Quotation) and fact.argument("speaker") == person:
                evidence = fact.evidence[0]
                language = briefing.article.language
                yield Quoted(
                    text=desk.wording.quoted(shortened(evidence.quote, 320), language),
                    href=desk.evidence(briefing, evidence.span),
                    date=desk.day(briefing),
                    iso_date=""
                    if briefing.article.published is None
                    else str(briefing.article.published.date),
                )
                number += 1
                if number == _QUOTATIONS:
                    return


def _appearances(person: EntityId, told: Sequence[Story], desk: Desk) -> Iterator[Appearance]:
    for story in told:
        briefing = story.best(desk.ui, desk.context.settings.interface_languages)
        spans = [
            identity.mention.span
            for identity in briefing.identities
            if identity.entity == person and identity.judgement == "same"
        ]
        title = briefing.article.title_span
        body = [span for span in spans if title is None or span.start >= title.end] or spans
        if not body:  # a note of the editor, not the text, puts the person here
            continue
        first = min(body)
        text = briefing.sentence_at(first).of(briefing.article.text)
        yield Appearance(
            card=desk.card(story),
            sentence=desk.wording.quoted(
                shortened(text, _SENTENCE_LENGTH), briefing.article.language
            ),
            href=desk.evidence(briefing, first),
        )
