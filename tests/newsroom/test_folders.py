from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from plugins.newsroom import folders, unitfile
from plugins.newsroom.kinds import KINDS


def scanned(root: Path, *names: str) -> folders.Found:
    for name in names:
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folders.scan(root, "content")


def test_records_are_found_in_every_kind_and_year_folder(tmp_path: Path) -> None:
    names = [f"{folder}{year}/x.md" for folder in KINDS for year in ("", "/2026", "/2026/3")][::3]
    found = scanned(tmp_path, *names, "debaty/2026/03/y.md", "media/opis.md", "strony/plan.pdf")
    assert sorted(found.records) == sorted(f"content/{n}" for n in [*names, "debaty/2026/03/y.md"])
    assert found.problems == []


@pytest.mark.parametrize(
    "name", [".git/x.md", "debaty/.x.md.swp", "debaty/~$x.md", "debaty/x.md~", "Thumbs.db"]
)
def test_what_editors_and_systems_leave_is_passed_over(tmp_path: Path, name: str) -> None:
    found = scanned(tmp_path, "strony/kontakt.md", name)
    assert (list(found.records), found.problems) == (["content/strony/kontakt.md"], [])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("debaty/Droga.md", "nazwa pliku to adres strony – użyj małych liter"),
        ("debaty/droga_do.md", "nazwa pliku to adres strony – użyj małych liter"),
        (f"debaty/{'a' * 81}.md", "nazwa pliku to adres strony – użyj małych liter"),
        ("debaty/x.MD", "plik nie kończy się na „.md” – zmień jego nazwę"),
        ("debaty/x.md.txt", "plik nie kończy się na „.md” – zmień jego nazwę"),
        ("debaty/rok.md", "nazwa „rok” jest zajęta przez stronę serwisu – wybierz inną"),
        ("strony/programy.md", "nazwa „programy” jest zajęta przez stronę serwisu"),
        ("strony/ulice.md", "nazwa „ulice” jest zajęta przez stronę serwisu"),
        ("debata/x.md", "plik leży w nieznanym folderze – przenieś go do „debaty”"),
        ("x.md", "plik leży w nieznanym folderze – przenieś go do jednego z: debaty, "),
        ("debaty/20\u200e26/x.md", "nazwa ma znaki, których nie widać – zmień nazwę"),
    ],
)
def test_a_name_that_cannot_be_an_address_is_refused(
    tmp_path: Path, name: str, message: str
) -> None:
    found = scanned(tmp_path, "strony/kontakt.md", name)
    (problem,) = found.problems
    assert problem.message.startswith(message)
    assert list(found.records) == ["content/strony/kontakt.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="names are never bytes there")
@pytest.mark.parametrize("name", [b"2026\xff", b"20\n26", b"20\x1b[31m26"])
def test_a_name_that_no_terminal_should_show_is_shown_harmless(tmp_path: Path, name: bytes) -> None:
    folder = os.fsencode(tmp_path / "content/debaty") + b"/" + name
    os.makedirs(folder)  # noqa: PTH103 – a name of bytes
    with open(folder + b"/x.md", "wb"):  # noqa: PTH123
        pass
    (problem,) = folders.scan(tmp_path, "content").problems
    assert str(problem).isprintable()
    str(problem).encode()


@pytest.mark.skipif(sys.platform == "win32", reason="names are never bytes there")
def test_a_picture_whose_name_is_of_an_old_zip_is_refused(tmp_path: Path) -> None:
    scanned(tmp_path, "strony/kontakt.md")
    folder = os.fsencode(tmp_path / "content/media")
    os.makedirs(folder)  # noqa: PTH103 – a name of bytes
    with open(folder + b"/zdj\xeacie.png", "wb"):  # noqa: PTH123
        pass
    (problem,) = folders.scan(tmp_path, "content").problems
    assert str(problem).startswith("content/media/zdj?cie.png: nazwa jest w obcym kodowaniu")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_pipe_in_place_of_the_units_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "jednostka.yml")
    _, problems = unitfile.read(tmp_path, "jednostka.yml", {})
    assert ["to nie jest zwykły plik" in str(problem) for problem in problems] == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_links_and_pipes_are_refused_and_known(tmp_path: Path) -> None:
    scanned(tmp_path, "strony/kontakt.md")
    (tmp_path / "content/debaty").mkdir()
    (tmp_path / "content/debaty/x.md").symlink_to(tmp_path / "content/strony/kontakt.md")
    (tmp_path / "content/debaty/petla").symlink_to(tmp_path / "content")
    os.mkfifo(tmp_path / "content/debaty/y.md")
    found = folders.scan(tmp_path, "content")
    assert [str(problem) for problem in found.problems] == [
        "content/debaty/petla: dowiązanie symboliczne – wstaw sam plik",
        "content/debaty/x.md: dowiązanie symboliczne – wstaw sam plik",
        "content/debaty/y.md: to nie jest zwykły plik – usuń go",
    ]
    assert found.refused == ["content/debaty/x.md", "content/debaty/y.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_the_folder_itself_may_be_no_link_either(tmp_path: Path) -> None:
    scanned(tmp_path / "gdzie-indziej", "strony/kontakt.md")
    (tmp_path / "content").symlink_to(tmp_path / "gdzie-indziej/content")
    found = folders.scan(tmp_path, "content")
    assert [str(problem) for problem in found.problems] == [
        "content: dowiązanie symboliczne – wstaw sam folder"
    ]
    assert not found.records


def test_two_files_of_one_name_are_told_and_the_first_is_read(tmp_path: Path) -> None:
    found = scanned(tmp_path, "debaty/2025/x.md", "debaty/2026/x.md", "programy/x.md")
    (problem,) = found.problems
    assert str(problem) == (
        "content/debaty/2026/x.md: plik o tej nazwie jest już tu: content/debaty/2025/x.md – "
        "zmień nazwę jednego z nich"
    )
    assert list(found.records) == ["content/debaty/2025/x.md", "content/programy/x.md"]


def test_no_folder_and_an_empty_one_are_told(tmp_path: Path) -> None:
    assert folders.scan(tmp_path, "content").problems[0].message == (
        "brak folderu z treścią – utwórz go"
    )
    (tmp_path / "content").mkdir()
    assert "folder jest pusty" in folders.scan(tmp_path, "content").problems[0].message


def test_a_folder_that_cannot_be_opened_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned(tmp_path, "strony/kontakt.md", "debaty/x.md")
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("debaty"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = folders.scan(tmp_path, "content")
    assert [str(problem) for problem in found.problems] == [
        "content/debaty: nie mogę zajrzeć do folderu (Permission denied) – sprawdź prawa dostępu"
    ]
