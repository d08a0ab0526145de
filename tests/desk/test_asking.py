"""The desk's questions on a real terminal: asked again until right, and ended without a trace."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk.conftest import ROOT
from tests.desk.office import CONTENT, TODAY
from tests.desk.terminal import Terminal
from tests.newsroom.project import write

Begun = Callable[..., Terminal]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program itself, in a folder of its own."""
    root = tmp_path_factory.mktemp("terminal")
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "plugins", root / "plugins", ignore=skip)
    return root


@pytest.fixture
def root(project: Path) -> Path:
    shutil.rmtree(project / "content", ignore_errors=True)
    write(project, CONTENT)
    return project


def files(root: Path) -> set[str]:
    found = (file for file in (root / "content").rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix() for file in found}


@pytest.fixture
def begun(root: Path) -> Iterator[Begun]:
    """Starts a command on a terminal; none is left running."""
    started: list[Terminal] = []

    def begin(*words: str) -> Terminal:
        environment = {"BUILD_DATE": TODAY, "PYTHONUTF8": "1"}
        started.append(Terminal(root, *words, environment=environment))
        return started[-1]

    yield begin
    for terminal in started:
        terminal.close()


def test_a_newcomer_is_asked_again_until_it_is_right(root: Path, begun: Begun) -> None:
    terminal = begun("new", "debata")
    terminal.answer("Tytuł debaty", "")
    terminal.answer("to trzeba podać", "Psy: „smycz” #1")
    terminal.answer("Kiedy?", "jutro")
    terminal.answer("nie rozumiem daty „jutro”", "18.02.2027 17.00")
    terminal.expect("To czwartek.")
    terminal.answer("2. Dom Kultury „Latarnia” (dom-kultury)", "9")
    terminal.answer("nie ma tu numeru 9", "2")
    terminal.answer("Do której?", "16:00")
    terminal.answer("Którego rejonu", "1")
    terminal.answer("Zaproszenie", "Zapraszamy.")
    terminal.answer("[Enter: psy-smycz-1]", "")
    terminal.answer("koniec jest przed początkiem", "18:30")
    terminal.expect("Zapisano content/debaty/2027/psy-smycz-1.md")

    assert terminal.end() == 0
    text = (root / "content/debaty/2027/psy-smycz-1.md").read_text("utf-8")
    assert 'tytuł: "Psy: „smycz” #1"\n' in text
    assert "koniec: 18:30\n" in text
    assert "miejsce: dom-kultury\n" in text
    assert "rejony:\n  - rejon-1\n" in text


def test_ctrl_c_leaves_nothing(root: Path, begun: Begun) -> None:
    before = files(root)
    terminal = begun("new", "wniosek")
    terminal.answer("O co wnoszą", "Ławki")
    terminal.answer("1. Park po roku (park-po-roku)", "2")
    terminal.expect("Uzasadnienie")
    terminal.expect("> ")

    assert terminal.interrupt() == 130
    assert files(root) == before
    assert "Traceback" not in terminal.shown


def test_requests_follow_one_another(root: Path, begun: Begun) -> None:
    terminal = begun("new", "wniosek", "--debata", "park-wieczorem")
    terminal.answer("O co wnoszą", "Ławki")
    terminal.answer("Uzasadnienie", "")
    terminal.answer("Następny wniosek", "Kosze")
    terminal.answer("Uzasadnienie", "Brakuje koszy.")
    terminal.answer("Następny wniosek", "")

    assert terminal.end() == 0
    assert {f"content/wnioski/2026/w-2026-00{n}.md" for n in (5, 6)} <= files(root)


def test_a_change_is_shown_and_not_written_unless_agreed(root: Path, begun: Begun) -> None:
    path = root / "content/debaty/2026/rynek-zima.md"
    before = path.read_bytes()
    terminal = begun("move")
    terminal.answer("1. Rynek zimą", "rynek")
    terminal.answer("Nowy termin?", "17 grudnia 2026, 17:00")
    terminal.answer("Nowe miejsce?", "")
    terminal.answer("Dlaczego?", "Remont.")
    terminal.expect("+ termin: 2026-12-17 17:00")
    terminal.answer("Zapisać?", "n")

    assert terminal.end() == 0
    assert path.read_bytes() == before
