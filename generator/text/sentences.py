"""Where sentences begin and end.

A sentence ends at `.`, `!`, `?` or `…` (with closing quotation marks and brackets after it) when
white space and then a capital letter, a digit, an opening mark or a dash follows, and at the end
of a paragraph. Nothing ends inside quotation marks after which the sentence goes on: titles and
mottoes hold full stops of their own (`the «Peace. Land. Bread» forum`). A full stop after an
abbreviation or an initial ends nothing; which words are abbreviations is the language's to say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from generator.model.span import Span

_END = re.compile(r"[.!?…]+[»”“\"’)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[\w-]+$")
_OPENING = "«“„\"'‘(["
_DASHES = "-–—"
_QUOTED = re.compile(r"«[^«»\n]{1,200}»|“[^“”\n]{1,200}”|„[^„“”\n]{1,200}[“”]")
"""Between marks whose shape tells which opens, and no longer than a title is."""


def split_sentences(
    text: str, paragraphs: Iterable[Span], abbreviations: Collection[str] = ()
) -> tuple[Span, ...]:
    """The sentences of `text` inside `paragraphs`, in order, without the white space around them.

    `abbreviations` are lower-case words that take a full stop without ending a sentence.
    """
    found: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        inside = _constituents(text, paragraph)
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            if any(span.start < match.start() < span.end for span in inside):
                continue
            if _ends_here(text, match, paragraph, abbreviations):
                _append(text, start, match.end(), found)
                start = match.end()
        _append(text, start, paragraph.end, found)
    return tuple(found)


def _constituents(text: str, paragraph: Span) -> list[Span]:
    """Quoted stretches inside a sentence: words stand before them, and a small letter after."""
    found: list[Span] = []
    for match in _QUOTED.finditer(text, paragraph.start, paragraph.end):
        before = text[paragraph.start : match.start()].rstrip()
        after = text[match.end() : match.end() + 2].lstrip()
        if before[-1:].isalnum() and after[:1].islower():
            found.append(Span(match.start(), match.end()))
    return found


def _append(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Span(start, end))


def _ends_here(
    text: str, match: re.Match[str], paragraph: Span, abbreviations: Collection[str]
) -> bool:
    rest = text[match.end() : paragraph.end].lstrip()
    if not rest:
        return True
    mark = match.group()
    if mark[0] == ".":
        word = _LAST_WORD.search(text, paragraph.start, match.start())
        if word is not None and mark == ".":
            before = word.group()
            if before.casefold() in abbreviations:
                return False
            if len(before) == 1 and before.isupper():
                return False  # an initial
            if before.isdigit() and rest[0].islower():
                return False
    if rest[0] in _DASHES:
        return mark[-1] not in '»”“"'  # «…!» — деди: the sentence goes on
    return rest[0].isupper() or rest[0].isdigit() or rest[0] in _OPENING
