"""Editors' notes: what they say, and what is told of a mistake in one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.markdown import plain_paragraphs
from generator.model.article import SourceFile
from generator.model.calendar import PartialDate
from generator.model.note import Note
from generator.model.notice import Notice
from generator.reading.notes import NoteReader

READER = NoteReader(plain=plain_paragraphs, countries=("KG", "NO", "TJ"))


def source(path: str, text: str) -> SourceFile:
    return SourceFile(path=path, content=text.encode())


def read(text: str, path: str = "people/nurbek-asanov.md") -> Note:
    notes, notices = READER.read_all([source(path, text)])
    assert notices == ()
    (note,) = notes.by_entity.values()
    return note


def told(text: str, path: str = "people/nurbek-asanov.md") -> Notice:
    notes, notices = READER.read_all([source(path, text)])
    assert not notes.by_entity
    (notice,) = notices
    assert notice.severity == "error"
    assert notice.path == path
    return notice


def test_everything_a_note_can_say() -> None:
    note = read(
        "---\n"
        "names:\n"
        "  ky: Нурбек Асанов\n"
        "  en: Nurbek Asanov\n"
        "aliases: [Н. Асанов]\n"
        "wikidata: Q7\n"
        "roles:\n"
        "  - {title: мэр, office: mayor, country: NO, from: 2021, to: 2024-05-01}\n"
        "same_as: [nurbek-asan-uulu]\n"
        "not_same_as: [nurbek-asanov-2]\n"
        "---\n"
        "Nurbek Asanov was the **mayor** of the town, and <b>its</b> engineer before that.\n"
    )
    assert note.entity == "person:nurbek-asanov"
    assert note.names == {"ky": "Нурбек Асанов", "en": "Nurbek Asanov"}
    assert note.aliases == ("Н. Асанов",)
    assert note.wikidata == "Q7"
    assert note.roles[0].country == "NO"  # not `false`
    assert note.roles[0].since == PartialDate(year=2021)
    assert note.roles[0].until == PartialDate(year=2024, month=5, day=1)
    assert note.same_as == ("person:nurbek-asan-uulu",)
    assert note.not_same_as == ("person:nurbek-asanov-2",)
    (paragraph,) = note.introduction
    assert paragraph.text == (
        "Nurbek Asanov was the mayor of the town, and its engineer before that."
    )
    assert paragraph.language == "en"


def test_a_note_may_be_nothing_but_an_introduction() -> None:
    note = read("Бул киши тууралуу эскертме ушул жерде жазылган.\n")
    assert note.introduction[0].language == "ky"


@pytest.mark.parametrize(
    ("text", "line", "problem", "hint"),
    [
        ("---\nnmes: {ru: А}\n---\n", 2, "`nmes` is not a key", "names:"),
        ("---\nnames: Асанов\n---\n", 2, "`names` should be a table", "names: {ru:"),
        ("---\naliases: Асанов\n---\n", 2, "`aliases` should be a list", "aliases: ["),
        ("---\nnames:\n  ru: …\n---\n", 3, "is not a name", "names: {ru:"),
        ("---\nnames: {Russian: Асанов}\n---\n", 2, "language", "`ky`"),
        ("---\nwikidata: 42\n---\n", 2, "Wikidata", "Q42"),
        ("---\nroles:\n  - {office: major}\n---\n", 3, "`major`", "`mayor`"),
        ("---\nroles:\n  - country: KG\n---\n", 3, "neither", "office"),
        ("---\nroles:\n  - title: мэр\n    country: Norway\n---\n", 4, "`Norway`", "ISO"),
        ("---\nroles:\n  - title: мэр\n    from: весна\n---\n", 4, "date", "2026-02"),
        ("---\nroles:\n  - {title: мэр, from: 2024, to: 2021}\n---\n", 3, "before", "from"),
        ("---\nsame_as: [Нурбек Асан]\n---\n", 2, "not an id", "nurbek-asan"),
        ("---\nsame_as: [nurbek-asanov]\n---\n", 2, "own id", "other"),
        ("---\nnames: {ru: А: Б}\n---\n", 2, "YAML", "quotation"),
        ("---\nnames: {ru: А}\nnames: {ru: Б}\n---\n", 3, "twice", "line 2"),
        ("---\na: &x [1]\nb: *x\n---\n", 3, "another place", "itself"),
        ("---\n- names\n---\n", 2, "keys and values", "names:"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_is_right(
    text: str, line: int, problem: str, hint: str
) -> None:
    notice = told(text)
    assert notice.line == line
    assert problem in notice.problem
    assert hint in notice.hint


def test_the_example_in_the_readme_is_read() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(---\nnames:.*?)```", readme, re.S)
    note = read(example, "people/nurlan-toktorov.md")
    assert note.roles[0].office == "energy-minister"
    assert note.introduction


@given(st.text(max_size=200), st.sampled_from(["", "---\n", "---\nnames: "]))
def test_no_text_is_too_odd(text: str, before: str) -> None:
    notes, notices = READER.read_all([source("people/a.md", f"{before}{text}\n---\n")])
    assert len(notes.by_entity) + len(notices) == 1


def test_a_file_is_named_by_the_address() -> None:
    assert "`nurbek-asanov.md`" in told("x", "people/Нурбек Асанов.md").hint
    assert "`countries/NO.md`" in told("x", "countries/no.md").hint
    assert "ISO 3166-1" in told("x", "countries/Norway.md").hint


def test_a_country_has_a_name_and_an_introduction_and_no_more() -> None:
    note = read("---\nnames: {en: Norway}\n---\n", "countries/NO.md")
    assert note.entity == "country:NO"
    assert "`same_as`" in told("---\nsame_as: [se]\n---\n", "countries/NO.md").problem


def test_a_file_that_is_no_text() -> None:
    notes, (notice,) = READER.read_all(
        [SourceFile(path="people/a.md", content=bytes(range(256)) * 4)]
    )
    assert not notes.by_entity
    assert "UTF-8" in notice.hint


def test_rulings_that_contradict_each_other_are_left_out() -> None:
    notes, notices = READER.read_all(
        [
            source("people/a.md", "---\nsame_as: [b, c, d]\nnot_same_as: [d]\n---\n"),
            source("people/b.md", "---\nnames: {ru: Асанов Нурбек}\n---\n"),
            source("people/e.md", "---\nsame_as: [c]\n---\n"),
        ]
    )
    assert notes.same == {}
    assert sorted((notice.path, notice.line) for notice in notices) == [
        ("people/a.md", 2), ("people/a.md", 2), ("people/a.md", 2), ("people/e.md", 2),
    ]  # fmt: skip
    problems = " ".join(notice.problem for notice in notices)
    assert "a note of its own" in problems
    assert "both the same and not the same" in problems
    assert "says that `c` is the same, too" in problems
