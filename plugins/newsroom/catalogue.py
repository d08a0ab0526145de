"""What is true of all records on a day: the one value that every feature reads.

Only what residents may see is in here; drafts and embargoed records are left out whole
(unless the catalogue is made for a preview), so no output can leak them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from plugins.newsroom import addresses, handovers, phases, relations
from plugins.newsroom.dates import Moment, Precision
from plugins.newsroom.handovers import Handover
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Change, Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.news import News, Section
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request, Status, Update
from plugins.newsroom.kinds.venue import Place, Venue
from plugins.newsroom.people import Party
from plugins.newsroom.phases import Archived, Due, Phase, ProgrammeState
from plugins.newsroom.shown import Shown

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, eq=False)
class Catalogue(Shown):
    """All published records with their relations and states."""

    @cached_property
    def _report_of(self) -> dict[str, Report]:
        """Debate's id → its report, where one may see both or where both are hidden."""
        shown = (Visibility.LISTED, Visibility.HIDDEN)
        reports = [r for r in self.holdings.of(Report) if self._seen[r.path] in shown]
        return {
            r.debate: r for r in reports if self._seen[r.path] is self._seen[self.debate(r).path]
        }

    def report(self, debate: Debate) -> Report | None:
        """The report of a debate, if it is published."""
        return self._report_of.get(debate.id)

    def debate(self, report: Report) -> Debate:
        """The debate of a report; the checks have made sure that it is there."""
        debate = self.holdings.by_target[f"debaty/{report.debate}"]
        assert isinstance(debate, Debate)
        return debate

    @cached_property
    def _evaluations(self) -> dict[str, tuple[Debate, ...]]:
        return relations.grouped(self.debates, lambda debate: dict.fromkeys(debate.evaluates))

    def evaluations(self, debate: Debate) -> tuple[Debate, ...]:
        """The debates that evaluate this one, oldest first."""
        return self._evaluations.get(debate.id, ())

    def evaluated(self, debate: Debate) -> tuple[Debate, ...]:
        """The debates that this one evaluates and that may stand in lists."""
        found = (self.record(f"debaty/{name}") for name in dict.fromkeys(debate.evaluates))
        return tuple(one for one in found if isinstance(one, Debate))

    def record(self, target: str) -> Record | None:
        """The record ``kind/id`` if other pages may name it; a hidden one stands alone."""
        record = self.holdings.by_target.get(target)
        return record if record and self._seen[record.path] is Visibility.LISTED else None

    def address(self, target: str) -> str:
        """The address of ``kind/id`` for a link that the officer wrote; empty: there is no page."""
        record = self._paged(target)
        return addresses.of(record) if record else ""

    def _paged(self, target: str) -> Record | None:
        record = self.holdings.by_target.get(target)
        shown = (Visibility.LISTED, Visibility.HIDDEN)
        return record if record and self._seen[record.path] in shown else None

    def body(self, name: str) -> Body | None:
        """A published body by its id."""
        record = self.record(f"podmioty/{name}")
        return record if isinstance(record, Body) else None

    def is_withheld(self, party: Party) -> bool:
        """Whether a guest is a body whose record is not public (yet, or any more)."""
        target = f"podmioty/{party.written}"
        return target in self.holdings.by_target and self.record(target) is None

    def party(self, party: Party) -> Body | None:
        """The body behind a guest or organiser, if it is one."""
        return self.body(party.written)

    def place(self, debate: Debate) -> Place | None:
        """Where a debate is held, the venue's facts filled in, though it be in no list."""
        if debate.place and debate.place.venue:
            venue = self._paged(f"miejsca/{debate.place.venue}")
            return venue.place if isinstance(venue, Venue) else None
        return debate.place

    def publisher(self, record: Record) -> str:
        """The id of the body that publishes a record; empty: the unit."""
        return self.holdings.publisher(record)

    def is_own(self, record: Record) -> bool:
        """Whether the unit itself publishes it."""
        return self.holdings.is_own(record)

    def counts(self, record: Record) -> bool:
        """Whether it counts in the unit's figures: its own, and no translation of another."""
        return self.is_own(record) and not record.translation_of

    def said(self, record: Record) -> list[Record]:
        """What the officer wants read next."""
        return [one for one in map(self.record, dict.fromkeys(record.see_also)) if one]

    @cached_property
    def _ties(self) -> dict[relations.Bond, list[tuple[tuple[date, int, str], Record]]]:
        return relations.bonded(self.listed)

    def related(self, record: Record, limit: int = 5) -> list[Record]:
        """What else to read: what the officer said, then the nearest by programme, cycle…"""
        said = self.said(record)
        computed = relations.related(record, self._ties, self._is_worth_reading, limit)
        seen = {one.path for one in said}
        return [*said, *(one for one in computed if one.path not in seen)][:limit]

    def _is_worth_reading(self, record: Record) -> bool:
        """Not a warning that has expired, a debate that will not be, nor a translation."""
        if record.translation_of:
            return False
        if isinstance(record, Debate):
            return self.phase(record) not in (Phase.CANCELLED, Phase.UNSETTLED, Phase.POSTPONED)
        return not (isinstance(record, News) and self.archived(record))

    @cached_property
    def _neighbours(self) -> dict[str, tuple[Record | None, Record | None]]:
        return {
            **relations.neighbours(self.debates),
            **relations.neighbours(self.news),
            **relations.neighbours(self.programmes),
            **relations.neighbours(self.requests),
        }

    def neighbours(self, record: Record) -> tuple[Record | None, Record | None]:
        """The record of this kind before and after it."""
        return self._neighbours.get(record.path, (None, None))

    # -- states ----------------------------------------------------------------------

    @cached_property
    def _phases(self) -> dict[str, Phase]:
        return {d.path: self._phase(d) for d in self.holdings.of(Debate)}

    def _phase(self, debate: Debate) -> Phase:
        held = any(phases.was_held(one, self.today) for one in self.evaluations(debate))
        return phases.phase(debate, self.report(debate) is not None, held, self.today)

    def phase(self, debate: Debate) -> Phase:
        """Where a debate stands today."""
        return self._phases[debate.path]

    def due(self, debate: Debate) -> Due | None:
        """When the unit owes the report.

        Other publishers' debates have no deadline here, nor has one whose report was withdrawn.
        """
        told = self.report(debate) or debate.id in self._told_elsewhere
        if told or not self.is_own(debate):
            return None
        return phases.report_due(debate, self.phase(debate), self.unit.report_days, self.today)

    def programme_state(self, programme: Programme) -> ProgrammeState:
        """Where a programme stands today."""
        return phases.programme_state(programme, self.today)

    def archived(self, record: Record) -> Archived | None:
        """Why a record is no longer current, if so."""
        known = self._archived
        if record.path not in known:
            known[record.path] = phases.archived(record, self.unit.archive_months, self.today)
        return known[record.path]

    @cached_property
    def _archived(self) -> dict[str, Archived | None]:
        """What was asked before: half a dozen lists ask of one record."""
        return {}

    @cached_property
    def warnings(self) -> tuple[News, ...]:
        """Warnings in force today, newest first."""
        live = (n for n in self.news if n.section is Section.WARNING and not self.archived(n))
        return tuple(reversed(tuple(live)))

    # -- requests --------------------------------------------------------------------

    def status(self, request: Request) -> Status:
        """Where a request stands today."""
        return self.history(request)[-1].status

    def history(self, request: Request) -> tuple[Update, ...]:
        """The entries of a request's history up to today, oldest first.

        In a preview, of one that has not appeared yet, the first, with which it will.
        """
        first = request.history[:1] if self.drafts else ()
        return handovers.known(request, self.today) or first

    def handovers(self, request: Request) -> tuple[Handover, ...]:
        """To whom a request was handed, and what came of it."""
        return handovers.handovers(request, self.today)

    def awaited(self, request: Request) -> Handover | None:
        """The answer that a request waits for."""
        return handovers.awaited(request, self.today)

    def accounted(self, evaluation: Debate) -> tuple[Request, ...]:
        """Every request of the debates that a debate evaluates, oldest first."""
        evaluated = self.evaluated(evaluation)
        raised = (one for debate in evaluated for one in self.raised_at.get(debate.id, ()))
        return tuple(sorted(raised, key=relations.order))

    def updated(self, record: Record) -> Moment | None:
        """When what is shown of a record last changed; a day still to come does not count."""
        days = [self.updated_as_said(record)]
        if isinstance(record, Request):
            days += [Moment(Precision.DAY, one.day) for one in self.history(record)[1:]]
        days += [change.day for change in self.changes(record)]
        return max(filter(None, days), key=lambda one: one.iso, default=None)

    def updated_as_said(self, record: Record) -> Moment | None:
        """The officer's own date of the last change, once it has come."""
        return record.updated if record.updated and not record.updated.is_after(self.now) else None

    def changes(self, record: Record) -> tuple[Change, ...]:
        """The ledger of changes up to today, newest first."""
        return tuple(one for one in reversed(record.changes) if not one.day.is_after(self.now))

    def withdrawn_report(self, debate: Debate) -> Report | None:
        """The report of a debate that was withdrawn, if no other stands in its place."""
        return None if self.report(debate) else self._withdrawn_reports.get(debate.id)

    @cached_property
    def _told_elsewhere(self) -> set[str]:
        """Debates whose report was written, but is hidden or withdrawn."""
        shown = (Visibility.HIDDEN, Visibility.WITHDRAWN)
        return {r.debate for r in self.holdings.of(Report) if self._seen[r.path] in shown}

    @cached_property
    def _withdrawn_reports(self) -> dict[str, Report]:
        return {one.debate: one for one in self.withdrawn if isinstance(one, Report)}
