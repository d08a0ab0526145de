from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import phases
from plugins.newsroom.dates import moment
from plugins.newsroom.kinds.common import Archival
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.news import News, Section
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.period import Period
from plugins.newsroom.kinds.programme import Edition, Halt, Programme
from plugins.newsroom.phases import Due, Phase, ProgrammeState

PLAIN = Debate(when=moment("2026-03-12 17:00"))
DEBATES = {
    "plain": PLAIN,
    "day only": replace(PLAIN, when=moment("2026-03-12")),
    "provisional day": replace(PLAIN, when=moment("2026-03-12"), provisional=True),
    "month": replace(PLAIN, when=moment("2026-03"), provisional=True),
    "year": replace(PLAIN, when=moment("2026"), provisional=True),
    "unknown": replace(PLAIN, when=moment("nieznany")),
    "postponed": replace(PLAIN, state=State.POSTPONED),
    "cancelled": replace(PLAIN, state=State.CANCELLED),
}
DAYS = [
    *("2025-12-31", "2026-02-28", "2026-03-11", "2026-03-12", "2026-03-13"),
    *("2026-03-26", "2026-03-29", "2026-03-31", "2026-04-01", "2027-01-01"),
]
WORDS = {
    "Z": Phase.ANNOUNCED,
    "D": Phase.TODAY,
    "P": Phase.HELD,
    "U": Phase.UNSETTLED,
    "X": Phase.POSTPONED,
    "C": Phase.CANCELLED,
}
TABLE = {
    "plain": "ZZZDPPPPPP",
    "day only": "ZZZDPPPPPP",
    "provisional day": "ZZZZUUUUUU",
    "month": "ZZZZZZZZUU",
    "year": "ZZZZZZZZZU",
    "unknown": "UUUUUUUUUU",
    "postponed": "XXXXXXXXXX",
    "cancelled": "CCCCCCCCCC",
}


@pytest.mark.parametrize("name", TABLE)
def test_a_debate_goes_through_its_phases_on_ten_days(name: str) -> None:
    found = [phases.phase(DEBATES[name], False, False, date.fromisoformat(day)) for day in DAYS]
    assert found == [WORDS[letter] for letter in TABLE[name]]


@pytest.mark.parametrize("name", TABLE)
@given(st.dates())
def test_a_report_and_an_evaluation_outlast_every_day(name: str, day: date) -> None:
    assert phases.phase(DEBATES[name], True, False, day) is Phase.REPORTED
    assert phases.phase(DEBATES[name], True, True, day) is Phase.EVALUATED
    assert phases.phase(DEBATES[name], False, True, day) is Phase.EVALUATED


def test_only_a_planned_debate_with_a_day_was_held() -> None:
    day = date(2026, 3, 12)
    assert [name for name, one in DEBATES.items() if phases.was_held(one, day)] == [
        "plain",
        "day only",
    ]
    assert not phases.was_held(PLAIN, date(2026, 3, 11))


def test_the_report_is_due_on_the_last_day_and_late_from_the_next() -> None:
    def due(day: str) -> Due | None:
        today = date.fromisoformat(day)
        return phases.report_due(PLAIN, phases.phase(PLAIN, False, False, today), 14, today)

    term = date(2026, 3, 26)
    assert due("2026-03-11") is None
    assert due("2026-03-12") == due("2026-03-26") == Due(term, 0)
    assert due("2026-03-27") == Due(term, 1)
    assert due("2026-04-05") == Due(term, 10)


def test_a_debate_that_was_not_held_owes_no_report() -> None:
    today = date(2026, 5, 1)
    for name in ("unknown", "postponed", "cancelled", "provisional day"):
        debate = DEBATES[name]
        found = phases.phase(debate, False, False, today)
        assert phases.report_due(debate, found, 14, today) is None


def programme(period: str, halted: str = "") -> Programme:
    halt = Halt(day=date.fromisoformat(halted), reason="x") if halted else None
    return Programme(period=Period.from_text(period), halted=halt)


@pytest.mark.parametrize(
    ("one", "day", "state"),
    [
        (programme("2025–2026"), "2024-12-31", ProgrammeState.PLANNED),
        (programme("2025–2026"), "2025-01-01", ProgrammeState.RUNNING),
        (programme("2025–2026"), "2026-12-31", ProgrammeState.RUNNING),
        (programme("2025–2026"), "2027-01-01", ProgrammeState.ENDED),
        (programme("2025–2026", "2025-06-01"), "2025-05-31", ProgrammeState.RUNNING),
        (programme("2025–2026", "2025-06-01"), "2025-06-01", ProgrammeState.HALTED),
        (programme("2025–2026", "2025-06-01"), "2027-01-01", ProgrammeState.ENDED),
        (Programme(period=Period(since=moment("2025"))), "2199-01-01", ProgrammeState.RUNNING),
        (Programme(), "2026-01-01", ProgrammeState.RUNNING),
    ],
)
def test_the_state_of_a_programme_follows_from_its_dates(
    one: Programme, day: str, state: ProgrammeState
) -> None:
    assert phases.programme_state(one, date.fromisoformat(day)) is state


def label(record: object, day: str) -> str:
    found = phases.archived(record, 12, date.fromisoformat(day))
    return f"{found.label} {found.since}" if found else ""


def test_news_grow_old_after_the_unit_s_own_months() -> None:
    news = News(published=moment("2025-02-28"))
    assert label(news, "2026-02-27") == ""
    assert label(news, "2026-02-28") == "Komunikat archiwalny 2026-02-28"
    assert label(News(published=moment("nieznana")), "2026-01-01") == "Komunikat archiwalny None"
    assert label(News(), "2026-01-01") == ""


def test_a_warning_expires_by_its_own_end_not_by_age() -> None:
    news = News(
        published=moment("2024-01-01"), section=Section.WARNING, valid_until=date(2026, 3, 31)
    )
    assert label(news, "2026-03-31") == ""
    assert label(news, "2026-04-01") == "Ostrzeżenie nieaktualne 2026-04-01"


def test_an_ended_programme_leads_to_the_next_edition() -> None:
    ended = replace(programme("2022–2024"), following=Edition(programme="druga"))
    found = phases.archived(ended, 12, date(2025, 1, 1))
    assert found
    assert (found.label, found.since, found.current) == (
        *("Program zakończony", date(2025, 1, 1), "programy/druga"),
    )
    assert label(ended, "2024-12-31") == ""


def test_what_is_said_by_hand_comes_first_from_its_day_on() -> None:
    page = Page(archival=Archival(since=date(2026, 3, 1), reason="Nowa wersja."))
    assert label(page, "2026-02-28") == ""
    assert label(page, "2026-03-01") == "Komunikat archiwalny 2026-03-01"
    assert label(Page(published=moment("2000-01-01")), "2026-03-01") == ""


@given(st.dates(date(1900, 1, 1), date(2150, 1, 1)), st.integers(0, 600))
def test_months_later_is_in_the_right_month(day: date, months: int) -> None:
    later = phases.months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later.day >= 28))
