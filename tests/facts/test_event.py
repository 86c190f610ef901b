"""What kind of thing happened, against cases written for the purpose."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from generator import languages
from generator.facts import event
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.model.ids import LanguageCode
from generator.model.mention import Mention
from generator.model.statement import EVENT_KINDS, Event
from generator.recognition.recogniser import Recogniser
from generator.tables import load_toml
from tests.facts.statements import found_in, passage_of

CASES = Path(__file__).parent.parent / "cases" / "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    text: str
    event: str
    """`other` where nothing is to be found."""
    cue: str = ""
    headline: bool = False
    persons: dict[str, str] = field(default_factory=dict)
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    cases: tuple[Case, ...]


def all_cases() -> list[object]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case.event}: {case.text.strip()[:40]}")
        for path in sorted(CASES.glob("*.toml"))
        for case in load_toml(path, Cases).cases
    ]


@cache
def recogniser_of(code: str) -> Recogniser:
    made = event.create(
        languages.get(LanguageCode(code)), Knowledge(countries=CountryKnowledge(languages=()))
    )
    assert made is not None
    return made


@pytest.mark.parametrize(("code", "case"), all_cases())
def test_the_main_event(code: str, case: Case) -> None:
    text = case.text.strip()
    found = found_in(text, persons=dict(case.persons), counts=case.counts)
    passage = passage_of(code, text, headline=case.headline)
    mentions = [m for m in recogniser_of(code).recognise(passage, found) if isinstance(m, Mention)]
    if case.event == "other":
        assert mentions == []
        return
    (mention,) = mentions
    assert isinstance(mention.value, Event)
    assert mention.value.kind == case.event
    assert not case.cue or mention.span.of(text) == case.cue


@pytest.mark.parametrize("code", ["ky", "ru", "en"])
def test_every_kind_has_cues_and_a_label(code: str) -> None:
    language = languages.get(LanguageCode(code))
    words = language.required("event", event.EventWords)
    assert {cues.kind for cues in words.cues} | {"other"} == set(EVENT_KINDS)
    assert set(language.labels.events) == set(EVENT_KINDS)


@pytest.mark.parametrize("code", ["ky", "ru", "en"])
def test_every_kind_has_a_case(code: str) -> None:
    cases = load_toml(CASES / f"{code}.toml", Cases).cases
    assert {case.event for case in cases} == set(EVENT_KINDS)


@pytest.mark.parametrize("text", ["", "…", "1", "«»", "а"])
def test_next_to_nothing_has_no_event(text: str) -> None:
    assert list(recogniser_of("ky").recognise(passage_of("ky", text), found_in(text))) == []
