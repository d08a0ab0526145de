"""PDF: its pages' text and its properties, read in a process that may be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, cast

from plugins.newsroom.carriers import pdf_pages
from plugins.newsroom.carriers.trace import Carried, Mark, Trace, Unreadable
from plugins.privacy.findings import findings

SECONDS = 30
"""A file that takes longer is broken, or was made to stop its readers."""


class _Said(TypedDict):
    """What :mod:`plugins.newsroom.carriers.pdf_pages` prints."""

    fault: str
    count: int
    pages: list[str]
    properties: dict[str, str]


_TOLD = {
    "encrypted": "jest zaszyfrowany – zapisz go bez hasła, bo nie każdy go otworzy",
    "broken": "jest uszkodzony – zapisz go ponownie",
    "long": "ma więcej stron, niż przeglądamy – podziel go albo sprawdź sam",
}


def searched(path: Path) -> Carried:
    """Findings by page (0: in its properties); a trace of an author, or of pages not read."""
    said = _read(path)
    if said["fault"] in ("encrypted", "broken"):
        raise Unreadable(_TOLD[said["fault"]])
    found = []
    for page, text in enumerate(["\n\n".join(said["properties"].values()), *said["pages"]]):
        found += [replace(one, line=page) for one in findings(text)]
    marks = [_author(said["properties"]), _closed(said)]
    told, traces = tuple(dict.fromkeys(found)), tuple(m for m in marks if m)
    return Carried(told, traces, pages=True, count=said["count"], is_scan=_is_scan(said))


def _read(path: Path) -> _Said:
    command = [sys.executable, "-I", "-W", "ignore", pdf_pages.__file__, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
        return cast(_Said, json.loads(done.stdout))
    except subprocess.TimeoutExpired:
        raise Unreadable("czyta się zbyt długo – zapisz go ponownie") from None
    except (subprocess.CalledProcessError, ValueError):
        raise Unreadable(_TOLD["broken"]) from None


def _author(properties: dict[str, str]) -> Mark | None:
    if not any(properties.get(key, "").strip() for key in ("/Author", "xmp:creator")):
        return None
    told = "ma we właściwościach autora – usuń go (Plik → Właściwości) i zapisz PDF jeszcze raz"
    return Trace.AUTHOR.because(told)


def _is_scan(said: _Said) -> bool:
    return not said["fault"] and not "".join(said["pages"]).strip()


def _closed(said: _Said) -> Mark | None:
    """Pages that were not read, or have no text: a scan tells nothing to a machine or the blind."""
    if said["fault"]:
        return Trace.UNREADABLE.because(_TOLD[said["fault"]])
    if _is_scan(said):
        told = "nie ma tekstu, tylko skan – dołącz wersję z tekstem, którą przeczyta też niewidomy"
        return Trace.UNREADABLE.because(told)
    return None
