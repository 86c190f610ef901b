"""A page ready to be handed to the site builder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.ids import LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address of the site in one interface language."""

    uri: str
    """Source address with forward slashes: `ky/2026/02/13/slug/index.md`."""
    title: str
    language: LanguageCode
    """Interface language of the page."""
    markdown: str
    """Body; what articles contain is already escaped for Markdown and HTML."""
    kind: str
    """The page type: `article`, `person` …; the theme hangs its styles on it."""
    alternates: Mapping[LanguageCode, str] = field(default_factory=dict)
    """The same page in the other interface languages: language to source address."""
    description: str = ""
    """One plain sentence for search engines."""
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A file of the site that is not a page."""

    uri: str
    content: bytes
