"""Who reads while the site is published sees whole pages, of one edition after another."""

from __future__ import annotations

from pathlib import Path

from tests.desk.deploy.polling import is_in_order, polled

READS = 1000
"""``python -m tests.desk.deploy.polling FOLDER 3000`` reads longer."""


def test_no_page_is_missing_cut_or_mixed(tmp_path: Path) -> None:
    reader, shown = polled(tmp_path / "miejsce", READS)
    assert reader.wrong == []
    assert len(reader.editions) >= READS
    assert len(set(reader.editions)) > 1
    assert is_in_order(reader.editions, shown)
