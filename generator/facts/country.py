"""Countries named by noun, adjective or people: `Кыргызстандын`, `АКШ`, `Kyrgyz-Tajik`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import CountryName
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable, fold
from generator.recognition.recogniser import Found, Recogniser
from generator.text.tokens import tokenise

KIND = Kind("country")
REQUIRES: tuple[Kind, ...] = ()

Form = Literal["noun", "adjective"]
_COMPOUND = "country.compound"
_PEOPLE = "country.people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """A country's name that a region elsewhere bears too: `Georgia`."""

    name: str
    country_signs: tuple[str, ...]
    """Words that show, anywhere in the text, that the country is meant; lower case."""
    region_signs: tuple[str, ...]
    """Words that show the region, where none of the others stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCues:
    """`country.toml`: what decides whether a country's name means the country."""

    inflect_all: bool = False
    """Whether every word of a name is declined, not the last alone."""
    personal_names: tuple[str, ...] = ()
    """Countries' names that are given or family names too: `Jordan`."""
    surnames: tuple[str, ...] = ()
    """Those of them that are surnames: once somebody bears one, the name alone is a person's,
    except after one of `locatives`."""
    locatives: tuple[str, ...] = ()
    """Words before a place: `in`, `from`."""
    common_words: tuple[str, ...] = ()
    """Countries' names that are written like an ordinary word, hence unsure where a sentence
    begins: `Того`."""
    openers: tuple[str, ...] = ()
    """Words that begin a sentence with a capital and are no part of a name: `In`, `The`."""
    not_before: tuple[str, ...] = ()
    """Base forms that make a place or a street of the country's name before them: `көчөсү`."""
    not_after: tuple[str, ...] = ()
    """The same of words before the name: `улица`."""
    namesakes: tuple[Namesake, ...] = ()
    needs_state: bool = False
    """Whether an adjective names its country only beside the country's own name elsewhere in the
    text, in a compound (`российско-китайский`) or before one of `state_words`."""
    state_words: tuple[str, ...] = ()
    """Base forms of what belongs to a state: `президент`, `посольство`, `граница`."""


@dataclass(frozen=True, slots=True)
class _Row:
    code: CountryCode | None
    """`None` for a phrase that contains a country's name and means something else."""
    form: Form
    words: tuple[str, ...]
    people: bool = False


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """The recogniser of country names; `None` where the pack has no `countries.toml`."""
    if not (language.folder / "countries.toml").exists():
        return None
    return CountryRecogniser(language, knowledge)


class CountryRecogniser:
    """Looks up CLDR's and the pack's names in any inflected form."""

    def __init__(self, language: Language, knowledge: Knowledge) -> None:
        cues = language.table("country", CountryCues) or CountryCues()
        rows = list(_rows(language, knowledge))
        self._language = language
        self._table = PhraseTable(
            ((" ".join(row.words), row) for row in rows),
            language,
            inflect_all=cues.inflect_all,
        )
        self._halves = {
            fold(row.words[0].rstrip("-")): row for row in rows if row.words[0].endswith("-")
        }
        self._parts: dict[str, list[_Row]] = {}
        for row in rows:
            if len(row.words) == 1 and row.code is not None and not row.words[0].endswith("-"):
                self._parts.setdefault(fold(row.words[0]), []).append(row)
        self._personal = frozenset(map(fold, cues.personal_names))
        self._surnames = frozenset(map(fold, cues.surnames))
        self._locatives = frozenset(map(fold, cues.locatives))
        self._common = frozenset(map(fold, cues.common_words))
        self._openers = frozenset(map(fold, cues.openers))
        self._namesakes = {fold(namesake.name): namesake for namesake in cues.namesakes}
        self._needs_state = cues.needs_state
        self._state_words = frozenset(map(fold, cues.state_words))
        self._not_before = frozenset(map(fold, cues.not_before))
        self._not_after = frozenset(map(fold, cues.not_after))

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        """Every name of a country in `passage`."""
        mentions: list[Mention] = []
        for result in self._names(passage):
            if isinstance(result, Rejection):
                yield result
            elif self._is_region(passage, result.span):
                yield result.declined("a region of the same name is meant")
            else:
                mentions.append(result)
        named = {_code(mention) for mention in mentions if _is_sure(mention)}
        for mention in mentions:
            if (
                not self._needs_state
                or _code(mention) in named
                or self._is_of_state(passage, mention.span)
            ):
                yield mention
            else:
                yield mention.declined("an adjective of no state, and its country is not named")

    def _is_region(self, passage: Passage, name: Span) -> bool:
        """Whether a name that a region bears too means the region."""
        if not self._namesakes:
            return False
        namesake = next(
            (
                self._namesakes[base]
                for base in map(fold, self._language.base_forms(name.of(passage.text)))
                if base in self._namesakes
            ),
            None,
        )
        if namesake is None:
            return False
        words = {base for token in passage.tokens for base in self._language.base_forms(token.text)}
        return words.isdisjoint(namesake.country_signs) and not words.isdisjoint(
            namesake.region_signs
        )

    def _is_of_state(self, passage: Passage, adjective: Span) -> bool:
        """Whether one of the next two words belongs to a state."""
        first = passage.tokens_in(adjective).stop
        for index in range(first, min(first + 2, len(passage.tokens))):
            token = passage.tokens[index]
            if not token.is_word:
                return False
            if not self._state_words.isdisjoint(self._language.base_forms(token.text)):
                return True
        return False

    def _names(self, passage: Passage) -> Iterator[Mention | Rejection]:
        tokens = passage.tokens
        index = 0
        borne: set[str] = set()
        while index < len(tokens):
            if not tokens[index].is_word:
                index += 1
                continue
            match = self._best(passage, index)
            if match is not None:
                name = fold(match.phrase)
                reason = self._means_else(passage, match)
                if reason:
                    yield _declined(passage, match, reason)
                    if match.row.code is not None:
                        borne.update({name} & self._surnames)
                elif name not in borne or fold(tokens[index - 1].text) in self._locatives:
                    yield _mention(match.span(passage), match.row, _rule(match.row))
                else:
                    yield _declined(passage, match, "the surname of somebody named above")
                index = match.last + 1
                continue
            if "-" in tokens[index].text:
                yield from self._compound(tokens[index].text, tokens[index].start)
            index += 1

    def _best(self, passage: Passage, index: int) -> PhraseMatch[_Row] | None:
        best: PhraseMatch[_Row] | None = None
        rank: tuple[int, int, bool] = (0, 0, False)
        for match in self._table.match_at(passage, index):
            written = tuple(token.text for token in passage.tokens[match.first : match.last + 1])
            if not _capitals_fit(match.row, written):
                continue
            noun = match.row.code is None or match.row.form == "noun"
            here = (match.last - match.first + 1, len(match.phrase), noun)
            if here > rank:
                best, rank = match, here
        return best

    def _means_else(self, passage: Passage, match: PhraseMatch[_Row]) -> str:
        """Why a listed name is no country's here; empty where it is."""
        if match.row.code is None:
            return "in a longer name, of something else"
        tokens = passage.tokens
        sentence = passage.sentence_of(match.span(passage))
        begins = tokens[match.first].start == sentence.start
        name = fold(match.phrase)
        if begins and name in self._common:
            return "an ordinary word may begin the sentence"
        before = tokens[match.first - 1] if match.first and not begins else None
        after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
        if before is not None and fold(before.text) in self._not_after:
            return "the name of a street or place"
        if after is not None and after.is_word and self._not_before:
            bases = {fold(after.text), *map(fold, self._language.base_forms(after.text))}
            if bases & self._not_before:
                return "the name of a street or place"
        if match.row.form == "noun" and name in self._personal:
            if after is not None and after.is_capitalised and not after.text.isupper():
                gap = passage.text[tokens[match.last].end : after.start]
                if gap == " " and after.start < sentence.end:
                    return "a person's name, as the next word shows"
            if (
                before is not None
                and (before.is_capitalised or before.text == ".")
                and fold(before.text) not in self._openers
            ):
                return "a person's name, as the word before shows"
        return ""

    def _compound(self, text: str, start: int) -> Iterator[Mention | Rejection]:
        """The countries in one hyphenated word: `кыргыз-тажик`, `US-China`, `АКШ-га`."""
        parts = [(part.group(), start + part.start()) for part in re.finditer(r"[^-]+", text)]
        rows: list[tuple[_Row, Span]] = []
        for place, (part, offset) in enumerate(parts):
            row = self._part(part, last=place == len(parts) - 1)
            if row is not None:
                rows.append((row, Span(offset, offset + len(part))))
        if len(rows) == 1:
            # One country alone: `US-led`, `АКШ-га`, not `Кыргыз-Ата` or `Georgia-Ann`.
            row, span = rows[0]
            lower = all(part.islower() for part, _ in parts[1:])
            if row.form != "noun" or span.start != start or not lower:
                yield _mention(span, row, _COMPOUND).declined("half of a hyphenated name")
                return
        for row, span in rows:
            yield _mention(span, row, _COMPOUND)

    def _part(self, part: str, *, last: bool) -> _Row | None:
        key = fold(part)
        keys = [key]
        if not last and key in self._halves:
            return self._halves[key]
        keys.extend(map(fold, self._language.base_forms(part)))
        best: _Row | None = None
        for candidate in dict.fromkeys(keys):
            for row in self._parts.get(candidate, ()):
                if _capitals_fit(row, (part,)) and (
                    best is None or (row.form == "noun" and best.form != "noun")
                ):
                    best = row
            if best is not None:
                return best
        return None


def _rows(language: Language, knowledge: Knowledge) -> Iterator[_Row]:
    """Every name to look up; a country's name of several words may also stand bracketless."""
    seen: set[tuple[str, Form]] = set()
    for code in knowledge.countries.codes:
        words = language.countries.countries.get(code)
        names: list[tuple[str, Form]] = [
            (name, "noun") for name in knowledge.countries.names(code, language.code)
        ]
        if words is not None:
            names += [(name, "adjective") for name in (*words.adjectives, *words.peoples)]
        peoples = frozenset(words.peoples if words is not None else ()) - frozenset(
            words.adjectives if words is not None else ()
        )
        for name, form in names:
            if "(" not in name and (name, form) not in seen:
                seen.add((name, form))
                yield _Row(code, form, _words(name), name in peoples)
    for phrase in language.countries.not_countries:
        yield _Row(None, "noun", _words(phrase))


def _words(name: str) -> tuple[str, ...]:
    if name.endswith("-"):
        return (name,)
    parts = tuple(name.split(" "))
    if all(map(str.isalpha, parts)):
        return parts  # most names: letters and blanks alone
    return tuple(token.text for token in tokenise(name))


def _capitals_fit(row: _Row, written: tuple[str, ...]) -> bool:
    """Whether a text's words have the capitals that the listed ones have.

    A word listed in capitals (`АКШ`) must begin with just these; one listed with a capital must
    have it; any other may stand anyhow.
    """
    for listed, word in zip(row.words, written, strict=False):
        if not listed[0].isupper():
            continue
        if len(listed) > 1 and listed.isupper():
            if not word.startswith(listed):
                return False
        elif not word[0].isupper() and (listed is row.words[0] or row.code is None):
            # `Соединённые штаты`, `Кыргыз республикасы`: only the first word's capital is sure
            return row.code is None
    return True


def _code(mention: Mention) -> CountryCode:
    assert isinstance(mention.value, CountryName)
    return mention.value.code


def _rule(row: _Row) -> str:
    if row.form == "noun":
        return "country.name"
    return _PEOPLE if row.people else "country.adjective"


def _is_sure(mention: Mention) -> bool:
    """Whether it names its country whatever stands around it."""
    assert isinstance(mention.value, CountryName)
    return mention.value.form == "noun" or mention.rule.startswith((_COMPOUND, _PEOPLE))


def _declined(passage: Passage, match: PhraseMatch[_Row], reason: str) -> Rejection:
    row = match.row
    rule = f"{_rule(row)}/{row.code}" if row.code else f"country.not-countries/{match.phrase}"
    return Rejection(kind=KIND, span=match.span(passage), rule=rule, reason=reason)


def _mention(span: Span, row: _Row, rule: str) -> Mention:
    assert row.code is not None
    return Mention(
        kind=KIND,
        span=span,
        value=CountryName(code=row.code, form=row.form),
        rule=f"{rule}/{row.code}",
    )
