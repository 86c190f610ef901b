"""The page of one article: its key facts, and its text with everything they were read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.page import Page
from generator.model.site import Briefing, Site
from generator.rendering import urls
from generator.rendering.key_facts import key_sentence, read_key_facts, shortened
from generator.rendering.links import Anchors
from generator.rendering.page_type import RenderContext
from generator.rendering.stories import Stories, Story
from generator.rendering.view import Desk, bind, desks

_DESCRIPTION_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The same story in another language."""

    href: str
    code: str
    name: str
    title: str


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """Every article in every interface language."""
    stories = Stories(site)
    for briefing in site.briefings:
        anchors = Anchors(briefing)
        for desk in desks(site, context, bind(urls.article, briefing.article.id)):
            yield _page(briefing, stories.of(briefing), anchors, desk)


def _page(briefing: Briefing, story: Story, anchors: Anchors, desk: Desk) -> Page:
    article = briefing.article
    moment = article.published
    sentence = key_sentence(briefing)
    summary = article.title if sentence is None else sentence.span.of(article.text)
    groups = read_key_facts(briefing, desk.site, anchors, desk.wording, desk.link)
    return desk.page(
        "article",
        article.title,
        bind(urls.article, article.id),
        description=shortened(summary, _DESCRIPTION_LENGTH),
        metadata={} if moment is None else {"date": str(moment.date)},
        article=article,
        headline=_headline(briefing, anchors),
        foreign=article.language if article.language != desk.ui else None,
        date=None if moment is None else desk.wording.date(moment.date),
        clock=None if moment is None else desk.wording.clock(moment),
        month=None if moment is None else desk.to(urls.month(desk.ui, moment.year, moment.month)),
        groups=groups,
        spelled_out=any(
            line.named is not None and line.named.name.transliterated
            for group in groups
            for line in (*group.shown, *group.more)
        ),
        blocks=tuple((anchors.html(span, desk.link), read) for span, read in anchors.blocks),
        source_href=_web_address(article.source_url),
        versions=tuple(
            Version(
                href=desk.article(other),
                code=other.article.language,
                name=desk.own_name(other),
                title=other.article.title,
            )
            for other in story.versions
            if other is not briefing
        ),
    )


def _headline(briefing: Briefing, anchors: Anchors) -> Markup | str:
    """With its anchors where it stands in the text."""
    span = briefing.article.title_span
    return briefing.article.title if span is None else anchors.html(span, None)


def _web_address(url: str | None) -> str | None:
    """An address a reader may follow; `javascript:` and its like are none."""
    if url is not None and url.lower().startswith(("https://", "http://")):
        return url
    return None
