"""From a plan to the changed file: check the whole, show the lines, ask, write."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from plugins.desk import child, looking
from plugins.desk.asking import Halt
from plugins.desk.changing.job import Job
from plugins.desk.changing.plans import Changes
from plugins.desk.parsing import PROGRAM
from plugins.desk.writing import files, splice
from plugins.newsroom import dates
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.problems import Problem


def apply(job: Job, record: Record, changes: Changes) -> int:
    """Write the changes, unless they make an error or nobody agrees; gives the exit code."""
    file = child.ROOT / record.path
    old = file.read_bytes()
    new = splice.edited(record.path, old, changes)
    _check(job, record.path, new)
    print(f"{record.path}:")
    print("\n".join(difference(old, new)))
    if not job.desk.confirm("Zapisać?", option="--tak", given=job.arguments.yes):
        print("Niczego nie zapisano.")
        return 0
    try:
        files.replace(file, old, new)
    except files.Taken:
        raise Halt(f"plik {record.path} zmienił się w tej chwili – powtórz polecenie") from None
    except OSError as error:
        raise Halt(f"nie mogę zapisać {record.path}: {error.strerror}") from None
    print("Zapisano.")
    for line in (*_stale(record, new), f"Zobacz: {PROGRAM} serve"):
        print(line)
    return 0


def _check(job: Job, path: str, new: bytes) -> None:
    """Refuse what would make an error anywhere; tell the new warnings of this file."""
    after = looking.look(child.ROOT, job.look.holdings.now, instead={path: new})
    known = set(map(_place, job.look.errors))
    fresh = [one for one in after.errors if _place(one) not in known]
    if fresh:
        raise Halt("\n".join([*(one.told for one in fresh), "Niczego nie zapisano."]))
    before = set(map(_place, job.look.warnings))
    for warning in after.warnings:
        if _place(warning) not in before:
            print(f"Ostrzeżenie: {warning}")


def _place(problem: Problem) -> tuple[str, str, str]:
    """A problem without its line, which moves with what is put in above it."""
    return problem.path, problem.key, problem.message


def difference(old: bytes, new: bytes) -> Iterator[str]:
    """The lines that go (``-``) and the lines that come (``+``).

    >>> list(difference(b"a: 1\\nb: 2\\n", b"a: 1\\nb: 3\\n"))
    ['  - b: 2', '  + b: 3']
    """
    before, after = (text.decode("utf-8-sig").splitlines() for text in (old, new))
    for line in list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]:
        if line[0] in "+-":
            yield f"  {line[0]} {line[1:]}"


def _stale(record: Record, new: bytes) -> Iterator[str]:
    """Lines of text that still name the debate's old day, for the officer to look at."""
    day = record.when.day if isinstance(record, Debate) else None
    if day is None:
        return
    spoken = f"{day.day} {dates.MONTHS[day.month - 1]}"
    words = re.compile(rf"(?<!\d){spoken}|{day:%d.%m}(?!\d)")
    ledger = ("było:", "jest:", "powód:", "termin:")
    for number, line in enumerate(new.decode("utf-8-sig").splitlines(), 1):
        if words.search(line) and not line.lstrip(" -").startswith(ledger):
            yield f"Zajrzyj do wiersza {number}, mówi o dniu {spoken}: {line.strip()[:70]}"
