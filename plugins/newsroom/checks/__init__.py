"""Checks between records. A new check is one function and one line here.

Each takes the :class:`Holdings` and yields problems whose line is filled in afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.newsroom.checks import (
    debates,
    districts,
    links,
    media,
    privacy,
    programmes,
    requests,
)
from plugins.newsroom.holdings import Holdings
from plugins.problems import Problem

Check = Callable[[Holdings], Iterator[Problem]]

ERRORS: tuple[Check, ...] = (
    links.dangling,
    links.to_itself,
    links.claimed_twice,
    privacy.identifying,
    debates.reported_once,
    debates.reported_afterwards,
    debates.reported_in_public,
    debates.evaluated_later,
    debates.dated_enough,
    debates.placed,
    programmes.editions_agree,
    requests.numbered,
    requests.repeated_first,
    requests.raised_or_none,
    districts.one_district,
    media.overdue,
)

WARNINGS: tuple[Check, ...] = (links.unpublished, media.awaited, requests.unrecorded)


def errors(holdings: Holdings) -> list[Problem]:
    """Everything that keeps the site from being published."""
    return [problem for check in ERRORS for problem in check(holdings)]


def warnings(holdings: Holdings) -> list[Problem]:
    """What an officer should see, though the site is published."""
    found = [problem for check in WARNINGS for problem in check(holdings)]
    return [*(w for entry in holdings.entries for w in entry.warnings), *found]
