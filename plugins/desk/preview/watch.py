"""Notices that a source of the site was saved."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("content", "theme", "plugins")
FILES = ("pelicanconf.py", "publishconf.py")
QUIET = 20  # ms without a change after which a save is over; a slower one is built twice
GATHERED = 300  # ms at most over which the changes of one save are gathered
PULSE = 200  # ms after which a watch without changes says that it is there


@contextlib.contextmanager
def watching(root: Path) -> Iterator[threading.Event]:
    """An event that is set by every change from the moment this is entered."""
    changed, ended = threading.Event(), threading.Event()
    folders = [root / name for name in FOLDERS if (root / name).is_dir()]
    watches = [_start(folders, (), changed, ended)] if folders else []
    # A single file cannot be watched: editors replace it. So its folder is, not deeper.
    watches.append(_start([root], FILES, changed, ended))
    for ready in watches:
        ready.wait()
    try:
        yield changed
    finally:
        ended.set()


def _start(
    places: list[Path], names: tuple[str, ...], changed: threading.Event, ended: threading.Event
) -> threading.Event:
    """Watch in a thread; the event returned is set once changes are being noticed."""
    ready = threading.Event()
    thread = threading.Thread(
        target=_watch, args=(places, names, changed, ended, ready), daemon=True
    )
    thread.start()
    return ready


def _watch(
    places: list[Path],
    names: tuple[str, ...],
    changed: threading.Event,
    ended: threading.Event,
    ready: threading.Event,
) -> None:
    from watchfiles import watch  # only in the environment, and only ``serve`` needs it

    for changes in watch(
        *places,
        stop_event=ended,
        debounce=GATHERED,
        step=QUIET,
        rust_timeout=PULSE,
        yield_on_timeout=True,
        recursive=not names,
    ):
        ready.set()
        if any(not names or Path(path).name in names for _, path in changes):
            changed.set()
