"""What an article says outside a run of capitalised words that tells whether they are a name.

Where titles, places and bodies stand, where sentences begin, which lines are headlines, and how the
same words stand elsewhere in the article: alone, with other neighbours, in other forms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from generator.model.names import CountryName, OrganisationName, PlaceName
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found

_STEADY = 3
"""Times a surname stands in one and the same form before that is taken for its base form."""
_SHORT = 3
"""Letters of a word at most that may lack its capital in a headline; and words at most that make
none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChecks:
    """What the language says of single words."""

    goes_with_name: Callable[[Passage, int], bool]
    """Whether the title that ends at a token may be said of the name after it."""
    is_given: Callable[[str], bool]
    is_surname: Callable[[str], bool]
    is_listed: Callable[[str], bool]
    """Whether a list of surnames has it, as it has `brewer`."""
    said: Collection[str]


class NameContext:
    """What one article says beside and besides a name; positions are token indexes."""

    def __init__(self, passage: Passage, found: Found, checks: WordChecks) -> None:
        self._passage = passage
        self._said = checks.said
        self._words: frozenset[str] | None = None
        self._capitals: dict[str, set[str]] | None = None
        self.beginnings = self._sentence_beginnings(passage)
        self.titles: set[int] = set()
        self.lower = frozenset(
            base
            for index, token in enumerate(passage.tokens)
            if token.is_word and not token.is_capitalised
            for base in passage.base_forms(index)
        )
        self._title_starts: set[int] = set()
        self.title_ends: dict[int, int] = {}
        """Last token of a title that may go with a name after it to the first."""
        for mention in found.of("title"):
            indexes = passage.tokens_in(mention.span)
            if len(indexes) == 1 and self._is_name(indexes[0], checks):
                continue
            self.titles.update(indexes)
            self._title_starts.update(indexes[:1])
            if indexes and checks.goes_with_name(passage, indexes[-1]):
                self.title_ends[indexes[-1]] = indexes[0]
        self._office_ends = {
            indexes[-1]
            for mention in found.of("title")
            if mention.rule != "title.occupation" and (indexes := passage.tokens_in(mention.span))
        }
        self.places: set[int] = set()
        self.barriers: set[int] = set()
        for mention in found.of("country", "place", "organisation"):
            indexes = passage.tokens_in(mention.span)
            if isinstance(mention.value, PlaceName):
                self.places.update(indexes)
            elif isinstance(mention.value, CountryName | OrganisationName):
                self.barriers.update(indexes)
        self._headlines = self._headline_sentences(passage)

    def _is_name(self, index: int, checks: WordChecks) -> bool:
        """A title's word in a name: `Султан Айбашев`, `Chad Brewer`."""
        tokens = self._passage.tokens
        word = tokens[index].text.lower()
        if not tokens[index].is_capitalised or tokens[index].text.isupper():
            return False
        before_name = index + 1 < len(tokens) and tokens[index + 1].is_capitalised
        if before_name:
            if not checks.is_given(word):
                return False
            return index not in self.beginnings or checks.is_surname(tokens[index + 1].text.lower())
        return (
            checks.is_listed(word)
            and index > 0
            and index - 1 not in self.titles
            and (checks.is_given(tokens[index - 1].text.lower()) or index - 2 in self.titles)
            and tokens[index - 1].is_capitalised
            and tokens[index - 1].end + 1 == tokens[index].start
        )

    def has(self, written: str) -> bool:
        """Whether the article has the word in just this form."""
        if self._words is None:
            self._words = frozenset(token.text for token in self._passage.tokens)
        return written in self._words

    def steady(self, written: str) -> bool:
        """Whether the article has a surname often, and always in this form."""
        return len(self._places(written)) >= _STEADY

    def subject(self, written: str) -> bool:
        """Whether it is always in this form, and once a subject: `деди Холл.` has no ending."""
        tokens = self._passage.tokens
        return any(
            tokens[index - 1].text.lower() in self._said
            and (index + 1 == len(tokens) or tokens[index + 1].text == ".")
            for index in self._places(written)[1:]
        )

    def _places(self, written: str) -> list[int]:
        """Where an unknown surname stands; empty where it has more than one form."""
        language = self._passage.language
        base = language.name_base(written)
        tokens = self._passage.tokens
        found = [
            index
            for index, token in enumerate(tokens)
            if token.text[:2] == written[:2] and language.name_base(token.text) in (base, written)
        ]
        return [] if any(tokens[index].text != written for index in found) else found

    def begins_title(self, index: int) -> bool:
        """Whether a title begins at the token."""
        return index in self._title_starts

    def ends_office(self, index: int) -> bool:
        """Whether a title that is no mere occupation ends at the token."""
        return index in self._office_ends

    def title_within(self, index: int, count: int) -> bool:
        """Whether a title begins in `count` tokens from `index`, with no mark before it."""
        for at in range(index, min(index + count, len(self._passage.tokens))):
            if at in self._title_starts:
                return True
            if not self._passage.tokens[at].is_word:
                return False
        return False

    def alone(self, before: str, base: str) -> bool:
        """Whether the article has `base` with a capital where `before` does not go before it."""
        if self._capitals is None:
            language = self._passage.language
            self._capitals = {}
            self._pairs: Counter[tuple[str, str]] = Counter()
            self._followed: dict[str, set[str]] = {}
            self._speaking: set[str] = set()
            last, end = "", -1
            tokens = self._passage.tokens
            for index, token in enumerate(tokens):
                if token.is_capitalised:
                    word = language.name_base(token.text).lower()
                    previous = last if token.start - end <= 1 else ""
                    self._capitals.setdefault(word, set()).add(previous)
                    self._pairs[previous, word] += 1
                    self._followed.setdefault(last, set()).add(word if previous else "")
                    beside = (*tokens[max(index - 1, 0) : index], *tokens[index + 1 : index + 2])
                    if not previous and any(other.text.lower() in self._said for other in beside):
                        self._speaking.add(word)
                    last, end = word, token.end
            self._followed.setdefault(last, set()).add("")
        return bool(self._capitals.get(base.lower(), set()) - {before.lower()})

    def ends(self, base: str, after: str) -> bool:
        """Whether `base` stands with a capital where `after` does not follow; ask `alone` first."""
        return bool(self._followed.get(base.lower(), set()) - {after.lower()})

    def says(self, base: str) -> bool:
        """Whether a word of saying stands beside `base` alone; ask `alone` first."""
        return base.lower() in self._speaking

    def pairs(self, before: str, base: str) -> int:
        """How often the two words stand together with capitals; ask `alone` first."""
        return self._pairs[before.lower(), base.lower()]

    def in_headline(self, index: int) -> bool:
        """Whether the token stands in a sentence whose every word is capitalised."""
        return any(index in sentence for sentence in self._headlines)

    def _sentence_beginnings(self, passage: Passage) -> frozenset[int]:
        found: set[int] = set()
        for sentence in passage.sentences:
            indexes = passage.tokens_in(sentence)
            found.update(next(([i] for i in indexes if passage.tokens[i].is_word), []))
            # direct speech begins a sentence of its own
            for index in indexes:
                if index + 1 < len(passage.tokens) and passage.tokens[index].text in "«“„":
                    found.add(index + 1)
        return frozenset(found)

    def _headline_sentences(self, passage: Passage) -> list[range]:
        found: list[range] = []
        for sentence in passage.sentences:
            indexes = passage.tokens_in(sentence)
            long = 0
            for token in passage.tokens[indexes.start : indexes.stop]:
                if token.is_word and len(token.text) > _SHORT:
                    if not token.is_capitalised:
                        break
                    long += 1
            else:
                if long > _SHORT:
                    found.append(indexes)
        return found
