"""Names of people in running text; near misses have none."""

from __future__ import annotations

import pytest

from generator.model.ids import Kind
from generator.model.names import PersonName
from tests.facts.names import Case, cases_of
from tests.facts.people import mentions_in, people_in


@pytest.mark.parametrize(("code", "case"), cases_of("person"))
def test_person(code: str, case: Case) -> None:
    assert people_in(code, case.text) == list(case.found)


@pytest.mark.parametrize(
    ("code", "text", "parts"),
    [
        ("ky", "Бул тууралуу Нурлан Сабырбеков билдирди.", ("Нурлан", "Сабырбеков", None)),
        ("ky", "Депутат Асан Турат уулу келди.", ("Асан", "Турат уулу", None)),
        ("ru", "Заявил Иван Петрович Сидоров.", ("Иван", "Сидоров", "Петрович")),
        ("ru", "Об этом сообщил А. Токтогулов.", ("А.", "Токтогулов", None)),
        ("ru", "Прибыл Ким Чен Ир.", ("Чен Ир", "Ким", None)),
        ("en", "The visit of Ludwig van Holden ended.", ("Ludwig", "van Holden", None)),
    ],
)
def test_parts(code: str, text: str, parts: tuple[str | None, ...]) -> None:
    (mention,) = mentions_in(code, text)[Kind("person")]
    assert isinstance(mention.value, PersonName)
    value = mention.value
    assert (value.given, value.family, value.patronymic) == parts


@pytest.mark.parametrize("code", ["ky", "ru", "en"])
@pytest.mark.parametrize(
    "text", ["", ".", "А.", "А. Б. В.", "— «»", "уулу", "Аль-", "XIV", "Mr.", "М.\nТ.", "де Ла"]
)
def test_odd_texts_are_read(code: str, text: str) -> None:
    mentions_in(code, text)


def test_a_name_cut_off_at_the_end_of_a_headline_is_none() -> None:
    headline = "Жыйынды депутат Асан Мамат"
    text = f"{headline}\n{headline}ов ачты. Ал аман."
    assert people_in("ky", text, headline=True) == ["Асан Маматов = Асан Маматов"]
