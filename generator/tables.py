"""Data files to frozen dataclasses, strictly.

TOML holds the program's own data, YAML what an editor writes. The dataclass is the schema: a key
it does not have, one it lacks, or a value of another type is a problem; all problems of a file are
reported together. YAML is read without the YAML 1.1 booleans, so Norway's code stays `NO`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

import tomli
import yaml

from generator.errors import TableError

Shape = TypeVar("Shape")


def load_toml(path: Path, shape: type[Shape]) -> Shape:
    """Read the TOML file at `path` into the dataclass `shape`.

    Raises `TableError` with every problem found.
    """
    try:
        raw = tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(path.name, (str(error),)) from error
    return build(raw, shape, source="/".join(path.parts[-2:]))


def parse_yaml(text: str) -> object:
    """Parse YAML as strings, lists and mappings: no booleans, numbers or dates are guessed.

    Raises `yaml.YAMLError`.
    """
    return yaml.load(text, Loader=_PlainLoader)


def build(raw: object, shape: type[Shape], *, source: str) -> Shape:
    """Turn parsed TOML or YAML into `shape`; raises `TableError` naming `source`."""
    problems: list[str] = []
    value = _convert(raw, shape, "", problems)
    if problems:
        raise TableError(source, tuple(problems))
    return cast(Shape, value)


class _PlainLoader(yaml.SafeLoader):
    """Every scalar is a string, so that `NO`, `on` and `2026-02-13` stay what was typed."""


_PlainLoader.yaml_implicit_resolvers = {}


@cache
def _fields(shape: type) -> Mapping[str, tuple[object, bool]]:
    """Field name to its type and whether it must be given."""
    hints = typing.get_type_hints(shape)
    return {
        field.name: (
            hints[field.name],
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(shape)
    }


def _convert(raw: object, shape: Any, key: str, problems: list[str]) -> object:
    while hasattr(shape, "__supertype__"):  # a NewType is its base at run time
        shape = shape.__supertype__
    if hasattr(shape, "__value__"):
        shape = shape.__value__
    origin = get_origin(shape)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(shape) if option is not type(None)]
        if raw is None:
            return None
        return _convert(raw, options[0], key, problems)
    if origin is Literal:
        if raw in get_args(shape):
            return raw
        allowed = ", ".join(map(repr, get_args(shape)))
        return _wrong(key, f"one of {allowed}", raw, problems)
    if origin is tuple:
        return _convert_tuple(raw, get_args(shape), key, problems)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(raw, Mapping):
            return _wrong(key, "a table", raw, problems)
        item = get_args(shape)[1]
        if item is str and all(type(value) is str for value in raw.values()):
            return types.MappingProxyType(dict(raw))
        return types.MappingProxyType(
            {str(k): _convert(v, item, _join(key, str(k)), problems) for k, v in raw.items()}
        )
    if dataclasses.is_dataclass(shape):
        return _convert_record(raw, cast(type, shape), key, problems)
    return _convert_scalar(raw, shape, key, problems)


def _convert_tuple(raw: object, items: tuple[Any, ...], key: str, problems: list[str]) -> object:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        return _wrong(key, "a list", raw, problems)
    if len(items) == 2 and items[1] is Ellipsis:
        if items[0] is str and all(type(value) is str for value in raw):
            return tuple(raw)  # most of what tables hold; a quarter of the time to start
        return tuple(_convert(v, items[0], f"{key}[{n}]", problems) for n, v in enumerate(raw))
    if len(raw) != len(items):
        return _wrong(key, f"a list of {len(items)}", raw, problems)
    return tuple(
        _convert(value, item, f"{key}[{n}]", problems)
        for n, (value, item) in enumerate(zip(raw, items, strict=True))
    )


def _convert_record(raw: object, shape: type, key: str, problems: list[str]) -> object:
    if not isinstance(raw, Mapping):
        return _wrong(key, "a table", raw, problems)
    fields = _fields(shape)
    known = {name.rstrip("_"): name for name in fields}
    before = len(problems)
    values: dict[str, object] = {}
    for name, value in raw.items():
        if name not in known:
            problems.append(
                f"`{_join(key, str(name))}` is not a key here; the keys are {', '.join(known)}"
            )
            continue
        field = known[name]
        values[field] = _convert(value, fields[field][0], _join(key, str(name)), problems)
    for name, (_, required) in fields.items():
        if required and name not in values and name.rstrip("_") not in raw:
            problems.append(f"`{_join(key, name.rstrip('_'))}` is missing")
    return shape(**values) if len(problems) == before else None


def _convert_scalar(raw: object, shape: Any, key: str, problems: list[str]) -> object:
    if shape is Decimal and isinstance(raw, int | float | str) and not isinstance(raw, bool):
        return Decimal(str(raw))
    if shape is float and isinstance(raw, int) and not isinstance(raw, bool):
        return float(raw)
    if shape is bool and isinstance(raw, str) and raw in ("true", "false"):
        return raw == "true"  # YAML arrives as strings
    if isinstance(raw, shape) and not (shape is int and isinstance(raw, bool)):
        return raw
    words = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return _wrong(key, words.get(shape, getattr(shape, "__name__", "another type")), raw, problems)


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _wrong(key: str, wanted: str, raw: object, problems: list[str]) -> object:
    problems.append(f"`{key}` should be {wanted}, not {raw!r}")
    return None
