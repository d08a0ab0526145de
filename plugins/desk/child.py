"""Pelican as a child process: what every command that makes pages runs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PREVIEW = Path(".debaty/preview")


def command(
    output: Path | None = None, settings: Mapping[str, str | bool] | None = None
) -> list[str]:
    """The command line of one run; ``settings`` go over those of ``publishconf.py``.

    >>> command(settings={"DRAFTS": True})[1:]
    ['-m', 'pelican', '-s', 'publishconf.py', '--fatal', 'errors', '-e', 'DRAFTS=true']
    """
    words = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "errors"]
    if output is not None:
        words += ["-o", str(output)]
    if settings:
        words += ["-e", *(f"{key}={json.dumps(value)}" for key, value in settings.items())]
    return words


def run(words: list[str], environment: Mapping[str, str] | None = None) -> int:
    """Run in the project's folder with our own input and outputs; give the exit code.

    A run that a signal ended counts 128 and the signal, as shells do.
    """
    code = subprocess.call(words, cwd=ROOT, env=environment)
    return code if code >= 0 else 128 - code
