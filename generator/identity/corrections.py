"""An editor's word on single facts: hidden, confirmed, or set to something else.

A correction quotes the article. It is applied where its words stand for exactly one fact; where
they are gone, or stand for several, it is reported and nothing is changed. Facts are put together
again from the corrected mentions, so that whatever hangs on one (an office on its holder, a
quotation on its speaker) follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from generator.identity.assemble import assemble
from generator.identity.names import fold
from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.calendar import PartialDate
from generator.model.correction import Changes, Correction
from generator.model.fact import Fact
from generator.model.ids import EntityId, Kind
from generator.model.mention import Mention, Value
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName, Role
from generator.model.notice import Notice
from generator.model.quantity import Quantity, QuantityKind
from generator.model.site import Briefing
from generator.model.span import Span
from generator.model.statement import Event, Quotation

_AMOUNTS: tuple[str, ...] = get_args(QuantityKind)
_WHOLE_SENTENCES = ("summary", "quotation", "event")
"""Kinds that stand for many words: meant only where they are named or quoted to the letter."""
_FIXED_UNITS = {"percent": "%", "multiple": "x"}

Place = tuple[Kind, Span]


class _Stale(Exception):  # noqa: N818 - the correction is, not the program
    def __init__(self, problem: str, hint: str) -> None:
        self.problem = problem
        self.hint = hint
        super().__init__(problem)


@dataclass
class _Edits:
    """What is to become of the mentions of one article."""

    instead: dict[Place, Mention | None] = field(default_factory=dict)
    """`None` where the mention goes."""
    added: list[Mention] = field(default_factory=list)
    marks: dict[Place, Correction] = field(default_factory=dict)

    def put(self, old: Mention | None, new: Mention, correction: Correction) -> None:
        """`new` in the place of `old`, or beside everything."""
        new = replace(new, rule=correction.rule)
        if old is None:
            self.added.append(new)
        else:
            self.instead[old.kind, old.span] = new
        self.marks[new.kind, new.span] = correction


def correct(briefing: Briefing, knowledge: Knowledge, language: Language) -> Briefing:
    """The briefing as its article's corrections have it; the same where there are none.

    A pure function. Corrections that do not apply any more become notices.
    """
    corrections = briefing.article.corrections
    if not corrections:
        return briefing
    edits = _Edits()
    notices: list[Notice] = []
    for correction in corrections:
        try:
            _apply(correction, briefing, edits)
        except _Stale as stale:
            notices.append(
                Notice(
                    code="stale-correction",
                    severity="warning",
                    problem=stale.problem,
                    path=correction.path,
                    line=correction.line,
                    hint=stale.hint,
                )
            )
    if edits.instead or edits.added:
        kept = (
            edits.instead.get((mention.kind, mention.span), mention)
            for mention in briefing.mentions
        )
        mentions = sorted(
            (mention for mention in (*kept, *edits.added) if mention is not None),
            key=lambda mention: mention.span,  # stable: kinds stay in their running order
        )
        remade = assemble(
            article=briefing.article,
            sentences=briefing.sentences,
            mentions=tuple(mentions),
            knowledge=knowledge,
            language=language,
        )
        briefing = replace(remade, notices=briefing.notices)
    return replace(
        briefing,
        facts=tuple(_marked(fact, edits.marks) for fact in briefing.facts),
        notices=(*briefing.notices, *notices),
    )


def _marked(fact: Fact, marks: Mapping[Place, Correction]) -> Fact:
    found = (marks.get((fact.kind, evidence.span)) for evidence in fact.evidence)
    correction = next((one for one in found if one is not None), None)
    return fact if correction is None else replace(fact, correction=correction)


def _apply(correction: Correction, briefing: Briefing, edits: _Edits) -> None:
    stretches = _stretches(correction, briefing.article.text)
    facts = _facts_at(stretches, correction, briefing)
    if correction.action == "set":
        _set(correction, stretches, facts, briefing, edits)
        return
    if not facts:
        what = f"no fact of the kind `{correction.kind}`" if correction.kind else "no fact"
        raise _Stale(
            f"There is {what} at `{correction.words}`.",
            "See with `briefing explain` what was found; if it is right now, delete this.",
        )
    if len(facts) > 1 and not (correction.action == "hide" and _one_amount(facts)):
        raise _several(correction, facts)
    for fact in facts:
        for mention in _mentions_of(fact, correction, stretches, briefing):
            if correction.action == "hide":
                edits.instead[mention.kind, mention.span] = None
            else:
                edits.marks[mention.kind, mention.span] = correction


# -- which fact is meant ---------------------------------------------------------------------------


def _stretches(correction: Correction, text: str) -> list[Span]:
    """Where the words stand; raises `_Stale`."""
    found = _find(correction.words, text)
    if not found:
        raise _Stale(
            f"The article does not say `{correction.words}` (any more).",
            "Quote words of the article as they stand there, or delete this.",
        )
    if correction.nth is None:
        return found
    if correction.nth > len(found):
        times = "once" if len(found) == 1 else f"{len(found)} times"
        raise _Stale(
            f"`{correction.words}` stands in the article only {times}.",
            f"Write an `nth` of at most {len(found)}, or leave it out.",
        )
    return [found[correction.nth - 1]]


def _find(words: str, text: str) -> list[Span]:
    """Where whole words of `text` are `words`, else where they begin so."""
    inside = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    for form in (f"{before}{inside}{after}", f"{before}{inside}"):
        found = [Span(*match.span()) for match in re.finditer(form, text)]
        if found:
            return found
    return []


def _facts_at(stretches: Sequence[Span], correction: Correction, briefing: Briefing) -> list[Fact]:
    """The facts that the words stand for: quoted exactly, else as a part of or around it."""
    exact: list[Fact] = []
    near: list[Fact] = []
    for fact in briefing.facts:
        if correction.kinds and fact.kind not in correction.kinds:
            continue
        spans = [evidence.span for evidence in fact.evidence]
        if any(span in stretches for span in spans):
            exact.append(fact)
        elif (correction.kinds or fact.kind not in _WHOLE_SENTENCES) and any(
            span.contains(stretch) or stretch.contains(span)
            for span in spans
            for stretch in stretches
        ):
            near.append(fact)
    return exact or near


def _mentions_of(
    fact: Fact, correction: Correction, stretches: Sequence[Span], briefing: Briefing
) -> list[Mention]:
    """The mentions that the fact rests on; with `nth` only the one at that place."""
    spans = {evidence.span for evidence in fact.evidence}
    return [
        mention
        for mention in briefing.mentions
        if mention.kind == fact.kind
        and mention.span in spans
        and (correction.nth is None or any(mention.span.overlaps(one) for one in stretches))
    ]


def _one_amount(facts: Iterable[Fact]) -> bool:
    """Whether the facts differ only in what the amount is said to measure."""
    amounts = [fact.value for fact in facts if isinstance(fact.value, Quantity)]
    return len({(amount.kind, amount.value, amount.unit) for amount in amounts}) == 1


def _several(correction: Correction, facts: Sequence[Fact]) -> _Stale:
    kinds = sorted({fact.kind for fact in facts})
    listed = ", ".join(f"{fact.kind} `{fact.evidence[0].quote}`" for fact in facts)
    if len(kinds) > 1:
        choices = " or ".join(f"`kind: {kind}`" for kind in kinds)
        hint = f"Say which: {{words: {correction.words}, …}} with {choices}."
    else:
        hint = "Quote more of the words, or say `nth: 2` for the second place they stand at."
    return _Stale(f"`{correction.words}` stands for several facts: {listed}.", hint)


# -- setting ---------------------------------------------------------------------------------------


def _set(
    correction: Correction,
    stretches: Sequence[Span],
    facts: Sequence[Fact],
    briefing: Briefing,
    edits: _Edits,
) -> None:
    if correction.kind == "event":
        for mention in briefing.mentions:
            if mention.kind == "event":
                edits.instead[mention.kind, mention.span] = None
        value = Event(kind=correction.changes.event or "other")
        edits.put(
            None, Mention(kind=Kind("event"), span=stretches[0], value=value, rule=""), correction
        )
        return
    if len(facts) > 1:
        raise _several(correction, facts)
    if not facts:
        _make(correction, stretches, briefing, edits)
        return
    (fact,) = facts
    mentions = _mentions_of(fact, correction, stretches, briefing)
    if isinstance(fact.value, PersonName):
        here = [m for m in mentions if any(m.span.overlaps(stretch) for stretch in stretches)]
        _set_person(correction, fact.argument("subject"), here, briefing, edits)
        return
    for mention in mentions:
        edits.put(mention, _changed(mention, fact.value, correction, briefing), correction)


def _set_person(
    correction: Correction,
    person: EntityId | None,
    here: Sequence[Mention],
    briefing: Briefing,
    edits: _Edits,
) -> None:
    changes = correction.changes
    if changes.name is not None:
        for mention in here:
            edits.put(mention, replace(mention, value=_person(changes.name)), correction)
    if not _says_role(changes):
        return
    roles = [one for one in briefing.facts if one.kind == "role" and _holds(one, person)]
    same = [one for one in roles if _title(one) == fold(changes.title or "")]
    if len(roles) > 1 and len(same) != 1:
        listed = ", ".join(f"`{one.evidence[0].quote}`" for one in roles)
        raise _Stale(
            f"`{correction.words}` holds several offices here: {listed}.",
            "Quote the words of the one that is wrong, with `kind: role`.",
        )
    if not roles:
        edits.put(None, _new_role(here[0], correction), correction)
        return
    (role,) = same or roles
    for mention in _mentions_of(role, replace(correction, nth=None), (), briefing):
        edits.put(mention, _changed(mention, role.value, correction, briefing), correction)


def _says_role(changes: Changes) -> bool:
    return any(
        part is not None
        for part in (changes.title, changes.office, changes.country, changes.former, changes.acting)
    )


def _holds(fact: Fact, person: EntityId | None) -> bool:
    return person is not None and fact.argument("holder") == person


def _title(fact: Fact) -> str:
    return fold(fact.value.title) if isinstance(fact.value, Role) else ""


def _new_role(holder: Mention, correction: Correction) -> Mention:
    changes = correction.changes
    if changes.title is None:
        raise _Stale(
            f"No office of `{correction.words}` was found in the article that could be set.",
            "Write its `title:` as well, in the language of the article.",
        )
    value = Role(
        title=changes.title,
        office=changes.office,
        country=changes.country,
        former=bool(changes.former),
        acting=bool(changes.acting),
    )
    return Mention(
        kind=Kind("role"),
        span=holder.span,
        value=value,
        arguments=(("holder", holder.span),),
        rule=correction.rule,
    )


def _make(
    correction: Correction, stretches: Sequence[Span], briefing: Briefing, edits: _Edits
) -> None:
    """A fact that was not found: every place of the words states it."""
    kind = correction.kind
    make = None if kind is None else _MAKERS.get(kind)
    value = None if kind is None or make is None else make(correction, kind)
    if kind is None or value is None:
        raise _Stale(
            f"There is no fact at `{correction.words}` that this could be set of.",
            "To make one, write its `kind:` and all that it needs, such as"
            " `{words: 36 million, kind: money, value: 36000000, unit: USD}`.",
        )
    rivals = (*_AMOUNTS, "date") if kind in (*_AMOUNTS, "date") else _NAMES
    for mention in briefing.mentions:
        if mention.kind in rivals and any(mention.span.overlaps(one) for one in stretches):
            edits.instead[mention.kind, mention.span] = None
    for stretch in stretches:
        mention = Mention(kind=kind, span=stretch, value=value, rule=correction.rule)
        edits.put(None, mention, correction)
    if kind == "person" and _says_role(correction.changes):
        edits.put(None, _new_role(mention, correction), correction)


_NAMES = ("person", "country", "place", "organisation")


def _make_amount(correction: Correction, kind: Kind) -> Value | None:
    unit = correction.changes.unit or _FIXED_UNITS.get(kind)
    if correction.changes.value is None or unit is None:
        return None
    known = next(one for one in get_args(QuantityKind) if one == kind)
    return _amount(
        Quantity(kind=known, value=correction.changes.value, unit=unit), correction.changes
    )


def _make_country(correction: Correction, _: Kind) -> Value | None:
    code = correction.changes.country
    return None if code is None else CountryName(code=code, form="noun")


def _make_place(correction: Correction, _: Kind) -> Value:
    changes = correction.changes
    return PlaceName(name=changes.name or correction.words, country=changes.country)


def _make_organisation(correction: Correction, _: Kind) -> Value:
    return OrganisationName(name=correction.changes.name or correction.words, id=None)


def _make_person(correction: Correction, _: Kind) -> Value:
    return _person(correction.changes.name or correction.words)


def _make_date(correction: Correction, _: Kind) -> Value | None:
    return correction.changes.date


_MAKERS: Mapping[str, Callable[[Correction, Kind], Value | None]] = {
    **dict.fromkeys(_AMOUNTS, _make_amount),
    "country": _make_country,
    "place": _make_place,
    "organisation": _make_organisation,
    "person": _make_person,
    "date": _make_date,
}


def _changed(mention: Mention, value: Value, correction: Correction, briefing: Briefing) -> Mention:
    """The mention with the fact's `value`, changed."""
    changes = correction.changes
    if isinstance(value, Quantity):
        value = _amount(value, changes)
    elif isinstance(value, Role):
        value = replace(
            value,
            title=changes.title or value.title,
            office=value.office if changes.office is None else changes.office,
            country=value.country if changes.country is None else changes.country,
            former=value.former if changes.former is None else changes.former,
            acting=value.acting if changes.acting is None else changes.acting,
        )
    elif isinstance(value, CountryName):
        value = replace(value, code=changes.country or value.code)
    elif isinstance(value, PlaceName):
        value = replace(
            value, name=changes.name or value.name, country=changes.country or value.country
        )
    elif isinstance(value, OrganisationName):
        value = OrganisationName(name=changes.name or value.name, id=None, country=value.country)
    elif isinstance(value, PartialDate):
        value = changes.date or value
    elif isinstance(value, Quotation) and changes.speaker is not None:
        found = _find(changes.speaker, briefing.article.text)
        if not found:
            raise _Stale(
                f"The article does not name `{changes.speaker}`.",
                "Quote the words of the article that name the speaker.",
            )
        speaker = min(found, key=lambda span: abs(span.start - mention.span.start))
        others = tuple(one for one in mention.arguments if one[0] != "speaker")
        return replace(
            mention,
            value=Quotation(speaker_text=changes.speaker),
            arguments=tuple(sorted((*others, ("speaker", speaker)))),
        )
    return replace(mention, value=value)


def _amount(value: Quantity, changes: Changes) -> Quantity:
    about = value.about if changes.about is None else changes.about
    return replace(
        value,
        value=value.value if changes.value is None else changes.value,
        unit=changes.unit or value.unit,
        role=changes.role or value.role,
        about=about,
        indicator=changes.indicator or (value.indicator if changes.about is None else None),
        of=value.of if changes.of is None else changes.of,
        period=changes.period or value.period,
        approximate=value.approximate if changes.approximate is None else changes.approximate,
        bound=changes.bound or value.bound,
    )


def _person(written: str) -> PersonName:
    words = written.split()
    return PersonName(
        given=words[0] if len(words) > 1 else None,
        family=words[-1],
        patronymic=words[1] if len(words) == 3 else None,
        written=" ".join(words),
    )
