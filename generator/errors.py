"""Every error this program raises on purpose.

BriefingError
├── TableError        a data file (TOML or YAML) does not have the shape its reader asks for
├── ReadingError      one article file cannot be published; every other one still is
└── SettingsError     the site's own configuration is wrong; nothing can be built

Each message says what is wrong, where, and what right looks like.
"""

from __future__ import annotations

from dataclasses import dataclass


class BriefingError(Exception):
    """The root: catch this to catch everything raised on purpose."""


class TableError(BriefingError):
    """A data file has unknown, missing or mistyped keys. `problems` lists all of them."""

    def __init__(self, path: str, problems: tuple[str, ...]) -> None:
        self.path = path
        self.problems = problems
        super().__init__("\n".join(f"{path}: {problem}" for problem in problems))


@dataclass(frozen=True, slots=True)
class Fault:
    """What stops one article from being published, in the words an editor reads."""

    code: str
    """A stable, machine-readable name such as `no-date`."""
    path: str
    """The file, relative to the content folder where there is one."""
    line: int | None
    """One-based; `None` where the whole file is meant."""
    problem: str
    hint: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.problem} {self.hint}"


class ReadingError(BriefingError):
    """A file that looks like an article cannot be read as one."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


class SettingsError(BriefingError):
    """The owner of the site chose something impossible."""
