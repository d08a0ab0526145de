"""JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from plugins.feeds import content
from plugins.feeds.values import Enclosure, Entry, Feed
from plugins.newsroom.variants import MEDIA_TYPE
from plugins.outputs import Tools


def made(view: Feed, tools: Tools) -> bytes:
    """The feed; the same view gives the same bytes."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "home_page_url": view.link,
        "feed_url": view.itself("json"),
        "description": view.subtitle,
        "language": "pl",
        "authors": [{"name": view.author, "url": f"{view.site}/"}],
        "items": [_item(entry, view.site, tools) for entry in view.entries],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry, site: str, tools: Tools) -> dict[str, Any]:
    """One entry, without what is not known."""
    picture = entry.picture
    item = {
        "id": entry.id,
        "url": entry.link,
        "title": entry.title,
        "content_html": content.html(entry, site, tools),
        "summary": entry.summary,
        "image": picture.address if picture else "",
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": entry.author}] if entry.author else [],
        "tags": list(entry.categories),
        "language": entry.lang,
        "attachments": [_attachment(picture)] if picture else [],
    }
    return {key: value for key, value in item.items() if value or key == "content_html"}


def _attachment(picture: Enclosure) -> dict[str, Any]:
    return {
        "url": picture.address,
        "mime_type": MEDIA_TYPE,
        "title": picture.alt,
        "size_in_bytes": picture.size,
    }
