"""Something to tell the author of an article without stopping."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A remark about one file, worded for its editor."""

    code: str
    severity: Literal["error", "warning", "note"]
    problem: str
    path: str
    line: int | None = None
    """One-based line of the file."""
    span: Span | None = None
    """In `Article.text`, where the remark is about its words."""
    hint: str = ""
