"""Files are put into place whole, never over another's work, and nothing is left beside them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.desk.writing import files
from plugins.desk.writing.files import Taken


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refuse(*_: object) -> None:
    raise OSError(95, "Operation not supported")


@pytest.fixture(params=["links", "no links"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a file system with or without hard links."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", refuse)
    return tmp_path


def test_a_new_file_makes_its_folders(folder: Path) -> None:
    files.create(folder / "2027/x.md", b"a")

    assert (folder / "2027/x.md").read_bytes() == b"a"
    assert names(folder / "2027") == ["x.md"]
    assert (folder / "2027/x.md").stat().st_mode & 0o600 == 0o600


def test_a_new_file_never_takes_anothers_place(folder: Path) -> None:
    (folder / "x.md").write_bytes(b"old")

    with pytest.raises(Taken):
        files.create(folder / "x.md", b"new")

    assert (folder / "x.md").read_bytes() == b"old"
    assert names(folder) == ["x.md"]


def test_a_file_that_someone_changed_is_left_alone(folder: Path) -> None:
    (folder / "x.md").write_bytes(b"theirs")

    with pytest.raises(Taken):
        files.replace(folder / "x.md", b"old", b"ours")
    with pytest.raises(Taken):
        files.replace(folder / "gone.md", b"old", b"ours")

    assert (folder / "x.md").read_bytes() == b"theirs"
    assert names(folder) == ["x.md"]


def test_a_file_keeps_its_rights(folder: Path) -> None:
    (folder / "x.md").write_bytes(b"old")
    (folder / "x.md").chmod(0o640)

    files.replace(folder / "x.md", b"old", b"new")

    assert (folder / "x.md").read_bytes() == b"new"
    assert (folder / "x.md").stat().st_mode & 0o777 == 0o640


def test_an_interrupted_write_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        files.create(folder / "x.md", b"a")

    assert names(folder) == []
