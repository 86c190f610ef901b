"""Every address on the site is made here.

A *uri* is a page's source address, such as `ky/2026/02/13/slug/index.md`. Links between pages are
relative, so that the site works in any folder of any host.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.model.ids import (
    ArticleId,
    CountryCode,
    EntityId,
    LanguageCode,
    entity_key,
    entity_kind,
)

_PAGE = "index.md"

DOOR = _PAGE
"""The language door, the only page without a language."""


def home(ui: LanguageCode) -> str:
    return f"{ui}/{_PAGE}"


def article(ui: LanguageCode, id_: ArticleId) -> str:
    return f"{ui}/{id_}/{_PAGE}"


def people(ui: LanguageCode) -> str:
    return f"{ui}/people/{_PAGE}"


def countries(ui: LanguageCode) -> str:
    return f"{ui}/countries/{_PAGE}"


def person(ui: LanguageCode, entity: EntityId) -> str:
    return f"{ui}/people/{entity_key(entity)}/{_PAGE}"


def country(ui: LanguageCode, code: CountryCode) -> str:
    return f"{ui}/countries/{code.lower()}/{_PAGE}"


def archive(ui: LanguageCode) -> str:
    return f"{ui}/archive/{_PAGE}"


def year(ui: LanguageCode, number: int) -> str:
    return f"{ui}/{number:04d}/{_PAGE}"


def month(ui: LanguageCode, number: int, month_: int) -> str:
    return f"{ui}/{number:04d}/{month_:02d}/{_PAGE}"


def method(ui: LanguageCode) -> str:
    return f"{ui}/about/{_PAGE}"


def entity(ui: LanguageCode, id_: EntityId) -> str | None:
    """The page of a person or country; `None` for what has no page of its own."""
    match entity_kind(id_):
        case "person":
            return person(ui, id_)
        case "country":
            return country(ui, CountryCode(entity_key(id_)))
    return None


def alternates(
    languages: Sequence[LanguageCode], address: Callable[[LanguageCode], str]
) -> Mapping[LanguageCode, str]:
    """The same page in every interface language: `alternates(uis, home)`."""
    return {code: address(code) for code in languages}


def site_path(uri: str) -> str:
    """The address below the site's root: `ky/2026/02/13/slug/`; empty for the language door."""
    return uri.removesuffix(_PAGE)


def relative(source: str, target: str, fragment: str = "") -> str:
    """The link on page `source` that leads to page `target` (two uris), with an optional anchor."""
    here = site_path(source).split("/")[:-1]
    there = site_path(target).split("/")[:-1]
    shared = 0
    for ours, theirs in zip(here, there, strict=False):
        if ours != theirs:
            break
        shared += 1
    steps = "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:])
    if fragment:
        return f"{steps}#{fragment}"
    return steps or "./"
