"""The plan of feeds: those of every channel, how browsers show them, and their list."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import feeds
from plugins.feeds import entries, occasions, reminders
from plugins.feeds.occasions import Occasion
from plugins.layout import channels, making
from plugins.layout.channels import Channel
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Later, Make, Output


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
    yield Output(path, feeds.listed, Later(entries.subscriptions, catalogue))


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


_MAKERS: dict[str, Make] = {"rss.xml": feeds.rss, "atom.xml": feeds.atom, "json": feeds.json}
