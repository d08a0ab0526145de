"""What came of requests, counted: where they stand, who answered, and how long both took.

Pure functions of requests as they stand today. Only the unit's own requests count, each once:
a translation is no second request, and one that repeats another has no outcome of its own.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.handovers import Handover
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.request import Request, Status, Update
from plugins.newsroom.phases import Phase

OURS = (Status.RAISED, Status.VERIFIED, Status.UNDER_WAY)
"""What the unit itself still works on."""

_SETTLED = (Status.DONE, Status.PARTLY_DONE, Status.REFUSED)


@dataclass(frozen=True, slots=True)
class Case:
    """A request as it is counted.

    ``days``: from the day it was raised to the one on which it got its present, final status;
    ``None``: it is still open, or repeats another.
    """

    request: Request
    status: Status
    days: int | None
    handovers: tuple[Handover, ...]

    @property
    def year(self) -> int:
        """The year in which it was raised; what became of it later does not move it."""
        return self.request.history[0].day.year

    @property
    def is_waiting(self) -> bool:
        """Whether some body still owes an answer."""
        return any(one.is_waiting for one in self.handovers)

    @property
    def is_overdue(self) -> bool:
        """Whether such an answer is late."""
        return any(one.late for one in self.handovers)


def cases(catalogue: Catalogue, requests: Iterable[Request] | None = None) -> tuple[Case, ...]:
    """The requests that count, in the order given; by default all, oldest first."""
    given = catalogue.requests if requests is None else requests
    return tuple(_case(catalogue, one) for one in given if catalogue.counts(one))


def _case(catalogue: Catalogue, request: Request) -> Case:
    history = catalogue.history(request)
    days = settling(history)
    return Case(request, history[-1].status, days, catalogue.handovers(request))


def settling(history: tuple[Update, ...]) -> int | None:
    """Days from the first entry to the one that gave the present status, if that settles it.

    A later entry of the same status, such as the word of an evaluation, settles nothing anew.
    """
    last = history[-1].status
    if last not in _SETTLED:
        return None
    day = _since(history, last)
    return (day - history[0].day).days


def _since(history: tuple[Update, ...], status: Status) -> date:
    """The day of the first of the closing entries that have a status."""
    since = history[-1].day
    for update in reversed(history):
        if update.status is not status:
            break
        since = update.day
    return since


Asked = tuple[str, Handover]
"""The id of a request, and one of its hand-overs."""

# -- counts ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Days:
    """How long something took: in how many cases, and the median of days; none: ``None``."""

    number: int
    median: float | None

    @classmethod
    def of(cls, days: Iterable[int | None]) -> Days:
        """Of the cases that are over.

        >>> Days.of([3, None, 10, 4, 8]), Days.of([None])
        (Days(number=4, median=6.0), Days(number=0, median=None))
        """
        known = [one for one in days if one is not None]
        return cls(len(known), float(statistics.median(known)) if known else None)


@dataclass(frozen=True, slots=True)
class Answers:
    """Hand-overs of so many ``requests``: received = answered + waiting + unanswered.

    ``late`` answers came after their term, of the ``waiting`` as many are ``overdue``;
    ``unanswered``: settled without a written answer. ``days`` that the answers took.
    """

    requests: int
    received: int
    answered: int
    late: int
    waiting: int
    overdue: int
    unanswered: int
    days: Days


def answers(found: Iterable[Asked]) -> Answers:
    """Count hand-overs: a request that was handed over twice counts twice."""
    pairs = tuple(found)
    handed = [handover for _, handover in pairs]
    return Answers(
        requests=len({request for request, _ in pairs}),
        received=len(handed),
        answered=sum(one.answered is not None for one in handed),
        late=sum(one.overdue > 0 for one in handed),
        waiting=sum(one.is_waiting for one in handed),
        overdue=sum(one.late > 0 for one in handed),
        unanswered=sum(one.settled is not None for one in handed),
        days=Days.of(one.days for one in handed),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """Requests counted; ``statuses`` has a number for every status, which make up ``raised``.

    ``waiting``, ``overdue``: those for which some body owes an answer, and owes it late;
    ``settling``: days from raising to the end; ``answers`` to their hand-overs.
    """

    raised: int
    statuses: tuple[int, ...]
    waiting: int
    overdue: int
    settling: Days
    answers: Answers

    def number(self, *statuses: Status) -> int:
        """How many have one of these statuses."""
        return sum(self.statuses[_PLACE[one]] for one in statuses)

    @property
    def matters(self) -> int:
        """Requests without those that only repeat another: the whole that shares are of."""
        return self.raised - self.number(Status.REPEATED)


_PLACE = {status: place for place, status in enumerate(Status)}


def tally(found: Iterable[Case]) -> Tally:
    """Count requests, each once."""
    members = tuple(found)
    by_status = Counter(case.status for case in members)
    return Tally(
        raised=len(members),
        statuses=tuple(by_status[status] for status in Status),
        waiting=sum(case.is_waiting for case in members),
        overdue=sum(case.is_overdue for case in members),
        settling=Days.of(case.days for case in members),
        answers=answers(asked(members)),
    )


# -- who was asked, and where residents were ----------------------------------------------


def asked(found: Iterable[Case]) -> Iterator[Asked]:
    """Every hand-over with its request's id."""
    return ((case.request.id, one) for case in found for one in case.handovers)


def of_body(catalogue: Catalogue, name: str) -> Answers:
    """What a body was asked by the unit, and how it answers."""
    found = cases(catalogue, catalogue.handed_to.get(name, ()))
    return answers(pair for pair in asked(found) if pair[1].body == name)


_ASKED = (Phase.HELD, Phase.REPORTED, Phase.EVALUATED)


def asking(catalogue: Catalogue) -> tuple[Debate, ...]:
    """The unit's own debates that took place, oldest first."""
    own = filter(catalogue.counts, catalogue.debates)
    return tuple(one for one in own if catalogue.phase(one) in _ASKED)
