"""Numbers read as a language writes them, and amounts written for its readers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import languages
from generator.lexicon.language import Language
from generator.lexicon.numerals import number_words, read_digits, write_number, write_quantity
from generator.model.ids import LanguageCode
from generator.model.quantity import Quantity, QuantityKind
from generator.recognition.measures import indicators

CODES = ("ky", "ru", "en")


def pack(code: str) -> Language:
    return languages.get(LanguageCode(code))


@pytest.mark.parametrize(
    ("written", "mark", "value"),
    [
        ("12", ",", "12"),
        ("12,5", ",", "12.5"),
        ("12.5", ",", "12.5"),
        ("12.5", ".", "12.5"),
        ("1 257,07", ",", "1257.07"),
        ("1\u00a0257\u00a0000", ",", "1257000"),
        ("1\u202f257,5", ",", "1257.5"),
        ("19 841.17", ",", "19841.17"),
        ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"),
        ("1.234", ",", "1234"),
        ("1.234", ".", "1.234"),
        ("0.270", ",", "0.270"),
        ("30,000", ",", "30000"),
        ("1,234,567.8", ",", "1234567.8"),
        ("1.234.567,8", ".", "1234567.8"),
        ("2018", ",", "2018"),
    ],
)
def test_digits(written: str, mark: str, value: str) -> None:
    assert read_digits(written, mark) == Decimal(value)


@pytest.mark.parametrize("written", ["", "-", "a1", "1..2", "٣", "²"])
def test_what_is_no_number_in_our_digits_is_none(written: str) -> None:
    assert read_digits(written, ",") is None


@pytest.mark.parametrize("code", CODES)
@given(value=st.decimals(min_value=0, max_value=10**9, places=2).map(Decimal.normalize))
def test_a_number_written_is_the_number_read(code: str, value: Decimal) -> None:
    written = write_number(value, pack(code))
    assert read_digits(written, pack(code).profile.decimal_mark) == value


@pytest.mark.parametrize(
    ("kind", "value", "unit", "written"),
    [
        ("money", "36000000", "USD", ("36 млн АКШ доллары", "36 млн долл. США", "US$36 million")),
        ("money", "500000", "EUR", ("500 000 евро", "500 000 евро", "€500,000")),
        ("money", "2400000000", "KGS", ("2,4 млрд сом", "2,4 млрд сомов", "2.4 billion som")),
        ("money", "0.2266", "TJS", ("0,2266 сомони", "0,2266 сомони", "0.2266 somoni")),
        ("multiple", "24", "x", ("×24", "×24", "×24")),
        ("percent", "12.5", "%", ("12,5 %", "12,5 %", "12.5%")),
        (
            "count",
            "1257.07",
            "чакырым",
            ("1 257,07 чакырым", "1 257,07 чакырым", "1,257.07 чакырым"),
        ),
        ("money", "7", "XAG", ("7 XAG", "7 XAG", "7 XAG")),
        ("count", "2726400", "", ("2 726 400", "2 726 400", "2,726,400")),
    ],
)
def test_amounts_as_a_reader_sees_them(
    kind: QuantityKind, value: str, unit: str, written: tuple[str, str, str]
) -> None:
    quantity = Quantity(kind=kind, value=Decimal(value), unit=unit)
    result = [write_quantity(quantity, pack(code)).replace("\u00a0", " ") for code in CODES]
    assert result == list(written)


@pytest.mark.parametrize("code", CODES)
@given(value=st.decimals(min_value=1000, max_value=10**13, places=3).map(Decimal.normalize))
def test_nothing_is_rounded(code: str, value: Decimal) -> None:
    language = pack(code)
    written = write_quantity(Quantity(kind="count", value=value, unit=""), language)
    digits, _, word = written.partition("\u00a0") if written[-1].isalpha() else (written, "", "")
    scale = Decimal(1)
    if word:
        digits, _, word = written.rpartition("\u00a0")
        scale = next(
            Decimal(number)
            for name, number in (("million", "1e6"), ("billion", "1e9"), ("trillion", "1e12"))
            if language.labels.units[name] == word
        )
    read = read_digits(digits, language.profile.decimal_mark)
    assert read is not None
    assert read * scale == value


@pytest.mark.parametrize("code", CODES)
def test_every_indicator_has_a_name_and_every_currency_too(code: str) -> None:
    labels = pack(code).labels
    assert set(indicators()) == set(labels.indicators)
    assert {"USD", "EUR", "KGS", "RUB", "KZT", "UZS", "TJS", "CNY"} <= set(labels.units)


def test_number_words_take_endings_but_never_lose_a_plain_word() -> None:
    words = number_words(pack("ky"), ("ка", "дан", "лар"))
    assert words["миллиондан"].value == 1_000_000
    assert words["он"].value == 10
