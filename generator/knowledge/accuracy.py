"""How well facts are found: figures measured before a release and shipped with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.tables import load_toml

PATH = Path(__file__).with_name("accuracy.toml")
FACT_TYPES = (
    "persons",
    "roles",
    "role_country",
    "countries",
    "places",
    "organisations",
    "money",
    "percent",
    "multiple",
    "counts",
    "dates",
    "quotes",
    "speakers",
    "event",
    "summary",
)
"""What is shown, in this order; each has a label `accuracy-…` in every interface language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one fact type came out."""

    right: int
    found: int
    gold: int
    """How many facts are labelled."""

    @property
    def precision(self) -> float:
        """Share of the facts found that are right; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled facts that were found; 1 where none is labelled."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def percent(self) -> tuple[int, int]:
        """Precision and recall in whole per cent, rounded down: 100 means all of them."""
        return (
            100 * self.right // self.found if self.found else 100,
            100 * self.right // self.gold if self.gold else 100,
        )

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    """One collection of labelled texts in one language."""

    name: str
    language: str
    texts: int
    """How many there are."""
    scores: Mapping[str, Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """`accuracy.toml`: what was measured, set by set."""

    sets: tuple[LabelledSet, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Those measured, in the order of the file."""
        return tuple(dict.fromkeys(one.language for one in self.sets))

    def texts(self, language: str) -> int:
        """How many texts of a language were measured."""
        return sum(one.texts for one in self.sets if one.language == language)

    def score(self, language: str, fact_type: str) -> Score | None:
        """All sets of a language together; `None` where nothing of the kind is labelled."""
        scores = [
            one.scores[fact_type]
            for one in self.sets
            if one.language == language and fact_type in one.scores
        ]
        total = Score(
            right=sum(score.right for score in scores),
            found=sum(score.found for score in scores),
            gold=sum(score.gold for score in scores),
        )
        return total if total.gold else None

    def rows(self) -> Iterator[tuple[str, tuple[Score | None, ...]]]:
        """Fact types that were measured, each with its score in every language."""
        for fact_type in FACT_TYPES:
            scores = tuple(self.score(language, fact_type) for language in self.languages)
            if any(scores):
                yield fact_type, scores


@cache
def load_accuracy() -> Accuracy:
    """The figures shipped; none before the first measurement.

    Raises `TableError` when the file is damaged.
    """
    return load_toml(PATH, Accuracy) if PATH.exists() else Accuracy()
