"""Build a small site, and be stopped at a chosen file operation: ``python -m tests.site.cutting``.

Python tells an audit hook of every operation on a file before it is done, whoever asks for it;
so none is left out, and nothing of the program under test is replaced. What SQLite does within
its own file it tells nobody: ``bench.faults`` stops that from outside, at the system's calls.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pelican

from tests.desk.deploy.cutting import EVENTS, OVERCOME
from tests.newsroom.project import write
from tests.site.project import TODAY, Tree, tree
from tests.site.test_edges import NEWS, bare

KILLED, FAILED, DONE, TRACEBACK = 9, 1, 0, 70
FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)
MADE = ("output", ".debaty")
KNOWN = {"lock", "lock.holder", "spans.json", "store.sqlite", "templates"}
"""What may lie in ``.debaty/`` between two builds."""

FEW = "['plugins.publisher', 'plugins.pages', 'plugins.feeds', 'plugins.agenda']"
A, B, C = (f"content/aktualnosci/{name}.md" for name in "abc")
OLD = {
    A: NEWS.format(title="Pierwsza", day="2026-10-05", more=""),
    B: NEWS.format(title="Druga", day="2026-10-06", more="") + "\nDrugi akapit.\n",
}
BODY = {B: OLD[B].replace("akapit", "inny akapit")}
"""An edit of which a build makes no more than what shows it."""
NEW = {
    B: NEWS.format(title="Druga zmieniona", day="2026-10-06", more=""),
    C: NEWS.format(title="Trzecia", day="2026-11-07", more=""),
}


@dataclass
class Cut:
    """Counts operations on what a build makes; at the ``at``-th it ends the process or fails."""

    root: Path
    at: int
    fault: int = 0
    seen: int = 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if event in EVENTS and any(self._is_ours(str(one)) for one in args[:2]):
            self.seen += 1
            if self.seen == self.at:
                if not self.fault:
                    os._exit(KILLED)
                raise OSError(self.fault, os.strerror(self.fault), str(args[0]))

    def _is_ours(self, path: str) -> bool:
        return any(path.startswith(str(self.root / name)) for name in MADE)


def built(root: Path, cut: Cut | None = None) -> int:
    """Build in a child, which is cut at an operation; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said, code = io.StringIO(), TRACEBACK
    try:
        os.chdir(root)
        if cut:
            sys.addaudithook(cut)
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = _run()
        if code == DONE and cut and cut.fault and cut.seen >= cut.at:
            code = OVERCOME
        if code == FAILED and "Traceback" in said.getvalue():
            code = TRACEBACK
    except BaseException as error:  # what is not told in words is a fault of the program
        print(f"{cut}: {error!r}", file=sys.__stderr__, flush=True)
    finally:
        if code == TRACEBACK or (code and not cut):
            print(said.getvalue()[-2000:], file=sys.__stderr__, flush=True)
        os._exit(code)
    return code


def _run() -> int:
    words = ["-s", "publishconf.py", "--fatal", "errors"]
    sys.argv = ["pelican", *words]
    try:
        pelican.main(words)
    except SystemExit as end:
        return int(end.code or 0)
    return DONE


class Ground:
    """One folder in which every round begins anew, with the site before its edit."""

    def __init__(self, folder: Path, *, whole: bool, new: Mapping[str, str] = NEW) -> None:
        self._new = new
        os.cpu_count = lambda: 1  # a slow build would start others, whose operations nobody counts
        self.root = folder.resolve() / "projekt"
        self.project = bare(self.root)
        if not whole:
            settings = self.root / "pelicanconf.py"
            settings.write_text(f"{settings.read_text('utf-8')}\nPLUGINS = {FEW}\n", "utf-8")
        os.environ["BUILD_DATE"] = TODAY
        write(self.root, OLD)
        os.chdir(self.root)
        with contextlib.redirect_stdout(io.StringIO()):
            assert _run() == DONE  # in this process: its children need import nothing anew
        self._pattern = folder / "wzór"
        for name in MADE:
            shutil.copytree(self.root / name, self._pattern / name)
        self.old = tree(self.root / "output")
        self.begin(cold=True)
        assert built(self.root) == DONE
        self.new: Tree = tree(self.root / "output")

    def begin(self, *, cold: bool) -> None:
        """The old site stands, or none; the texts are the new ones."""
        for name in MADE:
            shutil.rmtree(self.root / name, ignore_errors=True)
            if not cold:
                shutil.copytree(self._pattern / name, self.root / name)
        write(self.root, dict(self._new))

    def judge(self, *, done: bool) -> None:
        """Every file is the old or the new one, whole; the next build heals what is left."""
        output = self.root / "output"
        seen = tree(output) if output.exists() else {}
        odd = {path for path, data in seen.items() if data not in _either(self, path)}
        assert not odd, odd
        assert not done or seen == self.new
        assert built(self.root) == DONE
        assert tree(output) == self.new
        left = {one.name for one in (self.root / ".debaty").iterdir()}
        assert left <= KNOWN, left
        assert not [one for one in output.rglob("*") if one.is_dir() and not any(one.iterdir())]


def _either(ground: Ground, path: str) -> tuple[bytes | None, ...]:
    return ground.old.get(path), ground.new.get(path)


def rounds(
    ground: Ground, stride: int, *, cold: bool, faults: tuple[int, ...], first: int = 1
) -> Iterator[int]:
    """Cut a build at every ``stride``-th operation from ``first`` on; each number, judged."""
    at, ended = first, KILLED
    while ended != DONE:
        fault = faults[at % len(faults)]
        ground.begin(cold=cold)
        ended = built(ground.root, Cut(ground.root, at, fault))
        assert ended in (DONE, *((FAILED, OVERCOME) if fault else (KILLED,))), f"{at}: {ended}"
        try:
            ground.judge(done=ended in (DONE, OVERCOME))
        except AssertionError as error:
            raise AssertionError(f"after operation {at}, which ended with {ended}") from error
        yield at
        at += stride


def main(folder: str, stride: int, *words: str) -> None:
    """Both kinds of cut, of an edit and of a first build; prints the operations of each."""
    whole = "whole" in words
    if "body" in words:
        return both(Ground(Path(folder), whole=whole, new=BODY), stride, cold=False, name="body")
    ground = Ground(Path(folder), whole=whole)
    for cold in (False, True) if "cold" in words else (False,):
        both(ground, stride, cold=cold, name="cold" if cold else "edit")
    return None


def both(ground: Ground, stride: int, *, cold: bool, name: str, first: int = 1) -> None:
    """Killed, then failed; prints how often, and where last."""
    for faults in ((0,), FAULTS):
        done = list(rounds(ground, stride, cold=cold, faults=faults, first=first))
        how = "fault" if faults[0] else "kill"
        print(f"{name} {how}: {len(done)} rounds, the last at {done[-1]}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
