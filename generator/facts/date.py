"""Calendar dates: `2026-жылдын 13-февралы`, `13 февраля 2026 года`, `Feb. 13, 2026`, `in 2019`.

A date is what names a day, a month or a year of the calendar. Decades, ages, weekdays and words
such as *yesterday* are none. The text is cut into atoms, one letter each; what sequences of atoms
are dates in a language, its table says, as regular expressions over these letters:

    D  a number that can be a day          Y  a number that can be a year
    d  such a number with the ending of the day that a stretch of days runs to: `12сине`
    M  a month                             A  a month's adjective
    y  a word for year, or its short form  z  such a word in the plural: years
    m  a word for month                    o  a word that only holds a date together: of
    -  a dash  ,  a comma  &  and  >  to   |  anything else
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.knowledge.base import Knowledge
from generator.lexicon.dates import is_real, month_head, month_of, resolve
from generator.lexicon.language import Language
from generator.model.calendar import Moment, PartialDate
from generator.model.ids import Kind
from generator.model.mention import Mention, Rejection
from generator.model.span import Span
from generator.recognition.passage import Passage
from generator.recognition.recogniser import Found, Recogniser

KIND = Kind("date")
REQUIRES: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """`date.toml`: how dates stand in running text. Words in lower case."""

    patterns: tuple[str, ...]
    """Sequences of atoms that are dates, the longest form first. All `D`, `M` and `Y` of a match
    belong together: a day goes with the next month, else the one before; a year with all."""
    and_words: tuple[str, ...] = ()
    range_words: tuple[str, ...] = ()
    holding_words: tuple[str, ...] = ()
    month_words: tuple[str, ...] = ()
    """Base forms."""
    year_plural_heads: tuple[str, ...] = ()
    """How plural forms of a word for year begin."""
    year_suffixes: tuple[str, ...] = ()
    """Endings of an ordinal year, after a hyphen: `й` of `2019-й`; as good as a word for year."""
    month_adjectives: tuple[str, ...] = ()
    """Twelve, base form; or none."""
    month_capital: Literal["always", "sentence-start"]
    """Whether a month is written with a capital letter within a sentence."""
    ambiguous_months: tuple[str, ...] = ()
    """Month words that are also other words: alone they need `before_month` or a month word."""
    before_month: tuple[str, ...] = ()
    """Words before a month that stands alone; the last word of a longer phrase will do."""
    first_names: tuple[str, ...] = ()
    """Month words that, with a capital letter, are also people's names."""
    bare_years: bool = False
    """Whether a year may stand without a word for year, given the words around it."""
    before_year: tuple[str, ...] = ()
    """Words before a year that stands alone, and before amounts."""
    surely_before_year: tuple[str, ...] = ()
    """Words before a year that stands alone, whatever follows but `counted`."""
    determiners: tuple[str, ...] = ()
    """Words before a year that describes one of `year_nouns`; endings after an apostrophe too."""
    year_nouns: tuple[str, ...] = ()
    """What a year may describe: `election`."""
    counted: tuple[str, ...] = ()
    """Words after a number that make it an amount."""
    plural_endings: tuple[str, ...] = ()
    """Endings of words after a number that make it an amount, except `function_words`."""
    function_words: tuple[str, ...] = ()
    day_endings: tuple[str, ...] = ()
    """What is glued to a day besides the calendar's suffixes: `17нен 23-июлга`."""
    until_endings: tuple[str, ...] = ()
    """What is glued to a day whose month was said before: `11-февралдан 12сине караган түнү`."""
    until_words: tuple[str, ...] = ()
    """Words one of which must follow such a day."""
    names_after: tuple[str, ...] = ()
    """Base forms that make a proper name of a month before them: `Октябрь району`."""
    names_before: tuple[str, ...] = ()
    """Base forms that make a proper name of a date after them: `улица 7 апреля`."""
    day_ordinals: Mapping[str, int] | None = None
    """Days in words, which a month in lower case must follow: `девятого` of `девятого мая`."""
    relative_years: Mapping[str, int]
    """Phrases beside a date without a year that place it: this year is 0, last year -1."""
    past: tuple[str, ...] = ()
    """Words before a date without a year that mean the last such one."""
    future: tuple[str, ...] = ()


def create(language: Language, knowledge: Knowledge) -> Recogniser | None:
    words = language.table("date", DateWords)
    return None if words is None else _Dates(language, words)


class _Atom(NamedTuple):
    code: str
    start: int
    end: int
    value: int = 0


class _Date(NamedTuple):
    start: int
    end: int
    date: PartialDate
    rule: str


class _Entry(NamedTuple):
    """One line of a chronicle."""

    line: Span
    head: Span
    """The year."""
    year: int


_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212/")
_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?:(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"|(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"
    r"|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<c>\d{4}))(?![\w/]|[.,-]\d)"
)
_SHORT_YEAR = re.compile(
    r"(?<![\w.,/-])(\d{1,2})\.(\d{1,2})\.(\d{2})[-\u2010\u2011 \u00a0]?([^\W\d_]+)"
)
"""A date whose year has two digits, and the word after it: `03.04.19-ж.`."""
_CHRONICLE = re.compile(
    r"^[ \t]*(?:[-\u2013\u2014\u2022*][ \u00a0])?(\d{4})"
    r"(?:(?P<sure>:)[ \u00a0]|[ \u00a0][-\u2013\u2014][ \u00a0](?!\d)).*$",
    re.MULTILINE,
)
"""A line of a chronicle, the year at its head: `2009: …`, `2009 — …`."""
_TWO_WORDS = re.compile(r"(?<!\w)((?:[^\W\d_]+[ \u00a0])?([^\W\d_]+))[ \u00a0]$")
_PIECE = re.compile(r"\w+|[^\w\s]|\n")
_SUFFIX = re.compile(r"[-\u2010\u2011]?([^\W\d_]{1,5})(?!\w)")
_BEFORE_AMOUNT = re.compile(r"[$€£¥₽№#+=≈~]\s?$|\d[.,:]$|\d[ \u00a0\u202f](?=\d{3}(?!\d))$")
_AFTER_AMOUNT = re.compile(r"[.,:]\d|[\s\u00a0]?[%°‰$€£₽]|[\s\u00a0\u202f]\d{3}(?!\d)")
_GAP = 40
"""Characters between two atoms of one date, at most."""
_WORD_BEFORE = re.compile(r"([\w’']+)(?:[\s\u00a0]+|-)$")
_WORD_AFTER = re.compile(r"[\s\u00a0]+([^\W\d_][\w-]*)")
_STATED_YEAR = re.compile(
    r"(?<!\d)\d{4}[-\u2010\u2011 \u00a0]?\w*[ \u00a0]+\w+\s?[-\u2013\u2014]\s?$"
)
"""A year and the first end of a range of months right before the second end."""
_NEAR = 60
"""Characters beside a date in which the words that place it are sought."""
_AMOUNT = "may be an amount"
_OPENING, _CLOSING = "«„“\"'", "»“”\"'"
_YEARS = range(1000, 2200)
_BARE_YEARS = range(1900, 2051)
"""A number without a word for year is one only here; news of other centuries says so."""


class _Dates:
    """Finds the dates of one language."""

    def __init__(self, language: Language, words: DateWords) -> None:
        self._language = language
        self._words = words
        table = language.calendar
        adjectives = {name: n for n, name in enumerate(words.month_adjectives, start=1)}
        self._adjectives = adjectives
        months = {name for names in table.months for name in names} | adjectives.keys()
        dated = table.months_in_dates or tuple(names[0] for names in table.months)
        stems = {month_head(n[0], form) for n, form in zip(table.months, dated, strict=True)}
        heads = sorted(map(re.escape, stems | {name[:3] for name in months}))
        self._anchor = re.compile(
            rf"\d+|(?<![^\W_])(?:{'|'.join(heads)})[^\W\d_]*(?!\w)", re.IGNORECASE
        )
        self._abbreviated = frozenset(
            name for names in table.months for name in names[1:] if len(name) <= 4
        )
        self._glue = {
            **dict.fromkeys(words.and_words, "&"),
            **dict.fromkeys(words.range_words, ">"),
            **dict.fromkeys(words.holding_words, "o"),
        }
        self._year_short = frozenset(table.year_abbreviations)
        self._bases = {
            **dict.fromkeys(table.year_words, "y"),
            **dict.fromkeys(words.month_words, "m"),
        }
        self._base_heads = frozenset(word[:2] for word in self._bases)
        self._suffixes = frozenset((*table.day_suffixes, *words.year_suffixes, *words.day_endings))
        self._day_ordinals = words.day_ordinals or {}
        self._until_endings = frozenset(words.until_endings)
        until = "|".join(map(re.escape, words.until_words)) or "(?!)"
        self._until = re.compile(rf"\s+(?:{until})(?!\w)", re.IGNORECASE)
        self._pattern = re.compile("|".join(f"(?:{p.replace(' ', '')})" for p in words.patterns))
        self._determined = re.compile(
            rf"(?<!\w)(?:{'|'.join(words.determiners) or '(?!)'})\s+[a-z]+\s+$", re.IGNORECASE
        )
        phrases = sorted(words.relative_years, key=lambda phrase: (-len(phrase), phrase))
        beside = "|".join(r"[\s\u00a0]+".join(map(re.escape, p.split())) for p in phrases)
        self._placed_before = re.compile(rf"(?<!\w)({beside})[\s\u00a0]+$", re.IGNORECASE)
        self._placed_after = re.compile(rf"[\s\u00a0]*,?[\s\u00a0]+({beside})(?!\w)", re.I)

    def recognise(self, passage: Passage, found: Found) -> Iterable[Mention | Rejection]:
        published = passage.article.published
        text = passage.text
        starts = frozenset(sentence.start for sentence in passage.sentences)
        chronicle = _chronicle(text)
        for paragraph in passage.article.prose:
            for result in self._dates(text, paragraph, starts, chronicle):
                if isinstance(result, Rejection):
                    yield result
                    continue
                start, end, date, rule = result
                line = next(
                    (year for line, _, year in chronicle if line.start <= start < line.end), None
                )
                if line is not None and published is not None and date.year is None:
                    placed = _with_year(date, line)
                else:
                    placed = self._placed(text, start, end, date, published)
                mention = Mention(
                    kind=KIND, span=Span(start, end), value=placed, rule=f"date.{rule}"
                )
                yield mention
                if placed.year is None:
                    yield mention.declined("without a year: nothing tells which one")

    def _dates(
        self, text: str, part: Span, starts: frozenset[int], chronicle: Sequence[_Entry]
    ) -> Iterator[_Date | Rejection]:
        taken: list[Span] = []
        for _, head, year in chronicle:
            if part.contains(head):
                taken.append(head)
                yield _Date(head.start, head.end, PartialDate(year=year), "chronicle")
        for match in _SHORT_YEAR.finditer(text, part.start, part.end):
            short = self._short_year(match)
            if short is not None:
                taken.append(Span(short.start, short.end))
                yield short
        for match in _NUMERIC.finditer(text, part.start, part.end):
            date = _numeric(match)
            taken.append(Span(match.start(), match.end()))
            if date is not None:
                yield _Date(match.start(), match.end(), date, "numeric")
            else:
                reason = "no such day, or nobody can tell which number is the month"
                yield _declined(*match.span(), "numeric", reason)
        atoms = self._atoms(text, part, taken)
        codes = "".join(atom.code for atom in atoms)
        for match in self._pattern.finditer(codes):
            yield from self._read(text, atoms[match.start() : match.end()], starts)

    def _short_year(self, match: re.Match[str]) -> _Date | None:
        """`03.04.19-ж.`: a word for year must follow, else it may be a time or a version."""
        word = match[4].lower()
        if word not in self._year_short and self._language.base_form(word) not in self._bases:
            return None
        day, month, year = int(match[1]), int(match[2]), 2000 + int(match[3])
        if year not in _BARE_YEARS:
            year -= 100
        if not is_real(year, month, day):
            return None
        date = PartialDate(year=year, month=month, day=day)
        return _Date(match.start(), match.end(), date, "numeric")

    # -- atoms -----------------------------------------------------------------------------------

    def _atoms(self, text: str, part: Span, taken: Sequence[Span]) -> list[_Atom]:
        atoms: list[_Atom] = []
        end = part.start
        for match in self._anchor.finditer(text, part.start, part.end):
            start = match.start()
            if start < end or any(s.start <= start < s.end for s in taken):
                continue
            atom = self._anchor_atom(text, match)
            day = self._ordinal_before(text, end, atom) if atom.code == "M" else None
            if atoms:
                self._add_glue(text, end, start if day is None else day.start, atoms)
            if day is not None:
                atoms.append(day)
            atoms.append(atom)
            end = atom.end
            if atom.code == "Y" and end > match.end() and atom.value in _BARE_YEARS:
                atoms.append(_Atom("y", end, end))
        if atoms:
            self._add_glue(text, end, part.end, atoms)
        return atoms

    def _ordinal_before(self, text: str, since: int, month: _Atom) -> _Atom | None:
        """The day in words right before a month: `девятого мая`."""
        if not self._day_ordinals or not text[month.start].islower():
            return None
        match = _TWO_WORDS.search(text, max(since, month.start - _GAP), month.start)
        for group in (1, 2):
            if match is not None:
                written = match[group].lower().replace("\u00a0", " ")
                if written in self._day_ordinals:
                    day = self._day_ordinals[written]
                    return _Atom("D", match.start(group), match.end(group), day)
        return None

    def _anchor_atom(self, text: str, match: re.Match[str]) -> _Atom:
        start, end = match.span()
        written = match.group()
        if not written[0].isdigit():
            return self._month_atom(text, start, end, written)
        value = int(written) if len(written) <= 4 else 0
        code = "|"
        if (
            not _BEFORE_AMOUNT.search(text, max(0, start - 4), start)
            and not _AFTER_AMOUNT.match(text, end)
            and not (start and (text[start - 1].isalpha() or text[start - 1] == "_"))
        ):
            if len(written) <= 2 and 1 <= value <= 31:
                code = "D"
            elif len(written) == 4 and value in _YEARS:
                code = "Y"
        suffix = _SUFFIX.match(text, end)
        if suffix is not None and code != "|":
            ending = suffix[1].lower()
            if code == "D" and ending in self._until_endings:
                end = suffix.end()
                code = "d" if self._until.match(text, end) else "|"
            elif ending in self._suffixes:
                end = suffix.end()
            elif suffix.start(1) == end:
                code = "|"
        elif end < len(text) and text[end].isalpha():
            code = "|"
        return _Atom(code, start, end, value)

    def _month_atom(self, text: str, start: int, end: int, written: str) -> _Atom:
        if self._words.month_capital == "always" and not written[0].isupper():
            return _Atom("|", start, end)
        lowered = written.lower()
        if lowered in self._abbreviated and text[end : end + 1] == ".":
            end += 1
        month = month_of(written, self._language)
        if month is not None:
            return _Atom("M", start, end, month)
        if self._adjectives and written[0].islower():
            for base in self._language.base_forms(written):
                if base in self._adjectives:
                    return _Atom("A", start, end, self._adjectives[base])
        return _Atom("|", start, end)

    def _add_glue(self, text: str, start: int, end: int, atoms: list[_Atom]) -> None:
        if atoms[-1].code == "|":
            return  # nothing to hold on to
        near = min(end, start + _GAP)
        for piece in _PIECE.finditer(text, start, near):
            written = piece.group()
            place = piece.start(), piece.end()
            if written in _DASHES:
                atoms.append(_Atom("-", *place))
            elif written == ",":
                atoms.append(_Atom(",", *place))
            else:
                code = self._word_code(written, text, piece.end())
                if code in "yz" and text[piece.end() : piece.end() + 1] == ".":
                    atoms.append(
                        _Atom(code, place[0], place[1] + int(written.lower() in self._year_short))
                    )
                elif written == "." and atoms[-1].code in "yz" and atoms[-1].end == piece.end():
                    continue
                else:
                    atoms.append(_Atom(code, *place))
                    if code == "|":
                        return
        if near < end:
            atoms.append(_Atom("|", near, end))

    def _word_code(self, written: str, text: str, end: int) -> str:
        lowered = written.lower()
        code = self._glue.get(lowered)
        if code is not None:
            return code
        if lowered in self._year_short:
            return "y"
        if lowered[:2] not in self._base_heads:
            return "|"
        for base in self._language.base_forms(written):
            code = self._bases.get(base)
            if code == "y" and lowered.startswith(self._words.year_plural_heads or ("\n",)):
                return "z"
            if code is not None:
                return code
        return "|"

    # -- dates -----------------------------------------------------------------------------------

    def _read(
        self, text: str, atoms: Sequence[_Atom], starts: frozenset[int]
    ) -> Iterator[_Date | Rejection]:
        days = [atom for atom in atoms if atom.code in "Dd"]
        months = [atom for atom in atoms if atom.code in "MA"]
        years = [atom for atom in atoms if atom.code == "Y"]
        if not months:
            yield from self._read_years(text, atoms, years)
            return
        first = months[0]
        alone = "a month alone may be another word or a name here"
        if not days and not years and not self._stands_alone(text, atoms, first, starts):
            yield _declined(first.start, first.end, "month", alone)
            return
        if self._is_name(text, atoms):
            reason = "the name of a street, a district or an event"
            yield _declined(atoms[0].start, atoms[-1].end, "month", reason)
            return
        if (
            not days
            and not years
            and _STATED_YEAR.search(text, max(0, first.start - _GAP), first.start)
        ):
            # 2017-жылдын <a month nobody knows>-апрель: not of the year of publication
            reason = "the end of a range whose beginning cannot be read"
            yield _declined(first.start, first.end, "month", reason)
            return
        year = years[-1] if years else None
        if year is not None and not self._is_year_here(text, atoms, year):
            yield _declined(year.start, year.end, "year", _AMOUNT)
            year = None
            if not days and not self._stands_alone(text, atoms, first, starts):
                yield _declined(first.start, first.end, "month", alone)
                return
            atoms = [atom for atom in atoms if atom.start < years[0].start]
        if days and self._counts(text, atoms):
            yield _declined(days[-1].start, days[-1].end, "day", _AMOUNT)
            days = []
        yield from _together(atoms, days, months, year)

    def _read_years(
        self, text: str, atoms: Sequence[_Atom], years: Sequence[_Atom]
    ) -> Iterator[_Date | Rejection]:
        worded = [atom for atom in atoms if atom.code in "yz"]
        if worded and worded[0].code == "z" and len(years) == 1 and years[0].value % 10 == 0:
            yield _declined(years[0].start, worded[0].end, "year", "a decade")
            return
        if not worded and not self._is_bare_year(text, atoms, years):
            yield _declined(atoms[0].start, atoms[-1].end, "year", _AMOUNT)
            return
        for place, year in enumerate(years):
            last = place == len(years) - 1
            end = max((a.end for a in worded), default=year.end) if last else year.end
            yield _Date(year.start, max(end, year.end), PartialDate(year=year.value), "year")

    def _is_bare_year(self, text: str, atoms: Sequence[_Atom], years: Sequence[_Atom]) -> bool:
        if not self._words.bare_years:
            return False
        if any(year.value not in _BARE_YEARS for year in years):
            return False
        before = _word_before(text, atoms[0].start)
        after = _word_after(text, atoms[-1].end)
        lowered = after.lower()
        if lowered in self._words.counted:
            return False
        if lowered in self._words.year_nouns and (
            before in self._words.determiners
            or before.endswith(("'s", "’s", "s'", "s’"))
            or self._determined.search(text, max(0, atoms[0].start - _GAP), atoms[0].start)
        ):
            return True
        owned = before.endswith(("'s", "’s", "s'", "s’"))
        if after[:1].isupper() and (owned or before in self._words.determiners):
            where = text.find(after, atoms[-1].end) + len(after)
            if _word_after(text, where).lower() in self._words.year_nouns:
                return True  # the 2016 Boston marathon
        if before in self._words.surely_before_year:
            return True
        if before not in self._words.before_year or any(y.value % 100 == 0 for y in years):
            return False  # a round number is more often an amount
        return not after or not self._is_counted(after)

    def _is_counted(self, after: str) -> bool:
        """Whether a word after a number makes it an amount."""
        lowered = after.lower()
        if lowered in self._words.counted:
            return True
        return (
            after[0].islower()
            and lowered not in self._words.function_words
            and lowered not in self._words.year_nouns
            and lowered.endswith(self._words.plural_endings or ("\n",))
        )

    def _is_year_here(self, text: str, atoms: Sequence[_Atom], year: _Atom) -> bool:
        """Whether the number beside a month is a year, not an amount."""
        if any(atom.code in "yz" for atom in atoms):
            return True
        if year.value not in _BARE_YEARS:
            return False
        if atoms[-1] is not year:
            return True
        after = _word_after(text, year.end)
        return not after or not self._is_counted(after)

    def _counts(self, text: str, atoms: Sequence[_Atom]) -> bool:
        """Whether the number after a month counts something: `in June 13 people`."""
        if atoms[-1].code != "D":
            return False
        after = _word_after(text, atoms[-1].end)
        return bool(after) and after.lower() in self._words.counted

    def _stands_alone(
        self, text: str, atoms: Sequence[_Atom], month: _Atom, starts: frozenset[int]
    ) -> bool:
        """Whether a month without day and year is meant as one."""
        written = text[month.start : month.end]
        lowered = written.lower()
        before = _word_before(text, month.start)
        placed = before in self._words.before_month
        if written[0].isupper() and _is_quoted(text, month):
            return False
        if any(atom.code == "m" for atom in atoms):
            return True
        if self._words.month_capital != "always" and written[0].isupper():
            if month.start not in starts and text[month.start - 1] not in '«"“„(':
                return False
            if lowered in self._words.first_names:
                return False
        if lowered.rstrip(".") in self._abbreviated:
            return placed and written.endswith(".")
        if month.code == "A":
            return True
        bases = self._language.base_forms(written)
        if any(base in self._words.ambiguous_months for base in bases):
            return placed
        if placed or len([atom for atom in atoms if atom.code == "M"]) > 1:
            return True
        return self._words.month_capital != "always" or not self._may_be_a_name(
            text, atoms, month, starts
        )

    def _may_be_a_name(
        self, text: str, atoms: Sequence[_Atom], month: _Atom, starts: frozenset[int]
    ) -> bool:
        """Whether a month with a capital letter may be a person's name, or part of one."""
        after = _word_after(text, atoms[-1].end)
        if after and after[0].isupper():
            return True
        if month.start in starts:
            return text[month.start : month.end].lower() in self._words.first_names
        before = _WORD_BEFORE.search(text, max(0, month.start - _GAP), month.start)
        return before is not None and before[1][0].isupper() and before.start() not in starts

    def _is_name(self, text: str, atoms: Sequence[_Atom]) -> bool:
        """Whether the date is part of a street's, district's or event's name."""
        if self._words.names_after:
            after = _word_after(text, atoms[-1].end)
            if after and atoms[-1].code == "M" and self._is_standard(text, atoms[-1]):
                bases = (after.lower(), *self._language.base_forms(after))
                if any(base in self._words.names_after for base in bases):
                    return True
        if self._words.names_before:
            before = _word_before(text, atoms[0].start)
            if before:
                bases = (before, *self._language.base_forms(before))
                return any(base in self._words.names_before for base in bases)
        return False

    def _is_standard(self, text: str, month: _Atom) -> bool:
        """Whether a month stands in its base form."""
        written = text[month.start : month.end].lower()
        return written in self._language.calendar.months[month.value - 1]

    def _placed(
        self, text: str, start: int, end: int, date: PartialDate, published: Moment | None
    ) -> PartialDate:
        """The date with its year, where the text or the day of publication tells it."""
        if date.year is not None or published is None:
            return date
        if self._words.relative_years:
            match = self._placed_before.search(text, max(0, start - _NEAR), start)
            match = match or self._placed_after.match(text, end, min(len(text), end + _NEAR))
            if match is not None:
                phrase = " ".join(match[1].lower().split())
                year = published.year + self._words.relative_years[phrase]
                return _with_year(date, year)
        nearest = resolve(date, published)
        before = _word_before(text, start)
        if nearest.year is not None:
            if before in self._words.past and nearest > _cut(published, nearest):
                return _with_year(date, nearest.year - 1)
            if before in self._words.future and nearest < _cut(published, nearest):
                return _with_year(date, nearest.year + 1)
        return nearest


def _chronicle(text: str) -> tuple[_Entry, ...]:
    """The lines of a chronicle; where dashes part the years off, at least two are asked for."""
    lines = [m for m in _CHRONICLE.finditer(text) if int(m[1]) in _BARE_YEARS]
    return tuple(
        _Entry(Span(*m.span()), Span(*m.span(1)), int(m[1]))
        for m in lines
        if m["sure"] or len(lines) > 1
    )


def _is_quoted(text: str, month: _Atom) -> bool:
    """Whether a month stands by itself in quotation marks, as the name of something."""
    before, after = text[max(0, month.start - 1) : month.start], text[month.end : month.end + 1]
    return before in _OPENING and after in _CLOSING and before != "" and after != ""


def _together(
    atoms: Sequence[_Atom], days: Sequence[_Atom], months: Sequence[_Atom], year: _Atom | None
) -> Iterator[_Date | Rejection]:
    """The dates of one match: a day with its month each, else a month each; one year for all."""
    heads: list[tuple[_Atom, _Atom]] = []
    for day in days:
        later = [month for month in months if month.start > day.start]
        heads.append((day, later[0] if later else months[-1]))
    ascending: list[tuple[_Atom, _Atom]] = []
    for day, month in reversed(heads):
        if ascending and ascending[-1][1] is month and day.value >= ascending[-1][0].value:
            break  # a number before the list of days, not one of them
        ascending.append((day, month))
    heads = ascending[::-1]
    if len(heads) < len(days):
        atoms = [atom for atom in atoms if atom.start >= heads[0][0].start]
    with_days = {id(month) for _, month in heads}
    parts = sorted(
        [(day, month, True) for day, month in heads]
        + [(month, month, False) for month in months if id(month) not in with_days],
        key=lambda part: part[0].start,
    )
    known = None if year is None else year.value
    core = [atom for atom in atoms if atom.code in "DdMAYyzm"]
    for place, (head, month, has_day) in enumerate(parts):
        if has_day and not is_real(known, month.value, head.value):
            where = min(head.start, month.start), max(head.end, month.end)
            yield _declined(*where, "day", "there is no such day")
            continue
        start = core[0].start if place == 0 else head.start
        if place == len(parts) - 1:
            end = core[-1].end
        else:
            following = parts[place + 1][0].start
            end = max(
                (a.end for a in core if a.start >= head.start and a.end <= following),
                default=head.end,
            )
        date = PartialDate(year=known, month=month.value, day=head.value if has_day else None)
        yield _Date(start, end, date, "day" if has_day else "month")


def _declined(start: int, end: int, rule: str, reason: str) -> Rejection:
    return Rejection(kind=KIND, span=Span(start, end), rule=f"date.{rule}", reason=reason)


def _numeric(match: re.Match[str]) -> PartialDate | None:
    if match["year"]:
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    elif match["d"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
        if first <= 12 and second <= 12 and first != second:
            return None  # day or month first: nobody can tell
        day, month = (first, second) if first > 12 else (second, first)
    if year not in _YEARS or not is_real(year, month, day):
        return None
    return PartialDate(year=year, month=month, day=day)


def _with_year(date: PartialDate, year: int) -> PartialDate:
    if date.month is not None and date.day is not None and not is_real(year, date.month, date.day):
        return date
    return PartialDate(year=year, month=date.month, day=date.day)


def _cut(published: Moment, like: PartialDate) -> PartialDate:
    """The day of publication, as precise as `like`."""
    day = None if like.day is None else published.day
    return PartialDate(year=published.year, month=published.month, day=day)


def _word_before(text: str, start: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, start - _GAP), start)
    return match[1].lower() if match else ""


def _word_after(text: str, end: int) -> str:
    match = _WORD_AFTER.match(text, end)
    return match[1] if match else ""
