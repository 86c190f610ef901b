"""Whatever a text says, reading it keeps its promises."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from generator import languages
from generator.cli import DEFAULTS
from generator.errors import ReadingError
from generator.model.ids import LanguageCode
from generator.model.site import Briefing
from generator.pipeline import Understanding
from generator.rendering.interchange import extraction

_PIECES = (
    "«", "»", "“", "”", '"', "'", "—", "–", "-", ".", "…", "!", "?", ":", ";", ",", "\n", "\n\n",
    " ", "  ", "\u00a0", "(", ")", "%", "$", "€", "№", "36", "1,5", "1 257,07", "2025",
    "13.02.2026", "13-февраль", "2025-жылы", "млн", "миллион", "million", "bn", "доллар",
    "долларга", "сом", "пайыз", "эсеге", "раза", "times", "Кыргызстандын", "Кыргыз-тажик",
    "АКШнын", "США", "Georgia", "президент", "президенти", "Президент", "премьер-министр",
    "minister", "Садыр", "Жапаровдун", "Айнура", "кызы", "А.", "Смит", "John", "Smith", "деди",
    "билдирди", "сказал", "said", "деп", "айтымында", "по словам", "according to", "ӨЗГӨЧӨ",
    "\u0301", "😀", "\u200b", "١٢", "²", "Ⅳ",
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
)

_UNHURRIED = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@cache
def _understanding() -> Understanding:
    return Understanding(DEFAULTS)


def _understand(text: str, code: str) -> Briefing:
    try:
        article = _understanding().reader.from_text(
            doc="any", text=text, published="2026-02-13T14:05+06:00", language=code
        )
    except ReadingError as error:
        if error.fault.code != "empty":
            raise
        reject()
    return _understanding().understand(article)


@pytest.mark.parametrize("code", languages.codes())
@settings(max_examples=150, suppress_health_check=_UNHURRIED)
@given(text=_TEXTS)
def test_spans_quote_the_text_and_mentions_of_a_kind_do_not_overlap(
    code: LanguageCode, text: str
) -> None:
    briefing = _understand(text, code)
    whole = briefing.article.text
    by_kind: dict[str, list[tuple[int, int]]] = {}
    for mention in briefing.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(whole)
        by_kind.setdefault(mention.kind, []).append((mention.span.start, mention.span.end))
        for _, span in mention.arguments:
            assert span.end <= len(whole)
    for spans in by_kind.values():
        for left, right in pairwise(sorted(spans)):
            assert left[1] <= right[0]
    for fact in briefing.facts:
        for evidence in fact.evidence:
            assert evidence.quote == evidence.span.of(whole)


@pytest.mark.parametrize("code", languages.codes())
@settings(max_examples=40, suppress_health_check=_UNHURRIED)
@given(text=_TEXTS)
def test_reading_twice_gives_the_same(code: LanguageCode, text: str) -> None:
    assert extraction(_understand(text, code), "a") == extraction(_understand(text, code), "a")
