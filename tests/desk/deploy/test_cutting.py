"""Publishing killed, or failed by the disk, at operations in turn: old or new, never between."""

from __future__ import annotations

from pathlib import Path

from tests.cutting import rounds

STRIDE = 17
"""One operation in so many; ``python -m tests.desk.deploy.cutting FOLDER 1`` cuts at each."""


def test_cut_off_anywhere_the_place_is_old_or_new_and_the_next_run_heals(tmp_path: Path) -> None:
    lines = rounds("tests.desk.deploy.cutting", tmp_path, STRIDE)
    counted = {line.rpartition(" ")[0]: int(line.split()[-1]) for line in lines}
    assert counted.keys() == {
        f"{step} {kind}"
        for step in ("pierwsze", "następne", "powrót")
        for kind in ("kill", "fault")
    }
    assert min(counted["pierwsze kill"], counted["następne fault"]) > 100
