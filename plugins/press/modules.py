"""What code an output runs: a module, its imports in the project, the libraries they use.

Imports are read from the source, never run; an import by a computed name is not seen, so
makers and filters must not use one. A package's ``__init__`` counts only when a name is
imported from it.
"""

from __future__ import annotations

import ast
import platform
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plugins.press.digest import of_bytes
from plugins.press.libraries import versions
from plugins.press.memo import Memo
from plugins.problems import Problem, Problems

BASE = Path(__file__).parents[2]
"""The folder of `plugins`: a module found in it is the project's own."""


@dataclass(frozen=True, slots=True)
class Code:
    """Digests of source files by path, and versions of libraries by name."""

    files: dict[str, str]
    libraries: dict[str, str]


class _Module(NamedTuple):
    """One of the project's own modules: its file, digest, and the modules that it imports."""

    path: str
    digest: str
    imports: tuple[str, ...]


class Modules:
    """The project's modules, each read once a run; ``memo`` remembers their imports."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self._read: dict[str, _Module | None] = {}

    def code(self, modules: Iterable[str]) -> Code:
        """The code of ``modules`` and of all that they import, directly or not.

        Raises :class:`Problems` for a file that changed after this process had first seen it:
        the code that runs is no longer the code on disk.
        """
        files: dict[str, str] = {}
        outside: set[str] = set()
        seen = set(waiting := list(modules))
        while waiting:
            module = self._module(name := waiting.pop())
            if module is None:
                outside.add(name.partition(".")[0])
                continue
            files[module.path] = module.digest
            fresh = [name for name in module.imports if name not in seen]
            seen.update(fresh)
            waiting += fresh
        python = {"python": platform.python_version()}
        return Code(dict(sorted(files.items())), python | versions(frozenset(_libraries(outside))))

    def _module(self, name: str) -> _Module | None:
        """A module of the project; None for any other."""
        if name not in self._read:
            file = own_file(name)
            self._read[name] = self._file(file) if file else None
        return self._read[name]

    def _file(self, file: Path) -> _Module:
        path = file.relative_to(BASE).as_posix()
        source = file.read_bytes()
        digest = of_bytes(source)
        _same_as_running(file, digest, path)
        named = self._memo.of(path, digest, lambda: imports(source))
        return _Module(path, digest, tuple(dict.fromkeys(map(_module, named))))


@cache
def imports(source: bytes) -> tuple[str, ...]:
    """What ``source`` imports anywhere, sorted: ``module`` or ``module:name``.

    >>> imports(b"import os.path\\nfrom plugins.outputs import File")
    ('os.path', 'plugins.outputs:File')
    """
    statements = _statements(ast.parse(source))
    return tuple(sorted({name for node in statements for name in _named(node)}))


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """All statements, at any depth; expressions, which are most of a tree, hold none."""
    for field in ("body", "orelse", "handlers", "finalbody", "cases"):
        inner = getattr(node, field, ())
        for statement in inner if isinstance(inner, list) else ():
            yield statement
            yield from _statements(statement)


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        if node.level:
            raise TypeError(f"line {node.lineno}: a relative import cannot be followed")
        yield from (f"{node.module}:{alias.name}" for alias in node.names)


def _module(imported: str) -> str:
    """The module that an import reaches: ``a:b`` is the module ``a.b``, or a name in ``a``."""
    module, _, name = imported.partition(":")
    inner = f"{module}.{name}"
    return inner if name and own_file(inner) else module


@cache
def own_file(module: str) -> Path | None:
    """The source of one of the project's own modules; None for any other."""
    place = BASE.joinpath(*module.split("."))
    for file in (place.with_name(place.name + ".py"), place / "__init__.py"):
        if file.is_file():
            return file
    return None


def _libraries(names: Iterable[str]) -> Iterator[str]:
    """Names that are neither of the standard library nor packages of our own."""
    for name in names:
        if name not in sys.stdlib_module_names and not (BASE / name).is_dir():
            yield name
        elif name == "zoneinfo":
            yield "tzdata"


def _same_as_running(file: Path, digest: str, path: str) -> None:
    if digest != _first_read(file):
        text = "kod zmienił się w trakcie pracy programu – zatrzymaj program i uruchom go ponownie"
        raise Problems([Problem(path, 0, "", text)])


@cache
def _first_read(file: Path) -> str:
    """The digest of a source file as this process first saw it."""
    return of_bytes(file.read_bytes())
