"""Editions of a programme point at each other, and records at its activities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from plugins.newsroom.advice import legible
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.activity import ActivityRecord
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.programme import Edition, Programme
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.spelling import slug
from plugins.problems import Problem


def editions_agree(holdings: Holdings) -> Iterator[Problem]:
    """If A is followed by B and B names what came before it, that must be A."""
    for programme in holdings.of(Programme):
        for key, edition, back in (
            ("następna edycja", programme.following, "previous"),
            ("poprzednia edycja", programme.previous, "following"),
        ):
            other = _other(holdings, edition)
            said: Edition | None = getattr(other, back) if other else None
            if other and said and said.programme != programme.id:
                written = said.programme or said.title
                message = f"„{other.id}” wskazuje na „{written}” – uzgodnij oba pliki"
                yield Problem(programme.path, 0, key, message)


def editions_follow(holdings: Holdings) -> Iterator[Problem]:
    """An edition never starts before the one that precedes it, so that none goes in a circle."""
    for programme in holdings.of(Programme):
        after, before = programme.following, programme.previous
        for key, edition, order in (
            ("następna edycja", after, "wcześniej"),
            ("poprzednia edycja", before, "później"),
        ):
            other = _other(holdings, edition)
            first, last = (other, programme) if edition is after else (programme, other)
            starts = (_start(first), _start(last))
            if other and starts[0] and starts[1] and starts[0] < starts[1]:
                message = f"„{other.id}” zaczyna się {order} – popraw „okres” albo tę nazwę"
                yield Problem(programme.path, 0, key, message)


def _start(programme: Programme | None) -> date | None:
    return programme.period.first if programme and programme.period else None


def named_activity(holdings: Holdings) -> Iterator[Problem]:
    """A record that names an activity belongs to a programme that has it."""
    for kind in (Debate, News, Request):
        for record in holdings.of(kind):
            fault = _unknown(holdings, record) if record.activity else ""
            if fault:
                yield Problem(record.path, 0, "działanie", fault)


def _unknown(holdings: Holdings, record: ActivityRecord) -> str:
    """What is wrong with the activity that a record names; empty: nothing, or it cannot be told."""
    if not record.programme:
        return "nie wiadomo, którego programu – dopisz „program: nazwa-pliku”"
    programme = holdings.by_target.get(f"programy/{record.programme}")
    names = [one.name for one in programme.activities] if isinstance(programme, Programme) else []
    known = {slug(name): name for name in names}
    if programme is None or slug(record.activity) in known:
        return ""
    near = get_close_matches(slug(record.activity), known, 1, 0.4)
    advice = f"napisz „{known[near[0]]}”" if near else "dopisz je w pliku programu albo usuń stąd"
    return legible(f"program „{record.programme}” nie ma działania „{record.activity}” – {advice}")


def _other(holdings: Holdings, edition: Edition | None) -> Programme | None:
    other = holdings.by_target.get(f"programy/{edition.programme}") if edition else None
    return other if isinstance(other, Programme) else None
