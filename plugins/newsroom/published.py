"""Addresses of pictures' variants and of files to download, before any of them is made."""

from __future__ import annotations

from pathlib import PurePosixPath

from plugins.newsroom import variants
from plugins.newsroom.addresses import slug
from plugins.newsroom.originals import Original
from plugins.newsroom.prose import Picture


def picture(original: Original) -> Picture:
    """A picture's variants; none is wider than the original.

    >>> picture(Original("content/media/Rynek.png", "ab" * 16, 9, 1200, 800)).sources[0]
    ('/obrazy/rynek-abababab-480.jpg', 480)
    """
    main = variants.main(original.width)
    height = max(round(original.height * main / original.width), 1)
    plain, modern = _sources(original, "jpg"), _sources(original, "webp")
    return Picture(variant(original, main), main, height, plain, modern)


def _sources(original: Original, suffix: str) -> tuple[tuple[str, int], ...]:
    widths = variants.widths(original.width)
    return tuple((variant(original, width, suffix), width) for width in widths)


def variant(original: Original, width: int, suffix: str = "jpg") -> str:
    """The address of one variant; the digest makes it safe to cache for ever."""
    return f"/obrazy/{_stem(original)}-{original.digest[:8]}-{width}.{suffix}"


def download(original: Original) -> str:
    """The address of a file published as it is."""
    suffix = PurePosixPath(original.path).suffix.lower()
    return f"/pliki/{_stem(original)}-{original.digest[:8]}{suffix}"


def _stem(original: Original) -> str:
    return slug(PurePosixPath(original.path).stem) or "plik"
