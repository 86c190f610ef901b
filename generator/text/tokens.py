"""Words, numbers and marks of a text, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import Span


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark.

    A hyphenated word is one token (`премьер-министри`); a number keeps its decimal and thousands
    marks (`1 257,07`, `1.234.567`); letters glued to a number are a token of their own (`40` `ка`),
    and so is the hyphen between a number and a word (`2025` `-` `жылы`).
    """

    start: int
    end: int
    text: str
    kind: TokenKind

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        return self.kind is TokenKind.WORD

    @property
    def is_number(self) -> bool:
        return self.kind is TokenKind.NUMBER

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind is TokenKind.WORD and self.text[0].isupper()


_KINDS = {kind.value: kind for kind in TokenKind}
_LETTER = r"[^\W\d_]"
_APOSTROPHE = "['\u2019\u02bb\u02bc\u2018`]"
_HYPHEN = "[-\u2010\u2011]"
_THIN = "[ \u00a0\u2009\u202f]"
_TOKEN = re.compile(
    rf"""
    (?P<number>
        \d{{1,3}}(?:{_THIN}\d{{3}})+(?!\d)(?:[.,]\d+)?     # 1 257 000,5
      | \d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)(?:\.\d+)?        # 1,234,567.8
      | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)(?:,\d+)?        # 1.234.567,8
      | \d+(?:[.,]\d+)?(?![.,]?\d)                         # 12  12,5  1257.07
      | \d+                                                # 13 of 13.02.2026
    )
  | (?P<word>
        {_LETTER}[\u0300-\u036f]*
        (?:{_LETTER}|[\u0300-\u036f]|\d(?={_LETTER}*)|{_APOSTROPHE}(?={_LETTER})|{_HYPHEN}(?=[^\W_]))*
    )
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)


def tokenise(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, their offsets counted in the whole `text`."""
    found: list[Token] = []
    stop = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, stop):
        kind = _KINDS[match.lastgroup or "mark"]
        found.append(Token(match.start(), match.end(), match.group(), kind))
    return tuple(found)
