"""RSS 2.0 and Atom (RFC 4287) by feedgen, its known faults repaired."""

from __future__ import annotations

from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from plugins.feeds import content
from plugins.feeds.values import Entry, Feed
from plugins.newsroom.variants import MEDIA_TYPE
from plugins.outputs import Tools

ATOM = "{http://www.w3.org/2005/Atom}"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

TTL = 60
"""Minutes that a reader may wait before it asks again (RSS 2.0); the site is built half-hourly."""


def rss(view: Feed, tools: Tools) -> bytes:
    """RSS 2.0; the same view gives the same bytes."""
    feed = _feed(view, "rss.xml", "application/rss+xml")
    feed.ttl(TTL)
    feed.lastBuildDate(view.updated)
    if view.entries:
        feed.pubDate(view.entries[0].published)
    for entry in view.entries:
        item = _entry(feed, entry, content.html(entry, view.site, tools))
        # Readers take a description for HTML.
        item.description(escape(entry.summary, quote=False) or None)
    return _styled(_dated(etree.fromstring(feed.rss_str()), view), view)


def atom(view: Feed, tools: Tools) -> bytes:
    """Atom; the same view gives the same bytes."""
    feed = _feed(view, "atom.xml", "application/atom+xml")
    feed.author(name=view.author, uri=f"{view.site}/")
    for entry in view.entries:
        item = _entry(feed, entry, content.html(entry, view.site, tools))
        item.updated(entry.updated)
        if entry.author:
            item.author(name=entry.author)
        if entry.summary:
            item.summary(entry.summary)
    return _styled(_repaired(etree.fromstring(feed.atom_str()), view), view)


def _feed(view: Feed, form: str, media_type: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.id(view.id)
    feed.title(view.title)
    feed.description(view.subtitle)  # Atom's subtitle too
    feed.language("pl")
    feed.generator("Debaty")
    feed.updated(view.updated)  # feedgen would take the clock, and no two builds were alike
    feed.link(href=view.itself(form), rel="self", type=media_type)
    # Last: feedgen takes the last as the site's own address, whatever its rel.
    feed.link(href=view.link, rel="alternate", type="text/html")
    return feed


def _entry(feed: FeedGenerator, entry: Entry, html: str) -> FeedEntry:
    item = feed.add_entry(order="append")  # prepends unless told
    item.id(entry.id)
    item.guid(entry.id, permalink=False)
    item.title(entry.title)
    item.published(entry.published)
    item.category([{"term": category} for category in entry.categories])
    item.content(html or None, type="html")
    if entry.picture:
        item.enclosure(entry.picture.address, str(entry.picture.size), MEDIA_TYPE)
    item.link(href=entry.link, rel="alternate", type="text/html")
    return item


def _repaired(root: etree._Element, view: Feed) -> etree._Element:
    """Atom entries' links with all that feedgen drops (its issue 135), and their language."""
    root.set(LANGUAGE, "pl")
    for element, entry in zip(root.iterfind(f"{ATOM}entry"), view.entries, strict=True):
        if entry.lang != "pl":
            element.set(LANGUAGE, entry.lang)
        for link in element.findall(f"{ATOM}link"):
            is_page = link.get("href") == entry.link
            link.set("rel", "alternate" if is_page else "enclosure")
            link.set("type", "text/html" if is_page else MEDIA_TYPE)
            if entry.picture and not is_page:
                link.set("length", str(entry.picture.size))
                link.set("title", entry.picture.alt)
    return root


def _dated(root: etree._Element, view: Feed) -> etree._Element:
    """RSS items with a second date that people can read, for the stylesheet, and their author.

    RSS has an e-mail address for an author, which we do not give; Dublin Core has a name.
    """
    for item, entry in zip(root.iterfind("channel/item"), view.entries, strict=True):
        day = entry.published.date().isoformat()
        etree.SubElement(item, f"{{{DUBLIN_CORE}}}date").text = day
        if entry.author:
            etree.SubElement(item, f"{{{DUBLIN_CORE}}}creator").text = entry.author
    etree.cleanup_namespaces(root, top_nsmap={"dc": DUBLIN_CORE})
    return root


def _styled(root: etree._Element, view: Feed) -> bytes:
    """The document, with the stylesheet that a browser shows it by."""
    if view.stylesheet:
        told = f'type="text/css" href="{escape(view.stylesheet)}"'
        root.addprevious(etree.ProcessingInstruction("xml-stylesheet", told))
    tree = root.getroottree()
    return bytes(etree.tostring(tree, encoding="utf-8", xml_declaration=True))
