"""What the last check found: it stands while no file, no commit and no day has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from plugins.desk import git
from plugins.desk.memory import CONTENT, shelves
from plugins.desk.reporting import Findings
from plugins.press.digest import of_bytes
from plugins.press.store import Row
from plugins.problems import Problems
from plugins.stamps import stamp

if TYPE_CHECKING:
    from plugins.desk.looking import Look

_PATH = "check"


class Kept(msgspec.Struct):
    """A verdict, and the moments (UTC) from which and before which it is true."""

    since: datetime
    until: datetime
    found: Findings


def recalled(root: Path, stamp: str, now: datetime) -> Findings | None:
    """What the last check found, if the same check would find it again."""
    try:
        with shelves(root, "verdict") as (shelf,):
            row = shelf.rows.get(_PATH)
    except Problems:
        return None
    if row is None or row.stamp != stamp:
        return None
    kept = msgspec.msgpack.decode(row.value, type=Kept)
    return kept.found if kept.since <= now < kept.until else None


def remember(root: Path, stamp: str, seen: Look, found: Findings) -> None:
    """Keep a verdict; ``stamp`` was taken before the files were read."""
    from plugins.newsroom.turning import steady  # slow to load, and seldom needed

    steadily = steady(seen.holdings)
    kept = Kept(steadily.since, steadily.until, found)
    try:
        with shelves(root, "verdict") as (shelf,):
            shelf.save({_PATH: Row(stamp, "", msgspec.msgpack.encode(kept))})
    except Problems:
        return  # the next check looks again; why nothing can be written, a build will tell


def stamp_of(root: Path) -> str:
    """Of all that a check reads but the clock: names and stamps of files, and the commit."""
    files = "\n".join(_stamps(str(root / CONTENT)))
    return of_bytes(f"{git.head(root)}\n{files}".encode("utf-8", "surrogateescape"))


def _stamps(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda one: one.name)
    except OSError:
        return  # what cannot be read, a look tells
    for entry in entries:
        with suppress(FileNotFoundError):  # deleted while we looked: as if it had never been there
            yield f"{entry.path} {stamp(entry.stat(follow_symlinks=False))}"
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(entry.path)
