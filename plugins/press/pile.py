"""What waits until it is recorded: more of it than a large site's build could hold in memory."""

from __future__ import annotations

from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import NamedTuple
from zlib import compress, decompress

_HELD = 1_000_000
"""Bytes up to which no file is needed: an edit's views are far fewer."""


class _Place(NamedTuple):
    """Where a view begins, its length, and the digests of its pieces."""

    start: int
    length: int
    pieces: str


class Pile:
    """Packed views by place, compressed: in memory, or in a file without a name in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._file = SpooledTemporaryFile(max_size=_HELD, dir=str(folder))  # noqa: SIM115 - close()
        self._places: dict[str, _Place] = {}

    def close(self) -> None:
        """Let go of all of it."""
        self._file.close()

    def put(self, place: str, view: bytes, pieces: str) -> None:
        """Keep a packed view, and the digests of its pieces."""
        start = self._file.seek(0, 2)
        length = self._file.write(compress(view, 1))
        self._places[place] = _Place(start, length, pieces)

    def get(self, place: str) -> tuple[bytes, str]:
        """What :meth:`put` was told of a place."""
        start, length, pieces = self._places[place]
        self._file.seek(start)
        return decompress(self._file.read(length)), pieces
