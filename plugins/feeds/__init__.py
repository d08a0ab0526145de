"""Feeds of what is new: RSS 2.0, Atom and JSON Feed of each channel, reminders, their list."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.feeds import entries, occasions, reminders
from plugins.feeds.occasions import Occasion
from plugins.feeds.values import Feed, Subscriptions
from plugins.layout import channels, making
from plugins.layout.channels import Channel
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Later, Make, Output, Tools


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """Every channel's feeds, the stylesheet that browsers show them by, and the list of all."""
    sheet = making.feed_stylesheet(assets)
    if sheet:
        yield sheet
    style = f"{addresses.base(catalogue.unit)}/{sheet.path}" if sheet else ""
    newest = occasions.newest(catalogue)
    for _, members in channels.groups(catalogue):
        for channel in members:
            yield from _outputs(channel, _view(catalogue, channel, newest, style))
    path = addresses.CHANNELS_FILE.lstrip("/")
    yield Output(path, listed, Later(entries.subscriptions, catalogue))


def _view(
    catalogue: Catalogue, channel: Channel, newest: dict[str, tuple[Occasion, ...]], style: str
) -> Later:
    if channel is channels.REMINDERS:
        return Later(reminders.feed, catalogue, style)
    found = newest.get(channel.name, ())
    texts = dict.fromkeys(one.record.body.digest for one in found if one.is_whole)
    return Later(entries.feed, catalogue, channel, found, style, texts=texts)


def _outputs(channel: Channel, view: Later) -> Iterator[Output]:
    """One view for all formats: it is made once."""
    for form in channel.forms:
        yield Output(channel.file(form).lstrip("/"), _MAKERS[form], view)


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


_MAKERS: dict[str, Make] = {"rss.xml": rss, "atom.xml": atom, "json": json}
