"""Bodies that many countries have: every row can be used, no name means two in one country."""

from __future__ import annotations

import pytest

from generator.knowledge.organisations import shipped_organisations
from generator.knowledge.standing_bodies import kinds_by_name, standing_bodies
from generator.knowledge.terms import has_ended, has_held, holders_on, term_of
from generator.model.ids import CountryCode, EntityId, LanguageCode
from generator.text.transliterate import slugify

BODIES = standing_bodies()
KZ = CountryCode("KZ")


@pytest.mark.parametrize("kind", sorted(BODIES.bodies))
def test_a_row_is_whole(kind: str) -> None:
    body = BODIES.bodies[kind]
    assert slugify(kind) == kind
    assert body.names.keys() == {"ky", "ru", "en"}
    assert all(len(set(names)) == len(names) for names in body.names.values())
    assert list(body.countries) == sorted(set(body.countries))
    assert all(BODIES.has(kind, country) for country in body.ids)
    for country, own in body.ids.items():
        known = EntityId(f"organisation:{own}")
        assert known in shipped_organisations() or own.startswith(
            (f"{country.lower()}-parliament", "kremlin")
        )
    assert all(EntityId(f"organisation:{id_}") in shipped_organisations() for id_ in body.unless)
    assert not body.sole or len(body.countries) == 1


@pytest.mark.parametrize("code", ["ky", "ru", "en"])
def test_a_name_means_one_body_of_a_country(code: str) -> None:
    for name, kinds in kinds_by_name(LanguageCode(code)).items():
        general = [kind for kind in kinds if not BODIES.bodies[kind].countries]
        assert len(general) <= 1, name
        listed = [country for kind in kinds for country in BODIES.bodies[kind].countries]
        assert len(listed) == len(set(listed)), name


def test_terms_are_as_sure_as_what_is_shipped() -> None:
    before, now = EntityId("person:alikhan-smailov"), EntityId("person:olzhas-bektenov")
    office = "head-of-government"
    assert holders_on(office, KZ, "2023-05-01") == {before}
    assert holders_on(office, KZ, "2025-05-01") == {now}
    assert holders_on(office, KZ, "1995-05-01") == frozenset()
    assert has_ended(before, office, KZ, "2023-05-01")
    assert not has_ended(now, office, KZ, "2025-05-01")
    term = term_of(now, office, KZ, "2025-05-01")
    assert term is not None
    assert term.since == "2024-02-06"
    assert has_held(before, office, KZ)
    assert not has_held(before, "head-of-state", KZ)
