"""Markdown becomes plain paragraphs; nothing in it can be run."""

from __future__ import annotations

import pytest

from generator.formats.markdown import draft, plain_paragraphs
from generator.model.article import SourceFile


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("A **strong** and _soft_ word", "A strong and soft word"),
        ("***Both*** and __strong__ and ~~gone~~", "Both and strong and gone"),
        ("A [link](https://e.org/a_(b)) and [another][1]", "A link and another"),
        ("See <https://e.org>", "See https://e.org"),
        ("![A picture](a.png) Text", "Text"),
        ("`code` stays", "code stays"),
        ("5 * 3 * 2 and snake_case_word", "5 * 3 * 2 and snake_case_word"),
        (r"\*not soft\*", "*not soft*"),
        ("Fish &amp; chips", "Fish & chips"),
        ("A<br>B", "A|B"),
        ("<b>Bold</b> <span class='x'>text</span>", "Bold text"),
        ("<script>alert(1)</script>Text", "Text"),
        ("<!-- a note -->Text", "Text"),
        ("# Title #", "Title"),
        ("Title\n=====\nText", "Title|Text"),
        ("Day\nOne line\nand its rest", "Day|One line and its rest"),
        ("- one\n- two", "one|two"),
        ("1. one", "1. one"),
        ("> Said\n> she", "Said|she"),
        ("A\n\n---\n\nB", "A|B"),
        ("A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nB", "A|B"),
        ("A\n\n```python\nprint(1)\n```\n\nB", "A|B"),
        ("A\n\n    code\n\nB", "A|B"),
        ("{{ config.site_name }} stays", "{{ config.site_name }} stays"),
        ("13 < 20 and 30 > 20", "13 < 20 and 30 > 20"),
    ],
)
def test_plain(written: str, plain: str) -> None:
    assert "|".join(plain_paragraphs(written)) == plain


def test_draft() -> None:
    source = SourceFile(
        path="x.md", content=b"---\ndate: 2026-02-13\n---\n\n# A *title*\n\nText\nof it.\n"
    )
    found = draft(source)
    assert found.text == "A title\n\nText of it."
    assert [span.of(found.text) for span in found.prose] == ["A title", "Text of it."]
    assert found.first_line == 5
