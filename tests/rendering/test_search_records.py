"""The files of the search index, as the browser reads them."""

from __future__ import annotations

import gzip
import json
from decimal import Decimal
from typing import Any

from generator.model.quantity import Quantity, QuantityKind
from generator.outputs.search import Search
from generator.rendering import search_records
from generator.text.search_words import search_key
from tests.rendering.newsroom import UIS, Desk, context, site

WORKER = search_key("worker")


def index(*desks: Desk) -> dict[str, Any]:
    """Address below `search/` to content."""
    made = context()
    found: dict[str, Any] = {}
    for file in Search(made).files(site(desks), made.settings):
        content = gzip.decompress(file.content) if file.uri.endswith(".bin") else file.content
        name = file.uri.removeprefix("search/").removesuffix(".bin").removesuffix(".json")
        found[name] = json.loads(content)
    return found


def desk(slug: str, body: str, *figures: tuple[str, str, int, str], day: int = 13) -> Desk:
    made = Desk(title=f"Talks on trade, {slug}", body=body, slug=slug, day=(2026, 2, day))
    for words, kind, value, unit in figures:
        made.says(kind, words, _amount(kind, value, unit))  # type: ignore[arg-type]
    return made


def _amount(kind: QuantityKind, value: int, unit: str) -> Quantity:
    return Quantity(kind=kind, value=Decimal(value), unit=unit)


def figure_desks() -> list[Desk]:
    return [
        desk(
            "a",
            "Exports brought 7 million dollars. They rose by 4 percent. Some 300 workers came.",
            ("7 million dollars", "money", 7_000_000, "USD"),
            ("4 percent", "percent", 4, "%"),
            ("300 workers", "count", 300, "worker"),
        ),
        desk(
            "b",
            "A mill cost 2 million dollars. Its owners keep 40 workers.",
            ("2 million dollars", "money", 2_000_000, "USD"),
            ("40 workers", "count", 40, "worker"),
            day=12,
        ),
    ]


def test_figures_stand_by_unit_and_value_with_their_sentence() -> None:
    files = index(*figure_desks())
    rows = files["figures/0"]
    assert [row[:4] for row in rows] == [
        ["%", 4, 0, "4 percent"],
        ["USD", 2_000_000, 1, "2 million dollars"],
        ["USD", 7_000_000, 0, "7 million dollars"],
        [WORKER, 40, 1, "40 workers"],
        [WORKER, 300, 0, "300 workers"],
    ]
    assert all(row[4] for row in rows)
    assert rows[0][4] != rows[2][4]
    assert all(len(row) == 5 for row in rows)


def test_a_browser_is_told_where_figures_are_and_how_they_are_asked_for(
    monkeypatch: Any,
) -> None:
    monkeypatch.setattr(search_records, "_FIGURES", 2)
    files = index(*figure_desks())
    places = files["figures"]
    assert places["starts"] == [["%", 4], ["USD", 7_000_000], [WORKER, 300]]
    assert [len(files[f"figures/{n}"]) for n in range(3)] == [2, 2, 1]
    assert places["units"] == [["USD", "USD"], [WORKER, "worker"], ["%", "%"]]
    assert set(places["asking"]) == set(context().languages)
    assert places["signs"]["$"] == "USD"


def test_every_word_is_offered_for_a_slip_at_each_of_its_first_two_letters() -> None:
    files = index(desk("a", "Glaciers melt. Glaciers shrink. Lakes grow."))
    manifest = files["index"]
    groups = {letter: set(files[f"words/{n}"][0]) for n, letter in enumerate(manifest["letters"])}
    words = set().union(*groups.values())
    assert search_key("glacier") in words
    for word in words:
        assert {letter for letter, group in groups.items() if word in group} == set(word[:2])
    for n in range(len(groups)):
        terms, often = files[f"words/{n}"]
        assert len(terms) == len(often)


def test_terms_are_found_by_the_first_of_each_file(monkeypatch: Any) -> None:
    whole = index(*figure_desks())
    monkeypatch.setattr(search_records, "_SHARD", 60)
    files = index(*figure_desks())
    shards = [files[f"terms/{n}"] for n in range(len(files["index"]["starts"]))]
    assert len(shards) > len(whole["index"]["starts"])
    assert [shard[0][0] for shard in shards] == files["index"]["starts"]
    assert [row for shard in shards for row in shard] == [
        row for n in range(len(whole["index"]["starts"])) for row in whole[f"terms/{n}"]
    ]


def test_two_runs_make_the_same_files_and_an_empty_site_has_an_index() -> None:
    assert index(*figure_desks()) == index(*figure_desks())
    empty = index()
    assert empty["index"]["articles"] == 0
    assert empty["figures"]["starts"] == []
    assert not any(name.startswith(f"{UIS[0]}/") for name in empty)
