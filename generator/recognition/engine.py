"""Runs the recognisers of one language over an article, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.article import Article
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.recognition.overlaps import keep_best
from generator.recognition.passage import Passage, read_passage
from generator.recognition.recogniser import FactType, Found, Recogniser


@dataclass(frozen=True, slots=True)
class Recognition:
    """An article cut up, and everything found in it."""

    passage: Passage
    mentions: tuple[Mention, ...]
    """Of all kinds, by place; mentions of one kind do not overlap."""
    rejections: tuple[Rejection, ...]
    """What was considered and given up, kind by kind."""


class Engine:
    """The recognisers of one language, ready to read any number of articles."""

    def __init__(
        self, language: Language, knowledge: Knowledge, fact_types: Sequence[FactType]
    ) -> None:
        """Raises `ValueError` when a fact type runs before one it requires."""
        self.language = language
        self._recognisers: list[tuple[Kind, Recogniser]] = []
        seen: set[Kind] = set()
        for fact_type in fact_types:
            missing = [kind for kind in fact_type.REQUIRES if kind not in seen]
            if missing:
                raise ValueError(f"{fact_type.KIND} runs before {', '.join(missing)}")
            seen.add(fact_type.KIND)
            recogniser = fact_type.create(language, knowledge)
            if recogniser is not None:
                self._recognisers.append((fact_type.KIND, recogniser))

    def recognise(self, article: Article) -> Recognition:
        """Everything the recognisers find in `article`."""
        passage = read_passage(article, self.language)
        by_kind: dict[Kind, tuple[Mention, ...]] = {}
        rejections: list[Rejection] = []
        for kind, recogniser in self._recognisers:
            proposed: list[Mention] = []
            for result in recogniser.recognise(passage, Found(by_kind)):
                if isinstance(result, Rejection):
                    rejections.append(result)
                else:
                    proposed.append(result)
            by_kind[kind], gave_way = keep_best(proposed)
            rejections += gave_way
        return Recognition(
            passage,
            tuple(
                sorted(
                    (mention for found in by_kind.values() for mention in found),
                    key=lambda mention: (mention.span.start, mention.span.end, mention.kind),
                )
            ),
            tuple(rejections),
        )
