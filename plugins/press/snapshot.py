"""What a build reads, file by file: stamps that tell whether it changed, digests that decide.

Taken before anything is read: what changes meanwhile has another stamp the next time.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.press.digest import of_bytes
from plugins.stamps import is_text, stamp

Stamps = dict[str, str]
"""Path, below the name of its tree, → stamp."""

_PASSED_OVER = re.compile(r"~$|^\.#|^\.~|\.sw[a-z]$|\.py[co]$|^__pycache__$")
"""What editors and Python leave beside the files; no record can name one."""


class Seen(NamedTuple):
    """A file as it was read."""

    stamp: str
    digest: str


def taken(trees: Mapping[str, Path]) -> Stamps | None:
    """The stamps of all files; None if one is no plain file: what a link leads to has no stamp."""
    try:
        found: Stamps = {}
        for name, tree in trees.items():
            _walk(str(tree), name, found)
        return found
    except (OSError, _NotPlainError):
        return None  # a whole build tells what is wrong


class _NotPlainError(Exception):
    """A link, a pipe: something that a stamp says nothing of; a name that nothing can note."""


def _walk(folder: str, path: str, found: Stamps) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if _PASSED_OVER.search(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                _walk(entry.path, f"{path}/{entry.name}", found)
            elif entry.is_file(follow_symlinks=False) and is_text(entry.name):
                found[f"{path}/{entry.name}"] = stamp(entry.stat(follow_symlinks=False))
            else:
                raise _NotPlainError(entry.path)


def file_of(trees: Mapping[str, Path], path: str) -> Path:
    """Where a file of a snapshot lies."""
    name, _, inner = path.partition("/")
    return trees[name] / inner


def seen(
    trees: Mapping[str, Path], stamps: Stamps, before: Mapping[str, Seen], read: Mapping[str, str]
) -> dict[str, Seen] | None:
    """Every file with the digest of what was read of it; None if one changed since its stamp.

    ``before``: what an earlier build saw; ``read``: digests that are known of this one.
    """
    found: dict[str, Seen] = {}
    for path, now in stamps.items():
        was = before.get(path)
        known = was.digest if was and was.stamp == now else read.get(path)
        digest = known or _steady(file_of(trees, path), now)
        if not digest:
            return None
        found[path] = Seen(now, digest)
    return found


def _steady(file: Path, before: str) -> str:
    """The digest of a file, if it is as it was when its stamp was taken; else empty."""
    try:
        digest = of_bytes(file.read_bytes())
        return digest if stamp(file.stat()) == before else ""
    except OSError:
        return ""


def changed(
    trees: Mapping[str, Path], stamps: Stamps, before: Mapping[str, Seen]
) -> tuple[list[str], dict[str, Seen]]:
    """Paths whose bytes are not what they were, and files of which only the stamp is new.

    Both have the same paths, or everything has changed that is in one only.
    """
    if stamps.keys() != before.keys():
        return sorted(stamps.keys() ^ before.keys()), {}
    moved = [path for path, now in stamps.items() if before[path].stamp != now]
    restamped, other = {}, []
    for path in moved:
        if of_bytes(file_of(trees, path).read_bytes()) == before[path].digest:
            restamped[path] = before[path]._replace(stamp=stamps[path])
        else:
            other.append(path)
    return other, restamped


def installed(places: Iterable[str]) -> str:
    """A digest of the names, with versions, of all libraries in the folders of a path."""
    names = sorted(name for place in places for name in _libraries(place))
    return of_bytes("\n".join(names).encode("utf-8", "surrogateescape"))


def _libraries(place: str) -> Iterator[str]:
    try:
        yield from (one.name for one in Path(place).iterdir() if one.suffix == ".dist-info")
    except OSError:
        return  # on the path stand archives, and folders that are not there
