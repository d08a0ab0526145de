"""Cold, unchanged and one-edit builds of thousands of records, beside stock Pelican.

    .venv/bin/python -m bench.scale --records 10000 --runs 3

Prints a table of wall seconds and peak memory; every figure is a median of ``--runs``.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import stock, town

EDITED = "debaty"


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
        project = town.project(Path(folder) / "miasto", arguments.records)
        rows = _ours(project, arguments.runs)
        if arguments.stock:
            rows.update(_stock(project, Path(folder) / "stock", arguments.runs))
    _print(rows, arguments.records)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3, help="runs of each figure (median)")
    parser.add_argument("--stock", action="store_true", help="stock Pelican on the same texts")
    return parser.parse_args()


Figure = tuple[float, float]
"""Wall seconds, peak memory of the largest process in MB."""


def _ours(project: Path, runs: int) -> dict[str, Figure]:
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "errors"]
    build = partial(_timed, command, project)
    edited = sorted((project / "content" / EDITED).rglob("wpis-*.md"))
    return {
        "cold": _median(build, partial(_clean, project), 1 if runs < 3 else 2),
        "unchanged": _median(build, lambda: None, runs),
        "one body edited": _median(build, lambda: _edit(edited[len(edited) // 2]), runs),
        "one title edited": _median(build, lambda: _retitle(edited[len(edited) // 2]), runs),
        "one news item added": _median(build, lambda: _add(project), runs),
    }


def _clean(project: Path) -> None:
    for name in ("output", ".debaty"):
        shutil.rmtree(project / name, ignore_errors=True)


def _edit(file: Path) -> None:
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\nDopisane zdanie {time.time_ns()}.\n")


def _retitle(file: Path) -> None:
    text = file.read_text("utf-8").split("\n")
    text[1] = f"tytuł: Zmieniony tytuł {time.time_ns()}"
    file.write_text("\n".join(text), "utf-8")


def _add(project: Path) -> None:
    file = project / "content" / "aktualnosci" / f"nowa-{time.time_ns()}.md"
    file.write_text("---\ntytuł: Nowa\ndata publikacji: 2026-10-30\n---\nTreść.\n", "utf-8")


def _stock(project: Path, folder: Path, runs: int) -> dict[str, Figure]:
    stock.site(project / "content", folder)
    command = [sys.executable, "-m", "pelican", "-s", "conf.py"]
    build = partial(_timed, command, folder)
    edited = sorted((folder / "content").rglob("*.md"))[100]
    return {
        "stock Pelican, cold": _median(build, lambda: None, 1),
        "stock Pelican, one body edited": _median(
            build, lambda: _edit(edited), 1 if runs < 3 else 2
        ),
    }


def _median(build: Callable[[], Figure], before: Callable[[], None], runs: int) -> Figure:
    figures = []
    for _ in range(runs):
        before()
        figures.append(build())
    seconds, memory = zip(*figures, strict=True)
    return statistics.median(seconds), statistics.median(memory)


def _timed(command: list[str], folder: Path) -> Figure:
    environment = {**os.environ, "BUILD_DATE": "2026-11-22"}
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: exit {status}")
    peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return time.perf_counter() - began, peak


def _print(rows: dict[str, Figure], records: int) -> None:
    cold = rows["cold"][0]
    print(f"{records} records, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"{'':34}{'wall s':>9}{'MB':>8}{'of cold':>9}")
    for name, (seconds, memory) in rows.items():
        print(f"{name:34}{seconds:9.2f}{memory:8.0f}{seconds / cold:9.1%}")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
