"""Open data read back as a stranger would: by ``csv`` and the rules told on ``/dane/``."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Any

from plugins.opendata.columns import Column, Shape

SIGNS = "=+-@＝＋－＠"
_HELD = re.compile(rf"""(^|[;,|\t\r\n])([\s"]*)'(?=[{re.escape(SIGNS)}'])""")

Row = dict[str, Any]


def rows(data: bytes, columns: tuple[Column, ...], *, excel: bool = False) -> list[Row]:
    """The rows of either CSV with the values that the JSON has."""
    text = data.decode("utf-8-sig" if excel else "utf-8")
    lines = list(csv.reader(StringIO(text, newline=""), delimiter=";" if excel else ","))
    assert lines[0] == [column.name for column in columns]
    return [
        {column.name: value(column, cell) for column, cell in zip(columns, line, strict=True)}
        for line in lines[1:]
    ]


def value(column: Column, cell: str) -> Any:
    """What stood in a cell before it was written."""
    text = _HELD.sub(r"\1\2", cell)
    if column.shape.is_list:
        return parted(text)
    if not text:
        return None
    match column.shape:
        case Shape.NUMBER:
            return int(text)
        case Shape.DECIMAL:
            return float(text.replace(",", "."))
        case Shape.TRUTH:
            return {"tak": True, "nie": False}[text]
        case _:
            return text


def parted(text: str) -> list[str]:
    """The values of one cell: ``|`` stands between them, a backslash before one within."""
    found, held = [""] if text else [], False
    for sign in text:
        if held or sign not in "\\|":
            found[-1] += sign
            held = False
        elif sign == "\\":
            held = True
        else:
            found.append("")
    return found
