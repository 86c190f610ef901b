"""A found name in the form it is shown in: every word in base form, given name and surname apart.

A word's base form is the language's to tell; how the whole article has a surname decides where it
alone cannot, as with unknown surnames that end as if they were inflected.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.lexicon.language import Language
from generator.model.names import PersonName
from generator.recognition.name_context import NameContext
from generator.recognition.name_words import NameAtom, Names
from generator.recognition.passage import Passage

_TWO_SURNAMES = 4
"""Words of a name with two surnames after two given names."""


class NameForms:
    """Base forms of the names of one language; see the module."""

    def __init__(self, language: Language, table: Names, given: Collection[str]) -> None:
        """`given`: listed given names, in lower case."""
        self._language = language
        self._table = table
        self._given = given

    def name(
        self,
        passage: Passage,
        context: NameContext,
        atoms: Sequence[NameAtom],
        rule: str,
        beside: tuple[str, ...] = (),
    ) -> PersonName:
        """The name that `atoms` make; `rule` is the one that found it, `beside` agrees with it."""
        bases = self._bases(atoms, context, beside)
        written = bases[0]
        for left, right, base in zip(atoms, atoms[1:], bases[1:], strict=False):
            gap = passage.text[passage.tokens[left.last].end : passage.tokens[right.first].start]
            written += (" " if gap else "") + base
        return _in_parts(rule, atoms, bases, written)

    def _bases(
        self, atoms: Sequence[NameAtom], context: NameContext, beside: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Each word in base form, initials and particles as they are."""
        words = [n for n, atom in enumerate(atoms) if atom.kind == "word"]
        bases = [atom.base for atom in atoms]
        if self._table.bare_inside:
            # only the last word takes an ending
            for n, atom in enumerate(atoms[:-1]):
                if atom.kind != "initial":
                    bases[n] = atom.text
            for n in words:
                if n == len(atoms) - 1:
                    found = self._language.person_bases(tuple(atoms[m].text for m in words))
                    bases[n] = found[-1]
            return self._as_elsewhere(tuple(bases), atoms, context)
        found = self._language.person_bases(tuple(atoms[n].text for n in words), beside)
        for n, base in zip(words, found, strict=True):
            written = atoms[n].text
            # `Зорица` is no form of a name that nobody has
            kept = written.lower() in self._given and base.lower() not in self._given
            first = n == words[0] and not atoms[n].family
            bases[n] = written if kept and first else base
            if first and bases[n] == written and written.lower() not in self._given:
                bases[n] = self._of_woman(written)
        return self._as_elsewhere(tuple(bases), atoms, context)

    def _of_woman(self, written: str) -> str:
        """The listed given name whose instrumental it is, before a surname with no case: `Дианой`.

        The word itself where it is none; shorter endings are other names' own (`Кори`).
        """
        for ending in self._table.unknown_endings:
            stem = written.removesuffix(ending)
            if len(ending) < 2 or stem == written:
                continue
            for base in self._table.unknown_bases:
                if (stem + base).lower() in self._given:
                    return stem + base
        return written

    def _as_elsewhere(
        self, bases: tuple[str, ...], atoms: Sequence[NameAtom], context: NameContext
    ) -> tuple[str, ...]:
        """An unknown surname that kept its ending, in the base form the article has elsewhere."""
        last = atoms[-1]
        if last.kind != "word" or last.strong or last.given:
            return bases
        if bases[-1] != last.text:
            # a name that is never seen otherwise, however often, has no endings at all
            if last.listed or last.famous:
                return bases
            # endings that mark a subject too leave only its place to tell one by
            steady = context.subject if self._table.bare_inside else context.steady
            return (*bases[:-1], last.text) if steady(last.text) else bases
        for ending in self._table.unknown_endings:
            if last.text.endswith(ending):
                stem = last.text[: -len(ending)]
                for base in self._table.unknown_bases:
                    if len(stem) > 2 and context.has(stem + base):
                        return (*bases[:-1], stem + base)
        for base in self._language.base_forms(last.text):
            written = base[:1].upper() + base[1:]
            if 1 < len(base) < len(last.text) and written != last.text and context.has(written):
                return (*bases[:-1], written)
        return bases


def _in_parts(
    rule: str, atoms: Sequence[NameAtom], bases: tuple[str, ...], written: str
) -> PersonName:
    """Which words are the given name and which the surname, by the rule that found the name."""
    if len(atoms) == 1:
        alone = bases[0]
        if rule == "person.given":
            return PersonName(given=alone, family=None, written=written)
        return PersonName(given=None, family=alone, written=written)
    if rule == "person.numbered":
        return PersonName(given=written, family=None, written=written)
    if rule == "person.father":
        return _father_name(atoms, bases, written)
    if rule == "person.patronymic":
        patronymic = next(n for n, atom in enumerate(atoms) if atom.patronymic)
        given = bases[patronymic - 1]
        rest = [b for n, b in enumerate(bases) if n not in (patronymic, patronymic - 1)]
        return PersonName(
            given=given,
            family=" ".join(rest) or None,
            patronymic=bases[patronymic],
            written=written,
        )
    if rule in ("person.family-first", "person.family-given", "person.initials-after"):
        return PersonName(given=" ".join(bases[1:]), family=bases[0], written=written)
    split = len(bases) - 1
    if len(atoms) == _TWO_SURNAMES and all(atom.kind == "word" for atom in atoms):
        split -= not (atoms[2].given and not atoms[2].family)  # two surnames
    while split > 1 and atoms[split - 1].kind == "particle":
        split -= 1
    given = bases[0] if atoms[0].kind == "initial" else " ".join(bases[:split])
    return PersonName(given=given, family=" ".join(bases[split:]), written=written)


def _father_name(atoms: Sequence[NameAtom], bases: tuple[str, ...], written: str) -> PersonName:
    kin = next(n for n, atom in enumerate(atoms) if atom.kind == "kin")
    father = f"{bases[kin - 1]} {bases[kin]}"
    rest = [base for n, base in enumerate(bases) if n not in (kin - 1, kin)]
    return PersonName(given=" ".join(rest) or None, family=father, written=written)
