"""Who publishes, and what: for the record of each edition."""

from __future__ import annotations

import getpass
from pathlib import Path

from plugins.desk import git


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
    return git.said(root, *words).decode("utf-8", "replace").strip()
