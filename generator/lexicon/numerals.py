"""Reads numbers the way a language writes them, and writes amounts for readers.

Digits: a decimal mark by language; thousands apart by space, no-break space, thin space, comma,
point or nothing. Words: cardinals, multipliers and fractions from `numerals.toml`. No value is
ever rounded, in either direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.lexicon.language import Language
from generator.model.quantity import Quantity

WordKind = Literal["cardinal", "multiplier", "fraction"]

_SPACES = re.compile("[ \u00a0\u2009\u202f']")
_GROUPED_SPACE = re.compile("\\d{1,3}(?:[ \u00a0\u2009\u202f']\\d{3})+(?:[.,]\\d+)?")
_MARKS = re.compile(r"[.,]")
_GROUPED_MARK = re.compile(r"\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3})+(?:,\d+)?)")
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word that is a number or part of one."""

    kind: WordKind
    value: Decimal


def number_words(language: Language, endings: Sequence[str] = ()) -> Mapping[str, NumberWord]:
    """Every written form, lower case, of the number words of `language`.

    `endings` are what the language glues to a number; each number word is taken with and without
    each of them, which is cheaper and surer than asking for base forms at every word of a text.
    """
    numerals = language.numerals
    sources: tuple[tuple[WordKind, Mapping[str, int] | Mapping[str, Decimal]], ...] = (
        ("fraction", numerals.fractions),
        ("multiplier", numerals.multipliers),
        ("cardinal", numerals.cardinals),
    )
    found: dict[str, NumberWord] = {}
    for kind, words in sources:
        for word, value in words.items():
            known = NumberWord(kind, Decimal(value))
            for ending in endings:
                found.setdefault(word + ending, known)
    for kind, words in sources:  # a plain word is never shadowed by another with an ending
        for word, value in words.items():
            found[word] = NumberWord(kind, Decimal(value))
    return found


def read_digits(written: str, decimal_mark: str) -> Decimal | None:
    """The value of a number token: `1 257,07`, `1.234.567`, `12,5`; `None` where it is none.

    One mark with exactly three digits after it is the decimal mark of the language or, if it is
    the other mark, parts thousands. `30,000` parts thousands in any language: nobody writes three
    zeros after a decimal mark.
    """
    grouped = _GROUPED_SPACE.fullmatch(written) is not None
    plain = _SPACES.sub("", written)
    if len(_MARKS.findall(plain)) > 1 and not (grouped or _GROUPED_MARK.fullmatch(plain)):
        return None
    commas, points = plain.count(","), plain.count(".")
    if commas > 1 or (commas and points and plain.rfind(".") > plain.rfind(",")):
        plain = plain.replace(",", "")
    elif points > 1 or (commas and points):
        plain = plain.replace(".", "").replace(",", ".")
    elif commas or points:
        mark = "," if commas else "."
        whole, _, part = plain.partition(mark)
        thousands = (
            len(part) == 3
            and not grouped
            and 1 <= len(whole) <= 3
            and not whole.startswith("0")
            and (mark != decimal_mark or part == "000")
        )
        plain = whole + part if thousands else f"{whole}.{part}"
    if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain):
        return None
    return Decimal(plain)


# -- writing ------------------------------------------------------------------------------------


def write_number(value: Decimal, language: Language) -> str:
    """The digits of `value` with the marks of `language`: `1 257,07`, `1,257.07`; never rounded."""
    from babel.numbers import format_decimal

    digits = max(0, -int(value.normalize().as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return str(format_decimal(value, format=pattern, locale=str(language.code)))


def write_quantity(quantity: Quantity, language: Language, *, compared: bool = False) -> str:
    """`quantity` as a reader of `language` sees it: `36 млн АКШ доллары`, `×24`, `12,5 %`.

    Compact but exact: a multiplier is used only where at most three decimals follow, so that the
    value written is the value understood. Names of units come from `[units]` of `labels.toml`: a
    unit's own id; `million`, `billion`, `trillion`; `money`, `percent`, `multiple` and `count` are
    patterns with `{number}` and `{unit}`, `money-<code>` overrides the pattern for one currency. A
    unit that has no name there stands as it is: the noun of the text, or the ISO 4217 code.
    `compared` is for what something is more or less than, which in some languages takes a case:
    keys of `[compared]` win over those of `[units]`.
    """
    units = language.labels.units
    number = _compact(quantity.value, language) if quantity.kind in ("money", "count") else ""
    if not number:
        number = write_number(quantity.value, language)
    default = {"percent": "{number} %", "multiple": "×{number}"}.get(
        quantity.kind, "{number} {unit}"
    )
    pattern = units.get(f"{quantity.kind}-{quantity.unit}", units.get(quantity.kind, default))
    unit = units.get(quantity.unit, quantity.unit)
    if compared:
        forms = language.labels.compared
        pattern = forms.get(f"{quantity.kind}-{quantity.unit}", forms.get(quantity.kind, pattern))
        unit = forms.get(quantity.unit, unit)
    return pattern.format(number=number, unit=unit).strip()


def _compact(value: Decimal, language: Language) -> str:
    """`value` with a multiplier's name, or nothing where digits alone say it better."""
    units = language.labels.units
    for name, scale in _scales():
        if abs(value) >= scale:
            short = value / scale
            if short * scale == value and -int(short.normalize().as_tuple().exponent) <= 3:
                word = units.get(name)
                return f"{write_number(short, language)}{_NO_BREAK}{word}" if word else ""
            return ""
    return ""


def _scales() -> Iterator[tuple[str, Decimal]]:
    yield "trillion", Decimal(10) ** 12
    yield "billion", Decimal(10) ** 9
    yield "million", Decimal(10) ** 6
