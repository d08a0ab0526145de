"""What git says of the project, if there is git at all."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def head(root: Path) -> str:
    """The name of the last commit; empty without one."""
    return said(root, "rev-parse", "HEAD").decode("ascii").strip()


def said(root: Path, *words: str) -> bytes:
    """What git says; nothing, if there is no git, no repository or no commit."""
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words],
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
