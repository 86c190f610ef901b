"""Whose a figure is: the country, the two countries or the town that it is of.

What nobody says is left open. A figure of a part (a region, a firm) is never the country's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from generator.knowledge.places import known_place, shipped_places
from generator.lexicon.language import Language
from generator.model.ids import CountryCode
from generator.model.mention import Mention
from generator.model.names import CountryName, PlaceName
from generator.model.span import Span
from generator.recognition.amounts import phrases_pattern
from generator.recognition.figure_words import Indicator, IndicatorWords
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found
from generator.text.transliterate import slugify

_BESIDE = 14
"""Characters before or after a country's name in which the word that ties it is looked for."""
_ADJACENT = 3
"""Words between what is measured and its place, or its country if there are others, at most."""
_CLAUSE = re.compile(r"[,;:\u2013\u2014]")
_JOINED = re.compile(r"\s*(?:,|[^\W\d_]{1,5})\s*")
"""What joins two names of a list: a comma, a conjunction."""
_ABROAD = frozenset({"USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RUB", "XDR"})
"""Currencies that are counted in outside their own country."""


class Owners:
    """Tells whose figures are, in one language."""

    def __init__(
        self, language: Language, words: IndicatorWords, home: CountryCode | None = None
    ) -> None:
        self._language = language
        self._home = home
        self._partner_before = phrases_pattern(words.partner_before, anchor_end=True)
        self._partner_endings = words.partner_endings
        self._inside_endings = words.inside_endings
        self._source_before = phrases_pattern(words.source_before, anchor_end=True)
        self._source_endings = words.source_endings
        self._with_before = phrases_pattern(words.with_before, anchor_end=True)
        self._with_after = phrases_pattern(words.with_after, anchor_start=True)
        self._both = phrases_pattern(words.both)
        self._with_the_world = phrases_pattern(words.with_the_world)
        self._country_words = phrases_pattern(words.country_words)
        self._local_words = phrases_pattern(words.local_words)
        self._capital_words = phrases_pattern(words.capital_words)

    def of(
        self,
        passage: Passage,
        found: Found,
        known: Indicator,
        *,
        phrase: Span,
        directed: Sequence[tuple[Span, str]],
        sentence: Span,
        span: Span,
        unit: str,
    ) -> tuple[str, ...]:
        """Country codes, or the id of a place: whose it is first, then who has a part in it.

        `directed` are the words of the sentence for what goes `to` or comes `from` a country.
        """
        if known.currency is not None:
            return (unit[:2],) if unit not in ("EUR", "XDR") else ()
        if known.local:
            return self._local(passage, found, sentence, span, unit)
        if not known.national:
            return ()
        countries = [m for m in found.of("country") if isinstance(m.value, CountryName)]
        inside = [m for m in countries if sentence.contains(m.span)]
        if known.bilateral:
            return self._pair(
                passage, countries, inside, phrase=phrase, sentence=sentence, span=span
            )
        if known.goes is not None:
            rivals = [one for one in directed if one[0] != phrase and one[1] == known.goes]
            inside = [
                m
                for m in inside
                if not _apart(passage.text, m.span, phrase)
                and _nearest(directed, m.span) not in rivals
            ]
            partners = []
            for n, m in enumerate(inside):
                joined = n > 0 and inside[n - 1] in partners and self._way(passage, m) is None
                between = passage.text[inside[n - 1].span.end : m.span.start] if joined else "-"
                if self._is_partner(passage, m, directed) or _JOINED.fullmatch(between):
                    partners.append(m)
            if partners:
                return self._with_partner(countries, inside, partners, phrase)
        where = max(span.start, phrase.start)
        places = [
            m
            for m in found.of("place")
            if sentence.contains(m.span)
            and phrase.start < span.start
            and not _CLAUSE.search(passage.text, m.span.end, max(m.span.end, phrase.start))
        ]
        before = [m for m in (*inside, *places) if m.span.end <= where]
        if before:
            nearest = max(before, key=lambda m: (m.span.end, m.kind == "country"))
            between = passage.text[nearest.span.end : max(nearest.span.end, phrase.start)]
            unsure = nearest.kind == "place" or len(_codes(before)) > 1
            if unsure and len(between.split()) > _ADJACENT:
                return ()
            owner = self._id(nearest)
            said = passage.text[sentence.start : span.start].lower()
            if known.sovereign or not self._capital_words.search(said):
                return owner
            return _capital_of(owner[0]) if owner else ()
        codes = _codes(inside)
        if codes:
            return codes if len(codes) == 1 else ()
        said = passage.text[sentence.start : sentence.end].lower()
        if self._local_words.search(said):
            return ()
        if known.sovereign or self._country_words.search(said):
            return self._articles_own(passage, found, countries, unit)
        return ()

    def _id(self, mention: Mention) -> tuple[str, ...]:
        value = mention.value
        if isinstance(value, CountryName):
            return (value.code,)
        if isinstance(value, PlaceName):
            return (f"place:{known_place(value.name) or slugify(value.name)}",)
        return ()

    def _articles_own(
        self, passage: Passage, found: Found, countries: Sequence[Mention], unit: str
    ) -> tuple[str, ...]:
        """The country an article is about that a sentence leaves unnamed, if it can be told."""
        codes = _codes(countries)
        issuer = unit[:2] if len(unit) == 3 and unit.isupper() and unit not in _ABROAD else None
        if issuer is not None:
            return (issuer,) if issuer in codes or issuer == self._home else ()
        if codes:
            first = countries[0].span
            headline = bool(passage.article.title) and passage.sentences[0].contains(first)
            plain = len(countries) > 1 or headline or codes[0] == self._home
            return codes if len(codes) == 1 and plain else ()
        abroad = any(
            isinstance(m.value, PlaceName) and m.value.country not in (None, self._home)
            for m in found.of("place")
        )
        return () if self._home is None or abroad else (self._home,)

    # -- two countries --------------------------------------------------------------------------

    def _pair(
        self,
        passage: Passage,
        countries: Sequence[Mention],
        inside: Sequence[Mention],
        *,
        phrase: Span,
        sentence: Span,
        span: Span,
    ) -> tuple[str, ...]:
        near = [
            m
            for m in inside
            if m.span.end <= span.start or not _CLAUSE.search(passage.text, span.end, m.span.start)
        ] or inside
        codes = _codes(sorted(near, key=lambda m: _distance(m.span, span)))
        if len(codes) > 1:
            return tuple(sorted(codes[:2]))
        if codes:
            if not any(self._is_with(passage, m) for m in near):
                return codes
            others = [m for m in countries if not self._is_with(passage, m)]
            own = self._other(others, codes[0])
            return () if own is None else tuple(sorted((own, codes[0])))
        pair = self._pair_before(passage, countries, sentence)
        if pair:
            return pair
        if self._both.search(passage.text[sentence.start : sentence.end].lower()):
            return self._two(passage, countries)
        everybody = _codes(countries)
        worldwide = self._with_the_world.search(passage.text[phrase.start : phrase.end].lower())
        return tuple(sorted(everybody)) if len(everybody) == 2 and not worldwide else ()

    def _with_partner(
        self,
        countries: Sequence[Mention],
        inside: Sequence[Mention],
        partners: Sequence[Mention],
        phrase: Span,
    ) -> tuple[str, ...]:
        """Whose goods they are and where they go or come from; nobody's without an owner."""
        partner = _codes(partners)
        others = sorted(
            (m for m in inside if m not in partners), key=lambda m: _distance(m.span, phrase)
        )
        owner: str | None = next((code for code in _codes(others) if code not in partner), None)
        if owner is None and len(partner) == 1:
            owner = self._other(countries, partner[0])
        if owner is None:
            return ()
        return (owner, partner[0]) if len(partner) == 1 else (owner,)

    def _is_partner(
        self, passage: Passage, mention: Mention, directed: Sequence[tuple[Span, str]]
    ) -> bool:
        """Whether goods go to the country or come from it, as the nearest word for goods has it.

        `imports to …` and `exports from …` name the owner.
        """
        way = self._way(passage, mention)
        nearest = _nearest(directed, mention.span)
        return way is not None and nearest is not None and way == nearest[1]

    def _way(self, passage: Passage, mention: Mention) -> str | None:
        """Whether the words say `to` the country or `from` it."""
        value = mention.value
        if not isinstance(value, CountryName) or value.form != "noun":
            return None
        behind = passage.text[max(0, mention.span.start - _BESIDE) : mention.span.start].lower()
        word = passage.text[mention.span.start : mention.span.end].lower().rpartition(" ")[2]
        inflected = self._language.base_forms(word)[0] != word
        inside = inflected and bool(self._inside_endings) and word.endswith(self._inside_endings)
        if (self._partner_before.search(behind) and not inside) or (
            inflected and self._partner_endings and word.endswith(self._partner_endings)
        ):
            return "to"
        if self._source_before.search(behind) or (
            inflected and self._source_endings and word.endswith(self._source_endings)
        ):
            return "from"
        return None

    def _is_with(self, passage: Passage, mention: Mention) -> bool:
        text = passage.text
        behind = text[max(0, mention.span.start - _BESIDE) : mention.span.start].lower()
        ahead = text[mention.span.end : mention.span.end + _BESIDE].lower()
        return self._with_before.search(behind) is not None or (
            self._with_after.search(ahead) is not None
        )

    def _other(self, countries: Sequence[Mention], code: str) -> str | None:
        """The country whose dealings with `code` an article tells: its other one, or the site's."""
        times = Counter(
            m.value.code
            for m in countries
            if isinstance(m.value, CountryName) and m.value.code != code
        )
        if not times:
            return self._home if self._home != code else None
        most = max(times.values())
        leading = [other for other, count in times.items() if count == most]
        if len(times) == 1 or leading == [self._home]:
            return leading[0]
        return None

    def _two(self, passage: Passage, countries: Sequence[Mention]) -> tuple[str, ...]:
        """The two countries that an article, or else its headline, is about."""
        codes = _codes(countries)
        if len(codes) > 2 and passage.sentences and passage.article.title:
            codes = _codes(m for m in countries if passage.sentences[0].contains(m.span))
        return tuple(sorted(codes)) if len(codes) == 2 else ()

    def _pair_before(
        self, passage: Passage, countries: Sequence[Mention], sentence: Span
    ) -> tuple[str, ...]:
        """The pair of countries named last before `sentence`, in its own paragraph."""
        for earlier in reversed(passage.sentences):
            if earlier.end > sentence.start:
                continue
            if "\n" in passage.text[earlier.end : sentence.start]:
                return ()
            codes = _codes([m for m in countries if earlier.contains(m.span)])
            if codes:
                return tuple(sorted(codes)) if len(codes) == 2 else ()
        return ()

    # -- one town -------------------------------------------------------------------------------

    def _local(
        self, passage: Passage, found: Found, sentence: Span, span: Span, unit: str
    ) -> tuple[str, ...]:
        """The town of a price: of its sentence, of the headline, else the country of both."""
        names = found.of("country", "place")
        headline = passage.sentences[0] if passage.article.title and passage.sentences else None
        lines = [Span(sentence.start, span.start)]
        if headline is not None and headline != sentence:
            lines.append(headline)
        own = self._articles_own(passage, found, found.of("country"), unit)
        for line in lines:
            places = [m for m in names if m.kind == "place" and line.contains(m.span)]
            if places:
                return self._id(places[-1])
            if own and self._capital_words.search(passage.text[line.start : line.end].lower()):
                return _capital_of(own[0]) or own
            codes = _codes(m for m in names if line.contains(m.span))
            if codes:
                return codes if len(codes) == 1 else ()
        return own


@cache
def _capital_of(code: str) -> tuple[str, ...]:
    places = shipped_places().items()
    found = sorted(id_ for id_, place in places if place.capital and place.country == code)
    return (f"place:{found[0]}",) if len(found) == 1 else ()


def _codes(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The countries named, each once, in order."""
    return tuple(dict.fromkeys(m.value.code for m in mentions if isinstance(m.value, CountryName)))


def _nearest(directed: Sequence[tuple[Span, str]], span: Span) -> tuple[Span, str] | None:
    """The word for goods nearest to a name."""
    return min(directed, key=lambda one: _distance(one[0], span), default=None)


def _apart(text: str, one: Span, other: Span) -> bool:
    """Whether a semicolon parts two places of a sentence."""
    return ";" in text[min(one.end, other.end) : max(one.start, other.start)]


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
