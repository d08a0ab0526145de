"""Pictures and files that an officer hands in, put beside the record under a safe name."""

from __future__ import annotations

import io
import warnings
from pathlib import Path, PurePosixPath

from plugins.desk.writing import files
from plugins.newsroom.spelling import slug

PICTURE_LIMIT = 20 * 1024 * 1024  # bytes
PIXEL_LIMIT = 50_000_000
FILE_LIMIT = 50 * 1024 * 1024  # bytes

_PICTURES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".svg"}

_STARTS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    **dict.fromkeys((".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp"), (b"PK\x03\x04",)),
    **dict.fromkeys((".csv", ".txt", ".vtt"), (b"",)),
    ".mp3": (b"ID3", b"\xff"),
    ".mp4": (b"\x00\x00\x00",),
    ".webm": (b"\x1a\x45\xdf\xa3",),
}
"""Files that may be handed in, and how they begin."""

ACCEPTED = ",".join((".jpg", ".jpeg", ".png", ".webp", *_STARTS))
"""What a browser offers to choose from."""


def kept(root: Path, folder: str, name: str, data: bytes) -> str:
    """Put a file into ``folder`` (from the project's); give its name there.

    The name is made a slug, the ending is that of what the file is; no file is ever replaced:
    the same bytes keep their name, others get a number. Raises ValueError in Polish.
    """
    stem = slug(PurePosixPath(name.replace("\\", "/")).stem)[:60].strip("-") or "plik"
    suffix = _suffix(name, data)
    for number in range(1, 100):
        wanted = f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
        place = root / folder / wanted
        try:
            files.create(place, data)
        except files.Taken:
            if place.is_file() and not place.is_symlink() and place.read_bytes() == data:
                return wanted
        else:
            return wanted
    raise ValueError(f"plików „{stem}” jest tu za dużo – zmień nazwę pliku")


def is_picture(name: str) -> bool:
    """Whether a file's name is a picture's."""
    return PurePosixPath(name).suffix.lower() in _SUFFIXES


def _suffix(name: str, data: bytes) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    if not data:
        raise ValueError("plik jest pusty – wybierz inny")
    if suffix in _SUFFIXES:
        return _picture(data)
    if suffix not in _STARTS:
        allowed = ", ".join(one.removeprefix(".").upper() for one in _STARTS)
        raise ValueError(f"plików „{suffix or name[:40]}” tu nie przyjmujemy – użyj: {allowed}")
    if len(data) > FILE_LIMIT:
        raise ValueError(f"plik ma ponad {FILE_LIMIT // 2**20} MB – zmniejsz go albo podaj „link”")
    if not data.startswith(_STARTS[suffix]):
        raise ValueError(
            f"to nie jest plik {suffix[1:].upper()}, choć tak się nazywa – zapisz go ponownie"
        )
    return suffix


def _picture(data: bytes) -> str:
    """The ending of a picture's true format."""
    from PIL import Image, UnidentifiedImageError  # slow to import, seldom needed

    if len(data) > PICTURE_LIMIT:
        raise ValueError(f"zdjęcie ma ponad {PICTURE_LIMIT // 2**20} MB – zmniejsz je")
    large = f"zdjęcie ma ponad {PIXEL_LIMIT // 1_000_000} mln pikseli – zmniejsz je"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=tuple(_PICTURES)) as image:
                if image.width * image.height > PIXEL_LIMIT:
                    raise ValueError(large)
                image.load()
                return _PICTURES[str(image.format)]
    except UnidentifiedImageError:
        raise ValueError(
            "to nie jest obraz JPEG, PNG ani WebP – zapisz go w jednym z nich"
        ) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValueError(large) from None
    except (OSError, SyntaxError, EOFError):
        raise ValueError("obraz jest uszkodzony – zapisz go ponownie") from None
