"""The shelf of input formats, the likeliest first."""

from __future__ import annotations

from generator.formats import markdown, plain_text
from generator.reading.format import Format

FORMATS: tuple[Format, ...] = (plain_text, markdown)
"""Each handles files with its suffixes; no suffix belongs to two."""
