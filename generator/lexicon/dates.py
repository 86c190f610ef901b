"""Dates the way a language reads and writes them.

The words and patterns stand in each pack's `calendar.toml`; what is here is arithmetic.
"""

from __future__ import annotations

import calendar
import re
from functools import cache

from generator.lexicon.language import Language
from generator.lexicon.shapes import Calendar
from generator.model.calendar import Moment, PartialDate


def is_real(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day; without a year, 29 February is a day."""
    if not (1 <= month <= 12 and day >= 1):
        return False
    return day <= calendar.monthrange(2000 if year is None else year, month)[1]


def month_of(word: str, language: Language) -> int | None:
    """The month, 1 to 12, that `word` names in any case form or abbreviation, else `None`."""
    lowered = word.lower()
    exact, heads = _months(language)
    if lowered in exact:
        return exact[lowered]
    if not lowered.startswith(heads):
        return None
    for base in language.base_forms(word):
        if base in exact:
            return exact[base]
    return None


def resolve(date: PartialDate, published: Moment | None) -> PartialDate:
    """A date without a year gets the year that puts it nearest to the day of publication.

    News speaks of what has just been or is about to be, so of the three years around it the one
    is taken in which the day (or the month's middle) is least far from `published`; a tie goes to
    the past. Unchanged where `published` is `None`, the year is known, or no month is.
    """
    if published is None or date.year is not None or date.month is None:
        return date
    origin = _ordinal(published.year, published.month, published.day)
    best: tuple[int, int, int] | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        if date.day is not None and not is_real(year, date.month, date.day):
            continue
        distance = _ordinal(year, date.month, date.day or 15) - origin
        if date.day is None and (year, date.month) == (published.year, published.month):
            distance = 0
        rank = (abs(distance), int(distance > 0), year)
        best = rank if best is None or rank < best else best
    if best is None:
        return date
    return PartialDate(year=best[2], month=date.month, day=date.day)


def long_date(date: PartialDate | Moment, language: Language) -> str:
    """`date` in words for a reader of `language`, as far as it is known; the time if there is one.

    ISO 8601 where the pack has no `formats`.
    """
    formats = language.calendar.formats
    if formats is None:
        return str(date)
    if isinstance(date, Moment):
        day = long_date(date.date, language)
        time = time_of_day(date)
        return day if time is None else formats.moment.format(date=day, time=time)
    if date.month is None:
        return formats.year.format(year=date.year) if date.year is not None else str(date)
    if date.year is None and date.day is None:
        return month_name(date.month, language)
    pattern = formats.month if date.day is None else formats.date
    return _filled(formats.day if date.year is None else pattern, date, language)


def long_range(first: PartialDate, last: PartialDate, language: Language) -> str:
    """Two days as one stretch: `2–8 марта 2026 года`; what both share is said once.

    Parted as CLDR parts its intervals, at the greatest unit that differs. CLDR's own forms are not
    used: it has them for abbreviated months only, and pages write months out.
    """
    formats = language.calendar.formats
    if first == last:
        return long_date(first, language)
    whole = None if formats is None else _DAY_AND_MONTH.search(formats.date)
    days = None not in (first.month, first.day, last.month, last.day)
    if formats is None or whole is None or not days or first.year != last.year:
        return f"{long_date(first, language)} – {long_date(last, language)}"
    if first.month == last.month:
        days_of_month = formats.date.replace("{day}", f"{first.day}–{last.day}")
        return _filled(days_of_month, last, language)
    ends = " – ".join(_filled(whole.group(), one, language) for one in (first, last))
    around = formats.date[: whole.start()], formats.date[whole.end() :]
    return ends.join(_filled(part, last, language) for part in around)


def month_name(month: int, language: Language) -> str:
    """The month's name by itself, nominative, as the pack writes it first."""
    return _standard(language.calendar)[month - 1]


def time_of_day(moment: Moment) -> str | None:
    """`14:05`; `None` where the time of publication is not known."""
    if moment.hour is None or moment.minute is None:
        return None
    return f"{moment.hour:02d}:{moment.minute:02d}"


_DAY_AND_MONTH = re.compile(r"\{day\}.*\{month\}|\{month\}.*\{day\}")


def _filled(pattern: str, date: PartialDate, language: Language) -> str:
    """One of the pack's `formats` with a date in it, whose month is known."""
    month = (date.month or 1) - 1
    standard = _standard(language.calendar)
    return pattern.format(
        year=date.year,
        name=standard[month],
        month=(language.calendar.months_in_dates or standard)[month],
        day=date.day,
    )


def _standard(table: Calendar) -> tuple[str, ...]:
    return table.month_names or tuple(names[0] for names in table.months)


@cache
def _months(language: Language) -> tuple[dict[str, int], tuple[str, ...]]:
    """Month words in lower case to their number; and how those words begin, to fail fast."""
    table = language.calendar
    exact = {
        name.lower(): number for number, names in enumerate(table.months, start=1) for name in names
    }
    dated = table.months_in_dates or tuple(names[0] for names in table.months)
    for number, name in enumerate(dated, start=1):
        exact.setdefault(name.lower(), number)
    heads = {month_head(names[0], form) for names, form in zip(table.months, dated, strict=True)}
    return exact, tuple(sorted(heads | {name[:3] for name in exact if len(name) <= 4}))


def month_head(base: str, inflected: str) -> str:
    """How every form of a month begins: at most three letters, fewer where a stem changes."""
    base, inflected = base.lower(), inflected.lower()
    same = next((n for n in range(3, 0, -1) if base[:n] == inflected[:n]), 1)
    return base[:same]


def _ordinal(year: int, month: int, day: int) -> int:
    """Days since an arbitrary day; leap years as in the Gregorian calendar."""
    before = calendar.monthrange(year, month)[1] if month else 0
    years = year - 1
    days = years * 365 + years // 4 - years // 100 + years // 400
    days += sum(calendar.monthrange(year, m)[1] for m in range(1, month))
    return days + min(day, before)
