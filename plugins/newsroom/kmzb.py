"""Figures of the Krajowa Mapa Zagrożeń Bezpieczeństwa shown at debates, like with like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.period import Period
from plugins.newsroom.kinds.report import Figures, Report

Shown = tuple[Report, Figures]

Days = tuple[int, int, int, int, int]
"""Month and day of the beginning and of the end (day 0: the month's last), years in between."""

_Likeness = tuple[Days | int, tuple[str, ...], str]
"""What must be equal; a number of its own keeps a period without an end apart."""


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one category that may be compared, newest period first.

    All are of the same days of a year (a quarter is never set beside a year, nor spring beside
    autumn), were shown at debates about the same ``districts``, and come from one publisher. Of
    figures whose period is not known or has no end, each stands alone.
    """

    districts: tuple[str, ...]
    publisher: str
    shown: tuple[Shown, ...]

    @property
    def yearly(self) -> tuple[tuple[str, Figures], ...]:
        """(year, figures) from the oldest on; of a period shown twice, what was published last.

        Empty: there are no two years whose number of reports is known.
        """
        told = {
            years(one.period): one
            for _, one in reversed(self.shown)
            if one.period and one.reported is not None
        }
        return tuple(told.items()) if len(told) > 1 else ()


def series(catalogue: Catalogue, category: str) -> tuple[Series, ...]:
    """What may be compared within a category, the newest period first."""
    alike: dict[_Likeness, list[Shown]] = defaultdict(list)
    for number, (report, figures) in enumerate(_of(catalogue, category)):
        days = _days(figures.period) or number
        districts, publisher = _districts(catalogue, report), catalogue.publisher(report)
        alike[days, districts, publisher].append((report, figures))
    made = [
        Series(districts, publisher, tuple(sorted(shown, key=_newest, reverse=True)))
        for (_, districts, publisher), shown in alike.items()
    ]
    return tuple(sorted(made, key=lambda one: _newest(one.shown[0]), reverse=True))


def _of(catalogue: Catalogue, category: str) -> Iterator[Shown]:
    for report in catalogue.reports:
        yield from ((report, one) for one in report.kmzb if one.category == category)


def _districts(catalogue: Catalogue, report: Report) -> tuple[str, ...]:
    """What the figures are about, as far as is known: the districts of the report or debate."""
    return tuple(sorted({*(report.districts or catalogue.debate(report).districts)}))


def _days(period: Period | None) -> Days | None:
    """The days of a year that a period takes; the end of a month is one, be it the 28th or 29th."""
    first, last = (period.first, period.last) if period else (None, None)
    if first is None or last is None:
        return None
    ends = (last + timedelta(days=1)).day == 1
    return first.month, first.day, last.month, 0 if ends else last.day, last.year - first.year


def _newest(shown: Shown) -> tuple[date, date, str]:
    """By the period's end, then by when the report was published."""
    report, figures = shown
    told = report.published.first if report.published else None
    last = figures.period.last if figures.period else None
    return last or date.min, told or date.min, report.path


def years(period: Period) -> str:
    """The year of a period, or both: ``2026``, ``2025/2026``."""
    first, last = period.first, period.last
    assert first is not None
    return (
        f"{first.year}" if last is None or last.year == first.year else f"{first.year}/{last.year}"
    )
