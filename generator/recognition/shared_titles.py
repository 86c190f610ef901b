"""Titles of several people: `presidents X of A and Y of B`, `ministers (X, Y)`.

One title in the plural, or one before brackets, is held by each person of the list that follows.
The countries named with it are theirs in the order of the names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model.ids import CountryCode
from generator.model.mention import Mention
from generator.model.names import PersonName, Role
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found
from generator.recognition.role_words import FARTHEST, QUOTES, UNNAMED, Wording
from generator.recognition.setting import Setting
from generator.recognition.title_view import View, country_code
from generator.recognition.titles import TitleRecogniser
from generator.recognition.whose_office import OfficeCountries

_LISTED = 100
"""Letters between two names of a list at most: a comma, and the country of the first."""
_SEVERAL = 3
"""Countries and names at least that tie a title of several to names in the next sentence."""


class SharedTitles:
    """Gives a title of several to each of them; see the module."""

    def __init__(
        self, words: Wording, countries: OfficeCountries, titles: TitleRecogniser | None
    ) -> None:
        """`titles` is none where a language has no titles of several."""
        self._words = words
        self._table = words.table
        self._countries = countries
        self._titles = titles

    def titles(
        self, passage: Passage, found: Found, people: Sequence[Mention]
    ) -> Sequence[Mention]:
        """Titles in the plural, where some two people may stand in one list."""
        if self._titles is None or not self._may_be_listed(passage, people):
            return ()
        return self._titles.several(passage, found)

    def _may_be_listed(self, passage: Passage, people: Sequence[Mention]) -> bool:
        """Whether some two people may stand in one list, for whose title it is worth to look."""
        for one, other in pairwise(people):
            gap = passage.text[one.span.end : other.span.start]
            if len(gap) < _LISTED and (
                "," in gap or not self._words.name_joints.isdisjoint(gap.lower().split())
            ):
                return True
        return False

    @staticmethod
    def before_brackets(view: View, bound: Collection[int]) -> list[Mention]:
        """Titles right before a bracket that a name begins: of one each, where two are in it."""
        tokens = view.passage.tokens
        return [
            title
            for number, title in enumerate(view.titles)
            if number not in bound
            and (after := view.last_of(title) + 1) < len(tokens)
            and tokens[after].text == "("
            and after + 1 in view.person_at
        ]

    def of_each(
        self, view: View, several: Sequence[Mention], setting: Setting
    ) -> Iterator[tuple[Mention, Role]]:
        """`Presidents X of A, Y of B and Z of C`: each person, her title and whose it is."""
        starts = {view.passage.tokens_in(title.span)[0] for title in several}
        for title in several:
            value = title.value
            assert isinstance(value, Role)
            last = view.passage.tokens_in(title.span)[-1]
            countries, first = self._up_to_name(view, last, starts)
            named = [] if first is None else self._coordinated(view, first)
            if first is not None and named and not self._agree(view, title, named, first):
                named = []
            if first is None:
                countries, named = self._in_next_sentence(view, title, last, starts)
            holders = [holder for holder, _ in named]
            between = range(last + 1, last + 1 if first is None else first)
            joined = any(
                view.passage.tokens[index].text.lower() in self._words.name_joints
                for index in between
            )
            own = None if view.body_at.intersection(between) else value.country
            state = self._countries.is_of_state(title) or self._of_state_body(view, between)
            for place, (holder, of_country) in enumerate(named):
                country = of_country or own
                if of_country is None and countries:
                    several_states = len(countries) > 1
                    in_order = countries[place] if len(countries) == len(named) else None
                    # one known of `A and B` is nobody's for certain
                    of_all = None if joined else countries[0]
                    country = in_order if several_states else of_all
                elif (
                    country is None
                    and self._countries.is_of_state(title)
                    and not view.body_at.intersection(between)
                ):
                    country = self._countries.home(setting, value, holder, holders)
                yield holder, replace(value, country=country if state else None)

    def _of_state_body(self, view: View, between: range) -> bool:
        """Whether a body that the title is of belongs to a state."""
        words = [view.passage.tokens[n].text for n in between if n in view.organisation_at]
        return self._titles is not None and self._titles.is_of_state(words)

    def _up_to_name(
        self, view: View, last: int, starts: Collection[int]
    ) -> tuple[list[CountryCode], int | None]:
        """The countries between a title of several and the first name, and where that is."""
        passage = view.passage
        countries: list[CountryCode] = []
        unknown = 0
        marked = False
        for index in range(last + 1, min(last + 1 + 2 * FARTHEST, len(passage.tokens))):
            token = passage.tokens[index]
            word = token.text.lower()
            if view.line_breaks(index) or index in view.title_at or index in starts:
                break
            if not self._table.reach_after and not (
                index in view.person_at or token.text in self._table.appositions
            ):
                break
            if index in view.person_at:
                return countries, None if passage.tokens[index - 1].text.lower() in (
                    self._words.links
                ) else index
            if index in view.body_at:
                if view.begins_country(index):
                    countries.append(country_code(view.country_at[index]))
                continue
            if (
                word in self._words.links
                or word in self._words.joints
                or word in self._words.between
            ):
                continue
            if token.text in QUOTES or token.text in self._table.appositions:
                marked = marked or token.text == ","
                continue
            if token.text == "." and self._words.is_abbreviation(passage, index - 1):
                continue  # `Sens.`
            if f"{passage.tokens[index - 1].text}{token.text}".lower().endswith(
                self._table.belongs_endings or ("\n",)
            ):
                continue  # `the two countries' committees`
            unknown += 1
            if marked or unknown > UNNAMED or not self._words.may_be_of(view, index, 1):
                break
        return countries, None

    def _coordinated(self, view: View, index: int) -> list[tuple[Mention, CountryCode | None]]:
        """Names in a list, two at least, each with the country after it.

        A joint closes the list, brackets do, or its end where the language says so without.
        """
        tokens = view.passage.tokens
        named: list[tuple[Mention, CountryCode | None]] = []
        closed = self._table.open_lists or (index > 0 and tokens[index - 1].text == "(")
        while True:
            person = view.person_at.get(index)
            if person is None or view.first_token(person) != index:
                # `A, B менен`: with them, and not they
                after_joint = tokens[index - 1].text.lower() in self._words.name_joints
                return named if closed and len(named) > 1 and not after_joint else []
            country = self._countries.of_name(view, person)
            named.append((person, country))
            index = view.passage.tokens_in(person.span)[-1] + 1
            if country is not None:
                while (
                    index < len(tokens)
                    and (index in view.body_at or tokens[index].is_word)
                    and tokens[index].text.lower() not in self._words.name_joints
                ):
                    index += 1
            after = index
            index += index < len(tokens) and tokens[index].text == ","
            if index < len(tokens) and tokens[index].text.lower() in self._words.name_joints:
                closed = True
                index += 1
            if index == after or index >= len(tokens) or (closed and index not in view.person_at):
                joined = index > after and tokens[index - 1].text.lower() in self._words.name_joints
                return named if closed and len(named) > 1 and not joined else []

    def _agree(
        self,
        view: View,
        title: Mention,
        named: Sequence[tuple[Mention, CountryCode | None]],
        first: int,
    ) -> bool:
        """Whether a title of several stands in the case of the names after it."""
        text = view.passage.text
        base_form = all(
            isinstance(person.value, PersonName) and person.span.of(text) == person.value.written
            for person, _ in named
        )
        written = title.span.of(text).lower().split()
        if not self._table.agreement:
            # `депутаттарга A менен B` is about three parties
            nominative = self._table.plural_nominative
            bracketed = view.passage.tokens[first - 1].text == "("
            # nor need `мурдагы министрлер A-нын жана B-нын` stand for a subject
            value = title.value
            attributive = base_form or (isinstance(value, Role) and value.former)
            return not nominative or bracketed or (attributive and written[-1].endswith(nominative))
        head = written[0]
        if head.endswith(self._table.plural_nominative or ("\n",)):
            return base_form
        # `адвокатов Ивана Петрова и Анны Орловой` are lawyers of theirs
        return not base_form and self._countries.is_of_state(title)

    def _in_next_sentence(
        self, view: View, title: Mention, last: int, starts: Collection[int]
    ) -> tuple[list[CountryCode], list[tuple[Mention, CountryCode | None]]]:
        """Holders as in `The ministers of A, B and C met. The act is signed by X, Y and Z.`.

        Three at least, as many names as countries, and nobody else in either sentence.
        """
        passage = view.passage
        countries: list[CountryCode] = []
        nobody: tuple[list[CountryCode], list[tuple[Mention, CountryCode | None]]] = ([], [])
        tokens = passage.tokens
        for index in range(last + 1, len(tokens)):
            if view.begins_country(index):
                countries.append(country_code(view.country_at[index]))
            elif index not in view.country_at and not (
                tokens[index].text == ","
                or tokens[index].text.lower() in self._words.joints
                or tokens[index].text.lower() in self._words.links
                or tokens[index].text.lower() in self._words.articles
            ):
                break
        sentence = passage.sentence_of(title.span)
        if len(set(countries)) < _SEVERAL or len(set(countries)) != len(countries):
            return nobody
        if sentence not in passage.sentences or view.people_in(sentence):
            return nobody
        number = passage.sentences.index(sentence) + 1
        if number >= len(passage.sentences):
            return nobody
        following = passage.sentences[number]
        people = view.people_in(following)
        titled = view.title_at.union(starts).intersection(passage.tokens_in(following))
        if len(people) != len(countries) or titled:
            return nobody
        named = self._coordinated(view, view.first_token(people[0]))
        full = all(
            isinstance(person.value, PersonName)
            and person.value.given is not None
            and person.span.of(passage.text) == person.value.written
            for person, _ in named
        )
        return (countries, named) if full and len(named) == len(people) else nobody
