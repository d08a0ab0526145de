"""A month as rows of weeks, for the table of the calendar."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from plugins.newsroom import workdays


class Cell(NamedTuple):
    """A day and what takes place on it; ``day`` is None outside the month."""

    day: date | None
    entries: tuple[Any, ...]


class Week(NamedTuple):
    """A row: the week's number in its year (ISO 8601, 2.2.10) and seven cells from Monday."""

    number: int
    cells: tuple[Cell, ...]


def weeks(entries: Iterable[Any], year: int, month: int) -> tuple[Week, ...]:
    """The weeks of a month; an entry is anything with a ``day``.

    >>> rows = weeks((Cell(date(2026, 3, 12), ()),), 2026, 3)
    >>> len(rows), rows[0].number, rows[0].cells[0].day, len(rows[2].cells[3].entries)
    (6, 9, None, 1)
    """
    found: dict[date, list[Any]] = {}
    for entry in entries:
        found.setdefault(entry.day, []).append(entry)
    rows = calendar.Calendar(calendar.MONDAY).monthdatescalendar(year, month)
    return tuple(
        Week(row[0].isocalendar().week, tuple(_cell(day, month, found) for day in row))
        for row in rows
    )


def _cell(day: date, month: int, found: dict[date, list[Any]]) -> Cell:
    if day.month != month:
        return Cell(None, ())
    return Cell(day, tuple(found.get(day, ())))


def holiday(day: date | str) -> str:
    """The name of a public holiday; empty on other days.

    >>> holiday("2026-11-11"), holiday(date(2026, 11, 12))
    ('Narodowe Święto Niepodległości', '')
    """
    return workdays.holiday(date.fromisoformat(day) if isinstance(day, str) else day)


ALL: tuple[Callable[..., Any], ...] = (weeks, holiday)
"""What templates may use."""
