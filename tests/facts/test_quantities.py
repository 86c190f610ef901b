"""Money, per cent, factors and counts, against cases written for the purpose.

A case lists every quantity of its kind in order of the text; a key that it does not give is not
compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import languages
from generator.facts import count, country, date, money, multiple, percentage, place
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.model.article import Article, SourceFile
from generator.model.calendar import Moment
from generator.model.ids import ArticleId, CountryCode, Kind, LanguageCode
from generator.model.mention import Mention
from generator.model.quantity import Quantity
from generator.model.span import Span
from generator.recognition.overlaps import keep_best
from generator.recognition.passage import Passage, read_passage
from generator.recognition.recogniser import Found, Recogniser
from generator.tables import load_toml

CASES = Path(__file__).parent.parent / "cases"
FOLDERS = {"money": "money", "percentage": "percent", "multiple": "multiple", "count": "count"}
CODES = ("ky", "ru", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    said: str
    value: Decimal
    unit: str | None = None
    approximate: bool = False
    bound: str = ""
    role: str | None = None
    direction: str | None = None
    about: str | None = None
    indicator: str | None = None
    of: tuple[str, ...] | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    why: str
    title: str = ""
    text: str
    quantities: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    cases: tuple[Case, ...]


def all_cases() -> list[object]:
    return [
        pytest.param(path.stem, kind, case, id=f"{folder}/{path.stem}: {case.why}")
        for folder, kind in FOLDERS.items()
        for path in sorted((CASES / folder).glob("*.toml"))
        for case in load_toml(path, Cases).cases
    ]


@cache
def recognisers(code: str) -> tuple[tuple[Kind, Recogniser], ...]:
    packs = tuple(languages.get(LanguageCode(code)) for code in CODES)
    countries = CountryKnowledge(languages=packs)
    knowledge = Knowledge(countries=countries, home_country=CountryCode("KG"))
    language = languages.get(LanguageCode(code))
    made = []
    for module in (country, place, date, money, percentage, multiple, count):
        recogniser = module.create(language, knowledge)
        assert recogniser is not None
        made.append((module.KIND, recogniser))
    return tuple(made)


def passage_of(code: str, text: str, title: str = "") -> Passage:
    article = Article(
        id=ArticleId("2026/02/13/test"),
        source=SourceFile(path="test.txt", content=b""),
        language=LanguageCode(code),
        title=title,
        published=Moment(year=2026, month=2, day=13),
        text=text,
        prose=tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*(?<!\s)", text)),
    )
    return read_passage(article, languages.get(LanguageCode(code)))


def read(code: str, text: str, title: str = "") -> dict[Kind, tuple[Mention, ...]]:
    passage = passage_of(code, text, title)
    found: dict[Kind, tuple[Mention, ...]] = {}
    for kind, recogniser in recognisers(code):
        results = recogniser.recognise(passage, Found(found))
        found[kind] = keep_best(m for m in results if isinstance(m, Mention))[0]
    return found


def quantities(code: str, text: str, kind: str, title: str = "") -> list[tuple[str, Quantity]]:
    return [
        (mention.span.of(text), mention.value)
        for mention in read(code, text, title)[Kind(kind)]
        if isinstance(mention.value, Quantity)
    ]


@pytest.mark.parametrize(("code", "kind", "case"), all_cases())
def test_quantities(code: str, kind: str, case: Case) -> None:
    text = f"{case.title}\n\n{case.text.strip()}" if case.title else case.text.strip()
    result = quantities(code, text, kind, case.title)
    assert [(said, value.value) for said, value in result] == [
        (expected.said, expected.value) for expected in case.quantities
    ]
    for expected, (_, value) in zip(case.quantities, result, strict=True):
        assert value.approximate == expected.approximate
        assert (value.bound or "") == expected.bound
        for key in ("unit", "about", "of"):
            if getattr(expected, key) is not None:
                assert getattr(value, key) == getattr(expected, key)
        for key in ("role", "direction", "indicator", "period"):
            if getattr(expected, key) is not None:
                assert str(getattr(value, key) or "") == getattr(expected, key)


# -- every spelling of one amount gives one value -------------------------------------------------

UNITS = {
    "ky": ("доллар", "долларга", "АКШ доллары", "долларды"),
    "ru": ("долларов", "долларов США", "долл. США"),
    "en": ("dollars", "US dollars"),
}
MILLIONS = {
    "ky": ("млн", "млн.", "миллион"),
    "ru": ("млн", "млн.", "миллиона", "миллионов"),
    "en": ("million", "mln", "mn"),
}


def grouped(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark)


def spellings(code: str, value: Decimal) -> list[str]:
    """Ways to write `value` US dollars, a multiple of 1000."""
    whole = int(value)
    marks = [" ", "\u00a0", "\u202f"] + ([","] if code == "en" else [])
    numbers = [str(whole), *(grouped(whole, mark) for mark in marks)]
    written = [f"{number} {unit}" for number in numbers for unit in UNITS[code]]
    written += [f"${number}" for number in numbers]
    short = format((value / 10**6).normalize(), "f")
    short = short if code == "en" else short.replace(".", ",")
    written += [f"{short} {word} {unit}" for word in MILLIONS[code] for unit in UNITS[code]]
    written += [f"${short} {MILLIONS[code][0]}", f"${short}\u00a0{MILLIONS[code][0]}"]
    return written


@settings(max_examples=25)
@given(value=st.integers(min_value=1, max_value=999_999).map(lambda n: Decimal(n) * 1000))
@pytest.mark.parametrize("code", CODES)
def test_every_spelling_of_one_amount_gives_one_value(code: str, value: Decimal) -> None:
    for written in spellings(code, value):
        found = quantities(code, written + ".", "money")
        assert [(q.value, q.unit) for _, q in found] == [(value, "USD")], written


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("ky", "эки миллион үч жүз миң сом", "2300000"),
        ("ky", "эки жарым миллион сом", "2500000"),
        ("ky", "бир миллион эки жүз миң сом", "1200000"),
        ("ky", "1 миллион 200 миң сом", "1200000"),
        ("ky", "1,2 млн сом", "1200000"),
        ("ky", "жыйырма беш миң сом", "25000"),
        ("ky", "эки жүз элүү сом", "250"),
        ("ky", "бир жарым млрд сом", "1500000000"),
        ("ky", "миллион жарым сом", "1500000"),
        ("ky", "миллион ярым сом", "1500000"),
        ("ky", "жарым миллион сом", "500000"),
        ("ky", "чейрек миллион сом", "250000"),
        ("ru", "1,5 млрд сомов", "1500000000"),
        ("ru", "полтора миллиарда сомов", "1500000000"),
        ("ru", "миллион с половиной сомов", "1500000"),
        ("ru", "два с половиной миллиона сомов", "2500000"),
        ("ru", "2 с половиной миллиона сомов", "2500000"),
        ("ru", "полмиллиона сомов", "500000"),
        ("ru", "половина миллиона сомов", "500000"),
        ("ru", "два миллиона триста тысяч сомов", "2300000"),
        ("ru", "полтора миллиона сомов", "1500000"),
        ("ru", "двадцать пять тысяч сомов", "25000"),
        ("ru", "1 млн 200 тыс. сомов", "1200000"),
        ("ru", "тысяча сомов", "1000"),
        ("en", "two million three hundred thousand som", "2300000"),
        ("en", "half a million som", "500000"),
        ("en", "two and a half million som", "2500000"),
        ("en", "twenty-five thousand som", "25000"),
        ("en", "a hundred and five som", "105"),
        ("en", "1.2 million som", "1200000"),
        ("en", "$3.2bn", "3200000000"),
        ("en", "a million and a half som", "1500000"),
        ("en", "one and a half billion som", "1500000000"),
        ("en", "a quarter of a million som", "250000"),
    ],
)
def test_numbers_in_words(code: str, text: str, value: str) -> None:
    assert [q.value for _, q in quantities(code, text, "money")] == [Decimal(value)]


HALVES = {
    "ky": ("{} жарым {} доллар", ("бир", "эки", "үч"), ("миллион", "миллиард")),
    "ru": ("{} с половиной {} долларов", ("один", "два", "три"), ("миллиона", "миллиарда")),
    "en": ("{} and a half {} dollars", ("one", "two", "three"), ("million", "billion")),
}


@pytest.mark.parametrize("code", CODES)
def test_a_half_in_words_and_its_decimals_are_one_value(code: str) -> None:
    pattern, wholes, scales = HALVES[code]
    for whole, word in enumerate(wholes, start=1):
        for scale, short in zip(scales, ("млн", "млрд"), strict=True):
            short = short if code != "en" else scale
            digits = f"{whole}.5" if code == "en" else f"{whole},5"
            written = [pattern.format(word, scale), pattern.format(whole, scale)]
            written += [f"${digits} {short}", f"{digits} {short} {UNITS[code][0]}"]
            value = (whole + Decimal("0.5")) * (10**6 if scale == scales[0] else 10**9)
            for text in written:
                found = quantities(code, text + ".", "money")
                assert [(q.value, q.unit) for _, q in found] == [(value, "USD")], text


@pytest.mark.parametrize("written", ["1e400 percent", "1e400 %", "1e400 процентов", "1e400 пайыз"])
@pytest.mark.parametrize("code", CODES)
def test_an_exponent_is_no_quantity(code: str, written: str) -> None:
    read_as = read(code, f"5 км. {written}.")
    assert [m.span.start for kind, ms in read_as.items() if kind != "country" for m in ms] == [0]


# -- any text at all ------------------------------------------------------------------------------

# fmt: off
PIECES = [
    "5", "1 200", "3,5", "2.5", "-", "–", "—", ",", ".", "$", "%", "€", " ", "\n", "млн",
    "миллион", "сом", "доллар", "эсе", "раза", "в", "times", "two", "half", "a", "and", "жүз",
    "эки", "ка", "дан", "жарым", "полтора", "million", "№", ":", "/", "+", "½", "²", "٣", "year",
    "адам", "четверть", "миллиона", "of", "third", "магнитудой", "population of", "эселеп", "1e400",
]
# fmt: on


@settings(max_examples=60)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=25), tight=st.booleans())
@pytest.mark.parametrize("code", CODES)
def test_any_text_is_read_without_harm(code: str, pieces: list[str], tight: bool) -> None:
    text = ("" if tight else " ").join(pieces)
    for kind, mentions in read(code, text).items():
        for mention in mentions:
            assert mention.span.end <= len(text)
            if isinstance(mention.value, Quantity):
                assert mention.kind == kind
                assert mention.value.value.is_finite()


def test_a_passage_read_twice_gives_the_same() -> None:
    text = "Экспорт 3–4 млн доллардан 12,5 пайызга өстү, 40ка жакын ишкана катышты."
    assert read("ky", text) == read("ky", text)
