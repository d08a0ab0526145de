"""A head as plain values under the kind's own keys, and how changes join them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from plugins.desk.writing.emit import Plain, is_empty
from plugins.newsroom import grammar
from plugins.newsroom.fields import fold
from plugins.newsroom.grammar import Slot
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.parsing import UNIT

Node = yaml.ScalarNode | yaml.SequenceNode | yaml.MappingNode
Change = Plain | None


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that may stand at one place of a head, by the dataclass ``cls``.

    Without one (answers of a survey, unknown keys) every key is as it is written.
    """

    cls: type | None

    @classmethod
    def of(cls, path: str) -> Keys:
        """Those of a whole head, by the file's place below ``content/``."""
        return cls(Unit if path.endswith(f"/{UNIT}") else KINDS[path.split("/", 2)[1]].record)

    def slot(self, key: str) -> Slot | None:
        """The slot that a spelling means."""
        return grammar.slots(self.cls).get(fold(key)) if self.cls else None

    def name(self, key: str) -> str:
        """The canonical spelling of a key; an unknown one as it is."""
        slot = self.slot(key)
        return slot.key.name if slot else key

    def inside(self, key: str) -> Keys:
        """The keys that may stand below one."""
        slot = self.slot(key)
        return Keys(_nested(slot.type)) if slot else Keys(None)

    def is_list(self, key: str) -> bool:
        """Whether the key holds a list, though one value may be written as a text."""
        slot = self.slot(key)
        return bool(slot and grammar.form(slot.type).item is not None)

    def order(self) -> list[str]:
        """The canonical keys in the order of the kind's table."""
        return [slot.key.name for slot in grammar.keys(self.cls)] if self.cls else []


def _nested(hint: Any) -> type | None:
    form = grammar.form(hint)
    inner = form if form.item is None else grammar.form(form.item)
    return inner.scalar if inner.nested and not hasattr(inner.scalar, "from_pairs") else None


def plain_of(node: Node, keys: Keys) -> Plain:
    """What stands at a node; of a key given twice, the first."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).rstrip("\n")
    if isinstance(node, yaml.SequenceNode):
        return [plain_of(one, keys) for one in node.value]
    found: dict[str, Plain] = {}
    for name, value in node.value:
        found.setdefault(keys.name(name.value), _valued(name.value, value, keys))
    return found


def _valued(name: str, node: Node, keys: Keys) -> Plain:
    value = plain_of(node, keys.inside(name))
    if not keys.is_list(name) or isinstance(node, yaml.SequenceNode):
        return value
    slot = keys.slot(name)
    torn = slot is not None and slot.key.commas
    if torn and isinstance(node, yaml.ScalarNode) and not node.style:
        return [part.strip() for part in str(value).split(",") if part.strip()]
    return [] if is_empty(value) else [value]


def canonical(changes: Mapping[str, Change], keys: Keys) -> dict[str, Change]:
    """Changes under the kind's own keys; one value in place of a list is a list of one."""
    found = {key: _canonical(value, keys.inside(key)) for key, value in changes.items()}
    return {
        keys.name(key): [value] if value and _is_one(key, value, keys) else value
        for key, value in found.items()
    }


def _canonical(value: Change, keys: Keys) -> Change:
    if isinstance(value, dict):
        return dict(canonical(value, keys))  # type: ignore[arg-type]  # None inside: removed
    if isinstance(value, list):
        return [one for one in (_canonical(one, keys) for one in value) if one is not None]
    return value


def _is_one(key: str, value: Change, keys: Keys) -> bool:
    return keys.is_list(key) and not isinstance(value, list)


def merged(old: Plain | None, new: Change) -> Plain:
    """The value after a change: absent keys stay, empty ones go, a list is given whole.

    >>> merged({"a": "1", "b": "2"}, {"b": None, "c": "3"})
    {'a': '1', 'c': '3'}
    """
    if new is None or isinstance(new, str):
        return new or ""
    if isinstance(new, list):
        return [merged(None, one) for one in new if not is_empty(one)]
    kept = dict(old) if isinstance(old, dict) else {}
    return without_empty({**kept, **{key: merged(kept.get(key), new[key]) for key in new}})


def without_empty(values: Mapping[str, Plain]) -> dict[str, Plain]:
    """A mapping whose empty values do not count, as a reader of the head sees it."""
    return {key: value for key, value in values.items() if not is_empty(value)}
