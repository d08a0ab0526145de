"""Reminders a week and a day before each debate, and what became of those that were sent out.

A reminder belongs to a date: when the debate moves, those of its new date come in their time,
and whoever got one of the old date reads of the change in the same feed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from heapq import nlargest
from typing import NamedTuple

from plugins.feeds import entries, telling
from plugins.feeds.occasions import LENGTH, of_debate
from plugins.feeds.turns import Span, Turn, spans, turns
from plugins.feeds.values import Entry, Feed
from plugins.layout import channels
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW, Moment, Precision
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.typography import untied

DAYS = {7: "Za tydzień", 1: "Jutro"}
"""How many days before → the first word."""


class Planned(NamedTuple):
    """An entry that is made only if it is among the newest."""

    published: datetime
    id: str
    make: Callable[[], Entry]


def feed(catalogue: Catalogue, stylesheet: str) -> Feed:
    """The reminders up to today; other publishers' debates are not ours, as in the calendar."""
    own = (debate for debate in catalogue.debates if _is_reminded(catalogue, debate))
    found = (one for debate in own for one in _of(catalogue, debate))
    once = {one.id: one for one in found}  # of one day, when only the hour has changed
    newest = nlargest(LENGTH, once.values(), key=lambda one: one[:2])
    made = tuple(one.make() for one in newest)
    return entries.made_of(catalogue, channels.REMINDERS, made, stylesheet)


def _is_reminded(catalogue: Catalogue, debate: Debate) -> bool:
    """Whether it was announced on a known day; a day that is not settled needs no reminder."""
    announced = debate.published is not None and debate.published.first is not None
    return announced and not debate.unannounced and catalogue.counts(debate)


def _of(catalogue: Catalogue, debate: Debate) -> Iterator[Planned]:
    dates = tuple(spans(debate, turns(catalogue, debate)))
    for span in dates:
        if not (debate.provisional and span.until is None):
            yield from _reminders(catalogue, debate, span)
    assert debate.published is not None, "an announced debate has its day of publication"
    since = _reminded_since(dates)
    for one in of_debate(catalogue, debate, debate.published):
        if one.turn and since and _matters(one.turn, since):
            name = addresses.tag(catalogue.unit, debate, one.suffix)
            yield Planned(entries.start(one.at), name, partial(entries.entry, catalogue, one))


def _reminders(catalogue: Catalogue, debate: Debate, span: Span) -> Iterator[Planned]:
    for days in DAYS:
        day = _day(span, days)
        if day and day <= catalogue.today:
            published = max(_midnight(day), entries.start(span.since))
            name = addresses.tag(catalogue.unit, debate, f"#przypomnienie-{span.when.day}-{days}")
            make = partial(_entry, catalogue, debate, span, days, name, published)
            yield Planned(published, name, make)


def _day(span: Span, days: int) -> date | None:
    """When the reminder goes out; ``None``: never, as the date did not hold on that day."""
    if span.when.day is None:
        return None
    day = span.when.day - timedelta(days)
    known = span.since.first is not None and span.since.first <= day
    until = span.until.start if span.until else None
    return day if known and (until is None or _midnight(day) < until) else None


def _reminded_since(dates: tuple[Span, ...]) -> date | None:
    """The first day on which a reminder may have gone out, were it in the morning of a change."""
    possible = (
        (span, span.when.day - timedelta(days)) for span in dates if span.when.day for days in DAYS
    )
    return min((day for span, day in possible if _held(span, day)), default=None)


def _held(span: Span, day: date) -> bool:
    since, until = span.since.first, span.until.first if span.until else None
    return since is not None and since <= day and (until is None or day <= until)


def _matters(turn: Turn, since: date) -> bool:
    """Whether a change came when somebody had been reminded, and before the debate was over."""
    changed, over = turn.day.first, turn.before.last
    return bool(changed and since <= changed and (over is None or changed <= over))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WARSAW)


def _entry(
    catalogue: Catalogue, debate: Debate, span: Span, days: int, name: str, published: datetime
) -> Entry:
    unit, facts = catalogue.unit, telling.of_debate(catalogue, debate)
    return Entry(
        id=name,
        title=untied(_title(debate, span, days)),
        link=addresses.absolute(unit, addresses.of(debate)),
        summary=untied(debate.lead),
        published=published,
        updated=max(published, entries.start(span.until) if span.until else published),
        categories=entries.categories(debate),
        author=untied(unit.name.nominative),
        lang=debate.language.value,
        facts=tuple((what, value) for what, value in facts if value),
    )


def _title(debate: Debate, span: Span, days: int) -> str:
    """What was sent out stays true: it says so when there is no debate on that day any more."""
    if debate.state is State.PLANNED and debate.when.day == span.when.day:
        return f"{DAYS[days]}: debata {telling.told(debate.when)} – {debate.title}"
    day = Moment(Precision.DAY, span.when.day)
    return f"Już nie w tym dniu: debata {telling.told(day)} – {debate.title}"
