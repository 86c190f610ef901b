"""Whether a bound leaves the amount itself out, and which way a change went."""

from __future__ import annotations

import pytest

from tests.facts.test_quantities import quantities


@pytest.mark.parametrize(
    ("code", "kind", "text", "bound", "strict"),
    [
        ("ru", "money", "Экспорт превысил 27 млрд долларов.", "at-least", True),
        ("ru", "money", "Выделено более 3 млн долларов.", "at-least", True),
        ("ru", "money", "Выделено не менее 3 млн долларов.", "at-least", False),
        ("ru", "money", "Выделено менее 3 млн долларов.", "at-most", True),
        ("ru", "money", "Выделено не более 3 млн долларов.", "at-most", False),
        ("ky", "money", "Экспорт 27 миллиард доллардан ашты.", "at-least", True),
        ("ky", "money", "Ага кеминде 3 миллион доллар бөлүндү.", "at-least", False),
        ("ky", "money", "Ага 3 миллион доллардан кем эмес бөлүндү.", "at-least", False),
        ("ky", "money", "Ага 3 миллион доллардан аз бөлүндү.", "at-most", True),
        ("en", "money", "Exports exceeded $27 billion.", "at-least", True),
        ("en", "money", "Exports surpassed $27 billion.", "at-least", True),
        ("en", "money", "It took more than $3 million.", "at-least", True),
        ("en", "money", "It took at least $3 million.", "at-least", False),
        ("en", "money", "It took no more than $3 million.", "at-most", False),
        ("en", "money", "It took less than $3 million.", "at-most", True),
    ],
)
def test_a_bound(code: str, kind: str, text: str, bound: str, strict: bool) -> None:
    ((_, quantity),) = quantities(code, text, kind)
    assert (quantity.bound, quantity.strict) == (bound, strict)


@pytest.mark.parametrize(
    ("code", "text", "directions"),
    [
        ("ru", "Экспорт вырос на 14,5 %, а импорт сократился на 3 %.", ["up", "down"]),
        ("ru", "Цены снизились более чем на 5 процентов.", ["down"]),
        ("ky", "Экспорт 14 пайызга өстү, импорт 3 пайызга төмөндөдү.", ["up", "down"]),
        ("ky", "Импорт 5 пайыздан көп төмөндөдү.", ["down"]),
        ("ky", "Бул өткөн жылга караганда 5 пайызга көп.", ["up"]),
        ("ky", "Бул өткөн жылга караганда 5 пайызга аз.", ["down"]),
        ("en", "Exports rose by 14.5 percent, while imports fell by 3 percent.", ["up", "down"]),
        ("en", "The rate is 5 percent.", [None]),
    ],
)
def test_the_way_of_a_change(code: str, text: str, directions: list[str | None]) -> None:
    found = quantities(code, text, "percent")
    assert [quantity.direction for _, quantity in found] == directions
