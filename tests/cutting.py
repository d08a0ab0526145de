"""A build or a publication cut at one operation in so many, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.site.project import ROOT


def rounds(module: str, folder: Path, stride: int, *words: str) -> list[str]:
    """What the cutter ``module`` printed, a line for each way of cutting; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", module, str(folder), str(stride), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()
