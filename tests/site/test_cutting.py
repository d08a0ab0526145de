"""A whole build killed, or failed by the disk, at operations in turn: the next one heals."""

from __future__ import annotations

from pathlib import Path

from tests.cutting import rounds

STRIDE = 47
"""One operation in so many; ``python -m bench.faults`` cuts at each, and at SQLite's own."""


def test_cut_off_anywhere_a_build_heals(tmp_path: Path) -> None:
    lines = rounds("tests.site.cutting", tmp_path, STRIDE)
    counted = {line.split(":")[0]: int(line.split()[-1]) for line in lines}
    assert counted.keys() == {"edit kill", "edit fault"}
    assert min(counted.values()) > 2 * STRIDE
