"""Bytes become clean text, and only what must change does."""

from __future__ import annotations

import random

import pytest

from generator.text.normalise import NotText, decode, mend_lookalikes, normalise

KYRGYZ = "Жайлоодо күн ысып, өзөндөгү суу тартылды. Малчылар төмөн көчүп жатышат."
RUSSIAN = "Вчера вечером в городе открыли новую библиотеку, пришли почти все соседи."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings(encoding: str) -> None:
    assert decode(KYRGYZ.encode(encoding)) == KYRGYZ


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_legacy_cyrillic_encodings(encoding: str) -> None:
    assert decode((RUSSIAN * 4).encode(encoding)) == RUSSIAN * 4


def test_western_quotes_of_an_old_editor() -> None:
    text = "The minister said it was “too early” to tell, and the café was closed — again."
    assert decode(text.encode("cp1252")).startswith("The minister said it was")


@pytest.mark.parametrize("seed", range(5))
def test_noise_is_not_text(seed: int) -> None:
    with pytest.raises(NotText):
        decode(random.Random(seed).randbytes(3000))


def test_image_is_not_text() -> None:
    with pytest.raises(NotText):
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10" * 8)


def test_unseen_characters_go_and_line_ends_are_one() -> None:
    assert normalise("а\u200bб\u00adв\ufeff\r\nг\rд\u2028е\x07") == "абв\nг\nд\nе"
    assert normalise("и\u0306") == "й"


def test_spaces_and_marks_stay() -> None:
    text = "«36\u00a0млн» — 'x'\t…"
    assert normalise(text) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Кыpгызcтан", "Кыргызстан"),
        ("Oшто", "Ошто"),
        ("Taшкент", "Ташкент"),
        ("ɵлкө", "өлкө"),
    ],
)
def test_latin_letters_in_a_cyrillic_word(written: str, read: str) -> None:
    text, mended = mend_lookalikes(f"Биринчи сап\nбул {written} да")
    assert text == f"Биринчи сап\nбул {read} да"
    assert [(word.line, word.written, word.read) for word in mended] == [(2, written, read)]


@pytest.mark.parametrize(
    "word", ["BBCнин", "COVIDдин", "OPECтин", "iPhoneду", "HTB", "ось", "PDFти"]
)
def test_foreign_names_with_an_ending_stay(word: str) -> None:
    assert mend_lookalikes(word) == (word, ())


def test_hooked_en_is_en_with_a_descender() -> None:
    text, mended = mend_lookalikes("Жыйын\nКеӊеште ӨӉҮР")
    assert text == "Жыйын\nКеңеште ӨҢҮР"
    assert [(word.line, word.written) for word in mended] == [(2, "Кеӊеште"), (2, "ӨӉҮР")]
