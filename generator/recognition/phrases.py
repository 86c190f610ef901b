"""Word lists matched against a passage: longest first, whole words, any inflected form.

A phrase is looked up word by word: every word but the last must stand in the text as listed or in
an inflected form when `inflect_all` is set (languages whose adjectives agree); the last word may
always stand in any inflected form. Matching is over base forms, so nothing is expanded up front: a
word of the text fits a listed one when it is written the same or has it among its base forms; in
phrases of several words, where listed words may be inflected themselves (`Тышкы иштер министри`,
`Соединённые Штаты`), also when the two share a base form.

Case, `ё` for `е` and the shapes of apostrophes and hyphens do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from generator.lexicon.language import Language
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.text.tokens import Token, tokenise

Row = TypeVar("Row")

_REMEMBERED = 1 << 16
"""Words of texts a table remembers: a bound on memory, not on what is found."""

_BEGINNINGS = (2, 3, 4)
"""Letters in which words of up to four, of up to six and of more letters are like their bases."""

_NOTHING: dict[str, Any] = {}
"""Shared, never filled."""

_ALIKE = str.maketrans("ё\u2019\u02bb\u02bc\u2018`\u2010\u2011", "е'''''--")


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
    __slots__ = ("children", "rows", "shared", "unshared")

    def __init__(self) -> None:
        # Thousands are made at start-up, and most lead to nothing: they share what is empty.
        self.children: dict[str, _Node[Row]] = _NOTHING
        self.shared: dict[str, tuple[_Node[Row], ...]] = _NOTHING
        """Nodes by a base form of their word, where that is not the word itself."""
        self.unshared: dict[str, list[tuple[str, _Node[Row]]]] = _NOTHING
        """Words whose base forms are not in `shared` yet, by how they begin: looked up when a word
        that begins so is first met, for most lists are long and most of their phrases never met.
        A word and its base form are taken to begin alike."""
        self.rows: tuple[tuple[str, Row], ...] = ()

    def add(self, word: str, *, inflects: bool) -> _Node[Row]:
        """A new node that `word` leads to, where none does yet."""
        if not self.children:
            self.children = {}
        child = self.children[word] = _Node()
        if inflects:
            if not self.unshared:
                self.shared, self.unshared = {}, {}
            alike = _BEGINNINGS[(len(word) > 4) + (len(word) > 6)]
            self.unshared.setdefault(word[:alike], []).append((word, child))
        return child


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
        self._starts: dict[str, tuple[tuple[_Node[Row], bool], ...]] = {}
        for phrase, row in rows.items() if isinstance(rows, Mapping) else rows:
            node = self._root
            words = _words(phrase)
            for place, (word, is_word) in enumerate(words):
                child = node.children.get(word)
                if child is None:
                    last = place == len(words) - 1
                    # Abbreviations and halves of compounds, with a mark behind them, are as listed.
                    inflects = last or (inflect_all and words[place + 1][1])
                    child = node.add(word, inflects=inflects and is_word and len(words) > 1)
                node = child
            node.rows += ((phrase, row),)

    def match_at(self, passage: Passage, index: int) -> tuple[PhraseMatch[Row], ...]:
        """Every phrase that begins at `tokens[index]`, longest first; none after the last token."""
        if index >= len(passage.tokens):
            return ()
        token = passage.tokens[index]
        starts = self._starts.get(token.text)
        if starts is None:
            starts = self._starts_of(token)
        if not starts:
            return ()
        found: list[PhraseMatch[Row]] = []
        for node, goes_on in starts:
            self._arrive(node, index, index, found)
            if goes_on:
                self._walk(passage, node, index, index + 1, found)
        if len(found) > 1:
            found.sort(key=lambda match: -match.last)
        return tuple(found)

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

    def _share(self, node: _Node[Row], key: str) -> None:
        for length in _BEGINNINGS:
            for word, child in node.unshared.pop(key[:length], ()):
                for base in map(fold, self._language.base_forms(word)):
                    # Others would be found only in texts that come after this one.
                    if base != word and base.startswith(key[:length]):
                        node.shared[base] = (*node.shared.get(base, ()), child)

    def _starts_of(self, token: Token) -> tuple[tuple[_Node[Row], bool], ...]:
        """Nodes of the first word, remembered: most words of a text begin no phrase."""
        if len(self._starts) >= _REMEMBERED:
            self._starts.clear()
        root = self._root
        keys, beginnings = _keys(self._language, token.text)
        # A no to all three is certain, and quicker than to look.
        starts: tuple[tuple[_Node[Row], bool], ...] = ()
        if not (
            root.children.keys().isdisjoint(keys)
            and root.shared.keys().isdisjoint(keys)
            and root.unshared.keys().isdisjoint(beginnings)
        ):
            starts = tuple(self._next(root, token))
        self._starts[token.text] = starts
        return starts

    def _next(self, node: _Node[Row], token: Token) -> Iterator[tuple[_Node[Row], bool]]:
        """The nodes that `token` leads to from `node`, and whether a phrase may go on there."""
        written = fold(token.text)
        child = node.children.get(written)
        if child is not None:
            yield child, bool(child.children)
        if not token.is_word:
            return
        seen = [child]
        for key in _keys(self._language, token.text)[0]:
            if node.unshared:
                self._share(node, key)
            exact = node.children.get(key)
            shared = node.shared.get(key, ())
            if exact is None and not shared:
                continue
            for other in (*((exact,) if exact else ()), *shared):
                if other not in seen:
                    seen.append(other)
                    yield other, self._inflect_all and bool(other.children)

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
        if "\n" in passage.text[passage.tokens[index - 1].end : token.start]:
            return  # a phrase does not run over a line
        for child, goes_on in self._next(node, token):
            self._arrive(child, first, index, found)
            if goes_on:
                self._walk(passage, child, first, index + 1, found)

    @staticmethod
    def _arrive(node: _Node[Row], first: int, index: int, found: list[PhraseMatch[Row]]) -> None:
        for phrase, row in node.rows:
            found.append(PhraseMatch(first, index, row, phrase))


def _words(phrase: str) -> list[tuple[str, bool]]:
    """The tokens of a phrase, folded, and whether each is a word.

    Nearly all phrases are letters and single blanks, for which the tokeniser is not needed: the
    lists hold thousands, and start-up would wait for it.
    """
    parts = phrase.split(" ")
    if all(map(str.isalpha, parts)):
        return [(fold(part), True) for part in parts]
    return [(fold(token.text), token.is_word) for token in tokenise(phrase)]


@lru_cache(maxsize=_REMEMBERED)
def _keys(language: Language, word: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """A word and its base forms as tables compare them, and how they begin.

    Every table asks for those of every word.
    """
    bases = language.base_forms(word) if word[0].isalpha() else ()
    keys = tuple(dict.fromkeys(map(fold, (word, *bases))))
    starts = {key[: _BEGINNINGS[-1]] for key in keys}
    return keys, frozenset(start[:length] for start in starts for length in _BEGINNINGS)


@lru_cache(maxsize=_REMEMBERED)
def fold(word: str) -> str:
    """`word` as compared: lower case, one kind of apostrophe and hyphen, `е` for `ё`."""
    return word.lower().translate(_ALIKE)
