"""A site made by hand: articles whose facts are given by the words they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator import languages
from generator.identity.related import find_related
from generator.identity.stories import find_stories
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.model.article import Article, SourceFile
from generator.model.calendar import Moment
from generator.model.entity import Entity
from generator.model.fact import Evidence, Fact
from generator.model.identity import Identity
from generator.model.ids import (
    ArticleId,
    CountryCode,
    EntityId,
    Kind,
    LanguageCode,
    country_entity,
    entity_kind,
)
from generator.model.mention import Mention, Value
from generator.model.names import CountryName, OrganisationName, PersonName, Role
from generator.model.settings import Settings
from generator.model.site import Briefing, Site
from generator.model.span import Span
from generator.model.statement import Event, KeySentence, Quotation
from generator.rendering.page_type import RenderContext

UIS = tuple(LanguageCode(code) for code in ("ky", "ru", "en"))
TEMPLATES = Path(__file__).parents[2] / "templates"
CODES = {"Kyrgyzstan": "KG", "Tajikistan": "TJ", "Кыргызстан": "KG"}


@dataclass
class Desk:
    """Collects what one article says, then makes its briefing."""

    title: str
    body: str
    language: str = "en"
    day: tuple[int, int, int] = (2026, 2, 13)
    slug: str = "talks"
    translation_of: str | None = None
    source_url: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    names: dict[EntityId, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return f"{self.title}\n\n{self.body}"

    @property
    def id(self) -> ArticleId:
        year, month, day = self.day
        return ArticleId(f"{year:04d}/{month:02d}/{day:02d}/{self.slug}")

    def span(self, words: str, nth: int = 0) -> Span:
        """Where `words` stand in the body, `nth` time."""
        start = len(self.title)
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def says(self, kind: str, words: str, value: Value, nth: int = 0) -> Mention:
        mention = Mention(kind=Kind(kind), span=self.span(words, nth), value=value, rule="test")
        self.mentions.append(mention)
        return mention

    def country(self, words: str, code: str, nth: int = 0) -> None:
        value = CountryName(code=CountryCode(code), form="noun")
        self._identify(self.says("country", words, value, nth), country_entity(value.code), words)

    def person(self, words: str, id_: str, nth: int = 0) -> EntityId:
        given, _, family = words.rpartition(" ")
        value = PersonName(given=given or None, family=family, written=words)
        entity = EntityId(f"person:{id_}")
        self._identify(self.says("person", words, value, nth), entity, words)
        return entity

    def organisation(self, words: str, id_: str, nth: int = 0) -> EntityId:
        entity = EntityId(f"organisation:{id_}")
        value = OrganisationName(name=words, id=None)
        self._identify(self.says("organisation", words, value, nth), entity, words)
        return entity

    def role(self, words: str, holder: EntityId, role: Role) -> None:
        self._fact("role", self.says("role", words, role), (("holder", holder),))

    def quote(self, words: str, speaker: EntityId) -> None:
        value = Quotation(speaker_text=None)
        self._fact("quotation", self.says("quotation", words, value), (("speaker", speaker),))

    def key(self, words: str, event: str = "meeting") -> None:
        self.says("summary", words, KeySentence(rank=1))
        self.says("event", words.split(maxsplit=1)[0], Event(kind=event))  # type: ignore[arg-type]

    def briefing(self) -> Briefing:
        year, month, day = self.day
        text = self.text
        paragraphs: list[Span] = []
        place = 0
        for paragraph in text.split("\n\n"):
            paragraphs.append(Span(place, place + len(paragraph)))
            place += len(paragraph) + 2
        sentences = [paragraphs[0]]
        for span in paragraphs[1:]:
            start = span.start
            for n in range(span.start, span.end):
                if text[n] == "." and text[n : n + 2] in (". ", ".", ".\n"):
                    sentences.append(Span(start, n + 1))
                    start = n + 2
            if start < span.end:
                sentences.append(Span(start, span.end))
        article = Article(
            id=self.id,
            source=SourceFile(path=f"{self.slug}.txt", content=b""),
            language=LanguageCode(self.language),
            title=self.title,
            published=Moment(year=year, month=month, day=day, hour=14, minute=5, offset="+06:00"),
            text=text,
            prose=tuple(paragraphs),
            title_span=paragraphs[0],
            slug=self.slug,
            source_url=self.source_url,
            translation_of=self.translation_of,
        )
        return Briefing(
            article=article,
            sentences=tuple(sentences),
            mentions=tuple(sorted(self.mentions, key=lambda m: (m.span, m.kind))),
            identities=tuple(self.identities),
            facts=tuple(self.facts),
            entities=tuple(
                Entity(id=id_, kind=entity_kind(id_), names={LanguageCode(self.language): name})
                for id_, name in self.names.items()
            ),
        )

    def _identify(self, mention: Mention, entity: EntityId, name: str) -> None:
        self.identities.append(
            Identity(mention=mention, entity=entity, judgement="same", reason="test")
        )
        self.names.setdefault(entity, name)

    def _fact(
        self, kind: str, mention: Mention, arguments: tuple[tuple[str, EntityId], ...]
    ) -> None:
        evidence = Evidence(
            article=self.id, span=mention.span, quote=mention.span.of(self.text), rule="test"
        )
        self.facts.append(
            Fact(kind=Kind(kind), value=mention.value, arguments=arguments, evidence=(evidence,))
        )


def site(desks: Iterable[Desk]) -> Site:
    """Newest first; names of an entity met in several articles are joined."""
    briefings = sorted(
        (desk.briefing() for desk in desks),
        key=lambda briefing: str(briefing.article.published),
        reverse=True,
    )
    stories = find_stories(briefings)
    names: dict[EntityId, dict[LanguageCode, str]] = {}
    appearances: dict[EntityId, list[Briefing]] = {}
    for briefing in briefings:
        for entity in briefing.entities:
            names.setdefault(entity.id, {}).update(entity.names)
            appearances.setdefault(entity.id, []).append(briefing)
    return Site(
        briefings=tuple(briefings),
        entities=MappingProxyType(
            {id_: Entity(id=id_, kind=entity_kind(id_), names=n) for id_, n in names.items()}
        ),
        appearances=MappingProxyType({id_: tuple(found) for id_, found in appearances.items()}),
        stories=stories,
        related=find_related(briefings, stories),
    )


def context(*, demonstration: bool = False, uis: tuple[LanguageCode, ...] = UIS) -> RenderContext:
    packs = {code: languages.get(code) for code in languages.codes()}
    return RenderContext(
        settings=Settings(interface_languages=uis, demonstration=demonstration),
        languages=packs,
        knowledge=Knowledge(countries=CountryKnowledge(languages=tuple(packs.values()))),
        templates_folder=TEMPLATES,
    )
