"""A look at everything that stands in ``content/``, right or wrong, without building anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.desk import memory
from plugins.desk.clock import now as now
from plugins.newsroom import edition
from plugins.newsroom.folders import NOTHING, Instead
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.originals import Originals
from plugins.newsroom.reading import Memory
from plugins.press.workers import Workers
from plugins.problems import Problem, Problems


@dataclass(frozen=True)
class Look:
    """Every readable record, drafts and embargoed ones too, and what is wrong, sorted."""

    holdings: Holdings
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    originals: Originals


def look(root: Path, now: datetime, *, instead: Instead = NOTHING) -> Look:
    """Read and check the project in ``root``; what is wrong does not stop it.

    ``instead``: path below ``root`` → the bytes that would stand there (``None``: no file), to
    check before saving; for records and ``jednostka.yml``. What was read is remembered in a file
    of its own, apart from the generator's, so no build is waited for; if that cannot be used,
    everything is read anew.
    """
    try:
        with memory.shelves(root, "sources", "pictures") as shelves:
            return _look(root, now, instead, *shelves)
    except Problems:
        return _look(root, now, instead, Forgetful(), Forgetful())


def _look(root: Path, now: datetime, instead: Instead, sources: Memory, pictures: Memory) -> Look:
    with Workers(copies=True) as workers:
        proof = edition.proofread(
            root,
            memory.CONTENT,
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
