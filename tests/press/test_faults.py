"""The disk fails, or the build is killed, at every step in turn: the next build heals."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from plugins.outputs import Bundle, Output
from plugins.press import span, staging
from plugins.press.faults import Midway
from plugins.press.span import Span
from plugins.press.standing import scan
from plugins.problems import Problems
from tests.press import makers
from tests.press.makers import Link, Page
from tests.press.project import Project, Tree

OLD = (
    Output(".well-known/debaty.json", makers.text, Page("znak")),
    Output("a", makers.text, Page("plik")),
    Output("b/index.html", makers.page, Page("B"), "page.html"),
    Output("gone/index.html", makers.text, Page("stara")),
    Bundle("search", makers.index, Page("", links=(Link("A", "a"), Link("B", "b")))),
)
NEW = (
    replace(OLD[0], given=Page("znak 2")),
    Output("a/index.html", makers.text, Page("w folderze")),
    replace(OLD[2], given=Page("B 2")),
    Output("new/deep/index.html", makers.text, Page("nowa")),
    Bundle("search", makers.index, Page("", links=(Link("A 2", "a"), Link("C", "c")))),
)


@pytest.fixture
def wanted(tmp_path: Path) -> Tree:
    """What a clean build of the new plan gives."""
    clean = Project(tmp_path / "clean")
    clean.build(*NEW)
    return clean.tree()


CALLS = (
    (staging, "replace"),
    (staging, "chmod"),
    (staging, "mkdir"),
    (Path, "unlink"),
    (Path, "rmdir"),
    (staging, "lstat"),
    (Path, "read_bytes"),
    (os, "scandir"),
    (shutil, "rmtree"),
)


class Disk:
    """Counts the calls of one function, and fails the ``at``-th."""

    def __init__(self, call: Callable[..., Any], at: int, fault: int) -> None:
        self.call, self.at, self.fault, self.calls = call, at, fault, 0

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.calls += 1
        if self.calls == self.at:
            raise OSError(self.fault, os.strerror(self.fault), str(args[0]) if args else None)
        return self.call(*args, **options)


def build_failing_at(project: Project, place: Any, name: str, at: int) -> bool:
    """Whether the build came so far as to fail."""
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(getattr(place, name), at, errno.ENOSPC)
        patch.setattr(place, name, lambda *args, **options: disk(*args, **options))
        told = told_by_build(project)
    assert (disk.calls >= at) == ("na dysku nie ma miejsca" in told)
    return bool(told)


def told_by_build(project: Project) -> str:
    try:
        project.build(*NEW)
    except Problems as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("place", "name"), CALLS, ids=[name for _, name in CALLS])
def test_a_fault_at_any_call_heals(tmp_path: Path, wanted: Tree, place: Any, name: str) -> None:
    for at in count(1):
        project = Project(tmp_path / str(at))
        project.build(*OLD)
        before = project.tree()
        failed = build_failing_at(project, place, name, at)
        after = project.tree()
        assert all(after[path] in (before.get(path), wanted.get(path)) for path in after)
        project.build(*NEW)
        assert project.tree() == wanted
        assert project.leftovers() == []
        if not failed:
            break
    assert at > 1


def test_a_fault_while_staging_leaves_the_site_untouched(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build(*OLD)
    before, stamps = project.tree(), project.stamps()
    write, calls = staging.write, count(1)

    def failing(file: str, data: bytes) -> None:
        if next(calls) == 3:
            raise OSError(errno.ENOSPC, "full", str(file))
        write(file, data)

    monkeypatch.setattr("plugins.press.finishing.write", failing)
    with pytest.raises(Problems, match="na dysku nie ma miejsca") as error:
        project.build(*NEW)
    assert not isinstance(error.value, Midway)
    assert (project.tree(), project.stamps()) == (before, stamps)
    assert project.leftovers() == []


@pytest.mark.parametrize("at", [1, 2])
def test_a_fault_while_placing_says_that_the_site_may_have_changed(
    project: Project, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    shop, always = project.root / ".debaty", datetime(2026, 1, 1, tzinfo=UTC)
    project.build(*OLD)
    span.note(shop, "output", Span(always, always.replace(year=2027)))
    place, calls = staging.place, count(1)

    def failing(file: str, target: str) -> None:
        if next(calls) == at:
            raise OSError(errno.ENOSPC, "full", str(target))
        place(file, target)

    monkeypatch.setattr("plugins.press.build.place", failing)
    with pytest.raises(Midway, match=r"^output/.*: na dysku nie ma miejsca"):
        project.build(*NEW)
    assert span.read(shop, "output") is None


def test_another_device_is_written_to_in_one_step_too(
    project: Project, wanted: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:

    def across(file: str, target: str) -> None:  # noqa: ARG001
        raise OSError(errno.EXDEV, "cross-device", file)

    project.build(*OLD)
    monkeypatch.setattr(staging, "replace", across)
    project.build(*NEW)
    assert project.tree() == wanted
    with project.store() as store:
        stamps = {path: row[1:3] for path, row in store.outputs("output").items()}
    assert all(stamps[path] == stamp for path, stamp in scan(project.output).files.items())
    assert project.made(*NEW) == []


KILLED = """
import os, sys
from pathlib import Path
from plugins.press import staging
from tests.press.project import Project
from tests.press.test_faults import NEW
place, name, at = sys.argv[2], sys.argv[3], int(sys.argv[4])
owner = {"Path": Path, "staging": staging}[place]
call, calls = getattr(owner, name), 0
def deadly(*args, **options):
    global calls
    calls += 1
    if calls == at:
        os._exit(9)
    return call(*args, **options)
setattr(owner, name, deadly)
Project(Path(sys.argv[1])).build(*NEW)
"""


@pytest.fixture
def published(project: Project) -> Project:
    project.build(*OLD)
    return project


@pytest.mark.parametrize(
    ("place", "name", "at"),
    [
        ("staging", "replace", 1),
        ("staging", "replace", 2),
        ("staging", "replace", 4),
        ("Path", "unlink", 1),
        ("staging", "chmod", 2),
        ("Path", "rmdir", 1),
    ],
)
def test_a_killed_build_heals(
    published: Project, wanted: Tree, place: str, name: str, at: int
) -> None:
    root = str(published.root)
    done = subprocess.run([sys.executable, "-c", KILLED, root, place, name, str(at)], check=False)
    assert done.returncode == 9
    published.build(*NEW)
    assert published.tree() == wanted
    assert published.leftovers() == []
    assert published.made(*NEW) == []


def test_a_first_build_that_was_killed_heals(project: Project, wanted: Tree) -> None:
    root = str(project.root)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, root, "staging", "replace", "3"], check=False
    )
    assert done.returncode == 9
    project.build(*NEW)
    assert project.tree() == wanted


def test_an_edit_that_is_undone_after_a_kill_is_undone(published: Project) -> None:
    before = published.tree()
    root = str(published.root)
    subprocess.run([sys.executable, "-c", KILLED, root, "staging", "replace", "5"], check=False)
    published.build(*OLD)
    assert published.tree() == before


@pytest.mark.parametrize("fault", [errno.EROFS, errno.EACCES, errno.EIO])
def test_every_fault_of_the_disk_is_told_in_polish(
    published: Project, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    disk = Disk(os.replace, 1, fault)
    monkeypatch.setattr(staging, "replace", lambda *args: disk(*args))
    with pytest.raises(Problems) as error:
        published.build(*NEW)
    [problem] = error.value.problems
    assert problem.path.startswith(".debaty/staging/")
    assert " – " in problem.message
