"""Countries, capitals, places and organisations that are shipped."""

from __future__ import annotations

import pytest

from generator import languages
from generator.knowledge.countries import CountryKnowledge
from generator.knowledge.organisations import shipped_organisations
from generator.knowledge.places import shipped_places
from generator.model.ids import CountryCode, LanguageCode

COUNTRIES = CountryKnowledge([languages.get(code) for code in languages.codes()])
CODES = [LanguageCode(code) for code in ("ky", "ru", "en")]


def test_codes_are_iso_and_kosovo() -> None:
    assert len(COUNTRIES.codes) == 250
    assert {"KG", "NO", "TW", "HK", "PS", "XK"} <= set(COUNTRIES.codes)
    assert not {"EU", "UN", "ZZ", "SU"} & set(COUNTRIES.codes)


@pytest.mark.parametrize("code", CODES)
def test_every_country_has_a_name_to_show(code: LanguageCode) -> None:
    names = {country: COUNTRIES.name(country, code) for country in COUNTRIES.codes}
    assert not [country for country, name in names.items() if not name or name == country]
    # Two countries with one name would make pages that nobody can tell apart.
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize(
    ("country", "code", "name"),
    [
        ("KG", "ru", "Кыргызстан"),
        ("US", "ky", "АКШ"),
        ("US", "ru", "США"),
        ("GB", "ky", "Улуу Британия"),
        ("TM", "ky", "Түркмөнстан"),
        ("TR", "en", "Turkey"),
        ("UZ", "ky", "Өзбекстан"),
        ("KR", "ru", "Южная Корея"),
    ],
)
def test_names_are_the_presss(country: str, code: str, name: str) -> None:
    assert COUNTRIES.name(CountryCode(country), LanguageCode(code)) == name


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert COUNTRIES.name(CountryCode("QQ"), LanguageCode("ru")) == "QQ"


@pytest.mark.parametrize("code", CODES)
def test_no_name_means_two_countries(code: LanguageCode) -> None:
    owners: dict[str, str] = {}
    for country in COUNTRIES.codes:
        for name in COUNTRIES.names(country, code):
            assert owners.setdefault(name.lower(), country) == country, name


@pytest.mark.parametrize("code", CODES)
def test_packs_name_only_countries_there_are(code: LanguageCode) -> None:
    pack = languages.get(code)
    assert set(pack.countries.countries) <= set(COUNTRIES.codes)


def test_capitals() -> None:
    assert COUNTRIES.code_of_capital("Бишкек", LanguageCode("ky")) == "KG"
    assert COUNTRIES.code_of_capital("Дүйшөмбү", LanguageCode("ky")) == "TJ"
    assert COUNTRIES.code_of_capital("Washington", LanguageCode("en")) == "US"
    assert COUNTRIES.code_of_capital("Ош", LanguageCode("ky")) is None
    assert COUNTRIES.capitals["ташкент"] == "UZ"


def test_every_place_lies_in_a_country_there_is() -> None:
    codes = {place.country for place in shipped_places().values() if place.country is not None}
    assert codes <= set(COUNTRIES.codes)


@pytest.mark.parametrize("code", CODES)
def test_no_name_means_two_organisations(code: LanguageCode) -> None:
    owners: dict[str, str] = {}
    for entity, organisation in shipped_organisations().items():
        assert organisation.country is None or organisation.country in COUNTRIES.codes
        for name in organisation.names.get(code, ()):
            assert owners.setdefault(name, entity) == entity, name
