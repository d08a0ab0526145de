"""``import`` as it is run: what it writes, tells and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import inprocess
from tests.desk.inprocess import Desk

PAGE = """<!doctype html><meta charset="utf-8"><h1>Nocny patrol</h1>
<p>Data publikacji: 2022-01-31</p><p>Treść <a href="inna.html">inna</a>.</p><p>Drukuj</p>"""
CLEAN = "<h1>Dzienny patrol</h1><p>Data publikacji: 2022-01-31</p><p>Treść.</p>"

RECORD = "content/aktualnosci/2022/nocny-patrol.md"


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Path:
    folder = tmp_path / "stara strona"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE, "utf-8")
    return folder


@pytest.fixture(name="site")
def _site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    return inprocess.desk(tmp_path / "Strona Żółwia", monkeypatch, capsys)


def test_a_page_becomes_a_draft_and_what_is_open_is_told(site: Desk, old: Path) -> None:
    done = site.desk("import", "--tak", "a.html", cwd=old)
    assert done.returncode == 0, done.stderr
    text = (site.root / RECORD).read_text("utf-8")
    assert "stan publikacji: szkic\n" in text
    line = text.split("\n").index(next(one for one in text.split("\n") if "inna.html" in one)) + 1
    assert f"  {RECORD}:{line}: odnośnik „inna” prowadził" in done.stdout
    assert "Nie przeniesiono (1):\n  „Drukuj” (a.html)" in done.stdout


def test_a_trial_writes_nothing(site: Desk, old: Path) -> None:
    done = site.desk("import", "--na-próbę", str(old))
    assert done.returncode == 0, done.stderr
    assert RECORD in done.stdout
    assert not (site.root / RECORD).exists()


def test_a_second_import_adds_nothing_even_after_an_edit(site: Desk, old: Path) -> None:
    site.desk("import", "--tak", str(old))
    record = site.root / RECORD
    moved = record.with_name("inna-nazwa.md")
    moved.write_text(record.read_text("utf-8").replace("Treść", "Zupełnie co innego"), "utf-8")
    record.unlink()
    before = sorted((site.root / "content").rglob("*"))
    (old / "kopia.html").write_bytes((old / "a.html").read_bytes())

    again = site.desk("import", "--tak", str(old))

    assert again.returncode == 0
    assert "Już są (2):" in again.stdout
    assert "Nie ma nic nowego do zapisania." in again.stdout
    assert sorted((site.root / "content").rglob("*")) == before


def test_texts_of_one_title_get_names_of_their_own(site: Desk, old: Path) -> None:
    (old / "b.html").write_text(PAGE.replace("Treść", "Inna treść"), "utf-8")
    site.desk("import", "--tak", str(old))
    assert (site.root / RECORD).exists()
    assert (site.root / RECORD.replace(".md", "-2.md")).exists()


def test_a_file_that_cannot_be_read_stops_no_other(site: Desk, old: Path) -> None:
    (old / "zły\x1b[31m.docx").write_bytes(b"PK\x03\x04nic")
    done = site.desk("import", "--tak", str(old))
    assert done.returncode == 1
    assert "zły?[31m.docx: nie mogę odczytać dokumentu" in done.stderr
    assert "\x1b" not in done.stderr
    assert (site.root / RECORD).exists()


def test_ready_texts_are_published_and_others_stay_drafts(site: Desk, old: Path) -> None:
    (old / "b.html").write_text(CLEAN, "utf-8")
    done = site.desk("import", "--tak", "--gotowe", str(old))
    assert done.returncode == 0, done.stderr
    ready = site.root / RECORD.replace("nocny", "dzienny")
    assert "stan publikacji" not in ready.read_text("utf-8")
    assert "stan publikacji: szkic" in (site.root / RECORD).read_text("utf-8")


def test_nothing_is_written_over_what_stands_there(site: Desk, old: Path) -> None:
    path = site.root / RECORD
    path.parent.mkdir(parents=True)
    path.write_text("moje", "utf-8")
    done = site.desk("import", "--tak", str(old))
    assert done.returncode == 0, done.stderr
    assert path.read_text("utf-8") == "moje"
    assert path.with_name("nocny-patrol-2.md").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a.html"], "dodaj --tak albo --na-próbę"),
        (["a.html", "--tak", "--rodzaj", "wiersz"], "--rodzaj: nie ma „wiersz”"),
        (["a.html", "--tak", "--do", "../poza"], "nie jest folderem w content/"),
        (["a.html", "--tak", "--do", "debaty", "--rodzaj", "aktualność"], "nie jest dla rodzaju"),
        (["a.html", "--tak", "--wydawca", "nikt"], "--wydawca: nie ma „nikt”"),
        (["a.html", "--tak", "--wydawca", "../x"], "nie jest nazwą pliku rekordu"),
        (["--tak"], "brakuje: PLIK"),
    ],
)
def test_slips_of_the_command_line_are_told(
    site: Desk, old: Path, words: list[str], said: str
) -> None:
    done = site.desk("import", *words, cwd=old)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (site.root / "content/aktualnosci").exists()


def test_kind_folder_and_publisher_can_be_said(site: Desk, old: Path) -> None:
    body = site.root / "content/podmioty/straz.md"
    body.parent.mkdir()
    body.write_text("---\nnazwa: Straż\n---\n", "utf-8")
    words = ("--do", "content/programy/2019", "--wydawca", "straz", "--tak", "a.html")
    done = site.desk("import", *words, cwd=old)
    assert done.returncode == 0, done.stderr
    text = (site.root / "content/programy/2019/nocny-patrol.md").read_text("utf-8")
    assert "wydawca: straz\n" in text
    assert "źródło:\n  nazwa: plik a.html\n  odczytano: 2026-11-22\n" in text


def test_what_was_imported_passes_check_as_a_draft(site: Desk, old: Path) -> None:
    report = "<h1>Debata w parku</h1><p>W piątek odbyła się debata.</p>"
    (old / "b.html").write_text(report, "utf-8")
    site.desk("import", "--tak", str(old))
    done = site.desk("check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "sprawdź i usuń uwagę" in done.stdout
