"""Sound and film: published byte for byte, so the place that a phone wrote into it is told."""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.carriers.trace import Carried, Trace

_MARKS = (b"\xa9xyz", b"com.apple.quicktime.location", b"loci\x00\x00\x00\x00")
"""Where QuickTime and 3GPP keep coordinates (ISO 6709; 3GPP TS 26.244)."""

_ENDS = 8_000_000
"""Bytes at each end of a file, where its description stands."""


def searched(path: Path) -> Carried:
    """A trace of a place; spoken words are not heard, captions and transcripts are read."""
    with path.open("rb") as file:
        ends = file.read(_ENDS)
        file.seek(max(path.stat().st_size - _ENDS, file.tell()))
        ends += file.read(_ENDS)
    if not any(mark in ends for mark in _MARKS):
        return Carried()
    told = "zapisano w nim, gdzie powstał – usuń to w programie do montażu"
    return Carried(traces=(Trace.PLACE.because(told),))
