"""How many versions of one story find one another, measured on real news in three languages.

The texts are not in the repository: `BRIEFING_NTREX_TEXTS` names a JSON-lines file of objects with
`doc`, `story`, `lang` and `text`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from generator.model.article import SourceFile
from generator.model.site import Briefing
from generator.pipeline import tie_together
from tests.identity.tellings import understanding

VARIABLE = "BRIEFING_NTREX_TEXTS"
TEXTS = os.environ.get(VARIABLE, "")
LANGUAGES = ("ky", "ru", "en")
SPREAD = 16
"""Days on which stories break; with two days on either side all are within twenty."""

pytestmark = pytest.mark.skipif(
    not TEXTS, reason=f"SKIPPED: no texts to measure stories on; set {VARIABLE} to their file"
)

Pairs = set[frozenset[str]]


def number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


@pytest.fixture(scope="module")
def briefings() -> Sequence[Briefing]:
    """Each version an article of its own."""
    rows = map(json.loads, Path(TEXTS).read_text(encoding="utf-8").splitlines())
    return [read_version(row) for row in rows if row["lang"] in LANGUAGES]


def read_version(row: Mapping[str, str]) -> Briefing:
    """One version of a story, on its day or up to two days off."""
    day = 3 + number(row["story"]) % SPREAD + number(row["doc"]) % 5 - 2
    text = f"2026-03-{day:02d}\n\n{row['text']}"
    source = SourceFile(path=f"{row['story']}-{row['lang']}.txt", content=text.encode())
    article, _ = understanding().reader.read(source)
    # a file name that ends in a language declares its versions; here they must be found
    return understanding().understand(replace(article, translation_of=None))


def measure(briefings: Sequence[Briefing]) -> tuple[Pairs, Pairs]:
    """Pairs of files that are one story, and those that were found to be."""
    site = tie_together(briefings, (), understanding().knowledge)
    paths = {b.article.id: b.article.source.path for b in site.briefings}
    versions: dict[str, list[str]] = defaultdict(list)
    for path in paths.values():
        versions[path.partition("-")[0]].append(path)
    found = pairs([paths[article] for article in story.articles] for story in site.stories)
    return pairs(versions.values()), found


def pairs(groups: Iterable[Sequence[str]]) -> Pairs:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def test_versions_find_one_another(briefings: Sequence[Briefing]) -> None:
    true, found = measure(briefings)
    right = len(true & found)
    print(f"stories: precision {right / len(found):.3f}, recall {right / len(true):.3f}")
    assert right / len(found) >= 0.98
    assert right / len(true) >= 0.95


def test_versions_find_one_another_where_many_are_missing(briefings: Sequence[Briefing]) -> None:
    """Without its own version to go to, an article must not take the next best."""
    right = said = there = 0
    for seed in range(5):
        kept = [b for b in briefings if number(f"{seed}{b.article.source.path}") % 100 < 55]
        true, found = measure(kept)
        right, said, there = right + len(true & found), said + len(found), there + len(true)
    print(f"stories with gaps: precision {right / said:.3f}, recall {right / there:.3f}")
    assert right / said >= 0.98
    assert right / there >= 0.93


def test_true_copies_agree_but_for_slips_of_the_translators(briefings: Sequence[Briefing]) -> None:
    """Million for billion, dollars for euros, a surname misspelt, another: no false alarms."""
    site = tie_together(briefings, (), understanding().knowledge)
    assert sum(len(story.disagreements) for story in site.stories) <= 4
