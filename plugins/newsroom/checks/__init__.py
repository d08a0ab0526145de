"""Checks between records. A new check is one function and one line here.

Each takes the :class:`Holdings` and yields problems whose line is filled in afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from plugins.newsroom import copyedit, lifting
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.checks import (
    carried,
    debates,
    districts,
    embargoes,
    lifts,
    links,
    media,
    names,
    numbers,
    overdue,
    privacy,
    programmes,
    requests,
    scheduling,
    statement,
    topics,
    unit,
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
    unit.unknown_body,
    links.dangling,
    links.to_itself,
    links.claimed_twice,
    privacy.identifying,
    privacy.of_unit,
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
    Warned(
        "późna zapowiedź",
        "debata ogłoszona później niż „termin ogłoszenia” jednostki",
        scheduling.short_notice,
    ),
    Warned(
        "odległa publikacja",
        "wpis, który ukaże się dopiero za ponad trzy miesiące",
        embargoes.far_ahead,
    ),
    Warned("debata w święto", "termin w dzień ustawowo wolny", scheduling.on_holiday),
    Warned("nietypowa godzina", "debata przed 7:00 albo po 21:00", scheduling.at_night),
    Warned(
        "ogłoszona po terminie",
        "termin wcześniejszy niż pierwsza publikacja",
        scheduling.announced_afterwards,
    ),
    Warned(
        "ukryta debata",
        "debata, która ma się odbyć, jest ukryta, a nie odwołana",
        scheduling.hidden_without_word,
    ),
    Warned("zajęte miejsce", "dwie debaty naraz w jednym miejscu", scheduling.one_place),
    Warned("zajęty prowadzący", "jedna osoba prowadzi dwie debaty naraz", scheduling.one_leader),
    Warned(
        "pisownia nazwy",
        "nazwa programu albo cyklu inaczej niż w jego pliku",
        names.spelt_otherwise,
    ),
    Warned("podobne tematy", "temat różny od innego jedną literą", topics.alike),
    Warned("przegląd deklaracji", "deklaracja bez przeglądu do 31 marca", statement.unreviewed),
)

OF_THE_UNIT: tuple[Check, ...] = (numbers.unchecked, unit.stale_contact)
"""Warnings about ``jednostka.yml``, which nothing lifts."""

RULES = {
    **{warned.name: warned.about for warned in WARNINGS},
    **{mark.name: mark.about for mark in copyedit.MARKS},
    **overdue.RULES,
    **privacy.RULES,
    **carried.RULES,
}
"""What „wyjątki” may lift: name → when it warns. The handbook's table comes from this."""


def errors(holdings: Holdings) -> list[Problem]:
    """Everything that keeps the site from being published."""
    found = [problem for check in ERRORS for problem in _said(check, holdings)]
    return [*found, *lifts.unknown(holdings, RULES)]


def warnings(holdings: Holdings, catalogue: Catalogue | None = None) -> list[Problem]:
    """What an officer should see, though the site is published, but for what was lifted.

    ``catalogue``: of a content without errors; only then it is known what is overdue.
    """
    own = [warning for file in holdings.files for warning in file.warnings]
    of_unit = [problem for check in OF_THE_UNIT for problem in _said(check, holdings)]
    between = [replace(p, rule=one.name) for one in WARNINGS for p in _said(one.check, holdings)]
    persons = privacy.warned(holdings)
    late = overdue.overdue(catalogue) if catalogue else ()
    return [*of_unit, *lifting.left(holdings.files, [*own, *between, *persons, *late])]


def _said(check: Check, holdings: Holdings) -> list[Problem]:
    """What a check finds; nothing, if it needs a key of the unit that could not be read."""
    try:
        return list(check(holdings))
    except AttributeError as error:
        if error.obj is not holdings.unit:
            raise
        return []
