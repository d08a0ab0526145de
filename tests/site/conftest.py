"""Two built sites, made once a run, and a fresh copy for each test that changes something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.once import once
from tests.site.project import Project
from tests.site.test_edges import bare


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample site as built on one day; for reading only."""
    return Project(once(tmp_path_factory, "wzorcowa", lambda at: Project.copied(at).build()))


@pytest.fixture(scope="session")
def first_day(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A built site with next to nothing in it; for reading only, and for copies.

    With other content in a copy, its build makes no more than that content adds.
    """
    return Project(once(tmp_path_factory, "pierwszy-dzien", lambda at: bare(at).build()))


@pytest.fixture
def project(sample: Project, tmp_path: Path) -> Project:
    """A built copy that a test may change; times and store come along."""
    copy = sample.copy(tmp_path / "projekt")
    copy.build()  # stamps hold inodes, which copying changed; from here on nothing is new
    return copy


@pytest.fixture
def unit(first_day: Project, tmp_path: Path) -> Project:
    """A copy of the nearly empty site that a test may fill."""
    return first_day.copy(tmp_path / "p")
