"""A plain folder that CI hands to a host of pages; the host itself switches in one step."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from plugins.desk.deploy import memory, plan
from plugins.desk.deploy.draft import Past, Whole
from plugins.desk.deploy.plan import WWW, Edition, Manifest
from plugins.desk.deploy.prepared import prepare
from plugins.desk.deploy.squeezed import CODINGS
from plugins.desk.deploy.targets import Target
from plugins.press.faults import told
from plugins.press.staging import make_folder
from plugins.problems import Problem, Problems

PATIENCE = 20  # seconds for the host to answer
MOST = 32 * 1024 * 1024  # bytes of a list of addresses


class Artifact:
    """The folder ``root``; while it is being made, others stand beside it, dot first."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.workspace = root.with_name(f".{root.name}.next")
        self._old = root.with_name(f".{root.name}.old")

    @contextmanager
    def held(self) -> Iterator[None]:
        """No one else fills this folder meanwhile."""
        with told(self.root):
            make_folder(self.root.parent)
            try:
                with FileLock(self.root.with_name(f".{self.root.name}.lock")).acquire(timeout=0):
                    yield
            except Timeout:
                text = "ktoś właśnie tu publikuje – poczekaj, aż skończy"
                raise Problems([Problem(str(self.root), 0, "", text)]) from None

    def heal(self) -> None:
        """Put back what a run that was cut off had set aside; remove what it left."""
        if self._old.exists() and not self.root.exists():
            self._old.rename(self.root)
        for folder in (self.workspace, self._old):
            if folder.exists():
                shutil.rmtree(folder)
        self._claim()

    def _claim(self) -> None:
        """Refuse a folder with something else in it: it would be lost."""
        if self.root.exists() and any(self.root.iterdir()) and self.read(memory.FILE) is None:
            text = (
                "ten folder nie jest pusty i nie zapełnił go ten program – wskaż inny, pusty folder"
            )
            raise Problems([Problem(str(self.root), 0, "", text)])

    def read(self, path: str) -> bytes | None:
        """A file of the folder; ``None``: there is none."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def past(self) -> Past:
        """What stands in the folder; nothing about who put it there."""
        data = self.read(memory.FILE)
        if data is None:
            return Past()
        found = memory.read(data, str(self.root / memory.FILE))
        edition = Edition(found.edition.get("czas", _UNKNOWN), found.edition.get("wersja", ""))
        tree = {WWW + path: item for path, item in plan.standing(self.root).items()}
        tree = {path: tree[path] for path in tree if not _is_twin(path, tree)}
        return Past(Manifest(edition, plan.files_of(tree, edition, None)), (found,))

    def fill(self, target: Target, whole: Whole) -> None:
        """Make the edition beside the folder, then put it in its place."""
        is_compressed = target.form.is_compressed
        prepare(*whole, self.workspace, None, is_compressed=is_compressed)
        self.receive()

    def receive(self) -> None:
        """Put the site that stands in the workspace in the folder's place."""
        if self.root.exists():
            self.root.rename(self._old)
        (self.workspace / WWW).rename(self.root)
        for folder in (self.workspace, self._old):
            if folder.exists():
                shutil.rmtree(folder)


_UNKNOWN = "20000101T000000Z"


def _is_twin(path: str, tree: Container[str]) -> bool:
    return any(path.endswith(end) and path.removesuffix(end) in tree for end in CODINGS)


def published(site: str) -> bytes | None:
    """The list of addresses as a site shows it; ``None``: it shows none.

    Raises :class:`Problems` if the site does not answer, for then nothing is known.
    """
    address = f"{site.rstrip('/')}/{memory.FILE}"
    if not address.startswith(("https://", "http://")):
        return None
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            found: bytes = answer.read(MOST)
            return found
    except urllib.error.HTTPError as error:
        if error.code in (404, 410):
            return None
        raise _silent(address, str(error)) from None
    except OSError as error:
        raise _silent(address, str(error)) from None


def _silent(address: str, why: str) -> Problems:
    text = f"nie udało się odczytać opublikowanych adresów ({why}) – {_NEXT}"
    return Problems([Problem(address, 0, "", text)])


_NEXT = "spróbuj później; jeśli strona nie była jeszcze nigdy opublikowana, dodaj --pierwszy-raz"
