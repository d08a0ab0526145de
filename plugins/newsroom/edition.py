"""From a folder to a catalogue: the newsroom's one door."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import msgspec

from plugins.newsroom import checks, locating, originals, reading
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.checks import carried
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.folders import NOTHING, Instead
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.originals import Originals
from plugins.newsroom.reading import Keep, Memory, Reading, Run
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


@dataclass(frozen=True, slots=True)
class Proof:
    """All that can be read, drafts too, and what is wrong with it; each kind sorted."""

    holdings: Holdings
    originals: Originals
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def proofread(
    root: Path,
    folder: str,
    now: datetime,
    *,
    sources: Memory,
    pictures: Memory,
    keep: Keep,
    run: Run,
    instead: Instead = NOTHING,
) -> Proof:
    """Read, link and check everything; errors do not stop it.

    ``instead``: records, or ``jednostka.yml``, as they would be; files that they name must lie
    on the disk.
    """
    read = reading.read(root, folder, sources, keep, run, instead)
    kept = (read.entries, read.known, read.torn, read.unit_lines)
    holdings = Holdings(read.unit, now, *kept)
    named: list[Record | Unit] = [entry.record for entry in read.entries]
    named += [] if read.unit_is_torn else [read.unit]
    found = originals.find(root, named, pictures, run, instead)
    said = [*checks.errors(holdings), *carried.errors(holdings, found)]
    between = locating.located(holdings, said)
    day = holdings.now.astimezone(WARSAW).date()
    errors = _sorted((*read.problems, *found.problems, *between), day)
    catalogue = None if errors else Catalogue(holdings, found)
    noted = [*checks.warnings(holdings, catalogue), *carried.warnings(holdings, found)]
    warnings = [*locating.located(holdings, noted), *_unread(read, found)]
    return Proof(holdings, found, errors, _sorted(warnings, day))


def _unread(read: Reading, found: Originals) -> Iterator[Problem]:
    """Documents that lie among records, and that none of them gives to its readers."""
    given = {original.path for original in found.found.values()}
    for path in read.documents if not read.torn else ():  # a torn record may name them
        if path not in given:
            message = "dokument nie jest wpisem i żaden wpis go nie podaje – wczytaj go: ./debaty"
            yield Problem(path, 0, "", f'{message} import "{path}"')


def _sorted(problems: Iterable[Problem], today: date) -> tuple[Problem, ...]:
    return tuple(sorted({locating.dated(problem, f"{today}") for problem in problems}))


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
    proof = proofread(root, folder, now, sources=sources, pictures=pictures, keep=keep, run=run)
    if proof.errors:
        raise Problems(proof.errors)
    catalogue = Catalogue(proof.holdings, proof.originals, drafts)
    return Edition(catalogue, _basis(catalogue), proof.warnings)


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
