"""Pictures and files that records name: found, measured, digested, remembered by stamp."""

from __future__ import annotations

import hashlib
import posixpath
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

import msgspec

from plugins.newsroom import folders, variants
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.reading import Memory, Row, Run
from plugins.problems import Problem

PIXEL_LIMIT = 60_000_000
"""Pixels of a picture: larger ones are scans or mistakes, and would need gigabytes."""


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
    """Where each file that a record names was found."""

    found: dict[tuple[str, str], Original]
    problems: tuple[Problem, ...]

    def of(self, record: Record | Unit, name: str) -> Original | None:
        """The original behind a name in a record."""
        return self.found.get((record.path, name))


def find(root: Path, records: Iterable[Record | Unit], memory: Memory, run: Run) -> Originals:
    """Look up every picture and download that records name, beside them or in ``media/``."""
    wanted = {(r.path, n): kind for r in records for n, kind in _names(r)}
    places = {key: _place(root, *key) for key in wanted}
    measured = _measured(root, {p for p in places.values() if p}, memory, run)
    found: dict[tuple[str, str], Original] = {}
    problems: list[Problem] = []
    for (path, name), is_picture in wanted.items():
        place = places[path, name]
        said = measured[place] if place else _absent(root, path, name)
        if isinstance(said, Original):
            said = said if said.width or not is_picture else "nie jest obrazem – użyj JPEG lub PNG"
        if isinstance(said, Original):
            found[path, name] = said
        elif said:
            problems.append(_problem(root, path, name, place, said))
    return Originals(found, tuple(problems))


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


def _problem(root: Path, path: str, name: str, place: str, said: str) -> Problem:
    line = _line(root / path, (name, posixpath.basename(name), quote(posixpath.basename(name))))
    return Problem(path, line, "", f"plik „{place or name}”: {said}")


def _line(path: Path, needles: Iterable[str]) -> int:
    """The first line of a record's file that names a file."""
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return 0  # deleted meanwhile: the message stands, without its line
    where = next((at for at in map(text.find, needles) if at >= 0), 0)
    return text.count("\n", 0, where) + 1


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

_DOWNLOADS = (
    *(".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".epub", ".xlsx", ".xls", ".ods", ".csv"),
    *(".pptx", ".ppt", ".odp", ".zip", ".ics", ".geojson", ".json", ".gpx", ".vtt"),
    *(".mp3", ".ogg", ".oga", ".wav", ".m4a", ".mp4", ".webm", ".ogv", ".mov"),
)
"""What may be published as it is. Not HTML or SVG, which run scripts on our address, nor our
own sources, which may be drafts."""


def _measure(root: str, place: str) -> Original | str:
    """In a worker: digest of a file's bytes, and a picture's size as it will be shown."""
    path, suffix = Path(root) / place, posixpath.splitext(place)[1].lower()
    if suffix not in (*_PICTURES, *_DOWNLOADS):
        return f"plików „{suffix or place}” nie publikujemy – użyj PDF, DOCX, ODT albo CSV"
    try:
        weight = path.stat().st_size
        if weight > SIZE_LIMIT:
            return f"ma ponad {SIZE_LIMIT // 1_000_000} MB – zmniejsz go albo podaj „link”"
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
        size = _size(path) if suffix in _PICTURES else (0, 0, 0)
    except OSError as error:
        return f"nie mogę go odczytać ({error.strerror}) – sprawdź prawa dostępu"
    return size if isinstance(size, str) else Original(place, digest, weight, *size)


def _size(path: Path) -> tuple[int, int, int] | str:
    """Width, height and bytes as it will be shown, or in Polish what is wrong with it."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # slow to import, seldom needed

    too_large = f"obraz ma ponad {PIXEL_LIMIT // 1_000_000} mln pikseli – zmniejsz go"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                if image.width * image.height > PIXEL_LIMIT:
                    return too_large
                image.load()
                width, height = ImageOps.exif_transpose(image).size
                return width, height, len(variants.webp(image, variants.main(width)))
    except UnidentifiedImageError:
        return "nie jest obrazem JPEG, PNG ani WebP – zapisz go w jednym z nich"
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return too_large
    except (OSError, ValueError, SyntaxError, EOFError):
        return "obraz jest uszkodzony – zapisz go ponownie"
