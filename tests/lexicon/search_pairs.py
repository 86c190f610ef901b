"""The shape of `search_pairs.toml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Pairs written by hand."""

    alike: tuple[str, ...]
    """A base and forms of it, separated by spaces."""
    different: tuple[str, ...]
    """Two words of different bases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPairs:
    seen: tuple[str, ...]
    """Bases that were looked at while the tables were written, separated by spaces."""
    chosen: tuple[str, ...]
    """Bases that were looked at when one number was chosen for all."""
    aside: tuple[str, ...]
    """Bases that were kept aside at first."""
    held_2: Written
    held_3: Written
    held_4: Written
    verbs: tuple[str, ...]
    """Forms of one verb, separated by spaces."""
    rare: tuple[str, ...]
    """Parts of forms that news hardly has."""
    alike: tuple[tuple[str, str], ...]
    different: tuple[tuple[str, str], ...]
