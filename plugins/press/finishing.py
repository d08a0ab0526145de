"""What becomes of an output's bytes, in the process that made them: compared with those that
stand, staged, and the view that they were made from packed for the store.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.press.digest import of_bytes
from plugins.press.kept import NOTHING
from plugins.press.making import Faults, Job, Workshop, make_output
from plugins.press.staging import write
from plugins.press.standing import Stamp


class Fresh(NamedTuple):
    """A file that was made: where it is staged; empty: the same bytes stand already."""

    path: str
    digest: str
    staged: str


@dataclass(frozen=True, slots=True)
class Yard:
    """The folder of the site, which is read only, and the one in which files are staged."""

    output: str
    staging: str

    def fresh(self, path: str, data: bytes, place: Place) -> Fresh:
        """A file's bytes, staged unless they stand."""
        if place.size == len(data) and Path(self.output, path).read_bytes() == data:
            return Fresh(path, of_bytes(data), "")
        write(staged := f"{self.staging}/{place.number}", data)
        return Fresh(path, of_bytes(data), staged)


class Place(NamedTuple):
    """A file's number in the staging folder, and the size of what stands in the site; -1: none."""

    number: int
    size: int

    @classmethod
    def of(cls, number: int, path: str, standing: Mapping[str, Stamp | None]) -> Place:
        """The place of one of the site's files."""
        found = standing.get(path)
        return cls(number, found[0] if found else -1)


class Task(NamedTuple):
    """A job, and where its file goes."""

    job: Job
    place: Place


class Product(NamedTuple):
    """A file, or its bytes where there is no yard, or what is wrong; what the store is to keep."""

    made: Fresh | bytes | Faults
    kept: tuple[bytes, str]


def finished(workshop: Workshop, yard: Yard | None, task: Task) -> Product:
    """The output of a task."""
    job, place = task
    made: Fresh | bytes | Faults = make_output(workshop, job)
    if yard and isinstance(made, bytes):
        made = yard.fresh(job.output.path, made, place)
    return Product(made, job.packed.kept() if job.packed else NOTHING)
