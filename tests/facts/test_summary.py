"""Which sentences state the news, against cases written for the purpose."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from generator import languages
from generator.facts import summary
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.model.ids import LanguageCode
from generator.model.mention import Mention
from generator.model.statement import KeySentence
from generator.recognition.recogniser import Recogniser
from generator.tables import load_toml
from tests.facts.statements import found_in, passage_of

CASES = Path(__file__).parent.parent / "cases" / "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    why: str
    text: str
    first: str
    """How the best sentence begins."""
    without: str = ""
    """How no sentence begins."""
    sentences: int | None = None
    headline: bool = False
    persons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    cases: tuple[Case, ...]


def all_cases() -> list[object]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case.why}")
        for path in sorted(CASES.glob("*.toml"))
        for case in load_toml(path, Cases).cases
    ]


@cache
def recogniser_of(code: str) -> Recogniser:
    made = summary.create(
        languages.get(LanguageCode(code)), Knowledge(countries=CountryKnowledge(languages=()))
    )
    assert made is not None
    return made


def read(code: str, text: str, case: Case) -> list[Mention]:
    passage = passage_of(code, text, headline=case.headline)
    found = found_in(text, persons=dict(case.persons))
    results = recogniser_of(code).recognise(passage, found)
    mentions = [result for result in results if isinstance(result, Mention)]
    return sorted(mentions, key=rank_of)


def rank_of(mention: Mention) -> int:
    assert isinstance(mention.value, KeySentence)
    return mention.value.rank


@pytest.mark.parametrize(("code", "case"), all_cases())
def test_the_best_sentence(code: str, case: Case) -> None:
    text = case.text.strip()
    mentions = read(code, text, case)
    assert [rank_of(mention) for mention in mentions] == list(range(1, len(mentions) + 1))
    assert mentions[0].span.of(text).startswith(case.first)
    assert len(mentions) <= 3
    if case.without:
        assert not any(mention.span.of(text).startswith(case.without) for mention in mentions)
    assert case.sentences is None or len(mentions) == case.sentences


def test_an_empty_text_has_no_summary() -> None:
    assert list(recogniser_of("ky").recognise(passage_of("ky", ""), found_in(""))) == []
