"""Places in running text, near misses among them."""

from __future__ import annotations

import pytest

from generator.model.mention import Mention
from generator.model.names import PlaceName
from tests.facts.names import Case, cases_of, check


def meaning(mention: Mention) -> str:
    assert isinstance(mention.value, PlaceName)
    return f"{mention.value.name} {mention.value.country or ''}".strip()


@pytest.mark.parametrize(("code", "case"), cases_of("place"))
def test_place(code: str, case: Case) -> None:
    check("place", code, case, meaning)
