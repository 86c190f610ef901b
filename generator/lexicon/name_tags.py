"""What pymorphy3's dictionary (OpenCorpora) knows of a Cyrillic word as a name.

Russian names stand in the texts of all the languages of the region, so more than one pack asks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.text.scripts import script_of

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRED"})
_FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "ADVB", "NPRO", "INTJ"})
_TAGS = {"Name": "given", "Surn": "family", "Patr": "patronymic", "Geox": "place", "Orgn": "body"}


@lru_cache(1)
def analyser() -> MorphAnalyzer:
    """The one analyser of this process; loading takes about 0.1 s."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def parses(word: str) -> list[Parse]:
    """The dictionary's readings of a word, likeliest first.

    Empty where the word has other letters than Cyrillic: the dictionary knows none, and the
    library stumbles over letters that have no name in Unicode.
    """
    if any(letter.isalpha() and script_of(letter) != "Cyrl" for letter in word):
        return []
    found: list[Parse] = analyser().parse(word)
    return found


@lru_cache(65_536)
def name_tags(word: str, *, base_only: bool = False) -> frozenset[str]:
    """Everything `word` may be.

    Of `given`, `family`, `patronymic`, `place`, `body`, and `common`: an ordinary word, which may
    be a `verb` or a `function` word too. Any inflected form counts, unless `base_only`: texts in
    other languages have Russian names in the nominative under their own endings. Empty for words
    the dictionary does not have.
    """
    morph = analyser()
    if not morph.word_is_known(word):
        return frozenset()
    found: set[str] = set()
    for parse in morph.parse(word):
        if base_only and parse.normal_form != word.lower():
            continue
        tags = {name for grammeme, name in _TAGS.items() if grammeme in parse.tag}
        found |= tags or {"common"}
        found |= {"verb"} if parse.tag.POS in _VERBS else set()
        found |= {"function"} if parse.tag.POS in _FUNCTION_WORDS else set()
    return frozenset(found)
