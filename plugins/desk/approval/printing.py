"""A page of the preview printed by a browser that is on this machine."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from plugins.desk import tools
from plugins.desk.preview.news import News
from plugins.desk.preview.rebuild import base_path
from plugins.desk.preview.web import Server, serving

PATIENCE = 60  # seconds
SHEET = "zatwierdzenie.html"


class NoBrowser(Exception):
    """Nothing here can print a page."""


def printed(folder: Path, page: Path, html: str, target: Path) -> None:
    """Print ``html`` in place of ``page`` of the site in ``folder`` into the file ``target``.

    Raises :class:`NoBrowser`, and OSError when the browser fails.
    """
    browser = tools.chromium()
    if browser is None:
        raise NoBrowser
    sheet = page.with_name(SHEET)  # beside the page, so that its links lead where they should
    sheet.write_text(html, "utf-8")
    try:
        with (
            serving(0, lambda port: Server(folder, port, News())) as server,
            tempfile.TemporaryDirectory() as profile,
        ):
            server.base = base_path()
            address = f"{server.address}{sheet.relative_to(folder).as_posix()}"
            _print(browser, Path(profile), address, target)
    finally:
        sheet.unlink(missing_ok=True)


def _print(browser: Path, profile: Path, address: str, target: Path) -> None:
    fresh = profile / "strona.pdf"
    words = [str(browser), "--headless", "--disable-gpu", f"--user-data-dir={profile}"]
    words += ["--no-sandbox"] if _is_root() else []  # Chromium refuses to run as root otherwise
    words += ["--no-pdf-header-footer", f"--print-to-pdf={fresh}", address]
    try:
        done = subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise OSError(f"przeglądarka nie skończyła w {PATIENCE} s") from None
    if not fresh.is_file():
        raise OSError(done.stderr.decode("utf-8", "replace").strip()[-300:])
    target.write_bytes(fresh.read_bytes())


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
