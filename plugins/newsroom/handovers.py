"""Where a request stands on a day, and whose answer is awaited.

Pure functions of a request's history: entries dated after the day do not count yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.newsroom.kinds.request import Request, Status, Update
from plugins.newsroom.phases import months_after

REPLY_MONTHS = 1
"""Until when a body is to answer, unless it was said (Code of administrative procedure,
section VIII)."""


def known(request: Request, day: date) -> tuple[Update, ...]:
    """The entries up to and on a day, oldest first."""
    return tuple(update for update in request.history if update.day <= day)


def status(request: Request, day: date) -> Status | None:
    """The status on a day; ``None``: it had not been raised yet."""
    entries = known(request, day)
    return entries[-1].status if entries else None


@dataclass(frozen=True, slots=True)
class Handover:
    """A request handed to a body: asked on ``day``, to answer by ``due``.

    ``answered``: the day of the answer; ``settled``: the day on which the request ended without
    one. ``late``: by how many days the answer is overdue today, 0 if it is not awaited.
    """

    body: str
    day: date
    due: date
    answered: date | None
    settled: date | None
    late: int

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self.answered is None and self.settled is None

    @property
    def days(self) -> int | None:
        """How many days the answer took."""
        return (self.answered - self.day).days if self.answered else None


def handovers(request: Request, today: date) -> tuple[Handover, ...]:
    """Every hand-over, oldest first; the first later answer of that body stops its clock."""
    entries = known(request, today)
    return tuple(
        _handover(update, entries[place + 1 :], today)
        for place, update in enumerate(entries)
        if is_handover(update)
    )


def is_handover(update: Update) -> bool:
    """Whether an entry hands the request to a body; its answer may leave the status as it was."""
    return update.status is Status.HANDED_OVER and not update.answers


def _handover(update: Update, later: tuple[Update, ...], today: date) -> Handover:
    due = update.due or months_after(update.day, REPLY_MONTHS)
    answers = (one.day for one in later if one.answers and one.body == update.body)
    answered = next(answers, None)
    ends = (one.day for one in later if not one.status.is_open)
    settled = None if answered else next(ends, None)
    waits = answered is None and settled is None
    late = max((today - due).days, 0) if waits else 0
    return Handover(update.body, update.day, due, answered, settled, late)


def awaited(request: Request, today: date) -> Handover | None:
    """The hand-over whose answer is awaited the longest."""
    waiting = (one for one in handovers(request, today) if one.is_waiting)
    return min(waiting, key=lambda one: one.due, default=None)
