"""The calendars that one can subscribe to: their names, addresses and what each is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from plugins.layout.values import Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.district import District

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Kind:
    """A calendar: ``name`` as a subscriber's program shows it, ``about`` in a sentence.

    ``file``: its address; ``page``: that of the page that tells the same. Both root-relative.
    """

    name: str
    about: str
    file: str
    page: str


_TRUE = "Nowe terminy, zmiany i odwołania pojawiają się w nim same."

ALL = Kind(
    "Debaty",
    f"Terminy wszystkich debat społecznych. {_TRUE}",
    addresses.CALENDAR_FILE,
    addresses.CALENDAR,
)
HELD = Kind(
    "Debaty bez odwołanych",
    "Tylko debaty, które się odbędą lub odbyły. Odwołana i odroczona z niego znika.",
    addresses.CALENDAR_HELD,
    addresses.CALENDAR,
)
ALARMS = Kind(
    "Debaty z przypomnieniem",
    "Terminy wszystkich debat. Dzień przed każdą odezwie się przypomnienie.",
    addresses.CALENDAR_ALARMS,
    addresses.CALENDAR,
)
DEADLINES = Kind(
    "Debaty: ważne dni",
    "Do kiedy zgłosić potrzebę tłumacza PJM, przysłać pytanie i kiedy będzie sprawozdanie.",
    addresses.CALENDAR_DEADLINES,
    addresses.CALENDAR,
)


def of(record: District | Cycle) -> Kind:
    """The calendar of a district or of a cycle."""
    what = "rejonu" if isinstance(record, District) else "cyklu"
    return Kind(
        f"Debaty: {record.title}",
        f"Terminy debat z tego {what}. {_TRUE}",
        addresses.calendar_file(record),
        addresses.of(record),
    )


def followed(catalogue: Catalogue, kind: type[R]) -> tuple[R, ...]:
    """Districts or cycles that have a calendar.

    Of a withdrawn one it stays as its page does: somebody may be subscribed.
    """
    records = (*catalogue.listed, *catalogue.withdrawn)
    return tuple(record for record in records if isinstance(record, kind))


_FOLDERS = {"rejony": "rejon", "cykle": "cykl"}


def announced(title: str, address: str) -> tuple[Link, ...]:
    """The calendar of a page's own matter, told by its address.

    >>> [link.href for link in announced("Rynek", "/rejony/rynek/")]
    ['/kalendarz/rejon-rynek.ics']
    >>> announced("Rejony", "/rejony/")
    ()
    """
    folder, _, name = address.strip("/").partition("/")
    if folder not in _FOLDERS or not name or "/" in name:
        return ()
    return (Link(f"Debaty: {title}", f"{addresses.CALENDAR}{_FOLDERS[folder]}-{name}.ics"),)
