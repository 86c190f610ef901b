"""The scorer: every rule that its description states, on facts made up for it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus.scoring import (
    COMPARISONS,
    Outcome,
    Tally,
    fold,
    pair_persons,
    same_date,
    same_title,
    score,
)


def person(name: str, *titles: str, aliases: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    roles = [{"title": title, "country": more.get("country")} for title in titles]
    return {"id": name, "name": name, "aliases": list(aliases), "roles": roles}


def compared(key: str, gold: dict[str, Any], system: dict[str, Any]) -> Outcome:
    return COMPARISONS[key](gold, system)


def test_figures() -> None:
    tally = Tally(right=6, missed=[("a", "x")] * 2, wrong=[("a", "y")] * 4)
    assert (tally.gold, tally.found) == (8, 10)
    assert (tally.precision, tally.recall) == (0.6, 0.75)
    assert tally.f1 == pytest.approx(2 / 3)


def test_nothing_labelled_and_nothing_found_is_perfect() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (1.0, 1.0, 1.0)
    assert Tally(missed=[("a", "x")]).f1 == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Пётр", "петр"), ("«Ак-Суу»", "Ак–Суу"), ("O’Hara", "O'Hara"), ("New  Town.", "new town")],
)
def test_spellings_that_do_not_matter(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("министр", "Министр", True),
        ("министр финансов", "министр", True),
        ("первый заместитель министра", "министр", False),
        ("министр финансов", "министр обороны", False),
        ("", "министр", False),
    ],
)
def test_titles_may_differ_by_one_word(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same
    assert same_title(other, one) is same


@pytest.mark.parametrize(
    ("labelled", "found", "same"),
    [
        ("2025-03-01", "2025-03-01", True),
        ("--03-01", "2025-03-01", True),
        ("--03", "2025-03", True),
        ("--03", "--03", True),
        ("--03", "2025-03-01", False),
        ("2025", "2025-03", False),
        ("2025-03-01", "--03-01", False),
    ],
)
def test_a_label_without_a_year_agrees_with_any(labelled: str, found: str, same: bool) -> None:
    assert same_date(labelled, found) is same


def test_equal_names_are_paired_before_aliases() -> None:
    mother = person("Айнура Садыкова", aliases=("Садыкова",))
    daughter = person("Мээрим Садыкова")
    pairs, missed, wrong = pair_persons([mother, daughter], [person("Мээрим Садыкова")])
    assert pairs == [(daughter, person("Мээрим Садыкова"))]
    assert (missed, wrong) == ([mother], [])


def test_a_surname_pairs_with_the_person_whose_alias_it_is() -> None:
    gold = {"persons": [person("Anna Hill", aliases=("Hill",))]}
    found = {"persons": [person("Hill")]}
    assert compared("persons", gold, found) == Outcome(right=1)
    assert compared("full_names", gold, found) == Outcome(missed=("anna hill",), wrong=("hill",))


def test_roles_are_those_of_paired_people() -> None:
    gold = {"persons": [person("Anna Hill", "mayor", "doctor"), person("Ben Low", "judge")]}
    found = {"persons": [person("Anna Hill", "mayor", "poet"), person("Cy Dow", "judge")]}
    assert compared("roles", gold, found) == Outcome(
        right=1, missed=("Anna Hill: doctor",), wrong=("Anna Hill: poet",)
    )


@pytest.mark.parametrize(
    ("country", "outcome"),
    [
        ("KZ", Outcome(right=1)),
        (None, Outcome(missed=("Anna Hill: mayor, KZ",))),
        ("KG", Outcome(missed=("Anna Hill: mayor, KZ",), wrong=("Anna Hill: mayor, KG",))),
    ],
)
def test_the_country_of_an_office(country: str | None, outcome: Outcome) -> None:
    gold = {"persons": [person("Anna Hill", "mayor", country="KZ")]}
    found = {"persons": [person("Anna Hill", "mayor", country=country)]}
    assert compared("role_country", gold, found) == outcome


def test_an_office_without_a_labelled_country_is_not_counted() -> None:
    gold = {"persons": [person("Anna Hill", "mayor")]}
    found = {"persons": [person("Anna Hill", "mayor", country="KG")]}
    assert compared("role_country", gold, found) == Outcome()


def test_a_country_labelled_as_an_adjective_is_neither_missed_nor_wrong() -> None:
    gold = {"countries": ["KG", "KZ"], "countries_adj": ["TJ", "UZ"]}
    found = {"countries": [{"code": "KG"}, {"code": "TJ"}, {"code": "CU"}]}
    assert compared("countries", gold, found) == Outcome(right=1, missed=("KZ",), wrong=("CU",))


def test_amounts_are_compared_one_to_one() -> None:
    gold = {"counts": [{"value": 3, "unit": "day"}, {"value": 0.1, "unit": "ha"}]}
    found = {
        "quantities": [
            {"kind": "count", "value": 3.0, "unit": "cow"},
            {"kind": "count", "value": 3, "unit": "day"},
            {"kind": "percent", "value": 0.1, "unit": "%"},
        ]
    }
    assert compared("counts", gold, found) == Outcome(right=1, missed=("1/10",), wrong=("3",))


def test_money_is_a_value_and_a_currency() -> None:
    gold = {"money": [{"value": 5, "currency": "KGS", "approx": False}]}
    found = {"quantities": [{"kind": "money", "value": 5, "unit": "USD"}]}
    assert compared("money", gold, found) == Outcome(missed=("5 KGS",), wrong=("5 USD",))


def test_a_date_counts_once() -> None:
    gold = {"dates": ["--05-02", "--05-02", "2026"]}
    found = {"dates": [{"value": "2026-05-02"}, {"value": "2026-05-02"}, {"value": "2027"}]}
    assert compared("dates", gold, found) == Outcome(right=1, missed=("2026",), wrong=("2027",))


QUOTE = {"start": "Ничего страшного не", "end": "сказал бы я", "speaker": "Анна Горная"}


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ({"speaker": "p1", "speaker_text": None}, True),
        ({"speaker": None, "speaker_text": "Горная"}, True),
        ({"speaker": "p1", "speaker_text": "врач"}, True),
        ({"speaker": None, "speaker_text": "врач"}, False),
        ({"speaker": None, "speaker_text": "анна горная"}, True),
        ({"speaker": None, "speaker_text": None}, False),
    ],
)
def test_who_is_quoted(found: dict[str, Any], right: bool) -> None:
    system = {
        "persons": [{"id": "p1", "name": "Горная", "aliases": ["Анна Горная"]}],
        "quotations": [{"text": "Ничего страшного не было", **found}],
    }
    gold = {"quotes": [QUOTE]}
    assert compared("quotes", gold, system) == Outcome(right=1)
    assert compared("speakers", gold, system).right == right


def test_only_paired_quotations_have_a_speaker() -> None:
    gold = {"quotes": [QUOTE]}
    found = {"quotations": [{"text": "Совсем другое", "speaker": None}]}
    assert compared("quotes", gold, found) == Outcome(
        missed=("Ничего страшного не",), wrong=("Совсем другое",)
    )
    assert compared("speakers", gold, found) == Outcome()


def test_an_event_that_is_other_is_not_counted() -> None:
    assert compared("event", {"event": "other"}, {"event": "court"}) == Outcome()
    assert compared("event", {"event": "court"}, {"event": None}) == Outcome(missed=("court",))


def test_the_news_is_in_one_of_the_two_best_sentences() -> None:
    gold = {"key": "The town opened a"}
    sentences = [{"text": "Rain fell."}, {"text": "The town opened a school."}]
    assert compared("summary", gold, {"summary": sentences}) == Outcome(right=1)
    assert compared("summary", gold, {"summary": sentences[:1]}).right == 0
    assert compared("summary", gold, {"summary": [*sentences[:1] * 2, sentences[1]]}).right == 0


def test_what_is_not_labelled_is_not_counted() -> None:
    gold = {"doc": "a", "persons": [{"name": "Anna Hill"}], "countries": []}
    found = {
        "persons": [person("Anna Hill", "mayor")],
        "dates": [{"value": "2026"}],
        "quotations": [{"text": "Yes, indeed", "speaker": None}],
        "event": "court",
    }
    tallies = score([gold], {"a": found})
    assert {key for key, tally in tallies.items() if tally.gold or tally.found} == {
        "persons",
        "full_names",
    }


def test_a_text_of_which_nothing_was_found_is_all_missed() -> None:
    gold = {"doc": "a", "persons": [person("Anna Hill")], "countries": ["KG"], "dates": ["2026"]}
    tallies = score([gold], {})
    assert {key: tally.missed for key, tally in tallies.items() if tally.gold} == {
        "persons": [("a", "Anna Hill")],
        "full_names": [("a", "anna hill")],
        "countries": [("a", "KG")],
        "dates": [("a", "2026")],
    }
    assert tallies["dates"].report() == "  missed  a: 2026"
