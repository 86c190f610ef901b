"""Long lists in parts: nothing lost, nothing twice, old parts stay as they were."""

from __future__ import annotations

import pytest

from generator.model.ids import LanguageCode
from generator.rendering import urls
from generator.rendering.paging import Part, address, parts

KY = LanguageCode("ky")


@pytest.mark.parametrize("total", [0, 1, 9, 10, 11, 19, 20, 21, 57, 100])
def test_every_entry_is_on_one_part(total: int) -> None:
    made = list(parts(range(total), 10))
    assert [item for part in made for item in part.items] == list(range(total))
    assert all(part.total == total for part in made)
    assert all(len(part.items) < 20 for part in made)


@pytest.mark.parametrize("total", [1, 25, 90])
def test_the_links_walk_through_all_parts_both_ways(total: int) -> None:
    made = {part.number: part for part in parts(range(total), 10)}
    assert len(made) == len(list(parts(range(total), 10)))
    walked = [made[1]]
    while walked[-1].older is not None:
        walked.append(made[walked[-1].older])
    assert {part.number for part in walked} == set(made)
    back = [walked[-1]]
    while back[-1].newer is not None:
        back.append(made[back[-1].newer])
    assert back == walked[::-1]
    assert back[-1].first


def test_a_new_entry_changes_only_the_first_part_or_fills_another() -> None:
    def by_number(total: int) -> dict[int, Part[int]]:
        newest_first = range(total, 0, -1)
        return {part.number: part for part in parts(newest_first, 10)}

    before, after = by_number(45), by_number(46)
    assert {n: part.items for n, part in before.items() if n != 1} == {
        n: part.items for n, part in after.items() if n != 1
    }
    assert len(by_number(50)) == len(before) + 1
    assert by_number(50)[2].items == before[2].items


def test_addresses() -> None:
    assert address(urls.figures, 1)(KY) == "ky/figures/index.md"
    assert address(urls.figures, 3)(KY) == "ky/figures/3/index.md"
