"""Two readers that people use, newsboat and sfeed: right titles and days, a move is new once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.newsroom.warsaw import WARSAW
from tests.feeds.project import Site
from tests.feeds.test_entries import MOVED, OFF
from tests.newsroom.project import debate, news, report

TITLES = {
    "Debata 12 marca 2026 r., godz. 17:00: Droga do szkoły": "2026-02-20",
    "Sprawozdanie z debaty 26 lutego 2026 r., godz. 17:00: Sprawozdanie": "2026-03-01",
    "Debata 26 lutego 2026 r., godz. 17:00: Droga do szkoły": "2026-01-20",
}
CHANGE = "Zmiana terminu: debata 19 marca 2026 r., godz. 18:00 – Droga do szkoły"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    held = debate(when="2026-02-26 17:00").replace(
        "publikacji: 2026-02-20", "publikacji: 2026-01-20"
    )
    return Site.of(
        tmp_path,
        {
            "debaty/droga.md": debate(),
            "debaty/dawna.md": held,
            "sprawozdania/dawna.md": report("dawna"),
            "aktualnosci/inna.md": news(),
        },
    )


@dataclass(frozen=True)
class Newsboat:
    """A subscriber to one feed; its cache is what it would show."""

    program: Path
    folder: Path
    feed: Path

    def asks(self, data: bytes) -> None:
        """The feed is published, and newsboat looks at it."""
        self.feed.write_bytes(data)
        (self.folder / "urls").write_text(f"file://{self.feed}\n", "utf-8")
        (self.folder / "config").touch()
        words = [self.program, "-u", "urls", "-C", "config", "-c", "cache.db", "-x", "reload"]
        environment = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        subprocess.run(words, cwd=self.folder, env=environment, check=True, capture_output=True)

    def shows(self) -> dict[str, str]:
        """Title → day."""
        rows = self._rows("SELECT title, pubDate FROM rss_item WHERE deleted = 0")
        days = {title: datetime.fromtimestamp(int(moment), UTC) for title, moment in rows}
        return {title: day.astimezone(WARSAW).date().isoformat() for title, day in days.items()}

    def new(self) -> list[str]:
        """Titles not read yet."""
        rows = self._rows("SELECT title FROM rss_item WHERE unread = 1")
        return [title for (title,) in rows]

    def reads_all(self) -> None:
        self._rows("UPDATE rss_item SET unread = 0")

    def _rows(self, query: str) -> list[tuple[str, ...]]:
        connection = sqlite3.connect(self.folder / "cache.db")
        try:
            with connection:
                return connection.execute(query).fetchall()
        finally:
            connection.close()


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml"])
def test_a_moved_debate_is_new_in_newsboat_once(
    site: Site, newsboat: Path, tmp_path: Path, form: str
) -> None:
    def published(now: str) -> bytes:
        return site.files(now, ["debaty"])[f"kanaly/debaty.{form}"]

    (tmp_path / "newsboat").mkdir()
    reader = Newsboat(newsboat, tmp_path / "newsboat", tmp_path / f"debaty.{form}")
    reader.asks(published("2026-03-01"))
    assert reader.shows() == TITLES
    reader.reads_all()

    site.write({"debaty/droga.md": debate(MOVED, when="2026-03-19 18:00")})
    reader.asks(published("2026-03-02"))
    assert reader.new() == [CHANGE]
    assert reader.shows()[CHANGE] == "2026-03-02"
    reader.reads_all()

    site.edit("debaty/droga.md", "Zapraszamy.", "Zapraszamy serdecznie.")
    reader.asks(published("2026-03-03"))
    assert reader.new() == []

    off = debate(f"stan: odwołana\n{MOVED}{OFF}", when="2026-03-19 18:00")
    site.write({"debaty/droga.md": off})
    reader.asks(published("2026-03-05"))
    assert reader.new() == ["Odwołana: debata 19 marca 2026 r., godz. 18:00 – Droga do szkoły"]


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml"])
def test_sfeed_shows_titles_and_days(site: Site, sfeed: Path, form: str) -> None:
    data = site.files("2026-03-02", ["debaty"])[f"kanaly/debaty.{form}"]
    done = subprocess.run([sfeed], input=data, capture_output=True, check=True)
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    days = {row[1]: datetime.fromtimestamp(int(row[0]), WARSAW).date().isoformat() for row in rows}
    assert days == TITLES
    assert all(row[2].startswith("https://") for row in rows)
    assert all(row[5].startswith("tag:") for row in rows)
    assert {row[6] for row in rows} == {"Komenda Miejska Policji w Przykładowie"}
