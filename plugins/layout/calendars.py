"""A month as rows of weeks, for the table of the calendar."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple


class Cell(NamedTuple):
    """A day and what takes place on it; ``day`` is None outside the month."""

    day: date | None
    cards: tuple[Any, ...]


def weeks(
    year: int, month: int, days: Sequence[date], cards: Sequence[Any]
) -> tuple[tuple[Cell, ...], ...]:
    """Weeks from Monday; ``days[i]`` is the day of ``cards[i]``.

    >>> rows = weeks(2026, 3, [date(2026, 3, 12)], ["debata"])
    >>> len(rows), rows[0][0], rows[2][3].cards
    (6, Cell(day=None, cards=()), ('debata',))
    """
    found: dict[date, list[Any]] = {}
    for day, card in zip(days, cards, strict=True):
        found.setdefault(day, []).append(card)
    return tuple(
        tuple(
            Cell(day, tuple(found.get(day, ()))) if day.month == month else Cell(None, ())
            for day in week
        )
        for week in calendar.Calendar(calendar.MONDAY).monthdatescalendar(year, month)
    )


@lru_cache(maxsize=64)
def _holidays(year: int) -> dict[date, str]:
    """Public holidays of a year in Poland (Act of 18 January 1951 on days free from work)."""
    from holidays import country_holidays  # slow to import, only months need it

    return dict(country_holidays("PL", years=year, language="pl"))


def holiday(day: date | str) -> str:
    """The name of a public holiday; empty on other days.

    >>> holiday(date(2026, 11, 11)), holiday(date(2026, 11, 12))
    ('Narodowe Święto Niepodległości', '')
    """
    found = date.fromisoformat(day) if isinstance(day, str) else day
    return _holidays(found.year).get(found, "")


ALL: tuple[Callable[..., Any], ...] = (weeks, holiday)
"""What templates may use."""
