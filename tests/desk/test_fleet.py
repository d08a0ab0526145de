"""Many units' sites as one queue: each its own, over one theme, and what failed is told."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from plugins.desk import fleet
from plugins.desk.fleet import SHOWN, Unit, build, built, report
from tests.site.conftest import first_day as first_day
from tests.site.project import TODAY, Project, tree

ENVIRONMENT = {**os.environ, "BUILD_DATE": TODAY, "EXECUTOR": "1"}


@pytest.fixture
def unit(first_day: Project, tmp_path: Path) -> Path:
    """A unit's folder: neither theme nor plugins are in it."""
    for name in ("content", ".debaty", "output"):
        shutil.copytree(first_day.root / name, tmp_path / "kpp" / name)
    return tmp_path / "kpp"


def test_a_unit_over_the_shared_theme_has_the_site_it_would_have_alone(
    unit: Path, first_day: Project
) -> None:
    (unit / "output/index.html").unlink()
    done = build(unit, ENVIRONMENT)
    assert (done.code, done.problems) == (0, ())
    assert ", zapisane: 1, " in done.said
    assert tree(unit / "output") == tree(first_day.output)


def test_a_unit_that_fails_tells_its_problems(unit: Path) -> None:
    (unit / "content/aktualnosci").mkdir()
    (unit / "content/aktualnosci/zla.md").write_text("---\ntytuł: X\n---\nX.\n", "utf-8")
    done = build(unit, ENVIRONMENT)
    assert done.code == 1
    assert done.problems[0].startswith("content/aktualnosci/zla.md:")
    assert " – " in done.problems[0]
    assert "BŁĄD" in report([done], 1.0)


def test_a_folder_without_content_is_no_unit(tmp_path: Path) -> None:
    done = build(tmp_path, ENVIRONMENT)
    assert (done.code, done.problems) == (
        1,
        ("nie ma tu folderu content – podaj folder jednostki",),
    )


def test_units_are_built_at_once_and_told_in_order() -> None:
    """Two that wait for each other end only if both are being built."""
    meeting = threading.Barrier(2, timeout=60)

    def one(folder: Path) -> Unit:
        meeting.wait()
        return Unit(folder, 0, 0.0, "", ())

    folders = [Path(name) for name in "dcba"]
    seen: list[tuple[int, int]] = []
    units = built(folders, one, 2, lambda done, total: seen.append((done, total)))
    assert [unit.folder for unit in units] == folders
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_others_are_built_though_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def one(folder: Path, environment: dict[str, str]) -> Unit:
        told = tuple(f"p{n}" for n in range(SHOWN + 2)) if folder.name == "a" else ()
        assert environment["BUILD_DATE"] == "2026-03-01"
        return Unit(folder, len(told), 0.0, "", told)

    monkeypatch.setattr(fleet, "build", one)
    words = [str(tmp_path / name) for name in ("a", "b", "b/", "c")]
    code = fleet.run(fleet.COMMAND.parse([*words, "--data", "2026-03-01", "--naraz", "1"]))
    said = capsys.readouterr().out
    assert code == 1
    assert [line.split()[0] for line in said.splitlines()[:3]] == ["dobrze", "dobrze", "BŁĄD"]
    assert "    i jeszcze 2" in said
    assert "Zbudowano 2 z 3 stron" in said
