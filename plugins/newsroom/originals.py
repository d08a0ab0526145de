"""Pictures and files that records name: found, measured, digested, remembered by stamp."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from plugins.newsroom import folders
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.reading import Memory, Row, Run
from plugins.problems import Problem

PIXEL_LIMIT = 60_000_000
"""Pixels of a picture: larger ones are scans or mistakes, and would need gigabytes."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file in ``content/``; ``width`` and ``height`` in pixels, 0 for what is no picture."""

    path: str
    digest: str
    size: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Originals:
    """Where each file that a record names was found."""

    found: dict[tuple[str, str], Original]
    problems: tuple[Problem, ...]

    def of(self, record: Record, name: str) -> Original | None:
        """The original behind a name in a record."""
        return self.found.get((record.path, name))


def find(root: Path, records: Iterable[Record], memory: Memory, run: Run) -> Originals:
    """Look up every picture and download that records name, beside them or in ``media/``."""
    wanted = {(r.path, n): kind for r in records for n, kind in _names(r)}
    places = {key: _place(root, *key) for key in wanted}
    measured = _measured(root, {p for p in places.values() if p}, memory, run)
    found, problems = {}, []
    for (path, name), place in places.items():
        original = measured.get(place)
        if isinstance(original, Original) and (original.width or not wanted[path, name]):
            found[path, name] = original
        else:
            problems.append(_problem(root, path, name, place, original))
    return Originals(found, tuple(problems))


def _names(record: Record) -> Iterator[tuple[str, bool]]:
    """Every file that a record names, and whether it must be a picture."""
    yield from ((name, False) for name in record.downloads)
    yield from ((name, True) for name in record.pictures)


def _place(root: Path, path: str, name: str) -> str:
    """A path below content/; empty if there is no such file, or a link leads there."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    content = path.split("/")[0]
    shared = f"{content}/{folders.MEDIA}/{posixpath.basename(name)}"
    for place in (posixpath.normpath(name), beside, shared):
        inside = place.startswith(f"{content}/")
        if inside and (root / place).is_file() and not _linked(root, place):
            return place
    return ""


def _linked(root: Path, place: str) -> bool:
    """Whether a symbolic link lies on the way; it might lead out of the content."""
    parts = place.split("/")
    return any((root / "/".join(parts[:n])).is_symlink() for n in range(1, len(parts) + 1))


def _problem(root: Path, path: str, name: str, place: str, said: Original | str | None) -> Problem:
    if not place:
        message = f"nie ma pliku „{name}” – zapisz go obok tekstu albo w content/media/"
    elif isinstance(said, str):
        message = f"plik „{name}”: {said}"
    else:
        message = f"plik „{name}” nie jest obrazem – użyj JPEG, PNG albo WebP"
    return Problem(path, _line(root / path, name), "", message)


def _line(path: Path, name: str) -> int:
    """The first line of a record's file that names a file."""
    text = path.read_text("utf-8", errors="replace")
    return text.count("\n", 0, max(text.find(name), 0)) + 1


def _measured(root: Path, places: set[str], memory: Memory, run: Run) -> dict[str, Original | str]:
    """Each place's original, or in Polish what is wrong with it."""
    stamps = {place: folders.stamp((root / place).stat()) for place in sorted(places)}
    rows = memory.rows
    stale = [p for p, stamp in stamps.items() if p not in rows or rows[p].stamp != stamp]
    done = dict(zip(stale, run(partial(_measure, str(root)), stale), strict=True))
    memory.save(
        {
            place: Row(stamps[place], one.digest, msgspec.msgpack.encode(one))
            for place, one in done.items()
            if isinstance(one, Original)
        }
    )
    memory.drop(set(rows) - set(stamps))
    kept = {p: _decode(rows[p].value) for p in stamps if p not in done}
    return {**kept, **done}


def _decode(value: bytes) -> Original:
    return msgspec.msgpack.decode(value, type=Original)


_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".svg")


def _measure(root: str, place: str) -> Original | str:
    """In a worker: digest of a file's bytes, and a picture's size as it will be shown."""
    data = (Path(root) / place).read_bytes()
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    if not place.lower().endswith(_PICTURES):
        return Original(place, digest, len(data))
    size = _size(Path(root) / place)
    return size if isinstance(size, str) else Original(place, digest, len(data), *size)


def _size(path: Path) -> tuple[int, int] | str:
    from PIL import Image, ImageOps, UnidentifiedImageError  # slow to import, seldom needed

    try:
        with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
            if image.width * image.height > PIXEL_LIMIT:
                return f"obraz ma ponad {PIXEL_LIMIT // 1_000_000} mln pikseli – zmniejsz go"
            image.load()
            turned = ImageOps.exif_transpose(image)
            return turned.size
    except UnidentifiedImageError:
        return "nie jest obrazem JPEG, PNG ani WebP – zapisz go w jednym z nich"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "obraz jest uszkodzony – zapisz go ponownie"
