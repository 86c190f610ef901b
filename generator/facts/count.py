"""Numbers of things and measures in physical units, with the counted noun in base form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.knowledge.base import Knowledge
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention, Rejection
from generator.model.span import Span
from generator.recognition.amounts import Amount, Amounts, phrases_pattern
from generator.recognition.measures import Surroundings, same_sum_once
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseTable
from generator.recognition.quotes import QuoteFinder
from generator.recognition.recogniser import Found, Recogniser
from generator.text.scripts import script_of
from generator.text.tokens import Token

KIND = Kind("count")
REQUIRES = (
    Kind("country"),
    Kind("place"),
    Kind("date"),
    Kind("money"),
    Kind("percent"),
    Kind("multiple"),
)

_OLDEST = 120
"""The highest age."""
_TOLD = "told-beside"
"""The rule by which the words beside a number tell its unit, which is no other number's."""
_LONGEST_ROOT = 6
"""Letters of a noun that ends like a derived adjective and is none, at most: `кудук`."""
_FEW = 3
"""What is less is not told by an anaphor as a figure of its own: `алардын 31и` is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWords:
    """`count.toml`: what is no counted thing though it follows a number, and how units are cut."""

    not_counted: tuple[str, ...] = ()
    """Base forms, lower case; `*` for any ending."""
    not_counted_when_spelled: tuple[str, ...] = ()
    """Nouns that with a number word point back at something named: `эки өлкө`."""
    pointed_at_most: int = 3
    """As many of `not_counted_when_spelled` at most are pointed back at."""
    named_when_spelled: tuple[str, ...] = ()
    """Nouns that with a number word are the name of something or a part of the body."""
    pointing_before: tuple[str, ...] = ()
    """Words before a number word that do the same: `these`."""
    one: tuple[str, ...] = ()
    """Forms of the number one, which is mostly an indefinite article."""
    one_counts: tuple[str, ...] = ()
    """Nouns that are counted even with a spelled one."""
    one_ago: tuple[str, ...] = ()
    """Words after such a noun that make it vague again: `бир ай мурун`."""
    adjectives: tuple[str, ...] = ()
    """Words between a number and its noun, left out of the unit."""
    unit_words: tuple[str, ...] = ()
    """Words between a number and its noun that stay in the unit: `чарчы` in `чарчы метр`."""
    compounds: tuple[str, ...] = ()
    """Things named by several words of which no ending tells that they belong together:
    `турак үй`, `чек ара`; what follows them may be the counted noun still."""
    adjective_phrases: tuple[str, ...] = ()
    """Adjectives of two words: `эл аралык`; they stay in the unit."""
    never_heads: tuple[str, ...] = ()
    """Endings of words that are no noun, whatever stands after them: participles, adjectives."""
    people: tuple[str, ...] = ()
    """Nouns that a nationality may stand before; before others it is a noun itself."""
    peoples: tuple[str, ...] = ()
    """Endings of nationalities: `стандык`."""
    binding_endings: tuple[str, ...] = ()
    """Endings of an adjective that takes the number to itself: `24 батирлүү үй`."""
    participles: tuple[str, ...] = ()
    """Endings of the genitive of those who did something: `ооругандардын саны`."""
    anaphors: tuple[str, ...] = ()
    """Words before a number for what was counted before: `анын ичинен 63`, `из них 63`."""
    told_before: Mapping[str, str] | None = None
    """What before a number that has no noun tells what it counts: `population of` → person."""
    surely_before: Mapping[str, str] | None = None
    """The same where what follows cannot be the noun: `magnitude 6.2`."""
    people_before: tuple[str, ...] = ()
    """What is done to people only, before their number: `killing nine`."""
    people_after: tuple[str, ...] = ()
    """The same after it: `12 were wounded`."""
    partitive: tuple[str, ...] = ()
    """Words between a part and the whole it is of: `eight of the ten species`."""
    rest_endings: tuple[str, ...] = ()
    """Endings of the verb before what is left of a whole: `из 130 рабочих остались 52`."""
    noun_runs: bool = False
    """Whether nouns stand before the counted one with no ending: `nine river ports`."""
    run_stops: tuple[str, ...] = ()
    """Endings of words that are not in such a row: `nearly`, `Scotland's`."""
    unit_endings: tuple[str, ...] = ()
    """Endings of adjectives that stay in the unit: `медициналык кызматкер`."""
    possessive_endings: tuple[str, ...] = ()
    """Endings of a noun that makes a compound with the bare noun before it."""
    attributive_endings: tuple[str, ...] = ()
    """Endings of a number after which its noun may still stand: `100дөгөн киши`."""
    elliptic_endings: tuple[str, ...] = ()
    """Endings of a number whose noun was said before: `65 орундун 57си`."""
    collectives: tuple[str, ...] = ()
    """Number words that count people by themselves: `двое`."""
    collective_unit: str = ""
    number_of_after: tuple[str, ...] = ()
    """Words after a noun in the genitive that say its number follows: `адамдардын саны`."""
    number_of_before: tuple[str, ...] = ()
    """The same before the noun: `число жителей`."""
    number_reached: tuple[str, ...] = ()
    """Words between "the number of …" and a figure without a noun: `выросло до`."""
    known: tuple[str, ...] = ()
    """Nouns often counted, base form: they decide where an ending can be read in two ways."""
    measures: tuple[str, ...] = ()
    """Units of measure."""
    unit_suffixes: tuple[str, ...] = ()
    """What makes an adjective of one of `measures`: `гектарлык жер` is counted in `гектар`."""
    vowels: str = ""
    possessive_link: str = ""
    """The consonant between a vowel and a possessive ending."""
    harmony: Mapping[str, str] | None = None
    """The vowel of a possessive ending by the last vowel of the noun."""
    case_letters: str = ""
    """Letters a case ending begins with after a possessive ending."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of adjectives that are left out of the unit."""
    capitalised_adjectives: bool = False
    """Whether a capitalised word before another word is taken for an adjective: `Syrian men`."""
    capital_is_name: bool = False
    """Whether a capitalised word after a number begins a name or a sentence of its own."""
    signed_units: tuple[str, ...] = ()
    """Units that go below nought, so that a hyphen before the number is a minus: `градус`."""
    plural_endings: tuple[str, ...] = ()
    """Endings by which a capitalised noun is told from an adjective: `Democrats`."""
    accusative_endings: tuple[str, ...] = ()
    """Endings that may look like a possessive one: `турак үйдү`."""
    not_counted_endings: tuple[str, ...] = ()
    """Endings of verbs, where a verb may follow a number."""
    object_endings: tuple[str, ...] = ()
    """Endings of a noun that is the object of what the counted ones do: `16 партия арызын`."""
    genitive_endings: tuple[str, ...] = ()
    """Endings of the noun before a number with one of `elliptic_endings`."""
    figure_words: tuple[str, ...] = ()
    """Words for "this figure" before a number whose noun was said before."""
    versus: tuple[str, ...] = ()
    """Words before a number that leaves out the noun of the number before: `compared with`."""
    copulas: tuple[str, ...] = ()
    """Verbs after such a number: `1127 качкын болчу, 2011-жылы 2706 болчу`."""
    age_units: tuple[str, ...] = ()
    """Units that may be somebody's age; `age_before` and `age_after` tell when they are."""
    figures_of_speech: tuple[str, ...] = ()
    """Round numbers that somebody who is quoted does not count: `a hundred questions`."""
    age_starts: tuple[str, ...] = ()
    """Words with which a sentence begins that tells at what age: `В 88 лет умер`."""
    age_before: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()
    window_units: tuple[str, ...] = ()
    """Units of time that tell when, not how much, after `window_before`: `the past two years`."""
    window_before: tuple[str, ...] = ()
    compound_not: tuple[str, ...] = ()
    """What is no unit after a hyphen: `two-time`."""
    list_marks: tuple[str, ...] = ()
    """Marks before the numbers of a list whose noun stands once: `Бишкек — 3, Ош — 5`."""
    prefixes: Mapping[str, Decimal] | None = None
    """Number words that begin an adjective of measure: `двух` of `двухчасовой`."""
    measure_stems: Mapping[str, str] | None = None
    """What follows them, or a number and a hyphen: `часов` → `час`."""
    years_are_dates: bool = False
    """Whether a bare number that could be a year and stands before a noun is one."""


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    words = language.table("count", CountWords)
    return None if words is None else _Count(language, words, knowledge.home_country)


@dataclass(frozen=True, slots=True)
class _Noun:
    span: Span
    unit: str
    rule: str


class _Ages:
    """Tells somebody's age from a number of years."""

    def __init__(self, words: CountWords, joiners: Sequence[str]) -> None:
        self._units = frozenset(words.age_units)
        self._before = phrases_pattern(words.age_before, anchor_end=True)
        self._after = phrases_pattern(words.age_after, anchor_start=True)
        self._starts = frozenset(words.age_starts)
        joints = "|".join(map(re.escape, joiners)) or ","
        self._listed = re.compile(rf"(?:\d+(?:\s*,\s*|\s+(?:{joints})\s+))+$")
        """Numbers of a list, of which the next one is the last: `23, 25 and `."""

    def tells(self, passage: Passage, amount: Amount, span: Span, bases: Sequence[str]) -> bool:
        """Whether an amount of a unit with these base forms is an age."""
        if not self._units.intersection(bases) or amount.value > _OLDEST:
            return False
        text = passage.text
        behind = text[max(amount.sentence.start, span.start - 40) : span.start]
        behind = self._listed.sub("", behind).lower()
        ahead = text[span.end : min(amount.sentence.end, span.end + 20)]
        if self._before.search(behind) or self._after.search(ahead.lower()):
            return True
        if behind.strip() in self._starts:
            return True
        if amount.first < 2 or amount.spelled:
            return False
        mark, name = passage.tokens[amount.first - 1], passage.tokens[amount.first - 2]
        closed = ahead.lstrip()[:1] in (",", ")", "")
        return mark.text in ",(" and name.is_capitalised and closed  # Иванов, 54 года,


class _Count:
    def __init__(self, language: Language, words: CountWords, home: CountryCode | None) -> None:
        self._language = language
        self._words = words
        self._amounts = Amounts.shared(language)
        self._surroundings = Surroundings.shared(language, home)
        self._not = frozenset(word for word in words.not_counted if not word.endswith("*"))
        self._not_prefixes = tuple(w[:-1] for w in words.not_counted if w.endswith("*"))
        self._not_spelled = frozenset(words.not_counted_when_spelled)
        self._pointing = frozenset(words.pointing_before)
        self._named_when_spelled = frozenset(words.named_when_spelled)
        self._phrases = frozenset(words.adjective_phrases)
        self._phrase_words = frozenset(w for p in words.adjective_phrases for w in p.split())
        self._compounds = PhraseTable([(name, name) for name in words.compounds], language)
        self._harmony = words.harmony or {}
        self._people = frozenset(words.people)
        self._anaphors = frozenset(words.anaphors)
        self._referring = phrases_pattern(words.anaphors, anchor_end=True)
        people = dict.fromkeys(words.people_before, words.collective_unit)
        self._told = _Told(self._amounts, {**people, **(words.told_before or {})})
        self._surely_told = _Told(self._amounts, words.surely_before or {})
        self._people_after = phrases_pattern(words.people_after, anchor_start=True)
        self._partitive = frozenset(words.partitive)
        self._script = language.profile.script
        self._one = frozenset(words.one)
        self._one_counts = frozenset(words.one_counts)
        self._adjectives = frozenset(words.adjectives)
        self._unit_words = frozenset(words.unit_words)
        self._attributive = frozenset(words.attributive_endings)
        self._elliptic = frozenset(words.elliptic_endings)
        self._fillers = frozenset(self._amounts.words.fillers)
        self._joiners = frozenset(self._amounts.words.joiners)
        self._marks = frozenset(words.list_marks)
        self._signed = frozenset(words.signed_units)
        self._measures = frozenset(words.measures)
        self._known = frozenset((*words.known, *words.measures))
        self._ages = _Ages(words, self._amounts.words.joiners)
        self._figures_of_speech = frozenset(words.figures_of_speech)
        self._quotes = QuoteFinder(language.quotes.pairs)
        self._window_units = frozenset(words.window_units)
        self._window = _Told(self._amounts, dict.fromkeys(words.window_before, ""))
        self._figures = frozenset(words.figure_words)
        self._versus = frozenset(words.versus)
        self._copulas = frozenset(words.copulas)
        self._stems = tuple((words.measure_stems or {}).items())
        self._prefixes = tuple(
            (prefix, value, prefix + stem, unit)
            for prefix, value in (words.prefixes or {}).items()
            for stem, unit in self._stems
        )
        prefixes = "|".join(map(re.escape, words.prefixes or {}))
        stems = "|".join(map(re.escape, words.measure_stems or {}))
        self._adjectival = re.compile(
            rf"(?<!\w)(?:{prefixes})(?:{stems})\w*" if self._prefixes else r"(?!)"
        )
        self._reached = _Told(self._amounts, dict.fromkeys(words.number_reached, ""))
        self._number_after = frozenset(words.number_of_after)
        self._number_before = phrases_pattern(words.number_of_before)

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        amounts = self._amounts.of(passage, found)
        taken = [m.span for m in found.of("money", "percent", "multiple")]
        free = [not any(span.overlaps(amount.span) for span in taken) for amount in amounts]
        nouns = [
            self._noun(passage, amount) or self._told_of(passage, amount) if is_free else None
            for amount, is_free in zip(amounts, free, strict=True)
        ]
        self._share(passage, amounts, free, nouns)
        self._elliptical(passage, amounts, free, nouns)
        mentions = []
        declined: list[Rejection] = []
        quoted = self._quoted(passage, amounts)
        for amount, is_free, noun in zip(amounts, free, nouns, strict=True):
            if noun is None:
                # one in words is mostly an article
                if is_free and not (amount.spelled and amount.value == 1):
                    declined.append(_declined(amount.span, self._why_not(passage, amount)))
                continue
            span = noun.span
            if noun.unit in self._signed and _after_minus(passage.text, span.start):
                amount = replace(amount, value=-amount.value)
                span = Span(span.start - 1, span.end)
            elif self._is_figure_of_speech(passage, amount, quoted):
                declined.append(_declined(span, "a manner of speaking"))
                continue
            elif noun.rule == "amount-noun" and self._after_name(passage, amount):
                declined.append(_declined(span, "a dash ties the number to a name"))
                continue
            value = self._surroundings.describe(
                passage,
                found,
                kind="count",
                amount=self._bounded(passage, amount, span.end),
                span=span,
                unit=noun.unit,
                amounts=amounts,
            )
            mentions.append(Mention(kind=KIND, span=span, value=value, rule=f"count.{noun.rule}"))
        mentions += self._adjectives_of_measure(passage, found, amounts)
        return [
            *same_sum_once(mentions),
            *declined,
            *self._amounts.declined(passage, found),
        ]

    def _adjectives_of_measure(
        self, passage: Passage, found: Found, amounts: tuple[Amount, ...]
    ) -> Iterable[Mention]:
        """`двухчасовой митинг`."""
        if not self._prefixes:
            return
        for match in self._adjectival.finditer(passage.text.lower()):
            span = Span(*match.span())
            index = passage.token_at(span.start)
            if index is None or passage.tokens[index].text.lower() != match.group():
                continue
            _, number, _, unit = next(p for p in self._prefixes if match.group().startswith(p[2]))
            sentence = passage.sentence_of(span)
            amount = self._amounts.of_word(passage, span, number, sentence)
            value = self._surroundings.describe(
                passage, found, kind="count", amount=amount, span=span, unit=unit, amounts=amounts
            )
            yield Mention(kind=KIND, span=span, value=value, rule="count.adjective")

    def _quoted(self, passage: Passage, amounts: Sequence[Amount]) -> list[Span]:
        """Quoted stretches, looked for where a figure of speech might stand in one."""
        if not any(self._in_words(passage, amount) for amount in amounts):
            return []
        return [one.inner for one in self._quotes.find(passage.text, passage.article.prose)]

    def _in_words(self, passage: Passage, amount: Amount) -> bool:
        """Whether the number is written as one of the words of `figures_of_speech` alone."""
        return (
            amount.spelled and passage.tokens[amount.last].text.lower() in self._figures_of_speech
        )

    def _is_figure_of_speech(
        self, passage: Passage, amount: Amount, quoted: Sequence[Span]
    ) -> bool:
        return self._in_words(passage, amount) and any(
            stretch.contains(amount.span) for stretch in quoted
        )

    def _after_name(self, passage: Passage, amount: Amount) -> bool:
        """Whether a dash glues the number to a bare name: the house `Фрунзе -20`."""
        if amount.first < 2 or not _after_minus(passage.text, amount.span.start):
            return False
        name = passage.tokens[amount.first - 2]
        bare = self._language.base_forms(name.text)[0] == name.text.lower()
        return name.is_capitalised and bare

    def _bounded(self, passage: Passage, amount: Amount, end: int) -> Amount:
        approximate, bound, _ = self._amounts.hedge_after(passage, end)
        return replace(
            amount,
            approximate=amount.approximate or approximate,
            bound=amount.bound or bound,
        )

    def _why_not(self, passage: Passage, amount: Amount) -> str:
        """Why a number for which no noun was found counts nothing."""
        if _like_a_year(amount):
            return "may be a year"
        if amount.compound is not None or amount.hyphen:
            return "in a hyphenated word that is no unit"
        index = self._head(passage, amount)
        if index is None:
            return "no noun follows"
        token = passage.tokens[index]
        bases = (token.text.lower(), *self._language.base_forms(token.text))
        if self._ages.tells(passage, amount, Span(amount.span.start, token.end), bases):
            return "somebody's age"
        if amount.ending and amount.ending not in self._attributive:
            return f"with its ending -{amount.ending} its noun stands elsewhere"
        return f"what follows, {token.text}, is not counted"

    # -- the noun after the number --------------------------------------------------------------

    def _noun(self, passage: Passage, amount: Amount) -> _Noun | None:
        """The noun phrase right after the number, where it is one."""
        tokens = passage.tokens
        words = self._words
        if amount.compound is not None:
            return self._compound(passage, amount)
        written = amount.span.of(passage.text).lower()
        if written.startswith(words.collectives or ("\n",)) and not words.number_of_before:
            return None
        hedged = amount.after > amount.last + 1
        if words.years_are_dates and _like_a_year(amount):
            return None
        if amount.spelled and amount.value <= 0:
            return None
        if amount.hyphen and self._stems:
            measure = tokens[amount.last + 2]
            lower = measure.text.lower()
            unit = next((unit for stem, unit in self._stems if lower.startswith(stem)), None)
            span = Span(amount.span.start, measure.end)
            return None if unit is None else _Noun(span, unit, "compound")
        index = self._head(passage, amount)
        told = self._told_surely(passage, amount, index)
        if told is not None:
            return _Noun(amount.span, told, _TOLD)
        if index is None:
            return None
        kept = [
            _case_of(tokens[i].text)
            for i in range(amount.after, index)
            if self._keeps(tokens[i])
            or self._is_abbreviation(tokens[i])
            or tokens[i].text.lower() in self._phrase_words
            or (words.noun_runs and tokens[i].is_word and not self._is_adjective(tokens[i]))
        ]
        token = tokens[index]
        lower = token.text.lower()
        bases = self._language.base_forms(token.text)
        known = next((base for base in (lower, *bases) if base in self._known), None)
        if known is not None and known == lower and token.text[1:].lower() != token.text[1:]:
            known = token.text  # кВ, MW
        if known is None and words.vowels and _like_a_year(amount):
            return None  # 2019 коллекциялары
        ended = amount.ending and not hedged and amount.ending not in self._attributive
        if ended and (known is None or amount.ending in self._elliptic):
            return None  # a number with a case ending has its noun elsewhere
        if not token.text[0].isalpha() or self._excluded(passage, amount, token, bases):
            return None
        if written in self._one and not self._one_is_counted(passage, index, (lower, *bases)):
            return None
        named = self._unit(passage, index, known)
        if named is None:
            return None
        more, base, last = named
        kept += more
        name = base if base[1:].lower() != base[1:] else base.lower()
        span = Span(amount.span.start, tokens[last].end)
        if self._ages.tells(passage, amount, span, (lower, *bases)):
            return None
        if base in self._window_units and self._window.unit(passage, amount) is not None:
            return None
        return _Noun(span, " ".join((*kept, name)), "amount-noun")

    def _one_is_counted(self, passage: Passage, index: int, bases: Sequence[str]) -> bool:
        """Whether a one in words is more than an article before the noun at `index`."""
        if self._measure(bases[0]) is not None:
            return True  # бир упайлык айырма
        tokens = passage.tokens
        if index + 1 < len(tokens) and tokens[index + 1].text.lower() in self._words.one_ago:
            return False
        return not self._one_counts.isdisjoint(bases)

    def _unit(
        self, passage: Passage, index: int, known: str | None
    ) -> tuple[list[str], str, int] | None:
        """The unit whose first noun is at `index`; `None` where no noun can be told.

        In parts: the words before the last one, that one in base form, and its place. `known` is
        the base form of the first noun where it is a listed one.
        """
        tokens, words = passage.tokens, self._words
        lower = tokens[index].text.lower()
        whole = self._compounds.match_at(passage, index)
        if whole:
            last = whole[0].last
            head = self._compound_noun(passage, last)
            if head is not None and head[0] == last + 1:
                return [t.text.lower() for t in tokens[index : last + 1]], head[1], head[0]
            return [], whole[0].phrase, last
        stem = self._measure(lower)
        if stem is not None:
            return [], known or stem, index
        if known is not None:
            if known != lower or lower in self._people | self._measures:
                return [], known, index
            head = self._compound_noun(passage, index)
            if head is None or head[0] != index + 1 or not self._is_listed(tokens[index + 1]):
                return [], known, index
            if tokens[index + 1].text.lower().endswith(words.object_endings or ("\n",)):
                return [], known, index
            return [lower], head[1], head[0]
        if self._binds(lower):
            return None
        nation = lower.endswith(words.peoples or ("\n",))
        head = None if nation else self._compound_noun(passage, index)
        if head is not None:
            return [_case_of(t.text) for t in tokens[index : head[0]]], head[1], head[0]
        if lower.endswith(words.never_heads or ("\n",)) or self._is_bare_adjective(lower):
            return None
        derived = lower.endswith(words.unit_endings or ("\n",)) and len(lower) > _LONGEST_ROOT
        if words.peoples and not nation and derived:
            return None  # 3 муниципалдык, 2 жеке
        return [], self._language.base_form(tokens[index].text), index

    def _is_listed(self, token: Token) -> bool:
        return not self._known.isdisjoint(self._language.base_forms(token.text))

    def _binds(self, lower: str) -> bool:
        """Whether the number belongs to an adjective: `24 батирлүү үй` is one house."""
        if not lower.endswith(self._words.binding_endings or ("\n",)) or lower in self._known:
            return False
        if self._measure(lower) is not None:
            return False  # 5 тонналуу кран
        return lower not in self._unit_words and lower not in self._adjectives

    def _is_bare_adjective(self, lower: str) -> bool:
        """Whether a listed adjective would be the noun."""
        listed = lower in self._adjectives or lower in self._unit_words
        return listed and lower not in self._known

    def _head(self, passage: Passage, amount: Amount) -> int | None:
        """Index of the counted noun: past fillers and adjectives."""
        tokens = passage.tokens
        index = amount.last + 2 if amount.hyphen else amount.after
        for _ in range(5):
            if index >= len(tokens):
                return None
            token = tokens[index]
            if not amount.sentence.contains(token.span) or not token.is_word:
                return None
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if following is not None and f"{token.text} {following.text}".lower() in self._phrases:
                index += 2
                continue
            goes_on = (
                following is not None
                and following.is_word
                and amount.sentence.contains(following.span)
                and not self._is_not(following.text.lower())
                and passage.text[token.end : following.start] in (" ", "\u00a0")
            )
            if index == amount.after and self._binds(token.text.lower()):
                return None
            if not goes_on or following is None:
                return index
            if self._compounds.match_at(passage, index):
                return index
            if self._is_people(token, following):
                return index
            if not self._is_adjective(token) and not (
                self._is_abbreviation(token) and self._may_follow(following)
            ):
                return self._run_end(passage, amount, index)
            index += 1
        return None

    def _run_end(self, passage: Passage, amount: Amount, index: int) -> int:
        """The last noun of a row, the one in the plural: `ports` of `nine river ports`."""
        words = self._words
        if not words.noun_runs or amount.value == 1 or amount.hyphen:
            return index
        tokens = passage.tokens
        for last in range(index, min(index + 3, len(tokens))):
            token = tokens[last]
            lower = token.text.lower()
            if not token.is_word or self._is_not(lower) or self._stops_run(lower):
                return index
            if self._amounts.is_number_word(lower):
                return index
            if last > index and passage.text[tokens[last - 1].end : token.start] != " ":
                return index
            if lower in self._known or self._language.base_form(lower) in self._known:
                return last
            if lower.endswith(words.plural_endings or ("\n",)):
                return last
        return index

    def _stops_run(self, lower: str) -> bool:
        return lower.endswith(self._words.run_stops or ("\n",))

    def _is_people(self, token: Token, following: Token) -> bool:
        """Whether a nationality is the noun itself: `16 кыргызстандык келди`."""
        if not token.text.lower().endswith(self._words.peoples or ("\n",)):
            return False
        return self._people.isdisjoint(self._language.base_forms(following.text))

    def _may_follow(self, token: Token) -> bool:
        """Whether a noun that an abbreviation may stand before: `ИВЛ аппараты`."""
        return token.text.islower() and (
            self._is_listed(token) or self._possessed(token) is not None
        )

    def _is_abbreviation(self, token: Token) -> bool:
        """Whether it is an abbreviation before the noun: `220 ИВЛ аппараты`."""
        text = token.text
        return bool(self._words.vowels) and text.isupper() and 2 <= len(text) <= 5

    def _is_adjective(self, token: Token) -> bool:
        lower = token.text.lower()
        words = self._words
        if lower in self._fillers or lower in self._adjectives or self._keeps(token):
            return True
        if self._is_not(lower) or self._measure(lower) is not None:
            return False
        if lower in self._known:
            return False
        if words.capitalised_adjectives and token.is_capitalised:
            return not lower.endswith(words.plural_endings or ("\n",))
        ends = bool(words.adjective_endings) and lower.endswith(words.adjective_endings)
        return ends and not self._amounts.is_number_word(lower)  # `five` ends like `active`

    def _keeps(self, token: Token) -> bool:
        """Whether it is an adjective that stays in the unit."""
        lower = token.text.lower()
        if lower in self._unit_words:
            return True
        endings = self._words.unit_endings
        if self._is_not(lower) or (lower in self._known and self._words.peoples):
            return False
        return bool(endings) and lower.endswith(endings) and self._measure(lower) is None

    def _measure(self, lower: str) -> str | None:
        """`гектар` of `гектарлык`."""
        for suffix in self._words.unit_suffixes:
            if lower.endswith(suffix) and lower[: -len(suffix)] in self._measures:
                return lower[: -len(suffix)]
        return None

    def _excluded(
        self, passage: Passage, amount: Amount, token: Token, bases: Sequence[str]
    ) -> bool:
        lower = token.text.lower()
        words = self._words
        if self._is_not(lower):
            return True
        if lower not in self._known and any(base in self._not for base in bases[:3]):
            return True
        if self._is_verb(lower) and self._known.isdisjoint(bases):
            return True
        if self._amounts.is_number_word(lower):
            return True
        listed = not self._known.isdisjoint((lower, *bases))
        name = token.is_capitalised and not token.text[:2].isupper()
        if words.capital_is_name and name and not listed:
            return True
        if words.peoples and token.is_capitalised and "-" in token.text and not listed:
            return True  # a place: участок 5231 Кара-Суу
        if self._script != "Latn" and not listed and script_of(token.text[0]) == "Latn":
            return True  # a plate, an address: (578 ACD)
        if not amount.spelled:
            return False
        if not self._named_when_spelled.isdisjoint((lower, *bases)):
            return True
        few = amount.value <= words.pointed_at_most and self._not_spelled.intersection(
            (lower, *bases)
        )
        if few and self._possessed(token) is None:
            return True
        before = passage.tokens[amount.first - 1].text.lower() if amount.first else ""
        if before in self._pointing:
            return True
        named = passage.tokens[amount.first].is_capitalised and token.is_capitalised
        return named and amount.first > 0  # the name of something: the Seven Dwarfs

    def _compound_noun(self, passage: Passage, index: int) -> tuple[int, str] | None:
        """`медицина кызматкери`: bare nouns and one with a possessive ending, which it keeps."""
        tokens = passage.tokens
        if not self._words.possessive_endings:
            return None
        for last in range(index + 1, min(index + 3, len(tokens))):
            before, token = tokens[last - 1], tokens[last]
            bare = self._language.base_forms(before.text)[0] == before.text.lower()
            if not bare or not token.is_word or self._is_not(token.text.lower()):
                return None
            if passage.text[before.end : token.start] not in (" ", "\u00a0"):
                return None
            head = self._possessed(token)
            if head is not None:
                return last, head
            if self._is_verb(token.text.lower()):
                return None
        return None

    def _is_verb(self, lower: str) -> bool:
        endings = self._words.not_counted_endings
        return bool(endings) and lower.endswith(endings) and lower not in self._known

    def _possessed(self, token: Token) -> str | None:
        """The singular of a noun with a possessive ending, that ending kept; else `None`."""
        words = self._words
        lower = token.text.lower()
        bases = self._language.base_forms(lower)
        for base in bases:
            rest = lower[len(base) :]
            if not lower.startswith(base) or not rest:
                continue
            if rest in words.accusative_endings:
                return None
            if rest in words.genitive_endings and base[-1] not in words.vowels:
                return None  # үй-дүн; after a vowel the ending may follow a possessive one
            if base in self._known and rest[0] not in "".join(words.possessive_endings):
                return None
        for base in bases:
            rest = lower[len(base) :]
            if len(base) < 3 or not rest or not lower.startswith(base):
                continue
            for ending in words.possessive_endings:
                case = rest[len(ending) :]
                if not rest.startswith(ending) or not (case == "" or case[0] in words.case_letters):
                    continue
                vowel = ending[-1]
                plural = len(ending) > 2
                linked = base[-1] in words.vowels
                if plural or linked == (len(ending) == 2):
                    link = words.possessive_link if linked else ""
                    agreed = next((v for v in reversed(base) if v in self._harmony), None)
                    return base + link + (vowel if agreed is None else self._harmony[agreed])
        return None

    def _is_not(self, lower: str) -> bool:
        return lower in self._not or (
            bool(self._not_prefixes) and lower.startswith(self._not_prefixes)
        )

    def _compound(self, passage: Passage, amount: Amount) -> _Noun | None:
        assert amount.compound is not None
        word = amount.compound.of(passage.text).lower()
        if (
            "-" in word
            or word in self._words.compound_not
            or self._is_not(word)
            or self._language.base_form(word) in self._not
        ):
            return None
        span = Span(amount.span.start, amount.compound.end)
        return _Noun(span, self._language.base_form(word), "compound")

    # -- nouns said elsewhere -------------------------------------------------------------------

    def _share(
        self,
        passage: Passage,
        amounts: Sequence[Amount],
        free: Sequence[bool],
        nouns: list[_Noun | None],
    ) -> None:
        """Numbers of a range or a list take the noun of the one that has it."""
        for n in range(len(amounts) - 2, -1, -1):
            noun = nouns[n + 1]
            left, right = amounts[n], amounts[n + 1]
            if not free[n] or nouns[n] is not None or noun is None:
                continue
            if left.sentence != right.sentence or (noun.rule == _TOLD and not left.shares):
                continue
            if (
                left.shares
                or (not left.ending and self._amounts.joined(passage, left, right))
                or self._listed(passage, left)
                or self._in_series(passage, left, right)
                or self._is_part(passage, left, right)
            ):
                nouns[n] = _Noun(left.span, noun.unit, "shared-noun")
        for n in range(1, len(amounts)):
            noun = nouns[n - 1]
            right = amounts[n]
            if free[n] and nouns[n] is None and noun is not None and self._listed(passage, right):
                nouns[n] = _Noun(right.span, noun.unit, "shared-noun")

    def _is_part(self, passage: Passage, left: Amount, right: Amount) -> bool:
        """`six of Norway's nine river ports`: no verb fits between."""
        if not self._partitive or left.ending or left.value <= 1 or right.first - left.last > 5:
            return False
        if left.value > right.value or left.after >= len(passage.tokens):
            return False
        return passage.tokens[left.after].text.lower() in self._partitive

    def _in_series(self, passage: Passage, left: Amount, right: Amount) -> bool:
        """`Ошто 4, Нарында 2 бейтап`: a comma right after, and its counterpart close by."""
        if left.ending or left.spelled or left.last + 1 >= len(passage.tokens):
            return False
        mark = passage.tokens[left.last + 1].text.lower()
        return (mark == "," or mark in self._joiners) and right.first - left.last <= 6

    def _listed(self, passage: Passage, amount: Amount) -> bool:
        """Whether it is an item of a list: a dash before it, and no noun of its own after it."""
        if amount.first == 0 or amount.ending:
            return False
        before = passage.tokens[amount.first - 1]
        if before.text not in self._marks or passage.adjacent(amount.first - 1, amount.first):
            return False
        if amount.value != int(amount.value) or amount.value <= 0:
            return False
        index = amount.last + 1
        if index >= len(passage.tokens) or passage.tokens[index].start >= amount.sentence.end:
            return True
        token = passage.tokens[index]
        return not token.is_word or token.text.lower() in self._joiners

    def _elliptical(
        self,
        passage: Passage,
        amounts: Sequence[Amount],
        free: Sequence[bool],
        nouns: list[_Noun | None],
    ) -> None:
        """Numbers whose noun is said before, or goes without saying."""
        unit = ""
        for n, amount in enumerate(amounts):
            noun = nouns[n]
            if noun is not None:
                unit = noun.unit
                continue
            if not free[n] or amount.compound is not None or amount.hyphen or amount.value == 0:
                continue
            if _like_a_year(amount) and not amount.ending:
                continue
            beside = (
                n > 0 and nouns[n - 1] is not None and amounts[n - 1].sentence == amount.sentence
            )
            nouns[n] = self._unsaid(passage, amount, unit, beside=beside)
            if nouns[n] is None and beside and self._is_rest(passage, amounts[n - 1], amount):
                nouns[n] = _Noun(amount.span, unit, "noun-before")

    def _is_rest(self, passage: Passage, whole: Amount, part: Amount) -> bool:
        """`из 130 рабочих остались 52`."""
        before = passage.tokens[whole.first - 1].text.lower() if whole.first else ""
        if before not in self._partitive or part.first - whole.last > 5 or part.ending:
            return False
        smaller = _FEW <= part.value < whole.value and part.scale == whole.scale
        at_end = part.after >= len(passage.tokens) or not passage.tokens[part.after].is_word
        verb = passage.tokens[part.first - 1].text.lower()
        return smaller and at_end and verb.endswith(self._words.rest_endings or ("\n",))

    def _unsaid(self, passage: Passage, amount: Amount, unit: str, *, beside: bool) -> _Noun | None:
        """What a number without a noun counts.

        `unit` is what was counted last, `beside` whether that was in this very sentence.
        """
        words = self._words
        written = amount.span.of(passage.text).lower()
        worded = any(letter.isalpha() for letter in written[: len(written) - len(amount.ending)])
        before = passage.tokens[amount.first - 1].text.lower() if amount.first else ""
        elliptic = amount.ending in self._elliptic and (
            not amount.spelled or (beside and amount.value >= _FEW)
        )
        if unit and amount.value >= _FEW and (beside or not amount.spelled):
            behind = passage.text[
                max(amount.sentence.start, amount.span.start - 30) : amount.span.start
            ]
            if self._referring.search(behind.lower()):
                return _Noun(amount.span, unit, "noun-before")
        owner = self._genitive(passage, amount) if elliptic else None
        if owner is not None:
            return _Noun(amount.span, owner, "noun-before")
        if amount.ending or worded or self._ends_statement(passage, amount):
            named = self._number_of(passage, amount)
            if named is not None:
                return _Noun(amount.span, named, "number-of")
        if written.startswith(words.collectives or ("\n",)) and (
            amount.value > 2 or (unit and (beside or self._is_partitive(before)))
        ):
            return _Noun(amount.span, words.collective_unit, "collective")
        tokens = passage.tokens
        following = tokens[amount.after].text.lower() if amount.after < len(tokens) else ""
        repeated = before in self._versus or (following in self._copulas and not amount.ending)
        compared = beside and repeated and amount.value >= 10 and not amount.spelled
        figure = bool(amount.ending) and before in self._figures
        if unit and (elliptic or figure or compared):
            return _Noun(amount.span, unit, "noun-before")
        if self._listed(passage, amount):
            dashed = self._owner(passage, amount)
            return None if dashed is None else _Noun(amount.span, dashed, "noun-dash")
        if worded and amount.value >= 1000 and self._stands_alone(passage, amount):
            return _Noun(amount.span, "", "no-noun")
        return None

    def _ends_statement(self, passage: Passage, amount: Amount) -> bool:
        """Whether digits alone can be the figure stated: `число жертв выросло до 832`, `(832)`."""
        if amount.value <= 1 or amount.value != int(amount.value):
            return False
        tokens = passage.tokens
        if amount.first and tokens[amount.first - 1].text == "(" and amount.after < len(tokens):
            return tokens[amount.after].text == ")"
        if self._reached.unit(passage, amount) is None:
            return False
        following = passage.tokens[amount.after] if amount.after < len(passage.tokens) else None
        partial = following is not None and following.text.lower() in self._partitive
        return not partial and self._stands_alone(passage, amount)

    def _told_of(self, passage: Passage, amount: Amount) -> _Noun | None:
        """What the words beside a number without a noun tell that it counts."""
        least = 1 if amount.spelled else 0  # killing one another
        if amount.compound is not None or amount.hyphen or amount.value <= least:
            return None
        if _like_a_year(amount) and not amount.ending:
            return None
        unit = self._told.unit(passage, amount)
        if unit is not None and self._stands_alone(passage, amount):
            return _Noun(amount.span, unit, _TOLD)
        end = amount.span.end
        ahead = passage.text[end : min(amount.sentence.end, end + 30)].lower()
        if amount.value == int(amount.value) and self._people_after.match(ahead):
            return _Noun(amount.span, self._words.collective_unit, _TOLD)
        return None

    def _told_surely(self, passage: Passage, amount: Amount, head: int | None) -> str | None:
        """What the words before say that it counts, unless a unit of measure follows."""
        if amount.ending or amount.spelled:
            return None
        unit = self._surely_told.unit(passage, amount)
        if unit is None or head is None:
            return unit
        bases = self._language.base_forms(passage.tokens[head].text)
        return None if not self._measures.isdisjoint(bases) else unit

    def _is_partitive(self, before: str) -> bool:
        """Whether the word before a number says of whom it is a part: `алардын экөө`."""
        endings = self._words.genitive_endings
        return before in self._anaphors or (bool(endings) and before.endswith(endings))

    def _genitive(self, passage: Passage, amount: Amount) -> str | None:
        """`орун` of `орундун 57си`."""
        if not amount.first or not self._words.genitive_endings:
            return None
        token = passage.tokens[amount.first - 1]
        lower = token.text.lower()
        if not token.is_word or self._is_not(lower):
            return None
        if not lower.endswith(self._words.genitive_endings):
            return None
        return self._those(token.text)

    def _those(self, written: str) -> str | None:
        """The base form of a noun in the genitive; people for those who did something."""
        lower = written.lower()
        if lower.endswith(self._words.participles or ("\n",)):
            return self._words.collective_unit
        base = self._language.base_form(written).lower()
        refused = self._is_not(base) or base.endswith(self._words.never_heads or ("\n",))
        return None if refused and base not in self._known else base

    def _owner(self, passage: Passage, amount: Amount) -> str | None:
        """`төө — 246`: the word before the dash, unless it is a name."""
        if amount.first < 2:
            return None
        token = passage.tokens[amount.first - 2]
        if not token.is_word or token.is_capitalised or not amount.sentence.contains(token.span):
            return None
        base = self._language.base_form(token.text)
        return base if base == token.text and not self._is_not(base) else None

    def _number_of(self, passage: Passage, amount: Amount) -> str | None:
        """The noun whose number the sentence tells before the amount; `None` where it does not."""
        tokens = passage.tokens
        first = max(passage.tokens_in(amount.sentence).start, amount.first - 20)
        for index in range(amount.first - 1, first, -1):
            if tokens[index].text.lower() in self._number_after and tokens[index - 1].is_word:
                skip = tokens[index - 1].text.lower() in self._adjectives | self._unit_words
                those = self._those(tokens[index - 1 - int(skip and index > 1)].text)
                return "" if those is None else those
        if not self._words.number_of_before:
            return None
        start = tokens[first].start
        behind = passage.text[start : amount.span.start].lower()
        for match in self._number_before.finditer(behind):
            index = passage.tokens_in(Span(start + match.end(), amount.span.start)).start
            if index < amount.first and tokens[index].is_word:
                if self._is_not(tokens[index].text.lower()):
                    return None  # the number of the house
                return self._language.base_form(tokens[index].text).lower()
        return None

    def _stands_alone(self, passage: Passage, amount: Amount) -> bool:
        """Whether no noun follows that the number could belong to."""
        index = amount.after
        if amount.ending or index >= len(passage.tokens):
            return True
        token = passage.tokens[index]
        if not token.is_word or not amount.sentence.contains(token.span):
            return True
        lower = token.text.lower()
        if self._amounts.is_part(lower):
            return False  # two thirds
        return self._is_not(lower) or self._amounts.is_number_word(lower)


class _Told:
    """Phrases that stand before a number and its hedges, each with the unit that it tells."""

    def __init__(self, amounts: Amounts, units: Mapping[str, str]) -> None:
        self._amounts = amounts
        self._cues = frozenset(max(phrase.split(), key=len).strip("*") for phrase in units)
        """A word of each phrase: a number without any near it is passed by at once."""
        self._any = phrases_pattern(tuple(units), anchor_end=True)
        self._units = tuple((phrases_pattern((p,), anchor_end=True), u) for p, u in units.items())

    def unit(self, passage: Passage, amount: Amount) -> str | None:
        behind = self._amounts.behind(passage, amount)
        if not any(cue in behind for cue in self._cues):
            return None
        behind = self._amounts.before_hedges(behind)
        if _ends_a_clause(behind) or self._any.search(behind) is None:
            return None
        return next(unit for pattern, unit in self._units if pattern.search(behind))


def _ends_a_clause(behind: str) -> bool:
    return behind.rstrip()[-1:] in (",", ";", ".", ")", "!", "?")


def _declined(span: Span, reason: str) -> Rejection:
    return Rejection(kind=KIND, span=span, rule="count.amount-noun", reason=reason)


def _case_of(text: str) -> str:
    """A word of a unit: lower case, but for an abbreviation."""
    return text if len(text) > 1 and text.isupper() else text.lower()


def _after_minus(text: str, start: int) -> bool:
    """Whether a hyphen or dash stands tight before the number and apart from what precedes."""
    if start < 1 or text[start - 1] not in "-\u2010\u2011\u2013\u2212":
        return False
    return start == 1 or text[start - 2].isspace() or text[start - 2] == "("


def _like_a_year(amount: Amount) -> bool:
    value = amount.value
    return (
        not amount.spelled
        and amount.scale == 1
        and value == int(value)
        and 1900 <= value < 2100
        and len(amount.span) - len(amount.ending) == 4
        and not amount.approximate
        and amount.bound is None
    )
