"""Calendar files before readers that we did not write: hostile text and days when clocks change."""

from __future__ import annotations

import json
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.agenda import ical
from plugins.agenda.calendars import Calendar
from plugins.agenda.events import Event, Status
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.source import CONTROL
from tests.agenda.calendars import catalogue, event, events, made
from tests.agenda.khal import Khal
from tests.agenda.lexical import faults
from tests.newsroom.project import BARE, Project, debate, write

FILE = "debaty/droga/debata.ics"

# The title of the last Sunday's debates, and when they start and end in UTC.
CLOCKS = {
    "zima": ("2026-01-15 17:00", "2026-01-15T16:00:00.000Z", "17:00-18:30"),
    "lato": ("2026-07-15 17:00", "2026-07-15T15:00:00.000Z", "17:00-18:30"),
    "wiosna-przed": ("2026-03-29 01:30", "2026-03-29T00:30:00.000Z", "01:30-04:00"),
    "wiosna-po": ("2026-03-29 03:00", "2026-03-29T01:00:00.000Z", "03:00-04:30"),
    "jesien-przed": ("2026-10-25 01:45", "2026-10-24T23:45:00.000Z", "01:45-02:15"),
    "jesien-letnia": ("2026-10-25 02:30+02:00", "2026-10-25T00:30:00.000Z", "02:30-03:00"),
    "jesien-zimowa": ("2026-10-25 02:30+01:00", "2026-10-25T01:30:00.000Z", "02:30-04:00"),
    "jesien-po": ("2026-10-25 03:00", "2026-10-25T02:00:00.000Z", "03:00-04:30"),
    "po-latach": ("2039-07-14 17:00", "2039-07-14T15:00:00.000Z", "17:00-18:30"),
}


@pytest.fixture(scope="module")
def clocks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A calendar of debates of 90 minutes at every kind of hour."""
    folder = tmp_path_factory.mktemp("zegary")
    files = {
        f"debaty/{name}.md": debate("czas trwania: 90 min\n", when=when).replace(
            "Droga do szkoły", name
        )
        for name, (when, _, _) in CLOCKS.items()
    }
    found = catalogue(folder, files, datetime(2026, 3, 5, 12, tzinfo=WARSAW))
    calendar = folder / "kalendarz.ics"
    calendar.write_bytes(made(found)["kalendarz.ics"])
    return calendar


def test_ical_js_reads_every_hour_rightly(clocks: Path, node: Path, icaljs: Path) -> None:
    (found,) = read(node, icaljs, clocks)
    starts = {one["summary"]: one["start"] for one in found}
    assert starts == {name: start for name, (_, start, _) in CLOCKS.items()}
    for one in found:
        start, end = (datetime.fromisoformat(one[side]) for side in ("start", "end"))
        assert end - start == timedelta(minutes=90)


def test_khal_shows_every_hour_rightly(clocks: Path, tmp_path: Path) -> None:
    khal = Khal(tmp_path)
    khal.take(clocks)
    shown = {*khal.shows("2026-01-01", 365), *khal.shows("2039-07-14")}
    for name, (when, _, hours) in CLOCKS.items():
        assert f"{when[:10]} {hours} CONFIRMED {name}" in shown


def read(node: Path, icaljs: Path, *files: Path) -> list[list[dict[str, str]]]:
    """What ical.js understands of files."""
    script = Path(__file__).with_name("read.mjs")
    done = subprocess.run(
        [node, script, icaljs, *files],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


# -- hostile text ------------------------------------------------------------------------

HOSTILE = (
    "a;b,c\\d\\n\\;",
    "]]></script><b>&amp;",
    "Zażółć „gęślą” – jaźń",
    "👩‍👩‍👧‍👦🏳️‍🌈👮🏽",
    "e\u0301\u0328 ﷽ 漢字",
    "BEGIN:VEVENT",
    "x\tUID:obcy",
    "ą" * 3000,
    "👮" * 3000,
    "\\",
    ":;,\"'=",
)
REFUSED = (
    *("\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"),
    *("\u202e", "\u2066", "\ufeff", "\u200f"),
)
KEYS = ("tytuł", "streszczenie", "tematy", "wstęp")


def head(key: str, text: str) -> str:
    """A debate whose key has a text, quoted as JSON, which is YAML as well."""
    told = json.dumps(text, ensure_ascii=False)
    if key == "tytuł":
        return debate().replace("tytuł: Droga do szkoły", f"tytuł: {told}")
    return debate(f"{key}:\n  - {told}\n" if key == "tematy" else f"{key}: {told}\n")


def told(key: str, found: bytes) -> str:
    """What another reader finds of it."""
    one = event(found)
    if key == "tytuł":
        return str(one["SUMMARY"])
    return str(one.categories[0]) if key == "tematy" else str(one["DESCRIPTION"])


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_refused_or_carried_whole(tmp_path: Path, key: str, text: str) -> None:
    write(tmp_path, {**BARE, "content/debaty/droga.md": head(key, text)})
    project = Project(tmp_path)
    if project.problems():
        return
    found = project.prepare().catalogue
    record = found.debates[0]
    carried = {
        "tytuł": record.title,
        "streszczenie": record.lead,
        "tematy": ", ".join(record.topics),
        "wstęp": record.entry,
    }[key]
    files = made(found)
    for path in (FILE, "kalendarz.ics"):
        assert faults(files[path]) == []
        assert carried.replace("\u00a0", " ") in told(key, files[path])


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("sign", REFUSED, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize("escaped", [False, True])
def test_signs_that_break_lines_or_turn_them_are_refused(
    tmp_path: Path, key: str, sign: str, escaped: bool
) -> None:
    text = head(key, "PRZED PO")
    text = text.replace("PRZED PO", f"PRZED\\u{ord(sign):04x}PO" if escaped else f"PRZED{sign}PO")
    write(tmp_path, {**BARE, "content/debaty/droga.md": text})
    (problem,) = Project(tmp_path).problems()
    assert problem.path == "content/debaty/droga.md"
    assert problem.line > 0


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\\r\\n", "\\r", "\\n"])
def test_an_end_of_line_injects_nothing(tmp_path: Path, end: str) -> None:
    text = head("streszczenie", "X").replace('"X"', f'"Raz{end}  END:VEVENT{end}  UID:obcy"')
    write(tmp_path, {**BARE, "content/debaty/droga.md": text})
    project = Project(tmp_path)
    if not project.problems():
        data = made(project.prepare().catalogue)[FILE]
        assert faults(data) == []
        assert list(events(data)) == ["debata-droga@policja.przykladow.example"]


LINES = st.text(
    st.characters(codec="utf-8").filter(
        lambda sign: not CONTROL.search(sign) and sign not in "\t\n"
    ),
    max_size=200,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(title=LINES, place=LINES, about=LINES, topic=LINES.filter(str.strip), name=LINES)
def test_any_line_is_written_so_that_it_reads_the_same(
    title: str, place: str, about: str, topic: str, name: str
) -> None:
    moment = datetime(2026, 3, 12, 17, tzinfo=WARSAW)
    view = Calendar(
        name or "-",
        about,
        "https://x.example/",
        (
            Event(
                uid="a@x.example",
                title=title,
                day=None,
                start=moment,
                end=moment + timedelta(hours=1),
                status=Status.CONFIRMED,
                sequence=0,
                stamp=moment,
                location=place,
                geo=None,
                url="https://x.example/",
                description=f"{about}\n\n{about}",
                categories=(topic, topic),
            ),
        ),
    )
    data = ical.made(view, None)
    one = event(data)
    assert faults(data) == []
    assert one["SUMMARY"] == title
    assert one.get("LOCATION", "") == place
    assert one["DESCRIPTION"] == f"{about}\n\n{about}"
    assert [str(found) for found in one.categories] == [topic, topic]
