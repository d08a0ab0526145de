"""When what may be seen of the records turns, though nobody touches them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.common import Publicity
from plugins.newsroom.warsaw import WARSAW


class Steady(NamedTuple):
    """From ``since`` on and before ``until`` (UTC) nothing turns; then what is ``awaited`` does."""

    since: datetime
    until: datetime
    awaited: tuple[str, ...]


def steady(holdings: Holdings) -> Steady:
    """The time around ``holdings.now`` in which nothing turns.

    Only days are compared, so nearly all turns at midnight in Warsaw; a record may appear, or a
    change of it come, at any minute.
    """
    now, day = holdings.now, holdings.now.astimezone(WARSAW).date()
    turns = list(_appearing(holdings))
    since = [_midnight(day), *(moment for moment, _ in turns if moment <= now)]
    until = [_midnight(day + timedelta(1)), *(moment for moment, _ in turns if moment > now)]
    awaited = sorted(path for moment, path in turns if moment == min(until))
    return Steady(max(since), min(until), tuple(awaited))


def _appearing(holdings: Holdings) -> Iterator[tuple[datetime, str]]:
    """When each record appears or says that it has changed (UTC), and its path.

    A draft never does.
    """
    for entry in holdings.entries:
        record = entry.record
        told = (record.appeared, record.updated, *(change.day for change in record.changes))
        for start in (moment.start for moment in told if moment):
            if start and record.publicity is not Publicity.DRAFT:
                yield start.astimezone(UTC), record.path


def _midnight(day: date) -> datetime:
    """The first moment of a day in Warsaw, in UTC."""
    return datetime.combine(day, time(), WARSAW).astimezone(UTC)
