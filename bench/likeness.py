"""How heavy and how like variants of photographs are: ``-m bench.likeness FOLDER``.

The promise: 780 pixels wide, SSIM of 0.95 and more in 90 kB at most. Judged by
:mod:`tests.ssim`, which knows nothing of how the variants were chosen.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

from plugins.newsroom import variants
from tests.ssim import ssim


def main() -> None:
    """A line for each photograph in a folder and in those below it."""
    for path in sorted(Path(sys.argv[1]).rglob("*.jp*g")):
        with Image.open(path) as original:
            widest = variants.widest(original)
        for width in variants.widths(widest.width):
            print(path.name, width, *(_judged(widest, one, width) for one in variants.SUFFIXES))


def _judged(widest: Image.Image, suffix: str, width: int) -> str:
    data = variants.made(widest, suffix, width)
    height = round(widest.height * width / widest.width)
    plain = widest.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    with Image.open(io.BytesIO(data)) as made:
        return f"{suffix} {len(data) / 1000:.0f} kB {ssim(plain, made.convert('RGB')):.3f}"


if __name__ == "__main__":
    main()
