"""The figures of accuracy that are shipped, and how sets of one language are put together."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from generator.knowledge.accuracy import (
    FACT_TYPES,
    Accuracy,
    LabelledSet,
    Score,
    load_accuracy,
)

PACKS = Path(__file__).parent.parent.parent / "generator" / "languages"


def labelled(name: str, language: str, texts: int, **scores: tuple[int, int, int]) -> LabelledSet:
    return LabelledSet(
        name=name,
        language=language,
        texts=texts,
        scores={
            key: Score(right=right, found=found, gold=gold)
            for key, (right, found, gold) in scores.items()
        },
    )


ACCURACY = Accuracy(
    sets=(
        labelled("one", "ky", 3, persons=(8, 10, 16), dates=(1, 1, 1)),
        labelled("two", "ky", 2, persons=(1, 1, 2)),
        labelled("one", "ru", 4, persons=(2, 2, 2)),
    )
)


def test_sets_of_one_language_are_one() -> None:
    assert ACCURACY.languages == ("ky", "ru")
    assert ACCURACY.texts("ky") == 5
    assert ACCURACY.score("ky", "persons") == Score(right=9, found=11, gold=18)


def test_rows_are_what_was_measured() -> None:
    one = Score(right=1, found=1, gold=1)
    assert dict(ACCURACY.rows())["dates"] == (one, None)
    assert [key for key, _ in ACCURACY.rows()] == ["persons", "dates"]


def test_shares() -> None:
    score = Score(right=8, found=10, gold=16)
    assert (score.precision, score.recall) == (0.8, 0.5)
    assert score.f1 == pytest.approx(2 * 0.8 * 0.5 / 1.3)


def test_a_hundred_per_cent_is_all_of_them() -> None:
    assert Score(right=999, found=1000, gold=999).percent == (99, 100)
    assert Score(right=29, found=100, gold=100).percent == (29, 29)
    assert Score(right=0, found=0, gold=5).percent == (100, 0)


def test_what_is_shipped_can_be_read() -> None:
    accuracy = load_accuracy()
    assert set(accuracy.languages) == {"ky", "ru", "en"}
    for one in accuracy.sets:
        assert set(one.scores) <= set(FACT_TYPES)
        for score in one.scores.values():
            assert 0 <= score.right <= min(score.found, score.gold)


@pytest.mark.parametrize("code", ["ky", "ru", "en"])
def test_every_fact_type_measured_has_a_label(code: str) -> None:
    labels = tomllib.loads((PACKS / code / "labels.toml").read_text(encoding="utf-8"))["interface"]
    wanted = {f"accuracy-{key.replace('_', '-')}" for key in FACT_TYPES} | {"accuracy-how"}
    assert sorted(wanted - set(labels)) == []
