"""An edition that would be deleted, made into the next one: most of its files are in both.

A site of 13,000 pages takes as many folders and three times as many links; making them and deleting
those of the oldest edition took most of the time of publishing one changed page.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field

from plugins.desk.deploy.draft import stays
from plugins.desk.deploy.plan import Kept, Manifest, Tree
from plugins.desk.deploy.prepared import Begun, Earlier, is_intact, with_twins
from plugins.press.staging import FOLDER_MODE
from plugins.press.standing import parents


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a folder, by path; a folder with anyone's rights but ours is in ``closed``."""

    files: dict[str, os.stat_result] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)


def begun(tree: Tree, manifest: Manifest, old: Earlier) -> Begun:
    """Leave in the folder of ``old`` only what the edition of ``manifest`` has as well.

    And what has a digest in its name: pages that are open in a browser may still ask for it.
    """
    found = Found()
    _look(str(old.folder), "", found)
    made, waiting, kept = _shared(tree, manifest, old.manifest, found)
    kept |= _asked_for(tree, old.manifest) & found.files.keys()
    folders = parents([*tree, *kept])
    start = f"{old.folder}/"
    for path in sorted(found.files.keys() - kept):
        os.unlink(start + path)  # noqa: PTH108 – as in prepared: a Path takes longer than the disk
    for path in sorted(found.folders - folders, reverse=True):
        os.rmdir(start + path)  # noqa: PTH106
    for path in found.closed & folders:
        os.chmod(start + path, FOLDER_MODE)  # noqa: PTH101
    return Begun(made, waiting, found.folders & folders)


def _asked_for(tree: Tree, old: Manifest) -> set[str]:
    """Files that pages of the old edition may ask for, with their twins; none of the new one's."""
    paths = (path for path in old.files if path not in tree and stays(path))
    return {name for path in paths for name in with_twins(path, old.files[path], old)}


def _shared(
    tree: Tree, new: Manifest, old: Manifest, found: Found
) -> tuple[dict[str, Kept], list[str], set[str]]:
    """Twins that stay, paths that must come from elsewhere, and all files that stay."""
    made: dict[str, Kept] = {}
    waiting: list[str] = []
    kept: set[str] = set()
    for path in tree:
        files = with_twins(path, new.files[path], old)
        same = old.files.get(path) == new.files[path]
        if same and all(is_intact(found.files.get(name), files[name]) for name in files):
            kept.update(files)
            made |= {name: one for name, one in files.items() if name != path}
        else:
            waiting.append(path)
    return made, waiting, kept


def _look(folder: str, prefix: str, found: Found) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            path, status = prefix + entry.name, entry.stat(follow_symlinks=False)
            if not stat.S_ISDIR(status.st_mode):
                found.files[path] = status
                continue
            found.folders.add(path)
            if stat.S_IMODE(status.st_mode) != FOLDER_MODE:
                found.closed.add(path)
            _look(entry.path, f"{path}/", found)
