"""Where a problem stands that was found between records: the line of its key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plugins.newsroom.folders import NOTHING, Instead, bytes_of
from plugins.newsroom.kinds.ledger import TODAY
from plugins.newsroom.parsing import walked
from plugins.newsroom.shape import Walk
from plugins.problems import Problem, Problems


def located(root: Path, problems: Iterable[Problem], instead: Instead = NOTHING) -> list[Problem]:
    """Fill in the lines of problems found between records, by reading their files again."""
    walks: dict[str, Walk | None] = {}
    found = []
    for problem in problems:
        if not problem.line and problem.path.endswith((".md", ".yml")):
            if problem.path not in walks:
                walks[problem.path] = _walk(root, problem.path, instead)
            walk = walks[problem.path]
            problem = replace(problem, line=walk.line(problem.key)) if walk else problem
        found.append(problem)
    return found


def _walk(root: Path, path: str, instead: Instead) -> Walk | None:
    """The head of a file; ``None``: it changed meanwhile, and the message stands lineless."""
    try:
        return walked(path, bytes_of(root, path, instead))
    except (OSError, Problems):
        return None


def dated(problem: Problem, today: str) -> Problem:
    """What is to be pasted, with the day of the run in it."""
    if TODAY not in problem.paste:
        return problem
    return replace(problem, paste=problem.paste.replace(TODAY, today))
