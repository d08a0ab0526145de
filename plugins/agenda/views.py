"""What the calendar's pages show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.layout.values import Card, Frame, Group, Head, Link


@dataclass(frozen=True, slots=True)
class Entry:
    """A debate on a day of the table; ``gone``: in a word, why it does not take place then."""

    day: date
    card: Card
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A month as a table. ``today``: given only when it is in this month."""

    year: int
    month: int
    today: date | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Turning:
    """Ways to the months (or years) beside a page's own; None: there is no such page."""

    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class MonthPage:
    """``/kalendarz/2026/03/``: a list first, then the table.

    ``cards``: the month's debates, oldest first; ``provisional``: those whose day is not known.
    ``moved``: those that were to be then, with the day on which they will be.
    ``nearest``: months with debates around one that has none.
    """

    frame: Frame
    head: Head
    grid: Grid
    turning: Turning
    cards: tuple[Card, ...]
    provisional: tuple[Card, ...]
    moved: tuple[Card, ...]
    nearest: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month of the year's table: how many debates, and how many of them are off."""

    month: Link
    debates: int
    gone: int


@dataclass(frozen=True, slots=True)
class YearPage:
    """``/kalendarz/2026/``: debates by month, then the year as a table."""

    frame: Frame
    head: Head
    year: int
    turning: Turning
    groups: tuple[Group, ...]
    rows: tuple[MonthRow, ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """``/kalendarz/``: what comes by month, this month as a table, and the years."""

    frame: Frame
    head: Head
    title: str
    lead: str
    groups: tuple[Group, ...]
    grid: Grid
    turning: Turning
    years: tuple[Link, ...]
    file: str
    """Address of the calendar to subscribe to."""
