"""A picture in the sizes that the layout uses: the one way from an original to their bytes.

An original is never published: its metadata may tell where and by whom it was taken.
"""

from __future__ import annotations

import io
import math
from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING

from plugins.newsroom.likeness import likeness

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS = (480, 780, 1560)
"""Widths in pixels that the layout uses: a tile of a gallery; a text column, which is also a
phone's 390 px at double density; the column at double density, and a picture opened large."""

LIKENESS = 0.962
"""Of an original that a variant keeps: 0.95 by the paper's own window (bench/likeness.py)."""

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


def widest(original: Image) -> Image:
    """A picture just opened, as wide as it is published, upright, RGB or RGBA, of which all
    variants are made; it knows nothing but its colour profile.
    """
    small, profile = _coloured(_upright(original))
    small.info = {"icc_profile": profile} if profile else {}
    return small


def size(original: Image) -> tuple[int, int]:
    """Width and height as its camera was held."""
    sideways = original.getexif().get(_ORIENTATION) in _SIDEWAYS
    width, height = original.size
    return (height, width) if sideways else (width, height)


def made(picture: Image, suffix: str, width: int) -> bytes:
    """One width of what :func:`widest` returned, as light as :data:`LIKENESS` lets it be.

    ``suffix``: one of :data:`SUFFIXES`. JPEG shows white where the picture is transparent.
    """
    small = _resized(picture, width)
    coder = _jpeg if suffix == "jpg" else _webp
    return _lightest(small, coder, picture.info.get("icc_profile", b""))


def _upright(original: Image) -> Image:
    """The widest size, turned as its camera was held; in one of four modes."""
    from PIL import ImageOps  # slow to import, seldom needed

    whole = size(original)[0]
    width = widths(whole)[-1]
    rough = (math.ceil(edge * 2 * width / whole) for edge in original.size)
    original.draft(None, (next(rough), next(rough)))  # a large JPEG is not decoded whole
    return _resized(_plain(ImageOps.exif_transpose(original)), width)


def _resized(image: Image, width: int) -> Image:
    from PIL import Image

    height = max(round(image.height * width / image.width), 1)
    return image.resize((width, height), Image.Resampling.LANCZOS)


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


# -- coding ----------------------------------------------------------------------------------

_Coder = Callable[["Image", int, bytes], bytes]
"""Of a picture, a step and a colour profile."""

_STEPS = (20, 17, 15, 14, 13, 12, 11, 10, 9, 8)
"""From light to heavy. Coarser ones would show in skies, which SSIM does not see."""

_SAMPLE = 520
"""Pixels of an edge of what is judged of a picture wider than a text column."""

_QUALITIES = (70, 74, 78, 82, 84, 86, 87, 88, 90)


def _lightest(image: Image, coder: _Coder, profile: bytes) -> bytes:
    """By the first step that keeps the likeness of a picture's middle, sought by halves.

    What nothing keeps alive, as noise, gets the last.
    """
    steps, middle = _STEPS if coder is _jpeg else _QUALITIES, _middle(image)
    tried: dict[int, bytes] = {}

    def keeps(step: int) -> bool:
        from PIL import Image

        tried[step] = coder(middle, step, profile)
        with Image.open(io.BytesIO(tried[step])) as coded:
            return likeness(_on_white(middle), _on_white(coded)) >= LIKENESS

    step = steps[0]  # enough for most photographs
    if not keeps(step):
        step = steps[bisect_left(steps, True, lo=1, hi=len(steps) - 1, key=keeps)]
    is_whole = middle.size == image.size and step in tried
    return tried[step] if is_whole else coder(image, step, profile)


def _middle(image: Image) -> Image:
    """What is judged of a large picture, so that judging takes no longer than of a small one."""
    if image.width <= WIDTHS[1] and image.height <= WIDTHS[1]:
        return image
    side = WIDTHS[1] if image.width <= WIDTHS[1] else _SAMPLE
    left, top = (max((whole - side) // 2, 0) for whole in image.size)
    return image.crop((left, top, min(left + side, image.width), min(top + side, image.height)))


def _jpeg(image: Image, step: int, profile: bytes) -> bytes:
    """All that the eye sees in brightness is kept alike, what it sees less in colours is not.

    SSIM gains a tenth of the bytes by such a table over the usual one (ITU-T T.81, K.1). Slow
    changes are kept finer, which SSIM does not ask for, but skies and what is out of focus do.
    """
    out, kept = io.BytesIO(), {"icc_profile": profile} if profile else {}
    light = [round(step * share) for share in _FINER]
    colour = [round(step * share * of / 22) for share, of in zip(_FINER, _COLOURS, strict=True)]
    tables = {"qtables": [light, colour], "subsampling": "4:2:0"}
    _on_white(image).save(out, "JPEG", progressive=True, **tables, **kept)
    return out.getvalue()


_FINER = [min(0.5 + 0.25 * (v + u), 1) for v in range(8) for u in range(8)]

_COLOURS = (
    *(17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99),
    *(24, 26, 56, 99, 99, 99, 99, 99, 47, 66, *[99] * 38),
)
"""The usual table of colours, by rows (ITU-T T.81, K.2)."""


def _webp(image: Image, quality: int, profile: bytes) -> bytes:
    out, kept = io.BytesIO(), {"icc_profile": profile} if profile else {}
    image.save(out, "WEBP", quality=quality, method=4, **kept)
    return out.getvalue()
