"""A head's values as a form holds them, and what of them a form has changed.

A form's tree is like the head's own values with three differences: every list is a list, a
group written as one text (a venue by its id) holds that text under :data:`SHORT`, and answers
with their counts are lines of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any

from plugins.desk.writing.emit import Plain, is_empty
from plugins.newsroom import fields, grammar

SHORT = ""
"""The key under which a form holds a group that is written as one text."""

Tree = dict[str, Plain]

Change = Plain | None


class Sort(Enum):
    """What stands at a key: one text, keys, lines „answer: count”, or a list of one of these."""

    TEXT = "text"
    GROUP = "group"
    PAIRS = "pairs"
    LIST = "list"


@cache
def sort(hint: Any) -> Sort:
    """How a type of the kind's table is filled in."""
    form = grammar.form(hint)
    if form.item is not None:
        return Sort.LIST
    if not form.nested:
        return Sort.TEXT
    return Sort.PAIRS if hasattr(form.scalar, "from_pairs") else Sort.GROUP


def collapsed(text: str) -> str:
    """A text on one line, as every scalar of a head is read; hard spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def chosen(hint: Any, text: str) -> str:
    """A word of a closed list in its own spelling, any other text on one line."""
    form, text = grammar.form(hint), collapsed(text)
    try:
        if form.reads is None and text:
            return str(form.parse(text).value)
        if form.scalar is bool and text:
            return "tak" if fields.yes_or_no(text) else "nie"
    except ValueError:
        return text  # the check says what is wrong with it
    return text


def laid(cls: type, plain: Mapping[str, Plain]) -> Tree:
    """The values of a head, or of a group in it, as a form holds them."""
    known = ((slot, plain.get(slot.key.name)) for slot in grammar.keys(cls))
    return {slot.key.name: _laid(slot.type, value) for slot, value in known if value is not None}


def _laid(hint: Any, value: Plain) -> Plain:
    form = grammar.form(hint)
    match sort(hint):
        case Sort.LIST:
            many = value if isinstance(value, list) else [value]
            return [_laid(form.item, one) for one in many]
        case Sort.GROUP:
            return laid(form.scalar, value) if isinstance(value, dict) else {SHORT: as_text(value)}
        case Sort.PAIRS:
            return _lines(value)
        case Sort.TEXT:
            return chosen(hint, as_text(value))


def as_text(value: Plain) -> str:
    """What stands where one text should, all of it, for the officer to see."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(map(as_text, value))
    return "; ".join(f"{key}: {as_text(inner)}" for key, inner in value.items())


def _lines(value: Plain) -> str:
    if not isinstance(value, dict):
        return as_text(value)
    return "\n".join(f"{key}: {as_text(count)}" for key, count in value.items())


def strange(cls: type, plain: Mapping[str, Plain], prefix: str = "") -> Iterator[str]:
    """The keys of a head that are in no table, as paths."""
    slots = {slot.key.name: slot for slot in grammar.keys(cls)}
    for key, value in plain.items():
        if key not in slots:
            yield f"{prefix}{key}"
            continue
        hint, many = slots[key].type, [("", value)]
        if sort(hint) is Sort.LIST and isinstance(value, list):
            hint = grammar.form(hint).item
            many = [(f"[{number}]", one) for number, one in enumerate(value, 1)]
        for place, one in many:
            if sort(hint) is Sort.GROUP and isinstance(one, dict):
                yield from strange(grammar.form(hint).scalar, one, f"{prefix}{key}{place}.")


def given(cls: type, tree: Mapping[str, Plain], old: Mapping[str, Plain]) -> dict[str, Plain]:
    """What a form says, as a head holds it; empty values are left out.

    Where it says the same as ``old``, that stays letter by letter; keys in no table stay too.
    """
    slots = grammar.keys(cls)
    known = {slot.key.name for slot in slots}
    found = {
        slot.key.name: _given(slot.type, tree.get(slot.key.name, ""), old.get(slot.key.name))
        for slot in slots
    }
    kept = {key: value for key, value in old.items() if key not in known}
    return {key: value for key, value in {**found, **kept}.items() if not is_empty(value)}


def _given(hint: Any, value: Plain, old: Plain | None) -> Plain:
    match sort(hint):
        case Sort.LIST:
            items = value if isinstance(value, list) else []
            return _items(grammar.form(hint).item, items, old if isinstance(old, list) else [])
        case Sort.GROUP:
            return _group(hint, value if isinstance(value, dict) else {}, old)
        case Sort.PAIRS:
            new = counted(as_text(value))
            return old if isinstance(old, dict) and counted(_lines(old)) == new else new
        case Sort.TEXT:
            text = chosen(hint, as_text(value))
            return old if isinstance(old, str) and chosen(hint, old) == text else text


def _group(hint: Any, tree: Tree, old: Plain | None) -> Plain:
    short = collapsed(as_text(tree.get(SHORT, "")))
    inside = {key: value for key, value in tree.items() if key != SHORT}
    if short and is_empty(inside):
        return old if isinstance(old, str) and collapsed(old) == short else short
    cls = grammar.form(hint).scalar
    return given(cls, inside, old if isinstance(old, dict) and not is_empty(inside) else {})


def _items(hint: Any, items: list[Plain], old: list[Plain]) -> list[Plain]:
    """Each item beside the old one that it was: one that says the same, else by its number."""
    free = list(range(len(old)))
    found: dict[int, Plain] = {}
    for number, item in enumerate(items):
        same = next((at for at in free if _given(hint, item, old[at]) == old[at]), None)
        if same is not None:
            found[number] = old[same]
            free.remove(same)
    for number, item in enumerate(items):
        if number not in found:
            found[number] = _given(hint, item, old[number] if number in free else None)
    return [found[number] for number in range(len(items)) if not is_empty(found[number])]


def counted(text: str) -> dict[str, Plain]:
    """Lines „answer: count” as a mapping; a line without a count keeps its text for the check.

    >>> counted("Tak: 12\\nNie, bo: za późno: 3\\nNie wiem")
    {'Tak': '12', 'Nie, bo: za późno': '3', 'Nie wiem': '?'}
    """
    found: dict[str, Plain] = {}
    for line in filter(None, map(collapsed, text.splitlines())):
        answer, colon, count = line.rpartition(":")
        found[collapsed(answer if colon else line)] = count.strip() or "?" if colon else "?"
    return found


def changes(new: Mapping[str, Plain], old: Mapping[str, Plain]) -> dict[str, Change]:
    """What must change so that ``old`` becomes ``new``; None: the key goes."""
    gone: dict[str, Change] = {key: None for key in old if key not in new}
    return {
        **gone,
        **{key: _change(new[key], old.get(key)) for key in new if new[key] != old.get(key)},
    }


def _change(new: Plain, old: Plain | None) -> Change:
    if isinstance(new, dict) and isinstance(old, dict):
        return dict(changes(new, old))  # type: ignore[arg-type]  # None inside: removed
    return new


def muddled(cls: type, tree: Mapping[str, Plain], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Groups that are given twice, as one text and key by key: path and what to do."""
    for slot in grammar.keys(cls):
        path, value = f"{prefix}{slot.key.name}", tree.get(slot.key.name, "")
        hint, many = slot.type, [(path, value)]
        if sort(hint) is Sort.LIST and isinstance(value, list):
            hint = grammar.form(hint).item
            many = [(f"{path}[{number}]", one) for number, one in enumerate(value, 1)]
        for place, one in many:
            if sort(hint) is Sort.GROUP and isinstance(one, dict):
                yield from _twice(hint, one, place)


def _twice(hint: Any, tree: Tree, path: str) -> Iterator[tuple[str, str]]:
    inside = {key: value for key, value in tree.items() if key != SHORT}
    if not is_empty(tree.get(SHORT)) and not is_empty(inside):
        yield path, "podano dwa razy, krótko i w szczegółach – zostaw jedno, drugie wyczyść"
    yield from muddled(grammar.form(hint).scalar, inside, f"{path}.")


def pruned(tree: Plain) -> Plain:
    """A form's tree without what was left empty, so that items are numbered as in the file."""
    if isinstance(tree, dict):
        return {key: pruned(value) for key, value in tree.items() if not is_empty(value)}
    if isinstance(tree, list):
        return [pruned(one) for one in tree if not is_empty(one)]
    return tree
