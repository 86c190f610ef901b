"""What an author may declare above an article: YAML between two lines of three hyphens."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

import yaml

from generator.errors import Fault, ReadingError, TableError
from generator.model.article import Declared
from generator.tables import build, parse_yaml

KEYS = (*(field.name for field in fields(Declared)), "facts")
"""Everything that may be declared; `facts` holds an editor's corrections."""

_FENCE = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_LISTS = ("tags", "hide")
_EXAMPLES = {
    "date": "date: 2026-02-13 14:05",
    "tags": "tags: [trade, energy]",
    "hide": "hide: [summary]",
    "facts": 'facts: [{hide: "36 million", because: …}]',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The block and what follows it."""

    values: Mapping[str, object]
    """As YAML has it, every scalar a string; empty where there is no block."""
    body: str
    first_line: int
    """One-based line of the file on which `body` begins."""
    lines: Mapping[str, int]
    """One-based line of the file on which each top-level key stands."""


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Take the front matter off `text`; raises `ReadingError` (`front-matter`) when it is broken.

    Three hyphens on the first line begin a block only if the block is closed and not empty prose.
    """
    match = _FENCE.match(text)
    if match is None:
        return FrontMatter(values={}, body=text, first_line=1, lines={})
    block = match["yaml"]
    lines = {
        found[1]: number
        for number, line in enumerate(block.split("\n"), start=2)
        if (found := re.match(r"([^\s:#][^:]*?)\s*:(?:\s|$)", line))
    }
    try:
        values = parse_yaml(block)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = None if mark is None else min(mark.line + 2, block.count("\n") + 2)
        raise _fault(
            path,
            line,
            f"The front matter is not valid YAML ({getattr(error, 'problem', None) or 'broken'}).",
            "Write one `key: value` a line; put a value that has a colon in it in quotation marks.",
        ) from error
    if values is None or values == "":
        values = {}
    if not isinstance(values, dict):
        raise _fault(
            path,
            2,
            "The front matter is not a list of keys and values.",
            "Write one `key: value` a line, such as `date: 2026-02-13 14:05`.",
        )
    return FrontMatter(
        values={str(key): value for key, value in values.items()},
        body=text[match.end() :],
        first_line=text.count("\n", 0, match.end()) + 1,
        lines=lines,
    )


def declared_in(front: FrontMatter, path: str) -> Declared:
    """The block as `Declared`; raises `ReadingError` naming the line of the first wrong key."""
    for key, value in front.values.items():
        line = front.lines.get(key)
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, n=1)
            meant = f"Did you mean `{near[0]}`? " if near else ""
            raise _fault(
                path,
                line,
                f"`{key}` is not a key of the front matter.",
                f"{meant}The keys are {', '.join(KEYS)}.",
            )
        wanted = "a list" if key in (*_LISTS, "facts") else "text"
        if not isinstance(value, list if wanted == "a list" else str):
            example = _EXAMPLES.get(key, f"{key}: some words")
            raise _fault(path, line, f"`{key}` should be {wanted}.", f"Write it like `{example}`.")
    raw = {
        key: value
        for key, value in front.values.items()
        if key != "facts" and value not in ("", [])
    }
    try:
        return build(raw, Declared, source=path)
    except TableError as error:
        key = next((key for key in raw if f"`{key}" in error.problems[0]), "")
        raise _fault(
            path,
            front.lines.get(key),
            f"In the front matter, {error.problems[0]}.",
            f"Write it like `{_EXAMPLES.get(key, 'key: some words')}`.",
        ) from error


def _fault(path: str, line: int | None, problem: str, hint: str) -> ReadingError:
    return ReadingError(
        Fault(code="front-matter", path=path, line=line, problem=problem, hint=hint)
    )
