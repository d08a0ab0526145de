"""Fuzzing of reading, checking, mending and importing with atheris and Hypothesis.

``.venv/bin/python -m bench.fuzz --minutes 10``: each target in a process of its own. What was
found is run again without instruments, and printed with the bytes that cause it.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

LIMIT = 2.0  # seconds of work for one input, of which a page or a record is at most half a MB
SLOW = 8  # seconds under instruments, which slow everything down
LONGEST = 20_000  # bytes of an input


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--targets", nargs="*", help="only these")
    options.add_argument("--found", type=Path, help="where inputs that fail are kept")
    options.add_argument("--one", help=argparse.SUPPRESS)
    options.add_argument("--again", type=Path, help=argparse.SUPPRESS)
    said = options.parse_args()
    if said.again:
        return again(said.one, said.again)
    if said.one:
        return fuzz(said.one, said.minutes * 60, said.found)
    return every(said.minutes, said.targets, said.found)


def every(minutes: float, wanted: list[str] | None, kept: Path | None) -> int:
    """One target after another, each its share of the time; 1 if anything was found."""
    from bench.targets import TARGETS

    names = wanted or list(TARGETS)
    share = minutes / len(names)
    found = kept or Path(tempfile.mkdtemp(prefix="debaty-fuzz-"))
    failures = 0
    for name in names:
        folder = found / name
        folder.mkdir(parents=True, exist_ok=True)
        known = set(folder.iterdir())
        words = ["--one", name, "--minutes", str(share), "--found", str(folder)]
        done = run(words, share * 60 + 120)
        runs = re.findall(r"stat::number_of_executed_units:\s+(\d+)", done)
        told = [replayed(name, path) for path in sorted(set(folder.iterdir()) - known)]
        failures += sum(1 for one in told if one)
        print(f"{name:<10} {runs[-1] if runs else '?':>9} runs", *filter(None, told), sep="\n  ")
        if not runs and not any(told):
            failures += 1
            print(f"  it ended early:\n{done[-2000:]}")
    print(f"Found: {failures}" + (f", kept in {found}" if failures else ""))
    return 1 if failures else 0


def run(words: list[str], limit: float) -> str:
    """This module in a process of its own; what it said."""
    command = [sys.executable, "-m", "bench.fuzz", *words]
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired as late:
        return f"it did not end: {(late.stderr or b'')[-500:]!r}"
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def replayed(name: str, path: Path) -> str:
    """What an input does without instruments; empty if nothing is wrong with it."""
    told = run(["--one", name, "--again", str(path)], 60)
    return "" if told.startswith("well") else f"{path.name}: {path.read_bytes()[:300]!r}\n{told}"


def again(name: str, path: Path) -> int:
    """Run one input; tell how it went."""
    from bench.targets import TARGETS

    data = path.read_bytes()
    for _ in range(2):  # the first run also imports and compiles
        began = time.process_time()
        try:
            TARGETS[name].run(data)
        except Exception:  # whatever it is, it is the find
            traceback.print_exc(file=sys.stdout)
            return 1
        took = time.process_time() - began
    print("well" if took < LIMIT else f"slow: {took:.1f} s")
    return 0


def fuzz(name: str, seconds: float, found: Path) -> int:
    """Fuzz one target under instruments until the time is over; every find is kept."""
    import atheris

    with atheris.instrument_imports(include=["plugins"]):
        from bench.targets import TARGETS
    target = TARGETS[name]
    seen: set[str] = set()

    def watched(data: bytes) -> None:
        began = time.process_time()
        try:
            target.run(data)
        except Exception as error:
            keep(found, seen, where(error), data)
        else:
            if time.process_time() - began > SLOW:
                keep(found, seen, "slow", data)

    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(target.seeds()):
            Path(corpus, f"{number}").write_bytes(data)
        words = [
            sys.argv[0],
            f"-max_total_time={int(seconds)}",
            f"-max_len={LONGEST}",
            "-timeout=60",
            "-rss_limit_mb=3000",
            "-print_final_stats=1",
            f"-artifact_prefix={found}{os.sep}",
            corpus,
        ]
        atheris.Setup(words, watched, enable_python_coverage=True)
        atheris.Fuzz()
    return 0


def where(error: Exception) -> str:
    """The place of an error, so that each is kept once."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"


def keep(found: Path, seen: set[str], name: str, data: bytes) -> None:
    if name not in seen or name == "slow":
        seen.add(name)
        count = sum(1 for _ in found.iterdir())
        (found / f"{name}-{count}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
