"""An article cut into sentences and words, with the base forms of each word at hand.

Built once an article and shared by all recognisers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.lexicon.language import Language
from generator.model.article import Article
from generator.model.span import Span
from generator.text.sentences import split_sentences
from generator.text.tokens import Token, tokenise


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What a recogniser reads."""

    article: Article
    language: Language
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    """Of all sentences, in order."""
    starts: tuple[int, ...]
    """`start` of each token, for look-up by place."""

    @property
    def text(self) -> str:
        return self.article.text

    def base_forms(self, index: int) -> tuple[str, ...]:
        """Lower-case base forms of the word at `tokens[index]`, likeliest first."""
        return self.language.base_forms(self.tokens[index].text)

    def tokens_in(self, span: Span) -> range:
        """Indexes of the tokens that begin inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def token_at(self, offset: int) -> int | None:
        """Index of the token that covers the character at `offset`, `None` between tokens."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and self.tokens[index].end > offset:
            return index
        return None

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which `span` begins; `span` itself outside all sentences."""
        return next((s for s in self.sentences if s.start <= span.start < s.end), span)

    def adjacent(self, left: int, right: int) -> bool:
        """Whether nothing at all stands between two tokens (`40` `ка`)."""
        return self.tokens[left].end == self.tokens[right].start


def read_passage(article: Article, language: Language) -> Passage:
    """Cut `article` into sentences and tokens by the rules of `language`."""
    abbreviations = frozenset(language.profile.abbreviations)
    sentences = split_sentences(article.text, article.prose, abbreviations)
    tokens = tuple(
        token
        for sentence in sentences
        for token in tokenise(article.text, sentence.start, sentence.end)
    )
    return Passage(
        article=article,
        language=language,
        sentences=sentences,
        tokens=tokens,
        starts=tuple(token.start for token in tokens),
    )
