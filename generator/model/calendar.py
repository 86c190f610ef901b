"""Dates as texts give them: often without a year or a day, and moments of publication."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PartialDate:
    """A date whose unknown parts are `None`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO 8601 as far as known: `2026-02-13`, `2026-02`, `2026`, `--02-13`, `--02`."""
        head = "-" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return head
        return f"{head}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Moment:
    """When an article was published, in its own time zone; `hour` and `minute` may be unknown."""

    year: int
    month: int
    day: int
    hour: int | None = None
    minute: int | None = None
    offset: str | None = None
    """Offset from UTC such as `+06:00`; `None` when no time of day is known."""

    @property
    def date(self) -> PartialDate:
        return PartialDate(year=self.year, month=self.month, day=self.day)

    @property
    def path(self) -> str:
        """The part of an address this day has: `2026/02/13`."""
        return f"{self.year:04d}/{self.month:02d}/{self.day:02d}"

    def __str__(self) -> str:
        """ISO 8601: `2026-02-13`, or `2026-02-13T14:05+06:00`."""
        day = f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if self.hour is None or self.minute is None:
            return day
        return f"{day}T{self.hour:02d}:{self.minute:02d}{self.offset or ''}"
