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


_SEALS = Notes("seal", "2", Seal)


def settled(store: Store, site: str, folder: Path) -> Seal | None:
    """The seal of a site's folder that holds the files that are known, as left, and no others.

    None: it does not. Their times may be others, as after a cache was restored; then these are
    remembered. Under the lock.
    """
    seal = _SEALS.read(store, site)
    if seal and _holds(seal, str(folder)):
        return seal
    known, standing = store.outputs(site), scan(folder)
    if not stands(known, standing):
        moved = dict(restored(known, standing.files, folder))
        if not (moved and stands(known | moved, standing)):
            return None
        store.put_outputs(site, moved)
    files = {path: left for path, left in standing.files.items() if left}
    return _written(store, site, files, _times(folder, {"", *standing.folders}))


def renewed(
    store: Store, site: str, folder: Path, seal: Seal, gone: Set[str], came: Mapping[str, Stamp]
) -> None:
    """Seal a folder anew in which a run has written these files, or taken them away."""
    files = {path: left for path, left in seal.files.items() if path not in gone} | {**came}
    touched = {"", *parents(gone | came.keys())}
    kept = {path: both for path, both in seal.folders.items() if path not in touched}
    _written(store, site, files, kept | _times(folder, touched))


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


def _written(store: Store, site: str, files: dict[str, Stamp], folders: dict[str, Stamp]) -> Seal:
    late = lock.began(store.path.parent) - COARSE
    young = {path for path, both in folders.items() if max(both) > late}
    seal = Seal(files, folders, _inside(young, [*files, *folders]))
    _SEALS.write(store, site, seal)
    return seal
