"""The environment in ``.venv``: made when it is missing or out of date, then entered.

It counts as ready for a lock file when it holds a stamp with that lock's key. The stamp is
written last, so an interrupted making is seen as none and made again. Here only the standard
library is imported, for this runs before there is an environment. What is said goes to
stderr, where no encoding can fail.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from plugins.desk.child import ROOT
from plugins.desk.progress import TICK, follow

STATE = ROOT / ".debaty"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SITE_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"


class Failure(Exception):
    """Why there is no environment, in Polish sentences for the person at the keyboard."""


def launch(words: Sequence[str]) -> int:
    """Run a command in the environment; give its exit code, 1 if the environment fails."""
    locks = [SITE_LOCK, TEST_LOCK] if words[:1] == ["test"] else [SITE_LOCK]
    try:
        if not all(map(is_ready, locks)):
            from plugins.desk.commands import parse

            parse(words)  # help, or a slip, ends here: before half a minute is spent
            prepare(locks)
        return enter(words)
    except Failure as failure:
        _say(str(failure))
    except BrokenPipeError:
        from plugins.desk.commands import unread

        return unread()
    except OSError as error:
        _say(f"System odmówił: {error} – sprawdź uprawnienia i wolne miejsce na dysku.")
    except KeyboardInterrupt:
        _say("\nPrzerwano. Następne uruchomienie zacznie przygotowanie od nowa.")
        return 130
    return 1


def enter(words: Sequence[str]) -> int:
    """Become the command (on Windows, which has no exec, wait for it)."""
    command = [str(PYTHON), "-P", "-m", "plugins.desk", *words]
    # -P with PYTHONPATH: the command sees the caller's folder, Python imports from ours.
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    if os.name != "nt":
        os.execve(command[0], command, variables)
    process = subprocess.Popen(command, env={**variables, "PYTHONUTF8": "1"})
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C is the command's to answer
            return process.wait()


def is_ready(lock: str) -> bool:
    """Whether the environment stands and holds what ``lock`` lists."""
    try:
        return stamp_of(lock).read_text("ascii") == key_of(lock) and _is_alive()
    except FileNotFoundError:
        return False


def stamp_of(lock: str) -> Path:
    """Where the environment notes the lock that it was made from."""
    return VENV / f"{lock}.stamp"


def key_of(lock: str) -> str:
    """Digest of the lock, of the folder (environments cannot be moved) and of the Python."""
    places = [os.fsencode(VENV), os.fsencode(os.path.realpath(PYTHON))]
    return hashlib.sha256(b"\0".join([(ROOT / lock).read_bytes(), *places])).hexdigest()


def _is_alive() -> bool:
    """Whether the Python that the environment was made with is still installed."""
    settings = (VENV / "pyvenv.cfg").read_text("utf-8", "replace")
    homes = re.findall(r"(?m)^home\s*=\s*(.*?)\s*$", settings)
    return PYTHON.exists() and all(Path(home).is_dir() for home in homes)


def prepare(locks: Sequence[str]) -> None:
    """Make or complete the environment, one launcher at a time."""
    with _alone():
        if not is_ready(SITE_LOCK):
            _say("Przygotowuję środowisko (raz, około pół minuty)…")
            retire()
            create()
            install(SITE_LOCK)
        for lock in locks:
            if not is_ready(lock):
                _say("Dokładam narzędzia do testów (raz, około pół minuty)…")
                install(lock)


def retire() -> None:
    """Move the old environment aside whole, or leave it whole if a program still uses it."""
    for leftover in STATE.glob("venv-old-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    if not os.path.lexists(VENV):
        return
    aside = Path(tempfile.mkdtemp(prefix="venv-old-", dir=STATE))
    try:
        VENV.rename(aside / "venv")
    except PermissionError:  # Windows: a program of it is running
        aside.rmdir()
        raise Failure(
            "Nie można odnowić środowiska, bo jest w użyciu. Zamknij inne okna z Debatami "
            "(np. „serve”) i uruchom polecenie jeszcze raz."
        ) from None
    shutil.rmtree(aside, ignore_errors=True)


def create() -> None:
    """Make an empty environment with pip."""
    try:
        import ensurepip  # noqa: F401  Debian ships both apart from Python
        import venv  # noqa: F401
    except ImportError:
        raise Failure(
            "Temu Pythonowi brakuje modułu venv. Zainstaluj go poleceniem:\n"
            "    sudo apt install python3-venv\n"
            "i uruchom polecenie jeszcze raz."
        ) from None
    # The base Python: the one that runs this may be the environment just moved aside.
    python = getattr(sys, "_base_executable", None) or sys.executable
    _run([python, "-I", "-m", "venv", str(VENV)], 0, "Nie udało się utworzyć środowiska .venv.")


def install(lock: str) -> None:
    """Install exactly what ``lock`` lists, from wherever this machine's pip is set to look."""
    path = ROOT / lock
    stamp_of(lock).unlink(missing_ok=True)
    pins = len(re.findall(r"(?m)^[\w.-]+==", path.read_text("utf-8")))
    pip = [str(PYTHON), "-I", "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    _run(
        [*pip, "--require-hashes", "-r", str(path)],
        pins,
        "Nie udało się zainstalować bibliotek. Sprawdź połączenie z siecią i uruchom polecenie "
        "jeszcze raz.",
    )
    stamp_of(lock).write_text(key_of(lock), "ascii")


def _run(command: list[str], pins: int, sorry: str) -> None:
    """Run a step with its bar; if it fails, its last words and ``sorry`` are the failure."""
    log = STATE / "environment.log"
    if follow(command, log, VENV, pins):
        last = log.read_text("utf-8", "replace").splitlines()[-15:]
        raise Failure("\n".join([*last, sorry]))


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold the lock of the environment; the system frees it however this process ends."""
    STATE.mkdir(exist_ok=True)
    with (STATE / "environment.lock").open("ab") as file:
        # A child left behind by a killed launcher holds it too, for it still writes.
        os.set_inheritable(file.fileno(), True)
        if not _seize(file):
            _say("Inne uruchomienie właśnie przygotowuje środowisko – czekam…")
            while not _seize(file):
                time.sleep(TICK)
        yield


def _seize(file: IO[bytes]) -> bool:
    """Take the lock unless another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
