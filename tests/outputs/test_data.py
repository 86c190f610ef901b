"""`data/` says what the pages say."""

from __future__ import annotations

import json
from pathlib import Path

from generator.cli import DEFAULTS
from generator.model.article import SourceFile
from generator.outputs.data import Data
from generator.pipeline import Pipeline

ROOT = Path(__file__).parent.parent.parent
KYRGYZ = """ 2026-03-02
Айбек Сыдыков Ташкентке барды

Кыргызстандын премьер-министри Айбек Сыдыков Өзбекстанга келди.
"""
RUSSIAN = """ 2026-03-05
Айбек Сыдыков вернулся из Ташкента

Премьер-министр Кыргызстана Айбек Сыдыков завершил поездку в Узбекистан.
"""


def _data(*texts: str) -> dict[str, bytes]:
    pipeline = Pipeline(DEFAULTS, templates=ROOT / "templates")
    sources = [
        SourceFile(path=f"{number}.txt", content=text.encode()) for number, text in enumerate(texts)
    ]
    site = pipeline.understand_all(sources)
    return {file.uri: file.content for file in Data().files(site, DEFAULTS)}


def test_a_person_has_her_names_offices_and_articles() -> None:
    files = _data(KYRGYZ, RUSSIAN)
    persons = json.loads(files["data/persons.json"])
    (identifier,) = persons
    person = persons[identifier]
    assert person["names"]["ky"] == person["names"]["ru"] == "Айбек Сыдыков"
    assert person["urls"]["en"] == f"en/people/{identifier}/"
    assert len(person["articles"]) == 2
    offices = {(role["office"], role["country"]) for role in person["roles"]}
    assert offices == {("head-of-government", "KG")}
    assert {role["first"] for role in person["roles"]} <= {"2026-03-02", "2026-03-05"}


def test_countries_count_whom_they_appear_with() -> None:
    countries = json.loads(_data(KYRGYZ, RUSSIAN)["data/countries.json"])
    assert countries["UZ"]["with"] == {"KG": 2}
    assert len(countries["KG"]["articles"]) == 2
    assert countries["KG"]["persons"]


def test_articles_carry_their_addresses_and_the_same_ids() -> None:
    files = _data(KYRGYZ, RUSSIAN)
    articles = [json.loads(line) for line in files["data/articles.jsonl"].splitlines()]
    persons = json.loads(files["data/persons.json"])
    assert [article["published"] for article in articles] == ["2026-03-05", "2026-03-02"]
    for article in articles:
        assert article["urls"]["ky"] == f"ky/{article['id']}/"
        assert {person["id"] for person in article["persons"]} <= set(persons)


def test_the_order_of_files_does_not_matter() -> None:
    pipeline = Pipeline(DEFAULTS, templates=ROOT / "templates")
    sources = [
        SourceFile(path="a.txt", content=KYRGYZ.encode()),
        SourceFile(path="b.txt", content=RUSSIAN.encode()),
    ]
    first = list(Data().files(pipeline.understand_all(sources), DEFAULTS))
    second = list(Data().files(pipeline.understand_all(reversed(sources)), DEFAULTS))
    assert first == second
