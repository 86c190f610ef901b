"""Dates as readers see them, and years for dates that came without."""

from __future__ import annotations

import pytest

from generator import languages
from generator.lexicon.dates import is_real, long_date, month_name, month_of, resolve, time_of_day
from generator.model.calendar import Moment, PartialDate
from generator.model.ids import LanguageCode

MOMENT = Moment(year=2026, month=2, day=13, hour=14, minute=5, offset="+06:00")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "ky",
            (
                "2026-жылдын 13-февралы",
                "13-февраль",
                "2026-жылдын февралы",
                "2026-жыл",
                "2026-жылдын 13-февралы, 14:05",
            ),
        ),
        (
            "ru",
            (
                "13 февраля 2026 года",
                "13 февраля",
                "февраль 2026 года",
                "2026 год",
                "13 февраля 2026 года, 14:05",
            ),
        ),
        (
            "en",
            (
                "13 February 2026",
                "13 February",
                "February 2026",
                "2026",
                "13 February 2026, 14:05",
            ),
        ),
    ],
)
def test_long_dates(code: str, expected: tuple[str, ...]) -> None:
    date, day, month, year, moment = expected
    language = languages.get(LanguageCode(code))
    assert long_date(PartialDate(year=2026, month=2, day=13), language) == date
    assert long_date(PartialDate(month=2, day=13), language) == day
    assert long_date(PartialDate(year=2026, month=2), language) == month
    assert long_date(PartialDate(year=2026), language) == year
    assert long_date(MOMENT, language) == moment
    assert long_date(PartialDate(month=2), language) == month_name(2, language)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ky", ("январь", "мартта", "Июнундагы", "сентябрынан")),
        ("ru", ("январь", "марта", "Июне", "сентября")),
        ("en", ("January", "Mar", "june", "Sept")),
    ],
)
def test_months_in_any_form(code: str, words: tuple[str, ...]) -> None:
    language = languages.get(LanguageCode(code))
    assert [month_of(word, language) for word in words] == [1, 3, 6, 9]
    assert month_of("x", language) is None


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        (2, 12, "2026-02-12"),
        (12, 30, "2025-12-30"),
        (7, 1, "2026-07-01"),
        (9, None, "2025-09"),
        (2, None, "2026-02"),
        (2, 29, "--02-29"),  # none of the three years around has that day
    ],
)
def test_the_year_nearest_to_publication(month: int, day: int | None, expected: str) -> None:
    assert str(resolve(PartialDate(month=month, day=day), MOMENT)) == expected


def test_nothing_to_resolve() -> None:
    assert resolve(PartialDate(month=5), None) == PartialDate(month=5)
    assert resolve(PartialDate(year=1999), MOMENT) == PartialDate(year=1999)


def test_small_things() -> None:
    assert is_real(2024, 2, 29)
    assert not is_real(2026, 2, 29)
    assert not is_real(None, 13, 1)
    assert time_of_day(MOMENT) == "14:05"
    assert time_of_day(Moment(year=2026, month=2, day=13)) is None
