"""Pages that together show everything, or every page, before axe's every rule and the Tab key.

    .venv/bin/python -m bench.access [--all]

Light, dark and forced colours, each at 320 and 1280 px; then Tab from the first control to the
last at both widths, and no sideways scrolling. Prints what was found; exits with 1 if anything
was. The tests (tests/site/test_access.py) ask less of pages in dark and forced colours.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench import site
from bench.progress import counted
from plugins.desk import tools
from tests.browser import NARROW, STATES, WIDE, dress, judged, launched
from tests.site import pagetypes
from tests.site.keyboard import walked
from tests.site.project import Project
from tests.site.tabs import Tab

BATCH = 6
"""Tabs open side by side."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every page, some twenty minutes")
    whole = parser.parse_args().all
    if not tools.node_is_ready():
        tools.install_node_packages()
    with site.built() as (project, origin), launched(site.chromium()) as browser:
        paths = list(_styled(project)) if whole else list(_telling(project))
        batches = [paths[at : at + BATCH] for at in range(0, len(paths), BATCH)]
        faults = [
            fault
            for batch in counted(batches, f"batches of {BATCH} pages")
            for fault in _faults(browser, origin, batch)
        ]
    print(f"{len(paths)} pages, {len(STATES)} states each: {len(faults)} faults")
    print("\n".join(faults))
    raise SystemExit(bool(faults))


def _styled(project: Project) -> Iterator[str]:
    """Every page but those that only send on to another address."""
    types = pagetypes.pages(project.root)
    moved = set(types["moved.html"])
    yield from (path for paths in types.values() for path in paths if path not in moved)


def _telling(project: Project) -> Iterator[str]:
    """Pages that together show every type of page and every class of the stylesheet."""
    yield from (path for path, name in site.telling(project).items() if name != "moved.html")


def _faults(browser: Browser, origin: str, paths: list[str]) -> Iterator[str]:
    with browser.new_context() as context:
        pages = {path: context.new_page() for path in paths}
        for path, page in pages.items():
            page.goto(origin + pagetypes.address(path))
        for path, page in pages.items():
            yield from (f"{path}: {fault}" for fault in _walks(page))
        for path, page in pages.items():
            yield from _too_wide(path, page)
            page.evaluate(Path(tools.AXE).read_text("utf-8"))
        for scheme, width in STATES:
            yield from judged(pages, scheme, width)


def _walks(page: Page) -> Iterator[str]:
    for width in (WIDE, NARROW):
        dress(page, "light", width)
        yield from (f"{width} px: {fault}" for fault in walked(page).faults())


def _too_wide(path: str, page: Page) -> Iterator[str]:
    """Sideways scrolling at 400 % zoom; leaves open all that can be opened."""
    dress(page, "light", NARROW)
    if pixels := Tab("", page).wider():
        yield f"{path}: {pixels} px too wide at {NARROW} px"


if __name__ == "__main__":
    main()
