"""What is wrong with the input, told so that a press officer can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file.

    ``path`` is relative to the project's folder, ``line`` counts from 1 (0: the file as a
    whole), ``key`` is the officer's key as a path (``historia[2].status``) or empty.
    ``message`` is Polish: what is wrong, a dash, what to write.

    >>> print(Problem("content/debaty/x.md", 3, "termin", "nie ma takiego dnia – popraw datę"))
    content/debaty/x.md:3: termin: nie ma takiego dnia – popraw datę
    """

    path: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return ": ".join(part for part in (place, self.key, self.message) if part)


class Problems(Exception):
    """Every problem of a run at once, sorted; ends the run with exit code 1."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[Problems], tuple[tuple[Problem, ...]]]:
        """From another process they come as they were raised, not as their text."""
        return type(self), (self.problems,)
