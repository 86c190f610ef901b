"""Names for readers of English."""

from __future__ import annotations

import pytest

from generator import languages
from generator.lexicon.romanisation import romanise
from generator.model.ids import LanguageCode


@pytest.mark.parametrize(
    ("code", "name", "latin"),
    [
        ("ky", "Адылбек Касымалиев", "Adylbek Kasymaliev"),
        ("ky", "Сооронбай Жээнбеков", "Sooronbay Jeenbekov"),
        ("ky", "Өмүрбек Чыңгызов", "Omurbek Chyngyzov"),
        ("ru", "Шавкат Мирзиёев", "Shavkat Mirziyoyev"),
        ("ru", "Евгений Щербаков", "Yevgeny Shcherbakov"),
        ("ru", "МИД", "MID"),
        ("en", "Jane O'Hara", "Jane O'Hara"),
    ],
)
def test_names(code: str, name: str, latin: str) -> None:
    assert romanise(name, languages.get(LanguageCode(code))) == latin
