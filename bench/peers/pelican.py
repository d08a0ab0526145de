"""Stock Pelican: its own readers, archives and writer, no plugins."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from bench.peers import archive
from bench.peers.archive import Record
from bench.peers.contender import Contender, targets

LACKS = (
    "related items: the newest of the first topic, for it has none of its own",
    "every build is a whole one; its cache of read texts is off, as it comes",
    "the page of a deleted record stays in the output",
)


def contender(folder: Path, found: Sequence[Record]) -> Contender:
    """Pelican's project in ``folder``."""
    archive.project(folder, "pelican", found, head)
    theme = folder / "theme"
    archive.frame(theme / "templates", theme / "static" / "style.css")
    return Contender(
        name="Pelican",
        version=version("pelican"),
        folder=folder,
        command=(sys.executable, "-m", "pelican", "-s", "conf.py", "--fatal", "errors"),
        output="output",
        template="theme/templates/footer.html",
        targets=targets(found),
        keeps=("__pycache__",),
        lacks=LACKS,
    )


def head(record: Record) -> str:
    """Pelican's metadata; a year is a category, a topic a tag."""
    return (
        f"Title: {record.title}\nDate: {record.day.isoformat()}\n"
        f"Category: {record.day.year}\nTags: {', '.join(record.topics)}\n"
    )
