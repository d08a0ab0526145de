"""The same texts as stock Pelican reads them: its own metadata, its own theme, no plugins."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

CONF = """
PATH = "content"
SITENAME = "Stock"
SITEURL = "https://policja.przykladow.example"
THEME = "simple"
TIMEZONE = "Europe/Warsaw"
DEFAULT_LANG = "pl"
DEFAULT_PAGINATION = 20
FEED_ALL_ATOM = "feeds/all.atom.xml"
"""


def site(content: Path, folder: Path) -> None:
    """Write a stock site into ``folder`` from the records in ``content``."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "content").mkdir(parents=True)
    (folder / "conf.py").write_text(CONF, "utf-8")
    for file in sorted(content.rglob("wpis-*.md")):
        kind = file.relative_to(content).parts[0]
        target = folder / "content" / f"{kind}-{file.name}"
        target.write_text(_article(file.read_text("utf-8"), kind, file.stem), "utf-8")


def _article(text: str, kind: str, name: str) -> str:
    _, head, body = text.split("---\n", 2)
    title = re.search(r"tytuł: (.*)", head)
    day = re.search(r"data publikacji: (.*)", head)
    topics = ", ".join(re.findall(r"^  - ([^,\n]+)$", head, re.MULTILINE)[:2])
    assert title is not None
    assert day is not None
    return (
        f"Title: {title[1]}\nDate: {day[1]}\nCategory: {kind}\nTags: {topics}\n"
        f"Slug: {kind}-{name}\n\n{body}"
    )
