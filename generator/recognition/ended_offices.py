"""Offices that a sentence tells of as over: `served as minister until 2004`, `her predecessor`.

A word beside the title mostly says so (`former`), and the title's recogniser reads it. Here it is
the sentence: a verb of leaving or of having held, a year long before the article, the word
`predecessor` beside the holder's name.
"""

from __future__ import annotations

from itertools import pairwise

from generator.model.mention import Mention
from generator.recognition.role_words import Wording
from generator.recognition.speech import Phrases
from generator.recognition.title_view import View

_BEFORE_NAME = "role.before-name"
"""In 1994 `President X` did something: that says nothing of today."""
_LONG = 8
"""Years after which an office that somebody was given is most likely no longer hers."""
_VERB = 5
"""Tokens from a verb of leaving to the title, at most."""
_YEAR = 4
"""Digits of a year."""
_BESIDE = 3
"""Tokens between a name and `predecessor` after it, at most."""


class EndedOffices:
    """Tells of a title and its holder whether the sentence says that it is over; see the module."""

    def __init__(self, words: Wording) -> None:
        table = words.table
        self._words = words
        self._predecessors = frozenset(table.predecessors)
        self._leaving = frozenset(table.leaving)
        self._past_holding = frozenset(table.past_holding)
        self._served = frozenset(table.served)
        self._until = frozenset(table.past_until)
        self._years = frozenset(table.past_years)
        self._since = frozenset(table.since)
        self._earlier = Phrases(table.earlier)
        self._held_after = frozenset(table.held_after)
        self._lost_first = frozenset(table.lost_first)
        self._lost_second = frozenset(table.lost_second)
        self._says_any = bool(self._leaving or self._years or self._lost_second)

    def is_over(self, view: View, role: Mention, holder: Mention) -> bool:
        """Whether the sentence says so of a role."""
        if not self._says_any:
            return False
        if self._is_predecessor(view, holder) or self._is_left_after(view, role, holder):
            return True
        return role.rule != _BEFORE_NAME and self._is_left(view, role)

    def _is_left_after(self, view: View, title: Mention, holder: Mention) -> bool:
        """`министр X кызматынан бошотулду`, `министр кызматынан кетти`."""
        tokens = view.passage.tokens
        ends = {view.last_of(title), view.passage.tokens_in(holder.span)[-1]}
        if title.rule == _BEFORE_NAME:
            ends.discard(view.last_of(title))
        for end in ends:
            words = [token.text.lower() for token in tokens[end + 1 : end + 1 + _BESIDE]]
            if any(
                first in self._lost_first and second in self._lost_second
                for first, second in pairwise(words)
            ):
                return True
        return False

    def is_long_ago(self, view: View, role: Mention) -> bool:
        """Whether the sentence says in which year, long before the article's, it was given."""
        return role.rule != _BEFORE_NAME and self._in_old_year(view, role)

    def _is_predecessor(self, view: View, holder: Mention) -> bool:
        """`his predecessor X`, `X, his predecessor`."""
        tokens = view.passage.tokens
        indexes = view.passage.tokens_in(holder.span)
        before = indexes[0] - 1
        if before > 0 and tokens[before].text == ",":
            before -= 1
        beside = [tokens[before].text.lower()] if before >= 0 else []
        after = tokens[indexes[-1] + 1 : indexes[-1] + 1 + _BESIDE]
        if after and after[0].text == ",":
            beside += [token.text.lower() for token in after[1:]]
        return not self._predecessors.isdisjoint(beside)

    def _is_left(self, view: View, title: Mention) -> bool:
        """`dismissed as governor`, `занимал пост министра`, `served as envoy until May`."""
        tokens = view.passage.tokens
        first, last = view.first_of(title), view.last_of(title)
        before = []
        for token in reversed(tokens[max(first - _VERB, 0) : first]):
            if not token.is_word:
                break
            before.append(token.text.lower())
        if not self._leaving.isdisjoint(before) or not self._past_holding.isdisjoint(before):
            return True
        sentence = view.passage.tokens_in(view.passage.sentence_of(title.span))
        earlier = any(
            self._earlier.length_at(tokens, index, first) for index in range(sentence.start, first)
        )
        after = {token.text.lower() for token in tokens[last + 1 : last + 1 + _BESIDE]}
        if earlier and not self._held_after.isdisjoint(after):
            return True
        if self._served.isdisjoint(before):
            return False
        return earlier or any(
            tokens[index].text.lower() in self._until
            for index in range(last + 1, min(sentence.stop, len(tokens)))
        )

    def _in_old_year(self, view: View, title: Mention) -> bool:
        published = view.passage.article.published
        if published is None:
            return False
        tokens = view.passage.tokens
        sentence = view.passage.tokens_in(view.passage.sentence_of(title.span))
        years = []
        for index in sentence:
            text = tokens[index].text
            if not (len(text) == _YEAR and text.isdecimal()) or not index:
                continue
            before = tokens[index - 1].text.lower()
            if before in self._since:
                return False  # and still does
            if before in self._years:
                years.append(int(text))
        written = published.date.year
        return bool(years) and written is not None and max(years) <= written - _LONG
