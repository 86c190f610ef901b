"""Lines that several page types show: figures, quotations, offices, mentions, neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TypeVar

from generator.knowledge.offices import load_offices
from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode, EntityId, country_entity
from generator.model.site import Briefing
from generator.model.span import Span
from generator.rendering import urls
from generator.rendering.changes import Change, Seen
from generator.rendering.key_facts import (
    Figure,
    Named,
    Office,
    figure_of,
    offices_of,
    shortened,
)
from generator.rendering.paging import Address, Part, address
from generator.rendering.stories import Story
from generator.rendering.timeline import (
    FigureStated,
    Pair,
    QuoteStated,
    RoleStated,
    Told,
    Week,
    day_of,
)
from generator.rendering.view import Card, Desk
from generator.rendering.wording import Said

T = TypeVar("T")

_SENTENCE = 260
_AROUND = 90
"""Characters of a sentence on either side of a figure."""
_QUOTATION = 320
_LINES = 24
"""Figures of one series at most, the latest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure with where it was read."""

    figure: Figure
    of: tuple[Named, ...]
    """Whom it concerns, with their pages."""
    href: str
    """The words of the text it was read from."""
    title: Said
    """Headline of the article."""
    date: str
    iso_date: str
    key: str
    """The value as a plain number, to sort by."""
    period: str
    """The period as ISO 8601, to sort by; empty where it is not known."""
    before: str
    """The sentence up to the words of the figure, as much of it as a line holds."""
    after: str
    share: int | None = None
    """Per cent of the greatest value it is shown beside, for a bar; `None` for none."""
    target: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Figures of one thing in order of time, the earliest first, what is aimed at last."""

    measured: Said | None
    ledger: str | None
    """The page of every figure that measures this; `None` where it is no known measure."""
    rows: tuple[FigureRow, ...]
    left_out: int
    """Earlier figures that are not among the rows."""
    bars: bool
    """Whether their values can be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """Direct speech with where it was read."""

    text: Said
    speaker: Named | None
    office: Office | None
    href: str
    title: Said
    date: str
    iso_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An office, who holds it, and when the archive first and last saw that."""

    holder: Named | None
    """`None` on the holder's own page."""
    office: Office
    first: str
    last: str
    href: str
    """The newest evidence."""
    country_href: str | None
    """The page of the office's country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A briefing with the sentence that names somebody."""

    card: Card
    sentence: Said | None
    """`None` where no sentence names her: an editor or an office puts her here."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Somebody, some country or a pair, and in how many stories."""

    name: Said
    href: str | None
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What a day says otherwise than earlier days."""

    kind: str
    office: Office | None
    after_name: Named | None
    before_name: Named | None
    figure: Figure | None
    before_figure: Figure | None
    href: str
    before_href: str
    date: str
    before_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody no earlier briefing names."""

    named: Named
    office: Office | None
    title: Said
    """Headline of the first briefing."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTitles:
    """A day of a week: headlines with the kind of what happened."""

    date: str
    iso_date: str
    href: str
    cards: tuple[Card, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Links from one part of a list to the next."""

    newer: str | None
    older: str | None
    first: bool
    span: str
    """The days the part covers, in words."""


def pager(
    desk: Desk,
    part: Part[T],
    base: Address,
    days: Sequence[str],
    numbered: Callable[[str, int], str] = urls.part,
) -> Pager:
    """`days` are the dates of the part's entries in words, newest first."""
    known = [day for day in days if day]
    span = ""
    if known:
        span = known[0] if known[0] == known[-1] else f"{known[-1]} – {known[0]}"

    def link(number: int | None) -> str | None:
        return None if number is None else desk.to(address(base, number, numbered)(desk.ui))

    return Pager(newer=link(part.newer), older=link(part.older), first=part.first, span=span)


def named(desk: Desk, entity: EntityId) -> Named:
    """An entity of the site under its best name here."""
    return Named(name=desk.wording.entity(desk.site.entities[entity]), href=desk.link(entity))


def iso_day(briefing: Briefing) -> str:
    day = day_of(briefing)
    return "" if day is None else day.isoformat()


def figure_row(desk: Desk, one: FigureStated, greatest: Decimal | None = None) -> FigureRow:
    """`greatest` is the value that fills the bar; `None` for a line without one."""
    briefing, quantity = one.briefing, one.quantity
    of = []
    for item in quantity.of:
        id_ = EntityId(item) if ":" in item else country_entity(CountryCode(item))
        if id_ in desk.site.entities:
            of.append(named(desk, id_))
        elif ":" not in item:
            of.append(Named(name=Said(text=desk.wording.country(CountryCode(item))), href=None))
    before, after = _around(briefing, one.span)
    return FigureRow(
        figure=figure_of(one.mention, quantity, briefing, desk.site, desk.wording),
        of=tuple(of),
        href=desk.evidence(briefing, one.span),
        title=desk.wording.quoted(briefing.article.title, briefing.article.language),
        date=desk.day(briefing),
        iso_date=iso_day(briefing),
        share=None if not greatest else max(1, min(100, round(100 * quantity.value / greatest))),
        key=format(quantity.value, "f"),
        period="" if quantity.period is None else str(quantity.period),
        before=before,
        after=after,
        target=quantity.role == "target",
    )


def _around(briefing: Briefing, span: Span) -> tuple[str, str]:
    """What stands before and after `span` in its sentence, cut between words."""
    text = briefing.article.text
    sentence = briefing.sentence_at(span)
    left = " ".join(text[sentence.start : span.start].split())
    right = " ".join(text[span.end : max(span.end, sentence.end)].split())
    if len(left) > _AROUND:
        left = "…" + left[-_AROUND:].partition(" ")[2]
    gap = text[span.start - 1 : span.start].isspace()
    tight = not text[span.end : span.end + 1].isspace()
    return (left + " " if gap and left else left), (
        ("" if tight or not right else " ") + shortened(right, _AROUND)
    )


def series(desk: Desk, figures: Iterable[Told[FigureStated]], limit: int) -> tuple[Series, ...]:
    """Figures by what they measure, those told of most often first, each in order of time."""
    order = desk.context.settings.interface_languages
    groups: dict[str, list[FigureStated]] = {}
    for told in figures:
        one = told.best(desk.ui, order)
        quantity = one.quantity
        what = quantity.indicator or (quantity.about or "").lower()
        groups.setdefault(what or f"{quantity.kind} {quantity.unit}", []).append(one)
    ranked = sorted(groups.values(), key=lambda found: (_unmeasured(found[0]), -len(found)))
    return tuple(_series(desk, found) for found in ranked[:limit])


def _series(desk: Desk, found: Iterable[FigureStated]) -> Series:
    distinct = _distinct(sorted(found, key=_moment))
    rows = distinct[-_LINES:]
    greatest: dict[str, Decimal] = {}
    for unit, amounts in _amounts(rows).items():
        if len(amounts) > 1 and max(amounts) > 0:
            greatest[unit] = max(amounts)
    language = rows[0].briefing.article.language
    measure = rows[0].quantity.indicator
    return Series(
        measured=desk.wording.measured(rows[0].quantity, language),
        ledger=None if measure is None else desk.to(urls.ledger(desk.ui, measure)),
        rows=tuple(figure_row(desk, one, greatest.get(_amount_unit(one))) for one in rows),
        left_out=len(distinct) - len(rows),
        bars=bool(greatest) and not _unmeasured(rows[0]),
    )


def _amounts(rows: Iterable[FigureStated]) -> Mapping[str, list[Decimal]]:
    """Values that can stand beside one another, by unit."""
    found: dict[str, list[Decimal]] = {}
    for one in rows:
        if unit := _amount_unit(one):
            found.setdefault(unit, []).append(one.quantity.value)
    return found


def _amount_unit(one: FigureStated) -> str:
    """Empty for shares and factors, which say how something changed, not how much there is."""
    return one.quantity.unit if one.quantity.kind in ("money", "count") else ""


def _unmeasured(one: FigureStated) -> bool:
    return one.quantity.indicator is None and one.quantity.about is None


def _moment(one: FigureStated) -> tuple[object, ...]:
    period = one.quantity.period
    published = iso_day(one.briefing)
    when = published if period is None or period.year is None else str(period)
    return one.quantity.role == "target", when, published, one.span


def _distinct(found: Iterable[FigureStated]) -> list[FigureStated]:
    """Each value of a period once, at its first mention."""
    kept: dict[tuple[object, ...], FigureStated] = {}
    for one in found:
        quantity = one.quantity
        kept.setdefault((quantity.value, quantity.unit, quantity.role, quantity.period), one)
    return list(kept.values())


def quote_row(desk: Desk, one: QuoteStated) -> QuoteRow:
    briefing = one.briefing
    language = briefing.article.language
    speaker: Named | None = None
    office: Office | None = None
    if one.speaker is not None:
        speaker = named(desk, one.speaker)
        said = [role for role in desk.timeline.roles.get(one.speaker, ()) if not role.role.former]
        here = [role.role for role in said if role.briefing is briefing]
        titles = offices_of(here, desk.wording, language)
        office = titles[0] if titles else None
    elif one.quotation.speaker_text:
        speaker = Named(name=desk.wording.quoted(one.quotation.speaker_text, language), href=None)
    words = one.span.of(briefing.article.text).rstrip(" ,;")
    return QuoteRow(
        text=desk.wording.quoted(shortened(words, _QUOTATION), language),
        speaker=speaker,
        office=office,
        href=desk.evidence(briefing, one.span),
        title=desk.wording.quoted(briefing.article.title, language),
        date=desk.day(briefing),
        iso_date=iso_day(briefing),
    )


def office_holders(desk: Desk, code: CountryCode, limit: int) -> tuple[Term, ...]:
    """Who holds which office of a country: offices with one holder first, each newest first."""
    offices = load_offices()
    rank = {office: place for place, office in enumerate(offices.offices)}
    stated = sorted(
        desk.timeline.offices.get(code, ()),
        key=lambda one: (
            not offices.has_one_holder(one.role.office or ""),
            rank.get(one.role.office or "", len(rank)),
        ),
    )
    return tuple(islice(terms(desk, stated, of_country=True), limit))


def terms(desk: Desk, stated: Iterable[RoleStated], *, of_country: bool = False) -> Iterator[Term]:
    """Offices with first and last sight, in the order of `stated`, which is newest first."""
    seen: dict[tuple[object, ...], list[RoleStated]] = {}
    for one in stated:
        role = one.role
        if of_country and (role.office is None or role.former):
            continue
        what = role.office or _title(one)
        seen.setdefault((one.holder, what, role.country, role.former, role.acting), []).append(one)
    for found in seen.values():
        newest, oldest = found[0], found[-1]
        country = newest.role.country
        (office,) = offices_of([newest.role], desk.wording, newest.briefing.article.language)
        yield Term(
            holder=named(desk, newest.holder) if of_country else None,
            office=Office(title=office.title, country=None) if of_country else office,
            first=desk.day(oldest.briefing),
            last=desk.day(newest.briefing),
            href=desk.evidence(newest.briefing, newest.span),
            country_href=None if country is None else desk.link(country_entity(country)),
        )


def _title(one: RoleStated) -> str:
    """What stands for an office that is none of the known ones."""
    return f"{one.briefing.article.language} {one.role.title.lower()}"


def mentions_of(desk: Desk, entity: EntityId, stories: Iterable[Story]) -> Iterator[Mentioned]:
    """Each story once, with the first sentence of the text that names `entity`."""
    for story in stories:
        briefing = story.best(desk.ui, desk.context.settings.interface_languages)
        span = _first(entity, briefing)
        sentence: Said | None = None
        if span is not None:
            text = briefing.sentence_at(span).of(briefing.article.text)
            sentence = desk.wording.quoted(shortened(text, _SENTENCE), briefing.article.language)
        yield Mentioned(
            card=desk.card(story),
            sentence=sentence,
            href=desk.article(briefing) if span is None else desk.evidence(briefing, span),
        )


def _first(entity: EntityId, briefing: Briefing) -> Span | None:
    """The first mention in the body, else in the headline."""
    spans = [
        identity.mention.span
        for identity in briefing.identities
        if identity.entity == entity and identity.judgement == "same"
    ]
    title = briefing.article.title_span
    body = [span for span in spans if title is None or span.start >= title.end]
    return min(body or spans, default=None)


def company(desk: Desk, entity: EntityId, kind: str, limit: int) -> tuple[Neighbour, ...]:
    """Who of that kind is named in the same stories most often."""
    found = desk.timeline.company(entity, kind)[:limit]
    return tuple(
        Neighbour(name=one.name, href=one.href, stories=stories)
        for one, stories in ((named(desk, other), stories) for other, stories in found)
    )


def pair_link(desk: Desk, pair: Pair) -> Named | None:
    """A pair with its page; `None` where no briefing concerns it."""
    if pair not in desk.timeline.pairs:
        return None
    return Named(name=Said(text=pair_name(desk, pair)), href=desk.to(urls.pair(desk.ui, pair)))


def pair_name(desk: Desk, pair: Pair) -> str:
    """Both countries' names with a dash between them, in the order of this language."""
    names = sorted((desk.wording.country(code) for code in pair), key=desk.wording.sort_key)
    return " – ".join(names)


def partners(desk: Desk, code: CountryCode, limit: int | None = None) -> tuple[Neighbour, ...]:
    """The pairs a country is one of, each under the other country's name."""
    timeline = desk.timeline
    return tuple(
        Neighbour(
            name=Said(text=desk.wording.country(pair[1] if pair[0] == code else pair[0])),
            href=desk.to(urls.pair(desk.ui, pair)),
            stories=len(timeline.stories.among(timeline.pairs[pair])),
        )
        for pair in timeline.partners.get(code, ())[:limit]
    )


def change_row(desk: Desk, change: Change) -> ChangeRow:
    after, before = change.after, change.before
    office: Office | None = None
    if change.role is not None:
        (office,) = offices_of([change.role], desk.wording, after.briefing.article.language)
    return ChangeRow(
        kind=change.kind,
        office=office,
        after_name=None if after.holder is None else named(desk, after.holder),
        before_name=None if before.holder is None else named(desk, before.holder),
        figure=_figure(desk, after),
        before_figure=_figure(desk, before),
        href=desk.evidence(after.briefing, after.span),
        before_href=desk.evidence(before.briefing, before.span),
        date=desk.day(after.briefing),
        before_date=desk.day(before.briefing),
    )


def _figure(desk: Desk, seen: Seen) -> Figure | None:
    if seen.mention is None or seen.quantity is None:
        return None
    return figure_of(seen.mention, seen.quantity, seen.briefing, desk.site, desk.wording)


def partial_date(day: date) -> PartialDate:
    """A day of the calendar, to be worded."""
    return PartialDate(year=day.year, month=day.month, day=day.day)


def week_name(desk: Desk, week: Week) -> str:
    """`Week 7, 2026`, by ISO 8601."""
    return desk.wording.say("week-name", week=week[1], year=week[0])


def new_people(desk: Desk, days: Iterable[date]) -> tuple[NewPerson, ...]:
    """People first seen on those days, those with a known office first."""
    found = []
    for day in days:
        for person in desk.timeline.new_on(day):
            first = [b for b in desk.site.appearances[person] if day_of(b) == day]
            story = desk.timeline.stories.among(first)[-1]
            briefing = story.best(desk.ui, desk.context.settings.interface_languages)
            roles = desk.timeline.roles.get(person, ())
            said = [one.role for one in roles if one.briefing is briefing]
            offices = offices_of(said, desk.wording, briefing.article.language)
            span = _first(person, briefing)
            found.append(
                NewPerson(
                    named=named(desk, person),
                    office=offices[0] if offices else None,
                    title=desk.wording.quoted(briefing.article.title, briefing.article.language),
                    href=desk.article(briefing) if span is None else desk.evidence(briefing, span),
                )
            )
    return tuple(sorted(found, key=lambda one: one.office is None))


def day_titles(desk: Desk, days: Iterable[date], limit: int) -> tuple[DayTitles, ...]:
    """Each day with up to `limit` of its headlines."""
    made = []
    for day in days:
        told = desk.timeline.stories.among(desk.timeline.days[day])
        made.append(
            DayTitles(
                date=desk.wording.date(partial_date(day)),
                iso_date=day.isoformat(),
                href=desk.to(urls.day(desk.ui, day.year, day.month, day.day)),
                cards=tuple(desk.card(story) for story in told[:limit]),
                left_out=max(0, len(told) - limit),
            )
        )
    return tuple(made)
