"""The project's own labelled texts: the articles of `content/`, and texts written to be labelled.

`gold.jsonl` has a line a text; its `doc` is the path of the text from the root of the project.
Labels say what a reader of the text would call right, never what the program happens to find.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.model.article import SourceFile
from generator.pipeline import Understanding
from generator.rendering.interchange import extraction

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(__file__).parent
GOLD = FOLDER / "gold.jsonl"
FLOORS = FOLDER / "floors.toml"
LANGUAGES = ("ky", "ru", "en")


def labels() -> list[dict[str, Any]]:
    """What is labelled, text by text."""
    with GOLD.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def language_of(doc: str) -> str:
    """The language a text is filed under: `content/a.ky.txt`, `tests/corpus/ky/a.txt`.

    Raises `ValueError` where the path names none.
    """
    found = re.search(rf"[./]({'|'.join(LANGUAGES)})[./]", doc)
    if found is None:
        raise ValueError(doc)
    return found[1]


def written_for_this(doc: str) -> bool:
    """Whether the text was written to be labelled, rather than to be read on the site."""
    return doc.startswith("tests/")


def extract(docs: Iterable[str], understanding: Understanding) -> dict[str, Mapping[str, Any]]:
    """The facts of the texts, as `briefing extract` prints them, by path."""
    found: dict[str, Mapping[str, Any]] = {}
    for doc in docs:
        source = SourceFile(path=doc, content=(ROOT / doc).read_bytes())
        article, _ = understanding.reader.read(source)
        found[doc] = extraction(understanding.understand(article), doc)
    return found


def floors() -> dict[str, dict[str, dict[str, float]]]:
    """Lowest accepted precision and recall, by language and fact type."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))
