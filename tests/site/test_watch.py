"""``pelican -lr``: a fault is told once, nothing loops, and mending it publishes."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from queue import Empty, Queue

import pytest

from tests.site.project import TODAY, Project

PATIENCE = 90  # seconds to wait for what must come
REST = 4  # seconds in which nothing may come: a loop would print every 10 ms
BAD = "---\ntytuł: Próba\ndata publikacji: 2026-02-30\n---\nTreść.\n"
FILE = "content/aktualnosci/2026/proba.md"


class Watcher:
    """A running ``pelican -lr`` and the lines that it prints."""

    def __init__(self, project: Project) -> None:
        self.lines: Queue[str] = Queue()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "pelican", "-lr", "-p", str(port)],
            cwd=project.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            start_new_session=True,
            env={**os.environ, "BUILD_DATE": TODAY},
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> None:
        """Read up to the line that matches."""
        while not re.search(words, self.lines.get(timeout=PATIENCE)):
            continue

    def after(self, save: Callable[[], None], words: str) -> None:
        """Save until the line that matches comes: the first may be before it watches."""
        for _ in range(PATIENCE):
            save()
            try:
                while not re.search(words, self.lines.get(timeout=REST)):
                    continue
            except Empty:
                continue
            return
        raise AssertionError(f"no line matches {words}")

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.reader.join()
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture
def watcher(project: Project) -> Iterator[Watcher]:
    running = Watcher(project)
    yield running
    running.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are of POSIX")
def test_a_fault_is_told_once_and_mended_on_save(project: Project, watcher: Watcher) -> None:
    watcher.until(r"Gotowe w")
    told = re.escape(FILE) + r":3: data publikacji: "
    watcher.after(lambda: project.write(FILE, BAD), told)
    watcher.until(r"Do poprawienia: 1\.")
    with pytest.raises(Empty):  # nothing more is printed
        watcher.lines.get(timeout=REST)
    mended = BAD.replace("02-30", "02-20")
    watcher.after(lambda: project.write(FILE, mended), r"Gotowe w .*zapisane: [1-9]")
    assert (project.output / "aktualnosci/proba/index.html").exists()


def test_workers_do_not_know_pelican(unit: Project) -> None:
    """Processes that read and make pages start without the half second that Pelican takes."""
    unit.write(
        "probe.py",
        "import sys\n\n\ndef knows(_: int) -> bool:\n    return 'pelican' in sys.modules\n",
    )
    unit.edit(
        "plugins/publisher/generator.py",
        "        prepared = self._prepare()\n",
        "        import probe\n"
        "        with Workers(threshold=1, processes=2) as two:  # on one processor, too\n"
        "            print('PELICAN W', sum(two.map(probe.knows, range(200))))\n"
        "        prepared = self._prepare()\n",
    )
    assert "PELICAN W 0" in unit.build(apart=True)
