"""Public holidays and working days in Poland."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

SIGNING_NOTICE = 3
"""Working days ahead of which one asks a public body for a sign-language interpreter, at the
latest (Act of 19 August 2011 on sign language, art. 12)."""

SATURDAY = 5
"""Its number in a week: from it on there is no working day."""


@lru_cache(maxsize=64)
def _of_year(year: int) -> dict[date, str]:
    """Public holidays of a year (Act of 18 January 1951 on days free from work)."""
    from holidays import country_holidays  # slow to import, most builds need no holiday

    return dict(country_holidays("PL", years=year, language="pl"))


def holiday(day: date) -> str:
    """The name of a public holiday; empty on other days.

    >>> holiday(date(2026, 11, 11)), holiday(date(2026, 11, 12)), holiday(date(2025, 12, 24))
    ('Narodowe Święto Niepodległości', '', 'Wigilia Bożego Narodzenia')
    """
    return _of_year(day.year).get(day, "")


def is_working(day: date) -> bool:
    """Monday to Friday, but public holidays."""
    return day.weekday() < SATURDAY and not holiday(day)


def before(day: date, number: int) -> date:
    """The working day that lies so many working days before a day, be that one free or not.

    >>> before(date(2026, 11, 12), 3), before(date(2026, 4, 7), 3)
    (datetime.date(2026, 11, 6), datetime.date(2026, 4, 1))
    """
    found = day
    while number:
        found -= timedelta(days=1)
        number -= is_working(found)
    return found
