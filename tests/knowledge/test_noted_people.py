"""Whom knowledge or a note names is found by that name, whatever its shape."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from generator.cli import DEFAULTS
from generator.model.article import SourceFile
from generator.model.names import PersonName
from generator.model.site import Site
from generator.pipeline import Pipeline

TEMPLATES = Path(__file__).parents[2] / "templates"

ARTICLES = {
    "a/2026-03-01-poetry.txt": (
        "Вечер в Оше\n\nВ Оше прошёл вечер поэзии. Кылымчы прочёл новые стихи. Зал аплодировал"
        " Кылымчы стоя."
    ),
    "a/2026-03-02-poetry.txt": (
        "Оштогу кече\n\nОшто поэзия кечеси өттү. Кылымчы жаңы ырларын окуду. Көрүүчүлөр Кылымчыга"
        " кол чаап турду."
    ),
    "a/2026-03-03-guest.txt": (
        "A guest in Osh\n\nThe city council heard from its guest. Pak Tua Besar thanked the city."
    ),
}
NOTE = {
    "people/asan-seitov.md": (
        '---\nnames: {ru: "Асан Сеитов", en: "Asan Seitov"}\n'
        'aliases: ["Кылымчы", "Pak Tua Besar"]\n---\n'
    )
}


@cache
def pipeline() -> Pipeline:
    return Pipeline(DEFAULTS, templates=TEMPLATES)


def sources(*files: Mapping[str, str]) -> list[SourceFile]:
    everything = {path: text for some in files for path, text in some.items()}
    return [SourceFile(path=path, content=text.encode()) for path, text in everything.items()]


def site(*files: Mapping[str, str]) -> Site:
    return pipeline().understand_all(sources(*files))


def named(found: Site) -> dict[str, list[str]]:
    """Names of people by article, in the order of the text."""
    return {
        str(briefing.article.id).rpartition("/")[2]: [
            mention.value.written
            for mention in briefing.mentions
            if isinstance(mention.value, PersonName)
        ]
        for briefing in found.briefings
    }


def in_text(text: str, aliases: str) -> list[str]:
    note = {"people/x-y.md": f"---\naliases: [{aliases}]\n---\n"}
    (names,) = named(site({"a/2026-03-01-one.txt": f"День в Оше\n\n{text}"}, note)).values()
    return names


def test_names_without_the_shape_of_one_are_found_once_noted() -> None:
    assert not any(named(site(ARTICLES)).values())
    found = site(ARTICLES, NOTE)
    assert sorted(map(len, named(found).values())) == [1, 2, 2]
    people = {id_: len(where) for id_, where in found.appearances.items() if "person:" in id_}
    assert people == {"person:asan-seitov": 3}


def test_every_form_of_a_noted_name_is_found_in_its_base_form() -> None:
    text = "Ырлар Манасбектики. Манасбектен сурашты. Бул Манасбек!"
    note = {"people/x-y.md": "---\naliases: [Манасбек]\n---\n"}
    found = named(site({"a/2026-03-01-one.txt": f"Оштогу кече\n\n{text}"}, note))
    assert set(*found.values()) == {"Манасбек"}


def test_without_the_note_the_site_is_as_before_to_the_byte() -> None:
    def output(*files: Mapping[str, str]) -> dict[str, bytes]:
        built = pipeline().build(sources(*files))
        pages = {page.uri: page.markdown.encode() for page in built.pages}
        return {**pages, **{file.uri: file.content for file in built.outputs}}

    before, noted, after = output(ARTICLES), output(ARTICLES, NOTE), output(ARTICLES)
    assert before == after != noted


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("На столе лежал старый звонарь.", "Звонарь"),  # no capital
        ("Он работает в компании «Газпром».", "Газпром"),  # a body
    ],
)
def test_what_only_looks_like_a_noted_name_is_none(text: str, alias: str) -> None:
    assert alias not in in_text(text, f'"{alias}"')


def test_a_noted_name_inside_a_longer_one_stays_a_part_of_it() -> None:
    assert in_text("Об этом сообщил Азамат Асанов.", "Азамат") == ["Азамат Асанов"]


def test_a_shipped_name_has_the_base_form_that_is_known() -> None:
    text = "Слова Антониу Кошты передало агентство. Антониу Кошта приехал вчера."
    assert in_text(text, "Никто") == ["Антониу Кошта", "Антониу Кошта"]
