"""How a run ends, told to whoever started it."""

from __future__ import annotations

import time
from typing import NamedTuple

from plugins.publisher.warned import Warned


class Ending(NamedTuple):
    """How many places the site has, how many files were written and removed, what waits."""

    whole: int
    written: int = 0
    removed: int = 0
    waiting: str = ""


def tell(began: float, warned: Warned, end: Ending) -> None:
    """The true closing line, after the warnings; ``began``: on the monotonic clock."""
    print(warned.lines, end="")
    seconds = f"{time.monotonic() - began:.2f}".replace(".", ",")
    print(
        f"Gotowe w {seconds} s. Na stronie: {end.whole}, "
        f"zapisane: {end.written}, usunięte: {end.removed} (pliki)."
    )
    if end.waiting:
        print(f"Poza stroną: {end.waiting}.")
