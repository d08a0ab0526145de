"""``jednostka.yml`` as it lies in the folder, or as it would: the unit, or what is wrong."""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.folders import Instead, bytes_of, unreadable
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.lines import NO_LINES
from plugins.newsroom.parsing import FaultyUnit, parse_unit, unit_lines
from plugins.problems import Problem, Problems


def read(root: Path, path: str, instead: Instead) -> tuple[Unit, tuple[Problem, ...]]:
    """The unit, and all that is wrong with it; what could not be read, the unit lacks."""
    nothing: Unit = object.__new__(Unit)
    try:
        return parse_unit(path, bytes_of(root, path, instead)), ()
    except FaultyUnit as error:
        return error.unit, error.problems
    except FileNotFoundError:
        message = "brak pliku z danymi jednostki – utwórz go według podręcznika"
        return nothing, (Problem(path, 0, "", message),)
    except OSError as error:
        return nothing, (unreadable(path, error),)
    except Problems as error:
        return nothing, error.problems


def lines(root: Path, path: str, instead: Instead) -> bytes:
    """The lines of its keys; none, if it cannot be read, which :func:`read` tells."""
    try:
        return unit_lines(path, bytes_of(root, path, instead))
    except OSError:
        return NO_LINES
