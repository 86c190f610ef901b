"""The tables by which a browser reads an amount that a reader asks for."""

from __future__ import annotations

import json

import pytest

from generator import languages
from generator.model.ids import LanguageCode
from generator.recognition.asking import asking_table, signs, unit_key

CODES = ("ky", "ru", "en")


def pack(code: str):  # type: ignore[no-untyped-def]
    return languages.get(LanguageCode(code))


@pytest.mark.parametrize("code", CODES)
def test_a_language_tells_its_numbers_hedges_and_units(code: str) -> None:
    table = asking_table(pack(code))
    json.dumps(table)
    assert table["cardinals"]
    assert 1_000_000 in table["multipliers"].values()  # type: ignore[attr-defined]
    units = table["units"]
    assert isinstance(units, dict)
    assert {"USD", "KGS", "EUR", "%"} <= {unit for unit, _ in units.values()}
    for side in ("before", "after"):
        phrases = [one for group in table[side].values() for one in group]  # type: ignore[attr-defined]
        assert phrases
        assert all(one == " ".join(one.split()) and "…" not in one for one in phrases)


def test_a_part_of_a_currency_is_told_with_how_many_make_one() -> None:
    units = asking_table(pack("ru"))["units"]
    assert isinstance(units, dict)
    assert units[unit_key("копейка", pack("ru"))] == ["RUB", 100]


def test_of_spellings_that_meet_the_first_is_meant() -> None:
    units = asking_table(pack("ky"))["units"]
    assert isinstance(units, dict)
    assert units[unit_key("тыйын", pack("ky"))] == ["KGS", 100]


def test_a_multiplier_of_money_alone_is_apart() -> None:
    table = asking_table(pack("en"))
    assert table["short"] == {"k": 1000, "m": 1_000_000}
    assert "m" not in table["multipliers"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("code", "form", "base"),
    [("ky", "адамдардан", "адам"), ("ru", "тоннами", "тонна"), ("en", "Tonnes", "tonne")],
)
def test_forms_of_a_counted_noun_meet(code: str, form: str, base: str) -> None:
    assert unit_key(form, pack(code)) == unit_key(base, pack(code))


def test_signs_of_all_languages() -> None:
    found = signs(pack(code) for code in CODES)
    assert found["$"] == "USD"
    assert found["%"] == "%"
