"""Feeds of what is new, by feedgen; first the whole site's."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.feeds import entries
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Later, Output, Tools


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """The feed of everything."""
    del assets
    path = addresses.FEED_ALL.lstrip("/")
    newest = entries.newest(catalogue)
    texts = (record.body.digest for record in newest)
    yield Output(path, made, Later(entries.everything, catalogue, newest, texts=texts))


def made(view: entries.Feed, tools: Tools) -> bytes:
    """A feed; the library is loaded only when one is to be made (0.1 s)."""
    from plugins.feeds import rss

    return rss.made(view, tools)
