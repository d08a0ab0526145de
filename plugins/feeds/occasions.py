"""What becomes an entry, when, and in which channels: the newest of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plugins.feeds import turns
from plugins.feeds.turns import Turn
from plugins.layout import channels
from plugins.newsroom import addresses, handovers
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment, Precision
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request, Status

LENGTH = 30
"""Entries of a feed: a reader that asks once a day misses none."""


class Occasion(NamedTuple):
    """Something that happened ``at`` a moment. ``place``: among those of its record, from 0.

    ``turn``: the change of a debate that it is; ``step``: the entry of a request's history, from 1.
    """

    record: Record
    at: Moment
    place: int = 0
    turn: Turn | None = None
    step: int = 0
    mark: str = ""
    """Of a step: its status, from the second of that status on with a number. Neither an entry
    put in between nor a day put right shifts it."""

    @property
    def suffix(self) -> str:
        """What tells its identifier from that of the record; it never changes."""
        if self.turn:
            return f"#{self.turn.key}-{self.turn.number}"
        return f"#{self.mark}" if self.mark else ""

    @property
    def is_whole(self) -> bool:
        """Whether it is the publication of the record itself, with its text and picture."""
        return not self.turn and self.step <= 1


def order(one: Occasion) -> tuple[date, int, str, int]:
    """Oldest first; of one record in the order in which things happened."""
    assert one.at.first is not None, "only what has a date becomes an entry"
    return one.at.first, one.at.minute or 0, one.record.path, one.place


_SECTIONS: dict[type[Record], tuple[channels.Channel, ...]] = {
    Debate: (channels.DEBATES,),
    Report: (channels.DEBATES, channels.REPORTS),
    Request: (channels.REQUESTS,),
    Programme: (channels.PROGRAMMES,),
    News: (channels.NEWS,),
}


def newest(catalogue: Catalogue) -> dict[str, tuple[Occasion, ...]]:
    """A channel's name → its newest occasions, newest first; empty channels are not in it."""
    found: dict[str, list[Occasion]] = defaultdict(list)
    subjects = _subjects(catalogue)
    for one in sorted(_all(catalogue), key=order, reverse=True):
        for name in _names(catalogue, one, subjects):
            if len(found[name]) < LENGTH:
                found[name].append(one)
    return {name: tuple(held) for name, held in found.items()}


def _all(catalogue: Catalogue) -> Iterator[Occasion]:
    """Everything whose day is known."""
    for record in catalogue.listed:
        told = record.appeared
        if told is None or told.first is None:
            continue
        if isinstance(record, Request):
            yield from _steps(catalogue, record, told)
        elif isinstance(record, Debate):
            yield from of_debate(catalogue, record, told)
        elif type(record) in _SECTIONS:
            yield Occasion(record, told)


def of_debate(catalogue: Catalogue, debate: Debate, told: Moment) -> Iterator[Occasion]:
    """Its announcement and what changed since; one that was never announced has only a report."""
    if debate.unannounced:
        return
    yield Occasion(debate, told)
    found = turns.turns(catalogue, debate)
    for place, turn in enumerate(found, 1):
        if not _is_earlier(turn.day, told) and not turns.is_told_otherwise(turn, found):
            yield Occasion(debate, _later(turn.day, told), place, turn)


def _steps(catalogue: Catalogue, request: Request, told: Moment) -> Iterator[Occasion]:
    met: Counter[Status] = Counter()
    for step, update in enumerate(catalogue.history(request), 1):
        at = _later(Moment(Precision.DAY, update.day), told)
        met[update.status] += 1
        again = f"-{met[update.status]}" if met[update.status] > 1 else ""
        mark = f"{addresses.slug(update.status.value)}{again}"
        yield Occasion(request, at, step, step=step, mark=mark)


def _is_earlier(day: Moment, told: Moment) -> bool:
    """Whether something happened on a day before the publication: nobody was told otherwise."""
    return bool(day.first and told.first and day.first < told.first)


def _later(one: Moment, other: Moment) -> Moment:
    """The later of two; of one day, the one whose hour is known and later."""
    first = (one.first or date.min, one.minute or 0)
    return other if (other.first or date.min, other.minute or 0) > first else one


# -- which channels ----------------------------------------------------------------------


def _subjects(catalogue: Catalogue) -> dict[str, list[str]]:
    """A record's path → the channels of what it is about and of who takes part in it."""
    found: dict[str, list[str]] = defaultdict(list)
    for prefix, groups in (
        ("program", catalogue.by_programme),
        ("cykl", catalogue.by_cycle),
        ("rejon", catalogue.by_district),
        ("kategoria", catalogue.by_category),
        ("podmiot", catalogue.by_body),
    ):
        for name, members in groups.items():
            for record in members:
                found[record.path].append(f"{prefix}-{name}")
    return found


def _names(catalogue: Catalogue, one: Occasion, subjects: dict[str, list[str]]) -> Iterator[str]:
    """The channels that an occasion stands in, each once."""
    record = one.record
    if not (one.step and _is_under_way(catalogue, one)):
        yield channels.EVERYTHING.name
    yield from (channel.name for channel in _SECTIONS[type(record)])
    about: Iterable[str] = subjects.get(record.path, ())
    if isinstance(record, Report):
        about = dict.fromkeys((*about, *subjects.get(catalogue.debate(record).path, ())))
    elif isinstance(record, Request):
        about = dict.fromkeys((*about, *_asked(catalogue, one)))
    elif isinstance(record, Programme):
        about = dict.fromkeys((*about, addresses.channel_name(record)))
    yield from about


def _is_under_way(catalogue: Catalogue, one: Occasion) -> bool:
    """Whether a step neither begins nor ends a request: of those only who follows it hears."""
    assert isinstance(one.record, Request), "only a request has steps"
    return one.step > 1 and catalogue.history(one.record)[one.step - 1].status.is_open


def _asked(catalogue: Catalogue, one: Occasion) -> Iterator[str]:
    """The bodies that had been handed the request by this step."""
    assert isinstance(one.record, Request), "only a request is handed over"
    for update in catalogue.history(one.record)[: one.step]:
        if update.body and (update.answers or handovers.is_handover(update)):
            yield f"podmiot-{update.body}"
