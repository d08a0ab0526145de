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
from plugins.newsroom.source import CONTROL

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
    text = visible(form.get(path, ""))
    return text if text.strip() else ""


_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""What other programs end a line with: Word's soft line break is U+000B."""


def visible(text: str) -> str:
    r"""A text without the signs that no record may hold, which nobody sees to delete them.

    They come with what is pasted: marks of direction around phone numbers, a byte order mark.

    >>> visible("\u202a47 700 00 00\u202c,\x0bpokój 5")
    '47 700 00 00,\npokój 5'
    """
    return CONTROL.sub("", _BREAK.sub("\n", text))
