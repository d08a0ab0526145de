"""A process that has loaded everything, whose children build: ``python -m …preview.warm``.

Of building one edit nine tenths are Python's start and imports. A child of this process goes on
where those end and runs ``pelican.main`` as ``python -m pelican`` would. Once any code has changed
the process is of no more use; then, and where nothing can fork, builds start from the beginning.
"""

from __future__ import annotations

import contextlib
import json
import os
import pkgutil
import runpy
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from plugins.stamps import stamp

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = ("pelicanconf.py", "publishconf.py")
ENDED = "\0"
"""Begins the line by which it says that it is ready, and that a build has ended with a code."""
GRACE = 5
"""Seconds that a build has to end well, once its pages stand."""
SHOWN = f"{ENDED}widać\n"
"""Says that pages stand which show an edit, while the build goes on."""


class Warm:
    """The process, as its owner sees it: asked by a line, it answers on its error stream."""

    def __init__(self) -> None:
        self._code = _code()
        self._loaded = False
        self._process = subprocess.Popen(
            [sys.executable, "-m", "plugins.desk.preview.warm"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    @property
    def is_ready(self) -> bool:
        """Whether it has loaded everything, and runs the code that lies on the disk."""
        return self._has_loaded() and self._process.poll() is None and self._code == _code()

    def _has_loaded(self) -> bool:
        """What it says first is that it has; anything else is a fault, which a build will tell."""
        said = self._process.stderr
        assert said
        if not self._loaded and select.select([said], [], [], 0)[0]:
            self._loaded = said.readline() == f"{ENDED}\n"
        return self._loaded

    def build(self, words: list[str], shown: Callable[[], None]) -> Iterator[str]:
        """What a build of ``pelican WORDS`` says of its problems; the last line: its exit code.

        ``shown`` is called if an edit can be seen before the build has ended.
        """
        assert self._process.stdin
        assert self._process.stderr
        print(json.dumps(words), file=self._process.stdin, flush=True)
        for line in self._process.stderr:
            if line == SHOWN:
                shown()
            elif line.startswith(ENDED):
                yield line.removeprefix(ENDED)
                return
            else:
                yield line
        yield "1"

    def close(self) -> None:
        """End it, and the build that it may be at."""
        self._process.terminate()
        self._process.communicate()


def _code() -> dict[str, str]:
    """The stamps of all that is imported; as far as it is there."""
    files = [*(ROOT / "plugins").rglob("*.py"), *(ROOT / name for name in SETTINGS)]
    found: dict[str, str] = {}
    for file in files:
        with contextlib.suppress(FileNotFoundError):  # an editor puts it back in a moment
            found[str(file)] = stamp(file.stat())
    return found


# -- in the process itself ---------------------------------------------------------------


def main() -> None:
    """Build as often as asked, one after another."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the owner, and for a child
    _import_everything()
    print(ENDED, file=sys.stderr, flush=True)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _build(json.loads(line))
        signal.signal(signal.SIGTERM, lambda *_, child=child: _end(child))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(f"{ENDED}{code}", file=sys.stderr, flush=True)


def _end(child: int) -> None:
    os.kill(child, signal.SIGTERM)
    os.waitpid(child, 0)
    os._exit(0)


def _import_everything() -> None:
    """All that a build may load; the settings themselves are read each time."""
    settings = runpy.run_path(str(ROOT / SETTINGS[-1]))
    for name in ("pelican", "rich.status"):  # its spinner loads the second when it runs
        import_module(name)
    for name in (*settings["PLUGINS"], "plugins.layout"):
        for module in pkgutil.iter_modules(import_module(name).__path__, f"{name}."):
            import_module(module.name)
    import_module("plugins.publisher.edits").load(settings)


def _build(words: list[str]) -> None:
    """In a child: become ``pelican WORDS``; never returns."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    from plugins import signals  # only who builds needs them

    signals.shown.connect(_tell_shown)
    code = 1
    try:
        sys.argv = ["pelican", *words]
        import_module("pelican").main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _tell_shown(_: str) -> None:
    """Say so, and let nobody end what is left at once: cut off, it would cost a whole build."""
    for end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(end, lambda *_: signal.alarm(GRACE))
    print(SHOWN, end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
