"""What an editor could settle: for each open question the file and the lines to put into it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from generator.knowledge.offices import load_offices
from generator.lexicon.language import Language
from generator.lexicon.respelling import respell
from generator.lexicon.romanisation import romanise
from generator.model.entity import Entity
from generator.model.ids import EntityId, LanguageCode, entity_key
from generator.model.names import Role
from generator.model.site import Briefing, Doubt, Site
from generator.model.span import Span
from generator.rendering.contested import Contested, two_holders, two_states

HEADINGS: Mapping[str, str] = {
    "doubtful-pair": "People who may be one",
    "two-states": "People who serve two states at one time",
    "two-holders": "Offices that two people hold at one time",
    "disagreement": "Versions of a story that disagree",
    "missing-name": "Names that a language of the site does not have",
    "unknown-office": "Titles whose office is not known",
    "stale-correction": "Corrections that no longer apply",
}
"""Kinds of open question, the easiest first."""

_SHOWN = 20
"""Questions of a kind that are listed unless all are asked for."""
_QUOTED = 3
"""Articles that are shown of one question."""
_SURNAME = "surname alone"
"""The reason of a doubt between a full name and a surname, as `identity.resolver` words it."""
_GENERAL = (
    "No note of one person settles it. If it is an office, it belongs into"
    " generator/languages/{language}/titles.toml."
)
_BLANK = "…"
"""Stands where the editor must write; no reader of notes takes it for a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One open question."""

    kind: str
    question: str
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    """What to do in words, with the lines to paste; one of them is to be chosen."""


def review(
    site: Site, interface: Sequence[LanguageCode], languages: Mapping[LanguageCode, Language]
) -> tuple[Open, ...]:
    """Everything open on the site: by kind as in `HEADINGS`, then what concerns most briefings."""
    return (
        *_pairs(site),
        *_states(site),
        *_holders(site),
        *_disagreements(site),
        *_names(site, interface, languages),
        *_titles(site),
        *_stale(site),
    )


def summarised(items: Sequence[Open]) -> str:
    """All of them in one line for a log; empty for none."""
    counts = Counter(item.kind for item in items)
    parts = [f"{counts[kind]} × {HEADINGS[kind].lower()}" for kind in HEADINGS if counts[kind]]
    return f"An editor could settle: {'; '.join(parts)}. List: briefing review" if parts else ""


def listed(items: Sequence[Open], *, everything: bool) -> Iterator[str]:
    """All of them as lines for a terminal."""
    if not items:
        yield "Nothing is open."
    for kind, group in groupby(items, key=lambda item: item.kind):
        found = list(group)
        yield f"# {HEADINGS[kind]} ({len(found)})"
        if kind == "missing-name":
            yield "# What is nobody's name is left out by `facts: [{hide: …}]` in its article."
        if kind == "unknown-office":
            yield f"# The offices: {', '.join(sorted(load_offices().offices))}"
        yield ""
        for item in found if everything else found[:_SHOWN]:
            yield item.question
            for action, lines in item.answers:
                yield f"  {action}"
                yield from (f"    {line}" for line in lines)
            yield ""
        if not everything and len(found) > _SHOWN:
            yield f"… and {len(found) - _SHOWN} more: briefing review --all"
            yield ""
    if items:
        yield "Run this again after a change: it counts on what the files say now."


def _pairs(site: Site) -> Iterator[Open]:
    doubts = sorted(
        site.doubts,
        key=lambda doubt: (
            -min(_weight(site, doubt.first), _weight(site, doubt.second)),
            doubt.first,
            doubt.second,
        ),
    )
    alone: dict[EntityId, list[EntityId]] = defaultdict(list)
    for doubt in doubts:
        if doubt.reason == _SURNAME:
            bearer, surname = _bearer_first(site, doubt)
            alone[bearer].append(surname)
    for doubt in doubts:
        first, second = sorted(
            (doubt.first, doubt.second), key=lambda id_: (-_weight(site, id_), id_)
        )
        others = [second]
        if doubt.reason == _SURNAME:
            first, _ = _bearer_first(site, doubt)
            others = alone.pop(first, [])
        if not others:
            continue  # listed with another surname of the same person
        called = " and ".join(_called(site, id_) for id_ in (first, *others))
        keys = [entity_key(id_) for id_ in others]
        yield Open(
            kind="doubtful-pair",
            question=f"{called}: {doubt.reason}.",
            answers=(
                (f"One person: {_where(site, first)}", _into(site, first, "same_as", keys)),
                (
                    f"{'Two' if len(keys) == 1 else 'Different'} people: {_where(site, first)}",
                    _into(site, first, "not_same_as", keys),
                ),
            ),
        )


def _bearer_first(site: Site, doubt: Doubt) -> tuple[EntityId, EntityId]:
    """Whoever has a full name, and the surname that may be hers."""

    def words(id_: EntityId) -> int:
        entity = site.entities.get(id_)
        names = () if entity is None else entity.names.values()
        return max((len(name.split()) for name in names), default=0)

    first, second = sorted((doubt.first, doubt.second), key=lambda id_: (-words(id_), id_))
    return first, second


def _states(site: Site) -> Iterator[Open]:
    for found in two_states(site):
        one = found.sights[0]
        states = " and ".join((one.country, *found.others))
        key = f"{entity_key(one.holder)}-{one.country.lower()}"
        names = f"names: {{{_known_names(site, one.holder)}}}"
        office = f"roles: [{{office: {one.office}, country: {one.country}}}]"
        apart = f"not_same_as: [{entity_key(one.holder)}]"
        yield Open(
            kind="two-states",
            question=f"{_called(site, one.holder)} has offices of {states}: two people, or a title"
            f" misread. {_quotes(found)}",
            answers=(
                (
                    f"Two people: Make the file content/people/{key}.md:",
                    ("---", names, office, apart, "---"),
                ),
                *_hidden(found),
            ),
        )


def _holders(site: Site) -> Iterator[Open]:
    for found in two_holders(site):
        one = found.sights[0]
        others = " and ".join(_called(site, EntityId(id_)) for id_ in found.others)
        yield Open(
            kind="two-holders",
            question=f"{one.office} of {one.country}: {_called(site, one.holder)}, though at that"
            f" time it is {others}. {_quotes(found)}",
            answers=_hidden(found),
        )


def _quotes(found: Contested) -> str:
    return "; ".join(
        f"`{sight.words}` in content/{sight.briefing.article.source.path}"
        for sight in found.sights[:_QUOTED]
    )


def _hidden(found: Contested) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each article the lines that take the title back."""
    return tuple(
        (
            f"The title is misread: {_beside(sight.briefing)}",
            _hide(sight.briefing, sight.title, ", kind: role"),
        )
        for sight in found.sights[:_QUOTED]
    )


def _disagreements(site: Site) -> Iterator[Open]:
    by_id = {briefing.article.id: briefing for briefing in site.briefings}
    for story in site.stories:
        for found in story.disagreements:
            claims = [claim for claim in found.claims if claim.evidence.article in by_id]
            said = "; ".join(
                f"`{claim.evidence.quote}` in"
                f" content/{by_id[claim.evidence.article].article.source.path}"
                for claim in claims
            )
            yield Open(
                kind="disagreement",
                question=f"A {found.kind}: {said}.",
                answers=tuple(
                    (
                        f"This one is wrong: {_beside(by_id[claim.evidence.article])}",
                        _hide(by_id[claim.evidence.article], claim.evidence.span),
                    )
                    for claim in claims
                ),
            )


def _hide(briefing: Briefing, span: Span, rest: str = "") -> tuple[str, ...]:
    """The lines that take back what an article says at `span`."""
    text = briefing.article.text
    words = span.of(text)
    if text.count(words) > 1:
        rest += f", nth: {text.count(words, 0, span.end)}"
    return "facts:", f"  - hide: {{words: {_quoted(words)}{rest}}}"


def _beside(briefing: Briefing) -> str:
    """Where a correction of an article goes."""
    path = PurePosixPath(briefing.article.source.path)
    return f"Write into content/{path.with_suffix('.yml')}:"


def _names(
    site: Site, interface: Sequence[LanguageCode], languages: Mapping[LanguageCode, Language]
) -> Iterator[Open]:
    people = [
        entity
        for entity in site.entities.values()
        if entity.kind == "person" and site.appearances.get(entity.id)
    ]
    for entity in sorted(people, key=lambda entity: (-_weight(site, entity.id), entity.id)):
        missing = [code for code in interface if code not in entity.names]
        if not missing:
            continue
        note = site.notes.get(entity.id)
        named = entity.names if note is None or not note.names else note.names
        paste = (
            "names:",
            *(f"  {code}: {_quoted(name)}" for code, name in named.items()),
            *(f"  {code}: {_proposed(entity, code, languages)}" for code in missing),
        )
        action = _where(site, entity.id)
        if note is not None and note.names:
            action = f"Write in place of `names:` in content/{note.path}:"
        elif note is None:
            paste = _fenced(site, entity.id, paste)
        yield Open(
            kind="missing-name",
            question=f"{_called(site, entity.id)} has no name in {', '.join(missing)}.",
            answers=((action, paste),),
        )


def _proposed(
    entity: Entity, code: LanguageCode, languages: Mapping[LanguageCode, Language]
) -> str:
    """A name to check: spelled by the official scheme, or as a language of the script has it."""
    script = languages[code].profile.script
    for known, name in entity.names.items():
        pack = languages.get(known)
        if pack is None:
            continue
        if pack.profile.script == script:
            proposed = name if code == known else respell(name, languages[code])
        elif script == "Latn":
            proposed = romanise(name, pack)
        else:
            continue
        return f"{_quoted(proposed)}   # a proposal, please check"
    return _BLANK


def _titles(site: Site) -> Iterator[Open]:
    """Each title once, at the holder with whom it stands most often."""
    counts: dict[tuple[LanguageCode, str], Counter[tuple[EntityId, str, str]]] = defaultdict(
        Counter
    )
    for briefing in site.briefings:
        for fact in briefing.facts:
            holder = fact.argument("holder")
            role = fact.value
            if isinstance(role, Role) and role.office is None and holder in site.entities:
                assert holder is not None
                if _is_noted(site, holder, role.title):
                    continue  # the editor knows the title, and that it is none of our offices
                key = (briefing.article.language, role.title.casefold())
                counts[key][holder, role.title, role.country or ""] += 1
    for key, holders in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        (holder, title, country), _ = min(holders.items(), key=lambda item: (-item[1], item[0]))
        where = f"country: {country}" if country else f"country: {_BLANK}"
        line = f"  - {{title: {_quoted(title)}, office: {_BLANK}, {where}}}"
        if len({one for one, _, _ in holders}) > 1:
            yield Open(
                kind="unknown-office",
                question=f"`{title}` ({key[0]}), found {holders.total()} ×, of"
                f" {len({one for one, _, _ in holders})} people.",
                answers=((_GENERAL.format(language=key[0]), ()),),
            )
            continue
        note = site.notes.get(holder)
        paste: tuple[str, ...] = (line,)
        action = _where(site, holder)
        if note is None:
            paste = _fenced(site, holder, ("roles:", line))
        elif note.roles:
            action = f"Add to the list `roles:` in content/{note.path}:"
        else:
            paste = ("roles:", line)
        yield Open(
            kind="unknown-office",
            question=f"`{title}` ({key[0]}), found {holders.total()} ×, here of"
            f" {_called(site, holder)}. If it is an office, fill in which; if not, take out the …:",
            answers=((action, paste),),
        )


def _is_noted(site: Site, holder: EntityId, title: str) -> bool:
    note = site.notes.get(holder)
    return note is not None and any(
        (role.title or "").casefold() == title.casefold() for role in note.roles
    )


def _stale(site: Site) -> Iterator[Open]:
    for notice in site.notices:
        if notice.code == "stale-correction":
            place = notice.path if notice.line is None else f"{notice.path}:{notice.line}"
            yield Open(
                kind="stale-correction",
                question=f"content/{place}: {notice.problem}",
                answers=((notice.hint, ()),),
            )


def _into(site: Site, id_: EntityId, key: str, others: Sequence[str]) -> tuple[str, ...]:
    """The lines that put `others` under `key` of the note on `id_`."""
    note = site.notes.get(id_)
    if note is None:
        names = f"names: {{{_known_names(site, id_)}}}"
        return _fenced(site, id_, (names, f"{key}: [{', '.join(others)}]"))
    known = note.same_as if key == "same_as" else note.not_same_as
    every = ", ".join((*map(entity_key, known), *others))
    return (f"{key}: [{every}]",)


def _where(site: Site, id_: EntityId) -> str:
    """Which file the lines go into, and how."""
    note = site.notes.get(id_)
    if note is None:
        path = f"content/people/{entity_key(id_)}.md"
        if _is_broken(site, id_):
            return f"Mend what is wrong in {path}, and write between its `---` lines:"
        return f"Make the file {path}:"
    return f"Write between the `---` lines of content/{note.path}:"


def _known_names(site: Site, id_: EntityId) -> str:
    """The names that are known, as YAML: a note finds its person by them, whatever the address."""
    entity = site.entities.get(id_)
    names = {} if entity is None else entity.names
    return ", ".join(f"{code}: {_quoted(name)}" for code, name in names.items())


def _quoted(text: str) -> str:
    """As YAML takes it for text, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def _fenced(site: Site, id_: EntityId, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines as the head of a new file, unless there is one already."""
    return lines if _is_broken(site, id_) else ("---", *lines, "---")


def _is_broken(site: Site, id_: EntityId) -> bool:
    """Whether there is a note that was left out for a mistake in it."""
    path = f"people/{entity_key(id_)}.md"
    return any(notice.code == "note" and notice.path == path for notice in site.notices)


def _called(site: Site, id_: EntityId) -> str:
    entity = site.entities.get(id_)
    names: Iterable[str] = () if entity is None else entity.names.values()
    written = " / ".join(dict.fromkeys(names))
    return f"{written or entity_key(id_)} ({entity_key(id_)}, {_times(_weight(site, id_))})"


def _times(number: int) -> str:
    return "1 briefing" if number == 1 else f"{number} briefings"


def _weight(site: Site, id_: EntityId) -> int:
    return len(site.appearances.get(id_, ()))
