"""People known before any article names them: every row can be used, none takes another's name."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from generator.errors import TableError
from generator.identity.comparison import compare_names, form_of
from generator.knowledge import people
from generator.knowledge.offices import load_offices
from generator.knowledge.organisations import shipped_organisations
from generator.knowledge.people import KnownPeople, shipped_people
from generator.model.ids import EntityId
from generator.tables import load_toml
from generator.text.transliterate import slugify

ROWS = sorted(shipped_people().items())
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def test_there_are_as_many_as_other_texts_need() -> None:
    assert len(ROWS) >= 300
    countries = {country for _, person in ROWS for country in person.countries}
    assert {
        "KG",
        "KZ",
        "UZ",
        "TJ",
        "TM",
        "RU",
        "CN",
        "AF",
        "IR",
        "AZ",
        "TR",
        "MN",
        "BY",
    } <= countries
    assert {"GE", "AM", "US", "DE", "FR", "GB", "IT", "JP", "KR", "IN", "PK", "SA"} <= countries


@pytest.mark.parametrize(("entity", "person"), ROWS, ids=[str(entity) for entity, _ in ROWS])
def test_a_row_is_whole(entity: EntityId, person: people.KnownPerson) -> None:
    key = str(entity).removeprefix("person:")
    assert slugify(key) == key
    assert {"ky", "ru", "en"} <= set(person.names)
    for language, names in person.names.items():
        assert names
        assert len(set(names)) == len(names)
        for name in names:
            assert form_of(name, language).full, name
    assert person.wikidata is None or re.fullmatch(r"Q[1-9]\d*", person.wikidata)
    for office in person.offices:
        assert office.office in load_offices().offices
        assert (office.country is None) != (office.body is None)
        assert office.body is None or f"organisation:{office.body}" in shipped_organisations()
        for date in (office.from_, office.to):
            assert date is None or DAY.fullmatch(date)
        if office.from_ and office.to:
            assert office.from_ <= office.to
    assert not person.common or person.countries


OFFICES = {
    "head-of-state": "KG KZ UZ TJ TM RU CN AF IR AZ TR BY GE AM UA US DE FR IT KR IN PK AE",
    "head-of-government": "KG KZ UZ TJ RU CN AZ MN BY GE AM UA GB DE FR IT JP KR IN PK AE HU",
    "foreign-minister": "KG KZ UZ TJ TM RU CN IR AZ TR MN BY GE AM UA US GB DE FR IT JP KR IN PK"
    " SA AE",
    "speaker-of-parliament": "KG KZ UZ TJ TM RU CN IR AZ TR BY GE AM UA US GB DE FR JP KR IN PK",
}
HEADS = {
    "un": "secretary-general",
    "cis": "secretary-general",
    "csto": "secretary-general",
    "sco": "secretary-general",
    "ots": "secretary-general",
    "nato": "secretary-general",
    "osce": "secretary-general",
    "eec": "head-of-body",
    "european-commission": "head-of-body",
    "european-council": "head-of-body",
    "european-parliament": "head-of-body",
    "eu": "high-representative",
}
YEARS = range(2020, 2026)


def _years_held(office: str, country: str | None, body: str | None) -> set[int]:
    """Years in some part of which somebody shipped held the office, as far as dates are known."""
    return {
        year
        for _, person in ROWS
        for held in person.offices
        if (held.office, held.country, held.body) == (office, country, body)
        for year in YEARS
        if int((held.from_ or "1900")[:4]) <= year <= int((held.to or "2999")[:4])
    }


@pytest.mark.parametrize(
    ("office", "country"),
    [(office, country) for office, countries in OFFICES.items() for country in countries.split()],
)
def test_no_year_since_2020_is_without_a_holder(office: str, country: str) -> None:
    assert _years_held(office, country, None) == set(YEARS)


@pytest.mark.parametrize(("body", "office"), HEADS.items())
def test_every_large_body_has_its_head(body: str, office: str) -> None:
    assert _years_held(office, None, body) == set(YEARS)


def test_no_two_share_a_name_or_a_wikidata_id() -> None:
    bearers: dict[object, set[EntityId]] = defaultdict(set)
    for entity, person in ROWS:
        for language, names in person.names.items():
            for name in names:
                bearers[form_of(name, language).key].add(entity)
        bearers[person.wikidata or entity].add(entity)
    assert [entities for entities in bearers.values() if len(entities) > 1] == []


def test_no_two_are_taken_for_one() -> None:
    names = [
        (entity, language, name)
        for entity, person in ROWS
        for language in ("ky", "ru", "en")
        for name in person.names[people.LanguageCode(language)]
    ]
    wrong = [
        (name, other)
        for place, (entity, language, name) in enumerate(names)
        for second, tongue, other in names[place + 1 :]
        if entity != second
        and name[0].casefold() == other[0].casefold()
        and compare_names(
            name, people.LanguageCode(language), other, people.LanguageCode(tongue)
        ).judgement
        == "same"
    ]
    assert wrong == []


def test_every_file_says_where_it_is_from() -> None:
    folder = Path(people.__file__).parent
    for path in folder.glob("*.toml"):
        assert "# Source:" in path.read_text(encoding="utf-8")


def test_a_key_that_is_none_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.toml"
    path.write_text('[people]\nx = { name = "X Y", names = { en = ["X Y"] } }\n', encoding="utf-8")
    with pytest.raises(TableError, match="is not a key here"):
        load_toml(path, KnownPeople)
