"""Some pages of a generated site, made in this process: no Pelican, no store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from plugins import pages
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from plugins.outputs import File
from plugins.press.digest import of_bytes
from plugins.press.making import Job, Workshop, make_output
from plugins.press.theme import Theme
from tests.newsroom.project import Project
from tests.site.project import ROOT

NOW = datetime(2026, 11, 22, 12, tzinfo=WARSAW)
_ASSETS = ("static/**/*", "templates/**/*.css")


def published(project: Project, folder: Path, wanted: Callable[[str], bool]) -> Catalogue:
    """Write the pages whose path is ``wanted``, and the theme's files, into ``folder``."""
    catalogue = project.prepare(NOW).catalogue
    workshop = Workshop.of(ROOT, Theme(ROOT / "theme/templates", "plugins.layout.filters"))
    for output in pages.plan(catalogue, tuple(assets())):
        if output.path.startswith(("theme/", "favicon")) or wanted(output.path):
            made = make_output(workshop, Job(output, project.texts))
            assert isinstance(made, bytes), made
            target = folder / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made)
    return catalogue


def assets() -> list[File]:
    """The theme's files that pages name."""
    theme = ROOT / "theme"
    files = sorted(path for kind in _ASSETS for path in theme.glob(kind) if path.is_file())
    return [File(path.relative_to(ROOT).as_posix(), of_bytes(path.read_bytes())) for path in files]
