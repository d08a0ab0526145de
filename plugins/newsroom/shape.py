"""A tree of YAML nodes becomes a frozen dataclass, by the grammar in its annotations.

One walk gives the values and every problem with its line: the node at hand knows its place,
so no error has to be mapped back from a validator's path.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from plugins.newsroom import advice, fields, grammar
from plugins.newsroom.fields import Key
from plugins.newsroom.grammar import Slot
from plugins.newsroom.head import Node, line_of
from plugins.newsroom.lines import nearest, packed
from plugins.newsroom.nodes import bulleted, is_empty, ran_on, swallowed
from plugins.newsroom.spelling import fold
from plugins.privacy.masks import hidden
from plugins.problems import Problem

FAILED: Any = object()
"""Stands for a value that could not be read; its problem is already noted."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An id found in a head or a body: ``target`` is ``kind/id``; ``key`` where it stands."""

    target: str
    key: str
    line: int
    loose: bool = False


class Walk:
    """Reads one head; gathers ``problems``, ``warnings`` and ``references`` as it goes."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path, self.text, self.first_line = path, text, first_line
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.references: list[Reference] = []
        self._lines: dict[str, int] = {}

    def fail(self, node: Node, key: str, message: str) -> Any:
        """Note a problem at a node."""
        line = line_of(node, self.first_line)
        self.problems.append(Problem(self.path, line, key, advice.legible(message)))
        return FAILED

    def line(self, key: str) -> int:
        """The line of ``zmiany[2].jest``, or of the nearest part of it that was read."""
        return nearest(self._lines, key, self.first_line)

    @property
    def lines(self) -> bytes:
        """All lines, :func:`packed`."""
        return packed(self._lines)

    def key(self, line: int) -> str:
        """The key that stands in a line, or nearest above it; empty below the head."""
        if not self.first_line <= line <= self.first_line + self.text.count("\n"):
            return ""
        above = [(at, len(key), key) for key, at in self._lines.items() if at <= line]
        return max(above, default=(0, 0, ""))[2]

    def _at(self, key: str, node: Node) -> None:
        self._lines.setdefault(key, line_of(node, self.first_line))

    def record(self, cls: type, node: yaml.MappingNode, prefix: str = "", **given: Any) -> Any:
        """A dataclass from a mapping; ``given`` fills fields that the officer does not write."""
        values = self._values(cls, node, prefix, given)
        if any(value is FAILED for value in values.values()):
            return FAILED
        return cls(**values)

    def known(self, cls: type, node: yaml.MappingNode, **given: Any) -> Any:
        """The record of a whole head, without the fields that could not be read.

        Such a field is not there at all: whoever asks for it gets an :class:`AttributeError`.
        """
        values = self._values(cls, node, "", given)
        failed = {name for name, value in values.items() if value is FAILED}
        if not failed:
            return cls(**values)
        record: Any = object.__new__(cls)
        for field in dataclasses.fields(cls):
            if field.name not in failed:
                object.__setattr__(record, field.name, values.get(field.name, field.default))
        return record

    def _values(
        self, cls: type, node: yaml.MappingNode, prefix: str, given: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Field → what stands under its key, FAILED where that could not be read."""
        self._at(prefix.rstrip("."), node)
        values = dict(given)
        for slot, value, key in self._pairs(cls, node, prefix):
            read = FAILED if value is None else self.value(slot.type, value, key, slot.key)
            values[slot.name] = read
        for slot in grammar.keys(cls):
            if slot.required and slot.name not in values:
                values[slot.name] = self._missing(node, slot, prefix)
        return values

    def _missing(self, node: Node, slot: Slot, prefix: str) -> Any:
        """Note a key that is not there, or stands there empty."""
        key = f"{prefix}{slot.key.name}"
        line = self._lines.get(key, line_of(node, self.first_line))
        what = "pusty klucz – napisz" if key in self._lines else "brak wymaganego klucza – dopisz"
        message = f"{what} {advice.to_write(slot)}"
        if any(warning.key == key for warning in self.warnings):
            message = "„#” zaczyna komentarz – ujmij całą wartość w cudzysłów"
            self.warnings = [warning for warning in self.warnings if warning.key != key]
        self.problems.append(Problem(self.path, line, key, message))
        return FAILED

    def _pairs(
        self, cls: type, node: yaml.MappingNode, prefix: str
    ) -> list[tuple[Slot, Node | None, str]]:
        """The known keys that have a value; None stands for the value of a misspelt key."""
        known, seen, found = grammar.slots(cls), dict[str, int](), []
        for name, value in node.value:
            slot = known.get(fold(name.value))
            if slot is None:
                meant = self._unknown(cls, node, name, prefix)
                found += [(meant, None, "")] if meant else []
                continue
            key = f"{prefix}{slot.key.name}"
            if slot.name in seen:
                message = f"klucz jest już w wierszu {seen[slot.name]} – zostaw jeden"
                self.fail(name, f"{prefix}{name.value}", message)
                continue
            seen[slot.name] = line_of(name, self.first_line)
            self._at(key, name)
            self._cut(value, key)
            if not is_empty(value):
                found.append((slot, value, key))
        written = {slot.name for slot, value, _ in found if value is not None}
        return [one for one in found if one[1] is not None or one[0].name not in written]

    def _unknown(
        self, cls: type, node: yaml.MappingNode, name: yaml.ScalarNode, prefix: str
    ) -> Slot | None:
        """Note an unknown key; give the slot that was meant, so that it is not missed too."""
        meant = grammar.nearest(cls, name.value)
        names = [slot.key.name for slot in grammar.keys(cls)]
        listed = f"możliwe: {', '.join(names[:12])}{'…' if len(names) > 12 else ''}"
        there = [grammar.slots(cls).get(fold(one.value)) for one, _ in node.value]
        said = f"napisz „{meant.key.name}”" if meant else listed
        if meant and meant in there:
            said = f"jest już „{meant.key.name}”; wpisz to tam albo usuń ten wiersz"
        unwanted: dict[str, str] = getattr(cls, "unwanted", dict)()
        told = unwanted.get(fold(name.value), f"nieznany klucz – {said}")
        key = f"{prefix}{hidden(name.value)[:40]}"
        self._at(key, name)
        self.fail(name, key, told)
        return meant

    def value(self, hint: Any, node: Node, key: str, said: Key | None = None) -> Any:
        """The value of one node by its type; FAILED after noting why not."""
        form = grammar.form(hint)
        if form.item is not None:
            return self._many(form.item, node, key, said)
        if form.nested:
            return self._nested(form.scalar, node, key)
        if isinstance(node, yaml.ScalarNode):
            return self._parsed(form, node.value, node, key)
        if node.flow_style:
            return self.fail(node, key, advice.bracketed(form, node))
        return self.fail(node, key, f"tu nie może stać lista – wpisz jedną wartość: {form.shape}")

    def _many(self, item: Any, node: Node, key: str, said: Key | None) -> Any:
        """A list; one value counts as a list of one, and a comma list where the key allows."""
        form = grammar.form(item)
        if isinstance(node, yaml.SequenceNode):
            if node.flow_style and form.torn:
                message = "lista w nawiasie rozrywa tekst na przecinkach – zapisz ją z myślnikami"
                return self.fail(node, key, message)
            read = self._items(item, node, key)
        elif said and said.commas and isinstance(node, yaml.ScalarNode) and not node.style:
            parts = (part.strip() for part in node.value.split(","))
            read = [self._parsed(form, part, node, key) for part in parts if part]
        elif isinstance(node, yaml.MappingNode) and not form.nested:
            return self.fail(node, key, "tu ma stać lista – zacznij każdy jej wiersz od „- ”")
        else:
            read = [self.value(item, node, key)]
        return FAILED if any(one is FAILED for one in read) else tuple(read)

    def _items(self, item: Any, node: yaml.SequenceNode, key: str) -> list[Any]:
        """The items of a list, numbered from 1; empty ones (left by a scaffold) do not count."""
        read: list[Any] = []
        for one in node.value:
            place = f"{key}[{len(read) + 1}]"
            self._cut(one, place)
            if not is_empty(one):
                self._at(place, one)
                read.append(self.value(item, one, place))
        return read

    def _nested(self, cls: Any, node: Node, key: str) -> Any:
        if isinstance(node, yaml.MappingNode):
            if node.flow_style and any(grammar.form(s.type).torn for s in grammar.keys(cls)):
                message = (
                    "zapis w nawiasie „{…}” rozrywa tekst – zapisz klucze w osobnych wierszach"
                )
                return self.fail(node, key, message)
            read = getattr(cls, "from_pairs", None)
            return read(self, node, key) if read else self.record(cls, node, f"{key}.")
        short: Callable[[str], Any] | None = getattr(cls, "from_text", None)
        if short and isinstance(node, yaml.ScalarNode):
            return self._short(cls, short, node, key)
        names = ", ".join(slot.key.name for slot in grammar.keys(cls)[:6])
        rows = getattr(cls, "rows", f"klucze: {names}")
        return self.fail(node, key, f"to za mało – zapisz niżej, z wcięciem, {rows}")

    def _short(
        self, cls: type, short: Callable[[str], Any], node: yaml.ScalarNode, key: str
    ) -> Any:
        """A dataclass that may be written as one text, such as a venue by its id."""
        try:
            value = short(fields.unmarked(node.value))
        except ValueError as error:
            return self.fail(node, key, str(error))
        refers = getattr(cls, "refers", "")
        if refers:
            self._refer(f"{refers}/{node.value.strip()}", key, node)
        return value

    def _parsed(self, form: grammar.Form, text: str, node: Node, key: str) -> Any:
        if isinstance(node, yaml.ScalarNode) and ran_on(self.text, node):
            return self.fail(node, key, "złe wcięcie listy – wyrównaj myślniki do jednej kolumny")
        if isinstance(node, yaml.ScalarNode) and bulleted(self.text, node):
            message = f"„{node.value[0]}” nie zaczyna listy – zacznij każdy jej wiersz od „- ”"
            return self.fail(node, key, message)
        try:
            value = form.parse(text)
        except ValueError as error:
            return self.fail(node, key, advice.unquoted(form, text) or str(error))
        for refers in form.refers:
            target = str(value) if refers.kind == "*" else f"{refers.kind}/{text.strip()}"
            self._refer(target, key, node, refers.loose)
        return value

    def _refer(self, target: str, key: str, node: Node, loose: bool = False) -> None:
        line = line_of(node, self.first_line)
        self.references.append(Reference(target, key, line, loose))

    def _cut(self, node: Node, key: str) -> None:
        """Warn where `` #`` turned the rest of a value into a comment."""
        if isinstance(node, yaml.ScalarNode) and swallowed(self.text, node):
            message = "tekst po „#” zniknie – ujmij całą wartość w cudzysłów"
            line = line_of(node, self.first_line)
            self.warnings.append(Problem(self.path, line, key, message))
