"""Titles and what may stand beside them, by token index."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.ids import CountryCode
from generator.model.mention import Mention
from generator.model.names import CountryName, PersonName
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found


class View:
    """The titles, people, countries and bodies of an article, by token index."""

    def __init__(
        self,
        passage: Passage,
        found: Found,
        titles: Sequence[Mention],
        people: Sequence[Mention],
    ) -> None:
        self.passage = passage
        self.titles = titles
        self.people = people
        self._ranges = {mention.span: passage.tokens_in(mention.span) for mention in titles}
        self.title_at = {i for indexes in self._ranges.values() for i in indexes}
        self.person_at: dict[int, Mention] = {}
        self.person_ending: dict[int, Mention] = {}
        for mention in people:
            indexes = passage.tokens_in(mention.span)
            self.person_at.update(dict.fromkeys(indexes, mention))
            if indexes:
                self.person_ending[indexes[-1]] = mention
        self.organisation_at = {
            index
            for mention in found.of("organisation")
            for index in passage.tokens_in(mention.span)
        }
        self.country_at: dict[int, Mention] = {
            index: mention
            for mention in found.of("country")
            if isinstance(mention.value, CountryName)
            for index in passage.tokens_in(mention.span)
        }
        self.body_at = {
            index
            for mention in found.of("country", "place", "organisation")
            for index in passage.tokens_in(mention.span)
        }

    def begins_country(self, index: int) -> bool:
        """Whether a country's name begins at the token."""
        country = self.country_at.get(index)
        return country is not None and self.first_token(country) == index

    def first_of(self, title: Mention) -> int:
        return self._ranges[title.span][0]

    def last_of(self, title: Mention) -> int:
        return self._ranges[title.span][-1]

    def first_token(self, mention: Mention) -> int:
        return self.passage.tokens_in(mention.span)[0]

    def people_in(self, sentence: Span) -> list[Mention]:
        """People named in the sentence, in order."""
        found = {
            self.person_at[index].span: self.person_at[index]
            for index in self.passage.tokens_in(sentence)
            if index in self.person_at
        }
        return [found[span] for span in sorted(found)]

    def only_person_before(self, position: int) -> Mention | None:
        """The last mention before it of the one person the article names."""
        before = [person for person in self.people if person.span.end <= position]
        one = before and len({surname(person) for person in self.people}) == 1
        return before[-1] if one else None

    def line_breaks(self, index: int) -> bool:
        """Whether a line ends right before the token."""
        if index <= 0:
            return False
        tokens = self.passage.tokens
        return "\n" in self.passage.text[tokens[index - 1].end : tokens[index].start]


def surname(person: Mention) -> str:
    """What all mentions of one person share."""
    value = person.value
    assert isinstance(value, PersonName)
    return (value.family or value.written).lower()


def country_code(country: Mention) -> CountryCode:
    """The country that a mention of one names."""
    assert isinstance(country.value, CountryName)
    return country.value.code
