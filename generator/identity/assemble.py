"""Mentions that say the same become one fact with all its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.identity.candidates import Key, comparison_key
from generator.identity.comparison import weights
from generator.identity.names import fold
from generator.identity.within import resolve_article
from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.article import Article
from generator.model.entity import Entity
from generator.model.fact import Evidence, Fact
from generator.model.ids import EntityId, Kind, country_entity
from generator.model.mention import Mention, Value
from generator.model.names import CountryName, OrganisationName, PersonName, PlaceName, Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.span import Span
from generator.model.statement import Quotation

_END_OF_TERM = "~"
"""Sorts after every day of a year or month that ends a term."""

Arguments = tuple[tuple[str, EntityId], ...]
Known = Mapping[tuple[Kind, Span], EntityId]


@dataclass
class _Draft:
    value: Value
    arguments: Arguments
    mentions: list[Mention] = field(default_factory=list)


def assemble(
    *,
    article: Article,
    sentences: tuple[Span, ...],
    mentions: tuple[Mention, ...],
    knowledge: Knowledge,
    language: Language,
) -> Briefing:
    """One article, understood: a pure function of what was recognised in it."""
    mentions = _without_rivals_in_office(mentions, sentences, article, knowledge)
    entities, identities = resolve_article(mentions, article.text, language.code, knowledge)
    known = {
        (identity.mention.kind, identity.mention.span): identity.entity
        for identity in identities
        if identity.judgement == "same"
    }
    names = {entity.id: entity for entity in entities}
    drafts: dict[Hashable, _Draft] = {}
    for mention in mentions:
        found = _statement(mention, known, names)
        if found is None:
            continue
        key, value, arguments = found
        draft = drafts.setdefault((mention.kind, key), _Draft(value, arguments))
        if draft.mentions:
            draft.value = _joined(draft.value, value)
            draft.arguments = tuple(sorted({*draft.arguments, *arguments}))
        draft.mentions.append(mention)
    facts = [
        Fact(
            kind=draft.mentions[0].kind,
            value=draft.value,
            arguments=draft.arguments,
            evidence=tuple(
                Evidence(
                    article=article.id,
                    span=mention.span,
                    quote=mention.span.of(article.text),
                    rule=mention.rule,
                )
                for mention in draft.mentions
            ),
        )
        for draft in _without_shorter_titles(drafts.values())
    ]
    return Briefing(
        article=article,
        sentences=sentences,
        mentions=mentions,
        identities=identities,
        facts=tuple(sorted(facts, key=lambda fact: (fact.kind, fact.evidence[0].span))),
        entities=entities,
    )


def _without_rivals_in_office(
    mentions: tuple[Mention, ...],
    sentences: tuple[Span, ...],
    article: Article,
    knowledge: Knowledge,
) -> tuple[Mention, ...]:
    """Leave out titles of an office one person holds, given to a second beside its known holder.

    A title at the head of a sentence and a name after it may be two people: `Мамлекет башчысы Асан
    Усеновго сыйлык тапшырды`. The title then means its holder, as it does without a name. Further
    on in a sentence the text means what it says, even where it is wrong.
    """
    heads = {sentence.start for sentence in sentences}
    names = {
        mention.span: name
        for mention in mentions
        if isinstance(mention.value, PersonName)
        and (name := comparison_key(mention.value.written)) is not None
    }
    held: dict[tuple[str, str], list[tuple[Mention, Key]]] = defaultdict(list)
    for mention in mentions:
        value, span = mention.value, mention.argument("holder")
        if (
            mention.kind == "role"
            and isinstance(value, Role)
            and value.office in weights().single_offices
            and value.country is not None
            and not (value.former or value.acting)
            and span in names
        ):
            held[value.office, value.country].append((mention, names[span]))
    rivals: set[Mention] = set()
    for (office, country), holders in held.items():
        if len({name for _, name in holders}) < 2:
            continue
        known, now = _known_holders(office, country, article, knowledge)
        if any(name in now for _, name in holders):
            rivals.update(
                mention
                for mention, name in holders
                if mention.span.start in heads and name not in known
            )
    return tuple(mention for mention in mentions if mention not in rivals) if rivals else mentions


def _known_holders(
    office: str, country: str, article: Article, knowledge: Knowledge
) -> tuple[set[Key], set[Key]]:
    """Full names of all known to have held an office, and of who held it on the article's day."""
    day = "" if article.published is None else str(article.published.date)
    ever: set[Key] = set()
    now: set[Key] = set()
    for person in knowledge.people.values():
        for known in person.offices:
            if (known.office, known.country) != (office, country):
                continue
            names = {
                key
                for every in person.names.values()
                for name in every
                if (key := comparison_key(name)) is not None
            }
            ever |= names
            if day and (known.from_ or "") <= day and day <= (known.to or day) + _END_OF_TERM:
                now |= names
    return ever, now


def _statement(
    mention: Mention, known: Known, names: dict[EntityId, Entity]
) -> tuple[Hashable, Value, Arguments] | None:
    """What the mention states, with the key that equal statements share; `None` for nothing."""
    value = mention.value
    if isinstance(value, Role):
        return _role(mention, value, known) if mention.kind == "role" else None
    if isinstance(value, CountryName | PlaceName | OrganisationName | PersonName):
        entity = known.get((mention.kind, mention.span))
        return None if entity is None else (entity, value, (("subject", entity),))
    if isinstance(value, Quantity):
        key = (value.kind, value.value, value.unit, value.role, value.about)
        countries = sorted({*value.of})
        subjects = tuple(("subject", entity) for entity in map(_of, countries) if entity in names)
        return key, value, subjects
    if isinstance(value, Quotation):
        speaker = _speaker(mention, known)
        return mention.span, value, () if speaker is None else (("speaker", speaker),)
    return value, value, ()


def _of(code: str) -> EntityId:
    return EntityId(code) if ":" in code else EntityId(f"country:{code}")


def _role(mention: Mention, value: Role, known: Known) -> tuple[Hashable, Value, Arguments] | None:
    span = mention.argument("holder")
    holder = None if span is None else known.get((Kind("person"), span))
    if holder is None:
        return None
    arguments: Arguments = (("holder", holder),)
    if value.country is not None:
        arguments = (("country", country_entity(value.country)), *arguments)
    whose = mention.argument("of")
    bodies = [known.get((Kind(kind), whose)) for kind in ("place", "organisation") if whose]
    arguments = (*arguments, *(("of", body) for body in bodies if body is not None))
    return (holder, fold(value.title)), value, arguments


def _joined(first: Value, second: Value) -> Value:
    """What two statements of one thing say together; each may be silent on a part of it."""
    if isinstance(first, Role) and isinstance(second, Role):
        return replace(
            first,
            country=first.country or second.country,
            office=first.office or second.office,
            former=first.former and second.former,
        )
    if isinstance(first, PersonName) and isinstance(second, PersonName):
        return max(first, second, key=lambda name: len(name.written))
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        return replace(
            first,
            indicator=first.indicator or second.indicator,
            of=first.of or second.of,
            period=first.period or second.period,
        )
    if isinstance(first, CountryName) and isinstance(second, CountryName):
        return first if first.form == "noun" else second
    return first


def _without_shorter_titles(drafts: Iterable[_Draft]) -> list[_Draft]:
    """A title that is the end of a longer one of the same holder is said by the longer one.

    `министр` after `тышкы иштер министри` was stated. Its evidence goes to the longer title.
    """
    drafts = list(drafts)
    roles = [draft for draft in drafts if isinstance(draft.value, Role)]
    kept: list[_Draft] = []
    for draft in drafts:
        longer = next((other for other in roles if _says_more(other, draft)), None)
        if longer is None:
            kept.append(draft)
        else:
            longer.mentions.extend(draft.mentions)
    for draft in kept:
        draft.mentions.sort(key=lambda mention: mention.span)
    return kept


def _says_more(longer: _Draft, shorter: _Draft) -> bool:
    if not (isinstance(longer.value, Role) and isinstance(shorter.value, Role)):
        return False
    if dict(longer.arguments).get("country") != dict(shorter.arguments).get("country"):
        return False
    if ("holder", dict(shorter.arguments).get("holder")) not in longer.arguments:
        return False
    more, less = fold(longer.value.title).split(), fold(shorter.value.title).split()
    return len(more) > len(less) and (more[-len(less) :] == less or more[: len(less)] == less)


def _speaker(mention: Mention, known: Known) -> EntityId | None:
    """Who the speaker's words mean: a person first, then a title's holder, then a body."""
    span = mention.argument("speaker")
    if span is None:
        return None
    for kind in ("person", "title", "organisation"):
        for (found, place), entity in sorted(known.items()):
            if found == kind and place.overlaps(span):
                return entity
    return None
