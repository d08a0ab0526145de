"""Feeds of what is new, by feedgen; first the whole site's."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.feeds import entries, rss
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Output


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """The feed of everything."""
    del assets
    path = addresses.FEED_ALL.lstrip("/")
    yield Output(path, rss.made, entries.everything(catalogue))
