"""What is considered and left out is told, with the reason."""

from __future__ import annotations

from functools import cache

import pytest

from generator.cli import DEFAULTS
from generator.model.article import Article
from generator.pipeline import Understanding


@cache
def understanding() -> Understanding:
    return Understanding(DEFAULTS)


def article_of(code: str, text: str, *, published: str | None = "2026-02-13") -> Article:
    return understanding().reader.from_text(
        doc="own", text=text, title=None, published=published, language=code
    )


def left_out(code: str, text: str, *, published: str | None = "2026-02-13") -> dict[str, str]:
    """`kind: words` to the reason."""
    article = article_of(code, text, published=published)
    _, rejections = understanding().examine(article)
    return {f"{r.kind}: {r.span.of(article.text)}": r.reason for r in rejections}


CASES = [
    # countries
    ("en", "Traders bought wheat for 20 million US dollars.", "country: US dollars", "longer name"),
    ("ru", "Курс доллара США вырос на 3 процента.", "country: доллара США", "longer name"),
    ("ky", "Кыргыз-Ата айылында жаңы мектеп ачылды.", "country: Кыргыз", "hyphenated name"),
    ("ru", "Автобус идёт по улице Россия до вокзала.", "country: Россия", "a street or place"),
    ("ru", "Там были американские ковры.", "country: американские", "adjective of no state"),
    ("en", "Michael Jordan opened a school on Monday.", "country: Jordan", "a person's name"),
    # places
    ("ru", "Дожди размыли деревню Иттан Уали.", "place: деревню Иттан Уали", "where the name ends"),
    ("ru", "Гости осмотрели провинции Пакистана.", "place: провинции Пакистана", "general word"),
    ("ky", "Фрунзе көчөсүндө жол оңдолду.", "place: Фрунзе", "longer name"),
    # organisations
    ("ru", "Против было министерство финансов.", "organisation: министерство финансов", "capitals"),
    ("ky", "Улуттук оюндар жайында өттү.", "organisation: Улуттук", "no word for a body"),
    ("en", "Residents praised “Blue Lantern” there.", "organisation: Blue Lantern", "called so"),
    # titles and roles
    ("ky", "Жыйынга министрлер келди.", "title: министрлер", "several people"),
    ("ru", "Президент выступит в понедельник.", "role: Президент", "nobody is named in the text"),
    (
        "en",
        "The minister spoke on Monday. Anna Berg, who runs a farm, listened at home.",
        "role: minister",
        "nobody is named in its sentence",
    ),
    (
        "ru",
        "Министр внутренних дел Гордон Хайнц рассказал о планах.",
        "role: Министр внутренних дел",
        "without a country",
    ),
    # people
    ("ru", "Токтосунов приехал поздно вечером.", "person: Токтосунов", "a surname alone"),
    ("en", "Workers closed the Quiet Marble on Friday.", "person: Quiet Marble", "of the 6 points"),
    ("en", "Quiet Marble was closed by its owners.", "person: Quiet Marble", "begin the sentence"),
    ("ru", "На улице Айбека открыли школу.", "person: Айбека", "the name of a street"),
    # dates
    ("ky", "31-февралда жыйын болот деп жазылган.", "date: 31-февралда", "no such day"),
    ("ky", "Шаар 1980-жылдары тез өстү.", "date: 1980-жылдары", "a decade"),
    ("ky", "Октябрь району быйыл кеңейди.", "date: Октябрь", "the name of a street"),
    ("en", "The note of 04/05/2026 is unclear.", "date: 04/05/2026", "which number is the month"),
    ("en", "The hall seats up to 2000 people.", "date: 2000", "may be an amount"),
    # amounts
    ("ky", "Миллиондогон сом жоголду.", "money: Миллиондогон сом", "no certain number"),
    ("ru", "Рост составил 4500 процентов.", "percent: 4500 процентов", "more than 1000"),
    ("ru", "Он звонил три раза за вечер.", "multiple: три раза", "how often"),
    ("ru", "Пятикратный чемпион вернулся домой.", "multiple: Пятикратный", "how often somebody"),
    ("ky", "№ 45 мектеп күзүндө ачылат.", "count: 45", "the number of something, after №"),
    ("ru", "Суд применил статью 295 кодекса.", "count: 295", "the number of something"),
    ("ky", "12-класс экскурсияга чыкты.", "count: 12", "an ordinal"),
    ("en", "Their team won 3-1 at home.", "count: 3-1", "a score"),
    ("en", "It lists 1234567890123456 people.", "count: 1234567890123456", "15 digits"),
    ("ru", "Ему 34 года, он учитель.", "count: 34", "somebody's age"),
    ("en", "Her play, 2016, was staged again.", "count: 2016", "may be a year"),
    ("en", "The winner scored 17 and left.", "count: 17", "is not counted"),
    # quotations
    ("ky", "«Манас» эпосу которулду.", "quotation: Манас", "a name or title"),
    ("ky", "Алар «жашыл» энергияны колдоду.", "quotation: жашыл", "meant otherwise"),
    ("en", "They sang “we shall all go home by the old river road” there.",
     "quotation: we shall all go home by the old river road", "nobody is said"),
    ("ru", "«Мы откроем дорогу», — говорится на щите.", "quotation: Мы откроем дорогу",
     "without a speaker"),
    # events and key sentences
    ("en", "Parliament passed the law on water. Police arrested three men after the attack.",
     "event: Police arrested three men", "crime weighs"),
    ("ky", "Дүкөн эрте жазда ачылды. Нан тез эле түгөндү. Сүт күндө аз келди. Май азыр дагы бар.",
     "summary: Май азыр дагы бар.", "the last one chosen"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "candidate", "reason"), CASES)
def test_what_was_left_out_has_its_reason(
    code: str, text: str, candidate: str, reason: str
) -> None:
    found = left_out(code, text)
    assert candidate in found, found
    assert reason in found[candidate]


def test_a_date_whose_year_nothing_tells() -> None:
    text = "Жол 12-июлда ачылат."
    assert "without a year" in left_out("ky", text, published=None)["date: 12-июлда"]
    assert "date: 12-июлда" not in left_out("ky", text)


def test_a_surname_is_not_left_out_where_the_full_name_stands_elsewhere() -> None:
    text = "Токтосунов приехал вечером. Утром Айбек Токтосунов выступил на площади."
    assert "person: Токтосунов" not in left_out("ru", text)


def test_a_title_with_a_holder_is_not_left_out() -> None:
    found = left_out("ky", "Президент Айбек Сыдыков жаңы заводду ачты.")
    assert not [candidate for candidate in found if candidate.startswith("role: ")]


@pytest.mark.parametrize("code", ["ky", "ru", "en"])
def test_ordinary_words_are_not_told(code: str) -> None:
    text = {
        "ky": "Эртең менен кар жаады.",
        "ru": "Утром выпал снег.",
        "en": "It snowed a little in the morning.",
    }[code]
    assert left_out(code, text) == {}
