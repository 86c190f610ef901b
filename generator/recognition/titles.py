"""Titles of office and occupations, each place where the text names one, holder or not.

The fact type `title` finds them one by one; `role` asks for those of several people too.

A title is a listed phrase; or a minister with the portfolio beside it (`<portfolio> министри`);
with the modifiers that belong to it (`биринчи`, `генеральный`, `deputy`); and with the office it
serves where the language says that inside the title (`министрдин орун басары`, `советник
президента`). What stands around it says whose it is.

The mention's rule tells the role recogniser what kind it is: `title.office/<id>`,
`title.state` (of a body of the state), `title.body` (of a company, party …), `title.official`
(nothing said), `title.occupation`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from generator.knowledge.offices import Offices, load_offices
from generator.lexicon.language import Language
from generator.lexicon.positions import position_in
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.names import CountryName, OrganisationName, PlaceName, Role
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.phrases import PhraseMatch, PhraseTable
from generator.recognition.recogniser import Found
from generator.recognition.title_bodies import MATTER, Around, Bodies
from generator.recognition.title_words import Titles

KIND = Kind("title")

_SERVED = 6
"""Words between an office and the one that serves it, at most."""
_FORMED = 5
"""Letters, at least, of an occupation that no list has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    display: str
    office: str | None = None
    group: Literal["office", "official", "occupation"] = "official"
    former: bool = False
    of_state: bool = False
    """Whether it is a state's although it is no office of its."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A title under construction: token indexes, both included."""

    first: int
    last: int
    entry: _Entry
    bare: str
    """The listed phrase it was built on."""


@cache
def titles_of(language: Language) -> TitleRecogniser | None:
    """The one recogniser of titles in `language`; `None` where its pack has no `titles.toml`."""
    table = language.table("titles", Titles)
    return None if table is None else TitleRecogniser(language, table, load_offices())


class TitleRecogniser:
    """Finds titles; see the module."""

    def __init__(self, language: Language, table: Titles, offices: Offices) -> None:
        self._language = language
        self._table = table
        self._offices = offices
        agree = table.chain != "before"  # adjectives that agree come with heads that come first
        rows = [row for entry in _entries(table) for row in self._spellings(*entry)]
        self._titles = PhraseTable(rows, language, inflect_all=agree)
        self._modifiers = PhraseTable(
            [(phrase, phrase) for phrase in table.modifiers], language, inflect_all=agree
        )
        self._former = PhraseTable([(p, p) for p in table.former], language, inflect_all=True)
        self._acting = PhraseTable([(p, p) for p in table.acting], language, inflect_all=True)
        self._acting_after = PhraseTable([(p, p) for p in table.acting_after], language)
        self._acting_verbs = PhraseTable([(p, p) for p in table.acting_verbs], language)
        self._ministers = frozenset(table.minister_heads)
        self._portfolio_words = frozenset(table.portfolio_words.words)
        self._portfolio_ids = {
            phrase: office for office, phrases in table.portfolios.items() for phrase in phrases
        }
        self._occupations = frozenset(table.occupations.words)
        self._skipped = frozenset((*table.skipped, *table.former, *table.acting))
        self._bodies = Bodies(
            language, table, lambda passage, at: bool(self._titles.match_at(passage, at))
        )

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        bodies = found.of("country", "place", "organisation")
        inside = _by_token(passage, bodies)
        declined: list[Rejection] = []
        titles = self._simple(passage, inside, declined=declined)
        titles = [self._with_portfolio(passage, title) for title in titles]
        titles = [self._with_modifiers(passage, title) for title in titles]
        titles = self._chained(passage, titles, inside)
        titles = [self._with_matter(passage, title, inside) for title in titles]
        return [*(self._mention(passage, title, inside) for title in titles), *declined]

    # -- finding --------------------------------------------------------------------------------

    def _spellings(self, phrase: str, entry: _Entry) -> Iterable[tuple[str, _Entry]]:
        """The phrase as a text is searched for it: its last word in every base form it has."""
        *start, last = phrase.split(" ")
        bases = [last.lower()]
        if self._table.chain == "before":
            bases += [base for base in self._language.base_forms(last) if base != last.lower()]
        if phrase in self._table.full_words:
            entry = replace(entry, display=self._table.full_words[phrase])
        for base in bases:
            yield " ".join([*start, base]), entry
            if not start:
                for prefix in self._table.former_prefixes:
                    yield prefix + base, replace(entry, former=True)

    def is_of_state(self, words: Iterable[str]) -> bool:
        """Whether words of what a title is of name a part of a state and nothing private."""
        lower = [word.lower() for word in words]
        private = any(word.startswith(self._table.private_bodies) for word in lower)
        return not private and any(word.startswith(self._table.state_bodies) for word in lower)

    def several(self, passage: Passage, found: Found) -> list[Mention]:
        """Titles of several people at once (`presidents`), each in the singular."""
        inside = _by_token(passage, found.of("country", "place", "organisation"))
        titles = self._simple(passage, inside, several=True, declined=[])
        titles = [self._with_portfolio(passage, title) for title in titles]
        titles = [self._with_modifiers(passage, title) for title in titles]
        return [self._mention(passage, title, inside) for title in titles]

    def _simple(
        self,
        passage: Passage,
        inside: Mapping[int, Mention],
        *,
        several: bool = False,
        declined: list[Rejection],
    ) -> list[_Found]:
        """Listed titles, those of one person or those of several; the rest are `declined`."""
        titles: list[_Found] = []
        index = 0
        while index < len(passage.tokens):
            token = passage.tokens[index]
            if not token.is_word or token.text in self._table.not_titles:
                index += 1
                continue
            matches = self._titles.match_at(passage, index)
            if matches:
                match = matches[0]
                # a longer spelling may be listed twice: an office before an official
                best = min(
                    (m for m in matches if m.last == match.last),
                    key=lambda m: (m.row.group != "office", m.row.group != "official", m.phrase),
                )
                body = inside.get(match.last)
                reason = ""
                if self._plural(passage, best) != several:
                    if not several and best.row.group != "occupation":
                        reason = "of several people, not of one"
                elif self._adjective(passage, best):
                    reason = "an adjective"
                elif self._verb(passage, best):
                    reason = "a verb"
                elif body is not None and _swallows(body, passage, match.first, match.last):
                    reason = "part of the name of a body or place"
                else:
                    entry = self._in_gender(passage, best)
                    titles.append(
                        _Found(first=match.first, last=match.last, entry=entry, bare=best.phrase)
                    )
                if reason:
                    span, rule = best.span(passage), f"title.{best.row.group}/{best.phrase}"
                    declined.append(Rejection(kind=KIND, span=span, rule=rule, reason=reason))
                index = match.last + 1
                continue
            formed = None if several else self._joined_occupation(passage, index)
            if formed is None and not several and index not in inside:
                formed = self._formed_occupation(passage, index)
            if formed is not None:
                titles.append(formed)
            index += 1
        return titles

    def _plural(self, passage: Passage, match: PhraseMatch[_Entry]) -> bool:
        """Whether a word of the title is in the plural and is listed in the singular."""
        if not self._table.plural_endings:
            return False
        if self._table.chain == "before":
            base = passage.base_forms(match.last)[0]
            return self._is_plural_of(base, passage.tokens[match.last].text.lower())
        listed = match.phrase.lower().split(" ")
        if len(listed) != match.last - match.first + 1:
            return False
        written = [token.text.lower() for token in passage.tokens[match.first : match.last + 1]]
        return any(map(self._is_plural_of, listed, written)) or any(
            # `главы государств`: the genitive inside a title has one form
            self._table.chain == "after"
            and word != base
            and self._language.base_forms(base)[0] != base
            for base, word in zip(listed[1:], written[1:], strict=True)
        )

    def _is_plural_of(self, base: str, written: str) -> bool:
        return written.startswith(base) and written[len(base) :].startswith(
            self._table.plural_endings
        )

    def _adjective(self, passage: Passage, match: PhraseMatch[_Entry]) -> bool:
        """Whether the word is an adjective here: `пожарной части`, `a major exporter`."""
        if match.phrase not in self._table.also_adjectives:
            return False
        if self._table.other_gender_endings:
            written = passage.tokens[match.last].text.lower()
            return written.endswith(self._table.other_gender_endings)
        after = passage.tokens[match.last + 1 : match.last + 2]
        return any(
            token.is_word
            and not token.is_capitalised
            and token.text not in self._table.attributive_never
            and not {"verb", "function"} & self._language.name_tags(token.text)
            for token in after
        )

    def _verb(self, passage: Passage, match: PhraseMatch[_Entry]) -> bool:
        """Whether the word is a verb here: `Rangers host Celtic`."""
        before = passage.tokens[match.first - 1].text.lower() if match.first else ""
        if match.phrase not in self._table.verb_titles and not (
            match.phrase in self._table.infinitive_titles and before in self._table.infinitive_marks
        ):
            return False
        after = match.last + 1
        return (
            after >= len(passage.tokens)
            or passage.tokens[after].text.lower() not in self._table.country_links
        )

    def _in_gender(self, passage: Passage, match: PhraseMatch[_Entry]) -> _Entry:
        """The entry as a woman's title where its form shows one: `телеведущая`."""
        entry = match.row
        if (
            not passage.tokens[match.first]
            .text.lower()
            .endswith(self._table.feminine_endings or ("\n",))
        ):
            return entry
        head, blank, rest = entry.display.partition(" ")
        for ending, womans in self._table.feminine.items():
            if head.endswith(ending):
                display = head.removesuffix(ending) + womans + blank + rest
                return replace(entry, display=display)
        return entry

    def _joined_occupation(self, passage: Passage, index: int) -> _Found | None:
        """`онколог-дарыгер`: two occupations with a hyphen."""
        text = passage.tokens[index].text
        if "-" not in text:
            return None
        for base in passage.base_forms(index):
            parts = base.split("-")
            if len(parts) > 1 and all(
                part in self._occupations
                or any(form in self._occupations for form in self._language.base_forms(part))
                for part in parts
            ):
                entry = _Entry(display=base, group="occupation")
                return _Found(first=index, last=index, entry=entry, bare=base)
        return None

    def _formed_occupation(self, passage: Passage, index: int) -> _Found | None:
        """`суучул Асан Асанов`: a word no list has, formed as those for occupations are.

        Only before two capitalised words, as a full name is; and not in a case of its own.
        """
        endings = self._table.occupation_endings
        token = passage.tokens[index]
        if not endings or index + 2 >= len(passage.tokens) or len(token.text) < _FORMED:
            return None
        if token.is_capitalised and passage.sentence_of(token.span).start != token.start:
            return None
        for at in (index + 1, index + 2):
            gap = passage.text[passage.tokens[at - 1].end : passage.tokens[at].start]
            if gap != " " or not passage.tokens[at].is_capitalised:
                return None
        written = token.text.lower()
        for base in passage.base_forms(index):
            ending = max((e for e in endings if base.endswith(e)), key=len, default="")
            if not ending or base.endswith(
                tuple(e for e in self._table.not_occupations if len(e) > len(ending))
            ):
                continue
            if written.removeprefix(base) in ("", *self._table.possessives):
                return _Found(
                    first=index,
                    last=index,
                    entry=_Entry(display=base, group="occupation"),
                    bare=base,
                )
        return None

    def _with_portfolio(self, passage: Passage, title: _Found) -> _Found:
        if title.bare not in self._ministers:
            return title
        for side in self._table.portfolio_sides:
            if side == "before":
                first, last = self._portfolio_before(passage, title.first)
            else:
                first, last = self._portfolio_after(passage, title.last)
            if first > last:
                continue
            words = [passage.tokens[index].text for index in range(first, last + 1)]
            phrase = _spaced(words)
            office = self._portfolio_office(phrase)
            if title.bare in self._table.deputy_heads:
                office = self._offices.derived["deputy"].get(office, office)
            phrase = phrase.lower()  # capitals here are the sentence's or the office's style
            if side == "before":
                display = f"{phrase} {self._head_display(title)}"
                span = (first, title.last)
            else:
                between = passage.text[passage.tokens[title.last].end : passage.tokens[first].start]
                display = f"{title.entry.display}{between}{phrase}"
                span = (title.first, last)
            entry = replace(title.entry, display=display, office=office, group="office")
            return replace(title, first=span[0], last=span[1], entry=entry)
        return title

    def _head_display(self, title: _Found) -> str:
        other = self._table.other_displays.get(title.bare)
        return other or self._table.minister_display or title.entry.display

    def _portfolio_before(self, passage: Passage, start: int) -> tuple[int, int]:
        first = start
        while first > 0 and self._in_portfolio(passage, first - 1, first):
            first -= 1
        while first < start and not self._may_border(passage.tokens[first].text.lower()):
            first += 1
        return first, start - 1

    def _portfolio_after(self, passage: Passage, end: int) -> tuple[int, int]:
        first = end + 1
        links = 0
        while (
            first < len(passage.tokens)
            and links < 2
            and passage.tokens[first].text.lower() in self._table.portfolio_links
        ):
            first, links = first + 1, links + 1
        if self._table.portfolio_links and not links:
            return 1, 0
        last = first
        while last < len(passage.tokens) and self._in_portfolio(passage, last, last - 1):
            last += 1
        last -= 1
        while last >= first and not self._may_border(passage.tokens[last].text.lower()):
            last -= 1
        return first, last

    def _in_portfolio(self, passage: Passage, index: int, beside: int) -> bool:
        word = passage.tokens[index].text.lower()
        if (
            "\n"
            in passage.text[
                min(passage.tokens[index].end, passage.tokens[beside].end) : max(
                    passage.tokens[index].start, passage.tokens[beside].start
                )
            ]
        ):
            return False
        return word in self._portfolio_words or word == "," or word in self._table.portfolio_joints

    def _may_border(self, word: str) -> bool:
        return word != "," and word not in self._table.portfolio_joints

    def _portfolio_office(self, phrase: str) -> str:
        """The office of the longest listed portfolio that `phrase` begins with."""
        words = phrase.lower()
        fitting = [
            listed
            for listed in self._portfolio_ids
            if words == listed or words.startswith((f"{listed} ", f"{listed},"))
        ]
        return self._portfolio_ids[max(fitting, key=len)] if fitting else "minister"

    def _with_modifiers(self, passage: Passage, title: _Found) -> _Found:
        """Take in `биринчи`, `генеральный`, `deputy` before the title."""
        for _ in range(3):
            grown = self._one_modifier(passage, title)
            if grown is None:
                return title
            title = grown
        return title

    def _with_matter(
        self, passage: Passage, title: _Found, inside: Mapping[int, Mention]
    ) -> _Found:
        """Take in what the title is for: `энергетика боюнча адис`, `energy policy adviser`."""
        tokens = passage.tokens
        first, last = title.first, title.last
        if self._table.attributive_heads and title.bare in self._table.attributive_heads:
            while title.first - first < MATTER and self._plain(passage, first - 1, inside):
                first -= 1
            if first and tokens[first - 1].text.lower() not in self._table.attributive_starts:
                return title
        elif title.bare in self._table.member_heads:
            last = self._body_after(passage, last)
        elif not self._table.matter_words:
            return title
        elif self._table.chain == "before":
            never = title.bare in self._table.matter_never or (
                title.entry.group == "office" and title.bare not in self._table.matter_heads
            )
            if never or not first or tokens[first - 1].text.lower() not in self._table.matter_words:
                return title
            first -= 1
            while title.first - first <= MATTER and self._plain(passage, first - 1, inside):
                first -= 1
            if first < title.first - 1 and self._begins_name(passage, first, inside):
                first -= 1
            if first == title.first - 1:
                first = self._region_before(passage, first, inside)
            if first == title.first - 1:
                return title
            if first and tokens[first - 1].text.lower() in self._table.matter_not_after:
                return title
        elif title.bare in self._table.matter_heads:
            if (
                last + 1 >= len(tokens)
                or tokens[last + 1].text.lower() not in self._table.matter_words
            ):
                return title
            last += 1
            while last - title.last <= MATTER and self._plain(passage, last + 1, inside):
                last += 1
            if last == title.last + 1:
                return title
        if (first, last) == (title.first, title.last):
            return title
        before = passage.text[tokens[first].start : tokens[title.first].start]
        before = before if first in inside else before.lower()
        after = passage.text[tokens[title.last].end : tokens[last].end]
        entry = replace(title.entry, display=f"{before}{title.entry.display}{after}")
        return replace(title, first=first, last=last, entry=entry)

    def _region_before(self, passage: Passage, index: int, inside: Mapping[int, Mention]) -> int:
        """The first token of the regions named right before; `index` where none are.

        `Европа жана Борбор Азия боюнча`. A country alone says whose the office is.
        """
        first = index
        while first and (
            first - 1 in inside
            or passage.tokens[first - 1].text.lower() in self._table.matter_joints
        ):
            first -= 1
        while first < index and first not in inside:
            first += 1
        named = {type(inside[at].value) for at in range(first, index) if at in inside}
        several = any(at not in inside for at in range(first, index))
        return first if named and several and OrganisationName not in named else index

    def _begins_name(self, passage: Passage, first: int, inside: Mapping[int, Mention]) -> bool:
        """Whether what a title is for begins with a capital: `Адам укуктары боюнча комиссар`."""
        token = passage.tokens[first - 1] if first else None
        return (
            token is not None
            and token.is_capitalised
            and first - 1 not in inside
            and passage.text[token.end : passage.tokens[first].start] == " "
            and not token.text.lower().endswith(
                (*self._table.genitive_endings, *self._table.adverb_endings)
            )
        )

    def _body_after(self, passage: Passage, last: int) -> int:
        """The last token of the body named right after a title; `last` where none is."""
        bodies = (*self._table.state_bodies, *self._table.private_bodies)
        for index in range(last + 1, min(last + MATTER, len(passage.tokens))):
            token = passage.tokens[index]
            if (
                not token.is_word
                or "\n" in passage.text[passage.tokens[index - 1].end : token.start]
            ):
                return last
            if token.text.lower().startswith(bodies):
                return index
        return last

    def _plain(self, passage: Passage, index: int, inside: Mapping[int, Mention]) -> bool:
        """Whether a word is a noun or adjective of no name, as the matter of a title is."""
        if not 0 <= index < len(passage.tokens) or index in inside:
            return False
        token = passage.tokens[index]
        word = token.text.lower()
        beside = (
            passage.text[token.end : token.end + 1] + passage.text[token.start - 1 : token.start]
        )
        return (
            token.is_word
            and not token.is_capitalised
            and "\n" not in beside
            and len(word) > 2
            and word not in self._table.attributive_never
            and word not in self._table.attributive_starts
            and not word.endswith(self._table.owner_endings or ("\n",))
            and word not in self._table.matter_words
            and word not in self._skipped
            and not word.endswith(self._table.genitive_endings or ("\n",))
            and not word.endswith(self._table.matter_stop_endings or ("\n",))
            and not {"verb", "function"} & self._language.name_tags(word)
        )

    def _one_modifier(self, passage: Passage, title: _Found) -> _Found | None:
        for length in (2, 1):
            start = title.first - length
            if (
                start < 0
                or "\n"
                in passage.text[passage.tokens[start].start : passage.tokens[title.first].start]
            ):
                continue
            if self._follows_duties(passage, title):
                return None  # `президенттин милдетин аткаруучу премьер-министр`: two titles
            for match in self._modifiers.match_at(passage, start):
                if match.last != title.first - 1:
                    continue
                entry = replace(title.entry, display=f"{match.row} {title.entry.display}")
                part = self._table.dependents.get(match.row)
                if part is not None and entry.office is not None:
                    derived = self._offices.derived.get(part[1], {})
                    entry = replace(entry, office=derived.get(entry.office))
                if match.row in self._table.unofficial:
                    entry = replace(entry, office=None, group="official", of_state=True)
                return replace(title, first=start, entry=entry, bare=f"{match.row} {title.bare}")
        return None

    def _follows_duties(self, passage: Passage, title: _Found) -> bool:
        """Whether another’s duties are told right before: `президенттин милдетин аткаруучу`."""
        return any(
            match.last == title.first - 1
            and passage.tokens[start - 1].text.lower().endswith(self._table.genitive_endings)
            for start in range(max(title.first - 3, 1), title.first - 1)
            for match in self._acting_after.match_at(passage, start)
        )

    def _chained(
        self, passage: Passage, titles: list[_Found], inside: Mapping[int, Mention]
    ) -> list[_Found]:
        """Titles joined with the office they serve."""
        if self._table.chain is None:
            return titles
        if self._table.chain == "after":
            return self._chained_after(passage, titles)
        done: list[_Found] = []
        for title in titles:
            inner = done[-1] if done else None
            if inner is not None and self._serves(passage, inner, title, inside):
                done[-1] = self._joined(passage, inner, title)
            else:
                done.append(title)
        return done

    def _dependent(self, title: _Found) -> tuple[str, str] | None:
        words = title.bare.split(" ")
        for start in range(len(words)):
            row = self._table.dependents.get(" ".join(words[start:]))
            if row is not None:
                return " ".join([*words[:start], row[0]]), row[1]
        return None

    def _serves(
        self, passage: Passage, inner: _Found, outer: _Found, inside: Mapping[int, Mention]
    ) -> bool:
        """Whether `inner` stands in the genitive before `outer`, at most a place between."""
        if self._dependent(outer) is None or inner.entry.group == "occupation":
            return False
        if inner.entry.former:
            return False
        written = passage.tokens[inner.last].text.lower()
        if not written.endswith(self._table.genitive_endings):
            return False
        between = range(inner.last + 1, outer.first)
        return len(between) <= _SERVED and all(
            self._between_served(passage, index, outer.first, inside) for index in between
        )

    def _between_served(
        self, passage: Passage, index: int, end: int, inside: Mapping[int, Mention]
    ) -> bool:
        """Whether a word may part an office from the one that serves it, which begins at `end`.

        Where it is held (`президенттин облустагы өкүлү`), or who else is served there
        (`президенттин жана өкмөттүн Жогорку Кеңештеги өкүлү`).
        """
        word = passage.tokens[index].text.lower()
        if word in self._table.former:
            return True
        last = passage.tokens[end - 1].text.lower()
        held_there = last.endswith(self._table.located_endings or ("\n",))
        if index in inside:
            return held_there or isinstance(inside[index].value, PlaceName)
        return held_there and (index == end - 1 or word in self._table.portfolio_joints)

    def _joined(self, passage: Passage, inner: _Found, outer: _Found) -> _Found:
        dependent = self._dependent(outer)
        assert dependent is not None
        head, part = dependent
        start = passage.tokens[inner.first].start
        stop = passage.tokens[outer.first].start
        words = passage.text[start:stop].split()
        before = " ".join(word for word in words if word.lower() not in self._table.former)
        derived = self._offices.derived.get(part, {})
        office = None if inner.entry.office is None else derived.get(inner.entry.office)
        entry = _Entry(
            display=f"{before} {head}",
            office=office,
            group="official" if office is None else "office",
            former=outer.entry.former or len(before.split()) < len(words),
        )
        return _Found(first=inner.first, last=outer.last, entry=entry, bare=outer.bare)

    def _chained_after(self, passage: Passage, titles: list[_Found]) -> list[_Found]:
        done: list[_Found] = []
        for title in titles:
            outer = done[-1] if done else None
            dependent = None if outer is None else self._dependent(outer)
            if (
                outer is None
                or dependent is None
                or title.first != outer.last + 1
                or title.entry.group == "occupation"
                or not self._inflected(passage, title)
            ):
                done.append(title)
                continue
            written = passage.text[
                passage.tokens[title.first].start : passage.tokens[title.last].end
            ]
            derived = self._offices.derived.get(dependent[1], {})
            office = None if title.entry.office is None else derived.get(title.entry.office)
            entry = _Entry(
                display=f"{outer.entry.display} {' '.join(written.split())}",
                office=office,
                group="official" if office is None else "office",
            )
            done[-1] = _Found(first=outer.first, last=title.last, entry=entry, bare=outer.bare)
        return done

    def _inflected(self, passage: Passage, title: _Found) -> bool:
        written = passage.text[
            passage.tokens[title.first].start : passage.tokens[title.last].end
        ].lower()
        return " ".join(written.split()) != title.entry.display.lower()

    # -- whose it is ----------------------------------------------------------------------------

    def _mention(self, passage: Passage, title: _Found, inside: Mapping[int, Mention]) -> Mention:
        around = self._bodies.around(
            passage, range(title.first, title.last + 1), inside, bare=title.bare
        )
        entry = title.entry
        office, group = entry.office, entry.group
        if (
            around.private
            and group == "office"
            and office is not None
            and self._scope(office) == "state"
            and (" " in title.bare or title.bare not in self._table.heads)
        ):
            around.private = False  # no company has a minister
        if (
            around.country_of_body
            and not around.state
            and title.bare in self._table.heads
            and self._scope(office or "") == "state"
            and self._body_office(title, around.words) is None
        ):
            around.private = True  # a company's president
        if office is not None and self._is_local(passage, title, around):
            office, group = None, "official"
        if around.private and group != "occupation":
            body = office or self._body_office(title, around.words)
            office = body if body is not None and self._scope(body) == "body" else None
            group = "official"
        elif group == "official" and office is None:
            office = self._body_office(title, around.words)
            group = "office" if office is not None else group
        elif office is not None and self._scope(office) == "place":
            office = self._body_office(title, around.words) or office  # the `акиму` of a region
        for of_body, bodies in self._table.offices_of_bodies.get(title.bare, {}).items():
            if any(body in around.words for body in bodies) or (
                not around.words and self._is_about_bank(passage, bodies)
            ):
                office, group, around.private, around.state = of_body, "office", False, True
        if office is None and self._is_located_office(passage, title, around):
            office, group = self._table.located_offices[title.bare], "office"
        # the head of a body that is named and is no part of a state holds no country's office
        no_state = group == "official" and around.known_body and not around.state
        private = around.private or no_state or group == "occupation"
        country = None if private else around.country
        rule = "title.occupation"
        if around.private and group != "occupation":
            rule = "title.body"
        elif office is not None and self._scope(office) == "body" and around.state:
            rule = "title.state"
        elif group == "office" and office is not None:
            rule = f"title.office/{office}"
        elif group != "occupation":
            rule = "title.state" if around.state or entry.of_state else "title.official"
        former = entry.former or self._marked(passage, self._former, title, around.first)
        duties = self._acting_after.match_at(passage, title.last + 1)
        acting = bool(duties or self._acting_verbs.match_at(passage, title.last + 1)) or (
            self._marked(passage, self._acting, title, around.first)
            and not self._follows_duties(passage, title)
        )
        last = duties[0].last if duties else title.last
        return Mention(
            kind=KIND,
            span=Span(passage.tokens[title.first].start, passage.tokens[last].end),
            value=Role(
                title=entry.display,
                office=office,
                country=country,
                former=former,
                acting=acting,
                position=None if office else position_in(entry.display, self._language),
            ),
            arguments=(("of", around.of.span),)
            if around.of is not None and office in self._offices.one_each
            else (),
            rule=rule,
        )

    def _is_about_bank(self, passage: Passage, bodies: Sequence[str]) -> bool:
        """Whether an article names such a body, and nothing else that has the same officers."""
        text = passage.text.lower()
        return any(body in text for body in bodies) and not any(
            word in text for word in self._table.other_bodies
        )

    def _scope(self, office: str) -> str:
        return self._offices.offices.get(office, "body")

    def _body_office(self, title: _Found, words: str) -> str | None:
        """The office of the head of the body named around the title."""
        if title.bare not in self._table.heads:
            return None
        bodies = (*self._table.state_bodies, *self._table.private_bodies)
        last = -1
        if self._table.chain == "before":  # the body right before the title is its own
            last = max(
                (words.find(f" {word}") for word in words.split() if word.startswith(bodies)),
                default=-1,
            )
        first = len(words)
        if self._table.chain != "before":  # `head of the department of the region`: of the first
            first = min(
                (f" {words}".find(f" {word}") for word in words.split() if word.startswith(bodies)),
                default=first,
            )
        fitting = [
            (at, office)
            for office, phrases in self._table.body_offices.items()
            for phrase in phrases
            if 0 <= (at := words.find(phrase)) <= first and at + len(phrase) >= last
        ]
        return max(fitting)[1] if fitting else None

    def _is_local(self, passage: Passage, title: _Found, around: Around) -> bool:
        """Whether a title that may be a state's office is of a town's or region's council."""
        words = around.words
        if self._table.chain == "after":
            after = passage.tokens[title.last + 1 : title.last + 1 + MATTER]
            words = " ".join(token.text.lower() for token in after)
        return self._scope(title.entry.office or "") == "state" and any(
            body in words for body in self._table.local_bodies
        )

    def _is_located_office(self, passage: Passage, title: _Found, around: Around) -> bool:
        """Whether a title is an office by where it is held: `облустагы ыйгарым укуктуу өкүл`."""
        if title.bare not in self._table.located_offices or not title.first:
            return False
        before = passage.tokens[title.first - 1].text.lower()
        return (
            before.endswith(self._table.located_endings)
            and around.country in (None, self._table.default_country)
            and not any(
                word.endswith(self._table.genitive_endings) for word in around.words.split()
            )
            and any(word.startswith(self._table.regions) for word in around.words.split())
        )

    def _marked(self, passage: Passage, table: PhraseTable[str], title: _Found, first: int) -> bool:
        """Whether a word of `table` stands right before the title or before whose it is."""
        skipped = title.first  # `former longtime governor`
        while skipped > first and passage.tokens[skipped - 1].text.lower() in self._skipped:
            skipped -= 1
        for end in {*range(skipped, title.first + 1), first}:
            for length in (1, 2, 3, 4):
                start = end - length
                if start >= 0 and any(
                    match.last == end - 1 for match in table.match_at(passage, start)
                ):
                    return True
        return False


def _entries(table: Titles) -> Iterable[tuple[str, _Entry]]:
    for office, phrases in table.offices.items():
        for phrase in phrases:
            yield (
                phrase,
                _Entry(display=phrase, office=office, group="office"),
            )
    for phrase in table.officials.words:
        yield phrase, _Entry(display=phrase)
    for phrase in table.occupations.words:
        yield phrase, _Entry(display=phrase, group="occupation")


def _by_token(passage: Passage, mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Token index to the mention that covers it; a body's name before the country inside it."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        for index in passage.tokens_in(mention.span):
            known = found.get(index)
            # the country inside a body's name says whose body it is
            if known is None or isinstance(mention.value, CountryName):
                found[index] = mention
    return found


def _swallows(body: Mention, passage: Passage, first: int, last: int) -> bool:
    """Whether the title is only a part of a body's or place's name."""
    start, end = passage.tokens[first].start, passage.tokens[last].end
    return body.span.contains(Span(start, end)) and isinstance(
        body.value, OrganisationName | PlaceName
    )


def _spaced(words: Iterable[str]) -> str:
    return " ".join(words).replace(" ,", ",")
