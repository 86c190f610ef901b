"""Score the project's own labelled texts: `python -m tests.corpus`.

python -m tests.corpus                       the table, a language after the other
python -m tests.corpus --errors roles        what went wrong with one fact type
python -m tests.corpus --only written        without the articles of content/; or `content`
python -m tests.corpus --raise-floors        lift floors.toml to the figures measured
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping, Sequence

from generator.cli import DEFAULTS
from generator.pipeline import Understanding
from tests.corpus import labelled
from tests.corpus.labelled import LANGUAGES
from tests.corpus.scoring import COMPARISONS, Json, Tally, score


def main() -> None:
    """Measure, print, and raise the floors where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", choices=COMPARISONS, help="list misses of this fact type")
    parser.add_argument("--only", choices=("written", "content"), help="half of the texts")
    parser.add_argument("--raise-floors", action="store_true", help="rewrite floors.toml")
    arguments = parser.parse_args()
    if arguments.raise_floors and arguments.only:
        parser.error("floors are those of all texts: leave out --only")
    measured = measure(arguments.only)
    for language, tallies in measured.items():
        print(table(language, tallies, arguments.errors))
    if arguments.raise_floors:
        labelled.FLOORS.write_text(to_toml(raised(measured)), encoding="utf-8")


def measure(only: str | None = None) -> dict[str, dict[str, Tally]]:
    """Tallies by language and fact type, of all texts or of half of them."""
    gold = [
        one
        for one in labelled.labels()
        if only is None or labelled.written_for_this(one["doc"]) == (only == "written")
    ]
    return by_language(
        gold, labelled.extract((one["doc"] for one in gold), Understanding(DEFAULTS))
    )


def by_language(gold: Sequence[Json], found: Mapping[str, Json]) -> dict[str, dict[str, Tally]]:
    """Tallies by language and fact type."""
    return {
        language: score(
            [one for one in gold if labelled.language_of(one["doc"]) == language], found
        )
        for language in LANGUAGES
    }


def table(language: str, tallies: Mapping[str, Tally], errors: str | None) -> str:
    """Precision, recall, F1 and number of labels, a fact type a line."""
    lines = [f"{language:<14}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}"]
    lines += [
        f"{key:<14}{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}{tally.gold:7d}"
        for key, tally in tallies.items()
        if tally.gold or tally.found
    ]
    if errors:
        lines.append(tallies[errors].report())
    return "\n".join(lines) + "\n"


def raised(measured: Mapping[str, Mapping[str, Tally]]) -> dict[str, dict[str, dict[str, float]]]:
    """The floors, none lower than it is, each as high as the figure measured allows."""
    before = labelled.floors() if labelled.FLOORS.exists() else {}
    floors: dict[str, dict[str, dict[str, float]]] = {}
    for language, tallies in measured.items():
        floors[language] = {}
        for key, tally in tallies.items():
            if not tally.gold:
                continue
            old = before.get(language, {}).get(key, {})
            floors[language][key] = {
                "precision": max(old.get("precision", 0.0), _down(tally.precision)),
                "recall": max(old.get("recall", 0.0), _down(tally.recall)),
            }
    return floors


def to_toml(floors: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """The floors as they are kept."""
    lines = [
        "# Lowest accepted precision and recall on gold.jsonl. They may only rise:",
        "# `python -m tests.corpus --raise-floors` lifts them to what is measured now.",
    ]
    for language, keys in floors.items():
        lines += ["", f"[{language}]"]
        lines += [
            f"{key} = {{ precision = {floor['precision']:.2f}, recall = {floor['recall']:.2f} }}"
            for key, floor in keys.items()
        ]
    return "\n".join(lines) + "\n"


def _down(share: float) -> float:
    """Two decimals, never more than `share`."""
    return math.floor(share * 100 + 1e-9) / 100


if __name__ == "__main__":
    main()
