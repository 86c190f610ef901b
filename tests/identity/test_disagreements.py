# ruff: noqa: E501 (a paragraph of a text file is one line)
"""Versions that contradict one another, and versions that only word things otherwise."""

from __future__ import annotations

import pytest

from generator.model.story import Disagreement
from tests.identity.tellings import BRIDGE, DIG, HERD, MUSEUM, OTHERS, SCHOOL, TALKS, site

STORIES = {**BRIDGE, **TALKS, **SCHOOL, **HERD, **DIG, **MUSEUM}


def points(files: dict[str, str]) -> list[Disagreement]:
    return [point for story in site(files).stories for point in story.disagreements]


def changed(path: str, old: str, new: str) -> dict[str, str]:
    assert old in STORIES[path]
    return {**STORIES, **OTHERS, path: STORIES[path].replace(old, new)}


def test_true_copies_agree() -> None:
    assert points({**STORIES, **OTHERS}) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "kind"),
    [
        ("bridge-en.txt", "48 million", "58 million", "figure"),
        ("bridge-ru.txt", "48 млн", "48 млрд", "figure"),
        ("bridge-ky.txt", "75 пайызы", "57 пайызы", "figure"),
        ("talks-ky.txt", "1,7 миллиард", "1,9 миллиард", "figure"),
        ("talks-ru.txt", "до 3 млрд", "до 5 млрд", "figure"),
        ("bridge-en.txt", "15 May 2024", "25 May 2024", "date"),
        ("bridge-ru.txt", "10 марта", "9 марта", "date"),
        ("bridge-ky.txt", "2024-жылдын 15-майында", "2023-жылдын 15-майында", "date"),
        ("bridge-ru.txt", "Сыргабаев", "Сыргаков", "name"),
        ("bridge-en.txt", "Syrgabaev", "Tyrgabaev", "name"),
        ("talks-ky.txt", "Кулубаев", "Кулматов", "name"),
        ("talks-en.txt", "Foreign Minister Jeenbek", "Prime Minister Jeenbek", "title"),
        ("bridge-ru.txt", "Министр транспорта", "Министр энергетики", "title"),
        ("museum-ru.txt", "директор музея", "заместитель директора музея", "title"),  # no offices
        ("museum-en.txt", "The museum's director", "The museum's chief accountant", "title"),
        ("school-ky.txt", "12 окуучу", "17 окуучу", "figure"),  # words and digits
        ("school-ru.txt", "900 человек", "600 человек", "figure"),  # two counts in a sentence
        ("school-en.txt", "30 miles", "80 miles", "figure"),
        ("school-en.txt", "35 degrees", "85 degrees", "figure"),
        ("school-en.txt", "in November", "in August", "date"),  # no digits at all
        ("school-ky.txt", "Томас Харди", "Томас Линдквист", "name"),
        ("school-en.txt", "Thomas Hardy", "Thomas Woodbridge", "name"),
        ("school-ky.txt", "30 миля", "80 милге", "figure"),  # a noun that kept its case ending
        ("school-en.txt", "30 miles", "33 miles", "figure"),  # a translator rounds nothing
        ("talks-ru.txt", "1,7 млрд", "1,8 млрд", "figure"),
        ("herd-en.txt", "4,200 people", "4,800 people", "figure"),
        ("herd-ru.txt", "4,2 тысячи человек", "9,2 тысячи человек", "figure"),  # thousands in words
        ("herd-ru.txt", "58 голосов", "38 голосов", "figure"),  # beside `at least 60 votes`
        ("herd-en.txt", "five years", "three years", "figure"),  # in words in all versions
        ("herd-ky.txt", "Нил Рой", "Нил Хартман", "name"),  # short, like the first letters of words
        ("school-ky.txt", "12 окуучу", "10го жакын окуучу", "figure"),  # about 10 is not 12
        ("bridge-en.txt", "48 million", "more than 50 million", "figure"),
        ("herd-ky.txt", "4,2 миң киши жашайт", "9,2 миң калкы бар", "figure"),
        ("bridge-ru.txt", "48 млн сомов", "48 млн долларов", "figure"),  # another currency
        ("talks-en.txt", "1.7 billion dollars", "1.7 billion euros", "figure"),
        ("bridge-en.txt", "Elchibek Zhantaev", "Tilek Zhantaev", "name"),  # another given name
        ("dig-ru.txt", "44-летний", "49-летний", "figure"),  # ages, which the box leaves out
        ("dig-en.txt", "Doerner, 44,", "Doerner, 34,", "figure"),
        ("dig-ru.txt", "Дёрнер", "Дёрпер", "name"),  # one consonant
        ("dig-ky.txt", "Хельга Дёрнер", "Ингрид Дёрнер", "name"),
        ("dig-en.txt", "fourteen graves", "nineteen graves", "figure"),  # things, in words in all
        ("herd-en.txt", "Ashworth", "Lindqvist", "name"),  # again and again without a given name
    ],
)
def test_a_planted_change_is_reported_once(path: str, old: str, new: str, kind: str) -> None:
    files = changed(path, old, new)
    found = points(files)
    assert [point.kind for point in found] == [kind]
    (notice,) = [n for n in site(files).notices if n.code == "versions-disagree"]
    assert notice.severity == "warning"
    assert notice.path == path  # it stands alone against the two others
    paths = {b.article.id: b.article.source.path for b in site(files).briefings}
    for claim in found[0].claims:
        assert paths[claim.evidence.article] in notice.problem
        assert claim.evidence.quote in notice.problem
    assert len(found[0].claims) == 3


def test_evidence_is_under_its_span() -> None:
    files = changed("bridge-en.txt", "48 million", "58 million")
    texts = {b.article.id: b.article.text for b in site(files).briefings}
    for point in points(files):
        for claim in point.claims:
            assert claim.evidence.span.of(texts[claim.evidence.article]) == claim.evidence.quote


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("bridge-en.txt", "48 million som", "about 50 million som"),  # rounded, and said so
        ("bridge-en.txt", "48 million som", "48,000,000 som"),  # written otherwise
        ("bridge-ru.txt", "48 млн сомов", "около 550 тысяч долларов"),  # another currency
        ("bridge-en.txt", "Work began on 15 May 2024.", "Work took two years."),  # left out
        ("talks-en.txt", "Jeenbek Kulubaev", "Zheenbek Kulubayev"),  # another romanisation
        ("talks-en.txt", "Kyrgyz Foreign Minister", "Kyrgyz Minister of Foreign Affairs"),
        ("bridge-ru.txt", "10 марта", "во вторник"),
        ("school-en.txt", "30 miles", "48 kilometres"),  # in another measure
        ("school-en.txt", "35 degrees", "95 degrees"),  # on another scale
        ("school-en.txt", "twelve pupils", "a dozen pupils"),
        ("school-en.txt", "in November", "last autumn"),
        ("school-ru.txt", "Томас Харди", "Томас Гарди"),  # spelled as another habit has it
        ("school-ru.txt", "Учитель Томас Харди", "Учитель"),  # left out
        ("herd-en.txt", "4,200 people", "about 4,000 people"),  # rounded, and said so
        ("herd-en.txt", "five years", "half a decade"),
        ("museum-en.txt", "The museum's director", "The head of the museum"),
        ("museum-ru.txt", "директор музея", "профессор"),  # somebody may be both
    ],
)
def test_another_wording_is_no_disagreement(path: str, old: str, new: str) -> None:
    assert points(changed(path, old, new)) == []


def test_two_changes_are_two_points() -> None:
    files = changed("bridge-en.txt", "48 million", "58 million")
    files["bridge-en.txt"] = files["bridge-en.txt"].replace("15 May 2024", "25 May 2024")
    assert sorted(point.kind for point in points(files)) == ["date", "figure"]


def test_three_versions_that_all_differ_are_one_point() -> None:
    files = changed("bridge-en.txt", "48 million", "58 million")
    files["bridge-ru.txt"] = files["bridge-ru.txt"].replace("48 млн", "68 млн")
    (point,) = points(files)
    assert len(point.claims) == 3


RACE = {
    "race-ru.txt": """2026-03-10
Скачки в Нарыне выиграл Бакыт Усенов

Бакыт Усенов выиграл скачки, прошедшие 10 марта в Нарыне. За победу он получил 350 тысяч сомов и коня.

За порядком следили 68 милиционеров. Дистанция составила 22 километра, её одолели 42 всадника из 57.

Губернатор Нарынской области Алтынбек Эргешов пообещал построить новый ипподром за 18 млн сомов.
""",
    "race-en.txt": """2026-03-10
Naryn governor promises a new racecourse

The governor of Naryn Region, Altynbek Ergeshov, said a new racecourse would be built for 18 million soms. He spoke at horse races held in Naryn on 10 March.

Of 57 riders 42 finished the distance of 22 kilometres. Some 1,900 people watched, despite 9 degrees of frost.

The winner, Bakyt Usenov, was given a horse and 350,000 soms.
""",
}
"""Two reports of one event, each in its own order and with figures of its own."""


def test_reports_in_another_order_agree() -> None:
    assert points(RACE) == []
    assert len(site(RACE).stories) == 1


@pytest.mark.parametrize(
    ("path", "old", "new", "kind"),
    [
        ("race-en.txt", "18 million", "81 million", "figure"),  # digits change places
        ("race-en.txt", "18 million", "180 million", "figure"),
        ("race-ru.txt", "350 тысяч", "530 тысяч", "figure"),
        ("race-ru.txt", "350 тысяч сомов", "350 тысяч долларов", "figure"),
        ("race-en.txt", "22 kilometres", "28 kilometres", "figure"),
        ("race-en.txt", "The governor of Naryn Region", "The mayor of Naryn", "title"),
    ],
)
def test_reports_in_another_order_disagree(path: str, old: str, new: str, kind: str) -> None:
    assert old in RACE[path]
    found = points({**RACE, path: RACE[path].replace(old, new)})
    assert [point.kind for point in found] == [kind]


def test_two_reporters_have_each_their_own_figures() -> None:
    """Retellings share an event and few sentences; what each adds contradicts nothing."""
    ky = """2026-03-10
Нарында ат чабыш өттү

Нарын шаарында 10-мартта ат чабыш өттү. Аны Нарын облусунун губернатору Алтынбек Эргешов ачты.

Мелдешке 42 чабандес катышты. Көрүүчүлөр үчүн 15 автобус коюлду.

Байге фонду 500 миң сом болду. Жеңүүчү Бакыт Усенов ат ээсине рахмат айтты.
"""
    ru = """2026-03-10
В Нарыне прошли скачки

Губернатор Нарынской области Алтынбек Эргешов открыл 10 марта скачки в Нарыне. Призовой фонд составил 500 тысяч сомов.

Порядок охраняли 68 милиционеров. Накануне в городе выпало 23 сантиметра снега, и дорогу чистили всю ночь.

Первым пришёл Бакыт Усенов. Скачки проводят с 1998 года. В кафе у ипподрома продали 310 порций плова.
"""
    assert points({"race-ky.txt": ky, "race-ru.txt": ru}) == []
    assert len(site({"race-ky.txt": ky, "race-ru.txt": ru}).stories) == 1
