"""Which events each calendar holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from plugins.agenda import deadlines
from plugins.agenda.events import Event, Status, event, moment, told
from plugins.layout import calendars
from plugins.newsroom import addresses, phases
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.district import District

MONTHS_BACK = 12
"""How far back a calendar reaches: nothing on the site grows without end."""

DAY = 24 * 60
ALARM, ALARM_ALL_DAY = DAY, 7 * 60
"""Minutes before the start: a day; of an all-day event 17:00 of the day before."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar with its name; events by start."""

    name: str
    about: str
    url: str
    events: tuple[Event, ...]


Recent = Callable[[], tuple[tuple[Debate, Event], ...]]
"""Debates with their events, worked out once for all calendars."""


def recent(catalogue: Catalogue) -> tuple[tuple[Debate, Event], ...]:
    """Own debates that come, and those of the last twelve months, by day.

    Other publishers' debates stand on the calendar's pages and have a file each; who subscribes
    to the unit's calendars gets what the unit invites to and keeps true.
    """
    since = phases.months_after(catalogue.today, -MONTHS_BACK).isoformat()
    own = filter(catalogue.counts, told(catalogue))
    late = ((moment(debate).iso, debate) for debate in own)
    ordered = sorted((pair for pair in late if pair[0] >= since), key=lambda p: (p[0], p[1].id))
    return tuple((debate, event(catalogue, debate)) for _, debate in ordered)


def everything(catalogue: Catalogue, recent: Recent) -> Calendar:
    """All debates."""
    return _calendar(catalogue, calendars.ALL, (one for _, one in recent()))


def held(catalogue: Catalogue, recent: Recent) -> Calendar:
    """Without what is off."""
    kept = (one for _, one in recent() if one.status is not Status.CANCELLED)
    return _calendar(catalogue, calendars.HELD, kept)


def alarming(catalogue: Catalogue, recent: Recent) -> Calendar:
    """All, with a reminder before each that is to come."""
    armed = (_armed(one, catalogue.today) for _, one in recent())
    return _calendar(catalogue, calendars.ALARMS, armed)


def due(catalogue: Catalogue, recent: Recent) -> Calendar:
    """The days until which something can be asked for, and those of reports."""
    found = (one for debate, _ in recent() for one in deadlines.of(catalogue, debate))
    return _calendar(catalogue, calendars.DEADLINES, found)


def of_district(catalogue: Catalogue, recent: Recent, district: District) -> Calendar:
    """Debates that concern a district."""
    found = (one for debate, one in recent() if district.id in debate.districts)
    return _calendar(catalogue, calendars.of(district), found)


def of_cycle(catalogue: Catalogue, recent: Recent, cycle: Cycle) -> Calendar:
    """Debates of a cycle."""
    found = (one for debate, one in recent() if debate.cycle == cycle.id)
    return _calendar(catalogue, calendars.of(cycle), found)


def single(catalogue: Catalogue, debate: Debate) -> Calendar:
    """One debate alone."""
    url = addresses.absolute(catalogue.unit, addresses.of(debate))
    return Calendar(debate.title, "", url, (event(catalogue, debate),))


def _calendar(catalogue: Catalogue, given: calendars.Kind, events: Iterator[Event]) -> Calendar:
    return Calendar(
        name=f"{given.name} – {catalogue.unit.short}",
        about=given.about,
        url=addresses.absolute(catalogue.unit, given.page),
        events=tuple(events),
    )


def _armed(one: Event, today: date) -> Event:
    """With an alarm if it is to come: programs make up for alarms that they have missed."""
    day = one.day or (one.start.date() if one.start else None)
    if one.status is Status.CANCELLED or day is None or day < today:
        return one
    return replace(one, alarm=ALARM_ALL_DAY if one.day else ALARM)
