"""A run that knows what changed makes what the whole way would, and reads less."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.project import TODAY, Project, tree
from tests.site.test_edges import NEWS, bare

WATCHED = """
import atexit, runpy, sys
wholly = lambda: print("CAŁA" if "plugins.publisher.generator" in sys.modules else "SZYBKA")
atexit.register(wholly)
sys.argv = ["pelican", "-s", "publishconf.py", "--fatal", "errors"]
runpy.run_module("pelican", run_name="__main__")
"""
"""Builds, and tells whether that which goes the whole way was loaded."""

RECORDS = {
    f"content/aktualnosci/2026/w-{number}.md": NEWS.format(
        title=f"Wiadomość {number}", day=f"2026-05-0{number + 1}", more=""
    ).replace("Treść.", f"Wstęp.\n\nTreść numer {number}.")
    for number in range(4)
}
ONE, OTHER = list(RECORDS)[:2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = bare(tmp_path_factory.mktemp("quick") / "p")
    for path, text in RECORDS.items():
        project.write(path, text)
    project.build()
    return project


@pytest.fixture
def site(built: Project, tmp_path: Path) -> Project:
    shutil.copytree(built.root, tmp_path / "p", symlinks=True)
    return Project(tmp_path / "p")


def ran(project: Project, day: str = TODAY) -> tuple[bool, str]:
    """Whether the run was a quick one, and what it said; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        cwd=project.root,
        env={**os.environ, "BUILD_DATE": day},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout.strip().endswith("SZYBKA"), done.stdout


def clean(project: Project, folder: Path, day: str = TODAY) -> dict[str, bytes]:
    """What the same sources give without any memory."""
    for name in ("output", ".debaty"):
        shutil.move(project.root / name, folder / name)
    project.build(day=day)
    made = tree(project.output)
    for name in ("output", ".debaty"):
        shutil.rmtree(project.root / name)
        shutil.move(folder / name, project.root / name)
    return made


def test_a_fresh_checkout_with_what_was_built_is_known_again(site: Project) -> None:
    """Every time and inode is new, as after a cache was restored in CI."""
    before = tree(site.output)
    quick, said = ran(site)
    assert (quick, "zapisane: 0, usunięte: 0" in said) == (True, True)
    assert tree(site.output) == before
    assert ran(site)[0]


def test_edits_of_bodies_make_what_a_clean_build_makes(site: Project, tmp_path: Path) -> None:
    for number, path in enumerate((ONE, ONE, OTHER)):
        site.edit(path, "numer", f"{number} numer")
        quick, said = ran(site)
        assert quick, said
        assert "zapisane: 0" not in said
    assert tree(site.output) == clean(site, tmp_path)
    site.build("-e", "DRAFTS=false")
    assert tree(site.output) == clean(site, tmp_path)


def test_a_body_put_back_is_the_site_as_it_was(site: Project) -> None:
    before = tree(site.output)
    text = (site.root / ONE).read_text("utf-8")
    site.edit(ONE, "Treść", "Inna treść")
    assert ran(site)[0]
    assert tree(site.output) != before
    site.write(ONE, text)
    assert ran(site)[0]
    assert tree(site.output) == before


def test_a_warning_of_a_body_comes_and_goes_with_it(site: Project) -> None:
    site.edit(ONE, "Treść", "Zapraszamy w poniedziałek, 5 maja 2026 r. Treść")
    quick, said = ran(site)
    assert quick
    assert f"{ONE}:7: " in said
    assert said.count("Uwaga: ") == 1 + ran(site)[1].count("Uwaga: ") - said.count(f"{ONE}:7: ")
    site.edit(ONE, "poniedziałek, 5 maja", "wtorek, 5 maja")
    quick, said = ran(site)
    assert (quick, ONE in said) == (True, False)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ONE, "Wiadomość 0", "Inny tytuł"),
        (ONE, "Treść numer 0.", "Zobacz [kontakt](../../strony/kontakt.md)."),
        (ONE, "Treść numer 0.", "Treść numer 1."),
        ("theme/templates/layout.html", "<body", "<!-- inny --><body"),
        ("content/jednostka.yml", "nazwa krótka: ", "nazwa krótka: X"),
    ],
    ids=["title", "link", "twin", "template", "unit"],
)
def test_whatever_else_changed_goes_the_whole_way(
    site: Project, tmp_path: Path, path: str, old: str, new: str
) -> None:
    if old not in (site.root / path).read_text("utf-8"):
        pytest.fail(f"{old!r} is not in {path}: mend this test")
    site.edit(path, old, new)
    assert not ran(site)[0]
    assert tree(site.output) == clean(site, tmp_path)
    assert ran(site)[0]


def test_another_day_and_a_touched_site_go_the_whole_way(site: Project) -> None:
    assert ran(site)[0]
    assert not ran(site, "2026-11-23")[0]
    (site.output / "index.html").write_bytes(b"inny")
    assert not ran(site, "2026-11-23")[0]
    assert (site.output / "index.html").read_bytes() != b"inny"


def test_a_mistake_in_an_edit_is_told_and_changes_nothing(site: Project) -> None:
    before = tree(site.output)
    site.edit(ONE, "Treść", "Zadzwoń: PESEL 44051401359. Treść")
    (problem,) = site.refused()
    assert problem.startswith(f"{ONE}:7: ")
    assert tree(site.output) == before


def asked(site: Project) -> None:
    site.build("-e", 'WHY="szukaj/index.html"')


def failed(site: Project) -> None:
    site.edit("theme/templates/layout.html", "</body>", "{{ page.nie.ma.tego }}</body>")
    site.refused()
    site.edit("theme/templates/layout.html", "{{ page.nie.ma.tego }}</body>", "</body>")


@pytest.mark.parametrize("unfinished", [asked, failed])
def test_a_run_that_publishes_nothing_leaves_nothing_for_the_next(
    site: Project, tmp_path: Path, unfinished: Callable[[Project], None]
) -> None:
    """A draft that was to be published for a moment must not be in the search ever after."""
    draft = NEWS.format(title="Nosorożec", day="2026-05-09", more="stan publikacji: szkic\n")
    site.write(path := "content/aktualnosci/2026/x.md", draft)
    site.build()
    site.edit(path, "stan publikacji: szkic\n", "")
    unfinished(site)
    site.write(path, draft)
    site.build()
    site.edit(ONE, "numer", "inny numer")
    assert ran(site)[0]
    assert tree(site.output) == clean(site, tmp_path)


def test_what_is_published_keeps_no_old_words_for_the_sake_of_haste(
    site: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quick run would leave them in the index of search, which grows in layers."""
    monkeypatch.setenv("WHOLE_INDEX", "1")
    ran(site)
    site.edit(ONE, "Treść numer", "Poprawiona treść numer")
    was_quick, _ = ran(site)
    assert not was_quick
    was_quick, _ = ran(site)
    assert was_quick, "nothing has changed"
