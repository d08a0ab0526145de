"""Calendars: files to subscribe to, and pages with months."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.agenda import events, months
from plugins.layout import frame as frames
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Later, Output, Tools


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """The unit's calendar, one of each debate, and the calendar's pages."""
    path = addresses.CALENDAR_FILE.lstrip("/")
    yield Output(path, made, Later(events.current, catalogue))
    for debate in events.dated(catalogue):
        path = addresses.event_file(debate).lstrip("/")
        yield Output(path, made, Later(events.single, catalogue, debate), source=debate.path)
    yield from months.plan(catalogue, frames.frame(catalogue, assets))


def made(view: events.Calendar, tools: Tools) -> bytes:
    """A calendar file; the library is loaded only when one is to be made (0.15 s)."""
    from plugins.agenda import ical

    return ical.made(view, tools)
