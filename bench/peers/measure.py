"""One build measured: seconds, processor time, and memory of all its processes."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.05
"""Seconds between two looks at the memory of a tree of processes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Wall seconds; seconds of processors; MB of the largest process, and of all at once.

    The last counts what processes share once for each, and peaks between two looks are not seen.
    """

    seconds: float
    processors: float
    largest: float
    together: float


def adopt_orphans() -> None:
    """Have workers that outlive their parent be ours, so that what they used is counted.

    Linux (prctl(2), PR_SET_CHILD_SUBREAPER); elsewhere they are missing from the figures.
    """
    if sys.platform == "linux" and ctypes.CDLL(None, use_errno=True).prctl(36, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def build(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Figure:
    """Run a command to its end; exits with what it said if it fails."""
    log = folder.parent / f"{folder.name}.log"
    with log.open("wb") as said, Watch() as watch:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        usages = [usage, *_orphans()]
    if process.returncode:
        raise SystemExit(f"\n{' '.join(command)}: {process.returncode}\n{_end(log)}")
    spent = sum(one.ru_utime + one.ru_stime for one in usages)
    largest = max(one.ru_maxrss for one in usages) * (1 if sys.platform == "darwin" else 1024)
    return Figure(seconds, spent, largest / 2**20, watch.peak / 2**20)


def _end(log: Path) -> str:
    return log.read_text("utf-8", "replace")[-3000:]


def _orphans() -> Iterator[os.struct_rusage]:  # type: ignore[name-defined]  # typeshed hides it
    """What the processes used that the measured one left behind; they end by themselves."""
    while True:
        try:
            yield os.wait4(-1, 0)[2]
        except ChildProcessError:
            return


class Watch:
    """Looks at the memory of all processes below this one while a ``with`` lasts (Linux)."""

    def __init__(self) -> None:
        self.peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(PAUSE):
            self.peak = max(self.peak, sum(map(_resident, _below(os.getpid()))))


def _below(process: int) -> Iterator[int]:
    for child in _children(process):
        yield child
        yield from _below(child)


def _children(process: int) -> list[int]:
    """Direct children, of all threads; none if the process has ended."""
    found: list[int] = []
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        found += map(int, _text(file).split())
    return found


def _resident(process: int) -> int:
    """Bytes in memory (proc(5), statm)."""
    words = _text(Path(f"/proc/{process}/statm")).split()
    return int(words[1]) * os.sysconf("SC_PAGE_SIZE") if words else 0


def _text(file: Path) -> str:
    """A file of /proc; empty: its process has ended."""
    try:
        return file.read_text("ascii")
    except (FileNotFoundError, ProcessLookupError):
        return ""
