"""Captions and transcripts that may wait: of live streams, and of old recordings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.media import Recording, lacking
from plugins.problems import Problem

LIVE_TERM = timedelta(days=14)
"""How long the recording of a live stream may wait (amendment of 9 March 2023)."""


def overdue(holdings: Holdings) -> Iterator[Problem]:
    """A recording of a live stream whose time to be captioned is over."""
    return _lacking(holdings, late=True)


def awaited(holdings: Holdings) -> Iterator[Problem]:
    """What a recording still lacks, though the site may be published."""
    return _lacking(holdings, late=False)


def _lacking(holdings: Holdings, *, late: bool) -> Iterator[Problem]:
    for entry in holdings.entries:
        for key, part, message in lacking(entry.record.recordings):
            if _is_late(part, holdings) == late:
                yield Problem(entry.record.path, 0, key, message)


def _is_late(part: Recording, holdings: Holdings) -> bool:
    today = holdings.now.astimezone(WARSAW).date()
    return bool(part.live and part.live + LIVE_TERM < today)
