"""Where versions of one story contradict one another.

Only what can be compared across languages is: amounts in one unit, dates, offices by their id,
names. What stands in one version and nowhere in the other is no contradiction.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.identity.differing_people import names, titles
from generator.identity.differing_values import (
    Values,
    differing_dates,
    figures,
    side_by_side,
)
from generator.identity.transcription import skeletons
from generator.identity.versions import Places, Version, bones
from generator.model.calendar import PartialDate
from generator.model.ids import ArticleId, EntityId
from generator.model.names import PersonName, Role
from generator.model.notice import Notice
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.story import Claim, Disagreement, DisagreementKind, Story

_ORDER: Mapping[DisagreementKind, int] = {"figure": 0, "date": 1, "name": 2, "title": 3}


def disagreements(versions: Sequence[Briefing]) -> tuple[Disagreement, ...]:
    """Every point on which these versions of one story contradict one another."""
    told = [Version(briefing) for briefing in versions]
    points: list[tuple[DisagreementKind, EntityId | None, dict[ArticleId, Claim]]] = []
    for left, right in combinations(told, 2):
        for kind, subject, one, other in _contradictions(left, right):
            _file(points, kind, subject, (one, other))
    order = {briefing.article.id: place for place, briefing in enumerate(versions)}
    found = [
        Disagreement(
            kind=kind,
            subject=subject,
            claims=tuple(claims[article] for article in sorted(claims, key=order.__getitem__)),
        )
        for kind, subject, claims in points
    ]
    return tuple(
        sorted(
            found,
            key=lambda point: (
                _ORDER[point.kind],
                order[point.claims[0].evidence.article],
                point.claims[0].evidence.span,
            ),
        )
    )


def notices(stories: Iterable[Story], briefings: Iterable[Briefing]) -> tuple[Notice, ...]:
    """A warning for each disagreement, at the version that stands alone or was written last."""
    articles = {briefing.article.id: briefing.article for briefing in briefings}
    return tuple(
        Notice(
            code="versions-disagree",
            severity="warning",
            problem=f"Versions of one story disagree on a {point.kind}: "
            + "; ".join(
                f"{articles[claim.evidence.article].source.path} says “{claim.evidence.quote}” "
                f"(characters {claim.evidence.span.start}–{claim.evidence.span.end})"
                for claim in point.claims
            )
            + ".",
            path=articles[odd.evidence.article].source.path,
            span=odd.evidence.span,
            hint="Compare them with the source and mend the one that is wrong.",
        )
        for story in stories
        for point in story.disagreements
        for odd in (_odd_one(point),)
    )


def _odd_one(point: Disagreement) -> Claim:
    """The claim that fewest versions share; of equals the last."""
    said = [_essence(claim.value) for claim in point.claims]
    if len(set(said)) == 1:  # of one surname
        said = [_given(claim.value) for claim in point.claims]
    return min(enumerate(point.claims), key=lambda item: (said.count(said[item[0]]), -item[0]))[1]


def _essence(value: object) -> Hashable:
    if isinstance(value, Quantity):
        return value.value
    if isinstance(value, Role):
        return value.office or value.position
    if isinstance(value, PersonName):
        return bones(value.family or value.written)
    return str(value)


def _given(value: object) -> Hashable:
    """The consonants of a given name, as few as it may be read with."""
    given = value.given if isinstance(value, PersonName) else None
    return None if given is None else min(skeletons(given), key=len)


def _file(
    points: list[tuple[DisagreementKind, EntityId | None, dict[ArticleId, Claim]]],
    kind: DisagreementKind,
    subject: EntityId | None,
    claims: tuple[Claim, Claim],
) -> None:
    """Join a contradiction of two versions to the one that a third already has on that point."""
    for known, about, held in points:
        if known != kind or about != subject:
            continue
        told = [held.get(claim.evidence.article) for claim in claims]
        fresh = [claim for claim, one in zip(claims, told, strict=True) if one is None]
        agree = all(
            one is None or _essence(one.value) == _essence(claim.value)
            for claim, one in zip(claims, told, strict=True)
        )
        if agree and len(fresh) < len(claims):
            held.update((claim.evidence.article, claim) for claim in fresh)
            return
    points.append((kind, subject, {claim.evidence.article: claim for claim in claims}))


# -- two versions -------------------------------------------------------------------------------


Found = Iterator[tuple[DisagreementKind, EntityId | None, Claim, Claim]]


def _contradictions(left: Version, right: Version) -> Found:
    places = Places.in_order(left.sentences, right.sentences)
    amounts, dates = Values(left, right, Quantity), Values(left, right, PartialDate)
    translated = side_by_side(places, amounts, dates)
    if not translated:
        places = Places.anywhere(left.sentences, right.sentences)
    for one, other in figures(left, right, places, amounts, translated=translated):
        yield "figure", None, left.claim(one), right.claim(other)
    for one, other in differing_dates(places, dates, translated=translated):
        yield "date", None, left.claim(one), right.claim(other)
    named: set[EntityId] = set()
    for ours, theirs in names(left, right, places, translated=translated):
        named |= {ours, theirs}
        yield "name", None, left.claim(left.people[ours]), right.claim(right.people[theirs])
    for person, one, other in titles(left, right, places, translated=translated):
        if person not in named:
            yield "title", person, left.claim(one), right.claim(other)
