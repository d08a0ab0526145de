"""A tree of YAML nodes becomes a frozen dataclass, by the grammar in its annotations.

One walk gives the values and every problem with its line: the node at hand knows its place,
so no error has to be mapped back from a validator's path.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Any

import yaml

from plugins.newsroom.fields import Key, Reads, Refers
from plugins.newsroom.head import Node, line_of, swallowed
from plugins.newsroom.spelling import fold
from plugins.problems import Problem

FAILED: Any = object()
"""Stands for a value that could not be read; its problem is already noted."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a kind: the code's ``name``, the officer's ``key``, its type."""

    name: str
    key: Key
    type: Any
    required: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """An id found in a head or a body: ``target`` is ``kind/id``; ``key`` where it stands."""

    target: str
    key: str
    loose: bool = False


@cache
def slots(cls: type) -> dict[str, Slot]:
    """Folded spelling of every key and alias → its slot, for one dataclass."""
    hints = typing.get_type_hints(cls, include_extras=True)
    found: dict[str, Slot] = {}
    for field in fields(cls):
        for slot in _slots_of(field.name, hints[field.name], field.default is MISSING):
            for spelling in (slot.key.name, *slot.key.aliases):
                found[fold(spelling)] = slot
    return found


def _slots_of(name: str, hint: Any, bare: bool) -> list[Slot]:
    keys = [extra for extra in _extras(hint) if isinstance(extra, Key)]
    return [Slot(name, key, _bare(hint), key.required or bare) for key in keys]


def keys(cls: type) -> list[Slot]:
    """The slots of a dataclass, each once, in the order of their definition."""
    return list(dict.fromkeys(slots(cls).values()))


def _extras(hint: Any) -> tuple[Any, ...]:
    return tuple(getattr(hint, "__metadata__", ()))


def _bare(hint: Any) -> Any:
    """The type without its Key, keeping Reads and Refers."""
    rest = tuple(extra for extra in _extras(hint) if not isinstance(extra, Key))
    inner = typing.get_args(hint)[0] if _extras(hint) else hint
    return typing.Annotated[(inner, *rest)] if rest else inner


class Walk:
    """Reads one head; gathers ``problems``, ``warnings`` and ``references`` as it goes."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path, self.text, self.first_line = path, text, first_line
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.references: list[Reference] = []

    def fail(self, node: Node, key: str, message: str) -> Any:
        """Note a problem at a node."""
        self.problems.append(Problem(self.path, line_of(node, self.first_line), key, message))
        return FAILED

    def record(self, cls: type, node: yaml.MappingNode, prefix: str = "", **given: Any) -> Any:
        """An instance of ``cls``, or FAILED when any of its values could not be read."""
        values = {**given}
        for slot, value, key in self._pairs(cls, node, prefix):
            values[slot.name] = self.value(slot.type, value, key, slot.key)
        for slot in keys(cls):
            if slot.required and slot.name not in values:
                values[slot.name] = self._missing(node, slot, prefix)
        if any(value is FAILED for value in values.values()):
            return FAILED
        return cls(**values)

    def _missing(self, node: Node, slot: Slot, prefix: str) -> Any:
        example = slot.key.example or _shape(slot.type)
        key = f"{prefix}{slot.key.name}"
        return self.fail(node, key, f"brak wymaganego klucza – dopisz „{slot.key.name}: {example}”")

    def _pairs(
        self, cls: type, node: yaml.MappingNode, prefix: str
    ) -> list[tuple[Slot, Node, str]]:
        """The known keys that have a value; unknown and repeated ones become problems."""
        known, seen, found = slots(cls), dict[str, yaml.ScalarNode](), []
        for name, value in node.value:
            slot = known.get(fold(name.value))
            if slot is None:
                self._unknown(cls, name, prefix)
            elif slot.name in seen:
                first = line_of(seen[slot.name], self.first_line)
                message = f"klucz jest już w wierszu {first} – zostaw jeden"
                self.fail(name, f"{prefix}{name.value}", message)
            elif not _empty(value):
                found.append((slot, value, f"{prefix}{slot.key.name}"))
            if slot is not None:
                seen.setdefault(slot.name, name)
        return found

    def _unknown(self, cls: type, name: yaml.ScalarNode, prefix: str) -> None:
        known = slots(cls)
        near = get_close_matches(fold(name.value), known, 1, 0.6)
        names = [slot.key.name for slot in keys(cls)]
        advice = (
            f"napisz „{known[near[0]].key.name}”"
            if near
            else f"możliwe: {', '.join(names[:12])}{'…' if len(names) > 12 else ''}"
        )
        self.fail(name, f"{prefix}{name.value}", f"nieznany klucz – {advice}")

    def value(self, hint: Any, node: Node, key: str, said: Key | None = None) -> Any:
        """The value of one node by its type; FAILED after noting why not."""
        hint, extras = _without_none(hint)
        origin = typing.get_origin(hint)
        if origin is tuple:
            return self._many(typing.get_args(hint)[0], node, key, said)
        if isinstance(hint, type) and is_dataclass(hint) and not _reads(extras):
            return self._nested(hint, node, key)
        if not isinstance(node, yaml.ScalarNode):
            return self.fail(node, key, f"tu ma stać jedna wartość ({_said(hint, extras)})")
        return self._scalar(hint, extras, node, key)

    def _many(self, item: Any, node: Node, key: str, said: Key | None) -> Any:
        """A list; one value counts as a list of one, and a comma list where the key allows."""
        if isinstance(node, yaml.SequenceNode):
            if node.flow_style and _torn(item):
                message = "lista w nawiasie rozrywa tekst na przecinkach – zapisz ją z myślnikami"
                return self.fail(node, key, message)
            read = [
                self.value(item, one, f"{key}[{number}]")
                for number, one in enumerate(node.value, 1)
                if not _empty(one)
            ]
        elif said and said.commas and isinstance(node, yaml.ScalarNode) and node.style is None:
            read = self._commas(item, node, key)
        else:
            read = [self.value(item, node, key)]
        return FAILED if any(one is FAILED for one in read) else tuple(read)

    def _commas(self, item: Any, node: yaml.ScalarNode, key: str) -> list[Any]:
        parts = [part.strip() for part in node.value.split(",") if part.strip()]
        hint, extras = _without_none(item)
        return [self._parsed(hint, extras, part, node, key) for part in parts]

    def _nested(self, cls: Any, node: Node, key: str) -> Any:
        if isinstance(node, yaml.MappingNode):
            if node.flow_style and any(_torn(slot.type) for slot in keys(cls)):
                message = (
                    "zapis w nawiasie „{…}” rozrywa tekst – zapisz klucze w osobnych wierszach"
                )
                return self.fail(node, key, message)
            read = getattr(cls, "from_pairs", None)
            return read(self, node, key) if read else self.record(cls, node, f"{key}.")
        short: Callable[[str], Any] | None = getattr(cls, "from_text", None)
        if short and isinstance(node, yaml.ScalarNode):
            return self._short(cls, short, node, key)
        names = ", ".join(slot.key.name for slot in keys(cls)[:6])
        return self.fail(node, key, f"tu mają stać klucze w osobnych wierszach: {names}")

    def _short(
        self, cls: type, short: Callable[[str], Any], node: yaml.ScalarNode, key: str
    ) -> Any:
        """A dataclass that may be written as one text, such as a venue by its id."""
        try:
            value = short(node.value)
        except ValueError as error:
            return self.fail(node, key, str(error))
        refers = getattr(cls, "refers", None)
        if refers:
            self.references.append(Reference(f"{refers}/{node.value}", key))
        return value

    def _scalar(self, hint: Any, extras: tuple[Any, ...], node: yaml.ScalarNode, key: str) -> Any:
        if swallowed(self.text, node):
            message = "tekst po „#” zniknie – ujmij całą wartość w cudzysłów"
            line = line_of(node, self.first_line)
            self.warnings.append(Problem(self.path, line, key, message))
        return self._parsed(hint, extras, node.value, node, key)

    def _parsed(self, hint: Any, extras: tuple[Any, ...], text: str, node: Node, key: str) -> Any:
        try:
            value = _choice(hint, text) if _is_enum(hint) else _parser(extras)(text)
        except ValueError as error:
            return self.fail(node, key, str(error))
        for refers in extras:
            if isinstance(refers, Refers):
                target = str(value) if refers.kind == "*" else f"{refers.kind}/{text.strip()}"
                self.references.append(Reference(target, key, refers.loose))
        return value


def _empty(node: Node) -> bool:
    value = node.value.strip() if isinstance(node, yaml.ScalarNode) else node.value
    return len(value) == 0


def _without_none(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type behind ``| None`` and Annotated, with all its annotations."""
    extras = _extras(hint)
    if extras:
        hint = typing.get_args(hint)[0]
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        (inner,) = (arg for arg in typing.get_args(hint) if arg is not type(None))
        hint, more = _without_none(inner)
        extras = (*extras, *more)
    return hint, extras


def _reads(extras: tuple[Any, ...]) -> Reads | None:
    return next((extra for extra in extras if isinstance(extra, Reads)), None)


def _parser(extras: tuple[Any, ...]) -> Callable[[str], Any]:
    reads = _reads(extras)
    assert reads is not None, "every scalar field of a kind is annotated with Reads"
    return reads.parse


def _torn(hint: Any) -> bool:
    inner, extras = _without_none(hint)
    reads = _reads(extras)
    return bool(reads and reads.torn) or (isinstance(inner, type) and is_dataclass(inner))


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _choice(hint: type[Enum], text: str) -> Enum:
    spelled = {fold(word): one for one in hint for word in _spellings(one)}
    found = spelled.get(fold(text))
    if found is None:
        near = get_close_matches(fold(text), spelled, 1)
        options = ", ".join(str(one.value) for one in hint)
        advice = f"napisz „{spelled[near[0]].value}”" if near else f"możliwe: {options}"
        raise ValueError(f"nie ma wartości „{text}” – {advice}")
    return found


def _spellings(one: Enum) -> tuple[str, ...]:
    also: dict[str, tuple[str, ...]] = getattr(type(one), "also", dict)()
    return (str(one.value), *also.get(str(one.value), ()))


def _shape(hint: Any) -> str:
    inner, extras = _without_none(hint)
    return _said(inner, extras)


def _said(hint: Any, extras: tuple[Any, ...]) -> str:
    """What may be written, in Polish."""
    reads = _reads(extras)
    if reads:
        return reads.shape
    if _is_enum(hint):
        return ", ".join(str(one.value) for one in hint)
    return "…"


def line_of_key(root: Node, key: str, first_line: int) -> int:
    """The line of ``zmiany[2].jest``, or of the nearest part of it that stands in the head."""
    node, line = root, line_of(root, first_line)
    for name, number in re.findall(r"([^.\[\]]+)|\[(\d+)\]", key):
        step = _step(node, name, int(number or 0))
        if step is None:
            break
        place, node = step
        line = line_of(place, first_line)
    return line


def _step(node: Node, name: str, number: int) -> tuple[Node, Node] | None:
    if isinstance(node, yaml.MappingNode) and name:
        for key, value in node.value:
            if fold(key.value) == fold(name):
                return key, value
    if isinstance(node, yaml.SequenceNode) and 0 < number <= len(node.value):
        return node.value[number - 1], node.value[number - 1]
    return None
