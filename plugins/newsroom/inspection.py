"""Whether pictures, recordings and captions are what their names say, before any is published.

Every function tells in Polish what is wrong and what to do; nothing that stands in a file makes
it raise anything but ``OSError``, nor take more memory than :data:`PIXEL_LIMIT` pixels do.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.newsroom import variants
from plugins.newsroom.carriers import texts
from plugins.newsroom.carriers.trace import Unreadable

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

PIXEL_LIMIT = 60_000_000
"""Pixels of a picture: larger ones are scans or mistakes, and would need gigabytes."""

PICTURE_LIMIT = 60_000_000
"""Bytes of a picture: a camera's largest JPEG has half of it."""

Measured = tuple[int, int, int]
"""Width and height in pixels, and bytes of the main variant."""

_ZIPPED = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".zip")
_TEXT = re.compile(rb"\xff\xfe|\xfe\xff|[^\0]*$")
"""UTF-16 with its mark, or anything without a zero byte: no program, no picture."""

_SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "MPO": (".jpg", ".jpeg"), "PNG": (".png",)}
_SUFFIXES["WEBP"] = (".webp",)
_NO_PICTURE = "nie jest obrazem JPEG, PNG ani WebP – zapisz go w jednym z nich"
_BROKEN = "obraz jest uszkodzony – zapisz go ponownie"
_TOO_LARGE = f"obraz ma ponad {PIXEL_LIMIT // 1_000_000} mln pikseli – zmniejsz go"


def picture(path: Path) -> Measured | str:
    """A picture measured as it will be shown, or what is wrong with it."""
    from PIL import Image, UnidentifiedImageError  # slow to import, seldom needed

    if path.stat().st_size > PICTURE_LIMIT:
        return f"obraz ma ponad {PICTURE_LIMIT // 1_000_000} MB – zmniejsz go"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                refused = _refused(image, path)
            return refused or _measured(path)
    except UnidentifiedImageError:
        return _NO_PICTURE
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _TOO_LARGE
    except (OSError, ValueError, SyntaxError, EOFError):
        return _BROKEN


def _refused(image: ImageFile, path: Path) -> str:
    """What the head of a picture, none of whose pixels is read yet, has against it."""
    suffixes = _SUFFIXES[image.format or ""]
    if image.width * image.height > PIXEL_LIMIT:
        return _TOO_LARGE
    if max(image.size) > variants.EDGE_LIMIT:
        return f"bok obrazu ma ponad {variants.EDGE_LIMIT} pikseli – przytnij go albo podziel"
    if path.suffix.lower() not in suffixes:
        kind = (image.format or "").replace("MPO", "JPEG")
        return f"to obraz {kind}, choć nazwa mówi co innego – zmień jej koniec na „{suffixes[0]}”"
    if image.format != "MPO" and getattr(image, "is_animated", False):
        return "obraz jest ruchomy – zapisz jedną klatkę albo dodaj go jako film"
    return _second_nature(path)


def _measured(path: Path) -> Measured:
    """Every pixel is read, so that nothing is found broken later."""
    from PIL import Image

    with Image.open(path) as image:
        width, height = variants.size(image)
        shown = variants.made(variants.widest(image), "jpg", variants.main(width))
    return width, height, len(shown)


_OTHERS = re.compile(rb"<(?:html|script|svg|!doctype|\?php)[\s>]", re.IGNORECASE)


def _second_nature(path: Path) -> str:
    """What else a picture is: an archive, a document or a page may hide in one file with it.

    Phones put a short film behind a photograph; that is no harm, for only pixels are published.
    """
    data = path.read_bytes()
    hides = (
        ("archiwum ZIP", zipfile.is_zipfile(path)),
        ("dokument PDF", b"%PDF-" in data[:1024]),
        ("kod strony", bool(_OTHERS.search(data))),
    )
    found = next((name for name, is_there in hides if is_there), "")
    return f"w obrazie kryje się {found} – otwórz go i zapisz jako nowy obraz" if found else ""


_SIGNS = {
    **dict.fromkeys((".mp4", ".m4a", ".mov"), re.compile(rb"....(?:ftyp|moov|mdat|wide)", re.S)),
    ".webm": re.compile(rb"\x1a\x45\xdf\xa3"),
    **dict.fromkeys((".ogg", ".oga", ".ogv"), re.compile(rb"OggS")),
    ".wav": re.compile(rb"RIFF....WAVE", re.S),
    ".mp3": re.compile(rb"ID3|\xff[\xe0-\xff]"),
    ".pdf": re.compile(rb".{0,1020}%PDF", re.S),
    **dict.fromkeys((".doc", ".xls", ".ppt"), re.compile(rb"\xd0\xcf\x11\xe0")),
    ".rtf": re.compile(rb"\{\\rtf"),
    **dict.fromkeys((".txt", ".csv", ".ics", ".json", ".geojson", ".gpx"), _TEXT),
    **dict.fromkeys(_ZIPPED, re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0")),  # encrypted by Word
}
"""How a file begins (media types are told by the same signs: mimesniff.spec.whatwg.org)."""

UNPACKED_LIMIT = 500_000_000
"""Bytes that a document may say it takes: what is small and swells would stop who opens it."""


def download(path: Path) -> str:
    """Whether a file that is published as it is begins as its name promises, and may be opened."""
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        begins = _SIGNS[suffix].match(file.read(1024)) if suffix in _SIGNS else True
    if not begins:
        return "nie jest tym, co mówi nazwa – zapisz go ponownie w programie, z którego pochodzi"
    return _swelling(path) if suffix in _ZIPPED else ""


def _swelling(path: Path) -> str:
    """What a zip says of its size; what lies is told where it is read, within limits."""
    try:
        with zipfile.ZipFile(path) as archive:
            whole = sum(member.file_size for member in archive.filelist)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return ""  # broken: told where it is searched
    limit = UNPACKED_LIMIT // 1_000_000
    return f"po rozpakowaniu miałby ponad {limit} MB – podziel go" if whole > UNPACKED_LIMIT else ""


_CUE = re.compile(r"^(?:\d{2,}:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d\d:\d\d\.\d{3}", re.M)


def captions(path: Path) -> str:
    """Whether browsers will show them: WebVTT (W3C) is UTF-8, has its mark and a cue."""
    try:
        text = texts.bounded(path).decode("utf-8-sig")
    except Unreadable as error:
        return str(error)
    except UnicodeDecodeError:
        return "napisy nie są w UTF-8 – zapisz je w tym kodowaniu"
    if not re.match(r"WEBVTT(?:[ \t\r\n]|$)", text):
        return "napisy nie zaczynają się od „WEBVTT” – zapisz je jako WebVTT"
    has_cue = _CUE.search(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "" if has_cue else "w napisach nie ma żadnej kwestii – np. „00:01.000 --> 00:04.000”"
