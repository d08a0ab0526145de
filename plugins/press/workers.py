"""Spread pure jobs over processes, or over a cluster: same results, same order, same bytes."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from plugins.problems import Problem, Problems

Job = TypeVar("Job")
Result = TypeVar("Result")

THRESHOLD = 300
"""Jobs from which workers are worth their start. Measured on 2 cores: they are ready after
0.35 s; of pages of 1.8 ms they win from 400 on, of pages of 6 ms from 200 on."""

CHUNK = 32

AHEAD = 16
"""Chunks a worker that may wait: so much is prepared while they start, or are slow."""

PROOF, LONG = 1.0, 2.0
"""Seconds that fewer jobs must have taken, and promise to take yet, before workers are worth their
start for them. The first does not count: it loads what the others find ready."""


class Workers:
    """Local processes, so many as ``setting`` says, or the Dask cluster at that address.

    They start at the first ``map`` of at least ``threshold`` jobs and are kept until the end.
    Those of a cluster must see ``root``, the project's folder, under the same path. ``copies``:
    local ones may begin as copies of this process, with all that it has loaded.
    """

    def __init__(
        self,
        setting: str | None = None,
        *,
        threshold: int = THRESHOLD,
        processes: int = 0,
        root: Path = Path(),
        copies: bool = False,
    ) -> None:
        number = setting if setting and setting.isdecimal() else ""
        self._setting = "" if number else setting or ""
        self._root = root.resolve()
        self._threshold = threshold
        self._processes = processes or int(number or 0) or os.cpu_count() or 1
        self._copies = copies
        self._crew: Crew | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the workers; the next ``map`` may start others."""
        if self._crew:
            self._crew.shutdown()
            self._crew = None

    @property
    def are_here(self) -> bool:
        """Whether jobs are done on this machine, which has every folder that the build has."""
        return not self._setting

    def map(self, function: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """``function`` of each job, in order; both must be picklable.

        Jobs are taken as they are needed, so they need not fit into memory. Raises what
        ``function`` raises, and :class:`Problems` when a worker dies.
        """
        remaining = iter(jobs)
        first = list(islice(remaining, self._threshold))
        every = chain(first, remaining)
        if self._processes == 1 and not self._setting:
            return map(function, every)
        if len(first) < self._threshold:
            return self._tried(function, first)
        return self._spread(function, every, CHUNK)

    def _tried(self, function: Callable[[Job], Result], jobs: list[Job]) -> Iterator[Result]:
        """Few jobs are done here, unless they prove long, as those of large photographs do."""
        began = 0.0
        for done, job in enumerate(jobs):
            began = monotonic() if done == 1 else began
            spent = monotonic() - began if done > 1 else 0.0
            if spent > PROOF and spent / (done - 1) * (len(jobs) - done) > LONG:
                yield from self._spread(function, iter(jobs[done:]), 1)
                return
            yield function(job)

    def _gathered(self) -> Crew:
        if self._setting:
            from plugins.press.cluster import Cluster  # few builds need it

            return Cluster(self._setting, self._root)
        return Pool(self._processes, self._copies and _can_copy())

    def _spread(
        self, function: Callable[[Job], Result], jobs: Iterator[Job], size: int
    ) -> Iterator[Result]:
        crew = self._crew = self._crew or self._gathered()
        waiting: deque[Any] = deque()
        died = False
        try:
            while chunk := list(islice(jobs, size)):
                waiting.append(crew.submit(_run, function, chunk))
                if len(waiting) > AHEAD * crew.width:
                    yield from crew.awaited(waiting.popleft())
            while waiting:
                yield from crew.awaited(waiting.popleft())
        except Exception as error:
            if type(error).__name__ not in _DEATHS:
                raise
            died = True
            raise Problems([Problem("budowanie", 0, "", _DIED)]) from error
        finally:
            for future in waiting:
                future.cancel()
            if died:
                self.close()


_DEATHS = ("BrokenProcessPool", "KilledWorker")  # the second is Dask's, which may be missing
_DIED = (
    "proces roboczy zakończył się nagle (może zabrakło pamięci) – zamknij inne programy "
    "i zbuduj jeszcze raz"
)


def _run(function: Callable[[Job], Result], chunk: list[Job]) -> list[Result]:
    return [function(job) for job in chunk]


def _follow() -> None:
    """In a worker: end when the parent does, even killed; its queue alone would be awaited for
    ever, since each worker holds the end that is written to as well.
    """
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_await, args=(parent,), daemon=True).start()


def _await(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


class Crew(Protocol):
    """Those who do the jobs, elsewhere."""

    width: int
    """How many jobs they do at once."""

    def submit(self, function: Callable[..., Any], *words: Any) -> Any:
        """A promise that can be cancelled."""

    def awaited(self, promise: Any) -> Any:
        """What came of a promise."""

    def shutdown(self) -> None:
        """Let them go."""


class Pool:
    """Local processes; those that are no ``copies`` import what their jobs name, never Pelican."""

    def __init__(self, processes: int, copies: bool = False) -> None:
        self.width = processes
        context = multiprocessing.get_context("fork" if copies else "spawn")
        self._executor = ProcessPoolExecutor(processes, mp_context=context, initializer=_follow)

    def submit(self, function: Callable[..., Any], *words: Any) -> Any:
        """A future of the pool."""
        return self._executor.submit(function, *words)

    def awaited(self, promise: Future[Result]) -> Result:
        """Its result, however long it takes."""
        return promise.result()

    def shutdown(self) -> None:
        """End the processes."""
        self._executor.shutdown(cancel_futures=True)


def _can_copy() -> bool:
    """A copy has none of the threads, but all the locks that they may hold; and libraries of
    macOS do not bear it (bugs.python.org/issue33725).
    """
    return sys.platform == "linux" and threading.active_count() == 1
