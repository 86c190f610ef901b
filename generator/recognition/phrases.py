"""Word lists matched against a passage: longest first, whole words, any inflected form.

A phrase is looked up word by word: every word but the last must stand in the text as listed or in
an inflected form when `inflect_all` is set (languages whose adjectives agree); the last word may
always stand in any inflected form. Matching is over base forms, so nothing is expanded up front.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.lexicon.language import Language
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.text.tokens import tokenise

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class PhraseMatch(Generic[Row]):
    """A listed phrase found in a passage: token indexes `first` to `last`, both included."""

    first: int
    last: int
    row: Row
    phrase: str
    """The phrase as listed."""

    def span(self, passage: Passage) -> Span:
        """The characters from the first to the last word."""
        return Span(passage.tokens[self.first].start, passage.tokens[self.last].end)


class _Node(Generic[Row]):
    __slots__ = ("children", "rows")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Row]] = {}
        self.rows: list[tuple[str, Row]] = []


class PhraseTable(Generic[Row]):
    """Phrases in base form, each with the table row it stands for."""

    def __init__(
        self,
        rows: Mapping[str, Row] | Iterable[tuple[str, Row]],
        language: Language,
        *,
        inflect_all: bool = False,
    ) -> None:
        self._language = language
        self._inflect_all = inflect_all
        self._root: _Node[Row] = _Node()
        for phrase, row in rows.items() if isinstance(rows, Mapping) else rows:
            node = self._root
            for token in tokenise(phrase):
                node = node.children.setdefault(token.text.lower(), _Node())
            node.rows.append((phrase, row))

    def match_at(self, passage: Passage, index: int) -> tuple[PhraseMatch[Row], ...]:
        """Every phrase that begins at `tokens[index]`, longest first."""
        found: list[PhraseMatch[Row]] = []
        self._walk(passage, self._root, index, index, found)
        return tuple(sorted(found, key=lambda match: -match.last))

    def find(self, passage: Passage) -> Iterator[PhraseMatch[Row]]:
        """The longest phrase at each place, left to right, not overlapping."""
        index = 0
        while index < len(passage.tokens):
            matches = self.match_at(passage, index)
            if matches:
                yield matches[0]
                index = matches[0].last + 1
            else:
                index += 1

    def _walk(
        self,
        passage: Passage,
        node: _Node[Row],
        first: int,
        index: int,
        found: list[PhraseMatch[Row]],
    ) -> None:
        if index >= len(passage.tokens):
            return
        token = passage.tokens[index]
        if index > first and passage.text[passage.tokens[index - 1].end : token.start].count("\n"):
            return  # a phrase does not run over a line
        written = token.text.lower()
        child = node.children.get(written)
        if child is not None:
            self._arrive(passage, child, first, index, found)
            self._walk(passage, child, first, index + 1, found)
        if not token.is_word:
            return
        for base in self._language.base_forms(token.text):
            child = node.children.get(base) if base != written else None
            if child is not None:
                self._arrive(passage, child, first, index, found)
                if self._inflect_all:
                    self._walk(passage, child, first, index + 1, found)

    def _arrive(
        self,
        passage: Passage,
        node: _Node[Row],
        first: int,
        index: int,
        found: list[PhraseMatch[Row]],
    ) -> None:
        for phrase, row in node.rows:
            found.append(PhraseMatch(first, index, row, phrase))
