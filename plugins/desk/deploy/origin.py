"""Who publishes, and what: for the record of each edition."""

from __future__ import annotations

import getpass
import subprocess
from pathlib import Path


def version(root: Path) -> str:
    """The commit of the project; with ``+`` if files differ from it; empty without git."""
    commit = _git(root, "rev-parse", "HEAD")
    return commit + ("+" if commit and _git(root, "status", "--porcelain", "--", ".") else "")


def person(root: Path) -> str:
    """As git knows him, else as the system does."""
    name = _git(root, "config", "user.name")
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        return ""


def _git(root: Path, *words: str) -> str:
    """What git says; nothing, if there is no git or no repository."""
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", "-C", str(root), *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""
