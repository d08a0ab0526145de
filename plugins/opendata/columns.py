"""The values of open data: tables of plain cells, and columns that say what stands in them.

One column is the header of a CSV, the property of a JSON object and of its schema, and a line of
the page that explains the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from plugins.newsroom.dates import Moment
from plugins.newsroom.typography import untied

Cell = str | int | bool | tuple[str, ...] | None
"""A day is its ISO 8601 text, a decimal its digits with a point; ``None``: not known or not given.

There is no empty text and no empty list: either would be ``None``, as an empty cell is in a CSV.
"""


class Shape(Enum):
    """What the cells of a column look like, in the words of the page ``/dane/``."""

    TEXT = "tekst"
    KEY = "identyfikator"
    WORD = "słowo z listy"
    DAY = "data RRRR-MM-DD"
    MOMENT = "data lub jej znana część"
    HOUR = "godzina GG:MM"
    NUMBER = "liczba całkowita"
    DECIMAL = "liczba z ułamkiem"
    TRUTH = "tak albo nie"
    ADDRESS = "adres WWW"
    KEYS = "identyfikatory"
    TEXTS = "teksty"

    @property
    def is_list(self) -> bool:
        """Whether a cell may hold several values."""
        return self in (Shape.KEYS, Shape.TEXTS)


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``name``: its header, without diacritics, as programs like it; never changes.

    ``about``: one sentence on what stands there, and when nothing does; ``words``: the only values
    of a :attr:`Shape.WORD`; ``leads``: the file whose ``id`` the cells name; ``always``: no cell is
    empty.
    """

    name: str
    title: str
    about: str
    shape: Shape = Shape.TEXT
    words: tuple[str, ...] = ()
    leads: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def cell(value: object) -> Cell:
    """A value of a record as a cell; raises TypeError for what has no place in one.

    >>> cell(date(2026, 3, 12)), cell(""), cell(("a", "")), cell(0), cell(False)
    ('2026-03-12', None, ('a',), 0, False)
    """
    if isinstance(value, Enum):
        return cell(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Moment):
        return value.iso or None
    if isinstance(value, str):
        return untied(value) or None
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, Iterable):
        return tuple(dict.fromkeys(untied(str(one)) for one in value if one)) or None
    raise TypeError(f"no cell holds {type(value).__qualname__}")
