"""Direct speech and its speakers, against cases written for the purpose."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from generator import languages
from generator.facts import quotation
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.model.ids import LanguageCode
from generator.model.mention import Mention
from generator.model.statement import Quotation
from generator.recognition.overlaps import keep_best
from generator.recognition.recogniser import Found, Recogniser
from generator.tables import load_toml
from tests.facts.statements import found_in, passage_of

CASES = Path(__file__).parent.parent / "cases" / "quotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    said: str
    speaker: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    why: str
    text: str
    speeches: tuple[Speech, ...] = ()
    persons: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)


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
    made = quotation.create(
        languages.get(LanguageCode(code)), Knowledge(countries=CountryKnowledge(languages=()))
    )
    assert made is not None
    return made


def read(code: str, text: str, found: Found) -> list[Mention]:
    passage = passage_of(code, text)
    results = recogniser_of(code).recognise(passage, found)
    return list(keep_best(result for result in results if isinstance(result, Mention))[0])


@pytest.mark.parametrize(("code", "case"), all_cases())
def test_direct_speech(code: str, case: Case) -> None:
    text = case.text.strip()
    found = found_in(
        text,
        persons=dict(case.persons),
        titles=dict(case.titles),
        organisations=dict(case.organisations),
    )
    mentions = read(code, text, found)
    result = []
    for mention in mentions:
        assert isinstance(mention.value, Quotation)
        cue = mention.argument("cue")
        result.append(
            Speech(
                said=mention.span.of(text),
                speaker=mention.value.speaker_text or "",
                cue="" if cue is None else cue.of(text),
            )
        )
    assert [(s.said, s.speaker) for s in result] == [(s.said, s.speaker) for s in case.speeches]
    for expected, got in zip(case.speeches, result, strict=True):
        assert not expected.cue or got.cue == expected.cue


def test_the_speaker_is_the_span_of_a_mention() -> None:
    text = "«Жол быйыл бүтөт», — деди министр Асан Токтоев."
    found = found_in(text, persons={"Асан Токтоев": "Асан Токтоев"}, titles={"министр": "министр"})
    (mention,) = read("ky", text, found)
    assert mention.argument("speaker") == found.of("person")[0].span


def test_what_is_no_speech_is_told_with_the_reason() -> None:
    text = "«Ала-Тоо» ишканасы быйыл үч цех ачты."
    results = list(recogniser_of("ky").recognise(passage_of("ky", text), Found()))
    assert [type(result).__name__ for result in results] == ["Rejection"]


@pytest.mark.parametrize(
    "text", ["", "«", "»", '"', "— ", "«»", "« »", "«A", 'A"', "«а «б» в", "— деди ал.", '"—"']
)
@pytest.mark.parametrize("code", ["ky", "ru", "en"])
def test_broken_marks_do_no_harm(code: str, text: str) -> None:
    read(code, text, Found())
