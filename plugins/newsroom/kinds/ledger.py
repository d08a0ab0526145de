"""``zmiany`` of a debate: they lead, each from the one before, to what its keys say now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom import dates
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.common import Change
from plugins.newsroom.kinds.media import Fault
from plugins.newsroom.spelling import fold

TODAY = "RRRR-MM-DD"
"""Stands in an entry for the day of the run, which a file's own checks do not know."""

Changes = tuple[Change, ...]


def entry(changes: Changes, what: str, was: str, now: str) -> str:
    """Lines to paste: a new entry, under its key if the record has none yet.

    >>> print(entry((), "stan", "", "odwołana"))
    zmiany:
      - kiedy: RRRR-MM-DD
        co: stan
        jest: odwołana
        powód:
    """
    pairs = (("kiedy", TODAY), ("co", what), ("było", was), ("jest", now))
    lines = [f"{key}: {_scalar(value)}" for key, value in pairs if value]
    body = "\n".join([f"  - {lines[0]}", *(f"    {line}" for line in (*lines[1:], "powód:"))])
    return body if changes else f"zmiany:\n{body}"


def _scalar(text: str) -> str:
    """A value as YAML takes it: quoted where a sign in it would mean something else."""
    plain = re.fullmatch(r"[\w„(][^#\n]*", text) and ": " not in text and text[-1] != ":"
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written(moment: Moment) -> str:
    """As an officer writes it: ``2026-03-12 17:00``, ``2026-03``."""
    return f"{moment.first} {moment.clock}" if moment.clock else moment.iso


def of(changes: Changes, what: str) -> list[tuple[int, Change]]:
    """The entries about one key, numbered among all from 1."""
    numbered = enumerate(changes, 1)
    return [(number, change) for number, change in numbered if fold(change.what) == fold(what)]


def moved(changes: Changes, when: Moment) -> Iterator[Fault]:
    """The changes of ``termin`` must lead, each from the one before, to the present one."""
    before: Moment | None = None
    moves = of(changes, "termin")
    for number, change in moves:
        was, now = _moment(change.was), _moment(change.now)
        if was is None or now is None:
            yield (
                f"zmiany[{number}]",
                "nie wiadomo, z kiedy na kiedy – podaj „było” i „jest”, np. 2026-03-12 17:00",
            )
        if before and was and was != before:
            yield (
                f"zmiany[{number}].było",
                "inne niż „jest” poprzedniej zmiany – popraw jedno z nich",
            )
        before = now or before
    if before and before != when:
        message = "inne niż „termin” – popraw termin albo dopisz zmianę"
        paste = entry(changes, "termin", written(before), written(when))
        yield f"zmiany[{moves[-1][0]}].jest", message, paste


def stated(changes: Changes, state: str) -> Iterator[Fault]:
    """The last change of ``stan`` says the present one."""
    reasons = of(changes, "stan")
    for number, change in reasons[-1:]:
        if fold(change.now) != fold(state):
            message = f"inne niż „stan” – napisz „jest: {state}” albo popraw „stan”"
            yield f"zmiany[{number}].jest", message, entry(changes, "stan", change.now, state)


def reasoned(changes: Changes, state: str) -> Iterator[Fault]:
    """A debate that is off needs to say why."""
    if not of(changes, "stan"):
        keys = f"„kiedy”, „co: stan”, „jest: {state}” i „powód”"
        message = f"w „zmiany” nie ma powodu – dopisz tam wpis z kluczami {keys}"
        yield "stan", message, entry(changes, "stan", "", state)


def _moment(text: str) -> Moment | None:
    try:
        return dates.moment(text) if text else None
    except ValueError:
        return None
