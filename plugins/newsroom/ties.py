"""Records grouped by what ties them: their programme, place, body, district, debate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plugins.newsroom import addresses, handovers, relations
from plugins.newsroom.kinds.activity import ActivityRecord
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.district import District, Plan
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Question, Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.listing import Listing


@dataclass(frozen=True, eq=False)
class Ties(Listing):
    """All published records by what ties them; within a group oldest first."""

    @cached_property
    def by_programme(self) -> dict[str, tuple[Record, ...]]:
        """Programme's id → its records."""
        return relations.grouped(self.listed, lambda r: (r.programme,) if r.programme else ())

    @cached_property
    def by_activity(self) -> dict[tuple[str, str], tuple[Record, ...]]:
        """(programme's id, slug of the activity's name) → the records about it."""
        return relations.grouped(self.listed, _activities)

    @cached_property
    def by_cycle(self) -> dict[str, tuple[Record, ...]]:
        """Cycle's id → its records."""
        return relations.grouped(self.listed, lambda r: (r.cycle,) if r.cycle else ())

    @cached_property
    def by_topic(self) -> dict[str, tuple[Record, ...]]:
        """Topic's slug → its records."""
        return relations.grouped(
            self.listed, lambda r: dict.fromkeys(map(addresses.slug, r.topics))
        )

    @cached_property
    def by_category(self) -> dict[str, tuple[Record, ...]]:
        """Category of the Mapa Zagrożeń → its records."""
        return relations.grouped(self.listed, lambda r: dict.fromkeys(r.categories))

    @cached_property
    def by_district(self) -> dict[str, tuple[Record, ...]]:
        """District's id → its records."""
        return relations.grouped(self.listed, lambda r: dict.fromkeys(r.districts))

    @cached_property
    def by_venue(self) -> dict[str, tuple[Debate, ...]]:
        """Venue's id → its debates."""
        return relations.grouped(
            self.debates, lambda d: (d.place.venue,) if d.place and d.place.venue else ()
        )

    @cached_property
    def by_body(self) -> dict[str, tuple[Record, ...]]:
        """Body's id → what it publishes, organises, attends or carries out."""
        return relations.grouped(self.listed, lambda r: dict.fromkeys(_bodies(r)))

    @cached_property
    def by_original(self) -> dict[str, tuple[Record, ...]]:
        """``kind/id`` → its translations."""
        return relations.grouped(
            self.listed, lambda r: (r.translation_of,) if r.translation_of else ()
        )

    # -- requests --------------------------------------------------------------------

    @cached_property
    def raised_at(self) -> dict[str, tuple[Request, ...]]:
        """Debate's id → the requests that were raised at it."""
        return relations.grouped(self.requests, lambda r: (r.debate,) if r.debate else ())

    @cached_property
    def discussed_at(self) -> dict[str, tuple[Request, ...]]:
        """Debate's id → the requests raised elsewhere that were spoken of at it."""
        return relations.grouped(self.requests, self._later_debates)

    def _later_debates(self, request: Request) -> Iterator[str]:
        spoken = (update.debate for update in request.history if update.day <= self.today)
        return (name for name in dict.fromkeys(spoken) if name and name != request.debate)

    @cached_property
    def handed_to(self) -> dict[str, tuple[Request, ...]]:
        """Body's id → the requests that were handed to it or that it answered."""
        return relations.grouped(self.requests, self._asked)

    def _asked(self, request: Request) -> Iterator[str]:
        entries = handovers.known(request, self.today)
        bodies = (one.body for one in entries if one.answers or handovers.is_handover(one))
        return (name for name in dict.fromkeys(bodies) if name)

    @cached_property
    def repeats_of(self) -> dict[str, tuple[Request, ...]]:
        """Request's id → later requests for the same."""
        return relations.grouped(self.requests, lambda r: (r.repeats,) if r.repeats else ())

    # -- plans and questions ---------------------------------------------------------

    @cached_property
    def plans(self) -> tuple[tuple[District, Plan], ...]:
        """Every priority plan with its district, by beginning."""
        found = ((district, plan) for district in self.districts for plan in district.plans)
        return tuple(sorted(found, key=lambda pair: (pair[1].since, pair[0].id)))

    @cached_property
    def plans_by_request(self) -> dict[str, tuple[District, ...]]:
        """Request's id → the districts whose plans name it."""
        named = relations.grouped(self.plans, lambda pair: (pair[1].request,))
        return {name: tuple(district for district, _ in pairs) for name, pairs in named.items()}

    @cached_property
    def questions_by_request(self) -> dict[str, tuple[tuple[Report, int, Question], ...]]:
        """Request's id → the questions that led to it."""
        return relations.grouped(self.questions, lambda one: (one[2].request,))

    @cached_property
    def questions(self) -> tuple[tuple[Report, int, Question], ...]:
        """Every question asked at a debate: report, number from 1, question."""
        return tuple(
            (report, number, question)
            for report in self.reports
            for number, question in enumerate(report.questions, 1)
        )


def _activities(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, ActivityRecord) and record.activity:
        yield record.programme, addresses.slug(record.activity)


def _bodies(record: Record) -> list[str]:
    """Ids that a record names as bodies; a name that is no body groups nothing."""
    found = [record.publisher] if record.publisher else []
    if isinstance(record, Debate):
        found += [party.written for party in (*record.organisers, *record.guests)]
    elif isinstance(record, Report):
        found += [party.written for party in record.present]
    elif isinstance(record, Programme):
        found += [p.party.written for p in record.partners]
        found += [party.written for party in record.authors]
    elif isinstance(record, District):
        found += [record.station] if record.station else []
    return found
