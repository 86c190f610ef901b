"""`data/`: the site's facts for programs, the same that its pages state."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from generator.model.fact import Fact
from generator.model.ids import ArticleId, CountryCode, EntityId, LanguageCode, entity_key
from generator.model.names import CountryName, Role
from generator.model.page import OutputFile
from generator.model.settings import Settings
from generator.model.site import Briefing, Site
from generator.model.story import Related, StoryId
from generator.rendering import urls
from generator.rendering.interchange import Json, extraction


class Data:
    """`articles.jsonl`, `persons.json` and `countries.json`."""

    def files(self, site: Site, settings: Settings) -> Iterable[OutputFile]:
        """Three files below `data/`; keys are sorted, so equal sites give equal bytes."""
        interface = settings.interface_languages
        stories = {article: story.id for story in site.stories for article in story.articles}
        yield OutputFile(
            uri="data/articles.jsonl",
            content="".join(
                _line(_article(briefing, site, stories, interface)) for briefing in site.briefings
            ).encode("utf-8"),
        )
        yield OutputFile(uri="data/persons.json", content=_pretty(_persons(site, interface)))
        yield OutputFile(uri="data/countries.json", content=_pretty(_countries(site, interface)))


def _article(
    briefing: Briefing,
    site: Site,
    stories: Mapping[ArticleId, StoryId],
    interface: tuple[LanguageCode, ...],
) -> Json:
    article = briefing.article
    return {
        **extraction(briefing, article.source.path),
        "id": article.id,
        "urls": {code: urls.site_path(urls.article(code, article.id)) for code in interface},
        "story": stories.get(article.id, article.id),
        "related": [_related(related) for related in site.related.get(article.id, ())],
        "source": {"name": article.source_name, "url": article.source_url},
    }


def _related(related: Related) -> Json:
    return {
        "id": related.article,
        "reasons": [
            {"kind": reason.kind, "entities": list(reason.entities), "indicator": reason.indicator}
            for reason in related.reasons
        ],
    }


def _persons(site: Site, interface: tuple[LanguageCode, ...]) -> Json:
    held: dict[EntityId, list[tuple[Fact, Briefing]]] = defaultdict(list)
    for briefing in site.briefings:
        for fact in briefing.facts:
            holder = fact.argument("holder") if fact.kind == "role" else None
            if holder is not None:
                held[holder].append((fact, briefing))
    return {
        entity_key(entity.id): {
            "names": dict(sorted(entity.names.items())),
            "variants": sorted({*entity.names.values(), *entity.aliases}),
            "roles": _offices(held[entity.id]),
            "wikidata": entity.external_ids.get("wikidata"),
            "urls": {code: urls.site_path(urls.person(code, entity.id)) for code in interface},
            "articles": [briefing.article.id for briefing in site.appearances[entity.id]],
        }
        for entity in sorted(site.entities.values(), key=lambda entity: entity.id)
        if entity.kind == "person"
    }


def _offices(held: Iterable[tuple[Fact, Briefing]]) -> list[Json]:
    """Each office or title once, with the days of its first and last sight."""
    sights: dict[tuple[str, str | None, str | None], list[Briefing]] = defaultdict(list)
    for fact, briefing in held:
        if isinstance(fact.value, Role):
            sights[fact.value.title, fact.value.office, fact.value.country].append(briefing)
    rows: list[Json] = []
    for (title, office, country), briefings in sorted(
        sights.items(), key=lambda row: tuple(part or "" for part in row[0])
    ):
        days = sorted(str(b.article.published.date) for b in briefings if b.article.published)
        rows.append(
            {
                "title": title,
                "office": office,
                "country": country,
                "first": days[0] if days else None,
                "last": days[-1] if days else None,
                "articles": sorted({briefing.article.id for briefing in briefings}),
            }
        )
    return rows


def _countries(site: Site, interface: tuple[LanguageCode, ...]) -> Json:
    found: Json = {}
    for entity in sorted(site.entities.values(), key=lambda entity: entity.id):
        if entity.kind != "country":
            continue
        briefings = site.appearances[entity.id]
        code = entity_key(entity.id)
        together = Counter(other for briefing in briefings for other in _codes(briefing))
        del together[CountryCode(code)]
        found[code] = {
            "names": dict(sorted(entity.names.items())),
            "urls": {ui: urls.site_path(urls.country(ui, CountryCode(code))) for ui in interface},
            "articles": [briefing.article.id for briefing in briefings],
            "persons": sorted(
                {
                    entity_key(holder)
                    for briefing in briefings
                    for fact in briefing.facts
                    if (holder := fact.argument("holder")) is not None
                    and isinstance(fact.value, Role)
                    and fact.value.country == code
                }
            ),
            "with": dict(sorted(together.items())),
        }
    return found


def _codes(briefing: Briefing) -> set[CountryCode]:
    return {
        mention.value.code
        for mention in briefing.mentions
        if isinstance(mention.value, CountryName)
    }


def _line(record: Mapping[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _pretty(record: Mapping[str, object]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
