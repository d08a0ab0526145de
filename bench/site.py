"""The sample as the page measurements see it: built, served, a page or more of every type."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
