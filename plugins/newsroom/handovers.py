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

    ``place``: of its entry in the history, from 0; ``end``: of the entry that answered it or
    settled the request, ``None`` while the answer is awaited. ``answered``: the day of the answer;
    ``settled``: the day on which the request ended without one. ``late``: by how many days the
    answer is overdue today, 0 if it is not awaited.
    """

    place: int
    end: int | None
    body: str
    day: date
    due: date
    answered: date | None
    settled: date | None
    late: int

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self.end is None

    @property
    def days(self) -> int | None:
        """How many days the answer took."""
        return (self.answered - self.day).days if self.answered else None

    @property
    def overdue(self) -> int:
        """By how many days an answer came too late; 0: in time, or none came."""
        return max((self.answered - self.due).days, 0) if self.answered else 0

    def was_waiting(self, place: int) -> bool:
        """Whether the answer was still to come when an entry was made."""
        return self.end is None or self.end > place


def handovers(request: Request, today: date) -> tuple[Handover, ...]:
    """Every hand-over, oldest first; the first later answer of that body stops its clock.

    Handing it once more to a body that has not answered is a reminder: the clock runs on.
    """
    entries = known(request, today)
    found: list[Handover] = []
    for place, update in enumerate(entries):
        asked = any(one.body == update.body and one.was_waiting(place) for one in found)
        if is_handover(update) and not asked:
            found.append(_handover(place, entries, today))
    return tuple(found)


def is_handover(update: Update) -> bool:
    """Whether an entry hands the request to a body; its answer may leave the status as it was."""
    return update.status is Status.HANDED_OVER and not update.answers


def _handover(place: int, entries: tuple[Update, ...], today: date) -> Handover:
    asked = entries[place]
    later = tuple(enumerate(entries[place + 1 :], place + 1))
    ends = (end for end, one in later if _answers(one, asked) or not one.status.is_open)
    end = next(ends, None)
    due = asked.due or months_after(asked.day, REPLY_MONTHS)
    answered = _answered(asked, later, end)
    settled = entries[end].day if end is not None and not answered else None
    late = max((today - due).days, 0) if end is None else 0
    return Handover(place, end, asked.body, asked.day, due, answered, settled, late)


def _answered(asked: Update, later: tuple[tuple[int, Update], ...], end: int | None) -> date | None:
    """The day of the answer, even after the request was settled, unless it was asked anew."""
    for place, update in later:
        if _answers(update, asked):
            return update.day
        anew = is_handover(update) and update.body == asked.body
        if anew and end is not None and place > end:
            return None
    return None


def _answers(update: Update, asked: Update) -> bool:
    return update.answers and update.body == asked.body


def awaited(request: Request, today: date) -> Handover | None:
    """The hand-over whose answer is awaited the longest."""
    waiting = (one for one in handovers(request, today) if one.is_waiting)
    return min(waiting, key=lambda one: one.due, default=None)
