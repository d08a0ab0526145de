"""How records stand to each other: groups, neighbours, and what else to read.

A record's place in a group follows from dates alone, so that publishing one more record
changes only what stands next to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.spelling import slug

R = TypeVar("R", bound=Record)
M = TypeVar("M")
K = TypeVar("K", bound=Hashable)

_LONG_AGO = date.min


def published_on(record: Record) -> date | None:
    """The day of publication; None: unknown or not said."""
    return record.appeared.first if record.appeared else None


def order(record: Record) -> tuple[date, int, str]:
    """Oldest first: a debate by its day and hour, anything else by its publication."""
    return _placed(record.when if isinstance(record, Debate) else record.appeared, record.id)


def by_publication(record: Record) -> tuple[date, int, str]:
    """Oldest first, a debate too by its announcement."""
    return _placed(record.appeared, record.path)


def _placed(moment: Moment | None, name: str) -> tuple[date, int, str]:
    first = moment.first if moment else None
    return first or _LONG_AGO, (moment.minute or 0) if moment else 0, name


def grouped(members: Iterable[M], keys: Callable[[M], Iterable[K]]) -> dict[K, tuple[M, ...]]:
    """Key → its members, in the order given."""
    groups: dict[K, list[M]] = defaultdict(list)
    for member in members:
        for key in keys(member):
            groups[key].append(member)
    return {key: tuple(found) for key, found in groups.items()}


Bond = tuple[str, str]


def bonds(record: Record) -> Iterator[Bond]:
    """What ties a record to others, the strongest first."""
    if record.programme:
        yield "program", record.programme
    if record.cycle:
        yield "cykl", record.cycle
    yield from (("rejon", district) for district in dict.fromkeys(record.districts))
    yield from (("kategoria", category) for category in dict.fromkeys(record.categories))
    yield from (("temat", topic) for topic in dict.fromkeys(map(slug, record.topics)))


def bonded(records: Iterable[Record]) -> dict[Bond, list[tuple[tuple[date, int, str], Record]]]:
    """Each bond's records with their sort keys, oldest first; reports stand for no one."""
    ties = grouped((r for r in records if not isinstance(r, Report)), bonds)
    return {
        bond: sorted(((order(r), r) for r in members), key=lambda pair: pair[0])
        for bond, members in ties.items()
    }


def related(
    record: Record,
    ties: Mapping[Bond, list[tuple[tuple[date, int, str], Record]]],
    is_fit: Callable[[Record], bool],
    limit: int,
) -> list[Record]:
    """The nearest in time by each bond, strongest bond first; never the record itself."""
    found: dict[str, Record] = {}
    for bond in bonds(record):
        for other in _nearest(order(record), ties.get(bond, [])):
            if len(found) >= limit:
                return list(found.values())
            if other.path != record.path and is_fit(other):
                found.setdefault(other.path, other)
    return list(found.values())


def _nearest(
    place: tuple[date, int, str], members: list[tuple[tuple[date, int, str], Record]]
) -> Iterator[Record]:
    """The one after, and the two before, a place in a group."""
    here = bisect_left(members, place, key=lambda pair: pair[0])
    after = here + 1 if here < len(members) and members[here][0] == place else here
    for position in (after, here - 1, here - 2):
        if 0 <= position < len(members):
            yield members[position][1]


def neighbours(ordered: Iterable[R]) -> dict[str, tuple[R | None, R | None]]:
    """Path → the record before and the one after it."""
    row = list(ordered)
    before: list[R | None] = [None, *row][: len(row)]
    after: list[R | None] = [*row, None][1:]
    return {r.path: (b, a) for r, b, a in zip(row, before, after, strict=True)}
