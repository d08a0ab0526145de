"""Everything that stands in ``content/``, published or not, and what may be seen of it when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import TypeVar

from plugins.newsroom.kinds import FOLDER_OF
from plugins.newsroom.kinds.common import Publicity, Record
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.lines import NO_LINES, line_of
from plugins.newsroom.parsing import UNIT, Entry, Torn

R = TypeVar("R", bound=Record)


class Visibility(Enum):
    """Where a record is seen."""

    LISTED = "wszędzie"
    HIDDEN = "tylko pod swoim adresem"
    WITHDRAWN = "ślad po wycofaniu"
    EMBARGO = "ukaże się później"
    DRAFT = "szkic"

    @property
    def has_page(self) -> bool:
        """Whether anything is published at the record's address."""
        return self not in (Visibility.EMBARGO, Visibility.DRAFT)


_STATES = {
    Publicity.DRAFT: Visibility.DRAFT,
    Publicity.HIDDEN: Visibility.HIDDEN,
    Publicity.WITHDRAWN: Visibility.WITHDRAWN,
}


def visibility(record: Record, now: datetime) -> Visibility:
    """What may be seen of a record at a moment; its own date may hold it back."""
    if record.publicity is Publicity.DRAFT:
        return Visibility.DRAFT
    if record.appeared and record.appeared.is_after(now):
        return Visibility.EMBARGO
    return _STATES.get(record.publicity, Visibility.LISTED)


@dataclass(frozen=True)
class Holdings:
    """All records of a run.

    ``known``: targets of all files, faulty ones too; ``torn``: what is known of those.
    """

    unit: Unit
    now: datetime
    entries: tuple[Entry, ...]
    known: frozenset[str]
    torn: tuple[Torn, ...] = ()
    unit_lines: bytes = NO_LINES

    @property
    def files(self) -> tuple[Entry | Torn, ...]:
        """All that was read, be it a record or not."""
        return (*self.entries, *self.torn)

    @cached_property
    def _lines(self) -> dict[str, bytes]:
        return {file.path: file.lines for file in self.files}

    def line(self, path: str, key: str) -> int:
        """The line of a key in a file that was read; 0 if it is not known."""
        kept = self.unit_lines if path.endswith(f"/{UNIT}") else self._lines.get(path, NO_LINES)
        return line_of(kept, key)

    @cached_property
    def by_target(self) -> dict[str, Record]:
        """``kind/id`` → record."""
        return {f"{entry.folder}/{entry.record.id}": entry.record for entry in self.entries}

    @cached_property
    def _by_folder(self) -> dict[str, list[Record]]:
        folders: dict[str, list[Record]] = {}
        for entry in self.entries:
            folders.setdefault(entry.folder, []).append(entry.record)
        return folders

    def of(self, kind: type[R]) -> Iterator[R]:
        """All records of a kind, by path."""
        records = self._by_folder.get(FOLDER_OF[kind], [])
        return (record for record in records if isinstance(record, kind))

    @cached_property
    def _visible(self) -> dict[str, Visibility]:
        return {entry.record.path: self._visibility(entry.record) for entry in self.entries}

    def visibility(self, record: Record) -> Visibility:
        """What may be seen of a record now; a report is never seen without its debate."""
        return self._visible[record.path]

    def _visibility(self, record: Record) -> Visibility:
        own = visibility(record, self.now)
        if not isinstance(record, Report) or not own.has_page:
            return own
        debate = self.by_target.get(f"debaty/{record.debate}")
        above = visibility(debate, self.now) if debate else Visibility.LISTED
        return above if above is not Visibility.LISTED else own

    def is_seen(self, target: str) -> bool:
        """Whether a link to ``kind/id`` leads anywhere now."""
        record = self.by_target.get(target)
        return record is not None and self.visibility(record).has_page

    def is_own(self, record: Record) -> bool:
        """Whether the unit itself publishes it, so that it counts in the unit's figures."""
        return self.publisher(record) in ("", self.unit.body)

    def publisher(self, record: Record) -> str:
        """The body that publishes a record; a request belongs to whose debate it came from."""
        if record.publisher or not isinstance(record, Request):
            return record.publisher
        debate = self.by_target.get(f"debaty/{record.debate}")
        return debate.publisher if debate else ""
