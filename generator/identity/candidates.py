"""Which people of different articles could be one person.

Only names that agree in full are candidates: given and family name, compared in the form that all
scripts share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.model.ids import LanguageCode
from generator.text.transliterate import fold_name

Key = tuple[str, ...]


def comparison_key(written: str) -> Key | None:
    """The words of a name in the form all scripts share, sorted; `None` unless full.

    Sorted, because lists and documents put the surname first. A name with an initial or of one
    word is not full: it could be anybody's.
    """
    words = tuple(sorted(fold_name(written).split()))
    if len(words) < 2 or any(len(word.strip(".")) < 2 for word in words):
        return None
    return words


def grouped(names: Iterable[tuple[LanguageCode, str]]) -> dict[Key, list[tuple[LanguageCode, str]]]:
    """Names by the key they share, in the order given."""
    found: dict[Key, list[tuple[LanguageCode, str]]] = defaultdict(list)
    for language, written in names:
        key = comparison_key(written)
        if key is not None:
            found[key].append((language, written))
    return found
