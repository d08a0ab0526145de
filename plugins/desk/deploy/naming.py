"""Names that hold a digest of the bytes behind them: such a file never changes."""

from __future__ import annotations

import re

FINGERPRINTED = (
    r"/(?:theme/[^/]+\.[0-9a-f]{10}\.|obrazy/.+-[0-9a-f]{8}-[0-9]+\.|pliki/.+-[0-9a-f]{8}\.)"
    r"[a-z0-9]+"
)
"""A regular expression of their addresses, as Python, nginx and Apache read it alike."""

_is_one = re.compile(FINGERPRINTED).fullmatch


def is_fingerprinted(address: str) -> bool:
    """Whether what stands at an address can be kept for ever.

    >>> is_fingerprinted("/theme/debaty.55a9770f86.css"), is_fingerprinted("/favicon.svg")
    (True, False)
    """
    return bool(_is_one(address))
