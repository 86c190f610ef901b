"""People whom knowledge or an editor's note names: found by the name itself, whatever its shape.

The rules of `facts.person` weigh what names look like; a stage name of one word or a foreign name
of three need not look like one. Whoever is listed needs no such evidence. What is listed is in base
form, so the name that is found has the right one too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.knowledge.base import Knowledge
from generator.knowledge.places import known_place
from generator.lexicon.language import Language
from generator.model.ids import Kind
from generator.model.mention import Mention
from generator.model.names import PersonName
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable

_PERSON = Kind("person")
NOTED = "person.noted"
SHIPPED = "person.known"

_TELLING = 5
"""Letters of a given name at least that is known though one of them is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A name and who says it is one."""

    capitals: tuple[bool, ...]
    """For each word, whether it begins with a capital."""
    rule: str


class KnownPeople:
    """The listed names of one language."""

    def __init__(
        self,
        language: Language,
        knowledge: Knowledge,
        *,
        inflect_all: bool,
        particles: Collection[str],
        family_first: Collection[str],
    ) -> None:
        """`inflect_all`: every word of a name takes endings; the other two as in `names.toml`."""
        self._language = language
        self._particles = frozenset(particles)
        self._family_first = frozenset(word.lower() for word in family_first)
        rows = {name: _listed(name, rule) for name, rule in _names(language, knowledge)}
        self._table = PhraseTable(rows, language, inflect_all=inflect_all)
        self._lower = frozenset(name.partition(" ")[0] for name in rows if not name[:1].isupper())
        self._given: dict[str, tuple[str, ...]] = {}
        for given, _, family in (name.partition(" ") for name in rows):
            self._given[family.lower()] = (*self._given.get(family.lower(), ()), given)

    def complete(
        self, passage: Passage, mentions: Sequence[Mention], taken: Collection[int]
    ) -> list[Mention]:
        """`mentions` with the listed people, whose names go before what was found in their place.

        `taken` are tokens of other things, such as of a body named after somebody.
        """
        known = [
            self._mention(passage, match)
            for match in self._matches(passage)
            if self._is_name(passage, match)
            and not any(index in taken for index in range(match.first, match.last + 1))
        ]
        if not known:
            return list(mentions)
        kept = [
            one for one in known if not any(self._found_better(one, other) for other in mentions)
        ]
        rest = [m for m in mentions if not any(m.span.overlaps(one.span) for one in kept)]
        return sorted([*rest, *kept], key=lambda mention: mention.span)

    def _matches(self, passage: Passage) -> Iterator[PhraseMatch[_Listed]]:
        """The longest name at each word that may begin one; few words of a text have a capital."""
        end = -1
        for index, token in enumerate(passage.tokens):
            if index > end and (token.is_capitalised or token.text.lower() in self._lower):
                matches = self._table.match_at(passage, index)
                if matches:
                    yield matches[0]
                    end = matches[0].last

    def spelling(self, given: str, family: str) -> str:
        """The given name of a listed person of that surname from which `given` is a letter away.

        Empty where there is none; a name spelt right is found anyway.
        """
        for listed in self._given.get(family.lower(), ()):
            if _one_letter_apart(given.lower(), listed.lower()):
                return listed
        return ""

    def _found_better(self, known: Mention, found: Mention) -> bool:
        """Whether the rules found a longer name there, or the same one, whose parts they know."""
        name, listed = found.value, known.value
        assert isinstance(name, PersonName)
        assert isinstance(listed, PersonName)
        if found.span == known.span:
            return name.written == listed.written
        if name.written.startswith(f"{listed.written} "):
            # `Си Цзиньпин Вашингтондо`: a place after a name that is whole is no part of it
            rest = name.written[len(listed.written) + 1 :]
            return not any(known_place(word) for word in (rest, *self._language.base_forms(rest)))
        return found.span.start <= known.span.start and known.span.end <= found.span.end

    def _is_name(self, passage: Passage, match: PhraseMatch[_Listed]) -> bool:
        """Whether the words have capitals where the name has them."""
        tokens = [token for token in passage.tokens[match.first : match.last + 1] if token.is_word]
        capitals = match.row.capitals
        return len(tokens) != len(capitals) or all(
            token.is_capitalised or not capital
            for token, capital in zip(tokens, capitals, strict=True)
        )

    def _mention(self, passage: Passage, match: PhraseMatch[_Listed]) -> Mention:
        return Mention(
            kind=_PERSON,
            span=match.span(passage),
            value=self._parts(match.phrase),
            rule=match.row.rule,
        )

    def _parts(self, name: str) -> PersonName:
        words = name.split()
        if len(words) == 1:
            return PersonName(given=None, family=name, written=name)
        if words[0].lower() in self._family_first and len(words) < 4:
            return PersonName(given=" ".join(words[1:]), family=words[0], written=name)
        split = len(words) - 1
        while split > 1 and words[split - 1].lower() in self._particles:
            split -= 1
        return PersonName(
            given=" ".join(words[:split]), family=" ".join(words[split:]), written=name
        )


def _names(language: Language, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Names with their rule; what editors noted comes last and so stays where both have it."""
    for _, person in sorted(knowledge.people.items()):
        if not person.common:
            for name in person.names.get(language.code, ()):
                yield name, SHIPPED
    for note in knowledge.notes.of_kind("person"):
        own = note.names.get(language.code)
        for name in (*note.aliases, *((own,) if own is not None else ())):
            yield name, NOTED


def _listed(name: str, rule: str) -> _Listed:
    return _Listed(capitals=tuple(word[:1].isupper() for word in name.split()), rule=rule)


def _one_letter_apart(written: str, listed: str) -> bool:
    """Whether a letter after the first is missing, is too many or is another one."""
    if written == listed or abs(len(written) - len(listed)) > 1 or len(listed) < _TELLING:
        return False
    same = next(
        (n for n, pair in enumerate(zip(written, listed, strict=False)) if len(set(pair)) > 1),
        min(len(written), len(listed)),
    )
    rest, other = written[same:], listed[same:]
    return same > 0 and (rest[1:] == other[1:] or rest == other[1:] or rest[1:] == other)
