"""The plan of pages and feeds, less all that other generators have no equal of.

Copied into the measured project's ``plugins/``: what makes a page is the delivered code.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import feeds, pages, signals
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Output

KEPT = ("index.html", "404.html", "kanaly/wszystko.rss.xml")
FOLDERS = ("aktualnosci/", "archiwum/", "tematy/", "theme/debaty.")


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """Home, records, lists, years, months, topics, one feed and the stylesheet."""
    for feature in (pages, feeds):
        for output in feature.plan(catalogue, assets):
            if output.path in KEPT or output.path.startswith(FOLDERS):
                yield output
