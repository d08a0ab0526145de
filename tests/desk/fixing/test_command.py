"""``fix`` as it is run: it shows, asks, writes, and leaves alone what is not its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import inprocess
from tests.desk.inprocess import Desk

NEWS = '---\nTitle: Próba "a"\nDATE: 2026-03-01\n---\n\nTreść - tu...\n'


@pytest.fixture(name="news")
def _news(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    site = inprocess.desk(tmp_path / "Strona Żółwia", monkeypatch, capsys)
    (site.root / "requirements.lock").touch()
    folder = site.root / "content/aktualnosci/2026"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(NEWS, "utf-8")
    (folder / "b.md").write_text(NEWS, "cp1250")
    (folder / "notatka.txt").write_text(NEWS, "cp1250")
    return site


def test_a_trial_shows_the_difference_and_writes_nothing(news: Desk) -> None:
    done = news.desk("fix", "--na-próbę")
    assert done.returncode == 0, done.stderr
    assert "-Title: Próba" in done.stdout
    assert "+tytuł: Próba „a”" in done.stdout
    assert "b.md: kodowanie cp1250 → utf-8" in done.stdout
    assert "Plików do poprawienia: 2." in done.stdout
    assert (news.root / "content/aktualnosci/2026/a.md").read_text("utf-8") == NEWS


def test_all_is_written_without_asking_and_a_second_run_finds_nothing(news: Desk) -> None:
    done = news.desk("fix", "--tak", "content/aktualnosci")
    assert "Poprawiono plików: 2." in done.stdout, done.stderr
    folder = news.root / "content/aktualnosci/2026"
    assert (folder / "a.md").read_bytes() == (folder / "b.md").read_bytes()
    assert (folder / "a.md").read_text("utf-8").endswith("\nTreść – tu…\n")
    assert (folder / "notatka.txt").read_text("cp1250") == NEWS
    assert news.desk("fix", "--tak").stdout == "Nie ma czego poprawiać.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "dodaj --tak albo --na-próbę"),
        (["--tak", "nie-ma.md"], "nie ma pliku „nie-ma.md”"),
        (["--tak", "requirements.lock"], "nie leży w content/"),
    ],
)
def test_what_it_cannot_do_it_says(news: Desk, words: list[str], said: str) -> None:
    done = news.desk("fix", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert (news.root / "content/aktualnosci/2026/a.md").read_text("utf-8") == NEWS


def test_a_file_with_faults_is_named(news: Desk) -> None:
    (news.root / "content/aktualnosci/2026/zla.md").write_text(
        "---\ntytuł: a: b\n---\nX.\n", "utf-8"
    )
    done = news.desk("fix", "--tak")
    assert "aktualnosci/2026/zla.md: ma błędy" in done.stdout
    assert "Poprawiono plików: 2." in done.stdout
