"""A run that knows what changed since the last one: nothing, or the text of a few bodies.

Then the archive is not read, and Pelican's plugins are not even loaded. Whatever else changed,
the whole way is gone; it ends in the same bytes.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from plugins.newsroom.warsaw import WARSAW
from plugins.press import snapshot
from plugins.press.faults import midway, told
from plugins.press.lock import held
from plugins.press.seal import settled
from plugins.press.snapshot import Seen
from plugins.press.store import Store
from plugins.publisher import noted
from plugins.publisher.clock import moment
from plugins.publisher.closing import Ending, tell
from plugins.publisher.folders import Folders
from plugins.publisher.noted import Noted

MANY = 50
"""Edited records up to which they are read here, in one process."""


def done(settings: Mapping[str, Any]) -> bool:
    """Whether the site is now as it should be, and was told so; else nothing has been done.

    Raises :class:`Problems` of the disk.
    """
    folders = Folders.of(settings)
    unusual = settings.get("WHY") or settings.get("DELETE_OUTPUT_DIRECTORY")
    if unusual or not (folders.shop / "store.sqlite").exists():
        return False
    path = folders.shop / "store.sqlite"
    with told(folders.root), held(folders.shop), Store(path) as store:
        return _Quick(settings, folders, store).run()


class _Quick:
    """One try, under the lock."""

    def __init__(self, settings: Mapping[str, Any], folders: Folders, store: Store) -> None:
        self.settings, self.folders, self.store = settings, folders, store
        self.began = time.monotonic()
        self.now = moment(settings)

    def run(self) -> bool:
        """From what was noted to what is there."""
        before = noted.read(self.store, self.folders.site)
        stamps = snapshot.taken(self.folders.trees)
        if before is None or stamps is None or not before.since <= self.now < before.until:
            return False
        if before.inputs != noted.inputs(self.settings, self.folders):
            return False
        other, restamped = snapshot.changed(self.folders.trees, stamps, before.files)
        if other:
            return self._edited(before, stamps, other, restamped)
        if settled(self.store, self.folders.site, self.folders.output) is None:
            return False
        self._settle(before, restamped)
        return self._tell(before, 0)

    def _edited(
        self, before: Noted, stamps: Mapping[str, str], paths: list[str], seen: dict[str, Seen]
    ) -> bool:
        """Make what shows the bodies of these files, if these are all that is new in them."""
        records = all(p in stamps and p in before.files and p.endswith(".md") for p in paths)
        # An index that grows in layers keeps old words, which what is published must not.
        is_whole = bool(self.settings.get("WHOLE_INDEX"))
        if is_whole or not records or len(paths) > MANY:
            return False
        from plugins.publisher import edits  # what reads records, and what makes pages

        today = self.now.astimezone(WARSAW).date()
        new = {path: stamps[path] for path in paths}
        done = edits.made(self.store, self.folders, before, new, today)
        if done is None:
            return False
        after = replace(before, warned=done.warned)
        with midway(self.folders.root):
            self._settle(after, {**seen, **done.seen})
        return self._tell(after, done.written)

    def _settle(self, before: Noted, seen: Mapping[str, Seen]) -> None:
        """Note what changed of what was noted, and for ``due`` until when the site is true."""
        site = self.folders.site
        if seen:
            noted.write(self.store, site, replace(before, files={**before.files, **seen}))
        if not self.settings.get("DRAFTS"):
            noted.note_span(self.settings, self.folders, before)

    def _tell(self, now: Noted, written: int) -> bool:
        tell(self.began, now.warned, Ending(now.count, written, 0, now.waiting))
        return True
