"""Titles of office and occupations, holder or not; `role` says whose they are."""

from __future__ import annotations

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.recognition import titles
from generator.recognition.recogniser import Recogniser

KIND = titles.KIND
REQUIRES = (Kind("country"), Kind("place"), Kind("organisation"))


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """The recogniser of titles; `None` where the pack has no `titles.toml`."""
    return titles.titles_of(language)
