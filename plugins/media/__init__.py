"""Pictures in the sizes that the layout uses, and files to download.

An original picture is never published: its metadata may tell where and by whom it was taken.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins import signals
from plugins.newsroom import published, variants
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.originals import Original
from plugins.outputs import File, Later, Output, Tools

if TYPE_CHECKING:
    from PIL.Image import Image


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


@dataclass(frozen=True, slots=True)
class Variant:
    """One size of a picture: ``suffix`` tells the format, ``width`` is in pixels."""

    file: File
    suffix: str
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
    for suffix in variants.SUFFIXES:
        for width in variants.widths(original.width):
            path = published.variant(original, width, suffix).lstrip("/")
            later = Later(Variant, _file(original), suffix, width)
            yield Output(path, resized, later, source=original.path)


def _file(original: Original) -> File:
    return File(original.path, original.digest)


def copied(view: Download, tools: Tools) -> bytes:
    """The file's own bytes."""
    return tools.file(view.file)


def resized(view: Variant, tools: Tools) -> bytes:
    """One size of a picture in one format."""
    return variants.made(_widest(view.file, tools), view.suffix, view.width)


_held: dict[str, Image] = {}
"""The last original of this process, by digest: one variant comes after the other, and to read
the pixels of 12 million takes as long as to write the variant."""


def _widest(file: File, tools: Tools) -> Image:
    from PIL import Image  # slow to import, seldom needed

    if file.digest not in _held:
        _held.clear()
        with Image.open(io.BytesIO(tools.file(file))) as original:
            _held[file.digest] = variants.widest(original)
    return _held[file.digest]
