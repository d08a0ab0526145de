"""A page of an old site, saved as HTML."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.desk.importing.values import Facts, Text

_PAGE = re.compile(r"<(?:!doctype html|html|body|head|h1|p|div|article)\b", re.IGNORECASE)


def is_page(text: str) -> bool:
    """Whether the beginning looks like HTML."""
    return bool(_PAGE.search(text[:4096]))


def texts(source: str, text: str, folder: Path) -> list[Text]:
    """One text; what the page says of itself is found by the tidying."""
    return [Text(source, Facts(), html=text, folder=folder)]
