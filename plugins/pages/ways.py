"""The five ways to narrow the register of requests, and which requests each choice leaves.

Links, their numbers, the lists behind them and what a script filters by all come from here, so
that they agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.layout.cards import STATUSES
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.request import Request, Status
from plugins.newsroom.relations import grouped
from plugins.newsroom.spelling import alphabetical
from plugins.pages.records import LIMIT

RAISED = "rok"
"""The way by the year in which a request was raised."""


@dataclass(frozen=True, eq=False)
class Choice:
    """One value of a way. ``mark``: ``rejony/polnoc``; ``members`` oldest first, none is left out.

    ``has_shelf``: whether the register itself has a list of it, because no other page has all.
    """

    text: str
    mark: str
    members: tuple[Request, ...]
    has_shelf: bool

    @property
    def is_status(self) -> bool:
        """Whether it is a status, which every request has exactly one of."""
        return self.mark.startswith("stan/")

    @property
    def address(self) -> str:
        """The list of exactly these requests."""
        way, _, name = self.mark.partition("/")
        return addresses.shelf(way, name) if self.has_shelf else f"/{self.mark}/#wnioski"


@dataclass(frozen=True, eq=False)
class Way:
    """One way to narrow the register. ``name``: as an address has it, such as ``rejony``."""

    title: str
    name: str
    choices: tuple[Choice, ...]


def ways(catalogue: Catalogue) -> Iterator[Way]:
    """By status, year, district, category and body."""
    yield Way("Status", "stan", tuple(_statuses(catalogue)))
    years = grouped(catalogue.requests, lambda request: (year(request),))
    newest = sorted(years.items(), reverse=True)
    yield Way("Rok", RAISED, tuple(_shelf(str(one), RAISED, found) for one, found in newest))
    yield _tied(catalogue, "Rejon", "rejony", catalogue.by_district)
    yield _tied(catalogue, "Kategoria", "kategorie", catalogue.by_category)
    yield _tied(catalogue, "Podmiot", "podmioty", catalogue.handed_to)


def year(request: Request) -> int:
    """The year in which it was raised; publishing it later does not move it."""
    return request.history[0].day.year


def _statuses(catalogue: Catalogue) -> Iterator[Choice]:
    """Every status, so that no address comes and goes."""
    found = grouped(catalogue.requests, lambda request: (catalogue.status(request),))
    for status in Status:
        mark = f"stan/{addresses.slug(status.value)}"
        yield Choice(STATUSES[status].text, mark, found.get(status, ()), has_shelf=True)


def _shelf(name: str, way: str, members: tuple[Request, ...]) -> Choice:
    return Choice(name, f"{way}/{name}", members, has_shelf=True)


def _tied(
    catalogue: Catalogue, title: str, way: str, groups: Mapping[str, tuple[Record, ...]]
) -> Way:
    """By a tie whose values have pages of their own, which show :data:`records.LIMIT` requests."""
    found = []
    for name, records in groups.items():
        members = tuple(one for one in records if isinstance(one, Request))
        text = _title(catalogue, way, name)
        if members and text:
            found.append(Choice(text, f"{way}/{name}", members, len(members) > LIMIT))
    return Way(title, way, tuple(sorted(found, key=lambda one: alphabetical(one.text))))


def _title(catalogue: Catalogue, way: str, name: str) -> str:
    """What a value is called; empty for what may not be named."""
    if way == "kategorie":
        return CATEGORIES[name]
    record = catalogue.record(f"{way}/{name}")
    return record.title if record else ""
