"""People gathered from all articles: what each article says of one, and what all say together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.identity.comparison import NameForm, compare_forms, form_of
from generator.identity.transcription import is_cyrillic
from generator.knowledge.people import KnownPerson
from generator.model.entity import Entity
from generator.model.ids import EntityId, LanguageCode, entity_key
from generator.model.names import Role
from generator.model.site import Briefing

TWO_KNOWN = "two known people"
ONE_ARTICLE = "both stand in one article"
OTHER_COUNTRY = "offices of different countries"

_LIFE = 60 * 365
"""Days between two articles that cannot speak of one person in office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One person as one article knows her."""

    place: int
    """The article's place among the briefings."""
    entity: EntityId
    """Her id in the article."""
    article: str
    day: int
    """Days since the year 1; 0 for an undated article."""
    language: LanguageCode
    name: str
    aliases: tuple[str, ...]
    form: NameForm
    offices: frozenset[tuple[str, str]]
    """Office and country, where the article states both."""
    countries: frozenset[str]
    """Countries of the titles the article gives her, where it names the country at all.

    A title without a country is taken for the reader's own country's; that tells nobody apart.
    """
    about: frozenset[str]
    """Countries the article names."""

    @property
    def order(self) -> tuple[int, str, str]:
        """Articles by date; independent of the order of the files."""
        return self.day, self.article, str(self.entity)


@dataclass(eq=False)
class Group:
    """Sightings found to be one person's."""

    sightings: list[Sighting] = field(default_factory=list)
    known: EntityId | None = None
    person: KnownPerson | None = None
    forms: dict[tuple[LanguageCode, str], NameForm] = field(default_factory=dict)
    """Full names met or known, by language and the words as folded."""
    offices: set[tuple[str, str]] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    articles: dict[str, EntityId] = field(default_factory=dict)
    """Articles to her id in them."""
    days: list[int] = field(default_factory=list)
    first: int = 10**9
    last: int = 0
    patronymics: set[str] = field(default_factory=set)
    joined: Group | None = None
    """The group that took this one over."""

    def add(self, sighting: Sighting) -> None:
        """One more article that knows her."""
        self.sightings.append(sighting)
        self.offices |= sighting.offices
        self.countries |= sighting.countries
        self.articles[sighting.article] = sighting.entity
        self.days.append(sighting.day)
        self.first, self.last = min(self.first, sighting.day), max(self.last, sighting.day)
        if sighting.form.patronymic is not None:
            self.patronymics.add(sighting.form.patronymic)
        if sighting.form.full:
            key = (sighting.language, " ".join(word.fold for word in sighting.form.words))
            self.forms.setdefault(key, sighting.form)

    def take(self, other: Group) -> None:
        """Everything `other` knows; `other` is not used afterwards."""
        for sighting in other.sightings:
            self.add(sighting)
        if self.known is None:
            self.known, self.person = other.known, other.person
        self.forms.update({key: form for key, form in other.forms.items() if key not in self.forms})

    @property
    def homes(self) -> set[str]:
        """Countries she is known to hold an office of."""
        return self.countries if self.person is None else self.countries | self.person.countries

    @property
    def seen(self) -> tuple[int, int] | None:
        """The first and the last day she is known of: from articles, and in office."""
        days = [day for day in (self.first, self.last) if self.days]
        for office in () if self.person is None else self.person.offices:
            known = (_first_day(moment) for moment in (office.from_, office.to) if moment)
            days.extend(day for day in known if day is not None)
        return (min(days), max(days)) if days else None

    @property
    def order(self) -> tuple[tuple[int, str, str], str]:
        """Groups by their first article; a known person nobody names comes last."""
        first = min((sighting.order for sighting in self.sightings), default=(10**9, "", ""))
        return first, str(self.known or "")

    def nearest(self, day: int) -> int:
        """Days between `day` and the nearest article that knows her."""
        return min((abs(day - known) for known in self.days), default=10**9)


def known_group(entity: EntityId, person: KnownPerson) -> Group:
    """A person shipped or noted, before any article names her."""
    group = Group(known=entity, person=person)
    for language, names in person.names.items():
        for name in names:
            form = form_of(name, language)
            group.forms.setdefault((language, " ".join(word.fold for word in form.words)), form)
    return group


def contradiction(one: Group, other: Group, *, same_story: bool = False) -> str | None:
    """Why two groups cannot be one person though their names agree; `None` if nothing speaks.

    In two versions of one story another country is more often misread than meant.
    """
    if one.known is not None and other.known is not None and one.known != other.known:
        return TWO_KNOWN
    if _apart_in_one_article(one, other):
        return ONE_ARTICLE
    for known, met in ((one, other), (other, one)):
        if known.person is not None and known.person.common and met.known is None:
            homes = known.person.countries
            if not all(sighting.about & homes for sighting in met.sightings):
                return "a common name"
    if _days_apart(one, other) > _LIFE:
        return "a lifetime apart"
    if one.homes and other.homes and not one.homes & other.homes and not same_story:
        return OTHER_COUNTRY
    left, right = one.patronymics, other.patronymics
    if left and right and not any(_alike(a, b) for a in left for b in right):
        return "patronymics differ"
    return None


def sightings_of(briefings: Sequence[Briefing]) -> list[Sighting]:
    """Every person of every article, by date and article."""
    found: list[Sighting] = []
    for place, briefing in enumerate(briefings):
        offices: dict[EntityId, set[tuple[str, str]]] = defaultdict(set)
        countries: dict[EntityId, set[str]] = defaultdict(set)
        for fact in briefing.facts:
            holder = fact.argument("holder")
            value = fact.value
            if holder is None or not isinstance(value, Role) or value.country is None:
                continue
            countries[holder].add(value.country)
            if value.office is not None:
                offices[holder].add((value.office, value.country))
        about = frozenset(entity_key(e.id) for e in briefing.entities if e.kind == "country")
        language = briefing.article.language
        day = day_of(briefing)
        found.extend(
            Sighting(
                place=place,
                entity=entity.id,
                article=str(briefing.article.id),
                day=day,
                language=language,
                name=_name(entity, language),
                aliases=entity.aliases,
                form=form_of(_name(entity, language), language),
                offices=frozenset(offices[entity.id]),
                countries=frozenset(countries[entity.id]) & about,
                about=about,
            )
            for entity in briefing.entities
            if entity.kind == "person"
        )
    return sorted(found, key=lambda sighting: (sighting.order, sighting.place))


def day_of(briefing: Briefing) -> int:
    """Days since the year 1 of an article's date, from its address if it is not known otherwise."""
    published = briefing.article.published
    try:
        if published is not None:
            return date(published.year, published.month, published.day).toordinal()
        year, month, day = map(int, str(briefing.article.id).split("/")[:3])
        return date(year, month, day).toordinal()
    except ValueError:
        return 0


def best_names(group: Group) -> dict[LanguageCode, str]:
    """The name to show by language: the fullest, then the most frequent; sorted by language."""
    counts: dict[LanguageCode, Counter[str]] = defaultdict(Counter)
    for sighting in group.sightings:
        counts[sighting.language][sighting.name] += 1
    names = {
        language: max(names, key=lambda name: _rank(name, language, names[name]))
        for language, names in counts.items()
    }
    if group.person is not None:
        names.update({language: known[0] for language, known in group.person.names.items()})
    return dict(sorted(names.items()))


def _apart_in_one_article(one: Group, other: Group) -> bool:
    """Whether an article knows both as two people, not as one in two scripts."""
    for article in one.articles.keys() & other.articles.keys():
        left = next(s.form for s in one.sightings if s.article == article)
        right = next(s.form for s in other.sightings if s.article == article)
        if left is right or is_cyrillic(left.written) == is_cyrillic(right.written):
            return True
        if compare_forms(left, right).judgement != "same":
            return True
    return False


def _rank(name: str, language: LanguageCode, count: int) -> tuple[bool, int, int, str]:
    return form_of(name, language).full, count, len(name), name


def _name(entity: Entity, language: LanguageCode) -> str:
    return entity.names.get(language) or next(iter(entity.names.values()))


def _days_apart(one: Group, other: Group) -> int:
    """Days between the first and the last that is known of either; 0 where one has no dates."""
    left, right = one.seen, other.seen
    return max(left[0], right[0]) - min(left[1], right[1]) if left and right else 0


def _first_day(known: str) -> int | None:
    """The first day of an ISO 8601 year, month or day; `None` for what is no date."""
    year, month, day = (*known.split("-"), "1", "1")[:3]
    try:
        return date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return None


def _alike(one: str, other: str) -> bool:
    """Patronymics are spelled many ways; the father's name is their beginning."""
    return one[:3] == other[:3]
