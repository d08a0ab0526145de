"""One site that carries every payload, built once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.site import files
from tests.newsroom.project import write
from tests.once import once
from tests.site.conftest import first_day as first_day
from tests.site.project import Project

ROUNDS = 5
"""Records a kind that share the payloads: the fewest whose heads are not too long."""


@pytest.fixture(scope="session")
def hostile(first_day: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Built; for reading only."""

    def make(folder: Path) -> None:
        project = first_day.copy(folder)
        write(project.root, files(ROUNDS))
        project.build()

    return Project(once(tmp_path_factory, "hostile", make))
