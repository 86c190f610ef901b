"""Titles bound to names, whose office they are, and near misses."""

from __future__ import annotations

import pytest

from generator.knowledge.offices import load_offices
from generator.languages import codes, get
from generator.model.ids import Kind
from generator.model.names import Role
from tests.facts.names import Case, cases_of
from tests.facts.people import mentions_in, roles_in


@pytest.mark.parametrize(("code", "case"), cases_of("role"))
def test_role(code: str, case: Case) -> None:
    assert roles_in(code, case.text) == list(case.found)


def test_titles_without_a_holder_are_found_too() -> None:
    text = "Премьер-министр журналисттердин суроолоруна жооп берди."
    first, *_ = mentions_in("ky", text)[Kind("title")]
    assert isinstance(first.value, Role)
    assert first.value.office == "head-of-government"


@pytest.mark.parametrize("code", codes())
def test_every_office_has_a_label(code: str) -> None:
    language = get(code)  # type: ignore[arg-type]
    assert set(language.labels.offices) == set(load_offices().offices)


def test_derived_offices_are_offices() -> None:
    offices = load_offices()
    for derived in offices.derived.values():
        assert set(derived) | set(derived.values()) <= set(offices.offices)
