"""When an article was published: declared, else in its first line, else in its path.

A line is a date line when it is nothing but a date: numbers, the name of a month in one of the
site's languages, and words that the packs list as going with a date. A date line with an
impossible date is an error; the day is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from generator.lexicon.dates import is_real, month_of
from generator.lexicon.language import Language
from generator.model.calendar import Moment

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)"
)
_T = re.compile(r"(?<=\d)T(?=\d{1,2}:)")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_PATH_DAY = re.compile(r"(?<!\d)(?P<year>\d{4})[-_/.](?P<month>\d{2})[-_/.](?P<day>\d{2})(?!\d)")
_LONGEST = 80
"""Characters: a longer line is prose, whatever stands in it."""


class ImpossibleDate(ValueError):  # noqa: N818 - the name says it
    """Something written as a date that no calendar has."""


@dataclass(frozen=True)
class Dating:
    """Reads dates of publication for one site; `time_zone` is that of times without one."""

    languages: Sequence[Language]
    time_zone: str

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @cached_property
    def _time(self) -> re.Pattern[str]:
        halves = [".?".join(half) for pack in self.languages for half in pack.calendar.half_days]
        half = rf"(?P<half>(?:{'|'.join(halves)})\b\.?)?" if halves else "(?P<half>)"
        return re.compile(
            r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?![\d:])\s*"
            + half
            + r"\s*(?P<zone>(?:Z|UTC|GMT)\b|[+-]\d{2}:?\d{2}\b)?",
            re.IGNORECASE,
        )

    @cached_property
    def _after_noon(self) -> frozenset[str]:
        return frozenset(
            pack.calendar.half_days[1] for pack in self.languages if pack.calendar.half_days
        )

    @cached_property
    def _day_suffix(self) -> re.Pattern[str]:
        endings = [ending for pack in self.languages for ending in pack.calendar.day_suffixes]
        return re.compile(rf"(?<=\d)(?:{'|'.join(endings) or '(?!)'})\b", re.IGNORECASE)

    @cached_property
    def _line_words(self) -> frozenset[str]:
        words: set[str] = set()
        for language in self.languages:
            table = language.calendar
            words.update(table.year_words, table.year_abbreviations, table.day_words)
            words.update(table.line_words, table.weekdays)
        return frozenset(word.lower() for word in words)

    def read(self, line: str) -> Moment | None:
        """The moment a line names if it is a date line, else `None`; raises `ImpossibleDate`."""
        line = line.strip()
        if not line or len(line) > _LONGEST or not any(c.isdigit() for c in line):
            return None
        rest, time = _take(self._time, _T.sub(" ", line))
        for form in (_ISO, _NUMERIC):
            left, day = _take(form, rest)
            if day is not None:
                if _NUMBER.search(left) or not self._only_line_words(left):
                    return None
                return self._moment(int(day["year"]), int(day["month"]), int(day["day"]), time)
        return self._in_words(rest, time)

    def is_date(self, line: str) -> bool:
        """Whether a line is a date line, possible or not."""
        try:
            return self.read(line) is not None
        except ImpossibleDate:
            return True

    def in_path(self, path: str) -> Moment | None:
        """The day in a file's name or folders; a number that is no day says nothing."""
        for match in reversed(list(_PATH_DAY.finditer(path))):
            year, month, day = (int(match[name]) for name in ("year", "month", "day"))
            if 1900 <= year <= 2100 and is_real(year, month, day):
                return Moment(year=year, month=month, day=day)
        return None

    def _in_words(self, line: str, time: re.Match[str] | None) -> Moment | None:
        line = self._day_suffix.sub("", line)
        numbers = _NUMBER.findall(line)
        if len(numbers) != 2 or sorted(map(len, numbers))[1] != 4:
            return None
        months: list[int] = []
        left: list[str] = []
        for word in _WORD.findall(line):
            found = self._month(word)
            if found is None:
                left.append(word)
            else:
                months.append(found)
        if len(months) != 1 or not self._only_line_words(" ".join(left)):
            return None
        day, year = sorted(numbers, key=len)
        return self._moment(int(year), months[0], int(day), time)

    def _month(self, word: str) -> int | None:
        for language in self.languages:
            found = month_of(word, language)
            if found is not None:
                return found
        return None

    def _only_line_words(self, text: str) -> bool:
        return all(self._is_line_word(word) for word in _WORD.findall(text))

    def _is_line_word(self, word: str) -> bool:
        lowered = word.lower()
        return lowered in self._line_words or any(
            base in self._line_words
            for language in self.languages
            for base in language.base_forms(word)
        )

    def _moment(self, year: int, month: int, day: int, time: re.Match[str] | None) -> Moment:
        if not 1900 <= year <= 2199:
            raise ImpossibleDate(f"the year {year} is not between 1900 and 2199")
        if not 1 <= month <= 12:
            raise ImpossibleDate(f"there is no month {month}")
        if not is_real(year, month, day):
            raise ImpossibleDate(f"the month {year:04d}-{month:02d} has no day {day}")
        if time is None:
            return Moment(year=year, month=month, day=day)
        hour, minute = int(time["hour"]), int(time["minute"])
        half = (time["half"] or "").lower().replace(".", "")
        if half and not 1 <= hour <= 12:
            raise ImpossibleDate(f"there is no time {time.group().strip()}")
        if half:
            hour = hour % 12 + (12 if half in self._after_noon else 0)
        if hour > 23 or minute > 59:
            raise ImpossibleDate(f"there is no time {hour}:{minute:02d}")
        return Moment(
            year=year,
            month=month,
            day=day,
            hour=hour,
            minute=minute,
            offset=self._offset(datetime(year, month, day, hour, minute), time["zone"]),  # noqa: DTZ001
        )

    def _offset(self, moment: datetime, zone: str | None) -> str:
        zone = (zone or "").strip()
        if zone[:1] in ("+", "-"):
            return f"{zone[:3]}:{zone[-2:]}"
        if zone:
            return "+00:00"
        offset = moment.replace(tzinfo=self._zone).utcoffset() or timedelta()
        minutes = int(offset.total_seconds() // 60)
        sign = "-" if minutes < 0 else "+"
        return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _take(form: re.Pattern[str], text: str) -> tuple[str, re.Match[str] | None]:
    """`text` without what `form` finds first, and that."""
    match = form.search(text)
    if match is None:
        return text, None
    return f"{text[: match.start()]} {text[match.end() :]}", match
