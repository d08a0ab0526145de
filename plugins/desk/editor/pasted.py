"""Entries that the check writes for the officer to paste, read for the form."""

from __future__ import annotations

import textwrap

from plugins.desk.editor import values
from plugins.desk.editor.values import Tree
from plugins.desk.writing.emit import Plain, is_empty
from plugins.desk.writing.heads import Keys, plain_of
from plugins.newsroom import grammar, head
from plugins.problems import Problems

LEDGER = "zmiany"
"""The only list whose entries the check writes."""


def entries(cls: type, lines: str) -> dict[str, list[Plain]]:
    """Key of a list → the entries in these lines, with or without the key above them.

    Anything that is no entry of :data:`LEDGER` gives nothing.
    """
    text = textwrap.dedent(lines.replace("\r\n", "\n"))
    if not text.startswith(f"{LEDGER}:"):
        text = f"{LEDGER}:\n{textwrap.indent(text, '  ')}"
    try:
        found = plain_of(head.compose("", text, 1), Keys(cls))
    except Problems:
        return {}
    listed = found.get(LEDGER) if isinstance(found, dict) else None
    if LEDGER not in {slot.key.name for slot in grammar.keys(cls)} or not listed:
        return {}
    laid = values.laid(cls, {LEDGER: listed})[LEDGER]
    entries = [one for one in laid if isinstance(one, dict) and not is_empty(one)]
    whole = len(entries) == len(laid) and values.SHORT not in entries[-1]
    return {LEDGER: list(entries)} if whole else {}


def first_empty(cls: type, entry: Plain, path: str) -> str:
    """The path of the first key of an entry that waits for the officer's words."""
    slot = next(slot for slot in grammar.keys(cls) if slot.key.name == LEDGER)
    inner: type = grammar.form(grammar.form(slot.type).item).scalar
    filled: Tree = entry if isinstance(entry, dict) else {}
    empty = (s.key.name for s in grammar.keys(inner) if s.required and not filled.get(s.key.name))
    return f"{path}.{next(empty, 'powód')}"
