"""What a feed holds: views of entries, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nlargest

from plugins.layout import surroundings
from plugins.layout.cards import day_and_month
from plugins.layout.values import Prose
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment, Precision, month_name
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report

LENGTH = 30
"""Entries of a feed: a reader that asks once a day misses none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``id`` never changes; ``published`` and ``updated`` have their offset."""

    id: str
    title: str
    link: str
    summary: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...]
    author: str
    prose: Prose | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; ``link`` is the page it follows, ``itself`` its own address, both whole."""

    id: str
    title: str
    subtitle: str
    link: str
    itself: str
    site: str
    entries: tuple[Entry, ...]


def newest(catalogue: Catalogue) -> list[Record]:
    """What the feed of the whole site holds, newest first."""
    return nlargest(LENGTH, dated(catalogue), key=_order)


def everything(catalogue: Catalogue, newest: list[Record]) -> Feed:
    """The feed of the whole site."""
    unit = catalogue.unit
    return Feed(
        id=addresses.absolute(unit, addresses.FEED_ALL),
        title=f"{unit.short}: debaty, programy, aktualności",
        subtitle=f"Wszystko, co publikuje {unit.name.nominative}",
        link=addresses.absolute(unit, addresses.HOME),
        itself=addresses.absolute(unit, addresses.FEED_ALL),
        site=unit.site,
        entries=tuple(_entry(catalogue, record) for record in newest),
    )


def _order(record: Record) -> tuple[date, int, str]:
    published = record.published
    assert published is not None, "only dated records are entries"
    assert published.first is not None, "only dated records are entries"
    return published.first, published.minute or 0, record.path


_KINDS = (Debate, Report, Programme, News)


def dated(catalogue: Catalogue) -> Iterator[Record]:
    """Publications whose day is known; an unannounced debate has only its report."""
    for record in catalogue.listed:
        told_later = isinstance(record, Debate) and record.unannounced
        known = record.published is not None and record.published.first is not None
        if known and isinstance(record, _KINDS) and not told_later:
            yield record


def _entry(catalogue: Catalogue, record: Record) -> Entry:
    unit = catalogue.unit
    published = record.published.start if record.published else None
    assert published is not None, "only dated records are entries"
    changed = catalogue.updated(record)
    updated = changed.start if changed else None
    return Entry(
        id=addresses.tag(unit, record),
        title=title(catalogue, record),
        link=addresses.absolute(unit, addresses.of(record)),
        summary=record.lead,
        published=published,
        updated=updated or published,
        categories=record.topics,
        author=surroundings.metka(catalogue, record).body,
        prose=surroundings.prose(catalogue, record),
    )


def title(catalogue: Catalogue, record: Record) -> str:
    """The title; a debate's and a report's with the day of the debate."""
    if isinstance(record, Debate):
        off = _OFF.get(record.state, "Debata")
        return f"{off} {told(record.when)}: {record.title}"
    if isinstance(record, Report):
        return f"Sprawozdanie z debaty {told(catalogue.debate(record).when)}: {record.title}"
    return record.title


_OFF = {
    State.CANCELLED: "Odwołana debata, która miała być",
    State.POSTPONED: "Odroczona debata, która miała być",
}


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
