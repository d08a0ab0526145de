"""Every calendar of the built sample before readers that we did not write."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from tests.agenda import lexical
from tests.agenda.calendars import events
from tests.agenda.khal import Khal
from tests.site.project import Project

WHOLE = "kalendarz.ics"


@pytest.fixture(scope="module")
def files(sample: Project) -> dict[str, Path]:
    """Every calendar file by its path."""
    return {
        file.relative_to(sample.output).as_posix(): file for file in sample.output.rglob("*.ics")
    }


def test_the_sample_has_every_kind_of_calendar(files: dict[str, Path]) -> None:
    unit = {"bez-odwolanych", "z-przypomnieniem", "terminy"}
    assert {WHOLE, *(f"kalendarz/{name}.ics" for name in unit)} <= files.keys()
    for start in ("kalendarz/rejon-", "kalendarz/cykl-", "debaty/"):
        assert any(path.startswith(start) and events(files[path].read_bytes()) for path in files)


def test_every_line_keeps_rfc_5545(files: dict[str, Path]) -> None:
    found = {path: lexical.faults(file.read_bytes()) for path, file in files.items()}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_ical_js_and_icalendar_understand_the_same(
    files: dict[str, Path], node: Path, icaljs: Path
) -> None:
    script = Path(lexical.__file__).with_name("read.mjs")
    done = subprocess.run(
        [node, script, icaljs, *files.values()],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    for path, line in zip(files, done.stdout.splitlines(), strict=True):
        found = events(files[path].read_bytes())
        assert {one["uid"]: one for one in json.loads(line)} == {
            uid: _told(uid, event) for uid, event in found.items()
        }, path


def _told(uid: str, event: icalendar.Event) -> dict[str, object]:
    """An event as ``read.mjs`` prints it."""
    return {
        "uid": uid,
        "summary": str(event["SUMMARY"]),
        "sequence": event["SEQUENCE"],
        "status": str(event["STATUS"]),
        "start": _moment(event.start),
        "end": _moment(event.end),
    }


def _moment(moment: date) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def test_khal_shows_every_event_at_its_hour(files: dict[str, Path], tmp_path: Path) -> None:
    khal = Khal(tmp_path)
    khal.take(files[WHOLE])
    found = events(files[WHOLE].read_bytes()).values()
    expected = [
        f"{event.start:%Y-%m-%d %H:%M}-{event.end:%H:%M} {event['STATUS']} {event['SUMMARY']}"
        for event in found
    ]
    assert khal.shows("2025-11-01", 800) == expected
    assert len(expected) > 8


def test_a_file_reads_as_it_was_written(files: dict[str, Path]) -> None:
    found = {uid.split("@")[0]: one for uid, one in events(files[WHOLE].read_bytes()).items()}
    lake = found["debata-lato-nad-zalewem"]
    assert lake["SUMMARY"] == "Lato nad Zalewem Leśnym: gdzie pływać, gdzie parkować"
    assert lake.start.isoformat() == "2026-05-21T17:30:00+02:00"
    assert lake.end.isoformat() == "2026-05-21T19:00:00+02:00"
    assert found["debata-wieczory-na-rynku"]["STATUS"] == "CANCELLED"
    assert found["debata-okolice-dworca-wieczorem"]["SEQUENCE"] == 1


def test_a_calendar_asks_to_be_read_again(files: dict[str, Path]) -> None:
    for path, file in files.items():
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION", path
        assert calendar["X-PUBLISHED-TTL"] == "PT6H", path
        assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]), path
        assert len(calendar.walk("VTIMEZONE")) == 1, path


def test_summer_and_winter_time_come_from_the_file_itself(files: dict[str, Path]) -> None:
    """The rule must give the offsets that the time zone database gives."""
    calendar = icalendar.Calendar.from_ical(files[WHOLE].read_bytes())
    (zone,) = calendar.walk("VTIMEZONE")
    warsaw = zone.to_tz(lookup_tzid=False)
    for month, hours in ((1, 1), (4, 2), (7, 2), (11, 1)):
        for year in (2026, 2027, 2031, 2040):
            moment = datetime(year, month, 15, 12, tzinfo=UTC).astimezone(warsaw)
            assert moment.utcoffset() == timedelta(hours=hours)
