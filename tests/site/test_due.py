"""``due`` on a real site: built when time has changed it, and at no other moment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk.due import reason_to_build
from plugins.newsroom.warsaw import WARSAW
from plugins.press import span
from plugins.press.span import FILE
from tests.site.project import ROOT, Project, rewritten, stamps, tree

NOTHING = "Nie ma nic do zrobienia. Następna zmiana: "
NEWS = "---\ntytuł: {0}\ndata publikacji: {1}\nstan publikacji: {2}\n---\n{0}.\n"
EMBARGO = "content/aktualnosci/2026/brzoza.md"


@pytest.fixture(scope="module")
def first(first_day: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small site, built on a morning on which a record is awaited at 8:00."""
    project = first_day.copy(tmp_path_factory.mktemp("due") / "wzorcowa")
    project.empty()
    shutil.copytree(ROOT / "tests/sites/base/content", project.root / "content")
    project.write(EMBARGO, NEWS.format("Brzoza", "2026-11-22 08:00", "opublikowany"))
    project.build(day="2026-11-22T06:00")
    return project


@pytest.fixture
def site(first: Project, tmp_path: Path) -> Project:
    return first.copy(tmp_path / "strona")


def due(site: Project, now: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "plugins.desk", "due", "--kod", *words],
        cwd=site.root,
        env={**os.environ, "PYTHONPATH": str(site.root), "BUILD_DATE": now, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_an_embargo_ends_on_its_minute_and_a_day_at_midnight(site: Project) -> None:
    page, before = site.output / "aktualnosci/brzoza/index.html", stamps(site.output)

    early = due(site, "2026-11-22T07:59")
    assert (early.returncode, early.stdout) == (
        3,
        f"{NOTHING}22.11.2026, godz. 08:00 (ukaże się {EMBARGO}).\n",
    )
    assert rewritten(before, stamps(site.output)) == set()

    assert due(site, "2026-11-22T08:00").returncode == 0
    assert page.exists()
    assert due(site, "2026-11-22T23:59").returncode == 3
    assert due(site, "2026-11-23T00:00").returncode == 0
    assert due(site, "2026-11-23T00:00").returncode == 3
    assert "23 listopada 2026" in site.words("index.html")


def test_faulty_content_fails_and_is_still_due_afterwards(site: Project) -> None:
    site.write("content/aktualnosci/2026/zla.md", NEWS.format("Zła", "2026-02-30", "szkic"))
    before = tree(site.output)

    for _ in range(2):
        failed = due(site, "2026-11-22T08:00")
        assert failed.returncode == 1
        assert "zla.md:3: data publikacji: " in failed.stderr
        assert "Strona nie została zmieniona." in failed.stderr
    assert tree(site.output) == before
    assert due(site, "2026-11-22T07:59").returncode == 3


def reason(site: Project, now: str, version: str = "") -> str:
    """Why ``due`` would build the output; without a run."""
    noted = span.read(site.root / ".debaty", "output")
    return reason_to_build(
        noted, datetime.fromisoformat(now).replace(tzinfo=WARSAW), site.output, version
    )


def test_a_build_of_another_day_is_not_taken_for_today(site: Project) -> None:
    site.build(day="2027-03-01")
    assert "zegar się cofnął" in reason(site, "2026-11-22 09:00")
    site.build(day="2026-03-01")
    assert "nadeszła zmiana" in reason(site, "2026-11-22 09:00")
    site.build(day="2026-11-22")  # midnight: the same day, but before the embargo's end
    assert reason(site, "2026-11-22 07:59") == ""
    assert "nadeszła zmiana" in reason(site, "2026-11-22 09:00")


def test_pelican_run_by_itself_leaves_it_too(site: Project) -> None:
    for words in ((), ("-s", "publishconf.py")):
        (site.root / ".debaty" / FILE).unlink()
        assert site.pelican(*words, day="2026-11-22T06:00").returncode == 0
        assert reason(site, "2026-11-22 06:00") == ""


def test_a_preview_or_a_site_elsewhere_says_nothing_of_the_output(
    site: Project, tmp_path: Path
) -> None:
    noted = (site.root / ".debaty" / FILE).read_bytes()
    site.build("-o", ".debaty/preview", "-e", "DRAFTS=true", day="2026-11-22T09:00")
    assert (site.root / ".debaty" / FILE).read_bytes() == noted

    site.build("-o", str(tmp_path / "www"), day="2026-11-22T09:00")
    assert due(site, "2026-11-22T09:00", "--output", str(tmp_path / "www")).returncode == 3
    assert reason(site, "2026-11-22 07:00") == ""
    assert "nadeszła zmiana" in reason(site, "2026-11-22 09:00")


def test_drafts_in_the_output_are_built_away(site: Project) -> None:
    site.build("-e", "DRAFTS=true", day="2026-11-22T06:00")
    assert "nie wiadomo, do kiedy" in reason(site, "2026-11-22 06:00")


def test_a_version_is_built_once(site: Project) -> None:
    codes = [due(site, "2026-11-22T06:00", "--wersja", "1f").returncode for _ in range(2)]
    assert codes == [0, 3]
    assert "innej wersji" in reason(site, "2026-11-22 06:00", "2a")


def test_why_asks_about_a_source_and_fails_when_there_is_no_page(site: Project) -> None:
    def why(path: str) -> subprocess.CompletedProcess[str]:
        return site.pelican("-s", "publishconf.py", "-e", f'WHY="{path}"', day="2026-11-22T06:00")

    page = why("content/strony/kontakt.md")
    assert page.returncode == 0
    assert "„/kontakt/index.html” jest aktualny." in page.stdout
    for path in (EMBARGO, "nie-ma/"):
        missing = why(path)
        assert (missing.returncode, missing.stdout) == (1, "")
        assert "Witryna nie ma strony ani pliku" in missing.stderr
