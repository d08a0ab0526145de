"""A subscriber: vdirsyncer asks over HTTP, khal shows what it brought. Nobody may be misled."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agenda.calendars import catalogue, made
from tests.agenda.khal import Khal
from tests.agenda.test_events import GONE, change
from tests.browser import served
from tests.newsroom.project import debate

PAIR = """
[general]
status_path = "{home}/status"
[pair debaty]
a = "strona"
b = "telefon"
collections = null
conflict_resolution = "a wins"
[storage strona]
type = "http"
url = "{origin}/kalendarz.ics"
[storage telefon]
type = "filesystem"
path = "{home}/debaty"
fileext = ".ics"
"""


class Subscriber:
    """Somebody who subscribed once to the calendar of the site in ``root``."""

    def __init__(self, root: Path, origin: str) -> None:
        self.root, self._origin = root, origin
        self.khal = Khal(root / "dom")
        config = root / "dom/vdirsyncer.conf"
        config.write_text(PAIR.format(home=root / "dom", origin=origin), "utf-8")
        self._environment = {**os.environ, "VDIRSYNCER_CONFIG": str(config), "LC_ALL": "C.UTF-8"}
        self.publish(debate())
        self._run("discover", "debaty")

    def publish(self, text: str) -> None:
        """The calendar as the site gives it from now on."""
        files = made(catalogue(self.root / "projekt", {"debaty/droga.md": text}))
        served = self.root / "strona/kalendarz.ics"
        served.parent.mkdir(exist_ok=True)
        served.write_bytes(files["kalendarz.ics"])

    def sees(self) -> list[str]:
        """After the next sync: every event of half a year."""
        self._run("sync")
        return self.khal.shows("2026-01-01", 181)

    def _run(self, *words: str) -> None:
        done = subprocess.run(
            [Path(sys.executable).with_name("vdirsyncer"), *words],
            capture_output=True,
            check=False,
            env=self._environment,
            text=True,
        )
        assert done.returncode == 0, done.stderr


@pytest.fixture
def subscriber(tmp_path: Path) -> Iterator[Subscriber]:
    (tmp_path / "strona").mkdir()
    with served(tmp_path / "strona") as origin:
        yield Subscriber(tmp_path, origin)


MOVED = change("termin", "2026-03-12 17:00", "2026-03-19 18:00")
OFF = (
    f"{MOVED}  - kiedy: 2026-03-03\n    co: stan\n    było: planowana\n    jest: odwołana\n"
    "    powód: Brak sali.\nstan: odwołana\n"
)


def moved(head: str) -> str:
    return debate(head, when="2026-03-19 18:00")


def test_a_subscriber_sees_one_event_whatever_befalls_it(subscriber: Subscriber) -> None:
    assert subscriber.sees() == ["2026-03-12 17:00-18:30 CONFIRMED Droga do szkoły"]

    subscriber.publish(moved(MOVED))
    assert subscriber.sees() == ["2026-03-19 18:00-19:30 CONFIRMED Droga do szkoły"]

    corrected = moved(f"{MOVED}data aktualizacji: 2026-03-02\n")
    subscriber.publish(corrected.replace("Droga do szkoły", "Droga do przedszkola"))
    assert subscriber.sees() == ["2026-03-19 18:00-19:30 CONFIRMED Droga do przedszkola"]

    subscriber.publish(moved(OFF))
    assert subscriber.sees() == ["2026-03-19 18:00-19:30 CANCELLED Odwołana: Droga do szkoły"]

    subscriber.publish(moved(f"{OFF}{GONE}"))
    assert subscriber.sees() == ["2026-03-19 18:00-19:30 CANCELLED Wycofana: Droga do szkoły"]
    assert len(list(subscriber.khal.folder.glob("*.ics"))) == 1
