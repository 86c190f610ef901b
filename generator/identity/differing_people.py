"""Names and titles on which two versions of one story contradict one another.

A name is another name where something else says that both are one person (her office, her given
name at the same place, her place again and again) and no habit of spelling leads from one surname
to the other, nor to any word of the other text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from generator.identity.comparison import (
    NameForm,
    compare_forms,
    form_of,
    same_word,
    sound_apart,
    words_apart,
)
from generator.identity.transcription import skeletons
from generator.identity.versions import Places, Version, bones
from generator.knowledge.offices import load_offices
from generator.model.ids import EntityId, LanguageCode
from generator.model.mention import Mention
from generator.model.names import PersonName, Role
from generator.model.span import Span
from generator.tables import load_toml
from generator.text.transliterate import fold_name

_ENDING = 4
"""Letters a case may add to a name, in languages that the table does not list."""
_SHORT = 4
"""Letters up to which a name is like the beginning of many a word by chance."""
_INITIALS = 2
"""Letters up to which a given name may be an initial."""
_SOUNDS = 3
"""Consonants from which on one that differs is more than an odd transcription."""
_AGAIN = 2
"""Sentences in which two people take one another's place, so that they must be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """`surnames.toml`."""

    regular_endings: tuple[str, ...]
    exchanged: tuple[str, ...]
    """Two classes of consonants that spellings of one name exchange, in order; and none at all."""
    of_endings: Mapping[LanguageCode, tuple[str, ...]]
    """Classes of the consonants that the case endings of a language have."""
    letters_added: Mapping[LanguageCode, int]
    """Most letters that a form of a name has more than its base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """`positions.toml`."""

    alike: tuple[tuple[str, ...], ...]
    """Offices and positions that translators take for one another."""
    exclusive: tuple[tuple[str, ...], ...]
    """Those of which somebody has one."""


People = Iterator[tuple[EntityId, EntityId]]


def names(left: Version, right: Version, places: Places, *, translated: bool) -> People:
    """Two people who must be one and are named otherwise.

    One whom the site knows for one person may still be misspelled in a version.
    """
    found = {(person, person) for person in left.people.keys() & right.people.keys()}
    found.update(_of_one_office(left, right))
    by_given_name = set(_of_one_given_name(left, right, places))
    found |= by_given_name
    if translated:
        found.update(_of_one_place(left, right, places))
    if translated:
        yield from _of_other_given_name(left, right, places)
    for one, other in sorted(found):
        if one != other and (one in right.people or other in left.people):
            continue  # the one named here is named there as well
        side_by_side = places if translated and (one, other) in by_given_name else None
        if _surely_different(left, one, right, other, side_by_side):
            yield one, other


def titles(
    left: Version, right: Version, places: Places, *, translated: bool
) -> Iterator[tuple[EntityId, Mention, Mention]]:
    """People to whom one place of the story gives two offices.

    Of a text and its translation no more is asked; else neither version may have the other's. What
    somebody is besides offices differs in translations only.
    """
    for person in sorted(left.people.keys() & right.people.keys()):
        mine, yours = left.offices.get(person, {}), right.offices.get(person, {})
        if translated and not (mine and yours):
            mine = {**mine, **left.positions.get(person, {})}
            yours = {**yours, **right.positions.get(person, {})}
        agreed = [(a, b) for a, b in product(mine, yours) if _compatible(a, b)]
        for (ours, one), (theirs, other) in product(mine.items(), yours.items()):
            # a body's president may be its chief executive in another telling
            sure = translated and not {ours, theirs} & _of_bodies()
            if (
                _compatible(ours, theirs)
                or _same_words(one, other)
                or not (places.near if sure else places.same)(one.span, other.span)
            ):
                continue
            beside = {*_beside(left, person, one), *_beside(right, person, other)}
            shared = ours in (a for a, _ in agreed) and theirs in (b for _, b in agreed)
            if not agreed or (translated and not shared and not beside):
                yield person, one, other
                break


def _beside(version: Version, person: EntityId, title: Mention) -> Iterator[str]:
    """Other offices that the sentence of `title` gives the person."""
    place = version.sentences.at(title.span)
    for office, mention in version.offices[person].items():
        if mention != title and version.sentences.at(mention.span) == place:
            yield office


def _of_one_office(left: Version, right: Version) -> People:
    for key in left.holders.keys() & right.holders.keys():
        ours, theirs = left.holders[key], right.holders[key]
        if len(ours) == len(theirs) == 1:
            yield next(iter(ours)), next(iter(theirs))


def _of_one_given_name(left: Version, right: Version, places: Places) -> People:
    """People of one given name who stand side by side."""
    for one, mine in left.people.items():
        for other, yours in right.people.items():
            if places.near(mine.span, yours.span) and _same_given_name(left, mine, right, yours):
                yield one, other


def _of_other_given_name(left: Version, right: Version, places: Places) -> People:
    """People of one surname, each in the place of the other, whose given names are two."""
    for one in sorted(left.people.keys() - right.people.keys()):
        for other in sorted(right.people.keys() - left.people.keys()):
            mine, yours = left.people[one], right.people[other]
            if not places.near(mine.span, yours.span) or not _same_surname(
                left, mine, right, yours
            ):
                continue
            here, there = places.around(mine.span, yours.span)
            if (
                min(len(_given(mine)), len(_given(yours))) > _INITIALS
                and compare_forms(_form(left, mine), _form(right, yours)).judgement == "different"
                and sound_apart(_given(mine), left.language, _given(yours), right.language)
                and not _one_within_the_other(_given(mine), _given(yours))
                and not _speaks_of(right, _given(mine), left.language, there)
                and not _speaks_of(left, _given(yours), right.language, here)
            ):
                yield one, other


def _one_within_the_other(one: str, other: str) -> bool:
    """Whether one of two names has but the consonants of the other: `Йосе`, `Gjose`."""
    return any(
        all(consonant in rest for consonant in short)
        for pair in product(skeletons(one), skeletons(other))
        for short, long in (sorted(pair, key=len),)
        for rest in (iter(long),)
    )


def _same_surname(left: Version, one: Mention, right: Version, other: Mention) -> bool:
    mine, yours = _surname(one), _surname(other)
    if mine is None or yours is None:
        return False
    return bones(mine) == bones(yours) or same_word(mine, left.language, yours, right.language)


def _form(version: Version, person: Mention) -> NameForm:
    assert isinstance(person.value, PersonName)
    return form_of(person.value.written, version.language)


def _same_given_name(left: Version, one: Mention, right: Version, other: Mention) -> bool:
    mine, yours = _given(one), _given(other)
    if min(len(mine), len(yours)) <= _INITIALS:
        return False
    return bones(mine) == bones(yours) or same_word(mine, left.language, yours, right.language)


def _of_one_place(left: Version, right: Version, places: Places) -> People:
    """People whom only one version names, each in the place of the other.

    Once is enough where the given names may be one as heard: `Хезер`, `Heather`.
    """
    pairs: dict[EntityId, list[EntityId]] = defaultdict(list)
    for one, other in product(
        sorted(left.people.keys() - right.people.keys()),
        sorted(right.people.keys() - left.people.keys()),
    ):
        shared = _sentences_shared(left, one, right, other, places)
        mine, yours = _given(left.people[one]), _given(right.people[other])
        alike = min(len(mine), len(yours)) > _INITIALS and not sound_apart(
            mine, left.language, yours, right.language
        )
        if (
            (shared >= _AGAIN or (shared and (alike or (mine and yours))))
            and _is_alone(left.people[one], left, right)
            and _is_alone(right.people[other], right, left)
        ):
            pairs[one].append(other)
    for one, others in pairs.items():
        if len(others) == 1 and sum(others[0] in group for group in pairs.values()) == 1:
            yield one, others[0]


def _sentences_shared(
    left: Version, one: EntityId, right: Version, other: EntityId, places: Places
) -> int:
    """Sentences that name the one, with the other named in their place."""
    seen = right.sightings.get(other, ())
    return sum(
        any(number in places.reach[row] for number in seen) for row in left.sightings.get(one, ())
    )


def _is_alone(person: Mention, version: Version, other: Version) -> bool:
    """Whether no word of the other version may be her surname."""
    surname = _surname(person)
    return surname is not None and not _speaks_of(other, surname, version.language)


def _surely_different(
    left: Version, one: EntityId, right: Version, other: EntityId, places: Places | None
) -> bool:
    """Whether no spelling can make one person of the two, nor of one and anybody else there.

    Where a translation has the same given name at the same place, `places`, only the words there
    may be the other's surname.
    """
    mine, yours = _surname(left.people.get(one)), _surname(right.people.get(other))
    if mine is None or yours is None or bones(mine) == bones(yours):
        return False
    if left.language != right.language and not (_regular(mine) and _regular(yours)):
        if places is not None:
            ours, theirs = left.people[one].span, right.people[other].span
            here, there = places.around(ours, theirs)
            if _one_consonant_apart(mine, left.language, yours, right.language):
                return not (_writes(right, mine, there) or _writes(left, yours, here))
        else:
            here, there = None, None
        return (
            one != other
            and sound_apart(mine, left.language, yours, right.language)
            and not _speaks_of(right, mine, left.language, there)
            and not _speaks_of(left, yours, right.language, here)
        )
    named_there = {bones(name) for name in map(_surname, right.people.values()) if name}
    named_here = {bones(name) for name in map(_surname, left.people.values()) if name}
    return bones(mine) not in named_there and bones(yours) not in named_here


def _one_consonant_apart(
    one: str, one_language: LanguageCode, other: str, other_language: LanguageCode
) -> bool:
    """Whether one consonant of a surname is quite another, as by a slip of the pen.

    However both are read; not one that two alphabets exchange (`Литгоу`, `Лисгоу`), nor the last
    where it may be that of a case ending.
    """
    of_endings = _surnames().of_endings
    found = False
    for sound, heard in product(skeletons(one), skeletons(other)):
        if len(sound) != len(heard) or len(sound) < _SOUNDS:
            continue
        apart = [place for place in range(len(sound)) if sound[place] != heard[place]]
        if len(apart) > 1:
            continue
        (place,) = apart or (-1,)
        pair = "".join(sorted((sound[place], heard[place]))) if apart else ""
        is_last = place == len(sound) - 1
        if pair in _surnames().exchanged or (
            is_last
            and (
                sound[place] in of_endings.get(one_language, ())
                or heard[place] in of_endings.get(other_language, ())
            )
        ):
            return False
        found = True
    return found


def _writes(version: Version, surname: str, within: Span) -> bool:
    """Whether a name there may be read just so."""
    readings = {*skeletons(surname)}
    return any(
        not readings.isdisjoint(skeletons(word))
        for word in version.words_of(within)
        if word[0].isupper()
    )


def _speaks_of(
    version: Version, surname: str, language: LanguageCode, within: Span | None = None
) -> bool:
    """Whether the text has a word that may be `surname` in some case, read as a name or not.

    The first word of a sentence has a capital whatever it is, so that a short name is looked for
    only in others.
    """
    words = version.capitals if len(surname) > _SHORT else version.capitals_within
    if within is not None:
        words = words.intersection(version.words_of(within))
    ending = _surnames().letters_added.get(version.language, _ENDING)
    heads = {
        word[:size] for word in words for size in range(max(2, len(word) - ending), len(word) + 1)
    }
    return any(not words_apart(surname, language, head, version.language) for head in heads)


def _given(mention: Mention) -> str:
    return (mention.value.given or "") if isinstance(mention.value, PersonName) else ""


def _surname(mention: Mention | None) -> str | None:
    if mention is None or not isinstance(mention.value, PersonName):
        return None
    return mention.value.family


def _regular(surname: str) -> bool:
    return fold_name(surname).replace(" ", "").endswith(_surnames().regular_endings)


@cache
def _positions() -> Positions:
    return load_toml(Path(__file__).with_name("positions.toml"), Positions)


@cache
def _of_bodies() -> frozenset[str]:
    return frozenset(id_ for id_, scope in load_offices().offices.items() if scope == "body")


@cache
def _surnames() -> Surnames:
    return load_toml(Path(__file__).with_name("surnames.toml"), Surnames)


def _same_words(one: Mention, other: Mention) -> bool:
    """Whether two languages write the title alike: an `аким` heads a region or a district."""
    mine, yours = one.value, other.value
    assert isinstance(mine, Role)
    assert isinstance(yours, Role)
    return fold_name(mine.title) == fold_name(yours.title)


def _compatible(one: str, other: str) -> bool:
    """Whether one person may be called both in two tellings: `minister`, `foreign-minister`."""
    short, long = sorted((one, other), key=len)
    if short == long or (long.endswith(f"-{short}") and long != f"deputy-{short}"):
        return True
    if any({one, other} <= set(family) for family in _positions().alike):
        return True
    offices = load_offices().offices
    return not (one in offices and other in offices) and not any(
        {one, other} <= set(posts) for posts in _positions().exclusive
    )
