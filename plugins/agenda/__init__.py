"""Calendars: files to subscribe to, and pages with months."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins import signals
from plugins.agenda import calendars, events, months
from plugins.layout import frame as frames
from plugins.layout.calendars import followed
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.district import District
from plugins.outputs import File, Later, Output, Tools


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """The unit's calendars, one of each district, cycle and debate, and the calendar's pages.

    A file stays at its address though it hold no event: a subscriber's program asks again.
    """
    recent = Later(calendars.recent, catalogue)
    for address, view in _OF_THE_UNIT:
        yield _file(address, Later(view, catalogue, recent))
    for district in followed(catalogue, District):
        later = Later(calendars.of_district, catalogue, recent, district)
        yield _file(addresses.calendar_file(district), later, district.path)
    for cycle in followed(catalogue, Cycle):
        later = Later(calendars.of_cycle, catalogue, recent, cycle)
        yield _file(addresses.calendar_file(cycle), later, cycle.path)
    for debate in events.told(catalogue):
        later = Later(calendars.single, catalogue, debate)
        yield _file(addresses.event_file(debate), later, debate.path)
    yield from months.plan(catalogue, frames.frame(catalogue, assets))


_OF_THE_UNIT: tuple[tuple[str, Callable[..., calendars.Calendar]], ...] = (
    (addresses.CALENDAR_FILE, calendars.everything),
    (addresses.CALENDAR_HELD, calendars.held),
    (addresses.CALENDAR_ALARMS, calendars.alarming),
    (addresses.CALENDAR_DEADLINES, calendars.due),
)


def _file(address: str, later: Later, source: str = "") -> Output:
    return Output(addresses.file(address), made, later, source=source)


def made(view: calendars.Calendar, tools: Tools) -> bytes:
    """A calendar file; the library is loaded only when one is to be made (0.15 s)."""
    from plugins.agenda import ical

    return ical.made(view, tools)
