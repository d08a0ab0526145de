"""Calendars: files to subscribe to, and pages with months."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.agenda import events, ical, months
from plugins.layout import frame as frames
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Output


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """The unit's calendar, one of each debate, and the calendar's pages."""
    path = addresses.CALENDAR_FILE.lstrip("/")
    yield Output(path, ical.made, events.current(catalogue))
    for debate in events.dated(catalogue):
        path = f"{addresses.of(debate).lstrip('/')}debata.ics"
        yield Output(path, ical.made, events.single(catalogue, debate), source=debate.path)
    yield from months.plan(catalogue, frames.frame(catalogue, assets))
