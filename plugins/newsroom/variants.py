"""A picture in the sizes that the layout uses: the one way from an original to their bytes.

An original is never published: its metadata may tell where and by whom it was taken.
"""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS = (480, 780, 1560)
"""Widths in pixels that the layout uses: a tile of a gallery; a text column, which is also a
phone's 390 px at double density; the column at double density, and a picture opened large."""

QUALITY = {"WEBP": 78, "JPEG": 80}
"""At which a photograph 780 px wide keeps 0.95 of its likeness (SSIM, of brightness) and more."""

SUFFIXES = ("webp", "jpg")
"""Of the formats. JPEG is for what may know no WebP: mail, readers of feeds, old browsers."""

MEDIA_TYPE = "image/jpeg"
"""Of the variant that stands for all."""

PROFILE_LIMIT = 4096
"""Bytes of a colour profile that is kept. Those of cameras, phones and editors are smaller;
larger ones belong to printing presses and scanners, and would weigh more than the picture."""

EDGE_LIMIT = 16_383
"""Pixels of an edge: what WebP can hold."""

_ORIENTATION, _SIDEWAYS = 0x0112, (5, 6, 7, 8)


def widths(whole: int) -> tuple[int, ...]:
    """The widths that an original of this width is published in; none is wider than itself.

    >>> widths(1200), widths(300)
    ((480, 780, 1200), (300,))
    """
    narrower = [width for width in WIDTHS if width < whole]
    return tuple(dict.fromkeys([*narrower, min(whole, WIDTHS[-1])]))


def main(whole: int) -> int:
    """The width that stands for all: what feeds and shared links show.

    >>> main(1200), main(300)
    (780, 300)
    """
    return next((width for width in widths(whole) if width >= WIDTHS[1]), widths(whole)[-1])


def made(original: Image, suffix: str, width: int) -> bytes:
    """A picture just opened, of one width, upright, without metadata but its colour profile.

    ``suffix``: one of :data:`SUFFIXES`. JPEG shows white where the picture is transparent.
    """
    small, profile = _coloured(_upright(original, width))
    out, name = io.BytesIO(), "JPEG" if suffix == "jpg" else "WEBP"
    small.info.clear()  # or Pillow writes a comment into the JPEG again
    kept = {"icc_profile": profile} if profile else {}
    if name == "JPEG":
        _on_white(small).save(out, name, quality=QUALITY[name], progressive=True, **kept)
    else:
        small.save(out, name, quality=QUALITY[name], method=4, **kept)
    return out.getvalue()


def _upright(original: Image, width: int) -> Image:
    """A size of a picture, turned as its camera was held; in one of four modes."""
    from PIL import Image, ImageOps  # slow to import, seldom needed

    sideways = original.getexif().get(_ORIENTATION) in _SIDEWAYS
    share = 2 * width / (original.height if sideways else original.width)
    rough = math.ceil(original.width * share), math.ceil(original.height * share)
    original.draft(None, rough)  # a large JPEG is decoded no larger than it must be
    upright = _plain(ImageOps.exif_transpose(original))
    height = max(round(upright.height * width / upright.width), 1)
    return upright.resize((width, height), Image.Resampling.LANCZOS)


def _plain(image: Image) -> Image:
    """In a mode that can be resized well: L, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):  # 16 bits of grey, as scanners save
        return image.point(lambda grey: grey / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _coloured(image: Image) -> tuple[Image, bytes]:
    """A picture in RGB or RGBA, and the profile by which its numbers are colours.

    A profile that is not for RGB, or a large one, is worked into the colours; a broken one or
    one for another sort of picture is dropped. What has no profile is taken for sRGB.
    """
    from PIL import ImageCms  # slow to import, seldom needed

    profile, mode = image.info.get("icc_profile") or b"", image.mode
    rgb = "RGBA" if mode == "RGBA" else "RGB"
    try:
        read = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if profile else None
        space = read.profile.xcolor_space.strip() if read else ""
        if space != {"L": "GRAY", "CMYK": "CMYK"}.get(mode, "RGB"):
            return image.convert(rgb), b""
        if space == "RGB" and len(profile) <= PROFILE_LIMIT:
            return image, profile
        assert read is not None
        screen = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(image, read, screen, outputMode=rgb)
        return turned or image.convert(rgb), b""
    except (ImageCms.PyCMSError, OSError):
        return image.convert(rgb), b""


def _on_white(image: Image) -> Image:
    from PIL import Image

    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper
