"""A story told in several languages stands in a list once, under the day of the version shown."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from generator.model.ids import CountryCode, EntityId, LanguageCode
from generator.model.names import Role
from generator.model.note import Note, Paragraph
from generator.model.page import Page
from generator.model.site import Site
from generator.pages import all_page_types
from tests.rendering.newsroom import Desk, context, site

TITLES = {
    "en": ("Dam opens", 4),
    "ru": ("Плотина открыта", 2),
    "ky": ("Тосмо ачылды", 6),
}


def _dam(code: str) -> Desk:
    title, day = TITLES[code]
    body = {
        "en": "Asan Bekov opened the dam of Kyrgyzstan.",
        "ru": "Асан Беков открыл плотину в Кыргызстане.",
        "ky": "Асан Беков тосмону ачты, деп билдирди Кыргызстан.",
    }[code]
    desk = Desk(title, body, language=code, slug=f"dam-{code}", day=(2026, 3, day))
    desk.translation_of = None if code == "en" else "dam-en"
    desk.person({"en": "Asan Bekov"}.get(code, "Асан Беков"), "asan-bekov")
    desk.country({"en": "Kyrgyzstan", "ru": "Кыргызстане", "ky": "Кыргызстан"}[code], "KG")
    return desk


def _other(day: int) -> Desk:
    desk = Desk(
        f"Снег {day}",
        "Снег выпал в Кыргызстане.",
        language="ru",
        slug=f"s{day}",
        day=(2026, 3, day),
    )
    desk.country("Кыргызстане", "KG")
    return desk


def _site() -> Site:
    return site([*map(_dam, TITLES), _other(3), _other(5)])


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {p.uri: p for kind in all_page_types() for p in kind.pages(_site(), context())}


def _days(page: Page) -> list[str]:
    return re.findall(r'<time datetime="(2026-03-\d\d)', page.markdown)


@pytest.mark.parametrize("address", ["", "countries/kg/", "2026/03/", "2026/w10/"])
@pytest.mark.parametrize("ui", ["ky", "ru", "en"])
def test_days_stand_in_order_of_time(pages: dict[str, Page], address: str, ui: str) -> None:
    days = _days(pages[f"{ui}/{address}index.md"])
    assert len(set(days)) == 3
    assert days == sorted(days, reverse=True)
    assert f"2026-03-{TITLES[ui][1]:02d}" in days


@pytest.mark.parametrize(
    ("ui", "count"), [("ky", "3 материал"), ("ru", "3 материала"), ("en", "3 ")]
)
def test_a_week_lists_what_it_counts(pages: dict[str, Page], ui: str, count: str) -> None:
    body = pages[f"{ui}/2026/w10/index.md"].markdown
    assert count in body[: body.index("</h1>")]
    days = body[body.index("week-day") : body.index('class="new"')]
    assert days.count("<li>") == 3
    own = TITLES[ui][0]
    assert days.count(own) == 1
    assert not any(title in body for title, _ in TITLES.values() if title != own)


def test_a_day_shows_the_version_for_the_reader_and_its_date(pages: dict[str, Page]) -> None:
    body = pages["ru/2026/03/04/index.md"].markdown  # on which the English version appeared
    assert "Плотина открыта" in body
    assert "Dam opens" not in body
    assert "2 марта 2026 года" in body


def test_a_page_says_how_many_texts_tell_its_stories(pages: dict[str, Page]) -> None:
    assert "3 новости (5 текстов)" in pages["ru/countries/kg/index.md"].markdown
    assert "1 story (3 texts)" in pages["en/people/asan-bekov/index.md"].markdown


# -- what a person is called ----------------------------------------------------------------------


def _called(language: str, title: str, office: str | None, day: int) -> Desk:
    who = "Asan Bekov" if language == "en" else "Асан Беков"
    desk = Desk(
        "News", f"{title} {who} spoke.", language=language, slug=f"n{day}", day=(2026, 3, day)
    )
    person = desk.person(who, "asan-bekov")
    desk.role(title, person, Role(title=title, office=office, country=CountryCode("KG")))
    return desk


def _listed(*desks: Desk) -> str:
    made = {p.uri: p for kind in all_page_types() for p in kind.pages(site(desks), context())}
    body = unescape(made["ru/people/index.md"].markdown)
    found = re.search(r'<span class="office">(.*?), Кыргызстан</span>', body)
    assert found
    return found[1]


def test_a_known_office_comes_before_newer_words_in_another_language() -> None:
    head, office = (
        _called("en", "showrunner", None, 9),
        _called("ru", "министр", "trade-minister", 2),
    )
    assert _listed(head, office) == "Министр торговли"
    assert _listed(head, _called("ru", "наставник", None, 2)) == "наставник"
    assert _listed(head) == '<span lang="en">showrunner</span>'


# -- who holds an office --------------------------------------------------------------------------


def _holder(who: str, office: str, day: int, *, former: bool = False) -> Desk:
    desk = Desk("News", f"{who} of Kyrgyzstan spoke.", slug=f"h{day}", day=(2026, 3, day))
    desk.country("Kyrgyzstan", "KG")
    role = Role(title="head", office=office, country=CountryCode("KG"), former=former)
    desk.role("spoke", desk.person(who, who.lower().replace(" ", "-")), role)
    return desk


def test_people_in_office_stand_before_those_who_held_it() -> None:
    desks = [
        _holder("Asan Bekov", "foreign-minister", 1),
        _holder("Dina Esenova", "foreign-minister", 9),
        _holder("Marat Usenov", "governor", 2),
        _holder("Marat Usenov", "governor", 8, former=True),
        _holder("Aliya Omurova", "governor", 3),
    ]
    made = {p.uri: p for kind in all_page_types() for p in kind.pages(site(desks), context())}
    body = made["en/countries/kg/index.md"].markdown
    present, _, earlier = body[: body.index("</section>")].partition("<details>")
    assert [n for n in ("Dina", "Aliya", "Asan", "Marat") if n in present] == ["Dina", "Aliya"]
    assert "Earlier holders: 2" in earlier
    assert "Asan Bekov" in earlier
    assert "Marat Usenov" in earlier


def test_many_people_in_office_can_be_opened() -> None:
    names = [
        f"{given} {family}"
        for given in ("Asan", "Dina", "Marat", "Aliya")
        for family in ("Bekov", "Esenov", "Usenov", "Omurov", "Kadyrov")
    ]
    desks = [_holder(name, "member-of-parliament", 1 + n) for n, name in enumerate(names)]
    made = {p.uri: p for kind in all_page_types() for p in kind.pages(site(desks), context())}
    body = made["en/countries/kg/index.md"].markdown
    assert "Show all 20" in body
    assert all(name in body for name in names)


# -- order of names -------------------------------------------------------------------------------


def test_people_are_sorted_by_family_name() -> None:
    desks = []
    for n, who in enumerate(("Асан Өмүров", "Бакыт Абдиев", "Дина Орозова", "Айжан Пак")):
        desk = Desk("Кабар", f"{who} сүйлөдү.", language="ky", slug=f"p{n}", day=(2026, 3, 1 + n))
        desk.person(who, f"p{n}")
        desks.append(desk)
    made = {p.uri: p for kind in all_page_types() for p in kind.pages(site(desks), context())}
    for ui, wanted in {"ky": [1, 2, 0, 3], "ru": [1, 0, 2, 3]}.items():
        body = made[f"{ui}/people/index.md"].markdown
        assert list(map(int, re.findall(r'href="p(\d)/"', body))) == wanted


def test_a_person_is_tied_to_pairs(pages: dict[str, Page]) -> None:
    desk = Desk(
        "Kyrgyzstan and Tajikistan talk",
        "Asan Bekov spoke of Kyrgyzstan and Tajikistan.",
        slug="t",
    )
    desk.person("Asan Bekov", "asan-bekov")
    desk.country("Kyrgyzstan", "KG")
    desk.country("Tajikistan", "TJ")
    made = {p.uri: p for kind in all_page_types() for p in kind.pages(site([desk]), context())}
    assert 'href="../../countries/kg-tj/"' in made["en/people/asan-bekov/index.md"].markdown


# -- marks ----------------------------------------------------------------------------------------


def test_the_note_on_transliterated_names_stands_where_the_star_is() -> None:
    """Names behind `show all` have theirs there, not under the box in which no star is seen."""
    ids = ["aidana", "bakyt", "chynara", "daniyar", "erkin", "farida"]
    kyrgyz = ["Айдана Осмонова", "Бакыт Асанов", "Чынара Усенова", "Данияр Бекиев"]
    kyrgyz += ["Эркин Маматов", "Фарида Садыкова"]
    article = Desk("Кабар", ", ".join(kyrgyz) + " келишти.", language="ky", slug="k")
    for who, id_ in zip(kyrgyz, ids, strict=True):
        article.person(who, id_)
    english = ["Aidana Osmonova", "Bakyt Asanov", "Chynara Usenova", "Daniyar Bekiev"]
    known = Desk("News", ", ".join(english) + " came.", slug="e", day=(2026, 1, 1))
    for who, id_ in zip(english, ids, strict=False):
        known.person(who, id_)

    def box(*desks: Desk) -> str:
        made = {p.uri: p for kind in all_page_types() for p in kind.pages(site(desks), context())}
        return made["en/2026/02/13/k/index.md"].markdown

    hidden = box(article, known)
    assert hidden.count('class="spelled"') == 1
    details = hidden[hidden.index("<details>") : hidden.index("</details>")]
    assert 'class="spelled"' in details
    assert 'class="tl"' in details
    seen = box(article)
    assert seen.count('class="spelled"') == 1
    assert seen.index('class="spelled"') > seen.rindex("</details>")


def test_an_introduction_in_another_language_says_so() -> None:
    desk = _holder("Asan Bekov", "governor", 1)
    whole = site([desk])
    person = EntityId("person:asan-bekov")
    note = Note(
        entity=person,
        path="people/asan-bekov.md",
        introduction=(Paragraph(text="Born in Osh.", language=LanguageCode("en")),),
    )
    whole = replace(whole, notes={person: note})
    made = {p.uri: p for kind in all_page_types() for p in kind.pages(whole, context())}
    assert "Язык текста: английский" in made["ru/people/asan-bekov/index.md"].markdown
    assert "Text in" not in made["en/people/asan-bekov/index.md"].markdown


def test_a_week_is_not_broken_at_its_hyphen(pages: dict[str, Page]) -> None:
    body = pages["ky/2026/w10/index.md"].markdown
    assert '<span class="whole">10-аптасы</span>' in body


def test_a_quotation_names_its_speaker_in_a_line_of_its_own() -> None:
    desk = Desk("News", "Asan Bekov said: we shall see.", slug="q")
    desk.quote("we shall see", desk.person("Asan Bekov", "asan-bekov"))
    made = {p.uri: p for kind in all_page_types() for p in kind.pages(site([desk]), context())}
    body = made["en/quotes/index.md"].markdown
    assert '<p class="by"><a class="name" href="../people/asan-bekov/">' in body
