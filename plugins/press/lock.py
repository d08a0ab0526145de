"""One build at a time: the second waits, then says who is building."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from plugins.problems import Problem, Problems

WAIT = 60.0
"""Seconds that a build waits for another one to end."""

HOLDER = "lock.holder"
"""Says who holds the lock; not the lock itself, which who waits empties."""


@contextmanager
def held(folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of the store's ``folder``; may be taken again inside, by the same thread.

    Raises :class:`Problems` that name the holder when ``wait`` seconds were not enough. The
    system lets go of a lock whose process died.
    """
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / HOLDER
    try:
        with FileLock(folder / "lock", is_singleton=True).acquire(timeout=wait):
            holder.write_text(f"{os.getpid()} {platform.node()}", encoding="utf-8")
            yield
    except Timeout as error:
        raise Problems([Problem(folder.name, 0, "", _taken(holder))]) from error


def began(folder: Path) -> int:
    """When the lock was last taken, in nanoseconds by the clock of the disk; 0: never."""
    try:
        return (folder / HOLDER).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _taken(holder: Path) -> str:
    pid, _, host = _written(holder).partition(" ")
    return f"witrynę buduje teraz proces {pid} na komputerze {host} – poczekaj, aż skończy"


def _written(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8")
    except OSError:
        return "(nieznany) (nieznanym)"
