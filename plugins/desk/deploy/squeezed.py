"""Compressed twins of files: made when a file is new, sent by the server as they are."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import PurePosixPath

TEXTS = frozenset(
    (
        *(".css", ".csv", ".geojson", ".html", ".ics", ".js", ".json", ".jsonld", ".md"),
        *(".opml", ".svg", ".txt", ".vtt", ".webmanifest", ".xml"),
    )
)
_LEAST = 256  # bytes: below it the headers weigh more than what is saved
_WORTH = 0.95


def _gzip(data: bytes) -> bytes:
    """RFC 1952, without a name and a time: the same bytes give the same bytes."""
    return gzip.compress(data, 9, mtime=0)


def _brotli(data: bytes) -> bytes:
    """RFC 7932. The best quality takes ten times as long, for a twentieth less."""
    import brotli  # who asks only what would change needs no coder

    compressed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=9)
    return compressed


CODINGS: dict[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": _gzip}
"""The twin's ending → how it is made."""


def twins(path: str, data: bytes) -> dict[str, bytes]:
    """Ending → compressed bytes; nothing for a file that is small, or compressed already."""
    if PurePosixPath(path).suffix not in TEXTS or len(data) < _LEAST:
        return {}
    made = {ending: compress(data) for ending, compress in CODINGS.items()}
    return {ending: twin for ending, twin in made.items() if len(twin) < _WORTH * len(data)}
