"""Pictures and files that records name: found, measured, digested, remembered by stamp."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from plugins.newsroom import carriers, folders, inspection
from plugins.newsroom.carriers.trace import Carried
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.reading import Memory, Row, Run
from plugins.problems import Problem
from plugins.stamps import stamp

SIZE_LIMIT = 100_000_000
"""Bytes of a file: the most that hosts of repositories take."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file in ``content/``; ``width`` and ``height`` in pixels, 0 for what is no picture.

    ``shown``: bytes of its main variant, which feeds must tell before it is made.
    """

    path: str
    digest: str
    size: int
    width: int = 0
    height: int = 0
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Originals:
    """Where each file that a record names was found; by its place, what it gives away."""

    found: dict[tuple[str, str], Original]
    problems: tuple[Problem, ...]
    carried: dict[str, Carried] = field(default_factory=dict)

    def of(self, record: Record | Unit, name: str) -> Original | None:
        """The original behind a name in a record."""
        return self.found.get((record.path, name))


def find(
    root: Path,
    records: Iterable[Record | Unit],
    memory: Memory,
    run: Run,
    instead: folders.Instead = folders.NOTHING,
) -> Originals:
    """Look up every picture and download that records name, beside them or in ``media/``."""
    wanted = {(r.path, n): kind for r in records for n, kind in _names(r)}
    places = {key: _place(root, *key) for key in wanted}
    measured = _measured(root, {p for p in places.values() if p}, memory, run)
    found: dict[tuple[str, str], Original] = {}
    problems: list[Problem] = []
    for (path, name), is_picture in wanted.items():
        place = places[path, name]
        said = measured[place].said if place else _absent(root, path, name)
        if isinstance(said, Original):
            said = said if said.width or not is_picture else "nie jest obrazem – użyj JPEG lub PNG"
        if isinstance(said, Original):
            found[path, name] = said
        elif said:
            problems.append(_problem(root, path, name, place, said, instead))
    carried = {original.path: measured[original.path].carried for original in found.values()}
    return Originals(found, tuple(problems), carried)


def _names(record: Record | Unit) -> Iterator[tuple[str, bool]]:
    """Every file that a record names, and whether it must be a picture."""
    yield from ((name, False) for name in record.downloads)
    yield from ((name, True) for name in record.pictures)


def _places(path: str, name: str) -> Iterator[str]:
    """Where a file may lie: as written, beside the text, in the shared folder."""
    content, name = path.split("/")[0], name.replace("\\", "/")
    yield from (name, posixpath.join(posixpath.dirname(path), name))
    yield from (f"{content}/{name}", f"{content}/{folders.MEDIA}/{name}")
    yield f"{content}/{folders.MEDIA}/{posixpath.basename(name)}"


def _place(root: Path, path: str, name: str) -> str:
    """A path below content/; empty if there is no such file, or a link leads there."""
    content = path.split("/")[0]
    for place in map(posixpath.normpath, _places(path, name)):
        inside = place.startswith(f"{content}/")
        if inside and (root / place).is_file() and not _linked(root, place):
            return place
    return ""


def _linked(root: Path, place: str) -> bool:
    """Whether a symbolic link lies on the way; it might lead out of the content."""
    parts = place.split("/")
    return any((root / "/".join(parts[:n])).is_symlink() for n in range(2, len(parts) + 1))


def _absent(root: Path, path: str, name: str) -> str:
    """What to say of a file that is not there; nothing if it is a link, which is named already."""
    places = map(posixpath.normpath, _places(path, name))
    content = path.split("/")[0]
    if any(p.startswith(f"{content}/") and _linked(root, p) for p in places):
        return ""
    return "nie ma takiego pliku – zapisz go obok tekstu albo w content/media/"


def _problem(
    root: Path, path: str, name: str, place: str, said: str, instead: folders.Instead
) -> Problem:
    base = posixpath.basename(name)
    line = _line(root, path, instead, (name, base, quote(base)))
    return Problem(path, line, "", f"plik „{place or name}”: {said}")


def _line(root: Path, path: str, instead: folders.Instead, needles: Iterable[str]) -> int:
    """The first line of a record's file that names a file."""
    try:
        text = folders.bytes_of(root, path, instead).decode("utf-8", errors="replace")
    except OSError:
        return 0  # deleted meanwhile: the message stands, without its line
    where = next((at for at in map(text.find, needles) if at >= 0), 0)
    return text.count("\n", 0, where) + 1


class _Measured(NamedTuple):
    """A place's original, or in Polish what is wrong with it; and what it gives away."""

    said: Original | str
    carried: Carried = Carried()


def _measured(root: Path, places: set[str], memory: Memory, run: Run) -> dict[str, _Measured]:
    """Each place, measured and searched anew only if it has changed."""
    stamps = {place: stamp((root / place).stat()) for place in sorted(places)}
    rows = memory.rows
    stale = [p for p, stamp in stamps.items() if p not in rows or rows[p].stamp != stamp]
    done = dict(zip(stale, run(partial(_measure, str(root)), stale), strict=True))
    memory.save(
        {
            place: Row(stamps[place], one.said.digest, msgspec.msgpack.encode(one))
            for place, one in done.items()
            if isinstance(one.said, Original)
        }
    )
    memory.drop(set(rows) - set(stamps))
    kept = {p: _decode(rows[p].value) for p in stamps if p not in done}
    return {**kept, **done}


def _decode(value: bytes) -> _Measured:
    said, carried = msgspec.msgpack.decode(value, type=tuple[Original, Carried])
    return _Measured(said, carried)


_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".svg")

_DOWNLOADS = (
    *(".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".epub", ".xlsx", ".xls", ".ods", ".csv"),
    *(".pptx", ".ppt", ".odp", ".zip", ".ics", ".geojson", ".json", ".gpx", ".vtt"),
    *(".mp3", ".ogg", ".oga", ".wav", ".m4a", ".mp4", ".webm", ".ogv", ".mov"),
)
"""What may be published as it is. Not HTML or SVG, which run scripts on our address, nor our
own sources, which may be drafts."""


def _measure(root: str, place: str) -> _Measured:
    """In a worker: one file, and what stands in it."""
    said = _original(root, place)
    if isinstance(said, str):
        return _Measured(said)
    try:
        return _Measured(said, carriers.searched(Path(root) / place, place))
    except OSError as error:
        return _Measured(_unreadable(error))


def _unreadable(error: OSError) -> str:
    return f"nie mogę go odczytać ({error.strerror}) – sprawdź prawa dostępu"


def _original(root: str, place: str) -> Original | str:
    """Digest of a file's bytes, and a picture's size as it will be shown."""
    path, suffix = Path(root) / place, posixpath.splitext(place)[1].lower()
    if suffix not in (*_PICTURES, *_DOWNLOADS):
        return f"plików „{suffix or place}” nie publikujemy – użyj PDF, DOCX, ODT albo CSV"
    try:
        weight = path.stat().st_size
        if weight > SIZE_LIMIT:
            return f"ma ponad {SIZE_LIMIT // 1_000_000} MB – zmniejsz go albo podaj „link”"
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
        said = _inspected(path, suffix)
    except OSError as error:
        return _unreadable(error)
    return said if isinstance(said, str) else Original(place, digest, weight, *said)


def _inspected(path: Path, suffix: str) -> inspection.Measured | str:
    """A picture's size, or what is wrong with any other file."""
    if suffix in _PICTURES:
        return inspection.picture(path)
    wrong = inspection.captions(path) if suffix == ".vtt" else inspection.download(path)
    return wrong or (0, 0, 0)
