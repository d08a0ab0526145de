"""RSS 2.0 by feedgen, with its known faults repaired (facts, libraries, section 3)."""

from __future__ import annotations

import re
from html import escape

from feedgen.feed import FeedGenerator

from plugins.feeds.entries import Entry, Feed
from plugins.layout.values import Prose
from plugins.newsroom import prose
from plugins.newsroom.typography import untied
from plugins.outputs import Tools


def made(view: Feed, tools: Tools) -> bytes:
    """The feed's XML; the same view gives the same bytes."""
    feed = FeedGenerator()
    feed.id(view.id)
    feed.title(view.title)
    feed.description(view.subtitle)
    feed.language("pl")
    feed.generator("Debaty")
    feed.link(href=view.itself, rel="self", type="application/rss+xml")
    feed.link(href=view.link, rel="alternate")  # last: feedgen takes the last as the site's
    if view.entries:
        # From the content: feedgen would take the clock, and no two builds would be alike.
        feed.updated(max(entry.updated for entry in view.entries))
        feed.pubDate(view.entries[0].published)
        feed.lastBuildDate(max(entry.updated for entry in view.entries))
    for entry in view.entries:
        _add(feed, entry, view.site, tools)
    return bytes(feed.rss_str(pretty=True))


def _add(feed: FeedGenerator, entry: Entry, site: str, tools: Tools) -> None:
    item = feed.add_entry(order="append")  # prepends unless told
    item.guid(entry.id, permalink=False)
    item.title(untied(entry.title))
    item.link(href=entry.link)
    item.description(escape(untied(entry.summary), quote=False))  # readers take it for HTML
    item.published(entry.published)
    item.updated(entry.updated)
    item.category([{"term": category} for category in entry.categories])
    if entry.prose:
        item.content(whole(entry.prose, site, tools), type="CDATA")


_LOCAL = re.compile(r'(\s(?:href|src)=")(/(?!/))')


def whole(body: Prose, site: str, tools: Tools) -> str:
    """A body's HTML whose addresses are whole, as a reader far from the site needs them."""
    html = prose.finished(tools.text(body.text), dict(body.links), dict(body.pictures))
    html = re.sub(r'\s(?:srcset|sizes|loading|decoding)="[^"]*"', "", html)
    html = _LOCAL.sub(rf"\1{site.rstrip('/')}\2", html)
    return html.replace("]]>", "]]&gt;")  # would end the CDATA section
