"""A news text on its way from a file to something facts can be read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.calendar import Moment
from generator.model.correction import Correction
from generator.model.ids import ArticleId, LanguageCode
from generator.model.notice import Notice
from generator.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as found."""

    path: str
    """Relative to the content folder, with forward slashes."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What an author says of an article in so many words (front matter); `None` where silent."""

    date: str | None = None
    title: str | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None
    slug: str | None = None
    translation_of: str | None = None
    tags: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a format hands over: decoded, normalised text, and what the author declared."""

    source: SourceFile
    declared: Declared
    text: str
    """The whole text in Unicode NFC with `\\n` line ends, front matter taken off."""
    prose: tuple[Span, ...]
    """The parts of `text` worth reading for facts: paragraphs, not code, tables or addresses."""
    first_line: int
    """One-based line of the file on which `text` begins, for messages."""
    notices: tuple[Notice, ...] = ()
    """What was mended on the way, such as Latin letters inside Cyrillic words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The unit everything cites. Spans everywhere count in `text`."""

    id: ArticleId
    source: SourceFile
    language: LanguageCode
    title: str
    published: Moment | None
    """`None` only for an undated text handed to `extract`; a site publishes dated articles."""
    text: str
    """The article without its date line, headline first where it stood in the text."""
    prose: tuple[Span, ...]
    """The paragraphs of `text` to read for facts, headline included when it is in `text`."""
    title_span: Span | None = None
    """Where the headline stands in `text`; `None` when it was declared outside it."""
    slug: str = ""
    source_name: str | None = None
    source_url: str | None = None
    translation_of: str | None = None
    tags: tuple[str, ...] = field(default=())
    hide: tuple[str, ...] = ()
    """Kinds of facts that the box above the article leaves out."""
    corrections: tuple[Correction, ...] = ()
    """What an editor said of its facts."""
