"""Commands run in this process over a small project: quick, with nobody at the keyboard."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.desk import child, commands

TODAY = "2026-11-22"
BASE = Path(__file__).resolve().parents[1] / "sites/base/content"


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Desk:
    """A project's folder, which the commands take for their own."""

    root: Path
    patch: pytest.MonkeyPatch
    caught: pytest.CaptureFixture[str]

    def desk(self, *words: str, cwd: Path | None = None) -> Done:
        here = Path.cwd()
        os.chdir(cwd or self.root)
        try:
            code = commands.main(words)
        except SystemExit as ended:
            code = int(str(ended.code))
        finally:
            os.chdir(here)
        return Done(code, *self.caught.readouterr())


def desk(root: Path, patch: pytest.MonkeyPatch, caught: pytest.CaptureFixture[str]) -> Desk:
    """The least that is a site, in a folder whose name is a trial of its own."""
    for path in BASE.rglob("*.*"):
        place = root / "content" / path.relative_to(BASE)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
    patch.setattr(child, "ROOT", root)
    patch.setenv("BUILD_DATE", TODAY)
    return Desk(root, patch, caught)
