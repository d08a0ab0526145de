"""Where a problem stands that was found between records: the line of its key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.ledger import TODAY
from plugins.problems import Problem


def located(holdings: Holdings, problems: Iterable[Problem]) -> list[Problem]:
    """Fill in the lines of problems found between records; what is not known stays."""
    return [one if one.line else _placed(holdings, one) for one in problems]


def _placed(holdings: Holdings, problem: Problem) -> Problem:
    line = holdings.line(problem.path, problem.key)
    return replace(problem, line=line) if line else problem


def dated(problem: Problem, today: str) -> Problem:
    """What is to be pasted, with the day of the run in it."""
    if TODAY not in problem.paste:
        return problem
    return replace(problem, paste=problem.paste.replace(TODAY, today))
