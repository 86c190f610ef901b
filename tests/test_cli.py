"""The command line as a program uses it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

TEXT = """ date 2026-03-02 10:15
Айбек Сыдыков жаңы завод ачты

Президент Айбек Сыдыков дүйшөмбү күнү Ошто заводду ачты. Курулушка 120 миллион сом жумшалды.

«Завод 300 кишини иш менен камсыз кылат», — деди Сыдыков.
"""
KEYS = [
    *("schema", "doc", "language", "published", "title", "text", "persons", "countries", "places"),
    *("organisations", "quantities", "dates", "quotations", "event", "summary", "diagnostics"),
]


def _run(*arguments: str, stdin: str | None = None) -> tuple[int, list[dict[str, object]]]:
    result = CliRunner().invoke(main, arguments, input=stdin)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "factory.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_extract_prints_every_key_of_the_interface(article: Path) -> None:
    code, (found,) = _run("extract", str(article))
    assert code == 0
    assert list(found) == KEYS
    assert found["published"] == "2026-03-02T10:15+06:00"
    (person,) = found["persons"]  # type: ignore[misc]
    assert person["name"] == "Айбек Сыдыков"
    assert person["aliases"] == ["Сыдыков"]
    assert [role["title"] for role in person["roles"]] == ["президент"]
    (quotation,) = found["quotations"]  # type: ignore[misc]
    assert quotation["speaker"] == person["id"]
    text = str(found["text"])
    assert text[quotation["start"] : quotation["end"]] == quotation["text"]
    money = [q for q in found["quantities"] if q["kind"] == "money"]  # type: ignore[attr-defined]
    assert [(q["value"], q["unit"]) for q in money] == [(120000000, "KGS")]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_goes_on(
    article: Path, tmp_path: Path
) -> None:
    undated = tmp_path / "undated.txt"
    undated.write_text("Башкы сөз\n\nТекст.\n", encoding="utf-8")
    missing = tmp_path / "missing.txt"
    code, found = _run("extract", str(undated), str(missing), str(article))
    assert code == 1
    assert [record.get("error", {}).get("code") for record in found] == [  # type: ignore[attr-defined]
        "no-date",
        "unreadable",
        None,
    ]


def test_lines_of_json_are_read_from_standard_input() -> None:
    lines = [
        {"doc": "a", "text": "The ferry sank on 3 May 2024.", "lang": "en"},
        {"doc": "b", "text": 7},
        {"doc": "c", "text": "Паром затонул 3 мая у берега.", "published": "2024-05-04"},
        {"doc": "d", "text": "Паром затонул.", "published": "2024-02-31"},
    ]
    stdin = "\n".join([*map(json.dumps, lines), "", "{"])
    code, found = _run("extract", "--jsonl", "-", stdin=stdin)
    assert code == 1
    assert [record["doc"] for record in found] == ["a", "-:2", "c", "d", "-:6"]
    assert [d["value"] for d in found[0]["dates"]] == ["2024-05-03"]  # type: ignore[attr-defined]
    assert found[2]["language"] == "ru"
    assert [d["value"] for d in found[2]["dates"]] == ["2024-05-03"]  # type: ignore[attr-defined]
    codes = [found[n]["error"]["code"] for n in (1, 3, 4)]  # type: ignore[index]
    assert codes == ["no-text", "bad-date", "not-json"]


def test_explain_underlines_the_evidence(article: Path) -> None:
    whole = CliRunner().invoke(main, ["explain", str(article)])
    assert whole.exit_code == 0
    number = next(
        line.partition(".")[0] for line in whole.stdout.splitlines() if ". money:" in line
    )
    one = CliRunner().invoke(main, ["explain", str(article), "--fact", number]).stdout.splitlines()
    shown = next(n for n, line in enumerate(one) if "^" in line)
    start, end = one[shown].index("^"), one[shown].rindex("^") + 1
    assert one[shown - 1][start:end] == "120 миллион сом"
    assert any(line.strip().startswith("rule: money") for line in one)


def test_explain_prints_what_the_manual_shows() -> None:
    manual = Path("CONTRIBUTING.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```\n\$ python -m generator (explain .*?)```", manual, flags=re.DOTALL)
    command, _, expected = block.partition("\n")
    result = CliRunner().invoke(main, command.split())

    def without_weights(text: str) -> str:
        return re.sub(r"\d+\.\d", "N", text)

    assert without_weights(result.stdout) == without_weights(expected)


def test_explain_says_what_is_wrong(article: Path, tmp_path: Path) -> None:
    assert (
        "There is no fact 99"
        in CliRunner().invoke(main, ["explain", str(article), "--fact", "99"]).stderr
    )
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = CliRunner().invoke(main, ["explain", str(empty)])
    assert result.exit_code == 1
    assert "no text" in result.stderr


def test_stem_prints_base_form_and_search_stem() -> None:
    result = CliRunner().invoke(main, ["stem", "ky"], input="Тажикстандын\n\nдолларга\n")
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[:2] for row in rows] == [["Тажикстандын", "Тажикстан"], ["долларга", "доллар"]]


def test_build_writes_the_pages_themselves(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "pages"
    templates = Path(__file__).parent.parent / "templates"
    result = CliRunner().invoke(
        main,
        ["build", "--content", str(article.parent), "--templates", str(templates),
         "--output", str(output)],
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    pages = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.md"))
    assert "index.md" in pages
    for language in ("ky", "ru", "en"):
        assert any(page.startswith(f"{language}/2026/03/02/") for page in pages)
        assert f"{language}/countries/index.md" in pages
    assert (output / "data" / "articles.jsonl").exists()
