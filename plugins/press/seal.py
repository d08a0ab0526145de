"""How a site's folder was left, so that one need not walk through it to tell that it still is.

A folder's times move when a name in it is made, replaced or taken away. Where they stand, only
the files that are known need to be asked, and nothing is read of the store but this.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

import msgspec

from plugins.press import lock
from plugins.press.notes import Notes
from plugins.press.standing import Stamp, parents, restored, scan, stamp, stands
from plugins.press.store import Store

COARSE = 2_000_000_000
"""Nanoseconds within which a file system may give two changes one time (FAT: two seconds)."""


class Seal(msgspec.Struct, frozen=True):
    """Paths below the site's folder, which is the empty one; of folders both times of change.

    ``young``: folders that changed so late that one more change may have the same time, and the
    names that belong in them.
    """

    files: dict[str, Stamp]
    folders: dict[str, Stamp]
    young: dict[str, set[str]]


_SEALS = Notes("seal", "1", Seal)


def settled(store: Store, site: str, folder: Path) -> bool:
    """Whether a site's folder holds the files that are known, as they were left, and no others.

    Their times may be others, as after a cache was restored; then these are remembered. Under
    the lock.
    """
    seal = _SEALS.read(store, site)
    if seal and _holds(seal, str(folder)):
        return True
    known, standing = store.outputs(site), scan(folder)
    if not stands(known, standing):
        moved = dict(restored(known, standing.files, folder))
        if not (moved and stands(known | moved, standing)):
            return False
        store.put_outputs(site, moved)
    files = {path: left for path, left in standing.files.items() if left}
    _write(store, site, files, _times(folder, {"", *standing.folders}))
    return True


def written(
    store: Store, site: str, folder: Path, gone: Set[str], came: Mapping[str, Stamp]
) -> None:
    """Renew the seal of a folder in which a run has written these files, or taken them away."""
    seal = _SEALS.read(store, site)
    if seal:
        files = {path: left for path, left in seal.files.items() if path not in gone} | {**came}
        touched = {"", *parents(gone | came.keys())}
        kept = {path: both for path, both in seal.folders.items() if path not in touched}
        _write(store, site, files, kept | _times(folder, touched))


def _holds(seal: Seal, folder: str) -> bool:
    try:
        return (
            all(stamp(os.lstat(f"{folder}/{path}")) == left for path, left in seal.files.items())
            and _times(Path(folder), seal.folders.keys()) == seal.folders
            and all(_names(Path(folder, path)) == names for path, names in seal.young.items())
        )
    except OSError:
        return False


def _times(folder: Path, paths: Set[str]) -> dict[str, Stamp]:
    """Of the folders that are there."""
    found: dict[str, Stamp] = {}
    for path in paths:
        try:
            status = os.lstat(f"{folder}/{path}")
        except FileNotFoundError:
            continue
        found[path] = (status.st_mtime_ns, status.st_ctime_ns)
    return found


def _names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def _inside(folders: Set[str], paths: Iterable[str]) -> dict[str, set[str]]:
    """The names that belong in each of these folders: what else lies there, came meanwhile."""
    names: dict[str, set[str]] = {path: set() for path in folders}
    for path in paths:
        parent, _, name = path.rpartition("/")
        if parent in names and name:
            names[parent].add(name)
    return names


def _write(store: Store, site: str, files: dict[str, Stamp], folders: dict[str, Stamp]) -> None:
    late = lock.began(store.path.parent) - COARSE
    young = {path for path, both in folders.items() if max(both) > late}
    _SEALS.write(store, site, Seal(files, folders, _inside(young, [*files, *folders])))
