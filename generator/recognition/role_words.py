"""`roles.toml`: words that may stand around a title, and what a word there may be by them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lexicon.language import Language
from generator.model.ids import CountryCode
from generator.recognition.passage import Passage
from generator.recognition.title_view import View
from generator.text.tokens import Token

QUOTES = '«»“”„"'
"""Marks around the name of what a title is of."""
FARTHEST = 12
"""Tokens between a title and its holder at most."""
UNNAMED = 5
"""Words of what a title is of that no other recogniser knows, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """`roles.toml`: words that may stand between a title and its holder, and what binds them."""

    default_country: CountryCode | None = None
    """Whose office a text in this language means when nothing else says so."""
    home_name_endings: tuple[str, ...] = ()
    """Endings of names that people of the default country have, and few farther away."""
    home_minority_endings: tuple[str, ...] = ()
    """Endings of names that people of many countries have, those of the default one among them."""
    namesakes: tuple[CountryCode, ...] = ()
    """Countries whose people have names with the same endings."""
    body_titles: tuple[str, ...] = ()
    """Titles that are held of a body and of no country, whichever stands beside: `директор`."""
    home_letters: str = ""
    """Letters that only names of the default country and of `letter_namesakes` are printed with."""
    letter_namesakes: tuple[CountryCode, ...] = ()
    alike: tuple[CountryCode, ...] = ()
    """Those of `namesakes` where most people have such names."""
    visited_endings: tuple[str, ...] = ()
    """Endings of a place where something happens or goes to, which says whose no office is."""
    status_titles: tuple[str, ...] = ()
    """Titles that are no office yet, and so no country's: `candidate`."""
    belongs_endings: tuple[str, ...] = ()
    """Endings of words that say whose a title is, before it: the genitive."""
    between: tuple[str, ...] = ()
    """Words that may stand between a title and the name it goes before, or the name and its
    apposition: articles, `former`, `and`."""
    links: tuple[str, ...] = ()
    """Words that begin what a title is of: `of`, `for`."""
    joints: tuple[str, ...] = ()
    """Words that join two titles of one person: `and`."""
    honorifics: tuple[str, ...] = ()
    appositions: tuple[str, ...] = (",", "—", "–", "-", "(")
    """Marks between a name and the title after it."""
    definite: tuple[str, ...] = ()
    """`the`, `our`: a title after it is one person's."""
    of_words: tuple[str, ...] = ()
    """Words between a holder's name and whose her office is: `President Xi of China`."""
    served_titles: tuple[str, ...] = ()
    """Titles that are no office after the name of the person served: `Trump's deputy`."""
    home_parliament: tuple[str, ...] = ()
    """Names of the parliament of the default country, as a text has them in any case."""
    other_parliaments: tuple[str, ...] = ()
    """Parts of words that name other countries' parliaments."""
    negations: tuple[str, ...] = ()
    """Words after a title that say somebody does not hold it."""
    describing_titles: tuple[str, ...] = ()
    """Titles by which a text goes on to speak of the one person it is about: `the politician`."""
    leading_titles: tuple[str, ...] = ()
    """Titles that mean whoever leads the country beside them: `the Uzbek leader`."""
    subject_ends: tuple[str, ...] = ()
    """What may follow the base form of a title that stands for a name."""
    relatives_of: tuple[str, ...] = ()
    """Relatives: between a name and a title said to be held, they hold it."""
    as_words: tuple[str, ...] = ()
    """Words before a title that somebody gets by another verb: `joined as chairman`."""
    appointing: tuple[str, ...] = ()
    """Verbs whose object gets a title after one of those."""
    replacing: tuple[str, ...] = ()
    """Verbs whose object loses it."""
    giving: tuple[str, ...] = ()
    """Verbs, in the active voice, that give their object a title or take it: `назначил`."""
    active_giving: tuple[str, ...] = ()
    """Those of them whose subject, and no object, stands before them: `Smith names a minister`."""
    posts: tuple[str, ...] = ()
    """Words between that object and the title: `на пост`."""
    object_endings: tuple[str, ...] = ()
    """What a name that is an object ends in; none where names have no cases."""
    open_lists: bool = False
    """Whether a list of names may have no joint: `депутаттар A, B`."""
    predicate_after: tuple[str, ...] = (".",)
    """What ends a sentence that says what somebody is or was: `X депутат болгон`."""
    predicate_between: tuple[str, ...] = ()
    """Words that may stand in it beside whose the title is: `мурда`, `жылы`."""
    postpositions: tuple[str, ...] = ()
    """Words after a name that make it no subject; none where a title takes its holder's case."""
    attributing: tuple[str, ...] = ()
    """Words after a name in another case that say whose words these are."""
    passive_giving: tuple[str, ...] = ()
    """Verbs right after the name of one who gets a title: `министр болуп X дайындалды`."""
    holding_participles: tuple[str, ...] = ()
    """Participles between a title and the name of whoever holds, got or lost it: `министр болуп
    иштеген X`."""
    participle_endings: tuple[str, ...] = ()
    """How participles before a name end that tell of its holder: `окуткан X`."""
    being: tuple[str, ...] = ()
    """Those that need no other word for holding before them: `министр болгон X`."""
    null_subject: bool = False
    """Whether a sentence goes on about the one person that the article names without `she`."""
    name_joints: tuple[str, ...] = ()
    """Words before the last of several names; none where titles of several are not looked for."""
    plural_nominative: tuple[str, ...] = ()
    """Endings of a title of several in the case that names in base form go with."""
    reach_after: bool = False
    """Whether what a title is of stands after it (`президент России`)."""
    agreement: bool = False
    """Whether a title takes the case of its holder's name, so that a title in the nominative
    before a name in another case is another person's (`адвокат Трампа`)."""
    located_links: tuple[str, ...] = ()
    """Words between a title and the name after it that say where it is held, or its holder is
    from: `посол Японии в Бишкеке Икеда`."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of adjectives that may have a capital: `Malian-born`."""
    predecessors: tuple[str, ...] = ()
    """Words beside a name that make its titles former: `her predecessor`."""
    past_holding: tuple[str, ...] = ()
    """Verbs before a title that nobody says of an office still held: `занимал пост министра`."""
    leaving: tuple[str, ...] = ()
    """Words before a title that somebody has lost or given up: `dismissed as`, `уволен с`."""
    served: tuple[str, ...] = ()
    """Verbs of holding an office, over where one of `past_until` follows: `served as`."""
    past_until: tuple[str, ...] = ()
    """Words after a title said to be held that give the time it was held to an end: `until`."""
    past_years: tuple[str, ...] = ()
    """Words beside a year in which somebody was given an office: `in 1994`, `в 1994 году`."""
    earlier: tuple[str, ...] = ()
    """Words before a title, and a verb of having held it beside it, that make it former:
    `previously worked as`, `буга чейин … болуп иштеген`."""
    held_after: tuple[str, ...] = ()
    """Such verbs after a title: `болуп иштеген`."""
    lost_first: tuple[str, ...] = ()
    """First words of two after a holder's name, or a title, that say it is lost: `кызматынан
    бошотулду`, `освобождён от`, `was dismissed`."""
    lost_second: tuple[str, ...] = ()
    """Second words of the two."""
    instead: tuple[str, ...] = ()
    """`In his place`: who is named there gets the office lost in the sentence, or the one
    before."""
    succeeding: tuple[str, ...] = ()
    """Verbs of getting it, in a clause with one of those: `appointed`."""
    suppositions: tuple[str, ...] = ()
    """Words before a title in its clause that say nobody holds it: `if`, `были бы`."""
    suppositions_after: tuple[str, ...] = ()
    """The same right after it: `министр болсо`."""
    since: tuple[str, ...] = ()
    """Words before a year from which on somebody holds an office: `since 2004`."""
    stops: tuple[str, ...] = ()
    """Words that end what a title is of: verbs and function words."""
    holding_before: tuple[str, ...] = ()
    """The same before a title: `является`, `is`, `as`."""
    indefinite: tuple[str, ...] = ()
    """`a`: a title after it is anybody's."""
    relatives: tuple[str, ...] = ()
    """`who`: between a name and what it says she is."""
    relative_copulas: tuple[str, ...] = ()
    """Words for `is` and `was` that count after one of `relatives` only."""
    oblique_titles: tuple[str, ...] = ()
    """Endings of a title in a case that a name after it shows with one of `oblique_names`."""
    oblique_names: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    """Parts of words that tell somebody's age: `-летн`."""
    nominal_links: tuple[str, ...] = ()
    """Endings of the words between a name and the title that ends the sentence and needs no verb
    (`X америкалык актриса.`); empty where a language does not say so."""
    pronouns: tuple[str, ...] = ()
    """`she`, `he`: the subject of the sentence before."""
    holding: tuple[str, ...] = ()
    """Words after a title, or a list of titles, that say the sentence's subject holds it."""
    copulas: tuple[str, ...] = ()
    """Words between a name and a title that say she holds or gets it."""


class Wording:
    """The words of one language around its titles, compiled for asking."""

    def __init__(self, language: Language, table: RoleWords) -> None:
        self.language = language
        self.table = table
        self.between = frozenset(table.between)
        self.links = frozenset(table.links)
        self.joints = frozenset(table.joints)
        self.stops = frozenset(table.stops)
        self.located = frozenset(table.located_links)
        self.definite = frozenset(table.definite)
        self.indefinite = frozenset(table.indefinite)
        self.articles = self.definite | self.indefinite
        self.name_joints = frozenset(table.name_joints)
        self.holding_before = frozenset(table.holding_before)

    def may_be_of(self, view: View, index: int, steps: int) -> bool:
        """Whether a word after a title can be part of what the title is of."""
        token = view.passage.tokens[index]
        word = token.text.lower()
        if index in view.body_at:
            return True
        if word in self.located:
            return index + 1 in view.body_at or index + 2 in view.person_at
        if not token.is_word or word in self.stops:
            return False
        tags = self.language.name_tags(word)
        if "function" in tags or ("verb" in tags and "common" not in tags):
            return False  # `части` is a noun too
        if self.table.links and steps == 0:
            return word in self.links
        return steps < UNNAMED or word in self.links or word in self.between

    def describes(self, token: Token) -> bool:
        """Whether a word no table has may be an adjective before a title."""
        word = token.text.lower()
        return (
            token.is_word
            and (not token.is_capitalised or word.endswith(self.table.adjective_endings or ("\n",)))
            and word not in self.stops
            and not {"verb", "function"} & self.language.name_tags(word)
        )

    def is_abbreviation(self, passage: Passage, index: int) -> bool:
        """Whether a full stop after the word ends no sentence."""
        return passage.tokens[index].text.lower() in self.language.profile.abbreviations

    @staticmethod
    def age_before(passage: Passage, index: int) -> bool:
        """Whether the comma closes an age in commas: `X, 68, an electrician`."""
        tokens = passage.tokens
        return index > 1 and tokens[index - 1].text.isdecimal() and tokens[index - 2].text == ","
