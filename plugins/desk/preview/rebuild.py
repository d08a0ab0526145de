"""One build of the preview, drafts included."""

from __future__ import annotations

import subprocess
import sys
from urllib.parse import unquote, urlsplit

from plugins.desk import child

PREVIEW = child.ROOT / ".debaty/preview"


def rebuild() -> str:
    """Build; the problems, as told in the terminal, or nothing when all went well."""
    words = child.command(output=PREVIEW, settings={"DRAFTS": True})
    told: list[str] = []
    with subprocess.Popen(
        words, cwd=child.ROOT, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as process:
        try:
            for line in process.stderr or ():
                told.append(line)
                print(line, end="", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            process.terminate()
            raise
    return ("".join(told).strip() or "Budowanie nie powiodło się.") if process.returncode else ""


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
