"""Publishing killed, or failed by the disk, at operations in turn: old or new, never between."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.desk.conftest import ROOT

STRIDE = 17
"""One operation in so many; ``python -m tests.desk.deploy.cutting FOLDER 1`` cuts at each."""


def test_cut_off_anywhere_the_place_is_old_or_new_and_the_next_run_heals(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.desk.deploy.cutting", str(tmp_path), str(STRIDE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rounds = {line.rpartition(" ")[0]: int(line.split()[-1]) for line in done.stdout.splitlines()}
    assert rounds.keys() == {
        f"{step} {kind}"
        for step in ("pierwsze", "następne", "powrót")
        for kind in ("kill", "fault")
    }
    assert min(rounds["pierwsze kill"], rounds["następne fault"]) > 100
