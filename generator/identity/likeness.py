"""How much two briefings have in common, whatever their languages.

Only what means the same in every language is compared: who and where, figures with their unit,
dates, the kind of event. What half of a site's briefings share proves nothing; what two share alone
proves most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log, sqrt

from generator.knowledge.places import known_place
from generator.model.calendar import PartialDate
from generator.model.names import PersonName
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.statement import Event
from generator.text.transliterate import fold_name

Item = tuple[str, str]
"""Something a briefing speaks of: kind, and what it is, free of language."""

_BACKGROUND = 100
"""Briefings imagined beside the site's own, so that rarity means something in a small site."""
_USUAL: Mapping[str, int] = {
    "event": 10, "country": 5, "date": 3, "count": 3, "place": 2, "word": 3, "digits": 4,
}  # fmt: skip
"""In how many of the imagined briefings an item of that kind stands; in one, if not listed."""
_COMMON_COUNT = 10
"""Counts up to this are in every other text, whatever is counted."""
_SKELETON = 5
"""Letters by which a surname or a foreign place is known across scripts."""
_ENDLESS = 4
"""Letters of a skeleton that no case ending reaches."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one briefing speaks of, each item with its weight in this site."""

    items: Mapping[Item, float]
    """Only those with a weight above zero, the heaviest first."""
    size: float
    """Length of the vector of weights; zero where there are none."""
    day: int | None
    """Number of the day of publication, `None` where it is not known."""


def profiles(briefings: Sequence[Briefing]) -> tuple[Profile, ...]:
    """One for each briefing, in their order."""
    found = [sorted({*_items(briefing)}) for briefing in briefings]
    shared = Counter(item for items in found for item in items)
    weights = {item: _weight(item, count, len(briefings)) for item, count in shared.items()}
    return tuple(
        _profile(items, weights, briefing) for items, briefing in zip(found, briefings, strict=True)
    )


def likeness(left: Profile, right: Profile) -> tuple[float, float]:
    """How alike two briefings are (0 to 1), and how much evidence that rests on."""
    if len(right.items) < len(left.items):
        left, right = right, left
    shared = [weight for item, weight in left.items.items() if item in right.items]
    if not shared:
        return 0.0, 0.0
    # added in one order, whichever briefing came first: sums of floats depend on it
    shared.sort()
    squares = sum(weight * weight for weight in shared)
    return squares / (left.size * right.size), sum(shared)


def _profile(items: Sequence[Item], weights: Mapping[Item, float], briefing: Briefing) -> Profile:
    weighed = sorted((-weights[item], item) for item in items if weights[item] > 0)
    moment = briefing.article.published
    return Profile(
        items={item: -weight for weight, item in weighed},
        size=sqrt(sum(weight * weight for weight, _ in weighed)),
        day=None if moment is None else date(moment.year, moment.month, moment.day).toordinal(),
    )


def _weight(item: Item, count: int, total: int) -> float:
    """Nothing for what at least half of the site (imagined part included) has."""
    kind, what = item
    usual = _USUAL.get(kind, 1)
    if kind == "count" and float(what) <= _COMMON_COUNT:
        usual = _BACKGROUND // 3
    return max(0.0, log((total + _BACKGROUND) / (2 * (count + usual))))


def _items(briefing: Briefing) -> Iterator[Item]:
    for entity in briefing.entities:
        if entity.kind == "place":
            yield from {("place", place_key(name)): None for name in entity.names.values()}
        else:
            yield entity.kind, entity.id
    for mention in briefing.mentions:
        value = mention.value
        if isinstance(value, PersonName):
            yield "surname", skeleton(value.family or value.written)
        elif isinstance(value, Quantity):
            amount = f"{value.value.normalize():f}"
            # the unit of a count is a word of the article's language
            if value.kind == "count":
                yield "count", amount
            else:
                yield "figure", f"{amount} {value.unit}"
        elif isinstance(value, PartialDate):
            yield "date", str(value)
        elif isinstance(value, Event) and value.kind != "other":
            yield "event", value.kind
    yield from _written(briefing)


def _written(briefing: Briefing) -> Iterator[Item]:
    """Names and numbers as written: what no recogniser took for a fact still tells texts apart."""
    text = briefing.article.text
    starts = {sentence.start for sentence in briefing.sentences}
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isdecimal():
            yield "digits", word
        elif word[0].isupper() and match.start() not in starts and len(word) > 2:
            known = skeleton(word)[:_ENDLESS]
            if len(known) > 2:
                yield "word", known


def place_key(name: str) -> str:
    """The id of a place shipped with the program, else its skeleton."""
    return known_place(name) or skeleton(name)


@lru_cache(65_536)
def skeleton(name: str) -> str:
    """Consonants by which a name is known across scripts: `Trump`, `Трамп`. Proves little alone."""
    folded = fold_name(name).replace(" ", "")
    first = "a" if _VOWEL.match(folded) else folded[:1]
    return (first + _VOWEL.sub("", folded[1:]))[:_SKELETON]
