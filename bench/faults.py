"""A build stopped wherever it can be: at each operation, by a full disk, by another build.

    python -m bench.faults FOLDER [--every 4] [--first 1] [--only operations calls twice disk]

Cuts an edit's build and a first one at every operation on a file in turn, killed and failed;
then at every call that SQLite makes to write (by ``strace``, where it is); then builds twice at
once; then on a disk that is full, with less and less room, and on one that cannot be written to.
After each, the next build must heal and equal a clean one. Prints how many times each was done.
FOLDER must be empty; the disks are mounted in a namespace of their own. A first build has five
times the operations of an edit, and SQLite writes 160 pages for an edit: ``--every 4`` cuts these
two at the ``--first`` and each fourth after.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.problems import Problems
from tests.desk.deploy.cutting import leftovers
from tests.desk.deploy.stand import OLD as PUBLIC
from tests.desk.deploy.stand import Stand, page
from tests.newsroom.project import write
from tests.site import cutting
from tests.site.cutting import NEW, Ground
from tests.site.project import Project, Tree, tree
from tests.site.test_edges import bare

WRITES = ("pwrite64", "fdatasync", "fsync", "ftruncate")
"""The calls by which SQLite changes its files."""

USUAL = ("pwrite64", "fdatasync")
"""Those that every build makes here."""

NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")
ROOM = (0, 16, 64, 200, 400, 800, 1600, 2400, 3200, 4800, 6400, 9600)
"""Kilobytes that are left on the disk."""


WAYS = ("operations", "calls", "twice", "disk")


def main(folder: Path, ways: list[str], every: int, first: int) -> None:
    """The ways in turn, each in a folder of its own."""
    if "operations" in ways:
        ground = Ground(folder / "operations", whole=False)
        if first == 1:
            cutting.both(ground, 1, cold=False, name="edit")
            body = Ground(folder / "body", whole=False, new=cutting.BODY)
            cutting.both(body, 1, cold=False, name="body")
        cutting.both(ground, every, cold=True, name="cold", first=first)
    if "calls" in ways and shutil.which("strace"):
        for name, count in by_calls(Ground(folder / "calls", whole=False), every, first):
            print(f"{name}: {count} rounds", flush=True)
    if "twice" in ways:
        at_once(folder / "twice")
    if "disk" in ways:
        words = ["-m", "bench.faults", str(folder / "disk"), "--mounted"]
        subprocess.run([*NAMESPACE, sys.executable, *words], check=True)


def by_calls(ground: Ground, every: int, first: int) -> Iterator[tuple[str, int]]:
    """Stop the process, or fail it, at each call of SQLite's in turn; at each of the rare ones."""
    for call in WRITES:
        start, stride = (first, every) if call == "pwrite64" else (1, 1)
        for how in ("signal=KILL", "error=ENOSPC", "error=EIO"):
            count = 0
            while True:
                ground.begin(cold=False)
                rule = f"inject={call}:{how}:when={start + count * stride}"
                code, said = _traced(ground.root, call, rule)
                if "INJECTED" not in said and code == 0:
                    break
                assert code != 0 or how != "signal=KILL", said
                assert "Traceback" not in said, said
                ground.judge(done=code == 0)
                count += 1
            assert count or call not in USUAL, f"{rule} struck nothing"
            yield f"{call} {how}", count


def _traced(root: Path, call: str, rule: str) -> tuple[int, str]:
    words = ["strace", "-f", "-qq", "-e", f"trace={call}", "-e", rule, "-o", str(root / "trace")]
    done = _build(root, *words)
    trace = (root / "trace").read_text("utf-8", "replace")
    (root / "trace").unlink()
    killed = "INJECTED" if "+++ killed" in trace else ""
    return done.returncode, done.stdout + killed + ("INJECTED" if "(INJECTED)" in trace else "")


def _build(root: Path, *before: str) -> subprocess.CompletedProcess[str]:
    words = [*before, sys.executable, "-m", "pelican", "-s", "publishconf.py"]
    return subprocess.run(
        words, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def at_once(folder: Path) -> None:
    """Two first builds of one project: both succeed, and the site is that of one."""
    project = bare(folder / "projekt")
    write(project.root, NEW)
    words = [sys.executable, "-m", "pelican", "-s", "publishconf.py"]
    every = [subprocess.Popen(words, cwd=project.root, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait() for one in every] == [0, 0]
    both = tree(project.output)
    for name in cutting.MADE:
        shutil.rmtree(project.root / name)
    assert _build(project.root).returncode == 0
    assert tree(project.output) == both
    print("two builds at once: 1 round", flush=True)


def on_disks(folder: Path) -> None:
    """Run in a namespace, where we may mount."""
    project = bare(folder / "projekt")
    write(project.root, NEW)
    assert _build(project.root).returncode == 0
    wanted = tree(project.output)
    disk = folder / "dysk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", str(disk)], check=True)
    ballast = disk / "ballast"
    rounds = 0
    for room in ROOM:
        root = Project.copied(disk / "projekt").root
        shutil.rmtree(root / "content")
        shutil.copytree(project.root / "content", root / "content")
        rounds += _without_room(root, ballast, room, wanted)
        shutil.rmtree(root)
    print(f"full disk: {rounds} rounds", flush=True)
    _read_only(project, wanted)
    print(f"full disk of a publication: {_published(folder, disk)} rounds", flush=True)


def _published(folder: Path, disk: Path) -> int:
    """Publish a sixth edition with less and less room, until it is none: old or new, and healed."""
    (folder / "stand").mkdir()
    stand = Stand(folder / "stand", f"folder:{disk / 'www'}")
    for number in range(5):
        stand.build({**PUBLIC, "index.html": page(f"Wydanie {number}")})
        with contextlib.redirect_stdout(io.StringIO()):
            stand.publish()
    more = {f"tematy/t{number}/index.html": page(f"{number}") for number in range(10)}
    stand.build({**PUBLIC, **more, "index.html": page("Wydanie 5")})
    before, short = stand.seen(), 0
    for room in range(200, -1, -4):
        shutil.copytree(disk / "www", disk / "kopia", symlinks=True)
        short += _published_in(stand, disk / "ballast", room, before)
        shutil.rmtree(disk / "www")
        (disk / "kopia").rename(disk / "www")
    assert short, "there was room each time"
    _refused_read_only(stand, disk / "www")
    return short


def _refused_read_only(stand: Stand, place: Path) -> None:
    """A target that cannot be written to keeps its edition, and the next run publishes."""
    before = stand.seen()
    stand.build({**PUBLIC, "index.html": page("Wydanie 6")})
    for options in (["--bind", str(place)], ["-o", "remount,ro,bind"]):
        subprocess.run(["mount", *options, str(place)], check=True)
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            stand.publish()
            told = ""
        except Problems as problems:
            told = str(problems)
    assert "tylko do odczytu" in told, told
    assert stand.seen() == before
    subprocess.run(["umount", str(place)], check=True)
    with contextlib.redirect_stdout(io.StringIO()):
        stand.publish()
    assert "Wydanie 6" in stand.seen()["index.html"].decode()
    assert leftovers(stand) == []
    print("read-only target of a publication: 1 round", flush=True)


def _published_in(stand: Stand, ballast: Path, room: int, before: Tree) -> int:
    """1 if there was too little room; then the old edition is seen, and the next run succeeds."""
    free = os.statvfs(ballast.parent).f_bavail * os.statvfs(ballast.parent).f_frsize
    ballast.write_bytes(bytes(max(free - room * 1024, 0)))
    told, refused = "", 0
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            stand.publish()
        except Problems as problems:
            told, refused = str(problems), 1
    assert not refused or "na dysku nie ma miejsca" in told, told
    seen = stand.seen()
    assert seen == before if refused else "Wydanie 5" in seen["index.html"].decode()
    ballast.unlink()
    with contextlib.redirect_stdout(io.StringIO()):
        stand.publish()
    assert "Wydanie 5" in stand.seen()["index.html"].decode()
    assert leftovers(stand) == []
    return refused


def _without_room(root: Path, ballast: Path, room: int, wanted: Tree) -> int:
    """Build with so much room; 1 if it was too little."""
    free = os.statvfs(root).f_bavail * os.statvfs(root).f_frsize
    ballast.write_bytes(bytes(max(free - room * 1024, 0)))
    done = _build(root)
    ballast.unlink()
    if done.returncode:
        assert done.returncode == 1, done.stdout
        assert "Traceback" not in done.stdout, done.stdout
        print(f"{room} KB: {done.stdout.splitlines()[0]}", flush=True)
        assert _build(root).returncode == 0
    assert tree(root / "output") == wanted
    left = {one.name for one in (root / ".debaty").iterdir()}
    assert left <= cutting.KNOWN, left
    return int(bool(done.returncode))


def _read_only(project: Project, wanted: Tree) -> None:
    for name in cutting.MADE:
        place = str(project.root / name)
        project.edit("content/aktualnosci/c.md", "Treść.", "Treść zmieniona.")
        subprocess.run(["mount", "--bind", place, place], check=True)
        subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
        done = _build(project.root)
        assert done.returncode == 1, done.stdout
        assert "Traceback" not in done.stdout, done.stdout
        assert "tylko do odczytu" in done.stdout, done.stdout
        assert tree(project.output) == wanted
        subprocess.run(["umount", place], check=True)
        project.edit("content/aktualnosci/c.md", "Treść zmieniona.", "Treść.")
        assert _build(project.root).returncode == 0
        assert tree(project.output) == wanted
    print("read-only: 2 rounds", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=lambda text: Path(text).resolve())
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--mounted", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    os.environ["BUILD_DATE"] = cutting.TODAY
    if given.mounted:
        on_disks(given.folder)
    else:
        main(given.folder, given.only, given.every, given.first)
