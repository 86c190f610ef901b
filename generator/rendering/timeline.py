"""What the pages of a site look up, made once a build: who, what and which pair, in order of time.

Everything is newest first, as `Site.briefings` is. A page that walked all briefings would make the
work of a build grow with the square of the archive.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Generic, TypeVar

from generator.model.fact import Fact
from generator.model.ids import (
    ArticleId,
    CountryCode,
    EntityId,
    LanguageCode,
    country_entity,
    entity_key,
    entity_kind,
)
from generator.model.mention import Mention
from generator.model.names import CountryName, Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing, Site
from generator.model.span import Span
from generator.model.statement import EVENT_KINDS, Quotation
from generator.rendering.changes import Change, find_changes
from generator.rendering.interchange import said_once
from generator.rendering.key_facts import event_of
from generator.rendering.stories import Stories, Story, newest_first

T = TypeVar("T", bound="Stated")
Pair = tuple[CountryCode, CountryCode]
"""Two countries in alphabetical order of their codes."""
Week = tuple[int, int]
"""Year and number of a week, by ISO 8601."""

_HEAD = 3
"""Blocks of an article that say what it is about: the headline and two paragraphs."""
_CROWD = 3
"""Countries named together before that says nothing of any two of them: a summit, a list."""


_PART = 3
"""How many times greater one of two values is before the other may be of a part of the thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Something one article says; the evidence is at `span`."""

    briefing: Briefing
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureStated(Stated):
    """A figure of an article."""

    mention: Mention
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteStated(Stated):
    """Direct speech of an article."""

    quotation: Quotation
    speaker: EntityId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleStated(Stated):
    """A title that an article gives somebody."""

    role: Role
    holder: EntityId
    of: EntityId | None = None
    """The place or body whose office it is, of offices that each has one of."""


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """One thing as the versions of a story tell it; at least one does."""

    versions: tuple[T, ...]

    def best(self, language: LanguageCode, order: Iterable[LanguageCode]) -> T:
        """As told in the language of a reader, else in the first of `order`."""
        for code in (language, *order):
            for one in self.versions:
                if one.briefing.article.language == code:
                    return one
        return self.versions[0]


class Timeline:
    """Indexes over one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.stories = Stories(site)
        self.figures: tuple[Told[FigureStated], ...] = tuple(
            told for story in self.stories.all for told in _figures(story)
        )
        """Every figure, once a story."""
        self.measured = tuple(f for f in self.figures if _measures(f))
        """Those that are said to measure something."""
        self.unmeasured = measured_first(f for f in self.figures if not _measures(f))
        """The others, sums and percentages before things counted."""
        self.quotes: dict[ArticleId, tuple[QuoteStated, ...]] = {}
        """Direct speech by article, in order of the text."""
        self.roles: dict[EntityId, list[RoleStated]] = defaultdict(list)
        """Titles by holder."""
        self.offices: dict[CountryCode, list[RoleStated]] = defaultdict(list)
        """Titles by the country whose office it is."""
        self.pairs: dict[Pair, list[Briefing]] = defaultdict(list)
        """Briefings that concern both of two countries."""
        self._concern: dict[ArticleId, tuple[Pair, ...]] = {}
        self.events: dict[str, list[Briefing]] = {kind: [] for kind in EVENT_KINDS}
        """Briefings by the kind of the main thing that happened."""
        self.days: dict[date, list[Briefing]] = defaultdict(list)
        """Briefings by the day they were published."""
        self._read(site)
        self.weeks: dict[Week, list[date]] = defaultdict(list)
        """Days with briefings, by week."""
        for day in self.days:
            self.weeks[day.isocalendar()[:2]].append(day)
        self._figures_of: dict[EntityId, list[Told[FigureStated]]] = defaultdict(list)
        for figure in self.figures:
            for entity in sorted({e for v in figure.versions for e in concerned(v.quantity)}):
                self._figures_of[entity].append(figure)
        self.measures: dict[str, list[Told[FigureStated]]] = defaultdict(list)
        """Figures by the id of what they measure, each as told where it says so."""
        for figure in self.figures:
            for measure in sorted({v.quantity.indicator or "" for v in figure.versions} - {""}):
                versions = tuple(v for v in figure.versions if v.quantity.indicator == measure)
                self.measures[measure].append(Told(versions))
        self.together = {
            pair: len(self.stories.among(briefings)) for pair, briefings in self.pairs.items()
        }
        """In how many stories, of a pair."""
        self.partners: dict[CountryCode, list[Pair]] = defaultdict(list)
        """The pairs a country is one of, those with most stories first."""
        for pair in sorted(self.pairs, key=lambda pair: (-self.together[pair], pair)):
            for code in pair:
                self.partners[code].append(pair)
        self.pairs_with_figures = frozenset(
            pair_of(*codes)
            for figure in self.figures
            for v in figure.versions
            if len(codes := [CountryCode(one) for one in v.quantity.of if ":" not in one]) == 2
        ) & frozenset(self.pairs)
        """The pairs with a figure of these two and no third."""
        self._told: dict[LanguageCode, dict[date, list[Story]]] = {}
        self._rivals = _rivals(self.figures)
        self._new: dict[date, list[EntityId]] = defaultdict(list)
        for entity, briefings in site.appearances.items():
            first = day_of(briefings[-1]) if briefings else None
            if first is not None and entity in site.entities:
                self._new[first].append(entity)
        self.changes: tuple[Change, ...] = find_changes(site)
        """What became different, newest first."""
        self._changes: dict[date, list[Change]] = defaultdict(list)
        for change in self.changes:
            when = day_of(change.briefing)
            if when is not None:
                self._changes[when].append(change)

    def figures_of(self, *entities: EntityId) -> tuple[Told[FigureStated], ...]:
        """Figures that concern all of `entities`, each as told where it says so."""
        wanted = set(entities)
        found = []
        for told in self._figures_of.get(entities[0], ()):
            versions = tuple(one for one in told.versions if wanted <= set(concerned(one.quantity)))
            if versions:
                found.append(Told(versions))
        return tuple(found)

    def told_on(
        self, days: Iterable[date], language: LanguageCode, order: Sequence[LanguageCode]
    ) -> Mapping[date, tuple[Story, ...]]:
        """What a reader of `language` finds on those days, each story on one day of all.

        A story stands on the day of the version she is shown. Where all that those days published
        stands on other days for her, it stands here too, each story on the last of them.
        """
        if language not in self._told:
            placed: dict[date, list[Story]] = defaultdict(list)
            for story in newest_first(self.stories.all, language, order):
                day = day_of(story.best(language, order))
                if day is not None:
                    placed[day].append(story)
            self._told[language] = placed
        told = self._told[language]
        days = sorted(days, reverse=True)
        found = {day: tuple(told[day]) for day in days if told.get(day)}
        if not found:
            seen: set[int] = set()
            for day in days:
                stories = [s for s in self.stories.told_by(self.days[day]) if id(s) not in seen]
                seen.update(map(id, stories))
                if stories:
                    found[day] = tuple(stories)
        return found

    def rivals(self, figure: FigureStated) -> tuple[FigureStated, ...]:
        """Every value that texts give of the same measure and period, its own among them.

        Empty where all agree, as far as rounding goes.
        """
        return self._rivals.get(_kind_of_value(figure.quantity), ())

    def countries_with_figures(self) -> tuple[CountryCode, ...]:
        """Those that at least one figure concerns and that have a page, by code."""
        return tuple(
            sorted(
                CountryCode(entity_key(entity))
                for entity in self._figures_of
                if entity_kind(entity) == "country" and entity in self.site.entities
            )
        )

    def quotations(
        self, briefings: Iterable[Briefing], language: LanguageCode, order: Sequence[LanguageCode]
    ) -> Iterator[QuoteStated]:
        """Direct speech in `briefings`, of each story as one version has it."""
        yield from self._in_one_version(
            briefings, lambda b: self.quotes.get(b.article.id, ()), language, order
        )

    def quotations_by(
        self,
        speaker: EntityId,
        briefings: Iterable[Briefing],
        language: LanguageCode,
        order: Sequence[LanguageCode],
    ) -> Iterator[QuoteStated]:
        """What somebody said in `briefings`, of each story as one version has it."""
        yield from self._in_one_version(
            briefings,
            lambda b: tuple(q for q in self.quotes.get(b.article.id, ()) if q.speaker == speaker),
            language,
            order,
        )

    def _in_one_version(
        self,
        briefings: Iterable[Briefing],
        find: Callable[[Briefing], tuple[T, ...]],
        language: LanguageCode,
        order: Sequence[LanguageCode],
    ) -> Iterator[T]:
        for story in self.stories.among(briefings):
            found = Told(tuple(one for b in story.versions for one in find(b)[:1]))
            if found.versions:
                yield from find(found.best(language, order).briefing)

    def new_on(self, day: date) -> tuple[EntityId, ...]:
        """People whom no earlier briefing names, by id."""
        return tuple(sorted(e for e in self._new.get(day, ()) if entity_kind(e) == "person"))

    def changes_on(self, day: date) -> tuple[Change, ...]:
        """What briefings of that day say differently from earlier ones."""
        return tuple(self._changes.get(day, ()))

    def company(self, entity: EntityId, kind: str) -> tuple[tuple[EntityId, int], ...]:
        """Who of that kind is named in the same stories, and in how many; most first."""
        counts: Counter[EntityId] = Counter()
        for story in self.stories.among(self.site.appearances.get(entity, ())):
            counts.update(
                {
                    other.id
                    for briefing in story.versions
                    for other in briefing.entities
                    if other.kind == kind and other.id != entity
                }
            )
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def pairs_of(self, briefing: Briefing) -> tuple[Pair, ...]:
        """The pairs of countries that a briefing concerns."""
        return self._concern[briefing.article.id]

    def _read(self, site: Site) -> None:
        for briefing in site.briefings:
            self._read_facts(briefing)
            self._concern[briefing.article.id] = tuple(sorted(concern(briefing)))
            for pair in self._concern[briefing.article.id]:
                self.pairs[pair].append(briefing)
            self.events[event_of(briefing)].append(briefing)
            day = day_of(briefing)
            if day is not None:
                self.days[day].append(briefing)

    def _read_facts(self, briefing: Briefing) -> None:
        quotes: list[QuoteStated] = []
        for fact in briefing.facts:
            value = fact.value
            if isinstance(value, Quotation):
                speaker = self._page_of(fact, "speaker")
                quotes.extend(
                    QuoteStated(
                        briefing=briefing, span=evidence.span, quotation=value, speaker=speaker
                    )
                    for evidence in fact.evidence
                )
            elif isinstance(value, Role):
                holder = self._page_of(fact, "holder")
                if holder is None:
                    continue
                stated = RoleStated(
                    briefing=briefing,
                    span=fact.evidence[0].span,
                    role=value,
                    holder=holder,
                    of=self._page_of(fact, "of"),
                )
                self.roles[holder].append(stated)
                if value.country is not None:
                    self.offices[value.country].append(stated)
        if quotes:
            self.quotes[briefing.article.id] = tuple(sorted(quotes, key=lambda one: one.span))

    def _page_of(self, fact: Fact, part: str) -> EntityId | None:
        entity = fact.argument(part)
        return entity if entity in self.site.entities else None


def pair_of(one: CountryCode, other: CountryCode) -> Pair:
    """Two countries as their page is filed."""
    return (one, other) if one < other else (other, one)


def day_of(briefing: Briefing) -> date | None:
    """The day of publication; `None` where it is not known."""
    moment = briefing.article.published
    return None if moment is None else date(moment.year, moment.month, moment.day)


def concerned(quantity: Quantity) -> tuple[EntityId, ...]:
    """Whom a figure concerns."""
    return tuple(
        EntityId(one) if ":" in one else country_entity(CountryCode(one)) for one in quantity.of
    )


def concern(briefing: Briefing) -> frozenset[Pair]:
    """The pairs of countries that a briefing is about, not merely names.

    Two countries are a pair of the briefing when one figure is of both, when a compound adjective
    joins them (`Kyrgyz-Tajik`), when its people in office are of these two countries, or when
    its headline and first two paragraphs name both by noun and not a crowd of others.
    """
    found: set[Pair] = set()
    named = [
        (mention.span, mention.value)
        for mention in briefing.mentions
        if isinstance(mention.value, CountryName)
    ]
    present = {value.code for _, value in named}
    if len(present) < 2:
        return frozenset()
    for mention in briefing.mentions:
        if isinstance(mention.value, Quantity):
            of = {
                CountryCode(entity_key(entity))
                for entity in concerned(mention.value)
                if entity_kind(entity) == "country"
            }
            found.update(_pairs(of & present))
    text = briefing.article.text
    for (left, one), (right, other) in pairwise(named):
        if one.form == other.form == "adjective" and text[left.end : right.start] in _JOINED:
            found.update(_pairs({one.code, other.code}))
    nouns = {value.code for _, value in named if value.form == "noun"}
    found.update(_pairs(_in_office(briefing) & nouns))
    head = _head(briefing)
    leading = {v.code for span, v in named if v.form == "noun" and span.start < head}
    found.update(_pairs(leading))
    return frozenset(found)


_JOINED = frozenset("-‐‑–—")


def _pairs(codes: Iterable[CountryCode]) -> Iterator[Pair]:
    codes = sorted(codes)
    if len(codes) <= _CROWD:
        yield from combinations(codes, 2)


def _in_office(briefing: Briefing) -> set[CountryCode]:
    """Countries whose office-holders the briefing names."""
    return {
        fact.value.country
        for fact in briefing.facts
        if isinstance(fact.value, Role) and fact.value.office and fact.value.country
    }


def _head(briefing: Briefing) -> int:
    """Where the part of the text ends that says what it is about."""
    prose = briefing.article.prose
    blocks = _HEAD if briefing.article.title_span is not None else _HEAD - 1
    return prose[min(blocks, len(prose)) - 1].end if prose else 0


def measured_first(figures: Iterable[Told[FigureStated]]) -> tuple[Told[FigureStated], ...]:
    """What measures something, then other sums and percentages, then things merely counted."""
    return tuple(sorted(figures, key=lambda f: 0 if _measures(f) else 1 + _is_plain_count(f)))


def _measures(told: Told[FigureStated]) -> bool:
    return any(v.quantity.indicator or v.quantity.about for v in told.versions)


def _is_plain_count(told: Told[FigureStated]) -> bool:
    return all(v.quantity.kind == "count" for v in told.versions)


def _kind_of_value(quantity: Quantity) -> Hashable:
    """What has one value: a recurring measure of known countries and period; else nothing."""
    if quantity.indicator is None or not quantity.of or quantity.period is None:
        return None
    if quantity.role in ("target", "change"):
        return None
    return quantity.indicator, quantity.of, quantity.kind, quantity.unit, quantity.period


def _rivals(
    figures: Iterable[Told[FigureStated]],
) -> Mapping[Hashable, tuple[FigureStated, ...]]:
    """By what they measure, the values that contradict one another, each at its newest mention."""
    found: dict[Hashable, dict[Decimal, FigureStated]] = defaultdict(dict)
    for told in figures:
        for one in told.versions:
            if (key := _kind_of_value(one.quantity)) is not None:
                found[key].setdefault(one.quantity.value, one)
    return {
        key: tuple(values[value] for value in sorted(values))
        for key, values in found.items()
        if any(
            _contradict(one.quantity, other.quantity)
            for one, other in combinations(values.values(), 2)
        )
    }


def _contradict(one: Quantity, other: Quantity) -> bool:
    """Whether two values of one thing cannot both be right.

    A rounded value agrees with a finer one that it is the rounding of, up or down; a bound agrees
    with what lies beyond it; of approximate ones a tenth is forgiven.
    """
    first, second = sorted((one, other), key=lambda quantity: quantity.value)
    if first.bound == "at-least" or second.bound == "at-most":
        return False
    if second.value > _PART * first.value:
        return False
    gap = second.value - first.value
    if one.approximate or other.approximate or one.bound or other.bound:
        return gap > abs(second.value) / 10
    coarse = max(_last_place(one.value), _last_place(other.value))
    return gap >= coarse


def _last_place(value: Decimal) -> Decimal:
    """The worth of the last digit that is not zero: 10 million of 1.15 billion."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _figures(story: Story) -> Iterator[Told[FigureStated]]:
    """The figures of a story in order of the text, those of its versions taken together."""
    found: dict[tuple[object, ...], list[FigureStated]] = {}
    for briefing in story.versions:
        times: Counter[tuple[object, ...]] = Counter()
        for mention, quantity in said_once(briefing):
            # A counted thing has another name in each language, so the number alone must do.
            unit = "" if quantity.kind == "count" else quantity.unit
            key = (quantity.kind, quantity.value, unit)
            times[key] += 1
            found.setdefault((*key, times[key]), []).append(
                FigureStated(
                    briefing=briefing, span=mention.span, mention=mention, quantity=quantity
                )
            )
    for versions in found.values():
        yield Told(tuple(versions))
