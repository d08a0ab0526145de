"""Whole small sites: the valid are published, the invalid give exactly the expected problems.

A case holds only what differs from ``tests/sites/base``; an empty file takes one away.
``dowiazania.txt`` names symbolic links (``place -> target``) that git need not carry.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.newsroom.project import SITES, Project


def cases(group: str) -> list[str]:
    return sorted(path.name for path in (SITES / group).iterdir())


def laid_out(root: Path, group: str, case: str) -> Project:
    """A copy of a case over the base, with its links made."""
    shutil.copytree(SITES / "base", root, dirs_exist_ok=True)
    shutil.copytree(SITES / group / case, root, dirs_exist_ok=True)
    if (root / "content/strony/kontakt.md").stat().st_size == 0:
        (root / "content/strony/kontakt.md").unlink()
    links = root / "dowiazania.txt"
    for line in links.read_text("utf-8").splitlines() if links.exists() else ():
        place, _, target = line.partition(" -> ")
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).symlink_to(target)
    return Project(root)


@pytest.mark.parametrize("case", cases("invalid"))
def test_an_invalid_site_gives_exactly_its_problems(case: str, tmp_path: Path) -> None:
    if sys.platform == "win32" and (SITES / "invalid" / case / "dowiazania.txt").exists():
        pytest.skip("symbolic links need rights on Windows")
    said = "".join(f"{problem}\n" for problem in laid_out(tmp_path, "invalid", case).problems())
    assert said == (SITES / "invalid" / case / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("case", cases("invalid"))
def test_every_problem_says_what_to_do(case: str) -> None:
    for line in (SITES / "invalid" / case / "expected.txt").read_text("utf-8").splitlines():
        assert line.startswith("content"), line
        assert " – " in line, line


@pytest.mark.parametrize("case", cases("valid"))
def test_a_valid_site_has_no_problem(case: str, tmp_path: Path) -> None:
    project = laid_out(tmp_path, "valid", case)
    assert project.problems() == ()
    assert project.prepare().warnings == ()
