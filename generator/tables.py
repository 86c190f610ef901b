"""Data files to frozen dataclasses, strictly.

TOML holds the program's own data, YAML what an editor writes. The dataclass is the schema: a key
it does not have, one it lacks, or a value of another type is a problem; all problems of a file are
reported together. YAML is read without the YAML 1.1 booleans, so Norway's code stays `NO`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
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
    value = _converter(cast(Any, shape))(raw, None, problems)
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


_Key = tuple[Any, str | int] | None
"""Where a value stands: the key around it and its own name or number; `None` is the whole file."""
_Converter = Callable[[object, _Key, list[str]], object]
"""A value as parsed to what a field holds; what is wrong with it is added to the problems."""


@cache
def _converter(shape: Any) -> _Converter:
    """How values of a type are read: types are looked at once, values by the thousand."""
    while hasattr(shape, "__supertype__"):  # a NewType is its base at run time
        shape = shape.__supertype__
    if hasattr(shape, "__value__"):
        shape = shape.__value__
    origin = get_origin(shape)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(shape) if option is not type(None)]
        return _optional(_converter(options[0]))
    if origin is Literal:
        return _literal(get_args(shape))
    if origin is tuple:
        items = get_args(shape)
        if len(items) == 2 and items[1] is Ellipsis:
            return _list(items[0])
        return _list_of(tuple(map(_converter, items)))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _table(get_args(shape)[1])
    if dataclasses.is_dataclass(shape):
        return _record(cast(type, shape))
    return _scalar(shape)


def _optional(convert: _Converter) -> _Converter:
    def read(raw: object, key: _Key, problems: list[str]) -> object:
        return None if raw is None else convert(raw, key, problems)

    return read


def _literal(allowed: tuple[object, ...]) -> _Converter:
    def read(raw: object, key: _Key, problems: list[str]) -> object:
        if raw in allowed:
            return raw
        return _wrong(key, f"one of {', '.join(map(repr, allowed))}", raw, problems)

    return read


def _table(item: Any) -> _Converter:
    convert = _converter(item)

    def read(raw: object, key: _Key, problems: list[str]) -> object:
        if type(raw) is not dict and not isinstance(raw, Mapping):
            return _wrong(key, "a table", raw, problems)
        if item is str and all(type(value) is str for value in raw.values()):
            return types.MappingProxyType(dict(raw))
        return types.MappingProxyType(
            {str(k): convert(v, (key, str(k)), problems) for k, v in raw.items()}
        )

    return read


def _list(item: Any) -> _Converter:
    convert = _converter(item)

    def read(raw: object, key: _Key, problems: list[str]) -> object:
        if type(raw) is not list and (not isinstance(raw, Sequence) or isinstance(raw, str)):
            return _wrong(key, "a list", raw, problems)
        if item is str and all(type(value) is str for value in raw):
            return tuple(raw)  # most of what tables hold
        return tuple([convert(v, (key, n), problems) for n, v in enumerate(raw)])

    return read


def _list_of(items: tuple[_Converter, ...]) -> _Converter:
    def read(raw: object, key: _Key, problems: list[str]) -> object:
        if type(raw) is not list and (not isinstance(raw, Sequence) or isinstance(raw, str)):
            return _wrong(key, "a list", raw, problems)
        if len(raw) != len(items):
            return _wrong(key, f"a list of {len(items)}", raw, problems)
        return tuple(
            convert(value, (key, n), problems)
            for n, (value, convert) in enumerate(zip(raw, items, strict=True))
        )

    return read


def _record(shape: type) -> _Converter:
    # Types are looked at when the first value comes: a shape may hold values of its own type.
    known: dict[str, tuple[str, _Converter]] = {}
    required: list[str] = []

    def read(raw: object, key: _Key, problems: list[str]) -> object:
        if type(raw) is not dict and not isinstance(raw, Mapping):
            return _wrong(key, "a table", raw, problems)
        if not known:
            for name, (hint, needed) in _fields(shape).items():
                known[name.rstrip("_")] = name, _converter(hint)
                if needed:
                    required.append(name)
        before = len(problems)
        values: dict[str, object] = {}
        for name, value in raw.items():
            field = known.get(name)
            if field is None:
                problems.append(
                    f"`{_written((key, name))}` is not a key here; the keys are {', '.join(known)}"
                )
                continue
            values[field[0]] = field[1](value, (key, name), problems)
        problems.extend(
            f"`{_written((key, name.rstrip('_')))}` is missing"
            for name in required
            if name not in values
        )
        return shape(**values) if len(problems) == before else None

    return read


def _scalar(shape: Any) -> _Converter:
    words = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    wanted = words.get(shape, getattr(shape, "__name__", "another type"))

    def read(raw: object, key: _Key, problems: list[str]) -> object:
        if shape is Decimal and isinstance(raw, int | float | str) and not isinstance(raw, bool):
            return Decimal(str(raw))
        if shape is float and isinstance(raw, int) and not isinstance(raw, bool):
            return float(raw)
        if shape is bool and isinstance(raw, str) and raw in ("true", "false"):
            return raw == "true"  # YAML arrives as strings
        if isinstance(raw, shape) and not (shape is int and isinstance(raw, bool)):
            return raw
        return _wrong(key, wanted, raw, problems)

    return read


def _written(key: _Key) -> str:
    """A key as shown and as `editors_yaml` looks it up: `roles[0].country`."""
    if key is None:
        return ""
    around, name = _written(key[0]), key[1]
    if isinstance(name, int):
        return f"{around}[{name}]"
    return f"{around}.{name}" if around else name


def _wrong(key: _Key, wanted: str, raw: object, problems: list[str]) -> object:
    problems.append(f"`{_written(key)}` should be {wanted}, not {raw!r}")
    return None
