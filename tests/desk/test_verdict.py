"""A verdict stands while no file, no commit and no day has changed, and no longer."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plugins.desk import child, clock, looking, memory
from plugins.desk.commands import main
from plugins.newsroom.dates import WARSAW
from plugins.problems import Problems
from tests.newsroom.project import BARE, debate, news, write

NOW = datetime(2026, 3, 5, 12, tzinfo=WARSAW)
N, PICTURE = "content/aktualnosci/n.md", "content/media/plan.pdf"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that was checked once."""
    monkeypatch.setattr(child, "ROOT", tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    body = "Mapa jest [tutaj](https://mapa.example/)."
    write(tmp_path, {**BARE, N: news(body=body), "content/debaty/a.md": debate()})
    for words in (["init", "-q"], ["add", "."], [*AS, "commit", "-qm", "a"]):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    main(["check"])
    return tmp_path


AS = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


class Looked(Exception):
    """It was looked again."""


def refuse(*_: object, **__: object) -> None:
    raise Looked


def is_recalled(monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(looking, "look", refuse)
    try:
        main(["check"])
    except Looked:
        return False
    return True


def test_it_says_the_same_without_looking(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / ".debaty/desk.sqlite").unlink()
    main(["check"])
    first = capsys.readouterr().out
    assert "uwaga, wiersz 6" in first
    assert is_recalled(monkeypatch)
    assert capsys.readouterr().out == first
    assert main(["check", str(project / "content/debaty")]) == 0
    assert "Wszystko dobrze. Sprawdzone wpisy: 1." in capsys.readouterr().out


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda root: write(root, {N: news(body="Nowa treść wiadomości.")}),
    "of the same length": lambda root: write(root, {N: (root / N).read_text().replace("M", "m")}),
    "new": lambda root: write(root, {"content/aktualnosci/m.md": news()}),
    "gone": lambda root: (root / N).unlink(),
    "renamed": lambda root: (root / N).rename(root / N.replace("/n.", "/o.")),
    "another file": lambda root: write(root, {PICTURE: b"%PDF"}),
    "unit": lambda root: write(root, {"content/jednostka.yml": b"nazwa: x\n"}),
    "committed": lambda root: subprocess.run(
        ["git", "-C", str(root), *AS, "commit", "-qm", "b", "--allow-empty"], check=True
    ),
    "unreadable memory": lambda root: (root / ".debaty/desk.sqlite").write_bytes(b"x" * 4096),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_falls_with_any_change(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    change(project)
    assert not is_recalled(monkeypatch)


@pytest.mark.parametrize(
    ("head", "later", "stands"),
    [
        ("", timedelta(hours=11, minutes=59), True),
        ("", timedelta(hours=12), False),  # midnight
        ("", -timedelta(hours=13), False),
        ("data publikacji: 2026-03-05 15:00\n", timedelta(hours=2, minutes=59), True),
        ("data publikacji: 2026-03-05 15:00\n", timedelta(hours=3), False),
    ],
)
def test_it_stands_until_time_turns_anything(
    project: Path, monkeypatch: pytest.MonkeyPatch, head: str, later: timedelta, stands: bool
) -> None:
    text = news(body="Treść.")
    if head:
        text = "".join(
            head if line.startswith("data publikacji") else line
            for line in text.splitlines(keepends=True)
        )
    write(project, {N: text})
    main(["check"])
    monkeypatch.setattr(clock, "now", lambda: NOW + later)
    assert is_recalled(monkeypatch) is stands


def test_a_memory_that_cannot_be_written_is_no_obstacle(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise Problems([])

    monkeypatch.setattr(memory, "Store", broken)
    os.utime(project / N, (1, 1))
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "ostrzeżenia: 1" in capsys.readouterr().out
