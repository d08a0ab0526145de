"""``wyjątki``: warnings that a record lifts, by name, with a reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.spelling import fold
from plugins.problems import Problem

_MASK = re.compile(r"\w{2}…\w{2}")


def unknown(holdings: Holdings, rules: Collection[str]) -> Iterator[Problem]:
    """A rule that nothing goes by would lift nothing, unnoticed.

    A number in the record goes by its mask (``99…17``).
    """
    known = {fold(rule): rule for rule in rules}
    for file in holdings.files:
        for number, lift in enumerate(file.lifts, 1):
            if not _MASK.fullmatch(lift.rule) and fold(lift.rule) not in known:
                near = get_close_matches(fold(lift.rule), known, 1, 0.5)
                advice = f"napisz „{known[near[0]]}”" if near else f"możliwe: {', '.join(rules)}"
                message = f"nie ma reguły „{lift.rule}” – {advice}"
                yield Problem(file.path, 0, f"wyjątki[{number}].reguła", message)
