"""A small project with the real launcher and desk, and a stand-in for Pelican."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from plugins.desk import looking
from plugins.newsroom.warsaw import WARSAW
from tests.desk.office import CONTENT, TODAY, Office
from tests.newsroom.project import write

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds to wait for what must come

# Run as ``python -m pelican`` in the project's folder: notes how it was run, then publishes
# content/*.html as it is, or refuses a record that holds the word ŹLE.
STAND_IN = """
import json, os, pathlib, sys

def after(option):
    return sys.argv[sys.argv.index(option) + 1] if option in sys.argv else None

note = {"arguments": sys.argv[1:], "date": os.environ.get("BUILD_DATE"), "cwd": os.getcwd()}
with open("runs.jsonl", "a", encoding="utf-8") as runs:
    print(json.dumps(note), file=runs)
sources = sorted(pathlib.Path("content").glob("*.html"))
bad = [s for s in sources if "ŹLE" in s.read_text("utf-8")]
for source in bad:
    sys.stderr.buffer.write(f"{source.as_posix()}:1: źle – popraw\\n".encode())
if bad:
    sys.exit(1)
output = pathlib.Path(after("-o") or "output")
output.mkdir(parents=True, exist_ok=True)
for source in sources:
    output.joinpath(source.name).write_bytes(source.read_bytes())
"""


@dataclass(frozen=True)
class Kit:
    """A project's folder and ways to run its commands."""

    root: Path

    def launch(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run ``debaty`` itself, which makes an environment of its own."""
        with self.launcher(*words, cwd=cwd) as process:
            out, err = process.communicate(timeout=300)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def launcher(self, *words: str, cwd: Path | None = None) -> subprocess.Popen[str]:
        return self._start([sys.executable, str(self.root / "debaty"), *words], cwd)

    def desk(
        self, *words: str, cwd: Path | None = None, now: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in the environment of the tests; ``now``: its moment, if it matters."""
        with self.start(*words, cwd=cwd, now=now) as process:
            out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def start(self, *words: str, cwd: Path | None = None, now: str = "") -> subprocess.Popen[str]:
        return self._start([sys.executable, "-P", "-m", "plugins.desk", *words], cwd, now)

    def _start(
        self, words: Iterable[str], cwd: Path | None, now: str = ""
    ) -> subprocess.Popen[str]:
        clean = {k: v for k, v in os.environ.items() if k not in ("BUILD_DATE", "COLUMNS")}
        day = {"BUILD_DATE": now} if now else {}
        ours = {"PYTHONPATH": str(self.root), "PIP_NO_INDEX": "1", "PYTHONUTF8": "1"}
        ours["EXECUTOR"] = "1"  # the other processors have other tests to run
        return subprocess.Popen(
            list(words),
            cwd=cwd or self.root,
            env={**clean, **ours, **day},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def runs(self) -> list[dict[str, object]]:
        """How Pelican was run, in order."""
        notes = self.root / "runs.jsonl"
        if not notes.exists():
            return []
        return list(map(json.loads, notes.read_text("utf-8").splitlines()))


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return laid_out(tmp_path / "Strona Żółwia 1")


def laid_out(root: Path) -> Kit:
    """The project that :func:`kit` gives, in a folder that is not there yet."""
    (root / "content").mkdir(parents=True)
    shutil.copy2(ROOT / "debaty", root)
    (root / "plugins").mkdir()
    for module in ("__init__.py", "outputs.py", "problems.py", "stamps.py"):
        shutil.copy2(ROOT / "plugins" / module, root / "plugins")
    skip = shutil.ignore_patterns("__pycache__")
    for room in ("desk", "newsroom", "press", "privacy"):
        shutil.copytree(ROOT / "plugins" / room, root / "plugins" / room, ignore=skip)
    for lock in ("requirements.lock", "requirements-test.lock"):
        (root / lock).write_text("# nothing\n", "utf-8")
    (root / "pelican.py").write_text(STAND_IN, "utf-8")
    (root / "content/index.html").write_text("<title>A</title><p>Pierwsza</p>", "utf-8")
    return Kit(root)


@contextmanager
def asked(
    port: int, target: str, method: str = "GET", host: str = "127.0.0.1"
) -> Iterator[HTTPResponse]:
    """The answer of a server on this machine."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, target, headers={"Host": host})
    with connection.getresponse() as response:
        yield response
    connection.close()


@pytest.fixture(scope="session")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a look at the small unit's content leaves behind, so that the next is short."""
    root = tmp_path_factory.mktemp("remembered")
    write(root, CONTENT)
    looking.look(root, datetime.fromisoformat(TODAY).replace(tzinfo=WARSAW))
    return root / ".debaty"


@pytest.fixture
def office(
    remembered: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Office:
    """The small unit's content, which the desk's commands work on in this process."""
    shutil.copytree(remembered, tmp_path / ".debaty")
    return Office.opened(tmp_path, monkeypatch, capsys)
