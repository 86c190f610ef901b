"""Countries in running text, near misses among them."""

from __future__ import annotations

import pytest

from generator.model.mention import Mention
from generator.model.names import CountryName
from tests.facts.names import Case, cases_of, check


def meaning(mention: Mention) -> str:
    assert isinstance(mention.value, CountryName)
    return f"{mention.value.code} {mention.value.form}"


@pytest.mark.parametrize(("code", "case"), cases_of("country"))
def test_country(code: str, case: Case) -> None:
    check("country", code, case, meaning)
