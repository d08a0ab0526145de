"""A look at everything that stands in ``content/``, right or wrong, without building anything."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plugins.newsroom import edition
from plugins.newsroom.clock import moment
from plugins.newsroom.folders import NOTHING, Instead
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.originals import Originals
from plugins.newsroom.reading import Memory
from plugins.press.digest import of_bytes
from plugins.press.memo import Memo
from plugins.press.modules import Modules
from plugins.press.store import Store
from plugins.press.workers import Workers
from plugins.problems import Problem, Problems

CONTENT = "content"


@dataclass(frozen=True)
class Look:
    """Every readable record, drafts and embargoed ones too, and what is wrong, sorted."""

    holdings: Holdings
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    originals: Originals


def now() -> datetime:
    """The moment for which the generator would build; raises :class:`Problems`."""
    return moment(None, os.environ, lambda: datetime.now(UTC))


def look(root: Path, now: datetime, *, instead: Instead = NOTHING) -> Look:
    """Read and check the project in ``root``; what is wrong does not stop it.

    ``instead``: path below ``root`` → the bytes that would stand there (``None``: no file), to
    check before saving; for records and ``jednostka.yml``. What was read is remembered in a file
    of its own, apart from the generator's, so no build is waited for; if that cannot be used,
    everything is read anew.
    """
    try:
        with _store(root) as store:
            version = _version(store)
            shelves = store.shelf("sources", version), store.shelf("pictures", version)
            return _look(root, now, instead, *shelves)
    except Problems:
        return _look(root, now, instead, Forgetful(), Forgetful())


def _store(root: Path) -> Store:
    return Store(root / ".debaty" / "desk.sqlite")


@contextmanager
def memory(root: Path, room: str) -> Iterator[Memory]:
    """A shelf of what the desk remembers; raises :class:`Problems` if it cannot be used."""
    with _store(root) as store:
        yield store.shelf(room, _version(store))


def _version(store: Store) -> str:
    """Of the code that reads; what other code read is forgotten."""
    imports = Memo(store.shelf("imports", "1"))
    code = Modules(imports).code(["plugins.newsroom.edition"])
    imports.save()
    return of_bytes(repr(code).encode())


def _look(root: Path, now: datetime, instead: Instead, sources: Memory, pictures: Memory) -> Look:
    with Workers() as workers:
        proof = edition.proofread(
            root,
            CONTENT,
            now,
            sources=sources,
            pictures=pictures,
            keep=_let_go,
            run=workers.map,
            instead=instead,
        )
    return Look(proof.holdings, proof.errors, proof.warnings, proof.originals)


def _let_go(texts: Mapping[str, str]) -> None:
    """No page is made here, so the bodies' HTML is not needed."""


@dataclass
class Forgetful:
    """A memory for one run alone."""

    rows: dict[str, Any] = field(default_factory=dict)

    def save(self, rows: Mapping[str, Any]) -> None:
        """Remember until the end of the run."""
        self.rows.update(rows)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget these."""
        for path in paths:
            self.rows.pop(path, None)
