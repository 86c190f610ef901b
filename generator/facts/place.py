"""Cities, regions, rivers and other places that are no countries: `Ош шаары`, `Osh Region`.

Two ways: the shipped gazetteer (`knowledge/places.toml`), and a capitalised word beside a word
that says what it is (`облусу`, `область`, `Province`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.knowledge.base import Knowledge
from generator.knowledge.places import Place, shipped_places
from generator.lexicon.language import Language
from generator.model.ids import CountryCode, Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import PlaceName
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable, fold
from generator.recognition.recogniser import Found, Recogniser

KIND = Kind("place")
REQUIRES = (Kind("country"),)

_KNOWN = "place.known"
_HEAD = "place.head"
_WHOLE = 4
"""Letters from which on the halves of a hyphenated word are taken for names of their own."""
_OPENING = '«“„"'
_DASHES = "–—"
_CLOSING = '»”“"'


_ROUTE = 2
"""Names of a route at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHead:
    """A word that says what sort of place a name beside it is."""

    words: tuple[str, ...]
    """Base forms that stand for it; the first is written in the name where `keep`."""
    keep: bool = True
    """Whether it belongs to the name: `Баткен облусу`, but `Бишкек`."""
    ending: str | None = None
    """What a name that is an adjective ends in before this head: `ая` before `область`."""
    adjective_only: bool = False
    """Whether only an adjective makes a place with it: `Ленинский район`."""
    abbreviation: bool = False
    """Whether it is written with a full stop: `г.`."""
    of_persons: bool = False
    """Whether such places bear names of persons: two capitalised words belong to the name."""
    each: bool = False
    """Whether each name of a list is called with it, one `жана` joins to the last included:
    `Сокулук жана Москва райондору`, `Аламүдүн жана Кемин району`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """`place.toml`."""

    inflect_all: bool = False
    """Whether every word of a name is declined, not the last alone."""
    heads_after: tuple[PlaceHead, ...] = ()
    """Heads that follow the name."""
    heads_before: tuple[PlaceHead, ...] = ()
    """Heads that stand before it."""
    whole_heads: bool = False
    """Whether a head must begin as its first word is written, plurals apart: with a possessive
    ending (`облусу`) it makes a name, without (`облус аралык`) it does not."""
    listed_bare: bool = False
    """Whether the names of a list before a head in the plural stand without it: `Чу, Талас
    дарыялары` are the places Чу and Талас."""
    declined_endings: tuple[str, ...] = ()
    """Endings of the base form of a name that is declined after a head too: `в городе Калуге`."""
    plurals: tuple[str, ...] = ()
    """Beginnings of plural forms of heads, which belong to every name of the list before them:
    `Баткен, Ош жана Чүй облустары`."""
    conjunctions: tuple[str, ...] = ()
    """What joins the last two names of such a list, marks and words."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of the base form of an adjective, which a head's `ending` replaces."""
    case_endings: tuple[str, ...] = ()
    """Endings that show that a capitalised word is no bare name: the genitive's."""
    modifiers: tuple[str, ...] = ()
    """First words of names of two words: `Тоолуу`, `Жаңы`, `New`."""
    personal_names: tuple[str, ...] = ()
    """Places' names that are names of persons too; another name beside them decides."""
    of_places: tuple[str, ...] = ()
    """Words with a capital that are no names, but said of the place before them: `Osh Mayor`."""
    routes: tuple[str, ...] = ()
    """Beginnings of words for what leads from place to place: `Ош — Сары-Таш жолу`."""
    route_dashes: tuple[str, ...] = ("—", "–", "-")
    common_words: tuple[str, ...] = ()
    """Places' names that look like an ordinary word where a sentence begins."""
    openers: tuple[str, ...] = ()
    """Words with a capital at the beginning of a sentence that are no part of a name."""
    district_adjectives: tuple[str, ...] = ()
    """Adjectives that make the name before them that of a district: `райондук`."""
    district: str = ""
    """The head such a district's name has then: `району`."""
    not_places: tuple[str, ...] = ()
    """Phrases with a place's name in them that are something else."""


@dataclass(frozen=True, slots=True)
class _Row:
    country: CountryCode | None
    known: bool


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    """The recogniser of places; `None` where the pack has no `place.toml`."""
    words = language.table("place", PlaceWords)
    return None if words is None else PlaceRecogniser(language, words)


class PlaceRecogniser:
    """The gazetteer, then names with a head."""

    def __init__(self, language: Language, words: PlaceWords) -> None:
        self._language = language
        self._words = words
        rows = [(name, _Row(place.country, known=True)) for name, place in _names(language).items()]
        rows += [(phrase, _Row(None, known=False)) for phrase in words.not_places]
        self._gazetteer = PhraseTable(rows, language, inflect_all=words.inflect_all)
        self._countries = {fold(name): row.country for name, row in rows if row.known}
        self._single = {fold(name): (name, row) for name, row in rows if " " not in name}
        self._after = _heads(words.heads_after, language)
        self._before = _heads(words.heads_before, language)
        self._personal = frozenset(map(fold, words.personal_names))
        self._common = frozenset(map(fold, words.common_words))
        self._openers = frozenset(map(fold, words.openers))
        self._modifiers = frozenset(map(fold, words.modifiers))

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        """Every place in `passage`."""
        countries = found.of("country")
        for mention in self._all(passage):
            if isinstance(mention, Rejection):
                yield mention
                continue
            value = mention.value
            assert isinstance(value, PlaceName)
            inside = [country for country in countries if mention.span.overlaps(country.span)]
            if any(country.span.contains(mention.span) for country in inside):
                yield mention.declined("part of a country's name")
            elif inside and mention.rule.startswith(_HEAD):
                # `Indonesian island`, `города Пакистана`: no names
                yield mention.declined("a country and a general word, no name")
            else:
                yield mention

    def _all(self, passage: Passage) -> Iterator[Mention | Rejection]:
        tokens = passage.tokens
        free = 0  # the first token that is in no known name
        for index, token in enumerate(tokens):
            if not token.is_word:
                continue
            after = next(iter(self._after.match_at(passage, index)), None)
            if after is not None:
                last = fold(tokens[after.last].text)
                plural = last.startswith(self._words.plurals or ("\n",))
                if plural or self._is_whole(passage, after):
                    if tokens[after.first - 1].text in _CLOSING and after.first:
                        yield from self._quoted_before(passage, after, after.first - 1, plural)
                    else:
                        yield from self._name_before(
                            passage,
                            after,
                            after.first - 1,
                            bare=plural and self._is_bare(after.row),
                        )
                if plural:
                    yield from self._listed_before(passage, after)
                else:
                    yield from self._coordinated(passage, after)
            before = next(iter(self._before.match_at(passage, index)), None)
            if before is not None:
                yield from self._name_after(passage, before)
            if index and self._words.routes and fold(token.text).startswith(self._words.routes):
                yield from self._route(passage, index)
            if index >= free:
                match = self._known(passage, index)
                if match is not None:
                    reason = self._means_else(passage, match)
                    if reason:
                        yield _declined(match.span(passage), _KNOWN, match.phrase, reason)
                    else:
                        yield self._of_district(passage, match)
                    free = match.last + 1
                elif "-" in token.text and token.is_capitalised:
                    yield from self._compound(token.text, token.start)

    def _of_district(self, passage: Passage, match: PhraseMatch[_Row]) -> Mention:
        """A listed name, which before an adjective is that of the district: `Алай райондук`."""
        following = passage.tokens[match.last + 1 : match.last + 2]
        name = match.phrase
        if any(fold(token.text) in self._words.district_adjectives for token in following):
            name = f"{name} {self._words.district}"
        return _mention(match.span(passage), name, match.row.country, _KNOWN)

    def _known(self, passage: Passage, index: int) -> PhraseMatch[_Row] | None:
        for match in self._gazetteer.match_at(passage, index):
            written = [token.text for token in passage.tokens[match.first : match.last + 1]]
            if not match.row.known or _capitals_fit(match.phrase, written):
                return match
        return None

    def _in_joined_name(self, passage: Passage, match: PhraseMatch[_Row]) -> bool:
        """Whether a dash alone joins a word with a capital before it that is no listed place."""
        tokens = passage.tokens
        if match.first < 2 or tokens[match.first - 1].text not in _DASHES:
            return False
        other = tokens[match.first - 2]
        glued = tokens[match.first].start - other.end == 1
        return (
            glued
            and other.is_capitalised
            and not self._gazetteer.match_at(passage, match.first - 2)
        )

    def _means_else(self, passage: Passage, match: PhraseMatch[_Row]) -> str:
        """Why a listed name is no place's here; empty where it is."""
        if not match.row.known:
            return "in a longer name, of something else"
        tokens = passage.tokens
        name = fold(match.phrase)
        begins = tokens[match.first].start == passage.sentence_of(match.span(passage)).start
        if begins and name in self._common:
            return "an ordinary word may begin the sentence"
        if match.first > 1 and tokens[match.first - 2].text in _OPENING:
            one = tokens[match.first - 1]
            if one.is_capitalised and _joined(passage, match.first - 1, match.first):
                if fold(one.text) in self._modifiers:
                    return ""
                return "in a name between quotation marks"  # «Эйр Астана»
        if match.first and tokens[match.first - 1].text in _OPENING:
            closing = self._closing(passage, match.last + 1)
            if closing is not None and closing + 1 < len(tokens):
                noun = tokens[closing + 1]
                named = noun.text.islower() and noun.start == tokens[closing].end + 1
                if named and not self._after.match_at(passage, closing + 1):
                    return "in a name between quotation marks"  # «Ош» дүкөнү
        if self._in_joined_name(passage, match):
            return "in a name joined by a dash"  # the `Datka–Sughd` line
        if name not in self._personal:
            return ""
        before = tokens[match.first - 1] if match.first and not begins else None
        after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
        if after is not None and after.is_capitalised and not after.text.isupper():
            gap = passage.text[tokens[match.last].end : after.start]
            named = after.text not in self._words.of_places
            if gap == " " and named and not self._after.match_at(passage, match.last + 1):
                return "a person's name, as the next word shows"
        if (
            before is not None
            and (before.is_capitalised or before.text == ".")
            and fold(before.text) not in self._openers
        ):
            return "a person's name, as the word before shows"
        return ""

    def _is_bare(self, head: PlaceHead) -> bool:
        """Whether names of a list before such a head in the plural stand without it."""
        return self._words.listed_bare and not head.each

    def _route(self, passage: Passage, index: int) -> Iterator[Mention]:
        """`Бишкек — Сары-Таш — Ош жолу`: names between dashes up to `index`, one of them known."""
        tokens = passage.tokens
        named = [index - 1]
        while named[-1] > 1 and tokens[named[-1] - 1].text in self._words.route_dashes:
            named.append(named[-1] - 2)
        if len(named) < _ROUTE or not all(_is_name(tokens[at].text) for at in named):
            return
        unknown = [at for at in named if not self._gazetteer.match_at(passage, at)]
        if len(unknown) == len(named):
            return
        before = named[-1] - 1
        if before >= 0 and tokens[before].is_capitalised and _joined(passage, before, named[-1]):
            return  # perhaps the first name is longer
        for at in unknown:
            name = tokens[at].text
            if "-" not in name and fold(name) not in self._openers:
                yield _mention(Span(tokens[at].start, tokens[at].end), name, None, "place.route")

    def _is_whole(self, passage: Passage, head: PhraseMatch[PlaceHead]) -> bool:
        if not self._words.whole_heads:
            return True
        stem = fold(head.row.words[0].rpartition(" ")[2])
        return fold(passage.tokens[head.last].text).startswith(stem)

    def _listed_before(
        self, passage: Passage, head: PhraseMatch[PlaceHead]
    ) -> Iterator[Mention | Rejection]:
        """The places that a head in the plural makes of all but the last name of a list."""
        tokens = passage.tokens
        place = head.first - 1
        while place > 1:
            if tokens[place].text in _CLOSING:
                place = self._opening(passage, place)
            before = _with_initial(passage, place) - 1
            if head.row.of_persons and before > 0 and _is_name(tokens[before].text):
                before -= _joined(passage, before, before + 1)  # `Катта Хирмонтепа көчөлөрү`
            if before < 1 or fold(tokens[before].text) not in self._words.conjunctions:
                return
            place = before - 1
            if tokens[place].text in _CLOSING:
                yield from self._quoted_before(passage, head, place, True)
            elif _is_name(tokens[place].text) or _is_short(tokens[place].text):
                yield from self._name_before(
                    passage, head, place, bare=self._is_bare(head.row), listed=True
                )
            else:
                return

    def _coordinated(
        self, passage: Passage, head: PhraseMatch[PlaceHead]
    ) -> Iterator[Mention | Rejection]:
        """`Баткен жана Ош облусундагы`: a region the gazetteer knows shares the head."""
        place = head.first - 3
        tokens = passage.tokens
        if place < 0 or fold(tokens[place + 1].text) not in self._words.conjunctions:
            return
        if tokens[place + 1].text == "," or not head.row.keep:
            return
        whole = fold(f"{tokens[place].text} {head.row.words[0]}")
        unknown = head.row.each and not self._gazetteer.match_at(passage, place)
        if whole in self._countries or (
            unknown and place > 0 and not tokens[place - 1].is_capitalised
        ):
            yield from self._name_before(passage, head, place)

    def _opening(self, passage: Passage, closing: int) -> int:
        """Where the quotation mark stands that one closes; `closing` where none is near."""
        for index in range(closing - 1, max(-1, closing - 5), -1):
            if passage.tokens[index].text in _OPENING:
                return index
        return closing

    def _closing(self, passage: Passage, start: int) -> int | None:
        """Where a quotation mark closes within a few words from `start`."""
        for index in range(start, min(start + 4, len(passage.tokens))):
            if passage.tokens[index].text in _CLOSING:
                return index
        return None

    def _quoted_before(
        self, passage: Passage, head: PhraseMatch[PlaceHead], closing: int, listed: bool
    ) -> Iterator[Mention]:
        """The place a head makes of a name in quotation marks: `«Достук» массиви`."""
        tokens = passage.tokens
        opening = self._opening(passage, closing)
        if opening >= closing - 1 or not tokens[opening + 1].text[0].isupper():
            return
        inner = Span(tokens[opening + 1].start, tokens[closing - 1].end)
        name = inner.of(passage.text)
        country = self._countries.get(fold(name))
        bare = listed and self._is_bare(head.row) and not head.row.of_persons
        if head.row.keep and not bare:
            name = f"{name} {head.row.words[0]}"
        yield _mention(inner, name, country, f"{_HEAD}/{head.row.words[0]}")

    def _name_before(
        self,
        passage: Passage,
        head: PhraseMatch[PlaceHead],
        first: int,
        *,
        bare: bool = False,
        listed: bool = False,
    ) -> Iterator[Mention | Rejection]:
        """The place that `head` makes of the capitalised words that end at `first`."""
        tokens = passage.tokens
        last = first
        beside = first == head.first - 1
        if first < 0:
            return
        if not _is_name(tokens[first].text) and not (listed and _is_short(tokens[first].text)):
            return
        if beside and not _joined(passage, first, head.first):
            return
        name = tokens[first].text
        adjective = self._adjective(name, head.row)
        if adjective is not None:
            name = adjective
        elif head.row.adjective_only or (
            name.lower().endswith(self._words.case_endings)
            and not (beside and "family" in self._language.name_tags(name))  # `Ленин көчөсү`
        ):
            if fold(name) not in self._openers:
                span = Span(tokens[first].start, tokens[head.last].end)
                yield _declined(
                    span, _HEAD, head.row.words[0], "the word before it is no bare name"
                )
            return
        if fold(name) in self._openers or fold(name) in self._modifiers:
            return
        if (
            first > 0
            and (fold(tokens[first - 1].text) in self._modifiers or head.row.of_persons)
            and _is_name(tokens[first - 1].text)
            and fold(tokens[first - 1].text) not in self._openers
            and not tokens[first - 1].text.lower().endswith(self._words.case_endings or ("\n",))
            and not (head.row.of_persons and self._gazetteer.match_at(passage, first - 1))
            and _joined(passage, first - 1, first)
        ):
            first -= 1
            name = f"{tokens[first].text} {name}"
        if head.row.of_persons:
            start = _with_initial(passage, first)
            name = passage.text[tokens[start].start : tokens[first].start] + name
            first = start
        span = Span(tokens[first].start, tokens[head.last if beside else last].end)
        whole = f"{name} {head.row.words[0]}"
        bare = bare and fold(whole) not in self._countries and not head.row.of_persons
        written = whole if head.row.keep and not bare else name
        country = self._countries.get(fold(written)) or self._countries.get(fold(name))
        yield _mention(span, written, country, f"{_HEAD}/{head.row.words[0]}")

    def _name_after(
        self, passage: Passage, head: PhraseMatch[PlaceHead]
    ) -> Iterator[Mention | Rejection]:
        """The place that `head` makes of the capitalised words after it."""
        tokens = passage.tokens
        first = head.last + 1
        if fold(tokens[head.first].text).startswith(self._words.plurals):
            return
        if head.row.abbreviation:
            if first >= len(tokens) or tokens[first].text != ".":
                return
            if head.first and tokens[head.first - 1].is_number:
                return  # `2018 г.`
            first += 1
        if first >= len(tokens) or not _is_name(tokens[first].text):
            return
        between = passage.text[tokens[head.last].end : tokens[first].start]
        if between.strip(".\u00a0 ") or "\n" in between:
            return
        last = first
        if (
            fold(tokens[first].text) in self._modifiers
            and first + 1 < len(tokens)
            and _is_name(tokens[first + 1].text)
            and _joined(passage, first, first + 1)
        ):
            last = first + 1
        elif (
            first + 1 < len(tokens)
            and _is_name(tokens[first + 1].text)
            and _joined(passage, first, first + 1)
        ):
            # a longer name, perhaps a person's
            span = Span(tokens[head.first].start, tokens[first + 1].end)
            yield _declined(span, _HEAD, head.row.words[0], "not sure where the name ends")
            return
        # Not any base form of the last word: beside a head names often stay undeclined, and those
        # the gazetteer does not know are the least likely to be declined by rule.
        written = " ".join(token.text for token in tokens[first : last + 1])
        name = self._declined(passage, head, tokens[last].text)
        name = written if first < last or name is None else name
        known = self._gazetteer.match_at(passage, first)
        country = None
        if known and known[0].row.known:
            name, country = known[0].phrase, known[0].row.country
        start = tokens[head.first].start
        written = f"{head.row.words[0]} {name}" if head.row.keep else name
        yield _mention(
            Span(start, tokens[last].end), written, country, f"{_HEAD}/{head.row.words[0]}"
        )

    def _declined(self, passage: Passage, head: PhraseMatch[PlaceHead], word: str) -> str | None:
        """The base form of a name of one of the listed endings after a head that is declined."""
        endings = self._words.declined_endings
        written = fold(passage.tokens[head.last].text)
        if not endings or written == fold(head.row.words[0]) or head.row.abbreviation:
            return None
        for base in self._language.base_forms(word):
            if base.endswith(endings) and fold(word).startswith(fold(base[:-1])):
                return word[: len(base) - 1] + base[-1]
        return None

    def _adjective(self, word: str, head: PlaceHead) -> str | None:
        """`word` agreeing with `head` where it is an adjective: `Ошской` → `Ошская`."""
        if head.ending is None:
            return None
        for base in self._language.base_forms(word):
            for ending in self._words.adjective_endings:
                if base.endswith(ending) and len(base) > len(ending) + 1:
                    stem = base[: -len(ending)]
                    if fold(word).startswith(fold(stem)):
                        return word[: len(stem)] + head.ending
        return None

    def _compound(self, text: str, start: int) -> Iterator[Mention | Rejection]:
        """Places joined by a hyphen: `Бишкек-Ош`."""
        found: list[Mention] = []
        parts = list(re.finditer(r"[^-]+", text))
        first = 0
        lacking = False
        while first < len(parts):
            for last in range(len(parts) - 1, first - 1, -1):
                word = text[parts[first].start() : parts[last].end()]
                forms = map(fold, (word, *self._language.base_forms(word)))
                entry = next((self._single[form] for form in forms if form in self._single), None)
                if entry is not None and word[0].isupper() and entry[1].known:
                    break
            else:
                if all(len(part.group()) >= _WHOLE and part.group().istitle() for part in parts):
                    first += 1
                    lacking = True
                    continue  # a road between two places, one of which the gazetteer lacks
                for mention in found:
                    yield mention.declined("half of a hyphenated name")
                return
            span = Span(start + parts[first].start(), start + parts[last].end())
            found.append(_mention(span, entry[0], entry[1].country, _KNOWN))
            first = last + 1
        for mention in found:
            value = mention.value
            assert isinstance(value, PlaceName)
            if lacking and value.country is None:
                yield mention.declined("half of a hyphenated name")
            else:
                yield mention


def _names(language: Language) -> Mapping[str, Place]:
    """Name to place, in one language; a name of two places means the one listed first."""
    names: dict[str, Place] = {}
    for place in shipped_places().values():
        for name in place.names.get(language.code, ()):
            names.setdefault(name, place)
    return names


def _heads(heads: Iterable[PlaceHead], language: Language) -> PhraseTable[PlaceHead]:
    return PhraseTable(
        ((word, head) for head in heads for word in head.words), language, inflect_all=False
    )


def _is_name(word: str) -> bool:
    """Whether it may be a name: capitalised, not an abbreviation or an initial."""
    return len(word) > 1 and word[0].isupper() and not word.isupper()


def _is_short(word: str) -> bool:
    """Whether it may be a quarter called by its initials, in a list: `ХБК`."""
    return 2 <= len(word) <= 4 and word.isupper()


def _with_initial(passage: Passage, first: int) -> int:
    """Where a name begins, an initial before it included: `Т. Абдымомунов көчөсү`."""
    tokens = passage.tokens
    if first < 2 or tokens[first - 1].text != ".":
        return first
    initial = tokens[first - 2]
    return first - 2 if len(initial.text) == 1 and initial.is_capitalised else first


def _joined(passage: Passage, left: int, right: int) -> bool:
    """Whether only a space stands between two tokens."""
    return passage.text[passage.tokens[left].end : passage.tokens[right].start] in (" ", "\u00a0")


def _capitals_fit(phrase: str, written: list[str]) -> bool:
    """Whether the first word has the capital the listed name has, or some word of it has."""
    if phrase[0].isupper():
        return written[0][0].isupper()
    return any(word[0].isupper() for word in written)


def _declined(span: Span, rule: str, row: str, reason: str) -> Rejection:
    return Rejection(kind=KIND, span=span, rule=f"{rule}/{row}", reason=reason)


def _mention(span: Span, name: str, country: CountryCode | None, rule: str) -> Mention:
    return Mention(kind=KIND, span=span, value=PlaceName(name=name, country=country), rule=rule)
