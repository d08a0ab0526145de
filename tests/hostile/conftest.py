"""One site that carries every payload, built once a run."""

from __future__ import annotations

import pytest

from tests.hostile.site import files
from tests.newsroom.project import write
from tests.site.project import Project
from tests.site.test_edges import bare

ROUNDS = 5
"""Records a kind that share the payloads: the fewest whose heads are not too long."""


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Built; for reading only."""
    project = bare(tmp_path_factory.mktemp("hostile") / "p")
    write(project.root, files(ROUNDS))
    project.build()
    return project
