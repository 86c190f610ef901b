"""Titles that a sentence says somebody holds or gets: `named X minister`, `X is the minister`.

A verb, or in some languages the mere end of the sentence, ties the title to the one person who can
be its subject, or to the object of a verb that gives it.
"""

from __future__ import annotations

from generator.model.mention import Mention
from generator.model.names import PersonName
from generator.recognition.role_words import FARTHEST, Wording
from generator.recognition.title_view import View

_VERB = 4
"""Tokens from a title or its object to the verb that gives it, at most."""


class StatedTitles:
    """Finds who is said to hold or to get a title; see the module."""

    def __init__(self, words: Wording) -> None:
        table = words.table
        self._words = words
        self._table = table
        self._pronouns = frozenset(table.pronouns)
        self._holding = frozenset(table.holding)
        self._giving = frozenset(table.giving)
        self._posts = frozenset((*table.posts, *table.between, *table.giving))

    def predicated(self, view: View, title: Mention) -> Mention | None:
        """`X америкалык актриса.`: a sentence of a name and what she is."""
        if not self._table.nominal_links:
            return None
        passage = view.passage
        after = view.last_of(title) + 1
        if after < len(passage.tokens) and (
            passage.tokens[after].text.lower() not in self._table.predicate_after
        ):
            return None
        links = (*self._table.nominal_links, *self._table.belongs_endings)
        index = view.first_of(title) - 1
        for _ in range(FARTHEST):
            if index < 0 or index in view.person_at:
                break
            word = passage.tokens[index].text.lower()
            if not (
                word.endswith(links)
                or index in view.body_at
                or word in self._table.predicate_between
                or passage.tokens[index].text.isdecimal()
            ):
                return None
            index -= 1
        person = view.person_ending.get(index)
        if person is None or not isinstance(person.value, PersonName):
            return None
        if passage.sentence_of(person.span) != passage.sentence_of(title.span):
            return None
        return person if person.span.of(passage.text) == person.value.written else None

    def given(self, view: View, title: Mention) -> Mention | None:
        """Whom a verb gives the title: `назначил X министром`, `X-ди министр кылып дайындады`."""
        tokens = view.passage.tokens
        index = view.first_of(title) - 1
        while index > 0 and tokens[index].text.lower() in self._posts:
            index -= 1
        person = view.person_ending.get(index)
        if person is None or not self._is_object(view, person):
            return None
        if view.passage.sentence_of(person.span) != view.passage.sentence_of(title.span):
            return None
        start = max(view.first_token(person) - _VERB, 0)
        return person if self._gives(view, range(start, view.last_of(title) + _VERB)) else None

    def held(self, view: View, title: Mention) -> Mention | None:
        """`X … болуп дайындалды`: the one person of the sentence who can be its subject."""
        if not (self._held_after(view, title) or self._held_before(view, title)):
            return None
        passage = view.passage
        near = self._as_title(view, title) or self._appointed_after(view, title)
        if near is not None:
            return near
        sentence = passage.sentence_of(title.span)
        people = view.people_in(sentence)
        named = view.first_token(people[0]) if people else view.first_of(title)
        if any(
            passage.tokens[index].text.lower() in self._pronouns
            for index in passage.tokens_in(sentence)
            if index < min(named, view.first_of(title))
        ):
            number = passage.sentences.index(sentence) if sentence in passage.sentences else 0
            people = view.people_in(passage.sentences[number - 1]) if number else []
        if not people and self._table.null_subject:
            only = view.only_person_before(sentence.start)
            if only is not None:
                return only
        subjects = [
            person
            for person in people
            if isinstance(person.value, PersonName)
            and person.span.of(passage.text) == person.value.written
            and person.span.start < title.span.start
            and not self._governed(view, person)
            and not self._replaced(view, person)
        ]
        if len(subjects) != 1:
            return None
        after = view.passage.tokens_in(subjects[0].span)[-1] + 1
        if self._table.object_endings and self._gives(
            view, range(after, view.last_of(title) + _VERB)
        ):
            return None  # she gives it to another
        others = {passage.tokens[at].text.lower() for at in range(after, view.first_of(title))}
        return subjects[0] if others.isdisjoint(self._table.relatives_of) else None

    def _as_title(self, view: View, title: Mention) -> Mention | None:
        """Who gets a title in `Smith, 52, joined as chairman`, `named Smith as chairman`."""
        tokens = view.passage.tokens
        index = view.first_of(title) - 1
        while index > 0 and tokens[index].text.lower() in self._words.between:
            index -= 1
        if tokens[index].text.lower() not in self._table.as_words:
            return None
        object_ = view.person_ending.get(index - 1)
        if object_ is not None:
            before = tokens[view.first_token(object_) - 1].text.lower()
            return object_ if before in self._table.appointing else None
        index -= 2  # one verb
        if index > 1 and tokens[index].text == "," and self._words.age_before(view.passage, index):
            index -= 3
        return view.person_ending.get(index)

    def _appointed_after(self, view: View, title: Mention) -> Mention | None:
        """Who gets a title in `директор болуп X дайындалды`."""
        index = view.last_of(title) + 2
        person = view.person_at.get(index)
        if person is None or view.first_token(person) != index:
            return None
        after = view.passage.tokens[view.passage.tokens_in(person.span)[-1] + 1 :][:1]
        given = any(token.text.lower() in self._table.passive_giving for token in after)
        return person if given else None

    def _gives(self, view: View, region: range) -> bool:
        """Whether one of the words there gives somebody a title, or takes it."""
        words = view.passage.tokens[region.start : region.stop + 1]
        return any(token.text.lower() in self._giving for token in words)

    def _is_object(self, view: View, person: Mention) -> bool:
        """Whether a name stands as the object of a verb, where its case can tell."""
        endings = self._table.object_endings
        written = person.span.of(view.passage.text)
        assert isinstance(person.value, PersonName)
        return not endings or (
            written != person.value.written
            and any(word.endswith(endings) for word in written.split())
        )

    def _replaced(self, view: View, person: Mention) -> bool:
        """Whether the person is the one who loses a title: `replaced Smith as chairman`."""
        first = view.first_token(person)
        return first > 0 and view.passage.tokens[first - 1].text.lower() in self._table.replacing

    def _held_after(self, view: View, title: Mention) -> bool:
        after = view.last_of(title) + 1
        words = [token.text.lower() for token in view.passage.tokens[after : after + 2]]
        return any(word in self._holding for word in words)

    def _held_before(self, view: View, title: Mention) -> bool:
        first = view.first_of(title)
        for index in range(first - 1, max(first - 5, -1), -1):
            word = view.passage.tokens[index].text.lower()
            if word in self._words.holding_before:
                related = index > 0 and (
                    view.passage.tokens[index - 1].text.lower() in self._table.relatives
                )
                return not related  # `who was` goes with the name before it
            if word not in self._words.between and index not in view.body_at:
                return False
        return False

    def _governed(self, view: View, person: Mention) -> bool:
        """Whether a function word before the name makes it no subject: `by Smith`."""
        index = view.first_token(person) - 1
        if index < 0:
            return False
        word = view.passage.tokens[index].text.lower()
        return word in self._words.links or "function" in self._words.language.name_tags(word)
