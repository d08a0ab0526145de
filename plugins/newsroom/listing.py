"""What is there on a day: every record that residents may see, by kind.

Drafts and embargoed records are left out whole (unless it is made for a preview), so no output
can leak them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from plugins.newsroom import relations
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings, Visibility
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.kinds.venue import Venue
from plugins.newsroom.originals import Originals

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, eq=False)
class Listing:
    """All published records.

    ``now`` is the run's one moment, with its offset; ``drafts``: made for a preview, so
    unpublished records are in, marked by :meth:`mark`.
    """

    holdings: Holdings
    originals: Originals
    drafts: bool = False

    @property
    def unit(self) -> Unit:
        """The unit whose site this is."""
        return self.holdings.unit

    @property
    def now(self) -> datetime:
        """The moment of the run."""
        return self.holdings.now

    @cached_property
    def today(self) -> date:
        """The day of the run in Poland."""
        return self.now.astimezone(WARSAW).date()

    # -- what is there ---------------------------------------------------------------

    @cached_property
    def listed(self) -> tuple[Record, ...]:
        """Every record that may stand in lists, feeds, search and calendar; oldest first."""
        entries = self.holdings.entries
        seen = (e.record for e in entries if self._seen[e.record.path] is Visibility.LISTED)
        return tuple(sorted(seen, key=relations.order))

    @cached_property
    def _seen(self) -> dict[str, Visibility]:
        """Path → visibility; a preview shows what is not yet published."""
        seen = {e.record.path: self.holdings.visibility(e.record) for e in self.holdings.entries}
        if not self.drafts:
            return seen
        shown = (Visibility.DRAFT, Visibility.EMBARGO)
        return {path: Visibility.LISTED if v in shown else v for path, v in seen.items()}

    def seen(self, record: Record) -> Visibility:
        """What may be seen of a record in this catalogue."""
        return self._seen[record.path]

    @cached_property
    def hidden(self) -> tuple[Record, ...]:
        """Records with a page that nothing leads to."""
        entries = self.holdings.entries
        return tuple(e.record for e in entries if self._seen[e.record.path] is Visibility.HIDDEN)

    @cached_property
    def withdrawn(self) -> tuple[Record, ...]:
        """Records of which a dated tombstone stays."""
        entries = self.holdings.entries
        return tuple(e.record for e in entries if self._seen[e.record.path] is Visibility.WITHDRAWN)

    def _listed(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(record for record in self.listed if isinstance(record, kind))

    @cached_property
    def debates(self) -> tuple[Debate, ...]:
        """All listed debates, oldest first, unknown days before all others."""
        return self._listed(Debate)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """All listed reports by publication, oldest first."""
        return self._listed(Report)

    @cached_property
    def news(self) -> tuple[News, ...]:
        """All listed news by publication, oldest first."""
        return self._listed(News)

    @cached_property
    def programmes(self) -> tuple[Programme, ...]:
        """All listed programmes by publication, oldest first."""
        return self._listed(Programme)

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """All listed requests, oldest first: by publication, or by when they were raised."""
        return self._listed(Request)

    @cached_property
    def districts(self) -> tuple[District, ...]:
        """All listed districts."""
        return self._listed(District)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """All listed bodies."""
        return self._listed(Body)

    @cached_property
    def venues(self) -> tuple[Venue, ...]:
        """All listed venues."""
        return self._listed(Venue)

    @cached_property
    def cycles(self) -> tuple[Cycle, ...]:
        """All listed cycles."""
        return self._listed(Cycle)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All listed standing pages."""
        return self._listed(Page)

    def has(self, kind: type[Record]) -> bool:
        """Whether any record of a kind has a page, be it in no list: its list must be there."""
        return any(self._seen[one.path].has_page for one in self.holdings.of(kind))

    def mark(self, record: Record) -> str:
        """In a preview: „szkic” or „ukaże się później”; empty for what is published."""
        own = self.holdings.visibility(record)
        return own.value if own in (Visibility.DRAFT, Visibility.EMBARGO) else ""
