"""From a save to the page in the browser: ``serve`` over an archive of thousands of records.

    python -m bench.preview --records 10000 --runs 9

Starts ``serve``, edits a body, and takes the time until the stream by which open pages are told
names the new edition and the page itself shows the edit. Prints the median and all runs.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from bench import town
from plugins.desk.preview import pages


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
        project = arguments.project or town.project(Path(folder) / "miasto", arguments.records)
        seconds = sorted(_measured(project.resolve(), arguments.runs))
    print(f"{arguments.records} records: median {statistics.median(seconds) * 1000:.0f} ms of")
    print(" ".join(f"{one * 1000:.0f}" for one in seconds))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--project", type=Path, help="a town that stands already")
    return parser.parse_args()


def _measured(project: Path, runs: int) -> list[float]:
    environment = {**os.environ, "PYTHONPATH": str(project), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "plugins.desk", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            assert process.stdout
            address = re.search(r"http://\S+", process.stdout.readline())
            assert address, "serve told no address"
            threading.Thread(
                target=process.stdout.read, daemon=True
            ).start()  # so that it never waits
            site = http.client.HTTPConnection(urlsplit(address[0]).netloc, timeout=3600)
            site.request("GET", pages.EVENTS)
            return list(_edits(project, urlsplit(address[0]).netloc, site.getresponse(), runs))
        finally:
            process.terminate()


def _edits(
    project: Path, host: str, stream: http.client.HTTPResponse, runs: int
) -> Iterator[float]:
    """Seconds of each edit; the first, which only makes the process warm, is not told."""
    source = sorted((project / "content/debaty").rglob("wpis-*.md"))[100]
    editions = _editions(stream)
    next(one for one in editions if not one.endswith("-0"))
    for number in range(runs + 2):
        time.sleep(2)  # an officer's pause: what is warmed meanwhile, is warm
        with source.open("a", encoding="utf-8") as file:
            file.write(f"\nZdanie {number} pomiaru.\n")
        began = time.perf_counter()
        next(editions)
        page = _page(host, f"/debaty/{source.stem}/")
        took = time.perf_counter() - began
        assert f"Zdanie {number} pomiaru." in page, "the page does not show the edit"
        if number > 1:
            yield took


def _editions(stream: http.client.HTTPResponse) -> Iterator[str]:
    for line in stream:
        if line.startswith(b"data:"):
            news = json.loads(line[5:])
            assert not news["problems"], news["problems"]
            yield news["edition"]


def _page(host: str, path: str) -> str:
    connection = http.client.HTTPConnection(host)
    connection.request("GET", path)
    return connection.getresponse().read().decode()


if __name__ == "__main__":
    main()
