"""Data files must say exactly what their reader asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest

from generator.errors import TableError
from generator.tables import build, load_toml, parse_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    symbol: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    units: Mapping[str, Unit]
    pairs: tuple[tuple[str, str], ...] = ()
    script: Literal["Cyrl", "Latn"] | None = None
    from_: int | None = None


def test_a_right_file_becomes_its_dataclass(tmp_path: Path) -> None:
    path = tmp_path / "units.toml"
    path.write_text(
        'script = "Latn"\npairs = [["«", "»"]]\nfrom = 3\n[units.m]\nsymbol = "m"\nfactor = 1.5\n',
        encoding="utf-8",
    )
    assert load_toml(path, Units) == Units(
        units={"m": Unit(symbol="m", factor=Decimal("1.5"))},
        pairs=(("«", "»"),),
        script="Latn",
        from_=3,
    )


def test_all_problems_of_a_file_are_reported_together() -> None:
    raw = {"units": {"m": {"symbl": "m"}, "k": 3}, "script": "Grek", "pairs": [["a"]], "from": True}
    with pytest.raises(TableError) as caught:
        build(raw, Units, source="units.toml")
    text = "\n".join(caught.value.problems)
    for words in (
        "`units.m.symbl` is not a key",
        "`units.m.symbol` is missing",
        "`units.k` should be a table",
        "`script` should be one of",
        "`pairs[0]` should be a list of 2",
        "`from` should be a whole number",
    ):
        assert words in text
    assert str(caught.value).count("units.toml: ") == len(caught.value.problems)


def test_broken_toml_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("a = ", encoding="utf-8")
    with pytest.raises(TableError, match=r"broken\.toml"):
        load_toml(path, Units)


def test_yaml_guesses_nothing() -> None:
    text = "country: NO\ndate: 2026-02-13\nhide: on\nnumber: 012\nlist: [1, yes]\n"
    assert parse_yaml(text) == {
        "country": "NO",
        "date": "2026-02-13",
        "hide": "on",
        "number": "012",
        "list": ["1", "yes"],
    }
