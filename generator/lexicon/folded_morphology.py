"""Search stems of a suffixing language, from the tables of `morphology` with their letters folded.

A reader may type `окмоттун` for `өкмөттүн`. Folding comes first, then the suffixes are taken off
with tables folded the same way, so that both spellings take the same path. The browser takes it
too: `for_browser` is everything this class knows, and `assets/js/search.js` reads it the same way.

A stem need not be a word: it is enough that the forms of one word meet. Where a word may be read in
two ways (`офиси`: `офис-и` or `офи-си`) and its bare form in one, no choice makes all forms meet;
the letter in doubt, a trace, is left off every stem instead.

Verbs are looked for before nouns, and what is found is final: `дайындады` ends in `дайында`, not in
`дай`. Their endings are those of nouns in part, so a stem must be listed, or made as verbs are, or
stand before an ending that only verbs have there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from generator.lexicon.morphology import (
    OPEN,
    STEM,
    Morphology,
    NameStems,
    Stems,
    Suffix,
    SuffixTable,
)

_REMEMBERED = 65_536
_TURNS = 4
_CERTAIN = 90
_LEAST = -1
"""What a suffix weighs at least: that a search takes one off too many costs little, as it does so
from every form of the word; that it leaves one on costs a result."""
_POSSESSIVE = "possessive"
_VERB = "verb"
"""The name, in `after`, of a verb without a suffix."""
_SPELLING = ("after_vowel", "after_consonant", "vowels", "letters")
"""What a browser finds in the surfaces of a suffix."""
_LONG = 4
"""Letters that a stem has at least which is no listed one."""
_NO_NAMES = NameStems(surname_endings=(), given_endings=(), first_parts=(), bare=(), possessed=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Final letters of a stem that may be the beginning of a suffix too."""

    shortest: int
    """Letters that the stem has at least."""
    behind: str
    """The letters that may stand before it."""
    letters: Mapping[str, str]
    """The final letter to what stands for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbSuffix:
    """One suffix of verbs; slots and symbols as in `morphology.Suffix`."""

    slot: str
    after: tuple[str, ...]
    """The slots it may follow; `verb` is a verb without a suffix, `stem` a noun."""
    after_vowel: str | None = None
    after_consonant: str | None = None
    shortest: int = 0
    """Letters at least of what it is taken off."""
    vowel: int = 1
    """What it is taken off where that ends in a vowel: a listed verb (0), also one made of a noun
    or of another verb (1), also anything long (2), a listed verb that is no noun (-1)."""
    consonant: int = 1
    """The same for what ends in a consonant."""
    always: bool = False
    """Whether the two hold where it is not the last suffix, as those of the last suffix do."""
    made: bool = False
    """Whether it makes another verb: it is left on."""
    weak: bool = False
    """Whether what it makes loses it all the same unless it is listed: nouns have such an end."""
    vowels: str = ""
    """The last vowels of what it may follow; empty for any."""
    letters: str = ""
    """The same for last letters."""
    merges: str = ""
    """Last letters of stems that it swallows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTable:
    """`search.toml` of a suffixing language; what it says of letters is said of folded ones."""

    words: tuple[str, ...]
    """Base forms beside those of `stems.toml`, separated by spaces."""
    fold: Mapping[str, str]
    """Letters beside those of `suffixes.toml` to what stands for them; it may be several."""
    traces: tuple[Trace, ...]
    irregular: Mapping[str, str] = field(default_factory=dict)
    """Form of a verb to its stem."""
    verbs: tuple[str, ...] = ()
    """Stems of verbs, separated by spaces."""
    verbal: tuple[VerbSuffix, ...] = ()
    loan: str = ""
    """The final letters of loans that, with a vowel, look like the past: парад-ы."""
    assimilation: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Consonant symbols of `verbal` beside those of `suffixes.toml`."""


class _Path(NamedTuple):
    """The suffixes taken off so far."""

    slots: frozenset[str] | None
    depth: int
    first: str
    """The name of the one nearest to the stem."""
    weight: int


class FoldedMorphology:
    """Stems of folded words."""

    def __init__(self, table: SuffixTable, stems: Stems, search: SearchTable) -> None:
        letters = {**table.fold, **search.fold}
        self._fold = str.maketrans(letters)
        self._letters = letters
        stems = replace(stems, words=(*stems.words, *search.words))
        folded, folded_stems = _folded(table, stems, self._fold)
        engine = Morphology(folded, folded_stems, _NO_NAMES)
        self._suffixes = folded.suffixes
        self._after = [frozenset(suffix.after) for suffix in folded.suffixes]
        self._vowels = frozenset(folded.harmony)
        self._voicing = dict(folded.voicing)
        self._unvoiced = {voiced: letter for letter, voiced in folded.voicing.items()}
        self._surfaces = engine.surfaces()
        self._longest = max(map(len, self._surfaces), default=0)
        self._whole = _words(folded_stems.whole) | _words(folded_stems.uninflected)
        self._known = _words(folded_stems.words) | _words(folded_stems.whole)
        # `тор` of `фактор` is the plural of `жүктөр` when folded: it tells nothing.
        self._common = tuple(
            ending
            for ending in (*folded_stems.endings, *folded_stems.common_endings)
            if ending not in self._surfaces
        )
        self._participles = folded_stems.common_endings
        self._undropped = {stem: word for word, stem in folded_stems.dropped.items()}
        self._irregular = dict(folded_stems.irregular)
        self._traces = {
            before + letter: (trace.shortest, before + put)
            for trace in search.traces
            for before in trace.behind
            for letter, put in trace.letters.items()
        }
        self._best = lru_cache(_REMEMBERED)(self._likeliest)
        assimilation = {**table.assimilation, **search.assimilation}
        endings = tuple(
            Suffix(
                slot=one.slot,
                name=one.slot,
                after=one.after,
                after_vowel=one.after_vowel,
                after_consonant=one.after_consonant,
            )
            for one in search.verbal
        )
        verbal = replace(table, assimilation=assimilation, suffixes=endings)
        folded_verbal = _folded(verbal, stems, self._fold)[0]
        self._verbal = search.verbal
        self._loan = search.loan.translate(self._fold)
        surfaces = Morphology(folded_verbal, folded_stems, _NO_NAMES).surfaces()
        self._endings = {
            text: tuple((index, self._allowed(contexts, index)) for index, contexts in entries)
            for text, entries in surfaces.items()
        }
        self._longest_ending = max(map(len, self._endings), default=0)
        self._wide = {
            vowel: pairs[0][0].translate(self._fold)
            for vowel, pairs in table.harmony.items()
            if vowel.translate(self._fold) == vowel
        }
        self._verbs = frozenset(
            self._same(word.translate(self._fold)) for word in _words(search.verbs)
        )
        self._verb_forms = {
            form.translate(self._fold): stem.translate(self._fold)
            for form, stem in search.irregular.items()
        }
        # A verb's noun is one of its forms; any other noun known is not.
        swallowing = {one.after_consonant for one in search.verbal if one.merges}
        self._swallowing = tuple(sorted(one.translate(self._fold) for one in swallowing if one))
        self._no_verbs = frozenset(
            word for word in self._known if not word.endswith(self._swallowing)
        )
        self._verb = lru_cache(_REMEMBERED)(self._verb_stem)

    def search_stem(self, word: str) -> str:
        """The likeliest base of `word`, lower case, letters folded.

        Capitals count for one thing: they show an abbreviation with an ending glued to it.
        """
        size = 0
        while size < len(word) and word[size].isupper():
            size += 1
        glued = size if 2 <= size < len(word) and word[size:].islower() else 0
        stem = word.lower().translate(self._fold)
        if glued:
            stem = self._best(stem, len(word[:glued].lower().translate(self._fold)))
        for _ in range(_TURNS):
            verb = self._verb(stem)
            if verb:
                return verb
            shorter = self._best(stem, 0)
            shortest, left = self._traces.get(shorter[-2:], (0, shorter[-2:]))
            if len(shorter) >= shortest:
                shorter = shorter[:-2] + left
            if shorter == stem:
                break
            stem = shorter
        return stem

    def for_browser(self) -> dict[str, object]:
        """The tables, free of everything the browser can work out itself."""
        return {
            "kind": "suffixes",
            "fold": self._letters,
            "vowels": "".join(sorted(self._vowels)),
            "voicing": self._voicing,
            "suffixes": [
                [
                    suffix.slot,
                    sorted(suffix.after),
                    suffix.weight,
                    suffix.weight if suffix.inner_weight is None else suffix.inner_weight,
                    int(suffix.name.startswith(_POSSESSIVE)),
                ]
                for suffix in self._suffixes
            ],
            "surfaces": {
                text: [[index, " ".join(sorted(contexts))] for index, contexts in entries]
                for text, entries in sorted(self._surfaces.items())
            },
            "whole": " ".join(sorted(self._whole)),
            "known": " ".join(sorted(self._known)),
            "common": list(self._common),
            "undropped": self._undropped,
            "irregular": self._irregular,
            "traces": self._traces,
            "verbs": " ".join(sorted(self._verbs)),
            "verbForms": self._verb_forms,
            "swallowing": self._swallowing,
            "loan": self._loan,
            "wide": self._wide,
            "participles": self._participles,
            "verbal": [
                {name: value for name, value in asdict(suffix).items() if name not in _SPELLING}
                for suffix in self._verbal
            ],
            "endings": {
                text: [[index, " ".join(sorted(contexts))] for index, contexts in entries]
                for text, entries in sorted(self._endings.items())
            },
        }

    def _verb_stem(self, word: str) -> str:
        """The verb `word` is a form of: rather one that is known, then the longest; or nothing."""
        if word in self._verb_forms:
            return self._verb_forms[word]
        if word in self._no_verbs or word in self._irregular or self._same(word) in self._verbs:
            return ""
        found: dict[str, int] = {}
        self._undo_verb(word, None, None, found)
        stem = min(found, key=lambda one: (max(found[one], 0), -len(one), one), default="")
        while stem not in self._verbs:
            weak = [left for index, left in self._made_of(stem) if self._verbal[index].weak]
            if not weak:
                break
            stem = weak[0]
        return stem

    def _undo_verb(
        self,
        word: str,
        slots: tuple[str, ...] | None,
        last: VerbSuffix | None,
        found: dict[str, int],
    ) -> None:
        """Put into `found` what `word` may be a form of, and how little speaks for it.

        `last` is the last suffix of the whole word if this is not all of it.
        """
        for index, left, vocalic in self._lefts(word):
            suffix = self._verbal[index]
            if suffix.made or (slots is not None and suffix.slot not in slots):
                continue
            ending = last or suffix
            strict = suffix if suffix.always else ending
            if _VERB in suffix.after:
                for base in self._restore(left, vocalic=vocalic, whole=False):
                    stem = self._same(base)
                    doubt = self._doubt(stem)
                    if stem[-1] in self._vowels:
                        most = min(ending.vowel, strict.vowel)
                    else:
                        most = min(ending.consonant, strict.consonant)
                    if len(stem) >= suffix.shortest and doubt <= most:
                        found[stem] = doubt
            if len(left) > 2 and left not in self._no_verbs:
                self._undo_verb(left, suffix.after, ending, found)

    def _lefts(self, word: str) -> Iterator[tuple[int, str, bool]]:
        """Suffixes of verbs that `word` may end in, what stands before, whether they are vocalic.

        The letter that a suffix has swallowed is put back.
        """
        for length in range(1, min(self._longest_ending, len(word) - 1) + 1):
            left = word[: len(word) - length]
            for index, contexts in self._endings.get(word[len(word) - length :], ()):
                if self._context(left) in contexts:
                    merges = self._verbal[index].merges
                    for letter in merges:
                        yield index, left + letter, False
                    if not merges:
                        yield index, left, word[len(left)] in self._vowels

    def _doubt(self, stem: str) -> int:
        """How little speaks for a verb: see `VerbSuffix.vowel`; 3 for nothing."""
        if stem in self._verbs:
            return 0 if stem in self._no_verbs else -1
        if len(stem) < _LONG:
            return 3
        if self._made_of(stem):
            return 1
        vowels = sum(letter in self._vowels for letter in stem)
        loan = stem + self._loan
        if stem[-1] not in self._wide.values() or vowels < 2:
            return 3
        return 3 if loan in self._known or loan.endswith(self._common) else 2

    def _made_of(self, stem: str) -> list[tuple[int, str]]:
        """The suffixes that may have made a verb, with what they have made it of."""
        found: list[tuple[int, str]] = []
        for index, left, vocalic in self._lefts(stem):
            suffix = self._verbal[index]
            if not suffix.made or len(left) < suffix.shortest:
                continue
            if STEM in suffix.after:
                if not left.endswith(self._participles):
                    found.append((index, left))
                continue
            bases = map(self._same, self._restore(left, vocalic=vocalic, whole=False))
            found += [(index, base) for base in bases if self._doubt(base) <= 1]
        return found

    def _allowed(self, contexts: frozenset[str], index: int) -> frozenset[str]:
        suffix = self._verbal[index]
        vowels, letters = suffix.vowels, suffix.letters
        return frozenset(
            context
            for context in contexts
            if (not vowels or context[0] in vowels) and (not letters or context[1] in letters)
        )

    def _same(self, stem: str) -> str:
        """A verb with the final vowel that shows where a suffix has swallowed it."""
        if len(stem) < 3 or stem[-1] not in self._wide.values():
            return stem
        before = self._context(stem[:-1])[:1]
        return stem[:-1] + self._wide[before] if before else stem

    def _likeliest(self, word: str, glued: int) -> str:
        """The base with the best score, the longest of several, the first in order of those."""
        # A bare word has no credit for its ending: folded, `чегиң` may be anything.
        scores = {word: 100 if word in self._whole else 60 if word in self._known else 0}
        if word in self._irregular:
            scores[self._irregular[word]] = _CERTAIN - 1
        self._undo(word, _Path(None, 0, "", 0), scores, glued)
        return min(scores, key=lambda base: (-scores[base], -len(base), base))

    def _undo(self, word: str, path: _Path, scores: dict[str, int], glued: int) -> None:
        for length in range(1, min(self._longest, len(word) - 1) + 1):
            entries = self._surfaces.get(word[len(word) - length :])
            if entries is None:
                continue
            left = word[: len(word) - length]
            context = self._context(left)
            for index, contexts in entries:
                suffix = self._suffixes[index]
                if path.slots is not None and suffix.slot not in path.slots:
                    continue
                if glued != len(left) and context not in contexts:
                    continue
                inner = suffix.inner_weight
                weight = path.weight + (suffix.weight if inner is None or not path.depth else inner)
                bare = len(left) == glued if glued else STEM in suffix.after
                if bare and (STEM in suffix.after or OPEN in suffix.after):
                    vocalic = word[len(left)] in self._vowels
                    possessed = path.depth == 0 and suffix.name.startswith(_POSSESSIVE)
                    for base in self._restore(left, vocalic=vocalic, whole=glued > 0):
                        score = weight + (
                            _CERTAIN if glued else self._score(base, possessed=possessed)
                        )
                        if score > scores.get(base, -99):
                            scores[base] = score
                if len(left) > max(2, glued):
                    longer = _Path(self._after[index], path.depth + 1, suffix.name, weight)
                    self._undo(left, longer, scores, glued)

    def _score(self, base: str, *, possessed: bool) -> int:
        if base in self._known:
            return 30 + len(base)
        if len(base) < 3:
            return -8
        if not self._vowels.intersection(base):
            return -12
        if len(base) > 4 and base.endswith(self._common):
            return 3
        return 2 if possessed else 0

    def _context(self, left: str) -> str:
        """Last vowel and last letter; empty where there is no vowel."""
        for letter in reversed(left):
            if letter in self._vowels:
                return letter + left[-1]
        return ""

    def _restore(self, stem: str, *, vocalic: bool, whole: bool) -> list[str]:
        """Bases whose stem before a suffix is `stem`."""
        if whole or not vocalic:
            return [stem]
        found = [self._undropped[stem]] if stem in self._undropped else []
        behind_vowel = len(stem) > 1 and stem[-2] in self._vowels
        if behind_vowel and stem[-1] in self._unvoiced:
            found.append(stem[:-1] + self._unvoiced[stem[-1]])
        elif not (behind_vowel and stem[-1] in self._voicing):
            found.append(stem)
        return found


def _folded(table: SuffixTable, stems: Stems, fold: dict[int, str]) -> tuple[SuffixTable, Stems]:
    """Both tables with their letters folded; symbols of suffixes are no letters and stay."""

    def text(word: str) -> str:
        return word.translate(fold)

    def texts(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(text, words))

    def pairs(mapping: Mapping[str, str]) -> dict[str, str]:
        return {text(key): text(value) for key, value in mapping.items()}

    # A letter that folds to several is met as these, never itself.
    harmony: dict[str, tuple[str, ...]] = {}
    for vowel, spellings in table.harmony.items():
        if len(text(vowel)) == 1:
            seen = harmony.get(text(vowel), ())
            harmony[text(vowel)] = tuple(dict.fromkeys((*seen, *texts(spellings))))
    classes = {
        name: "".join(dict.fromkeys(text(one) for one in letters if len(text(one)) == 1))
        for name, letters in table.classes.items()
    }
    suffixes = tuple(
        replace(
            suffix,
            weight=max(suffix.weight, _LEAST),
            inner_weight=None if suffix.inner_weight is None else max(suffix.inner_weight, _LEAST),
            after_vowel=None if suffix.after_vowel is None else text(suffix.after_vowel),
            after_consonant=None
            if suffix.after_consonant is None
            else text(suffix.after_consonant),
        )
        for suffix in table.suffixes
    )
    folded_table = replace(
        table,
        harmony=harmony,
        classes=classes,
        assimilation={key: pairs(value) for key, value in table.assimilation.items()},
        voicing=pairs(table.voicing),
        silent="",
        suffixes=suffixes,
    )
    folded_stems = replace(
        stems,
        words=texts(stems.words),
        whole=texts(stems.whole),
        uninflected=texts(stems.uninflected),
        endings=texts(stems.endings),
        common_endings=texts(stems.common_endings),
        unlikely=(),
        soft=(),
        dropped=pairs(stems.dropped),
        irregular=pairs(stems.irregular),
    )
    return folded_table, folded_stems


def _words(lines: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())
