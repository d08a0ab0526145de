"""A stand for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.deploy.stand import OLD, Stand


@pytest.fixture
def stand(tmp_path: Path) -> Stand:
    """A built site, and an empty place for its editions."""
    (tmp_path / "projekt").mkdir()
    stand = Stand(tmp_path / "projekt", f"folder:{tmp_path / 'www'}")
    stand.build(OLD)
    return stand
