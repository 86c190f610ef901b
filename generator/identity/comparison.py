"""Whether two names of different articles are one name, in whatever languages and scripts.

Given and family name are weighed apart and both must agree: a score alone never makes two names
one. A patronymic may be missing, but where both have one it must agree; an initial agrees with the
name it begins, but proves nothing. Names of the region are spelled letter by letter in every
alphabet and must agree to the letter; other names are spelled by sound (`Найджел`, `Nigel`) and are
measured by `transcription`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations
from pathlib import Path

from rapidfuzz.distance import OSA

from generator.identity.transcription import (
    FAR,
    between,
    distance,
    in_cyrillic,
    is_cyrillic,
    levelled,
    skeletons,
)
from generator.knowledge.names import load_names
from generator.model.identity import Judgement
from generator.model.ids import LanguageCode
from generator.tables import load_toml
from generator.text.transliterate import fold_name

NEARLY_ALIKE = "names are spelled nearly alike"
NOT_FULL = "not a full name"
LONGER_GIVEN = "one given name is the beginning of the other"

_AGREES = 0.45
"""The distance up to which two words are one name: a vowel heard otherwise."""
_AGREES_IN_ALL = 0.4
"""The same for all words of a name together, for each of them."""
_NEAR = 1.5
"""The distance up to which a slip may be the reason; then company or office has to decide."""
_SHORT = 3
"""Letters up to which a word must agree exactly: a sound more or less is another name there."""
_SHORT_FORM = 0.2
"""What it costs that one name is the short form of the other."""
_CLEARLY_BETTER = 0.1
"""How much better other known given names must fit to be the ones meant."""
_MOST_WORDS = 5
_SLIP = 0.25
"""What a slip may cost for each letter of the shorter word."""
_UNLIKE = 0.4
"""Part of their consonants that differ in surnames no habit of spelling explains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gender:
    """Endings of one family's surname."""

    man: str
    woman: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`comparison.toml`."""

    particles: tuple[str, ...]
    patronymic_words: tuple[str, ...]
    patronymic_endings: tuple[str, ...]
    spelled_by_letter: tuple[str, ...]
    surname_endings: tuple[str, ...]
    given_elements: tuple[str, ...]
    single_offices: tuple[str, ...]
    counterparts: tuple[str, ...]
    """Given names that are written by usage, the Latin spellings before the Cyrillic ones."""
    levelled: Mapping[LanguageCode, tuple[tuple[str, str], ...]]
    gender: tuple[Gender, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a comparison of two names says, and why."""

    judgement: Judgement
    reason: str
    """A short phrase for an editor: `given and family name agree`."""
    cost: float = 0.0
    """How far apart the names are spelled: 0 not at all, above 1 by more than a vowel."""


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """One word of a name."""

    written: str
    """Lower case, without dots."""
    fold: str
    initial: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A name taken apart for comparison."""

    language: LanguageCode
    words: tuple[Word, ...]
    """Given and family name in the order written, particles and patronymic taken out."""
    patronymic: str | None

    @property
    def written(self) -> str:
        """Given and family name in lower case."""
        return " ".join(word.written for word in self.words)

    @property
    def full(self) -> bool:
        """Whether there are two words that are no initials."""
        return sum(not word.initial for word in self.words) >= 2

    @property
    def key(self) -> tuple[str, ...]:
        """The words in the form all scripts share, sorted: lists put the surname first."""
        return tuple(sorted(word.fold for word in self.words))

    @property
    def by_letter(self) -> bool:
        """Whether the surname ends as those do that are transliterated, not transcribed."""
        family = self.family
        return family is not None and family.fold.endswith(weights().spelled_by_letter)

    @property
    def family(self) -> Word | None:
        """The surname: the last word that is no initial, unless the first one has its ending."""
        words = [word for word in self.words if not word.initial]
        if not words:
            return None
        endings = weights().surname_endings
        first = words[0]
        if (
            not words[-1].fold.endswith(endings)
            and first.fold.endswith(endings)
            and first.written not in load_given_names()
        ):
            return first
        return words[-1]


@lru_cache(65_536)
def form_of(written: str, language: LanguageCode) -> NameForm:
    """`written`, in base form, taken apart."""
    table = weights()
    words: list[Word] = []
    patronymic: str | None = None
    raw = written.replace("\u2010", "-").replace("-", " ").replace(".", ". ").split()
    for part in raw:
        initial = part.endswith(".") and len(part) <= 3
        fold = fold_name(part.strip(".,"))
        if not fold:
            continue
        if fold in table.patronymic_words and len(words) >= 2:
            patronymic = words.pop().fold  # `Айбек Асан уулу`
        elif fold in table.patronymic_words and words:
            last = words.pop()
            words.append(Word(f"{last.written} {fold}", f"{last.fold} {fold}", False))
        elif not initial and len(raw) > 2 and _is_patronymic(fold):
            patronymic = fold
        else:
            words.append(Word(part.strip(".,").lower(), fold, initial))
    kept = [word for word in words if word.written not in table.particles]
    if len(kept) >= 2:
        words = kept
    if patronymic is not None and len(words) < 2:
        words.append(Word(patronymic, patronymic, False))
        patronymic = None
    return NameForm(
        language=language,
        words=tuple(words),
        patronymic=patronymic,
    )


def compare_names(
    one: str, one_language: LanguageCode, other: str, other_language: LanguageCode
) -> Verdict:
    """Whether two names, each in base form, are one person's name as far as names can say."""
    return compare_forms(form_of(one, one_language), form_of(other, other_language))


def compare_forms(one: NameForm, other: NameForm) -> Verdict:
    """`compare_names` of names taken apart already; which comes first does not matter."""
    if (other.key, other.language, other.words) < (one.key, one.language, one.words):
        one, other = other, one
    return _compare(one, other)


def same_surname(one: NameForm, other: NameForm) -> bool:
    """Whether the surnames are one, and the given names, as far as both tell, may be."""
    left, right = one.family, other.family
    if left is None or right is None:
        return False
    by_letter = one.by_letter or other.by_letter
    if word_cost(left, one.language, right, other.language, by_letter) > _AGREES:
        return False
    rest, others = (
        [word for word in form.words if word is not form.family] for form in (one, other)
    )
    if not rest or not others:
        return True
    return any(
        word_cost(a, one.language, b, other.language, by_letter) <= _NEAR
        for a in rest
        for b in others
    )


def slips_apart(one: NameForm, other: NameForm) -> bool:
    """Whether two names of one language could be one that was once typed wrong in each word."""
    if one.language != other.language or len(one.words) != len(other.words):
        return False
    if one.key == other.key or _other_gender(one, other):
        return False
    return all(
        left.fold[:1] == right.fold[:1]
        and min(len(left.fold), len(right.fold)) > _SHORT
        and OSA.distance(left.fold, right.fold, score_cutoff=1) <= 1
        for left, right in zip(one.words, other.words, strict=True)
    )


def longer_given(one: NameForm, other: NameForm) -> bool:
    """Whether two names of one language differ in an element of the given name alone.

    `Тынчтык` and `Тынчтыкбек` of one surname: in one article one person, across articles perhaps.
    """
    left, right = one.family, other.family
    if left is None or right is None or left.fold != right.fold or one.language != other.language:
        return False
    rest, others = ([w for w in form.words if w is not form.family] for form in (one, other))
    if len(rest) != 1 or len(others) != 1 or rest[0].initial or others[0].initial:
        return False
    short, long = sorted((rest[0].fold, others[0].fold), key=len)
    return len(short) > _SHORT and long in {f"{short}{end}" for end in weights().given_elements}


def same_word(
    one: str, one_language: LanguageCode, other: str, other_language: LanguageCode
) -> bool:
    """Whether two words may be one given name in two languages."""
    left, right = _word(one), _word(other)
    return word_cost(left, one_language, right, other_language, by_letter=False) <= _AGREES


def words_apart(
    one: str, one_language: LanguageCode, other: str, other_language: LanguageCode
) -> bool:
    """Whether two words of names are more than a slip apart; in a short word little is one."""
    left, right = _word(one), _word(other)
    cost = word_cost(left, one_language, right, other_language, by_letter=False)
    return cost > _SLIP * min(len(one), len(other))


def sound_apart(
    one: str, one_language: LanguageCode, other: str, other_language: LanguageCode
) -> bool:
    """Whether two surnames are so unlike that no habit of spelling makes one of them."""
    return words_apart(one, one_language, other, other_language) and all(
        OSA.distance(sound, heard) >= _UNLIKE * max(len(sound), len(heard))
        for sound in skeletons(one)
        for heard in skeletons(other)
    )


def _word(written: str) -> Word:
    return Word(written.lower(), fold_name(written), initial=False)


def weights() -> Weights:
    """The table; raises `TableError` when it is damaged."""
    return _weights()


@lru_cache(131_072)
def _compare(left: NameForm, right: NameForm) -> Verdict:
    if not left.words or not right.words:
        return Verdict(judgement="different", reason="no name")
    if left.patronymic and right.patronymic and not _same_patronymic(left, right):
        return Verdict(judgement="different", reason="patronymics differ")
    if left.key == right.key and left.full:
        if _namesakes_by_order(left, right):
            return Verdict(judgement="unsure", reason="given and family name change places")
        return Verdict(judgement="same", reason="given and family name agree")
    if not (left.full and right.full):
        return _partial(left, right)
    if _other_gender(left, right):
        return _gendered(left, right)
    if longer_given(left, right):
        return Verdict(judgement="unsure", reason=LONGER_GIVEN, cost=_NEAR)
    if given_in_case(left, right):
        return Verdict(judgement="same", reason="one name, once in the genitive")
    cost, middle = _best(left, right)
    if cost >= FAR:
        return Verdict(judgement="different", reason="names differ")
    if middle:
        return Verdict(judgement="unsure", reason="one has a name more")
    if cost <= _AGREES_IN_ALL * len(left.words):
        return Verdict(judgement="same", reason="given and family name sound alike", cost=cost)
    return Verdict(judgement="unsure", reason=NEARLY_ALIKE, cost=cost)


def _best(left: NameForm, right: NameForm) -> tuple[float, bool]:
    """The smallest cost of matching the words, and whether a middle name was left over."""
    short, long = sorted((left, right), key=lambda form: len(form.words))
    if len(long.words) > _MOST_WORDS:
        return FAR, False
    best = FAR
    by_letter = left.by_letter or right.by_letter
    if len(short.words) == len(long.words):
        straight = tuple(range(len(long.words)))
        for order in permutations(straight):
            costs = [
                word_cost(word, short.language, long.words[place], long.language, by_letter)
                for word, place in zip(short.words, order, strict=True)
            ]
            if max(costs) > _NEAR:
                continue
            total = sum(costs)
            if max(costs) > _AGREES:
                total = max(total, _AGREES_IN_ALL * len(costs) + 0.1)
            if order != straight and total > 0.3:
                total += 1  # turned round, and not quite alike
            best = min(best, total)
        return (best, False) if best <= 2.2 else (FAR, False)
    for merged in _joined(long.words, len(short.words)):
        costs = [
            word_cost(a, short.language, b, long.language, by_letter)
            for a, b in zip(short.words, merged, strict=True)
        ]
        turned = [
            word_cost(a, short.language, b, long.language, by_letter)
            for a, b in zip(reversed(short.words), merged, strict=True)
        ]
        for found in (costs, turned):
            if max(found) <= 0.3 and sum(found) < best:
                best = sum(found)
    if best < FAR:
        return best, False
    outer = (long.words[0], long.words[-1])
    costs = [
        word_cost(a, short.language, b, long.language, by_letter)
        for a, b in zip((short.words[0], short.words[-1]), outer, strict=True)
    ]
    return (sum(costs), True) if max(costs) <= _AGREES and len(short.words) >= 2 else (FAR, False)


def _joined(words: tuple[Word, ...], count: int) -> list[tuple[Word, ...]]:
    """`words` with neighbours written as one until `count` are left: `Kai-Fu`, `Кайфу`."""
    if len(words) - count != 1:
        return []
    found = []
    for place in range(len(words) - 1):
        one, other = words[place], words[place + 1]
        if one.initial or other.initial:
            continue
        whole = Word(one.written + other.written, one.fold + other.fold, False)
        found.append((*words[:place], whole, *words[place + 2 :]))
    return found


@lru_cache(262_144)
def word_cost(
    one: Word,
    one_language: LanguageCode,
    other: Word,
    other_language: LanguageCode,
    by_letter: bool,
) -> float:
    """How far two words of names are apart; 0 is the same word, `FAR` another one."""
    if one.initial or other.initial:
        alike = one.fold[:1] == other.fold[:1] or one.fold.startswith(other.fold)
        return 0.6 if alike else FAR
    if one.fold == other.fold:
        return 0.0
    if _formal(one.written) & _formal(other.written):
        return _SHORT_FORM
    if _are_counterparts(one.written, other.written):
        return 0.05
    one_script = is_cyrillic(one.written) == is_cyrillic(other.written)
    if one_language == other_language and one_script:
        # one press, one script: another spelling is another name, unless a slip of the pen
        slip = OSA.distance(one.fold, other.fold, score_cutoff=1) <= 1
        return 1.2 if slip and min(len(one.fold), len(other.fold)) >= 5 else FAR
    if _levelled_alike(one.fold, other.fold, {one_language, other_language}):
        return 0.3
    cost, short_form = min(
        (
            _spelling_cost(a, b, by_letter) + (_SHORT_FORM if formal_a or formal_b else 0),
            formal_a or formal_b,
        )
        for a, formal_a in _readings(one, one_language)
        for b, formal_b in _readings(other, other_language)
    )
    if min(len(one.fold), len(other.fold)) <= _SHORT and cost > 0.35:
        return FAR if cost > 0.5 else max(cost, _AGREES + 0.1)
    if cost > _NEAR:
        return FAR
    if cost > 0 and not short_form and _another_given_name(one, other, cost):
        return max(cost, _AGREES + 0.4)
    return cost


def _readings(word: Word, language: LanguageCode) -> list[tuple[str, bool]]:
    """How a word may be read, and whether it then is the formal name: `Bill`, `William`."""
    found = [(word.written, False)]
    read = None if is_cyrillic(word.written) else in_cyrillic(word.written, language)
    if read is not None:
        found.append((read, False))
    found.extend((name, True) for name in sorted(_formal(word.written)) if name != word.written)
    return found


def _spelling_cost(one: str, other: str, by_letter: bool) -> float:
    if is_cyrillic(one) and is_cyrillic(other):
        cost = between(one, other)
        return cost * 1.6 if by_letter else cost
    if is_cyrillic(one) or is_cyrillic(other):
        latin, cyrillic = (other, one) if is_cyrillic(one) else (one, other)
        cost = distance(latin, cyrillic, by_sound=not by_letter)
        return cost * 1.3 if by_letter else cost
    if fold_name(one) == fold_name(other):
        return 0.0
    slip = OSA.distance(fold_name(one), fold_name(other), score_cutoff=1) <= 1
    return 1.0 if slip and len(one) >= 5 else FAR


def _levelled_alike(one: str, other: str, languages: set[LanguageCode]) -> bool:
    for language in sorted(languages):
        for letter, level in weights().levelled.get(language, ()):
            if len(one) > _SHORT and one.replace(letter, level) == other.replace(letter, level):
                return True
    return False


def _partial(left: NameForm, right: NameForm) -> Verdict:
    """A surname alone, or with an initial: it may be anybody's of that surname."""
    short, long = sorted((left, right), key=lambda form: (form.full, len(form.words)))
    for word in short.words:
        best = min(
            word_cost(word, short.language, each, long.language, left.by_letter or right.by_letter)
            for each in long.words
        )
        if best > _AGREES + (0.1 if word.initial else 0):
            return Verdict(judgement="different", reason="names differ")
    return Verdict(judgement="unsure", reason=NOT_FULL)


def _is_patronymic(fold: str) -> bool:
    return len(fold) > 5 and fold.endswith(weights().patronymic_endings)


def _same_patronymic(left: NameForm, right: NameForm) -> bool:
    one, other = _root(left.patronymic or ""), _root(right.patronymic or "")
    return one == other or OSA.distance(one, other, score_cutoff=1) <= 1


def _root(patronymic: str) -> str:
    """The father's name in a patronymic: `asanovich`, `asan ulu` → `asan`."""
    for ending in sorted(weights().patronymic_endings, key=len, reverse=True):
        if patronymic.endswith(ending) and len(patronymic) > len(ending) + 1:
            return patronymic[: -len(ending)]
    return patronymic


def _namesakes_by_order(left: NameForm, right: NameForm) -> bool:
    """`Асан Усен` and `Усен Асан`, where neither word tells which one is the surname."""
    return (
        len(left.words) == 2
        and [word.fold for word in left.words] != [word.fold for word in right.words]
        and not left.by_letter
        and left.language == right.language
    )


def _other_gender(left: NameForm, right: NameForm) -> bool:
    one, other = left.family, right.family
    return one is not None and other is not None and gender_pair(one.fold, other.fold)


def gender_pair(one: str, other: str) -> bool:
    """Whether two folded surnames are a man's and a woman's of one family."""
    short, long = sorted((one, other), key=len)
    return any(
        short.endswith(gender.man) and long == short[: -len(gender.man)] + gender.woman
        for gender in weights().gender
    )


def _gendered(left: NameForm, right: NameForm) -> Verdict:
    """`Жапаров` and `Жапарова`: husband and wife, or one name left in a case of its language.

    `Садыра Жапарова` is the genitive of `Садыр Жапаров` where the given name has the ending too and
    is no woman's name.
    """
    short, long = sorted((left, right), key=lambda form: len(" ".join(form.key)))
    rest_short = [word for word in short.words if word is not short.family]
    rest_long = [word for word in long.words if word is not long.family]
    if len(rest_short) != 1 or len(rest_long) != 1:
        return Verdict(judgement="different", reason="surnames of a man and of a woman")
    one, other = rest_short[0], rest_long[0]
    if (
        other.fold in (one.fold + "a", one.fold + "ia")
        and is_cyrillic(other.written)
        and other.written not in load_given_names()
    ):
        return Verdict(judgement="same", reason="one name, once in the genitive")
    return Verdict(judgement="different", reason="surnames of a man and of a woman")


def given_in_case(left: NameForm, right: NameForm) -> bool:
    """`Кайрата Осмоналиев`: a man's given name left in a case of Russian by another language.

    No woman has a man's surname, so that the longer given name is not a woman's own.
    """
    one, other = left.family, right.family
    if one is None or other is None or one.fold != other.fold or left.language != right.language:
        return False
    if not one.fold.endswith(tuple(gender.man for gender in weights().gender)):
        return False
    rest, others = ([w for w in form.words if w is not form.family] for form in (left, right))
    if len(rest) != 1 or len(others) != 1:
        return False
    short, long = sorted((rest[0], others[0]), key=lambda word: len(word.fold))
    return (
        len(short.fold) > _SHORT + 1
        and is_cyrillic(long.written)
        and long.fold == f"{short.fold}a"
        and long.written not in load_given_names()
    )


def _another_given_name(one: Word, other: Word, cost: float) -> bool:
    """Whether two words are given names of two people: each is better read as another known one.

    `Michael` is `Майкл`, and `Мишель` is `Michelle`; `Марат` and `Murat` are known in both scripts.
    """
    names = _known_folds()
    if one.fold in names and other.fold in names and one.fold[:1] == other.fold[:1]:
        return True
    first, second = one.written, other.written
    if is_cyrillic(first) == is_cyrillic(second):
        return False
    latin, cyrillic = (second, first) if is_cyrillic(first) else (first, second)
    if latin in _counterparts():
        return cyrillic in load_given_names()
    enough = cost - _CLEARLY_BETTER
    return _best_counterpart(latin) <= enough and _best_counterpart(cyrillic) <= enough


def _are_counterparts(one: str, other: str) -> bool:
    """Whether a Latin given name and a Cyrillic one are the same by usage: `George`, `Джордж`."""
    latin, cyrillic = (other, one) if is_cyrillic(one) else (one, other)
    return levelled(cyrillic) in _counterparts().get(latin, ())


@cache
def _counterparts() -> Mapping[str, frozenset[str]]:
    """Latin given name to its levelled Cyrillic forms."""
    found: dict[str, set[str]] = {}
    for line in weights().counterparts:
        words = line.lower().split()
        forms = {levelled(word) for word in words if is_cyrillic(word)}
        for word in words:
            if not is_cyrillic(word):
                found.setdefault(word, set()).update(forms)
    return {latin: frozenset(forms) for latin, forms in found.items()}


@lru_cache(16_384)
def _best_counterpart(given: str) -> float:
    """The cost of the known given name of the other script that a known one reads as best."""
    if given not in load_given_names():
        return FAR
    index = _given_by_skeleton()
    names = {name for skeleton in skeletons(given) for name in index.get(skeleton, ())}
    costs = (
        distance(name, given, by_sound=True)
        if is_cyrillic(given)
        else distance(given, name, by_sound=True)
        for name in sorted(names)
        if is_cyrillic(name) != is_cyrillic(given)
    )
    return min(costs, default=FAR)


@cache
def _given_by_skeleton() -> Mapping[str, tuple[str, ...]]:
    """Known given names of both scripts by their consonants."""
    found: dict[str, list[str]] = {}
    for name in sorted(load_given_names()):
        for skeleton in skeletons(name):
            found.setdefault(skeleton, []).append(name)
    return {skeleton: tuple(names) for skeleton, names in found.items()}


@cache
def _known_folds() -> frozenset[str]:
    """Given names written in both scripts, in the form of `fold_name`."""
    known = load_names()
    latin = {fold_name(word) for line in known.latin.given for word in line.split()}
    cyrillic = {fold_name(word) for line in known.cyrillic.given for word in line.split()}
    return frozenset(latin & cyrillic)


@cache
def load_given_names() -> frozenset[str]:
    """Given names known everywhere, lower case."""
    return load_names().given()


def _formal(given: str) -> frozenset[str]:
    """The formal names a given name may be short for, itself included where it is one."""
    return _formal_names().get(given, frozenset())


@cache
def _formal_names() -> Mapping[str, frozenset[str]]:
    return load_names().nicknames_of()


@cache
def _weights() -> Weights:
    return load_toml(Path(__file__).with_name("comparison.toml"), Weights)
