"""The words and the knowledge by which a figure's measure, owner and period are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from generator import knowledge as knowledge_folder
from generator.model.quantity import QuantityKind
from generator.tables import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorWords:
    """`indicators.toml` of a pack: what is measured, base form, and the words around it.

    In fields said to hold phrases, `*` stands for any ending and `…` for up to three words.
    """

    indicators: Mapping[str, tuple[str, ...]]
    measured: tuple[str, ...] = ()
    """Things measured that are no recurring indicator."""
    not_measured: tuple[str, ...] = ()
    """What contains the word of an indicator and is not measured by it: `пенсия курагы`."""
    heads_before: tuple[str, ...] = ()
    """Phrases before a thing measured whose figure it is then: `share of`, `фонд`."""
    heads_after: tuple[str, ...] = ()
    """Base forms of nouns right after it that do the same: `курак`, `fund`."""
    genitive_endings: tuple[str, ...] = ()
    """Endings of a noun that belongs to the next one: `калктын үлүшү`."""
    carriers: tuple[str, ...] = ()
    """Base forms of nouns that such a noun may belong to and still be what is told of:
    `экспорттун көлөмү`."""
    parts: tuple[str, ...] = ()
    """Phrases between the thing and the amount by which a part of it is told: `в возрасте`."""
    parts_after: tuple[str, ...] = ()
    """Phrases right after an amount that do the same: `aged over 65`."""
    goods_after: tuple[str, ...] = ()
    """Phrases after a sum that say what is worth it: `worth of`."""
    required_before: tuple[str, ...] = ()
    """Phrases before an amount that is demanded, not reached: `minimum of`."""
    required_after: tuple[str, ...] = ()
    forecast_before: tuple[str, ...] = ()
    """Phrases before an amount that is foreseen or meant: `is expected to`."""
    forecast_after: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    """Indicators in per cent that are raised to an amount where others are raised by it."""
    averages: tuple[str, ...] = ()
    """Phrases before an amount that is an average, hence exact where it is of one day."""
    needs: Mapping[str, tuple[str, ...]] | None = None
    """By indicator or the beginning of several, phrases one of which its sentence has, or it is
    another thing: `литр*` of the prices of petrol."""
    spoils: Mapping[str, tuple[str, ...]] | None = None
    """The same, phrases none of which its sentence has: `обменник*` of the official rates."""
    units_of: Mapping[str, tuple[str, ...]] | None = None
    """By indicator, base forms of the units that a count of it is in: an area is in hectares."""
    subjects: Mapping[str, tuple[str, ...]] | None = None
    """By indicator, base forms that begin a sentence about it where the one before, or the
    headline, is about its like: `Евро стоит …` after the official rate of the dollar."""
    alike: tuple[str, ...] = ()
    """Base forms of what makes a headline about such indicators: `курс`."""
    back_references: tuple[str, ...] = ()
    """Phrases for the thing measured in the sentence before: `it was`, `бул көрсөткүч`."""
    years_before: Mapping[str, int] | None = None
    """`a year earlier` → -1: years counted from the period of the figure compared with."""
    partner_before: tuple[str, ...] = ()
    """Words before the country that goods go to."""
    partner_endings: tuple[str, ...] = ()
    inside_endings: tuple[str, ...] = ()
    """Endings of a country in which something is, not to which it goes: `в Казахстане`."""
    source_before: tuple[str, ...] = ()
    """Words before the country that goods come from."""
    source_endings: tuple[str, ...] = ()
    with_before: tuple[str, ...] = ()
    """Words before the other one of two countries: `with`."""
    with_after: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    """Phrases for two countries named elsewhere: `two countries`."""
    with_the_world: tuple[str, ...] = ()
    """Phrases for trade with all countries: `foreign trade`."""
    country_words: tuple[str, ...] = ()
    """Phrases for the country the article is about: `өлкөнүн`."""
    local_words: tuple[str, ...] = ()
    """Phrases by which a sentence is about less than a country: `облус*`, `company`."""
    capital_words: tuple[str, ...] = ()
    """Phrases for what is in the capital: `столичн*`."""
    stretch_from: tuple[str, ...] = ()
    """Words before the first date of a stretch of time: `с`, `from`."""
    stretch_from_endings: tuple[str, ...] = ()
    """Endings of that date."""
    stretch_from_after: tuple[str, ...] = ()
    """Words right after it: `айынан`."""
    stretch_to: tuple[str, ...] = ()
    """Words before its last date."""
    stretch_to_after: tuple[str, ...] = ()
    """Words after its last date: `чейин`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One row of `knowledge/indicators.toml`."""

    kinds: tuple[QuantityKind, ...] = ("money",)
    """What it is measured in. Its change may be told in per cent or as a factor all the same;
    a percentage that is no change is a share of it and says nothing of its size."""
    national: bool = True
    """Whether the country named with it is whose it is (exports), not whom it hits (tariffs)."""
    sovereign: bool = False
    """Whether only a country has it: where the sentence names none, the article's is meant."""
    bilateral: bool = False
    """Whether it is usually of two countries together, like trade turnover."""
    goes: Literal["to", "from"] | None = None
    """Whether what is measured goes to another country or comes from it."""
    flow: bool = False
    """Whether it is of a stretch of time (exports of a year) rather than of a moment (debt)."""
    local: bool = False
    """Whether it is told of one town: the headline's, where the sentence names none."""
    daily: bool = False
    """Whether a text that gives no date means its own day: a rate, a price at the pump."""
    generic: bool = False
    """Whether it yields to what is named beside it: the `volume` of trade is trade."""
    most: Decimal | None = None
    """More than this in any currency is no such thing: no wage is a thousand million."""
    currency: str | None = None
    """The currency whose price it is, which cannot be its unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """`knowledge/indicators.toml`: language-neutral ids of recurring indicators."""

    indicators: Mapping[str, Indicator]


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every recurring indicator, by id."""
    path = Path(knowledge_folder.__file__).parent / "indicators.toml"
    return load_toml(path, Indicators).indicators
