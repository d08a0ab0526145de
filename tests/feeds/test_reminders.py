"""Reminders a week and a day before, which never leave anyone with a date that is not true."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest

from tests.feeds.project import TAG, Site
from tests.feeds.test_entries import AGAIN, BODY, ELSEWHERE, MOVED, OFF
from tests.newsroom.project import debate

WEEK, DAY = (f"debaty/droga#przypomnienie-2026-03-12-{days}" for days in (7, 1))
LATE = MOVED.replace("kiedy: 2026-03-02", "kiedy: 2026-03-08")
"""Moved when the week's reminder was out."""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.of(tmp_path, {"debaty/droga.md": debate()})


def entries(site: Site, now: str) -> dict[str, feedparser.FeedParserDict]:
    """Entry by the end of its id, newest first, as feedparser reads them."""
    found = feedparser.parse(site.files(now, ["przypomnienia"])["kanaly/przypomnienia.atom.xml"])
    assert not found.bozo
    return {one.id.removeprefix(TAG): one for one in found.entries}


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-03-04", []),
        ("2026-03-05", [WEEK]),
        ("2026-03-10", [WEEK]),
        ("2026-03-11", [DAY, WEEK]),
        ("2026-04-11", [DAY, WEEK]),
    ],
)
def test_a_reminder_comes_on_its_day(site: Site, today: str, expected: list[str]) -> None:
    assert list(entries(site, today)) == expected


def test_a_reminder_says_when_and_where(site: Site) -> None:
    found = entries(site, "2026-03-11")
    when = "debata 12 marca 2026 r., godz. 17:00 – Droga do szkoły"
    assert found[WEEK].title == f"Za tydzień: {when}"
    assert found[DAY].title == f"Jutro: {when}"
    assert found[DAY].published == "2026-03-11T00:00:00+01:00"
    assert "Szkoła Podstawowa nr 5" in found[DAY].content[0].value


def test_a_debate_announced_late_has_only_what_is_still_ahead(site: Site) -> None:
    site.edit("debaty/droga.md", "publikacji: 2026-02-20", "publikacji: 2026-03-08")
    assert list(entries(site, "2026-03-12")) == [DAY]


def test_a_debate_moved_before_any_reminder_reminds_of_its_new_date_only(site: Site) -> None:
    site.write({"debaty/droga.md": debate(MOVED, when="2026-03-19 18:00")})
    assert entries(site, "2026-03-11") == {}
    assert [name.rpartition("#")[2] for name in entries(site, "2026-03-18")] == [
        "przypomnienie-2026-03-19-1",
        "przypomnienie-2026-03-19-7",
    ]


def test_who_was_reminded_of_a_date_hears_that_it_has_moved(site: Site) -> None:
    site.write({"debaty/droga.md": debate(LATE, when="2026-03-19 18:00")})
    found = entries(site, "2026-03-11")
    assert list(found) == ["debaty/droga#termin-1", WEEK]
    assert found[WEEK].title.startswith("Już nie w tym dniu: debata 12 marca 2026 r. – ")
    assert found[WEEK].updated.startswith("2026-03-08")
    assert "19 marca 2026 r., godz. 18:00" in found[WEEK].content[0].value
    assert found["debaty/droga#termin-1"].title.startswith("Zmiana terminu: debata 19 marca")


def test_who_was_reminded_hears_that_there_is_no_debate(site: Site) -> None:
    off = f"stan: odwołana\nzmiany:\n{OFF}".replace("2026-03-05", "2026-03-10")
    site.write({"debaty/droga.md": debate(off)})
    found = entries(site, "2026-03-12")
    assert list(found) == ["debaty/droga#stan-1", WEEK]
    assert found[WEEK].title.startswith("Już nie w tym dniu")
    assert "Odwołana" in found[WEEK].content[0].value


def test_who_was_reminded_hears_of_another_place(site: Site) -> None:
    site.write({"debaty/droga.md": debate(ELSEWHERE.replace("2026-03-03", "2026-03-07"))})
    assert list(entries(site, "2026-03-07")) == ["debaty/droga#miejsce-1", WEEK]


def test_another_hour_of_the_same_day_is_one_reminder_with_the_right_hour(site: Site) -> None:
    hour = LATE.replace("jest: 2026-03-19 18:00", "jest: 2026-03-12 18:30")
    site.write({"debaty/droga.md": debate(hour, when="2026-03-12 18:30")})
    found = entries(site, "2026-03-11")
    assert list(found) == [DAY, "debaty/droga#termin-1", WEEK]
    for name in (DAY, WEEK):
        assert "12 marca 2026 r., godz. 18:30" in found[name].title


def test_a_debate_that_moved_back_reminds_of_its_day_once(site: Site) -> None:
    back = AGAIN.replace("2026-03-26 17:00", "2026-03-12 17:00").replace("2026-03-04", "2026-03-09")
    site.write({"debaty/droga.md": debate(LATE + back)})
    found = entries(site, "2026-03-11")
    assert list(found) == [DAY, "debaty/droga#termin-2", "debaty/droga#termin-1", WEEK]
    assert found[WEEK].title.startswith("Za tydzień: ")


@pytest.mark.parametrize("head", ["termin wstępny: tak\n", "wydawca: urzad\n"])
def test_nobody_is_reminded_of_what_is_not_settled_or_not_ours(site: Site, head: str) -> None:
    site.write({"podmioty/urzad.md": BODY.format("Urząd"), "debaty/droga.md": debate(head)})
    assert entries(site, "2026-03-11") == {}
