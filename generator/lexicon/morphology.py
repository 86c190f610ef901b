"""One engine for suffixing languages: from a table of suffixes to forms and back.

A pack's `suffixes.toml` says which suffixes there are, in which order they follow one another and
how their letters change; this module adds them (`forms`) and takes them off (`analyses`) from that
one table. In a suffix, a harmony symbol (`A`, `I`) stands for a vowel chosen by the last vowel
before it and an assimilation symbol (`D`, `G`, `L`, `N` …) for a consonant chosen by the letter
before it. Both depend on what stands to the left alone, so a suffix is taken off only where adding
it again would give the same word, and no form has to be generated to know that.

After Kudaibergenov et al., *Kyrgyz literary grammar*, and the description of Apertium's `kir` twol
rules: suffix order as slots, archiphonemes, voicing before a vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

STEM = "stem"
"""The name, in `after`, of a word without a suffix."""

OPEN = "open"
"""The name, in `after`, of an abbreviation or number that a suffix is glued to."""

_POSSESSIVE = "possessive"
"""How the names of possessive suffixes begin."""

_PLURAL = "plural"

_UNLIKELY = -20
"""The score of a base that is a form of another one, or a long shot."""
_HOPELESS = -99
_LONGEST_ABBREVIATION = 5

_REMEMBERED = 65_536
_CERTAIN = 90
"""The score of what stands before a suffix glued to an abbreviation or a number."""

_DIGITS = re.compile(r"\d[\d.,]*")
_QUOTES = "«»„“”\"‘’'"
_HYPHENS = re.compile("[-\u2010\u2011]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffix:
    """One suffix of `suffixes.toml`."""

    slot: str
    """The slot it fills; `after` of later suffixes names it."""
    name: str
    """What it expresses, for `Analysis.suffixes`: `genitive`."""
    after: tuple[str, ...]
    """The slots it may follow; `stem` is the bare word."""
    after_vowel: str | None = None
    """The suffix behind a vowel, in letters and symbols; `None` where it cannot stand there."""
    after_consonant: str | None = None
    weight: int = 0
    """How much the ending speaks for the suffix in an unknown word; negative: against it."""
    inner_weight: int | None = None
    """The same where another suffix follows; `weight` when not given."""
    case: bool = False
    """Whether it alone may be taken off a personal name."""
    rare_on_names: bool = False
    """Taken off a name only when what is left ends like a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuffixTable:
    """`suffixes.toml`."""

    vowel_symbols: str
    """Harmony symbols, in the order of the letters in `harmony`."""
    harmony: Mapping[str, tuple[str, ...]]
    """Last vowel to the vowels of the symbols, `а` → `аы`; further ones are accepted spellings."""
    classes: Mapping[str, str]
    """Name of a class to its letters, one called `vowel`. A letter in two classes may act as
    either, as the first one by preference."""
    assimilation: Mapping[str, Mapping[str, str]]
    """Consonant symbol to the letter it is after each class."""
    voicing: Mapping[str, str]
    """Final consonant of a stem to what it is between vowels."""
    silent: str
    """Letters without a sound: passed over when classes are looked up."""
    fold: Mapping[str, str]
    """Letters to what stands for them in searches."""
    suffixes: tuple[Suffix, ...]
    letter_names: Mapping[str, str]
    """How a capital of an abbreviation is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stems:
    """`stems.toml`: what the suffix table cannot know."""

    words: tuple[str, ...]
    """Frequent base forms, lower case, separated by spaces."""
    whole: tuple[str, ...]
    """Base forms that end as if they were inflected."""
    uninflected: tuple[str, ...]
    """Words that take no suffix, or seldom."""
    endings: tuple[str, ...]
    """Endings of base forms: what ends so is likely to be one."""
    common_endings: tuple[str, ...]
    """The same for common nouns alone: `ган` of participles, which names may have by chance."""
    unlikely: tuple[str, ...]
    """Endings that base forms do not have."""
    soft: tuple[str, ...]
    """Words that lose their soft sign before a suffix."""
    dropped: Mapping[str, str]
    """Base form to its stem before a vowel: `орун` → `орд`."""
    irregular: Mapping[str, str]
    """Inflected form to base form, for pronouns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameStems:
    """`names_morphology.toml`: which words of names are bare though they end like a suffix."""

    surname_endings: tuple[str, ...]
    given_endings: tuple[str, ...]
    """Second halves of compound given names."""
    first_parts: tuple[str, ...]
    """First halves of compound given names, which seldom are a whole name."""
    bare: tuple[str, ...]
    """Names that end as if they had a case suffix."""
    possessed: tuple[str, ...]
    """Words of names with the possessive suffix in them: `уулу`, `кызы`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One way to read a word: `base` with `suffixes` (their names, in order of the word)."""

    base: str
    suffixes: tuple[str, ...]
    stages: tuple[str, ...]
    """What is left each time a suffix is taken off, longest first; the last one is `base`."""
    weight: int


class _Path(NamedTuple):
    """The suffixes taken off so far."""

    slots: frozenset[str] | None
    """The slots the next one may fill; `None` for any."""
    names: tuple[str, ...]
    stages: tuple[str, ...]
    weight: int


_START = _Path(None, (), (), 0)


class _Surface(NamedTuple):
    """A suffix as it is written in one surrounding."""

    suffix: int
    contexts: frozenset[str]
    """Last vowel and last letter, as one string, of what may stand before it."""


class Morphology:
    """The engine over one language's tables."""

    def __init__(self, table: SuffixTable, stems: Stems, names: NameStems) -> None:
        self._table = table
        self._suffixes = table.suffixes
        self._vowels = frozenset(table.harmony)
        self._classes: dict[str, tuple[str, ...]] = {}
        for name, letters in table.classes.items():
            for letter in letters:
                self._classes[letter] = (*self._classes.get(letter, ()), name)
        self._after = [frozenset(suffix.after) for suffix in table.suffixes]
        self._unvoiced = {voiced: letter for letter, voiced in table.voicing.items()}
        self._ranked = lru_cache(_REMEMBERED)(self._rank)
        self._surfaces = self._build_surfaces()
        self._finals = frozenset(text[-1] for text in self._surfaces)
        self._longest = max(map(len, self._surfaces), default=0)
        self._known = frozenset(_split(stems.words)).union(_split(stems.whole))
        self._whole = frozenset(_split(stems.whole)).union(_split(stems.uninflected))
        self._endings = tuple(stems.endings)
        self._common_endings = (*stems.endings, *stems.common_endings)
        self._unlikely = tuple(stems.unlikely)
        self._soft = {word.rstrip(table.silent): word for word in _split(stems.soft)}
        self._dropped = dict(stems.dropped)
        self._undropped = {stem: word for word, stem in stems.dropped.items()}
        self._irregular = dict(stems.irregular)
        self._fold = str.maketrans(dict(table.fold))
        self._surnames = tuple(names.surname_endings)
        self._name_endings = (*names.surname_endings, *names.given_endings)
        self._capital_endings = (*stems.endings, *self._name_endings)
        self._first_parts = frozenset(_split(names.first_parts))
        self._bare_names = frozenset(_split(names.bare))
        self._possessed = tuple(names.possessed)

    # -- both directions ---------------------------------------------------------------------------

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """Every way to take at least one suffix off one lower-case word, longest base first."""
        found: list[Analysis] = []
        self._undo(word, _START, found)
        found.sort(key=lambda analysis: -len(analysis.base))
        return tuple(found)

    def forms(self, base: str) -> tuple[str, ...]:
        """Every inflected form of `base`, itself first; letters as in `base`."""
        found: dict[str, None] = {base: None}
        head, part = _split_hyphen(base)
        for form in self._generate(part):
            found.setdefault(head + form)
        return tuple(found)

    def surfaces(self) -> Mapping[str, tuple[tuple[int, frozenset[str]], ...]]:
        """Every spelling of every suffix, as its place in the table and what may stand before it.

        What may stand before it is a last vowel and a last letter, as one string.
        """
        return {
            text: tuple((entry.suffix, entry.contexts) for entry in entries)
            for text, entries in self._surfaces.items()
        }

    # -- the hooks of a language -------------------------------------------------------------------

    def base_forms(self, word: str) -> tuple[str, ...]:
        """Every base `word` may be an inflected form of, lower case, likeliest first.

        What is left after each suffix counts as one too, so that a listed form which has a suffix
        of its own (`министри`) is found in `министринин`.
        """
        return tuple(base for base, _ in self._ranked(word.strip(_QUOTES)))

    def base_form(self, word: str) -> str:
        """The likeliest base, with the capitals and the outer quotation marks of `word`."""
        inner = word.strip(_QUOTES)
        if not inner:
            return word
        base = _with_capitals(self._ranked(inner)[0][0], inner)
        return word.replace(inner, base, 1)

    def search_stem(self, word: str) -> str:
        """The base, lower case, its letters folded."""
        inner = word.strip(_QUOTES)
        if not inner:
            return word.lower()
        # An abbreviation shows by its capitals; everything else must not depend on them.
        stem = self._ranked(inner)[0][0] if _open_stem(inner) is not None else inner.lower()
        for _ in range(3):
            shorter = self._ranked(stem)[0][0]
            if shorter == stem:
                break
            stem = shorter
        return stem.translate(self._fold)

    def name_base(self, word: str) -> str:
        """A word of a personal name without its case suffix, capitals kept."""
        head, part = _split_hyphen(word)
        lower = part.lower()
        if lower in self._bare_names or lower.endswith(self._name_endings):
            return word
        best: tuple[int, str] | None = None
        for index, left in self._endings_of(lower, None):
            suffix = self._suffixes[index]
            if not suffix.case:
                continue
            if STEM not in suffix.after and not left.endswith(self._possessed):
                continue
            score = self._name_score(left, suffix)
            if score > 0 and (best is None or score > best[0]):
                best = (score, part[: len(left)])
        plural = self._plural_surname(lower)
        if plural is not None:
            return head + part[: len(plural)]
        if best is None:
            return word
        stripped = best[1]
        soft = self._soft.get(stripped.lower())
        return head + (stripped if soft is None else stripped + soft[len(stripped) :])

    def person_bases(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words of one name in base form: the suffix of a whole name stands on its last word.

        An earlier word loses one only where a surname is left (`Жапаровдун Садыр`).
        """
        bases: list[str] = []
        for index, word in enumerate(words):
            base = self.name_base(word)
            if index + 1 < len(words) and not base.lower().endswith(self._surnames):
                base = word
            bases.append(base)
        return tuple(bases)

    # -- names -------------------------------------------------------------------------------------

    def _name_score(self, left: str, suffix: Suffix) -> int:
        """How much speaks for `left` as a name with `suffix`; zero or less: leave it on."""
        if left in self._bare_names or left.endswith(self._name_endings):
            return 20 + len(left)
        if suffix.rare_on_names or len(left) < 3 or not self._vowels.intersection(left):
            return 0
        if left in self._first_parts:
            return 0
        return suffix.weight + len(left)

    def _plural_surname(self, word: str) -> str | None:
        """The surname in a plural such as `Назарбаевдердин`; `None` where there is none."""
        for analysis in self.analyses(word):
            if len(analysis.suffixes) > 1 or analysis.suffixes[0] == _PLURAL:
                base = analysis.base
                if analysis.suffixes[0] == _PLURAL and base.endswith(self._surnames):
                    return base
        return None

    # -- ranking -----------------------------------------------------------------------------------

    def _rank(self, word: str) -> tuple[tuple[str, int], ...]:
        """Bases of one word, the best first, each with its score."""
        if "-" in word and word.lower() in self._known:
            return ((word.lower(), _CERTAIN),)
        head, part = _split_hyphen(word)
        scores = self._scores(part)
        prefix = head.lower()
        ranked = sorted(scores.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
        bases = [(prefix + base, score) for base, score in ranked]
        if head and part.islower() and (head[:-1].isupper() or head[:-1].isdigit()):
            # A suffix behind a hyphen: `КР-дин`.
            glued: list[Analysis] = []
            self._undo(prefix[:-1] + part, _START, glued, free=len(head) - 1)
            bases[:0] = [(reading.base, _CERTAIN) for reading in glued[:1]]
        return tuple(bases)

    def _scores(self, word: str) -> dict[str, int]:
        """Bases of one word without a hyphen, and how likely each is."""
        lower = word.lower()
        capital = word[:1].isupper()
        scores: dict[str, int] = {lower: self._bare_score(lower, capital=capital)}
        irregular = self._irregular.get(lower)
        if irregular is not None:
            scores[irregular] = _CERTAIN - 1
        found: list[Analysis] = []
        free = _open_stem(word)
        self._undo(lower, _START, found, free=free)
        for analysis in found:
            score = analysis.weight
            score += _CERTAIN if free else self._stem_score(analysis, capital=capital)
            if score > scores.get(analysis.base, _HOPELESS):
                scores[analysis.base] = score
            for stage in analysis.stages[:-1]:
                scores.setdefault(stage, _UNLIKELY)
        if capital and word.isupper():  # a headline in capitals may hold an abbreviation
            for length in range(2, min(_LONGEST_ABBREVIATION, len(word) - 2) + 1):
                hidden: list[Analysis] = []
                self._undo(lower, _START, hidden, free=length)
                for analysis in hidden:
                    scores.setdefault(analysis.base, _UNLIKELY)
        return scores

    def _bare_score(self, word: str, *, capital: bool) -> int:
        if word in self._whole or (capital and word in self._bare_names):
            return 100
        if word in self._known:
            return 60
        if capital:
            return 4 if word.endswith(self._capital_endings) else 0
        return 4 if word.endswith(self._common_endings) else 0

    def _stem_score(self, analysis: Analysis, *, capital: bool) -> int:
        """How likely the base is one; `capital` where the word begins with a capital letter."""
        base = analysis.base
        if base in self._known:
            return 30 + len(base)
        if len(base) < 3:
            return -8
        if not self._vowels.intersection(base):
            return -12
        if base.endswith(self._unlikely):
            return -6
        if len(base) > 4 and base.endswith(self._endings if capital else self._common_endings):
            return 3
        if len(base) == 3:
            return -4 if capital and analysis.suffixes[0] == _PLURAL else -2
        if capital and analysis.suffixes[0].startswith(_POSSESSIVE):
            return -3
        # Common nouns stand with a possessor more often than not; names seldom do.
        possessed = len(analysis.suffixes) == 1 and analysis.suffixes[0].startswith(_POSSESSIVE)
        return 2 if possessed and not capital else 0

    # -- taking off --------------------------------------------------------------------------------

    def _undo(
        self, word: str, path: _Path, found: list[Analysis], *, free: int | None = None
    ) -> None:
        """Take the last suffix off `word`, then the one before it.

        `path` is what has been taken off already; `free` the length of a beginning (an
        abbreviation, a number) that takes suffixes of any harmony, `None` for other words.
        """
        for index, left in self._endings_of(word, path.slots, free):
            suffix = self._suffixes[index]
            inner = suffix.inner_weight
            weight = path.weight + (suffix.weight if inner is None or not path.names else inner)
            names = (suffix.name, *path.names)
            bare = STEM in suffix.after if free is None else len(left) == free
            if bare and (STEM in suffix.after or OPEN in suffix.after):
                vocalic = word[len(left)] in self._vowels
                for base in self._restore(left, vocalic=vocalic, whole=free is not None):
                    # A final consonant that may have been voiced most often has been.
                    cut = weight - (vocalic and base[-1] in self._unvoiced)
                    stages = (*path.stages, base)
                    found.append(Analysis(base=base, suffixes=names, stages=stages, weight=cut))
            if len(left) > 2 and (free is None or len(left) > free):
                longer = _Path(self._after[index], names, (*path.stages, left), weight)
                self._undo(left, longer, found, free=free)

    def _endings_of(
        self, word: str, slots: frozenset[str] | None, free: int | None = None
    ) -> Iterator[tuple[int, str]]:
        """Suffixes `word` may end in, as their index and what stands before them."""
        size = len(word)
        if word[-1:] not in self._finals:
            return
        for length in range(1, min(self._longest, size - 1) + 1):
            entries = self._surfaces.get(word[size - length :])
            if entries is None:
                continue
            left = word[: size - length]
            context = self._context(left)
            for entry in entries:
                if slots is not None and self._suffixes[entry.suffix].slot not in slots:
                    continue
                if free == len(left) or context in entry.contexts:
                    yield entry.suffix, left

    def _context(self, left: str) -> str:
        """Last vowel and last sounded letter; empty where there is no vowel."""
        last = ""
        for letter in reversed(left):
            if not last and letter not in self._table.silent:
                last = letter
            if letter in self._vowels:
                return letter + last
        return ""

    def _restore(self, stem: str, *, vocalic: bool, whole: bool) -> Iterator[str]:
        """Base forms whose stem before a suffix is `stem`."""
        if whole:
            yield stem
            return
        soft = self._soft.get(stem)
        if soft is not None:
            yield soft
        if not vocalic:
            yield stem
            return
        dropped = self._undropped.get(stem)
        if dropped is not None:
            yield dropped
        last = stem[-1]
        unvoiced = self._unvoiced.get(last)
        if unvoiced is not None and len(stem) > 1 and stem[-2] in self._vowels:
            yield stem[:-1] + unvoiced
        if not self._voices(stem) and stem not in self._dropped:
            yield stem

    def _voices(self, stem: str) -> bool:
        """Whether the last letter of `stem` changes before a vowel."""
        return len(stem) > 1 and stem[-1] in self._table.voicing and stem[-2] in self._vowels

    # -- putting on --------------------------------------------------------------------------------

    def _generate(self, base: str) -> Iterator[str]:
        for form, irregular in sorted(self._irregular.items()):
            if irregular == base:
                yield form
        lower = base.lower()
        free = base.isupper() or base[-1:].isdigit()
        stem = base
        if lower.rstrip(self._table.silent) in self._soft:
            stem = base.rstrip(self._table.silent)
        pending: list[tuple[str, tuple[str, ...]]] = [(stem, (STEM,))]
        for left, slots in pending:  # grows while it is read
            for index, suffix in enumerate(self._suffixes):
                # A slot is filled once, or forms would never end: -дагы-лар-дагы-лар.
                if suffix.slot in slots:
                    continue
                opens = free and len(slots) == 1 and OPEN in suffix.after
                if not opens and slots[-1] not in self._after[index]:
                    continue
                for form in self._attach(left, suffix, free=free and len(slots) == 1):
                    yield form
                    pending.append((form, (*slots, suffix.slot)))

    def _attach(self, left: str, suffix: Suffix, *, free: bool) -> Iterator[str]:
        """`left` with the suffix on it, in every accepted spelling, the standard one first."""
        if free:
            name = self._table.letter_names.get(left[-1], left.lower())
            contexts = [context for context in (self._context(name),) if context]
        else:
            contexts = [self._context(left.lower())]
        for context in contexts:
            if not context:
                continue
            vowel, last = context[0], context[1]
            for kind in self._classes.get(last, ()):
                for pair in range(len(self._table.harmony[vowel])):
                    text = self._spell(suffix, vowel, pair, kind)
                    if text is None:
                        continue
                    yield (left if free else self._before(left, text)) + text

    def _before(self, left: str, text: str) -> str:
        """`left` as it is written before a suffix spelled `text`."""
        if text[0] not in self._vowels:
            return left
        lower = left.lower()
        dropped = self._dropped.get(lower)
        if dropped is not None:
            return left[: len(dropped) - 1] + dropped[-1]
        return left[:-1] + self._table.voicing[lower[-1]] if self._voices(lower) else left

    # -- spelling ----------------------------------------------------------------------------------

    def _spell(self, suffix: Suffix, vowel: str, pair: int, kind: str) -> str | None:
        """The suffix after a stem with that last vowel and a last letter of the class `kind`."""
        template = suffix.after_vowel if kind == "vowel" else suffix.after_consonant
        if template is None:
            return None
        symbols = self._table.vowel_symbols
        letters: list[str] = []
        vowels = self._table.harmony[vowel][pair]
        for symbol in template:
            place = symbols.find(symbol)
            if place >= 0:
                letter = vowels[place]
            elif symbol in self._table.assimilation:
                letter = self._table.assimilation[symbol][kind]
            else:
                letter = symbol
            if letter in self._vowels:
                vowels = self._table.harmony[letter][0]
            kind = self._classes[letter][0]
            letters.append(letter)
        return "".join(letters)

    def _build_surfaces(self) -> dict[str, tuple[_Surface, ...]]:
        """Every spelling of every suffix, with what may stand before it."""
        contexts: dict[tuple[str, int], set[str]] = {}
        for index, suffix in enumerate(self._suffixes):
            for vowel, pairs in self._table.harmony.items():
                for kind, letters in self._table.classes.items():
                    before = [vowel] if kind == "vowel" else list(letters)
                    for pair in range(len(pairs)):
                        text = self._spell(suffix, vowel, pair, kind)
                        if text is not None:
                            seen = contexts.setdefault((text, index), set())
                            seen.update(vowel + letter for letter in before)
        found: dict[str, tuple[_Surface, ...]] = {}
        for (text, index), seen in contexts.items():
            surface = _Surface(index, frozenset(seen))
            found[text] = (*found.get(text, ()), surface)
        return found


def _split(lines: tuple[str, ...]) -> list[str]:
    return [word for line in lines for word in line.split()]


def _split_hyphen(word: str) -> tuple[str, str]:
    """The part that is never inflected, hyphen included, and the last part."""
    cut = 0
    if word.isalpha():
        return "", word
    for match in _HYPHENS.finditer(word):
        if match.end() < len(word):
            cut = match.end()
    return word[:cut], word[cut:]


def _open_stem(word: str) -> int | None:
    """Length of an abbreviation or number with letters glued to it; `None` for other words."""
    if word[:1].isalpha() and not word[1:2].isupper():
        return None  # most words
    number = _DIGITS.match(word)
    if number is not None:
        return number.end() if number.end() < len(word) else None
    size = 0
    while size < len(word) and word[size].isupper():
        size += 1
    return size if 2 <= size < len(word) and word[size:].islower() else None


def _with_capitals(base: str, word: str) -> str:
    """`base` with the capitals `word` has where both have a letter."""
    if word.isupper():
        return base.upper()
    same = min(len(base), len(word))
    return "".join(
        base[n].upper() if n < same and word[n].isupper() else base[n] for n in range(len(base))
    )
