"""Offices that are the same in every language, and whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from generator.tables import load_toml

Scope = Literal["state", "place", "body"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """`offices.toml`."""

    offices: Mapping[str, Scope]
    """Office id to whose it is: a country's, a place's, or a body's that has no country."""
    derived: Mapping[str, Mapping[str, str]]
    """Part played (`deputy`, `adviser`) to office played to, to the office that makes."""
    several: tuple[str, ...] = ()
    """Offices that several people of one country hold at a time."""

    one_each: tuple[str, ...] = ()
    """Offices that each place or body has one of."""

    abroad: tuple[str, ...] = ()
    """Offices whose title may name the country of residence in place of the one served."""

    def serves(self, office: str) -> bool:
        """Whether who holds it serves the state that its title names."""
        return self.offices.get(office) == "state" and office not in self.abroad

    def has_one_holder(self, office: str) -> bool:
        """Whether a country has one holder of it at a time."""
        return self.offices.get(office) == "state" and office not in self.several


@cache
def load_offices() -> Offices:
    """The offices shipped; raises `TableError` when the file is damaged."""
    return load_toml(Path(__file__).with_name("offices.toml"), Offices)
