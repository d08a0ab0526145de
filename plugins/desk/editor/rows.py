"""The buttons of lists in a form: a row more, a row less, a row up or down.

Without a script each is one trip to the server and back; nothing is saved by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from plugins.desk.editor.values import Tree
from plugins.desk.writing.emit import Plain

ADD, REMOVE, UP, DOWN = "dodaj", "usun", "wyzej", "nizej"
ACTIONS = (ADD, REMOVE, UP, DOWN)

_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]{1,4})\]")


def acted(tree: Tree, action: str, path: str) -> str:
    """Change the tree in place; the path of the row to go on from, empty if there is none such.

    ``path`` names the list for :data:`ADD`, else one of its rows.
    """
    place, number = (path, 0) if action == ADD else _row(path)
    found = _at(tree, place)
    if not isinstance(found, list) or (action != ADD and not 1 <= number <= len(found)):
        return ""
    went = _DOING[action](found, number)
    return f"{place}[{went}]" if went else ""


def put(tree: Tree, path: str, value: str) -> None:
    """Write a text at a path of a group that is there; at no other place is anything done."""
    above, dot, key = path.rpartition(".")
    group = _at(tree, above) if dot else tree
    if isinstance(group, dict) and key in group:
        group[key] = value


def _row(path: str) -> tuple[str, int]:
    found = re.fullmatch(r"(.+)\[([0-9]{1,4})\]", path)
    return (found[1], int(found[2])) if found else ("", 0)


def _at(tree: Plain, path: str) -> Plain | None:
    """What stands at a path of keys and numbers; None: nothing."""
    found: Plain | None = tree
    for key, number in _STEP.findall(path):
        if key and isinstance(found, dict):
            found = found.get(key)
        elif number and isinstance(found, list) and 1 <= int(number) <= len(found):
            found = found[int(number) - 1]
        else:
            return None
    return found


def _add(rows: list[Plain], _: int) -> int:
    rows.append("")
    return len(rows)


def _remove(rows: list[Plain], number: int) -> int:
    del rows[number - 1]
    return min(number, len(rows))


def _up(rows: list[Plain], number: int) -> int:
    return _moved(rows, number, number - 1)


def _down(rows: list[Plain], number: int) -> int:
    return _moved(rows, number, number + 1)


def _moved(rows: list[Plain], number: int, to: int) -> int:
    if not 1 <= to <= len(rows):
        return number
    rows.insert(to - 1, rows.pop(number - 1))
    return to


_DOING: dict[str, Callable[[list[Plain], int], int]] = {
    ADD: _add,
    REMOVE: _remove,
    UP: _up,
    DOWN: _down,
}
