"""What the tests of countries, places and organisations share: case files, one run of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from generator import languages
from generator.facts import country, organisation, place
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.model.ids import Kind, LanguageCode
from generator.model.mention import Mention
from generator.recognition.overlaps import keep_best
from generator.recognition.recogniser import Found, Recogniser
from generator.tables import load_toml
from tests.facts.statements import passage_of

CASES = Path(__file__).parent.parent / "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    text: str
    found: tuple[str, ...]
    """`words = meaning`, in order of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    cases: tuple[Case, ...]


def cases_of(kind: str) -> list[object]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case.text[:50]}")
        for path in sorted((CASES / kind).glob("*.toml"))
        for case in load_toml(path, Cases).cases
    ]


@cache
def recognisers_of(code: str) -> tuple[tuple[Kind, Recogniser], ...]:
    knowledge = Knowledge(countries=CountryKnowledge([languages.get(c) for c in languages.codes()]))
    made: list[tuple[Kind, Recogniser]] = []
    for module in (country, place, organisation):
        recogniser = module.create(languages.get(LanguageCode(code)), knowledge)
        assert recogniser is not None
        made.append((module.KIND, recogniser))
    return tuple(made)


def mentions_in(code: str, text: str) -> dict[Kind, tuple[Mention, ...]]:
    """The mentions of the three kinds in `text`, as the engine keeps them."""
    passage = passage_of(code, text)
    by_kind: dict[Kind, tuple[Mention, ...]] = {}
    for kind, recogniser in recognisers_of(code):
        by_kind[kind], _ = keep_best(
            mention
            for mention in recogniser.recognise(passage, Found(by_kind))
            if isinstance(mention, Mention)
        )
    return by_kind


def check(kind: str, code: str, case: Case, meaning: Callable[[Mention], str]) -> None:
    found = [
        f"{mention.span.of(case.text)} = {meaning(mention)}"
        for mention in mentions_in(code, case.text)[Kind(kind)]
    ]
    assert found == list(case.found)
