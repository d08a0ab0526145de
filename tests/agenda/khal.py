"""khal with a folder of its own: another program that shows a calendar."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CONFIG = """
[calendars]
[[debaty]]
path = {folder}
[locale]
local_timezone = Europe/Warsaw
default_timezone = Europe/Warsaw
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
[default]
default_calendar = debaty
"""


class Khal:
    """A calendar of files in ``home/debaty``, which something else may fill."""

    def __init__(self, home: Path) -> None:
        self.home, self.folder = home, home / "debaty"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._config = home / "khal.conf"
        self._config.write_text(CONFIG.format(folder=self.folder, home=home), "utf-8")

    def take(self, file: Path) -> None:
        """Import a file's events."""
        self._run("import", "--batch", "-a", "debaty", file)

    def shows(self, day: str, days: int = 1) -> list[str]:
        """Lines ``start-end status title`` from a day on; an all-day event has days."""
        form = "{start}-{end-time} {status}{title}"
        said = self._run("list", "--day-format", "", "-f", form, day, f"{days}d")
        return [line for line in said.splitlines() if line.strip()]

    def _run(self, *words: str | Path) -> str:
        done = subprocess.run(
            [Path(sys.executable).with_name("khal"), "-c", self._config, *words],
            capture_output=True,
            check=True,
            env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(self.home)},
            text=True,
            encoding="utf-8",
        )
        return done.stdout
