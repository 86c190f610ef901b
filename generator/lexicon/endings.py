"""Search stems of languages whose endings a plain list can tell: taken off until none is left.

The browser does the same with the same table (`assets/js/search.js`), so nothing here may depend on
a dictionary. A stem need not be a word: it is enough that the forms of one word meet. Taking
endings off again and again is what makes them meet: `Жапаровым` and `Жапаров` pass through the
same words on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_REMEMBERED = 65_536
_TURNS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingTable:
    """`search.toml`."""

    vowels: str
    """A stem has at least one of them."""
    shortest: int
    """Letters that a stem has at least."""
    fold: Mapping[str, str]
    """Letters to what stands for them in searches."""
    strip: tuple[str, ...]
    """Endings that go, separated by spaces."""
    replace: Mapping[str, str]
    """Endings that leave something; one that leaves itself is the end of the matter."""
    whole: tuple[str, ...] = ()
    """Words that only look as if they had an ending, separated by spaces."""
    irregular: Mapping[str, str] | None = None
    """Forms to the word they belong to."""


class EndingStemmer:
    """Takes the endings of one table off."""

    def __init__(self, table: EndingTable, *, irregular: Mapping[str, str] | None = None) -> None:
        """`irregular` is added to the table's own."""
        self._shortest = table.shortest
        self._vowels = frozenset(table.vowels)
        self._fold = str.maketrans(dict(table.fold))
        self._letters = dict(table.fold)
        listed = {ending: "" for line in table.strip for ending in line.split()}
        self._endings = {**listed, **table.replace}
        self._longest = max(map(len, self._endings), default=0)
        self._whole = frozenset(word for line in table.whole for word in line.split())
        self._irregular = {**(irregular or {}), **(table.irregular or {})}
        self.stem = lru_cache(_REMEMBERED)(self._stem)

    def for_browser(self) -> dict[str, object]:
        """What the browser needs to do the same."""
        return {
            "kind": "endings",
            "shortest": self._shortest,
            "vowels": "".join(sorted(self._vowels)),
            "fold": self._letters,
            "endings": self._endings,
            "whole": sorted(self._whole),
            "irregular": self._irregular,
        }

    def _stem(self, word: str) -> str:
        left = word.lower().translate(self._fold)
        left = self._irregular.get(left, left)
        for _ in range(_TURNS):
            if left in self._whole:
                break
            shorter = self._shorter(left)
            if shorter == left:
                break
            left = shorter
        return left

    def _shorter(self, word: str) -> str:
        """`word` without its longest ending that leaves a stem."""
        for length in range(min(self._longest, len(word)), 0, -1):
            put = self._endings.get(word[-length:])
            if put is None:
                continue
            left = word[: len(word) - length]
            if len(left) >= self._shortest and not self._vowels.isdisjoint(left):
                return left + put
        return word
