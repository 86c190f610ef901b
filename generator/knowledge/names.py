"""Given names and surnames the world's news is full of, by script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.tables import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLists:
    """Names of one script; several stand in one string, parted by spaces."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    famous: tuple[str, ...] = ()
    """Surnames that are nothing else and stand alone in the news of any country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """`names.toml`."""

    cyrillic: NameLists
    latin: NameLists
    nicknames: tuple[str, ...] = ()
    """Given names of one person, formal one first, parted by spaces: `Joseph Joe`."""

    def given(self) -> frozenset[str]:
        """Every given name, lower case."""
        return _words(self.cyrillic.given + self.latin.given)

    def family(self) -> frozenset[str]:
        """Every surname, lower case."""
        return _words(
            self.cyrillic.family + self.latin.family + self.cyrillic.famous + self.latin.famous
        )

    def nicknames_of(self) -> Mapping[str, frozenset[str]]:
        """Lower-case given name to the formal names it may be short for, itself included."""
        found: dict[str, set[str]] = {}
        for line in self.nicknames:
            formal, *short = line.lower().split()
            for name in (formal, *short):
                found.setdefault(name, set()).add(formal)
        return {name: frozenset(formal) for name, formal in found.items()}

    def famous(self) -> frozenset[str]:
        """Every surname that needs no other evidence, lower case."""
        return _words(self.cyrillic.famous + self.latin.famous)


@cache
def load_names() -> KnownNames:
    """The lists shipped; raises `TableError` when the file is damaged."""
    return load_toml(Path(__file__).with_name("names.toml"), KnownNames)


@cache
def _words(lines: tuple[str, ...]) -> frozenset[str]:
    """Made once for all languages: tens of thousands of words take ten milliseconds."""
    return frozenset(" ".join(lines).lower().split())
