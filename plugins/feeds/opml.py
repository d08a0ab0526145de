"""The list of all feeds as programs take it: OPML 2.0."""

from __future__ import annotations

from lxml import etree

from plugins.feeds.values import Subscription, Subscriptions
from plugins.outputs import Tools


def made(view: Subscriptions, _: Tools) -> bytes:
    """A subscription list with an outline for each heading."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = view.title
    etree.SubElement(head, "ownerName").text = view.owner
    body = etree.SubElement(root, "body")
    for title, members in view.groups:
        group = etree.SubElement(body, "outline", text=title)
        for one in members:
            etree.SubElement(group, "outline", _attributes(one))
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _attributes(one: Subscription) -> dict[str, str]:
    return {
        "type": "rss",  # of Atom too: it only tells that ``xmlUrl`` is a feed
        "text": one.title,
        "title": one.title,
        "description": one.about,
        "xmlUrl": one.file,
        "htmlUrl": one.page,
        "language": "pl",
    }
