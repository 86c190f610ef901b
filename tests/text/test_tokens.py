"""Words, numbers and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.tokens import TokenKind, tokenise


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("2025-жылы 36 млн доллар", ["2025", "-", "жылы", "36", "млн", "доллар"]),
        ("1 257,07 чакырым", ["1 257,07", "чакырым"]),
        ("1,234,567.8 people", ["1,234,567.8", "people"]),
        ("40ка жакын", ["40", "ка", "жакын"]),
        ("премьер-министри", ["премьер-министри"]),
        ("Russia's economy", ["Russia's", "economy"]),
        ("«Газпромдун»", ["«", "Газпромдун", "»"]),
        ("$3.2bn", ["$", "3.2", "bn"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == tokens


@given(st.text(max_size=60), st.integers(0, 20))
def test_tokens_stand_where_they_say(text: str, start: int) -> None:
    end = 0
    for token in tokenise(text, min(start, len(text))):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        assert token.kind in TokenKind
        end = token.end
