"""A reader that asks nginx for pages without a pause while editions come and go.

``python -m tests.desk.deploy.polling FOLDER READS`` does it until so many pages were read.
"""

from __future__ import annotations

import contextlib
import gzip
import http.client
import io
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path

from plugins.desk.deploy import releases
from plugins.desk.deploy.publishing import shelf_of
from tests.desk.deploy.servers import PATIENCE, nginx
from tests.desk.deploy.stand import Stand

PAGES = 300


def style(number: int) -> str:
    return f"theme/debaty.{number:010x}.css"


def page(at: int, number: int) -> str:
    """A page that names its edition at its start, and at its end."""
    middle = f"<p>Strona {at}</p>" * 40
    return f'<link href="/{style(number)}">wydanie {number}{middle}koniec {number}'


def site(number: int) -> dict[str, str]:
    """Every page differs from that of any other edition."""
    pages = {f"debaty/d{at}/index.html": page(at, number) for at in range(PAGES)}
    rest = {"index.html": page(PAGES, number), "404.html": page(PAGES + 1, number)}
    return {**pages, **rest, style(number): f"p {{ order: {number} }}"}


@dataclass
class Reader:
    """Reads pages in turn, each with its style sheet; notes what it saw and what was wrong."""

    port: int
    editions: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        for at, coding in zip(cycle(range(PAGES)), cycle(("gzip", "identity")), strict=False):
            if self.stop.is_set():
                break
            text = self._got(connection, f"/debaty/d{at}/", coding)
            number = int(text.rpartition(" ")[2] or -1)
            if text != page(at, number):
                self.wrong.append(f"page {at}: {text[:60]!r} … {text[-30:]!r}")
            self.editions.append(number)
            if self._got(connection, f"/{style(number)}", coding) != f"p {{ order: {number} }}":
                self.wrong.append(f"style {number}")
        connection.close()

    def _got(self, connection: http.client.HTTPConnection, target: str, coding: str) -> str:
        connection.request("GET", target, headers={"Accept-Encoding": coding})
        with connection.getresponse() as response:
            data = response.read()
            if response.status != 200:
                self.wrong.append(f"{target}: {response.status}")
                return ""
            packed = response.headers.get("Content-Encoding") == "gzip"
            return (gzip.decompress(data) if packed else data).decode()


@contextlib.contextmanager
def reading(port: int) -> Iterator[Reader]:
    reader = Reader(port)
    thread = threading.Thread(target=reader.run)
    thread.start()
    try:
        yield reader
    finally:
        reader.stop.set()
        thread.join()


def polled(folder: Path, reads: int) -> tuple[Reader, list[int]]:
    """Publish and go back in turn until so many pages were read; with the editions as shown."""
    (folder / "projekt").mkdir(parents=True)
    stand = Stand(folder / "projekt", f"folder:{folder / 'www'}")
    with contextlib.redirect_stdout(io.StringIO()):
        stand.build(site(0))
        stand.publish()
        shown = [0]
        with nginx(stand.place, folder / "nginx") as port, reading(port) as reader:
            for number in count(1):
                stand.build(site(number))
                stand.publish()
                shelf = shelf_of(stand.root, stand.target)
                with shelf.held():
                    releases.go_back(shelf, releases.earlier_than(shelf, ""))
                shown += [number, shown[-1]]
                if len(reader.editions) >= reads and number >= 2:
                    break
    return reader, shown


def is_in_order(seen: list[int], shown: list[int]) -> bool:
    """Whether what was seen follows what was shown, with some of it missed.

    >>> is_in_order([0, 0, 1, 0], [0, 1, 0]), is_in_order([1, 0, 1], [0, 1, 0])
    (True, False)
    """
    steps = [one for at, one in enumerate(seen) if at == 0 or seen[at - 1] != one]
    remaining = iter(shown)
    return all(step in remaining for step in steps)


if __name__ == "__main__":
    found, turns = polled(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"reads: {len(found.editions)}, switches: {len(turns) - 1}, wrong: {len(found.wrong)}")
    print(f"in order: {is_in_order(found.editions, turns)}", *found.wrong[:10], sep="\n")
