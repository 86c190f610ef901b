"""What several page types show alike: a briefing in a list, a page's frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from generator.lexicon.dates import time_of_day
from generator.model.calendar import PartialDate
from generator.model.ids import EntityId, LanguageCode, entity_kind
from generator.model.names import Role
from generator.model.note import NotedRole
from generator.model.page import Page
from generator.model.site import Briefing, Site
from generator.model.span import Span
from generator.rendering import urls
from generator.rendering.key_facts import (
    Figure,
    Office,
    event_of,
    key_sentence,
    offices_of,
    read_key_facts,
    shortened,
)
from generator.rendering.links import Anchors, sentence_anchor
from generator.rendering.page_type import RenderContext
from generator.rendering.paging import CARDS, Part, address, parts
from generator.rendering.stories import Story, newest_first
from generator.rendering.timeline import Timeline
from generator.rendering.wording import Said, Wording

V = TypeVar("V")

_LEAD_LENGTH = 240
_LEAD_FIGURES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A briefing in a list."""

    href: str
    title: Said
    date: str
    iso_date: str
    clock: str | None
    event: str | None
    lead: Said | None
    source: str | None
    language: str | None
    """Name of the article's language where it is not the page's."""
    versions: tuple[tuple[str, str, str], ...]
    """The other languages of the story: address, code, the language's own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Cards of one day."""

    date: str
    iso_date: str
    href: str | None
    """The page of the day; `None` where the date is not known."""
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The newest story, told larger, with its main figures."""

    card: Card
    figures: tuple[tuple[str, Figure], ...]
    """Each with the address of its evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Somebody in a list of who is in the news."""

    name: Said
    href: str | None
    stories: int
    office: Office | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What an editor noted of somebody: the page's introduction."""

    paragraphs: tuple[Said, ...]
    offices: tuple[tuple[Office, str], ...]
    """Each with its time in words; empty where none is noted."""


class Desk:
    """Makes what a page in one language shows, with links relative to the page at `uri`."""

    def __init__(self, site: Site, context: RenderContext, ui: LanguageCode, uri: str) -> None:
        self.site = site
        self.context = context
        self.ui = ui
        self.uri = uri
        self.wording: Wording = context.wordings[ui]
        self._links: dict[EntityId, str | None] = {}

    @property
    def timeline(self) -> Timeline:
        """What pages look up in the site."""
        return self.context.timeline(self.site)

    @property
    def site_name(self) -> str:
        """What the owner called the site, or the word for such a site in the page's language."""
        name = self.context.settings.site_name
        defaults = {wording.say("site-name") for wording in self.context.wordings.values()}
        return self.wording.say("site-name") if name in defaults | {""} else name

    def link(self, entity: EntityId) -> str | None:
        """Where the page of `entity` is; `None` for one without a page."""
        if entity not in self._links:
            target = urls.entity(self.ui, entity) if entity in self.site.appearances else None
            self._links[entity] = None if target is None else self.to(target)
        return self._links[entity]

    def to(self, target: str, fragment: str = "") -> str:
        return urls.relative(self.uri, target, fragment)

    def article(self, briefing: Briefing, fragment: str = "") -> str:
        return self.to(urls.article(self.ui, briefing.article.id), fragment)

    def card(self, story: Story) -> Card:
        """The story in the reader's language if it is told in it."""
        briefing = story.best(self.ui, self.context.settings.interface_languages)
        article = briefing.article
        moment = article.published
        sentence = key_sentence(briefing)
        others = tuple(
            (self.article(other), other.article.language, self.own_name(other))
            for other in story.versions
            if other is not briefing
        )
        foreign = article.language != self.ui
        return Card(
            href=self.article(briefing),
            title=self.wording.quoted(article.title, article.language),
            date="" if moment is None else self.wording.date(moment.date),
            iso_date="" if moment is None else str(moment.date),
            clock=None if moment is None else time_of_day(moment),
            event=self.wording.event(event_of(briefing)),
            lead=None
            if sentence is None
            else self.wording.quoted(
                shortened(sentence.span.of(article.text), _LEAD_LENGTH), article.language
            ),
            source=article.source_name,
            language=self.wording.language_name(article.language) if foreign else None,
            versions=others,
        )

    def lead(self, story: Story) -> Lead:
        """The story with the figures its box shows first."""
        briefing = story.best(self.ui, self.context.settings.interface_languages)
        anchors = Anchors(briefing)
        groups = read_key_facts(briefing, self.site, anchors, self.wording, self.link)
        figures = tuple(
            (self.article(briefing, line.place.anchor), line.figure)
            for group in groups
            for line in group.shown
            if line.figure is not None and line.figure.measured is not None
        )
        return Lead(card=self.card(story), figures=figures[:_LEAD_FIGURES])

    def ranked(self, stories: Iterable[Story], kind: str, limit: int) -> tuple[Ranked, ...]:
        """Who of that kind of entity is in most of these stories."""
        counts: dict[EntityId, int] = {}
        for story in stories:
            found = {
                entity.id: None
                for briefing in story.versions
                for entity in briefing.entities
                if entity.kind == kind and entity.id in self.site.appearances
            }
            for entity_id in found:
                counts[entity_id] = counts.get(entity_id, 0) + 1
        order = sorted(counts, key=lambda entity_id: -counts[entity_id])  # stable: newest first
        return tuple(self._rank(entity_id, counts[entity_id]) for entity_id in order[:limit])

    def _rank(self, entity_id: EntityId, stories: int) -> Ranked:
        offices = self.offices(entity_id) if entity_kind(entity_id) == "person" else ()
        return Ranked(
            name=self.wording.entity(self.site.entities[entity_id]),
            href=self.link(entity_id),
            stories=stories,
            office=offices[0] if offices else None,
        )

    def offices(self, person: EntityId) -> tuple[Office, ...]:
        """What the newest briefing calls one, in words of the page's language if any do.

        A known office comes before a title that an article in this language gives, and that before
        one that stands as written in another language.
        """
        stated = self.timeline.roles.get(person)
        if not stated:
            return ()
        best = min(stated, key=lambda one: self.foreignness(one.role, one.briefing))
        rank = self.foreignness(best.role, best.briefing)
        roles = [
            one.role
            for one in stated
            if one.briefing is best.briefing and self.foreignness(one.role, one.briefing) == rank
        ]
        return offices_of(roles, self.wording, best.briefing.article.language)

    def foreignness(self, role: Role, briefing: Briefing) -> int:
        """Less is better known here: an office with a name, a title of this language, any other."""
        if self.wording.names_office(role):
            return 0
        said = self.wording.role(role, briefing.article.language)
        return 1 if said.language is None else 2

    def noted(self, entity: EntityId) -> Noted | None:
        """What an editor noted of `entity`, for its page; `None` where there is nothing to show.

        Of paragraphs in several languages a reader gets those in hers.
        """
        note = self.site.notes.get(entity)
        if note is None:
            return None
        own = [one for one in note.introduction if one.language in (None, self.ui)]
        hers = own if any(one.language == self.ui for one in own) else note.introduction
        shown = Noted(
            paragraphs=tuple(
                Said(text=one.text, language=None if one.language == self.ui else one.language)
                for one in hers
            ),
            offices=tuple(self._noted_office(role) for role in note.roles),
        )
        return shown if shown.paragraphs or shown.offices else None

    def _noted_office(self, role: NotedRole) -> tuple[Office, str]:
        known = Role(title=role.title or "", office=role.office, country=role.country)
        said = self.wording.role(known, self.ui)
        if not said.text:  # an office without a label in this language, and no title
            said = Said(text=role.office or "")
        country = None if role.country is None else self.wording.country(role.country)
        since, until = (
            "" if day is None else self.wording.date(day) for day in (role.since, role.until)
        )
        time = self.wording.say("first-last", first=since, last=until) if since or until else ""
        return Office(title=said, country=country), time.strip()

    def evidence(self, briefing: Briefing, span: Span) -> str:
        """The address of the sentence in which `span` begins."""
        return self.article(briefing, sentence_anchor(briefing, span.start))

    def day(self, briefing: Briefing) -> str:
        """When it was published, in words; empty where it is not known."""
        moment = briefing.article.published
        return "" if moment is None else self.wording.date(moment.date)

    def own_name(self, briefing: Briefing) -> str:
        return self.wording.own_name(briefing.article.language)

    def newest_first(self, stories: Iterable[Story]) -> tuple[Story, ...]:
        """By the version that a reader of this page is shown."""
        return newest_first(stories, self.ui, self.context.settings.interface_languages)

    def days(self, stories: Iterable[Story]) -> tuple[Day, ...]:
        """Stories as cards under the day their shown version was published, newest first."""
        cards = [self.card(story) for story in self.newest_first(stories)]
        return tuple(
            Day(date=date, iso_date=iso, href=self._day_page(iso), cards=tuple(group))
            for (iso, date), group in groupby(cards, key=lambda card: (card.iso_date, card.date))
        )

    def _day_page(self, iso: str) -> str | None:
        return self.to(urls.day(self.ui, *map(int, iso.split("-")))) if iso else None

    def page(
        self,
        kind: str,
        title: str,
        address: Callable[[LanguageCode], str],
        *,
        description: str = "",
        metadata: Mapping[str, str] | None = None,
        **values: object,
    ) -> Page:
        """The page at this desk's address, its body from `templates/pages/<kind>.md.j2`.

        `address` gives the same page in another interface language.
        """
        body = self.context.templates.render(
            f"pages/{kind}.md.j2",
            desk=self,
            words=self.wording,
            say=self.wording.say,
            title=title,
            **values,
        )
        return Page(
            uri=self.uri,
            title=title,
            language=self.ui,
            markdown=body,
            kind=kind,
            alternates=urls.alternates(self.context.settings.interface_languages, address),
            description=description,
            metadata=metadata or {},
        )


def desks(
    site: Site, context: RenderContext, address: Callable[[LanguageCode], str]
) -> Sequence[Desk]:
    """A desk for one page in each interface language."""
    return [Desk(site, context, ui, address(ui)) for ui in context.settings.interface_languages]


def listed(
    site: Site,
    context: RenderContext,
    stories: Sequence[Story],
    base: Callable[[LanguageCode], str],
    size: int = CARDS,
) -> Iterator[tuple[Part[Story], Desk]]:
    """A list of stories in parts of `size`, each with its desk in every interface language.

    Every reader's is in order of the versions she is shown, so parts of one number may differ.
    """
    languages = context.settings.interface_languages
    cut = {ui: tuple(parts(newest_first(stories, ui, languages), size)) for ui in languages}
    for place, part in enumerate(cut[languages[0]]):
        for desk in desks(site, context, address(base, part.number)):
            yield cut[desk.ui][place], desk


def month_of(briefing: Briefing) -> PartialDate | None:
    """Year and month of publication."""
    moment = briefing.article.published
    return None if moment is None else PartialDate(year=moment.year, month=moment.month)


def newest_date(briefings: Iterable[Briefing]) -> str:
    """ISO date of the newest of them; empty for none: when a list of them last changed."""
    dates = (str(b.article.published.date) for b in briefings if b.article.published)
    return max(dates, default="")


def bind(function: Callable[[LanguageCode, V], str], value: V) -> Callable[[LanguageCode], str]:
    """`bind(urls.person, id)` is the address of that person in any language."""
    return lambda code: function(code, value)
