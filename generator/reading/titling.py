"""The headline: declared, else the first heading or the first line after the date."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST = 300
"""Characters: a first line longer than this is the article itself, shortened for a headline."""


def find_title(declared: str | None, paragraphs: Sequence[str]) -> tuple[str | None, bool]:
    """The headline, and whether the first of `paragraphs` is it.

    `None` where nothing is declared and there is no paragraph. Formats hand a heading over as a
    paragraph, so the first heading of a text that begins with one is its first paragraph.
    """
    declared = " ".join((declared or "").split()) or None
    first = " ".join(paragraphs[0].split()) if paragraphs else None
    if declared is not None:
        return declared, first is not None and _alike(first) == _alike(declared)
    if first is None:
        return None, False
    return (first if len(first) <= LONGEST else _shortened(first)), True


def _alike(title: str) -> str:
    return title.casefold().rstrip(" .!…")


def _shortened(text: str) -> str:
    cut = text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{cut}…"
