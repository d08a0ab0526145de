"""Every file under ``content/`` becomes a checked record; what has not changed is remembered.

A record depends on its own file alone, so its parsed form is kept under the digest of the
file's bytes; a file whose stamp (size, times, inode) has not moved is not even opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec

from plugins.newsroom import folders
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.parsing import UNIT, Entry, Faulty, digest_of, parse, parse_unit, walked
from plugins.newsroom.privacy import Finding
from plugins.newsroom.shape import Reference
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
    reference to one of those is no second error; ``unread``: references in faulty files.
    """

    unit: Unit | None
    entries: tuple[Entry, ...]
    known: frozenset[str]
    problems: tuple[Problem, ...]
    unread: tuple[tuple[str, Reference], ...] = ()


class _Job(NamedTuple):
    """A file to read; ``known``: the digest of the bytes that are remembered of it."""

    path: str
    known: str


class _Done(NamedTuple):
    """What came of it; no ``value`` and no problems: the file is as it is remembered."""

    path: str
    digest: str
    value: bytes
    texts: dict[str, str]
    problems: tuple[Problem, ...]
    references: tuple[Reference, ...] = ()


Keep = Callable[[Mapping[str, str]], None]
"""Stores bodies: digest → HTML."""


def read(root: Path, folder: str, memory: Memory, keep: Keep, run: Run) -> Reading:
    """Read ``folder`` (``content``) below the project's ``root``.

    Problems are gathered, never raised. New bodies are kept before the records that name them
    are saved into ``memory``, so that a run that is killed between the two leaves no gap.
    """
    found = folders.scan(root, folder)
    fresh, stale = _sorted_out(found.records, memory)
    done = list(_with_known(run(partial(_read_job, str(root)), stale), memory))
    keep({digest: html for one in done for digest, html in one.texts.items()})
    _remember(memory, found.records, done)
    unit, unit_problems = _read_unit(root, f"{folder}/{UNIT}")
    entries = [*_unpacked(fresh), *_unpacked((_folder(d.path), d.value) for d in done if d.value)]
    return Reading(
        unit=unit,
        entries=tuple(sorted(entries, key=lambda entry: entry.record.path)),
        known=frozenset(map(_target, (*found.records, *found.refused))),
        problems=(*found.problems, *unit_problems, *(p for one in done for p in one.problems)),
        unread=tuple((one.path, ref) for one in done for ref in one.references),
    )


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


def _with_known(done: Iterable[_Done], memory: Memory) -> Iterator[_Done]:
    """Files that only their stamp has changed (a fresh checkout) keep what is remembered."""
    for one in done:
        same = not one.value and not one.problems
        yield one._replace(value=memory.rows[one.path].value) if same else one


def _remember(memory: Memory, found: Mapping[str, str], done: list[_Done]) -> None:
    memory.save(
        {one.path: Row(found[one.path], one.digest, one.value) for one in done if one.value}
    )
    gone = set(memory.rows) - set(found)
    memory.drop(gone | {one.path for one in done if not one.value})


def _read_job(root: str, job: _Job) -> _Done:
    """In a worker: one file to a packed record."""
    try:
        data = (Path(root) / job.path).read_bytes()
    except OSError as error:
        return _Done(job.path, "", b"", {}, (_unreadable(job.path, error),))
    digest = digest_of(data)
    if digest == job.known:
        return _Done(job.path, digest, b"", {}, ())
    try:
        entry, texts = parse(job.path, data)
    except Faulty as error:
        return _Done(job.path, digest, b"", {}, error.problems, error.references)
    except Problems as error:
        return _Done(job.path, digest, b"", {}, error.problems)
    return _Done(job.path, digest, _packed(entry), texts, ())


def _unreadable(path: str, error: OSError) -> Problem:
    message = f"nie mogę odczytać pliku ({error.strerror}) – sprawdź prawa dostępu"
    return Problem(path, 0, "", message)


def _read_unit(root: Path, path: str) -> tuple[Unit | None, tuple[Problem, ...]]:
    try:
        return parse_unit(path, (root / path).read_bytes()), ()
    except FileNotFoundError:
        message = "brak pliku z danymi jednostki – utwórz go według podręcznika"
        return None, (Problem(path, 0, "", message),)
    except OSError as error:
        return None, (_unreadable(path, error),)
    except Problems as error:
        return None, error.problems


def located(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Fill in the lines of problems found between records, by reading their files again."""
    return [_located(root, problem) for problem in problems]


def _located(root: Path, problem: Problem) -> Problem:
    if problem.line or not problem.path.endswith((".md", ".yml")):
        return problem
    try:
        walk = walked(problem.path, (root / problem.path).read_bytes())
    except (OSError, Problems):
        return problem  # the file changed meanwhile: the message stands, without its line
    return replace(problem, line=walk.line(problem.key))


def _packed(entry: Entry) -> bytes:
    kept = (entry.record, entry.references, entry.warnings, entry.face, entry.findings)
    return msgspec.msgpack.encode(kept)


@cache
def _decoder(folder: str) -> msgspec.msgpack.Decoder[Any]:
    record = KINDS[folder].record
    parts = (record, tuple[Reference, ...], tuple[Problem, ...], str, tuple[Finding, ...])
    return msgspec.msgpack.Decoder(tuple[parts])  # type: ignore[valid-type]


def _unpacked(rows: Iterable[tuple[str, bytes]]) -> Iterator[Entry]:
    for folder, value in rows:
        yield Entry(folder, *_decoder(folder).decode(value))
