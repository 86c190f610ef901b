"""Merges of people across Kyrgyz, Russian and English, measured on real stories.

The texts are not in the repository. `BRIEFING_NTREX_TEXTS` names a file of articles, one JSON
object a line (`doc`, `story`, `lang`, `text`), `BRIEFING_NTREX_GOLD` one of people by story, with
`names` and `aliases` by language; without them the measurement is skipped, and says so.

Each version of a story becomes an article of a day of its own, two days apart at most, all stories
together in one site. A person of a story counts as found in a language when the article knows
somebody by one of her names; of everybody found in two languages, recall is the part that has one
id, and of all pairs with one id, precision is the part that means one person.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from generator.model.calendar import Moment
from generator.model.ids import CountryCode, LanguageCode
from generator.model.settings import Settings
from generator.model.site import Briefing, Site
from generator.pipeline import Understanding, tie_together
from generator.text.transliterate import fold_name

LANGUAGES = ("ky", "ru", "en")
TEXTS = os.environ.get("BRIEFING_NTREX_TEXTS")
GOLD = os.environ.get("BRIEFING_NTREX_GOLD")
DAYS = {"ky": 2, "ru": 1, "en": 3}

Found = dict[tuple[str, str, str], str]
"""Story, language and person (as named in English) to the id she has in the site."""


def lines(path: str) -> list[dict[str, Any]]:
    text = Path(path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def site_of(texts: list[dict[str, Any]]) -> Site:
    codes = tuple(LanguageCode(code) for code in LANGUAGES)
    settings = Settings(interface_languages=codes, home_country=CountryCode("KG"))
    understanding = Understanding(settings)
    briefings = [
        understanding.understand(
            understanding.reader.from_text(
                doc=text["doc"],
                text=text["text"],
                published=Moment(year=2018, month=10, day=DAYS[text["lang"]]),
                language=text["lang"],
            )
        )
        for text in texts
        if text["lang"] in LANGUAGES
    ]
    return tie_together(briefings, [], understanding.knowledge)


def people_found(site: Site, gold: list[dict[str, Any]]) -> Found:
    briefings = {briefing.article.source.path: briefing for briefing in site.briefings}
    found: Found = {}
    for story in gold:
        for person in story["persons"]:
            for code in LANGUAGES:
                briefing = briefings.get(f"{story['story']}-{code}")
                if briefing is not None and person["names"].get(code):
                    names = {person["names"][code], *person["aliases"].get(code, ())}
                    entity = _named(briefing, names)
                    if entity is not None:
                        found[story["story"], code, _same(person)] = entity
    return found


def _named(briefing: Briefing, names: set[str]) -> str | None:
    wanted = {fold_name(name) for name in names}
    for entity in briefing.entities:
        if entity.kind == "person":
            known = {fold_name(name) for name in (*entity.names.values(), *entity.aliases)}
            if known & wanted:
                return str(entity.id)
    return None


def _same(person: Mapping[str, Any]) -> str:
    """One key for a person of several stories."""
    return fold_name(person["names"]["en"])


def figures(found: Found) -> tuple[float, float, list[str]]:
    """Precision, recall, and the pairs that are wrong or missing."""
    by_person: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    by_entity: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for key, entity in sorted(found.items()):
        by_person[key[2]].append(key)
        by_entity[entity].append(key)
    problems: list[str] = []
    wanted = joined = 0
    for keys in by_person.values():
        for one, other in combinations(keys, 2):
            if one[1] == other[1]:
                continue
            wanted += 1
            joined += found[one] == found[other]
            if found[one] != found[other]:
                problems.append(f"apart: {one} {found[one]}, {other} {found[other]}")
    right = together = 0
    for entity, keys in by_entity.items():
        for one, other in combinations(keys, 2):
            words, others = set(one[2].split()), set(other[2].split())
            same = words <= others or others <= words  # one story may give no more than a surname
            together += 1
            right += same
            if not same:
                problems.append(f"joined: {entity} {one}, {other}")
    return right / (together or 1), joined / (wanted or 1), problems


@pytest.mark.skipif(
    not (TEXTS and GOLD), reason="BRIEFING_NTREX_TEXTS and BRIEFING_NTREX_GOLD are not set"
)
def test_merges_across_languages() -> None:
    assert TEXTS
    assert GOLD
    gold = lines(GOLD)
    found = people_found(site_of(lines(TEXTS)), gold)
    precision, recall, problems = figures(found)
    print(f"people found {len(found)}, precision {precision:.3f}, recall {recall:.3f}")
    print("\n".join(problems))
    assert precision == 1
    assert recall >= 0.85
