"""iCalendar by the library of that name (RFC 5545, RFC 7986)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from icalendar import Calendar as Component
from icalendar import Event as EventComponent
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur

from plugins.agenda.events import Calendar, Event, Status
from plugins.newsroom.dates import WARSAW
from plugins.outputs import Tools

REFRESH = timedelta(hours=6)
"""How often a subscriber's program should ask again."""


def made(view: Calendar, _: Tools) -> bytes:
    """A calendar file; the same view gives the same bytes."""
    calendar = Component()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Debaty//Kalendarz debat//PL")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", clean(view.name))
    calendar.add("x-wr-calname", clean(view.name))
    calendar.add("x-wr-timezone", "Europe/Warsaw")
    calendar.add("url", view.url)
    if view.about:
        calendar.add("description", clean(view.about))
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    calendar.add_component(_warsaw())
    for event in view.events:
        calendar.add_component(_event(event))
    return bytes(calendar.to_ical())


def _event(event: Event) -> EventComponent:
    made = EventComponent()
    made.add("uid", event.uid)
    made.add("dtstamp", event.stamp.astimezone(UTC))
    made.add("last-modified", event.stamp.astimezone(UTC))
    made.add("sequence", event.sequence)
    made.add("status", event.status.value)
    made.add("summary", clean(event.title))
    _add_time(made, event)
    made.add("url", event.url)
    made.add("description", clean(event.description))
    if event.location:
        made.add("location", clean(event.location))
    if event.geo:
        made.add("geo", (float(event.geo[0]), float(event.geo[1])))
    if event.categories:
        made.add("categories", [clean(category) for category in event.categories])
    if event.status is Status.CANCELLED:
        made.add("transp", "TRANSPARENT")
    return made


def _add_time(made: EventComponent, event: Event) -> None:
    if event.day:
        made.add("dtstart", event.day)
        made.add("dtend", event.day + timedelta(days=1))
        made.add("transp", "TRANSPARENT")
    if event.start:
        made.add("dtstart", _local(event.start))
    if event.end:
        made.add("dtend", _local(event.end))


def _local(moment: datetime) -> datetime:
    """In Warsaw's time; the hour that comes twice is told in UTC, which has no doubt."""
    local = moment.astimezone(WARSAW)
    doubtful = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return moment.astimezone(UTC) if doubtful else local


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def clean(text: str) -> str:
    """Without control characters, which the library writes as they are."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=1)
def _warsaw() -> Timezone:
    """Europe/Warsaw by its rule since 1996 (Directive 2000/84/EC): the last Sundays."""
    zone = Timezone()
    zone.add("tzid", "Europe/Warsaw")
    for part, name, month, before, after in (
        (TimezoneDaylight(), "CEST", 3, 1, 2),
        (TimezoneStandard(), "CET", 10, 2, 1),
    ):
        hour = 2 if month == 3 else 3
        day = 31 if month == 3 else 27
        part.add("dtstart", datetime(1996, month, day, hour))  # noqa: DTZ001 – local by RFC 5545
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("tzname", name)
        part.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday="-1SU"))
        zone.add_component(part)
    return zone
