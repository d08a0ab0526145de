"""Editions in a folder of this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from plugins.desk.deploy import plan
from plugins.desk.deploy.plan import MANIFEST, is_name
from plugins.desk.deploy.prepared import Earlier
from plugins.desk.deploy.shelf import CURRENT, GONE, MARK, NEXT, RELEASES, is_ours
from plugins.press.faults import told
from plugins.press.staging import make_folder, write
from plugins.problems import Problem, Problems

LOCK = ".lock"


class Folder:
    """A shelf (:class:`plugins.desk.deploy.shelf.Shelf`) in ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._releases = root / RELEASES
        self._next = self._releases / NEXT

    @contextmanager
    def held(self) -> Iterator[None]:
        """The lock of the whole shelf; the system lets go of it when its holder dies."""
        with told(self.root):
            self._claim()
            try:
                with FileLock(self.root / LOCK).acquire(timeout=0):
                    yield
            except Timeout:
                raise Problems([Problem(str(self.root), 0, "", _BUSY)]) from None

    def _claim(self) -> None:
        """The folder is empty, or a shelf already: nothing else is ever written to."""
        link = self.root / CURRENT
        if self.root.exists() and any(self.root.iterdir()) and not self._releases.is_dir():
            raise Problems([Problem(str(self.root), 0, "", _FOREIGN)])
        if self._releases.is_dir() and not all(is_ours(f.name) for f in self._releases.iterdir()):
            raise Problems([Problem(str(self.root), 0, "", _FOREIGN)])
        if link.exists() and not link.is_symlink():
            raise Problems([Problem(str(link), 0, "", _NO_LINK)])
        make_folder(self._releases)

    def heal(self) -> None:
        """As the shelf promises; an edition that was never public goes, too."""
        current = self.current()
        if current and not (self._releases / current / MARK).exists():
            self._mark(current)  # cut off between the switch and the mark
        with suppress(FileNotFoundError):
            (self.root / NEXT).unlink()
        kept = set(self.published())
        for folder in sorted(self._releases.iterdir()):
            if folder.name not in kept:
                shutil.rmtree(folder)

    def current(self) -> str:
        """As the shelf promises."""
        try:
            name = (self.root / CURRENT).readlink().name
        except FileNotFoundError:
            return ""
        if not (self._releases / name).is_dir():
            raise Problems([Problem(str(self.root / CURRENT), 0, "", _DANGLING)])
        return name

    def published(self) -> tuple[str, ...]:
        """As the shelf promises."""
        found = self._releases.iterdir() if self._releases.is_dir() else iter(())
        return tuple(sorted(f.name for f in found if is_name(f.name) and (f / MARK).exists()))

    def read(self, name: str, path: str) -> bytes | None:
        """As the shelf promises."""
        try:
            return (self._releases / name / path).read_bytes()
        except FileNotFoundError:
            return None

    def workspace(self) -> Path:
        """Beside the editions: then what is made is moved, not copied."""
        return self._next

    def earlier(self) -> Earlier | None:
        """The edition that is public now."""
        name = self.current()
        data = self.read(name, MANIFEST) if name else None
        if data is None:
            return None
        folder = self._releases / name
        return Earlier(folder, plan.read(data, str(folder / MANIFEST)))

    def reused(self, name: str) -> Earlier | None:
        """As the shelf promises."""
        data = self.read(name, MANIFEST)
        if data is None:
            return None
        (self._releases / name).rename(self._next)
        return Earlier(self._next, plan.read(data, str(self._next / MANIFEST)))

    def receive(self, name: str) -> None:
        """As the shelf promises."""
        os.sync()  # what a link leads to must outlive a power cut
        self._next.rename(self._releases / name)

    def switch(self, name: str) -> None:
        """One rename: a reader follows the old link or the new one."""
        link = self.root / NEXT
        with suppress(FileNotFoundError):
            link.unlink()
        link.symlink_to(Path(RELEASES, name))
        link.replace(self.root / CURRENT)
        self._mark(name)

    def _mark(self, name: str) -> None:
        mark = self._releases / name / MARK
        if not mark.exists():
            write(mark, b"")

    def carry(self, source: str, target: str, paths: Iterable[str]) -> None:
        """As the shelf promises."""
        for path in paths:
            file = self._releases / target / path
            if not file.exists():
                make_folder(file.parent)
                file.hardlink_to(self._releases / source / path)

    def drop(self, names: Iterable[str]) -> None:
        """Renamed first: half an edition must not look like one."""
        for name in names:
            gone = self._releases / f"{GONE}{name}"
            (self._releases / name).rename(gone)
            shutil.rmtree(gone)


_BUSY = "ktoś właśnie tu publikuje – poczekaj, aż skończy"
_FOREIGN = "ten folder nie jest pusty i nie publikował w nim ten program – wskaż inny, pusty folder"
_NO_LINK = "tu ma być dowiązanie do wydania, a stoi co innego – przenieś to i opublikuj jeszcze raz"
_DANGLING = "wskazuje na wydanie, którego nie ma – usuń to dowiązanie i opublikuj jeszcze raz"
