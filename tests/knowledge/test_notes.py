"""What notes say together."""

from __future__ import annotations

from generator.knowledge.notes import NO_NOTES, Notes
from generator.model.ids import EntityId, LanguageCode
from generator.model.note import Note


def person(key: str, *, same: str = "", apart: str = "") -> Note:
    def ids(keys: str) -> tuple[EntityId, ...]:
        return tuple(EntityId(f"person:{key}") for key in keys.split())

    return Note(
        entity=EntityId(f"person:{key}"),
        path=f"people/{key}.md",
        same_as=ids(same),
        not_same_as=ids(apart),
    )


def test_what_is_settled() -> None:
    notes = Notes({note.entity: note for note in [person("a", same="b c", apart="d")]})

    def settled(left: str, right: str) -> bool:
        return notes.settled(EntityId(f"person:{left}"), EntityId(f"person:{right}"))

    assert settled("a", "b")
    assert settled("b", "c")
    assert settled("d", "a")
    assert not settled("b", "d")
    assert not settled("x", "y")


def test_by_kind_and_by_name() -> None:
    country = Note(
        entity=EntityId("country:NO"),
        path="countries/NO.md",
        names={LanguageCode("ru"): "Норвегия"},
    )
    notes = Notes({note.entity: note for note in (country, person("a"))})
    assert notes.of_kind("country") == (country,)
    assert notes.country_names == {"NO": {"ru": "Норвегия"}}
    assert not NO_NOTES.country_names
