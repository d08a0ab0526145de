"""Where a build refuses to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.outputs import Output
from plugins.problems import Problems
from tests.press import makers
from tests.press.makers import Page
from tests.press.project import Project

HOME = Output("index.html", makers.text, Page("Start"))
MARKER = Output(".well-known/debaty.json", makers.text, Page("znak"))


@pytest.mark.parametrize(
    "output", [".", "..", "/", "content", "content/x", "theme", "plugins", ".git/x", "notes.txt"]
)
def test_a_dangerous_folder_is_refused(project: Project, output: str) -> None:
    (project.root / "notes.txt").write_text("notatki")
    project.output = project.root / output
    with pytest.raises(Problems, match="OUTPUT_PATH"):
        project.build(HOME)


def test_a_folder_of_something_else_is_refused(project: Project) -> None:
    (project.output / "Zdjęcia").mkdir(parents=True)
    (project.output / "Zdjęcia" / "pies.jpg").write_bytes(b"hau")
    with pytest.raises(Problems, match="nie jest pusty"):
        project.build(HOME)
    assert project.tree() == {"Zdjęcia/": b"", "Zdjęcia/pies.jpg": b"hau"}


def test_a_site_that_was_replaced_by_something_else_is_refused(project: Project) -> None:
    project.build(HOME)
    (project.output / "index.html").unlink()
    (project.output / "praca.doc").write_text("ważne")
    with pytest.raises(Problems, match="nie jest pusty"):
        project.build(HOME)


def test_a_folder_with_the_marker_is_ours_without_a_store(project: Project) -> None:
    project.build(HOME, MARKER)
    (project.root / ".debaty" / "store.sqlite").unlink()
    (project.output / "old.html").write_text("stare")
    assert project.build(HOME, MARKER).removed == ("old.html",)


def test_a_folder_without_the_marker_is_not(project: Project) -> None:
    project.build(HOME)
    (project.root / ".debaty" / "store.sqlite").unlink()
    with pytest.raises(Problems, match="nie jest pusty"):
        project.build(HOME)


def test_an_empty_folder_and_the_preview_are_accepted(project: Project) -> None:
    project.output.mkdir()
    project.build(HOME)
    project.output = project.root / ".debaty" / "preview"
    project.build(HOME)
    assert set(project.tree()) == {"index.html"}


def test_two_sites_share_a_store(project: Project) -> None:
    project.build(HOME)
    other = Project(project.root, "other")
    assert other.made(HOME) == ["index.html"]
    assert project.made(HOME) == other.made(HOME) == []


def test_a_site_may_lie_elsewhere(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project.output = tmp_path_factory.mktemp("elsewhere") / "www"
    project.build(HOME)
    assert project.made(HOME) == []


def test_a_project_may_move_with_its_site(tmp_path: Path) -> None:
    inner = Project(tmp_path / "one")
    inner.build(HOME)
    (tmp_path / "one").rename(tmp_path / "two")
    assert Project(tmp_path / "two").made(HOME) == []
