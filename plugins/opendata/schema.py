"""The JSON Schema of a dataset's JSON file (draft 2020-12), from the columns that make it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from plugins.opendata.columns import Column, Shape
from plugins.outputs import Tools


@dataclass(frozen=True, slots=True)
class Schema:
    """What the rows of a JSON file keep. ``address``: of the schema itself, whole."""

    address: str
    title: str
    about: str
    columns: tuple[Column, ...]


def made(view: Schema, _: Tools) -> bytes:
    """The schema: an array of objects that have all columns and nothing else."""
    row = {
        "type": "object",
        "additionalProperties": False,
        "required": [column.name for column in view.columns],
        "properties": {column.name: _property(column) for column in view.columns},
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": view.address,
        "title": view.title,
        "description": view.about,
        "type": "array",
        "items": row,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _property(column: Column) -> dict[str, Any]:
    told = {"title": column.title, "description": column.about}
    if column.shape.is_list:
        item = _ITEMS[column.shape]
        return {**told, "type": "array", "items": item, "uniqueItems": True}
    if column.shape is Shape.WORD:
        words = [*column.words] if column.always else [*column.words, None]
        return {**told, "enum": words}
    rules = dict(_RULES[column.shape])
    kind = rules.pop("type")
    return {**told, "type": kind if column.always else [kind, "null"], **rules}


_ID = {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}
_TEXT = {"type": "string", "minLength": 1}
_ITEMS = {Shape.KEYS: _ID, Shape.TEXTS: _TEXT}
_RULES: dict[Shape, dict[str, Any]] = {
    Shape.TEXT: _TEXT,
    Shape.KEY: _ID,
    Shape.DAY: {"type": "string", "format": "date"},
    Shape.MOMENT: {
        "type": "string",
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?)?)?$",
    },
    Shape.HOUR: {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
    Shape.NUMBER: {"type": "integer", "minimum": 0},
    Shape.DECIMAL: {"type": "number"},
    Shape.TRUTH: {"type": "boolean"},
    Shape.ADDRESS: {"type": "string", "format": "uri"},
}
"""Shape → what a cell keeps where it is not ``null``."""
