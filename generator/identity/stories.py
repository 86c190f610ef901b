"""Which articles tell the same event, in one language or in several.

Authors' word (`translation_of`) always holds. Beyond it, two articles of different languages are
linked when each is what the other's language has nearest to it within a few days, and they share
enough that is rare in this site; two of one language only when they share nearly everything.
Precision before recall: a missing link is found by a reader, a wrong one misleads her.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.identity.disagreements import disagreements
from generator.identity.likeness import Item, Profile, likeness, profiles
from generator.model.ids import ArticleId, LanguageCode
from generator.model.site import Briefing
from generator.model.story import Story, StoryId

WINDOW = 4
"""Days between two tellings of one event, at most."""
_ALIKE = 0.27
"""Least likeness of two articles of different languages."""
_SAME_LANGUAGE = 0.8
"""Least likeness of two articles of one language: a new event with the old actors is near too."""
_TOGETHER = 0.08
"""Least likeness of any two articles of different languages that others have brought together."""
_EVIDENCE = 12.0
"""Least evidence: about four things that few briefings speak of."""
_COST_OF_A_DAY = 0.04
"""By how much less alike each day between them makes two articles."""
_BLOCKS = 16
"""Rarest items of an article that lead to others: what two tellings share is among them."""
_CROWD = 40
"""Articles of a window that may share an item before it leads nowhere."""

Pair = tuple[int, int]


def find_stories(briefings: Sequence[Briefing]) -> tuple[Story, ...]:
    """Every story that two or more articles tell, newest first; their order does not matter."""
    ordered = sorted(briefings, key=_order)
    declared = _declared(ordered)
    scores = _Scores(profiles(ordered))
    groups = _Groups(declared)
    for left, right in _links(ordered, scores):
        if _fit_together(groups.of(left), groups.of(right), ordered, scores, declared):
            groups.join(left, right)
    told = sorted(sorted(group) for group in groups.all() if len(group) > 1)
    taken: set[str] = set()
    stories = [
        Story(
            id=_id(ordered[group[0]].article.id, taken),
            articles=tuple(ordered[place].article.id for place in group),
            declared=len({declared[place] for place in group}) == 1,
            disagreements=disagreements([ordered[place] for place in group]),
        )
        for group in told
    ]
    return tuple(reversed(stories))


def _order(briefing: Briefing) -> tuple[str, str]:
    """The day of publication, then the id: what a story's first article is."""
    moment = briefing.article.published
    return ("" if moment is None else str(moment.date)), briefing.article.id


def _id(first: ArticleId, taken: set[str]) -> StoryId:
    """The slug of the first article; a later story of that slug is told apart by a short hash."""
    slug = first.rpartition("/")[2]
    if slug in taken:
        digest = hashlib.sha256(first.encode()).hexdigest()
        length = 6
        while f"{slug}-{digest[:length]}" in taken:
            length += 1
        slug = f"{slug}-{digest[:length]}"
    taken.add(slug)
    return StoryId(slug)


def _declared(briefings: Sequence[Briefing]) -> tuple[str, ...]:
    """For each article, the key that it shares with those its author says it is a version of.

    An original is named by id, file or slug; where several have the slug, the newest is meant. A
    name that no article has still ties those that give it.
    """
    known: dict[str, str] = {}
    for briefing in briefings:  # the newest comes last and wins
        known[briefing.article.slug] = briefing.article.id
    for briefing in briefings:
        known[briefing.article.source.path] = briefing.article.id
    known.update((briefing.article.id, briefing.article.id) for briefing in briefings)
    parents: dict[str, str] = {
        briefing.article.id: known.get(name, f"?{name}")
        for briefing in briefings
        if (name := briefing.article.translation_of)
    }
    keys: list[str] = []
    for briefing in briefings:
        key: str = briefing.article.id
        seen = {key}
        while (parent := parents.get(key)) is not None and parent not in seen:
            key = parent
            seen.add(key)
        if parent is not None:  # a circle: its smallest member stands for it
            circle = [key]
            while (following := parents[circle[-1]]) != key:
                circle.append(following)
            key = min(circle)
        keys.append(key)
    return tuple(keys)


class _Scores:
    """How alike articles are, each pair reckoned once."""

    def __init__(self, all_profiles: Sequence[Profile]) -> None:
        self.profiles = all_profiles
        self._known: dict[Pair, float] = {}

    def of(self, left: int, right: int) -> float:
        """Likeness of two articles; 0 without evidence enough or too many days apart."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._known:
            self._known[pair] = self._reckon(*pair)
        return self._known[pair]

    def _reckon(self, left: int, right: int) -> float:
        one, other = self.profiles[left], self.profiles[right]
        if one.day is None or other.day is None or abs(one.day - other.day) > WINDOW:
            return 0.0
        score, evidence = likeness(one, other)
        if evidence < _EVIDENCE:
            return 0.0
        return score * (1 - _COST_OF_A_DAY * abs(one.day - other.day))


class _Groups:
    """Articles brought together so far."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Articles with one key are together from the start."""
        together: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(keys):
            together[key].append(place)
        self._of = {place: group for group in together.values() for place in group}

    def of(self, place: int) -> Sequence[int]:
        return self._of[place]

    def join(self, left: int, right: int) -> None:
        group, other = self._of[left], self._of[right]
        if group is other:
            return
        group.extend(other)
        for place in other:
            self._of[place] = group

    def all(self) -> Iterable[Sequence[int]]:
        """Every group once."""
        return [group for place, group in self._of.items() if place == min(group)]


def _links(briefings: Sequence[Briefing], scores: _Scores) -> Sequence[Pair]:
    """Pairs that tell one event if looked at alone, the surest first."""
    languages = [briefing.article.language for briefing in briefings]
    nearest: dict[tuple[int, LanguageCode], tuple[float, int]] = {}
    links: list[tuple[float, Pair]] = []
    across: list[tuple[float, Pair]] = []
    for left, right in _candidates(scores.profiles):
        score = scores.of(left, right)
        if languages[left] == languages[right]:
            if score >= _SAME_LANGUAGE:
                links.append((score, (left, right)))
        elif score >= _ALIKE:
            across.append((score, (left, right)))
            for one, other in ((left, right), (right, left)):
                key = (one, languages[other])
                nearest[key] = max(nearest.get(key, (0.0, 0)), (score, -other))
    links += [
        (score, (left, right))
        for score, (left, right) in across
        if nearest[left, languages[right]][1] == -right
        and nearest[right, languages[left]][1] == -left
    ]
    return [pair for _, pair in sorted(links, key=lambda link: (-link[0], link[1]))]


def _candidates(all_profiles: Sequence[Profile]) -> Sequence[Pair]:
    """Pairs within the window that share one of their rarest items, each once, sorted."""
    holders: dict[Item, list[tuple[int, int]]] = defaultdict(list)
    for place, profile in enumerate(all_profiles):
        if profile.day is not None:
            for item in list(profile.items)[:_BLOCKS]:
                holders[item].append((profile.day, place))
    found: set[Pair] = set()
    for listed in holders.values():
        listed.sort()
        first = 0
        for last, (day, place) in enumerate(listed):
            while day - listed[first][0] > WINDOW:
                first += 1
            if last - first < _CROWD:
                for _, other in listed[first:last]:
                    found.add((other, place) if other < place else (place, other))
    return sorted(found)


def _fit_together(
    group: Sequence[int],
    other: Sequence[int],
    briefings: Sequence[Briefing],
    scores: _Scores,
    declared: Sequence[str],
) -> bool:
    """Whether all of both may be one story, so that no chain of links ties what has little shared.

    Declared versions speak for one another: the nearest of them counts.
    """
    if group is other:
        return True
    pairs: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    for left in group:
        for right in other:
            same = briefings[left].article.language == briefings[right].article.language
            pairs[declared[left], declared[right]].append((scores.of(left, right), same))
    return all(
        all(score >= _SAME_LANGUAGE for score, same in found if same)
        and max(score for score, _ in found) >= _TOGETHER
        for found in pairs.values()
    )


def index(stories: Iterable[Story]) -> Mapping[ArticleId, Story]:
    """Article to the story it tells."""
    return {article: story for story in stories for article in story.articles}
