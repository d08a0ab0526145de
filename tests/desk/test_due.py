"""``due``: a reason to build, or the word that there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.desk.due import reason_to_build, told
from plugins.newsroom.warsaw import WARSAW
from plugins.press import span
from plugins.press.span import Span
from tests.desk.conftest import ROOT, Kit


def warsaw(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


STANDS = Span(
    warsaw("2026-11-22 08:00").astimezone(UTC), warsaw("2026-11-23 00:00").astimezone(UTC)
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "output").mkdir()
    (tmp_path / "output/index.html").touch()
    return tmp_path / "output"


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        ("2026-11-22 07:59", "zegar się cofnął"),
        ("2026-11-22 08:00", ""),
        ("2026-11-22 23:59", ""),
        ("2026-11-23 00:00", "nadeszła zmiana – 23.11.2026, godz. 00:00 (nowy dzień)"),
        ("2027-11-23 00:00", "nadeszła zmiana"),
    ],
)
def test_the_moment_decides(output: Path, now: str, reason: str) -> None:
    said = reason_to_build(STANDS, warsaw(now), output)
    assert said.startswith(reason)
    assert bool(said) is bool(reason)


def test_another_version_of_the_sources_decides_too(output: Path) -> None:
    now, named = warsaw("2026-11-22 12:00"), STANDS._replace(version="1f")
    assert "innej wersji" in reason_to_build(STANDS, now, output, "1f")
    assert "innej wersji" in reason_to_build(named, now, output, "2a")
    assert reason_to_build(named, now, output, "1f") == ""
    assert reason_to_build(named, now, output) == ""


def test_without_a_site_or_without_knowledge_it_is_built(tmp_path: Path, output: Path) -> None:
    now = warsaw("2026-11-22 12:00")
    assert "nie wiadomo" in reason_to_build(None, now, output)
    (tmp_path / "pusty").mkdir()
    for folder in (tmp_path / "pusty", tmp_path / "nie-ma"):
        assert "nie ma gotowej strony" in reason_to_build(STANDS, now, folder)


def test_what_is_awaited_is_named() -> None:
    at_eight = STANDS._replace(until=warsaw("2026-11-22 08:00"), awaited=("content/a.md",))
    at_midnight = STANDS._replace(awaited=("content/a.md", "content/b.md"))
    assert told(at_eight) == "22.11.2026, godz. 08:00 (ukaże się content/a.md)"
    assert told(at_midnight).endswith("(nowy dzień; ukaże się content/a.md, content/b.md)")


# -- the command, with a stand-in for Pelican --------------------------------------


@pytest.fixture
def stands(kit: Kit) -> Kit:
    """A kit with a site that stands from 8:00 on until midnight."""
    (kit.root / "output").mkdir()
    (kit.root / "output/index.html").write_text("stoi", "utf-8")
    (kit.root / ".debaty").mkdir()
    span.note(kit.root / ".debaty", "output", STANDS)
    return kit


def test_nothing_due_is_told_and_pelican_is_not_run(stands: Kit) -> None:
    quiet = stands.desk("due", now="2026-11-22T12:00")
    coded = stands.desk("due", "--kod", now="2026-11-22T12:00")

    told_so = "Nie ma nic do zrobienia. Następna zmiana: 23.11.2026, godz. 00:00 (nowy dzień).\n"
    assert (quiet.returncode, coded.returncode) == (0, 3)
    assert quiet.stdout == coded.stdout == told_so
    assert stands.runs() == []
    assert (stands.root / "output/index.html").read_text("utf-8") == "stoi"


def test_what_is_due_is_built_as_build_does(stands: Kit) -> None:
    done = stands.desk("due", "--kod", now="2026-11-23T00:00")
    stands.desk("build", now="2026-11-23T00:00")

    assert done.returncode == 0
    assert done.stdout == "Buduję: nadeszła zmiana – 23.11.2026, godz. 00:00 (nowy dzień).\n"
    due, build = stands.runs()
    assert due == build


def test_a_folder_of_its_own_and_a_version_are_handed_on(stands: Kit, tmp_path: Path) -> None:
    words = ("due", "--output", "www", "--wersja", "1f")
    done = stands.desk(*words, cwd=tmp_path, now="2026-11-22T12:00")

    assert "w folderze www nie ma gotowej strony" in done.stdout
    (run,) = stands.runs()
    given = ["-o", str(tmp_path / "www"), "-e", 'SOURCE_VERSION="1f"']
    assert run["arguments"][-4:] == given


def test_a_build_that_fails_gives_its_code(stands: Kit) -> None:
    (stands.root / "content/index.html").write_text("ŹLE", "utf-8")

    failed = stands.desk("due", "--kod", now="2026-11-23T00:00")

    assert failed.returncode == 1
    assert failed.stderr == "content/index.html:1: źle – popraw\n"


def test_a_moment_that_is_none_is_told(stands: Kit) -> None:
    failed = stands.desk("due", now="jutro")

    assert failed.returncode == 1
    assert failed.stderr.startswith("BUILD_DATE: „jutro” nie jest dniem – ")
    assert stands.runs() == []


def test_settings_decide_as_in_a_build(stands: Kit) -> None:
    """Those of publishing first, and a moment that is written out before the environment."""
    span.note(stands.root / ".debaty", "www", STANDS)
    (stands.root / "output").rename(stands.root / "www")
    said = {}
    for name, day, folder in (
        ("pelicanconf.py", "2026-11-23", "output"),
        ("publishconf.py", "2026-11-22T12:00", "www"),
    ):
        written = f'import nothing_there\nBUILD_DATE = "{day}"\nOUTPUT_PATH: str = "{folder}"\n'
        (stands.root / name).write_text(written, "utf-8")
        said[name] = stands.desk("due", "--kod", now="2026-11-23T12:00")
    assert "w folderze output nie ma gotowej strony" in said["pelicanconf.py"].stdout
    assert said["publishconf.py"].returncode == 3, said["publishconf.py"].stderr


def test_settings_that_make_the_moment_leave_it_to_the_environment(stands: Kit) -> None:
    shutil.copy(ROOT / "pelicanconf.py", stands.root)
    shutil.copy(ROOT / "publishconf.py", stands.root)
    assert stands.desk("due", "--kod", now="2026-11-22T12:00").returncode == 3
    assert stands.desk("due", "--kod", now="2026-11-23T12:00").returncode == 0


def test_to_ask_loads_neither_pelican_nor_a_reader_of_content(stands: Kit) -> None:
    asked = subprocess.run(
        [sys.executable, "-P", "-X", "importtime", "-m", "plugins.desk", "due"],
        cwd=stands.root,
        env={**os.environ, "PYTHONPATH": str(stands.root), "BUILD_DATE": "2026-11-22T12:00"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in asked.stderr.splitlines()}
    assert "plugins.press.span" in loaded
    heavy = ("pelican", "yaml", "msgspec", "markdown", "sqlite3", "jinja2", "filelock")
    assert not [name for name in loaded if name.partition(".")[0] in heavy]
