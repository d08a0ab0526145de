"""An entry's whole text as HTML that needs nothing around it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from plugins.feeds.values import Entry
from plugins.layout.values import Prose
from plugins.newsroom import prose
from plugins.outputs import Tools


def html(entry: Entry, site: str, tools: Tools) -> str:
    """The facts, then the text; every address is whole."""
    return _facts(entry) + (_text(entry.prose, entry.link, site, tools) if entry.prose else "")


def _facts(entry: Entry) -> str:
    rows = "".join(
        f"<li><strong>{escape(what)}:</strong> {escape(value, quote=False)}</li>\n"
        for what, value in entry.facts
    )
    return f"<ul>\n{rows}</ul>\n" if rows else ""


_LAYOUT = re.compile(r'\s(?:srcset|sizes|loading|decoding|class)="[^"]*"')
_START = re.compile(r'(\s(?:href|src)=")(//|/|#)')


def _text(body: Prose, page: str, site: str, tools: Tools) -> str:
    plain = {name: replace(picture, modern=()) for name, picture in body.pictures}
    found = prose.finished(tools.text(body.text), dict(body.links), plain)
    return whole(_LAYOUT.sub("", found), page, site)


def whole(html: str, page: str, site: str) -> str:
    """Addresses as a reader far from the site needs them; ``page``: where anchors are.

    >>> whole('<a href="/debaty/">a</a>', "", "https://kmp.example/policja")
    '<a href="https://kmp.example/policja/debaty/">a</a>'
    >>> whole('<a href="#b">a</a>', "https://kmp.example/x/#sprawozdanie", "https://kmp.example")
    '<a href="https://kmp.example/x/#b">a</a>'
    """
    begins = {"/": f"{site}/", "#": f"{page.partition('#')[0]}#", "//": "https://"}
    return _START.sub(lambda found: f"{found[1]}{escape(begins[found[2]])}", html)
