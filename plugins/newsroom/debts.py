"""What the unit owes to residents, and what others owe to it: until when, and whether that is over.

Follows from the records and the day alone. Only the unit's own records count; a record that
another body publishes owes nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate, Role
from plugins.newsroom.kinds.district import Plan
from plugins.newsroom.kinds.page import REVIEWED_BY
from plugins.newsroom.phases import Phase, months_after

EVALUATION_MONTHS = 12
"""How long after an initiating debate its requests are accounted for in public (issue 5)."""


class Owed(Enum):
    """What is owed, in the order in which it is told."""

    REPORT = "sprawozdanie"
    EVALUATION = "ewaluacja"
    REPLY = "odpowiedź"
    RESULT = "wynik planu"
    REVIEW = "przegląd deklaracji"


SOON = {
    Owed.REPORT: timedelta(days=365),
    Owed.EVALUATION: timedelta(days=90),
    Owed.REPLY: timedelta(days=14),
    Owed.RESULT: timedelta(days=30),
    Owed.REVIEW: timedelta(days=60),
}
"""How long before its day the office is told: a report from the debate on (its term is shorter
than a year), an evaluation while a hall can still be found."""


@dataclass(frozen=True, slots=True)
class Debt:
    """Something owed by ``due``; ``since``: the day from which it is.

    ``record``: the debate, request, district or page that it is owed for; ``body``: whose answer
    is awaited; ``plan``: whose result; ``is_late``: the day is over.
    """

    owed: Owed
    record: Record
    since: date
    due: date
    is_late: bool
    body: str = ""
    plan: Plan | None = None


def debts(catalogue: Catalogue) -> tuple[Debt, ...]:
    """All that is owed today, however far its day; by kind, then what is owed the longest first."""
    parts = (_reports, _evaluations, _replies, _results, _reviews)
    order = list(Owed)
    found = [debt for part in parts for debt in part(catalogue)]
    return tuple(sorted(found, key=lambda one: (order.index(one.owed), one.due, one.record.path)))


def late(catalogue: Catalogue) -> tuple[Debt, ...]:
    """What should have been done by now: the page for residents."""
    return tuple(debt for debt in debts(catalogue) if debt.is_late)


def near(catalogue: Catalogue) -> tuple[Debt, ...]:
    """What is late, and what has to be done :data:`SOON`: the page for the office."""
    return tuple(
        debt
        for debt in debts(catalogue)
        if debt.is_late or debt.due - catalogue.today <= SOON[debt.owed]
    )


def evaluation_due(catalogue: Catalogue, debate: Debate) -> date | None:
    """Until when an initiating debate of the unit is to be evaluated; ``None``: it was, or is not
    to be, or has not been held.

    Of a debate whose day is known only to the month or year, counted from its last possible day.
    """
    held = catalogue.phase(debate) in (Phase.HELD, Phase.REPORTED)
    last = debate.when.last
    if debate.role is not Role.INITIATING or not held or last is None:
        return None
    return months_after(last, EVALUATION_MONTHS) if catalogue.counts(debate) else None


def _reports(catalogue: Catalogue) -> Iterator[Debt]:
    for debate in filter(catalogue.counts, catalogue.debates):
        due, day = catalogue.due(debate), debate.when.day
        if due and day and catalogue.phase(debate) is not Phase.TODAY:
            yield Debt(Owed.REPORT, debate, day, due.day, bool(due.late))


def _evaluations(catalogue: Catalogue) -> Iterator[Debt]:
    for debate in catalogue.debates:
        due, last = evaluation_due(catalogue, debate), debate.when.last
        if due and last:
            yield Debt(Owed.EVALUATION, debate, last, due, due < catalogue.today)


def _replies(catalogue: Catalogue) -> Iterator[Debt]:
    for request in catalogue.requests:
        for one in catalogue.handovers(request) if catalogue.counts(request) else ():
            if one.is_waiting:
                over = one.due < catalogue.today
                yield Debt(Owed.REPLY, request, one.day, one.due, over, body=one.body)


def _results(catalogue: Catalogue) -> Iterator[Debt]:
    for district, plan in catalogue.plans:
        if not plan.result and plan.since <= catalogue.today and catalogue.counts(district):
            over = plan.until < catalogue.today
            yield Debt(Owed.RESULT, district, plan.since, plan.until, over, plan=plan)


def _reviews(catalogue: Catalogue) -> Iterator[Debt]:
    for page in catalogue.pages:
        seen = (page.reviewed or page.prepared) if page.conformance else None
        if seen and catalogue.counts(page):
            due = date(seen.year + 1, *REVIEWED_BY)
            yield Debt(Owed.REVIEW, page, seen, due, due < catalogue.today)


def has_plan_after(catalogue: Catalogue, district: Record, plan: Plan) -> bool:
    """Whether the district's next half-year has a plan already."""
    return any(other is district and one.since > plan.until for other, one in catalogue.plans)
