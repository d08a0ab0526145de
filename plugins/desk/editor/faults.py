"""Problems brought to the fields that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.desk.editor.fields import Field
from plugins.desk.editor.posted import BODY
from plugins.desk.editor.sheets import nearest, paths, spoken
from plugins.newsroom import head, source
from plugins.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of a summary: where it leads (a field's path, or empty) and what is wrong."""

    path: str
    text: str
    paste: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """``at``: messages by the path of their field; ``summary``: all, in the form's order."""

    at: Mapping[str, tuple[str, ...]]
    summary: tuple[Fault, ...]


def placed(
    problems: Iterable[Problem], fields: tuple[Field, ...], path: str, data: bytes
) -> Placed:
    """Each problem of the file at ``path`` at its field; ``data``: the file that it is of."""
    order = {name: number for number, name in enumerate((*paths(fields), BODY))}
    known, body = frozenset(order), _body_line(path, data)
    at: dict[str, list[str]] = defaultdict(list)
    found = []
    for one in problems:
        where = _field(one, known, body) if one.path == path else ""
        if where:
            at[where].append(told(one.message))
        found.append(Fault(where, _line(one, path, where), one.paste))
    found.sort(key=lambda fault: order.get(fault.path, -1))
    return Placed({name: tuple(messages) for name, messages in at.items()}, tuple(found))


def _field(problem: Problem, known: frozenset[str], body: int) -> str:
    if problem.key:
        return nearest(problem.key, known)
    return BODY if body and problem.line >= body else ""


def _line(problem: Problem, path: str, where: str) -> str:
    """A line of the summary, which must make sense away from the field."""
    if problem.path != path:
        return str(problem)
    message = told(problem.message)
    return f"{spoken(problem.key or where)}: {message}" if problem.key or where else message


def told(message: str) -> str:
    """A message as a sentence begins.

    >>> told("brak treści – napisz ją")
    'Brak treści – napisz ją'
    """
    return message[:1].upper() + message[1:]


def _body_line(path: str, data: bytes) -> int:
    """Where the text begins in a record's file; 0 for one without, or one that cannot be read."""
    if not path.endswith(".md"):
        return 0
    try:
        taken = source.read(path, data)
        head.compose(path, taken.head, taken.head_line)
    except Problems:
        return 0
    return taken.body_line
