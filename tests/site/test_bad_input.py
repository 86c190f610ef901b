"""Bad input costs one article at most: it is named, and everything else is published."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.site.articles import GOOD, TITLES
from tests.site.sites import Project, make_project

pytestmark = pytest.mark.site

MONGOLIAN = """2026-03-05
Улаанбаатар хотод шинэ сургууль нээгдлээ

Монгол Улсын нийслэл Улаанбаатар хотод өчигдөр шинэ сургуулийн нээлтийн ёслол боллоо. Сургуульд \
зургаан зуун хүүхэд суралцах бөгөөд барилгын ажил хоёр жил үргэлжилсэн юм.

Хотын захирагч ёслол дээр үг хэлж, багш нарт баяр хүргэлээ. Сургууль ирэх долоо хоногоос эхлэн \
хичээлээ эхэлнэ гэж мэдээлэв.
"""

FRENCH = """2026-03-06
Une nouvelle école ouvre ses portes à Lyon

La ville de Lyon a inauguré hier une nouvelle école qui accueillera six cents enfants. Les travaux \
ont duré deux ans et le maire a félicité les enseignants pendant la cérémonie.

Les cours commenceront dès la semaine prochaine, selon les responsables de l'établissement.
"""

BAD: dict[str, str | bytes] = {
    "empty.txt": "",
    "blank.txt": "\n\n  \n",
    "undated.txt": "A headline without a date\n\nA paragraph that names no day either.\n",
    "rubbish.txt": bytes(random.Random(1).randbytes(4000)),
    "2026-03-07-rubbish-with-a-date.txt": bytes(random.Random(2).randbytes(4000)),
    "mongolian.txt": MONGOLIAN,
    "french.txt": FRENCH,
}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Three good articles among files that cannot be published."""
    project = make_project(tmp_path_factory.mktemp("mixed") / "project")
    project.put({**GOOD, **BAD})
    return project


@pytest.fixture(scope="module")
def log_and_pages(mixed: Project) -> tuple[str, str]:
    build = mixed.build()
    assert build.status == 0, build.log
    return build.log, build.text_of_pages()


@pytest.mark.parametrize("name", BAD)
def test_one_clear_message_names_the_file(log_and_pages: tuple[str, str], name: str) -> None:
    log, _ = log_and_pages
    told = [
        line
        for line in log.splitlines()
        if line.startswith(("WARNING", "ERROR")) and f" {name}" in line
    ]
    assert len(told) == 1, log
    problem = told[0].partition(name)[2]
    assert len(problem) > 20, "it says what is wrong and what right looks like"
    assert "Traceback" not in log


def test_everything_else_is_published(log_and_pages: tuple[str, str]) -> None:
    _, pages = log_and_pages
    assert [title for title in TITLES if title not in pages] == []
    assert "Une nouvelle école" not in pages


@pytest.mark.parametrize("name", ["undated.txt", "french.txt"])
def test_strict_fails_on_a_real_fault(tmp_path: Path, name: str) -> None:
    project = make_project(tmp_path / "project")
    project.put({**GOOD, name: BAD[name]})
    build = project.build("--strict")
    assert build.status != 0
    assert len(build.messages_about(name)) == 1
