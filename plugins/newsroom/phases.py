"""States that follow from dates: the phase of a debate, the state of a programme, the archive.

Pure functions of a record, what is linked to it and the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.news import News, Section
from plugins.newsroom.kinds.programme import Programme


class Phase(Enum):
    """Where a debate stands in its life."""

    ANNOUNCED = "zapowiedziana"
    TODAY = "dziś"
    HELD = "po debacie"
    REPORTED = "ze sprawozdaniem"
    EVALUATED = "po ewaluacji"
    UNSETTLED = "termin do ustalenia"
    POSTPONED = "odroczona"
    CANCELLED = "odwołana"

    @property
    def is_ahead(self) -> bool:
        """Whether residents can still come."""
        return self in (Phase.ANNOUNCED, Phase.TODAY)


def phase(debate: Debate, reported: bool, evaluated: bool, today: date) -> Phase:
    """The phase on a day.

    ``reported``: its report is published; ``evaluated``: a debate that evaluates it was held.
    """
    if evaluated:
        return Phase.EVALUATED
    if reported:
        return Phase.REPORTED
    if debate.state is State.CANCELLED:
        return Phase.CANCELLED
    if debate.state is State.POSTPONED:
        return Phase.POSTPONED
    return _by_date(debate, today)


def _by_date(debate: Debate, today: date) -> Phase:
    first, last = debate.when.first, debate.when.last
    if first is None or last is None:
        return Phase.UNSETTLED
    if debate.when.day is None or debate.provisional:
        return Phase.ANNOUNCED if today <= last else Phase.UNSETTLED
    if today == first:
        return Phase.TODAY
    return Phase.ANNOUNCED if today < first else Phase.HELD


def was_held(debate: Debate, today: date) -> bool:
    """Whether an evaluation took place, so that what it evaluates counts as evaluated."""
    day = debate.when.day
    return bool(day and day <= today and debate.state is State.PLANNED and not debate.provisional)


@dataclass(frozen=True, slots=True)
class Due:
    """When a report is due, and by how many days it is late (0: in time)."""

    day: date
    late: int


def report_due(debate: Debate, phase: Phase, days: int, today: date) -> Due | None:
    """The unit's own deadline after a debate without a report, be it evaluated already."""
    day = debate.when.day
    if phase not in (Phase.HELD, Phase.TODAY, Phase.EVALUATED) or day is None:
        return None
    due = day + timedelta(days=days)
    return Due(due, max(0, (today - due).days))


class ProgrammeState(Enum):
    """Where a programme stands."""

    PLANNED = "planowany"
    RUNNING = "w toku"
    ENDED = "zakończony"
    HALTED = "wstrzymany"


def programme_state(programme: Programme, today: date) -> ProgrammeState:
    """The state on a day; without an end a programme runs on."""
    period = programme.period
    if period and period.last and today > period.last:
        return ProgrammeState.ENDED
    if programme.halted and programme.halted.day <= today:
        return ProgrammeState.HALTED
    if period and period.first and today < period.first:
        return ProgrammeState.PLANNED
    return ProgrammeState.RUNNING


@dataclass(frozen=True, slots=True)
class Archived:
    """Why a record is no longer current: a label, since when, and the reason as a sentence."""

    label: str
    since: date | None
    reason: str = ""
    current: str = ""


_NO_REASON = "Treść jest nieaktualna."


def archived(record: object, archive_months: int, today: date) -> Archived | None:
    """The archival notice of a record on a day; legal pages and debates get none by age."""
    said = getattr(record, "archival", None)
    if said and (said.since is None or said.since <= today):
        reason = said.reason or _NO_REASON
        return Archived("Komunikat archiwalny", said.since, reason, said.current)
    if isinstance(record, Programme):
        return _ended(record, today)
    if isinstance(record, News):
        return _expired(record, today) or _aged(record, archive_months, today)
    return None


def _ended(programme: Programme, today: date) -> Archived | None:
    last = programme.period.last if programme.period else None
    if last is None or today <= last:
        return None
    following = programme.following.programme if programme.following else ""
    current = f"programy/{following}" if following else ""
    since = last + timedelta(days=1)
    return Archived(
        "Program zakończony", since, "Poniższe informacje opisują zamknięty program.", current
    )


def _expired(news: News, today: date) -> Archived | None:
    until = news.valid_until
    if until is None or today <= until:
        return None
    since = until + timedelta(days=1)
    if news.section is Section.WARNING:
        return Archived("Ostrzeżenie nieaktualne", since, "Ostrzeżenie przestało obowiązywać.")
    return Archived("Komunikat nieaktualny", since, "To, o czym tu mowa, już minęło.")


def _aged(news: News, archive_months: int, today: date) -> Archived | None:
    first = news.published.first if news.published else None
    if first is None:
        reason = "Data publikacji nie jest znana."
        return Archived("Komunikat archiwalny", None, reason) if news.published else None
    since = months_after(first, archive_months)
    if today < since or news.section is Section.WARNING:
        return None
    return Archived(
        "Komunikat archiwalny",
        since,
        "Od publikacji minęło dużo czasu. Treść może być nieaktualna.",
    )


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day.

    >>> months_after(date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.month - 1 + months, 12)
    first_next = date(day.year + year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_next - timedelta(days=1)).day
    return date(day.year + year, month + 1, min(day.day, last))
