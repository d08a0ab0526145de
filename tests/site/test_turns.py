"""The moments at which a site changes by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.reading import parse
from plugins.newsroom.turning import steady
from plugins.newsroom.warsaw import WARSAW

NEWS = "---\ntytuł: {0}\ndata publikacji: {1}\nstan publikacji: {2}\n---\n{0}.\n"
REQUEST = (
    "---\ntytuł: Ławka\nhistoria:\n  - data: 2026-11-24\n    status: zgłoszony\n"
    "  - data: 2026-12-24\n    status: zrealizowany\n---\nŁawka.\n"
)


def warsaw(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def turning(now: str, *records: tuple[str, str]) -> tuple[str, str, tuple[str, ...]]:
    """Since when and until when a site stands, in Warsaw, and what is awaited."""
    entries = tuple(parse(path, text.encode())[0] for path, text in records)
    found = steady(Holdings(Unit(), warsaw(now), entries, frozenset()))
    since, until = (f"{m.astimezone(WARSAW):%Y-%m-%d %H:%M}" for m in (found.since, found.until))
    return since, until, tuple(Path(path).stem for path in found.awaited)


def news(name: str, published: str, state: str = "opublikowany") -> tuple[str, str]:
    return f"content/aktualnosci/{name}.md", NEWS.format(name, published, state)


def test_a_site_stands_for_a_day_in_warsaw() -> None:
    assert turning("2026-11-22 10:00") == ("2026-11-22 00:00", "2026-11-23 00:00", ())
    assert turning("2026-11-22 00:00") == ("2026-11-22 00:00", "2026-11-23 00:00", ())


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_day_on_which_the_clock_is_put_is_no_exception(day: str, hours: int) -> None:
    found = steady(Holdings(Unit(), warsaw(f"{day} 12:00"), (), frozenset()))
    assert (found.until - found.since).total_seconds() == hours * 3600


def test_a_record_appears_to_the_minute() -> None:
    records = [news("rano", "2026-11-22 08:00"), news("jutro", "2026-11-23 08:00")]
    assert turning("2026-11-22 07:59", *records)[:2] == ("2026-11-22 00:00", "2026-11-22 08:00")
    assert turning("2026-11-22 07:59", *records)[2] == ("rano",)
    assert turning("2026-11-22 08:00", *records) == ("2026-11-22 08:00", "2026-11-23 00:00", ())
    assert turning("2026-11-23 00:00", *records)[1:] == ("2026-11-23 08:00", ("jutro",))


def test_a_request_appears_with_its_first_entry() -> None:
    request = ("content/wnioski/2026/w-2026-001.md", REQUEST)
    assert turning("2026-11-23 10:00", request)[1:] == ("2026-11-24 00:00", ("w-2026-001",))
    assert turning("2026-11-24 10:00", request)[1:] == ("2026-11-25 00:00", ())


def test_an_hour_that_comes_twice_is_the_one_that_was_written() -> None:
    late = news("pozno", "2026-10-25T02:30+01:00")
    found = steady(
        Holdings(Unit(), warsaw("2026-10-25 02:30"), (parse(late[0], late[1].encode())[0],), None)
    )
    assert found.until == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_draft_is_not_awaited_and_an_unknown_day_never_comes() -> None:
    origin = "nieznana\nźródło:\n  nazwa: Gazeta"
    records = [news("szkic", "2026-11-22 08:00", "szkic"), news("stary", origin)]
    assert turning("2026-11-22 07:59", *records)[1:] == ("2026-11-23 00:00", ())


def test_a_site_turns_when_a_change_of_a_record_comes() -> None:
    path, text = news("n", "2026-11-20")
    dated = text.replace("stan publikacji", "data aktualizacji: 2026-11-22 15:30\nstan publikacji")
    _, until, awaited = turning("2026-11-22 10:00", (path, dated))
    assert (until, awaited) == ("2026-11-22 15:30", ("n",))
