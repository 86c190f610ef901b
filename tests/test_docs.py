"""What README.md and CONTRIBUTING.md promise is there, and what is there they name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from generator import facts, languages
from generator.cli import main
from generator.formats import FORMATS
from generator.knowledge.accuracy import load_accuracy
from generator.mkdocs_plugin.config import BriefingConfig
from generator.reading.front_matter import KEYS
from scripts import scorecard

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
FACT_TYPES = facts.all_fact_types()
OPTIONS = [name for name, _ in BriefingConfig._schema]  # the class has no public list of them


def named(word: str, text: str) -> bool:
    """Whether the word stands in the text as code: in back quotes or in a block."""
    blocks = re.findall(r"```.*?```|`[^`\n]+`", text, flags=re.DOTALL)
    return any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", block) for block in blocks)


@pytest.mark.parametrize("code", languages.codes())
def test_every_language_is_named(code: str) -> None:
    assert named(code, README)


@pytest.mark.parametrize("kind", [str(fact_type.KIND) for fact_type in FACT_TYPES])
def test_every_kind_of_fact_is_named(kind: str) -> None:
    assert named(kind, README)


@pytest.mark.parametrize("suffix", [suffix for one in FORMATS for suffix in one.SUFFIXES])
def test_every_format_is_named(suffix: str) -> None:
    assert named(suffix, README) or suffix in (".markdown",)


@pytest.mark.parametrize("key", KEYS)
def test_every_front_matter_key_is_named(key: str) -> None:
    assert named(key, README)


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_of_the_plugin_is_named(option: str) -> None:
    assert named(option, README)


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_its_options_are_named(command: str) -> None:
    assert named(command, README)
    options = [
        option
        for parameter in main.commands[command].params
        for option in parameter.opts
        if option.startswith("--")
    ]
    assert [option for option in options if not named(option, README)] == []


@pytest.mark.parametrize(
    "target",
    sorted(set(re.search(r"\.PHONY: (.*)", MAKEFILE)[1].split())),  # type: ignore[index]
)
def test_every_make_target_is_named(target: str) -> None:
    assert named(f"make {target}", README + CONTRIBUTING)


def test_every_shelf_is_named() -> None:
    for shelf in ("languages", "formats", "facts", "pages", "outputs"):
        assert named(f"generator/{shelf}/", README)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_file_that_is_named_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = {link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link}
    quoted = {
        path
        for path in re.findall(r"`((?:generator|templates|scripts|site_overrides)/[^`]*)`", text)
        if "<" not in path
    }
    assert [path for path in sorted(linked | quoted) if not (ROOT / path).exists()] == []


def test_the_table_of_accuracy_is_the_one_measured() -> None:
    assert scorecard.with_table(README, scorecard.table(load_accuracy())) == README


def test_pictures_are_small() -> None:
    for picture in sorted((ROOT / "docs" / "pictures").iterdir()):
        assert picture.stat().st_size < 300_000, picture.name


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = {re.match(r"[\w-]+", line)[0].lower() for line in wanted}  # type: ignore[index]
    pins = [
        line
        for file in ("requirements.lock", "requirements-test.lock")
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    assert names <= {line.partition("==")[0].lower() for line in pins}
