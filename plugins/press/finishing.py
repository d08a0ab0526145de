"""What becomes of an output's bytes, in the process that made them: compared with those that
stand, staged, and the view that they were made from packed for the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.press.digest import of_bytes
from plugins.press.kept import NOTHING
from plugins.press.making import Faults, Job, Workshop, make_output
from plugins.press.staging import make_folder_of, stamped, write
from plugins.press.standing import Stamp


class Fresh(NamedTuple):
    """A file that was made; ``staged`` unless the same bytes stand already."""

    path: str
    digest: str
    stamp: Stamp
    staged: bool


@dataclass(frozen=True, slots=True)
class Yard:
    """The folder of the site, which is only read, and the one in which files are staged: each
    as it is to stand in the site.
    """

    output: str
    staging: str

    def fresh(self, path: str, data: bytes, old: Stamp | None) -> Fresh:
        """A file's bytes, staged unless they stand; ``old``: the stamp of what stands."""
        if old and old[0] == len(data) and Path(self.output, path).read_bytes() == data:
            return Fresh(path, of_bytes(data), stamped(f"{self.output}/{path}"), staged=False)
        make_folder_of(staged := f"{self.staging}/{path}")
        write(staged, data)
        return Fresh(path, of_bytes(data), stamped(staged), staged=True)


class Task(NamedTuple):
    """A job, and the stamp of what stands in its place."""

    job: Job
    old: Stamp | None


class Product(NamedTuple):
    """A file, or its bytes where there is no yard, or what is wrong; what the store is to keep."""

    made: Fresh | bytes | Faults
    kept: tuple[bytes, str]


def finished(workshop: Workshop, yard: Yard | None, task: Task) -> Product:
    """The output of a task."""
    job, old = task
    made: Fresh | bytes | Faults = make_output(workshop, job)
    if yard and isinstance(made, bytes):
        made = yard.fresh(job.output.path, made, old)
    return Product(made, job.packed.kept() if job.packed else NOTHING)
