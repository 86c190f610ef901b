"""How pages say things in Kyrgyz, Russian and English."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from generator.model.calendar import Moment, PartialDate
from generator.model.entity import Entity
from generator.model.ids import CountryCode, EntityId, LanguageCode
from generator.model.names import Role
from generator.rendering.wording import Said, Wording
from tests.rendering.newsroom import UIS, context

KY, RU, EN = UIS
WORDINGS = context().wordings


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        (RU, 1, "1 материал"),
        (RU, 3, "3 материала"),
        (RU, 11, "11 материалов"),
        (KY, 5, "5 материал"),
        (EN, 1, "1 briefing"),
        (EN, 1200, "1,200 briefings"),
    ],
)
def test_plurals(code: LanguageCode, number: int, text: str) -> None:
    assert WORDINGS[code].count("briefings", number).replace("\xa0", " ") == text


def test_every_language_says_everything() -> None:
    """One message missing in one language is a hole in its pages."""
    plural = ("-zero", "-one", "-two", "-few", "-many", "-other")
    keys = {}
    for code, wording in WORDINGS.items():
        interface = wording.language.labels.interface
        keys[code] = {
            key for key in interface if not key.endswith(plural) and not key.startswith("language-")
        }
        places = {key: sorted(_places(text)) for key, text in interface.items()}
        for key, found in places.items():
            english = WORDINGS[EN].language.labels.interface.get(key)
            assert english is None or found == sorted(_places(english)), f"{code}: {key}"
        assert set(wording.language.labels.kinds) == set(WORDINGS[EN].language.labels.kinds)
    assert keys[KY] == keys[RU] == keys[EN]


def _places(text: str) -> list[str]:
    import re

    return re.findall(r"\{(\w+)\}", text)


def test_the_time_says_where_it_is_that_time() -> None:
    moment = Moment(year=2026, month=2, day=13, hour=14, minute=5, offset="+06:00")
    assert WORDINGS[EN].clock(moment) == "14:05, Bishkek time"
    elsewhere = Moment(year=2026, month=2, day=13, hour=14, minute=5, offset="+01:00")
    assert WORDINGS[EN].clock(elsewhere) == "14:05 UTC+01:00"
    assert WORDINGS[EN].clock(Moment(year=2026, month=2, day=13)) is None


def test_dates_and_countries_are_in_the_language_of_the_page() -> None:
    assert WORDINGS[KY].date(PartialDate(year=2026, month=2, day=13)) == "2026-жылдын 13-февралы"
    assert WORDINGS[RU].country(CountryCode("KG")) == "Кыргызстан"
    assert WORDINGS[KY].language_name(RU) == "орусча"
    assert WORDINGS[RU].own_name(KY) == "Кыргызча"


def _person(**names: str) -> Entity:
    return Entity(
        id=EntityId("person:aida-toktosunova"),
        kind="person",
        names=MappingProxyType({LanguageCode(code): name for code, name in names.items()}),
    )


def _named(wording: Wording, **names: str) -> Said:
    return wording.entity(_person(**names))


def test_a_name_is_known_borrowed_spelled_out_or_left_as_written() -> None:
    assert _named(WORDINGS[EN], ky="Аида Токтосунова", en="Aida T.") == Said(text="Aida T.")
    assert _named(WORDINGS[KY], ru="Аида Токтосунова") == Said(text="Аида Токтосунова", language=RU)
    spelled = _named(WORDINGS[EN], ky="Аида Токтосунова")
    assert spelled.transliterated
    assert spelled.text.isascii()
    assert _named(WORDINGS[RU], en="Aida Toktosunova") == Said(text="Aida Toktosunova", language=EN)


def test_an_office_nobody_translated_stays_as_written() -> None:
    role = Role(title="ырчы", office=None, country=None)
    assert WORDINGS[EN].role(role, KY) == Said(text="ырчы", language=KY)
    assert WORDINGS[KY].role(role, KY) == Said(text="ырчы")
    former = Role(title="singer", office=None, country=None, former=True)
    assert WORDINGS[EN].role(former, EN) == Said(text="former singer")


def test_an_office_is_called_what_its_state_calls_it() -> None:
    def said(title: str) -> Role:
        return Role(title=title, office="head-of-government", country=CountryCode("KG"))

    chairman = said("Министрлер кабинетинин төрагасы")
    assert WORDINGS[EN].role(chairman, KY).text == "Chairman of the Cabinet of Ministers"
    assert WORDINGS[RU].role(chairman, KY).text == "Председатель Кабинета министров"
    assert WORDINGS[RU].role(said("prime minister"), EN).text == "Премьер-министр"
    assert WORDINGS[EN].role(said("өкмөт башчысы"), KY).text == "Head of Government"


def test_styles_are_the_same_in_every_language() -> None:
    first, *others = (
        {
            (office, style)
            for office, named in wording.language.styles.styles.items()
            for style in named
        }
        for wording in WORDINGS.values()
    )
    assert first
    assert all(other == first for other in others)


def test_sorting_is_by_the_alphabet_of_the_language() -> None:
    key = WORDINGS[KY].sort_key
    assert sorted(["Үмүт", "Ясин", "Нур", "Ңал", "Озгон", "Өмүр"], key=key) == [
        "Нур",
        "Ңал",
        "Озгон",
        "Өмүр",
        "Үмүт",
        "Ясин",
    ]
