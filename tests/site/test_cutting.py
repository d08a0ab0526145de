"""A whole build killed, or failed by the disk, at operations in turn: the next one heals."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cutting import rounds

STRIDES = {"edit": 47, "body": 23}
"""One operation in so many; ``python -m bench.faults`` cuts at each, and at SQLite's own."""


@pytest.mark.parametrize("edit", STRIDES)
def test_cut_off_anywhere_a_build_heals(edit: str, tmp_path: Path) -> None:
    """Of an edit that goes the whole way, and of one of a body alone."""
    lines = rounds("tests.site.cutting", tmp_path, STRIDES[edit], edit)
    counted = {line.split(":")[0]: int(line.split()[-1]) for line in lines}
    assert counted.keys() == {f"{edit} kill", f"{edit} fault"}
    assert min(counted.values()) > 2 * STRIDES[edit]
