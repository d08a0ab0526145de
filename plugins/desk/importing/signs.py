"""The signs of Markdown: those that a text must hide, and those that are put around it."""

from __future__ import annotations

import re
from collections.abc import Collection

from bs4 import Tag

Parents = Collection[str]
"""Names of the elements that a text stands in, with markdownify's own marks."""

_ENTITY = re.compile(r"&(?=#?\w+;)")
_SPECIAL = re.compile(r"([\\`*_\[\]])")
_START = re.compile(r"^(\s*)([-+#>]|!!!|\d+(?=[.)]))")


def escaped(text: str, *, in_cell: bool = False) -> str:
    r"""What Markdown would read as its own; HTML's signs become entities.

    >>> escaped("1. a*b <i> {x}"), escaped("a|b", in_cell=True)
    ('1\\. a\\*b &lt;i> &#123;x}', 'a&#124;b')
    """
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace("{", "&#123;")
    text = _SPECIAL.sub(r"\\\1", text)
    if in_cell:
        text = text.replace("|", "&#124;")
    if re.match(r"\s*=+\s*$", text):
        text = text.replace("=", "&#61;", 1)
    return _START.sub(plain_start, text)


def plain_start(found: re.Match[str]) -> str:
    """At a line's start: a sign that would begin a list, a heading or a box."""
    sign = found[2]
    return f"{found[1]}{sign}\\" if sign.isdigit() else f"{found[1]}\\{sign}"


def bare(text: str) -> tuple[str, str, str]:
    """A text between the white space at its ends, of any kind."""
    words = text.strip()
    start = text.find(words) if words else len(text)
    return text[:start], words, text[start + len(words) :]


def marked(text: str, sign: str, parents: Parents) -> str:
    """A text between two signs; none around blocks, code, or what has such signs already."""
    before, words, after = bare(text)
    if not words or "\n" in words or "_noformat" in parents or words.startswith("*"):
        return text
    return f"{before}{sign}{words}{sign}{after}"


def raised(text: str, digits: str) -> str:
    """A short number in other ``digits``; other texts as they are."""
    words = text.strip()
    if not re.fullmatch(r"[0-9]{1,3}", words):
        return text
    return "".join(digits[int(one)] for one in words)


def number(entry: Tag) -> str:
    """The number of an entry of a list, from its start."""
    above = entry.parent
    said = str(above.get("start") or "1") if above is not None else "1"
    start = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1
    return f"{start + sum(1 for one in entry.find_previous_siblings('li'))}."
