"""An editor's whole day: corrections, notes and a merge, built as the owner builds."""

from __future__ import annotations

import pytest

from tests.site.sites import Project, document_at

pytestmark = pytest.mark.site

ARTICLES = {
    "a/2026-03-01-plant.txt": (
        "Завод в Нарыне\n\nМинистр энергетики Кыргызстана Нурлан Токторов открыл завод в Нарыне."
        " На завод потратили 36 млн сомов.\n"
    ),
    "a/2026-03-06-visit.txt": "A visit\n\nNurlan Toktor uulu visited Naryn on 5 March 2026.\n",
}
EDITED = {
    "a/2026-03-01-plant.yml": "facts:\n  - set: {words: 36 млн сомов, value: 37000000}\n",
    "people/nurlan-toktorov.md": (
        "---\nnames: {en: Nurlan Toktorov}\nsame_as: [nurlan-toktor-uulu]\n---\n"
        "Nurlan Toktorov <script>alert(1)</script> is an *engineer* who built power plants.\n"
    ),
    "countries/KG.md": "---\nnames: {en: Kyrgyz Republic}\n---\n",
}
WRONG = {
    "people/somebody.md": "---\nnames: {en: Somebody Else}\nalias: [X]\n---\n",
    "a/nothing.yml": "facts:\n  - hide: x\n",
}


def test_an_editors_word_is_on_the_site(project: Project) -> None:
    project.put({**ARTICLES, **EDITED})
    build = project.build("--strict")
    assert build.status == 0, build.log
    person = build.site / "en" / "people" / "nurlan-toktorov" / "index.html"
    page = person.read_text(encoding="utf-8")
    assert "is an engineer who built power plants." in page
    assert "alert(1)" not in page
    old = build.site / "en" / "people" / "nurlan-toktor-uulu" / "index.html"
    assert "url=../nurlan-toktorov/" in old.read_text(encoding="utf-8")
    for link in document_at(old).links:
        assert (old.parent / link / "index.html").resolve() == person.resolve()
    assert document_at(old).languages == ["en"]
    country = build.site / "en" / "countries" / "kg" / "index.html"
    assert "<h1>Kyrgyz Republic</h1>" in country.read_text(encoding="utf-8")
    data = (build.site / "data" / "articles.jsonl").read_text(encoding="utf-8")
    assert '"value": 37000000' in data
    assert not list(build.site.rglob("*.yml"))  # nothing of the editors' own files is published
    assert "An editor could settle" in build.log


def test_a_mistake_costs_only_itself(project: Project) -> None:
    project.put({**ARTICLES, **EDITED, **WRONG})
    build = project.build()
    assert build.status == 0, build.log
    (note,) = build.messages_about("people/somebody.md:3")
    assert "`alias`" in note
    assert build.messages_about("a/nothing.yml")
    assert (build.site / "en" / "people" / "nurlan-toktorov" / "index.html").exists()
    assert project.build("--strict").status != 0
