"""Briefings for the tests of identity, made from texts by the real recognisers."""

from __future__ import annotations

from generator.identity.assemble import assemble
from generator.languages import get
from generator.model.article import Article
from generator.model.ids import ArticleId, LanguageCode
from generator.model.site import Briefing
from tests.facts.people import knowledge, mentions_in
from tests.facts.statements import passage_of


def briefing_of(code: str, text: str, name: str = "2026/02/13/test") -> Briefing:
    """`text` understood as far as countries, places, bodies, titles, people and roles go."""
    passage = passage_of(code, text)
    mentions = tuple(
        sorted(
            (mention for found in mentions_in(code, text).values() for mention in found),
            key=lambda mention: (mention.span, mention.kind),
        )
    )
    article = Article(
        id=ArticleId(name),
        source=passage.article.source,
        language=LanguageCode(code),
        title="",
        published=None,
        text=text,
        prose=passage.article.prose,
    )
    return assemble(
        article=article,
        sentences=passage.sentences,
        mentions=mentions,
        knowledge=knowledge(),
        language=get(LanguageCode(code)),
    )


def people_of(briefing: Briefing) -> dict[str, str]:
    """Id to name of each person, in order of first mention."""
    return {
        str(entity.id): entity.names[briefing.article.language]
        for entity in briefing.entities
        if entity.kind == "person"
    }
