"""Which files a visible record shows: only these are published."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plugins.newsroom import handovers, published
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds import FOLDER_OF
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.originals import Original
from plugins.newsroom.ties import Ties


@dataclass(frozen=True, eq=False)
class Shown(Ties):
    """All published records and the files behind them."""

    def original(self, record: Record | Unit, name: str) -> Original | None:
        """The file behind a name in a record."""
        return self.originals.of(record, name)

    def published_originals(self) -> list[Original]:
        """Every file that a visible record names, by path; equal ones of one name only once."""
        found = sorted(self.originals.found.items(), key=lambda pair: pair[1].path)
        named = (o for place, o in found if place not in self._to_come and self._shows(place[0]))
        once: dict[str, Original] = {}
        for original in named:
            once.setdefault(published.download(original), original)
        return list(once.values())

    @cached_property
    def _to_come(self) -> set[tuple[str, str]]:
        """(path, name) of letters that only entries of the days to come name."""
        places: set[tuple[str, str]] = set()
        for request in self.holdings.of(Request):
            entries = handovers.known(request, self.today)
            shown = {*(update.file for update in entries), *request.shared_downloads}
            places |= {(request.path, name) for name in request.own_downloads if name not in shown}
        return places

    def _shows(self, path: str) -> bool:
        """Whether what names a file is on a page: the unit is, a hidden report is not."""
        if path == self.unit.path:
            return True
        seen = self._seen.get(path)
        report = path.split("/")[1] == FOLDER_OF[Report]
        return seen is Visibility.LISTED or (seen is Visibility.HIDDEN and not report)
