"""Briefings worth reading beside one another, each with the reason.

The reason is something a reader can check: the same people, the same two countries, the same figure
measured, the same body. What many briefings share is the weaker the more of them there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from math import log
from types import MappingProxyType

from generator.model.ids import ArticleId, CountryCode, EntityId, country_entity
from generator.model.names import CountryName
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.story import Reason, ReasonKind, Related, Story

LIMIT = 5
"""Most briefings named beside an article."""
_CANDIDATES = 40
"""Newest briefings that one thing leads to; who is in a thousand leads to nothing worth reading."""
_SHOWN = 3
"""Most people or bodies that one reason names."""
_PARTIES = 6
"""Countries of one briefing up to which each pair of them is what it is about."""
_KINDS: tuple[ReasonKind, ...] = ("people", "figure", "pair", "organisation")
_WORTH: Mapping[ReasonKind, float] = {
    "people": 1.0,
    "figure": 1.0,
    "pair": 0.8,
    "organisation": 0.6,
}
_COMMON = 0.25
"""Share of the site's briefings from which on something shared says nothing, if there are many."""
_MANY = 20
_HALF_LIFE = 365.0
"""Days after which a briefing is worth half."""

Theme = tuple[ReasonKind, tuple[EntityId, ...], str | None]
"""What a reason is about: its kind, its entities, what is measured."""


def find_related(
    briefings: Sequence[Briefing], stories: Sequence[Story]
) -> Mapping[ArticleId, tuple[Related, ...]]:
    """For each article that has any, at most five others, the rarest and newest first.

    None is of the article's own story; of another story one version is named, in the article's
    language where there is one.
    """
    shelf = _Shelf(briefings, stories)
    found = {
        briefing.article.id: shelf.related(place) for place, briefing in enumerate(shelf.ordered)
    }
    return MappingProxyType({article: related for article, related in found.items() if related})


class _Shelf:
    """All briefings, newest first, by what they are about."""

    def __init__(self, briefings: Sequence[Briefing], stories: Sequence[Story]) -> None:
        self.ordered = sorted(
            sorted(briefings, key=lambda briefing: briefing.article.id),
            key=lambda briefing: str(briefing.article.published),
            reverse=True,
        )
        story_of = {article: story.id for story in stories for article in story.articles}
        self._tellings = [
            str(story_of.get(briefing.article.id, briefing.article.id)) for briefing in self.ordered
        ]
        self._themes = [sorted({*_themes(briefing)}, key=_theme_key) for briefing in self.ordered]
        self._holders: dict[Theme, list[int]] = defaultdict(list)
        told: dict[Theme, set[str]] = defaultdict(set)
        for place, themes in enumerate(self._themes):
            for theme in themes:
                self._holders[theme].append(place)
                told[theme].add(self._tellings[place])
        total = len(set(self._tellings))
        self._weights = {
            theme: _WORTH[theme[0]] * log(1 + total / len(among))
            for theme, among in told.items()
            if len(among) > 1 and (total < _MANY or len(among) <= total * _COMMON)
        }
        days = [_day(briefing) for briefing in self.ordered]
        newest = max(days, default=0)
        self._freshness = [2.0 ** ((day - newest) / _HALF_LIFE) for day in days]

    def related(self, place: int) -> tuple[Related, ...]:
        """The best to read beside the briefing at `place`."""
        language = self.ordered[place].article.language
        best: dict[str, tuple[float, bool, int, list[Theme]]] = {}
        for other, shared in self._near(place).items():
            worth = sum(sorted(self._weights[theme] for theme in shared)) * self._freshness[other]
            own = self.ordered[other].article.language == language
            known = best.get(self._tellings[other])
            if known is None or (own, worth, -other) > (known[1], known[0], -known[2]):
                best[self._tellings[other]] = (worth, own, other, shared)
        ranked = sorted(best.values(), key=lambda item: (-item[0], item[2]))
        return tuple(
            Related(article=self.ordered[other].article.id, reasons=self._reasons(shared))
            for _, _, other, shared in ranked[:LIMIT]
        )

    def _near(self, place: int) -> Mapping[int, list[Theme]]:
        """Briefings of other stories with what they share; of many only the newest."""
        near: dict[int, list[Theme]] = defaultdict(list)
        for theme in self._themes[place]:
            if theme in self._weights:
                for other in self._holders[theme][:_CANDIDATES]:
                    if self._tellings[other] != self._tellings[place]:
                        near[other].append(theme)
        return near

    def _reasons(self, shared: Sequence[Theme]) -> tuple[Reason, ...]:
        """One reason of each kind, the weightiest first; people and bodies are told together."""
        by_kind: dict[ReasonKind, list[Theme]] = defaultdict(list)
        for theme in sorted(shared, key=lambda theme: (-self._weights[theme], _theme_key(theme))):
            by_kind[theme[0]].append(theme)
        reasons: list[Reason] = []
        for kind, themes in by_kind.items():
            if kind in ("people", "organisation"):
                named = tuple(entity for theme in themes for entity in theme[1])[:_SHOWN]
                reasons.append(Reason(kind=kind, entities=named))
            else:
                _, entities, indicator = themes[0]
                reasons.append(Reason(kind=kind, entities=entities, indicator=indicator))
        return tuple(reasons)


def _day(briefing: Briefing) -> int:
    """Number of the day of publication; 1 where it is not known, long before all news."""
    moment = briefing.article.published
    return 1 if moment is None else date(moment.year, moment.month, moment.day).toordinal()


def _themes(briefing: Briefing) -> Iterator[Theme]:
    """Everything that this briefing may have in common with another."""
    for entity in briefing.entities:
        if entity.kind == "person":
            yield "people", (entity.id,), None
        elif entity.kind == "organisation":
            yield "organisation", (entity.id,), None
    codes = {
        mention.value.code
        for mention in briefing.mentions
        if isinstance(mention.value, CountryName)
    }
    if len(codes) <= _PARTIES:
        for pair in combinations(sorted(map(country_entity, codes)), 2):
            yield "pair", pair, None
    for mention in briefing.mentions:
        value = mention.value
        if isinstance(value, Quantity) and value.indicator is not None and value.of:
            concerned = {
                EntityId(one) if ":" in one else country_entity(CountryCode(one))
                for one in value.of
            }
            yield "figure", tuple(sorted(concerned)), value.indicator


def _theme_key(theme: Theme) -> tuple[int, tuple[EntityId, ...], str]:
    kind, entities, indicator = theme
    return _KINDS.index(kind), entities, indicator or ""
