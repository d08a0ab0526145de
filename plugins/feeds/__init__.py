"""Feeds of what is new: RSS 2.0, Atom and JSON Feed of each channel, reminders, their list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins import signals
from plugins.feeds.values import Feed, Subscriptions
from plugins.outputs import File, Output, Tools

if TYPE_CHECKING:  # a run that makes again what a body shows plans nothing
    from plugins.newsroom.catalogue import Catalogue


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """Every channel's feeds, and what belongs to them."""
    from plugins.feeds import planning

    return planning.plan(catalogue, assets)


# The libraries (0.1 s) are loaded only when a feed is to be made.


def rss(view: Feed, tools: Tools) -> bytes:
    """RSS 2.0."""
    from plugins.feeds import syndication

    return syndication.rss(view, tools)


def atom(view: Feed, tools: Tools) -> bytes:
    """Atom."""
    from plugins.feeds import syndication

    return syndication.atom(view, tools)


def json(view: Feed, tools: Tools) -> bytes:
    """JSON Feed."""
    from plugins.feeds import jsonfeed

    return jsonfeed.made(view, tools)


def listed(view: Subscriptions, tools: Tools) -> bytes:
    """OPML."""
    from plugins.feeds import opml

    return opml.made(view, tools)
