"""Publish, and be stopped at a chosen file operation: ``python -m tests.desk.deploy.cutting``.

Python tells an audit hook of every operation on a file before it is done, whoever asks for it;
so none is left out, and nothing of the program under test is replaced.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from plugins.desk.asking import Halt
from plugins.desk.deploy import origin, releases
from plugins.desk.deploy.publishing import shelf_of
from plugins.problems import Problems
from tests.desk.deploy.stand import NEW, OLD, Stand, Tree, tree

EVENTS = frozenset(
    (
        *("open", "os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir"),
        *("os.chmod", "os.utime", "os.scandir", "os.listdir", "shutil.rmtree"),
    )
)
KILLED, FAILED, DONE = 9, 1, 0
OVERCOME = 5  # an operation failed, and the step was done all the same
Step = Callable[[Stand], object]


class Cut:
    """Counts operations below a folder; at the ``at``-th it ends the process or fails."""

    def __init__(self, folder: Path, at: int, *, kills: bool) -> None:
        self.folder, self.at, self.kills, self.seen = str(folder), at, kills, 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if event not in EVENTS or not any(self.folder in str(one) for one in args[:2]):
            return
        self.seen += 1
        if self.seen == self.at:
            if self.kills:
                os._exit(KILLED)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(args[0]))


def forked(step: Step, stand: Stand, at: int, *, kills: bool) -> int:
    """Do a step in a child that is cut at an operation; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = FAILED
    try:
        cut = Cut(stand.place, at, kills=kills)
        sys.addaudithook(cut)
        with contextlib.redirect_stdout(io.StringIO()):
            step(stand)
        code = OVERCOME if cut.seen >= at else DONE
    except (Problems, Halt):
        code = FAILED
    except BaseException as error:
        print(f"{at}: {error!r}", file=sys.stderr, flush=True)
        code = 70  # not told in words: a fault of the program
    finally:
        os._exit(code)
    return code


def publish(stand: Stand) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        stand.publish()


def go_back(stand: Stand) -> None:
    shelf = shelf_of(stand.root, stand.target)
    with shelf.held():
        shelf.heal()
        releases.go_back(shelf, releases.earlier_than(shelf, ""))


def leftovers(stand: Stand) -> list[str]:
    """What is neither an edition that was public nor a part of the shelf."""
    found = [one.name for one in stand.place.iterdir()]
    names = [
        one for one in stand.releases() if not (stand.place / f"releases/{one}/published").exists()
    ]
    return sorted([*names, *({*found} - {"releases", "current", ".lock"})])


def prepared(folder: Path, editions: int) -> Stand:
    """A stand whose place is full of editions, so that one is deleted, and a new site built."""
    (folder / "projekt").mkdir(parents=True)
    stand = Stand(folder / "projekt", f"folder:{folder / 'www'}")
    for number in range(editions):
        stand.build({**OLD, "kalendarz.ics": f"{OLD['kalendarz.ics']}X-N:{number}\r\n"})
        publish(stand)
    stand.build(NEW)
    return stand


def copied(pattern: Stand, folder: Path) -> Stand:
    """The same place again, links between its files lost."""
    place = folder / "www"
    if pattern.place.exists():
        shutil.copytree(pattern.place, place, symlinks=True)
    return Stand(pattern.root, f"folder:{place}", pattern.day)


def rounds(base: Path, step: Step, *, editions: int, stride: int, kills: bool) -> int:
    """Cut a step at every ``stride``-th operation in turn; how many there were.

    Each time the place shows the old site or the new one, and another run sets all right.
    """
    pattern = prepared(base / "wzór", editions)
    before = pattern.seen() if editions else {}
    whole = copied(pattern, base / "cały")
    step(whole)
    wanted, at, ended = whole.seen(), 1, KILLED
    while ended != DONE:
        stand = copied(pattern, base / str(at))
        ended = forked(step, stand, at, kills=kills)
        assert ended in (DONE, *((KILLED,) if kills else (FAILED, OVERCOME))), f"{at}: {ended}"
        judge(stand, step, before, wanted, done=ended in (DONE, OVERCOME))
        shutil.rmtree(base / str(at))
        at += stride
    return at


def judge(stand: Stand, step: Step, before: Tree, wanted: Tree, *, done: bool) -> None:
    seen = stand.seen() if (stand.place / "current").exists() else {}
    assert seen == wanted if done else seen in (before, wanted)
    if seen == before or step is publish:
        step(stand)
    else:
        shelf = shelf_of(stand.root, stand.target)
        shelf.heal()
    assert stand.seen() == wanted
    assert leftovers(stand) == []
    for name in stand.releases():
        listed = releases.manifest(shelf_of(stand.root, stand.target), name)
        there = tree(stand.place / "releases" / name)
        assert listed.files.keys() | listed.twins.keys() <= there.keys()


def main(folder: str, stride: int) -> None:
    """Every way of being cut; prints how many operations each step takes."""
    origin.version = origin.person = lambda _: ""  # they start programs, which takes long
    os.sync = lambda: None  # of use to a disk without power; waits for all of this machine's
    base = Path(folder)
    for name, step, editions in (
        ("pierwsze", publish, 0),
        ("następne", publish, 5),
        ("powrót", go_back, 2),
    ):
        for kills in (True, False):
            kind = "kill" if kills else "fault"
            place = base / f"{name}-{kind}"
            count = rounds(place, step, editions=editions, stride=stride, kills=kills)
            print(name, kind, count)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
