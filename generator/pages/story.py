"""The versions of one story side by side, and where they contradict one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.calendar import PartialDate
from generator.model.ids import ArticleId
from generator.model.names import PersonName, Role
from generator.model.page import Page
from generator.model.quantity import Quantity
from generator.model.site import Briefing, Site
from generator.model.span import Span
from generator.model.story import Claim, Disagreement
from generator.model.story import Story as ToldStory
from generator.rendering import urls
from generator.rendering.key_facts import offices_of
from generator.rendering.page_type import RenderContext
from generator.rendering.stories import Stories, Story
from generator.rendering.view import Desk, bind, desks, newest_date
from generator.rendering.wording import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a paragraph; `disputed` where another version says otherwise."""

    text: str
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One column."""

    href: str
    code: str
    name: str
    """The language's name in itself."""
    title: str
    date: str
    iso_date: str
    source: str | None
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one version says on a disputed point."""

    href: str
    code: str
    name: str
    value: Said | None
    """As understood, in the page's language; `None` where that would only repeat the words."""
    written: str
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One disagreement: its kind, whom or what it is about, who says what."""

    kind: str
    about: Said | None
    statements: tuple[Statement, ...]


def pages(site: Site, context: RenderContext) -> Iterator[Page]:
    """Every story of two or more versions in every interface language, newest first."""
    stories = {story.id: story for story in Stories(site).all if story.id is not None}
    for told in site.stories:
        for desk in desks(site, context, bind(urls.story, told.id)):
            yield _page(told, stories[told.id], desk)


def _page(told: ToldStory, story: Story, desk: Desk) -> Page:
    order = (desk.ui, *desk.context.settings.interface_languages)
    versions = sorted(
        story.versions,
        key=lambda briefing: (
            order.index(briefing.article.language)
            if briefing.article.language in order
            else len(order),
            briefing.article.language,
        ),
    )
    first = versions[0].article
    by_id = {briefing.article.id: briefing for briefing in versions}
    columns = tuple(_version(briefing, told, desk) for briefing in versions)
    lengths = {len(version.paragraphs) for version in columns}
    return desk.page(
        "story",
        first.title,
        bind(urls.story, told.id),
        description=f"{desk.wording.say('side-by-side')}: {first.title}",
        metadata={"date": newest_date(versions)},
        foreign=first.language if first.language != desk.ui else None,
        versions=columns,
        rows=lengths.pop() if len(lengths) == 1 else None,
        points=tuple(
            Point(
                kind=desk.wording.say(f"differ-{point.kind}"),
                about=_about(point, by_id, desk),
                statements=tuple(
                    _statement(claim, by_id[claim.evidence.article], desk) for claim in point.claims
                ),
            )
            for point in told.disagreements
        ),
    )


def _version(briefing: Briefing, told: ToldStory, desk: Desk) -> Version:
    article = briefing.article
    disputed = sorted(
        claim.evidence.span
        for point in told.disagreements
        for claim in point.claims
        if claim.evidence.article == article.id
    )
    return Version(
        href=desk.article(briefing),
        code=article.language,
        name=desk.own_name(briefing),
        title=article.title,
        date=desk.day(briefing),
        iso_date="" if article.published is None else str(article.published.date),
        source=article.source_name,
        paragraphs=tuple(
            tuple(_pieces(article.text, span, disputed))
            for span in article.prose
            if span != article.title_span and span.of(article.text).strip()
        ),
    )


def _pieces(text: str, paragraph: Span, disputed: Sequence[Span]) -> Iterator[Piece]:
    place = paragraph.start
    for span in disputed:
        if place <= span.start and span.end <= paragraph.end:
            if place < span.start:
                yield Piece(text=text[place : span.start], disputed=False)
            yield Piece(text=span.of(text), disputed=True)
            place = span.end
    if place < paragraph.end:
        yield Piece(text=text[place : paragraph.end], disputed=False)


def _about(point: Disagreement, by_id: Mapping[ArticleId, Briefing], desk: Desk) -> Said | None:
    """Whose office it is, or what the figure measures, where the texts say so."""
    if point.subject is not None and point.subject in desk.site.entities:
        return desk.wording.entity(desk.site.entities[point.subject])
    for claim in point.claims:
        if isinstance(claim.value, Quantity):
            language = by_id[claim.evidence.article].article.language
            measured = desk.wording.measured(claim.value, language)
            if measured is not None:
                return measured
    return None


def _statement(claim: Claim, briefing: Briefing, desk: Desk) -> Statement:
    article = briefing.article
    return Statement(
        href=desk.evidence(briefing, claim.evidence.span),
        code=article.language,
        name=desk.own_name(briefing),
        value=_value(claim, briefing, desk),
        written=claim.evidence.quote,
        source=article.source_name,
    )


def _value(claim: Claim, briefing: Briefing, desk: Desk) -> Said | None:
    value, language = claim.value, briefing.article.language
    if isinstance(value, Quantity):
        return desk.wording.quantity(value, language)
    if isinstance(value, PartialDate):
        return Said(text=desk.wording.date(value))
    if isinstance(value, PersonName):
        known = value.written == claim.evidence.quote
        return None if known else desk.wording.quoted(value.written, language)
    if isinstance(value, Role):
        return offices_of([value], desk.wording, language)[0].title
    return None
