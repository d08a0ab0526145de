"""What changed of a debate that was announced already, and when each of its dates held.

From its ledger (``zmiany``), in which a change of ``termin``, ``stan`` or ``miejsce`` must stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from plugins.newsroom import dates
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.common import Change
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.moments import Moment
from plugins.newsroom.spelling import fold

DATE, STATE, PLACE = "termin", "stan", "miejsce"

_STATES = {fold(state.value): state for state in State}


@dataclass(frozen=True, slots=True)
class Turn:
    """One change that residents must hear of.

    ``number``: among the changes of its ``key``, from 1; the ledger only grows, so it stays.
    ``before``, ``when``: the debate's date until then and from then on. ``state``: after a change
    of it. ``ended``: when a later change made this one untrue.
    """

    key: str
    number: int
    change: Change
    before: Moment
    when: Moment
    state: State | None = None
    ended: Moment | None = None

    @property
    def day(self) -> Moment:
        """When it was made known."""
        return self.change.day

    @property
    def is_off(self) -> bool:
        """Whether the debate will not be held on its date."""
        return self.state in (State.CANCELLED, State.POSTPONED)


def turns(catalogue: Catalogue, debate: Debate) -> tuple[Turn, ...]:
    """The changes that have been made known by now, oldest first."""
    if not debate.changes:
        return ()
    known = len(catalogue.changes(debate))  # the ledger is in order: what is to come stands last
    found = list(_turns(debate, debate.changes[:known]))
    return tuple(replace(one, ended=_ended(one, found[n + 1 :])) for n, one in enumerate(found))


def first_date(debate: Debate) -> Moment:
    """The date that was announced first."""
    moves = debate.moves
    return dates.moment(moves[0]) if moves else debate.when


def _turns(debate: Debate, changes: tuple[Change, ...]) -> Iterator[Turn]:
    when, counts = first_date(debate), dict.fromkeys((DATE, STATE, PLACE), 0)
    for change in changes:
        key = fold(change.what)
        if key not in counts:
            continue
        counts[key] += 1
        turn = partial(Turn, key, counts[key], change, when)
        if key == DATE:
            when = dates.moment(change.now)
        yield turn(when, _STATES.get(fold(change.now)) if key == STATE else None)


def _ended(turn: Turn, later: list[Turn]) -> Moment | None:
    """A new date holds until the next one, or until the debate is called off for good."""
    same = [one.day for one in later if one.key == turn.key]
    last = next((one for one in reversed(later) if one.key == STATE), None)
    off = [last.day] if turn.key == DATE and last and last.is_off else []
    return next(iter((*same, *off)), None)


def is_told_otherwise(turn: Turn, others: tuple[Turn, ...]) -> bool:
    """Whether „it will be held” comes together with a new date, which says so already."""
    back = turn.state is State.PLANNED
    return back and any(one.key == DATE and one.day == turn.day for one in others)


@dataclass(frozen=True, slots=True)
class Span:
    """A date of a debate, and since and until when it was the one that held."""

    when: Moment
    since: Moment
    until: Moment | None


def spans(debate: Debate, turns: tuple[Turn, ...]) -> Iterator[Span]:
    """Every date that the debate had; nothing while it was off."""
    when, since, held = first_date(debate), debate.published, True
    assert since is not None, "an announced debate has its day of publication"
    for turn in turns:
        if turn.key == PLACE:
            continue
        if held:
            yield Span(when, since, turn.day)
        when, since, held = turn.when, turn.day, not turn.is_off
    if held:
        yield Span(when, since, None)
