"""The launcher, run as people run it: in a fresh folder, with an environment of its own."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.desk.commands import COMMANDS
from tests.desk.conftest import ROOT, Kit

MAKING = "Przygotowuję środowisko"


def test_the_environment_is_made_once_and_remade_when_its_lock_changes(
    kit: Kit, tmp_path: Path
) -> None:
    first = kit.launch("build", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert first.stderr.splitlines() == ["Przygotowuję środowisko (raz, około pół minuty)…"]
    assert (kit.root / "output/index.html").is_file()
    assert kit.runs()[0]["cwd"] == str(kit.root)
    mark = kit.root / ".venv/mark"
    mark.touch()

    again = kit.launch("build", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (0, "")
    assert mark.exists()

    with (kit.root / "requirements.lock").open("a") as lock:
        lock.write("# one more\n")
    changed = kit.launch("build", cwd=tmp_path)
    assert MAKING in changed.stderr
    assert changed.returncode == 0
    assert not mark.exists()
    assert not list((kit.root / ".debaty").glob("venv-old-*"))


def test_an_interrupted_making_is_made_again(kit: Kit) -> None:
    (kit.root / ".venv/bin").mkdir(parents=True)
    (kit.root / ".venv/bin/python").write_text("half")

    healed = kit.launch("build")

    assert MAKING in healed.stderr
    assert healed.returncode == 0


def test_two_launchers_make_one_environment(kit: Kit) -> None:
    with kit.launcher("build") as one, kit.launcher("build") as two:
        told = [one.communicate(timeout=300)[1], two.communicate(timeout=300)[1]]

    assert [one.returncode, two.returncode] == [0, 0], told
    assert sum(MAKING in text for text in told) == 1
    assert sum("czekam" in text for text in told) <= 1


def test_libraries_that_cannot_be_had_end_in_a_sentence(kit: Kit) -> None:
    digest = "0" * 64
    (kit.root / "requirements.lock").write_text(f"nothing==1 --hash=sha256:{digest}\n")

    failed = kit.launch("build")

    assert failed.returncode == 1
    assert "Nie udało się zainstalować bibliotek" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert not (kit.root / ".venv/requirements.lock.stamp").exists()


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["biuld"], 2, "nie znam „biuld” – czy chodziło o „build”?"),
        (["serve", "--port", "abc"], 2, "„abc” to nie numer portu"),
        ([], 2, "użycie:"),
    ],
)
def test_a_slip_costs_no_environment(kit: Kit, words: list[str], code: int, sentence: str) -> None:
    slip = kit.launch(*words)

    assert slip.returncode == code
    assert sentence in slip.stderr
    assert not (kit.root / ".venv").exists()


def test_help_needs_no_environment(kit: Kit) -> None:
    shown = kit.launch("--help")

    assert shown.returncode == 0
    assert "serve" in shown.stdout
    assert not (kit.root / ".venv").exists()


def pretend(kit: Kit, preparation: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the launcher after ``preparation`` has changed the Python that runs it."""
    code = (
        f"import runpy, sys; {preparation}; sys.argv[:] = {['debaty', *words]!r}; "
        f"runpy.run_path({str(kit.root / 'debaty')!r}, run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("module", ["ensurepip", "venv"])
def test_debian_without_venv_is_told_the_apt_line(kit: Kit, module: str) -> None:
    told = pretend(kit, f"sys.modules[{module!r}] = None", "build")

    assert told.returncode == 1
    assert "sudo apt install python3-venv" in told.stderr
    assert "Traceback" not in told.stderr


def test_an_old_python_is_told_so(kit: Kit) -> None:
    told = pretend(kit, "sys.version_info = (3, 9, 2, 'final', 0)", "build")

    assert told.returncode == 1
    assert "Pythona 3.11 lub nowszego, a to jest Python 3.9." in told.stderr


def test_an_old_python_reads_the_launcher() -> None:
    source = (ROOT / "debaty").read_text("utf-8")

    ast.parse(source, feature_version=(3, 6))


def test_a_folder_that_cannot_be_moved_aside_stays_whole(kit: Kit) -> None:
    """On Windows, a running program of the environment keeps it from being renamed."""
    (kit.root / ".venv").mkdir()
    (kit.root / ".venv/in-use").touch()
    refuse = (
        "import pathlib; "
        "pathlib.Path.rename = lambda *_: (_ for _ in ()).throw(PermissionError(13, 'x'))"
    )

    told = pretend(kit, refuse, "build")

    assert told.returncode == 1
    assert "jest w użyciu" in told.stderr
    assert (kit.root / ".venv/in-use").exists()


@pytest.mark.parametrize("command", [one.name for one in COMMANDS])
def test_a_command_is_read_before_any_library_is_there(command: str) -> None:
    words = [sys.executable, "-I", "-S", str(ROOT / "debaty"), command, "--help"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert command in done.stdout
