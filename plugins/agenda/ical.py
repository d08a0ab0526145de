"""iCalendar by the library of that name (RFC 5545, RFC 7986).

A town has thousands of files and an event stands in half a dozen of them, so what they have in
common, the time zone and each event are written once by a process and joined.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from icalendar import Alarm, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur, vText
from icalendar import Calendar as Component
from icalendar import Event as EventComponent

from plugins.agenda.calendars import Calendar
from plugins.agenda.events import Event, Status
from plugins.newsroom import workdays
from plugins.newsroom.dates import WARSAW
from plugins.outputs import Tools

REFRESH = timedelta(hours=6)
"""How often a subscriber's program should ask again."""

_BEGIN, _END = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"


def made(view: Calendar, _: Tools) -> bytes:
    """A calendar file; the same view gives the same bytes."""
    events = (_event(event) for event in view.events)
    return b"".join((_head(view), _warsaw(), *events, _END))


def _head(view: Calendar) -> bytes:
    """Everything before the first component."""
    calendar = Component()
    # The library knows no type of what is not in RFC 5545: text must be told to be escaped.
    calendar.add("name", vText(view.name))
    calendar.add("x-wr-calname", vText(view.name))
    calendar.add("url", view.url)
    if view.about:
        calendar.add("description", view.about)
        calendar.add("x-wr-caldesc", vText(view.about))
    return _BEGIN + _common() + _lines(calendar)


@lru_cache(maxsize=1)
def _common() -> bytes:
    """What every calendar says.

    No UID of the calendar (RFC 7986, 5.3): vdirsyncer takes the first UID of a file for that of
    each event.
    """
    calendar = Component()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Debaty//Kalendarz debat//PL")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-timezone", "Europe/Warsaw")
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return _lines(calendar)


def _lines(calendar: Component) -> bytes:
    """Its properties alone."""
    return bytes(calendar.to_ical()).removeprefix(_BEGIN).removesuffix(_END)


@lru_cache(maxsize=2048)
def _event(event: Event) -> bytes:
    made = EventComponent()
    made.add("uid", event.uid)
    made.add("dtstamp", event.stamp.astimezone(UTC))
    made.add("last-modified", event.stamp.astimezone(UTC))
    made.add("sequence", event.sequence)
    made.add("status", event.status.value)
    made.add("summary", event.title)
    _add_time(made, event)
    made.add("url", event.url)
    made.add("description", event.description)
    if event.location:
        made.add("location", event.location)
    if event.geo:
        made.add("geo", (float(event.geo[0]), float(event.geo[1])))
    if event.categories:
        made.add("categories", list(event.categories))
    if event.status is Status.CANCELLED or event.day:
        made.add("transp", "TRANSPARENT")  # takes no time of whoever subscribes
    if event.alarm:
        made.add_component(_alarm(event))
    return bytes(made.to_ical())


def _add_time(made: EventComponent, event: Event) -> None:
    if event.day:
        day = workdays.before(event.day, event.notice)
        made.add("dtstart", day)
        made.add("dtend", day + timedelta(days=1))
    if event.start:
        made.add("dtstart", _local(event.start))
    if event.end:
        made.add("dtend", _local(event.end))


def _local(moment: datetime) -> datetime:
    """In Warsaw's time; the hour that comes twice is told in UTC, which has no doubt."""
    local = moment.astimezone(WARSAW)
    doubtful = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return moment.astimezone(UTC) if doubtful else local


def _alarm(event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    alarm.add("trigger", timedelta(minutes=-event.alarm))
    return alarm


@lru_cache(maxsize=1)
def _warsaw() -> bytes:
    """Europe/Warsaw by its rule since 1996 (Directive 2000/84/EC): the last Sundays."""
    zone = Timezone()
    zone.add("tzid", "Europe/Warsaw")
    for part, name, month, before, after in (
        (TimezoneDaylight(), "CEST", 3, 1, 2),
        (TimezoneStandard(), "CET", 10, 2, 1),
    ):
        first = date(1996, month, 31 if month == 3 else 27)
        hour = 2 if month == 3 else 3
        part.add("dtstart", datetime(first.year, month, first.day, hour))  # noqa: DTZ001 – local by RFC 5545
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("tzname", name)
        part.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday="-1SU"))
        zone.add_component(part)
    return bytes(zone.to_ical())
