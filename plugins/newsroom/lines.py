"""On which line of its file each key of a head stands, kept small beside the record."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

NO_LINES = b""


def packed(lines: Mapping[str, int]) -> bytes:
    """Keys and lines as they are remembered: few are ever asked for."""
    return msgspec.msgpack.encode(lines)


def line_of(kept: bytes, key: str) -> int:
    """The line of a key in what was packed; 0: nothing is known of the file.

    >>> line_of(packed({"": 2, "zmiany": 7, "zmiany[2]": 9}), "zmiany[2].jest")
    9
    """
    return nearest(_decoder.decode(kept), key, 0) if kept else 0


_decoder = msgspec.msgpack.Decoder(dict[str, int])


def nearest(lines: Mapping[str, int], key: str, otherwise: int) -> int:
    """The line of ``zmiany[2].jest``, or of the nearest part of it that was read."""
    while key and key not in lines:
        key = key[: max(key.rfind("."), key.rfind("["), 0)]
    return lines.get(key, otherwise)
