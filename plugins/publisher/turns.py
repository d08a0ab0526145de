"""When a site changes though nobody touched it: a new day, or a record whose moment comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.common import Publicity
from plugins.newsroom.warsaw import WARSAW
from plugins.press.span import Span


def span_of(holdings: Holdings, version: str = "") -> Span:
    """The time around ``holdings.now`` in which nothing turns.

    Views hold days, so phases, warnings and labels can only turn at midnight in Warsaw; a
    record may appear, or a change of it come, at any minute.
    """
    now = holdings.now.astimezone(UTC)
    today = holdings.now.astimezone(WARSAW).date()
    appearing = list(_appearing(holdings))
    since = [_midnight(today), *(moment for moment, _ in appearing if moment <= now)]
    until = [_midnight(today + timedelta(1)), *(moment for moment, _ in appearing if moment > now)]
    awaited = sorted(path for moment, path in appearing if moment == min(until))
    return Span(max(since), min(until), tuple(awaited), version)


def _appearing(holdings: Holdings) -> Iterator[tuple[datetime, str]]:
    """When each record appears or says that it has changed; a draft never does."""
    for entry in holdings.entries:
        record = entry.record
        told = (record.appeared, record.updated, *(change.day for change in record.changes))
        for start in (moment.start for moment in told if moment):
            if start and record.publicity is not Publicity.DRAFT:
                yield start.astimezone(UTC), record.path


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WARSAW).astimezone(UTC)
