"""What keeps the tree as it is drawn: words out of code, shelves complete, nothing on the network.

Who may import whom is checked by `lint-imports`; its contracts are in pyproject.toml.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import facts, languages
from generator.model.ids import LanguageCode

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"
SHELVES = ("languages", "formats", "facts", "pages", "outputs")
MODULES = sorted(GENERATOR.rglob("*.py"))
INTERFACE = ("ky", "ru", "en")

TEMPLATES = ROOT / "templates" / "pages"


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every string in the code at `path` with its line, docstrings excepted."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for statement in node.body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documentation
        ):
            yield node.lineno, node.value


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_word_of_a_human_language_stands_in_code(path: Path) -> None:
    """Words are data. Letters, and ranges of letters (`а-я`), are rules of a script."""
    words = [
        f"line {line}: {text!r}"
        for line, text in literals(path)
        if re.search(r"[^\W\d_a-zA-Z]{3,}", text) and not is_table_of_letters(text)
    ]
    assert not words, f"{name_of(path)}: move these to a table in generator/languages/"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_reaches_for_the_network(path: Path) -> None:
    """`lint-imports` sees top-level packages only; `urllib.parse` is welcome, the rest is not."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.name if isinstance(node, ast.Import) else f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert not {name for name in imported if name.startswith(("urllib.request", "urllib.error"))}


def test_there_is_no_utils() -> None:
    """A helper lives with its one user, or in `text/` if it is about text."""
    assert not [path for path in MODULES if re.search(r"util|helper|misc|common", path.stem)]


@pytest.mark.parametrize("shelf", ["formats", "pages", "outputs"])
def test_every_member_of_a_shelf_is_listed(shelf: str) -> None:
    listing = (GENERATOR / shelf / "__init__.py").read_text(encoding="utf-8")
    for member in members(shelf):
        assert re.search(rf"\b{member}\b", listing), f"generator/{shelf}/__init__.py: {member}?"


def test_every_fact_type_has_its_place_in_the_running_order() -> None:
    listed = [
        str(vars(fact_type)["__name__"]).rpartition(".")[2] for fact_type in facts.all_fact_types()
    ]
    assert sorted(listed) == sorted(members("facts"))


def test_a_fact_type_runs_after_what_it_requires() -> None:
    seen: set[str] = set()
    for fact_type in facts.all_fact_types():
        assert set(fact_type.REQUIRES) <= seen, fact_type.KIND
        seen.add(fact_type.KIND)


def test_every_page_type_has_its_template_and_every_template_its_page_type() -> None:
    """A type may have more than one: a list beside the page of one, a year beside a month."""
    templates = {path.name.removesuffix(".md.j2") for path in TEMPLATES.glob("*.md.j2")}
    used = {
        text
        for name in members("pages")
        for _, text in literals(GENERATOR / "pages" / f"{name}.py")
    }
    assert sorted(set(members("pages")) - templates) == []
    assert sorted(templates - used) == []


@pytest.mark.parametrize("code", INTERFACE)
def test_every_kind_has_a_label_in_every_interface_language(code: str) -> None:
    kinds = {str(fact_type.KIND) for fact_type in facts.all_fact_types()}
    assert sorted(kinds - set(labels(code)["kinds"])) == []


@pytest.mark.parametrize(
    "section", ["interface", "kinds", "events", "offices", "indicators", "units"]
)
def test_interface_languages_label_the_same_things(section: str) -> None:
    """A label that one language has and another lacks would leave a hole in a page.

    Plural forms count as one label: each language has its own set of them.
    """
    keys = {
        code: {
            re.sub(r"-(zero|one|two|few|many|other)$", "", key)
            for key in labels(code).get(section, {})
            if not key.startswith("language-")  # a name said otherwise in its own language
        }
        for code in INTERFACE
    }
    everything = set.union(*keys.values())
    missing = {code: sorted(everything - found) for code, found in keys.items()}
    assert {code: names for code, names in missing.items() if names} == {}


@pytest.mark.parametrize("code", languages.codes())
def test_every_language_pack_loads_and_is_itself(code: str) -> None:
    assert languages.get(LanguageCode(code)).code == code


def labels(code: str) -> dict[str, dict[str, object]]:
    """What the interface says in a language, by section."""
    path = GENERATOR / "languages" / code / "labels.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def is_table_of_letters(text: str) -> bool:
    """Whether this is a run of letters, long or in alphabetical order, rather than a word."""
    if len(set(text)) < len(text) or not text.isalpha():
        return False
    return len(text) >= 10 or (len(text) >= 5 and list(text) == sorted(text))


def members(shelf: str) -> list[str]:
    """Names of the modules and packages on a shelf."""
    return [
        path.stem
        for path in sorted((GENERATOR / shelf).iterdir())
        if not path.name.startswith(("_", "."))
        and (path.suffix == ".py" or (path / "__init__.py").exists())
    ]
