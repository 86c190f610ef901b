"""YAML that an editor wrote, with the line of everything in it, so that a mistake can be shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from generator.errors import TableError
from generator.model.calendar import PartialDate
from generator.model.ids import CountryCode
from generator.tables import Shape, build, parse_yaml

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Mistake(Exception):  # noqa: N818 - it is the editor's, not the program's
    """Something an editor wrote that cannot be meant; `line` is one-based in the file."""

    def __init__(self, line: int | None, problem: str, hint: str) -> None:
        self.line = line
        self.problem = problem
        self.hint = hint
        super().__init__(problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Parsed YAML, every scalar a string, and where its keys stand."""

    raw: object
    lines: Mapping[str, int]
    """One-based line of the file, by key as `generator.tables` writes it: `roles[0].country`."""

    def line(self, key: str) -> int | None:
        """The line of `key`, or of the nearest thing around it."""
        while key not in self.lines and key:
            key = max(key.rpartition(".")[0], key.rpartition("[")[0], key=len)
        return self.lines.get(key)

    def build(self, shape: type[Shape], examples: Mapping[str, str]) -> Shape:
        """The value as a dataclass; raises `Mistake` with the first problem and what is right.

        `examples` say how each top-level key is written.
        """
        try:
            return build(self.raw, shape, source="")
        except TableError as error:
            problem = error.problems[0]
            found = re.search(r"`([^`]*)`", problem)
            key = found[1] if found else ""
            top = re.split(r"[.\[]", key)[0]
            example = examples.get(top) or next(iter(examples.values()))
            raise Mistake(self.line(key), f"{problem}.", f"Write it like `{example}`.") from error


def locate(text: str, *, first_line: int = 1) -> Located:
    """Parse `text`, which begins on `first_line` of its file; raises `Mistake`."""
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):  # few lines could stand for millions
                mark = event.start_mark
                raise Mistake(
                    None if mark is None else mark.line + first_line,
                    f"`*{event.anchor}` refers to another place of the file.",
                    "Write the value itself; put text that begins with `*` in quotation marks.",
                )
        raw = parse_yaml(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "broken"
        raise Mistake(
            None if mark is None else mark.line + first_line,
            f"This is not valid YAML ({problem}).",
            "Write `key: value`; put a value that has a colon in it in quotation marks.",
        ) from error
    except RecursionError as error:
        raise Mistake(None, "This is nested too deeply.", "Write `key: value`.") from error
    lines: dict[str, int] = {}
    if node is not None:
        _walk(node, "", first_line, lines, 0)
    return Located(raw=raw, lines=lines)


def _walk(node: yaml.Node, key: str, first: int, lines: dict[str, int], depth: int) -> None:
    lines.setdefault(key, node.start_mark.line + first)
    if depth > 20:
        raise Mistake(lines[key], "This is nested too deeply.", "Write `key: value`.")
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                raise Mistake(
                    name.start_mark.line + first, "A key must be a word.", "Write `key: value`."
                )
            below = f"{key}.{name.value}" if key else str(name.value)
            line = name.start_mark.line + first
            if below in lines:
                raise Mistake(
                    line,
                    f"`{below}` stands here twice.",
                    f"Keep one of them; the other is on line {lines[below]}.",
                )
            lines[below] = line
            _walk(value, below, first, lines, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            lines[f"{key}[{number}]"] = item.start_mark.line + first
            _walk(item, f"{key}[{number}]", first, lines, depth + 1)


def partial_date(text: str) -> PartialDate | None:
    """`2026`, `2026-02` or `2026-02-13`; `None` for anything else."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and month is not None:
        leap = year is not None and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        if not 1 <= day <= _DAYS[month - 1] or (month == 2 and day == 29 and not leap):
            return None
    return PartialDate(year=year, month=month, day=day)


def required_date(text: str | None, key: str, at: Located) -> PartialDate | None:
    """`text` as a date, `None` for `None`; raises `Mistake`."""
    if text is None:
        return None
    date = partial_date(text)
    if date is None:
        raise Mistake(
            at.line(key),
            f"`{text}` is not a date.",
            "Write a year, a month or a day: `2026`, `2026-02` or `2026-02-13`.",
        )
    return date


def required_country(
    text: str | None, key: str, at: Located, codes: frozenset[str]
) -> CountryCode | None:
    """`text` as the code of a country, `None` for `None`; raises `Mistake`."""
    if text is None:
        return None
    if text not in codes:
        raise Mistake(
            at.line(key),
            f"`{text}` is not the code of a country.",
            "Write the two capital letters of ISO 3166-1, such as `KG`.",
        )
    return CountryCode(text)
