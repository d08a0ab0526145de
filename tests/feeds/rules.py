"""What the formats demand of a feed, asserted on documents read by parsers that are not ours."""

from __future__ import annotations

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
from check_jsonschema.formats.implementations import validate_rfc3339
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree, html

ATOM = {"a": "http://www.w3.org/2005/Atom"}
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DATE = "{http://purl.org/dc/elements/1.1/}date"

Files = dict[str, bytes]


def is_whole(address: str) -> bool:
    """An absolute http address of allowed characters (RFC 3986)."""
    found = urlsplit(address)
    right = re.fullmatch(r"[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+", address)
    return found.scheme in ("http", "https") and bool(found.netloc) and bool(right)


@cache
def validator() -> Draft202012Validator:
    """The schema of JSON Feed 1.1 with its formats really checked."""
    checker = FormatChecker(())
    checker.checks("uri")(is_whole)
    checker.checks("date-time")(validate_rfc3339)
    schema = json.loads(Path(__file__).with_name("jsonfeed.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=checker)


def is_well(path: str, data: bytes) -> list[tuple[str, str]]:
    """Assert all that the format of a feed demands; its entries: (id, title)."""
    form = path.partition(".")[2]
    return {"atom.xml": _atom, "rss.xml": _rss, "json": _json}[form](path, data)


def contents_are_whole(contents: list[str]) -> None:
    """No address in the texts needs the page that it comes from; nothing runs there."""
    for text in contents:
        if not text.strip():
            continue
        tree = html.fromstring(f"<div>{text}</div>")
        for link in (*tree.xpath("//@href"), *tree.xpath("//@src")):
            assert urlsplit(link).scheme in ("http", "https", "mailto", "tel"), link
        assert not tree.xpath("//@srcset | //@onclick | //script | //style")


def _atom(path: str, data: bytes) -> list[tuple[str, str]]:
    """RFC 4287."""
    root = etree.fromstring(data)
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    entries = root.xpath("a:entry", namespaces=ATOM)
    for one in (root, *entries):
        for name in ("id", "title", "updated"):  # 4.1.1, 4.1.2: exactly one
            (found,) = one.xpath(f"a:{name}", namespaces=ATOM)
            assert found.text, (path, name)
        (page,) = one.xpath("a:link[@rel='alternate']", namespaces=ATOM)
        assert is_whole(page.get("href")), path
        assert page.get("type") == "text/html"
        assert all(link.get("rel") for link in one.xpath("a:link", namespaces=ATOM))
        _is_moment(one.findtext("a:updated", namespaces=ATOM))
    (itself,) = root.xpath("a:link[@rel='self']/@href", namespaces=ATOM)
    assert itself.endswith(f"/{path}")
    assert root.xpath("a:author/a:name/text()", namespaces=ATOM)  # 4.1.1, if an entry has none
    times = root.xpath("a:entry/a:updated/text()", namespaces=ATOM)
    assert max(times, default=(latest := root.findtext("a:updated", namespaces=ATOM))) == latest
    _enclosures(root.xpath("a:entry/a:link[@rel='enclosure']", namespaces=ATOM), "href")
    texts = root.xpath("a:entry/a:content", namespaces=ATOM)
    assert {text.get("type") for text in texts} <= {"html"}  # 4.1.3.1
    contents_are_whole([text.text or "" for text in texts])
    _in_order([one.findtext("a:published", namespaces=ATOM) for one in entries])
    return _read(data, len(entries))


def _rss(path: str, data: bytes) -> list[tuple[str, str]]:
    """RSS 2.0 (https://www.rssboard.org/rss-specification)."""
    root = etree.fromstring(data)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root.findall("channel")
    for name in ("title", "link", "description"):
        (found,) = channel.findall(name)
        assert found.text, (path, name)
    assert is_whole(channel.findtext("link"))
    assert channel.find("{http://www.w3.org/2005/Atom}link").get("href").endswith(f"/{path}")
    for moment in root.xpath("//pubDate/text() | //lastBuildDate/text()"):
        assert parsedate_to_datetime(moment).tzinfo
    items = channel.findall("item")
    for item in items:
        (guid,) = item.findall("guid")
        assert guid.get("isPermaLink") == "false"
        (link,) = item.findall("link")
        assert is_whole(link.text), path
        day = parsedate_to_datetime(item.findtext("pubDate")).date()
        assert item.findtext(DATE) == day.isoformat()
        assert len(item.findall("enclosure")) <= 1
    _enclosures(root.xpath("//enclosure"), "url")
    contents_are_whole([item.findtext(CONTENT) or "" for item in items])
    return _read(data, len(items))


def _read(data: bytes, count: int) -> list[tuple[str, str]]:
    """Ids and titles as feedparser sees them, unique, with their dates."""
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo
    assert len(found.entries) == count
    assert all(one.published_parsed for one in found.entries)
    pairs = [(one.id, one.title) for one in found.entries]
    assert len({name for name, _ in pairs}) == count
    return pairs


def _json(path: str, data: bytes) -> list[tuple[str, str]]:
    """JSON Feed 1.1."""
    feed: Any = json.loads(data)
    assert not list(validator().iter_errors(feed)), path
    assert feed["feed_url"].endswith(f"/{path}")
    items = feed["items"]
    contents_are_whole([one["content_html"] for one in items])
    assert all(one["date_modified"] >= one["date_published"] for one in items)
    pairs = [(one["id"], one["title"]) for one in items]
    assert len({name for name, _ in pairs}) == len(items)
    return pairs


def _is_moment(text: str) -> None:
    assert datetime.fromisoformat(text).tzinfo, text


def _in_order(texts: list[str]) -> None:
    moments = [datetime.fromisoformat(text) for text in texts]
    assert moments == sorted(moments, reverse=True)


def _enclosures(links: list[Any], name: str) -> None:
    for link in links:
        assert is_whole(link.get(name))
        assert int(link.get("length")) > 0
        assert link.get("type") == "image/jpeg"
