"""The shape of `titles.toml`: which words are titles, and what may stand around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model.ids import CountryCode

Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """A table that is one list."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """`titles.toml`: how a language names offices and occupations."""

    default_country: CountryCode | None = None
    """Whose office a text in this language means when nothing else says so."""
    genitive_endings: tuple[str, ...] = ()
    """Endings of a word that says whose the next one is."""
    chain: Side | None = None
    """On which side of a title the office it serves stands; `None` where that is no part of it."""
    portfolio_sides: tuple[Side, ...]
    portfolio_links: tuple[str, ...]
    """Words between a minister and the portfolio: `of`, `for`."""
    portfolio_joints: tuple[str, ...]
    """Words inside a portfolio that cannot begin or end it: `and`."""
    minister_heads: tuple[str, ...]
    deputy_heads: tuple[str, ...] = ()
    """Those of `minister_heads` that are a minister's deputies."""
    minister_display: str
    """The head as it is written after a portfolio."""
    other_displays: Mapping[str, str] = field(default_factory=dict)
    """The same for heads that are written otherwise."""
    heads: tuple[str, ...]
    """Titles of the head of any body."""
    member_heads: tuple[str, ...] = ()
    """Titles that say little without the body after them: `член партии`."""
    verb_titles: tuple[str, ...] = ()
    """Titles that are verbs too, and none without one of `country_links` after them."""
    infinitive_titles: tuple[str, ...] = ()
    """The same of those that are verbs after one of `infinitive_marks` only: `to head a region`."""
    infinitive_marks: tuple[str, ...] = ()
    feminine: Mapping[str, str] = field(default_factory=dict)
    """Ending of a title that is an adjective to that of a woman's."""
    feminine_endings: tuple[str, ...] = ()
    """Endings that show such a title to be a woman's, in any case."""
    former: tuple[str, ...]
    former_prefixes: tuple[str, ...]
    acting: tuple[str, ...]
    acting_after: tuple[str, ...] = ()
    acting_verbs: tuple[str, ...] = ()
    """Verbs after a title that say it is held for another: `төраганын милдетин аткарган`."""
    plural_endings: tuple[str, ...] = ()
    """What follows the base form where several people are meant, who are nobody's title."""
    matter_words: tuple[str, ...] = ()
    """Words that tie a title to the matter it is for: `боюнча`, `по`."""
    matter_not_after: tuple[str, ...] = ()
    """Words before the matter that make it the sentence's: `бул маселе боюнча`."""
    matter_joints: tuple[str, ...] = ()
    """Words that join the regions a title is for."""
    matter_heads: tuple[str, ...] = ()
    """Titles that take such a matter after them; any may before."""
    matter_never: tuple[str, ...] = ()
    """But these, and offices every country has."""
    matter_stop_endings: tuple[str, ...] = ()
    """Endings of words that belong to the sentence and to no matter: the ablative."""
    attributive_heads: tuple[str, ...] = ()
    """Titles that take plain nouns before them: `nature conservation adviser`."""
    attributive_starts: tuple[str, ...] = ()
    """Words and marks right before such nouns."""
    owner_endings: tuple[str, ...] = ()
    """Endings of a word that says whose the title is, and not of what kind: `company's`."""
    attributive_never: tuple[str, ...] = ()
    """Words that are none of them."""
    full_words: Mapping[str, str] = field(default_factory=dict)
    """Abbreviated title to the word it stands for: `sen` to `senator`."""
    modifiers: tuple[str, ...]
    unofficial: tuple[str, ...] = ()
    """Those of them that make of an office none: `shadow`."""
    posted_titles: tuple[str, ...] = ()
    """Titles that are held in another country than the one they are of: `посол в Турции`."""
    posted_links: tuple[str, ...] = ()
    """Words between such a title and that country."""
    country_sides: tuple[Side, ...]
    country_links: tuple[str, ...]
    """Words between a title and what it is of: `of`, `of the`."""
    anaphoric_countries: tuple[str, ...]
    """`the country`: the one named last."""
    located_endings: tuple[str, ...] = ()
    """Endings of a place that says where a title is held and not whose it is: `Москвадагы`."""
    located_offices: Mapping[str, str] = field(default_factory=dict)
    """Title to the office it is where it is held in a region of the default country and nothing
    says on whose behalf."""
    regions: tuple[str, ...] = ()
    """Beginnings of words for such a region."""
    adverb_endings: tuple[str, ...] = ()
    """Endings of a place that belongs to the verb, so that it ends what a title is of."""
    also_adjectives: tuple[str, ...] = ()
    """Titles that are adjectives too: in `other_gender_endings` nothing but that, and before a
    noun where there are no such endings."""
    other_gender_endings: tuple[str, ...] = ()
    """Endings of an adjective that is not masculine: `пожарная часть`."""
    not_titles: tuple[str, ...] = ()
    """Words, as written, that have a title's form and are something else: `после`."""
    skipped: tuple[str, ...] = ()
    """Words between a title and whose it is that say nothing of either: `new`."""
    state_bodies: tuple[str, ...]
    """Beginnings of words that name a part of a state."""
    private_bodies: tuple[str, ...]
    body_adjectives: tuple[str, ...] = ()
    """Endings of adjectives in the name of a body whose genitive follows: `шаардык кеңештин`."""
    local_bodies: tuple[str, ...] = ()
    """Bodies of a town or region whose members hold no office of a state: `горсовет`."""
    either_bodies: tuple[str, ...] = ()
    """Those of `state_bodies` that companies have too: `башкармалык`."""
    institutions: Mapping[CountryCode, tuple[str, ...]] = field(default_factory=dict)
    """Country to names of bodies that no other one has, in the case that a title takes."""
    offices: Mapping[str, tuple[str, ...]]
    officials: WordList
    dependents: Mapping[str, tuple[str, str]]
    """Title that may include the office it serves: how it is written then, the part it plays."""
    body_offices: Mapping[str, tuple[str, ...]]
    offices_of_bodies: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Title to an office it is where it is of one of these bodies: a bank's governor."""
    other_bodies: tuple[str, ...] = ()
    """What else has such officers: a region its governor."""
    occupations: WordList
    occupation_endings: tuple[str, ...] = ()
    """How words end that name somebody by what she does, listed or not, before a name: `суучул`."""
    not_occupations: tuple[str, ...] = ()
    """Endings of such words that tell a status, or no person: `бүтүрүүчү`, `экинчи`."""
    possessives: tuple[str, ...] = ()
    """What may follow such a word: whose she is, `курамабыздын суучулу`."""
    portfolios: Mapping[str, tuple[str, ...]]
    portfolio_words: WordList
