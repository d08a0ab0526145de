"""What must change in a debate's head when its plan does: the keys and the entries that say why.

Pure functions: the debate as read, its head as written, what is wished → changes for ``splice``.
They raise :class:`~plugins.desk.asking.Halt` where a wish makes no sense, saying what does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from plugins.desk.asking import Halt
from plugins.desk.changing.job import Told
from plugins.desk.new.answers import clock, moment
from plugins.desk.new.debate import DAY, shifted
from plugins.desk.parsing import PROGRAM
from plugins.desk.writing.emit import Plain
from plugins.newsroom import dates, lengths
from plugins.newsroom.dates import Moment
from plugins.newsroom.fields import fold
from plugins.newsroom.kinds.debate import Debate, State

Head = Mapping[str, Plain]
Changes = dict[str, Plain | None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be otherwise; ``place``: a venue's id, ``was`` and ``now`` places' names."""

    when: Moment | None = None
    end: int | None = None
    place: str = ""
    was: str = ""
    now: str = ""


# -- what cannot be ------------------------------------------------------------------


def refuse(debate: Debate, reported: bool, now: datetime) -> None:
    """A debate that is cancelled or over has no plan any more."""
    if debate.state is State.CANCELLED:
        raise Halt(f"debata jest odwołana – ogłoś nową: {PROGRAM} new debata --jak {debate.id}")
    if reported or (debate.state is State.PLANNED and is_over(debate, now)):
        day = f" ({moment(debate.when)})" if debate.when.first else ""
        raise Halt(
            f"debata już się odbyła{day} – jeśli się nie odbyła albo jej termin "
            f"był wpisany źle, popraw plik {debate.path}"
        )


def is_over(debate: Debate, now: datetime) -> bool:
    """Whether it has begun; one whose hour is not known, whether its last day has passed."""
    if debate.when.minute is None:
        last = debate.when.last
        return bool(last and last < now.date())
    return bool(debate.when.start and debate.when.start <= now)


def is_open(debate: Debate, now: datetime) -> bool:
    """Whether its plan can still change."""
    return debate.state is State.POSTPONED or (
        debate.state is State.PLANNED and not is_over(debate, now)
    )


def refuse_again(debate: Debate, state: State) -> None:
    """A debate cannot be postponed or cancelled twice."""
    if debate.state is state:
        raise Halt(f"debata jest już {state.value} – niczego nie zmieniono")


def refuse_no_move(debate: Debate, wish: Wish, today: date) -> None:
    """A new time is another one, and still to come."""
    when = wish.when
    if when is None:
        return
    if when == debate.when and debate.state is State.PLANNED:
        raise Halt(f"to jest obecny termin ({moment(when)}) – podaj inny")
    if when.last is None:
        raise Halt(f"nowego terminu nie ma – odłóż debatę: {PROGRAM} postpone {debate.id}")
    if when.last < today:
        raise Halt(f"{moment(when)} już minęło – podaj termin, który dopiero będzie")


def settles(debate: Debate, wish: Wish) -> bool:
    """Whether a day that was announced as uncertain is only made more exact."""
    day = wish.when.first if wish.when else None
    first, last = debate.when.first, debate.when.last
    moved = any(fold(change.what) == "termin" for change in debate.changes)
    within = first is None or bool(day and last and first <= day <= last)
    return debate.provisional and bool(day) and within and not moved


# -- off -----------------------------------------------------------------------------


def off(debate: Debate, head: Head, state: State, told: Told) -> Changes:
    """Postponed or cancelled; the old date stays."""
    entry = _entry(told, "stan", debate.state.value, state.value)
    return {"stan": state.value, **_dated(head, told, [entry])}


# -- moved ---------------------------------------------------------------------------


def moved(debate: Debate, head: Head, wish: Wish, told: Told) -> Changes:
    """Another time, another place, or both; a postponed debate is planned again."""
    changes: Changes = {}
    entries: list[Plain] = []
    if wish.when and debate.state is State.POSTPONED:
        changes["stan"] = State.PLANNED.value
        entries.append(_entry(told, "stan", debate.state.value, State.PLANNED.value))
    if wish.when and wish.when != debate.when:
        entries.append(_entry(told, "termin", moment(debate.when), moment(wish.when)))
    if wish.when:
        changes |= _at(debate, head, wish.when)
    if wish.end is not None:
        changes |= {"koniec": clock(wish.end), "czas trwania": None}
        if not wish.when:
            entries.append(_entry(told, "koniec", _end(debate), clock(wish.end)))
    if wish.place:
        changes["miejsce"] = wish.place
        entries.append(_entry(told, "miejsce", wish.was, wish.now))
    return {**changes, **_dated(head, told, entries)}


def _at(debate: Debate, head: Head, when: Moment) -> Changes:
    """The new time, and everything in the head that is told by it."""
    weekday = dates.WEEKDAYS[when.day.weekday()] if when.day else None
    coarse = when.minute is None
    changes: Changes = {
        "termin": moment(when),
        "dzień tygodnia": weekday,
        "termin wstępny": "tak" if coarse else None,
        "termin opisowo": None,
    }
    changes |= _sooner(debate, when)
    if coarse:
        return changes | {"koniec": None, "czas trwania": _length(debate)}
    began = debate.agenda[0].minute if debate.agenda else when.minute
    before = began if debate.when.minute is None else debate.when.minute
    return changes | _later(debate, head, (when.minute or 0) - (before or 0))


def _length(debate: Debate) -> str | None:
    """How long it is to last, which no new day changes."""
    return lengths.written(debate.length) if debate.length else None


def _later(debate: Debate, head: Head, minutes: int) -> Changes:
    """The end and the agenda so many minutes later."""
    found: Changes = {}
    if debate.ends is not None:
        found["koniec"] = clock((debate.ends + minutes) % DAY)
    agenda = head.get("porządek")
    if isinstance(agenda, list):
        found["porządek"] = shifted(agenda, minutes)
    return found


def _sooner(debate: Debate, when: Moment) -> Changes:
    """The days until which something is to be sent in, as far from the debate as before."""
    found: Changes = {}
    if debate.signing_until:
        found["zgłoszenia PJM"] = _before(debate, when, debate.signing_until)
    if debate.asking and debate.asking.until:
        found["jak zadać pytanie"] = {"do": _before(debate, when, debate.asking.until)}
    return found


def _before(debate: Debate, when: Moment, until: date) -> str:
    """Such a day at the new time; never after the debate."""
    if when.day is None:
        return until.isoformat()
    known = _last_day(debate)
    return min(until + (when.day - known) if known else until, when.day).isoformat()


def _last_day(debate: Debate) -> date | None:
    """The last day that was said; since then it may have been put off to some day of a month."""
    said = map(dates.moment, reversed(debate.moves))
    return next((one.day for one in (debate.when, *said) if one.day), None)


def _end(debate: Debate) -> str:
    end = debate.end
    return end.strftime("%H:%M") if end else ""


# -- entries -------------------------------------------------------------------------


def _entry(told: Told, what: str, was: str, now: str) -> Plain:
    pairs = {"kiedy": told.today.isoformat(), "co": what, "było": was, "jest": now}
    return {**{key: value for key, value in pairs.items() if value}, "powód": told.reason}


def _dated(head: Head, told: Told, entries: list[Plain]) -> Changes:
    """The entries behind the older ones, and the day of the update; nothing nobody has seen."""
    older = head.get("zmiany", [])
    assert isinstance(older, list), "a list in the kind's table"
    found: Changes = {"zmiany": [*older, *entries]} if told.ledger else {}
    return found | ({"data aktualizacji": told.today.isoformat()} if told.public else {})
