"""Whole small sites: the valid are published, the invalid give exactly the expected problems.

A case holds only what differs from ``tests/sites/base``; an empty file takes one away.
``dowiazania.txt`` names symbolic links (``place -> target``) that git need not carry.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.newsroom.project import SITES, Project


def cases(group: str) -> list[str]:
    return sorted(path.name for path in (SITES / group).iterdir())


WHERE = re.compile(r"content/[^:]+:[0-9]+: [^:–„]+: .+ – .+")
"""A problem with its file, line and key."""


def expected(case: str) -> list[str]:
    return (SITES / "invalid" / case / "expected.txt").read_text("utf-8").splitlines()


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
    assert said.splitlines() == expected(case)


@pytest.mark.parametrize("case", cases("invalid"))
def test_every_problem_says_what_to_do(case: str) -> None:
    assert expected(case)
    for line in expected(case):
        assert line.startswith("content"), line
        assert " – " in line, line


@pytest.mark.parametrize("case", cases("valid"))
def test_a_valid_site_has_no_problem(case: str, tmp_path: Path) -> None:
    project = laid_out(tmp_path, "valid", case)
    assert project.problems() == ()
    assert project.prepare().warnings == ()


def test_there_are_sixty_invalid_sites_that_say_file_line_key_and_what_to_do() -> None:
    told = [(case, line) for case in cases("invalid") for line in expected(case)]
    exact = {case for case, line in told if WHERE.match(line)}
    assert len(exact) >= 60, len(exact)


@pytest.mark.parametrize("case", cases("invalid"))
def test_no_invalid_site_reports_one_place_twice(case: str, tmp_path: Path) -> None:
    said = laid_out(tmp_path, "invalid", case).problems()
    places = Counter((one.path, one.line, one.key) for one in said if one.key)
    assert [place for place, times in places.items() if times > 1] == []
