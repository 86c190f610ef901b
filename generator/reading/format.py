"""What an input format is: one module on the `formats` shelf."""

from __future__ import annotations

from typing import Protocol

from generator.model.article import Draft, SourceFile


class Format(Protocol):
    """A module on the `formats` shelf: its two module-level names."""

    SUFFIXES: tuple[str, ...]
    """Endings of file names, lower case, with the dot."""

    def draft(self, source: SourceFile) -> Draft:
        """What the file says, without judging whether it makes an article.

        Raises `ReadingError` where the file cannot be read at all: `not-text`, `front-matter`.
        """
        ...
