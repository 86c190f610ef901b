"""Which countries an article is about: whose office a title means that says nothing of it."""

from __future__ import annotations

from collections import Counter

from generator.model.ids import CountryCode
from generator.model.mention import Mention
from generator.model.names import CountryName, OrganisationName, PlaceName
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found

PLAIN = 4
"""Points of naming that make a country the article's own; a name counts two, a place one."""
OFTEN = 6
"""Points that make it so although the country is not the site's own."""


class Setting:
    """Which countries an article is about, in points: a name counts two, a place or body one."""

    def __init__(
        self, passage: Passage, found: Found, *, visited_endings: tuple[str, ...] = ()
    ) -> None:
        """`visited_endings` are those of a place where something happens or goes to."""
        self.mentioned: Counter[CountryCode] = Counter()
        """Every country named."""
        self.named: Counter[CountryCode] = Counter()
        """The same without those that are only somewhere to go or to be."""
        self.of_bodies = _in_names_of_bodies(found)
        """Countries whose parliament, ministry or the like is named by the country's name."""
        self._text = passage.text.lower()
        self._first: dict[CountryCode, int] = {}
        for mention in found.of("country", "place", "organisation"):
            value = mention.value
            code: CountryCode | None = None
            if isinstance(value, CountryName):
                code = value.code
            elif isinstance(value, PlaceName | OrganisationName):
                code = value.country
            if code is None:
                continue
            points = 2 if isinstance(value, CountryName) else 1
            self.mentioned[code] += points
            self._first.setdefault(code, mention.span.start)
            if not _visited(passage, mention, visited_endings):
                self.named[code] += points

    def names(self, words: tuple[str, ...]) -> bool:
        """Whether any of these, in lower case, stands in the text."""
        return any(word in self._text for word in words)

    def best(self) -> CountryCode | None:
        """The country named most, the first of several."""
        return max(
            self.named,
            key=lambda code: (self.named[code], -self._first[code]),
            default=None,
        )

    def is_of_one(self, code: CountryCode | None) -> bool:
        """Whether the article is plainly about this country more than about any other.

        An article about several countries does not say whose a title is.
        """
        if code is None or self.named[code] < PLAIN:
            return False
        others = [count for other, count in self.mentioned.items() if other != code]
        count = self.named[code]
        return count > sum(others) or (count >= OFTEN and count >= 3 * max(others))


def _visited(passage: Passage, mention: Mention, endings: tuple[str, ...]) -> bool:
    """Whether a country or place is only somewhere to go or to be, or stands in brackets."""
    tokens = passage.tokens_in(mention.span)
    if not tokens:
        return False
    before = passage.tokens[tokens[0] - 1].text if tokens[0] else ""
    after = passage.tokens[tokens[-1] + 1].text if tokens[-1] + 1 < len(passage.tokens) else ""
    if before == "(" and after == ")":
        return True
    last = passage.tokens[tokens[-1]].text.lower()
    return bool(endings) and last.endswith(endings)


def _in_names_of_bodies(found: Found) -> frozenset[CountryCode]:
    bodies = [body.span for body in found.of("organisation")]
    return frozenset(
        country.value.code
        for country in found.of("country")
        if isinstance(country.value, CountryName)
        and any(body.contains(country.span) for body in bodies)
    )
