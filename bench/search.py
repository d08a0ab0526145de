"""Search in thousands of pages: what a build spends on it, and a phone's first result.

    .venv/bin/python -m bench.search --records 10000

Builds a town whole, unchanged and after one edit, each with and without search, then looks for
words in Chromium as a mid-range phone with 4G does, by the address ``/szukaj/?q=…`` and by the box
of another page: 9 Mb/s, 170 ms, a processor four times slower. ``--project`` takes a town that is
built already, for the phone alone.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from bench import site, town
from tests.browser import launched, served

QUERIES = ("dzielnicowego", "latarnie przy przejściu", "kamery w tunelu")
LATENCY, BYTES, RUNS = 170, 9_000_000 // 8, 5
SLOWER = (1, 4)
"""How many times slower a processor: as it is, and a phone's."""
_SEEN = """new MutationObserver((_, one) => {
  if (document.querySelector(".finding__one")) {
    one.disconnect();
    console.debug(`seen ${performance.now()}`);
  }
}).observe(document, {childList: true, subtree: true});"""
"""Tells of the first result; looking for it again and again would slow it down, and so would a
function of ours in the page."""
_LINE = '    "plugins.search",\n'


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--project", type=Path, help="a town that is built already")
    given = parser.parse_args()
    if given.project:
        return _phone(given.project)
    with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
        project = town.project(Path(folder) / "miasto", given.records)
        bare = town.project(Path(folder) / "bez", given.records)
        settings = bare / "pelicanconf.py"
        settings.write_text(settings.read_text("utf-8").replace(_LINE, ""), "utf-8")
        _builds(project, bare)
        return _phone(project)


def _builds(*projects: Path) -> None:
    """Of each: seconds of processors, and memory of the largest process."""
    print(f"{'processor time':28}{'with search':>22}{'without':>22}")
    for name in ("cold", "unchanged", "one body edited"):
        if name == "one body edited":
            for project in projects:
                _edit(project)
        built = (_built(project) for project in projects)
        told = (f"{seconds:10.2f} s{memory:7.0f} MB" for seconds, memory in built)
        print(f"{name:28}{''.join(told)}", flush=True)


def _edit(project: Path) -> None:
    with sorted((project / "content/debaty").rglob("wpis-*.md"))[0].open(
        "a", encoding="utf-8"
    ) as text:
        text.write("\nDopisane zdanie.\n")


def _built(project: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "errors"]
    environment = {**os.environ, "BUILD_DATE": "2026-11-22"}
    process = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: exit {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def _phone(project: Path) -> None:
    """Of each query the median, and the most kilobytes."""
    print(f"a loop of 5 million steps: {_loop():.2f} s (0.25 on a quiet machine)")
    with served(project / "output") as origin, launched(site.chromium()) as browser:
        for query in QUERIES:
            for slower, way in product(SLOWER, (_by_address, _by_box)):
                found = [_first(browser, origin, query, slower, way) for _ in range(RUNS)]
                seconds, weight = median(one for one, _ in found), max(one for _, one in found)
                named = f"{query:26}{way.__name__.lstrip('_').replace('_', ' '):12}"
                print(f"{named}{slower}× slower{seconds:8.2f} s{weight:8.0f} KB", flush=True)


Way = Callable[[Page, str, str], None]


def _by_address(page: Page, origin: str, query: str) -> None:
    """Someone who follows a link to what was found, and has never been here."""
    page.goto(f"{origin}/szukaj/?q={query}", wait_until="commit")


def _by_box(page: Page, origin: str, query: str) -> None:
    """Someone who reads a page and types words into its box."""
    page.goto(f"{origin}/kontakt/", wait_until="networkidle")
    box = page.locator("header input")
    box.focus()
    page.wait_for_timeout(1_000)  # nobody types faster
    # A new document counts time anew; keys are ignored as the mouse is.
    box.evaluate("(box, query) => { box.value = query; box.form.requestSubmit(); }", query)


def _loop() -> float:
    """How busy the machine is."""
    began = time.perf_counter()
    for _ in range(5_000_000):
        pass
    return time.perf_counter() - began


def _told(said: str, weight: float) -> list[tuple[float, float]]:
    """Seconds and kilobytes, if it is the first result that is told of."""
    return [(float(said[5:]) / 1000, weight / 1024)] if said.startswith("seen ") else []


def _first(browser: Browser, origin: str, query: str, slower: int, way: Way) -> tuple[float, float]:
    """Seconds from going to the page of search to the first result, and kilobytes until then."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    weights: list[float] = []
    seen: list[tuple[float, float]] = []
    page.on("console", lambda said: seen.extend(_told(said.text, sum(weights))))
    page.add_init_script(_SEEN)
    page.on("request", lambda one: weights.clear() if one.is_navigation_request() else None)
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    # A phone has no mouse; the browser tells each new page of one, which lays it out unstyled.
    session.send("Input.setIgnoreInputEvents", {"ignore": True})
    session.send("Network.enable")
    speed = {"downloadThroughput": BYTES, "uploadThroughput": BYTES}
    session.send(
        "Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY, **speed}
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    way(page, origin, query)
    for _ in range(600):
        if not seen:
            page.wait_for_timeout(100)
    if not seen:
        raise SystemExit(f"{query}: no result in a minute")
    context.close()
    return seen[0]


if __name__ == "__main__":
    main()
