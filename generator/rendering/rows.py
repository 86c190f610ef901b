"""Lines that several page types show: figures, quotations, offices, mentions, neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar, get_args

from generator.knowledge.offices import load_offices
from generator.model.calendar import PartialDate
from generator.model.ids import (
    CountryCode,
    EntityId,
    LanguageCode,
    country_entity,
    entity_key,
    entity_kind,
)
from generator.model.names import PersonName
from generator.model.quantity import Quantity, QuantityKind
from generator.model.site import Briefing, Site
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
    concerned,
    day_of,
    pair_of,
)
from generator.rendering.view import Card, Desk
from generator.rendering.wording import Said

T = TypeVar("T")

_SENTENCE = 260
_AROUND = 90
"""Characters of a sentence on either side of a figure."""
_QUOTATION = 320
_FAMILY = 20
"""Texts in which a family name is looked for; the name as shown is mostly from one of them."""
_KINDS: tuple[QuantityKind, ...] = get_args(QuantityKind)
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
    unit: str
    """What its value can be compared with: money of one currency, shares, …, to sort by."""
    measure: str
    """Id of what it measures; empty where that is no recurring one."""
    anchor: str = ""
    """The measure, on the first line of it on its page."""
    share: int | None = None
    """Per cent of the greatest value it is shown beside, for a bar; `None` for none."""
    target: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Figures of one thing in order of time, the earliest first, what is aimed at last."""

    measured: Said | None
    of: tuple[Named, ...]
    """Whom it concerns besides those whose page it is on."""
    ledger: str | None
    """Where these figures are among all; `None` where it is no known measure."""
    rows: tuple[FigureRow, ...]
    left_out: int
    """Earlier figures that are not among the rows."""
    bars: bool
    """Whether their values can be compared."""
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Values that texts give of one measure and period and that cannot all be right."""

    measured: Said | None
    of: tuple[str, ...]
    period: str
    values: tuple[tuple[str, Said], ...]
    """Each with the address of its evidence."""


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
    time: str
    """The days of the first and the last sight, as a stretch."""
    href: str
    """The newest evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Who holds the offices of a country, and who held them before."""

    present: tuple[Term, ...]
    more: tuple[Term, ...]
    """Those of the present ones that are not shown at once."""
    earlier: tuple[Term, ...]
    left_out: int
    """Those of both that are not shown at all."""


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
    """`days` are the dates of the part's entries, ISO 8601, empty where one is not known."""
    known = sorted(date.fromisoformat(day) for day in days if day)
    span = ""
    if known:
        span = desk.wording.dates(partial_date(known[0]), partial_date(known[-1]))

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
    before, after = _around(briefing, one.span)
    return FigureRow(
        figure=figure_of(one.mention, quantity, briefing, desk.site, desk.wording),
        of=_of(desk, concerned(quantity)),
        href=desk.evidence(briefing, one.span),
        title=desk.wording.quoted(briefing.article.title, briefing.article.language),
        date=desk.day(briefing),
        iso_date=iso_day(briefing),
        share=None if not greatest else max(1, min(100, round(100 * quantity.value / greatest))),
        key=format(quantity.value, "f"),
        period="" if quantity.period is None else str(quantity.period),
        before=before,
        after=after,
        unit=f"{_KINDS.index(quantity.kind)} {quantity.unit}",
        measure=quantity.indicator or "",
        target=quantity.role == "target",
    )


def _of(desk: Desk, entities: Iterable[EntityId]) -> tuple[Named, ...]:
    """Whom a figure concerns, each with its page where it has one."""
    found = []
    for id_ in entities:
        if id_ in desk.site.entities:
            found.append(named(desk, id_))
        elif entity_kind(id_) == "country":
            name = desk.wording.country(CountryCode(entity_key(id_)))
            found.append(Named(name=Said(text=name), href=None))
    return tuple(found)


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


def series(
    desk: Desk,
    figures: Iterable[Told[FigureStated]],
    limit: int,
    *,
    on: Collection[EntityId],
) -> tuple[Series, ...]:
    """Figures by what they measure and of whom, those told of most often first, each in time.

    `on` are those whose page it is, whom a series need not name.
    """
    order = desk.context.settings.interface_languages
    groups: dict[Hashable, list[FigureStated]] = {}
    for told in figures:
        one = told.best(desk.ui, order)
        quantity = one.quantity
        what = quantity.indicator or (quantity.about or "").lower()
        what = what or f"{quantity.kind} {quantity.unit}"
        groups.setdefault((what, frozenset(concerned(quantity))), []).append(one)
    ranked = sorted(
        groups.values(),
        key=lambda found: (_unmeasured(found[0]), found[0].quantity.indicator is None, -len(found)),
    )
    return tuple(_series(desk, found, on) for found in ranked[:limit])


def _series(desk: Desk, found: Iterable[FigureStated], on: Collection[EntityId]) -> Series:
    distinct = _distinct(sorted(found, key=_moment))
    rows = distinct[-_LINES:]
    greatest: dict[str, Decimal] = {}
    for unit, amounts in _amounts(rows).items():
        if len(amounts) > 1 and max(amounts) > 0:
            greatest[unit] = max(amounts)
    language = rows[0].briefing.article.language
    quantity = rows[0].quantity
    return Series(
        measured=desk.wording.measured(quantity, language),
        of=_of(desk, (entity for entity in concerned(quantity) if entity not in on)),
        ledger=ledger_of(desk, quantity),
        rows=tuple(figure_row(desk, one, greatest.get(_amount_unit(one))) for one in rows),
        left_out=len(distinct) - len(rows),
        bars=bool(greatest) and not _unmeasured(rows[0]),
        conflicts=conflicts(desk, rows),
    )


def ledger_of(desk: Desk, quantity: Quantity) -> str | None:
    """The lines of the ledger with a figure's measure and of whom it is; `None` without a measure.

    Of one country or a pair there is a ledger, in which the measure has an anchor; of others only
    that of the measure.
    """
    if quantity.indicator is None:
        return None
    timeline = desk.timeline
    codes = [CountryCode(entity_key(e)) for e in concerned(quantity) if entity_kind(e) == "country"]
    key = None
    if len(codes) == 2 and pair_of(*codes) in timeline.pairs_with_figures:
        key = pair_key(pair_of(*codes))
    elif len(codes) == 1 and country_entity(codes[0]) in desk.site.entities:
        key = codes[0]
    if key is None:
        return desk.to(urls.ledger(desk.ui, quantity.indicator))
    return desk.to(urls.ledger(desk.ui, key), quantity.indicator)


def conflicts(
    desk: Desk, rows: Iterable[FigureStated], limit: int | None = None
) -> tuple[Conflict, ...]:
    """Where the values of these figures contradict what texts say, each case once."""
    found: dict[int, Conflict] = {}
    for one in rows:
        rivals = desk.timeline.rivals(one)
        if rivals and id(rivals) not in found:  # one tuple for each case
            told = [
                figure_of(r.mention, r.quantity, r.briefing, desk.site, desk.wording)
                for r in rivals
            ]
            found[id(rivals)] = Conflict(
                measured=told[0].measured,
                of=told[0].of,
                period=told[0].period or "",
                values=tuple(
                    (desk.evidence(r.briefing, r.span), figure.value)
                    for r, figure in zip(rivals, told, strict=True)
                ),
            )
    return tuple(found.values())[:limit]


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
        role = None if quantity.role == "actual" else quantity.role
        kept.setdefault((quantity.value, quantity.unit, role, quantity.period), one)
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
        here.sort(key=lambda role: desk.foreignness(role, briefing))
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


def office_holders(desk: Desk, code: CountryCode, limit: int, most: int) -> Holders:
    """Who holds which office of a country, and who held it before.

    Of an office with one holder the one seen last holds it. Offices with one holder come first,
    others by the newest sight. `limit` of the present ones are shown, of all no more than `most`.
    """
    offices = load_offices()
    rank = {office: place for place, office in enumerate(offices.offices)}
    stated = desk.timeline.offices.get(code, ())
    past = _past(stated)
    ordered = sorted(
        (one for one in stated if one.role.office is not None and not one.role.former),
        key=lambda one: (
            rank.get(one.role.office or "", len(rank))
            if offices.has_one_holder(one.role.office or "")
            else len(rank)
        ),
    )
    groups = _by_office(desk, ordered)
    present = [found for key, found in groups.items() if key[:2] not in past]
    earlier = [found for key, found in groups.items() if key[:2] in past]
    held, shown = present[:most], limit if len(present) > limit + 1 else limit + 1
    before = earlier[: most - len(held)]
    return Holders(
        present=tuple(_term(desk, found, of_country=True) for found in held[:shown]),
        more=tuple(_term(desk, found, of_country=True) for found in held[shown:]),
        earlier=tuple(_term(desk, found, of_country=True) for found in before),
        left_out=len(present) + len(earlier) - len(held) - len(before),
    )


def _past(stated: Iterable[RoleStated]) -> set[Hashable]:
    """Holders with the offices they no longer hold, of titles newest first.

    Who was last called a former holder is one; of an office with one holder, so is everybody but
    those seen on the last day that it was named.
    """
    offices = load_offices()
    past: set[Hashable] = set()
    seen: set[Hashable] = set()
    last: dict[str, date | None] = {}
    for one in stated:
        office = one.role.office
        if office is None:
            continue
        key = one.holder, office
        if key not in seen:
            seen.add(key)
            day = day_of(one.briefing)
            if one.role.former or (
                offices.has_one_holder(office) and last.setdefault(office, day) != day
            ):
                past.add(key)
    return past


def terms(desk: Desk, stated: Iterable[RoleStated]) -> Iterator[Term]:
    """Offices with first and last sight, in the order of `stated`, which is newest first."""
    return (_term(desk, found) for found in _by_office(desk, stated).values())


def _by_office(
    desk: Desk, stated: Iterable[RoleStated]
) -> dict[tuple[Hashable, ...], list[RoleStated]]:
    """Sights of one holder in one office, by both and what else tells offices apart."""
    seen: dict[tuple[Hashable, ...], list[RoleStated]] = {}
    for one in stated:
        role = one.role
        what = role.office or _shown(desk, one)
        key = (one.holder, what, one.of, role.country, role.former, role.acting)
        seen.setdefault(key, []).append(one)
    return seen


def _term(desk: Desk, found: Sequence[RoleStated], *, of_country: bool = False) -> Term:
    newest, oldest = found[0], found[-1]
    (office,) = offices_of([newest.role], desk.wording, newest.briefing.article.language)
    first, last = day_of(oldest.briefing), day_of(newest.briefing)
    return Term(
        holder=named(desk, newest.holder) if of_country else None,
        office=replace(
            office, country=None if of_country else office.country, of=_whose(desk, newest.of)
        ),
        time=desk.wording.dates(partial_date(first), partial_date(last))
        if first is not None and last is not None
        else "",
        href=desk.evidence(newest.briefing, newest.span),
    )


def _whose(desk: Desk, body: EntityId | None) -> Said | None:
    entity = None if body is None else desk.site.entities.get(body)
    return None if entity is None else desk.wording.entity(entity)


def _shown(desk: Desk, one: RoleStated) -> tuple[str, LanguageCode | None]:
    """What stands for an office that is none of the known ones: the title as readers see it."""
    said = desk.wording.role(one.role, one.briefing.article.language)
    return said.text.lower(), said.language


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
    return _most_first(
        desk,
        (
            Neighbour(name=one.name, href=one.href, stories=stories)
            for one, stories in ((named(desk, other), stories) for other, stories in found)
        ),
    )


def family_name(site: Site, person: EntityId, shown: str) -> str | None:
    """The family name in a person's name as `shown`; `None` where no text tells it apart.

    Where the name is spelled otherwise than in any text, it is the word in the same place: the
    first or the last.
    """
    for briefing in site.appearances[person][:_FAMILY]:
        for identity in briefing.identities:
            name = identity.mention.value
            if identity.entity != person or not isinstance(name, PersonName):
                continue
            if not (name.family and name.given):
                continue
            if name.family in shown.split():
                return name.family
            written, words = name.written.split(), shown.split()
            if len(words) > 1 and name.family in (written[0], written[-1]):
                return words[-1] if name.family == written[-1] else words[0]
    return None


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
    """The pairs a country is one of, each under the other country's name, most stories first."""
    timeline = desk.timeline
    found = (
        Neighbour(
            name=Said(text=desk.wording.country(pair[1] if pair[0] == code else pair[0])),
            href=desk.to(urls.pair(desk.ui, pair)),
            stories=timeline.together[pair],
        )
        for pair in timeline.partners.get(code, ())
    )
    return _most_first(desk, found)[:limit]


def pairs_with(desk: Desk, stories: Iterable[Story], limit: int) -> tuple[Neighbour, ...]:
    """The pairs of countries that these stories concern, most stories first."""
    counts: Counter[Pair] = Counter()
    for story in stories:
        counts.update({pair for b in story.versions for pair in desk.timeline.pairs_of(b)})
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return _most_first(
        desk,
        (
            Neighbour(
                name=Said(text=pair_name(desk, pair)),
                href=desk.to(urls.pair(desk.ui, pair)),
                stories=stories_of,
            )
            for pair, stories_of in most
        ),
    )


def _most_first(desk: Desk, found: Iterable[Neighbour]) -> tuple[Neighbour, ...]:
    key = desk.wording.sort_key
    return tuple(sorted(found, key=lambda one: (-one.stories, key(one.name.text))))


def change_row(desk: Desk, change: Change) -> ChangeRow:
    after, before = change.after, change.before
    office: Office | None = None
    if change.role is not None:
        (office,) = offices_of([change.role], desk.wording, after.briefing.article.language)
        office = replace(office, of=_whose(desk, change.of))
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


def pair_key(pair: Pair) -> str:
    """What the ledger of two countries is filed under: `KG-TJ`."""
    return "-".join(pair)


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
            first = [b for b in desk.site.appearances[person] if day_of(b) == day][-1]
            whole = desk.timeline.stories.of(first)
            naming = [b for b in whole.versions if any(e.id == person for e in b.entities)]
            (story,) = desk.timeline.stories.among(naming or [first])
            briefing = story.best(desk.ui, desk.context.settings.interface_languages)
            roles = desk.timeline.roles.get(person, ())
            said = [one.role for one in roles if one.briefing is briefing]
            said.sort(key=lambda role: desk.foreignness(role, briefing))
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


def day_titles(
    desk: Desk, told: Mapping[date, Sequence[Story]], limit: int
) -> tuple[DayTitles, ...]:
    """Each day with up to `limit` of its headlines."""
    return tuple(
        DayTitles(
            date=desk.wording.date(partial_date(day)),
            iso_date=day.isoformat(),
            href=desk.to(urls.day(desk.ui, day.year, day.month, day.day)),
            cards=tuple(desk.card(story) for story in stories[:limit]),
            left_out=max(0, len(stories) - limit),
        )
        for day, stories in told.items()
    )


def told_on(desk: Desk, days: Iterable[date]) -> Mapping[date, tuple[Story, ...]]:
    """The stories of those days, newest first, each on the day of the version shown here."""
    return desk.timeline.told_on(days, desk.ui, desk.context.settings.interface_languages)
