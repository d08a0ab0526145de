"""Every file under ``content/`` becomes a checked record; what has not changed is remembered.

A record depends on its own file alone, so its parsed form is kept under the digest of the
file's bytes; a file whose stamp (size, times, inode) has not moved is not even opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec

from plugins.newsroom import folders, unitfile
from plugins.newsroom.copyedit import Quoted
from plugins.newsroom.folders import NOTHING, Instead, unreadable
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.lines import NO_LINES
from plugins.newsroom.parsing import UNIT, Entry, Faulty, Torn, digest_of, parse
from plugins.newsroom.shape import Reference
from plugins.privacy.findings import Finding
from plugins.problems import Problem, Problems


class Row(NamedTuple):
    """What is remembered of a file: stamp, digest of its bytes, packed result."""

    stamp: str
    digest: str
    value: bytes


class Memory(Protocol):
    """Where read files are remembered between runs; press's shelf is one."""

    @property
    def rows(self) -> Mapping[str, Any]:
        """Path → stamp, digest, value."""

    def save(self, rows: Mapping[str, Any]) -> None:
        """Remember these."""

    def drop(self, paths: Iterable[str]) -> None:
        """Forget these."""


Run = Callable[[Callable[[Any], Any], list[Any]], Iterable[Any]]
"""Maps a function over jobs, in order, here or in other processes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that stands in ``content/``.

    ``known`` holds ``kind/id`` of every record's file, also of faulty ones, so that a
    reference to one of those is no second error; ``torn``: what is known of faulty files. A
    faulty ``unit`` lacks the fields that could not be read (:meth:`Walk.known`). ``documents``: as
    :class:`folders.Found` has them.
    """

    unit: Unit
    entries: tuple[Entry, ...]
    known: frozenset[str]
    problems: tuple[Problem, ...]
    torn: tuple[Torn, ...] = ()
    unit_is_torn: bool = False
    unit_lines: bytes = NO_LINES
    documents: tuple[str, ...] = ()


class _Job(NamedTuple):
    """A file to read; ``known``: the digest of the bytes that are remembered of it."""

    path: str
    known: str


class Done(NamedTuple):
    """What came of it; no ``value`` and no problems: the file is as it is remembered."""

    path: str
    digest: str
    value: bytes
    texts: dict[str, str]
    problems: tuple[Problem, ...]
    torn: Torn | None = None


Keep = Callable[[Mapping[str, str]], None]
"""Stores bodies: digest → HTML."""
_SOME = 500
"""Results whose bodies are stored together: each time the disk is waited for."""


def read(
    root: Path, folder: str, memory: Memory, keep: Keep, run: Run, instead: Instead = NOTHING
) -> Reading:
    """Read ``folder`` (``content``) below the project's ``root``.

    Problems are gathered, never raised. New bodies are kept before the records that name them
    are saved into ``memory``, so that a run that is killed between the two leaves no gap. What
    stands ``instead`` of a file is read here and not remembered.
    """
    found = folders.scan(root, folder, instead)
    on_disk = {path: stamp for path, stamp in found.records.items() if path not in instead}
    fresh, stale = _sorted_out(on_disk, memory)
    results = run(partial(_read_job, str(root)), stale)
    done, entries = _taken(_kept(_with_known(results, memory), keep))
    _remember(memory, {*on_disk, *instead}, on_disk, done)
    given = ((path, instead.get(path)) for path in found.records)
    more, further = _taken(parsed(path, data) for path, data in given if data is not None)
    unit, unit_problems = unitfile.read(root, f"{folder}/{UNIT}", instead)
    entries, done = [*entries, *further, *unpacked(fresh)], [*done, *more]
    return Reading(
        unit=unit,
        entries=tuple(sorted(entries, key=lambda entry: entry.record.path)),
        known=frozenset(map(_target, (*found.records, *found.refused))),
        problems=(*found.problems, *unit_problems, *(p for one in done for p in one.problems)),
        torn=tuple(one.torn for one in done if one.torn),
        unit_is_torn=bool(unit_problems),
        unit_lines=unitfile.lines(root, f"{folder}/{UNIT}", instead),
        documents=tuple(found.documents),
    )


def _kept(results: Iterable[Done], keep: Keep) -> Iterator[Done]:
    """Results without their bodies, which go to the store: all at once they fill the memory."""
    remaining = iter(results)
    while some := list(islice(remaining, _SOME)):
        keep({digest: html for one in some for digest, html in one.texts.items()})
        yield from (one._replace(texts={}) for one in some)


def _taken(results: Iterable[Done]) -> tuple[list[Done], list[Entry]]:
    """Results, each unpacked as it comes: the next may be made by another process meanwhile."""
    done: list[Done] = []
    entries: list[Entry] = []
    for one in results:
        done.append(one)
        entries += unpacked([(_folder(one.path), one.value)] if one.value else ())
    return done, entries


def _folder(path: str) -> str:
    return path.split("/", 2)[1]


def _target(path: str) -> str:
    return f"{_folder(path)}/{path[path.rindex('/') + 1 : -len('.md')]}"


def _sorted_out(
    found: Mapping[str, str], memory: Memory
) -> tuple[list[tuple[str, bytes]], list[_Job]]:
    """What is remembered and what must be read."""
    rows = memory.rows
    fresh, stale = [], []
    for path, stamp in found.items():
        row = rows.get(path)
        if row is not None and row.stamp == stamp:
            fresh.append((_folder(path), row.value))
        else:
            stale.append(_Job(path, row.digest if row else ""))
    return fresh, stale


def _with_known(done: Iterable[Done], memory: Memory) -> Iterator[Done]:
    """Files that only their stamp has changed (a fresh checkout) keep what is remembered."""
    for one in done:
        same = not one.value and not one.problems
        yield one._replace(value=memory.rows[one.path].value) if same else one


def _remember(memory: Memory, there: set[str], stamps: Mapping[str, str], done: list[Done]) -> None:
    memory.save(
        {one.path: Row(stamps[one.path], one.digest, one.value) for one in done if one.value}
    )
    gone = set(memory.rows) - there
    memory.drop(gone | {one.path for one in done if not one.value})


def _read_job(root: str, job: _Job) -> Done:
    """In a worker: one file to a packed record."""
    try:
        data = (Path(root) / job.path).read_bytes()
    except OSError as error:
        return Done(job.path, "", b"", {}, (unreadable(job.path, error),))
    if digest_of(data) == job.known:
        return Done(job.path, job.known, b"", {}, ())
    return parsed(job.path, data)


def parsed(path: str, data: bytes) -> Done:
    """What comes of a file's bytes; problems are told in it."""
    digest = digest_of(data)
    try:
        entry, texts = parse(path, data)
    except Faulty as error:
        return Done(path, digest, b"", {}, error.problems, error.torn)
    except Problems as error:
        return Done(path, digest, b"", {}, error.problems)
    return Done(path, digest, _packed(entry), texts, ())


def _packed(entry: Entry) -> bytes:
    rest = (entry.warnings, entry.face, entry.findings, entry.quoted, entry.lines)
    return msgspec.msgpack.encode((entry.record, entry.references, *rest))


@cache
def _decoder(folder: str) -> msgspec.msgpack.Decoder[Any]:
    record = KINDS[folder].record
    lists = (tuple[Problem, ...], str, tuple[Finding, ...], tuple[Quoted, ...], bytes)
    parts = (record, tuple[Reference, ...], *lists)
    return msgspec.msgpack.Decoder(tuple[parts])  # type: ignore[valid-type]


def unpacked(rows: Iterable[tuple[str, bytes]]) -> Iterator[Entry]:
    """Records from their folders and what is remembered of them."""
    for folder, value in rows:
        yield Entry(folder, *_decoder(folder).decode(value))
