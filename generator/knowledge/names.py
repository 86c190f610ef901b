"""Given names and surnames the world's news is full of, by script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.tables import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLists:
    """Names of one script; several stand in one string, parted by spaces."""

    given: tuple[str, ...]
    family: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """`names.toml`."""

    cyrillic: NameLists
    latin: NameLists

    def given(self) -> frozenset[str]:
        """Every given name, lower case."""
        return _words(self.cyrillic.given) | _words(self.latin.given)

    def family(self) -> frozenset[str]:
        """Every surname, lower case."""
        return _words(self.cyrillic.family) | _words(self.latin.family)


@cache
def load_names() -> KnownNames:
    """The lists shipped; raises `TableError` when the file is damaged."""
    return load_toml(Path(__file__).with_name("names.toml"), KnownNames)


def _words(lines: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.lower().split())
