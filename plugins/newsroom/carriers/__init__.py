"""What a file that a record names gives away: numbers in its text, its author, its place.

One door, :func:`searched`; each sort of file has its own module. Nothing is changed in a file,
and none of its text is kept: only masked findings and names of traces.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path

from plugins.newsroom.carriers import archives, documents, pdf, pictures, recordings, texts
from plugins.newsroom.carriers.trace import Carried, Trace, Unreadable

_SORTS: tuple[tuple[tuple[str, ...], Callable[[Path], Carried]], ...] = (
    ((".jpg", ".jpeg", ".png", ".webp"), pictures.searched),
    ((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"), documents.searched),
    ((".pdf",), pdf.searched),
    ((".zip",), archives.searched),
    ((".txt", ".csv", ".vtt", ".ics", ".json", ".geojson", ".gpx", ".rtf"), texts.searched),
    (
        (".mp3", ".ogg", ".oga", ".wav", ".m4a", ".mp4", ".webm", ".ogv", ".mov"),
        recordings.searched,
    ),
)


def searched(path: Path, place: str) -> Carried:
    """What the file at ``path`` carries; never raises for what stands in it.

    ``place``: its path below the project's folder, whose name is searched too.
    """
    suffix = posixpath.splitext(place)[1].lower()
    search = next((search for suffixes, search in _SORTS if suffix in suffixes), _closed)
    try:
        carried = search(path)
    except Unreadable as error:
        carried = Carried(traces=(Trace.UNREADABLE.because(str(error)),))
    return carried.named(posixpath.basename(place))


def _closed(path: Path) -> Carried:
    """Word's and Excel's files of before 2007 are not taken apart."""
    raise Unreadable(f"plik „{path.suffix}” jest w dawnym formacie – zapisz go jako DOCX albo PDF")
