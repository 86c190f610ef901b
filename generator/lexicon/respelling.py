"""Names as a language of the same script writes those of its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.lexicon.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Respelling:
    """`respelling.toml`."""

    letters: Mapping[str, str]
    """Lower-case letters that the language has not, and how it writes them."""


def respell(name: str, language: Language) -> str:
    """`name` in the letters of `language`; unchanged where the pack has no `respelling.toml`."""
    table = language.table("respelling", Respelling)
    if table is None:
        return name
    return "".join(_written(letter, table.letters) for letter in name)


def _written(letter: str, letters: Mapping[str, str]) -> str:
    known = letters.get(letter.lower())
    if known is None:
        return letter
    return known if letter.islower() else known.capitalize()
