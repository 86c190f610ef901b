"""Forms of a text for addresses and for comparison, in plain Latin letters."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_WORD = re.compile(r"[a-z0-9]+")
_QUOTES = re.compile(r"['`\u2018\u2019\u02bb\u02bc]")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'`\u2018\u2019\u02bb\u02bc])*")


def slugify(text: str, *, longest: int = 60) -> str:
    """`text` as a part of an address: lower-case Latin letters, digits, hyphens.

    Cut at a word's end to at most `longest` characters; empty where `text` has no letters.
    """
    latin = _QUOTES.sub("", text)
    if not latin.isascii():
        from anyascii import anyascii

        latin = _QUOTES.sub("", anyascii(latin))
    words = _WORD.findall(latin.lower())
    kept: list[str] = []
    length = -1
    for word in words:
        if kept and length + 1 + len(word) > longest:
            break
        kept.append(word)
        length += 1 + len(word)
    return "-".join(kept)[:longest].rstrip("-")


@lru_cache(65_536)
def fold_name(name: str) -> str:
    """The form in which spellings of one name meet: `Садыр Жапаров`, `Sadyr Zhaparov`.

    Words in the order given, in lower-case Latin letters, one space between; a hyphen separates
    words. `name` is in base form: endings are not undone here. Not for showing.
    """
    return " ".join(
        filter(None, map(fold_word, _NAME_WORD.findall(unicodedata.normalize("NFC", name))))
    )


class _Folding(NamedTuple):
    letters: dict[int, str]
    rules: tuple[tuple[re.Pattern[str], str], ...]
    variants: dict[str, str]
    bases: dict[str, str]


@lru_cache(1)
def _folding() -> _Folding:
    raw = tomllib.loads(Path(__file__).with_name("folding.toml").read_text(encoding="utf-8"))
    return _Folding(
        letters={ord(letter): read for letter, read in raw["letters"].items()},
        rules=tuple((re.compile(rule["find"]), rule["put"]) for rule in raw["rules"]),
        variants=raw["variants"],
        bases=raw["bases"],
    )


def fold_word(word: str) -> str:
    """`fold_name` of a single word, which is in Unicode NFC."""
    letters, rules, *_ = _folding()
    read = word.replace("İ", "i").lower().translate(letters)
    read = "".join(c for c in unicodedata.normalize("NFD", read) if not unicodedata.combining(c))
    for find, put in rules:
        read = find.sub(put, read)
    return read


@lru_cache(4096)
def base_letter(letter: str) -> str:
    """The letter that a lower-case letter is made of: `ө` of `о`, `ӯ` of `у`; else itself."""
    plain = unicodedata.normalize("NFD", letter)[:1]
    return _folding().bases.get(plain, plain)


def folding_for_browser() -> dict[str, object]:
    """`folding.toml` as JavaScript reads it, which writes `$1` for a group."""
    letters, rules, variants, _ = _folding()
    return {
        "variants": variants,
        "letters": {chr(letter): read for letter, read in letters.items()},
        "rules": [[find.pattern, re.sub(r"\\(\d)", r"$\1", put)] for find, put in rules],
    }
