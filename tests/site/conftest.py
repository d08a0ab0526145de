"""The sample site, built once a run, and a fresh copy for each test that changes something."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.project import Project


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample site as built on one day; for reading only."""
    project = Project.copied(tmp_path_factory.mktemp("site") / "wzorcowa")
    project.build()
    return project


@pytest.fixture
def project(sample: Project, tmp_path: Path) -> Project:
    """A built copy that a test may change; times and store come along."""
    target = tmp_path / "projekt"
    shutil.copytree(sample.root, target, symlinks=True)
    copy = Project(target)
    copy.build()  # stamps hold inodes, which copying changed; from here on nothing is new
    return copy
