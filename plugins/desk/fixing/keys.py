"""Keys and values of a head in the spelling of the kind's table, by their places in YAML."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

import yaml

from plugins.desk.writing import emit, splice
from plugins.desk.writing.edits import Edit, applied
from plugins.desk.writing.emit import Plain
from plugins.desk.writing.heads import Keys, Node
from plugins.newsroom import categories, dates, grammar, head, typography
from plugins.newsroom.fields import yes_or_no
from plugins.newsroom.grammar import Form


def spelled(path: str, text: str, first_line: int) -> str:
    """A head's text with every key in its canonical spelling."""
    root = head.compose(path, text, first_line)
    return applied(text, list(_misspelt(root, Keys.of(path))))


def _misspelt(node: Node, keys: Keys) -> Iterator[Edit]:
    if isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _misspelt(one, keys)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            right = keys.name(name.value)
            if right != name.value:
                yield Edit(name.start_mark.index, name.end_mark.index, emit.scalar(right))
            yield from _misspelt(value, keys.inside(name.value))


def changes(path: str, data: bytes) -> dict[str, Plain]:
    """Top-level keys whose values are spelled otherwise than the table does → how it does.

    A value changes only if it is read as the same.
    """
    keys = Keys.of(path)
    said = splice.plain(path, data)
    found = {key: _canonical(value, keys, key) for key, value in said.items()}
    return {key: value for key, value in found.items() if value != said[key]}


def _canonical(value: Plain, keys: Keys, key: str) -> Plain:
    slot = keys.slot(key)
    if slot is None:
        return value
    form = grammar.form(slot.type)
    return _within(value, grammar.form(form.item) if form.item else form, keys.inside(key))


def _within(value: Plain, form: Form, keys: Keys) -> Plain:
    if isinstance(value, list):
        return [_within(one, form, keys) for one in value]
    if isinstance(value, dict):
        return {key: _canonical(one, keys, key) for key, one in value.items()}
    if form.nested:
        return value
    better = _better(form, value)
    return better if _reads_alike(form, value, better) else value


def _better(form: Form, text: str) -> str:
    """How the table spells a value; what it does not spell gets Polish typography."""
    if isinstance(form.scalar, type) and issubclass(form.scalar, Enum):
        return _worth(lambda: form.parse(text).value, text)
    if form.reads is None or form.reads.parse is yes_or_no:
        return _worth(lambda: "tak" if yes_or_no(text) else "nie", text)
    if form.reads.parse is categories.named:
        return _worth(lambda: categories.CATEGORIES[categories.named(text)], text)
    if form.reads.parse is dates.weekday:
        return _worth(lambda: dates.WEEKDAYS[dates.weekday(text)], text)
    return typography.corrected(text)


def _worth(said: Any, text: str) -> str:
    try:
        return str(said())
    except ValueError:
        return text


def _reads_alike(form: Form, one: str, other: str) -> bool:
    try:
        return bool(form.parse(one) == form.parse(other))
    except ValueError:
        return False
