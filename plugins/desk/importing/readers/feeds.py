"""RSS and Atom: every entry is a text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from time import strftime
from typing import Any

import feedparser

from plugins.desk.importing import dating, opening
from plugins.desk.importing.values import Facts, Text, refused

ENTRIES = 2_000
"""Entries of one file: a feed holds tens, an export of a whole site a few hundred."""

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)


def is_feed(text: str) -> bool:
    """Whether the beginning is that of a feed."""
    head = text[:2048]
    return bool(_FEED.search(head)) and "<html" not in head.lower()


def texts(source: str, text: str) -> list[Text]:
    """One text for each entry; raises Problems if there is none."""
    opening.refuse_entities(source, text.encode("utf-8", "replace"))
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1)
    try:
        # bytes in a file: a text would be taken for an address; unsanitised, so that we see
        # players and forms and can tell of them
        feed = feedparser.parse(io.BytesIO(body.encode("utf-8", "replace")), sanitize_html=False)
    except Exception:  # feedparser documents no errors; its loose parser raises what it likes
        raise refused(source, "nie mogę odczytać kanału – pobierz plik ponownie") from None
    if not feed.entries:
        raise refused(source, "w tym kanale nie ma wpisów – pobierz plik ponownie")
    if len(feed.entries) > ENTRIES:
        raise refused(source, f"kanał ma ponad {ENTRIES} wpisów – podziel go na części")
    return [_text(source, entry) for entry in feed.entries]


def _text(source: str, entry: Any) -> Text:
    contents = [str(one.get("value", "")) for one in entry.get("content", ())]
    summary = str(entry.get("summary", ""))
    longest = max([*contents, summary], key=len)
    facts = Facts(
        title=_plain(str(entry.get("title", ""))),
        published=_when(entry, "published"),
        updated=_when(entry, "updated"),
        author=_plain(str(entry.get("author", ""))),
        link=str(entry.get("link", "")).strip(),
        words=tuple(_words(entry)),
    )
    html = longest if not summary or summary in longest else f"{longest}\n<p>{summary}</p>"
    return Text(source, facts, html=_paragraphs(html), left_out=tuple(_enclosures(entry)))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"</?[A-Za-z][^<>]*>", "", text).split())


def _paragraphs(html: str) -> str:
    """A summary of plain text keeps its paragraphs."""
    if "<" in html:
        return html
    return "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", html) if part.strip())


def _when(entry: Any, key: str) -> str:
    parsed = entry.get(f"{key}_parsed") if key in entry or f"{key}_parsed" in entry else None
    if not parsed:
        return dating.written(str(entry.get(key, ""))) if key in entry else ""
    try:
        return dating.written(f"{strftime('%Y-%m-%dT%H:%M:%S', parsed)}+00:00")
    except (ValueError, TypeError):
        return ""


def _words(entry: Any) -> Iterator[str]:
    for tag in entry.get("tags") or ():
        word = " ".join(str(tag.get("label") or tag.get("term") or "").split())
        if word:
            yield word


def _enclosures(entry: Any) -> Iterator[str]:
    for one in entry.get("enclosures") or ():
        if one.get("href"):
            yield f"załącznik kanału: {one['href']}"
