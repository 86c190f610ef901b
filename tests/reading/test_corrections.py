"""Corrections as an editor writes them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import SourceFile
from generator.model.calendar import PartialDate
from generator.model.correction import Correction
from generator.model.notice import Notice
from generator.reading.corrections import CorrectionReader
from generator.reading.reader import is_sidecar, sidecars_of

READER = CorrectionReader(
    kinds=("person", "money", "role", "country", "date", "count", "percent", "multiple", "summary"),
    indicators=("trade-turnover", "exports"),
    countries=("KG", "NO"),
)


def sidecar(text: str) -> tuple[tuple[Correction, ...], tuple[Notice, ...]]:
    return READER.in_sidecar(SourceFile(path="a/talks.yml", content=text.encode()))


def one(text: str) -> Correction:
    (correction,), notices = sidecar(text)
    assert notices == ()
    return correction


def test_the_words_are_enough() -> None:
    hidden = one('facts:\n  - hide: "36  млн\n      доллар"\n    because: ката\n')
    assert (hidden.action, hidden.words, hidden.line) == ("hide", "36 млн доллар", 2)
    assert hidden.because == "ката"
    assert hidden.kinds == ()


def test_everything_about_an_amount() -> None:
    found = one(
        "facts:\n"
        "  - set: {words: 36 млн, kind: money, nth: 2, value: 36 000 000, unit: USD,\n"
        "          role: actual, indicator: trade-turnover, of: [KG, NO], period: 2025,\n"
        "          approximate: true, bound: at-least}\n"
        "    by: Айгүл\n"
        "    on: 2026-02-14\n"
    )
    changes = found.changes
    assert (found.kind, found.nth, found.by) == ("money", 2, "Айгүл")
    assert found.on == PartialDate(year=2026, month=2, day=14)
    assert changes.value == Decimal(36000000)
    assert changes.of == ("KG", "NO")
    assert changes.period == PartialDate(year=2025)
    assert changes.approximate is True
    assert changes.former is None


def test_an_office_needs_no_kind() -> None:
    found = one("facts:\n  - set: {words: Асанов, title: мэр, office: mayor, country: NO}\n")
    assert found.kinds == ("person", "role")
    assert found.kind == "person"
    assert found.changes.country == "NO"


def test_in_the_front_matter_lines_count_in_the_file() -> None:
    text = "---\ndate: 2026-02-13\nfacts:\n  - confirm: 5%\n---\nTitle\n\nText 5%.\n"
    (found,), notices = READER.in_front_matter(SourceFile(path="a.txt", content=text.encode()))
    assert notices == ()
    assert (found.action, found.words, found.path, found.line) == ("confirm", "5%", "a.txt", 4)


def test_without_corrections_there_is_nothing_to_say() -> None:
    for text in ("Title\n\nfacts: none", "---\ntitle: facts\n---\nText", "---\nfacts:\n---\nText"):
        assert READER.in_front_matter(SourceFile(path="a.md", content=text.encode())) == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "problem", "hint"),
    [
        ("fact:\n  - hide: a\n", 1, "`fact`", "`facts:`"),
        ("- hide: a\n", 1, "not under", "`facts:`"),
        ("facts: 5\n", 1, "should be a list", "hide"),
        ("facts:\n  - 5\n", 2, "not a correction", "hide"),
        ("facts:\n  - by: me\n", 2, "none of them", "hide"),
        ("facts:\n  - hide: a\n    confirm: a\n", 2, "`hide` and `confirm`", "hide"),
        ("facts:\n  - hyde: a\n", 2, "`hyde`", "hide"),
        ("facts:\n  - hide:\n", 2, "words are missing", "hide"),
        ("facts:\n  - set: 5\n", 2, "which words", "words: 36 million"),
        ("facts:\n  - set: {words: a}\n", 2, "what to set", "value"),
        ("facts:\n  - set: {words: a, value: 5, title: b}\n", 2, "all together", "value"),
        ("facts:\n  - set: {words: a, kind: date, value: 5}\n", 2, "`value`", "date"),
        ("facts:\n  - set: {words: a, kind: summary, value: 5}\n", 2, "cannot be set", "Hide"),
        ("facts:\n  - hide: {words: a, kind: monney}\n", 2, "`monney`", "`money`"),
        ("facts:\n  - hide: {words: a, nth: 0}\n", 2, "`0`", "nth: 1"),
        ("facts:\n  - set:\n      words: a\n      value: many\n", 4, "not a number", "36000000"),
        ("facts:\n  - set: {words: a, value: 1e99}\n", 2, "not a number", "figures"),
        ("facts:\n  - set: {words: a, kind: money, unit: dollars}\n", 2, "currency", "USD"),
        ("facts:\n  - set: {words: a, indicator: export}\n", 2, "`export`", "`exports`"),
        ("facts:\n  - set: {words: a, of: [KG, XX]}\n", 2, "`XX`", "ISO"),
        ("facts:\n  - set: {words: a, office: mayr}\n", 2, "`mayr`", "`mayor`"),
        ("facts:\n  - set: {words: a, role: real}\n", 2, "one of 'actual'", "value"),
        ("facts:\n  - hide: a\n    on: yesterday\n", 3, "not a date", "2026-02-13"),
        ("facts:\n  - set: {words: a, date: 2026-02-30}\n", 2, "not a date", "2026-02-13"),
        ("facts: [\n", 2, "YAML", "key: value"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_is_right(
    text: str, line: int, problem: str, hint: str
) -> None:
    corrections, (notice,) = sidecar(text)
    assert corrections == ()
    assert (notice.path, notice.severity) == ("a/talks.yml", "error")
    assert notice.line == line
    assert problem in notice.problem
    assert hint in notice.hint


def test_a_mistake_costs_one_correction() -> None:
    corrections, notices = sidecar("facts:\n  - hide: a\n  - hyde: b\n  - confirm: c\n")
    assert [correction.words for correction in corrections] == ["a", "c"]
    assert [notice.line for notice in notices] == [3]


def test_the_example_in_the_readme_is_read() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(facts:.*?)```", readme, re.S)
    kinds = ("person", "money", "role", "place", "count", "percent", "multiple")
    reader = replace(READER, kinds=kinds)
    source = SourceFile(path="a/talks.yml", content=example.encode())
    corrections, notices = reader.in_sidecar(source)
    assert notices == ()
    assert len(corrections) == 5


@given(st.text(max_size=200), st.sampled_from(["", "facts:\n  - ", "facts:\n  - hide: "]))
def test_no_text_is_too_odd(text: str, before: str) -> None:
    for some in sidecar(before + text):
        assert isinstance(some, tuple)


def test_which_files_are_sidecars() -> None:
    def is_one(path: str, text: str) -> bool:
        return is_sidecar(SourceFile(path=path, content=text.encode()))

    assert list(sidecars_of("a/talks.ky.txt")) == ["a/talks.ky.yml", "a/talks.ky.yaml"]
    assert is_one("a/talks.yml", "facts:\n  - hide: a\n")
    assert is_one("a/talks.yml", "- hide: a\n")  # to be told, not to be published
    assert not is_one("a/data.yml", "rows: [1, 2]\n")
    assert not is_one("a/talks.txt", "facts: none\n")
