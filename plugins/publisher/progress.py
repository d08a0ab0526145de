"""A bar for work that takes long enough to wonder about."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

AFTER = 1.0
"""Seconds until a bar is shown: quick runs stay quiet."""


class Progress:
    """Shown on a terminal only, and only for what takes long; callable as press's progress."""

    def __init__(self) -> None:
        self._bars: Bars | None = None
        self._tasks: dict[str, TaskID] = {}
        self._began: dict[str, float] = {}

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bars:
            self._bars.stop()
        self._bars, self._tasks, self._began = None, {}, {}

    def __call__(self, label: str, done: int, total: int) -> None:
        """``done`` of ``total`` jobs of ``label`` are done."""
        began = self._began.setdefault(label, time.monotonic())
        if not sys.stderr.isatty() or time.monotonic() - began < AFTER:
            return
        bars = self._shown()
        if label not in self._tasks:
            self._tasks[label] = bars.add_task(label, total=total)
        bars.update(self._tasks[label], completed=done, total=total)

    def _shown(self) -> Bars:
        if self._bars is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bars = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bars.start()
        return self._bars

    def counted(
        self, label: str, run: Callable[[Callable[[Any], Any], list[Any]], Iterable[Any]]
    ) -> Callable[[Callable[[Any], Any], list[Any]], Iterator[Any]]:
        """``run`` with its results counted as they come."""

        def counting(function: Callable[[Any], Any], jobs: list[Any]) -> Iterator[Any]:
            for done, result in enumerate(run(function, jobs), 1):
                self(label, done, len(jobs))
                yield result

        return counting
