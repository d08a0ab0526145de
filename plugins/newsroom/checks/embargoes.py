"""When a record that waits for its day is to appear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings, Visibility
from plugins.problems import Problem

FAR = timedelta(days=92)
"""Hardly anything is written a quarter ahead; a mistyped year is."""


def far_ahead(holdings: Holdings) -> Iterator[Problem]:
    """A wrong year hides a record without a word to anybody."""
    today = holdings.now.astimezone(WARSAW).date()
    for entry in holdings.entries:
        record = entry.record
        day = record.published.first if record.published else None
        waits = holdings.visibility(record) is Visibility.EMBARGO
        if waits and day and day - today > FAR:
            message = f"wpis ukaże się dopiero {day} – sprawdź rok"
            yield Problem(record.path, 0, "data publikacji", message)
