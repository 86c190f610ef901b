"""Who held an office when, as far as what ships with the program is sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generator.knowledge.people import shipped_people
from generator.model.ids import CountryCode, EntityId

_END = "~"
"""Sorts after every day of a year or month that ends a term."""


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """Somebody's time in an office; moments are ISO 8601 years, months or days."""

    since: str
    until: str
    """The last day with `~` after it; empty for still in office, or not certain."""
    holder: EntityId


def term_of(holder: EntityId, office: str, country: CountryCode, day: str) -> Term | None:
    """The term of a known holder that covers `day`; `None` where none is known for sure."""
    return next(
        (term for term in _on(office, country, day) if term.holder == holder),
        None,
    )


def holders_on(office: str, country: CountryCode, day: str) -> frozenset[EntityId]:
    """Everybody known to have held an office of a country on `day`; empty where nobody is."""
    return frozenset(term.holder for term in _on(office, country, day))


def has_ended(holder: EntityId, office: str, country: CountryCode, day: str) -> bool:
    """Whether the known term that covers `day` is known to have ended since."""
    term = term_of(holder, office, country, day)
    return term is not None and (term.until != "" or _is_followed(office, country, term))


def has_held(holder: EntityId, office: str, country: CountryCode) -> bool:
    """Whether somebody shipped is known to have held an office, whenever."""
    known = shipped_people().get(holder)
    return known is not None and any(
        (held.office, held.country) == (office, country) for held in known.offices
    )


def has_left(holder: EntityId, office: str, country: CountryCode, day: str) -> bool:
    """Whether somebody shipped held an office, and left it for good before `day`."""
    known = shipped_people().get(holder)
    ends = [
        held.to
        for held in (() if known is None else known.offices)
        if (held.office, held.country) == (office, country)
    ]
    return bool(ends) and all(end is not None and end + _END < day for end in ends)


def _is_followed(office: str, country: CountryCode, term: Term) -> bool:
    return any(other.since > term.since for other in _terms().get((office, country), ()))


def _on(office: str, country: CountryCode, day: str) -> tuple[Term, ...]:
    """Terms that cover a day; an end that is not certain is the next holder's beginning."""
    terms = _terms().get((office, country), ())
    begun = [term for term in terms if term.since <= day]
    last = max((term.since for term in begun), default="")
    return tuple(
        term for term in begun if (day <= term.until if term.until else term.since == last)
    )


@cache
def _terms() -> Mapping[tuple[str, CountryCode], tuple[Term, ...]]:
    """Every term whose beginning is known, by office and country, in order."""
    found: dict[tuple[str, CountryCode], list[Term]] = {}
    for holder, person in shipped_people().items():
        for held in person.offices:
            if held.country is not None and held.from_ is not None:
                until = "" if held.to is None else held.to + _END
                term = Term(held.from_, until, holder)
                found.setdefault((held.office, held.country), []).append(term)
    return MappingProxyType({key: tuple(sorted(terms)) for key, terms in found.items()})
