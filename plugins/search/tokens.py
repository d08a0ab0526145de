"""A document as words: what a resident reads in a result, and what the index holds for each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from plugins.outputs import Tools
from plugins.search.documents import Document
from plugins.search.lemmas import lemmas
from plugins.search.words import QUIET, fold, parts

_TAG = re.compile(r"<[^>]*>")
HEAD = 24
"""Places that the title and names take in the index, so that a browser knows by its place alone
that a word stands there; what is longer counts as text."""
NOTHING = "."
"""Stands in the index for what nobody looks for, so that places of words stay what they are."""


@dataclass
class Written:
    """``shown``: words as they are read; ``indexed``: one or more lemmas for each.

    ``more``: places in ``indexed`` that belong to the word before. ``title``: how many words of
    ``shown`` are the title's; ``head``: how many of ``indexed`` say what the page is.
    """

    shown: list[str] = field(default_factory=list)
    indexed: list[str] = field(default_factory=list)
    more: list[int] = field(default_factory=list)
    title: int = 0
    head: int = 0
    is_polish: bool = True

    def add(self, text: str) -> None:
        """Words of one text."""
        for token in text.split():
            self.shown.append(token)
            own = _indexed(token, self.is_polish)
            self.more += range(len(self.indexed) + 1, len(self.indexed) + len(own))
            self.indexed += own


def written(document: Document, tools: Tools) -> Written | None:
    """The words of a document; None if a body is gone: then another bundle tells what is new."""
    made = Written(is_polish=document.lang == "pl")
    try:
        bodies = [tools.text(body) for body in document.bodies]
    except LookupError:
        return None
    made.add(document.title)
    made.title = len(made.shown)
    for text in document.names:
        made.add(text)
    made.head = min(len(made.indexed), HEAD)
    for text in (*(plain(body) for body in bodies), *document.told):
        made.add(f"· {text}")
    return made


def plain(html: str) -> str:
    """A body's words.

    >>> plain("<p>Jan <em>Kot</em></p><p>2 &lt; 3</p>").split()
    ['Jan', 'Kot', '2', '<', '3']
    """
    return unescape(_TAG.sub(_gap, html))


def _gap(tag: re.Match[str]) -> str:
    """Tags inside a word do not tear it."""
    return "" if re.match(r"</?(?:em|strong|b|i|a|abbr|span|sup|sub)\b", tag[0]) else " "


@lru_cache(maxsize=1 << 17)
def _indexed(token: str, polish: bool) -> tuple[str, ...]:
    """The lemmas of what stands between two spaces; numbers stay whole: ``w-2026-013``."""
    words = parts(token)
    if any(word.isdigit() for word in words):
        return ("-".join(map(fold, words)),)
    loud = [word for word in words if fold(word) not in QUIET]
    found = (fold(one) for word in loud for one in (lemmas(word) if polish else (word,)))
    return tuple(dict.fromkeys(found)) or (NOTHING,)
