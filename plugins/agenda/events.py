"""What a calendar holds: views of events (RFC 5545, 3.6.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from plugins.newsroom import addresses, phases
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.typography import untied

MONTHS_BACK = 12
"""How far back the calendar reaches: nothing on the site grows without end."""


class Status(Enum):
    """STATUS of an event (RFC 5545, 3.8.1.11)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``day`` is given for all-day events, ``start`` (with offset) for others.

    ``sequence``: number of recorded changes; ``stamp``: the latest of the record's dates.
    ``geo``: latitude and longitude as decimal text, or empty.
    """

    uid: str
    title: str
    day: date | None
    start: datetime | None
    end: datetime | None
    status: Status
    sequence: int
    stamp: datetime
    location: str
    geo: tuple[str, str] | None
    url: str
    description: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar with its name; events by start."""

    name: str
    about: str
    url: str
    events: tuple[Event, ...]


def dated(catalogue: Catalogue) -> Iterator[Debate]:
    """Debates whose day is known; of any other there is nothing to put into a calendar."""
    return (debate for debate in catalogue.debates if debate.when.day)


def current(catalogue: Catalogue) -> Calendar:
    """All that comes, and the last twelve months; other publishers' debates are not ours."""
    since = phases.months_after(catalogue.today, -MONTHS_BACK)
    own = (debate for debate in dated(catalogue) if catalogue.is_own(debate))
    recent = (debate for debate in own if debate.when.day and debate.when.day >= since)
    return Calendar(
        name=f"Debaty – {catalogue.unit.short}",
        about="Terminy debat społecznych; zmiany i odwołania pojawiają się same.",
        url=addresses.absolute(catalogue.unit, addresses.CALENDAR),
        events=tuple(event(catalogue, debate) for debate in recent),
    )


def single(catalogue: Catalogue, debate: Debate) -> Calendar:
    """One debate alone."""
    url = addresses.absolute(catalogue.unit, addresses.of(debate))
    return Calendar(debate.title, "", url, (event(catalogue, debate),))


_OFF = {State.CANCELLED: "Odwołana: ", State.POSTPONED: "Odroczona: "}


def event(catalogue: Catalogue, debate: Debate) -> Event:
    """A debate as an event; a provisional one is tentative."""
    timed = debate.when.minute is not None
    place = catalogue.place(debate)
    url = addresses.absolute(catalogue.unit, addresses.of(debate))
    return Event(
        uid=addresses.uid(catalogue.unit, debate),
        title=untied(_OFF.get(debate.state, "") + debate.title),
        day=None if timed else debate.when.day,
        start=debate.when.start if timed else None,
        end=debate.end if timed else None,
        status=status(debate),
        sequence=len(debate.changes),
        stamp=_stamp(catalogue, debate),
        location=_location(catalogue, debate),
        geo=(place.latitude, place.longitude)
        if place and place.latitude and place.longitude
        else None,
        url=url,
        description=untied(f"{debate.lead}\n\n{url}".strip()),
        categories=debate.topics,
    )


def status(debate: Debate) -> Status:
    """Off is cancelled for a calendar, whether or not a new date will come."""
    if debate.state is not State.PLANNED:
        return Status.CANCELLED
    return Status.TENTATIVE if debate.provisional else Status.CONFIRMED


def _stamp(catalogue: Catalogue, debate: Debate) -> datetime:
    """The latest date of the record: the same file gives the same bytes on any day."""
    known = [debate.published, debate.updated, *(change.day for change in debate.changes)]
    report = catalogue.report(debate)
    known += [report.published, report.updated] if report else []
    starts = [start for moment in known if moment and (start := moment.start)]
    start = debate.when.start
    assert start is not None, "only dated debates become events"
    return max(starts, default=start)


def _location(catalogue: Catalogue, debate: Debate) -> str:
    place = catalogue.place(debate)
    if place is None:
        return debate.stream
    address = place.address.line if place.address else ""
    return untied(", ".join(part for part in (place.name, place.room, address) if part))
