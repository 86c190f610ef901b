"""What a search sees of a text: its words, and the key in which all spellings of a word meet.

The browser does the same (`assets/js/search.js`), from the same table (`folding.toml`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.text.transliterate import fold_word

_WORD = re.compile("\\d+|[^\\W\\d_]+(?:['\u2019\u02bc\u02bb\u2018][^\\W\\d_]+)*")


def search_words(text: str) -> Iterator[str]:
    """The words and numbers of `text`; a hyphenated word is several."""
    for match in _WORD.finditer(unicodedata.normalize("NFC", text)):
        yield match.group()


@lru_cache(131_072)
def search_key(stem: str) -> str:
    """The key of a stem, in plain Latin letters whatever its alphabet; never empty."""
    return fold_word(stem) or stem.lower()
