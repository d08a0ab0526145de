"""What a build leaves for the next one, so that it need not read what has not changed."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from plugins.press import span
from plugins.press.digest import of_bytes
from plugins.press.notes import Notes
from plugins.press.snapshot import Seen, installed
from plugins.press.store import Store
from plugins.publisher.folders import Folders
from plugins.publisher.warned import Warned


class Noted(msgspec.Struct, frozen=True):
    """A site that stands, and all that it was made from.

    ``inputs``: of the settings and libraries; ``since``, ``until``: between them nothing turns,
    and then what is ``awaited`` does; ``sources``, ``ledger``: versions of these shelves;
    ``layers``: features that grow in layers, and their places; ``twins``: bodies that two records
    share; ``waiting``: what an officer may look for in vain; ``count``: of places.
    """

    inputs: str
    since: datetime
    until: datetime
    awaited: tuple[str, ...]
    files: dict[str, Seen]
    sources: str
    ledger: str
    layers: tuple[str, ...]
    layered: tuple[str, ...]
    twins: tuple[str, ...]
    warned: Warned
    waiting: str
    count: int


_NOTES = Notes("noted", "2", Noted)


def read(store: Store, site: str) -> Noted | None:
    """What was noted of a site; None: nothing, or nothing that this program understands."""
    return _NOTES.read(store, site)


def write(store: Store, site: str, noted: Noted) -> None:
    """Note it: the site's files and the store are as they should be."""
    _NOTES.write(store, site, noted)


def forget(store: Store, site: str) -> None:
    """The site is about to change, or what the store knows of it."""
    _NOTES.forget(store, site)


def inputs(settings: Mapping[str, Any], folders: Folders) -> str:
    """A digest of what a build depends on beside files and the moment."""
    named = [settings.get(name) for name in ("DRAFTS", "WHOLE_INDEX")]
    theme = os.path.relpath(folders.theme, folders.root)
    told = (*named, *settings["PLUGINS"], folders.content, theme, platform.python_version())
    return of_bytes(repr((told, installed(sys.path))).encode("utf-8", "surrogateescape"))


def note_span(settings: Mapping[str, Any], folders: Folders, now: Noted) -> None:
    """For ``due``: until when the site is true, and of which sources it is."""
    version = str(settings.get("SOURCE_VERSION") or "")
    found = span.Span(now.since, now.until, now.awaited, version)
    if span.read(folders.shop, folders.site) != found:
        span.note(folders.shop, folders.site, found)
