"""Titles that a sentence says somebody holds or gets: `named X minister`, `X is the minister`.

A verb, or in some languages the mere end of the sentence, ties the title to the one person who can
be its subject, or to the object of a verb that gives it.
"""

from __future__ import annotations

from generator.model.mention import Mention
from generator.model.names import PersonName
from generator.recognition.role_words import FARTHEST, Wording
from generator.recognition.speech import Phrases
from generator.recognition.title_view import View, surname

_INSIDE = "'’\"«»“”-."
"""Marks that end no clause."""
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
        self._suppositions = Phrases(table.suppositions)
        self._suppositions_after = frozenset(table.suppositions_after)
        self._instead = Phrases(table.instead)
        self._succeeding = frozenset(table.succeeding)
        posts = frozenset((*table.posts, *table.between, *table.giving))
        self._posts = posts.difference(table.active_giving)

    def supposed(self, view: View, title: Mention) -> bool:
        """`If X were minister`, `X министр болсо`: said of an office that nobody holds."""
        tokens = view.passage.tokens
        after = view.last_of(title) + 1
        if after < len(tokens) and tokens[after].text.lower() in self._suppositions_after:
            return True
        for index in range(view.first_of(title) - 1, -1, -1):
            token = tokens[index]
            if view.line_breaks(index + 1) or not (token.is_word or token.text in _INSIDE):
                return False
            if self._suppositions.length_at(tokens, index, len(tokens)):
                return True
        return False

    def successor(self, view: View, lost: Mention, holder: Mention) -> Mention | None:
        """Who gets an office that `holder` has lost: `X was dismissed. Y was named in his place`.

        The one person named beside `in his place`, in the sentence that tells of the loss or in
        the next one.
        """
        passage = view.passage
        sentence = passage.sentence_of(lost.span)
        if not self._succeeding or sentence not in passage.sentences:
            return None
        number = passage.sentences.index(sentence)
        for place in passage.sentences[number : number + 2]:
            words = passage.tokens_in(place)
            marks = [
                (index, size)
                for index in words
                if (size := self._instead.length_at(passage.tokens, index, words.stop))
            ]
            if not marks:
                continue
            clause = words if place != sentence else self._clause(view, words, marks[0][0])
            people = {
                surname(view.person_at[index]): view.person_at[index]
                for index in clause
                if index in view.person_at
            }
            people.pop(surname(holder), None)
            given = any(passage.tokens[index].text.lower() in self._succeeding for index in clause)
            if len(people) != 1 or not given or view.title_at.intersection(clause):
                return None
            (successor,) = people.values()
            name = successor.value
            assert isinstance(name, PersonName)
            return successor if successor.span.of(passage.text) == name.written else None
        return None

    @staticmethod
    def _clause(view: View, words: range, mark: int) -> range:
        """The part of a sentence between commas that `mark` stands in."""
        tokens = view.passage.tokens
        first = next((at + 1 for at in range(mark, words.start, -1) if tokens[at].text == ","), 0)
        last = next((at for at in range(mark, words.stop) if tokens[at].text == ","), words.stop)
        return range(max(first, words.start), last)

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
        holder = self._holding_before_name(view, title)
        if holder is not None:
            return holder
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

    def _holding_before_name(self, view: View, title: Mention) -> Mention | None:
        """Who holds or held a title in `министр болуп иштеген X`, `министр кызматын ээлеген X`."""
        tokens = view.passage.tokens
        after = view.last_of(title) + 1
        for index in range(after, min(after + _VERB, len(tokens))):
            word = tokens[index].text.lower()
            held = index > after or word in self._table.being
            if word in self._table.holding_participles and held:
                return self._described(view, index + 1)
            if word not in self._holding and word not in self._table.held_after:
                return None
        return None

    def _described(self, view: View, index: int) -> Mention | None:
        """Whose name follows a participle.

        At once; after more titles or a word for a relative; or after a comma and what else is told
        of her: `министр болгон, азыр окуткан X`.
        """
        tokens = view.passage.tokens
        told = index < len(tokens) and tokens[index].text == ","
        stop = view.passage.tokens_in(view.passage.sentence_of(tokens[index - 1].span)).stop
        for at in range(index, min(stop, index + FARTHEST)):
            if view.line_breaks(at):
                return None
            person = view.person_at.get(at)
            word = tokens[at].text.lower()
            if person is not None:
                before = tokens[at - 1].text.lower()
                participle = before.endswith(self._table.participle_endings or ("\n",))
                return person if not told or participle else None
            if not told and not (
                at in view.title_at
                or word in self._words.between
                or word in self._table.relatives_of
            ):
                return None
        return None

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
                at = index - 1
                while at > 0 and view.passage.tokens[at].text.lower() in self._words.between:
                    if view.passage.tokens[at].text.lower() in self._table.relatives:
                        break
                    at -= 1
                related = at >= 0 and (
                    view.passage.tokens[at].text.lower() in self._table.relatives
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
