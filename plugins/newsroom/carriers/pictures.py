"""Pictures: what their metadata tell. What is published is made anew and has none of it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.newsroom.carriers.trace import Carried, Mark, Trace

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_GPS, _DETAILS = 0x8825, 0x8769
_AUTHORS = (0x013B, 0x8298, 0x9C9D, 0xA430)  # Artist, Copyright, XPAuthor, CameraOwnerName
_WRITTEN = (0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F, *_AUTHORS)
"""Fields that people fill in; those of cameras are full of numbers that tell nobody."""

_IPTC_PLACES = ((2, 90), (2, 92), (2, 95))  # city, place, province
_IPTC_AUTHORS = ((2, 80), (2, 122))  # by-line, writer
_XMP_PLACE = re.compile(r"exif:GPSL|photoshop:City|Iptc4xmp\w+:(?:Location|City)")
_XMP_AUTHOR = re.compile(r"dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>\s*[^<\s]|photoshop:AuthorsPos")


def searched(path: Path) -> Carried:
    """Findings in its comments and fields; traces of a place and an author.

    A picture that cannot be opened is told of where it is measured.
    """
    from PIL import Image, UnidentifiedImageError  # slow to import, seldom needed

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is broken in metadata is told when measured
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                return _of(image)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return Carried()
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError):
        return Carried()


def _of(image: ImageFile) -> Carried:
    exif, xmp, iptc = image.getexif(), _xmp(image), _iptc(image)
    fields = {**exif, **exif.get_ifd(_DETAILS)}
    place = bool(exif.get_ifd(_GPS)) or bool(_XMP_PLACE.search(xmp))
    place = place or any(key in iptc for key in _IPTC_PLACES)
    author = any(key in _AUTHORS and _text(value).strip() for key, value in fields.items())
    author = author or bool(_XMP_AUTHOR.search(xmp)) or any(key in iptc for key in _IPTC_AUTHORS)
    words = [_text(fields.get(key)) for key in _WRITTEN]
    words += [*map(_text, iptc.values()), re.sub(r"<[^>]*>", "\n\n", xmp), *_comments(image)]
    return Carried.of("\n\n".join(words), [_place(place), _author(author)], lines=False)


def _place(there: bool) -> Mark | None:
    told = "zapisano w nim, gdzie je zrobiono – na stronie tego nie będzie, ale usuń to z pliku"
    return Trace.PLACE.because(told) if there else None


def _author(there: bool) -> Mark | None:
    told = "zapisano w nim autora – na stronie go nie będzie, podpis wpisz w kluczu „autor”"
    return Trace.AUTHOR.because(told) if there else None


def _xmp(image: ImageFile) -> str:
    return _text(image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or "")


def _iptc(image: ImageFile) -> dict[tuple[int, int], Any]:
    from PIL.IptcImagePlugin import getiptcinfo

    return {key: value for key, value in (getiptcinfo(image) or {}).items() if value}


def _comments(image: ImageFile) -> Iterator[str]:
    """JPEG's comment and PNG's texts."""
    for key, value in image.info.items():
        if isinstance(value, str) or key == "comment":
            yield _text(value)


def _text(value: Any) -> str:
    """A field as text; Windows' fields are UTF-16, numbers are none."""
    if isinstance(value, list | tuple) and not all(isinstance(one, int) for one in value):
        return "\n\n".join(map(_text, value))
    if isinstance(value, bytes):
        wide = len(value) > 3 and value[1:4:2] == b"\0\0"
        return value[:100_000].decode("utf-16-le" if wide else "utf-8", errors="replace")
    return value[:100_000] if isinstance(value, str) else ""
