"""How like two pictures are: SSIM (Wang, Bovik, Sheikh, Simoncelli 2004), of their brightness.

Measured in squares side by side instead of a window at every pixel, which costs some 20 ms for a
picture 780 pixels wide and says a hundredth more than the paper's window does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

SQUARE = 8
"""Pixels of a square's side: what JPEG codes as one."""

_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2

_Sums = Mapping[str, Any]


def likeness(one: Image, other: Image) -> float:
    """From -1 to 1, which is: the same. Both of one size, in a mode without transparency."""
    from PIL import Image, ImageMath  # slow to import, seldom needed

    x, y = (image.convert("L").convert("F") for image in (one, other))
    products: tuple[Callable[[_Sums], Any], ...] = (
        *(lambda of: of["x"] * of["x"], lambda of: of["y"] * of["y"]),
        lambda of: of["x"] * of["y"],
    )
    made = (ImageMath.lambda_eval(product, x=x, y=y) for product in products)
    means = map(partial(Image.Image.reduce, factor=SQUARE), (x, y, *made))
    squares = ImageMath.lambda_eval(
        _similarity, **dict(zip(("mx", "my", "xx", "yy", "xy"), means, strict=True))
    )
    mean: float = squares.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return mean


def _similarity(of: _Sums) -> Any:
    """Formula 13 of the paper, of means of brightness and of its products."""
    both, each = of["mx"] * of["my"], of["mx"] * of["mx"] + of["my"] * of["my"]
    shared, spread = of["xy"] - both, of["xx"] + of["yy"] - each
    return (2 * both + _C1) * (2 * shared + _C2) / ((each + _C1) * (spread + _C2))
