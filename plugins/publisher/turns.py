"""When a site changes though nobody touched it: a new day, or a record whose moment comes."""

from __future__ import annotations

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.turning import steady
from plugins.press.span import Span


def span_of(holdings: Holdings, version: str = "") -> Span:
    """The time around ``holdings.now`` in which a build would give the same site."""
    return Span(*steady(holdings), version)
