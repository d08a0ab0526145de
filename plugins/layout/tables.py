"""The values of a table of requests, wherever one stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.layout.values import Badge, Link


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request in a table. ``since``: the day it was raised; ``changed``: its latest entry.

    ``marks``: the choices of the register's filters that it belongs to, as ``rejony/polnoc``, with
    spaces between; empty where nothing filters. ``note``: whose answer is awaited and until when.
    ``then``: its status on the day of the evaluation at which the table stands.
    """

    number: str
    title: str
    href: str
    status: Badge
    since: date
    changed: date
    spot: str = ""
    note: str = ""
    then: Badge | None = None
    marks: str = ""


@dataclass(frozen=True, slots=True)
class RequestTable:
    """Requests under a heading. ``empty`` is said when there are none; ``more`` leads to the rest.

    ``total``: how many there are, of which the rows are the first.

    ``day``: of the evaluation whose column „wtedy” the table has; ``None``: no such column.
    """

    title: str
    rows: tuple[RequestRow, ...]
    total: int = 0
    id: str = "wnioski"
    lead: str = ""
    empty: str = ""
    more: Link | None = None
    day: date | None = None
