"""What people are and do besides known offices, the same in every language: professors, coaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.lexicon.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """`positions.toml`."""

    positions: Mapping[str, tuple[str, ...]]
    """Position id to its words in base form, the one to show first."""
    of_men: tuple[str, ...] = ()
    """Positions whose first word is said of men only."""

    lessening: tuple[str, ...] = ()
    """First words without which a title says more than it does: `assistant`."""

    def name(self, position: str) -> str | None:
        """What anybody in that position is called; `None` where men and women are not called so."""
        words = self.positions.get(position)
        return None if words is None or position in self.of_men else words[0]


def positions_of(language: Language) -> Positions:
    """The positions that a language has words for; none where its pack has no such table."""
    return language.table("positions", Positions) or Positions(positions={})


def position_of(title: str, language: Language) -> str | None:
    """The id of what `title`, in base form, says somebody is, no more and no less."""
    return _by_title(language).get(title.lower())


def position_in(title: str, language: Language) -> str | None:
    """The id of what somebody with that title is at least: a museum director is a director."""
    words = title.lower().split()
    lessening = positions_of(language).lessening
    for first in range(len(words)):
        position = position_of(" ".join(words[first:]), language)
        if position is not None or words[first].startswith(lessening or ("\n",)):
            return position
    return None


@cache
def _by_title(language: Language) -> Mapping[str, str]:
    return {
        word.lower(): position
        for position, words in positions_of(language).positions.items()
        for word in words
    }
