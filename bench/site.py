"""The sample as the page measurements see it: built, served, a page or more of every type."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from plugins.desk import tools
from tests.browser import served
from tests.site import pagetypes
from tests.site.project import Project

PAGES = {
    "home": "/",
    "debate": "/debaty/bezpieczna-droga-do-szkoly/",
    "list": "/debaty/",
    "register": "/wnioski/",
    "programme": "/programy/bezpieczny-przykladow-2024-2026/",
    "calendar": "/kalendarz/",
    "district": "/rejony/rejon-2-polnoc/",
}

Item = TypeVar("Item")


@contextmanager
def built() -> Iterator[tuple[Project, str]]:
    """The sample, built in a folder that is deleted afterwards, and the origin it is served at."""
    with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
        project = Project.copied(Path(folder) / "wzorcowa")
        project.build()
        with served(project.output) as origin:
            yield project, origin


def telling(project: Project) -> dict[str, str]:
    """The pages that matter most, and few more that together show everything: type by path."""
    types = pagetypes.pages(project.root)
    chosen = tuple(f"{address}index.html".lstrip("/") for address in PAGES.values())
    html = {path: project.text(path) for paths in types.values() for path in paths}
    return pagetypes.telling(types, html, chosen)


def chromium() -> Path:
    """The system's browser; exits with the line that installs it if there is none."""
    found = tools.chromium()
    if found is None:
        raise SystemExit(f"No Chromium here: {tools.APT_LINE}")
    return found


def counted(items: Sequence[Item], what: str) -> Iterator[Item]:
    """The items, with a bar on stderr that says how far they are and which is next."""
    for number, item in enumerate(items):
        done = 30 * number // len(items)
        bar = "█" * done + "·" * (30 - done)
        print(f"\r{bar} {number}/{len(items)} {what}: {item!s:.40}\x1b[K", end="", file=sys.stderr)
        yield item
    print(f"\r{'█' * 30} {len(items)}/{len(items)} {what}\x1b[K", file=sys.stderr)
