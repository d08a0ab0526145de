"""An edition made as files in a folder that no reader sees yet."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.desk.deploy import plan
from plugins.desk.deploy.plan import MANIFEST, WWW, Kept, Manifest, Tree
from plugins.desk.deploy.squeezed import CODINGS, twins
from plugins.press.digest import of_bytes
from plugins.press.staging import FOLDER_MODE, make_folder, write
from plugins.press.standing import parents
from plugins.problems import Problem, Problems

Progress = Callable[[int, int], None]
"""``progress(done, total)``, in files."""


class Earlier(NamedTuple):
    """An edition on this disk, whose unchanged files are linked to instead of written."""

    folder: Path
    manifest: Manifest


class Begun(NamedTuple):
    """What stands of an edition already: twins of files that do, files that do not, folders."""

    twins: dict[str, Kept]
    waiting: list[str]
    folders: set[str]


def prepare(
    tree: Tree,
    manifest: Manifest,
    folder: Path,
    earlier: Earlier | None,
    begun: Begun | None = None,
    *,
    is_compressed: bool,
) -> Manifest:
    """Write the edition, with its manifest last; give the manifest as written, with twins.

    ``folder`` must not exist yet, or hold just what is ``begun``. Raises :class:`Problems` if a
    file is no longer what it was when the manifest was made.
    """
    if begun is None:
        make_folder(folder)
        begun = Begun({}, list(tree), set())
    _make_folders(folder, parents(tree) - begun.folders)
    linked, waiting = _linked(begun.waiting, manifest, folder, earlier)
    made = begun.twins | linked
    one = partial(_written, tree, manifest, folder, is_compressed)
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # compressing lets go of the interpreter
        made |= dict(pair for pairs in threads.map(one, waiting) for pair in pairs)
    whole = replace(manifest, twins=dict(sorted(made.items())))
    write(folder / MANIFEST, plan.written(whole))
    return whole


def _make_folders(folder: Path, paths: Set[str]) -> None:
    """Folders that are not there, each after the one that holds it; one call of the disk each."""
    start = f"{folder}/"
    for path in sorted(paths):
        os.mkdir(start + path)  # noqa: PTH102 – thousands of them: a Path takes longer than the disk
        os.chmod(start + path, FOLDER_MODE)  # noqa: PTH101


def _linked(
    paths: list[str], manifest: Manifest, folder: Path, earlier: Earlier | None
) -> tuple[dict[str, Kept], list[str]]:
    """Link what has not changed; the twins that came along, and the files that must be written."""
    if earlier is None:
        return {}, paths
    before, source, target = earlier.manifest, f"{earlier.folder}/", f"{folder}/"
    made: dict[str, Kept] = {}
    waiting = []
    for path in paths:
        files = with_twins(path, manifest.files[path], before)
        same = before.files.get(path) == manifest.files[path]
        if same and all(is_intact(_status(source + name), files[name]) for name in files):
            for name in files:
                os.link(source + name, target + name)
            made |= {name: kept for name, kept in files.items() if name != path}
        else:
            waiting.append(path)
    return made, waiting


def with_twins(path: str, kept: Kept, of: Manifest) -> dict[str, Kept]:
    """A file and the twins that an edition has of it."""
    twins = {path + end: of.twins[path + end] for end in CODINGS if path + end in of.twins}
    return {path: kept, **twins}


def _status(file: str) -> os.stat_result | None:
    try:
        return os.lstat(file)
    except FileNotFoundError:
        return None


def is_intact(found: os.stat_result | None, kept: Kept) -> bool:
    """Whether a file has the size, the time and the rights that it was given.

    40,000 are not read anew.
    """
    if found is None:
        return False
    is_open = stat.S_ISREG(found.st_mode) and found.st_mode & _READABLE == _READABLE
    return is_open and (found.st_size, found.st_mtime) == (kept.size, kept.since)


_READABLE = 0o444


def _written(
    tree: Tree, manifest: Manifest, folder: Path, is_compressed: bool, path: str
) -> list[tuple[str, Kept]]:
    """One file and its twins in place; the twins' entries for the manifest."""
    kept = manifest.files[path]
    data = plan.bytes_of(tree[path])
    if of_bytes(data) != kept.digest:
        raise Problems([Problem(path.removeprefix(WWW), 0, "", _CHANGED)])
    _write(folder / path, data, kept.since)
    compressed = twins(path, data) if is_compressed and path.startswith(WWW) else {}
    return [_twin(folder, path + ending, twin, kept.since) for ending, twin in compressed.items()]


_CHANGED = "plik zmienił się w trakcie publikacji – uruchom ją jeszcze raz"


def _twin(folder: Path, path: str, data: bytes, since: int) -> tuple[str, Kept]:
    _write(folder / path, data, since)
    return path, Kept(of_bytes(data), len(data), since)


def _write(file: Path, data: bytes, since: int) -> None:
    write(file, data)
    os.utime(file, (since, since))
