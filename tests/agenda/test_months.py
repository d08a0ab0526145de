"""The calendar's pages: which there are, and what a month's table tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins import agenda
from plugins.agenda.views import CalendarPage, MonthPage, Turning, YearPage
from plugins.newsroom.dates import WARSAW
from plugins.outputs import Output
from tests.agenda.calendars import catalogue
from tests.agenda.test_events import GONE, OFF, change
from tests.newsroom.project import NOW, debate
from tests.theme.components import ENVIRONMENT


class Tools:
    """What a page is made with; calendars' pages have no bodies."""

    def __init__(self, output: Output) -> None:
        self._template = ENVIRONMENT.get_template(output.template or "")

    def render(self, view: object, **also: object) -> str:
        return self._template.render(page=view, **also)

    def text(self, text: object) -> str:
        raise AssertionError(text)

    def file(self, file: object) -> bytes:
        raise AssertionError(file)


def pages(root: Path, files: Mapping[str, str], now: datetime = NOW) -> dict[str, Output]:
    """The calendar's pages by address."""
    planned = agenda.plan(catalogue(root, files, now), ())
    return {
        f"/{one.path.removesuffix('index.html')}": one
        for one in planned
        if one.path.endswith(".html")
    }


def shown(output: Output) -> LexborHTMLParser:
    return LexborHTMLParser(output.make(output.view, Tools(output)).decode())


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().replace("\u00ad", "").split())


def cell(page: LexborHTMLParser, day: str) -> LexborNode:
    """The cell of a day."""
    time = page.css_first(f'.month time[datetime="{day}"]')
    assert time is not None
    assert time.parent is not None
    return time.parent


def test_every_month_of_every_year_in_question_has_a_page(tmp_path: Path) -> None:
    files = {"debaty/a.md": debate(when="2024-06-12 17:00")}
    found = pages(tmp_path, files)
    years = {f"/kalendarz/{year}/" for year in (2024, 2025, 2026)}
    months = {f"{year}{month:02}/" for year in years for month in range(1, 13)}
    assert found.keys() == {"/kalendarz/", *years, *months}


@pytest.mark.parametrize(
    "text",
    [
        debate(change("termin", "2027-12-30 17:00", "2028-01-10 17:00"), when="2028-01-10 17:00"),
        debate(GONE, when="2027-05-05 17:00"),
    ],
)
def test_an_address_lives_on_when_its_debate_is_gone(tmp_path: Path, text: str) -> None:
    assert "/kalendarz/2027/12/" in pages(tmp_path, {"debaty/a.md": text})


def test_the_present_year_has_pages_without_any_debate(tmp_path: Path) -> None:
    found = pages(tmp_path, {})
    assert "/kalendarz/2026/12/" in found
    assert "nie ma debat" in words(shown(found["/kalendarz/2026/03/"]).css_first("main"))


def test_the_week_starts_on_monday_and_has_its_number(tmp_path: Path) -> None:
    page = shown(pages(tmp_path, {})["/kalendarz/2026/01/"])
    columns = [head.attributes["abbr"] for head in page.css(".month thead th")]
    assert columns[:2] == ["tydzień", "poniedziałek"]
    assert columns[-1] == "niedziela"
    rows = page.css(".month tbody tr")
    assert [words(row.css_first("th")) for row in rows] == [f"tydzień {n}" for n in range(1, 6)]
    assert [words(time) for time in rows[0].css("time")] == ["1", "2", "3", "4"]
    assert all(len(row.css("td")) == 7 for row in rows)


def test_a_year_may_begin_with_the_last_week_of_the_one_before(tmp_path: Path) -> None:
    files = {"debaty/a.md": debate(when="2027-05-05 17:00")}
    rows = shown(pages(tmp_path, files)["/kalendarz/2027/01/"]).css(".month tbody tr")
    assert [words(row.css_first("th")).split()[1] for row in rows] == ["53", "1", "2", "3", "4"]


def test_a_holiday_is_named(tmp_path: Path) -> None:
    page = shown(pages(tmp_path, {})["/kalendarz/2026/11/"])
    assert "Narodowe Święto Niepodległości" in words(cell(page, "2026-11-11"))
    assert "święto" not in words(cell(page, "2026-11-12")).lower()


def test_the_name_of_an_event_holds_the_full_date(tmp_path: Path) -> None:
    page = shown(pages(tmp_path, {"debaty/a.md": debate()})["/kalendarz/2026/03/"])
    link = cell(page, "2026-03-12").css_first("a")
    assert words(link) == "czwartek, 12 marca 2026 r.: 17:00 Droga do szkoły"
    listed = page.css_first("#lista a")
    assert listed is not None
    assert link is not None
    assert listed.attributes["href"] == link.attributes["href"] == "/debaty/a/"


@pytest.mark.parametrize("word", ["odwołana", "odroczona"])
def test_what_is_off_is_struck_out_with_the_word(tmp_path: Path, word: str) -> None:
    files = {"debaty/a.md": debate(OFF.format(word))}
    page = shown(pages(tmp_path, files)["/kalendarz/2026/03/"])
    found = cell(page, "2026-03-12")
    assert words(found.css_first("a s")) == "17:00 Droga do szkoły"
    assert words(found.css_first("a .month__off")) == word
    assert word in words(page.css_first("#lista")).lower()


def test_the_former_day_says_that_the_debate_was_moved(tmp_path: Path) -> None:
    head = change("termin", "2026-03-12 17:00", "2026-04-16 17:00")
    found = pages(tmp_path, {"debaty/a.md": debate(head, when="2026-04-16 17:00")})
    before, after = shown(found["/kalendarz/2026/03/"]), shown(found["/kalendarz/2026/04/"])
    assert words(cell(before, "2026-03-12").css_first("a s + .month__off")) == "przeniesiona"
    assert cell(after, "2026-04-16").css_first("a s") is None
    assert before.css_first("#lista a") is None
    moved = words(before.css_first("#przeniesione"))
    assert "16 kwietnia 2026 r., godz. 17:00" in moved
    assert after.css_first("#przeniesione") is None


def test_today_is_told_where_it_is(tmp_path: Path) -> None:
    found = pages(tmp_path, {})
    for address in ("/kalendarz/", "/kalendarz/2026/03/"):
        assert words(cell(shown(found[address]), "2026-03-05")) == "5dziś"
    assert shown(found["/kalendarz/2026/04/"]).css_first(".month__today") is None
    for address in ("/kalendarz/2026/03/", "/kalendarz/2026/04/"):
        assert shown(found[address]).css_first('.turning a[href="/kalendarz/#dzis"]')


def test_months_lead_to_each_other_from_end_to_end(tmp_path: Path) -> None:
    found = pages(tmp_path, {"debaty/a.md": debate(when="2025-06-12 17:00")})
    address, seen = "/kalendarz/2025/01/", []
    while address:
        seen.append(address)
        turning = _turning(found[address])
        address = turning.after.href if turning.after else ""
    assert len(seen) == 24
    assert _turning(found[seen[0]]).before is None
    ways = shown(found["/kalendarz/2025/12/"]).css(".turning a")
    assert [way.attributes.get("rel") for way in ways] == ["prev", None, "next"]
    assert words(ways[2]) == "Następny miesiąc: styczeń 2026"


def _turning(output: Output) -> Turning:
    view = output.view
    assert isinstance(view, MonthPage)
    return view.turning


def test_a_month_without_debates_leads_to_the_nearest_with_some(tmp_path: Path) -> None:
    days = {"a": "2026-01-12 17:00", "b": "2026-06-12 17:00", "c": "2026-09-12 17:00"}
    files = {f"debaty/{name}.md": debate(when=day) for name, day in days.items()}
    view = pages(tmp_path, files)["/kalendarz/2026/04/"].view
    assert isinstance(view, MonthPage)
    assert [link.text for link in view.nearest] == ["styczeń 2026", "czerwiec 2026"]


def test_a_year_counts_its_months(tmp_path: Path) -> None:
    files = {
        "debaty/a.md": debate(),
        "debaty/b.md": debate(OFF.format("odwołana"), when="2026-03-20 17:00"),
        "debaty/c.md": debate("termin wstępny: tak\n", when="2026-05"),
    }
    output = pages(tmp_path, files)["/kalendarz/2026/"]
    assert isinstance(output.view, YearPage)
    page = shown(output)
    rows = [[words(one) for one in row.css("th, td")] for row in page.css(".year tbody tr")]
    assert len(rows) == 12
    assert (rows[2], rows[3], rows[4]) == (
        ["Marzec", "2", "1"],
        ["Kwiecień", "0", "0"],
        ["Maj", "1", "0"],
    )
    assert words(page.css_first(".year tfoot tr")) == "Razem 3 1"
    assert [words(title) for title in page.css(".group__title")] == ["Marzec 2026", "Maj 2026"]


def test_a_busy_month_is_whole_on_its_own_page_only(tmp_path: Path) -> None:
    files = {f"debaty/d{n}.md": debate(when=f"2026-06-{n + 1:02} 17:00") for n in range(20)}
    found = pages(tmp_path, files)
    front, year, month = (found[f"/kalendarz/{rest}"].view for rest in ("", "2026/", "2026/06/"))
    assert isinstance(front, CalendarPage)
    assert isinstance(year, YearPage)
    assert isinstance(month, MonthPage)
    assert len(front.groups[0].cards) == len(year.groups[0].cards) == 12
    assert front.groups[0].more is not None
    assert front.groups[0].more.text == "Cały miesiąc: czerwiec 2026 (20 debat)"
    assert len(month.cards) == 20


def test_the_front_and_one_month_alone_know_the_day(tmp_path: Path) -> None:
    """So that a day that passes rewrites no other page of the calendar."""
    files = {"debaty/a.md": debate(when="2026-06-12 17:00")}
    views = [
        {address: one.view for address, one in pages(tmp_path / day, files, _noon(day)).items()}
        for day in ("2026-03-05", "2026-03-06")
    ]
    changed = {address for address, view in views[0].items() if view != views[1][address]}
    assert changed == {"/kalendarz/", "/kalendarz/2026/03/"}


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(hour=12, tzinfo=WARSAW)
