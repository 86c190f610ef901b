"""What a browser needs to read an amount that a reader asks for: `over $10 million`.

From the tables of the recognisers, and `asking.toml` for what only a question says. Words are in
search keys, so that letters and script do not count; units by their stems; number words and their
endings as they are written, for a key does not tell where an ending begins. `assets/js/amounts.js`
reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.lexicon.language import Language
from generator.recognition.amounts import QuantityWords
from generator.recognition.units import MoneyWords, PercentWords
from generator.text.search_words import search_key, search_words

PERCENT = "%"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingWords:
    """`asking.toml`: bounds as readers ask for them, beside the hedges of `quantities.toml`."""

    at_least_before: tuple[str, ...] = ()
    at_least_after: tuple[str, ...] = ()
    at_most_before: tuple[str, ...] = ()
    at_most_after: tuple[str, ...] = ()
    range_between: tuple[str, ...] = ()
    range_after: tuple[str, ...] = ()
    """What may follow both ends of a range: `ортосунда`."""


def unit_key(unit: str, language: Language) -> str:
    """The key in which the forms of a counted noun meet: `адамдан` and `адам`."""
    return " ".join(search_key(language.search_stem(word)) for word in search_words(unit))


def asking_table(language: Language) -> dict[str, object]:
    """All that is said of amounts in one language."""
    numerals = language.numerals
    words = language.table("quantities", QuantityWords) or QuantityWords()
    asking = language.table("asking", AskingWords) or AskingWords()
    money_only = set(words.money_multipliers)
    return {
        "mark": language.profile.decimal_mark,
        "cardinals": {word: int(value) for word, value in numerals.cardinals.items()},
        "fractions": {word: float(value) for word, value in numerals.fractions.items()},
        "multipliers": {
            word: int(value)
            for word, value in numerals.multipliers.items()
            if word not in money_only
        },
        "short": {
            word: int(value) for word, value in numerals.multipliers.items() if word in money_only
        },
        "article": list(words.article),
        "endings": list(words.endings),
        "from": list(words.range_endings),
        "between": _phrases((*asking.range_between, *words.range_between)),
        "open": _phrases(words.range_before),
        "fillers": _keys(words.fillers),
        "before": {
            "least": _phrases((*asking.at_least_before, *words.at_least_before)),
            "most": _phrases((*asking.at_most_before, *words.at_most_before)),
            "about": _phrases(words.approximate_before),
        },
        "after": {
            "least": _phrases((*asking.at_least_after, *words.at_least_after)),
            "most": _phrases((*asking.at_most_after, *words.at_most_after)),
            "about": _phrases(words.approximate_after),
            "within": _phrases(asking.range_after),
        },
        "units": _units(language),
    }


def signs(languages: Iterable[Language]) -> dict[str, str]:
    """Signs that stand beside a number, whatever the language: `$` → USD, `%` → %."""
    found: dict[str, str] = {}
    for language in languages:
        money = language.table("money", MoneyWords)
        percent = language.table("percent", PercentWords)
        found |= {} if money is None else money.symbols
        found |= dict.fromkeys(() if percent is None else percent.symbols, PERCENT)
    return dict(sorted(found.items()))


def _units(language: Language) -> Mapping[str, list[object]]:
    """Phrase to its unit and how many of it make one: `tyyyn` → KGS, 100."""
    money = language.table("money", MoneyWords)
    percent = language.table("percent", PercentWords)
    rows: list[tuple[str, str, int]] = []
    if money is not None:
        rows += [(name, code, 1) for code, names in money.currencies.items() for name in names]
        rows += [(name, one.currency, one.parts) for name, one in money.sub_units.items()]
    if percent is not None:
        rows += [(name, PERCENT, 1) for name in (*percent.units, *percent.points)]
    found: dict[str, list[object]] = {}
    for name, unit, parts in rows:  # of spellings that meet, the first listed is meant
        found.setdefault(unit_key(name, language), [unit, parts])
    return found


def _keys(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(search_key, words)))


def _phrases(phrases: Iterable[str]) -> list[str]:
    """Phrases of words, a `*` for any ending kept; those with a gap (`…`) are for running text."""
    found: dict[str, None] = {}
    for phrase in phrases:
        if "…" not in phrase:
            words = phrase.lower().replace(",", " ").split()
            key = " ".join(
                search_key(word.rstrip("*")) + "*" * word.endswith("*") for word in words
            )
            found[key] = None
    return sorted(found, key=lambda one: (-one.count(" "), one))
