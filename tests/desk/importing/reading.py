"""What stands in a record that was written, by parsers that are not ours."""

from __future__ import annotations

import re
import unicodedata

import markdown
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre"
INNER = ("ul", "ol", "p", "table", "blockquote", "pre", "div")


def taken(text: str) -> tuple[dict[str, object], str]:
    """A record's head and its body."""
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def html_of(body: str) -> str:
    """As Markdown alone shows it."""
    return markdown.markdown(
        body, extensions=["tables", "sane_lists", "admonition", "footnotes", "attr_list"]
    )


def texts(body: str) -> list[str]:
    """The text of each block, in order, without the boxes for the officer."""
    tree = LexborHTMLParser(f"<body>{html_of(body)}</body>")
    for box in tree.css("div.admonition, a.footnote-backref, sup"):
        box.decompose()
    found = [_own(node) for node in tree.css(BLOCKS)]
    return [text for text in map(plain, found) if text]


def _own(node: LexborNode) -> str:
    """The text of a block but for that of the blocks in it."""
    pieces = []
    for child in node.iter(include_text=True):
        if child.tag not in INNER:
            pieces.append(child.text(deep=True))
    return "".join(pieces)


def plain(text: str) -> str:
    """A text whose spaces and typographic marks do not count."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[„”“\"]|,,|''", '"', text)
    text = re.sub(r"[–—−]", "-", text).replace("...", "…")
    return " ".join(text.split())
