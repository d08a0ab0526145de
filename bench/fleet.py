"""Many units' sites: one process beside as many as there are processors.

    .venv/bin/python -m bench.fleet --units 40 --records 500

Prints seconds and units per minute of both, and their ratio; the folders are built from nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import town

WORDS = (sys.executable, "-m", "plugins.desk", "fleet", "--data", "2026-11-22")


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
        units = _units(Path(folder), arguments.units, arguments.records)
        alone = _seconds(units, 1)
        together = _seconds(units, arguments.width)
    print(f"{len(units)} units x {arguments.records} records, {os.cpu_count()} cores")
    for width, seconds in ((1, alone), (arguments.width, together)):
        print(f"{width} at once: {seconds:8.1f} s, {60 * len(units) / seconds:6.1f} units a minute")
    print(f"ratio: {alone / together:.2f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=40)
    parser.add_argument("--records", type=int, default=500)
    parser.add_argument("--width", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _units(folder: Path, count: int, records: int) -> list[Path]:
    """Units that differ, each with its content alone."""
    units = []
    for number in range(count):
        made = town.project(folder / "town", records, seed=number)
        unit = folder / f"unit-{number:02}"
        unit.mkdir()
        units.append(unit)
        (made / "content").rename(unit / "content")
    return units


def _seconds(units: list[Path], width: int) -> float:
    for unit in units:
        for name in ("output", ".debaty"):
            shutil.rmtree(unit / name, ignore_errors=True)
    words = [*WORDS, "--naraz", str(width), *map(str, units)]
    began = time.perf_counter()
    subprocess.run(words, cwd=town.ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
