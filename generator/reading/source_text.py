"""From the bytes of a file to clean text, with what an editor should be told: for formats."""

from __future__ import annotations

from generator.errors import Fault, ReadingError
from generator.model.article import SourceFile
from generator.model.notice import Notice
from generator.text.normalise import NotText, decode, mend_lookalikes, normalise


def read_text(source: SourceFile) -> tuple[str, tuple[Notice, ...]]:
    """The file's text, normalised, and notices of mended letters; raises `ReadingError`."""
    try:
        text = normalise(decode(source.content))
    except NotText as error:
        raise ReadingError(
            Fault(
                code="not-text",
                path=source.path,
                line=None,
                problem="The file is not text in an encoding we know.",
                hint="Save it as plain text in UTF-8.",
            )
        ) from error
    return clean_text(text, source.path)


def clean_text(text: str, path: str) -> tuple[str, tuple[Notice, ...]]:
    """Normalised `text` with look-alike letters mended, and a notice for each such word."""
    text, mended = mend_lookalikes(normalise(text))
    return text, tuple(
        Notice(
            code="lookalike-letters",
            severity="note",
            problem=f"`{word.written}` mixes Latin letters with Cyrillic; read as `{word.read}`.",
            path=path,
            line=word.line,
            hint="Retype the word with a Cyrillic keyboard.",
        )
        for word in mended
    )
