"""Editors' corrections: `facts:` in an article's front matter, or in a sidecar beside the article.

A sidecar has the article's name and ends in `.yml`: `talks.yml` beside `talks.txt`. Each item is

    - hide: "36 million dollars"          # leave this fact out
      by: A. Editor                       # by, on, because: optional, shown by `explain`
      on: 2026-02-14
      because: the ministry corrected it
    - confirm: "500 million"              # an editor has checked it
    - set: {words: "36 million", value: 36000000, unit: USD, indicator: trade-turnover}

The words are quoted from the article. Where they stand for several facts, `kind` or `nth` says
which. An item with a mistake is reported and left out; the others are applied.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal, InvalidOperation
from typing import get_args

from generator.model.article import SourceFile
from generator.model.correction import Action, Changes, Correction
from generator.model.ids import CountryCode, Kind
from generator.model.notice import Notice
from generator.model.quantity import Bound, QuantityKind, QuantityRole
from generator.model.statement import EventKind
from generator.reading.editors_yaml import (
    Located,
    Mistake,
    locate,
    required_country,
    required_date,
)
from generator.reading.notes import required_office
from generator.text.normalise import NotText, decode, mend_lookalikes, normalise

AMOUNTS: tuple[str, ...] = get_args(QuantityKind)

_FENCE = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_ACTIONS: tuple[Action, ...] = get_args(Action)
_QUOTED = '- hide: "words of the article"'
_SET = "- set: {words: 36 million, kind: money, value: 36000000, unit: USD}"
_CURRENCY = re.compile(r"[A-Z]{3}")
_OF_AMOUNTS = (
    "value",
    "unit",
    "role",
    "about",
    "indicator",
    "of",
    "period",
    "approximate",
    "bound",
)
_KEYS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(AMOUNTS, _OF_AMOUNTS),
    "person": ("name", "title", "office", "country", "former", "acting"),
    "role": ("title", "office", "country", "former", "acting"),
    "country": ("country",),
    "place": ("name", "country"),
    "organisation": ("name",),
    "date": ("date",),
    "event": ("event",),
    "quotation": ("speaker",),
}
"""What of each kind of fact can be set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The long form of `hide` and `confirm`."""

    words: str
    kind: str | None = None
    nth: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Set:
    """`set`."""

    words: str
    kind: str | None = None
    nth: str | None = None
    value: str | None = None
    unit: str | None = None
    role: QuantityRole | None = None
    about: str | None = None
    indicator: str | None = None
    of: tuple[str, ...] | None = None
    period: str | None = None
    approximate: bool | None = None
    bound: Bound | None = None
    title: str | None = None
    office: str | None = None
    country: str | None = None
    former: bool | None = None
    acting: bool | None = None
    name: str | None = None
    date: str | None = None
    event: EventKind | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    hide: object = None
    confirm: object = None
    set: object = None
    by: str | None = None
    on: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReader:
    """Reads the corrections of one site."""

    kinds: Collection[str]
    """Every kind of fact."""
    indicators: Collection[str]
    """Ids of what is known to be measured."""
    countries: Collection[str]
    """Codes of all countries."""
    _codes: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_codes", frozenset(self.countries))

    def in_front_matter(
        self, source: SourceFile
    ) -> tuple[tuple[Correction, ...], tuple[Notice, ...]]:
        """The corrections at the head of an article that has been read without error."""
        if not source.path.lower().endswith((".txt", ".md", ".markdown")):
            return (), ()
        match = _FENCE.match(normalise(decode(source.content)))
        if match is None or "facts" not in match["yaml"]:
            return (), ()
        return self._all(match["yaml"], source.path, first_line=2, sidecar=False)

    def in_sidecar(self, source: SourceFile) -> tuple[tuple[Correction, ...], tuple[Notice, ...]]:
        """The corrections in a file beside an article."""
        try:
            text = normalise(decode(source.content))
        except NotText:
            mistake = Mistake(
                None, "The file is not text in an encoding we know.", "Save it in UTF-8."
            )
            return (), (_notice(source.path, mistake),)
        return self._all(text, source.path, first_line=1, sidecar=True)

    def _all(
        self, text: str, path: str, *, first_line: int, sidecar: bool
    ) -> tuple[tuple[Correction, ...], tuple[Notice, ...]]:
        found: list[Correction] = []
        notices: list[Notice] = []
        try:
            at = locate(text, first_line=first_line)
            items = _items(at, sidecar=sidecar)
        except Mistake as mistake:
            return (), (_notice(path, mistake),)
        for number, raw in enumerate(items):
            try:
                found.append(self._one(raw, f"facts[{number}]", at, path))
            except Mistake as mistake:
                notices.append(_notice(path, mistake))
        return tuple(found), tuple(notices)

    def _one(self, raw: object, key: str, at: Located, path: str) -> Correction:
        item = _below(raw, key, at).build(_Item, {"": _QUOTED})
        given = [action for action in _ACTIONS if getattr(item, action) is not None]
        if len(given) != 1:
            said = "none of them" if not given else " and ".join(f"`{one}`" for one in given)
            raise Mistake(
                at.line(key),
                f"A correction has one of `hide`, `confirm` and `set`, and this has {said}.",
                f"Write it like `{_QUOTED}`.",
            )
        action = given[0]
        place = f"{key}.{action}"
        value = getattr(item, action)
        if isinstance(value, str) and action != "set":
            value = {"words": value}
        if not isinstance(value, dict):
            example = _SET if action == "set" else _QUOTED
            raise Mistake(
                at.line(place),
                f"`{action}` does not say which words of the article are meant.",
                f"Write it like `{example.replace('hide', action)}`.",
            )
        below = _below(value, place, at)
        shape: _Words | _Set
        if action == "set":
            shape = below.build(_Set, {"": _SET})
        else:
            shape = below.build(_Words, {"": _QUOTED.replace("hide", action)})
        words = " ".join(mend_lookalikes(shape.words)[0].split())
        if not words:
            raise Mistake(at.line(place), "The words are missing.", f"Write it like `{_QUOTED}`.")
        kind = self._kind(shape.kind, f"{place}.kind", at)
        kinds: tuple[Kind, ...] = () if kind is None else (kind,)
        changes = Changes()
        if isinstance(shape, _Set):
            changes = self._changes(shape, kind, place, at)
            kinds = kinds or _kinds_with(_given(shape), place, at)
            kind = kind or _implied_kind(shape)
        return Correction(
            action=action,
            words=words,
            kind=kind,
            kinds=kinds,
            nth=_ordinal(shape.nth, f"{place}.nth", at),
            changes=changes,
            by=item.by,
            on=required_date(item.on, f"{key}.on", at),
            because=item.because,
            path=path,
            line=at.line(key),
        )

    def _kind(self, text: str | None, key: str, at: Located) -> Kind | None:
        if text is None or text in self.kinds:
            return None if text is None else Kind(text)
        raise Mistake(
            at.line(key),
            f"`{text}` is not a kind of fact.",
            f"{_meant(text, self.kinds)}The kinds are {', '.join(sorted(self.kinds))}.",
        )

    def _changes(self, shape: _Set, kind: Kind | None, place: str, at: Located) -> Changes:
        given = _given(shape)
        if not given and kind not in ("person", "place", "organisation"):
            raise Mistake(
                at.line(place), "`set` does not say what to set.", f"Write it like `{_SET}`."
            )
        if kind is not None:
            allowed = _KEYS.get(kind)
            if allowed is None:
                raise Mistake(
                    at.line(place),
                    f"A fact of the kind `{kind}` cannot be set.",
                    "Hide it: `- hide: {words: …, kind: " + kind + "}`.",
                )
            for name in given:
                if name not in allowed:
                    raise Mistake(
                        at.line(f"{place}.{name}"),
                        f"`{name}` is nothing that a {kind} has.",
                        f"What can be set is {', '.join(allowed)}.",
                    )
        if shape.unit is not None and kind == "money" and not _CURRENCY.fullmatch(shape.unit):
            raise Mistake(
                at.line(f"{place}.unit"),
                f"`{shape.unit}` is not the code of a currency.",
                "Write the three capital letters of ISO 4217, such as `USD` or `KGS`.",
            )
        if shape.indicator is not None and shape.indicator not in self.indicators:
            near = _meant(shape.indicator, self.indicators)
            raise Mistake(
                at.line(f"{place}.indicator"),
                f"`{shape.indicator}` is nothing we know to be measured.",
                f"{near}They are {', '.join(sorted(self.indicators))}; "
                "for anything else write `about:` and the words.",
            )
        return Changes(
            value=_number(shape.value, f"{place}.value", at),
            unit=shape.unit,
            role=shape.role,
            about=shape.about,
            indicator=shape.indicator,
            of=None if shape.of is None else self._concerned(shape.of, f"{place}.of", at),
            period=required_date(shape.period, f"{place}.period", at),
            approximate=shape.approximate,
            bound=shape.bound,
            title=shape.title,
            office=required_office(shape.office, f"{place}.office", at),
            country=required_country(shape.country, f"{place}.country", at, self._codes),
            former=shape.former,
            acting=shape.acting,
            name=shape.name,
            date=required_date(shape.date, f"{place}.date", at),
            event=shape.event,
            speaker=None if shape.speaker is None else " ".join(shape.speaker.split()),
        )

    def _concerned(self, codes: tuple[str, ...], key: str, at: Located) -> tuple[CountryCode, ...]:
        found = (
            required_country(code, f"{key}[{n}]", at, self._codes) for n, code in enumerate(codes)
        )
        return tuple(code for code in found if code is not None)


def _items(at: Located, *, sidecar: bool) -> list[object]:
    raw = at.raw
    if sidecar and (not isinstance(raw, dict) or set(raw) != {"facts"}):
        wrong = next(iter(set(raw) - {"facts"}), "") if isinstance(raw, dict) else ""
        raise Mistake(
            at.line(str(wrong)) or 1,
            f"`{wrong}` is not a key here." if wrong else "The corrections are not under `facts:`.",
            f"Write `facts:` on the first line and below it lines like `  {_QUOTED}`.",
        )
    items = raw.get("facts") if isinstance(raw, dict) else None
    if items in (None, ""):
        return []
    if not isinstance(items, list):
        raise Mistake(
            at.line("facts"),
            "`facts` should be a list.",
            f"Write below it lines like `  {_QUOTED}`.",
        )
    return list(items)


def _below(raw: object, key: str, at: Located) -> Located:
    """A part of a file as a whole of its own, its lines kept."""
    if not isinstance(raw, dict):
        raise Mistake(at.line(key), "This is not a correction.", f"Write it like `{_QUOTED}`.")
    lines = {"": at.line(key) or 1}
    lines.update(
        {
            name[len(key) + 1 :]: line
            for name, line in at.lines.items()
            if name.startswith(f"{key}.")
        }
    )
    return replace(at, raw=raw, lines=lines)


def _given(shape: _Set) -> tuple[str, ...]:
    """The keys that say what to set."""
    return tuple(
        item.name
        for item in fields(shape)
        if item.name not in ("words", "kind", "nth") and getattr(shape, item.name) is not None
    )


def _kinds_with(names: Collection[str], place: str, at: Located) -> tuple[Kind, ...]:
    """The kinds of fact that have all of these."""
    kinds = tuple(Kind(kind) for kind, keys in _KEYS.items() if set(names) <= set(keys))
    if not kinds:
        raise Mistake(
            at.line(place),
            f"No fact has {', '.join(f'`{name}`' for name in names)} all together.",
            f"Write it like `{_SET}`.",
        )
    return kinds


def _implied_kind(shape: _Set) -> Kind | None:
    """The kind that what is set belongs to, where only one kind has it."""
    for kind, names in (
        ("person", ("title", "office", "former", "acting")),
        ("date", ("date",)),
        ("event", ("event",)),
        ("quotation", ("speaker",)),
    ):
        if any(getattr(shape, name) is not None for name in names):
            return Kind(kind)
    return None


def _number(text: str | None, key: str, at: Located) -> Decimal | None:
    if text is None:
        return None
    try:
        value = Decimal(re.sub(r"[\s_]", "", text))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) >= Decimal(10) ** 24:
        raise Mistake(
            at.line(key),
            f"`{text}` is not a number.",
            "Write it in full with figures only, such as `36000000` or `12.5`.",
        )
    return value


def _ordinal(text: str | None, key: str, at: Located) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"[1-9]\d{0,3}", text):
        raise Mistake(
            at.line(key),
            f"`{text}` is not a place among the occurrences of the words.",
            "Write `nth: 1` for the first one in the text, `nth: 2` for the second.",
        )
    return int(text)


def _meant(text: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(text, sorted(known), n=1, cutoff=0.5)
    return f"Did you mean `{near[0]}`? " if near else ""


def _notice(path: str, mistake: Mistake) -> Notice:
    return Notice(
        code="correction",
        severity="error",
        problem=mistake.problem,
        path=path,
        line=mistake.line,
        hint=mistake.hint,
    )
