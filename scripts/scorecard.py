"""Measure accuracy against labelled texts, keep the figures, and write the table in README.md.

    python -m scripts.scorecard                  measure on the project's own texts, tests/corpus/
    python -m scripts.scorecard --set NAME LANGUAGE TEXTS.jsonl GOLD.jsonl …    on these as well
    python -m scripts.scorecard --table          measure nothing: write the table from what is kept

The figures are kept in generator/knowledge/accuracy.toml, where the site's page on the method finds
them too. A set that is not measured this time keeps its figures. How facts are compared with labels
is described in tests/corpus/scoring.py; texts whose sentences belong to others stay outside of this
repository: TEXTS is what `briefing extract --jsonl` reads, GOLD has the form of
tests/corpus/gold.jsonl.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from babel import Locale

from generator.knowledge.accuracy import (
    FACT_TYPES,
    PATH,
    Accuracy,
    LabelledSet,
    Score,
    load_accuracy,
)
from tests.corpus import labelled
from tests.corpus.__main__ import measure
from tests.corpus.scoring import Tally, score

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BEGIN = "<!-- accuracy: written by `make scorecard` from generator/knowledge/accuracy.toml -->"
END = "<!-- /accuracy -->"
OWN = "own"


def main() -> None:
    """Measure what was asked for, keep it, write the table."""
    arguments = _arguments()
    accuracy = load_accuracy()
    if not arguments.table:
        measured = [*own_sets(), *(_measure(*one) for one in arguments.set)]
        accuracy = merged(accuracy, measured)
        PATH.write_text(to_toml(accuracy), encoding="utf-8")
    README.write_text(
        with_table(README.read_text(encoding="utf-8"), table(accuracy)), encoding="utf-8"
    )


def own_sets() -> list[LabelledSet]:
    """The project's own texts, measured now, a set a language."""
    docs = [labelled.language_of(one["doc"]) for one in labelled.labels()]
    return [
        _set(OWN, language, docs.count(language), tallies)
        for language, tallies in measure().items()
    ]


def merged(kept: Accuracy, measured: Sequence[LabelledSet]) -> Accuracy:
    """What is kept, with what was measured now in its place or added; ordered by language."""
    sets = {(one.language, one.name): one for one in (*kept.sets, *measured)}
    order = [
        *labelled.LANGUAGES,
        *sorted({language for language, _ in sets} - {*labelled.LANGUAGES}),
    ]
    return Accuracy(
        sets=tuple(sets[key] for key in sorted(sets, key=lambda key: (order.index(key[0]), key[1])))
    )


def table(accuracy: Accuracy) -> str:
    """The Markdown table: a row a fact type, a column a language; `precision / recall`."""
    if not accuracy.sets:
        return "Not measured yet."
    labels = tomllib.loads(
        (ROOT / "generator" / "languages" / "en" / "labels.toml").read_text(encoding="utf-8")
    )["interface"]
    names = Locale("en").languages
    heads = [f"{names[code]}, {accuracy.texts(code)} texts" for code in accuracy.languages]
    lines = [["", *heads], ["---", *("---:" for _ in heads)]]
    lines += [
        [labels[f"accuracy-{fact_type.replace('_', '-')}"], *map(_cell, scores)]
        for fact_type, scores in accuracy.rows()
    ]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def with_table(readme: str, written: str) -> str:
    """README's text with the part between the markers replaced."""
    before, _, rest = readme.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        sys.exit(f"README.md has no {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{written}\n{END}{after}"


def to_toml(accuracy: Accuracy) -> str:
    """The figures as they are kept: a section a set, a line a fact type."""
    lines = [
        "# Measured by `make scorecard`; not to be changed by hand. Precision is right / found,",
        "# recall is right / gold; `gold` is the number of labelled facts, `texts` of texts.",
    ]
    for one in accuracy.sets:
        lines += ["", "[[sets]]", f'name = "{one.name}"', f'language = "{one.language}"']
        lines += [f"texts = {one.texts}", "[sets.scores]"]
        lines += [
            f"{key} = {{ right = {s.right}, found = {s.found}, gold = {s.gold} }}"
            f"  # precision {s.precision:.3f}, recall {s.recall:.3f}, F1 {s.f1:.3f}"
            for key, s in one.scores.items()
        ]
    return "\n".join(lines) + "\n"


def _cell(score_: Score | None) -> str:
    if score_ is None:
        return "–"
    precision, recall = score_.percent
    return f"{precision / 100:.2f} / {recall / 100:.2f} <sub>{score_.gold}</sub>"


def _measure(name: str, language: str, texts: str, gold: str) -> LabelledSet:
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "found.jsonl"
        with printed.open("wb") as output:  # a text that cannot be read is scored as empty
            subprocess.run(
                [sys.executable, "-m", "generator", "extract", "--jsonl", texts],
                stdout=output,
                check=False,
            )
        found = {one["doc"]: one for one in _lines(printed)}
    labels = _lines(Path(gold))
    return _set(name, language, len(labels), score(labels, found))


def _set(name: str, language: str, texts: int, tallies: Mapping[str, Tally]) -> LabelledSet:
    return LabelledSet(
        name=name,
        language=language,
        texts=texts,
        scores={
            key: Score(right=tallies[key].right, found=tallies[key].found, gold=tallies[key].gold)
            for key in FACT_TYPES
            if tallies[key].gold
        },
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--table", action="store_true", help="only write the table")
    parser.add_argument(
        "--set",
        nargs=4,
        action="append",
        default=[],
        metavar=("NAME", "LANGUAGE", "TEXTS", "GOLD"),
        help="labelled texts to measure on as well; may be given several times",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
