"""One build of the preview, drafts included."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from plugins.desk import child
from plugins.desk.preview.warm import Warm

PREVIEW = child.ROOT / ".debaty/preview"


WORDS = child.command(output=PREVIEW, settings={"DRAFTS": True})


def rebuild() -> str:
    """Build; the problems, as told in the terminal, or nothing when all went well."""
    return _told(_plainly())


class Builder:
    """Builds again and again: the first time from the start, then by a process that is warm.

    To be closed at the end.
    """

    def __init__(self) -> None:
        self._warm: Warm | None = None

    def rebuild(self, shown: Callable[[], None]) -> str:
        """As the function of this name, in a fraction of the time.

        ``shown`` is called if all pages stand before the build has ended.
        """
        if self._warm and self._warm.is_ready:
            return _told(self._warm.build(WORDS[3:], shown))
        self.close()
        if hasattr(os, "fork"):
            self._warm = Warm()
        return rebuild()

    def close(self) -> None:
        """End the process, and the build that it may be at."""
        if self._warm:
            self._warm.close()
            self._warm = None


def _told(lines: Iterator[str]) -> str:
    """Show what a build says; its problems. The last line is its exit code."""
    said: list[str] = []
    last = ""
    for line in lines:
        print(last, end="", file=sys.stderr, flush=True)
        said.append(last)
        last = line
    if int(last) == 0:
        return ""
    return "".join(said).strip() or "Budowanie nie powiodło się."


def _plainly() -> Iterator[str]:
    """What a build says of its problems, then its exit code."""
    with subprocess.Popen(
        WORDS, cwd=child.ROOT, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as process:
        try:
            yield from process.stderr or ()
        except KeyboardInterrupt:
            process.terminate()
            raise
    yield f"{process.returncode}"


def base_path() -> str:
    """The path of the site's address in ``jednostka.yml``, with ``/`` at both ends.

    ``/`` while the file does not say it; what is wrong with the file, the build tells.
    """
    import yaml  # only in the environment

    try:
        unit = yaml.load((child.ROOT / "content/jednostka.yml").read_bytes(), yaml.BaseLoader)
        path = urlsplit(unit["adres strony"]).path.strip("/")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError):
        return "/"
    return f"/{unquote(path)}/" if path else "/"
