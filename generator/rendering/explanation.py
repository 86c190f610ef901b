"""Why a fact is what it is: for whoever doubts one, or mends a rule."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields

from generator.model.correction import Correction
from generator.model.fact import Fact
from generator.model.mention import Rejection
from generator.model.site import Briefing
from generator.model.span import Span

_AROUND = 40
"""Characters shown on either side of a span."""


def explain(
    briefing: Briefing, rejections: Sequence[Rejection], *, only: int | None = None
) -> Iterator[str]:
    """Lines about each fact, or about fact number `only` (one-based).

    A fact shows its value, the sentence with its characters underlined, the rule and table row
    that made it, and what else was considered at that place.
    """
    for number, fact in enumerate(briefing.facts, start=1):
        if only is None or only == number:
            yield from _fact(briefing, number, fact, rejections)


def _fact(
    briefing: Briefing, number: int, fact: Fact, rejections: Sequence[Rejection]
) -> Iterator[str]:
    yield f"{number}. {fact.kind}: {_value(fact)}"
    for role, entity in fact.arguments:
        yield f"   {role}: {entity}"
    if fact.correction is not None:
        yield f"   {_by_editor(fact.correction)}"
    for evidence in fact.evidence:
        sentence = briefing.sentence_at(evidence.span)
        yield from _underlined(briefing.article.text, sentence, evidence.span)
        yield f"   rule: {evidence.rule}"
        for identity in briefing.identities:
            if identity.mention.span == evidence.span and identity.mention.kind == fact.kind:
                yield f"   {identity.judgement}: {identity.entity} ({identity.reason})"
        for rejection in rejections:
            if rejection.span.overlaps(evidence.span) and rejection.kind == fact.kind:
                words = rejection.span.of(briefing.article.text)
                yield f"   rejected: {words} — {rejection.rule}: {rejection.reason}"
    yield ""


def _by_editor(correction: Correction) -> str:
    """Whose word it is, of when, and why, as far as the editor said so."""
    parts = [
        correction.rule,
        f"by {correction.by}" if correction.by else "",
        f"on {correction.on}" if correction.on else "",
        f"because {correction.because}" if correction.because else "",
        f"({correction.path}:{correction.line})",
    ]
    return " ".join(filter(None, parts))


def _value(fact: Fact) -> str:
    """The fields of the value that say something."""
    parts = []
    for field in fields(fact.value):
        value = getattr(fact.value, field.name)
        if value not in (None, (), False, ""):
            parts.append(f"{field.name}={value}")
    return ", ".join(parts)


def _underlined(text: str, sentence: Span, span: Span) -> Iterator[str]:
    """The sentence, or as much of it around the span as a line holds, and marks under the span."""
    left = max(sentence.start, span.start - _AROUND)
    right = min(max(sentence.end, span.end), span.end + _AROUND)
    before = ("…" if left > sentence.start else "") + text[left : span.start]
    after = text[span.end : right] + ("…" if right < sentence.end else "")
    yield "   " + f"{before}{span.of(text)}{after}".replace("\n", " ")
    yield f"   {' ' * _width(before)}{'^' * max(1, _width(span.of(text)))}"


def _width(text: str) -> int:
    """Columns of a terminal that `text` takes: marks none, wide letters two (UAX #11)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
