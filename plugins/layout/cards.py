"""Records as they stand in lists: a card with its day, state and one line of what it is."""

from __future__ import annotations

from datetime import date
from weakref import WeakKeyDictionary

from plugins.layout.values import Badge, Card, Link
from plugins.newsroom import addresses, dates
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds import FOLDER_OF, KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate, Form
from plugins.newsroom.kinds.news import News, Section
from plugins.newsroom.kinds.period import Period
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request, Status
from plugins.newsroom.phases import Phase, ProgrammeState

PHASES = {
    Phase.ANNOUNCED: Badge("Zapowiedziana", "now", "calendar"),
    Phase.TODAY: Badge("Dziś", "now", "clock"),
    Phase.HELD: Badge("Po debacie", "wait", "clock"),
    Phase.REPORTED: Badge("Ze sprawozdaniem", "ok", "document"),
    Phase.EVALUATED: Badge("Po ewaluacji", "ok", "check"),
    Phase.UNSETTLED: Badge("Termin do ustalenia", "wait", "question"),
    Phase.POSTPONED: Badge("Odroczona", "wait", "pause"),
    Phase.CANCELLED: Badge("Odwołana", "stop", "cross"),
}

STATES = {
    ProgrammeState.PLANNED: Badge("Planowany", "now", "calendar"),
    ProgrammeState.RUNNING: Badge("W toku", "ok", "check"),
    ProgrammeState.ENDED: Badge("Zakończony", "quiet", "archive"),
    ProgrammeState.HALTED: Badge("Wstrzymany", "wait", "pause"),
}

SECTIONS = {
    Section.PROGRAMME: Badge("Program", "quiet", "flag"),
    Section.DEBATE: Badge("Debata", "quiet", "calendar"),
    Section.NOTICE: Badge("Komunikat", "quiet", "info"),
    Section.WARNING: Badge("Ostrzeżenie", "stop", "warning"),
    Section.PREVENTION: Badge("Profilaktyka", "quiet", "info"),
}


STATUSES = {
    Status.RAISED: Badge("Zgłoszony", "now", "flag"),
    Status.VERIFIED: Badge("W weryfikacji", "wait", "question"),
    Status.UNDER_WAY: Badge("W realizacji", "wait", "clock"),
    Status.HANDED_OVER: Badge("Przekazany", "wait", "next"),
    Status.DONE: Badge("Zrealizowany", "ok", "check"),
    Status.PARTLY_DONE: Badge("Zrealizowany częściowo", "ok", "check"),
    Status.REFUSED: Badge("Niezrealizowany", "stop", "cross"),
    Status.REPEATED: Badge("Powtórzony", "quiet", "archive"),
}


def day_and_month(day: date) -> str:
    """``26 marca``; a plain sum of words, so that planning needs no locale data.

    >>> day_and_month(date(2026, 3, 26))
    '26 marca'
    """
    return f"{day.day} {dates.MONTHS[day.month - 1]}"


def phase_badge(catalogue: Catalogue, debate: Debate) -> Badge:
    """The phase in a word; a debate that awaits its report says until when."""
    phase, due = catalogue.phase(debate), catalogue.due(debate)
    if phase is Phase.HELD and due:
        if not due.late:
            return Badge(f"Sprawozdanie do {day_and_month(due.day)}", "wait", "clock")
        return Badge(f"Brak sprawozdania, {after(due.late)}", "stop", "warning")
    if phase is Phase.ANNOUNCED and debate.provisional:
        return Badge("Termin wstępny", "wait", "question")
    if phase is Phase.ANNOUNCED and debate.moves:
        return Badge("Zmieniony termin", "wait", "calendar")
    if phase is Phase.ANNOUNCED and debate.reason_of("miejsce"):
        return Badge("Zmienione miejsce", "wait", "calendar")
    return PHASES[phase]


def after(number: int) -> str:
    """``1 dzień po terminie``, ``12 dni po terminie``."""
    return f"{number} {'dzień' if number == 1 else 'dni'} po terminie"


_MADE: WeakKeyDictionary[Catalogue, dict[tuple[str, bool], Card]] = WeakKeyDictionary()
"""Cards by catalogue, path and ``lead``: a record stands in half a dozen lists."""


def card(catalogue: Catalogue, record: Record, lead: bool = True) -> Card:
    """The card of a record of any kind; without ``lead`` where a list shows titles only."""
    made = _MADE.setdefault(catalogue, {})
    key = (record.path, lead)
    if key not in made:
        made[key] = _card(catalogue, record, lead)
    return made[key]


def _card(catalogue: Catalogue, record: Record, lead: bool) -> Card:
    return Card(
        title=record.title,
        href=addresses.of(record),
        kind=KINDS[FOLDER_OF[type(record)]].one,
        moment=record.when if isinstance(record, Debate) else record.appeared,
        lead=record.lead if lead else "",
        note=note(catalogue, record),
        lang=record.language.value,
        badge=_badge(catalogue, record),
    )


def _badge(catalogue: Catalogue, record: Record) -> Badge | None:
    mark = catalogue.mark(record)
    if mark:
        return Badge(mark.capitalize(), "wait", "pause")
    if isinstance(record, Debate):
        return phase_badge(catalogue, record)
    if isinstance(record, Request):
        return STATUSES[catalogue.status(record)]
    if isinstance(record, Programme):
        return STATES[catalogue.programme_state(record)]
    return news_badge(catalogue, record) if isinstance(record, News) else None


def news_badge(catalogue: Catalogue, news: News) -> Badge:
    """The section; of what is no longer current, that it is not."""
    gone = catalogue.archived(news)
    return Badge(gone.label, "quiet", "archive") if gone else SECTIONS[news.section]


def note(catalogue: Catalogue, record: Record) -> str:
    """The line under a title: who published it, where it is held, how many came."""
    parts = [_publisher(catalogue, record)]
    if isinstance(record, Debate):
        parts.append(_where(catalogue, record))
    if isinstance(record, Report) and record.attendance is not None:
        parts.append(f"Liczba uczestników: {record.attendance}")
    if isinstance(record, Request):
        parts += [record.number, record.spot]
    if isinstance(record, Programme) and record.period:
        parts.append(years(record.period))
    return " · ".join(part for part in parts if part)


def _publisher(catalogue: Catalogue, record: Record) -> str:
    """Another body's record says so; the unit's own needs no word."""
    if catalogue.is_own(record):
        return ""
    body = catalogue.body(catalogue.publisher(record))
    return f"Wydawca: {body.title}" if body else ""


def _where(catalogue: Catalogue, debate: Debate) -> str:
    if debate.form is Form.ONLINE:
        return "Online"
    place = catalogue.place(debate)
    if place is None:
        return ""
    address, seat = place.address, catalogue.unit.address
    street = address.street if address else ""
    town = address.town if address and not (seat and address.town == seat.town) else ""
    return ", ".join(part for part in (place.name, street, town) if part)


def years(period: Period | None) -> str:
    """The years of a programme: ``2025–2027``, ``2025``, ``od 2025``; empty: not known."""
    if period is None or period.first is None:
        return ""
    last = period.last
    if last is None:
        return f"od {period.first.year}"
    both = (period.first.year, last.year)
    return f"{both[0]}" if both[0] == both[1] else f"{both[0]}–{both[1]}"


def link(record: Record | None) -> Link | None:
    """A record as a link, if there is one."""
    return Link(record.title, addresses.of(record), record.language.value) if record else None
