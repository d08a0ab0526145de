"""``wyjątki``: warnings that a record lifts, by name, with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.spelling import fold
from plugins.problems import Problem

MASK = "…"
"""A rule with this sign is the mask of a number (``99…17``), which lifts the error of it."""


def unknown(holdings: Holdings, rules: Collection[str]) -> Iterator[Problem]:
    """A rule that nothing goes by would lift nothing, unnoticed."""
    known = {fold(rule): rule for rule in rules}
    for entry in holdings.entries:
        for number, lift in enumerate(entry.record.lifts, 1):
            if MASK not in lift.rule and fold(lift.rule) not in known:
                near = get_close_matches(fold(lift.rule), known, 1, 0.5)
                advice = f"napisz „{known[near[0]]}”" if near else f"możliwe: {', '.join(rules)}"
                message = f"nie ma reguły „{lift.rule}” – {advice}"
                yield Problem(entry.record.path, 0, f"wyjątki[{number}].reguła", message)


def lifting(holdings: Holdings, rule: str) -> set[str]:
    """Paths of the records that lift a warning."""
    wanted = fold(rule)
    return {
        entry.record.path
        for entry in holdings.entries
        if any(fold(lift.rule) == wanted for lift in entry.record.lifts)
    }
