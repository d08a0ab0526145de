"""Heads written from the grammar of the kinds, so that a new key needs no new test.

A head is a tree of keys and texts; :func:`written` makes YAML of it and knows the line of every
value. What may stand under a key follows from the type of its field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from plugins.newsroom import grammar, parsing
from plugins.newsroom.grammar import Form, Slot
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.report import Answers
from plugins.newsroom.kinds.unit import Unit
from plugins.problems import Problem, Problems
from tests.newsroom.samples import BEFORE, BESIDE, COMMON_BESIDE, LEAST, OWN, SAMPLES, Tree

ROOTS: dict[str, type] = {"jednostka": Unit, **{name: one.record for name, one in KINDS.items()}}
"""The folder of a kind (or „jednostka”) → the class of its head."""


class Raw(str):
    """A value as it stands in YAML, such as an inline list."""

    __slots__ = ()


@dataclass(frozen=True)
class Path:
    """A key of a kind: the ``root`` it stands in and the slots that lead to it."""

    root: str
    steps: tuple[Slot, ...]

    def __str__(self) -> str:
        return f"{self.root}-{'.'.join(step.key.name for step in self.steps)}"

    @property
    def slot(self) -> Slot:
        return self.steps[-1]

    @property
    def form(self) -> Form:
        """The type of the key's value, or of one item of its list."""
        found = grammar.form(self.slot.type)
        return grammar.form(found.item) if found.item else found

    @property
    def is_list(self) -> bool:
        return grammar.form(self.slot.type).item is not None

    @property
    def owner(self) -> type:
        """The class that the key belongs to."""
        return inner(self.steps[-2]) if self.steps[1:] else ROOTS[self.root]

    @property
    def prefix(self) -> str:
        """``historia[2].`` of ``historia[2].odpowiedź``."""
        parts = [
            f"{step.key.name}[{len(earlier(inner(step), below)) + 1}]."
            if grammar.form(step.type).item
            else f"{step.key.name}."
            for step, below in zip(self.steps, self.steps[1:], strict=False)
        ]
        return "".join(parts)


def inner(slot: Slot) -> type:
    """The class of a key's value or of its list's items."""
    found = grammar.form(slot.type)
    return (grammar.form(found.item) if found.item else found).scalar


def earlier(cls: type, slot: Slot) -> list[Tree]:
    return BEFORE.get((cls, slot.key.name), [])


def paths(root: str, cls: type, steps: tuple[Slot, ...] = ()) -> Iterator[Path]:
    """Every key of a class and of the classes within."""
    for slot in grammar.keys(cls):
        path = Path(root, (*steps, slot))
        yield path
        if path.form.nested:
            yield from paths(root, path.form.scalar, path.steps)


def good(path: Path) -> Any:
    """A value that the key takes."""
    name = path.slot.key.name
    own = LEAST.get(path.owner, {}).get(name) or OWN.get((path.owner, name))
    return own or listed(path, _one(path))


def listed(path: Path, value: Any) -> Any:
    """A value as a list of one, where the key takes a list."""
    return [value] if path.is_list else value


def _one(path: Path) -> Any:
    form = path.form
    if form.scalar is Answers:
        return {"Tak": "5", "Nie": "0"}
    if form.nested:
        return least(path) or {_first(path).slot.key.name: good(_first(path))}
    if form.reads:
        return SAMPLES[form.reads.shape].good
    return next(str(one.value) for one in form.scalar if one is not _default(path))


def _first(path: Path) -> Path:
    return next(paths(path.root, path.form.scalar, path.steps))


def _default(path: Path) -> Any:
    return next(one.default for one in fields(path.owner) if one.name == path.slot.name)


def least(path: Path | str) -> Tree:
    """The least that may stand under a key, or in a whole head."""
    root, cls, steps = (
        (path, ROOTS[path], ())
        if isinstance(path, str)
        else (path.root, inner(path.slot), path.steps)
    )
    required = [one for one in grammar.keys(cls) if one.required]
    tree: Tree = {one.key.name: good(Path(root, (*steps, one))) for one in required}
    if not steps and root in KINDS and KINDS[root].dated:
        tree["data publikacji"] = "2026-03-01"
    return tree | LEAST.get(cls, {})


def head(path: Path, value: Any = None, spelling: str = "") -> Tree:
    """The least head that holds a key, with this value in place of a good one."""
    return _grown(path, 0, value, spelling)


def _grown(path: Path, depth: int, value: Any, spelling: str) -> Tree:
    above = Path(path.root, path.steps[:depth]) if depth else path.root
    here = Path(path.root, path.steps[: depth + 1])
    key = here.slot.key.name
    beside = BESIDE.get((here.owner, key), {} if depth else COMMON_BESIDE.get(key, {}))
    tree = {name: one for name, one in (least(above) | beside).items() if one}
    if here != path:
        below = _grown(path, depth + 1, value, spelling)
        before = earlier(inner(here.slot), path.steps[depth + 1])
        return tree | {key: [*before, below] if here.is_list else below}
    tree = {name: one for name, one in tree.items() if name != key or not spelling}
    return tree | {spelling or key: good(path) if value is None else value}


@dataclass(frozen=True)
class Text:
    """A file, and the line of every value in it by its key."""

    data: bytes
    lines: dict[str, int]


def written(root: str, tree: Tree) -> Text:
    """A file whose head is this tree."""
    lines: list[tuple[str, str]] = list(_emitted(tree, "", ""))
    bare = root not in KINDS or KINDS[root].bare
    text = "\n".join(line for _, line in lines)
    first = 1 if root == "jednostka" else 2
    places: dict[str, int] = {}
    for number, (key, _) in enumerate(lines, first):
        while key:
            places.setdefault(key, number)
            key = key[: max(key.rfind("."), key.rfind("["), 0)]
    text = text if root == "jednostka" else f"---\n{text}\n---\n{'' if bare else 'Treść.'}\n"
    return Text(text.encode(), places)


def _emitted(tree: Tree, indent: str, prefix: str) -> Iterator[tuple[str, str]]:
    """Lines, each with the key of the value that stands in it or begins with it."""
    for key, value in tree.items():
        path = f"{prefix}{key}"
        if isinstance(value, str):
            yield path, f"{indent}{key}: {_quoted(value)}"
            continue
        yield prefix.rstrip("."), f"{indent}{key}:"
        if isinstance(value, dict):
            yield from _emitted(value, f"{indent}  ", f"{path}.")
        else:
            yield from _items(value, f"{indent}  ", path)


def _items(items: list[Any], indent: str, path: str) -> Iterator[tuple[str, str]]:
    for number, item in enumerate(items, 1):
        if isinstance(item, str):
            yield f"{path}[{number}]", f"{indent}- {_quoted(item)}"
            continue
        for place, (key, line) in enumerate(_emitted(item, f"{indent}  ", f"{path}[{number}].")):
            mark = f"{indent}- {line.lstrip(' ')}"
            yield (key or f"{path}[{number}]", mark) if not place else (key, line)


def _quoted(text: str) -> str:
    return text if isinstance(text, Raw) else '"' + text.replace('"', '\\"') + '"'


def read(root: str, text: Text) -> Any:
    """The record of a file; raises :class:`Problems`."""
    if root == "jednostka":
        return parsing.parse_unit("content/jednostka.yml", text.data)
    return parsing.parse(f"content/{root}/w-2026-001.md", text.data)[0].record


def problems(root: str, text: Text) -> list[Problem]:
    """What is wrong with a file."""
    try:
        read(root, text)
    except Problems as error:
        return list(error.problems)
    return []
