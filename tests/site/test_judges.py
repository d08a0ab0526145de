"""The built site before judges that we did not write."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import icalendar

from tests.site.project import Project


def test_every_page_is_valid_html(sample: Project, java: Path, vnu: Path) -> None:
    done = subprocess.run(
        [java, "-jar", vnu, "--stdout", "--format", "gnu", "--skip-non-html", sample.output],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_the_stylesheet_is_valid(sample: Project, java: Path, vnu: Path) -> None:
    (sheet,) = (sample.output / "theme").glob("*.css")
    done = subprocess.run(
        [java, "-jar", vnu, "--stdout", "--format", "gnu", "--css", sheet],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_no_link_or_anchor_is_broken(sample: Project, lychee: Path) -> None:
    done = subprocess.run(
        [
            lychee,
            "--offline",
            "--include-fragments",
            "--no-progress",
            "--root-dir",
            sample.output,
            "--index-files",
            "index.html",
            sample.output,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_feed_reads_as_it_was_written(sample: Project) -> None:
    feed = feedparser.parse((sample.output / "kanaly/wszystko.rss.xml").read_bytes())
    assert not feed.bozo
    assert feed.feed.link == "https://policja.przykladow.example/"
    assert feed.feed.language == "pl"
    assert 20 <= len(feed.entries) <= 30
    ids = [entry.id for entry in feed.entries]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("tag:policja.przykladow.example,2024:") for one in ids)
    days = [entry.published_parsed for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    titles = " ".join(entry.title for entry in feed.entries)
    assert "Park Miejski po zmroku" in titles
    assert "ą" in titles
    assert not any("\xa0" in entry.title for entry in feed.entries)


def test_a_feeds_addresses_are_whole(sample: Project) -> None:
    feed = feedparser.parse((sample.output / "kanaly/wszystko.rss.xml").read_bytes())
    contents = [entry.content[0].value for entry in feed.entries if "content" in entry]
    assert contents
    assert not any('href="/' in html or 'src="/' in html for html in contents)
    assert not any("rekord:" in html or "obraz:" in html for html in contents)


def test_the_calendar_reads_as_it_was_written(sample: Project) -> None:
    calendar = icalendar.Calendar.from_ical((sample.output / "kalendarz.ics").read_bytes())
    events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    assert not any(event.errors for event in events.values())
    lake = events["debata-lato-nad-zalewem"]
    assert lake["SUMMARY"] == "Lato nad Zalewem Leśnym: gdzie pływać, gdzie parkować"
    assert lake.start.isoformat() == "2026-05-21T17:30:00+02:00"
    assert lake.end.isoformat() == "2026-05-21T19:00:00+02:00"
    assert events["debata-wieczory-na-rynku"]["STATUS"] == "CANCELLED"
    assert events["debata-okolice-dworca-wieczorem"]["SEQUENCE"] == 1


def test_the_calendars_lines_keep_rfc_5545(sample: Project) -> None:
    for file in sample.output.rglob("*.ics"):
        data = file.read_bytes()
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert b"\r" not in data.replace(b"\r\n", b"")
        for line in data.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")  # no fold inside a character


def test_summer_and_winter_time_come_from_the_calendar_itself(sample: Project) -> None:
    """The rule must give the offsets that the time zone database gives."""
    calendar = icalendar.Calendar.from_ical((sample.output / "kalendarz.ics").read_bytes())
    (zone,) = calendar.walk("VTIMEZONE")
    warsaw = zone.to_tz(lookup_tzid=False)
    for month, hours in ((1, 1), (4, 2), (7, 2), (11, 1)):
        for year in (2026, 2027, 2031):
            moment = datetime(year, month, 15, 12, tzinfo=UTC).astimezone(warsaw)
            assert moment.utcoffset() == timedelta(hours=hours)


def test_khal_shows_the_debate_in_polish(sample: Project, tmp_path: Path) -> None:
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[debaty]]\npath = {tmp_path}/kalendarz/\n"
        "[locale]\nlocal_timezone = Europe/Warsaw\ndefault_timezone = Europe/Warsaw\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n[default]\ndefault_calendar = debaty\n",
        "utf-8",
    )
    (tmp_path / "kalendarz").mkdir()
    khal = Path(sys.executable).with_name("khal")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}
    calendar = sample.output / "kalendarz.ics"

    def run(*words: str | Path) -> str:
        return subprocess.run(
            [khal, "-c", config, *words],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
            encoding="utf-8",
        ).stdout

    run("import", "--batch", "-a", "debaty", calendar)
    listed = run("list", "-f", "{start} {title}", "2026-05-21", "1d")
    assert "2026-05-21 17:30 Lato nad Zalewem Leśnym: gdzie pływać" in listed
