"""What the lists of the register show: frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.layout.tables import RequestTable
from plugins.layout.values import Badge, Facet, Frame, Head, Link


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice among requests by script. ``name``: ``rejony``; ``options``: (id, text)."""

    title: str
    name: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """Lists beside or below one of the register.

    ``is_needed``: only with them the page's tables are whole.
    """

    title: str
    links: tuple[Link, ...]
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """``/wnioski/`` or a list below it.

    ``counts``: (status, address, number) of each status that occurs, in the life's order;
    ``note``: what they leave out. ``total``: how many requests the lists hold, shown or not.
    """

    frame: Frame
    head: Head
    title: str
    lead: str
    counts: tuple[tuple[Badge, str, int], ...]
    note: str
    tables: tuple[RequestTable, ...]
    rest: Rest | None
    total: int
    others: Rest | None = None
    facets: tuple[Facet, ...] = ()
    filters: tuple[Filter, ...] = ()
