"""Dates in running text, against cases written for the purpose; near misses have no dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator import languages
from generator.facts import date
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.model.calendar import Moment, PartialDate
from generator.model.ids import LanguageCode
from generator.model.mention import Mention
from generator.recognition.recogniser import Found, Recogniser
from generator.tables import load_toml
from tests.facts.statements import passage_of

CASES = Path(__file__).parent.parent / "cases" / "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    text: str
    dates: Mapping[str, str] = field(default_factory=dict)
    """Words of the text to the date they are, in the order of the text."""
    published: str | None = None
    """`2026-02-13`; years are resolved only where it is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    cases: tuple[Case, ...]


def all_cases() -> list[object]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case.text[:50]}")
        for path in sorted(CASES.glob("*.toml"))
        for case in load_toml(path, Cases).cases
    ]


@cache
def recogniser_of(code: str) -> Recogniser:
    made = date.create(
        languages.get(LanguageCode(code)), Knowledge(countries=CountryKnowledge(languages=()))
    )
    assert made is not None
    return made


def moment(published: str | None) -> Moment | None:
    if published is None:
        return None
    year, month, day = map(int, published.split("-"))
    return Moment(year=year, month=month, day=day)


@pytest.mark.parametrize(("code", "case"), all_cases())
def test_dates(code: str, case: Case) -> None:
    passage = passage_of(code, case.text)
    article = replace(passage.article, published=moment(case.published))
    passage = replace(passage, article=article)
    results = recogniser_of(code).recognise(passage, Found())
    found = sorted((m for m in results if isinstance(m, Mention)), key=lambda m: m.span)
    assert all(isinstance(mention.value, PartialDate) for mention in found)
    assert [(m.span.of(case.text), str(m.value)) for m in found] == list(case.dates.items())
    for left, right in pairwise(found):
        assert not left.span.overlaps(right.span)


@pytest.mark.parametrize("code", ["ky", "ru", "en"])
def test_a_date_does_not_run_over_a_line(code: str) -> None:
    text = "13\n2026"
    results = recogniser_of(code).recognise(passage_of(code, text), Found())
    assert not [result for result in results if isinstance(result, Mention)]
