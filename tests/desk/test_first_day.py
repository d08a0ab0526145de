"""A newcomer's first day with running programs: ``serve`` beside ``new`` and ``check``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import feedparser
import icalendar
import pytest

from plugins.desk.new.common import TO_BE_WRITTEN
from tests.desk.conftest import Kit, asked
from tests.desk.office import CONTENT, TODAY
from tests.desk.test_live import Preview, built
from tests.newsroom.project import write
from tests.site.conftest import first_day as first_day
from tests.site.project import Project

FILE = "content/debaty/2027/psy-na-osiedlu.md"


@pytest.fixture
def project(first_day: Project, tmp_path: Path) -> Project:
    """The real kit over the small unit's content."""
    copied = first_day.copy(tmp_path / "p")
    copied.empty()
    write(copied.root, CONTENT)
    return copied


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    running = Preview(Kit(project.root), now=TODAY)
    with running.process:
        yield running
        running.process.kill()


def shown(preview: Preview, path: str) -> str:
    with asked(preview.url.port, preview.url.path + path) as response:
        return response.read().decode()


def test_a_debate_is_seen_as_a_draft_checked_and_published(
    project: Project, preview: Preview
) -> None:
    desk = Kit(project.root).desk
    with preview.events() as events:
        first = next(news for news in events if not news["edition"].endswith("-0"))["edition"]
        words = ("--tytuł", "Psy na osiedlu", "--termin", "18.02.2027 17:00", "--miejsce")
        done = desk("new", "debata", *words, "biblioteka", "--koniec", "18:30", now=TODAY)
        assert done.returncode == 0, done.stderr
        second = built(events, first)
        assert not second["problems"]
        assert "Psy na osiedlu" in shown(preview, "debaty/psy-na-osiedlu/")
        assert desk("check", FILE, now=TODAY).returncode == 0

        project.edit(FILE, TO_BE_WRITTEN, "Przyjdź z psem albo bez.")
        project.edit(FILE, "stan publikacji: szkic\n", "")
        assert not built(events, second["edition"])["problems"]
        assert "Przyjdź z psem albo bez." in shown(preview, "debaty/psy-na-osiedlu/")

    project.build()
    assert "Przyjdź z psem albo bez." in project.words("debaty/psy-na-osiedlu/index.html")
    feed = feedparser.parse(project.text("kanaly/wszystko.atom.xml"))
    assert any("Psy na osiedlu" in " ".join(one.title.split()) for one in feed.entries)
    planned = icalendar.Calendar.from_ical(project.text("kalendarz.ics")).walk("VEVENT")
    assert "2027-02-18T17:00:00+01:00" in {one.start.isoformat() for one in planned}
