"""The key-facts box: choose, order and group what it shows.

The order never changes: what happened, who, countries, figures, dates, said by whom. Every line
knows the anchor of its evidence, so that it can be a link to it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.model.calendar import PartialDate
from generator.model.fact import Evidence, Fact
from generator.model.ids import (
    CountryCode,
    EntityId,
    LanguageCode,
    country_entity,
    entity_kind,
)
from generator.model.mention import Mention
from generator.model.names import CountryName, PersonName, Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing, Site
from generator.model.span import Span
from generator.model.statement import Event, KeySentence, Quotation
from generator.rendering.links import Anchors
from generator.rendering.wording import Said, Wording

V = TypeVar("V")
Link = Callable[[EntityId], str | None]

LIMITS = {"person": 4, "country": 6, "figure": 5, "date": 4, "quotation": 2}
"""How many lines of each group are shown before `show all`; with them the box fits one screen."""
_QUOTE_LENGTH = 170
"""Characters of a quotation in the box; the whole of it is in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a line's evidence is."""

    anchor: str
    paragraph: int | None
    """One-based; `None` for the headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody or some country, with the address of its page where it has one."""

    name: Said
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title, and whose office it is where that is known."""

    title: Said
    country: str | None
    code: CountryCode | None = None
    """The country's, for a link to its page."""
    of: Said | None = None
    """The region, town, party or other body whose office it is, where each has one."""
    place: Place | None = None
    """Where the text gives the title; `None` outside the box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One amount as understood, beside the words it was read from."""

    value: Said
    measured: Said | None
    of: tuple[str, ...]
    period: str | None
    role: str | None
    """`target`, `change` …, in the page's language."""
    written: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the box; what is not of its kind is empty."""

    place: Place
    text: Said | None = None
    event: str | None = None
    named: Named | None = None
    offices: tuple[Office, ...] = ()
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The lines of one kind: those shown, and those behind `show all`."""

    kind: str
    shown: tuple[Line, ...]
    more: tuple[Line, ...] = ()

    @property
    def total(self) -> int:
        return len(self.shown) + len(self.more)


def read_key_facts(
    briefing: Briefing, site: Site, anchors: Anchors, wording: Wording, link: Link
) -> tuple[Group, ...]:
    """The box of one article in one interface language; groups without a line are left out."""
    reader = _Reader(_without_hidden(briefing), site, anchors, wording, link)
    groups = (
        _group("summary", reader.summary(), 1),
        _group("person", reader.people(), LIMITS["person"]),
        _group("country", reader.countries(), LIMITS["country"]),
        _group("figure", reader.figures(), LIMITS["figure"]),
        _group("date", reader.dates(), LIMITS["date"]),
        _group("quotation", reader.quotations(), LIMITS["quotation"]),
    )
    return tuple(group for group in groups if group.shown)


def _without_hidden(briefing: Briefing) -> Briefing:
    """The briefing without the kinds of facts that its author wants left out of the box."""
    hidden = briefing.article.hide
    if not hidden:
        return briefing
    return replace(
        briefing,
        mentions=tuple(mention for mention in briefing.mentions if mention.kind not in hidden),
        facts=tuple(fact for fact in briefing.facts if fact.kind not in hidden),
    )


def key_sentence(briefing: Briefing) -> Mention | None:
    """The sentence of the body that best states the news; `None` where there is none."""
    title = briefing.article.title_span
    ranked = sorted(
        (
            (value.rank, mention.span, mention)
            for mention, value in values(briefing, KeySentence)
            if title is None or not title.overlaps(mention.span)
        ),
        key=lambda found: found[:2],
    )
    return ranked[0][2] if ranked else None


def event_of(briefing: Briefing) -> str:
    """The kind of the main thing that happened."""
    return next((value.kind for _, value in values(briefing, Event)), "other")


def values(briefing: Briefing, shape: type[V]) -> Iterator[tuple[Mention, V]]:
    """Mentions with a value of that class, in order of the text."""
    for mention in briefing.mentions:
        if isinstance(mention.value, shape):
            yield mention, mention.value


def offices_of(
    roles: Iterable[Role], wording: Wording, language: LanguageCode
) -> tuple[Office, ...]:
    """Each office once; `language` is the one these roles were read in."""
    found: dict[Hashable, Office] = {}
    for role in roles:
        if _same_office(role) not in found:
            country = None if role.country is None else wording.country(role.country)
            title = wording.role(role, language)
            found[_same_office(role)] = Office(title=title, country=country, code=role.country)
    return tuple(found.values())


def figure_of(
    mention: Mention, quantity: Quantity, briefing: Briefing, site: Site, wording: Wording
) -> Figure:
    """A figure in the words of a page."""
    language = briefing.article.language
    written = mention.span.of(briefing.article.text)
    return Figure(
        value=wording.quantity(quantity, language, written=written),
        measured=wording.measured(quantity, language),
        of=tuple(_concerned(quantity, site, wording)),
        period=None if quantity.period is None else wording.date(quantity.period),
        role=wording.figure_role(quantity),
        written=wording.quoted(written, language),
    )


def shortened(text: str, longest: int = _QUOTE_LENGTH) -> str:
    """The beginning of `text`, cut between words, with an ellipsis where anything is left out."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    head = text[: longest + 1].rpartition(" ")[0] or text[:longest]
    return head.rstrip(" ,;:.–—-") + "…"


def _concerned(quantity: Quantity, site: Site, wording: Wording) -> Iterator[str]:
    for one in quantity.of:
        if ":" not in one:
            yield wording.country(CountryCode(one))
        elif (entity := site.entities.get(EntityId(one))) is not None:
            yield wording.entity(entity).text


def _group(kind: str, lines: Iterable[Line], limit: int) -> Group:
    found = tuple(lines)
    if len(found) == limit + 1:
        limit += 1  # a button that uncovers one line is longer than the line
    return Group(kind=kind, shown=found[:limit], more=found[limit:] if limit > 1 else ())


class _Reader:
    """Lines of one box."""

    def __init__(
        self, briefing: Briefing, site: Site, anchors: Anchors, wording: Wording, link: Link
    ) -> None:
        self.briefing = briefing
        self.site = site
        self.anchors = anchors
        self.wording = wording
        self.link = link
        self.language = briefing.article.language
        self.text = briefing.article.text

    def summary(self) -> Iterator[Line]:
        event = self.wording.event(event_of(self.briefing))
        mention = key_sentence(self.briefing)
        if mention is not None:
            yield Line(
                place=self._place(mention.span),
                text=self._quoted(" ".join(mention.span.of(self.text).split())),
                event=event,
            )

    def people(self) -> Iterator[Line]:
        offices: dict[EntityId, dict[Hashable, Office]] = {}
        longest: dict[Hashable, int] = {}
        for fact in self.briefing.facts:
            holder = fact.argument("holder")
            if isinstance(fact.value, Role) and holder is not None:
                (office,) = offices_of([fact.value], self.wording, self.language)
                held = offices.setdefault(holder, {})
                place = self._place(self._best(fact.evidence))
                # `president` and `head of state` of one person are one office: its fullest title
                same = _same_office(fact.value)
                if len(fact.value.title) > longest.get((holder, same), -1):
                    longest[holder, same] = len(fact.value.title)
                    held[same] = replace(office, of=self._whose(fact), place=place)
        first: dict[EntityId, Span] = {}
        for mention, _ in values(self.briefing, PersonName):
            entity = self.anchors.entity_of(mention)
            if entity is not None:
                first.setdefault(entity, self.anchors.first_of(mention))
        for entity_id, span in sorted(first.items(), key=lambda item: item[0] not in offices):
            person = self.site.entities.get(entity_id)
            if person is None or entity_kind(entity_id) != "person":
                continue
            yield Line(
                place=self._place(span),
                named=Named(name=self.wording.entity(person), href=self.link(entity_id)),
                offices=tuple(offices.get(entity_id, {}).values()),
            )

    def _whose(self, fact: Fact) -> Said | None:
        body = fact.argument("of")
        entity = None if body is None else self.site.entities.get(body)
        return None if entity is None else self.wording.entity(entity)

    def countries(self) -> Iterator[Line]:
        seen: set[CountryCode] = set()
        for mention, value in values(self.briefing, CountryName):
            if value.code not in seen:
                seen.add(value.code)
                name = Said(text=self.wording.country(value.code))
                href = self.link(country_entity(value.code))
                place = self._place(self.anchors.first_of(mention))
                yield Line(place=place, named=Named(name=name, href=href))

    def figures(self) -> Iterator[Line]:
        found: dict[Hashable, tuple[int, int, Mention, Quantity]] = {}
        amounts: set[Hashable] = set()
        for n, (mention, quantity) in enumerate(self._body_first(Quantity)):
            amount = (quantity.kind, quantity.value, quantity.unit)
            if amount in amounts and self.anchors.paragraph_of(mention.span) is None:
                continue  # the headline says again, and in fewer words, what the body says
            amounts.add(amount)
            measured = quantity.indicator or quantity.about
            key = (quantity.kind, quantity.value, quantity.unit, measured, quantity.role)
            if key not in found:
                found[key] = (_weight(quantity), n, mention, quantity)
        ranked = sorted(found.values(), key=lambda item: item[:2])
        for _, _, mention, quantity in ranked:
            figure = figure_of(mention, quantity, self.briefing, self.site, self.wording)
            yield Line(place=self._place(mention.span), figure=figure)

    def dates(self) -> Iterator[Line]:
        seen: set[PartialDate] = set()
        for mention, date in self._body_first(PartialDate):
            if date not in seen:
                seen.add(date)
                yield Line(place=self._place(mention.span), text=Said(text=self.wording.date(date)))

    def quotations(self) -> Iterator[Line]:
        speakers = {
            evidence.span: fact.argument("speaker")
            for fact in self.briefing.facts
            if isinstance(fact.value, Quotation)
            for evidence in fact.evidence
        }
        for mention, quotation in values(self.briefing, Quotation):
            speaker = speakers.get(mention.span)
            speaking = None if speaker is None else self.site.entities.get(speaker)
            named = None
            if speaking is not None:
                named = Named(name=self.wording.entity(speaking), href=self.link(speaking.id))
            elif quotation.speaker_text:
                named = Named(name=self._quoted(quotation.speaker_text), href=None)
            words = self._quoted(shortened(mention.span.of(self.text).rstrip(" ,;")))
            yield Line(place=self._place(mention.span), text=words, named=named)

    def _body_first(self, shape: type[V]) -> list[tuple[Mention, V]]:
        """Mentions in order of the text, those of the headline last."""
        return sorted(
            values(self.briefing, shape),
            key=lambda found: self.anchors.paragraph_of(found[0].span) is None,
        )

    def _best(self, evidence: Sequence[Evidence]) -> Span:
        """The first in the body, where there is one: it stands in a whole sentence."""
        spans = [one.span for one in evidence]
        return next((s for s in spans if self.anchors.paragraph_of(s) is not None), spans[0])

    def _place(self, span: Span) -> Place:
        return Place(anchor=self.anchors.id_of(span), paragraph=self.anchors.paragraph_of(span))

    def _quoted(self, text: str) -> Said:
        return self.wording.quoted(text, self.language)


def _same_office(role: Role) -> Hashable:
    return role.office or role.title.lower(), role.country, role.former, role.acting


def _weight(quantity: Quantity) -> int:
    """Less is more important: what is known to be measured, money, change, counts."""
    if quantity.kind != "count" and (quantity.indicator or quantity.about):
        return 0
    return {"money": 1, "percent": 2, "multiple": 2, "count": 3}[quantity.kind]
