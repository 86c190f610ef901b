"""Plain text: a paragraph a line, unless a program wrapped the lines."""

from __future__ import annotations

from generator.formats import plain_text
from generator.model.article import SourceFile

WRAPPED = """2026-02-13
A bridge opens

The people of the village have built the bridge
over the river themselves, and the work went on
all summer because the stones came from far up
in the valley.

The school opens next.
The shop opens later.
"""


def paragraphs(text: str) -> list[str]:
    draft = plain_text.draft(SourceFile(path="x.txt", content=text.encode()))
    assert [span.of(draft.text) for span in draft.prose] == draft.text.split("\n\n")
    return draft.text.split("\n\n")


def test_wrapped_lines_are_one_paragraph_and_others_are_not() -> None:
    found = paragraphs(WRAPPED)
    assert found[:2] == ["2026-02-13", "A bridge opens"]
    assert found[2].startswith("The people")
    assert found[2].endswith("far up in the valley.")
    assert found[3:] == ["The school opens next.", "The shop opens later."]


def test_first_line_skips_what_is_empty() -> None:
    draft = plain_text.draft(SourceFile(path="x.txt", content=b"\n\r\n  A\nB"))
    assert (draft.text, draft.first_line) == ("A\n\nB", 3)


def test_front_matter_is_read_here_too() -> None:
    draft = plain_text.draft(SourceFile(path="x.txt", content=b"---\ndate: 2026-02-13\n---\nA"))
    assert (draft.declared.date, draft.text, draft.first_line) == ("2026-02-13", "A", 4)


def test_three_hyphens_alone_are_text() -> None:
    draft = plain_text.draft(SourceFile(path="x.txt", content=b"---\nA\nB"))
    assert draft.text == "---\n\nA\n\nB"
