"""Named bodies: ministries, agencies, courts, parties, companies, media, international bodies.

Four ways, from sure to less sure: shipped names (`knowledge/organisations/`) and the pack's own
bodies; a topic and a head (`Каржы министрлиги`, `Ministry of Finance`); a name in quotation marks
beside a word that says what it is (`«…» партиясы`, `компания «…»`); words between one that begins
names of bodies and a head (`Улуттук илимдер академиясы`), or capitalised words up to a head
(`Osh State University`). A bare general word (`өкмөт`, `парламент`) is no organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.knowledge.base import Knowledge
from generator.knowledge.organisations import shipped_organisations
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, EntityId, Kind
from generator.model.mention import Mention
from generator.model.names import CountryName, OrganisationName
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable, fold
from generator.recognition.recogniser import Found, Recogniser
from generator.text.tokens import Token, tokenise

KIND = Kind("organisation")
REQUIRES = (Kind("country"),)

_LONGEST_NAME = 8
"""Words a name with a head may have: longer stretches are sentences."""
_LONGEST_QUOTED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """Names made of a pattern and a topic."""

    patterns: tuple[str, ...]
    """`{}` stands for the topic: `{} министрлиги`, `Ministry of {}`."""
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationHead:
    """A word that ends the name of a body."""

    words: tuple[str, ...]
    """Base forms; the first one of them is how the name is written."""
    ending: str | None = None
    """What adjectives before it end in, in base form: `ая` before `служба`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationWords:
    """`organisation.toml`."""

    inflect_all: bool = False
    """Whether every word of a name is declined, not the last alone."""
    bodies: tuple[str, ...] = ()
    """Names of bodies that many countries have: `Министрлер кабинети`, `Минфин`."""
    any_case: tuple[str, ...] = ()
    """Those of the bodies and patterns' first words that count without a capital too."""
    composed: tuple[Composed, ...] = ()
    heads: tuple[OrganisationHead, ...] = ()
    starters: tuple[str, ...] = ()
    """Capitalised words that begin names of bodies and end at a head: `Улуттук`, `National`."""
    local_words: tuple[str, ...] = ()
    """Words after a place's name that begin the name of a local body: `шаардык`."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of base forms of adjectives, which a head's `ending` replaces."""
    breaks: tuple[str, ...] = ()
    """Words that no name of a body has inside."""
    capital_runs: bool = False
    """Whether a run of capitalised words up to a head is a name."""
    country_heads: tuple[str, ...] = ()
    """Heads that are a body's name with a country before them: `Түркия элчилиги`."""
    connectors: tuple[str, ...] = ()
    """Lower-case words inside such runs: `of`, `and`."""
    tail_connectors: tuple[str, ...] = ()
    """Words that lead from a head on to the rest of the name: `University of Osh`."""
    possessives: tuple[str, ...] = ()
    """Endings of an owner, who is no part of the name: `Osh's City Council`."""
    not_owners: tuple[str, ...] = ()
    """Words with such an ending that do belong to names: `Children's`."""
    openers: tuple[str, ...] = ()
    """Capitalised words that begin sentences, not names."""
    quoted_after: tuple[str, ...] = ()
    """Base forms of what may follow a name in quotation marks: `партиясы`."""
    owner_endings: tuple[str, ...] = ()
    """Endings of the country whose embassy it is, where another country's name follows."""
    districted: tuple[str, ...] = ()
    """Bodies that go by the district whose they are: `Ленин РИИБ`."""
    quoted_between: bool = False
    """Whether one lower-case word may stand between a quoted name and what it is."""
    quoted_before: tuple[str, ...] = ()
    """Base forms of what may stand before one: `компания`, `ООО`."""


@dataclass(frozen=True, slots=True)
class _Row:
    id: EntityId | None
    country: CountryCode | None
    capitals: bool


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """The recogniser of organisations; `None` where the pack has no `organisation.toml`."""
    words = language.table("organisation", OrganisationWords)
    return None if words is None else OrganisationRecogniser(language, words)


class OrganisationRecogniser:
    """The known names, then the ways to make new ones."""

    def __init__(self, language: Language, words: OrganisationWords) -> None:
        self._language = language
        self._words = words
        self._names = PhraseTable(_rows(language, words), language, inflect_all=words.inflect_all)
        self._heads = PhraseTable(
            ((word, head) for head in words.heads for word in head.words), language
        )
        self._starters = frozenset(map(fold, words.starters))
        self._local = frozenset(map(fold, words.local_words))
        self._breaks = frozenset(map(fold, words.breaks))
        self._connectors = frozenset(words.connectors)
        self._openers = frozenset(map(fold, words.openers))
        self._country_heads = PhraseTable(((word, word) for word in words.country_heads), language)
        self._quoted_after = PhraseTable(((word, True) for word in words.quoted_after), language)
        self._quoted_before = frozenset(map(fold, words.quoted_before))
        self._districted = frozenset(words.districted)
        self._opening = {opening for opening, _ in language.quotes.pairs}
        self._closing = {closing for _, closing in language.quotes.pairs}

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention]:
        """Every organisation in `passage`."""
        countries = {mention.span: mention for mention in found.of("country")}
        nouns = {
            span
            for span, mention in countries.items()
            if isinstance(mention.value, CountryName) and mention.value.form == "noun"
        }
        ends = {span.end: mention for span, mention in countries.items()}
        starts = {span.start: mention for span, mention in countries.items()}
        whole = [
            mention
            for mention in found.of("country")
            if self._words.country_heads and not mention.rule.startswith("country.people")
        ]
        for mention in [*self._all(passage), *self._of_countries(passage, whole)]:
            value = mention.value
            assert isinstance(value, OrganisationName)
            if mention.span in nouns:
                continue
            # A state named beside a body says whose it is; a known state's body that stands beside
            # another state is that one's body of the same name.
            if (value.id is None) == (value.country is None):
                country = _country_beside(passage.text, mention.span, ends, starts)
                if country not in (None, value.country):
                    value = OrganisationName(name=value.name, id=None, country=country)
                    mention = Mention(kind=KIND, span=mention.span, value=value, rule=mention.rule)
            yield mention

    def _all(self, passage: Passage) -> Iterator[Mention]:
        tokens = passage.tokens
        for index, token in enumerate(tokens):
            if token.text in self._opening:
                yield from self._quoted(passage, index)
                continue
            if not (token.is_word or token.is_number):
                continue
            match = self._known(passage, index)
            if match is not None:
                span, name = match.span(passage), match.phrase
                district = self._district(passage, index) if name in self._districted else None
                if district is not None:
                    span, name = Span(district.start, span.end), f"{district.text} {name}"
                yield _mention(
                    span,
                    name,
                    "organisation.known" if match.row.id else "organisation.body",
                    match.row,
                )
            if not token.is_capitalised:
                continue
            if match is not None and match.last > index:
                continue  # Башкы прокуратуранын маалымат кызматы: the body itself stays
            if self._is_starter(token) or self._is_local(passage, index):
                yield from self._to_head(passage, index)
            if self._words.capital_runs and match is None:
                yield from self._run(passage, index)

    def _of_countries(self, passage: Passage, countries: list[Mention]) -> Iterator[Mention]:
        """A country, perhaps another one where it sits, and a head."""
        ends = {mention.span.end: mention for mention in countries}
        for mention in countries:
            index = passage.tokens_in(mention.span).stop
            if index >= len(passage.tokens) or not _touching(passage, index - 1, index):
                continue
            heads = self._country_heads.match_at(passage, index)
            if not heads:
                continue
            start = mention.span.start
            before = ends.get(start - 1)
            owners = self._words.owner_endings
            if before is not None and owners and not before.span.of(passage.text).endswith(owners):
                before = None  # Италияда Кыргызстандын элчилиги
            if before is not None:
                start = before.span.start
            name = f"{passage.text[start : mention.span.end]} {heads[0].phrase}"
            assert isinstance(mention.value, CountryName)
            assert before is None or isinstance(before.value, CountryName)
            first = mention.value if before is None else before.value
            assert isinstance(first, CountryName)
            yield _mention(
                Span(start, passage.tokens[heads[0].last].end),
                name,
                "organisation.country-head",
                _Row(None, first.code, capitals=True),
            )

    def _known(self, passage: Passage, index: int) -> PhraseMatch[_Row] | None:
        for match in self._names.match_at(passage, index):
            written = [token.text for token in passage.tokens[match.first : match.last + 1]]
            if _capitals_fit(match.phrase, written, match.row.capitals):
                return match
        return None

    def _district(self, passage: Passage, index: int) -> Token | None:
        """The bare name before a body of a district: `Ленин РИИБ`."""
        if not index or not _touching(passage, index - 1, index):
            return None
        token = passage.tokens[index - 1]
        name = token.is_capitalised and not token.text.isupper() and token.is_word
        inside = index > 1 and passage.tokens[index - 2].is_capitalised
        inside = inside and _touching(passage, index - 2, index - 1)
        if not name or inside or fold(token.text) in self._openers:
            return None
        return token if self._language.base_forms(token.text)[0] == token.text.lower() else None

    def _is_local(self, passage: Passage, index: int) -> bool:
        return (
            index + 1 < len(passage.tokens)
            and fold(passage.tokens[index + 1].text) in self._local
            and fold(passage.tokens[index].text) not in self._openers
            and not (
                index > 0
                and passage.tokens[index - 1].is_capitalised
                and _touching(passage, index - 1, index)
            )
        )

    def _is_starter(self, token: Token) -> bool:
        """Whether a starter stands here, inflected in languages that decline all words."""
        return fold(token.text) in self._starters or (
            self._words.inflect_all
            and not self._starters.isdisjoint(map(fold, self._language.base_forms(token.text)))
        )

    def _to_head(self, passage: Passage, first: int) -> Iterator[Mention]:
        """A name from `first` to the next head."""
        tokens = passage.tokens
        for last in range(first + 1, min(first + _LONGEST_NAME, len(tokens))):
            token = tokens[last]
            gap = passage.text[tokens[last - 1].end : token.start]
            if "\n" in gap or not (token.is_word or token.text == ","):
                return
            if fold(token.text) in self._breaks:
                return
            if token.is_capitalised and fold(token.text) in self._starters:
                return
            head = next(iter(self._heads.match_at(passage, last)), None)
            if head is None:
                continue
            words = [item.text for item in tokens[first:last]]
            if head.row.ending is not None:
                agreed = [self._agree(word, head.row.ending) for word in words]
                if None in agreed:
                    return
                words = [word for word in agreed if word is not None]
            owned = last > first and fold(tokens[last - 1].text) in self._local
            written = head.row.words[0] if owned else _written(head.row, token.text)
            name = " ".join([*words, written]).replace(" ,", ",")
            span = Span(tokens[first].start, tokens[head.last].end)
            yield _mention(span, name, "organisation.starter")
            return

    def _agree(self, word: str, ending: str) -> str | None:
        """An adjective in the base form that agrees with a head; `None` for another word."""
        for base in self._language.base_forms(word):
            for own in self._words.adjective_endings:
                stem = base[: -len(own)]
                if base.endswith(own) and fold(word).startswith(fold(stem)):
                    return word[: len(stem)] + (own if ending == "*" else ending)
        return None

    def _run(self, passage: Passage, first: int) -> Iterator[Mention]:
        """Capitalised words from `first` up to a head, the longest such run."""
        tokens = passage.tokens
        if fold(tokens[first].text) in self._openers or self._is_owner(tokens[first]):
            return
        if first and tokens[first - 1].is_capitalised and _touching(passage, first - 1, first):
            before = tokens[first - 1]
            if fold(before.text) not in self._openers and not self._is_owner(before):
                return  # the run begins further left
        best: int | None = None
        index = first
        while index < len(tokens) and index - first < _LONGEST_NAME:
            token = tokens[index]
            if index > first and not _touching(passage, index - 1, index):
                break
            if self._is_owner(token):
                break
            if token.is_capitalised:
                if self._heads.match_at(passage, index):
                    tail = self._tail(passage, index)
                    if index > first or tail > index:
                        best = tail
                        if tail > index:
                            break
            elif token.text not in self._connectors:
                break
            index += 1
        if best is not None:
            words = [token.text for token in tokens[first : best + 1]]
            head = self._heads.match_at(passage, best)
            if head:
                words[-1] = head[0].phrase
            span = Span(tokens[first].start, tokens[best].end)
            yield _mention(span, " ".join(words), "organisation.run")

    def _is_owner(self, token: Token) -> bool:
        return (
            token.text.endswith(self._words.possessives)
            and token.text not in self._words.not_owners
        )

    def _tail(self, passage: Passage, head: int) -> int:
        """The last token of the capitalised words that a connector ties to the head."""
        tokens = passage.tokens
        last = head
        index = head + 1
        while index + 1 < len(tokens) and index - head < _LONGEST_NAME:
            if tokens[index].text not in self._words.tail_connectors:
                break
            if not (_touching(passage, index - 1, index) and _touching(passage, index, index + 1)):
                break
            after = tokens[index + 1]
            if not after.is_capitalised or self._is_owner(after):
                break
            if fold(after.text) in self._openers:
                break
            index += 1
            last = index
            while (
                index + 1 < len(tokens)
                and tokens[index + 1].is_capitalised
                and _touching(passage, index, index + 1)
            ):
                index += 1
                last = index
            index += 1
        return last

    def _quoted(self, passage: Passage, opening: int) -> Iterator[Mention]:
        """A name in quotation marks beside a word that says what it is."""
        tokens = passage.tokens
        closing = next(
            (
                index
                for index in range(opening + 1, min(opening + _LONGEST_QUOTED + 2, len(tokens)))
                if tokens[index].text in self._closing
            ),
            None,
        )
        if closing is None or closing == opening + 1:
            return
        inner = Span(tokens[opening + 1].start, tokens[closing - 1].end)
        name = inner.of(passage.text)
        if not (name[0].isupper() or name[0].isdigit()) or "\n" in name or name[-1] in ".!?,":
            return
        if name.count(" ") >= _LONGEST_QUOTED:
            return
        after = closing + 1
        if self._quoted_after.match_at(passage, after) or (
            self._words.quoted_between
            and after < len(tokens)
            and tokens[after].text.islower()
            and fold(tokens[after].text) not in self._breaks
            and self._quoted_after.match_at(passage, after + 1)
        ):
            yield _mention(inner, name, "organisation.quoted")
            return
        before = opening - 1
        if before >= 0 and tokens[before].is_word:
            bases = {fold(tokens[before].text)}
            bases.update(map(fold, self._language.base_forms(tokens[before].text)))
            if bases & self._quoted_before:
                yield _mention(inner, name, "organisation.quoted")


def _written(head: OrganisationHead, text: str) -> str:
    """The listed form of a head that an inflected form of the text comes from.

    `комитетинин` is from `комитети`, `комитеттин` from `комитет`: the one that shares most
    letters, then the shorter one.
    """
    folded = fold(text)
    return max(head.words, key=lambda word: (_shared(word, folded), -len(word)))


def _shared(left: str, right: str) -> int:
    """How many letters two words begin with alike."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))
    )


def _rows(language: Language, words: OrganisationWords) -> Iterator[tuple[str, _Row]]:
    for entity, organisation in shipped_organisations().items():
        for name in organisation.names.get(language.code, ()):
            yield name, _Row(entity, organisation.country, capitals=True)
    any_case = frozenset(words.any_case)
    for body in words.bodies:
        yield body, _Row(None, None, capitals=body not in any_case)
    for composed in words.composed:
        for pattern in composed.patterns:
            for topic in composed.topics:
                name = pattern.replace("{}", topic)
                name = name[0].upper() + name[1:]
                yield name, _Row(None, None, capitals=pattern not in any_case)


def _capitals_fit(phrase: str, written: list[str], capitals: bool) -> bool:
    """Whether the words have the listed name's capitals: the first one's, all of `БУУ`'s."""
    if not capitals:
        return True
    listed = [token.text for token in tokenise(phrase)]
    for place, (known, word) in enumerate(zip(listed, written, strict=False)):
        if len(known) > 1 and known.isupper():
            if not word.startswith(known):
                return False
        elif place == 0 and known[0].isupper() and not word[0].isupper():
            return False
    return True


def _touching(passage: Passage, left: int, right: int) -> bool:
    """Whether only a space stands between two tokens."""
    return passage.text[passage.tokens[left].end : passage.tokens[right].start] in (" ", "\u00a0")


def _country_beside(
    text: str, span: Span, ends: dict[int, Mention], starts: dict[int, Mention]
) -> CountryCode | None:
    """The country named right before or right after a body's name."""
    before = ends.get(len(text[: span.start].rstrip(" ")))
    after = starts.get(span.end + 1)
    for mention in (before, after):
        if mention is not None and isinstance(mention.value, CountryName):
            return mention.value.code
    return None


def _mention(span: Span, name: str, rule: str, row: _Row | None = None) -> Mention:
    return Mention(
        kind=KIND,
        span=span,
        value=OrganisationName(
            name=name,
            id=None if row is None else row.id,
            country=None if row is None else row.country,
        ),
        rule=rule,
    )
