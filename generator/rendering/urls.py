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
from generator.model.story import StoryId

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


def pair(ui: LanguageCode, codes: tuple[CountryCode, CountryCode]) -> str:
    """Two countries; the page has one address whichever is named first."""
    first, second = sorted(codes)
    return f"{ui}/countries/{first.lower()}-{second.lower()}/{_PAGE}"


def organisations(ui: LanguageCode) -> str:
    return f"{ui}/organisations/{_PAGE}"


def organisation(ui: LanguageCode, entity: EntityId) -> str:
    return f"{ui}/organisations/{entity_key(entity)}/{_PAGE}"


def events(ui: LanguageCode) -> str:
    return f"{ui}/events/{_PAGE}"


def event(ui: LanguageCode, kind: str) -> str:
    return f"{ui}/events/{kind}/{_PAGE}"


def figures(ui: LanguageCode) -> str:
    return f"{ui}/figures/{_PAGE}"


def ledger(ui: LanguageCode, key: str) -> str:
    """The ledger's lines of a measure (`trade-turnover`), a country (`KG`) or a pair (`KG-TJ`)."""
    return f"{ui}/figures/{key.lower()}/{_PAGE}"


def quotes(ui: LanguageCode) -> str:
    return f"{ui}/quotes/{_PAGE}"


def part(uri: str, number: int) -> str:
    """Part `number` of a list that begins on page `uri`."""
    return f"{site_path(uri)}{number}/{_PAGE}"


def day_part(uri: str, number: int) -> str:
    """The same for a day, below which articles have their addresses; no slug has a `_`."""
    return f"{site_path(uri)}_{number}/{_PAGE}"


def archive(ui: LanguageCode) -> str:
    return f"{ui}/archive/{_PAGE}"


def year(ui: LanguageCode, number: int) -> str:
    return f"{ui}/{number:04d}/{_PAGE}"


def month(ui: LanguageCode, number: int, month_: int) -> str:
    return f"{ui}/{number:04d}/{month_:02d}/{_PAGE}"


def day(ui: LanguageCode, number: int, month_: int, day_: int) -> str:
    return f"{ui}/{number:04d}/{month_:02d}/{day_:02d}/{_PAGE}"


def week(ui: LanguageCode, number: int, week_: int) -> str:
    """A week of ISO 8601, in whose year the first days of January may be another's."""
    return f"{ui}/{number:04d}/w{week_:02d}/{_PAGE}"


def search(ui: LanguageCode) -> str:
    return f"{ui}/search/{_PAGE}"


def method(ui: LanguageCode) -> str:
    return f"{ui}/about/{_PAGE}"


def story(ui: LanguageCode, id_: StoryId) -> str:
    return f"{ui}/stories/{id_}/{_PAGE}"


def entity(ui: LanguageCode, id_: EntityId) -> str | None:
    """The page of a person, country or organisation; `None` for what has no page of its own."""
    match entity_kind(id_):
        case "organisation":
            return organisation(ui, id_)
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
