"""Plain text: a date, a headline and paragraphs, one a line.

A block of short lines that break in mid-sentence was wrapped by an editor program and is read as
one paragraph. Front matter is accepted here too.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.model.article import Draft, SourceFile
from generator.model.span import Span
from generator.reading.front_matter import declared_in, split_front_matter
from generator.reading.source_text import read_text

SUFFIXES: tuple[str, ...] = (".txt",)

_END = re.compile(r"[.!?…:;»”\"')]$")
_WRAPPED = range(40, 121)
"""Characters of a line that a program may have broken."""


def draft(source: SourceFile) -> Draft:
    """One paragraph a line."""
    text, notices = read_text(source)
    front = split_front_matter(text, source.path)
    leading = len(front.body) - len(front.body.lstrip())
    lines = [line.strip() for line in front.body.split("\n")]
    body, prose = join_paragraphs(_paragraphs(lines))
    return Draft(
        source=source,
        declared=declared_in(front, source.path),
        text=body,
        prose=prose,
        first_line=front.first_line + front.body.count("\n", 0, leading),
        notices=notices,
    )


def join_paragraphs(paragraphs: list[str]) -> tuple[str, tuple[Span, ...]]:
    """Paragraphs with an empty line between them, and where each stands."""
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return "\n\n".join(paragraphs), tuple(spans)


def _paragraphs(lines: list[str]) -> list[str]:
    found: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            found += [" ".join(block)] if _is_wrapped(block) else block
            block = []
    return found


def _is_wrapped(block: list[str]) -> bool:
    if len(block) < 3 or any(len(line) not in _WRAPPED for line in block[:-1]):
        return False
    broken = [not _END.search(line) and after[0].islower() for line, after in pairwise(block)]
    return sum(broken) * 2 >= len(broken)
