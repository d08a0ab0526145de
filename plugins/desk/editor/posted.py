"""What a browser sent becomes a form's tree; the kind's table says what is asked for.

A field's name is its key's path, as problems name it: ``historia[2].status``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from plugins.desk.editor.values import SHORT, Sort, Tree, sort
from plugins.desk.writing.emit import Plain
from plugins.newsroom import grammar

BODY = "treść"
"""The field of a record's text; no kind has a key of this name."""

_ROW = re.compile(r"\[([0-9]{1,4})\]")

Rows = Mapping[str, Iterable[int]]


def tree(cls: type, form: Mapping[str, str]) -> Tree:
    """All keys of the kind as they were filled in, empty ones too; other names do not count."""
    return group(cls, form, "")


def group(cls: type, form: Mapping[str, str], prefix: str) -> Tree:
    """The keys of one group, whose names begin with ``prefix``."""
    found: dict[str, set[int]] = defaultdict(set)
    for name in form:
        for row in _ROW.finditer(name):
            found[name[: row.start()]].add(int(row[1]))
    return _group(cls, form, {path: sorted(numbers) for path, numbers in found.items()}, prefix)


def _group(cls: type, form: Mapping[str, str], rows: Rows, prefix: str) -> Tree:
    return {
        slot.key.name: _value(slot.type, form, rows, f"{prefix}{slot.key.name}")
        for slot in grammar.keys(cls)
    }


def _value(hint: Any, form: Mapping[str, str], rows: Rows, path: str) -> Plain:
    taken = grammar.form(hint)
    match sort(hint):
        case Sort.LIST:
            return [_value(taken.item, form, rows, f"{path}[{n}]") for n in rows.get(path, ())]
        case Sort.GROUP:
            short: Tree = {SHORT: _text(form, path)}
            return {**short, **_group(taken.scalar, form, rows, f"{path}.")}
        case _:
            return _text(form, path)


def _text(form: Mapping[str, str], path: str) -> str:
    """A field as it was filled in; blanks alone are nothing."""
    text = form.get(path, "")
    return text if text.strip() else ""
