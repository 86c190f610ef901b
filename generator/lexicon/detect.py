"""Which language a whole article is in.

Letters decide first: an alphabet rules languages out, letters (in Latin script also short words)
that a language's texts are full of rule it in. Where that leaves more than one language, or none,
py3langid is asked, restricted to these languages and loaded only then (half a second).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from generator.model.ids import LanguageCode
from generator.tables import load_toml
from generator.text.scripts import script_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """One row of `detection.toml`: a language in one script, and what gives it away."""

    code: LanguageCode
    name: str
    """In English, for messages."""
    script: Literal["Cyrl", "Latn"]
    alphabet: str
    telling: str = ""
    words: tuple[str, ...] = ()
    least: int = 1000
    """Telling letters in a thousand letters, at least."""
    least_words: int = 1000
    """Telling words in a thousand words, at least."""
    model: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """What a text is in, supported or not."""

    code: LanguageCode | None
    """`None` where nothing could be made of it."""
    name: str
    """In English, for messages; `an unknown language` where `code` is `None`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    language: tuple[Traits, ...]


_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 6000
"""Characters looked at: more would only cost time."""
_FOREIGN = 6.0
"""Letters outside an alphabet, in a thousand, that names and quotations may bring."""
_UNKNOWN = Detection(code=None, name="an unknown language")


def detect(text: str) -> Detection:
    """The language most of `text` is in, among those in `detection.toml`."""
    text = text[:_LONGEST].lower()
    letters = Counter(character for character in text if character.isalpha())
    script = _script(letters)
    rows = [row for row in _rows() if row.script == script]
    if not rows or not letters:
        return _UNKNOWN
    here = {c: n for c, n in letters.items() if script_of(c) == script}
    words = _WORD.findall(text)
    fitting = [row for row in rows if _fits(row, here, words)]
    if len(fitting) == 1:
        return Detection(code=fitting[0].code, name=fitting[0].name)
    return _ask_model(text, fitting or rows, fitting)


def _script(letters: Counter[str]) -> str:
    counts: Counter[str] = Counter()
    for character, count in letters.items():
        counts[script_of(character)] += count
    return max(("Latn", "Cyrl", "Arab", "Zyyy"), key=lambda script: counts[script])


def _fits(row: Traits, letters: dict[str, int], words: Sequence[str]) -> bool:
    total = sum(letters.values())
    alphabet = set(row.alphabet)
    foreign = sum(count for character, count in letters.items() if character not in alphabet)
    if foreign * 1000 > _FOREIGN * total:
        return False
    if sum(letters.get(letter, 0) for letter in row.telling) * 1000 >= row.least * total:
        return bool(row.telling)
    return sum(word in row.words for word in words) * 1000 >= row.least_words * max(len(words), 1)


def _ask_model(text: str, rows: Iterable[Traits], fitting: Sequence[Traits]) -> Detection:
    by_model = {row.model: row for row in rows if row.model is not None}
    if not by_model:
        row = fitting[0]
        return Detection(code=row.code, name=row.name)
    for code, _ in _model().rank(text):
        if code in by_model:
            return Detection(code=by_model[code].code, name=by_model[code].name)
    return _UNKNOWN


@cache
def _rows() -> tuple[Traits, ...]:
    return load_toml(Path(__file__).with_name("detection.toml"), _Table).language


@cache
def _model() -> Any:  # py3langid has no types
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages(sorted({row.model for row in _rows() if row.model}))
    return identifier
