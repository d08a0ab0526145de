"""A newcomer's first weeks with the commands alone: what they write is on the pages, in the feed
and in the calendar, as outside readers see them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import feedparser
import icalendar
import pytest
from selectolax.lexbor import LexborHTMLParser

from plugins import agenda, feeds, pages
from plugins.desk.new.common import TO_BE_WRITTEN
from plugins.newsroom.dates import WARSAW
from plugins.press.making import Job, Workshop, make_output
from plugins.press.theme import Theme
from tests.desk.office import TODAY, Office
from tests.newsroom.project import Project
from tests.site.project import ROOT

DEBATE = "debaty/psy-na-osiedlu/index.html"
REQUEST = "wnioski/w-2027-001/index.html"
FEED, CALENDAR = "kanaly/wszystko.atom.xml", "kalendarz.ics"
LIST = "debaty/index.html"
UID = "debata-psy-na-osiedlu@policja.przykladow.example"


class Site:
    """What would be published on a day; with ``drafts``, what the preview shows."""

    def __init__(self, root: Path, day: str, *, drafts: bool = False) -> None:
        now = datetime.fromisoformat(day).replace(tzinfo=WARSAW)
        project = Project(root)
        catalogue = project.prepare(now, drafts=drafts).catalogue
        workshop = Workshop.of(ROOT, Theme(ROOT / "theme/templates", "plugins.layout.filters"))
        self.files: dict[str, bytes] = {}
        for feature in (pages, feeds, agenda):
            for output in feature.plan(catalogue, ()):
                if output.path in (DEBATE, REQUEST, FEED, CALENDAR, LIST):
                    made = make_output(workshop, Job(output, project.texts))
                    assert isinstance(made, bytes), made
                    self.files[output.path] = made

    def words(self, path: str) -> str:
        text = LexborHTMLParser(self.files[path]).text()
        return " ".join(text.split())

    def entries_about(self, title: str) -> int:
        read = feedparser.parse(self.files[FEED])
        assert not read.bozo
        return sum(title in " ".join(entry.title.split()) for entry in read.entries)

    @property
    def event(self) -> icalendar.Event:
        calendar = icalendar.Calendar.from_ical(self.files[CALENDAR])
        (event,) = (e for e in calendar.walk("VEVENT") if e["UID"] == UID)
        return event


def filled(office: Office, path: str, text: str) -> None:
    """What the officer does in an editor: the text, and the draft's line taken out."""
    written = office.text(path)
    assert "stan publikacji: szkic\n" in written
    written = written.replace("stan publikacji: szkic\n", "")
    (office.root / path).write_text(written.replace(TO_BE_WRITTEN, text), "utf-8")
    office.done("check", str(office.root / path))


def test_what_a_newcomer_writes_is_published(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--termin", "18.02.2027 17:00", "--koniec", "18:30", "--miejsce", "biblioteka")
    office.done("new", "debata", "--tytuł", "Psy na osiedlu", *words)
    assert DEBATE not in Site(office.root, TODAY).files
    assert "Psy na osiedlu" in Site(office.root, TODAY, drafts=True).words(DEBATE)

    filled(office, "content/debaty/2027/psy-na-osiedlu.md", "Przyjdź z psem albo bez.")
    announced = Site(office.root, TODAY)
    assert "Przyjdź z psem albo bez." in announced.words(DEBATE)
    assert "Psy na osiedlu" in announced.words(LIST)
    assert announced.entries_about("Psy na osiedlu") == 1
    assert announced.event.start.isoformat() == "2027-02-18T17:00:00+01:00"

    words = ("--termin", "2027-02-25 17:00", "--powód", "Sala jest zajęta.")
    office.done("move", "psy", *words, "--tak")
    moved = Site(office.root, "2026-11-23")
    assert "Sala jest zajęta." in moved.words(DEBATE)
    assert moved.entries_about("Psy na osiedlu") == 2
    assert moved.event.start.isoformat() == "2027-02-25T17:00:00+01:00"
    assert moved.event["SEQUENCE"] > announced.event["SEQUENCE"]

    monkeypatch.setenv("BUILD_DATE", "2027-02-27")
    office.done("new", "wniosek", "--debata", "psy", "--tytuł", "Kosz przy skwerze")
    office.done("new", "sprawozdanie", "--debata", "psy", "--uczestników", "21")
    filled(office, "content/sprawozdania/2027/psy-na-osiedlu.md", "Rozmawialiśmy o smyczach.")
    office.done("step", "w-2027-001", "--status", "zrealizowany", "--opis", "Kosz stoi.", "--tak")

    held = Site(office.root, "2027-02-28")
    assert "Rozmawialiśmy o smyczach." in held.words(DEBATE)
    assert "Kosz przy skwerze" in held.words(DEBATE)
    assert "Kosz stoi." in held.words(REQUEST)
    assert held.entries_about("Psy na osiedlu") == 3
    assert held.entries_about("Kosz przy skwerze") == 2
