"""How far a long measurement is, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def counted(items: Sequence[Item], what: str) -> Iterator[Item]:
    """The items, with a bar on stderr that says how far they are and which is next."""
    for number, item in enumerate(items):
        done = 30 * number // len(items)
        bar = "█" * done + "·" * (30 - done)
        print(f"\r{bar} {number}/{len(items)} {what}: {item!s:.40}\x1b[K", end="", file=sys.stderr)
        yield item
    print(f"\r{'█' * 30} {len(items)}/{len(items)} {what}\x1b[K", file=sys.stderr)
