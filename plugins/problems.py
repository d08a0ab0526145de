"""What is wrong with the input, told so that a press officer can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.privacy.masks import hidden, hidden_path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file.

    ``path`` is relative to the project's folder, ``line`` counts from 1 (0: the file as a
    whole), ``key`` is the officer's key as a path (``historia[2].status``) or empty.
    ``message`` is Polish: what is wrong, a dash, what to write. ``rule`` names a warning that a
    record may lift. ``paste``: lines ready to be pasted into the file.

    Whatever is quoted, no number of a person stands in it: problems are shown on screens, kept
    in stores and in the logs of machines.

    >>> print(Problem("content/debaty/x.md", 3, "termin", "nie ma takiego dnia – popraw datę"))
    content/debaty/x.md:3: termin: nie ma takiego dnia – popraw datę
    >>> print(Problem("content/media/99721200017.pdf", 0, "", "„99721200017” to nie data"))
    content/media/99…17.pdf: „99…17” to nie data
    """

    path: str
    line: int
    key: str
    message: str
    rule: str = ""
    paste: str = ""

    def __post_init__(self) -> None:
        for name in ("key", "message", "paste"):
            object.__setattr__(self, name, hidden(getattr(self, name)))

    @property
    def place(self) -> str:
        """The path as it may be shown: a file's name may hold a number too."""
        return hidden_path(self.path)

    def __str__(self) -> str:
        place = f"{self.place}:{self.line}" if self.line else self.place
        return ": ".join(part for part in (place, self.key, self.message) if part)

    @property
    def told(self) -> str:
        """The line, and below it, indented, what is to be pasted."""
        return "\n".join([str(self), *(f"    {line}" for line in self.paste.splitlines())])


class Problems(Exception):
    """Every problem of a run at once, sorted; ends the run with exit code 1."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(problem.told for problem in self.problems))

    def __reduce__(self) -> tuple[type[Problems], tuple[tuple[Problem, ...]]]:
        """From another process they come as they were raised, not as their text."""
        return type(self), (self.problems,)
