"""A picture in the sizes that the layout uses: the one way from an original to their bytes.

An original is never published: its metadata may tell where and by whom it was taken.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS = (480, 960, 1600)
"""Widths in pixels that the layout uses: a phone, a text column, a wide or dense screen."""

QUALITY = 78
"""WebP quality at which the sample's drawings and photographs show no artefacts."""

MEDIA_TYPE = "image/webp"


def widths(whole: int) -> tuple[int, ...]:
    """The widths that an original of this width is published in; none is wider than itself.

    >>> widths(1200), widths(300)
    ((480, 960, 1200), (300,))
    """
    narrower = [width for width in WIDTHS if width < whole]
    return tuple(dict.fromkeys([*narrower, min(whole, WIDTHS[-1])]))


def main(whole: int) -> int:
    """The width that stands for all: what feeds and shared links show.

    >>> main(1200), main(300)
    (960, 300)
    """
    return next((width for width in widths(whole) if width >= WIDTHS[1]), widths(whole)[-1])


def webp(original: Image, width: int) -> bytes:
    """A WebP of one width, upright, without metadata but its colour profile."""
    from PIL import Image, ImageOps  # slow to import, seldom needed

    upright = ImageOps.exif_transpose(original)
    plain = original.mode in ("RGB", "RGBA", "L", "LA", "P")
    profile = original.info.get("icc_profile") if plain else None
    if upright.mode.startswith("I"):  # 16 bits of grey, as scanners save
        upright = upright.point(lambda grey: grey / 256).convert("L")
    height = round(upright.height * width / upright.width)
    mode = "RGBA" if "A" in upright.mode or "transparency" in upright.info else "RGB"
    small = upright.convert(mode).resize((width, max(height, 1)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(
        out, "WEBP", quality=QUALITY, method=4, **({"icc_profile": profile} if profile else {})
    )
    return out.getvalue()
