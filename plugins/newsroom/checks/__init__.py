"""Checks between records. A new check is one function and one line here.

Each takes the :class:`Holdings` and yields problems whose line is filled in afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from plugins.newsroom.checks import (
    debates,
    districts,
    lifts,
    links,
    media,
    numbers,
    privacy,
    programmes,
    requests,
    statement,
    topics,
)
from plugins.newsroom.holdings import Holdings
from plugins.problems import Problem

Check = Callable[[Holdings], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning that a record may lift by its ``name``; ``about``: when it is given."""

    name: str
    about: str
    check: Check


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
    programmes.editions_follow,
    programmes.named_activity,
    requests.numbered,
    requests.repeated_first,
    requests.handed_to_itself,
    requests.raised_or_none,
    districts.one_district,
    media.overdue,
    statement.ahead_of_its_day,
    statement.out_of_reach,
)

WARNINGS: tuple[Warned, ...] = (
    Warned(
        "nieopublikowany rekord", "odnośnik do szkicu albo wycofanego rekordu", links.unpublished
    ),
    Warned("brak napisów", "nagranie bez napisów albo transkrypcji", media.awaited),
    Warned("brak wniosków", "sprawozdanie, do którego nie ma wniosków", requests.unrecorded),
    Warned(
        "wniosek przed debatą", "historia wniosku zaczyna się przed debatą", requests.raised_before
    ),
    Warned(
        "wniosek z odwołanej debaty",
        "wniosek zgłoszony na debacie, którą odwołano",
        requests.raised_at_none,
    ),
    Warned(
        "wpis z przyszłości",
        "wpis w „historia” z dniem, którego jeszcze nie było",
        requests.dated_ahead,
    ),
    Warned(
        "powtórzony wcześniejszy",
        "wniosek odsyła do zgłoszonego później",
        requests.repeats_the_later,
    ),
    Warned(
        "powtórzony zrealizowany", "wniosek odsyła do zrealizowanego", requests.repeats_the_done
    ),
    Warned(
        "zmiana w przyszłości",
        "wpis w „zmiany” z dniem, którego jeszcze nie było",
        debates.changed_later,
    ),
    Warned("podobne tematy", "temat różny od innego jedną literą", topics.alike),
    Warned("przegląd deklaracji", "deklaracja bez przeglądu do 31 marca", statement.unreviewed),
)

OF_THE_UNIT: tuple[Check, ...] = (numbers.unchecked,)
"""Warnings about ``jednostka.yml``, which nothing lifts."""

RULES = {warned.name: warned.about for warned in WARNINGS}
"""What „wyjątki” may lift: name → when it warns. The handbook's table comes from this."""


def errors(holdings: Holdings) -> list[Problem]:
    """Everything that keeps the site from being published."""
    found = [problem for check in ERRORS for problem in check(holdings)]
    return [*found, *lifts.unknown(holdings, RULES)]


def warnings(holdings: Holdings) -> list[Problem]:
    """What an officer should see, though the site is published, but for what was lifted."""
    own = [warning for entry in holdings.entries for warning in entry.warnings]
    unit = [problem for check in OF_THE_UNIT for problem in check(holdings)]
    return [*own, *unit, *(p for warned in WARNINGS for p in _told(holdings, warned))]


def _told(holdings: Holdings, warned: Warned) -> Iterator[Problem]:
    lifted = lifts.lifting(holdings, warned.name)
    for problem in warned.check(holdings):
        if problem.path not in lifted:
            yield replace(problem, message=f"{problem.message} (reguła „{warned.name}”)")
