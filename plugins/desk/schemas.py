"""JSON Schemas of heads and snippets of VS Code, made from the kinds themselves.

``python -m plugins.desk.schemas`` writes them into ``.vscode/``; a test holds that what stands
there is what the code reads. Schemas are stricter than the reader: they know only the canonical
spelling and the aliases of each key, because an editor offers what they list.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from plugins.newsroom import grammar
from plugins.newsroom.grammar import Form, Slot
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.parsing import UNIT
from plugins.newsroom.spelling import slug

FOLDER = Path(__file__).resolve().parents[2] / ".vscode"
DRAFT = "https://json-schema.org/draft/2020-12/schema"

Json = dict[str, Any]

_SCALAR: Json = {"type": ["string", "number", "boolean"]}
"""Whatever YAML makes of an unquoted word: our reader takes every scalar as text."""


SHARED = "wspolne.schema.json"
"""Where the keys stand that every kind has; the other files refer to them."""


def schema(cls: type, title: str) -> Json:
    """The schema of a head; keys of every kind are said once, in :data:`SHARED`."""
    shared = {slot.key.name for slot in grammar.keys(Record)} if issubclass(cls, Record) else set()
    found = _mapping(cls)
    for slot in grammar.keys(cls):
        for name in _names(slot) if slot.key.name in shared else ():
            found["properties"][name] = {"$ref": f"{SHARED}#/properties/{name}"}
    return {"$schema": DRAFT, "title": title, **found}


def _mapping(cls: type) -> Json:
    if hasattr(cls, "from_pairs"):
        return {"type": "object", "additionalProperties": _SCALAR}
    named = {name: _key(slot) for slot in grammar.keys(cls) for name in _names(slot)}
    bare = [slot.key.name for slot in grammar.keys(cls) if slot.required and not slot.key.aliases]
    required = {"required": bare} if bare else {}
    return {"type": "object", "additionalProperties": False, "properties": named, **required}


def _names(slot: Slot) -> tuple[str, ...]:
    return (slot.key.name, *slot.key.aliases)


def _key(slot: Slot) -> Json:
    example = {"examples": [slot.key.example]} if slot.key.example else {}
    return {"description": slot.key.help, **example, **_value(slot)}


def _value(slot: Slot) -> Json:
    form = grammar.form(slot.type)
    if form.item is None:
        return _one(form)
    item = _one(grammar.form(form.item))
    return {"anyOf": [{"type": "array", "items": item}, item]}


def _one(form: Form) -> Json:
    if form.nested:
        short = [_SCALAR] if hasattr(form.scalar, "from_text") else []
        nested = _mapping(form.scalar)
        return {"anyOf": [nested, *short]} if short else nested
    if isinstance(form.scalar, type) and issubclass(form.scalar, Enum) and not form.reads:
        return {"enum": [str(one.value) for one in form.scalar]}
    return _SCALAR


def files() -> dict[str, str]:
    """Every file of the folder: its name → its text."""
    found = {f"{kind.folder}.schema.json": schema(kind.record, kind.one) for kind in KINDS.values()}
    found[SHARED] = {"$schema": DRAFT, "title": "klucze każdego rekordu", **_mapping(Record)}
    found["jednostka.schema.json"] = schema(Unit, "jednostka")
    found["debaty.code-snippets"] = _snippets()
    found["settings.json"] = _settings()
    return {
        name: json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        for name, value in found.items()
    }


def _settings() -> Json:
    """The schema of the only file that is all YAML; Markdown goes by the snippets."""
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.unicodeHighlight.ambiguousCharacters": False,
        "[markdown]": {"editor.wordWrap": "on", "editor.quickSuggestions": {"other": "on"}},
        "yaml.schemas": {".vscode/jednostka.schema.json": f"content/{UNIT}"},
    }


def _snippets() -> Json:
    """For each kind a head with what it must have, to walk through with Tab."""
    return {kind.one: _snippet(kind.one, kind.record) for kind in KINDS.values()}


def _snippet(name: str, cls: type) -> Json:
    numbers = itertools.count(1)
    needed = [s for s in grammar.keys(cls) if s.required or s.key.name == "data publikacji"]
    return {
        "scope": "markdown",
        "prefix": slug(name),
        "description": f"metryczka: {name}",
        "body": [
            "---",
            *(line for slot in needed for line in _lines(slot, numbers)),
            "---",
            "",
            "$0",
        ],
    }


def _lines(slot: Slot, numbers: Iterator[int]) -> Iterator[str]:
    """A key with places to stop at; of a list of entries, the first one."""
    form = grammar.form(slot.type)
    inner = form if form.item is None else grammar.form(form.item)
    if not inner.nested:
        yield f"{slot.key.name}: {_stop(numbers, slot)}"
        return
    yield f"{slot.key.name}:"
    dash = "- " if form.item is not None else "  "
    for number, own in enumerate(s for s in grammar.keys(inner.scalar) if s.required):
        yield f"  {dash if not number else '  '}{own.key.name}: {_stop(numbers, own)}"


def _stop(numbers: Iterator[int], slot: Slot) -> str:
    """A place to stop at, with an example that is written over."""
    if slot.key.name in ("data publikacji", "data"):
        return "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
    form = grammar.form(slot.type)
    if isinstance(form.scalar, type) and issubclass(form.scalar, Enum) and not form.reads:
        return f"${{{next(numbers)}|{','.join(str(one.value) for one in form.scalar)}|}}"
    return f"${{{next(numbers)}:{slot.key.example or slot.key.help}}}"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, "utf-8")
