"""The folder that a build writes to and clears: refused unless it is safe to do so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.problems import Problem, Problems

if TYPE_CHECKING:  # who asks only for a folder's name needs no SQLite
    from plugins.press.standing import Standing
    from plugins.press.store import Known, Store

MARKER = ".well-known/debaty.json"
"""A file that every site holds; a folder with it is one of ours."""

_SOURCES = (
    *("content", "theme", "plugins", "docs", "tests", "bench"),
    *(".ci", ".git", ".github", ".venv"),
)
"""Folders of the project that publishing, which clears what it did not make, never enters."""


def folder_of(output: Path, root: Path) -> Path:
    """The output folder, absolute.

    Raises :class:`Problems` if it is the project's folder, or holds it, or is or lies in one of
    its source folders.
    """
    root, output = root.resolve(), (root / output).resolve()
    if output == root or output in root.parents:
        raise _refused(output, "zawiera cały projekt")
    for source in (root / name for name in _SOURCES):
        if output == source or source in output.parents:
            raise _refused(output, f"to folder źródeł „{source.name}”")
    if output.exists() and not output.is_dir():
        raise _refused(output, "to plik, nie folder")
    return output


def name_of(folder: Path, root: Path) -> str:
    """A site's name in the store: its folder as seen from the project, or absolute.

    >>> name_of(Path("/project/output"), Path("/project"))
    'output'
    """
    folder, root = folder.resolve(), root.resolve()
    return (folder.relative_to(root) if root in folder.parents else folder).as_posix()


@dataclass(frozen=True, slots=True)
class Site:
    """An output folder, and its name in the store; one inside the project may move with it."""

    folder: Path
    name: str
    store: Store

    @classmethod
    def of(cls, output: Path, root: Path, store: Store) -> Site:
        """The site in ``output``; raises as :func:`folder_of`."""
        folder = folder_of(output, root)
        return cls(folder, name_of(folder, root), store)

    def claim(self, standing: Standing, known: Mapping[str, Known]) -> None:
        """Make the folder ours; raise :class:`Problems` if something else stands there.

        It is ours if it is empty, holds the marker or half of the files that the store knows,
        or if the store knows nothing but the claim: then the first build was killed.
        """
        empty = not (standing.files or standing.folders)
        standing_known = len(known.keys() & standing.files.keys())
        ours = MARKER in standing.files or 0 < len(known) <= 2 * standing_known
        if not (empty or ours or (not known and self.store.claimed(self.name))):
            raise _refused(self.folder, "nie jest pusty i nie zbudował go ten program")
        self.store.claim(self.name)


def _refused(output: Path, why: str) -> Problems:
    text = f"nie zapiszę witryny w „{output}”: {why} – wskaż inny, pusty folder"
    return Problems([Problem("pelicanconf.py", 0, "OUTPUT_PATH", text)])
