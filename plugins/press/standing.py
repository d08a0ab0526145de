"""What stands in the output folder, found in one walk that follows no link."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.press.digest import of_bytes

if TYPE_CHECKING:  # what only looks needs no SQLite
    from plugins.press.store import Known

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds."""


class Standing(NamedTuple):
    """Paths relative to the folder; what is no plain file (a link, a pipe) has no stamp."""

    files: dict[str, Stamp | None]
    folders: set[str]


def scan(folder: Path) -> Standing:
    """Everything in ``folder``; nothing if it does not exist."""
    standing = Standing({}, set())
    if folder.is_dir():
        _walk(str(folder), "", standing)
    return standing


def _walk(folder: str, prefix: str, standing: Standing) -> None:
    files, folders = standing
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False) and not (_ON_WINDOWS and _is_junction(entry)):
                folders.add(path)
                _walk(entry.path, f"{path}/", standing)
            else:
                files[path] = stamp(entry.stat(follow_symlinks=False))


_ON_WINDOWS = os.name == "nt"


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether a folder is a link of Windows' own kind."""
    return bool(getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0))


def stamp(status: os.stat_result) -> Stamp | None:
    """The stamp of a plain file."""
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


def stands(known: Mapping[str, Known], standing: Standing) -> bool:
    """Whether a folder holds the files that are known, as they were left, and nothing else."""
    return files_of(known) == standing.files


def files_of(known: Mapping[str, Known]) -> dict[str, Stamp]:
    """What is known of files alone: a bundle is none."""
    return {path: row[1:3] for path, row in known.items() if not path.endswith("/")}


def unmoved(known: Mapping[str, Known], folder: Path) -> bool:
    """Whether these files at least are as they were left."""
    try:
        return all(stamp((folder / p).lstat()) == left for p, left in files_of(known).items())
    except OSError:
        return False


def restored(
    known: Mapping[str, Known], standing: Mapping[str, Stamp | None], output: Path
) -> Iterator[tuple[str, Known]]:
    """Outputs of another time but the same bytes, as after a cache was restored, with that time."""
    for path, row in known.items():
        found = standing.get(path)
        if (
            found
            and found != row[1:3]
            and found[0] == row.size
            and of_bytes((output / path).read_bytes()) == row.digest
        ):
            yield path, row._replace(mtime_ns=found[1])


def parents(paths: Iterable[str]) -> set[str]:
    """Every folder above these paths.

    >>> sorted(parents(["a/b/index.html", "robots.txt"]))
    ['a', 'a/b']
    """
    found: set[str] = set()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return found


def extra(standing: Standing, planned: Set[str]) -> Standing:
    """What stands but is not planned: files, and folders in which nothing is planned."""
    files = {path: standing.files[path] for path in standing.files.keys() - planned}
    return Standing(files, standing.folders - parents(planned))


def in_the_way(extra: Standing, planned: Set[str]) -> bool:
    """Whether what is not planned must go before the planned files can be put in place.

    That is: a file where a folder must be, a folder where a file must be, or a name that some
    file systems take for a planned one.
    """
    if not (extra.files or extra.folders):
        return False
    names = {_folded(path) for path in planned | parents(planned)}
    return any(_folded(path) in names for path in extra.files.keys() | extra.folders)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def clear(folder: Path, extra: Standing) -> None:
    """Delete files, then folders, which must be empty by then, the deepest first."""
    for path in sorted(extra.files):
        (folder / path).unlink(missing_ok=True)
    for path in sorted(extra.folders, reverse=True):
        (folder / path).rmdir()


@contextmanager
def cleared(folder: Path, extra: Standing, planned: Set[str]) -> Iterator[None]:
    """Delete what is not planned: after the block, or before it if it stands in the way."""
    early = in_the_way(extra, planned)
    if early:
        clear(folder, extra)
    yield
    if not early:
        clear(folder, extra)
