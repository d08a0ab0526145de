"""One file's bytes become a checked record: head, body, and what contradicts itself in them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from plugins.newsroom import copyedit, head, marks, personal, prose, shape, source
from plugins.newsroom.copyedit import Copy, Quoted
from plugins.newsroom.kinds import KINDS, Kind
from plugins.newsroom.kinds.common import Lift, Publicity, Record
from plugins.newsroom.kinds.media import Fault
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.lines import NO_LINES
from plugins.newsroom.shape import Reference
from plugins.privacy.findings import Finding
from plugins.problems import Problem, Problems

UNIT = "jednostka.yml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as read: its references, warnings, personal numbers, and lines of its keys.

    ``face`` is a digest of all that can be seen of the record from elsewhere: its head, and of
    its body only whether there is one, its lead, links and pictures.
    """

    folder: str
    record: Record
    references: tuple[Reference, ...] = ()
    warnings: tuple[Problem, ...] = ()
    face: str = ""
    findings: tuple[Finding, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    lines: bytes = NO_LINES

    @property
    def path(self) -> str:
        """The record's file."""
        return self.record.path

    @property
    def lifts(self) -> tuple[Lift, ...]:
        """The warnings that the record lifts."""
        return self.record.lifts


@dataclass(frozen=True, slots=True)
class Torn:
    """What is known of a file whose record cannot be made: as :class:`Entry`."""

    path: str
    references: tuple[Reference, ...] = ()
    warnings: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()
    lifts: tuple[Lift, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    lines: bytes = NO_LINES


class Faulty(Problems):
    """A file with problems; what else is known of it is known all the same."""

    def __init__(self, problems: Iterable[Problem], torn: Torn) -> None:
        super().__init__(problems)
        self.torn = torn

    def __reduce__(self) -> tuple[type[Faulty], tuple[object, ...]]:  # type: ignore[override]
        """With what is known, which Problems alone has not."""
        return type(self), (self.problems, self.torn)


def parse(path: str, data: bytes) -> tuple[Entry, dict[str, str]]:
    """One record's file; raises :class:`Problems` with everything that is wrong in it."""
    kind = KINDS[path.split("/", 2)[1]]
    text = source.decode(path, data)
    found = personal.told(path, text)
    try:
        taken = source.split(path, text)
    except Problems as error:
        raise Faulty(error.problems, Torn(path, findings=found)) from None
    body = prose.rendered(taken, kind.prefix, KINDS)
    found = personal.assembled(found, taken, body.html)
    links = tuple(Reference(target, "", line) for target, line in body.links)
    broken = [*body.problems, *_empty(kind, taken)]
    try:
        root = head.compose(path, taken.head, taken.head_line)
    except Problems as error:
        torn = Torn(path, links, findings=found)
        raise Faulty([*error.problems, *broken], torn) from None
    walk = shape.Walk(path, taken.head, taken.head_line)
    record = walk.known(kind.record, root, id=Path(path).stem, path=path, body=body.prose)
    found = tuple(replace(one, key=one.key or walk.key(one.line)) for one in found)
    problems = [*walk.problems, *broken, *_contradictions(walk, record, partial(_dated, kind))]
    marked = tuple(marks.left(path, text))
    is_draft = getattr(record, "publicity", None) is Publicity.DRAFT
    problems += () if is_draft else marked
    copy = Copy(kind.folder, taken, record, walk.line)
    edited = copyedit.marked(copy)
    references = (*walk.references, *links)
    warnings = (*walk.warnings, *edited, *(marked * is_draft))
    if problems:
        lifts = getattr(record, "lifts", ())
        torn = Torn(path, references, warnings, found, lifts, copy.quoted, walk.lines)
        raise Faulty(problems, torn)
    told = (references, warnings, _face(record), found, copy.quoted, walk.lines)
    entry = Entry(kind.folder, record, *told)
    return entry, {body.prose.digest: body.html} if body.prose else {}


def _contradictions(
    walk: shape.Walk, record: Record | Unit, *more: Callable[[Any], Iterator[Fault]]
) -> Iterator[Problem]:
    """What contradicts itself in a head, as far as its keys could be read; no place twice."""
    told = {problem.key for problem in walk.problems}
    for contradiction in (*record.contradictions(), *more):
        try:
            faults = [_at(walk, *fault) for fault in contradiction(record)]
        except AttributeError as error:
            if error.obj is not record:
                raise
            continue  # it needs a key that could not be read, which is told already
        yield from (one for one in faults if one.key not in told)
        told |= {one.key for one in faults}


def digest_of(data: bytes) -> str:
    """By which a file's bytes are known again."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _face(record: Record) -> str:
    shown = replace(record, body=replace(record.body, digest="jest" if record.body else ""))
    return digest_of(msgspec.msgpack.encode(shown))


def _empty(kind: Kind, taken: source.Source) -> Iterator[Problem]:
    if not kind.bare and not taken.body.strip():
        yield Problem(taken.path, taken.body_line, "", "brak treści – napisz ją pod metryczką")


def _dated(kind: Kind, record: Record) -> Iterator[Fault]:
    if kind.dated and record.published is None:
        yield "data publikacji", "brak wymaganego klucza – dopisz „data publikacji: 2026-03-03”"


def _at(walk: shape.Walk, key: str, message: str, paste: str = "") -> Problem:
    return Problem(walk.path, walk.line(key), key, message, paste=paste)


class FaultyUnit(Problems):
    """``jednostka.yml`` with problems; ``unit`` lacks the fields that could not be read."""

    def __init__(self, problems: Iterable[Problem], unit: Unit) -> None:
        super().__init__(problems)
        self.unit = unit

    def __reduce__(self) -> tuple[type[FaultyUnit], tuple[object, ...]]:  # type: ignore[override]
        """With the unit, which Problems alone has not."""
        return type(self), (self.problems, self.unit)


def parse_unit(path: str, data: bytes) -> Unit:
    """``jednostka.yml``, which is all head; raises :class:`Problems`."""
    text = source.decode(path, data)
    root = head.compose(path, text, 1)
    walk = shape.Walk(path, text, 1)
    unit: Unit = walk.known(Unit, root, path=path)
    problems = [*walk.problems, *_contradictions(walk, unit)]
    if problems:
        raise FaultyUnit(problems, unit)
    return unit


def unit_lines(path: str, data: bytes) -> bytes:
    """The lines of the keys of ``jednostka.yml``; none, if it cannot be read at all."""
    try:
        text = source.decode(path, data)
        walk = shape.Walk(path, text, 1)
        walk.record(Unit, head.compose(path, text, 1))
    except Problems:
        return NO_LINES
    return walk.lines
