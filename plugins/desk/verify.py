"""``test``: everything that must hold before a change goes in."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

from plugins.desk import child, tools
from plugins.desk.parsing import Arguments, Command, Parser

# Quiet until they fail; pytest comes after them and speaks for itself.
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff check", ("ruff", "check", ".")),
    ("ruff format --check", ("ruff", "format", "--check", ".")),
    ("mypy", ("mypy",)),
)

SPREAD = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
"""Every test on every processor, those of one file together: they share what they build.

In the order of ``tests/conftest.py``: else files with few tests came last, and these are long.
"""

Run = Callable[[list[str]], int]


def add_options(parser: Parser) -> None:
    """Declare that the rest is for pytest."""
    parser.usage = f"{parser.prog} [opcje i ścieżki dla pytest]"


def run(arguments: Arguments) -> int:
    """Bring the tools, run every step, give the code of the first that failed."""
    tools.prepare()
    codes = [_check(name, _module(*words)) for name, words in CHECKS]
    codes.append(child.run(_module("pytest", *(arguments.rest or SPREAD))))
    return first_failure(codes)


def first_failure(codes: list[int]) -> int:
    """The first exit code that is not 0.

    >>> first_failure([0, 2, 0, 1])
    2
    """
    return next((code for code in codes if code), 0)


def _module(*words: str) -> list[str]:
    return [sys.executable, "-m", *words]


def _check(name: str, words: list[str]) -> int:
    """Run one check and tell in one line how it went; what it said only if it failed."""
    start = time.perf_counter()
    done = subprocess.run(
        words, cwd=child.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    word = "BŁĄD" if done.returncode else "dobrze"
    seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
    print(f"{name}: {word} ({seconds} s)", flush=True)
    if done.returncode:
        print(done.stdout.decode("utf-8", "replace"), flush=True)
    return done.returncode


COMMAND = Command(
    name="test",
    summary="sprawdź kod i stronę: ruff, mypy, pytest",
    examples=("test", "test tests/desk", "test -k podgląd"),
    add_options=add_options,
    run=run,
    passes_on=True,
)
