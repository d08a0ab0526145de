"""Search in thousands of pages: what a build spends on it, and a phone's first result.

    .venv/bin/python -m bench.search --records 10000

Builds a town whole, unchanged and after one edit, then opens ``/szukaj/?q=…`` in Chromium as a
mid-range phone with 4G does: 9 Mb/s, 170 ms, a processor four times slower.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from bench import site, town
from tests.browser import launched, served

QUERIES = ("dzielnicowego", "latarnie przy przejściu", "kamery w tunelu")
LATENCY, BYTES, SLOWER = 170, 9_000_000 // 8, 4


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
        project = town.project(Path(folder) / "miasto", records)
        _builds(project)
        with served(project / "output") as origin, launched(site.chromium()) as browser:
            for query in QUERIES:
                print(f"{query:28}{_first(browser, f'{origin}/szukaj/?q={query}')}")


def _builds(project: Path) -> None:
    """Seconds and memory of the largest process: from cold, of nothing new, of one edit."""
    edited = sorted((project / "content/debaty").rglob("wpis-*.md"))[0]
    for name in ("cold", "unchanged", "one body edited"):
        if name == "one body edited":
            with edited.open("a", encoding="utf-8") as text:
                text.write("\nDopisane zdanie.\n")
        seconds, memory = _built(project)
        print(f"{name:28}{seconds:8.2f} s{memory:8.0f} MB")


def _built(project: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "errors"]
    environment = {**os.environ, "BUILD_DATE": "2026-11-22"}
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: exit {status}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def _first(browser: Browser, address: str) -> str:
    """Seconds from going to the address to the first result, and kilobytes until then."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    weights: list[float] = []
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    session.send("Network.enable")
    speed = {"downloadThroughput": BYTES, "uploadThroughput": BYTES}
    session.send(
        "Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY, **speed}
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(".finding__one")
    told = f"{time.perf_counter() - began:8.2f} s{sum(weights) / 1024:8.0f} KB"
    context.close()
    return told


if __name__ == "__main__":
    main()
