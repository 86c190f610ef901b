"""One briefing as the JSON object that programs read.

The keys are a stable interface: a later version may add some, never change or drop one. Offsets
count Unicode code points of `text`; `value` is in full units; `id`s are those of the site's pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from generator.errors import Fault
from generator.model.calendar import PartialDate
from generator.model.fact import Fact
from generator.model.ids import EntityId, entity_key
from generator.model.mention import Mention
from generator.model.names import CountryName, PlaceName, Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.span import Span
from generator.model.statement import Event, KeySentence, Quotation

SCHEMA = 1

Json = dict[str, object]
V = TypeVar("V")


def extraction(briefing: Briefing, doc: str) -> Json:
    """Everything found in one article; `doc` is the caller's name for it."""
    article = briefing.article
    return {
        "schema": SCHEMA,
        "doc": doc,
        "language": article.language,
        "published": None if article.published is None else str(article.published),
        "title": article.title,
        "text": article.text,
        "persons": _persons(briefing),
        "countries": _countries(briefing),
        "places": _places(briefing),
        "organisations": _organisations(briefing),
        "quantities": [
            _quantity(mention, value, article.text) for mention, value in said_once(briefing)
        ],
        "dates": [
            {"value": str(value), **_located(mention.span, article.text)}
            for mention, value in _values(briefing, PartialDate)
        ],
        "quotations": _quotations(briefing),
        "event": next((value.kind for _, value in _values(briefing, Event)), "other"),
        "summary": [
            {"text": mention.span.of(article.text), **_offsets(mention.span)}
            for mention, _ in sorted(
                _values(briefing, KeySentence), key=lambda found: (found[1].rank, found[0].span)
            )
        ],
        "diagnostics": [
            {
                "code": notice.code,
                "severity": notice.severity,
                "message": notice.problem,
                "start": None if notice.span is None else notice.span.start,
                "end": None if notice.span is None else notice.span.end,
            }
            for notice in briefing.notices
        ],
        **_corrections(briefing),
    }


def _corrections(briefing: Briefing) -> Json:
    """The facts that rest on an editor's word, under a key that other articles do not have."""
    found = [
        {
            "action": correction.action,
            "kind": fact.kind,
            **_located(fact.evidence[0].span, briefing.article.text),
            "by": correction.by,
            "on": None if correction.on is None else str(correction.on),
            "because": correction.because,
        }
        for fact in briefing.facts
        if (correction := fact.correction) is not None
    ]
    return {"corrections": found} if found else {}


def failure(fault: Fault, doc: str) -> Json:
    """What stands in place of an article that cannot be read."""
    return {
        "schema": SCHEMA,
        "doc": doc,
        "error": {"code": fault.code, "message": str(fault)},
    }


def number(value: Decimal) -> int | float:
    """A JSON number: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _offsets(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _located(span: Span, text: str) -> Json:
    return {**_offsets(span), "text": span.of(text)}


def _values(briefing: Briefing, shape: type[V]) -> Iterator[tuple[Mention, V]]:
    for mention in briefing.mentions:
        if isinstance(mention.value, shape):
            yield mention, mention.value


def _by_entity(briefing: Briefing, kind: str) -> dict[EntityId, list[Mention]]:
    """Mentions of each entity of that kind, entities in order of first mention."""
    found: dict[EntityId, list[Mention]] = defaultdict(list)
    for identity in briefing.identities:
        if identity.judgement == "same" and identity.mention.kind == kind:
            found[identity.entity].append(identity.mention)
    return {
        entity: sorted(mentions, key=lambda mention: mention.span)
        for entity, mentions in found.items()
    }


def _facts(briefing: Briefing, kind: str) -> Iterable[Fact]:
    return (fact for fact in briefing.facts if fact.kind == kind)


def _persons(briefing: Briefing) -> list[Json]:
    text = briefing.article.text
    roles: dict[EntityId, list[Json]] = defaultdict(list)
    for fact in _facts(briefing, "role"):
        holder = fact.argument("holder")
        if holder is not None and isinstance(fact.value, Role):
            roles[holder].append(
                {
                    "title": fact.value.title,
                    "office": fact.value.office,
                    "country": fact.value.country,
                    "former": fact.value.former,
                    "acting": fact.value.acting,
                    "evidence": _offsets(fact.evidence[0].span),
                }
            )
    mentions = _by_entity(briefing, "person")
    return [
        {
            "id": entity_key(entity.id),
            "name": entity.names[briefing.article.language],
            "aliases": list(entity.aliases),
            "roles": roles[entity.id],
            "mentions": [_located(mention.span, text) for mention in mentions[entity.id]],
        }
        for entity in briefing.entities
        if entity.kind == "person" and entity.id in mentions
    ]


def _countries(briefing: Briefing) -> list[Json]:
    found: dict[str, list[Json]] = {}
    for mention, value in _values(briefing, CountryName):
        found.setdefault(value.code, []).append(
            {**_located(mention.span, briefing.article.text), "form": value.form}
        )
    return [{"code": code, "mentions": mentions} for code, mentions in found.items()]


def _places(briefing: Briefing) -> list[Json]:
    found: dict[tuple[str, str | None], list[Json]] = {}
    for mention, value in _values(briefing, PlaceName):
        found.setdefault((value.name, value.country), []).append(
            _located(mention.span, briefing.article.text)
        )
    return [
        {"name": name, "country": country, "mentions": mentions}
        for (name, country), mentions in found.items()
    ]


def _organisations(briefing: Briefing) -> list[Json]:
    mentions = _by_entity(briefing, "organisation")
    return [
        {
            "id": entity_key(entity.id),
            "name": entity.names[briefing.article.language],
            "mentions": [
                _located(mention.span, briefing.article.text) for mention in mentions[entity.id]
            ],
        }
        for entity in briefing.entities
        if entity.kind == "organisation" and entity.id in mentions
    ]


def _quantity(mention: Mention, value: Quantity, text: str) -> Json:
    return {
        "kind": value.kind,
        "value": number(value.value),
        "unit": value.unit,
        "approximate": value.approximate,
        "bound": value.bound,
        "role": value.role,
        "about": value.about,
        "indicator": value.indicator,
        "of": list(value.of),
        "period": None if value.period is None else str(value.period),
        **_located(mention.span, text),
    }


def said_once(briefing: Briefing) -> list[tuple[Mention, Quantity]]:
    """Each amount once, at the place that says most of it.

    An article repeats its figures; equal ones are two facts only where it says of both what they
    measure, and says different things.
    """
    kept: list[tuple[Mention, Quantity]] = []
    for mention, value in _values(briefing, Quantity):
        same = next((n for n, (_, other) in enumerate(kept) if _one_figure(value, other)), None)
        if same is None:
            kept.append((mention, value))
        elif _told(value) > _told(kept[same][1]):
            kept[same] = (mention, value)
    return sorted(kept, key=lambda found: found[0].span)


def _one_figure(first: Quantity, second: Quantity) -> bool:
    if (first.kind, first.value, first.unit) != (second.kind, second.value, second.unit):
        return False
    return (
        first.indicator is None
        or second.indicator is None
        or (first.indicator, first.of) == (second.indicator, second.of)
    )


def _told(value: Quantity) -> int:
    """How much is known of an amount besides the amount."""
    return sum((value.role is not None, value.indicator is not None, value.period is not None))


def _quotations(briefing: Briefing) -> list[Json]:
    speakers = {
        evidence.span: fact.argument("speaker")
        for fact in _facts(briefing, "quotation")
        for evidence in fact.evidence
    }
    found: list[Json] = []
    for mention, value in _values(briefing, Quotation):
        speaker = speakers.get(mention.span)
        cue = mention.argument("cue")
        found.append(
            {
                "speaker": None if speaker is None else entity_key(speaker),
                "speaker_text": value.speaker_text,
                **_located(mention.span, briefing.article.text),
                "cue": None if cue is None else _offsets(cue),
            }
        )
    return found
