"""A planted change shows, an unchanged repeat does not, and doubt shows nothing."""

from __future__ import annotations

from decimal import Decimal

from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode, EntityId
from generator.model.names import Role
from generator.model.quantity import Quantity, QuantityRole
from generator.rendering.changes import Change, find_changes
from tests.rendering.newsroom import Desk, site


def _holder(
    day: int, who: str, *, former: bool = False, office: str = "foreign-minister", slug: str = ""
) -> Desk:
    desk = Desk("Talks", f"{who}, the minister, spoke.", slug=slug or f"d{day}", day=(2026, 2, day))
    person = desk.person(who, who.lower())
    role = Role(title="minister", office=office, country=CountryCode("KG"), former=former)
    desk.role("minister", person, role)
    return desk


def _chair(day: tuple[int, int, int], person: str, *, event: str | None = None) -> Desk:
    """The prime minister of Kazakhstan, named on a day."""
    name = " ".join(word.title() for word in person.split("-"))
    desk = Desk("Talks", f"{name}, the minister, spoke.", slug=f"t{day[1]}{day[2]}", day=day)
    role = Role(title="minister", office="head-of-government", country=CountryCode("KZ"))
    desk.role("minister", desk.person(name, person), role)
    if event is not None:
        desk.key("spoke", event)
    return desk


def _figure(
    day: int,
    value: int,
    *,
    year: int | None = 2025,
    approximate: bool = False,
    role: QuantityRole | None = None,
    indicator: str | None = "trade-turnover",
) -> Desk:
    desk = Desk("Trade", "It reached that much.", slug=f"d{day}", day=(2026, 2, day))
    desk.says(
        "money",
        "that much",
        Quantity(
            kind="money",
            value=Decimal(value),
            unit="USD",
            approximate=approximate,
            role=role,
            indicator=indicator,
            of=("KG", "TJ"),
            period=None if year is None else PartialDate(year=year),
        ),
    )
    return desk


def _changes(*desks: Desk) -> tuple[Change, ...]:
    return find_changes(site(desks))


def test_a_new_holder_of_an_office() -> None:
    (change,) = _changes(_holder(2, "Asanov"), _holder(4, "Asanov"), _holder(9, "Bekov"))
    assert change.kind == "office"
    assert (change.before.holder, change.after.holder) == ("person:asanov", "person:bekov")
    assert change.briefing.article.id == "2026/02/09/d9"
    assert change.before.briefing.article.id == "2026/02/04/d4", "the last that was known"


def test_a_repeat_is_no_change() -> None:
    assert not _changes(_holder(2, "Asanov"), _holder(3, "Asanov"), _holder(9, "Asanov"))
    assert not _changes(_figure(2, 36), _figure(5, 36))


def test_a_new_holder_is_told_once() -> None:
    assert len(_changes(_holder(2, "Asanov"), _holder(9, "Bekov"), _holder(11, "Bekov"))) == 1


def test_a_new_holder_named_beside_the_old_one() -> None:
    (change,) = _changes(
        _holder(2, "Asanov"), _holder(9, "Asanov"), _holder(9, "Bekov", slug="other")
    )
    assert change.after.holder == EntityId("person:bekov")


def test_somebody_named_once_in_between_is_no_change() -> None:
    assert not _changes(_holder(2, "Asanov"), _holder(9, "Bekov"), _holder(11, "Asanov"))


def test_former_holders_and_shared_offices_are_no_change() -> None:
    assert not _changes(_holder(2, "Asanov"), _holder(9, "Bekov", former=True))
    shared = "deputy-minister"
    assert not _changes(_holder(2, "Asanov", office=shared), _holder(9, "Bekov", office=shared))


def test_two_new_holders_on_one_day_are_doubt() -> None:
    assert not _changes(
        _holder(2, "Asanov"), _holder(9, "Bekov"), _holder(9, "Chokoev", slug="other")
    )


def test_a_new_value_of_a_known_figure() -> None:
    (change,) = _changes(_figure(2, 36, year=2024), _figure(5, 40, year=2025))
    assert change.kind == "figure"
    assert change.before.quantity is not None
    assert change.after.quantity is not None
    assert (change.before.quantity.value, change.after.quantity.value) == (36, 40)


def test_a_corrected_value_of_the_same_year() -> None:
    assert len(_changes(_figure(2, 36), _figure(5, 40))) == 1


def test_what_cannot_be_compared_is_no_change() -> None:
    assert not _changes(_figure(2, 36, year=2025), _figure(5, 30, year=2024)), "looking back"
    assert not _changes(_figure(2, 36), _figure(5, 500, role="target"))
    assert not _changes(_figure(2, 36), _figure(5, 30, role="previous"))
    assert not _changes(_figure(2, 36), _figure(5, 37, approximate=True)), "about the same"
    assert not _changes(_figure(2, 36, indicator=None), _figure(5, 40, indicator=None))


def test_newest_first() -> None:
    changes = _changes(
        _figure(2, 36), _figure(5, 40), _figure(7, 44), _holder(3, "Asanov"), _holder(6, "Bekov")
    )
    days = [change.briefing.article.published for change in changes]
    assert days == sorted(days, key=str, reverse=True)
    assert [change.kind for change in changes] == ["figure", "office", "figure"]


def test_a_gap_of_the_archive_is_no_news() -> None:
    old, new = "alikhan-smailov", "olzhas-bektenov"
    assert not _changes(_chair((2022, 5, 3), old), _chair((2026, 3, 10), new))
    assert not _changes(_chair((2025, 9, 3), "esen-smanov"), _chair((2026, 3, 10), new)), (
        "he is known to have held the office for two years"
    )
    assert len(_changes(_chair((2024, 1, 30), old), _chair((2024, 2, 9), new))) == 1
    unknown = "asan-usenov"
    assert not _changes(_chair((2022, 5, 3), old), _chair((2026, 3, 10), unknown))
    assert len(_changes(_chair((2025, 9, 3), new), _chair((2026, 3, 10), unknown))) == 1


def test_an_appointment_is_news_whenever_the_old_holder_was_seen() -> None:
    told = _chair((2026, 3, 10), "asan-usenov", event="appointment")
    assert len(_changes(_chair((2022, 5, 3), "alikhan-smailov"), told)) == 1


def test_a_title_that_is_known_to_be_misread_is_no_news() -> None:
    sitting, left = "kassym-jomart-tokayev", "bakytzhan-sagintayev"
    assert not _changes(_chair((2026, 3, 3), "asan-usenov"), _chair((2026, 3, 10), sitting))
    assert not _changes(_chair((2026, 3, 3), "asan-usenov"), _chair((2026, 3, 10), left))
    (change,) = _changes(
        _chair((2026, 3, 3), "asan-usenov"),
        _chair((2026, 3, 4), sitting),
        _chair((2026, 3, 5), "esen-smanov"),
    )
    assert change.before.holder == "person:asan-usenov"
