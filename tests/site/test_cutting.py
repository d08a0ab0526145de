"""A whole build killed, or failed by the disk, at operations in turn: the next one heals."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.site.project import ROOT

STRIDE = 47
"""One operation in so many; ``python -m bench.faults`` cuts at each, and at SQLite's own."""


def test_cut_off_anywhere_a_build_heals(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.site.cutting", str(tmp_path), str(STRIDE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rounds = {line.split(":")[0]: int(line.split()[-1]) for line in done.stdout.splitlines()}
    assert rounds.keys() == {"edit kill", "edit fault"}
    assert min(rounds.values()) > 2 * STRIDE
