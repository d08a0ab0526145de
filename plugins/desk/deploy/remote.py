"""Editions on another machine, over SSH and rsync: there a shell and GNU's tools are enough."""

from __future__ import annotations

import io
import shlex
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from plugins.desk.deploy import plan
from plugins.desk.deploy.memory import FILE
from plugins.desk.deploy.plan import MANIFEST, is_name
from plugins.desk.deploy.prepared import Earlier
from plugins.desk.deploy.shelf import CURRENT, GONE, MARK, NEXT, RELEASES
from plugins.desk.deploy.targets import Target
from plugins.desk.deploy.telling import visible
from plugins.press.faults import told
from plugins.problems import Problem, Problems

LAST = "last"
"""The edition that was sent last, kept here: what it compressed need not be made anew."""

BUSY = 75  # EX_TEMPFAIL: what ``flock`` gives here when another one holds the lock

_CLAIM = f"""
umask 022
mkdir -p "$1" && cd "$1"
if [ ! -d {RELEASES} ] && [ -n "$(ls -A | grep -vx .lock)" ]; then echo obcy >&2; exit 1; fi
if [ -e {CURRENT} ] && [ ! -L {CURRENT} ]; then echo obcy >&2; exit 1; fi
mkdir -p {RELEASES}
if ls -A {RELEASES} | grep -qvxE '[0-9]{{8}}T[0-9]{{6}}Z|[.]next|[.]gone-.*'; then
    echo obcy >&2; exit 1
fi
"""
_LOCK = f"""{_CLAIM}
exec flock -n -E {BUSY} .lock sh -c 'echo mam; cat >/dev/null'
"""
_STATE = f"""
cd "$1"
readlink {CURRENT} || echo
for mark in {RELEASES}/*/{MARK}; do [ -e "$mark" ] && echo "$mark"; done; true
"""
_HEAL = f"""
cd "$1"; rm -f {NEXT}
[ ! -L {CURRENT} ] || : >> {CURRENT}/{MARK}
cd {RELEASES}; rm -rf {NEXT} {GONE}*
for each in *; do [ ! -d "$each" ] || [ -e "$each/{MARK}" ] || rm -rf "$each"; done
"""
_FETCH = f"""
cd "$1/{RELEASES}"
for each in */{MANIFEST} */www/{FILE} */www/*/{FILE} */www/*/*/{FILE}; do
    [ ! -e "$each" ] || printf '%s\\0' "$each"
done | tar -cf - --null -T -
"""
_RECEIVE = f'cd "$1"; sync; mv -T {RELEASES}/{NEXT} "{RELEASES}/$2"'
_SWITCH = f"""
cd "$1"; rm -f {NEXT}; umask 022
ln -s "{RELEASES}/$2" {NEXT}
mv -T {NEXT} {CURRENT}
: >> "{RELEASES}/$2/{MARK}"
"""
_CARRY = f'cd "$1/{RELEASES}/$2"; xargs -0 -r cp -ln --parents -t "../$3" --'
_DROP = f"""
cd "$1/{RELEASES}"; mv -T "$2" "{GONE}$2"; rm -rf "{GONE}$2"
"""


class State(NamedTuple):
    """Which edition is public, and which are or were."""

    current: str
    published: tuple[str, ...]


class Server:
    """A shelf (:class:`plugins.desk.deploy.shelf.Shelf`); ``mirror``: a folder of ours here."""

    def __init__(self, target: Target, mirror: Path) -> None:
        self._target = target
        self._mirror = mirror
        self._control = ""
        self._state: State | None = None
        self._fetched: dict[str, bytes] | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """One connection that the others go through; on its end the server lets go."""
        self._mirror.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
            self._control = str(Path(folder, "ssh"))
            holder = subprocess.Popen(
                self._words(_LOCK, master=True),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            try:
                assert holder.stdout is not None
                if holder.stdout.readline() != b"mam\n":
                    self._fail(holder.communicate()[1], holder.returncode)
                yield
            finally:
                holder.communicate()
                self._control = ""

    def heal(self) -> None:
        """As the shelf promises."""
        with told(self._mirror):
            if self.workspace().exists():
                shutil.rmtree(self.workspace())
        self._state = None
        self._run(_HEAL)

    def current(self) -> str:
        """As the shelf promises."""
        return self._stands().current

    def published(self) -> tuple[str, ...]:
        """As the shelf promises."""
        return self._stands().published

    def _stands(self) -> State:
        """Asked once: every question takes a connection, and nobody else changes anything."""
        if self._state is None:
            link, *marks = self._run(_STATE).decode().splitlines()
            names = (Path(line).parent.name for line in marks)
            self._state = State(Path(link).name, tuple(sorted(filter(is_name, names))))
        return self._state

    def read(self, name: str, path: str) -> bytes | None:
        """A manifest or a list of addresses, of all editions fetched at once."""
        if self._fetched is None:
            packed = self._run(_FETCH) if self.published() else b""
            self._fetched = _unpacked(packed) if packed else {}
        return self._fetched.get(f"{name}/{path}")

    def workspace(self) -> Path:
        """In the mirror."""
        return self._mirror / NEXT

    def earlier(self) -> Earlier | None:
        """What was sent last, if it is here."""
        folder = self._mirror / LAST
        try:
            return Earlier(folder, plan.read((folder / MANIFEST).read_bytes(), str(folder)))
        except (FileNotFoundError, Problems):
            return None

    def reused(self, name: str) -> Earlier | None:
        """Never: what is deleted there is no work here."""
        del name
        return None

    def receive(self, name: str) -> None:
        """Send what differs from the edition that is public; the rest is linked over there."""
        current = self.current()
        link = [f"--link-dest=../{current}"] if current else []
        words = [*("rsync", "-rlpt", "--checksum", "--delete", "-s"), *link]
        words += ["-e", shlex.join(self._ssh()), "--", f"{self.workspace()}/"]
        words.append(f"{self._target.host}:{self._target.path}/{RELEASES}/{NEXT}/")
        self._call(words)
        self._run(_RECEIVE, name)
        with told(self._mirror):
            if (self._mirror / LAST).exists():
                shutil.rmtree(self._mirror / LAST)
            self.workspace().rename(self._mirror / LAST)

    def switch(self, name: str) -> None:
        """As the shelf promises."""
        self._run(_SWITCH, name)
        names = {*self._stands().published, name}
        self._state = State(name, tuple(sorted(names)))

    def carry(self, source: str, target: str, paths: Iterable[str]) -> None:
        """As the shelf promises."""
        self._run(_CARRY, source, target, given="".join(f"{path}\0" for path in paths).encode())

    def drop(self, names: Iterable[str]) -> None:
        """As the shelf promises."""
        for name in names:
            self._run(_DROP, name)
            current, published = self._stands()
            self._state = State(current, tuple(one for one in published if one != name))

    def _run(self, script: str, *arguments: str, given: bytes = b"") -> bytes:
        return self._call(self._words(script, *arguments), given)

    def _words(self, script: str, *arguments: str, master: bool = False) -> list[str]:
        """A script over there; what differs goes in as arguments, quoted, never into its text."""
        remote = shlex.join(["sh", "-euc", script, "debaty", self._target.path, *arguments])
        return [*self._ssh(master=master), "--", self._target.host, remote]

    def _ssh(self, *, master: bool = False) -> list[str]:
        port = ["-p", str(self._target.port)] if self._target.port else []
        role = "yes" if master else "no"
        return ["ssh", *port, "-T", "-o", f"ControlMaster={role}", "-S", self._control]

    def _call(self, words: list[str], given: bytes = b"") -> bytes:
        with told(self._mirror):
            done = subprocess.run(words, input=given, capture_output=True, check=False)
        if done.returncode:
            self._fail(done.stderr, done.returncode)
        return done.stdout

    def _fail(self, said: bytes, code: int) -> None:
        words = visible(" ".join(said.decode("utf-8", "replace").split()))
        text = {"obcy": _FOREIGN}.get(words) or (_BUSY if code == BUSY else f"{_REFUSED}: {words}")
        raise Problems([Problem(str(self._target), 0, "", text)])


def _unpacked(packed: bytes) -> dict[str, bytes]:
    """Path → bytes of every plain file in an archive, which is only ever held in memory."""
    found = {}
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                found[member.name] = file.read()
    return found


_BUSY = "ktoś właśnie tu publikuje – poczekaj, aż skończy"
_FOREIGN = "ten folder nie jest pusty i nie publikował w nim ten program – wskaż inny, pusty folder"
_REFUSED = "serwer nie wykonał polecenia – sprawdź połączenie i prawa, potem opublikuj jeszcze raz"
