"""How many changes planted in one version of a story are reported, measured on real news.

In a version, one thing that another version says too is changed: the digits of a figure, the day,
month or year of a date, the surname of a person wherever it stands, the title somebody is given.
What the other versions say is known from equal values, and of people from a list of them. The texts
are not in the repository: `BRIEFING_NTREX_TEXTS` and `BRIEFING_NTREX_GOLD` name the files, of the
shape that `test_merges_across_languages.py` tells.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from itertools import product

import pytest

from generator.lexicon.language import Language
from generator.lexicon.shapes import Calendar, Labels
from generator.model.article import SourceFile
from generator.model.calendar import PartialDate
from generator.model.ids import ArticleId, LanguageCode
from generator.model.names import PersonName, Role
from generator.model.quantity import Quantity
from generator.model.site import Briefing
from generator.model.span import Span
from generator.model.story import Disagreement, DisagreementKind
from generator.pipeline import tie_together
from tests.identity.tellings import understanding
from tests.identity.test_merges_across_languages import GOLD, TEXTS, lines
from tests.identity.test_stories_across_languages import LANGUAGES, number, read_version

pytestmark = pytest.mark.skipif(
    not (TEXTS and GOLD), reason="BRIEFING_NTREX_TEXTS and BRIEFING_NTREX_GOLD are not set"
)

FLOORS: Mapping[DisagreementKind, float] = {
    "figure": 0.99, "date": 0.99, "name": 0.98, "title": 0.93,
}  # fmt: skip
"""What is missed are mostly round numbers changed in a digit that `about` or `more than` leaves
open, surnames like a word of the other text, and titles that are read as nobody's: of a second
president of one country, of a holder who stands in another case."""
ROUNDS = (*((place, 0) for place in range(5)), (0, 1), (1, 2))
"""Which of a version's possible changes is made, and with what seed."""
SLIPS = 4
"""Disagreements of the translators themselves, see `test_stories_across_languages.py`."""
_STRANGERS = (
    ("Hargrove", "Харгроув"), ("Lindqvist", "Линдквист"), ("Bardell", "Барделл"),
    ("Osterman", "Остерман"), ("Temirov", "Темиров"), ("Kowalski", "Ковальски"),
)  # fmt: skip
_OFFICES = ("head-of-state", "foreign-minister", "judge", "head-of-government")
_DIGITS = re.compile(r"\d+")
_MORE_BEFORE = re.compile(r"\d[.,: \u00a0\u202f]?$")
_MORE_AFTER = re.compile(r"[.,: \u00a0\u202f]?\d")
_FROM = re.compile(r"(\d+)(?:\s*[-–—]\s*| \w{1,5} )$")
_TO = re.compile(r"(?:\s*[-–—]\s*| \w{1,5} )(\d+)")
"""Both ends of a range: `70-90`, `70 to 90`, `70 до 90`."""
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = "аяоеуыийьaeoy"
"""Last letters of a surname that its cases may change."""
_ALIKE = 0.83
"""Likeness of two spellings of a surname in one text: one letter of six is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Other words at some places of a version's text."""

    path: str
    kind: DisagreementKind
    was: str
    """What is changed, as one of its places has it; for the reader only."""
    now: str
    spans: tuple[Span, ...]


def applied(text: str, change: Change) -> tuple[str, tuple[Span, ...]]:
    """The text with the change, and where its words then stand."""
    parts: list[str] = []
    spans: list[Span] = []
    end = 0
    for span in change.spans:
        parts.append(text[end : span.start])
        start = sum(map(len, parts))
        parts.append(change.now)
        spans.append(Span(start, start + len(change.now)))
        end = span.end
    return "".join((*parts, text[end:])), tuple(spans)


@pytest.fixture(scope="module")
def stories() -> Mapping[str, Sequence[Briefing]]:
    """The versions of each story by its name."""
    found: dict[str, list[Briefing]] = defaultdict(list)
    for row in lines(TEXTS or ""):
        if row["lang"] in LANGUAGES:
            found[row["story"]].append(read_version(row))
    return found


def planted(
    stories: Mapping[str, Sequence[Briefing]], changes: Mapping[str, Change]
) -> Iterator[tuple[Change, list[Disagreement], list[Disagreement]]]:
    """Each change with the points of its story that speak of it, and those that do not."""
    made: dict[ArticleId, tuple[Change, tuple[Span, ...]]] = {}
    briefings: list[Briefing] = []
    for version in (version for versions in stories.values() for version in versions):
        change = changes.get(version.article.source.path)
        if change is None:
            briefings.append(version)
            continue
        text, spans = applied(version.article.text, change)
        new = reread(version, text)
        if change.kind == "date" and not any(
            mention.kind == "date" and mention.span.overlaps(spans[0]) for mention in new.mentions
        ):
            briefings.append(version)  # no form that a month has in this language
            continue
        briefings.append(new)
        made[new.article.id] = (change, spans)
    site = tie_together(briefings, (), understanding().knowledge)
    of = {article: story for story in site.stories for article in story.articles}
    for article, (change, spans) in made.items():
        points = of[article].disagreements if article in of else ()
        about = [
            point
            for point in points
            if any(
                claim.evidence.article == article
                and any(claim.evidence.span.overlaps(span) for span in spans)
                for claim in point.claims
            )
        ]
        yield change, about, [point for point in points if point not in about]


def reread(version: Briefing, text: str) -> Briefing:
    day = str(version.article.published)
    source = SourceFile(path=version.article.source.path, content=f"{day}\n\n{text}".encode())
    article, _ = understanding().reader.read(source)
    return understanding().understand(replace(article, translation_of=None))


# -- what to change -------------------------------------------------------------------------------


def figure(version: Briefing, others: Sequence[Briefing], seed: int) -> Iterator[Change]:
    """Another digit, the first with the first seed, of an amount that another version has too.

    The number is changed wherever it stands but in dates: a version that still has the old one in
    some sentence does not contradict the others.
    """
    text = version.article.text
    said = {key for other in others for key in amounts(other)}
    numbers = {run for one in (version, *others) for run in _DIGITS.findall(one.article.text)}
    dated = [mention.span for mention in version.mentions if mention.kind == "date"]
    for key, spans in amounts(version).items():
        texts = {span.of(text) for span in spans}
        if key not in said or len(texts) != 1:
            continue
        (was,) = texts
        runs = _DIGITS.findall(was)
        if len(runs) != 1:
            continue
        places = [
            span
            for m in _DIGITS.finditer(text)
            for span in (Span(m.start(), m.end()),)
            if m.group() == runs[0] and _is_whole(text, span, spans)
            if not any(span.overlaps(date) for date in dated)
        ]
        for step in (3, 4, 5, 6, 7, 8, 2, 1):
            at = seed % len(runs[0])
            digit = (int(runs[0][at]) + step - 1) % 9 + 1
            new = f"{runs[0][:at]}{digit}{runs[0][at + 1 :]}"
            if new not in numbers and all(_in_order(text, place, int(new)) for place in places):
                yield Change(
                    path=version.article.source.path, kind="figure", was=was, now=new,
                    spans=tuple(places),
                )  # fmt: skip
                break


def _is_whole(text: str, span: Span, amounts: Sequence[Span]) -> bool:
    """Whether a run of digits is a number of its own, or the one in an amount that is changed."""
    if any(span.overlaps(amount) for amount in amounts):
        return True
    return not _MORE_BEFORE.search(text[: span.start]) and not _MORE_AFTER.match(text[span.end :])


def _in_order(text: str, span: Span, new: int) -> bool:
    """Whether a range keeps its order: from 70 to 30 is a slip that shows in one version alone."""
    old = int(span.of(text))
    low, high = _FROM.search(text[: span.start]), _TO.match(text[span.end :])
    if low and int(low.group(1)) < old and int(low.group(1)) >= new:
        return False
    return not (high and old < int(high.group(1)) <= new)


def amounts(version: Briefing) -> dict[tuple[str, object, str], tuple[Span, ...]]:
    found: dict[tuple[str, object, str], list[Span]] = defaultdict(list)
    for mention in version.mentions:
        value = mention.value
        if isinstance(value, Quantity):
            unit = "" if value.kind == "count" else value.unit
            found[value.kind, value.value, unit].append(mention.span)
    return {key: tuple(sorted(spans)) for key, spans in found.items()}


def date(version: Briefing, others: Sequence[Briefing], seed: int) -> Iterator[Change]:
    """Another day, year or month of a date that another version has too."""
    said = {m.value for other in others for m in other.mentions if m.kind == "date"}
    everywhere = {m.value for m in version.mentions if m.kind == "date"} | said
    by_value: dict[PartialDate, list[Span]] = defaultdict(list)
    for mention in version.mentions:
        if isinstance(mention.value, PartialDate):
            by_value[mention.value].append(mention.span)
    for value, spans in by_value.items():
        texts = {span.of(version.article.text) for span in spans}
        if value not in said or len(texts) != 1 or value.year is None:
            continue
        (was,) = texts
        for now, meant in other_dates(was, value, version.article.language, seed):
            if meant not in everywhere and now != was:
                yield Change(
                    path=version.article.source.path,
                    kind="date", was=was, now=now, spans=tuple(sorted(spans)),
                )  # fmt: skip
                break


def other_dates(
    was: str, value: PartialDate, code: str, seed: int
) -> Iterator[tuple[str, PartialDate]]:
    assert value.year is not None
    way = (number(was) + seed) % 3
    if way != 0 and value.day is not None:
        for day in (value.day % 28 + 3, value.day % 9 + 1):
            if day <= 28:
                pattern = rf"(?<!\d)0?{value.day}(?!\d)"
                yield re.sub(pattern, str(day), was, count=1), replace(value, day=day)
    if way != 1 and value.month is not None and (value.day or 1) <= 28:
        for words in months(LanguageCode(code)):
            if words[value.month - 1] in was:
                other = (value.month + 3) % 12 + 1
                yield (
                    was.replace(words[value.month - 1], words[other - 1]),
                    replace(value, month=other),
                )
    if str(value.year) in was:
        for step in (3, 7):
            year = value.year - step
            yield was.replace(str(value.year), str(year)), replace(value, year=year)


def months(code: LanguageCode) -> Iterator[Sequence[str]]:
    calendar = pack(code).required("calendar", Calendar)
    if calendar.months_in_dates:
        yield calendar.months_in_dates
    yield [names[0] for names in calendar.months]


def name(
    version: Briefing, others: Sequence[Briefing], seed: int, people: Sequence[Mapping[str, str]]
) -> Iterator[Change]:
    """Another surname for somebody whom another version names too."""
    text, code = version.article.text, version.article.language
    known = {names[code].split()[-1] for names in people if names.get(code)}
    for names in people:
        written = names.get(code, "")
        if len(written.split()) < 2 or not any(
            names.get(other.article.language, "") in other.article.text for other in others
        ):
            continue
        surname = written.split()[-1]
        stem = surname.rstrip(_ENDING) if not _LATIN.search(surname) else surname
        if len(stem) < 3 or sum(one.startswith(stem) for one in known) != 1:
            continue
        spans = list(_spellings(text, stem, known - {surname}))
        latin = names.get("en", "").split()[-1:]
        spans += [span for one in latin if one != surname for span in _spellings(text, one, ())]
        if spans and any(isinstance(m.value, PersonName) and m.value.family == surname
                         for m in version.mentions):  # fmt: skip
            stranger = _STRANGERS[(number(surname) + seed) % len(_STRANGERS)]
            now = stranger[0] if _LATIN.search(surname) else stranger[1]
            yield Change(
                path=version.article.source.path,
                kind="name", was=stem, now=now, spans=tuple(sorted(set(spans))),
            )  # fmt: skip


def _spellings(text: str, stem: str, others: Collection[str]) -> Iterator[Span]:
    """Where a surname stands, in any case, in capitals and misspelt as well.

    A version that spells a name in two ways, or leaves it in Latin letters once, still has it
    where only one of them is changed.
    """
    for m in _WORD.finditer(text):
        word = m.group()
        for size in (len(stem), len(stem) - 1, len(stem) + 1):
            head = word[0] + word[1:size].lower()
            like = head == stem or (
                len(stem) > 4
                and head[0] == stem[0]
                and SequenceMatcher(None, head, stem).ratio() >= _ALIKE
                and not any(word.startswith(other.rstrip(_ENDING)) for other in others)
            )
            if like and len(head) == size and len(word) <= size + 6:
                yield Span(m.start(), m.start() + size)
                break


def title(
    version: Briefing, others: Sequence[Briefing], seed: int, people: Sequence[Mapping[str, str]]
) -> Iterator[Change]:
    """Another office for somebody to whom another version gives the same one."""
    code = version.article.language
    names = pack(code).required("labels", Labels).offices
    for (surname, office), spans in titles(version).items():
        if any(o != office for s, o in titles(version) if s == surname) or not any(
            office == theirs and _same_person(people, code, surname, other.article.language, family)
            for other in others
            for family, theirs in titles(other)
        ):
            continue
        texts = {span.of(version.article.text) for span in spans}
        if len(texts) != 1:
            continue
        (was,) = texts
        if was.lower() not in {t.lower() for t in written_titles(version, office)}:
            continue  # in another case
        for new in (*_OFFICES[seed:], *_OFFICES[:seed]):
            if new != office and new in names:
                now = names[new].lower()
                yield Change(
                    path=version.article.source.path,
                    kind="title", was=was, now=now, spans=spans,
                )  # fmt: skip
                break


def written_titles(version: Briefing, office: str) -> set[str]:
    return {
        m.value.title
        for m in version.mentions
        if isinstance(m.value, Role) and m.value.office == office
    }


def titles(version: Briefing) -> dict[tuple[str, str], tuple[Span, ...]]:
    """Surname and office to where the title stands."""
    by_span = {m.span: m.value for m in version.mentions if isinstance(m.value, PersonName)}
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for mention in version.mentions:
        value, holder = mention.value, mention.argument("holder")
        if mention.kind == "role" and isinstance(value, Role) and value.office and holder:
            person = by_span.get(holder)
            if person is not None and person.family and not value.former:
                found[person.family, value.office].append(mention.span)
    return {key: tuple(sorted(spans)) for key, spans in found.items()}


def _same_person(
    people: Sequence[Mapping[str, str]], code: str, surname: str, other: str, family: str
) -> bool:
    return any(
        names.get(code, "").endswith(surname) and names.get(other, "").endswith(family)
        for names in people
    )


@cache
def pack(code: LanguageCode) -> Language:
    languages = understanding().knowledge.countries.languages
    return next(language for language in languages if language.code == code)


def _by_chance(change: Change) -> int:
    return number(f"{change.path} {change.was}")


# -- the measurement ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["figure", "date", "name", "title"])
def test_planted_changes_are_reported(
    stories: Mapping[str, Sequence[Briefing]], kind: DisagreementKind
) -> None:
    people: dict[str, list[dict[str, str]]] = {
        row["story"]: [person["names"] for person in row["persons"]] for row in lines(GOLD or "")
    }

    def options(story: str, version: Briefing, seed: int) -> list[Change]:
        others = [one for one in stories[story] if one is not version]
        if kind == "figure":
            return list(figure(version, others, seed))
        if kind == "date":
            return list(date(version, others, seed))
        find = name if kind == "name" else title
        return list(find(version, others, seed, people.get(story, [])))

    total = reported = 0
    beside: Counter[str] = Counter()
    for code, (place, seed) in product(LANGUAGES, ROUNDS):
        chosen: dict[str, Change] = {}
        for story, versions in stories.items():
            for version in versions:
                if version.article.language == code:
                    found = sorted(options(story, version, seed), key=_by_chance)
                    chosen.update((one.path, one) for one in found[place : place + 1])
        if not chosen:
            continue
        for change, about, rest in planted(stories, chosen):
            total += 1
            reported += bool(about)
            if not about:
                print(f"missed: {change.path} {change.kind} {change.was!r} → {change.now!r}")
            for point in rest:
                beside[" / ".join(claim.evidence.quote for claim in point.claims)] += 1
    print(f"{kind}: reported {reported} of {total}")
    for words, times in sorted(beside.items()):
        print(f"beside: {times} {words}")
    assert reported >= FLOORS[kind] * total
    assert len(beside) <= SLIPS
