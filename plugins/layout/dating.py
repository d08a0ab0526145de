"""Days, hours and spans in Polish words; Babel knows the months, never the machine's locale."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from babel.dates import format_date

from plugins.newsroom import dates
from plugins.newsroom.dates import Moment, Precision
from plugins.newsroom.typography import NBSP

When = Moment | date | str


@lru_cache(maxsize=4096)
def _words(value: date, pattern: str) -> str:
    return format_date(value, pattern, locale="pl")


def _read(value: When) -> Moment:
    if isinstance(value, Moment):
        return value
    return dates.moment(value if isinstance(value, str) else value.isoformat()[:16])


def _date(value: When) -> date:
    if isinstance(value, date):
        return value
    first = _read(value).first
    assert first is not None, "a template asks for the day of an unknown moment"
    return first


def _glued(text: str) -> str:
    return text.replace(" ", NBSP)


def _year(value: date) -> str:
    return f"{value.year}{NBSP}r."


def day(value: When) -> str:
    """``12 marca 2026 r.``: day and month tied, and the year; a line may break between them.

    >>> day(date(2026, 3, 12)).replace(NBSP, " ")
    '12 marca 2026 r.'
    """
    return f"{_glued(_words(_date(value), 'd MMMM'))} {_year(_date(value))}"


def long_day(value: When) -> str:
    """With the weekday, which may stand on a line of its own.

    >>> long_day("2026-03-12 17:00").replace(NBSP, " ")
    'czwartek, 12 marca 2026 r.'
    """
    return f"{weekday(value)}, {day(value)}"


def weekday(value: When) -> str:
    """The day's name.

    >>> weekday("2026-03-12")
    'czwartek'
    """
    return _words(_date(value), "EEEE")


def day_number(value: When) -> str:
    """The day of the month."""
    return str(_date(value).day)


def month_of(value: When) -> str:
    """The month's name as it follows a day: ``marca``."""
    return _words(_date(value), "MMMM")


def month_short(value: When) -> str:
    """The month in three letters, for the leaf of a calendar.

    >>> month_short("2026-12-10")
    'gru'
    """
    return _words(_date(value), "LLL")


def year_of(value: When) -> str:
    """The year as digits."""
    return str(_date(value).year)


def month_name(value: When) -> str:
    """The month on its own.

    >>> month_name(date(2026, 3, 1))
    'marzec 2026'
    """
    return _words(_date(value), "LLLL y")


def precision(value: When) -> str:
    """``minute day month year unknown``, to choose words by.

    >>> precision("2026-03"), precision("2026-03-12 17:00")
    ('month', 'minute')
    """
    return _read(value).precision.name.lower()


def moment(value: When) -> str:
    """A moment of any precision.

    >>> [moment(m).replace(NBSP, " ") for m in ("2026-03-12 17:00", "2026-03", "nieznany")]
    ['12 marca 2026 r., godz. 17:00', 'marzec 2026', 'data nieznana']
    """
    read = _read(value)
    if read.precision is Precision.UNKNOWN:
        return "data nieznana"
    if read.precision is Precision.YEAR:
        return _year(_date(read))
    if read.precision is Precision.MONTH:
        return month_name(read)
    return day(read) + (f", godz.{NBSP}{read.clock}" if read.clock else "")


def occasion(value: When) -> str:
    """When something takes place: the day with its weekday, or as much as is known.

    >>> [occasion(m).replace(NBSP, " ") for m in ("2026-03-12 17:00", "2027-02")]
    ['czwartek, 12 marca 2026 r.', 'luty 2027']
    """
    read = _read(value)
    return long_day(read) if read.day else moment(read)


def appointment(value: When) -> str:
    """The day with its weekday, and the hour if it is known.

    >>> appointment("2026-03-12 17:00").replace(NBSP, " ")
    'czwartek, 12 marca 2026 r., godz. 17:00'
    """
    read = _read(value)
    return occasion(read) + (
        f", godz.{NBSP}{clock(read.minute)}" if read.minute is not None else ""
    )


def dated(value: When) -> str:
    """As :func:`moment`, but without the hour."""
    read = _read(value)
    return day(read) if read.day else moment(read)


def clock(minutes: int) -> str:
    """Minutes from midnight as an hour; past midnight it starts anew.

    >>> clock(1020), clock(25 * 60)
    ('17:00', '1:00')
    """
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{hour}:{minute:02}"


def clock_iso(minutes: int) -> str:
    """An hour for a ``datetime`` attribute.

    >>> clock_iso(485)
    '08:05'
    """
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{hour:02}:{minute:02}"


def hours(value: When, length: int = 0) -> str:
    """From when to when; ``length`` in minutes, 0: the end is not said.

    >>> hours("2026-03-12 17:00", 90), hours("2026-12-31 22:00", 180)
    ('17:00–18:30', '22:00–1:00 następnego dnia')
    """
    start = _read(value).minute
    if start is None:
        return ""
    if not length:
        return clock(start)
    next_day = " następnego dnia" if start + length > 24 * 60 else ""
    return f"{clock(start)}–{clock(start + length)}{next_day}"


def span(since: When, until: When | None) -> str:
    """From one moment to another; without an end it runs on.

    >>> span("2024", "2026"), span("2025", "2025").replace(NBSP, " ")
    ('2024–2026', '2025 r.')
    >>> span("2025-09-01", "2026-02-15").replace(NBSP, " ")
    'od 1 września 2025 r. do 15 lutego 2026 r.'
    """
    if until is None:
        return f"od {_since(since)}"
    if _read(since) == _read(until):
        return dated(since)
    if {precision(since), precision(until)} == {"year"}:
        return f"{year_of(since)}–{year_of(until)}"
    return f"od {_since(since)} do {_since(until)}"


def _since(value: When) -> str:
    """A moment after „od” or „do”: a month alone needs the genitive too."""
    if precision(value) == "month":
        first = _date(value)
        return f"{dates.MONTHS[first.month - 1]} {_year(first)}"
    return dated(value)


def iso(value: When) -> str:
    """For ``datetime`` attributes and the metka.

    >>> iso("2026-03-12 17:00"), iso(date(2026, 3, 12)), iso("nieznana")
    ('2026-03-12T17:00+01:00', '2026-03-12', '')
    """
    return _read(value).iso if not isinstance(value, date) else value.isoformat()


def iso_day(value: When) -> str:
    """The day, or as much of it as is known, as digits: the metka's form.

    >>> iso_day("2026-03-12 17:00"), iso_day("nieznana")
    ('2026-03-12', 'nieznana')
    """
    return iso(value)[:10] or "nieznana"


def passed(until: When, when: When, days_left: int) -> bool:
    """Whether a deadline is over; today is told by a debate's day and the days left to it.

    >>> passed("2026-12-04", "2026-12-10 17:00", 6), passed("2026-12-04", "2026-12-10 17:00", 5)
    (False, True)
    """
    return _date(until) < _date(when) - timedelta(days=days_left)


ALL: tuple[Callable[..., Any], ...] = (
    *(appointment, clock, clock_iso, dated, day, day_number, hours, iso, iso_day, long_day, moment),
    *(month_name, month_of, month_short, occasion, passed, precision, span, weekday, year_of),
)
"""What templates may use."""
