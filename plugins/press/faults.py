"""Faults of the disk, and where a fault is, in words that help."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from plugins.problems import Problem, Problems

_CAUSES = {
    errno.ENOSPC: "na dysku nie ma miejsca – zwolnij je i zbuduj jeszcze raz",
    errno.EDQUOT: "limit miejsca na dysku jest wyczerpany – zwolnij miejsce i zbuduj jeszcze raz",
    errno.EROFS: "dysk jest tylko do odczytu – zbuduj w innym miejscu",
    errno.EACCES: "brak praw do pliku lub folderu – popraw prawa i zbuduj jeszcze raz",
    errno.EPERM: "brak praw do pliku lub folderu – popraw prawa i zbuduj jeszcze raz",
    errno.ENOENT: "nie ma takiego pliku ani folderu – przywróć go i zbuduj jeszcze raz",
    errno.ENOTDIR: "na drodze stoi plik zamiast folderu – usuń go i zbuduj jeszcze raz",
    errno.EEXIST: "na drodze stoi plik zamiast folderu – usuń go i zbuduj jeszcze raz",
    errno.EISDIR: "na drodze stoi folder zamiast pliku – usuń go i zbuduj jeszcze raz",
}


@contextmanager
def told(root: Path) -> Iterator[None]:
    """Turn every OSError into a problem, and name files relative to the project's folder."""
    try:
        yield
    except Problems as error:
        raise type(error)(_inside(problem, root) for problem in error.problems) from error
    except OSError as error:
        problem = Problem(str(error.filename2 or error.filename or root), 0, "", cause(error))
        raise Problems([_inside(problem, root)]) from error


class Midway(Problems):
    """Faults that struck when the site may already have been changed."""


@contextmanager
def midway(root: Path) -> Iterator[None]:
    """As :func:`told`; what is raised in the block is :class:`Midway`."""
    try:
        with told(root):
            yield
    except Problems as error:
        raise Midway(error.problems) from error


def cause(error: OSError) -> str:
    """What the disk did, and what to do about it."""
    return _CAUSES.get(error.errno or 0, f"{error.strerror or error} – zbuduj jeszcze raz")


def _inside(problem: Problem, root: Path) -> Problem:
    for folder in (root, root.resolve()):
        if folder.is_absolute() and folder in Path(problem.path).parents:
            return replace(problem, path=Path(problem.path).relative_to(folder).as_posix())
    return problem
