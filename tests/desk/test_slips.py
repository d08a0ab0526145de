"""What officers really mistype: each slip is a small file, found at its place with its words.

``tests/slips/expected.txt`` holds one line a problem: the file, its line, its key, and how what
is said begins (lists of all keys of a kind are left out).
"""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk.looking import look
from plugins.newsroom.dates import WARSAW
from plugins.problems import Problem

SLIPS = Path(__file__).resolve().parents[1] / "slips"
NOW = datetime(2026, 11, 22, tzinfo=WARSAW)
FILES = sorted(path for path in SLIPS.glob("*/*.md"))
NAME = re.compile(r"(?:uwaga: )?([a-z]+/[a-z0-9-]+\.md)")
EXPECTED = (SLIPS / "expected.txt").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A unit, a page, and the records that the slips name."""
    root = tmp_path_factory.mktemp("slips")
    for folder in (SLIPS.parent / "sites/base", SLIPS / "base"):
        shutil.copytree(folder, root, dirs_exist_ok=True)
    return root


def place(slip: Path) -> str:
    """Where the file would stand; a request's name is its number."""
    kind = slip.parent.name
    return f"content/{kind}/{'w-2026-009' if kind == 'wnioski' else slip.stem}.md"


def told(slip: Path, problem: Problem, level: str) -> str:
    """As a line of ``expected.txt``, without the rule's name."""
    name = f"{slip.parent.name}/{slip.name}"
    if problem.path != place(slip):
        name = f"{name}: {problem.path}"
    said = re.sub(r" \(reguła „[^”]*”\)$", "", problem.message)
    return ": ".join(filter(None, (f"{level}{name}:{problem.line}", problem.key, said)))


def test_the_base_has_no_problem(base: Path) -> None:
    seen = look(base, NOW)
    assert (seen.errors, seen.warnings) == ((), ())


@pytest.mark.parametrize("slip", FILES, ids=lambda slip: slip.stem)
def test_a_slip_is_found_where_it_stands(slip: Path, base: Path) -> None:
    seen = look(base, NOW, instead={place(slip): slip.read_bytes()})
    said = [told(slip, one, "") for one in seen.errors]
    said += [told(slip, one, "uwaga: ") for one in seen.warnings]
    name = f"{slip.parent.name}/{slip.name}"
    wanted = [line for line in EXPECTED if NAME.match(line)[1] == name]
    assert len(said) == len(wanted), said
    for one, beginning in zip(said, wanted, strict=True):
        assert one.startswith(beginning)


def test_there_are_at_least_sixty_and_each_tells_what_to_do() -> None:
    assert len(FILES) >= 60
    assert {NAME.match(line)[1] for line in EXPECTED} == {
        f"{path.parent.name}/{path.name}" for path in FILES
    }
    assert [line for line in EXPECTED if " – " not in line] == []
