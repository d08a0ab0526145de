"""When a site changes though nobody touched it: a new day, or a record whose moment comes."""

from __future__ import annotations

from datetime import UTC, timedelta

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.turning import appearing, midnight
from plugins.newsroom.warsaw import WARSAW
from plugins.press.span import Span


def span_of(holdings: Holdings, version: str = "") -> Span:
    """The time around ``holdings.now`` in which nothing turns.

    Views hold days, so phases, warnings and labels can only turn at midnight in Warsaw; a
    record may appear, or a change of it come, at any minute.
    """
    now = holdings.now.astimezone(UTC)
    today = holdings.now.astimezone(WARSAW).date()
    turns = list(appearing(holdings))
    since = [midnight(today), *(moment for moment, _ in turns if moment <= now)]
    until = [midnight(today + timedelta(1)), *(moment for moment, _ in turns if moment > now)]
    awaited = sorted(path for moment, path in turns if moment == min(until))
    return Span(max(since), min(until), tuple(awaited), version)
