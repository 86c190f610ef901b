"""The figures of accuracy as they are kept and as README.md shows them."""

from __future__ import annotations

import tomllib

import pytest

from generator.knowledge.accuracy import Accuracy, LabelledSet, Score, load_accuracy
from generator.tables import build
from scripts import scorecard


def labelled(name: str, language: str, right: int) -> LabelledSet:
    score = Score(right=right, found=10, gold=20)
    return LabelledSet(name=name, language=language, texts=7, scores={"persons": score})


def test_what_is_kept_is_read_back() -> None:
    accuracy = Accuracy(sets=(labelled("news", "ky", 5), labelled("own", "en", 6)))
    assert build(tomllib.loads(scorecard.to_toml(accuracy)), Accuracy, source="") == accuracy


def test_a_set_measured_anew_replaces_the_old_one_and_no_other() -> None:
    kept = Accuracy(sets=(labelled("news", "ky", 5), labelled("own", "ru", 5)))
    measured = [labelled("own", "en", 7), labelled("news", "ky", 9)]
    assert scorecard.merged(kept, measured).sets == (
        labelled("news", "ky", 9),
        labelled("own", "ru", 5),
        labelled("own", "en", 7),
    )


def test_the_table() -> None:
    accuracy = Accuracy(sets=(labelled("news", "ky", 5), labelled("own", "ky", 4)))
    assert scorecard.table(accuracy).splitlines() == [
        "|  | Kyrgyz, 14 texts |",
        "| --- | ---: |",
        "| People | 0.45 / 0.22 <sub>40</sub> |",
    ]
    assert scorecard.table(Accuracy()) == "Not measured yet."


def test_the_table_goes_between_its_marks() -> None:
    readme = f"before\n{scorecard.BEGIN}\nold\n{scorecard.END}\nafter\n"
    assert scorecard.with_table(readme, "new") == readme.replace("old", "new")
    with pytest.raises(SystemExit):
        scorecard.with_table("no marks", "new")


def test_the_project_s_own_texts_are_among_the_figures_kept() -> None:
    own = {one.language for one in load_accuracy().sets if one.name == scorecard.OWN}
    assert own == {"ky", "ru", "en"}
