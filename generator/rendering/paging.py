"""Long lists in parts, cut so that what is old stays where it was.

The first page holds the newest entries. Older ones go to numbered parts counted from the oldest: a
new entry changes the first page alone until that is full twice over, and an address once given
shows the same entries for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.ids import LanguageCode
from generator.rendering import urls

T = TypeVar("T")
Address = Callable[[LanguageCode], str]

CARDS = 30
"""Briefings of a part; the first page shows up to twice as many, less one."""
ROWS = 60
"""The same for lines of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """Some entries of a list, newest first."""

    number: int
    """1 for the first page; others count from 2, the oldest."""
    items: tuple[T, ...]
    newer: int | None
    older: int | None
    """Numbers of the neighbours; `None` at the ends."""
    total: int
    """Entries of the whole list."""

    @property
    def first(self) -> bool:
        return self.number == 1


def parts(items: Sequence[T], size: int) -> Iterator[Part[T]]:
    """`items`, newest first, in parts of `size`; one empty part where there are none."""
    older = max(0, len(items) // size - 1)
    front = len(items) - older * size
    for place in range(older + 1):
        number = 1 if place == 0 else older + 2 - place
        start = 0 if place == 0 else front + (place - 1) * size
        yield Part(
            number=number,
            items=tuple(items[start : front if place == 0 else start + size]),
            newer=None if place == 0 else 1 if place == 1 else number + 1,
            older=None if place == older else older + 1 - place,
            total=len(items),
        )


def address(base: Address, number: int, numbered: Callable[[str, int], str] = urls.part) -> Address:
    """Where part `number` of the list at `base` is, in any language."""
    return base if number == 1 else lambda code: numbered(base(code), number)
