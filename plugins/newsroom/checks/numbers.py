"""Emergency numbers must be looked at again from time to time."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.phases import months_after
from plugins.problems import Problem

MONTHS = 12
"""How long a check of the numbers holds."""


def unchecked(holdings: Holdings) -> Iterator[Problem]:
    """The numbers were last checked too long ago, or on a day that is still to come."""
    checked = holdings.unit.emergency.checked
    today = holdings.now.astimezone(WARSAW).date()
    if checked and not checked <= today <= months_after(checked, MONTHS):
        message = (
            f"numery sprawdzono {checked}, a powinno się co {MONTHS} miesięcy – "
            "sprawdź je i wpisz dzień, w którym to robisz"
        )
        yield Problem(holdings.unit.path, 0, "numery alarmowe.sprawdzono", message)
