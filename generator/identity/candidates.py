"""Which people of different articles are worth comparing.

Everybody with everybody would be too many; two full names are compared when they share the
consonants of two words, in one of the ways the words can be read. Names in any script have such a
key, so the number of comparisons grows with the number of names and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from generator.identity.comparison import NameForm, Word, gender_pair
from generator.identity.transcription import skeletons
from generator.text.transliterate import fold_name

Key = tuple[str, ...]

_CROWDED = 400
"""Names under one key beyond which the key says nothing, and is passed over."""
_CROWDED_SURNAMES = 40
"""Surnames under one key beyond which it is passed over: a name half a site bears."""
_BEGINNING = 4
"""Letters that two given names share at least where one is the beginning of the other."""
_LONG_ENOUGH = 6
"""Letters from which on a surname with another letter may be a slip."""


def comparison_key(written: str) -> Key | None:
    """The words of a name in the form all scripts share, sorted; `None` unless full.

    Sorted, because lists and documents put the surname first. A name with an initial or of one
    word is not full: it could be anybody's.
    """
    words = tuple(sorted(fold_name(written).split()))
    if len(words) < 2 or any(len(word.strip(".")) < 2 for word in words):
        return None
    return words


def sound_keys(form: NameForm) -> frozenset[Key]:
    """Keys under which names that sound like `form` are found; empty for names not in full."""
    words = [word for word in form.words if not word.initial]
    if len(words) < 2:
        return frozenset()
    if len(words) > 2:  # `Kai-Fu Lee`, `Кайфу Ли`; the first and last words carry most names
        outer = [(words[0], words[-1]), *combinations(words[:4], 2)]
        pairs = [(one.written, other.written) for one, other in outer]
        pairs.append((words[0].written + words[1].written, words[-1].written))
        pairs.append((words[0].written, words[1].written + words[-1].written))
    else:
        pairs = [(words[0].written, words[1].written)]
    return frozenset(
        (min(one, other), max(one, other))
        for first, second in pairs
        for one in skeletons(first)
        for other in skeletons(second)
        if len(one) + len(other) > 1
    )


def pairs_to_compare(forms: Sequence[Iterable[NameForm]]) -> Iterator[tuple[int, int]]:
    """Places in `forms` of people with names worth comparing, each pair once, in order.

    `forms` holds for each person the names she is met under.
    """
    under: dict[Key, list[int]] = defaultdict(list)
    for place, names in enumerate(forms):
        for key in sorted({key for form in names for key in sound_keys(form)}):
            under[key].append(place)
    found = {
        pair
        for places in under.values()
        if len(places) <= _CROWDED
        for pair in combinations(places, 2)
    }
    yield from sorted(found)


def of_one_surname(forms: Sequence[Iterable[NameForm]]) -> Iterator[tuple[int, int]]:
    """Places in `forms` of people of one surname whose given names begin alike, each pair once."""
    under: dict[Key, set[int]] = defaultdict(set)
    for place, names in enumerate(forms):
        for given, family in sorted({parts for form in names for parts in _parts(form)}):
            under[given.fold[:_BEGINNING], family.fold].add(place)
    found = {
        pair
        for places in under.values()
        if len(places) <= _CROWDED_SURNAMES
        for pair in combinations(sorted(places), 2)
    }
    yield from sorted(found)


def a_letter_apart(forms: Sequence[Iterable[NameForm]]) -> Iterator[tuple[int, int]]:
    """Places in `forms` of people of one given name whose surnames differ by one letter.

    Two words are a letter apart when they are equal without one letter each, or one without one
    is the other: what is compared grows with the number of names, as in `pairs_to_compare`.
    Surnames of a man and of a woman are nobody's slip, and a first letter seldom is one.
    """
    under: dict[Key, list[tuple[int, Word]]] = defaultdict(list)
    for place, names in enumerate(forms):
        for given, family in sorted({parts for form in names for parts in _parts(form)}):
            word = family.fold
            shorter = {word[:at] + word[at + 1 :] for at in range(1, len(word))}
            for key in sorted({word, *shorter}):
                under[given.fold, key].append((place, family))
    found = {
        (one, other)
        for places in under.values()
        if len(places) <= _CROWDED_SURNAMES
        for (one, left), (other, right) in combinations(places, 2)
        if one != other
        and left.fold != right.fold
        and OSA.distance(left.fold, right.fold, score_cutoff=1) == 1
        and not gender_pair(left.fold, right.fold)
    }
    yield from sorted(found)


def _parts(form: NameForm) -> Iterator[tuple[Word, Word]]:
    """Given name and surname, where a name has these two and a slip can be told in the surname."""
    family = form.family
    if len(form.words) != 2 or family is None or len(family.fold) < _LONG_ENOUGH:
        return
    given = next(word for word in form.words if word is not family)
    if not given.initial:
        yield given, family
