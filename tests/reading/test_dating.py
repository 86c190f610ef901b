"""Date lines in every form an editor writes, and nothing else."""

from __future__ import annotations

import pytest

from generator import languages
from generator.reading.dating import Dating, ImpossibleDate

DATING = Dating(
    languages=tuple(languages.get(code) for code in languages.codes()), time_zone="Asia/Bishkek"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (" date 2026-02-13 14:05", "2026-02-13T14:05+06:00"),
        ("date: 2026-02-13", "2026-02-13"),
        ("2026-02-13 14:05", "2026-02-13T14:05+06:00"),
        ("2026-02-13T14:05:30+03:00", "2026-02-13T14:05+03:00"),
        ("2026-02-13T14:05Z", "2026-02-13T14:05+00:00"),
        ("2026/02/13", "2026-02-13"),
        ("13.02.2026", "2026-02-13"),
        ("13.02.2026, 09:30", "2026-02-13T09:30+06:00"),
        ("13-февраль, 2026", "2026-02-13"),
        ("2026-жылдын 13-февралы", "2026-02-13"),
        ("2026-жылдын 13-февралы, саат 14:05", "2026-02-13T14:05+06:00"),
        ("13 февраля 2026 г., 14:05", "2026-02-13T14:05+06:00"),
        ("13 февраля 2026 года", "2026-02-13"),
        ("Опубликовано: 13 февраля 2026, 14:05", "2026-02-13T14:05+06:00"),
        ("February 13, 2026", "2026-02-13"),
        ("Feb. 13th, 2026", "2026-02-13"),
        ("13 February 2026", "2026-02-13"),
        ("Friday, 13 February 2026, 2:05 pm", "2026-02-13T14:05+06:00"),
        ("Published on February 13, 2026 at 12:05 a.m.", "2026-02-13T00:05+06:00"),
    ],
)
def test_date_lines(line: str, expected: str) -> None:
    assert str(DATING.read(line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The bridge opens on 13 February 2026",
        "2026-жылдын 13-февралында көпүрө ачылды",
        "13 февраля 2026 года открыли мост",
        "14:05",
        "2026",
        "February 2026",
        "13 February",
        "1.234.567",
        "0312 13-02-20",
    ],
)
def test_other_lines(line: str) -> None:
    assert DATING.read(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "2026-02-31",
        "31.02.2026",
        "2026-13-01",
        "30 February 2026",
        "2026-02-13 25:00",
        "2026-02-13 12:75",
        "1026-02-13",
        "2026-02-13 14:00 pm",
    ],
)
def test_impossible_dates_are_not_guessed(line: str) -> None:
    with pytest.raises(ImpossibleDate):
        DATING.read(line)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2026-02-13-bridge.txt", "2026-02-13"),
        ("news/2026/02/13/bridge.txt", "2026-02-13"),
        ("2020-01-01/2026-02-13-bridge.txt", "2026-02-13"),
        ("2026-02-31-bridge.txt", "None"),
        ("report-12026-02-13.txt", "None"),
        ("2026/02/bridge.txt", "None"),
    ],
)
def test_paths(path: str, expected: str) -> None:
    assert str(DATING.in_path(path)) == expected


def test_another_time_zone_and_its_summer() -> None:
    dating = Dating(languages=DATING.languages, time_zone="Europe/Berlin")
    assert str(dating.read("2026-07-01 10:00")) == "2026-07-01T10:00+02:00"
    assert str(dating.read("2026-01-01 10:00")) == "2026-01-01T10:00+01:00"
