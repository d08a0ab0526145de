"""What the files that records attach give away: their texts, their names, their metadata."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.carriers.trace import Carried, Mark, Trace
from plugins.newsroom.checks import privacy
from plugins.newsroom.checks.permitted import Permitted
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.common import Lift
from plugins.newsroom.originals import Originals
from plugins.newsroom.spelling import fold
from plugins.privacy.findings import Finding
from plugins.problems import Problem

RULES = {trace.value: trace.about for trace in Trace}
"""Warnings of a file, lifted in every record that names it."""


def errors(holdings: Holdings, originals: Originals) -> Iterator[Problem]:
    """Numbers of a person in a file that some record publishes."""
    permitted = Permitted.by(holdings.unit)
    for place, carried, lifts in _carried(holdings, originals):
        for found in privacy.left(carried.findings, permitted, lifts):
            if found.is_grave:
                advice = f"regułę „{found.masked}” w „wyjątki” rekordu, który go podaje"
                told = f"usuń go z pliku; jeśli to nie dane osoby, dopisz {advice}"
                yield _problem(place, carried, found, f"{found.what} „{found.masked}” – {told}")


def warnings(holdings: Holdings, originals: Originals) -> Iterator[Problem]:
    """What may tell a private person, what a file tells besides its text, and idle lifts."""
    yield from idle(holdings, originals)
    permitted = privacy.permitted_by(holdings) if originals.carried else Permitted()
    for place, carried, lifts in _carried(holdings, originals):
        lifted = {fold(lift.rule) for lift in lifts}
        for found in privacy.left(carried.findings, permitted, lifts):
            wanted = found.what != privacy.APPLICANT and not found.is_grave
            if wanted and fold(found.what) not in lifted:
                yield _problem(place, carried, found, privacy.private(found), found.what)
        for mark in carried.traces:
            if fold(mark.trace.value) not in lifted:
                yield _marked(place, mark)


def idle(holdings: Holdings, originals: Originals) -> Iterator[Problem]:
    """A lift by a mask that nothing here has: the number is gone, or its mask was mistyped."""
    attached: dict[str, set[str]] = {}
    for (path, _), original in originals.found.items():
        masks = {fold(found.masked) for found in originals.carried[original.path].findings}
        attached.setdefault(path, set()).update(masks)
    for file in holdings.files:
        own = {fold(found.masked) for found in file.findings}
        for number, lift in enumerate(file.lifts, 1):
            used = fold(lift.rule) in own | attached.get(file.path, set())
            if "…" in lift.rule and not used:
                message = f"„{lift.rule}” niczego tu nie uchyla – popraw znaki albo usuń wpis"
                yield Problem(file.path, 0, f"wyjątki[{number}].reguła", message)


def _carried(
    holdings: Holdings, originals: Originals
) -> Iterator[tuple[str, Carried, tuple[Lift, ...]]]:
    """Each file with what it carries and what is lifted for it by every record that names it."""
    lifts = {entry.record.path: entry.record.lifts for entry in holdings.entries}
    by_place: dict[str, list[tuple[Lift, ...]]] = {}
    for (path, _), original in originals.found.items():
        by_place.setdefault(original.path, []).append(lifts.get(path, ()))
    for place, carried in sorted(originals.carried.items()):
        if carried != Carried():
            yield place, carried, _in_common(by_place[place])


def _in_common(lifts: list[tuple[Lift, ...]]) -> tuple[Lift, ...]:
    rules = [{fold(lift.rule) for lift in some} for some in lifts]
    return tuple(lift for lift in lifts[0] if all(fold(lift.rule) in rule for rule in rules))


def _problem(place: str, carried: Carried, found: Finding, told: str, rule: str = "") -> Problem:
    line = 0 if carried.pages else found.line
    key = found.key or (f"strona {found.line}" if carried.pages and found.line else "")
    return Problem(place, line, key, _ruled(told, rule), rule=rule)


def _marked(place: str, mark: Mark) -> Problem:
    return Problem(place, 0, "", _ruled(mark.message, mark.trace.value), rule=mark.trace.value)


def _ruled(told: str, rule: str) -> str:
    return f"{told} (reguła „{rule}”)" if rule else told
