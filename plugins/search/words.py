"""Words as they are compared: without case, diacritics and the marks around them.

The page's script folds what is typed in the same way (``theme/static/lookup.js``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plugins.newsroom.people import RANKS

_QUIET = """
    a aby albo ale bez bo by byc byl byla bylo byly co czy dla do gdy gdzie i ich ile im ja jak
    jako jest jego jej kiedy kto ktora ktore ktory ku lub ma my na nad nam nas nie niz o od oraz
    po pod podczas poza przed przez przy sa sie ta tak tam te tego tej ten to tu ul ulica ulicy w
    we wiec wy z za ze
"""
QUIET = frozenset(_QUIET.split())
"""Folded words that nobody looks for: they are in no index and drop out of what is typed.

„Kto”, „gdzie”, „jak” open a question; „ulica” stands before names that are found without it.
"""

_MARKS = re.compile(r"[\u0300-\u036f]")
_PARTS = re.compile(r"[^\W_]+")
ABBREVIATIONS = {
    short: full
    for shorts, fulls in RANKS.items()
    for short, full in zip(shorts.replace(".", "").split(), fulls.split(), strict=True)
}
"""Each word of a rank, short → whole: ``podinsp`` → ``podinspektor`` (Act on the Police, 47)."""


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Lower case without diacritics; letters of other alphabets stay.

    >>> fold("Źdźbło"), fold("УЧАСТЬ")
    ('zdzblo', 'участь')
    """
    lower = word.lower().replace("ł", "l")
    return lower if lower.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", lower))


def parts(token: str) -> list[str]:
    """The words of what stands between two spaces; a rank's abbreviation in full.

    >>> parts("„Latarnia”,"), parts("W-2026-013"), parts("podinsp."), parts("–")
    (['Latarnia'], ['W', '2026', '013'], ['podinspektor'], [])
    """
    found = _PARTS.findall(token)
    if len(found) == 1 and token.endswith("."):
        return [ABBREVIATIONS.get(found[0].lower(), found[0])]
    return found
