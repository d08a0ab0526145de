"""The same content on different days, and the same day everywhere."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.project import Project, tree


def phase(project: Project, name: str) -> str:
    """The badge of a debate's page."""
    page = LexborHTMLParser(project.text(f"debaty/{name}/index.html"))
    badge = page.css_first("main .badge")
    assert badge is not None
    return " ".join(badge.text().split())


def test_phases_and_archival_labels_follow_the_day(project: Project) -> None:
    project.build(day="2026-03-01")
    assert phase(project, "bezpieczna-droga-do-szkoly") == "Zapowiedziana"
    assert "Ostrzeżenie nieaktualne" not in project.text("aktualnosci/lod-na-zalewie/index.html")
    project.build(day="2027-03-01")
    assert phase(project, "bezpieczna-droga-do-szkoly") == "Ze sprawozdaniem"
    assert "Ostrzeżenie nieaktualne" in project.text("aktualnosci/lod-na-zalewie/index.html")
    assert "po terminie" in phase(project, "park-miejski-po-zmroku")


def test_nothing_of_the_future_is_in_any_file(project: Project) -> None:
    project.write(
        "content/aktualnosci/2026/pozniej.md",
        "---\ntytuł: Zupełnie nieznane słowo brzozokwiat\n"
        "data publikacji: 2026-12-01 08:00\n---\nBrzozokwiat.\n",
    )
    project.write(
        "content/aktualnosci/2026/szkic.md",
        "---\ntytuł: Szkicowe słowo wierzbokwiat\ndata publikacji: 2026-01-01\n"
        "stan publikacji: szkic\n---\nWierzbokwiat.\n",
    )
    project.build(day="2026-12-01T07:59")
    published = b"".join(tree(project.output).values()).lower()
    assert b"brzozokwiat" not in published
    assert b"wierzbokwiat" not in published
    project.build(day="2026-12-01T08:00")
    assert "brzozokwiat" in project.text("aktualnosci/pozniej/index.html").lower()


@pytest.mark.skipif(sys.platform == "win32", reason="umask and TZ are of POSIX")
def test_the_same_day_gives_the_same_bytes_anywhere(sample: Project, tmp_path: Path) -> None:
    other = Project.copied(tmp_path / "zupełnie inna ścieżka" / "kopia")
    environment = {
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "HOME": str(tmp_path),
        "PYTHONHASHSEED": "4711",
        "EXECUTOR": "2",  # the sample's is one process
    }
    mask = os.umask(0o077)
    try:
        done = other.pelican("-s", "publishconf.py", environment=environment, apart=True)
    finally:
        os.umask(mask)
    assert done.returncode == 0, done.stderr
    ours, theirs = tree(sample.output), tree(other.output)
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_a_day_that_is_none_is_named(tmp_path: Path) -> None:
    project = Project.copied(tmp_path / "p")
    said = project.refused(day="jutro")
    assert len(said) == 1
    assert re.match(r"BUILD_DATE: „jutro” nie jest dniem – ", said[0])
