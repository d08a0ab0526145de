"""Lists of requests below the register, each divided where it would grow too long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from plugins.layout.values import Link
from plugins.newsroom import addresses
from plugins.newsroom.dates import MONTH_NAMES
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.relations import grouped
from plugins.pages.ways import year

CRUMB = Link("Wnioski", addresses.REQUESTS)

NEWEST = 100
"""How many requests a table shows; lists by year, then by month, hold the rest."""

SETTLED = 40
"""How many of each kind of settled requests the register's front page shows."""


class Span(Enum):
    """What time a list is about, and so how it is divided: into years, months or no more."""

    ALL = "all"
    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True, eq=False)
class Shelf:
    """A list of requests. ``members`` oldest first; ``name``: as its neighbours call it."""

    address: str
    name: str
    title: str
    members: tuple[Request, ...]
    span: Span = Span.ALL
    crumbs: tuple[Link, ...] = (CRUMB,)
    lead: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether it shows its newest requests only.

        A month shows all: nothing shorter would help a resident to find anything.
        """
        return len(self.members) > NEWEST and self.span is not Span.MONTH

    @property
    def below(self) -> tuple[Shelf, ...]:
        """The lists that together hold all of it, the newest first; none if it is not cut."""
        return tuple(self._parts()) if self.is_cut else ()

    def _parts(self) -> Iterator[Shelf]:
        trail = (*self.crumbs, Link(self.title, self.address))
        part = Span.YEAR if self.span is Span.ALL else Span.MONTH
        for number, members in sorted(grouped(self.members, self._number).items(), reverse=True):
            name = str(number) if part is Span.YEAR else MONTH_NAMES[number - 1]
            title = f"{self.title}, {number} rok" if part is Span.YEAR else f"{self.title}: {name}"
            yield Shelf(f"{self.address}{number:02}/", name, title, members, part, trail)

    def _number(self, request: Request) -> tuple[int]:
        return (year(request) if self.span is Span.ALL else request.history[0].day.month,)


def whole(shelf: Shelf) -> Iterator[Shelf]:
    """A list and all lists below it."""
    yield shelf
    for part in shelf.below:
        yield from whole(part)
