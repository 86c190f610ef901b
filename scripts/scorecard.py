"""Measure accuracy against labelled texts, and write the table in README.md.

    scripts/scorecard.py                      rewrite the table from benchmarks/accuracy.toml
    scripts/scorecard.py --scorer SCORE.py --set ky "100 news articles" TEXTS.jsonl GOLD.jsonl …
                                              measure first, and keep the figures there

The scorer is a program that takes GOLD and the output of `briefing extract --jsonl TEXTS`, and
prints one line a fact type: its key, precision, recall, F1 and the number of labelled facts. The
labelled texts are not part of this repository, because their sentences belong to their authors.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "benchmarks" / "accuracy.toml"
README = ROOT / "README.md"
BEGIN = "<!-- accuracy: written by `make scorecard` from benchmarks/accuracy.toml -->"
END = "<!-- /accuracy -->"
LANGUAGES = {"ky": "Kyrgyz", "ru": "Russian", "en": "English"}
FACT_TYPES = {
    "persons": "People",
    "roles": "Offices they hold",
    "role_country": "Country of the office",
    "countries": "Countries",
    "places": "Cities and regions",
    "organisations": "Organisations",
    "money": "Money",
    "percent": "Percentages",
    "multiple": "Multiples",
    "counts": "Counts",
    "dates": "Dates",
    "quotes": "Quotations",
    "speakers": "Who is quoted",
    "event": "Kind of event",
    "summary": "Sentence that states the news",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one fact type came out on one set; both shares are between 0 and 1."""

    precision: float
    recall: float
    gold: int
    """How many facts of this type the set has labelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All scores on one set of labelled texts."""

    language: str
    texts: str
    scores: dict[str, Score]


def main() -> None:
    """Measure what was asked for, then write the table."""
    arguments = _arguments()
    if arguments.set:
        if not arguments.scorer:
            sys.exit("--set needs --scorer: the program that compares with the labels.")
        FIGURES.write_text(
            to_toml([_measure(arguments.scorer, *one) for one in arguments.set]), encoding="utf-8"
        )
    README.write_text(
        with_table(README.read_text(encoding="utf-8"), table(load())), encoding="utf-8"
    )


def load() -> list[Measured]:
    """The figures kept in the repository; none before the first measurement."""
    if not FIGURES.exists():
        return []
    raw = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    return [
        Measured(
            language=one["language"],
            texts=one["texts"],
            scores={key: Score(**score) for key, score in one["scores"].items()},
        )
        for one in raw.get("sets", [])
    ]


def table(measured: list[Measured]) -> str:
    """The Markdown table: a row a fact type, a column a set; `precision / recall`."""
    if not measured:
        return "Not measured yet."
    heads = [f"{LANGUAGES[one.language]}: {one.texts}" for one in measured]
    rows = [
        [name, *(_cell(one.scores.get(key)) for one in measured)]
        for key, name in FACT_TYPES.items()
        if any(key in one.scores for one in measured)
    ]
    lines = [["", *heads], ["---", *("---:" for _ in heads)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def with_table(readme: str, written: str) -> str:
    """README's text with the part between the markers replaced."""
    before, _, rest = readme.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        sys.exit(f"README.md has no {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{written}\n{END}{after}"


def to_toml(measured: list[Measured]) -> str:
    """The figures as they are kept: a section a set, a line a fact type."""
    lines = ["# Measured by `make scorecard`; not to be changed by hand."]
    for one in measured:
        lines += ["", "[[sets]]", f'language = "{one.language}"', f'texts = "{one.texts}"']
        lines += ["[sets.scores]"]
        lines += [
            f"{key} = {{ precision = {s.precision:.3f}, recall = {s.recall:.3f}, gold = {s.gold} }}"
            for key, s in one.scores.items()
        ]
    return "\n".join(lines) + "\n"


def _cell(score: Score | None) -> str:
    if score is None or score.gold == 0:
        return "–"
    return f"{score.precision:.2f} / {score.recall:.2f} <sub>{score.gold}</sub>"


def _measure(scorer: str, language: str, texts: str, articles: str, gold: str) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        with found.open("wb") as output:  # a text that cannot be read is scored as empty
            subprocess.run(
                [sys.executable, "-m", "generator", "extract", "--jsonl", articles],
                stdout=output,
                check=False,
            )
        printed = subprocess.run(
            [sys.executable, scorer, gold, str(found)],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
    return Measured(language=language, texts=texts, scores=read_scores(printed))


def read_scores(printed: str) -> dict[str, Score]:
    """The scorer's lines: key, precision, recall, F1, labelled facts."""
    line = re.compile(r"^(\w+)\s+([01]\.\d+)\s+([01]\.\d+)\s+([01]\.\d+)\s+(\d+)$", re.MULTILINE)
    return {
        key: Score(precision=float(precision), recall=float(recall), gold=int(gold))
        for key, precision, recall, _, gold in line.findall(printed)
        if key in FACT_TYPES
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scorer", help="the program that compares facts with labels")
    parser.add_argument(
        "--set",
        nargs=4,
        action="append",
        metavar=("LANGUAGE", "DESCRIPTION", "TEXTS", "GOLD"),
        help="labelled texts to measure on; may be given several times",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
