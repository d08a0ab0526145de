"""A command run as a person runs it: on a terminal, an answer for each question."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 60  # seconds to wait for what must come


class Terminal:
    """A running command of the desk and what it has shown so far."""

    def __init__(self, root: Path, *words: str, environment: Mapping[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        self.shown = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._seen = 0
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "plugins.desk", *words],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root), "TERM": "dumb", **environment},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_hold_terminal,
        )
        os.close(theirs)

    def expect(self, words: str) -> None:
        """Wait until it shows these words."""
        while words not in self.shown[self._seen :]:
            assert self._read(), f"„{words}” did not come:\n{self.shown}"
        self._seen = self.shown.index(words, self._seen) + len(words)

    def answer(self, question: str, text: str) -> None:
        """Wait for a question, then type an answer and Enter."""
        self.expect(question)
        self.expect("> ")
        self.type(f"{text}\n")

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def interrupt(self) -> int:
        """Ctrl+C, and once more where nothing comes of it, as a person would; the exit code.

        Python's line editor misses the one that comes just when it begins to listen.
        """
        self.type("\x03")
        for _ in range(PATIENCE):
            ready, _, _ = select.select([self._ours], [], [], 5)
            if not ready:
                self.type("\x03")
            elif not self._read():
                return self.process.wait(PATIENCE)
        raise AssertionError(f"Ctrl+C ends nothing:\n{self.shown}")

    def end(self) -> int:
        """Everything that is left to be shown; the exit code."""
        while self._read():
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Take the terminal away; what still runs on it ends."""
        os.close(self._ours)
        self.process.kill()
        self.process.wait(PATIENCE)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], PATIENCE)
        assert ready, f"nothing more came:\n{self.shown}"
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # Linux: the other side is closed
            return False
        self.shown += self._decoder.decode(data).replace("\r\n", "\n")
        return bool(data)


def _hold_terminal() -> None:
    """Make its input the terminal that Ctrl+C is pressed on, and heard, as a shell does:
    whoever runs the tests in the background may have told us to ignore it.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
