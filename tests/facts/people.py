"""What the tests of titles, people and roles share: one run of all recognisers they need."""

from __future__ import annotations

from functools import cache

from generator import languages
from generator.facts import country, organisation, person, place, role, title
from generator.knowledge.base import Knowledge
from generator.knowledge.countries import CountryKnowledge
from generator.model.ids import Kind, LanguageCode
from generator.model.mention import Mention
from generator.model.names import PersonName, Role
from generator.recognition.overlaps import keep_best
from generator.recognition.recogniser import Found, Recogniser
from tests.facts.statements import passage_of


@cache
def knowledge() -> Knowledge:
    return Knowledge(countries=CountryKnowledge([languages.get(c) for c in languages.codes()]))


@cache
def recognisers_of(code: str) -> tuple[tuple[Kind, Recogniser], ...]:
    made: list[tuple[Kind, Recogniser]] = []
    for module in (country, place, organisation, title, person, role):
        recogniser = module.create(languages.get(LanguageCode(code)), knowledge())
        assert recogniser is not None
        made.append((module.KIND, recogniser))
    return tuple(made)


def mentions_in(code: str, text: str, *, headline: bool = False) -> dict[Kind, tuple[Mention, ...]]:
    """The mentions of these kinds in `text`, as the engine keeps them."""
    passage = passage_of(code, text, headline=headline)
    by_kind: dict[Kind, tuple[Mention, ...]] = {}
    for kind, recogniser in recognisers_of(code):
        by_kind[kind], _ = keep_best(
            mention
            for mention in recogniser.recognise(passage, Found(by_kind))
            if isinstance(mention, Mention)
        )
    return by_kind


def people_in(code: str, text: str, *, headline: bool = False) -> list[str]:
    """`words = base form` of each name, in order."""
    return [
        f"{mention.span.of(text)} = {mention.value.written}"
        for mention in mentions_in(code, text, headline=headline)[Kind("person")]
        if isinstance(mention.value, PersonName)
    ]


def roles_in(code: str, text: str) -> list[str]:
    """`holder: title, office, country` of each role, in order; `-` for what is not known."""
    found: list[str] = []
    for mention in mentions_in(code, text)[Kind("role")]:
        holder = mention.argument("holder")
        assert holder is not None
        assert isinstance(mention.value, Role)
        value = mention.value
        marks = " former" * value.former + " acting" * value.acting
        found.append(
            f"{holder.of(text)}: {value.title}, {value.office or '-'}, "
            f"{value.country or '-'}{marks}"
        )
    return found
