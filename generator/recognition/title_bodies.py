"""Whose a title is: the country, place or body that the words around it name.

Languages put these before the title, after it, or both; `titles.toml` says on which side, and which
words belong to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.lexicon.language import Language
from generator.model.ids import CountryCode
from generator.model.mention import Mention
from generator.model.names import CountryName, OrganisationName, PlaceName
from generator.recognition.passage import Passage
from generator.recognition.title_words import Titles
from generator.text.tokens import Token

MATTER = 4
"""Words that say what matter a title is for, at most."""
_SHORT = 3
"""Letters of an abbreviation at most."""
_INSIDE = 4
"""Words between a country's genitive and a known word of the body's name, at most."""


@dataclass(slots=True)
class Around:
    """What stands beside a title and says whose it is."""

    first: int
    """Index of the first token of it, or of the title."""
    country: CountryCode | None = None
    words: str = ""
    private: bool = False
    state: bool = False
    known_body: bool = False
    country_of_body: bool = False
    """Whether only a body's name told the country."""
    of: Mention | None = None
    """The place or body named nearest to the title."""

    def add(self, words: str) -> None:
        self.words = f"{self.words} {words}".strip()

    def note(self, mention: Mention | None, *, forward: bool = False) -> None:
        """Take the country from a mention; one met later overrules only where it is nearer."""
        if mention is None:
            return
        value = mention.value
        if self.of is None and isinstance(value, PlaceName | OrganisationName):
            self.of = mention
        code: CountryCode | None = None
        if isinstance(value, CountryName | PlaceName):
            code = value.code if isinstance(value, CountryName) else value.country
        elif isinstance(value, OrganisationName):
            code = value.country
            self.known_body = True
        if code is not None and (self.country is None or not forward):
            self.country = code
            self.country_of_body = isinstance(value, OrganisationName)

    def within(self, mention: Mention) -> None:
        """Take the place in which somebody serves; whose office it is may be another matter."""
        if self.of is None and isinstance(mention.value, PlaceName):
            self.of = mention

    def anaphoric(self, passage: Passage, inside: Mapping[int, Mention], index: int) -> None:
        """`the country`: the one that was named last."""
        if self.country is not None:
            return
        for before in range(index - 1, -1, -1):
            mention = inside.get(before)
            if mention is not None and isinstance(mention.value, CountryName):
                self.country = mention.value.code
                return


class Bodies:
    """Tells whose titles are, in one language."""

    def __init__(
        self, language: Language, table: Titles, is_title: Callable[[Passage, int], bool]
    ) -> None:
        """`is_title` tells whether a title begins at a token."""
        self._language = language
        self._table = table
        self._is_title = is_title
        self._portfolio_words = frozenset(table.portfolio_words.words)
        self._skipped = frozenset((*table.skipped, *table.former, *table.acting))
        self._anaphoric = frozenset(table.anaphoric_countries)

    def around(
        self, passage: Passage, title: range, inside: Mapping[int, Mention], *, bare: str
    ) -> Around:
        """What stands around the title at those tokens; `bare` is the phrase it was built on."""
        around = Around(first=title[0])
        for index in title:
            around.note(inside.get(index))  # a country inside the title itself
        if "before" in self._table.country_sides:
            first = title[0]
            if self._heads_noun(passage, title):  # `федерация президенти`
                first = around.first = first - 1
                around.add(passage.tokens[first].text.lower())
            self._look_before(passage, first, inside, around)
        if self._table.chain is None:
            around.add(self._attributes(passage, around.first, inside))
        if "after" in self._table.country_sides:
            posted = bare.rpartition(" ")[2] in self._table.posted_titles
            self._look_after(passage, title[-1], inside, around, posted=posted)
        self._judge(around)
        return around

    def _attributes(self, passage: Passage, start: int, inside: Mapping[int, Mention]) -> str:
        """Nouns right before a title that name its body: `the city fire service spokesman`."""
        first = start
        while first > max(start - MATTER, 0):
            token = passage.tokens[first - 1]
            word = token.text.lower()
            gap = passage.text[token.end : passage.tokens[first].start]
            if (
                not token.is_word
                or first - 1 in inside
                or gap != " "
                or word in self._table.attributive_never
                or {"verb", "function"} & self._language.name_tags(word)
            ):
                break
            first -= 1
        return " ".join(token.text.lower() for token in passage.tokens[first:start])

    def _look_before(
        self, passage: Passage, start: int, inside: Mapping[int, Mention], around: Around
    ) -> None:
        words: list[str] = []
        sentence = passage.sentence_of(passage.tokens[start].span)
        for steps, index in enumerate(range(start - 1, -1, -1)):
            token, after = passage.tokens[index], passage.tokens[index + 1]
            gap = passage.text[token.end : after.start]
            mention = inside.get(index)
            ended = token.text[-1] in ".!?:;" and (
                # the dot of `U.S.` ends nothing inside its sentence
                mention is None or passage.sentence_of(token.span) != sentence
            )
            if steps >= 14 or "\n" in gap or ended:
                break
            word = token.text.lower()
            if mention is not None:
                last = passage.tokens[passage.tokens_in(mention.span)[-1]].text.lower()
                if word == last and self._is_adverb(last):
                    break
                if last.endswith(self._table.located_endings or ("\n",)):
                    around.within(mention)  # `Талас облусундагы өкүл`
                else:
                    around.note(mention)
            elif not (
                self._belongs(passage, index, word, steps)
                or (steps and around.country is None and self._in_name(passage, index, inside))
            ):
                break
            around.first = index
            words.append(word)
            if self._anaphoric & set(passage.base_forms(index)):
                around.anaphoric(passage, inside, index)
            if self._table.chain != "before" and mention is None and word not in self._skipped:
                break
        while (
            self._table.chain == "before"
            and around.first < start
            and passage.tokens[around.first].text.lower() in self._skipped
        ):
            around.first += 1  # `former` is no part of whose the title is
        around.add(" ".join(reversed(words)))

    def _belongs(self, passage: Passage, index: int, word: str, steps: int) -> bool:
        """Whether a word that is no name can be part of what the title is of."""
        token = passage.tokens[index]
        if token.text in '«»“”"':
            return True
        if not token.is_word:
            return False
        if word in self._skipped:
            return True
        if self._table.chain != "before":
            return bool(self._anaphoric & set(passage.base_forms(index)))
        if word.endswith(self._table.genitive_endings) and len(word) > 4:
            return True
        # words inside the name of a body whose genitive was met: `… иштери боюнча комиссиянын`
        return steps > 0 and (
            self.names_body(word)
            or (word.endswith(self._table.body_adjectives or ("\n",)) and not token.is_capitalised)
        )

    def _is_adverb(self, word: str) -> bool:
        """Whether a country or place so inflected goes with the verb."""
        if word.endswith(self._table.located_endings or ("\n",)):
            return False
        return word.endswith(self._table.adverb_endings or ("\n",))

    def _in_name(self, passage: Passage, index: int, inside: Mapping[int, Mention]) -> bool:
        """Whether a word no list has is inside a body's long name after a country's genitive."""
        if self._table.chain != "before":
            return False
        for at in range(index, max(index - _INSIDE, -1), -1):
            token = passage.tokens[at]
            mention = inside.get(at)
            if mention is not None:
                return isinstance(mention.value, CountryName) and token.text.lower().endswith(
                    self._table.genitive_endings
                )
            if not token.is_word or self._is_title(passage, at):
                return False
        return False

    def _ends_body(self, token: Token) -> bool:
        """Whether a token after a title is no part of what it is of: a mark, or another name."""
        return (token.is_capitalised or not token.is_word) and not self.names_body(
            token.text.lower()
        )

    def _before_body(self, passage: Passage, index: int) -> bool:
        after = index + 1
        return (
            passage.tokens[index].is_word
            and after < len(passage.tokens)
            and passage.tokens[after].text.lower().startswith(self._table.state_bodies)
        )

    def names_body(self, word: str) -> bool:
        return (
            word in self._portfolio_words
            or word in self._table.portfolio_joints
            or word.startswith((*self._table.state_bodies, *self._table.private_bodies))
        )

    def _heads_noun(self, passage: Passage, title: range) -> bool:
        """Whether the title's possessive goes with a plain noun for a private body before it."""
        if self._table.chain != "before" or not title[0]:
            return False
        word = passage.tokens[title[0] - 1].text.lower()
        base = passage.base_forms(title[-1])[0]
        written = passage.tokens[title[-1]].text.lower()
        return (
            written.removeprefix(base).startswith(self._table.possessives)
            and word.startswith(self._table.private_bodies)
            and self._language.base_form(word) == word
        )

    def _look_after(
        self,
        passage: Passage,
        end: int,
        inside: Mapping[int, Mention],
        around: Around,
        *,
        posted: bool,
    ) -> None:
        words: list[str] = []
        links = 0
        for steps, index in enumerate(range(end + 1, len(passage.tokens))):
            token = passage.tokens[index]
            if steps >= 12 or "\n" in passage.text[passage.tokens[index - 1].end : token.start]:
                break
            mention = inside.get(index)
            word = token.text.lower()
            if posted and word in self._table.posted_links:
                break
            if mention is not None:
                if self._table.country_links and not links:
                    break
                around.note(mention, forward=True)
            elif word in self._table.country_links:
                links += 1
            elif token.text in '«»“”"' and (steps or isinstance(inside.get(index + 1), Mention)):
                pass  # `лидер партии «Х»`: the name of a body, and no speech
            elif (self._table.country_links and not links) or (
                # `Национального управления`: a capital before the body's own word
                self._ends_body(token) and not self._before_body(passage, index)
            ):
                break
            words.append(word)
            if self._anaphoric & set(passage.base_forms(index)):
                around.anaphoric(passage, inside, index)
                break
        around.add(" ".join(words))

    def _is_body(self, word: str, beginnings: tuple[str, ...]) -> bool:
        """Whether a word begins so; where nothing is declined, `un` is no beginning of `under`."""
        if self._table.chain is not None:
            return word.startswith(beginnings)
        return any(
            word == beginning or (len(beginning) > _SHORT and word.startswith(beginning))
            for beginning in beginnings
        )

    def _judge(self, around: Around) -> None:
        words = around.words.split()
        padded = f" {around.words} "
        own = [
            code
            for code, names in self._table.institutions.items()
            if any(f" {name}" in padded for name in names)
        ]
        if len(own) == 1:
            around.state = True
            around.country = around.country or own[0]
            return
        if any(" " in body and body in around.words for body in self._table.state_bodies):
            around.state = True
            return
        state = [n for n, word in enumerate(words) if self._is_body(word, self._table.state_bodies)]
        private = [
            n for n, word in enumerate(words) if self._is_body(word, self._table.private_bodies)
        ]
        # the word nearest to the title is the body it heads
        nearest = max if self._table.chain == "before" else min
        if private:
            state = [n for n in state if not words[n].startswith(self._table.either_bodies or "\n")]
        if private and (not state or nearest(private) == nearest([*private, *state])):
            around.private = not (state and nearest(private) in state)
        around.state = bool(state) and not around.private
        if around.known_body and not state and not private:
            around.private = around.country is None
