"""How an occasion is told: its title, and the facts above its text, in plain Polish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.feeds.occasions import Occasion
from plugins.feeds.turns import DATE, PLACE, Turn
from plugins.layout.cards import day_and_month, years
from plugins.layout.requests import on_day
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WEEKDAYS, Moment, Precision, month_name
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request, Update

Facts = Iterator[tuple[str, str]]


def title(catalogue: Catalogue, one: Occasion) -> str:
    """The title; of a debate's matters with its day, as the entry's own date is another."""
    record = one.record
    if one.turn:
        return _turned(one.turn, record.title)
    if isinstance(record, Debate):
        off = _OFF.get(record.state, "")
        return f"Debata {told(record.when)}{off}: {record.title}"
    if isinstance(record, Report):
        return f"Sprawozdanie z debaty {told(catalogue.debate(record).when)}: {record.title}"
    if isinstance(record, Request):
        status = catalogue.history(record)[one.step - 1].status.value
        return f"Wniosek {record.number}, {status}: {record.title}"
    return record.title


_OFF = {State.CANCELLED: ", odwołana", State.POSTPONED: ", odroczona"}

_BECAME = {
    State.CANCELLED: "Odwołana",
    State.POSTPONED: "Odroczona",
    State.PLANNED: "Jednak się odbędzie",
}


def _turned(turn: Turn, title: str) -> str:
    """``Zmiana terminu: debata 19 marca 2026 r. – Park po zmroku``."""
    late = " (już nieaktualne)" if turn.ended else ""
    return f"{_what(turn)}{late}: debata {told(turn.when)} – {title}"


def _what(turn: Turn) -> str:
    if turn.key == DATE:
        return "Zmiana terminu"
    if turn.key == PLACE:
        return "Zmiana miejsca"
    return _BECAME[turn.state] if turn.state else f"Zmiana stanu na „{turn.change.now}”"


def told(moment: Moment) -> str:
    """A moment in the genitive, as precisely as it is known.

    >>> from plugins.newsroom.dates import moment
    >>> told(moment("2026-03-12 17:00"))
    '12 marca 2026 r., godz. 17:00'
    """
    day = moment.day
    if day:
        clock = f", godz. {moment.clock}" if moment.clock else ""
        return f"{_long(day)}{clock}"
    if moment.precision is Precision.UNKNOWN or moment.first is None:
        return "o nieznanej dacie"
    if moment.precision is Precision.MONTH:
        return f"({month_name((moment.first.year, moment.first.month))}, termin wstępny)"
    return f"(rok {moment.first.year}, termin wstępny)"


def _long(day: date) -> str:
    return f"{day_and_month(day)} {day.year} r."


def standing(moment: Moment) -> str:
    """A moment that stands alone, with its weekday: ``czwartek, 12 marca 2026 r.``"""
    if moment.day:
        return f"{WEEKDAYS[moment.day.weekday()]}, {told(moment)}"
    return "nieznany" if moment.first is None else told(moment).strip("()")


def facts(catalogue: Catalogue, one: Occasion) -> tuple[tuple[str, str], ...]:
    """What a reader must know before the text."""
    found = _facts(catalogue, one)
    return tuple((what, value) for what, value in found if value)


def _facts(catalogue: Catalogue, one: Occasion) -> Facts:
    record = one.record
    if one.turn:
        assert isinstance(record, Debate), "only debates have turns"
        yield from _of_turn(catalogue, record, one.turn)
    elif isinstance(record, Debate):
        yield from of_debate(catalogue, record)
    elif isinstance(record, Report):
        people = "" if record.attendance is None else str(record.attendance)
        yield "Termin debaty", standing(catalogue.debate(record).when)
        yield "Liczba uczestników", people
    elif isinstance(record, Request):
        yield from _of_step(catalogue, record, catalogue.history(record)[one.step - 1])
    elif isinstance(record, Programme):
        yield "Lata", years(record.period)


def of_debate(catalogue: Catalogue, debate: Debate) -> Facts:
    """When, where and how to get in; of one that is off, that it is, and why."""
    if debate.state in _BECAME and debate.state is not State.PLANNED:
        yield _BECAME[debate.state], debate.reason_of("stan")
        yield "Termin, który nie obowiązuje", standing(debate.when)
        return
    yield "Termin", standing(debate.when)
    yield "Miejsce", _place(catalogue, debate)
    yield "Transmisja", debate.stream
    yield "Wstęp", debate.entry


def _place(catalogue: Catalogue, debate: Debate) -> str:
    place = catalogue.place(debate)
    if place is None:
        return ""
    address = place.address.line if place.address else ""
    return ", ".join(part for part in (place.name, place.room, address) if part)


def _of_turn(catalogue: Catalogue, debate: Debate, turn: Turn) -> Facts:
    was, now = _changed(catalogue, turn)
    if turn.ended:
        yield "Uwaga", f"ta wiadomość jest już nieaktualna. {_now(debate)}"
    if turn.key == DATE:
        yield "Nowy termin", standing(turn.when)
        yield "Poprzedni termin", standing(turn.before)
    elif turn.key == PLACE:
        yield "Nowe miejsce", now
        yield "Poprzednie miejsce", was
        yield "Termin bez zmian", standing(turn.when)
    else:
        yield "Termin" if not turn.is_off else "Termin, który nie obowiązuje", standing(turn.when)
    yield "Powód", turn.change.reason
    if not (turn.ended or turn.is_off or turn.key == PLACE):
        yield "Miejsce", _place(catalogue, debate)


def _changed(catalogue: Catalogue, turn: Turn) -> tuple[str, str]:
    """The values before and after, a venue by its name."""
    was, now = (_venue(catalogue, text) for text in (turn.change.was, turn.change.now))
    return was, now


def _venue(catalogue: Catalogue, written: str) -> str:
    venue = catalogue.record(f"miejsca/{written}")
    return venue.title if venue else written


def _now(debate: Debate) -> str:
    if debate.state is State.PLANNED:
        return f"Debata jest zaplanowana: {standing(debate.when)}."
    return f"Debata jest {debate.state.value}."


def _of_step(catalogue: Catalogue, request: Request, update: Update) -> Facts:
    body = catalogue.body(update.body) if update.body else None
    debate = catalogue.record(f"debaty/{update.debate}") if update.debate else None
    yield "Stan", f"{update.status.value}, {on_day(update.day)}"
    yield "Co się stało", update.about
    yield "Kto odpowiedział" if update.answers else "Kto ma się tym zająć", _named(body)
    yield "Odpowiedź do", on_day(update.due) if update.due else ""
    yield "Na debacie", _named(debate)
    yield "Miejsce", request.spot


def _named(record: Record | None) -> str:
    return record.title if record else ""


def summary(one: Occasion, facts: tuple[tuple[str, str], ...]) -> str:
    """The lead; of a change or a step its facts in one line."""
    if one.turn or one.step > 1:
        return ". ".join(f"{what}: {value.rstrip('.')}" for what, value in facts) + "."
    return one.record.lead
