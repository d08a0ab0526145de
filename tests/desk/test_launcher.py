"""The launcher, run as people run it: in a fresh folder, with an environment of its own."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.desk.commands import PLACES
from tests.desk.conftest import ROOT, Kit, laid_out

MAKING = "Przygotowuję środowisko"


@dataclass(frozen=True)
class Made:
    """A project whose environment two launchers have made, over one that was interrupted."""

    kit: Kit
    codes: tuple[int, int]
    told: tuple[str, str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    kit = laid_out(tmp_path_factory.mktemp("launcher") / "Strona Żółwia 1")
    (kit.root / ".venv/bin").mkdir(parents=True)
    (kit.root / ".venv/bin/python").write_text("half")
    with kit.launcher("build") as one, kit.launcher("build") as two:
        told = (one.communicate(timeout=300)[1], two.communicate(timeout=300)[1])
    return Made(kit, (one.returncode, two.returncode), told)


def test_two_launchers_make_an_interrupted_environment_again_once(made: Made) -> None:
    assert made.codes == (0, 0), made.told
    assert sum(MAKING in text for text in made.told) == 1
    assert sum("czekam" in text for text in made.told) <= 1


def test_an_environment_is_kept_and_remade_when_its_lock_changes(
    made: Made, tmp_path: Path
) -> None:
    kit = made.kit
    mark = kit.root / ".venv/mark"
    mark.touch()
    again = kit.launch("build", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (0, "")
    assert mark.exists()

    with (kit.root / "requirements.lock").open("a") as lock:
        lock.write("# one more\n")
    changed = kit.launch("build", cwd=tmp_path)
    assert changed.returncode == 0, changed.stderr
    assert changed.stderr.splitlines() == ["Przygotowuję środowisko (raz, około pół minuty)…"]
    assert not mark.exists()
    assert not list((kit.root / ".debaty").glob("venv-old-*"))
    assert (kit.root / "output/index.html").is_file()
    assert {str(run["cwd"]) for run in kit.runs()} == {str(kit.root)}


def test_libraries_that_cannot_be_had_end_in_a_sentence(made: Made) -> None:
    """Of the tests here, which spares an environment; those of the site go the same way."""
    digest = "0" * 64
    lock = made.kit.root / "requirements-test.lock"
    lock.write_text(f"nothing==1 --hash=sha256:{digest}\n")

    failed = made.kit.launch("test")

    assert failed.returncode == 1
    assert "Nie udało się zainstalować bibliotek" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert not (made.kit.root / ".venv/requirements-test.lock.stamp").exists()


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


@pytest.mark.parametrize("command", PLACES)
def test_a_command_is_read_before_any_library_is_there(command: str) -> None:
    words = [sys.executable, "-I", "-S", str(ROOT / "debaty"), command, "--help"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert command in done.stdout
