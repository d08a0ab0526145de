"""One file's bytes become a checked record: head, body, and what contradicts itself in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from plugins.newsroom import head, privacy, prose, shape, source
from plugins.newsroom.kinds import KINDS, Kind
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.privacy import Finding
from plugins.newsroom.shape import Reference
from plugins.problems import Problem, Problems

UNIT = "jednostka.yml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as read: with the references in it and its warnings.

    ``face`` is a digest of all that can be seen of the record from elsewhere: its head, and of
    its body only whether there is one, its lead, links and pictures.
    """

    folder: str
    record: Record
    references: tuple[Reference, ...] = ()
    warnings: tuple[Problem, ...] = ()
    face: str = ""
    findings: tuple[Finding, ...] = ()


class Faulty(Problems):
    """A file with problems; what it refers to is known all the same."""

    def __init__(self, problems: Iterable[Problem], references: Iterable[Reference]) -> None:
        super().__init__(problems)
        self.references = tuple(references)

    def __reduce__(self) -> tuple[type[Faulty], tuple[object, ...]]:  # type: ignore[override]
        """With its references, which Problems alone has not."""
        return type(self), (self.problems, self.references)


def parse(path: str, data: bytes) -> tuple[Entry, dict[str, str]]:
    """One record's file; raises :class:`Problems` with everything that is wrong in it."""
    kind = KINDS[path.split("/", 2)[1]]
    taken = source.read(path, data)
    body = prose.rendered(taken, kind.prefix, KINDS)
    try:
        root = head.compose(path, taken.head, taken.head_line)
    except Problems as error:
        raise Problems([*error.problems, *body.problems]) from None
    walk = shape.Walk(path, taken.head, taken.head_line)
    record = walk.record(kind.record, root, id=Path(path).stem, path=path, body=body.prose)
    problems = [*walk.problems, *body.problems, *_empty(kind, taken)]
    if record is not shape.FAILED:
        problems += [_at(walk, *fault) for fault in (*record.faults(), *_dated(kind, record))]
    links = (Reference(target, "", line) for target, line in body.links)
    references = (*walk.references, *links)
    if problems:
        raise Faulty(problems, references)
    found = privacy.findings(source.decode(path, data))
    entry = Entry(kind.folder, record, references, tuple(walk.warnings), _face(record), found)
    return entry, {body.prose.digest: body.html} if body.prose else {}


def digest_of(data: bytes) -> str:
    """By which a file's bytes are known again."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _face(record: Record) -> str:
    shown = replace(record, body=replace(record.body, digest="jest" if record.body else ""))
    return digest_of(msgspec.msgpack.encode(shown))


def _empty(kind: Kind, taken: source.Source) -> Iterator[Problem]:
    if not kind.bare and not taken.body.strip():
        yield Problem(taken.path, taken.body_line, "", "brak treści – napisz ją pod metryczką")


def _dated(kind: Kind, record: Record) -> Iterator[tuple[str, str]]:
    if kind.dated and record.published is None:
        yield "data publikacji", "brak wymaganego klucza – dopisz „data publikacji: 2026-03-03”"


def _at(walk: shape.Walk, key: str, message: str) -> Problem:
    return Problem(walk.path, walk.line(key), key, message)


def parse_unit(path: str, data: bytes) -> Unit:
    """``jednostka.yml``, which is all head; raises :class:`Problems`."""
    text = source.decode(path, data)
    root = head.compose(path, text, 1)
    walk = shape.Walk(path, text, 1)
    unit = walk.record(Unit, root, path=path)
    problems = list(walk.problems)
    if unit is not shape.FAILED:
        problems += [_at(walk, *fault) for fault in unit.faults()]
    if problems:
        raise Problems(problems)
    assert isinstance(unit, Unit)
    return unit


def walked(path: str, data: bytes) -> shape.Walk:
    """A head walked once more, for the lines of its keys."""
    kind: type
    if path.endswith(f"/{UNIT}"):
        text, first, kind = source.decode(path, data), 1, Unit
    else:
        taken = source.read(path, data)
        text, first, kind = taken.head, taken.head_line, KINDS[path.split("/", 2)[1]].record
    walk = shape.Walk(path, text, first)
    walk.record(kind, head.compose(path, text, first))
    return walk
