"""The shelf of fact types, in running order: a fact type comes after those it requires."""

from __future__ import annotations

import importlib
from functools import cache
from typing import cast

from generator.recognition.recogniser import FactType

_IN_ORDER = (
    "country",
    "place",
    "organisation",
    "title",
    "person",
    "role",
    "date",
    "money",
    "percentage",
    "multiple",
    "count",
    "quotation",
    "event",
    "summary",
)


@cache
def all_fact_types() -> tuple[FactType, ...]:
    """Every fact type, in the order in which recognisers run."""
    return tuple(
        cast(FactType, importlib.import_module(f"{__name__}.{name}")) for name in _IN_ORDER
    )
