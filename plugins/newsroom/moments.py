"""A point in time as exactly as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum

from plugins.newsroom.warsaw import WARSAW


class Precision(Enum):
    """How exactly a moment is known."""

    MINUTE = "minuta"
    DAY = "dzień"
    MONTH = "miesiąc"
    YEAR = "rok"
    UNKNOWN = "nieznany"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time known to its ``precision``.

    ``first`` is the day, or the first day of the month or year (``None``: unknown);
    ``minute`` counts minutes from midnight, ``offset`` minutes from UTC; both ``None``
    unless the precision is a minute.
    """

    precision: Precision
    first: date | None = None
    minute: int | None = None
    offset: int | None = None

    @property
    def day(self) -> date | None:
        """The day, if it is known."""
        exact = self.precision in (Precision.MINUTE, Precision.DAY)
        return self.first if exact else None

    @property
    def clock(self) -> str:
        """``17:00``, or empty where the hour is not known."""
        return "" if self.minute is None else f"{self.minute // 60:02}:{self.minute % 60:02}"

    @property
    def start(self) -> datetime | None:
        """The moment with its offset; a day starts at 00:00 in Warsaw. None: unknown."""
        if self.first is None:
            return None
        if self.minute is None or self.offset is None:
            return datetime.combine(self.first, time(), WARSAW)
        zone = timezone(timedelta(minutes=self.offset))
        return datetime.combine(self.first, time(*divmod(self.minute, 60)), zone)

    def is_after(self, now: datetime) -> bool:
        """Whether it comes after a point in time; days apart need no clock."""
        apart = (self.first - now.date()).days if self.first else -9
        if abs(apart) > 2:
            return apart > 0
        return bool(self.start and self.start > now)

    @property
    def last(self) -> date | None:
        """The last day that the moment may mean."""
        if self.first is None or self.day:
            return self.first
        months = 1 if self.precision is Precision.MONTH else 12
        year, month = divmod(self.first.month - 1 + months, 12)
        return date(self.first.year + year, month + 1, 1) - timedelta(days=1)

    @property
    def iso(self) -> str:
        """As HTML's ``datetime`` takes it: ``2026-03-12T17:00+01:00``, ``2026-03-12``, ``2026``."""
        if self.first is None:
            return ""
        if self.minute is not None and self.start:
            return self.start.isoformat(timespec="minutes")
        day = self.first.isoformat()
        if self.precision is Precision.DAY:  # nearly all; looking one up costs more than the rest
            return day
        return day[:7] if self.precision is Precision.MONTH else day[:4]


UNKNOWN = Moment(Precision.UNKNOWN)
