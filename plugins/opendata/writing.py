r"""Tables as files: CSV for programs, CSV for Excel, JSON. The same table gives the same bytes.

No cell of either CSV begins with the sign of a formula, whichever separator a spreadsheet
expects. Nothing is lost: an apostrophe at the beginning of a cell, or behind ``;`` ``,`` ``|``, a
tab or a line break there, that stands before a sign or another apostrophe, is ours.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from io import StringIO

from plugins.opendata.columns import Cell, Column, Shape, Table

BOM = "\ufeff"
"""Without it, Excel takes UTF-8 for the system's own letters."""

BETWEEN = "|"
"""Stands between the values of one cell; ids never hold it."""

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""First signs of a formula, also as East Asian full-width forms (OWASP, „CSV Injection”)."""

_SIGN = f"(?=[{re.escape(SIGNS)}'])"
_FIRST = re.compile(rf'[\s"]*{_SIGN}')
_LATER = re.compile(rf'[;,|\t\r\n][\s"]*{_SIGN}')
"""Where a cell of some spreadsheet begins with a sign: Polish Excel splits a line at ``;``."""


def guarded(text: str) -> str:
    r"""Text that no spreadsheet computes: an apostrophe stands before the sign of a formula.

    Also before an apostrophe in such a place, so that it can be told from ours.

    >>> guarded("=1+1"), guarded("Lipowa; =1+1"), guarded("Lipowa-Szkolna"), guarded("'n'")
    ("'=1+1", "Lipowa; '=1+1", 'Lipowa-Szkolna', "''n'")
    """
    first = _FIRST.match(text)
    start = first.end() if first else 0
    held = f"{text[:start]}'" if first else ""
    return held + _LATER.sub(r"\g<0>'", text[start:])


def joined(values: Iterable[str]) -> str:
    r"""Several values in one text; a ``|`` or backslash within one has a backslash before it.

    >>> print(joined(("rejon-1", "a|b")))
    rejon-1|a\|b
    """
    return BETWEEN.join(re.sub(r"([\\|])", r"\\\1", value) for value in values)


def rfc4180(view: Table, _: object) -> bytes:
    """UTF-8 without a mark, commas, CRLF, a header (RFC 4180)."""
    return _csv(view, ",", _written).encode()


def excel(view: Table, _: object) -> bytes:
    """What Excel with Polish settings opens rightly: a mark, semicolons, decimal commas."""
    return (BOM + _csv(view, ";", _as_in_poland)).encode()


Writing = Callable[[Column, Cell], str]


def _csv(view: Table, separator: str, written: Writing) -> str:
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=separator, lineterminator="\r\n")
    writer.writerow(column.name for column in view.columns)
    for row in view.rows:
        writer.writerow(map(written, view.columns, row))
    return target.getvalue()


def _written(_: Column, value: Cell) -> str:
    """A cell as text; nothing known is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "tak" if value else "nie"
    return _text(value) if isinstance(value, str | tuple) else str(value)


@lru_cache(maxsize=1 << 15)  # ids, words and names stand in many rows, all in two files
def _text(value: str | tuple[str, ...]) -> str:
    return guarded(joined(value) if isinstance(value, tuple) else value)


def _as_in_poland(column: Column, value: Cell) -> str:
    """With a decimal comma; Excel would take 21.01 for a day of January."""
    text = _written(column, value)
    return text.replace(".", ",") if column.shape is Shape.DECIMAL else text


def objects(view: Table, _: object) -> bytes:
    """A JSON array of objects whose keys are the columns (RFC 8259), an object a line."""
    rows = (
        {column.name: _json(column, value) for column, value in zip(view.columns, row, strict=True)}
        for row in view.rows
    )
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode()


def _json(column: Column, value: Cell) -> object:
    """Nothing known is ``null``; no values are an empty array."""
    if column.shape.is_list:
        return value or ()
    return float(value) if column.shape is Shape.DECIMAL and isinstance(value, str) else value
