"""Named bodies: ministries, agencies, courts, parties, companies, media, international bodies.

Five ways, from sure to less sure: shipped names (`knowledge/organisations/`) and the pack's own
bodies; a topic and a head (`Каржы министрлиги`, `Ministry of Finance`); a name in quotation marks,
in Latin letters or in capitals beside a word that says what it is (`«…» партиясы`,
`компания «…»`); words between one that begins names of bodies and a head (`Улуттук илимдер
академиясы`), or capitalised words up to a head (`Osh State University`); words that tell a task
and a head (`Чек араны коргоо кызматы`). A bare general word (`өкмөт`, `парламент`) is no
organisation. A body that an article names in several forms goes by the fullest of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.knowledge.base import Knowledge
from generator.knowledge.organisations import shipped_organisations
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, EntityId, Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import CountryName, OrganisationName, PlaceName
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable, fold
from generator.recognition.recogniser import Found, Recogniser
from generator.text.tokens import Token, tokenise

KIND = Kind("organisation")
REQUIRES = (Kind("country"), Kind("place"))

_LONGEST_NAME = 8
"""Words a name with a head may have: longer stretches are sentences."""
_LONGEST_TASK = 14
"""Likewise, where the words tell a task."""
_LONGEST_QUOTED = 6
_BEGINNING = 3
"""Letters that a head keeps in all its forms."""
_ENDING = 2
"""Letters, besides a space, by which a name is longer as part of another body: `комитети`."""
_SHORT_QUOTED = 3
"""Quoted words, at most, of which it is told that nothing makes a body's name of them."""


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
    task: bool = False
    """Whether words before it always tell the task: `Жол жана транспорт министрлиги`."""
    members: bool = False
    """Whether the body may be called by its members: `Ишкерлер ассоциациясы`."""


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
    """Capitalised words (or two words) that begin names of bodies and end at a head: `Улуттук`,
    `Эл аралык`, `National`."""
    local_words: tuple[str, ...] = ()
    """Words after a place's name that begin the name of a local body: `шаардык`."""
    named_after: tuple[str, ...] = ()
    """Words after the name of somebody whom a body is named after: `атындагы`."""
    task_words: tuple[str, ...] = ()
    """Words that show that those before a head tell the body's task: `боюнча`."""
    task_endings: tuple[str, ...] = ()
    """Endings of verbal nouns, which show it too: `Чек араны коргоо кызматы`."""
    member_endings: tuple[str, ...] = ()
    """Endings of the plural, which show it before the head of a body of members: `Ишкерлер
    ассоциациясы`."""
    task_links: tuple[str, ...] = ()
    """Further words such names have inside, whatever they end in: `жана`, `каршы`."""
    joining: tuple[str, ...] = ()
    """Those of the links that join two words alike: no head follows one."""
    task_breaks: tuple[str, ...] = ()
    """Endings of words that no such name has inside, nor begins with: finite verbs', cases'."""
    quality_endings: tuple[str, ...] = ()
    """Endings of adjectives that tell the task of a state's body: `Непалдын метеорологиялык
    кызматы`."""
    surname_endings: tuple[str, ...] = ()
    """Endings of capitalised words that are persons' names: no task begins with one."""
    own_state: tuple[str, ...] = ()
    """The state's own name before its bodies, which is no part of theirs."""
    latin_names: bool = False
    """Whether a name in Latin letters, or all in capitals, needs no quotation marks beside the
    word that says what it is: `Novex компаниясы`."""
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
        self._head_beginnings = frozenset(
            fold(word)[:_BEGINNING] for head in words.heads for word in head.words
        )
        self._starters = frozenset(map(fold, words.starters))
        self._local = frozenset(map(fold, words.local_words))
        self._named_after = frozenset(map(fold, words.named_after))
        self._task_links = frozenset(map(fold, (*words.task_words, *words.task_links)))
        self._joining = frozenset((*words.joining, ","))
        self._no_nominative = (*words.task_breaks, *words.owner_endings)
        self._breaks = frozenset(map(fold, words.breaks))
        self._connectors = frozenset(words.connectors)
        self._openers = frozenset(map(fold, words.openers))
        self._country_heads = PhraseTable(((word, word) for word in words.country_heads), language)
        self._quoted_after = PhraseTable(((word, True) for word in words.quoted_after), language)
        self._quoted_before = frozenset(map(fold, words.quoted_before))
        self._districted = frozenset(words.districted)
        self._opening = {opening for opening, _ in language.quotes.pairs}
        self._closing = {closing for _, closing in language.quotes.pairs}

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
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
        bodies: list[Mention] = []
        places = frozenset(
            mention.span.start
            for mention in found.of("place")
            if isinstance(mention.value, PlaceName)
            and mention.value.name == mention.span.of(passage.text)
        )
        for mention in [*self._all(passage, places), *self._of_countries(passage, whole)]:
            if isinstance(mention, Rejection):
                yield mention
                continue
            value = mention.value
            assert isinstance(value, OrganisationName)
            if mention.span in nouns and mention.rule != "organisation.quoted":
                yield mention.declined("the name of a country")
                continue
            # A state named beside a body says whose it is; a known state's body that stands beside
            # another state is that one's body of the same name.
            if (value.id is None) == (value.country is None):
                after = {} if self._words.owner_endings else starts
                country = _country_beside(passage.text, mention.span, ends, after)
                if country not in (None, value.country):
                    unknown = OrganisationName(name=value.name, id=None, country=country)
                    mention = replace(mention, value=unknown)
            if value.id is not None and value.country is None:
                ends.setdefault(mention.span.end, mention)  # of several countries
            elif value.id is None or mention.value == value:
                mention = self._with_owner(passage, mention, ends)
            bodies.append(mention)
        yield from self._one_name(bodies)

    def _with_owner(self, passage: Passage, mention: Mention, ends: dict[int, Mention]) -> Mention:
        """The body with whose it is before it: `Непалдын Каржы министрлиги`.

        A country in the genitive, or a body of several countries.
        """
        value = mention.value
        assert isinstance(value, OrganisationName)
        owner = ends.get(mention.span.start - 1)
        if owner is None or " " not in value.name:
            return mention
        if _is_latin_name(value.name) or value.name.endswith(tuple(self._districted) or ("\n",)):
            return mention
        state = owner.span.of(passage.text)
        if not state.endswith(self._words.owner_endings) or state in self._words.own_state:
            return mention
        name = value.name
        last = passage.tokens_in(mention.span)[-1]
        head = next(iter(self._heads.match_at(passage, last)), None)
        if head is not None:  # Мамлекеттик департамент, but Непалдын Мамлекеттик департаменти
            start = name.rpartition(" ")[0]
            name = f"{start} {_owned(head.row, _written(head.row, passage.tokens[last].text))}"
        elif value.id is not None:
            return mention
        return replace(
            mention,
            span=Span(owner.span.start, mention.span.end),
            value=replace(value, name=f"{state} {name}"),
        )

    def _one_name(self, bodies: list[Mention]) -> Iterator[Mention]:
        """Each body by its fullest name in the article, where a shorter one can mean no other."""
        full: dict[str, tuple[int, OrganisationName]] = {}
        for mention in bodies:
            value = mention.value
            if isinstance(value, OrganisationName) and " " in value.name:
                full.setdefault(value.name, (mention.span.start, value))
        for mention in bodies:
            value = mention.value
            assert isinstance(value, OrganisationName)
            meant = [
                other
                for start, other in full.values()
                if other.name != value.name
                and (
                    other.country is None
                    or start < mention.span.start
                    or (value.id is not None and value.id == other.id)
                )
                and self._is_short_for(value, other)
            ]
            if len(meant) == 1:
                value = replace(meant[0], id=meant[0].id or value.id)
                mention = replace(mention, value=value)
            yield mention

    def _is_short_for(self, short: OrganisationName, full: OrganisationName) -> bool:
        """`ИИМ` for `Ички иштер министрлиги`, that for `Непалдын Ички иштер министрлиги`."""
        if len(short.name) > len(full.name) or None not in (short.id, full.id):
            return short.id == full.id and len(short.name) < len(full.name)
        owner, _, rest = full.name.partition(" ")
        owned = owner.endswith(self._words.owner_endings or ("\n",))
        if short.name in self._districted:
            return rest == short.name
        part = full.name.find(f" {short.name}")
        if part > 0 and full.name[:part].endswith(self._words.owner_endings):
            return len(full.name) - part - len(short.name) <= _ENDING
        if " " in short.name and self._words.task_words:
            return fold(full.name).endswith((f" {fold(short.name)}", f".{fold(short.name)}"))
        if not short.name.isupper() or len(short.name) < 3:
            return False
        names = (full.name, rest) if owned else (full.name,)
        return any(self._initials(short.name, name.replace("-", " ").split()) for name in names)

    def _initials(self, letters: str, words: list[str]) -> bool:
        """Whether `letters` are the first ones of `words`, in order; linking words may lack."""
        if not words:
            return not letters
        if letters and words[0][0].upper() == letters[0]:
            return self._initials(letters[1:], words[1:])
        linking = words[0] in self._connectors or fold(words[0]) in self._task_links
        return linking and self._initials(letters, words[1:])

    def _all(self, passage: Passage, places: frozenset[int]) -> Iterator[Mention | Rejection]:
        tokens = passage.tokens
        for index, token in enumerate(tokens):
            if token.text in self._opening:
                yield from self._quoted(passage, index)
                continue
            if not (token.is_word or token.is_number):
                continue
            listed = self._names.match_at(passage, index)
            match = self._known(passage, listed)
            if match is not None and self._begins_quoted(passage, match):
                match, listed = None, ()
            if match is None and listed and not listed[0].phrase.isupper():
                yield Rejection(
                    kind=KIND,
                    span=listed[0].span(passage),
                    rule=f"organisation.known/{listed[0].phrase}",
                    reason="has not the capitals of the listed name",
                )
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
            if fold(token.text) in self._named_after:
                yield from self._after_somebody(passage, index)
            if not token.is_capitalised:
                continue
            if match is not None and match.last > index:
                branch = self._branch(passage, match)
                if branch is not None:
                    yield branch
                continue  # Башкы прокуратуранын маалымат кызматы: the body itself stays
            if self._words.latin_names:
                yield from self._unquoted(passage, index)
            begins = self._is_starter(passage, index)
            local = self._is_local(passage, index)
            named = self._to_head(passage, index) if begins or local else None
            task = None if named or match else self._task(passage, index, places=places)
            if task is not None:
                yield task
            if begins or local:
                if named is not None:
                    yield named
                elif task is None and match is None and begins:
                    yield Rejection(
                        kind=KIND,
                        span=token.span,
                        rule="organisation.starter",
                        reason="no word for a body ends a name that begins so",
                    )
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
                body = self._of_state(passage, mention, index)
                if body is not None:
                    yield body
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

    def _of_state(self, passage: Passage, state: Mention, first: int) -> Mention | None:
        """A body of a state told by its task, without a capital of its own."""
        name = state.span.of(passage.text)
        if not name.endswith(self._words.owner_endings) or name in self._words.own_state:
            return None
        if not passage.tokens[first].text.islower():
            return None  # it is found without the state
        owner = passage.tokens_in(state.span).start
        body = self._task(passage, first, owner=owner, of_state=True)
        if body is None or not isinstance(body.value, OrganisationName):
            return None
        assert isinstance(state.value, CountryName)
        return replace(body, value=replace(body.value, country=state.value.code))

    def _known(
        self, passage: Passage, listed: Iterable[PhraseMatch[_Row]]
    ) -> PhraseMatch[_Row] | None:
        for match in listed:
            written = [token.text for token in passage.tokens[match.first : match.last + 1]]
            if match.row.id is None and self._is_plural(
                written[-1], fold(match.phrase).split()[-1]
            ):
                continue  # `медицина борборлору` are several
            if _capitals_fit(match.phrase, written, match.row.capitals):
                return match
        return None

    def _begins_quoted(self, passage: Passage, match: PhraseMatch[_Row]) -> bool:
        """Whether a listed word is but the first of a quoted name: `«Газпром Арена»`."""
        tokens = passage.tokens
        if not match.first or tokens[match.first - 1].text not in self._opening:
            return False
        if match.first < match.last or match.last + 2 >= len(tokens):
            return False
        after = tokens[match.last + 1]
        joined = after.is_capitalised and _touching(passage, match.last, match.last + 1)
        return joined and tokens[match.last + 2].text in self._closing

    def _district(self, passage: Passage, index: int) -> Token | None:
        """The bare name before a body of a district: `Ленин РИИБ`."""
        if not index or not _touching(passage, index - 1, index):
            return None
        token = passage.tokens[index - 1]
        name = token.is_capitalised and not token.text.isupper() and token.is_word
        if not name or self._goes_on(passage, index - 1) or fold(token.text) in self._openers:
            return None
        return token if self._language.base_forms(token.text)[0] == token.text.lower() else None

    def _is_local(self, passage: Passage, index: int) -> bool:
        return (
            index + 1 < len(passage.tokens)
            and self._is_listed(passage.tokens[index + 1].text, self._local)
            and not _is_declined_abbreviation(passage.tokens[index].text)
            and not self._is_listed(passage.tokens[index].text, self._openers)
            and not self._goes_on(passage, index)
        )

    def _is_listed(self, word: str, listed: frozenset[str]) -> bool:
        """Whether a word is listed, inflected in languages that decline all words of a name."""
        if fold(word) in listed:
            return True
        declined = self._words.inflect_all and bool(listed)
        return declined and not listed.isdisjoint(map(fold, self._language.base_forms(word)))

    def _is_oblique(self, word: str) -> bool:
        return bool(self._no_nominative) and word.endswith(self._no_nominative)

    def _goes_on(self, passage: Passage, index: int) -> bool:
        """Whether the word before belongs to the same name, as a capital and no case tell."""
        if not index or not _touching(passage, index - 1, index):
            return False
        before = passage.tokens[index - 1]
        return (
            before.is_capitalised
            and fold(before.text) not in self._openers
            and not self._is_oblique(before.text)
        )

    def _is_starter(self, passage: Passage, index: int) -> bool:
        """Whether a starter stands here, inflected in languages that decline all words."""
        word = passage.tokens[index].text
        following = passage.tokens[index + 1 : index + 2]
        return any(
            f"{fold(word)} {fold(token.text)}" in self._starters for token in following
        ) or self._is_listed(word, self._starters)

    def _task(
        self,
        passage: Passage,
        first: int,
        *,
        places: frozenset[int] = frozenset(),
        owner: int | None = None,
        of_state: bool = False,
    ) -> Mention | None:
        """A body called by its task: `Чек араны коргоо кызматы`, `Спорт боюнча агенттик`.

        `places` are where names of places begin; `owner` is where the name of the body begins
        whose part it is, `of_state` whether that is a state.
        """
        tokens = passage.tokens
        if not self._words.task_words:
            return None
        told = place = False
        start = tokens[first if owner is None else owner].start
        if owner is None:
            word = tokens[first].text
            place = tokens[first].start in places
            if fold(word) in self._openers or word.isascii() or word.isupper():
                return None
            if self._is_oblique(word) and not place:
                return None
            if word.endswith(self._words.surname_endings) or self._goes_on(passage, first):
                return None
            # a capital that no sentence's beginning explains, or that of a place
            before = tokens[first - 1]
            inside = first > 0 and (before.is_word or before.text in self._closing)
            inside = inside and _touching(passage, first - 1, first)
            told = inside or place
            if first > 1 and fold(tokens[first - 1].text) in self._local:
                start = tokens[first - 2].start if tokens[first - 2].is_capitalised else start
        by_task = False
        if of_state:
            told = tokens[first].text.endswith(self._words.quality_endings)
        for last in range(first + (owner is None), min(first + _LONGEST_TASK, len(tokens))):
            token = tokens[last]
            if "\n" in passage.text[tokens[last - 1].end : token.start]:
                return None
            if last > first and not token.text.islower() and token.text != ",":
                return None
            word = fold(token.text)
            head = None
            if word[:_BEGINNING] in self._head_beginnings:  # most words need no look at the table
                head = next(iter(self._heads.match_at(passage, last)), None)
            if head is not None:
                written = _written(head.row, token.text)
                members = self._words.member_endings
                of_members = head.row.members and tokens[last - 1].text.endswith(members)
                known = told and written == _owned(head.row, written)
                known = known and not (place and last == first + 1)  # Ош борбору, of the city
                if not (by_task or known or of_members or head.row.task):
                    return None
                if self._is_plural(token.text, written) or tokens[last - 1].text in self._joining:
                    return None  # маалымат жана кеңеш
                if place and tokens[last - 1].text in self._words.task_words:
                    return None  # Ош облусу боюнча башкармалык: whose, the name does not tell
                name = f"{passage.text[start : token.start]}{written}"
                return _mention(Span(start, tokens[head.last].end), name, "organisation.task")
            by_task = by_task or word in self._words.task_words
            if owner is None or of_state:
                by_task = by_task or word.endswith(self._words.task_endings)
            if word in self._task_links or token.text == ",":
                continue
            following = tokens[last + 1].text if last + 1 < len(tokens) else ""
            if word.endswith(self._words.task_breaks) and following not in self._task_links:
                return None
            if word in self._breaks:
                return None
            told = told and not word.endswith(self._words.owner_endings)
        return None

    def _is_plural(self, text: str, base: str) -> bool:
        """`агенттиктери` are several bodies, none of them named."""
        endings = self._words.member_endings
        return bool(endings) and fold(text)[_shared(base, fold(text)) :].startswith(endings)

    def _after_somebody(self, passage: Passage, index: int) -> Iterator[Mention]:
        """A body named after somebody: `И. Арабаев атындагы университет`."""
        tokens = passage.tokens
        first = index
        while first and (
            tokens[first - 1].text == "."
            or (tokens[first - 1].is_capitalised and not self._is_oblique(tokens[first - 1].text))
        ):
            first -= 1
        if first == index or not tokens[first].is_capitalised:
            return
        for last in range(index + 1, min(index + _LONGEST_QUOTED, len(tokens))):
            if not _touching(passage, last - 1, last):
                return
            head = next(iter(self._heads.match_at(passage, last)), None)
            if head is not None:
                start, written = tokens[first].start, _written(head.row, tokens[last].text)
                name = f"{passage.text[start : tokens[last].start]}{written}"
                span = Span(start, tokens[head.last].end)
                yield _mention(span, name, "organisation.after-somebody")
                return

    def _branch(self, passage: Passage, body: PhraseMatch[_Row]) -> Mention | None:
        """A part of a known body, called by its task: `Жогорку Кеңештин … боюнча комитети`."""
        if not passage.tokens[body.last].text.endswith(self._words.owner_endings or ("\n",)):
            return None
        return self._task(passage, body.last + 1, owner=body.first)

    def _unquoted(self, passage: Passage, first: int) -> Iterator[Mention]:
        """A name in Latin letters or in capitals beside a word that says what it is."""
        tokens = passage.tokens
        last = first
        if tokens[first].text.isascii():
            if first and tokens[first - 1].text.isascii() and tokens[first - 1].is_word:
                return
            while last + 1 < len(tokens) and _is_latin_name(tokens[last + 1].text):
                if not _touching(passage, last, last + 1):
                    break
                last += 1
        elif not tokens[first].text.isupper():
            return
        span = Span(tokens[first].start, tokens[last].end)
        name = span.of(passage.text)
        beside = last + 1 < len(tokens) and _touching(passage, last, last + 1)
        if beside and len(name) > 2 and self._quoted_after.match_at(passage, last + 1):
            yield _mention(span, name, "organisation.unquoted")

    def _to_head(self, passage: Passage, first: int) -> Mention | None:
        """A name from `first` to the next head."""
        tokens = passage.tokens
        for last in range(first + 1, min(first + _LONGEST_NAME, len(tokens))):
            token = tokens[last]
            gap = passage.text[tokens[last - 1].end : token.start]
            if "\n" in gap or not (token.is_word or token.text == ","):
                return None
            if fold(token.text) in self._breaks:
                return None
            if token.is_capitalised and (
                tokens[last - 1].text == ","
                # but `Борбордук Азия университети` begins with two of them
                or (fold(token.text) in self._starters and last > first + 1)
            ):
                return None
            head = next(iter(self._heads.match_at(passage, last)), None)
            if head is None:
                continue
            if self._is_plural(token.text, _written(head.row, token.text)):
                return None
            words = [item.text for item in tokens[first:last]]
            if head.row.ending is not None:
                agreed = [self._agree(word, head.row.ending) for word in words]
                if None in agreed:
                    return None
                words = [word for word in agreed if word is not None]
            owned = last == first + 2 and fold(tokens[last - 1].text) in self._local
            written = _written(head.row, token.text)
            if owned:
                written = _owned(head.row, written)
            name = " ".join([*words, written]).replace(" ,", ",")
            span = Span(tokens[first].start, tokens[head.last].end)
            local = fold(tokens[first + 1].text) in self._local
            if local and first > 1 and tokens[first - 1].text == ".":
                initial = tokens[first - 2]
                if len(initial.text) == 1 and initial.is_capitalised:
                    span = Span(initial.start, span.end)
                    name = passage.text[span.start : tokens[first].start] + name
            return _mention(span, name, "organisation.starter")
        return None

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

    def _quoted(self, passage: Passage, opening: int) -> Iterator[Mention | Rejection]:
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
                return
        if name.count(" ") < _SHORT_QUOTED:
            yield Rejection(
                kind=KIND,
                span=inner,
                rule="organisation.quoted",
                reason="no word beside it says that a body is called so",
            )


def _written(head: OrganisationHead, text: str) -> str:
    """The listed form of a head that an inflected form of the text comes from.

    `комитетинин` is from `комитети`, `комитеттин` from `комитет`: the one that shares most
    letters, then the shorter one.
    """
    folded = fold(text)
    return max(head.words, key=lambda word: (_shared(word, folded), -len(word)))


def _owned(head: OrganisationHead, written: str) -> str:
    """The form with a possessive ending, `комитети`, that belongs to `written`."""
    return max((word for word in head.words if word.startswith(written)), key=len)


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


def _is_declined_abbreviation(text: str) -> bool:
    """`ИИМге`: in a case of its own, so that it begins no other body's name."""
    return text[:2].isupper() and len(text) > 1 and not text.isupper()


def _is_latin_name(text: str) -> bool:
    return text.isascii() and text[0].isupper()


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
