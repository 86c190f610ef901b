"""The page of one article: its key facts, and its text with everything they were read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.ids import CountryCode, entity_key
from generator.model.page import Page
from generator.model.site import Briefing, Site
from generator.model.story import Reason, Related
from generator.model.story import Story as ToldStory
from generator.rendering import urls
from generator.rendering.key_facts import (
    Line,
    Named,
    event_of,
    key_sentence,
    read_key_facts,
    shortened,
)
from generator.rendering.links import Anchors
from generator.rendering.page_type import RenderContext
from generator.rendering.rows import named, pair_link, pair_name
from generator.rendering.stories import Story
from generator.rendering.timeline import day_of
from generator.rendering.view import Desk, bind, desks
from generator.rendering.wording import Said

_DESCRIPTION_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The same story told by another article."""

    href: str
    code: str
    name: str
    title: str
    translation: bool
    """Whether their authors say that one is a translation of the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Why another briefing is related: the reason in words, and who or what is shared."""

    reason: str
    names: tuple[Named, ...]
    """With the page of each: of the person, the body, the two countries, the figure measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedBriefing:
    """Another briefing a reader of this one may want."""

    href: str
    title: Said
    date: str
    iso_date: str
    reasons: tuple[Shared, ...]


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """Every article in every interface language."""
    stories = context.timeline(site).stories
    told = {article: story for story in site.stories for article in story.articles}
    by_id = {briefing.article.id: briefing for briefing in site.briefings}
    for briefing in site.briefings:
        anchors = Anchors(briefing)
        story = told.get(briefing.article.id)
        declared = story is not None and story.declared
        for desk in desks(site, context, bind(urls.article, briefing.article.id)):
            yield _page(
                briefing,
                anchors,
                desk,
                versions=tuple(_versions(briefing, stories.of(briefing), declared, desk)),
                story=story,
                related=tuple(
                    _related(related, by_id[related.article], desk)
                    for related in site.related.get(briefing.article.id, ())
                ),
            )


def _page(
    briefing: Briefing,
    anchors: Anchors,
    desk: Desk,
    *,
    versions: tuple[Version, ...],
    story: ToldStory | None,
    related: tuple[RelatedBriefing, ...],
) -> Page:
    article = briefing.article
    moment = article.published
    sentence = key_sentence(briefing)
    summary = article.title if sentence is None else sentence.span.of(article.text)
    day, kind = day_of(briefing), event_of(briefing)
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
        day=None if day is None else desk.to(urls.day(desk.ui, day.year, day.month, day.day)),
        event=None
        if kind == "other"
        else (desk.wording.event(kind) or kind, desk.to(urls.event(desk.ui, kind))),
        pairs=tuple(
            (pair_name(desk, pair), desk.to(urls.pair(desk.ui, pair)))
            for pair in desk.timeline.pairs_of(briefing)
        ),
        groups=groups,
        spelled_out=any(_spelled_out(group.shown) for group in groups),
        spelled_out_below=frozenset(group.kind for group in groups if _spelled_out(group.more)),
        blocks=tuple((anchors.html(span, desk.link), read) for span, read in anchors.blocks),
        source_href=_web_address(article.source_url),
        versions=versions,
        same_language=any(version.code == article.language for version in versions),
        side_by_side=None if story is None else desk.to(urls.story(desk.ui, story.id)),
        disagreements=0 if story is None else len(story.disagreements),
        related=related,
    )


def _spelled_out(lines: Iterable[Line]) -> bool:
    """Whether a name in them is transliterated and has its star."""
    return any(line.named is not None and line.named.name.transliterated for line in lines)


def _versions(briefing: Briefing, story: Story, declared: bool, desk: Desk) -> Iterator[Version]:
    """Other languages first, in the order of the interface; then others of this language."""
    own = briefing.article.language
    order = [code for code in desk.context.settings.interface_languages if code != own]
    for other in sorted(
        (other for other in story.versions if other is not briefing),
        key=lambda other: (
            other.article.language == own,
            order.index(other.article.language) if other.article.language in order else len(order),
        ),
    ):
        language = other.article.language
        yield Version(
            href=desk.article(other),
            code=language,
            name=desk.own_name(other),
            title=other.article.title,
            translation=language != own and declared,
        )


def _related(related: Related, other: Briefing, desk: Desk) -> RelatedBriefing:
    moment = other.article.published
    return RelatedBriefing(
        href=desk.article(other),
        title=desk.wording.quoted(other.article.title, other.article.language),
        date=desk.day(other),
        iso_date="" if moment is None else str(moment.date),
        reasons=tuple(_shared(reason, desk) for reason in related.reasons),
    )


def _shared(reason: Reason, desk: Desk) -> Shared:
    names = tuple(named(desk, entity) for entity in reason.entities if entity in desk.site.entities)
    alone = len(reason.entities) == 1
    key = {
        "people": "reason-person" if alone else "reason-people",
        "organisation": "reason-organisation" if alone else "reason-organisations",
        "pair": "reason-pair",
        "figure": "reason-figure",
    }[reason.kind]
    if reason.kind == "pair":
        first, second = sorted(CountryCode(entity_key(entity)) for entity in reason.entities)
        pair = pair_link(desk, (first, second))
        names = names if pair is None else (pair,)
    if reason.indicator is not None:
        measured = Named(
            name=Said(text=desk.wording.indicator(reason.indicator)),
            href=desk.to(urls.ledger(desk.ui, reason.indicator)),
        )
        names = (measured, *names)
    return Shared(reason=desk.wording.say(key), names=names)


def _headline(briefing: Briefing, anchors: Anchors) -> Markup | str:
    """With its anchors where it stands in the text."""
    span = briefing.article.title_span
    return briefing.article.title if span is None else anchors.html(span, None)


def _web_address(url: str | None) -> str | None:
    """An address a reader may follow; `javascript:` and its like are none."""
    if url is not None and url.lower().startswith(("https://", "http://")):
        return url
    return None
