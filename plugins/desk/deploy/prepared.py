"""An edition made as files in a folder that no reader sees yet."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.desk.deploy import plan
from plugins.desk.deploy.plan import MANIFEST, WWW, Item, Kept, Manifest, Tree
from plugins.desk.deploy.squeezed import CODINGS, twins
from plugins.press.staging import make_folder, write
from plugins.problems import Problem, Problems

Progress = Callable[[int, int], None]
"""``progress(done, total)``, in files."""


class Earlier(NamedTuple):
    """An edition on this disk, whose unchanged files are linked to instead of written."""

    folder: Path
    manifest: Manifest


def prepare(
    tree: Tree,
    manifest: Manifest,
    folder: Path,
    earlier: Earlier | None,
    *,
    is_compressed: bool,
) -> Manifest:
    """Write the edition, with its manifest last; give the manifest as written, with twins.

    ``folder`` must not exist yet. Raises :class:`Problems` if a file is no longer what it was
    when the manifest was made.
    """
    make_folder(folder)
    for path in sorted({str(Path(path).parent) for path in tree}):
        make_folder(folder / path)
    one = partial(_placed, tree, manifest, folder, earlier, is_compressed)
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # compressing lets go of the interpreter
        made = dict(pair for pairs in threads.map(one, tree) for pair in pairs)
    whole = replace(manifest, twins=made)
    write(folder / MANIFEST, plan.written(whole))
    return whole


def _placed(
    tree: Tree,
    manifest: Manifest,
    folder: Path,
    earlier: Earlier | None,
    is_compressed: bool,
    path: str,
) -> list[tuple[str, Kept]]:
    """One file and its twins in place; the twins' entries for the manifest."""
    kept = manifest.files[path]
    if earlier and earlier.manifest.files.get(path) == kept:
        linked = _linked(path, folder, earlier)
        if linked is not None:
            return linked
    data = _bytes(tree[path])
    if plan.digest_of(data) != kept.digest:
        raise Problems([Problem(path.removeprefix(WWW), 0, "", _CHANGED)])
    _write(folder / path, data, kept.since)
    compressed = twins(path, data) if is_compressed and path.startswith(WWW) else {}
    return [_twin(folder, path + ending, twin, kept.since) for ending, twin in compressed.items()]


_CHANGED = "plik zmienił się w trakcie publikacji – uruchom ją jeszcze raz"


def _linked(path: str, folder: Path, earlier: Earlier) -> list[tuple[str, Kept]] | None:
    """The file and its twins by links to the earlier edition's; ``None`` if it is not intact."""
    before = earlier.manifest
    names = [name for name in (path, *_twins_of(path)) if name in before.files | before.twins]
    files = {name: (before.files.get(name) or before.twins[name]) for name in names}
    if not all(_is_intact(earlier.folder / name, kept) for name, kept in files.items()):
        return None
    for name in names:
        (folder / name).hardlink_to(earlier.folder / name)
    return [(name, kept) for name, kept in files.items() if name != path]


def _twins_of(path: str) -> Iterator[str]:
    return (path + ending for ending in CODINGS)


def _is_intact(file: Path, kept: Kept) -> bool:
    """Whether a file has the size and the time that it was given; 40,000 are not read anew."""
    try:
        found = file.lstat()
    except FileNotFoundError:
        return False
    return (found.st_size, found.st_mtime) == (kept.size, kept.since)


def _twin(folder: Path, path: str, data: bytes, since: int) -> tuple[str, Kept]:
    _write(folder / path, data, since)
    return path, Kept(plan.digest_of(data), len(data), since)


def _bytes(item: Item) -> bytes:
    return item if isinstance(item, bytes) else item.read_bytes()


def _write(file: Path, data: bytes, since: int) -> None:
    write(file, data)
    os.utime(file, (since, since))
