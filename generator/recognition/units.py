"""The shapes of `money.toml` and `percent.toml`, for recognisers and for the search by value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SubUnit:
    """A hundredth of a currency, or so: `тыйын`."""

    currency: str
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyWords:
    """`money.toml`."""

    currencies: Mapping[str, tuple[str, ...]]
    """ISO 4217 code to the words for it, base form."""
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word for the currencies of several countries to their codes, which begin with the country's
    own (ISO 4217): the one whose country the article names is meant, else what `currencies` says
    of the word, else none."""
    sub_units: Mapping[str, SubUnit]
    symbols: Mapping[str, str]
    """What stands before or after a number: `$` → USD. Upper and lower case differ."""
    suffixes: tuple[str, ...] = ()
    """What makes an adjective of a currency: `дук` in `сомдук`."""
    comparatives: tuple[str, ...] = ()
    """Words that may follow a sum whose currency comes with the next one: `112 миллионго аз`."""
    whole_endings: tuple[str, ...] = ()
    """Endings of a sum of which the next one is a part: `170 млн сомдун 150 миллиону`."""
    versus: tuple[str, ...] = ()
    """Words before a sum that leaves out the currency of the sum before it: `against 9 million`."""
    then: tuple[str, ...] = ()
    """Words after such a sum that say when it was that much: `against 9 last summer`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentWords:
    """`percent.toml`."""

    units: tuple[str, ...]
    symbols: tuple[str, ...] = ("%",)
    compounds: tuple[str, ...] = ()
    """Adjectives after a number and a hyphen, `*` for any ending: `14-процентный`."""
    points: tuple[str, ...] = ()
    """Words for percentage points. A difference of two rates is a change whatever the verb."""
