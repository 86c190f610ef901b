"""Why a fact is what it is: for whoever doubts one, or mends a rule."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields

from generator.model.correction import Correction
from generator.model.fact import Fact
from generator.model.mention import Rejection
from generator.model.site import Briefing
from generator.model.span import Span

_AROUND = 40
"""Characters shown on either side of a span."""
_LONGEST = 60
"""Characters shown of words or of a rule that were left out."""
_OF_ARTICLE = ("event", "summary")
"""Kinds whose rejected candidates stand anywhere in the text."""


def explain(
    briefing: Briefing, rejections: Sequence[Rejection], *, only: int | None = None
) -> Iterator[str]:
    """Lines about each fact, or about fact number `only` (one-based).

    A fact shows its value, the sentence with its characters underlined, the rule and table row
    that made it, and what else of its kind was considered at that place. Then follows what was
    considered and left out: of the whole text, by place, or of the sentences of the one fact.
    """
    ordered = sorted(rejections, key=lambda r: (r.span, r.kind, r.rule, r.reason))
    for number, fact in enumerate(briefing.facts, start=1):
        if only is None or only == number:
            yield from _fact(briefing, number, fact, ordered)
    if only is not None:
        ordered = _beside(briefing, briefing.facts[only - 1], ordered)
    lines = Counter(_left_out(briefing.article.text, rejection) for rejection in ordered)
    if lines:
        yield "Considered and left out:"
    for line, times in lines.items():
        yield f"   {line}" + (f" ×{times}" if times > 1 else "")


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
            if _is_rival(rejection, fact, evidence.span):
                yield f"   rejected: {_left_out(briefing.article.text, rejection)}"
    yield ""


def _is_rival(rejection: Rejection, fact: Fact, span: Span) -> bool:
    """Whether it could have been a fact of the same kind at just this place."""
    return rejection.kind == fact.kind and rejection.span.overlaps(span)


def _beside(briefing: Briefing, fact: Fact, rejections: Sequence[Rejection]) -> list[Rejection]:
    """What else was left out in the sentences of a fact, or anywhere in the text in its place."""
    spans = [evidence.span for evidence in fact.evidence]
    sentences = [briefing.sentence_at(span) for span in spans]
    return [
        rejection
        for rejection in rejections
        if not any(_is_rival(rejection, fact, span) for span in spans)
        and (
            any(rejection.span.overlaps(stretch) for stretch in (*spans, *sentences))
            or (rejection.kind == fact.kind and fact.kind in _OF_ARTICLE)
        )
    ]


def _left_out(text: str, rejection: Rejection) -> str:
    """What it could have been, the words, why it is none, and the rule."""
    words, rule = _shortened(rejection.span.of(text)), _shortened(rejection.rule)
    return f"{rejection.kind}: {words} — {rejection.reason} ({rule})"


def _shortened(words: str) -> str:
    """On one line, and not too long for it."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


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
