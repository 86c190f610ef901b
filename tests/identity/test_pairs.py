"""One name or two: pairs over seven languages, most of them one letter or one relative apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from generator.identity.comparison import Verdict, compare_names
from generator.model.ids import LanguageCode
from generator.tables import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    one: tuple[LanguageCode, str]
    other: tuple[LanguageCode, str]
    same: bool
    because: str = ""
    held: bool = False

    @property
    def verdict(self) -> Verdict:
        return compare_names(self.one[1], self.one[0], self.other[1], self.other[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    pairs: tuple[Pair, ...]


@cache
def pairs() -> tuple[Pair, ...]:
    return load_toml(Path(__file__).with_name("pairs.toml"), Pairs).pairs


def test_the_list_is_as_long_and_as_wide_as_promised() -> None:
    assert sum(pair.same for pair in pairs()) >= 150
    assert sum(not pair.same for pair in pairs()) >= 60
    languages = {language for pair in pairs() for language, _ in (pair.one, pair.other)}
    assert languages == {"ky", "ru", "en", "kk", "uz", "tg", "tr"}


@pytest.mark.parametrize("held", [False, True], ids=["seen", "held"])
def test_precision_and_recall(held: bool) -> None:
    chosen = [pair for pair in pairs() if pair.held == held]
    wrong = [pair for pair in chosen if not pair.same and pair.verdict.judgement == "same"]
    missed = [pair for pair in chosen if pair.same and pair.verdict.judgement != "same"]
    true = sum(pair.same for pair in chosen)
    recall = 1 - len(missed) / true
    print(f"held {held}: recall {recall:.3f} of {true}, wrong {len(wrong)}")
    for pair in (*wrong, *missed) if not held else ():
        print(pair.one, pair.other, pair.verdict)
    assert wrong == []
    assert recall >= 0.93


def test_which_name_comes_first_does_not_matter() -> None:
    for pair in pairs():
        turned = compare_names(pair.other[1], pair.other[0], pair.one[1], pair.one[0])
        assert turned == pair.verdict, pair
