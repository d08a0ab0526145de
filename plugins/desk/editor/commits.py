"""A save as one git commit of that file alone, in the officer's name."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Author:
    """Whose commits these are; without an address git writes an empty one."""

    name: str
    email: str = ""


def author(root: Path, name: str = "") -> Author:
    """The person named, else the one in git's settings, with the address that stands there."""
    told = name or _said(root, "config", "user.name") or "Redakcja"
    return Author(
        " ".join(told.replace("<", "").replace(">", "").split()),
        _said(root, "config", "user.email"),
    )


def commit(root: Path, path: str, message: str, by: Author) -> str:
    """Commit one file as it is now, or its removal; what git had against it, else empty."""
    environment = {
        **os.environ,
        **{f"GIT_{role}_NAME": by.name for role in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{role}_EMAIL": by.email for role in ("AUTHOR", "COMMITTER")},
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_TERMINAL_PROMPT": "0",
    }
    steps = (
        ("add", "--all", "--", path),
        ("commit", "--quiet", "--message", message, "--only", "--", path),
    )
    for step in steps:
        done = _git(root, *step, environment=environment)
        if done.returncode:
            told = (done.stderr or done.stdout).strip().splitlines()
            return told[-1] if told else f"kod {done.returncode}"
    return ""


def published(root: Path, path: str) -> bytes | None:
    """The file as the last commit has it; None: it is in no commit, or there is no git."""
    done = subprocess.run(
        ["git", "show", f"HEAD:./{path}"], cwd=root, capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else None


def _said(root: Path, *words: str) -> str:
    return _git(root, *words).stdout.strip()


def _git(
    root: Path, *words: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *words],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        stdin=subprocess.DEVNULL,
    )
