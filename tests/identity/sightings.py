"""Briefings that say no more than who is in them, for the tests of who is who."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import Article, SourceFile
from generator.model.calendar import Moment
from generator.model.entity import Entity
from generator.model.fact import Evidence, Fact
from generator.model.ids import ArticleId, CountryCode, EntityId, Kind, LanguageCode, country_entity
from generator.model.names import Role
from generator.model.site import Briefing
from generator.model.span import Span
from generator.text.transliterate import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    office: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()


def told(
    code: str, day: str, *people: Person | str, about: tuple[str, ...] = (), name: str = ""
) -> Briefing:
    """An article in `code` of `day` (`2026-02-13`) that names these people and countries."""
    year, month, date = map(int, day.split("-"))
    persons = [Person(name=one) if isinstance(one, str) else one for one in people]
    article = ArticleId(f"{year:04d}/{month:02d}/{date:02d}/{name or code}")
    span = Span(0, 1)
    evidence = (Evidence(article=article, span=span, quote="x", rule="test"),)
    local = [EntityId(f"person:{slugify(one.name)}") for one in persons]
    facts = tuple(
        Fact(
            kind=Kind("role"),
            value=Role(
                title="x", office=one.office, country=CountryCode(one.country or "") or None
            ),
            arguments=(("holder", entity),),
            evidence=evidence,
        )
        for one, entity in zip(persons, local, strict=True)
        if one.office is not None
    )
    entities = tuple(
        Entity(id=entity, kind="person", names={LanguageCode(code): one.name}, aliases=one.aliases)
        for one, entity in zip(persons, local, strict=True)
    )
    countries = tuple(
        Entity(id=country_entity(CountryCode(one)), kind="country", names={}) for one in about
    )
    return Briefing(
        article=Article(
            id=article,
            source=SourceFile(path=str(article), content=b""),
            language=LanguageCode(code),
            title="",
            published=Moment(year=year, month=month, day=date),
            text="x",
            prose=(span,),
        ),
        sentences=(span,),
        mentions=(),
        identities=(),
        facts=facts,
        entities=(*entities, *countries),
    )
