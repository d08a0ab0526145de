"""The outside judges, found once a run; a test that wants one that is missing skips.

On CI nothing may be missing: there a skipped test has failed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.desk import tools

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIRST = (
    *("tests/site/test_access.py", "tests/hostile/", "tests/desk/test_launcher.py"),
    *("tests/site/test_rebuild.py", "tests/site/test_due.py", "tests/desk/test_first_day.py"),
    *("tests/site/test_reproducible.py", "tests/desk/importing/test_corpus.py"),
    *("tests/site/test_dates.py", "tests/site/test_leaks.py", "tests/desk/editor/"),
    *("tests/site/", "tests/theme/test_examples.py", "tests/desk/"),
)
"""Files whose tests take long, the longest first: at the end no processor waits for another."""

ON_CI = os.environ.get("CI", "").lower() in ("1", "true")


@pytest.fixture(scope="session")
def java() -> Path:
    """A Java that runs vnu."""
    return _found(tools.java(), "Java")


@pytest.fixture(scope="session")
def vnu() -> Path:
    """The jar of the Nu Html Checker."""
    return _found(tools.VNU, "vnu-jar")


@pytest.fixture(scope="session")
def axe() -> Path:
    """The script of axe-core, to be run in a page."""
    return _found(tools.AXE, "axe-core")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """A browser for Playwright's ``executable_path``."""
    return _found(tools.chromium(), "Chromium")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """The one browser of this process; who opens a page or a context closes it."""
    from tests.browser import launched  # most runs of a few tests need none

    with launched(chromium) as browser:
        yield browser


@pytest.fixture(scope="session")
def lychee() -> Path:
    """The checker of links."""
    return _found(tools.find("lychee"), "lychee")


@pytest.fixture(scope="session")
def exiftool() -> Path:
    """The reader of pictures' metadata."""
    return _found(tools.find("exiftool"), "exiftool")


@pytest.fixture(scope="session")
def node() -> Path:
    """Node.js."""
    return _found(tools.find("node"), "Node.js")


@pytest.fixture(scope="session")
def icaljs() -> Path:
    """The module of ical.js, which reads calendars."""
    return _found(tools.ICALJS, "ical.js")


@pytest.fixture(scope="session")
def newsboat() -> Path:
    """A reader of feeds."""
    return _found(tools.find("newsboat"), "newsboat")


@pytest.fixture(scope="session")
def pdftoppm() -> Path:
    """What draws a PDF."""
    return _found(tools.find("pdftoppm"), "pdftoppm")


@pytest.fixture(scope="session")
def zbarimg() -> Path:
    """A reader of QR codes."""
    return _found(tools.find("zbarimg"), "zbarimg")


@pytest.fixture(scope="session")
def sfeed() -> Path:
    """Another, which prints what it reads."""
    return _found(tools.find("sfeed"), "sfeed")


@pytest.fixture(scope="session")
def pandoc() -> Path:
    """A writer of documents: what it makes, an import must read."""
    return _found(tools.find("pandoc"), "pandoc")


def _found(path: Path | None, name: str) -> Path:
    if path is None or not path.exists():
        pytest.skip(f"{name} is not here: ./debaty test brings it")
    return path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those of :data:`FIRST` before all others; else the order stays."""
    items.sort(key=lambda item: next(_places(item.nodeid)))


def _places(nodeid: str) -> Iterator[int]:
    yield from (place for place, start in enumerate(FIRST) if nodeid.startswith(start))
    yield len(FIRST)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    return _without_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    return _without_skip((yield))


def _without_skip(report):
    """On CI, a failure in place of a skip; an expected failure stays what it is."""
    if ON_CI and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped on CI: {report.longrepr}"
    return report
