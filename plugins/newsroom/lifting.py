"""Warnings that a record lifts, and those that are left; depends on one file alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.newsroom.parsing import Entry, Torn
from plugins.newsroom.spelling import fold
from plugins.problems import Problem


def left(files: Iterable[Entry | Torn], warnings: Iterable[Problem]) -> Iterator[Problem]:
    """Those that their records do not lift; each says by which name it can be."""
    lifted = {(file.path, fold(lift.rule)) for file in files for lift in file.lifts}
    for one in warnings:
        if not one.rule:
            yield one
        elif (one.path, fold(one.rule)) not in lifted:
            yield replace(one, message=f"{one.message} (reguła „{one.rule}”)")
