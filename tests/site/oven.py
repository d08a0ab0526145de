"""Builds in children of one process that has imported everything: ``python -m tests.site.oven``.

Of a small site's build nine tenths are Python's start and imports. A child of this process runs
``pelican.main`` as ``python -m pelican`` does, in the project's folder and environment. What is
settled when Python starts – the hash seed, the locale, other code in the project's ``plugins`` –
wants a process of its own instead: ``Project.pelican(..., apart=True)``.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TRACEBACK = 1
_OUTSIDE = ("pelican", "morfeusz2", "typst", "segno", "PIL.Image", "icalendar", "holidays", "yaml")


@dataclass(frozen=True)
class Oven:
    """The process, asked a line at a time; what a child printed comes back by way of files."""

    process: subprocess.Popen[str]
    asking: threading.Lock

    def pelican(
        self, words: tuple[str, ...], folder: Path, environment: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """What ``python -m pelican`` would print and return."""
        with TemporaryDirectory() as place, self.asking:
            task = {
                "words": words,
                "folder": str(folder),
                "environment": dict(environment),
                "place": place,
                "umask": _umask(),
            }
            assert self.process.stdin
            assert self.process.stdout
            print(json.dumps(task), file=self.process.stdin, flush=True)
            code = int(self.process.stdout.readline())
            said = [(Path(place) / name).read_text("utf-8") for name in ("1", "2")]
        return subprocess.CompletedProcess(["pelican", *words], code, *said)

    def close(self) -> None:
        """End it, as the end of its input does."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@cache
def oven() -> Oven:
    """The one of this process, started when it is first wanted."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.site.oven"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    started = Oven(process, threading.Lock())
    atexit.register(started.close)
    return started


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


# -- in the process itself ---------------------------------------------------------------


def main() -> None:
    """Answer each task with the exit code of the child that did it."""
    _import_everything()
    for line in sys.stdin:
        task = json.loads(line)
        child = os.fork()
        if not child:
            _run(task)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _import_everything() -> None:
    for name in _OUTSIDE:
        import_module(name)
    rooms = walk_packages([str(ROOT / "plugins")], "plugins.")
    for module in rooms:
        if not module.name.startswith("plugins.desk"):
            import_module(module.name)


def _run(task: Mapping[str, Any]) -> None:
    """In a child: become ``python -m pelican``; never returns."""
    code = TRACEBACK
    try:
        _settle(task)
        sys.argv = ["pelican", *task["words"]]
        import_module("pelican").main()
        code = 0
    except SystemExit as end:
        code = _code(end)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _settle(task: Mapping[str, Any]) -> None:
    for number, name in ((0, os.devnull), (1, f"{task['place']}/1"), (2, f"{task['place']}/2")):
        descriptor = os.open(name, os.O_RDWR | os.O_CREAT)
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.environ.clear()
    os.environ.update(task["environment"])
    time.tzset()
    os.umask(task["umask"])
    os.chdir(task["folder"])
    sys.path[0] = task["folder"]


def _code(end: SystemExit) -> int:
    """What Python makes of the value of a SystemExit."""
    if isinstance(end.code, str):
        print(end.code, file=sys.stderr)
        return TRACEBACK
    return end.code or 0


if __name__ == "__main__":
    main()
