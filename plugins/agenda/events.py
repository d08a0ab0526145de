"""A debate as an event of a calendar (RFC 5545, 3.6.1), through all that may befall it.

A subscriber must never be misled: whatever once stood in a calendar under a day stays there,
cancelled and with the word in its title, when the debate is off, moved to a day that is not
known yet, or its announcement is withdrawn. Programs that show no status show the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from plugins.layout.cards import day_and_month
from plugins.newsroom import addresses, dates
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.debate import Debate, Form, State
from plugins.newsroom.kinds.venue import Place
from plugins.newsroom.typography import untied

USUAL, AFTERWARDS = 90, 30
"""Minutes that a debate takes whose end is not said, and after the last point of its agenda."""


class Status(Enum):
    """STATUS of an event (RFC 5545, 3.8.1.11)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``day`` is given for all-day events, ``start`` and ``end`` (with offset) for
    others.

    ``sequence``: number of recorded changes; ``stamp``: the latest of the record's dates that
    have come. ``geo``: latitude and longitude as decimal text, or empty. ``notice``: the event
    is so many working days before ``day``; ``alarm``: minutes before its start, 0: none.
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
    notice: int = 0
    alarm: int = 0


def told(catalogue: Catalogue) -> Iterator[Debate]:
    """Debates that calendars know: listed or withdrawn ones that have, or once had, a day."""
    gone = (one for one in catalogue.withdrawn if isinstance(one, Debate))
    return (debate for debate in (*catalogue.debates, *gone) if moment(debate).day)


def moment(debate: Debate) -> Moment:
    """The day under which a debate stands in calendars: its own, else the last that was known."""
    former = (dates.moment(was) for was in reversed(debate.moves))
    known = (one for one in (debate.when, *former) if one.day)
    return next(known, debate.when)


def event(catalogue: Catalogue, debate: Debate) -> Event:
    """A debate as an event; only of one whose :func:`moment` has a day."""
    when = moment(debate)
    timed = when.minute is not None
    gone = catalogue.seen(debate) is Visibility.WITHDRAWN  # its page says no more than the title
    place = None if gone else catalogue.place(debate)
    url = addresses.absolute(catalogue.unit, addresses.of(debate))
    return Event(
        uid=addresses.uid(catalogue.unit, debate),
        title=untied(_sign(catalogue, debate) + debate.title),
        day=None if timed else when.day,
        start=when.start if timed else None,
        end=_end(debate, when) if timed else None,
        status=status(catalogue, debate),
        sequence=sequence(catalogue, debate),
        stamp=stamp(catalogue, debate),
        location="" if gone else _location(debate, place),
        geo=(place.latitude, place.longitude)
        if place and place.latitude and place.longitude
        else None,
        url=url,
        description=untied("\n\n".join(filter(None, (*_lines(catalogue, debate), url)))),
        categories=() if gone else debate.topics,
    )


def is_off(catalogue: Catalogue, debate: Debate) -> bool:
    """Whether nothing takes place under the day that a calendar shows."""
    gone = catalogue.seen(debate) is Visibility.WITHDRAWN
    return gone or debate.state is not State.PLANNED or not debate.when.day


def status(catalogue: Catalogue, debate: Debate) -> Status:
    """Off is cancelled for a calendar, whether or not a new date will come."""
    if is_off(catalogue, debate):
        return Status.CANCELLED
    return Status.TENTATIVE if debate.provisional else Status.CONFIRMED


def sequence(catalogue: Catalogue, debate: Debate) -> int:
    """How often the event has changed so far (RFC 5545, 3.8.7.4): changes to come do not count."""
    gone = catalogue.seen(debate) is Visibility.WITHDRAWN
    return len(catalogue.changes(debate)) + gone


_SIGNS = {State.CANCELLED: "Odwołana: ", State.POSTPONED: "Odroczona: "}


def _sign(catalogue: Catalogue, debate: Debate) -> str:
    """The word before the title: many programs show no status."""
    if catalogue.seen(debate) is Visibility.WITHDRAWN:
        return "Wycofana: "
    if not debate.when.day:
        return "Przeniesiona: "
    return _SIGNS.get(debate.state, "Termin wstępny: " if debate.provisional else "")


def _end(debate: Debate, when: Moment) -> datetime | None:
    """When it ends; a usual length where that was not said, so that no program shows none."""
    if debate.end and when is debate.when:
        return debate.end
    return when.start + timedelta(minutes=_usual(debate)) if when.start else None


def _usual(debate: Debate) -> int:
    begun = debate.when.minute or 0
    return max(debate.length or USUAL, *(p.minute - begun + AFTERWARDS for p in debate.agenda), 0)


def _lines(catalogue: Catalogue, debate: Debate) -> Iterator[str]:
    """The description, an idea a paragraph: what has changed comes first."""
    withdrawn = debate.withdrawn if catalogue.seen(debate) is Visibility.WITHDRAWN else None
    if withdrawn:
        yield f"Zapowiedź wycofana. {withdrawn.reason}"
        return
    yield " ".join(filter(None, _news(debate)))
    yield debate.lead
    if not is_off(catalogue, debate):
        yield f"Wstęp: {debate.entry}." if debate.entry else ""
        yield f"Transmisja: {debate.stream}" if debate.stream else ""
        if debate.when.minute is not None and not debate.length:
            yield "Godziny zakończenia nie podano. Długość w kalendarzu jest przybliżona."


def _news(debate: Debate) -> Iterator[str]:
    """Sentences: that it is off or was moved, and why."""
    if debate.state is State.CANCELLED:
        yield from ("Debata odwołana.", debate.reason_of("stan"))
    elif debate.state is State.POSTPONED:
        yield from ("Debata odroczona. Nowy termin podamy.", debate.reason_of("stan"))
    elif not debate.when.day:
        yield from ("Nowy dzień nie jest jeszcze znany.", debate.reason_of("termin"))
    elif debate.moves:
        yield f"Zmieniony termin (wcześniej: {_told(dates.moment(debate.moves[-1]))})."
        yield debate.reason_of("termin")


def _told(moment: Moment) -> str:
    """A former date as far as it was known: ``18 grudnia 2026 r., godz. 17:00``."""
    if not moment.day:
        return moment.iso or "nieznany"
    clock = f", godz. {moment.clock}" if moment.clock else ""
    return f"{day_and_month(moment.day)} {moment.day.year} r.{clock}"


def stamp(catalogue: Catalogue, debate: Debate) -> datetime:
    """The latest date of the record that has come: the same file gives the same bytes on any day.

    Where none is known, the debate's own.
    """
    report = catalogue.report(debate)
    known = [debate.published, debate.updated, *(change.day for change in debate.changes)]
    known += [report.published, report.updated] if report else []
    if debate.withdrawn:
        known.append(Moment(dates.Precision.DAY, debate.withdrawn.day))
    come = [one.start for one in known if one and not one.is_after(catalogue.now)]
    start = moment(debate).start
    assert start is not None, "only debates with a day become events"
    return max(filter(None, come), default=start)


def _location(debate: Debate, place: Place | None) -> str:
    """Where to go; of a debate that is only online, where to look."""
    if place is None or debate.form is Form.ONLINE:
        return debate.stream
    address = place.address.line if place.address else ""
    return untied(", ".join(part for part in (place.name, place.room, address) if part))
