"""What is written, as it can be set: with signs that the fonts have, in lines that may break."""

from __future__ import annotations

import re
import unicodedata

from plugins.newsroom import typography

_UNSHOWN = re.compile(
    "[^\x20-\x7e\xa0-\u024f\u0300-\u0345\u0370-\u0482\u048a-\u04ff\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u2040\u20a0-\u20bf\u2116\u2190-\u22ff]"
)
"""What Lato and the fonts that stand in for it have no sign for: a PDF/UA may not show a box."""

_LONGEST_WORD = re.compile(r"[^\s\u2010-\u2015\u200b-]{25}(?=[^\s\u200b-])")
SOFT = "\u200b"
"""Here a line may break, without a hyphen."""


def text(written: str, limit: int) -> str:
    """As it can be set: no signs that fonts lack, short words tied, no word wider than the sheet.

    >>> text("Dzień 🙂 otwarty", 200)
    'Dzień otwarty'
    """
    shown = _UNSHOWN.sub(" ", unicodedata.normalize("NFC", written))
    short = typography.shortened(shown, limit)
    return _LONGEST_WORD.sub(rf"\g<0>{SOFT}", typography.tied(short))


def breakable(address: str) -> str:
    """An address in letters, which may break after its signs.

    >>> breakable("kmp.example/debaty/x").replace(SOFT, "|")
    'kmp.|example/|debaty/|x'
    """
    return _LONGEST_WORD.sub(rf"\g<0>{SOFT}", re.sub(r"([/@._]|-(?=\w))", rf"\1{SOFT}", address))
