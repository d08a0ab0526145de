"""When a debate is to be: days and hours that hardly anyone can come at.

Only of debates still ahead, for what is over cannot be bettered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import combinations

from plugins.newsroom import workdays
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings, Visibility
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.spelling import fold, plural
from plugins.problems import Problem

EARLIEST, LATEST = 7 * 60, 21 * 60
"""Minutes from midnight between which a debate begins."""

UNTOLD = timedelta(hours=1)
"""How long a debate lasts at least, where its end is not said."""


def _ahead(holdings: Holdings) -> Iterator[tuple[Debate, date]]:
    """Debates of a known day that are to be held, today or later, and that are no drafts."""
    today = holdings.now.astimezone(WARSAW).date()
    for debate in holdings.of(Debate):
        day, seen = debate.when.day, holdings.visibility(debate)
        off = seen in (Visibility.DRAFT, Visibility.WITHDRAWN) or debate.state is not State.PLANNED
        if day and day >= today and not off:
            yield debate, day


def short_notice(holdings: Holdings) -> Iterator[Problem]:
    """Announced later than the unit's own term; another body's debates are its own affair."""
    for debate, day in _ahead(holdings):
        told = debate.published.first if debate.published else None
        days = (day - told).days if told else holdings.unit.notice_days
        if holdings.is_own(debate) and not debate.unannounced and days < holdings.unit.notice_days:
            said = f"{days} {plural(days, 'dzień', 'dni', 'dni')} przed debatą"
            said = said if days > 0 else "w dniu debaty albo po niej"
            advice = f"ogłaszaj {holdings.unit.notice_days} dni wcześniej albo przesuń termin"
            message = f"ogłoszona {said} – {advice}"
            yield Problem(debate.path, 0, "data publikacji", message)


def on_holiday(holdings: Holdings) -> Iterator[Problem]:
    """A public holiday, when people are elsewhere."""
    for debate, day in _ahead(holdings):
        name = workdays.holiday(day)
        if name:
            message = f"{day} to święto ({name}) – sprawdź datę albo wybierz inną"
            yield Problem(debate.path, 0, "termin", message)


def at_night(holdings: Holdings) -> Iterator[Problem]:
    """Before 7:00 or after 21:00: mostly a mistyped hour."""
    for debate, _ in _ahead(holdings):
        minute = debate.when.minute
        if minute is not None and not EARLIEST <= minute <= LATEST:
            message = f"debata o {debate.when.clock} – sprawdź godzinę"
            yield Problem(debate.path, 0, "termin", message)


def announced_afterwards(holdings: Holdings) -> Iterator[Problem]:
    """First published when its day was over, though it is not said to have been unannounced."""
    for debate in holdings.of(Debate):
        last = debate.when.last
        told = debate.published.first if debate.published else None
        if last and told and last < told and holdings.is_own(debate) and not debate.unannounced:
            message = (
                f"debata była {last}, a ogłoszono ją {told} – popraw jedną z dat albo dopisz "
                "„bez zapowiedzi: tak”"
            )
            yield Problem(debate.path, 0, "termin", message)


def hidden_without_word(holdings: Holdings) -> Iterator[Problem]:
    """A hidden debate leaves calendars without being called off in them."""
    for debate, _ in _ahead(holdings):
        if holdings.visibility(debate) is Visibility.HIDDEN and not debate.unannounced:
            message = (
                "ukryta debata znika z kalendarzy bez odwołania – jeśli się nie odbędzie, "
                "wpisz „stan: odwołana” i powód w „zmiany”"
            )
            yield Problem(debate.path, 0, "stan publikacji", message)


def one_place(holdings: Holdings) -> Iterator[Problem]:
    """Two debates at one time in one room."""
    for one, other in _at_once(holdings):
        if _room(one) and _room(one) == _room(other):
            message = f"w tym miejscu i czasie jest już „{one.id}” – zmień termin albo miejsce"
            yield Problem(other.path, 0, "termin", message)


def one_leader(holdings: Holdings) -> Iterator[Problem]:
    """One person leads two debates at one time."""
    for one, other in _at_once(holdings):
        busy = {fold(person.name) for person in one.leaders}
        for number, person in enumerate(other.leaders, 1):
            if fold(person.name) in busy and _room(one) != _room(other):
                message = f"{person.name} prowadzi wtedy „{one.id}” – zmień osobę albo termin"
                yield Problem(other.path, 0, f"prowadzący[{number}]", message)


def _at_once(holdings: Holdings) -> Iterator[tuple[Debate, Debate]]:
    """Pairs of debates whose hours overlap; the second, which may give way, is the newer one."""
    days: dict[date, list[Debate]] = {}
    for debate, day in _ahead(holdings):
        days.setdefault(day, []).append(debate)
    for debates in days.values():
        for one, other in combinations(sorted(debates, key=_announced), 2):
            first, second = _hours(one), _hours(other)
            if first and second and first[0] < second[1] and second[0] < first[1]:
                yield one, other


def _announced(debate: Debate) -> date:
    published = debate.published
    return (published.first if published else None) or date.max


def _hours(debate: Debate) -> tuple[datetime, datetime] | None:
    start = debate.when.start if debate.when.minute is not None else None
    return (start, debate.end or start + UNTOLD) if start else None


def _room(debate: Debate) -> str:
    """What tells places apart; empty: nobody goes anywhere."""
    place = debate.place
    return fold(f"{place.venue}{place.name}{place.room}") if place else ""
