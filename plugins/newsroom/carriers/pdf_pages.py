"""Run as a program with a PDF's path: prints its text and properties as JSON.

It stands apart so that a file which never ends, or takes all memory, takes only this process.
"""

from __future__ import annotations

import json
import logging
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES = 300
MEMORY = 2_000_000_000
SIGNS = 5_000_000

_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError),
    *(OSError, RuntimeError, TypeError, ValueError),
)
"""What pypdf lets through from a file that is no good PDF, besides its own errors."""


def said(path: str) -> dict[str, Any]:
    """``fault`` (``encrypted``, ``broken``, ``long`` or empty), ``count`` of all pages, texts of
    ``pages``, ``properties``.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    nothing: dict[str, Any] = {"fault": "broken", "count": 0, "pages": [], "properties": {}}
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            return {**nothing, "fault": "encrypted"}
        pages = _pages(reader)
        count = len(reader.pages)
        told = {"count": count, "pages": pages, "properties": _properties(reader)}
        return {"fault": "long" if count > len(pages) else "", **told}
    except (PyPdfError, *_BROKEN):
        return nothing


def _pages(reader: PdfReader) -> list[str]:
    """Text of each page with what is written in its notes and fields."""
    pages: list[str] = []
    for page in reader.pages[:PAGES]:
        pages.append("\n\n".join([page.extract_text(), *_notes(page)]))
        if sum(map(len, pages)) > SIGNS:
            break
    return pages


def _notes(page: Any) -> list[str]:
    notes = (note.get_object() for note in page.get("/Annots") or ())
    return [str(note[key]) for note in notes for key in ("/Contents", "/V", "/T") if key in note]


def _properties(reader: PdfReader) -> dict[str, str]:
    found = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
    with suppress(*_BROKEN):  # a broken packet of XMP hides nothing: its text is then no text
        creator = (reader.xmp_metadata.dc_creator if reader.xmp_metadata else None) or []
        found["xmp:creator"] = ", ".join(map(str, creator))
    return found


def _limited() -> None:
    """Where the system can, no more memory than ``MEMORY`` bytes."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    logging.disable()
    _limited()
    sys.stdout.buffer.write(json.dumps(said(sys.argv[1])).encode())
