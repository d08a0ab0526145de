"""A copy of the project that a test may change, built as anyone builds it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.site.oven import oven

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("content", "theme", "plugins", "pelicanconf.py", "publishconf.py")
TODAY = "2026-11-22"

Tree = dict[str, bytes]
Stamps = dict[str, tuple[int, int, int]]


@dataclass(frozen=True)
class Project:
    """A project's folder and ways to build it."""

    root: Path

    @classmethod
    def copied(cls, folder: Path) -> Project:
        """The sources alone, without anything made from them."""
        folder.mkdir(parents=True)
        for name in PARTS:
            source = ROOT / name
            if source.is_dir():
                unfinished = shutil.ignore_patterns("*.pyc.*")
                shutil.copytree(source, folder / name, ignore=unfinished, symlinks=True)
            else:
                shutil.copy(source, folder / name)
        return cls(folder)

    def copy(self, folder: Path) -> Project:
        """All of it, with what was made and is remembered."""
        shutil.copytree(self.root, folder, symlinks=True)
        return Project(folder)

    def empty(self) -> None:
        """Take its content away, for other content to come."""
        shutil.rmtree(self.root / "content")

    def pelican(
        self,
        *words: str,
        day: str = TODAY,
        environment: Mapping[str, str] | None = None,
        apart: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        """``python -m pelican`` in the project's folder, as one process.

        ``apart``: by a Python of its own, which a changed plugin or a locale needs; see ``oven``.
        """
        own = {**os.environ, "BUILD_DATE": day, "EXECUTOR": "1", **(environment or {})}
        if not (apart or sys.platform == "win32"):
            return oven().pelican(words, self.root, own)
        return subprocess.run(
            [sys.executable, "-m", "pelican", *words],
            cwd=self.root,
            env=own,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def build(self, *words: str, day: str = TODAY, apart: bool = False) -> str:
        """Build and succeed; what was printed."""
        all_words = ("-s", "publishconf.py", "--fatal", "errors", *words)
        done = self.pelican(*all_words, day=day, apart=apart)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def refused(self, day: str = TODAY) -> list[str]:
        """Build and fail; the problems, a line each."""
        done = self.pelican("-s", "publishconf.py", "--fatal", "errors", day=day)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        return [line for line in done.stderr.split("\n\n")[0].splitlines() if line]

    @property
    def output(self) -> Path:
        return self.root / "output"

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace one passage of a file, which must be there."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), "utf-8")

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def text(self, path: str) -> str:
        """A published file."""
        return (self.output / path).read_text("utf-8")

    def words(self, path: str) -> str:
        """The words of a published page, with plain spaces."""
        return " ".join(LexborHTMLParser(self.text(path)).text().split())


def tree(folder: Path) -> Tree:
    """Every file's bytes by its path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def stamps(folder: Path) -> Stamps:
    """Inode, size and time of every file."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    status = ((file.relative_to(folder).as_posix(), file.stat()) for file in files)
    return {path: (s.st_ino, s.st_size, s.st_mtime_ns) for path, s in status}


def rewritten(before: Stamps, after: Stamps) -> set[str]:
    """Files written, added or removed between two looks."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
