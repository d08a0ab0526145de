"""A document as words: what a resident reads in a result, and where each lemma stands in it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from plugins.outputs import Tools
from plugins.search.document import Document
from plugins.search.lemmas import lemmas
from plugins.search.words import QUIET, fold, parts

_TAG = re.compile(r"<[^>]*>")
_INSIDE = re.compile(r"</?(?:em|strong|b|i|a|abbr|span|sup|sub)\b[^>]*>")
"""Tags that may stand inside a word."""


@dataclass
class Written:
    """``shown``: words as they are read, the first ``title`` of them the title's.

    ``places``: lemma → where in ``shown`` it stands, in order; ``names``: lemmas that the page is
    called by, and ``streets`` those of the streets that it is about.
    """

    shown: list[str] = field(default_factory=list)
    title: int = 0
    places: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    names: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    is_polish: bool = True

    def add(self, text: str) -> None:
        """Words of one text."""
        tokens = text.split()
        for place, token in enumerate(tokens, len(self.shown)):
            for lemma in _indexed(token, self.is_polish):
                self.places[lemma].append(place)
        self.shown += tokens


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
    made.names = frozenset(made.places)
    streets = " ".join(document.streets).split()
    made.streets = frozenset(one for word in streets for one in _indexed(word, made.is_polish))
    for text in (*(plain(body) for body in bodies), *document.told):
        made.add(f"· {text}")
    return made


def plain(html: str) -> str:
    """A body's words.

    >>> plain("<p>Jan <em>Kot</em></p><p>2 &lt; 3</p>").split()
    ['Jan', 'Kot', '2', '<', '3']
    """
    return unescape(_TAG.sub(" ", _INSIDE.sub("", html)))


@lru_cache(maxsize=1 << 18)
def _indexed(token: str, polish: bool) -> tuple[str, ...]:
    """The lemmas of what stands between two spaces; numbers stay whole: ``w-2026-013``."""
    words = parts(token)
    if any(word.isdigit() for word in words):
        return ("-".join(map(fold, words)),)
    loud = [word for word in words if fold(word) not in QUIET]
    found = (fold(one) for word in loud for one in (lemmas(word) if polish else (word,)))
    return tuple(dict.fromkeys(found))
