"""Zip files to download: the names in them are searched, and what is text."""

from __future__ import annotations

import posixpath
from pathlib import Path

from plugins.newsroom.carriers import texts
from plugins.newsroom.carriers.trace import Carried, Trace
from plugins.newsroom.carriers.zipped import opened

_TEXTS = (".txt", ".csv", ".vtt", ".json", ".geojson", ".xml", ".md", ".ics")


def searched(path: Path) -> Carried:
    """Findings in names and texts; of other files in it, that nobody looked."""
    with opened(path) as archive:
        names = archive.names()
        read = [texts.decoded(archive.read(name)) for name in names if _is_text(name)]
    closed = [name for name in names if not _is_text(name) and not name.endswith("/")]
    told = f"w środku są pliki, których nie przeglądamy ({len(closed)}) – dołącz je osobno"
    text = "\n\n".join([*(name.replace("_", " ") for name in names), *read])
    return Carried.of(text, [Trace.UNREADABLE.because(told) if closed else None], lines=False)


def _is_text(name: str) -> bool:
    return posixpath.splitext(name)[1].lower() in _TEXTS
