"""A bar for the making of the environment; drawn on a terminal only."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

TICK = 0.2  # seconds between two drawings
WIDTH = 30  # characters


def follow(command: list[str], log: Path, environment: Path, pins: int) -> int:
    """Run ``command``, its words to ``log``; give its exit code.

    Meanwhile the bar shows how far pip is in putting ``pins`` packages into ``environment``.
    """
    # Settings of the user that cannot hold in an environment give way; his index stays.
    variables = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    with (
        log.open("wb") as words,
        subprocess.Popen(
            command, stdout=words, stderr=subprocess.STDOUT, close_fds=False, env=variables
        ) as process,
    ):
        try:
            _wait(process, log, environment, pins)
        except KeyboardInterrupt:
            process.terminate()
            raise
    return process.returncode


def _wait(process: subprocess.Popen[bytes], log: Path, environment: Path, pins: int) -> None:
    if not sys.stderr.isatty():
        process.wait()
        return
    for spinner in itertools.cycle("|/-\\"):
        try:
            process.wait(TICK)
            break
        except subprocess.TimeoutExpired:
            _draw(bar(_share(log, environment, pins)), spinner)
    sys.stderr.write("\r" + " " * (WIDTH + 12) + "\r")


def _share(log: Path, environment: Path, pins: int) -> float:
    """From 0 to 1: each package counts once when pip has found it, once when it is in place."""
    words = log.read_text("utf-8", "replace")
    found = len(re.findall(r"(?m)^(?:Collecting|Requirement already satisfied:) ", words))
    packages = "Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages"
    placed = len(list(environment.glob(f"{packages}/*.dist-info")))
    return min(found + placed, 2 * pins) / (2 * pins) if pins else 0.0


def bar(part: float) -> str:
    """How a part of the whole is drawn.

    >>> bar(0.5)
    '[###############...............]  50%'
    """
    full = int(part * WIDTH)
    return f"[{'#' * full}{'.' * (WIDTH - full)}] {part:4.0%}"


def _draw(text: str, spinner: str) -> None:
    sys.stderr.write(f"\r  {spinner} {text}")
    sys.stderr.flush()
