"""A save: checked as it would stand, written whole or not at all, never over another's change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import cast

from plugins.desk.committed import Since, compared_file
from plugins.desk.editor import conflicts, values
from plugins.desk.editor.library import Place
from plugins.desk.editor.office import Office
from plugins.desk.editor.paper import Paper, as_draft, opened
from plugins.desk.editor.posted import BODY
from plugins.desk.looking import look
from plugins.desk.new import naming
from plugins.desk.writing import files, splice
from plugins.desk.writing.emit import Plain
from plugins.newsroom import dates, grammar
from plugins.newsroom.kinds.common import Publicity
from plugins.problems import Problem

IN_FILE = "W pliku jest teraz: "
"""How a note begins that tells another person's version of a key."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check says of a file that would stand in a place.

    ``errors``: of that file, and those that it would cause in others; ``warnings``: its own.
    """

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def judged(office: Office, path: str, data: bytes | None) -> Verdict:
    """Check everything as it would be with these bytes (``None``: without the file).

    What residents were told already – the date of a debate in the last commit – changes only
    with its entry in ``zmiany``.
    """
    before = {(one.path, one.key, one.message) for one in office.look().errors}
    after = look(office.root, office.now(), instead={path: data})
    errors = tuple(
        one
        for one in after.errors
        if one.path == path or (one.path, one.key, one.message) not in before
    )
    since = compared_file(office.root, path, after.holdings) if data is not None else Since()
    told = (*after.warnings, *since.warnings)
    return Verdict((*errors, *since.errors), tuple(one for one in told if one.path == path))


def doubled(paper: Paper) -> tuple[Problem, ...]:
    """What was given twice in the form; the file could hold only one of it."""
    found = values.muddled(paper.place.cls, paper.tree)
    return tuple(Problem(paper.place.path, 0, key, told) for key, told in found)


def may_be_draft(office: Office, paper: Paper) -> bool:
    """Whether what cannot be published as it is could be kept as a draft."""
    draft = as_draft(paper)
    if not draft.place.folder or draft.head == paper.head or doubled(paper):
        return False
    return not judged(office, draft.place.path, draft.data).errors


def put(root: Path, paper: Paper, data: bytes) -> None:
    """Write a file; raises :class:`files.Taken` if another stands there than the form knows."""
    place = root / paper.place.path
    if paper.is_new:
        files.create(place, data)
    else:
        files.replace(place, paper.base, data)


def standing(root: Path, place: Place) -> bytes | None:
    """The file as it is now; None if there is none."""
    file = root / place.path
    try:
        return None if file.is_symlink() else file.read_bytes()
    except FileNotFoundError:
        return None


@dataclass(frozen=True, slots=True)
class Joined:
    """The form after another's change: made from their file, with what was typed in it."""

    paper: Paper
    theirs: tuple[conflicts.Told, ...]
    both: tuple[conflicts.Told, ...]


def joined(paper: Paper, theirs: bytes) -> Joined:
    """Take over what only the other changed; raises :class:`Problems` for an unreadable file."""
    path, new = paper.place.path, opened(paper.place, theirs)
    base = (paper.old, paper.old_body)
    other = (cast("dict[str, Plain]", values.pruned(splice.plain(path, theirs))), new.body)
    meeting = conflicts.met(base, (paper.head, paper.body), other, BODY)
    notes = {one.key: (f"{IN_FILE}{one.now or 'nic'}",) for one in meeting.both}
    tree = values.laid(paper.place.cls, meeting.head)
    return Joined(
        replace(new, tree=tree, body=meeting.body, notes=notes), meeting.theirs, meeting.both
    )


def placed(paper: Paper, known: Iterable[str], now: datetime) -> Paper:
    """A new record's form with the id and the file that it will have.

    ``known``: ``kind/id`` of every file. Raises ValueError in Polish for an id that cannot be.
    """
    folder = paper.place.folder
    taken, year = _ids(known, folder), _year(paper, now)
    name = paper.name or _named(paper, taken, year)
    fault = naming.fault(name, folder, taken)
    if fault:
        raise ValueError(fault)
    return replace(paper, place=Place(folder, name, naming.path(folder, name, year)))


def _ids(known: Iterable[str], folder: str) -> set[str]:
    """The ids of a kind, those of files that cannot be read too."""
    return {one.partition("/")[2] for one in known if one.startswith(f"{folder}/")}


def _named(paper: Paper, taken: set[str], year: int) -> str:
    """An id made by the kind's custom: a request's number, a report's debate, else the title."""
    folder = paper.place.folder
    debate = values.as_text(paper.head.get("debata", ""))
    if folder == "wnioski":
        return naming.next_number(taken, year)
    if folder == "sprawozdania" and debate and not naming.fault(debate, folder, taken):
        return debate
    return naming.suggested(paper.title, folder, taken, year)


def _year(paper: Paper, now: datetime) -> int:
    """The year of the folder: of the debate's day, else of the publication, else this one."""
    for key in ("termin", "data publikacji"):
        try:
            moment = dates.moment(values.as_text(paper.head.get(key, "")))
        except ValueError:
            continue
        if moment.first:
            return moment.first.year
    return now.year


def is_draft(paper: Paper) -> bool:
    """Whether the file that the form was made from is a draft."""
    said = paper.old.get("stan publikacji", "")
    slot = grammar.slots(paper.place.cls).get("stanpublikacji")
    word = values.chosen(slot.type, values.as_text(said)) if slot else ""
    return word == Publicity.DRAFT.value
