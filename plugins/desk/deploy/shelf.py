"""What a place with several editions can do; each step whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from plugins.desk.deploy.plan import is_name
from plugins.desk.deploy.prepared import Earlier

CURRENT, RELEASES, MARK = "current", "releases", "published"
"""The link that servers follow; the folder of editions; in each, a file: it was public."""

NEXT = ".next"
"""The edition that is being made, and the link that will take the other's place."""

GONE = ".gone-"
"""Before the name of an edition that is being deleted: it is none any more."""


def is_ours(name: str) -> bool:
    """Whether a folder of editions may hold this: other programs, too, say „releases”."""
    return is_name(name) or name == NEXT or name.startswith(GONE)


class Shelf(Protocol):
    """Editions by their names; every method may raise :class:`Problems`."""

    def held(self) -> AbstractContextManager[None]:
        """No one else publishes here meanwhile; raises if someone does."""

    def heal(self) -> None:
        """Remove what a run that was cut off left; what is public stays untouched."""

    def current(self) -> str:
        """The name of the edition that is public; empty: none is."""

    def published(self) -> tuple[str, ...]:
        """Names of the editions that are or were public, sorted."""

    def read(self, name: str, path: str) -> bytes | None:
        """A file of an edition; ``None``: there is none."""

    def workspace(self) -> Path:
        """Where an edition is to be made: on this machine, not there yet."""

    def earlier(self) -> Earlier | None:
        """An edition on the workspace's disk to link unchanged files to."""

    def reused(self, name: str) -> Earlier | None:
        """An edition that is to go, as the workspace; ``None``: it stays until it is dropped."""

    def receive(self, name: str) -> None:
        """Take in what stands in the workspace under a name."""

    def switch(self, name: str) -> None:
        """Make an edition public in one step, and mark it as such."""

    def carry(self, source: str, target: str, paths: Iterable[str]) -> None:
        """Link files of one edition into another where it has none by that name."""

    def drop(self, names: Iterable[str]) -> None:
        """Delete editions."""
