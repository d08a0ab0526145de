"""What a build makes, keeps, removes and refuses."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.outputs import Bundle, File, Output, Text
from plugins.press import staging
from plugins.press.digest import of_bytes
from plugins.press.workers import Workers
from plugins.problems import Problems
from tests.press import makers
from tests.press.makers import Link, Page
from tests.press.project import Project

HOME = Output("index.html", makers.page, Page("Start", links=(Link("A", "/a/"),)), "page.html")
PAGE = Output("a/index.html", makers.text, Page("A", Text("t1")), source="content/a.md")


def test_a_build_writes_the_plan(project: Project) -> None:
    project.texts = {"t1": "<p>Treść</p>"}
    report = project.build(HOME, PAGE)
    assert project.tree() == {
        "index.html": b'<title>Start!</title>\n<a href="/a/">A</a>',
        "a/": b"",
        "a/index.html": "A\n<p>Treść</p>".encode(),
    }
    assert [made.path for made in report.made] == ["a/index.html", "index.html"]
    assert report.kept == 0
    assert report.removed == ()


def test_a_second_build_makes_nothing(project: Project) -> None:
    project.texts = {"t1": "x"}
    project.build(HOME, PAGE)
    before = project.stamps()
    report = project.build(HOME, PAGE)
    assert (report.made, report.removed, report.kept) == ((), (), 2)
    assert project.stamps() == before


def test_an_edit_makes_exactly_the_page_that_shows_it(project: Project) -> None:
    project.texts = {"t1": "x", "t2": "y"}
    project.build(HOME, PAGE)
    edited = replace(PAGE, given=Page("A", Text("t2")))
    assert project.made(HOME, edited) == ["a/index.html"]
    assert project.tree()["a/index.html"] == b"A\ny"


def test_a_page_that_left_the_plan_leaves_nothing(project: Project) -> None:
    project.texts = {"t1": "x"}
    project.build(HOME, PAGE)
    assert project.build(HOME).removed == ("a/index.html",)
    assert set(project.tree()) == {"index.html"}


def test_equal_bytes_are_not_written_again(project: Project) -> None:
    project.build(HOME)
    before = project.stamps()
    project.template("base.html", (project.templates / "base.html").read_text() + "{# nic #}")
    report = project.build(HOME)
    assert [made.changed for made in report.made] == [False]
    assert project.stamps() == before
    assert project.made(HOME) == []


def test_a_deleted_store_makes_all_but_writes_nothing(project: Project) -> None:
    marker = Output(".well-known/debaty.json", makers.text, Page("znak"))
    project.build(HOME, marker)
    before = project.stamps()
    (project.root / ".debaty" / "store.sqlite").unlink()
    assert len(project.made(HOME, marker)) == 2
    assert project.stamps() == before


@pytest.mark.parametrize("damage", ["", "niepubliczne", "<title>Start?</title>"])
def test_a_file_that_someone_changed_heals(project: Project, damage: str) -> None:
    project.build(HOME)
    tree = project.tree()
    (project.output / "index.html").write_text(damage)
    assert project.reasons(HOME) == {"index.html": "plik w folderze witryny zmienił ktoś inny"}
    assert project.tree() == tree


def test_a_file_that_vanished_heals(project: Project) -> None:
    project.build(HOME)
    tree = project.tree()
    (project.output / "index.html").unlink()
    assert project.reasons(HOME) == {"index.html": "plik zniknął z folderu witryny"}
    assert project.tree() == tree


def test_a_restored_file_of_another_time_is_kept(project: Project) -> None:
    project.build(HOME)
    os.utime(project.output / "index.html", ns=(1, 1))
    before = project.stamps()
    assert project.made(HOME) == []
    assert project.stamps() == before


def test_a_file_of_the_same_size_and_another_time_is_read(project: Project) -> None:
    project.build(HOME)
    file = project.output / "index.html"
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(1, 1))
    assert project.made(HOME) == ["index.html"]


def test_a_failing_maker_leaves_the_site_untouched(project: Project) -> None:
    project.build(HOME)
    before, stamps = project.tree(), project.stamps()
    broken = Output("b.txt", makers.failing, Page("B"), source="content/b.md")
    other = Output("c.txt", makers.no_bytes, Page("C"))
    edited = replace(HOME, given=Page("Inny"))
    with pytest.raises(Problems) as error:
        project.build(edited, broken, other)
    texts = [str(problem) for problem in error.value.problems]
    assert [text.partition(":")[0] for text in texts] == ["c.txt", "content/b.md"]
    assert "„/b.txt”" in texts[1]
    assert "nie umiem: B" in texts[1]
    assert (project.tree(), project.stamps()) == (before, stamps)
    assert project.leftovers() == []


def test_a_fault_of_a_template_names_file_and_line(project: Project) -> None:
    project.template("page.html", "{% if true %}\n{{ page.tytul }}\n{% endif %}")
    with pytest.raises(Problems) as error:
        project.build(HOME)
    [problem] = error.value.problems
    assert (problem.path, problem.line) == ("theme/templates/page.html", 2)
    assert "tytul" in problem.message


def test_a_file_and_a_folder_may_change_places(project: Project) -> None:
    file = Output("a", makers.text, Page("plik"))
    inner = Output("a/b/c.txt", makers.text, Page("w folderze"))
    for plan in ([file], [inner], [file]):
        project.build(*plan)
        cold = Project(project.root, "cold")
        cold.build(*plan)
        assert project.tree() == cold.tree()


def test_a_link_is_replaced_and_never_followed(project: Project, tmp_path: Path) -> None:
    project.texts = {"t1": "x"}
    project.build(HOME, PAGE)
    tree = project.tree()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("cudzy")
    (project.output / "a" / "index.html").unlink()
    (project.output / "a").rmdir()
    (project.output / "a").symlink_to(outside)
    (project.output / "loop").symlink_to(project.output)
    project.build(HOME, PAGE)
    assert project.tree() == tree
    assert (outside / "index.html").read_text() == "cudzy"


def test_a_name_in_other_letter_case_goes_first(project: Project) -> None:
    project.build(Output("Logo.txt", makers.text, Page("x")))
    project.build(Output("logo.txt", makers.text, Page("x")))
    assert set(project.tree()) == {"logo.txt"}


def test_modes_do_not_depend_on_the_umask(project: Project) -> None:
    project.texts = {"t1": "x"}
    before = os.umask(0o077)
    try:
        project.build(PAGE)
    finally:
        os.umask(before)
    assert stat.S_IMODE((project.output / "a").stat().st_mode) == 0o755
    assert stat.S_IMODE((project.output / "a" / "index.html").stat().st_mode) == 0o644


def test_an_original_is_read_from_the_project(project: Project) -> None:
    (project.root / "logo.png").write_bytes(b"PNG")
    image = File("logo.png", of_bytes(b"PNG"))
    project.build(Output("logo.png", makers.image, Page("", image=image)))
    assert project.tree() == {"logo.png": b"PNG"}


@pytest.mark.parametrize("path", ["../secret", "/etc/passwd", "missing.png"])
def test_an_original_outside_the_project_is_a_problem(project: Project, path: str) -> None:
    with pytest.raises(Problems):
        project.build(Output("logo.png", makers.image, Page("", image=File(path, "x"))))


def test_a_missing_body_is_a_problem(project: Project) -> None:
    with pytest.raises(Problems, match="t1"):
        project.build(PAGE)


def test_text_that_is_not_unicode_is_a_problem_of_its_source(project: Project) -> None:
    with pytest.raises(Problems, match=r"content/a\.md"):
        project.build(replace(PAGE, given=Page("\ud800")))


def test_progress_is_told(project: Project) -> None:
    calls: list[tuple[str, int, int]] = []
    project.build(HOME, progress=lambda *call: calls.append(call))
    assert calls == [("Tworzenie plików", 1, 1), ("Zapisywanie plików", 1, 1)]


SEARCH = Bundle("search", makers.index, Page("S", Text("t1"), (Link("A", "a"), Link("B", "b"))))


def test_a_bundle_is_a_folder_of_files_that_only_its_maker_knows(project: Project) -> None:
    project.texts = {"t1": "x"}
    project.build(HOME, SEARCH)
    files = {path for path in project.tree() if path.startswith("search/")}
    assert files == {
        "search/",
        "search/all.txt",
        "search/links/",
        "search/links/a",
        "search/links/b",
    }
    assert project.made(HOME, SEARCH) == []


def test_a_bundle_changes_file_by_file(project: Project) -> None:
    project.texts = {"t1": "x"}
    project.build(SEARCH)
    before = project.stamps()
    report = project.build(replace(SEARCH, given=Page("S", Text("t1"), (Link("A", "a"),))))
    assert report.removed == ("search/links/b",)
    assert project.stamps().items() <= before.items()
    assert project.build(HOME).removed == ("search/all.txt", "search/links/a")


@pytest.mark.parametrize("tamper", [Path.unlink, lambda file: file.write_text("inny tekst")])
def test_a_bundle_heals(project: Project, tamper) -> None:  # type: ignore[no-untyped-def]
    project.texts = {"t1": "x"}
    project.build(SEARCH)
    tree = project.tree()
    tamper(project.output / "search" / "links" / "b")
    (project.output / "search" / "links" / "obcy").write_text("x")
    assert project.made(SEARCH) == ["search/"]
    assert project.tree() == tree


def test_a_failing_bundle_leaves_the_site_untouched(project: Project) -> None:
    project.texts = {"t1": "x"}
    project.build(SEARCH)
    before = project.tree()
    with pytest.raises(Problems, match="indeks"):
        project.build(replace(SEARCH, make=makers.failing_index))
    assert project.tree() == before


def test_serial_and_parallel_builds_give_the_same_bytes(tmp_path: Path) -> None:
    serial, parallel = Project(tmp_path / "one"), Project(tmp_path / "two")
    plan = [replace(HOME, path=f"{n}/index.html", given=Page(f"Strona {n}")) for n in range(40)]
    serial.build(*plan)
    parallel.build(*plan, workers=Workers(threshold=1, processes=2))
    assert serial.tree() == parallel.tree()


def test_a_new_folder_goes_into_the_site_whole(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first build moves a folder instead of ten thousand files; an edit, the file alone."""
    moved: list[str] = []

    def moving(staged: str, target: str) -> None:
        moved.append(Path(target).relative_to(project.output).as_posix())
        os.replace(staged, target)  # noqa: PTH105

    def pages(*paths: str) -> list[Output]:
        return [Output(path, makers.text, Page(path)) for path in paths]

    monkeypatch.setattr(staging, "replace", moving)
    project.build(*pages("a/b/c.html", "a/b/d.html", "a/e.html", "f.html"))
    assert moved == ["a", "f.html"]
    moved.clear()
    project.build(*pages("a/b/c.html", "a/e.html", "a/g/h.html", "a/i.html", "f.html"))
    assert moved == ["a/g", "a/i.html"]
    assert {path for path in project.tree() if not path.endswith("/")} == {
        *("a/b/c.html", "a/e.html", "a/g/h.html", "a/i.html", "f.html")
    }
