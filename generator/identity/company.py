"""Which articles of different languages tell the same thing, seen from what they have in common.

Only for deciding who is who: names that are spelled nearly alike, or surnames that stand alone, are
one person's where two articles of the same days share the other people, the countries, the figures
and the dates. Which articles are shown as one story is decided elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from generator.identity.groups import day_of
from generator.model.calendar import PartialDate
from generator.model.ids import EntityId
from generator.model.quantity import Quantity
from generator.model.site import Briefing

_DAYS = 4
"""Days within which a translation of an article is expected: two on either side."""
_PERSON, _FIGURE, _DATE, _COUNTRY = 2.0, 1.5, 1.0, 0.5
_ENOUGH = 4.0
"""The weight two articles must share at least: two people, or one and a figure and a country."""
_SHARE = 0.4
"""The part of what the shorter of two articles has that must be shared."""
_CROWD = 60
"""Articles of one feature within the days beyond which the feature leads nowhere."""


def companions(
    briefings: Sequence[Briefing], groups: Mapping[tuple[int, EntityId], int]
) -> Iterator[tuple[int, int]]:
    """Pairs of places in `briefings` that tell the same thing in two languages, by article.

    `groups` holds the group of each person of each article, as far as it is known by now.
    """
    features = [_features(place, briefing, groups) for place, briefing in enumerate(briefings)]
    totals = [sum(found.values()) for found in features]
    days = [day_of(briefing) for briefing in briefings]
    holders: dict[Hashable, list[int]] = defaultdict(list)
    names = [str(briefing.article.id) for briefing in briefings]
    for place in sorted(range(len(briefings)), key=lambda place: (days[place], names[place])):
        for feature in features[place]:
            holders[feature].append(place)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for feature, places in holders.items():
        for rank, one in enumerate(places):
            for other in places[rank + 1 : rank + 1 + _CROWD]:
                if days[other] - days[one] > _DAYS:
                    break
                if briefings[one].article.language != briefings[other].article.language:
                    weight = min(features[one][feature], features[other][feature])
                    shared[min(one, other), max(one, other)] += weight
    for (one, other), weight in sorted(
        shared.items(), key=lambda item: sorted((names[item[0][0]], names[item[0][1]]))
    ):
        if weight >= _ENOUGH and weight >= _SHARE * min(totals[one], totals[other]):
            yield one, other


def _features(
    place: int, briefing: Briefing, groups: Mapping[tuple[int, EntityId], int]
) -> dict[Hashable, float]:
    """What an article says that is the same in every language, with its weight."""
    found: dict[Hashable, float] = {}
    for entity in briefing.entities:
        if entity.kind == "country":
            found["country", entity.id] = _COUNTRY
        elif entity.kind == "person":
            group = groups.get((place, entity.id))
            if group is not None:
                found["person", group] = _PERSON
    for fact in briefing.facts:
        value = fact.value
        if isinstance(value, Quantity) and value.value > 1:
            unit = "" if value.kind == "count" else value.unit
            weight = _FIGURE if value.value >= 10 else _DATE / 2
            found[value.kind, str(value.value.normalize()), unit] = weight
        elif isinstance(value, PartialDate) and (value.day is not None or value.month is None):
            found["date", value] = _DATE
    return found
