"""What pymorphy3's dictionary (OpenCorpora) knows of a Cyrillic word as a name.

Russian names stand in the texts of all the languages of the region, so more than one pack asks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.text.scripts import script_of

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRED"})
_FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "ADVB", "NPRO", "INTJ"})
_PLAIN = re.compile("[\u0400-\u052f-]+")
_AT_HAND = 4096
"""Words whose readings are remembered: a few articles' worth, for several ask for each."""
_TAGS = {"Name": "given", "Surn": "family", "Patr": "patronymic", "Geox": "place", "Orgn": "body"}


@lru_cache(1)
def analyser() -> MorphAnalyzer:
    """The one analyser of this process; loading takes about 0.1 s."""
    import pymorphy3
    import pymorphy3_dicts_ru

    # Told where its dictionary is, the library need not look through every package installed.
    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")


def parses(word: str) -> tuple[Parse, ...]:
    """The dictionary's readings of a word, likeliest first.

    Empty where the word has other letters than Cyrillic: the dictionary knows none, and the
    library stumbles over letters that have no name in Unicode.
    """
    if _PLAIN.fullmatch(word) is None and any(
        letter.isalpha() and script_of(letter) != "Cyrl" for letter in word
    ):
        return ()
    return readings(word)


@lru_cache(_AT_HAND)
def readings(word: str) -> tuple[Parse, ...]:
    """Like `parses`, of a word the dictionary is known to have."""
    return tuple(analyser().parse(word))


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
    # In lower case the readings are at hand; one letter may be an initial, by its capital.
    for parse in readings(word.lower() if len(word) > 1 else word):
        if base_only and parse.normal_form != word.lower():
            continue
        grammemes = parse.tag.grammemes
        tags = {name for grammeme, name in _TAGS.items() if grammeme in grammemes}
        found |= tags or {"common"}
        if not _VERBS.isdisjoint(grammemes):
            found.add("verb")
        if not _FUNCTION_WORDS.isdisjoint(grammemes):
            found.add("function")
    return frozenset(found)
