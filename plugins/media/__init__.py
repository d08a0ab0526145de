"""Pictures in the sizes that the layout uses, and files to download.

An original picture is never published: its metadata may tell where and by whom it was taken.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from plugins import signals
from plugins.newsroom import published
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.originals import Original
from plugins.outputs import File, Later, Output, Tools

QUALITY = 78
"""WebP quality at which the sample's drawings and photographs show no artefacts."""


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


@dataclass(frozen=True, slots=True)
class Variant:
    """One size of a picture; ``width`` in pixels."""

    file: File
    width: int


@dataclass(frozen=True, slots=True)
class Download:
    """A file published byte for byte."""

    file: File


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """Every variant and download that a visible record names, once."""
    del assets
    for original in catalogue.published_originals():
        if original.width:
            yield from _variants(original)
        else:
            path = published.download(original).lstrip("/")
            yield Output(path, copied, Later(Download, _file(original)), source=original.path)


def _variants(original: Original) -> Iterator[Output]:
    for address, width in published.picture(original).sources:
        later = Later(Variant, _file(original), width)
        yield Output(address.lstrip("/"), resized, later, source=original.path)


def _file(original: Original) -> File:
    return File(original.path, original.digest)


def copied(view: Download, tools: Tools) -> bytes:
    """The file's own bytes."""
    return tools.file(view.file)


def resized(view: Variant, tools: Tools) -> bytes:
    """A WebP of one width, upright, without metadata but its colour profile."""
    from PIL import Image, ImageOps  # slow to import, seldom needed

    with Image.open(io.BytesIO(tools.file(view.file))) as original:
        upright = ImageOps.exif_transpose(original)
        plain = original.mode in ("RGB", "RGBA", "L", "LA", "P")
        profile = original.info.get("icc_profile") if plain else None
    if upright.mode.startswith("I"):  # 16 bits of grey, as scanners save
        upright = upright.point(lambda grey: grey / 256).convert("L")
    height = round(upright.height * view.width / upright.width)
    mode = "RGBA" if "A" in upright.mode or "transparency" in upright.info else "RGB"
    small = upright.convert(mode).resize((view.width, max(height, 1)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(
        out, "WEBP", quality=QUALITY, method=4, **({"icc_profile": profile} if profile else {})
    )
    return out.getvalue()
