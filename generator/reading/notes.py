"""Editors' notes: files about a person, an organisation or a country.

A note with a mistake in it is left out whole and named with the line and what right looks like;
everything else is published.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.knowledge.notes import FOLDERS, CountryNoteShape, Notes, NoteShape, RoleShape
from generator.knowledge.offices import load_offices
from generator.lexicon.detect import detect
from generator.model.article import SourceFile
from generator.model.ids import EntityId, LanguageCode
from generator.model.note import Note, NotedRole, Paragraph
from generator.model.notice import Notice
from generator.reading.editors_yaml import (
    Located,
    Mistake,
    locate,
    required_country,
    required_date,
)
from generator.text.normalise import NotText, decode, normalise
from generator.text.transliterate import slugify

Plain = Callable[[str], list[str]]
"""The paragraphs of a Markdown text without its markup."""

_FENCE = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_EXAMPLES = {
    "names": "names: {ru: …, en: …}",
    "aliases": "aliases: [one name, another name]",
    "wikidata": "wikidata: Q42",
    "roles": "roles: [{office: head-of-government, country: KG, from: 2024-12}]",
    "same_as": "same_as: [the-other-id]",
    "not_same_as": "not_same_as: [the-other-id]",
}


@dataclass(frozen=True, slots=True)
class NoteReader:
    """Reads the notes of one site."""

    plain: Plain
    countries: Collection[str]
    """Codes of all countries."""

    def read_all(self, sources: Iterable[SourceFile]) -> tuple[Notes, tuple[Notice, ...]]:
        """Every note without a mistake, and the mistakes of the others."""
        found: dict[EntityId, Note] = {}
        notices: list[Notice] = []
        for source in sorted(sources, key=lambda source: source.path):
            try:
                note = self.read(source)
            except Mistake as mistake:
                notices.append(_notice(source.path, mistake))
            else:
                found[note.entity] = note
        return _without_contradictions(found, notices), tuple(notices)

    def read(self, source: SourceFile) -> Note:
        """The note in a file; raises `Mistake`."""
        path = PurePosixPath(source.path)
        kind = FOLDERS[path.parts[0]]
        entity = self._entity(kind, path.stem)
        try:
            text = normalise(decode(source.content))
        except NotText as error:
            raise Mistake(
                None, "The file is not text in an encoding we know.", "Save it in UTF-8."
            ) from error
        match = _FENCE.match(text)
        block, body = (match["yaml"], text[match.end() :]) if match else ("", text)
        at = locate(block, first_line=2)
        if at.raw in (None, ""):
            at = replace(at, raw={})
        if not isinstance(at.raw, dict):
            raise Mistake(
                2,
                "The front matter is not a list of keys and values.",
                f"Write one `key: value` a line, such as `{_EXAMPLES['names']}`.",
            )
        introduction = tuple(_paragraph(words) for words in self.plain(body))
        if kind == "country":
            short = at.build(CountryNoteShape, {k: _EXAMPLES[k] for k in ("names", "wikidata")})
            shape = NoteShape(names=short.names, wikidata=short.wikidata)
        else:
            shape = at.build(NoteShape, _EXAMPLES)
        if shape.wikidata is not None and not _WIKIDATA.fullmatch(shape.wikidata):
            raise Mistake(
                at.line("wikidata"),
                f"`{shape.wikidata}` is not an id of Wikidata.",
                "Write `Q` and its number: `wikidata: Q42`.",
            )
        for number, alias in enumerate(shape.aliases):
            if not slugify(alias):
                raise Mistake(
                    at.line(f"aliases[{number}]"),
                    f"`{alias}` is not a name.",
                    f"Write it like `{_EXAMPLES['aliases']}`.",
                )
        return Note(
            entity=entity,
            path=source.path,
            names=MappingProxyType(dict(sorted(_names(shape, at)))),
            aliases=tuple(" ".join(alias.split()) for alias in shape.aliases),
            wikidata=shape.wikidata,
            roles=tuple(self._role(role, n, at) for n, role in enumerate(shape.roles)),
            same_as=_others(shape.same_as, "same_as", entity, at),
            not_same_as=_others(shape.not_same_as, "not_same_as", entity, at),
            introduction=introduction,
            lines=MappingProxyType(dict(at.lines)),
        )

    def _entity(self, kind: str, stem: str) -> EntityId:
        if kind == "country":
            if stem in self.countries:
                return EntityId(f"country:{stem}")
            hint = "Name it by the two capital letters of ISO 3166-1: `countries/KG.md`."
            if stem.upper() in self.countries:
                hint = f"Name it in capital letters: `countries/{stem.upper()}.md`."
            raise Mistake(None, f"`{stem}` is not the code of a country.", hint)
        if _ID.fullmatch(stem):
            return EntityId(f"{kind}:{stem}")
        better = slugify(stem) or "given-name-surname"
        raise Mistake(
            None,
            f"`{stem}` cannot be part of an address.",
            f"Name the file by the last part of the page's address, such as `{better}.md`.",
        )

    def _role(self, role: RoleShape, number: int, at: Located) -> NotedRole:
        key = f"roles[{number}]"
        if role.title is None and role.office is None:
            raise Mistake(
                at.line(key),
                "The role has neither a title nor an office.",
                f"Write it like `{_EXAMPLES['roles']}`.",
            )
        since = required_date(role.from_, f"{key}.from", at)
        until = required_date(role.to, f"{key}.to", at)
        if since is not None and until is not None and str(since) > str(until):
            raise Mistake(
                at.line(f"{key}.to"),
                f"The role ends ({until}) before it begins ({since}).",
                "Write the earlier date in `from`.",
            )
        return NotedRole(
            title=role.title,
            office=required_office(role.office, f"{key}.office", at),
            country=required_country(role.country, f"{key}.country", at, frozenset(self.countries)),
            since=since,
            until=until,
        )


def required_office(text: str | None, key: str, at: Located) -> str | None:
    """`text` as the id of an office, `None` for `None`; raises `Mistake`."""
    offices = load_offices().offices
    if text is None or text in offices:
        return text
    near = difflib.get_close_matches(text, offices, n=1, cutoff=0.5)
    meant = f"Did you mean `{near[0]}`? " if near else ""
    raise Mistake(
        at.line(key),
        f"`{text}` is not an office we know.",
        f"{meant}The offices are {', '.join(sorted(offices))}; leave it out for any other.",
    )


def _names(shape: NoteShape, at: Located) -> Iterable[tuple[LanguageCode, str]]:
    for code, name in shape.names.items():
        if not _LANGUAGE.fullmatch(code):
            raise Mistake(
                at.line(f"names.{code}"),
                f"`{code}` is not the code of a language.",
                "Write two small letters, such as `ky`, `ru` or `en`.",
            )
        if not slugify(name):
            raise Mistake(
                at.line(f"names.{code}"),
                f"`{name}` is not a name.",
                f"Write it like `{_EXAMPLES['names']}`.",
            )
        yield LanguageCode(code), " ".join(name.split())


def _others(ids: Sequence[str], key: str, entity: EntityId, at: Located) -> tuple[EntityId, ...]:
    found: list[EntityId] = []
    kind = entity.partition(":")[0]
    for number, other in enumerate(ids):
        line = at.line(f"{key}[{number}]")
        if not _ID.fullmatch(other):
            raise Mistake(
                line,
                f"`{other}` is not an id.",
                f"Write the last part of the page's address: `{key}: [{slugify(other) or 'id'}]`.",
            )
        id_ = EntityId(f"{kind}:{other}")
        if id_ == entity:
            raise Mistake(
                line,
                f"`{other}` is this note's own id.",
                f"Write in `{key}` the last part of the other page's address.",
            )
        found.append(id_)
    return tuple(dict.fromkeys(found))


def _paragraph(words: str) -> Paragraph:
    return Paragraph(text=words, language=detect(words).code)


def _without_contradictions(found: dict[EntityId, Note], notices: list[Notice]) -> Notes:
    """Rulings that contradict each other are reported and both left out."""
    claims: dict[EntityId, list[Note]] = {}
    for note in found.values():
        for other in note.same_as:
            claims.setdefault(other, []).append(note)
    for id_, note in sorted(found.items()):
        kept: list[EntityId] = []
        for number, other in enumerate(note.same_as):
            line = note.line(f"same_as[{number}]")
            key = other.partition(":")[2]
            apart = other in note.not_same_as or (
                other in found and id_ in found[other].not_same_as
            )
            rivals = [rival for rival in claims[other] if rival is not note]
            if apart:
                problem = f"`{key}` is both the same and not the same."
                hint = "Keep it in one of `same_as` and `not_same_as`."
            elif other in found:
                problem = f"`{key}` has a note of its own, {found[other].path}."
                hint = "Move what that note says into this one, and delete it."
            elif rivals:
                problem = f"{rivals[0].path} says that `{key}` is the same, too."
                hint = "Keep it in the one of the two notes that is right."
            else:
                kept.append(other)
                continue
            notices.append(_notice(note.path, Mistake(line, problem, hint)))
        if len(kept) != len(note.same_as):
            found[id_] = replace(note, same_as=tuple(kept))
    return Notes(by_entity=MappingProxyType(dict(sorted(found.items()))))


def _notice(path: str, mistake: Mistake) -> Notice:
    return Notice(
        code="note",
        severity="error",
        problem=mistake.problem,
        path=path,
        line=mistake.line,
        hint=mistake.hint,
    )
