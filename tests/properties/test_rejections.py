"""Whatever a text says, what was left out of it is quoted exactly."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from generator import languages
from generator.cli import DEFAULTS
from generator.errors import ReadingError
from generator.facts import all_fact_types
from generator.model.ids import LanguageCode
from generator.pipeline import Understanding
from generator.rendering.explanation import explain

_PIECES = (
    "«", "»", "“", "”", "—", "-", ".", ",", "\n", " ", "№", "36", "2025", "2-1", "20:10", "1980s",
    "04/05/2026", "31-февралда", "30 февраля", "February 30", "миллиондогон", "millions", "сом",
    "5000 %", "три раза", "Кыргыз-Ата", "US dollars", "доллар США", "Jordan", "улица", "Россия",
    "министрлер", "президент", "minister", "Токтосунов", "Quiet Marble", "Улуттук", "National",
    "деревня", "Эйр Астана", "Ош", "деди", "said", "\u0301", "İ", "😀", "\u200b",
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
)


@cache
def _understanding() -> Understanding:
    return Understanding(DEFAULTS)


@pytest.mark.parametrize("code", languages.codes())
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(text=_TEXTS)
def test_what_was_left_out_lies_in_the_text(code: LanguageCode, text: str) -> None:
    try:
        article = _understanding().reader.from_text(
            doc="any", text=text, title=None, published="2026-02-13", language=code
        )
    except ReadingError as error:
        if error.fault.code != "empty":
            raise
        reject()
    briefing, rejections = _understanding().examine(article)
    kinds = {fact_type.KIND for fact_type in all_fact_types()}
    for rejection in rejections:
        span = rejection.span
        words = span.of(article.text)
        assert 0 <= span.start < span.end <= len(article.text)
        assert len(words) == len(span)
        assert words == words.strip()
        assert rejection.kind in kinds
        assert rejection.reason
        assert rejection.rule.partition(".")[2]
    assert list(explain(briefing, rejections)) == list(explain(briefing, rejections[::-1]))
