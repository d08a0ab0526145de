"""What the calendar's pages show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.layout.values import Card, Frame, Head, Link


@dataclass(frozen=True, slots=True)
class MonthPage:
    """``/kalendarz/2026/03/``: a list first, then the grid.

    ``cards``: the month's debates, oldest first; ``day`` of each in ``days`` (same order).
    ``before``, ``after``: neighbouring months that have a page.
    """

    frame: Frame
    head: Head
    year: int
    month: int
    today: date | None
    """Given only when today is in this month."""
    cards: tuple[Card, ...]
    days: tuple[date, ...]
    provisional: tuple[Card, ...]
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """``/kalendarz/`` and ``/kalendarz/2026/``: months with their debates."""

    frame: Frame
    head: Head
    title: str
    lead: str
    months: tuple[tuple[Link, tuple[Card, ...]], ...]
    years: tuple[Link, ...]
    file: str
    """Address of the calendar to subscribe to."""
