"""What the settings say, read without being run: Pelican, which runs them, takes long to load."""

from __future__ import annotations

import ast
from pathlib import Path

from plugins.problems import Problem, Problems

FILES = ("publishconf.py", "pelicanconf.py")
"""Settings of a published site: what the first does not say, the second says."""


def written(root: Path, name: str) -> str | None:
    """A setting's text, where it is written out; ``None`` where it is made of something else.

    So ``BUILD_DATE = "2026-03-01"`` is known here as a build knows it, and
    ``BUILD_DATE = os.environ.get("BUILD_DATE")`` is left to who reads the environment.
    """
    for file in FILES:
        value = assigned(root / file, name)
        if value is not None:
            found = value.value if isinstance(value, ast.Constant) else None
            return found if isinstance(found, str) else None
    return None


def assigned(file: Path, name: str) -> ast.expr | None:
    """What a file of settings last assigns to a name, outside of any block; ``None``: nothing.

    Raises :class:`Problems` if the file is no Python.
    """
    try:
        tree = ast.parse(file.read_bytes(), file.name)
    except FileNotFoundError:
        return None
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        text = "to nie jest poprawny Python – cofnij ostatnią zmianę w tym pliku"
        raise Problems([Problem(file.name, line, "", text)]) from None
    found = [value for node in tree.body for value in _value(node, name)]
    return found[-1] if found else None


def _value(node: ast.stmt, name: str) -> list[ast.expr]:
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.AnnAssign):
        targets = [node.target]
    if not any(isinstance(one, ast.Name) and one.id == name for one in targets):
        return []
    assert isinstance(node, ast.Assign | ast.AnnAssign)
    return [node.value] if node.value else []
