"""Calendar files of a small site, in memory, and how tests read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import icalendar

from plugins import agenda
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import Output
from tests.newsroom.project import BARE, NOW, Project, write

DOMAIN = "policja.przykladow.example"


def catalogue(root: Path, files: Mapping[str, str], now: datetime = NOW) -> Catalogue:
    """The bare site with these files below ``content/``."""
    write(root, {**BARE, **{f"content/{name}": text for name, text in files.items()}})
    return Project(root).prepare(now).catalogue


def planned(found: Catalogue) -> list[Output]:
    """All calendar files, without pages."""
    return [one for one in agenda.plan(found, ()) if one.path.endswith(".ics")]


def made(found: Catalogue) -> dict[str, bytes]:
    """Every calendar file's bytes by its path."""
    return {one.path: one.make(one.view, None) for one in planned(found)}


def events(data: bytes) -> dict[str, icalendar.Event]:
    """Events by UID as another reader of the library gives them; without errors."""
    calendar = icalendar.Calendar.from_ical(data)
    found = calendar.walk("VEVENT")
    assert not any(one.errors for one in calendar.walk())
    named = {str(one["UID"]): one for one in found}
    assert len(named) == len(found)
    return named


def event(data: bytes) -> icalendar.Event:
    """The only event of a file."""
    (found,) = events(data).values()
    return found
