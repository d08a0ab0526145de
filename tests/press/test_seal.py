"""A folder that was left as it is known is told from one that was not, without a walk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.outputs import Later, Output, Text
from plugins.press import seal
from plugins.press.digest import of_bytes
from plugins.press.lock import held
from tests.press import makers
from tests.press.makers import Page
from tests.press.project import Project

BODY = "<p>x</p>"
TEXT = of_bytes(BODY.encode())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.texts[TEXT] = BODY
    page = Later(Page, "A", Text(TEXT), (), texts=[TEXT])
    with held(project.root / ".debaty"):
        project.build(
            Output("a/b/index.html", makers.text, page),
            Output("a/index.html", makers.text, Page("B")),
            Output("c/index.html", makers.text, Page("C")),
        )
    assert settled(project)
    return project


def settled(project: Project) -> bool:
    with held(project.root / ".debaty"), project.store() as store:
        return seal.settled(store, "output", project.output) is not None


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that are walked through."""
    found: list[Path] = []
    scan = seal.scan
    monkeypatch.setattr(seal, "scan", lambda folder: (found.append(folder), scan(folder))[1])
    return found


def add(folder: Path) -> None:
    (folder / "a" / "obcy.html").write_text("obcy")


def add_in_a_folder(folder: Path) -> None:
    (folder / "obcy").mkdir()
    (folder / "obcy" / "obcy.html").write_text("obcy")


def take_away(folder: Path) -> None:
    (folder / "a" / "index.html").unlink()


def change(folder: Path) -> None:
    (folder / "a" / "index.html").write_text("inna treść")


def add_and_hide_it(folder: Path) -> None:
    times = (folder / "a").stat()
    add(folder)
    os.utime(folder / "a", ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize("act", [add, add_in_a_folder, take_away, change, add_and_hide_it])
def test_what_is_not_as_it_was_left_is_noticed(
    project: Project, act: Callable[[Path], None]
) -> None:
    act(project.output)
    assert not settled(project)


def test_a_folder_as_it_was_left_is_not_walked_through(project: Project, walks: list[Path]) -> None:
    assert settled(project)
    with held(project.root / ".debaty"):
        assert project.amend(TEXT, "<p>y</p>")
    assert settled(project)
    assert walks == []


def test_a_file_that_came_while_a_run_wrote_beside_it_is_noticed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder's time is that of the run, so only the names in it tell."""
    renewed = seal.renewed

    def beside(*args: object) -> None:
        (project.output / "a" / "b" / "obcy.html").write_text("obcy")
        renewed(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(seal, "renewed", beside)
    with held(project.root / ".debaty"):
        assert project.amend(TEXT, "<p>y</p>")
    assert not settled(project)


def test_pages_shown_early_leave_what_was_touched_to_a_whole_build(project: Project) -> None:
    add(project.output)
    assert project.amend(TEXT, "<p>y</p>", early=True) is None
    assert b"<p>y</p>" in (project.output / "a/b/index.html").read_bytes()
    change(project.output)
    (project.output / "a/b/index.html").write_bytes(b"inny")
    assert project.amend(of_bytes(b"<p>y</p>"), "<p>z</p>", early=True) is None
    assert (project.output / "a/b/index.html").read_bytes() == b"inny"
