"""Bodies known before any article names them: every row can be used, none takes another's id."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.knowledge.organisations import Organisation, shipped_organisations
from generator.knowledge.people import shipped_people
from generator.model.ids import EntityId
from generator.text.transliterate import slugify

LANGUAGES = {"ky", "ru", "en", "kk", "uz", "tg", "tr"}
ROWS = sorted(shipped_organisations().items())


@pytest.mark.parametrize(("entity", "row"), ROWS, ids=[str(entity) for entity, _ in ROWS])
def test_a_row_is_whole(entity: EntityId, row: Organisation) -> None:
    key = str(entity).removeprefix("organisation:")
    assert slugify(key) == key
    assert row.names.keys() <= LANGUAGES
    assert row.names.keys() & {"ky", "ru", "en"}
    for names in row.names.values():
        assert names
        assert len(set(names)) == len(names)
        assert all(" ".join(name.split()) == name for name in names)
    assert row.wikidata is None or re.fullmatch(r"Q[1-9]\d*", row.wikidata)


def test_an_id_of_wikidata_is_of_one_entity() -> None:
    bodies = [row.wikidata for row in shipped_organisations().values()]
    people = [person.wikidata for person in shipped_people().values()]
    ids = Counter(id_ for id_ in (*bodies, *people) if id_ is not None)
    assert [id_ for id_, times in ids.items() if times > 1] == []


def test_bodies_that_stand_in_every_other_text_have_names_in_the_languages_around() -> None:
    known = shipped_organisations()
    for key in ("un", "eu", "cis", "sco", "csto", "eaeu", "ots", "osce", "nato", "world-bank"):
        assert {"kk", "uz", "tr"} <= set(known[EntityId(f"organisation:{key}")].names), key
