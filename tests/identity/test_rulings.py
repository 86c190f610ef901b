"""What editors decided about who is who, on whole sites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from generator.cli import DEFAULTS
from generator.identity.rulings import rule
from generator.knowledge.notes import Notes
from generator.model.article import SourceFile
from generator.model.ids import EntityId
from generator.model.names import Role
from generator.model.note import Note
from generator.model.site import Doubt, Site
from generator.pipeline import Pipeline

TEMPLATES = Path(__file__).parents[2] / "templates"

MINISTER = {
    "a/2026-03-01-plant.txt": (
        "Завод в Нарыне\n\nМинистр энергетики Кыргызстана Нурлан Токторов открыл завод в Нарыне."
    ),
    "a/2026-03-02-school.txt": (
        "A school in Naryn\n\nKyrgyzstan's Energy Minister Nurlan Toktorov opened a school in"
        " Naryn. Bakyt Seitov spoke to the pupils."
    ),
}
FARMER = {
    "a/2026-03-05-harvest.txt": (
        "Урожай\n\nФермер Нурлан Токторов собрал урожай. Погода была хорошей."
    )
}
UNIT = {"a/2026-03-06-visit.txt": "A visit\n\nNurlan Toktor uulu visited Naryn with Bakyt Seitov."}


@cache
def pipeline() -> Pipeline:
    return Pipeline(DEFAULTS, templates=TEMPLATES)


def sources(files: Mapping[str, str]) -> list[SourceFile]:
    return [SourceFile(path=path, content=text.encode()) for path, text in files.items()]


def site(*files: Mapping[str, str]) -> Site:
    everything = {path: text for some in files for path, text in some.items()}
    return pipeline().understand_all(sources(everything))


def output(*files: Mapping[str, str]) -> dict[str, bytes]:
    everything = {path: text for some in files for path, text in some.items()}
    built = pipeline().build(sources(everything))
    return {
        **{page.uri: page.markdown.encode() for page in built.pages},
        **{file.uri: file.content for file in built.outputs},
    }


def note(key: str, front: str, folder: str = "people") -> dict[str, str]:
    return {f"{folder}/{key}.md": f"---\n{front}\n---\n"}


def people(site: Site) -> dict[str, int]:
    """The key of each person and how many briefings name her."""
    return {
        id_.partition(":")[2]: len(site.appearances[id_])
        for id_, entity in site.entities.items()
        if entity.kind == "person"
    }


def problems(site: Site) -> list[str]:
    return [
        notice.problem for notice in site.notices if notice.path.startswith(("people", "organ"))
    ]


def consistent(site: Site) -> bool:
    """Every id used anywhere is an entity's, and every article that uses it is listed."""
    for briefing in site.briefings:
        used = {identity.entity for identity in briefing.identities}
        used |= {entity for fact in briefing.facts for _, entity in fact.arguments}
        if not used <= set(site.entities):
            return False
        if not {entity.id for entity in briefing.entities} >= {
            identity.entity for identity in briefing.identities
        }:
            return False
        if any(briefing not in site.appearances[entity] for entity in used):
            return False
    return True


def test_without_notes_these_people_are_found() -> None:
    assert people(site(MINISTER, UNIT)) == {
        "nurlan-toktorov": 2, "nurlan-toktor-uulu": 1, "bakyt-seitov": 2,
    }  # fmt: skip


def test_names_of_a_note_are_the_names_of_the_person() -> None:
    found = site(
        MINISTER,
        note("nurlan-toktorov", "names: {ky: Нурлан Токторов, en: Nurlan Toktorow}\nwikidata: Q5"),
    )
    person = found.entities[EntityId("person:nurlan-toktorov")]
    assert person.names == {"ky": "Нурлан Токторов", "ru": "Нурлан Токторов",
                            "en": "Nurlan Toktorow"}  # fmt: skip
    assert "Nurlan Toktorov" in person.aliases
    assert person.external_ids["wikidata"] == "Q5"
    assert consistent(found)


def test_same_as_merges_and_leaves_a_redirect() -> None:
    found = site(MINISTER, UNIT, note("nurlan-toktorov", "same_as: [nurlan-toktor-uulu]"))
    assert people(found) == {"nurlan-toktorov": 3, "bakyt-seitov": 2}
    assert found.redirects == {"person:nurlan-toktor-uulu": "person:nurlan-toktorov"}
    assert "Nurlan Toktor uulu" in found.entities[EntityId("person:nurlan-toktorov")].aliases
    assert problems(found) == []
    assert consistent(found)


def test_an_alias_is_matched_as_a_name_and_the_note_may_have_an_id_of_its_own() -> None:
    found = site(
        MINISTER,
        UNIT,
        note("minister", "names: {ru: Нурлан Токторов}\naliases: [Нурлан Токтор уулу]"),
    )
    assert people(found) == {"minister": 3, "bakyt-seitov": 2}
    assert sorted(found.redirects) == ["person:nurlan-toktor-uulu", "person:nurlan-toktorov"]
    assert consistent(found)


def test_a_redirect_page_stands_in_every_language() -> None:
    files = output(MINISTER, UNIT, note("nurlan-toktorov", "same_as: [nurlan-toktor-uulu]"))
    for language in ("ky", "ru", "en"):
        assert f"{language}/people/nurlan-toktor-uulu/index.md" not in files
        page = files[f"{language}/people/nurlan-toktor-uulu/index.html"].decode()
        assert f'<html lang="{language}">' in page
        assert 'content="0; url=../nurlan-toktorov/"' in page
        assert '<a href="../nurlan-toktorov/">' in page
        assert '<link rel="canonical"' in page
        assert "<script" not in page


def test_merging_and_then_splitting_gives_the_earlier_bytes() -> None:
    before = output(MINISTER, UNIT, FARMER)
    merged = output(
        MINISTER, UNIT, FARMER, note("nurlan-toktorov", "same_as: [nurlan-toktor-uulu]")
    )
    assert merged != before
    assert output(MINISTER, UNIT, FARMER) == before


def test_namesakes_are_told_apart_by_their_roles() -> None:
    together = site(MINISTER, FARMER)
    found = site(
        MINISTER,
        FARMER,
        note(
            "nurlan-toktorov",
            "names: {ru: Нурлан Токторов}\nroles: [{office: energy-minister, country: KG}]\n"
            "not_same_as: [nurlan-toktorov-fermer]",
        ),
        note(
            "nurlan-toktorov-fermer",
            "names: {ru: Нурлан Токторов}\nroles: [{title: фермер}]",
        ),
    )
    assert set(people(together)) >= {"nurlan-toktorov"}
    assert people(found) == {
        "nurlan-toktorov": 2, "nurlan-toktorov-fermer": 1, "bakyt-seitov": 1,
    }  # fmt: skip
    assert consistent(found)
    assert found.redirects == {}


def test_who_fits_both_or_none_stays() -> None:
    silent = {"a/2026-03-07-day.txt": "День\n\nНурлан Токторов приехал в Нарын на два дня."}
    found = site(
        MINISTER,
        silent,
        note(
            "second",
            "names: {ru: Нурлан Токторов}\nroles: [{title: фермер}]\n"
            "not_same_as: [nurlan-toktorov]",
        ),
    )
    assert people(found)["nurlan-toktorov"] == 3
    assert "second" not in people(found)
    assert any("tells anybody from `nurlan-toktorov`" in problem for problem in problems(found))


def test_a_correction_may_say_what_the_article_does_not() -> None:
    silent = {
        "a/2026-03-07-day.txt": "День\n\nНурлан Токторов приехал в Нарын на два дня.",
        "a/2026-03-07-day.yml": "facts:\n  - set: {words: Нурлан Токторов, title: фермер}\n",
    }
    second = note(
        "second",
        "names: {ru: Нурлан Токторов}\nroles: [{title: фермер}]\nnot_same_as: [nurlan-toktorov]",
    )
    found = site(MINISTER, silent, second)
    assert people(found) == {"nurlan-toktorov": 2, "second": 1, "bakyt-seitov": 1}
    assert consistent(found)


def test_a_spelling_is_split_off_by_its_name() -> None:
    """A program that took two spellings for one person is put right."""
    found = site(
        MINISTER,
        {"a/2026-03-08.txt": "A talk\n\nKyrgyzstan's Energy Minister Nurlan Toktorow gave a talk."},
        note(
            "nurlan-toktorov",
            "names: {ru: Нурлан Токторов, en: Nurlan Toktorov}\nnot_same_as: [somebody-else]",
        ),
        note("somebody-else", "names: {en: Nurlan Toktorow}"),
    )
    assert people(found) == {"nurlan-toktorov": 2, "somebody-else": 1, "bakyt-seitov": 1}
    assert consistent(found)


def test_a_term_of_office_tells_namesakes_apart() -> None:
    old = {
        "a/2019-03-01.txt": (
            "Завод\n\nМинистр энергетики Кыргызстана Нурлан Токторов открыл завод в Нарыне."
        )
    }
    found = site(
        MINISTER,
        old,
        note(
            "nurlan-toktorov",
            "names: {ru: Нурлан Токторов}\nnot_same_as: [father]\n"
            "roles: [{office: energy-minister, from: 2025}]",
        ),
        note("father",
             "names: {ru: Нурлан Токторов}\nroles: [{office: energy-minister, to: 2020-06}]"),
    )  # fmt: skip
    assert people(found) == {"nurlan-toktorov": 2, "father": 1, "bakyt-seitov": 1}


def test_a_role_in_a_note_says_which_office_a_title_is() -> None:
    farmer = {"a/2026-03-05.txt": "Встреча\n\nДекан института Айша Мамытова открыла завод."}
    plain = site(farmer)
    noted = site(farmer, note("aisha-mamytova", "roles: [{title: декан, office: company-head}]"))

    def offices(found: Site) -> list[str | None]:
        return [
            fact.value.office
            for briefing in found.briefings
            for fact in briefing.facts
            if isinstance(fact.value, Role)
        ]

    (key,) = people(plain)
    if key != "aisha-mamytova":  # whichever scheme the address is spelled by
        noted = site(farmer, note(key, "roles: [{title: декан, office: company-head}]"))
    if offices(plain) == [None]:
        assert offices(noted) == ["company-head"]


def test_one_name_in_two_notes_is_reported_and_nobody_is_moved() -> None:
    found = site(
        MINISTER,
        note("one", "names: {ru: Нурлан Токторов}"),
        note("two", "names: {en: Nurlan Toktorov}"),
    )
    assert "nurlan-toktorov" in people(found)
    assert any("people/two.md" in problem for problem in problems(found))


def test_an_id_that_nobody_has_is_reported() -> None:
    found = site(MINISTER, note("nurlan-toktorov", "same_as: [nobody]"))
    assert any("`nobody`" in problem for problem in problems(found))
    # the old address may be in somebody's bookmarks
    assert found.redirects == {"person:nobody": "person:nurlan-toktorov"}


def test_the_order_of_files_does_not_matter() -> None:
    files = {
        **MINISTER, **UNIT, **FARMER,
        **note("nurlan-toktorov", "names: {ru: Нурлан Токторов}\nsame_as: [nurlan-toktor-uulu]"),
    }  # fmt: skip
    forward = pipeline().understand_all(sources(files))
    backward = pipeline().understand_all(reversed(sources(files)))
    assert forward == backward


def notes(*found: Note) -> Notes:
    return Notes({note.entity: note for note in found})


def ids(*keys: str) -> Iterable[EntityId]:
    return (EntityId(f"person:{key}") for key in keys)


def test_a_doubt_that_a_note_settles_is_none_any_more() -> None:
    found = site(MINISTER, UNIT)
    first, second, third = ids("bakyt-seitov", "nurlan-toktor-uulu", "nurlan-toktorov")
    doubts = [
        Doubt(first=second, second=third, reason="the same given name"),
        Doubt(first=first, second=second, reason="one article"),
        Doubt(first=first, second=third, reason="one article"),
    ]
    note = Note(entity=third, path="x", same_as=(second,), not_same_as=(first,))
    ruled = rule(
        found.briefings, found.briefings, tuple(found.entities.values()), doubts, notes(note)
    )
    assert ruled.doubts == ()
    apart = Note(entity=third, path="x", not_same_as=(second,))
    ruled = rule(
        found.briefings, found.briefings, tuple(found.entities.values()), doubts, notes(apart)
    )
    assert ruled.doubts == (doubts[1], doubts[2])
