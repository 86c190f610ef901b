"""A made-up site of 360 articles, and what its readers type; the words are in `queries/*.toml`."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

QUERIES = Path(__file__).parent / "queries"
LANGUAGES = ("ky", "ru", "en")
VERSIONS = 5
KINDS = ("case", "script", "letter", "typo", "two")


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed in an interface language, and what must be found."""

    language: str
    kind: str
    text: str
    topic: str = ""
    """The articles whose names begin with it must be among the first ten."""
    entity: str = ""
    """The key of `names.toml` whose page must be first."""


@cache
def table(name: str) -> dict[str, Any]:
    return tomllib.loads((QUERIES / f"{name}.toml").read_text(encoding="utf-8"))


def articles(versions: int = VERSIONS) -> dict[str, str]:
    """File name to text: every topic in every language, in several versions."""
    names = table("names")
    people = list(names["people"].values())
    countries = list(names["countries"].values())
    found: dict[str, str] = {}
    number = 0
    for language in LANGUAGES:
        say = names["sentences"][language]
        for topic, words in table(language).items():
            for version in range(versions):
                person = people[number % len(people)]
                country = countries[(number // 2 + version) % len(countries)]
                sentences = [
                    say["person"][version % 2].format(
                        title=say["titles"][person["title"]], name=person["names"][language]
                    ),
                    say["country"][number % 2].format(country=country["from"][language]),
                    say["money"].format(n=11 + number),
                ]
                if version % 3 == 2:
                    sentences.reverse()
                day = datetime.date(2026, 3, 1) - datetime.timedelta(days=number * 3 + version)
                body = (
                    f"{words['text']} {' '.join(sentences)}"
                    if version % 2
                    else (f"{sentences[0]} {words['text']} {' '.join(sentences[1:])}")
                )
                found[f"{language}/{topic}-{version}.{language}.txt"] = (
                    f"date {day.isoformat()}\n{words['title']}\n\n{body}\n"
                )
                number += 1
    return found


def topic_queries() -> Iterator[Query]:
    for language in LANGUAGES:
        for topic, words in table(language).items():
            for kind in KINDS:
                for text in words[kind]:
                    yield Query(language, kind, text, topic=topic)


def held_queries(language: str) -> Iterator[Query]:
    """Those that nothing was tuned on."""
    for one in table("held")[language]:
        yield Query(
            language, one["kind"], one["text"], one.get("topic", ""), entity=one.get("page", "")
        )


def name_queries() -> Iterator[Query]:
    names = table("names")
    for kind in ("people", "countries"):
        for key, one in names[kind].items():
            for language, texts in one["queries"].items():
                for text in texts:
                    yield Query(language, kind, text, entity=key)
