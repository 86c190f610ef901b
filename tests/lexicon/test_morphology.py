"""The suffix engine, on the tables of Kyrgyz: what it adds it takes off, and no more."""

from __future__ import annotations

import pytest

from generator import languages
from generator.languages.ky import Kyrgyz
from generator.lexicon.morphology import Morphology
from generator.model.ids import LanguageCode

BASES = """
    шаар орун мурун президент министрлик төрага өлкө айдоочу доллар апрель сентябрь китеп
    интервью самолёт кыз уул көл куш тоо суу клуб премьер-министр Кыргызстан Касымалиев
    Обама Газпром Расулзода АКШ ЕАЭБ БУУ КР 2025 банк ай тил дары
""".split()  # noqa: SIM905


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    pack = languages.get(LanguageCode("ky"))
    assert isinstance(pack, Kyrgyz)
    return pack.morphology


@pytest.mark.parametrize("base", BASES)
def test_every_form_leads_back_to_its_base(morphology: Morphology, base: str) -> None:
    lost = [
        form for form in morphology.forms(base) if base.lower() not in morphology.base_forms(form)
    ]
    assert not lost


@pytest.mark.parametrize("base", BASES)
def test_forms_are_many_begin_with_the_base_and_do_not_repeat(
    morphology: Morphology, base: str
) -> None:
    forms = morphology.forms(base)
    assert forms[0] == base
    assert len(forms) == len(set(forms)) > 100


@pytest.mark.parametrize(
    ("word", "base", "suffixes"),
    [
        ("шаарындагы", "шаар", ("possessive-3", "locative", "of-place")),
        ("министрлигинин", "министрлик", ("possessive-3", "genitive")),
        ("айдоочулары", "айдоочу", ("plural", "possessive-3")),
        ("өлкөлөрүбүздүн", "өлкө", ("plural", "possessive-1pl", "genitive")),
        ("төрагасына", "төрага", ("possessive-3", "dative")),
        ("атама", "ата", ("possessive-1sg", "dative")),
        ("мойнуна", "моюн", ("possessive-3", "dative")),
        ("апрелдеги", "апрель", ("locative", "of-place")),
        ("тобунан", "топ", ("possessive-3", "ablative")),
        ("жаштардыкы", "жаш", ("plural", "of-owner")),
        ("айылдагыларга", "айыл", ("locative", "of-place", "plural", "dative")),
    ],
)
def test_an_analysis_names_the_suffixes_in_order(
    morphology: Morphology, word: str, base: str, suffixes: tuple[str, ...]
) -> None:
    found = [(reading.base, reading.suffixes) for reading in morphology.analyses(word)]
    assert (base, suffixes) in found


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("шаарге", "шаар"),  # harmony
        ("көлдо", "көл"),
        ("мектепда", "мектеп"),  # assimilation
        ("калемка", "калем"),
        ("балаын", "бала"),  # a vowel behind a consonant only
        ("китепи", "китеп"),  # voicing
        ("шаардагыда", "шаарда"),
        ("атасыны", "ата"),  # the third person's own accusative
        ("үйсы", "үй"),
    ],
)
def test_what_would_not_be_written_so_is_no_analysis(
    morphology: Morphology, word: str, base: str
) -> None:
    assert base not in {reading.base for reading in morphology.analyses(word)}


def test_an_analysis_is_generated_again(morphology: Morphology) -> None:
    for word in ("министрлигинен", "окуучулардын", "көчөсүндөгү", "карызыбызга", "Ошто"):
        lower = word.lower()
        for reading in morphology.analyses(lower):
            assert lower in morphology.forms(reading.base), (word, reading)


def test_what_is_left_after_each_suffix_is_a_base_too(morphology: Morphology) -> None:
    """So that a listed `министри` is found in `министринин`."""
    assert {"министр", "министри", "министринин"} <= set(morphology.base_forms("Министринин"))


@pytest.mark.parametrize("text", ["", "-", "«»", "ъ", "ьь", "123", "а", "A-", "😀", "АКШ-", "нын"])
def test_any_text_has_a_base(morphology: Morphology, text: str) -> None:
    assert text.strip("«»").lower() in morphology.base_forms(text)
    morphology.base_form(text)
    morphology.name_base(text)
    morphology.search_stem(text)
    assert morphology.forms(text)[0] == text
