"""Accuracy on the project's own labelled texts does not fall below what was once reached.

The texts and labels are in `tests/corpus/`; `python -m tests.corpus` prints the figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from generator.cli import DEFAULTS
from generator.pipeline import Understanding
from tests.corpus import labelled
from tests.corpus.__main__ import by_language, raised
from tests.corpus.scoring import Tally

FLOORS = labelled.floors()
LABELS = labelled.labels()
CASES = [(code, key) for code, floors in FLOORS.items() for key in floors]


@cache
def facts() -> dict[str, Mapping[str, Any]]:
    """What is found in every labelled text, read once for all tests."""
    return labelled.extract((gold["doc"] for gold in LABELS), Understanding(DEFAULTS))


@cache
def measured() -> dict[str, dict[str, Tally]]:
    return by_language(LABELS, facts())


@pytest.mark.parametrize(("code", "key"), CASES)
def test_accuracy_is_not_below_its_floor(code: str, key: str) -> None:
    tally, floor = measured()[code][key], FLOORS[code][key]
    reached = f"precision {tally.precision:.3f}, recall {tally.recall:.3f}"
    assert tally.precision >= floor["precision"], f"{reached}, floor {floor}\n{tally.report()}"
    assert tally.recall >= floor["recall"], f"{reached}, floor {floor}\n{tally.report()}"


@pytest.mark.parametrize("code", labelled.LANGUAGES)
def test_every_labelled_fact_type_has_a_floor(code: str) -> None:
    assert set(raised(measured())[code]) == set(FLOORS[code])


def test_every_article_that_is_shipped_is_labelled() -> None:
    content = {
        path.relative_to(labelled.ROOT).as_posix()
        for path in (labelled.ROOT / "content").rglob("*")
        if path.is_file()
    }
    texts = {
        path.relative_to(labelled.ROOT).as_posix() for path in labelled.FOLDER.rglob("*/*.txt")
    }
    assert {one["doc"] for one in LABELS} == content | texts


@pytest.mark.parametrize("gold", LABELS, ids=lambda gold: gold["doc"])
def test_labels_quote_their_text(gold: dict[str, object]) -> None:
    text = words((labelled.ROOT / str(gold["doc"])).read_text(encoding="utf-8"))
    quotes = gold["quotes"]
    assert isinstance(quotes, list)
    quoted = [str(gold["key"]), *(quote[end] for quote in quotes for end in ("start", "end"))]
    assert [part for part in quoted if words(part) not in text] == []


@pytest.mark.parametrize("gold", LABELS, ids=lambda gold: gold["doc"])
def test_a_text_is_in_the_language_it_is_filed_under(gold: dict[str, object]) -> None:
    doc = str(gold["doc"])
    assert facts()[doc]["language"] == labelled.language_of(doc)


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
