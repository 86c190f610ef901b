"""How pages say things in Kyrgyz, Russian and English."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from generator.model.calendar import Moment, PartialDate
from generator.model.entity import Entity
from generator.model.ids import CountryCode, EntityId, LanguageCode
from generator.model.names import Role
from generator.model.quantity import Quantity
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

    return re.findall(r"\{(\w+)\}", text.replace("{small}", "{title}"))  # the same, in a sentence


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
    role = Role(title="манасчы", office=None, country=None)
    assert WORDINGS[EN].role(role, KY) == Said(text="манасчы", language=KY)
    assert WORDINGS[KY].role(role, KY) == Said(text="манасчы")
    former = Role(title="singer", office=None, country=None, former=True)
    assert WORDINGS[EN].role(former, EN) == Said(text="former singer")


def test_somebody_was_acting() -> None:
    role = Role(title="chairman", office=None, country=None, former=True, acting=True)
    assert WORDINGS[EN].role(role, EN).text == "former acting chairman"


def test_what_people_are_is_said_in_the_language_of_the_page() -> None:
    role = Role(title="башкы дарыгер", office=None, country=None)
    assert WORDINGS[EN].role(role, KY) == Said(text="chief doctor")
    singer = Role(title="singer", office=None, country=None)
    assert WORDINGS[KY].role(singer, EN) == Said(text="ырчы")
    # nothing tells whether `певец` or `певица` is meant
    assert WORDINGS[RU].role(singer, EN) == Said(text="singer", language=EN)


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


def test_letters_of_neighbours_stand_with_the_letter_they_are_made_of() -> None:
    names = ["Яна", "Өмүр", "Қодир", "Zoe", "Орозбек", "Пак", "Камил", "Лев"]
    russian = sorted(names, key=WORDINGS[RU].sort_key)
    assert russian == ["Камил", "Қодир", "Лев", "Өмүр", "Орозбек", "Пак", "Яна", "Zoe"]
    kyrgyz = sorted(names, key=WORDINGS[KY].sort_key)
    assert kyrgyz == ["Камил", "Қодир", "Лев", "Орозбек", "Өмүр", "Пак", "Яна", "Zoe"]
    tajik = sorted(["Ӯғуз", "Фаррух", "Умед", "Ҳаким", "Хуршед", "Цой"], key=WORDINGS[RU].sort_key)
    assert tajik == ["Ӯғуз", "Умед", "Фаррух", "Ҳаким", "Хуршед", "Цой"]


def test_people_are_sorted_by_family_name_where_it_is_known() -> None:
    key = WORDINGS[RU].name_key
    people = [("Асан Якубов", "Якубов"), ("Пеле", None), ("Ян Абдиев", "Абдиев")]
    assert [name for name, _ in sorted(people, key=lambda one: key(*one))] == [
        "Ян Абдиев",
        "Пеле",
        "Асан Якубов",
    ]


def _days(wording: Wording, *days: tuple[int, int, int]) -> str:
    first, last = (PartialDate(year=y, month=m, day=d) for y, m, d in days)
    return wording.dates(first, last)


def test_a_stretch_of_days_says_once_what_its_ends_share() -> None:
    week = (2026, 3, 2), (2026, 3, 8)
    assert _days(WORDINGS[RU], *week) == "2–8 марта 2026 года"
    assert _days(WORDINGS[KY], *week) == "2026-жылдын 2–8-марты"
    assert _days(WORDINGS[EN], *week) == "2–8 March 2026"
    months = (2026, 3, 30), (2026, 4, 5)
    assert _days(WORDINGS[RU], *months) == "30 марта – 5 апреля 2026 года"
    assert _days(WORDINGS[KY], *months) == "2026-жылдын 30-марты – 5-апрели"
    years = (2025, 12, 29), (2026, 1, 4)
    assert _days(WORDINGS[RU], *years) == "29 декабря 2025 года – 4 января 2026 года"
    assert _days(WORDINGS[EN], (2026, 3, 2), (2026, 3, 2)) == "2 March 2026"


def test_a_former_office_is_said_inside_a_phrase() -> None:
    role = Role(title="x", office="deputy-head-of-state", country=None, former=True)
    assert WORDINGS[RU].role(role, RU).text == "бывший вице-президент"
    assert WORDINGS[KY].role(role, KY).text == "мурдагы вице-президент"
    kept = Role(title="ырчы", office=None, country=None, former=True)
    assert WORDINGS[RU].role(kept, KY) == Said(text="мурдагы ырчы", language=KY)
    abbreviated = Role(title="МВД министри", office=None, country=None, former=True)
    assert WORDINGS[KY].role(abbreviated, KY).text == "мурдагы МВД министри"


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        (RU, ["более 27 млрд долл. США", "как минимум 27 млрд долл. США", "менее 5,5 %"]),
        (KY, ["27 млрд АКШ долларынан ашык", "кеминде 27 млрд АКШ доллары", "5,5 пайыздан аз"]),
        (EN, ["more than US$27 billion", "at least US$27 billion", "less than 5.5%"]),
    ],
)
def test_more_than_is_not_at_least(code: LanguageCode, texts: list[str]) -> None:
    sum_ = Quantity(kind="money", value=Decimal(27 * 10**9), unit="USD", bound="at-least")
    share = Quantity(kind="percent", value=Decimal("5.5"), unit="%", bound="at-most", strict=True)
    said = [WORDINGS[code].quantity(q, EN).text for q in (replace(sum_, strict=True), sum_, share)]
    assert [text.replace("\xa0", " ") for text in said] == texts


def test_a_bound_inside_a_counted_noun_is_not_said_again() -> None:
    people = Quantity(kind="count", value=Decimal(500), unit="киши", bound="at-least", strict=True)
    for code in UIS:
        said = WORDINGS[code].quantity(people, KY, written="500дөн ашык киши")
        assert said.text == "500дөн ашык киши"


def test_the_bound_of_borrowed_words_is_in_their_language() -> None:
    people = Quantity(kind="count", value=Decimal(500), unit="people", bound="at-least")
    said = WORDINGS[KY].quantity(people, EN, written="500 people")
    assert said == Said(text="at least 500 people", language=EN)


def test_a_change_says_which_way_it_went() -> None:
    change = Quantity(kind="percent", value=Decimal(5), unit="%", role="change")
    assert WORDINGS[RU].figure_role(change) == "изменение"
    assert WORDINGS[RU].figure_role(replace(change, direction="up")) == "рост"
    assert WORDINGS[EN].figure_role(replace(change, direction="down")) == "decrease"
