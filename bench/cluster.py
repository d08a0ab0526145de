"""A theme edit on a Dask cluster of local workers, beside the local pool: seconds and bytes.

.venv/bin/python -m bench.cluster --records 10000 --workers 2
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench import town
from tests.site.project import tree

BASE = "theme/templates/layout.html"
BUILD = (sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "errors")


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
        project = town.project(Path(folder) / "miasto", arguments.records)
        processes = str(arguments.workers)
        _seconds(project, processes)
        with _cluster(project, arguments.workers) as address:
            ways = {"pool": processes, "cluster": address}
            figures: dict[str, list[float]] = {name: [] for name in ways}
            for _ in range(arguments.runs):
                for name, executor in ways.items():  # in turn: noise meets both alike
                    _edit(project)
                    figures[name].append(_seconds(project, executor))
            there = tree(project / "output")
        for name in ("output", ".debaty"):
            (project / name).rename(project / f"{name}-there")
        _seconds(project, processes)
        same = there == tree(project / "output")
    medians = {name: statistics.median(found) for name, found in figures.items()}
    print(f"{arguments.records} records, {len(there)} files, {os.cpu_count()} cores")
    for name, seconds in medians.items():
        print(f"{name:8}{seconds:8.1f} s")
    print(f"ratio: {medians['cluster'] / medians['pool']:.2f}; same bytes: {same}")
    sys.exit(not same)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--runs", type=int, default=5)
    return parser.parse_args()


@contextmanager
def _cluster(project: Path, count: int) -> Iterator[str]:
    """Workers of the project's own plugins, as its build has them."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(project), *_paths()])}
    code = (
        "import sys, distributed\n"
        "if __name__ == '__main__':\n"
        f"    with distributed.LocalCluster({count}, threads_per_worker=1,\n"
        "            host='127.0.0.1', dashboard_address=':0') as local:\n"
        "        print(local.scheduler_address, flush=True)\n"
        "        sys.stdin.read()\n"
    )
    file = project.parent / "cluster.py"
    file.write_text(code, "utf-8")
    start = partial(subprocess.Popen, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with start([sys.executable, str(file)], cwd=project, env=environment) as process:
        assert process.stdout
        assert process.stdin
        yield process.stdout.readline().strip()
        process.stdin.close()


def _paths() -> list[str]:
    return [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]


def _edit(project: Path) -> None:
    """A word in the head of every page, as no build has had it."""
    file = project / BASE
    text = file.read_text("utf-8")
    file.write_text(text.replace("</body>", f"<!-- {time.time_ns()} --></body>"), "utf-8")


def _seconds(project: Path, executor: str) -> float:
    environment = {**os.environ, "BUILD_DATE": "2026-11-22", "EXECUTOR": executor}
    began = time.perf_counter()
    subprocess.run(BUILD, cwd=project, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
