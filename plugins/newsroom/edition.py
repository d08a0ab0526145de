"""From a folder to a catalogue: the newsroom's one door."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from plugins.newsroom import checks, originals, reading
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.reading import Keep, Memory, Run
from plugins.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class Edition:
    """A catalogue, and warnings to print.

    ``basis`` is a digest of everything in the catalogue but the bodies' texts: as long as it
    stands, no view can have changed but one that holds a body that has.
    """

    catalogue: Catalogue
    basis: str
    warnings: tuple[Problem, ...]


def prepare(
    root: Path,
    folder: str,
    now: datetime,
    *,
    sources: Memory,
    pictures: Memory,
    keep: Keep,
    run: Run,
    drafts: bool = False,
) -> Edition:
    """Read, link and check everything; raise :class:`Problems` of all files at once."""
    read = reading.read(root, folder, sources, keep, run)
    holdings = Holdings(read.unit or Unit(), now, read.entries, read.known, read.unread)
    named: list[Record | Unit] = [entry.record for entry in read.entries]
    named += [read.unit] if read.unit else []
    found = originals.find(root, named, pictures, run)
    between = [*checks.errors(holdings), *_unknown_unit(holdings)]
    problems = [*read.problems, *found.problems, *reading.located(root, between)]
    if problems:
        raise Problems(problems)
    warnings = reading.located(root, checks.warnings(holdings))
    catalogue = Catalogue(holdings, found, drafts)
    return Edition(catalogue, _basis(catalogue), tuple(sorted(set(warnings))))


def _unknown_unit(holdings: Holdings) -> Iterable[Problem]:
    body = holdings.unit.body
    if body and f"podmioty/{body}" not in holdings.known:
        message = f"nie ma podmiotu „{body}” – utwórz plik content/podmioty/{body}.md"
        yield Problem(holdings.unit.path, 0, "podmiot", message)


def _basis(catalogue: Catalogue) -> str:
    """The unit, the day, what is seen of each record from elsewhere, and the originals."""
    holdings = catalogue.holdings
    seen = [(e.record.path, e.face, *_come(catalogue, e.record)) for e in holdings.entries]
    originals = sorted(catalogue.originals.found.items())
    known = (holdings.unit, catalogue.today, catalogue.drafts, seen, originals)
    return hashlib.blake2b(msgspec.msgpack.encode(known), digest_size=16).hexdigest()


def _come(catalogue: Catalogue, record: Record) -> tuple[object, ...]:
    """What is seen of a record at this very minute: itself, its last update, its changes."""
    updated = bool(record.updated and catalogue.updated_as_said(record))
    changes = len(catalogue.changes(record)) if record.changes else 0
    return catalogue.seen(record), updated, changes
