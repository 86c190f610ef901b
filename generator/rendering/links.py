"""Turn the spans of an article into links and anchors.

Three layers lie over the text: sentences, quotations, and the words that name or count something.
They need not nest, so the text is cut wherever a layer begins or ends, and what was cut is opened
again; an id is given to the first piece only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.model.calendar import PartialDate
from generator.model.ids import EntityId, country_entity
from generator.model.mention import Mention
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName, Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.span import Span
from generator.model.statement import Quotation
from generator.rendering.environment import inert_text

_DRAWN: tuple[tuple[type, str], ...] = (
    (PersonName, "p"),
    (Quantity, "f"),
    (CountryName, "c"),
    (PartialDate, "d"),
    (Role, "r"),
    (OrganisationName, "o"),
    (PlaceName, "l"),
)
"""Values that are marked in the text, the ones that stay first, with the letter of their ids."""
_LINKED = "pco"
_SHOWN = "sqfd"
"""Marks that the style sheet knows; the others are there to be pointed at."""


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    letter: str
    id: str
    entity: EntityId | None


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters with one stack of layers over them; `None` where a layer is absent."""

    span: Span
    sentence: _Mark | None
    quotation: _Mark | None
    mark: _Mark | None


def sentence_anchor(briefing: Briefing, offset: int) -> str:
    """The anchor of the sentence at `offset` of the text; empty outside all sentences."""
    for n, sentence in enumerate(briefing.sentences, start=1):
        if sentence.start <= offset < sentence.end:
            return f"s{n}"
    return ""


class _Opening:
    """Where a mark begins, or goes on after it was cut."""

    __slots__ = ("_attributes", "_entity", "_plain")

    def __init__(self, mark: _Mark, *, first: bool) -> None:
        """`first`: the piece that carries the id."""
        anchor = f' id="{mark.id}"' if mark.id and first else ""
        shown = f' class="{mark.letter}"' if mark.letter in _SHOWN else ""
        if mark.letter == "q":
            shown += f' data-q="{mark.id}"'
        self._entity = mark.entity if mark.letter in _LINKED else None
        self._attributes = f' class="{mark.letter}"{anchor}'
        self._plain = (f"<span{shown}{anchor}>", "</span>") if shown or anchor else ("", "")

    def tags(self, link: Callable[[EntityId], str | None] | None) -> tuple[str, str]:
        """Opening and closing tag."""
        if self._entity is not None and link is not None:
            href = link(self._entity)
            if href is not None:
                return f'<a{self._attributes} href="{inert_text(href)}">', "</a>"
        return self._plain


class Anchors:
    """Where everything in one article is; the same in every interface language."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._text = briefing.article.text
        self._parts: dict[Span, tuple[str | _Opening | None, ...]] = {}
        self._given: set[str] = set()  # a quotation may go on in the next paragraph
        self.entities = {
            (identity.mention.kind, identity.mention.span): identity.entity
            for identity in briefing.identities
            if identity.judgement == "same"
        }
        self._sentences = tuple(
            _Mark(span, "s", f"s{n}", None) for n, span in enumerate(briefing.sentences, start=1)
        )
        self._marks = tuple(self._choose())
        self._quotations = tuple(self._number_quotations())
        self._entity_ids = {
            (mark.letter, mark.entity): mark for mark in self._marks if mark.id and mark.entity
        }
        self._ids = {mark.span: mark.id for mark in (*self._quotations, *self._marks) if mark.id}
        title = briefing.article.title_span
        self.paragraphs = tuple(
            span
            for span in briefing.article.prose
            if (title is None or not title.contains(span)) and span.of(self._text).strip()
        )
        """The body, without the headline."""
        self._starts = tuple(span.start for span in self.paragraphs)
        self.blocks = tuple(self._cover())
        """Every part of the text in order, headline excepted, and whether it is a paragraph.

        What is none (a table, say) was not read for facts; a page shows it all the same.
        """

    def id_of(self, span: Span) -> str:
        """The anchor of exactly `span`, or of the sentence it begins in; empty for neither."""
        if span in self._ids:
            return self._ids[span]
        for sentence in self._sentences:
            if sentence.span.start <= span.start < sentence.span.end:
                return sentence.id
        return ""

    def first_of(self, mention: Mention) -> Span:
        """The mention to show for whoever `mention` means: the first in the body, if any is."""
        letter = "c" if isinstance(mention.value, CountryName) else "p"
        entity = self.entity_of(mention)
        mark = None if entity is None else self._entity_ids.get((letter, entity))
        return mention.span if mark is None else mark.span

    def paragraph_of(self, span: Span) -> int | None:
        """One-based number of the paragraph in which `span` begins, `None` in the headline."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or span.start >= self.paragraphs[index].end:
            return None
        return index + 1

    def entity_of(self, mention: Mention) -> EntityId | None:
        """Who or what a mention surely means."""
        if isinstance(mention.value, CountryName):
            return country_entity(mention.value.code)
        return self.entities.get((mention.kind, mention.span))

    def html(self, stretch: Span, link: Callable[[EntityId], str | None] | None) -> Markup:
        """The text under `stretch` with its anchors, and with links where `link` gives one.

        `link` is `None` where nothing may be linked, as in a headline.
        """
        parts = self._parts.get(stretch)
        if parts is None:  # the same in every interface language, so cut once
            parts = self._parts[stretch] = tuple(self._cut(stretch))
        out: list[str] = []
        closing: list[str] = []
        for part in parts:
            if isinstance(part, str):
                out.append(part)
            elif part is None:
                out.append(closing.pop())
            else:
                opened, closed = part.tags(link)
                out.append(opened)
                closing.append(closed)
        return Markup("".join(out))

    def _cut(self, stretch: Span) -> Iterator[str | _Opening | None]:
        """Inert text, what opens, and `None` for whatever opened last to close."""
        stack: list[_Mark] = []
        for piece in self._pieces(stretch):
            wanted = [m for m in (piece.sentence, piece.quotation, piece.mark) if m is not None]
            keep = 0
            while keep < min(len(stack), len(wanted)) and stack[keep] is wanted[keep]:
                keep += 1
            while len(stack) > keep:
                stack.pop()
                yield None
            for mark in wanted[keep:]:
                yield _Opening(mark, first=mark.id not in self._given)
                self._given.add(mark.id)
                stack.append(mark)
            yield inert_text(piece.span.of(self._text))
        yield from (None for _ in stack)

    def _cover(self) -> Iterator[tuple[Span, bool]]:
        title = self._briefing.article.title_span
        taken = sorted((*self.paragraphs, *((title,) if title else ())))
        place = 0
        for span in (*taken, Span(len(self._text), len(self._text))):
            if place < span.start and self._text[place : span.start].strip():
                yield Span(place, span.start), False
            if span != title and len(span):
                yield span, True
            place = max(place, span.end)

    def _choose(self) -> Iterator[_Mark]:
        """Marks that do not overlap, numbered by letter in order of the text."""
        letters = dict(_DRAWN)
        order = {letter: n for n, (_, letter) in enumerate(_DRAWN)}
        candidates = sorted(
            (
                (order[letter], mention.span, letter, self.entity_of(mention))
                for mention in self._briefing.mentions
                if (letter := letters.get(type(mention.value))) is not None and len(mention.span)
            ),
            key=lambda candidate: candidate[:2],
        )
        taken: list[_Mark] = []
        spans: list[Span] = []
        for _, span, letter, entity in candidates:
            at = bisect_right(spans, span)
            if (at and spans[at - 1].end > span.start) or (
                at < len(spans) and spans[at].start < span.end
            ):
                continue
            spans.insert(at, span)
            taken.append(_Mark(span, letter, "", entity))
        title = self._briefing.article.title_span
        body = [mark for mark in taken if title is None or not title.contains(mark.span)]
        named = {(mark.letter, mark.entity) for mark in body if mark.entity is not None}
        numbers: dict[str, int] = {}
        known: set[tuple[str, EntityId]] = set()
        for mark in sorted(taken, key=lambda mark: mark.span):
            if mark.entity is not None:
                key = (mark.letter, mark.entity)
                # The box points to the first mention, in the body rather than in the headline.
                if key in known or (key in named and title and title.contains(mark.span)):
                    yield mark
                    continue
                known.add(key)
            numbers[mark.letter] = numbers.get(mark.letter, 0) + 1
            id_ = f"{mark.letter}{numbers[mark.letter]}"
            yield _Mark(mark.span, mark.letter, id_, mark.entity)

    def _number_quotations(self) -> Iterator[_Mark]:
        number = 0
        end = 0
        for mention in self._briefing.mentions:
            if isinstance(mention.value, Quotation) and mention.span.start >= end:
                number += 1
                end = mention.span.end
                yield _Mark(mention.span, "q", f"q{number}", None)

    def _pieces(self, stretch: Span) -> Iterator[_Piece]:
        layers = [
            [m for m in layer if m.span.overlaps(stretch) and len(m.span)]
            for layer in (self._sentences, self._quotations, self._marks)
        ]
        cuts = {stretch.start, stretch.end}
        for layer in layers:
            for mark in layer:
                cuts.update((mark.span.start, mark.span.end))
        points = sorted(point for point in cuts if stretch.start <= point <= stretch.end)
        positions = [0, 0, 0]
        for start, end in pairwise(points):
            over: list[_Mark | None] = []
            for n, layer in enumerate(layers):
                while positions[n] < len(layer) and layer[positions[n]].span.end <= start:
                    positions[n] += 1
                at = positions[n]
                inside = at < len(layer) and layer[at].span.start <= start
                over.append(layer[at] if inside else None)
            yield _Piece(Span(start, end), over[0], over[1], over[2])
