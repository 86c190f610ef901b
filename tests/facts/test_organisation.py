"""Organisations in running text, near misses among them."""

from __future__ import annotations

import pytest

from generator.model.mention import Mention
from generator.model.names import OrganisationName
from tests.facts.names import Case, cases_of, check


def meaning(mention: Mention) -> str:
    value = mention.value
    assert isinstance(value, OrganisationName)
    return " ".join(filter(None, (value.name, value.id, value.country)))


@pytest.mark.parametrize(("code", "case"), cases_of("organisation"))
def test_organisation(code: str, case: Case) -> None:
    check("organisation", code, case, meaning)
