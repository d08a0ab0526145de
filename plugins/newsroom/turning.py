"""When what may be seen of the records turns, though nobody touches them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.common import Publicity
from plugins.newsroom.warsaw import WARSAW


def appearing(holdings: Holdings) -> Iterator[tuple[datetime, str]]:
    """When each record appears or says that it has changed (UTC), and its path.

    A draft never does. All else turns at midnight in Warsaw, for only days are compared.
    """
    for entry in holdings.entries:
        record = entry.record
        told = (record.appeared, record.updated, *(change.day for change in record.changes))
        for start in (moment.start for moment in told if moment):
            if start and record.publicity is not Publicity.DRAFT:
                yield start.astimezone(UTC), record.path


def midnight(day: date) -> datetime:
    """The first moment of a day in Warsaw, in UTC."""
    return datetime.combine(day, time(), WARSAW).astimezone(UTC)
